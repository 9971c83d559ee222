"""Every page opens by its own address without a fault and is accessible, in light and in dark."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from lib.ui.frame import PAGES
from tests.e2e.browser import load, settle
from tests.e2e.server import Server

DEFAULT = ""  # the first page stands at the root
WCAG = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa"]
# In the dark nothing differs but the colours.
SCHEMES = {
    "light": ("rgb(255, 255, 255)", WCAG),
    "dark": ("rgb(15, 22, 32)", {"type": "rule", "values": ["color-contrast"]}),
}


@pytest.mark.parametrize("path", [DEFAULT, *(page.url_path for page in PAGES[1:])])
def test_page_opens_and_is_accessible(app_server: Server, page: Page, path: str):
    load(page, f"{app_server.url}/{path}")
    expect(page.get_by_test_id("stException")).to_have_count(0)
    expect(page.locator("html")).to_have_attribute("lang", "vi")
    expect(page.get_by_role("heading", level=1)).to_have_count(1)
    expect(page.locator(".freshness")).to_contain_text("Số liệu đến ngày")
    for scheme, (background, rules) in SCHEMES.items():
        page.emulate_media(color_scheme=scheme)
        expect(page.get_by_test_id("stApp")).to_have_css("background-color", background)
        settle(page)
        assert violations(page, rules) == []


def violations(page: Page, rules: object) -> list[str]:
    options = {"runOnly": rules, "resultTypes": ["violations"]}
    return [
        f"{rule['id']}: {node['target']} {node['failureSummary']}"
        for rule in Axe().run(page, options=options).response["violations"]
        for node in rule["nodes"]
    ]

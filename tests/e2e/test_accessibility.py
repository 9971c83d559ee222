"""No page breaks WCAG 2 AA where a machine can tell, in light or in dark."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

from lib.ui.shell import PAGES
from tests.e2e.browser import visit
from tests.e2e.server import Server

RULES = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa"], "resultTypes": ["violations"]}


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("path", [page.url_path for page in PAGES])
def test_page_is_accessible(app_server: Server, page: Page, path: str, scheme: str):
    page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
    visit(page, f"{app_server.url}/{path}")
    violations = Axe().run(page, options=RULES).response["violations"]
    assert [
        f"{rule['id']}: {node['target']} {node['failureSummary']}"
        for rule in violations
        for node in rule["nodes"]
    ] == []

"""Every page opens by its own address, on a fresh server, without a fault."""

import pytest
from playwright.sync_api import Page, expect

from lib.ui.shell import PAGES
from tests.e2e.browser import visit
from tests.e2e.server import Server

DEFAULT = ""  # the first page stands at the root


@pytest.mark.parametrize("path", [DEFAULT, *(page.url_path for page in PAGES[1:])])
def test_page_opens(app_server: Server, page: Page, path: str):
    visit(page, f"{app_server.url}/{path}")
    expect(page.get_by_test_id("stException")).to_have_count(0)
    expect(page.locator("html")).to_have_attribute("lang", "vi")

"""The running app and the browser that the tests of this folder share."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page

from tests.e2e.browser import Faults, launched
from tests.e2e.server import Server, served

LAPTOP = {"width": 1366, "height": 768}


@pytest.fixture(scope="package")
def browser() -> Iterator[Browser]:
    """Give one browser for all tests."""
    with launched() as browser:
        yield browser


@pytest.fixture(scope="package")
def app_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """Give the app on its example workbook; a test that changes the workbook serves its own."""
    with served(tmp_path_factory.mktemp("app")) as server:
        yield server


@pytest.fixture
def own_server(tmp_path: Path) -> Iterator[Server]:
    """Give an app that the test may change, stop or starve."""
    with served(tmp_path / "app") as server:
        yield server


@pytest.fixture
def faults() -> Iterator[Faults]:
    """Fail the test for any fault of its pages that it does not expect."""
    faults = Faults()
    yield faults
    if unexpected := faults.unexpected():
        pytest.fail("\n".join(unexpected), pytrace=False)


@pytest.fixture
def context(browser: Browser, faults: Faults) -> Iterator[BrowserContext]:
    """Give a fresh profile, in Vietnamese, of a reader's laptop."""
    context = browser.new_context(
        viewport=LAPTOP, locale="vi-VN", timezone_id="Asia/Ho_Chi_Minh", reduced_motion="reduce"
    )
    faults.watch(context)
    yield context
    context.close()


@pytest.fixture
def page(context: BrowserContext) -> Page:
    """Give an empty tab."""
    return context.new_page()

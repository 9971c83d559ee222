"""The running app and the browser that the tests of this folder share."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from tests.e2e.browser import PATIENCE, Faults, launched
from tests.e2e.server import Server, served

LAPTOP = {"width": 1366, "height": 768}
PHONE = {"width": 390, "height": 844}

expect.set_options(timeout=1000 * PATIENCE)


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


@pytest.fixture(scope="package")
def laptop(browser: Browser) -> Iterator[BrowserContext]:
    """Give a reader's profile, in Vietnamese; one for all tests, which read the app's code once."""
    with profile(browser, viewport=LAPTOP) as context:
        yield context


@pytest.fixture(scope="package")
def phone(browser: Browser) -> Iterator[BrowserContext]:
    """Give the profile of a reader with a phone."""
    with profile(browser, viewport=PHONE, has_touch=True) as context:
        yield context


@contextmanager
def profile(browser: Browser, **device: Any) -> Iterator[BrowserContext]:
    with browser.new_context(
        locale="vi-VN", timezone_id="Asia/Ho_Chi_Minh", reduced_motion="reduce", **device
    ) as context:
        context.set_default_timeout(1000 * PATIENCE)
        yield context


@pytest.fixture
def page(laptop: BrowserContext, faults: Faults) -> Iterator[Page]:
    """Give an empty tab."""
    with faults.watching(laptop):
        yield laptop.new_page()
        leave(laptop)


@pytest.fixture
def phone_page(phone: BrowserContext, faults: Faults) -> Iterator[Page]:
    """Give an empty tab on a phone."""
    with faults.watching(phone):
        yield phone.new_page()
        leave(phone)


def leave(context: BrowserContext) -> None:
    """Close all tabs and forget what their pages kept and were allowed."""
    for page in context.pages:
        if page.url.startswith("http"):
            page.evaluate("() => { localStorage.clear(); sessionStorage.clear(); }")
        page.close()
    context.clear_cookies()
    context.clear_permissions()

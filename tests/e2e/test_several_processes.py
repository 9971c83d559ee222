"""Several processes behind nginx: each viewer keeps his own, and finds another when it is gone."""

import ssl
from collections.abc import Iterator
from http.client import HTTPResponse
from urllib.error import HTTPError
from urllib.request import Request, urlopen

import pytest
from playwright.sync_api import Browser, BrowserContext, expect

from lib.ui.frame import PAGES
from tests.e2e.browser import Faults, visit
from tests.e2e.conftest import LAPTOP, profile
from tests.e2e.several import NGINX, Several, several

pytestmark = pytest.mark.skipif(NGINX is None, reason="nginx is not installed")

GROUP = "nhom=T%E1%BA%A1o+ti%E1%BB%81n+%C4%91%E1%BB%81"
REFUSED = ("metrics", "script-health-check", "agent/openapi.json", "message", "upload_file/a/b")


@pytest.fixture(scope="module")
def behind(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Several]:
    """Give two processes of the app on its example workbook."""
    with several(tmp_path_factory.mktemp("several") / "app") as running:
        yield running


@pytest.fixture
def viewer(browser: Browser, faults: Faults) -> Iterator[BrowserContext]:
    """Give a viewer whom nobody has seen before."""
    with newcomer(browser) as context, faults.watching(context):
        yield context


def newcomer(browser: Browser):
    return profile(browser, viewport=LAPTOP, ignore_https_errors=True)


def process_of(viewer: BrowserContext) -> str:
    return {cookie["name"]: cookie["value"] for cookie in viewer.cookies()}["dashboard"]


def answer(address: str) -> HTTPResponse:
    """Ask as a program does that takes any certificate and keeps no cookie."""
    trusting = ssl.create_default_context()
    trusting.check_hostname, trusting.verify_mode = False, ssl.CERT_NONE
    try:
        return urlopen(Request(address, headers={"Accept-Encoding": "gzip"}), context=trusting)
    except HTTPError as refusal:
        return refusal


def test_pages_keep_to_the_policy_and_to_one_process(behind: Several, viewer: BrowserContext):
    page = viewer.new_page()
    visit(page, behind.url)
    before = len(behind.answered())
    for file in PAGES[1:]:
        visit(page, f"{behind.url}/{file.url_path}")
        expect(page.get_by_test_id("stException")).to_have_count(0)
        expect(page.locator("html")).to_have_attribute("lang", "vi")
    visit(page, page.url)
    asked = {port for _, _, port in behind.answered()[before:] if port != "-"}
    assert asked == {process_of(viewer)}


def test_a_download_comes_from_the_viewers_process(behind: Several, viewer: BrowserContext):
    page = viewer.new_page()
    visit(page, f"{behind.url}/xuat-bao-cao")
    with page.expect_download() as begun:
        page.get_by_role("button", name="Tải bảng tính .xlsx").click()
    assert begun.value.path().read_bytes()[:2] == b"PK"
    media = [(status, port) for path, status, port in behind.answered() if "/media/" in path]
    assert media[-1] == ("200", process_of(viewer))


def test_viewers_are_shared_out(behind: Several, browser: Browser):
    with newcomer(browser) as one, newcomer(browser) as another:
        for viewer in (one, another):
            visit(viewer.new_page(), behind.url)
        assert {process_of(one), process_of(another)} == set(behind.processes)


def test_a_viewer_lands_on_another_process_when_his_is_killed(
    behind: Several, viewer: BrowserContext, faults: Faults
):
    faults.expect("WebSocket connection to|the server responded with a status of 50")
    page, address = viewer.new_page(), f"{behind.url}/xep-hang?{GROUP}"
    visit(page, address)
    rows, gone = page.get_by_role("row").count(), process_of(viewer)
    behind.kill(gone)
    while process_of(viewer) == gone:
        page.wait_for_timeout(100)
    page.get_by_role("link", name="Hạn & quá hạn").click()
    expect(page.get_by_role("heading", level=1, name="Hạn & quá hạn")).to_be_visible()
    visit(page, address)
    expect(page.get_by_role("row")).to_have_count(rows)


@pytest.mark.parametrize("name", REFUSED)
def test_the_servers_inside_answers_nobody(behind: Several, name: str):
    assert answer(f"{behind.url}/_stcore/{name}").status == 404
    assert answer(f"{behind.url}/x/..//%5fstcore/{name}").status == 404


def test_what_guards_the_pages_is_sent_with_each(behind: Several):
    for path in ("", "xep-hang", "_stcore/health", "_stcore/metrics"):
        headers = answer(f"{behind.url}/{path}").headers
        assert "object-src 'none'" in headers["Content-Security-Policy"]
        assert headers.get_all("X-Frame-Options") == ["SAMEORIGIN"]
        assert headers.get_all("X-Content-Type-Options") == ["nosniff"]
        assert headers.get_all("Referrer-Policy") == ["same-origin"]


def test_the_cookie_stays_with_the_server(behind: Several):
    kept = [
        text for text in answer(behind.url).headers.get_all("Set-Cookie") if "dashboard" in text
    ]
    assert [text.partition("; ")[2] for text in kept] == ["Path=/; HttpOnly; SameSite=Lax; Secure"]


def test_files_that_never_change_are_packed_and_kept(behind: Several, viewer: BrowserContext):
    with viewer.new_page().expect_response(lambda found: "/static/js/" in found.url) as waited:
        viewer.pages[0].goto(behind.url)
    headers = waited.value.headers
    assert headers["content-encoding"] == "gzip"
    assert headers["cache-control"] == "max-age=31536000"

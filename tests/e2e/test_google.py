"""The app on a Google spreadsheet, in a real browser: edits, outages, links back, many viewers."""

import re
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from lib.template.workbook import write_workbook
from tests.e2e.browser import PATIENCE, settle, visit
from tests.e2e.server import Server, served
from tests.stand_in.faults import Fault, Kind, html_page, not_permitted
from tests.stand_in.model import from_workbook
from tests.stand_in.server import StandIn

REFRESH_SECONDS = 2

PRESSED_UNTIL = """(said) => {
  if (document.body.innerText.includes(said)) return true;
  [...document.querySelectorAll('button')].find((one) => one.innerText.includes('Đọc lại'))?.click();
  return false;
}"""


@pytest.fixture(scope="module")
def stand_in(tmp_path_factory: pytest.TempPathFactory) -> Iterator[StandIn]:
    path = tmp_path_factory.mktemp("sheet") / "sheet.xlsx"
    write_workbook(path, with_sample=True)
    with StandIn(from_workbook(path)) as server:
        yield server


@pytest.fixture(scope="module")
def server(stand_in: StandIn, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    folder: Path = tmp_path_factory.mktemp("app")
    (folder / ".streamlit").mkdir()
    stand_in.write_secrets(folder / ".streamlit" / "secrets.toml", refresh_seconds=REFRESH_SECONDS)
    with served(folder) as running:
        yield running


def red_count(page: Page) -> str:
    return page.get_by_test_id("stMetricValue").first.text_content() or ""


def test_an_edit_is_on_the_open_page_and_the_filters_stay(
    stand_in: StandIn, server: Server, page: Page
):
    visit(page, f"{server.url}/xep-hang?don-vi=Tam+%C4%90a")
    row = page.get_by_role("row").filter(has_text="Tam Đa")
    expect(row).to_contain_text("16/20")
    applies = "'Tiêu chí'!H2"
    assert stand_in.spreadsheet.value_range("'Tiêu chí'!A2:A2")["values"] == [["TC01"]]
    stand_in.spreadsheet.write(applies, "Chi Thiết")
    try:
        expect(row).to_contain_text("15/19")
        assert "don-vi=Tam" in page.url
        expect(page.get_by_text("Đang lọc:")).to_be_visible()
    finally:
        stand_in.spreadsheet.write(applies, "")
    expect(row).to_contain_text("16/20")


@pytest.mark.parametrize(
    ("fault", "cause", "remedy"),
    [
        pytest.param(not_permitted(), "chưa được chia sẻ", "Người xem", id="not-shared"),
        pytest.param(html_page(), "không đúng dạng", "trang đăng nhập", id="login-page"),
    ],
)
def test_a_failing_source_keeps_the_numbers_and_says_why(
    stand_in: StandIn, server: Server, page: Page, fault: Fault, cause: str, remedy: str
):
    visit(page, server.url)
    before = red_count(page)
    warning = page.get_by_role("alert")
    with stand_in.failing(fault):
        expect(warning).to_contain_text(cause)
        expect(warning).to_contain_text(remedy)
        expect(warning).to_contain_text("Đang hiển thị số liệu đọc lúc")
        assert red_count(page) == before
        page.reload()
        settle(page)
        assert red_count(page) == before
    expect(warning).to_have_count(0)


def test_a_reader_can_ask_for_a_refresh(stand_in: StandIn, server: Server, page: Page):
    visit(page, f"{server.url}/cach-tinh")
    # Again and again: while the sheet is being read anyhow a reader is refused, and on a slow
    # machine that may be so, or the few seconds over, at any one time.
    page.wait_for_function(PRESSED_UNTIL, arg="Đang đọc lại sổ.", polling=500)
    page.wait_for_function(PRESSED_UNTIL, arg="thử lại sau ít giây", polling=500)


def test_problems_link_to_their_cell(stand_in: StandIn, server: Server, page: Page):
    visit(page, f"{server.url}/chat-luong")
    spreadsheet = re.escape(stand_in.spreadsheet.id)
    address = re.compile(
        rf"^https://docs\.google\.com/spreadsheets/d/{spreadsheet}/edit#gid=\d+&range=[A-Z]+\d+$"
    )
    links = page.locator("a[href*='docs.google.com']")
    expect(links.first).to_have_attribute("href", address)


def test_many_viewers_cost_no_more_requests_than_one(stand_in: StandIn, server: Server, page: Page):
    address = f"{server.url}/xep-hang"
    visit(page, address)
    for _ in range(2):
        visit(page.context.new_page(), address)
    stand_in.forget_log()
    began = time.monotonic()
    while (reads := len(stand_in.requests(Kind.VALUES))) < 6:
        assert time.monotonic() < began + PATIENCE, reads
        page.wait_for_timeout(100)
    refreshes = (time.monotonic() - began) / REFRESH_SECONDS
    # However slow the machine: one begins the span, one may have begun before it.
    assert reads <= refreshes + 2, "one request a refresh is all that any number may cause"

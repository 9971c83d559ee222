"""A saved workbook shows by itself; one that cannot be read keeps the numbers and says why."""

import os
import re
import signal
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from openpyxl import load_workbook
from playwright.sync_api import Page, expect

from tests.e2e.browser import PATIENCE, Faults, visit
from tests.e2e.server import Server, running, served

FILTER = "nhom=Duy+tr%C3%AC+%C4%91i%E1%BB%83n+h%C3%ACnh"


def write_line(workbook: Path, *cells: object) -> None:
    """Save a log line below the last one, as a spreadsheet program does: all at once."""
    book = load_workbook(workbook)
    sheet = book["Tiến độ"]
    last = max(cell.row for cell in sheet["A"] if cell.value is not None)
    for column, value in enumerate(cells, start=1):
        sheet.cell(last + 1, column).value = value
    draft = workbook.with_suffix(".new")
    book.save(draft)
    draft.replace(workbook)


@pytest.fixture(scope="module")
def changing(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """Give an app of this file's own; only its last test may leave the workbook changed."""
    with served(tmp_path_factory.mktemp("changing")) as server:
        yield server


def test_first_start_makes_the_example_and_says_so(changing: Server, page: Page):
    visit(page, changing.url)
    assert changing.workbook.is_file()
    expect(page.get_by_test_id("stMetricValue").nth(4)).to_have_text("311/600")
    expect(page.get_by_text("DỮ LIỆU MINH HỌA")).to_be_visible()
    page.get_by_text("Đang dùng sổ theo dõi mẫu").click()
    expect(page.get_by_text("mục 5 của Hướng dẫn")).to_be_visible()


def test_unreadable_workbook_keeps_the_numbers(changing: Server, page: Page):
    visit(page, changing.url)
    figures = page.get_by_test_id("stMetricValue").all_inner_texts()
    content = changing.workbook.read_bytes()
    changing.workbook.unlink()
    said = page.get_by_role("alert")
    expect(said).to_contain_text("Không tìm thấy tệp so-theo-doi.xlsx")
    expect(said).to_contain_text("Đang hiển thị số liệu đọc lúc")
    expect(said).to_contain_text("Cần làm:")
    changing.workbook.write_text("không phải sổ")
    expect(said).to_contain_text("không phải tệp Excel")
    assert page.get_by_test_id("stMetricValue").all_inner_texts() == figures
    changing.workbook.write_bytes(content)
    expect(said).to_have_count(0)


def test_a_page_runs_no_script_until_the_sheet_changes_and_then_shows_it_by_itself(
    changing: Server, page: Page
):
    heard: list[int] = []
    asked: list[str] = []
    page.on("websocket", lambda socket: socket.on("framereceived", lambda data: heard.append(1)))
    page.on("request", lambda request: asked.append(request.url))
    visit(page, f"{changing.url}/?{FILTER}")
    met = page.get_by_test_id("stMetricValue").nth(4)
    before = met.inner_text()
    heard.clear()
    with page.expect_response(re.compile("/tinh-trang"), timeout=1000 * PATIENCE):
        pass
    assert heard == []
    assert [url for url in asked if "/tinh-trang" in url]
    write_line(changing.workbook, date(2024, 9, 14), "Sơn Nam", "TC01", "Chưa đạt", 50)
    expect(met).not_to_have_text(before)
    assert heard
    assert FILTER in page.url


def test_a_lost_server_is_told_in_vietnamese_and_found_again(
    own_server: Server, page: Page, faults: Faults
):
    faults.expect("ERR_|WebSocket|server endpoint|server is not responding|Cannot send rerun")
    visit(page, own_server.url)
    met = page.get_by_test_id("stMetricValue").nth(4)
    expect(met).to_have_text("311/600")
    os.kill(own_server.process_ids[0], signal.SIGKILL)
    said = page.get_by_role("alert")
    expect(said).to_contain_text("Mất kết nối với máy chủ từ")
    expect(page.get_by_role("dialog")).to_have_count(0)
    expect(met).to_be_visible()
    write_line(own_server.workbook, date(2024, 9, 14), "Sơn Nam", "TC01", "Chưa đạt", 50)
    port = int(own_server.url.rsplit(":", 1)[1])
    with running(own_server.folder, port):
        expect(met).to_have_text("310/600")
        expect(said).to_have_count(0)

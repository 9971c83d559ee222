"""A saved workbook shows by itself; one that cannot be read keeps the numbers and says why."""

import os
import re
import signal
from datetime import date
from pathlib import Path

from openpyxl import load_workbook
from playwright.sync_api import Page, expect

from tests.e2e.browser import PATIENCE, Faults, visit
from tests.e2e.server import Server, running

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


def test_saved_workbook_shows_by_itself(own_server: Server, page: Page):
    visit(page, f"{own_server.url}/?{FILTER}")
    met = page.get_by_test_id("stMetric").filter(has_text="Tiêu chí đạt")
    before = met.get_by_test_id("stMetricValue").inner_text()
    write_line(own_server.workbook, date(2024, 9, 14), "Sơn Nam", "TC01", "Chưa đạt", 50)
    expect(met.get_by_test_id("stMetricValue")).not_to_have_text(before)
    assert FILTER in page.url


def test_unreadable_workbook_keeps_the_numbers(own_server: Server, page: Page):
    visit(page, own_server.url)
    figures = page.get_by_test_id("stMetricValue").all_inner_texts()
    content = own_server.workbook.read_bytes()
    own_server.workbook.unlink()
    said = page.get_by_role("alert")
    expect(said).to_contain_text("Không tìm thấy tệp so-theo-doi.xlsx")
    expect(said).to_contain_text("Đang hiển thị số liệu đọc lúc")
    expect(said).to_contain_text("Cần làm:")
    own_server.workbook.write_text("không phải sổ")
    expect(said).to_contain_text("không phải tệp Excel")
    assert page.get_by_test_id("stMetricValue").all_inner_texts() == figures
    own_server.workbook.write_bytes(content)
    expect(said).to_have_count(0)


def test_a_page_looked_at_runs_no_script_until_the_sheet_changes(own_server: Server, page: Page):
    heard: list[int] = []
    asked: list[str] = []
    page.on("websocket", lambda socket: socket.on("framereceived", lambda data: heard.append(1)))
    page.on("request", lambda request: asked.append(request.url))
    visit(page, own_server.url)
    met = page.get_by_test_id("stMetricValue").nth(4)
    expect(met).to_have_text("311/600")  # the example may still be written when the page comes
    heard.clear()
    with page.expect_response(re.compile("/tinh-trang"), timeout=1000 * PATIENCE):
        pass
    assert heard == []
    assert [url for url in asked if "/tinh-trang" in url]
    write_line(own_server.workbook, date(2024, 9, 14), "Sơn Nam", "TC01", "Chưa đạt", 50)
    expect(met).to_have_text("310/600")
    assert heard


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


def test_first_start_makes_the_example_and_says_so(own_server: Server, page: Page):
    visit(page, own_server.url)
    assert own_server.workbook.is_file()
    expect(page.get_by_text("DỮ LIỆU MINH HỌA")).to_be_visible()
    page.get_by_text("Đang dùng sổ theo dõi mẫu").click()
    expect(page.get_by_text("mục 5 của Hướng dẫn")).to_be_visible()

"""A saved workbook shows by itself; one that cannot be read keeps the numbers and says why."""

import os
import re
import signal
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path
from urllib.parse import quote

import pytest
from openpyxl import load_workbook
from playwright.sync_api import Page, expect

from lib.grid import Grid
from lib.memory.files import Memory
from lib.memory.place import WORKBOOK
from lib.source.workbook import read_saved_workbook
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


def test_a_page_that_fails_says_so_in_vietnamese(changing: Server, page: Page):
    script = changing.folder / "pages" / "method.py"
    content = script.read_text("utf-8")
    script.write_text("raise RuntimeError", "utf-8")
    page.goto(f"{changing.url}/cach-tinh")
    expect(page.get_by_test_id("stException")).to_contain_text("Trang này gặp lỗi")
    expect(page.get_by_test_id("stException")).not_to_contain_text("error")
    script.write_text(content, "utf-8")


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


def test_a_day_remembered_tells_by_itself_what_was_rewritten_and_written_late(
    changing: Server, page: Page
):
    visit(page, changing.url)
    expect(page.get_by_text("chưa ghi nhớ sổ ngày nào")).to_be_visible()
    unsent = tuple(map(without_a_report, read_saved_workbook(changing.workbook)))
    moment = datetime(2024, 8, 14, 10, tzinfo=UTC)
    Memory(changing.folder / ".memory", identity=WORKBOOK).record(
        unsent, moment.date(), read_at=moment
    )
    expect(page.get_by_text(re.compile("Sổ kỳ 15/08/2024 đã bị sửa ở 1 chỗ"))).to_be_visible()
    page.get_by_role("link", name="Xem từng chỗ").click()
    line = page.get_by_role("row", name=re.compile("Tam Đa T08"))
    expect(line).to_contain_text(re.compile("Quá hạn.*Hoàn thành đúng hạn"))
    visit(page, f"{changing.url}/han?xem={quote('Lịch báo cáo')}")
    row = page.get_by_role("row", name=re.compile("Tam Đa"))
    expect(row.get_by_role("link", name="T08: Gửi đúng hạn, ghi vào sổ sau hạn")).to_be_visible()
    page.get_by_role("radio", name="Ghi sau hạn").click()
    expect(page.get_by_text("1 mục ghi đúng hạn nhưng chỉ có trong sổ sau hạn")).to_be_visible()

    visit(page, f"{changing.url}/?ngay=15/08/2024&nhu-da-chieu=true")
    shown = page.get_by_text("NHƯ ĐÃ TRÌNH CHIẾU – mọi con số")
    expect(shown).to_be_visible()
    expect(page.locator(".freshness")).to_contain_text("Sổ hiện nay đọc lúc")
    for visible in (False, True):
        page.get_by_text("Như đã trình chiếu", exact=True).click()
        expect(shown).to_be_visible(visible=visible)


def without_a_report(grid: Grid) -> Grid:
    """Leave out Tam Đa's report for August."""
    kept = [row for row in grid.rows if not re.match("Tam Đa T08", " ".join(map(str, row[1:3])))]
    return replace(grid, rows=tuple(kept))


ENGLISH_SEEN = """() => {
  window.englishSeen = [];
  const look = () => {
    const said = document.querySelector('[role="dialog"]')?.innerText ?? '';
    if (/Streamlit|server/.test(said)) window.englishSeen.push(said);
    requestAnimationFrame(look);
  };
  look();
}"""


def test_a_lost_server_is_told_in_vietnamese_and_found_again(
    own_server: Server, page: Page, faults: Faults
):
    faults.expect("ERR_|WebSocket|server endpoint|server is not responding|Cannot send rerun")
    visit(page, own_server.url)
    met = page.get_by_test_id("stMetricValue").nth(4)
    expect(met).to_have_text("311/600")
    page.evaluate(ENGLISH_SEEN)
    os.kill(own_server.process_ids[0], signal.SIGKILL)
    said = page.get_by_role("alert")
    expect(said).to_contain_text("Mất kết nối với máy chủ từ")
    expect(page.get_by_role("dialog")).to_have_count(0)
    assert page.evaluate("window.englishSeen") == []
    expect(met).to_be_visible()
    for width in (1920, 1024, 820, 683, 390, 1366):
        page.set_viewport_size({"width": width, "height": 768})
        expect(said).to_be_in_viewport()
    write_line(own_server.workbook, date(2024, 9, 14), "Sơn Nam", "TC01", "Chưa đạt", 50)
    port = int(own_server.url.rsplit(":", 1)[1])
    with running(own_server.folder, port):
        expect(met).to_have_text("310/600")
        expect(said).to_have_count(0)

"""The matrix of 31 units and 34 criteria fits a projector; a printed page holds whole tables."""

import re
from pathlib import Path

from openpyxl import load_workbook
from playwright.sync_api import Page, expect

from lib.template.workbook import write_workbook
from tests.e2e.browser import visit
from tests.e2e.server import Server, served

PROJECTOR = {"width": 1920, "height": 1080}


def with_more(path: Path, *, criteria: int, units: int) -> Path:
    """Write the example with as many criteria and units more as asked for."""
    write_workbook(path, with_sample=True)
    book = load_workbook(path)
    for title, rows in (
        ("Tiêu chí", [(f"TD{n:02}", "VI. Thêm", f"Tiêu chí thêm {n}") for n in range(criteria)]),
        ("Đơn vị", [(f"Xã Thêm {n}", "Xã", "Tạo tiền đề") for n in range(units)]),
    ):
        sheet = book[title]
        last = max(cell.row for cell in sheet["A"] if cell.value is not None)
        for row, cells in enumerate(rows, start=last + 1):
            for column, value in enumerate(cells, start=1):
                sheet.cell(row, column).value = value
    book.save(path)
    return path


def test_the_matrix_fits_a_projector(tmp_path: Path, page: Page):
    workbook = with_more(tmp_path / "more.xlsx", criteria=14, units=1)
    page.set_viewport_size(PROJECTOR)
    with served(tmp_path / "app", workbook=workbook) as server:
        visit(page, f"{server.url}/den-tin-hieu")
        rows = page.locator("td.share")
        expect(rows).to_have_count(31)
        expect(page.get_by_text("TD13", exact=True).first).to_be_in_viewport(ratio=1)
        expect(rows.first).to_be_in_viewport(ratio=1)
        expect(rows.last).to_be_in_viewport(ratio=1)
        expect(page.locator("td.sum").last).to_be_in_viewport(ratio=1)
        page.close()  # before its server stops


def test_a_printed_page_holds_the_whole_table(app_server: Server, page: Page):
    visit(page, f"{app_server.url}/han")
    page.emulate_media(media="print")
    expect(page.get_by_test_id("stSidebar")).to_be_hidden()
    expect(page.get_by_text("Số liệu đến ngày")).to_be_visible()
    cut = page.evaluate(
        """() => [...document.querySelectorAll('table')].filter((table) => {
          for (let box = table.parentElement; box; box = box.parentElement) {
            const style = getComputedStyle(box);
            if (/auto|scroll|hidden/.test(style.overflowY) && box.scrollHeight > box.clientHeight + 1)
              return true;
          }
          return false;
        }).length"""
    )
    assert cut == 0


def test_the_matrix_is_one_sheet_of_paper(app_server: Server, page: Page):
    visit(page, f"{app_server.url}/den-tin-hieu")
    expect(page.locator(".key li")).to_have_count(20)
    paper = page.pdf(format="A4", landscape=True)
    assert len(re.findall(rb"/Type\s*/Page\b(?!s)", paper)) == 1


def test_printing_waits_for_the_charts_or_says_what_is_missing(app_server: Server, page: Page):
    page.add_init_script("window.printed = 0; window.print = () => { window.printed += 1; };")
    visit(page, app_server.url)
    # As while a chart's own script is still on its way.
    page.get_by_test_id("stVegaLiteChart").first.evaluate(
        "chart => { chart.dataset.testid = 'stSkeleton'; window.waiting = chart; }"
    )
    page.keyboard.press("Control+p")
    page.emulate_media(media="print")
    told = page.evaluate("getComputedStyle(window.waiting, '::after').content")
    assert told == '"(Biểu đồ chưa vẽ xong khi in. Chờ biểu đồ hiện ra rồi in lại.)"'
    assert page.evaluate("window.printed") == 0
    page.evaluate("window.waiting.dataset.testid = 'stVegaLiteChart'")
    page.wait_for_function("() => window.printed === 1")

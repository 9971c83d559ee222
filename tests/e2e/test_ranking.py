"""Xếp hạng in a real browser: bars in the rows, cohorts apart or one list, a row leads to its unit."""

import re
from typing import Any

from playwright.sync_api import Locator, Page, expect

from tests.e2e.browser import settle, visit
from tests.e2e.server import Server

HEADS = [
    *["Hạng", "Đơn vị", "Tiêu chí đạt", "Cần đến nay", "±", "Hạng các tháng"],
    *["Tiến độ", "Báo cáo đúng hạn", "Quá hạn", "Đèn"],
]
ON_PAPER = {"width": 700, "height": 900}
# What a browser draws in the cell of a row: how long and of what, before or behind its text.
DRAWN = """(cell) => {
  const text = cell.querySelector("p");
  const [mark, bar] = ["::before", "::after"].map((part) => getComputedStyle(text, part));
  return {
    text: text.textContent,
    lengths: bar.backgroundSize.split(", ").map((size) => parseFloat(size)),
    printed: [bar, mark].every((part) => part.printColorAdjust === "exact"),
    wide: parseFloat(bar.width) > 40,
    mark: mark.content === "none" ? null : Math.round(
      100 * (parseFloat(mark.marginLeft) + parseFloat(mark.width) / 2) / parseFloat(bar.width)),
    shape: bar.maskImage.slice(0, 5),
  };
}"""


def drawn(table: Locator, name: str, head: str) -> dict[str, Any]:
    row = table.locator("tbody tr").filter(has_text=name)
    return row.locator("td").nth(HEADS.index(head)).evaluate(DRAWN)


def test_cohorts_stand_apart(app_server: Server, page: Page):
    visit(page, f"{app_server.url}/xep-hang")
    expect(page.get_by_test_id("stTable")).to_have_count(3)
    expect(page.get_by_test_id("stVegaLiteChart")).to_have_count(0)
    heads = page.get_by_test_id("stTable").first.get_by_role("columnheader")
    assert heads.all_inner_texts() == HEADS


def test_figures_stand_to_the_right(app_server: Server, page: Page):
    visit(page, f"{app_server.url}/xep-hang")
    cells = page.get_by_test_id("stTable").first.locator("tbody tr").first.locator("td")
    sides = cells.evaluate_all("cells => cells.map(cell => getComputedStyle(cell).textAlign)")
    named = dict(zip(HEADS, sides, strict=True))
    assert [head for head, side in named.items() if side != "right"] == [
        *["Đơn vị", "Tiêu chí đạt", "Hạng các tháng", "Đèn"],
    ]


def test_one_list_is_kept_in_the_address(app_server: Server, page: Page):
    visit(page, f"{app_server.url}/xep-hang")
    page.get_by_role("radio", name="Một danh sách").or_(
        page.get_by_role("button", name="Một danh sách")
    ).first.click()
    expect(page.get_by_test_id("stTable")).to_have_count(1)
    settle(page)
    visit(page, page.url)
    expect(page.get_by_test_id("stTable")).to_have_count(1)
    first = page.get_by_test_id("stTable").locator("tbody tr").first.get_by_role("link")
    heading = page.get_by_role("heading", name="dẫn đầu, đạt")
    expect(heading).to_have_text(re.compile(f"^Tất cả đơn vị: {first.inner_text()} dẫn đầu"))


def test_row_leads_to_the_unit(app_server: Server, page: Page):
    visit(page, f"{app_server.url}/xep-hang")
    unit = page.get_by_test_id("stTable").first.get_by_role("link").first
    name = unit.inner_text()
    unit.click()
    expect(page.get_by_role("heading", name=name, exact=True)).to_be_visible()


SCREENS = ((1366, 768), (1024, 768), (820, 1180), (390, 844))


def test_a_row_holds_its_bar_with_the_mark_of_what_is_needed_and_its_line(
    app_server: Server, page: Page
):
    visit(page, f"{app_server.url}/xep-hang")
    table = page.get_by_test_id("stTable").first
    for width, height in SCREENS:
        page.set_viewport_size({"width": width, "height": height})
        settle(page)
        assert_drawn(table)
    page.set_viewport_size(ON_PAPER)
    page.emulate_media(media="print")
    assert_drawn(table)


def assert_drawn(table: Locator) -> None:
    bar = drawn(table, "Cấp Tiến", "Tiêu chí đạt")
    assert bar["text"] == "6/20"
    assert bar["lengths"] == [30.0, 60.5]
    assert bar["mark"] == 45
    assert bar["wide"]
    assert bar["printed"]
    line = drawn(table, "Cấp Tiến", "Hạng các tháng")
    assert line["text"] == "22 → 22"
    assert line["shape"] == 'url("'
    assert line["wide"]
    assert line["printed"]
    merged = drawn(table, "Hồng Sơn", "Hạng các tháng")
    assert merged["text"] == "–"
    assert merged["shape"] == "none"
    # Nothing is cut, nor out of sight beside the screen.
    assert table.locator("> div").evaluate("box => box.scrollWidth - box.clientWidth") <= 1


def test_bars_have_the_colours_of_the_readers_screen(app_server: Server, page: Page):
    visit(page, f"{app_server.url}/xep-hang")
    row = page.get_by_test_id("stTable").first.locator("tbody tr").filter(has_text="Cấp Tiến")
    share = row.locator("td").nth(2).locator("p")
    for scheme, red in (("light", "rgb(198, 47, 43)"), ("dark", "rgb(240, 101, 91)")):
        page.emulate_media(color_scheme=scheme)
        settle(page)
        assert red in share.evaluate("text => getComputedStyle(text, '::after').backgroundImage")


def test_a_bar_stays_with_its_unit_when_the_table_is_sorted(app_server: Server, page: Page):
    visit(page, f"{app_server.url}/xep-hang")
    table = page.get_by_test_id("stTable").first
    before = drawn(table, "Cấp Tiến", "Tiêu chí đạt")
    head = table.get_by_role("columnheader", name="Tiêu chí đạt")
    head.click()
    expect(table.locator("tbody tr").first).to_contain_text("Cấp Tiến")
    assert drawn(table, "Cấp Tiến", "Tiêu chí đạt") == before
    shares = table.locator("tbody td:nth-child(3)").all_inner_texts()
    met = [int(share.split("/")[0]) for share in shares]
    assert met == sorted(met)


def test_before_anybody_has_anything_there_is_no_rank_and_no_line(app_server: Server, page: Page):
    visit(page, f"{app_server.url}/xep-hang?ngay=05%2F01%2F2024")
    table = page.get_by_test_id("stTable").first
    for head in ("Hạng", "±", "Hạng các tháng"):
        cells = table.locator(f"tbody td:nth-child({HEADS.index(head) + 1})")
        assert set(cells.all_inner_texts()) == {"–"}
    bar = drawn(table, "Cấp Tiến", "Tiêu chí đạt")
    assert bar["lengths"] == [0.0, 0.0]
    assert bar["mark"] is None


def test_rows_keep_to_the_ranks_when_the_date_changes(app_server: Server, page: Page):
    visit(page, f"{app_server.url}/xep-hang")
    rows = page.get_by_test_id("stTable").first.locator("tbody tr")
    expect(rows.filter(has_text="Hồng Sơn")).to_have_count(1)
    page.get_by_role("combobox", name="Ngày số liệu", exact=True).click()
    page.keyboard.type("31/08/2024")
    page.keyboard.press("Enter")
    expect(rows.filter(has_text="Hồng Lạc")).to_have_count(1)
    ranks = [int(cell) for cell in rows.locator("td:first-child").all_inner_texts()]
    assert ranks == sorted(ranks)
    assert len(ranks) > 20

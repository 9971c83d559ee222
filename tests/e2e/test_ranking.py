"""Xếp hạng in a real browser: cohorts apart or one list, a row leads to its unit."""

import re

from playwright.sync_api import Page, expect

from tests.e2e.browser import settle, visit
from tests.e2e.server import Server

HEADS = [
    *["TT", "Đơn vị", "Hạng", "±", "Tiêu chí đạt"],
    *["Tiến độ", "Báo cáo đúng hạn", "Quá hạn", "Đèn"],
]


def test_cohorts_stand_apart(app_server: Server, page: Page):
    visit(page, f"{app_server.url}/xep-hang")
    expect(page.get_by_test_id("stTable")).to_have_count(3)
    expect(page.get_by_test_id("stVegaLiteChart")).to_have_count(3)
    heads = page.get_by_test_id("stTable").first.get_by_role("columnheader")
    assert heads.all_inner_texts() == HEADS


def test_figures_stand_to_the_right(app_server: Server, page: Page):
    visit(page, f"{app_server.url}/xep-hang")
    cells = page.get_by_test_id("stTable").first.locator("tbody tr").first.locator("td")
    sides = cells.evaluate_all("cells => cells.map(cell => getComputedStyle(cell).textAlign)")
    named = dict(zip(HEADS, sides, strict=True))
    assert [head for head, side in named.items() if side != "right"] == ["Đơn vị", "Đèn"]


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


def test_bars_keep_to_the_ranks_when_the_date_changes(app_server: Server, page: Page):
    visit(page, f"{app_server.url}/xep-hang")
    names = page.get_by_test_id("stVegaLiteChart").first.locator(".role-axis-label text")
    names = names.filter(has_text=re.compile(r"^\d+\. "))
    expect(names.filter(has_text="Hồng Sơn")).to_have_count(1)
    page.get_by_role("combobox", name="Ngày số liệu", exact=True).click()
    page.keyboard.type("31/08/2024")
    page.keyboard.press("Enter")
    expect(names.filter(has_text="Hồng Lạc")).to_have_count(1)
    ranks = [int(name.split(".")[0]) for name in names.all_text_contents()]
    assert ranks == sorted(ranks)
    assert len(ranks) > 20

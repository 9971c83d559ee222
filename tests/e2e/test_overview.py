"""Tổng quan in a real browser: complete in one screen, and it leads on."""

import re

from playwright.sync_api import Page, expect

from tests.e2e.browser import settle, visit
from tests.e2e.server import Server

PROJECTOR = {"width": 1920, "height": 1080}


def test_says_what_leaders_ask_first(app_server: Server, page: Page):
    visit(page, app_server.url)
    expect(page.get_by_role("heading", level=1)).to_have_text("Tổng quan")
    for name in ("Tiêu chí đạt", "Mục quá hạn", "Báo cáo đúng hạn"):
        expect(page.get_by_test_id("stMetricLabel").filter(has_text=name)).to_be_visible()
    for light in ("■ Đỏ", "▲ Vàng", "● Xanh", "○ Xám"):
        expect(page.get_by_test_id("stMetricLabel").filter(has_text=light)).to_be_visible()
    expect(page.get_by_text("Số liệu đến ngày")).to_be_visible()
    expect(page.get_by_role("heading", name="Đỏ trước")).to_be_visible()
    expect(page.get_by_role("heading", name="Thay đổi từ ngày")).to_be_visible()


def test_key_figures_can_be_read_from_the_back(app_server: Server, page: Page):
    page.set_viewport_size(PROJECTOR)
    visit(page, app_server.url)
    sizes = page.get_by_test_id("stMetricValue").evaluate_all(
        "values => values.map(value => parseFloat(getComputedStyle(value).fontSize))"
    )
    assert min(sizes) >= 24
    body = page.locator('[data-testid="stTable"] td p').first
    assert body.evaluate("text => parseFloat(getComputedStyle(text).fontSize)") >= 18


def test_chart_has_a_text(app_server: Server, page: Page):
    visit(page, app_server.url)
    chart = page.get_by_test_id("stVegaLiteChart")
    assert "số tiêu chí đạt từ" in (chart.get_attribute("aria-label") or "")


def test_red_unit_leads_to_its_page_and_back(app_server: Server, page: Page):
    visit(page, f"{app_server.url}/?nhom=X%C3%A2y+d%E1%BB%B1ng+%C4%91i%E1%BB%83n+h%C3%ACnh")
    first = page.locator('[data-testid="stTable"] a').first
    name = first.inner_text()
    first.click()
    expect(page.get_by_role("heading", name=name, exact=True)).to_be_visible()
    settle(page)
    assert "nhom=" in page.url
    page.go_back()
    expect(page.get_by_role("heading", level=1)).to_have_text("Tổng quan – Xây dựng điển hình")
    settle(page)
    assert "ten=" not in page.url
    assert "nhom=" in page.url


def test_a_criterion_in_a_reason_leads_to_its_page_from_the_list_and_from_a_unit(
    app_server: Server, page: Page
):
    visit(page, app_server.url)
    red = page.get_by_role("table", name="Các đơn vị đèn đỏ và lý do")
    row = red.get_by_role("row").filter(has_text="Cấp Tiến")
    row.get_by_role("link", name="TC01 – ").click()
    settle(page)
    expect(page.get_by_role("heading", name=re.compile("^TC01 – Quán triệt"))).to_be_visible()
    page.go_back()
    settle(page)
    row.get_by_role("link", name="Cấp Tiến").click()
    settle(page)
    page.get_by_test_id("stMain").get_by_role("link", name="TC04 – ").first.click()
    settle(page)
    page.get_by_role("link", name="Xem TC04 ở mọi đơn vị").click()
    settle(page)
    expect(page.get_by_role("heading", name=re.compile("^TC04 – Bố trí"))).to_be_visible()

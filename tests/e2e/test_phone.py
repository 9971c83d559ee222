"""On a phone: one bar, the first figure near the top, every way to look, and the reader's own unit."""

import re
from urllib.parse import quote

from playwright.sync_api import Page, expect

from tests.e2e.browser import settle, visit
from tests.e2e.conftest import PHONE
from tests.e2e.server import Server

TAM_DA = f"don-vi?ten={quote('Tam Đa')}"


def test_one_bar_stands_above_the_first_figure_and_a_switch_shows_all_its_ways(
    app_server: Server, phone_page: Page
):
    page = phone_page
    visit(page, f"{app_server.url}/han")
    settle(page)
    bar = page.get_by_test_id("stHeader").bounding_box()
    assert bar is not None
    assert (bar["y"], bar["height"]) == (0, 48)
    figure = page.get_by_test_id("stMetricValue").first.bounding_box()
    assert figure is not None
    assert figure["y"] + figure["height"] <= PHONE["height"] / 3
    ways = page.get_by_role("radiogroup", name="Xem").get_by_role("radio")
    expect(ways.nth(5)).to_be_visible()
    for way in ways.all():
        box = way.bounding_box()
        assert box is not None
        assert box["x"] >= 0
        assert box["x"] + box["width"] <= PHONE["width"]


def test_a_readers_own_unit_is_remembered_on_the_device_until_it_is_forgotten(
    app_server: Server, phone_page: Page
):
    page = phone_page
    mine = page.get_by_role("navigation", name="Nơi của tôi")
    visit(page, f"{app_server.url}/{TAM_DA}&nhom={quote('Xây dựng điển hình')}")
    mine.get_by_role("button", name="Đặt làm đơn vị của tôi").click()
    expect(mine.get_by_role("button", name="Đơn vị của tôi")).to_have_attribute(
        "aria-pressed", "true"
    )
    visit(page, app_server.url)
    mine.get_by_role("link", name="Tam Đa").click()
    settle(page)
    expect(page.get_by_role("heading", level=1)).to_have_text("Tam Đa")
    visit(page, f"{app_server.url}/co-quan?ten={quote('Phòng Nội vụ')}")
    expect(mine.get_by_role("button", name="Đặt làm cơ quan của tôi")).to_be_visible()
    visit(page, f"{app_server.url}/{TAM_DA}")
    mine.get_by_role("button", name="Đơn vị của tôi").click()
    visit(page, app_server.url)
    expect(mine).to_be_hidden()


def test_the_rest_of_a_list_is_a_press_away_and_all_of_it_on_paper(
    app_server: Server, phone_page: Page
):
    page = phone_page
    visit(page, f"{app_server.url}/chat-luong")
    cards = page.get_by_role("table", name="Xã, thị trấn, cơ quan sửa: 13 chỗ")
    rows = cards.locator("tbody tr:visible")
    more = page.get_by_role("button", name="Xem cả 13 mục")
    expect(more).to_have_attribute("aria-expanded", "false")
    expect(rows).to_have_count(6)
    more.press("Enter")
    expect(rows).to_have_count(13)
    page.get_by_role("button", name="Thu gọn", expanded=True).click()
    expect(rows).to_have_count(6)
    page.emulate_media(media="print")
    expect(rows).to_have_count(13)
    expect(more).to_be_hidden()


def test_a_wider_screen_shows_all_of_it(app_server: Server, page: Page):
    visit(page, f"{app_server.url}/chat-luong")
    cards = page.get_by_role("table", name="Xã, thị trấn, cơ quan sửa: 13 chỗ")
    expect(cards.locator("tbody tr:visible")).to_have_count(13)
    expect(page.get_by_text("Xem cả")).to_be_hidden()
    visit(page, f"{app_server.url}/cach-tinh")
    expect(page.get_by_text("Bằng nhau cả ba thì cùng hạng")).to_be_visible()
    expect(page.get_by_role("button", name="Xếp hạng")).to_have_count(0)


def test_a_section_opens_by_its_heading(app_server: Server, phone_page: Page):
    page = phone_page
    visit(page, f"{app_server.url}/cach-tinh")
    head = page.get_by_test_id("stMain").get_by_role("button", name="Xếp hạng")
    text = page.get_by_text("Bằng nhau cả ba thì cùng hạng")
    expect(head).to_have_attribute("aria-expanded", "false")
    expect(text).to_be_hidden()
    head.press("Enter")
    expect(text).to_be_visible()
    head.click()
    expect(text).to_be_hidden()
    page.emulate_media(media="print")
    expect(text).to_be_visible()


def test_a_card_leaves_out_what_is_empty(app_server: Server, phone_page: Page):
    page = phone_page
    visit(page, f"{app_server.url}/don-vi?ten={quote('Cấp Tiến')}")
    must = page.get_by_role("table", name="Việc phải làm ngay của Cấp Tiến")
    told = must.locator("td:visible").all_inner_texts()
    assert len(told) > 12
    assert {"", "–"}.isdisjoint(text.strip() for text in told)


def test_the_matrix_lists_what_asks_for_something_and_the_rest_when_told(
    app_server: Server, phone_page: Page
):
    page = phone_page
    visit(page, f"{app_server.url}/den-tin-hieu")
    line = page.locator(".frame tbody tr").filter(has_text="Cấp Tiến")
    spots = line.locator("td.spot:visible")
    expect(spots.first).to_be_visible()
    told = spots.evaluate_all("cells => cells.map((cell) => cell.textContent.replace(/^\\W+/, ''))")
    assert {text.split(": ")[1] for text in told} == {"Quá hạn", "Nguy cơ chậm", "Chưa báo cáo"}
    names = spots.locator("a").evaluate_all("links => links.map((link) => link.dataset.name)")
    assert names[0].startswith("TC01* – Quán triệt, triển khai đầy đủ các chủ trương, quy định")
    key = page.locator(".key li", has_text="TC04 – Bố trí kinh phí thực hiện")
    expect(key).to_be_hidden()
    page.get_by_label("Cả ô đạt, đúng tiến độ").check()
    expect(spots).to_have_count(20)
    expect(key).to_be_visible()


def test_reading_again_costs_no_line(app_server: Server, phone_page: Page):
    page = phone_page
    visit(page, app_server.url)
    line, button = page.locator(".freshness p"), page.get_by_role("button", name="Đọc lại")
    (whole, press) = (part.bounding_box() for part in (line, button))
    assert whole is not None
    assert press is not None
    assert whole["height"] <= 2 * 20
    assert press["height"] >= 40


LONGEST = 6
"""So many screens a page is at most as it opens."""
PATHS = {
    "overview": "",
    "overview of an agency": f"?co-quan={quote('Công an huyện')}",
    "ranking": "xep-hang",
    "matrix": "den-tin-hieu",
    "criteria": "tieu-chi",
    "a criterion": "tieu-chi?ma=TC10",
    "overdue": "han",
    "due soon": f"han?xem={quote('Sắp đến hạn')}",
    "by owner": f"han?xem={quote('Theo nơi thực hiện')}",
    "by agency": f"han?xem={quote('Theo cơ quan')}",
    "calendar": f"han?xem={quote('Lịch báo cáo')}",
    "reminders": f"han?xem={quote('Nhắc việc')}",
    "units": "don-vi",
    "a green unit": TAM_DA,
    "a red unit": f"don-vi?ten={quote('Cấp Tiến')}",
    "an item": f"don-vi?ten={quote('Cấp Tiến')}&muc=TC01",
    "a merged unit": f"don-vi?ten={quote('Hồng Sơn')}",
    "agencies": "co-quan",
    "the standing agency": f"co-quan?ten={quote('Công an huyện')}",
    "an agency": f"co-quan?ten={quote('Phòng Nội vụ')}",
    "problems": "chat-luong",
    "method": "cach-tinh",
    "slides": "trinh-chieu",
    "conclusions": "ket-luan",
    "exports": "xuat-bao-cao",
}


def test_no_page_is_longer_than_six_screens_nor_wider_than_one(
    app_server: Server, phone_page: Page
):
    page, main, misfits = phone_page, phone_page.get_by_test_id("stMain"), {}
    visit(page, app_server.url)
    for name, path in PATHS.items():
        visit(page, f"{app_server.url}/{path}")
        expect(page.get_by_role("heading", level=1)).to_have_count(1)
        expect(page.get_by_text(re.compile("^Số liệu đến ngày"))).to_be_visible()
        height = main.evaluate("main => main.scrollHeight")
        beside = main.evaluate("main => main.scrollWidth - main.clientWidth")
        if height > LONGEST * PHONE["height"] or beside > 0:
            misfits[name] = (height, beside)
    assert misfits == {}


def test_a_list_of_cards_is_told_no_heads_to_press(app_server: Server, phone_page: Page):
    page, note = phone_page, phone_page.get_by_text("Bấm tên cột để xếp")
    visit(page, f"{app_server.url}/xep-hang")
    settle(page)
    expect(note).to_be_hidden()
    page.set_viewport_size({"width": 1366, "height": 768})
    expect(note).to_be_visible()

"""What a reader sees without scrolling: the answers come first, and no figure is cut."""

import re
from urllib.parse import quote

import pytest
from playwright.sync_api import Page, expect

from tests.e2e.browser import settle, visit
from tests.e2e.server import Server

NOTHING_FOLLOWED = "Cơ quan, đơn vị, phòng, ban khác"
WIDTHS = (1920, 1366, 1024, 820, 683, 390)
CUT = """() => [...document.querySelectorAll('[data-testid="stMetricValue"] *')]
  .filter((box) => box.scrollWidth > box.clientWidth + 1 && getComputedStyle(box).display !== 'inline')
  .map((box) => box.textContent)"""


def first_screen(page: Page) -> str:
    """Return the words that stand in the window, as they are read from above."""
    return page.evaluate(
        """() => {
          const walk = document.createTreeWalker(
            document.querySelector('[data-testid="stMain"]'), NodeFilter.SHOW_TEXT);
          const seen = [];
          for (let node = walk.nextNode(); node; node = walk.nextNode()) {
            const range = document.createRange();
            range.selectNodeContents(node);
            const box = range.getBoundingClientRect();
            if (box.height && box.top >= 0 && box.bottom <= innerHeight) seen.push(node.data);
          }
          return seen.join(' ');
        }"""
    )


@pytest.mark.parametrize(("width", "height"), [(1366, 768), (390, 844)])
def test_the_answers_stand_on_the_first_screen(
    app_server: Server, page: Page, width: int, height: int
):
    page.set_viewport_size({"width": width, "height": height})
    visit(page, app_server.url)
    told = first_screen(page)
    assert re.search(r"Cuối bảng:.*quá hạn \d+ mục, lâu nhất \d+ ngày", told)
    assert re.search(r"Tiêu chí yếu nhất:.*TC\d\d – .*, \d+/\d+ đơn vị đạt", told)
    assert re.search(r"Báo cáo đến hạn chưa gửi:.*Báo cáo .* nơi", told)


def test_no_figure_is_cut_at_any_width(app_server: Server, page: Page):
    visit(page, app_server.url)
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 844})
        settle(page)
        assert page.evaluate(CUT) == []
        assert page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0


def test_a_unit_looked_at_narrows_no_other_page(app_server: Server, page: Page):
    place = page.locator(".st-key-slide-controls").get_by_text(re.compile(r"^\d+/\d+$"))
    visit(page, f"{app_server.url}/trinh-chieu")
    whole = place.inner_text()
    visit(page, app_server.url)
    page.get_by_test_id("stMain").get_by_role("link", name="Cấp Tiến").first.click()
    expect(page.get_by_role("heading", name="Cấp Tiến", exact=True)).to_be_visible()
    page.get_by_test_id("stSidebarNavLink").filter(has_text="Trình chiếu").click()
    expect(place).to_have_text(whole)
    expect(page.get_by_test_id("stMain")).not_to_contain_text("chưa có đơn vị nào được xếp hạng")


def test_a_filter_is_told_in_the_title_of_every_slide(app_server: Server, page: Page):
    visit(page, f"{app_server.url}/trinh-chieu?don-vi=C%E1%BA%A5p+Ti%E1%BA%BFn")
    place = page.locator(".st-key-slide-controls").get_by_text(re.compile(r"^\d+/\d+$"))
    total = int(place.inner_text().split("/")[1])
    for number in range(1, total + 1):
        expect(place).to_have_text(f"{number}/{total}")
        expect(page.get_by_role("heading", level=2)).to_contain_text("Cấp Tiến – ")
        page.keyboard.press("ArrowRight")


def test_an_agency_without_criteria_is_told_so(app_server: Server, page: Page):
    visit(page, f"{app_server.url}/den-tin-hieu?co-quan={quote(NOTHING_FOLLOWED)}")
    expect(page.get_by_test_id("stMain")).to_contain_text("không theo dõi tiêu chí nào")


@pytest.mark.parametrize(("width", "height"), [(1366, 768), (390, 844)])
def test_what_a_unit_must_do_stands_first_on_its_page(
    app_server: Server, page: Page, width: int, height: int
):
    page.set_viewport_size({"width": width, "height": height})
    visit(page, f"{app_server.url}/don-vi?ten={quote('Cấp Tiến')}")
    told = first_screen(page)
    assert re.search(r"Phải làm ngay: \d+ mục quá hạn", told)
    assert re.search(r"Nếu hoàn thành TC\d\d.* thì đèn đỏ chuyển sang vàng", told)


def test_what_an_agency_must_do_this_week_stands_on_its_first_screen(
    app_server: Server, page: Page
):
    visit(page, f"{app_server.url}/co-quan?ten={quote('Phòng Nội vụ')}")
    assert re.search(r"Việc phải làm đến ngày 22/09/2024.*Báo cáo quý III", first_screen(page))

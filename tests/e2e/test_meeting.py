"""Trình chiếu: turned by keys, fits without scrolling, keeps place and filters."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.e2e.browser import settle, visit
from tests.e2e.server import Server

FITS = """() => {
  const slide = document.querySelector('.st-key-slide');
  const body = slide.querySelector('.st-key-slide-body').getBoundingClientRect();
  const foot = document.querySelector('.st-key-head').getBoundingClientRect();
  return slide.scrollHeight <= slide.clientHeight + 1
    && body.bottom <= foot.top + 1
    && [...slide.querySelectorAll('[data-testid="stTable"] > div')].every(
      (table) => table.scrollWidth <= table.clientWidth + 1)
    && document.documentElement.scrollWidth <= window.innerWidth;
}"""


def title(page: Page):
    return page.get_by_role("heading", level=2)


def position(page: Page):
    return page.locator(".st-key-slide-controls").get_by_text(re.compile(r"^\d+/\d+$"))


def turn(page: Page, key: str, number: int) -> None:
    page.keyboard.press(key)
    expect(position(page)).to_have_text(re.compile(rf"^{number}/"))
    settle(page)


@pytest.mark.parametrize(("width", "height"), [(1920, 1080), (1366, 768)])
def test_every_slide_fits(app_server: Server, page: Page, width: int, height: int):
    page.set_viewport_size({"width": width, "height": height})
    visit(page, f"{app_server.url}/trinh-chieu")
    total = int((position(page).text_content() or "").split("/")[1])
    assert total >= 6
    for number in range(1, total + 1):
        expect(position(page)).to_have_text(f"{number}/{total}")
        page.wait_for_function(FITS)
        if number < total:
            turn(page, "ArrowRight", number + 1)
    expect(title(page)).to_contain_text("Đề nghị chỉ đạo")


def test_keys_turn_and_a_reload_keeps_the_place(app_server: Server, page: Page):
    visit(page, f"{app_server.url}/trinh-chieu?nhom=Duy+tr%C3%AC+%C4%91i%E1%BB%83n+h%C3%ACnh")
    turn(page, "Space", 2)
    turn(page, "PageDown", 3)
    turn(page, "ArrowLeft", 2)
    shown = title(page).text_content()
    page.reload()
    settle(page)
    expect(title(page)).to_have_text(shown or "")
    expect(page.locator(".st-key-filters-on")).to_contain_text("Duy trì điển hình")
    turn(page, "Home", 1)
    page.keyboard.press("Escape")
    expect(page.get_by_role("heading", level=1)).to_have_text("Tổng quan – Duy trì điển hình")
    here = page.locator('[data-testid="stSidebarNavLink"][aria-current="page"]')
    expect(here).to_have_text("Tổng quan")
    assert "nhom=Duy" in page.url


def test_the_ribbon_and_the_dates_stay_in_sight(app_server: Server, page: Page):
    visit(page, f"{app_server.url}/trinh-chieu")
    expect(page.get_by_text("DỮ LIỆU MINH HỌA")).to_be_visible()
    expect(page.get_by_text("Số liệu đến ngày")).to_be_visible()
    expect(page.get_by_test_id("stSidebar")).to_be_hidden()


def test_slides_turn_by_themselves(app_server: Server, page: Page):
    visit(page, f"{app_server.url}/trinh-chieu?chuyen=10+gi%C3%A2y")
    page.get_by_role("combobox").click()
    page.get_by_role("option", name="10 giây").click()
    settle(page)
    expect(position(page)).not_to_have_text(re.compile("^1/"))

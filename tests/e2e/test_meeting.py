"""Trình chiếu: turned by keys, fits without scrolling, keeps place and filters."""

import io
import re

from docx import Document
from playwright.sync_api import BrowserContext, Page, expect

from tests.e2e.browser import settle, visit
from tests.e2e.server import Server

FITS = """() => {
  const page = document.querySelector('[class*="st-key-slide-page"]');
  const body = page.querySelector('[class*="st-key-slide-body"]').getBoundingClientRect();
  const foot = document.querySelector('.st-key-head').getBoundingClientRect();
  return page.scrollHeight <= page.clientHeight + 1
    && body.bottom <= foot.top + 1
    && [...page.querySelectorAll('[data-testid="stTable"] > div')].every((table) =>
      table.closest('[class*="st-key-slide-rows"]') || table.scrollWidth <= table.clientWidth + 1)
    && document.documentElement.scrollWidth <= window.innerWidth;
}"""

# In no more than a third of the room above the foot, down and across, nothing stands.
FULL = """() => {
  const page = document.querySelector('[class*="st-key-slide-page"]').getBoundingClientRect();
  const foot = document.querySelector('.st-key-head').getBoundingClientRect();
  const inside = '[class*="st-key-slide-page"] :is(h2, tr, p, svg.marks, [data-testid="stMetric"])';
  const boxes = [...document.querySelectorAll(inside)]
    .filter((node) => !node.closest('[class*="st-key-slide-rows"]'))
    .map((node) => node.getBoundingClientRect()).filter((box) => box.height > 1);
  const empty = (parts, start, end) => {
    let [at, gaps] = [start, 0];
    for (const [from, to] of parts.sort((a, b) => a[0] - b[0])) {
      gaps += Math.max(from - at, 0);
      at = Math.max(at, to);
    }
    return (gaps + Math.max(end - at, 0)) / (end - start);
  };
  return empty(boxes.map((box) => [box.top, box.bottom]), page.top, foot.top) <= 1 / 3
    && empty(boxes.map((box) => [box.left, box.right]), page.left, page.right) <= 1 / 3;
}"""

APART = """() => {
  const shown = (box) => box.width > 1 && box.height > 1;
  const lines = (within) => [...document.querySelectorAll(within)].flatMap((node) => {
    const text = document.createRange();
    text.selectNodeContents(node);
    return [...text.getClientRects()].filter(shown);
  });
  const buttons = [...document.querySelectorAll('.st-key-slide-controls button')]
    .map((node) => node.getBoundingClientRect()).filter(shown);
  const controls = [...buttons, ...lines('.st-key-slide-controls p')];
  const texts = lines('.st-key-head .freshness p, .st-key-head .st-key-plan p');
  const meet = (a, b) =>
    a.left < b.right - 1 && b.left < a.right - 1 && a.top < b.bottom - 1 && b.top < a.bottom - 1;
  return buttons.length > 4 && texts.length > 1
    && [...controls, ...texts].every((box) => box.bottom <= innerHeight)
    && buttons.every((box) => box.right <= innerWidth)
    && !controls.some((button) => texts.some((text) => meet(button, text)));
}"""


def title(page: Page):
    return page.get_by_role("heading", level=2)


def position(page: Page):
    return page.locator(".st-key-slide-controls").get_by_text(re.compile(r"^\d+/\d+$"))


def turn(page: Page, key: str, number: int) -> None:
    page.keyboard.press(key)
    expect(position(page)).to_have_text(re.compile(rf"^{number}/"))
    settle(page)


SIZES = ((1366, 768), (683, 384), (1024, 768), (1920, 1080))


def test_every_slide_fits(app_server: Server, page: Page):
    page.set_viewport_size({"width": 1920, "height": 1080})
    visit(page, f"{app_server.url}/trinh-chieu")
    total = int((position(page).text_content() or "").split("/")[1])
    assert total >= 6
    for number in range(1, total + 1):
        expect(position(page)).to_have_text(f"{number}/{total}")
        for width, height in SIZES if number == 1 else SIZES[1::2]:
            page.set_viewport_size({"width": width, "height": height})
            page.wait_for_function(FITS)
            if number == 1:
                page.wait_for_function(APART)
        page.wait_for_function(FULL)
        if number < total:
            turn(page, "ArrowRight", number + 1)
    expect(title(page)).to_contain_text("Đề nghị chỉ đạo")


def test_what_is_proposed_is_changed_on_the_spot_copied_and_written(
    app_server: Server, laptop: BrowserContext, page: Page
):
    laptop.grant_permissions(["clipboard-read", "clipboard-write"])
    visit(page, f"{app_server.url}/trinh-chieu?trang=chi-dao-1")
    page.get_by_role("link", name="Kết luận họp").click()
    settle(page)
    what = page.get_by_role("textbox", name="Việc 1", exact=True)
    expect(what).to_have_value(re.compile("^Giải trình và khắc phục: TC01 "))
    names = page.locator("[data-tag]:visible > span")
    assert names.count() > 10
    cut = (
        "names => names.filter((name) => name.scrollWidth > name.clientWidth).map((it) => it.title)"
    )
    for width in (1024, 1366):
        page.set_viewport_size({"width": width, "height": 768})
        assert names.evaluate_all(cut) == []
    what.fill("=Họp\tdân")
    what.blur()
    settle(page)
    page.locator("label", has_text=re.compile("^Giữ 2$")).click()
    expect(page.get_by_role("textbox", name="Việc 2", exact=True)).to_have_count(0)
    expect(page.get_by_text("Dán vào ô A27 của trang «Nhiệm vụ».")).to_be_visible()
    settle(page)
    page.get_by_role("button", name="Chép các dòng").click()
    expect(page.get_by_text("Đã chép")).to_be_visible()
    first, second, *_ = page.evaluate("() => navigator.clipboard.readText()").split("\n")
    assert first.split("\t") == [
        *("NV26", "'=Họp dân", "Cấp Tiến", "", "2024-09-15", "2024-10-09", ""),
        "Kết luận họp ngày 15/09/2024",
    ]
    assert second.split("\t")[:3:2] == ["NV27", "Chi Thiết"]
    with page.expect_download() as begun:
        page.get_by_role("button", name="Tải thông báo").click()
    paper = Document(io.BytesIO(begun.value.path().read_bytes()))
    assert "THÔNG BÁO" in [paragraph.text for paragraph in paper.paragraphs]
    assert "=Họp dân" in [
        row.cells[2].text for table in paper.tables for row in table.rows[1:] if len(row.cells) == 5
    ]


def test_keys_turn_and_a_reload_keeps_the_place(app_server: Server, page: Page):
    visit(page, f"{app_server.url}/trinh-chieu?nhom=Duy+tr%C3%AC+%C4%91i%E1%BB%83n+h%C3%ACnh")
    turn(page, "Space", 2)
    turn(page, "PageDown", 3)
    turn(page, "ArrowUp", 2)
    turn(page, "ArrowDown", 3)
    turn(page, "Enter", 4)
    turn(page, "ArrowLeft", 3)
    page.keyboard.type("2")  # and a while later, without Enter
    expect(position(page)).to_have_text(re.compile("^2/"))
    settle(page)
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


def test_a_name_goes_to_its_unit_and_the_next_key_returns(app_server: Server, page: Page):
    visit(page, f"{app_server.url}/trinh-chieu")
    turn(page, "ArrowRight", 2)
    page.keyboard.type("tam da")
    expect(page.locator(".st-key-den input")).to_have_value("tam da")
    expect(page.get_by_text("Press Enter")).to_be_hidden()
    page.keyboard.press("Enter")
    expect(title(page)).to_contain_text("Tam Đa")
    settle(page)
    page.wait_for_function(FITS)
    expect(page.locator(".st-key-slide-controls")).to_contain_text("Trở lại 2/")
    page.keyboard.press("ArrowRight")
    expect(position(page)).to_have_text(re.compile("^2/"))
    page.keyboard.type("binh yen")  # its first letter alone would blank the screen
    page.keyboard.press("Enter")
    expect(title(page)).to_contain_text("Bình Yên")
    settle(page)
    page.keyboard.type("không đâu")
    page.keyboard.press("Enter")
    expect(page.get_by_text("Không có đơn vị nào tên “không đâu”.")).to_be_visible()


def test_the_screen_goes_dark_and_the_keys_are_told(app_server: Server, page: Page):
    visit(page, f"{app_server.url}/trinh-chieu")
    page.keyboard.press("b")
    expect(page.locator(".slide-blank")).to_be_visible()
    page.keyboard.press("ArrowRight")
    expect(page.locator(".slide-blank")).to_have_count(0)
    expect(position(page)).to_have_text(re.compile("^1/"))
    page.keyboard.press("?")
    keys = page.get_by_role("dialog", name="Các phím dùng khi trình chiếu")
    expect(keys).to_contain_text("Tắt màn hình")
    expect(keys).to_have_css("background-color", "rgb(255, 255, 255)")
    page.keyboard.press("Escape")
    expect(keys).to_have_count(0)
    expect(title(page)).to_contain_text("Tình hình chung")


def test_the_whole_deck_prints_a_slide_a_landscape_page(app_server: Server, page: Page):
    page.add_init_script("window.printed = 0; window.print = () => { window.printed += 1; };")
    visit(page, f"{app_server.url}/trinh-chieu?trang=do-1")
    total = int((position(page).text_content() or "").split("/")[1])
    page.get_by_role("button", name="In cả bộ").click()
    page.wait_for_function("() => window.printed === 1")
    page.emulate_media(media="print")
    expect(page.locator(".st-key-slide-controls")).to_be_hidden()
    expect(page.get_by_role("heading", level=2)).to_have_count(total)
    expect(page.get_by_text("DỮ LIỆU MINH HỌA")).to_have_count(total + 1)  # one is the screen's
    paper = page.pdf(prefer_css_page_size=True)
    assert len(re.findall(rb"/Type\s*/Page\b(?!s)", paper)) == total
    boxes = set(re.findall(rb"/MediaBox\s*\[0 0 ([\d.]+) ([\d.]+)\]", paper))
    assert {(round(float(w)), round(float(h))) for w, h in boxes} == {(842, 595)}
    expect(position(page)).to_have_text(f"3/{total}")  # printed, the slide that stood is back


def test_slides_turn_by_themselves(app_server: Server, page: Page):
    visit(page, f"{app_server.url}/trinh-chieu?chuyen=10+gi%C3%A2y")
    page.get_by_role("combobox").click()
    page.get_by_role("option", name="10 giây").click()
    settle(page)
    expect(position(page)).not_to_have_text(re.compile("^1/"))

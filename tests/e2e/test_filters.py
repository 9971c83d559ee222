"""Filters in a real browser: found without diacritics, kept across pages, shared by a link."""

import re

from playwright.sync_api import Locator, Page, expect

from tests.e2e.browser import Faults, settle, visit
from tests.e2e.server import Server


def lines(page: Page) -> Locator:
    return page.locator('[data-testid="stTable"] tbody tr')


def choose(page: Page, label: str, typed: str) -> None:
    page.get_by_role("combobox", name=label, exact=True).click()
    page.keyboard.type(typed)
    page.keyboard.press("Enter")
    settle(page)


def test_a_unit_found_is_its_page_s_subject_and_no_filter(app_server: Server, page: Page):
    visit(page, app_server.url)
    page.get_by_label("Tìm đơn vị, cơ quan").fill("phuc ung")
    page.get_by_role("link", name="Phúc Ứng").first.click()
    expect(page.get_by_role("heading", name="Phúc Ứng", exact=True)).to_be_visible()
    expect(page.get_by_label("Tìm đơn vị, cơ quan")).to_have_value("")
    on = page.locator(".st-key-filters-on")
    expect(on).to_have_count(0)
    page.get_by_role("link", name="Xếp hạng").first.click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Xếp hạng")
    expect(page).to_have_url(re.compile("^[^?]+$"))
    expect(lines(page).nth(20)).to_be_visible()
    choose(page, "Đơn vị", "Phúc Ứng")
    expect(on).to_contain_text("Đơn vị Phúc Ứng")
    expect(page.get_by_role("heading", level=1)).to_have_text("Xếp hạng – Phúc Ứng")
    expect(page).to_have_url(re.compile(re.escape("don-vi=Ph%C3%BAc+%E1%BB%A8ng")))
    expect(lines(page)).to_have_count(1)
    page.get_by_role("button", name="Bỏ lọc").click()
    expect(on).to_have_count(0)
    expect(page).to_have_url(re.compile("^[^?]+$"))
    expect(lines(page).nth(20)).to_be_visible()


def test_link_shows_what_its_sender_saw(app_server: Server, page: Page):
    visit(page, f"{app_server.url}/xep-hang")
    choose(page, "Nhóm", "Duy trì")
    choose(page, "Ngày số liệu", "31/08/2024")
    choose(page, "So với ngày", "01/06/2024")
    dates = "31/08/2024, so với 01/06/2024"
    expect(page.locator(".st-key-title")).to_contain_text(dates)
    settle(page)
    listed = lines(page).all_text_contents()
    other = page.context.new_page()
    visit(other, page.url)
    expect(other.locator(".st-key-title")).to_contain_text(dates)
    expect(lines(other)).to_have_text(listed)


def test_a_choice_may_be_typed_without_diacritics(app_server: Server, page: Page):
    visit(page, f"{app_server.url}/xep-hang")
    unit = page.get_by_role("combobox", name="Đơn vị", exact=True)
    unit.click()
    page.keyboard.type("phuc ung")
    expect(page.get_by_role("option", name="Tìm: phuc ung")).to_be_visible()
    page.keyboard.press("Enter")
    expect(unit).to_have_value("Phúc Ứng")
    expect(page.locator(".st-key-filters-on")).to_contain_text("Đơn vị Phúc Ứng")
    choose(page, "Đơn vị", "Tân")
    expect(unit).to_have_value("Tất cả đơn vị")
    expect(page.get_by_label("Tìm đơn vị, cơ quan")).to_have_value("Tân")
    expect(page.locator(".st-key-tim-thay a")).to_have_text(["Tân Thanh", "Tân Trào"])


def test_enter_opens_the_only_one_found(app_server: Server, page: Page):
    visit(page, f"{app_server.url}/xep-hang")
    search = page.get_by_label("Tìm đơn vị, cơ quan")
    search.fill("phuc ung")
    expect(page.locator(".st-key-tim-thay a")).to_have_text(["Phúc Ứng"])
    search.press("Enter")
    expect(page.get_by_role("heading", name="Phúc Ứng", exact=True)).to_be_visible()


def test_a_name_in_part_in_the_address_is_understood(app_server: Server, page: Page):
    visit(page, f"{app_server.url}/xep-hang?don-vi=phuc+ung")
    expect(page.locator(".st-key-filters-on")).to_contain_text("Đơn vị Phúc Ứng")
    page.get_by_test_id("stSidebarNavLink").filter(has_text="Đèn tín hiệu").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Đèn tín hiệu – Phúc Ứng")
    settle(page)
    page.go_back()
    expect(page.get_by_role("heading", level=1)).to_have_text("Xếp hạng – Phúc Ứng")
    settle(page)
    expect(page.locator(".st-key-filters-on")).to_contain_text("Đơn vị Phúc Ứng")


def test_nothing_left_offers_to_clear(app_server: Server, page: Page):
    visit(
        page,
        f"{app_server.url}/xep-hang?nhom=T%E1%BA%A1o+ti%E1%BB%81n+%C4%91%E1%BB%81&don-vi=Tam+%C4%90a",
    )
    expect(page.get_by_text("Không có đơn vị nào khớp")).to_be_visible()
    page.get_by_role("button", name="Bỏ lọc").last.click()
    expect(page.get_by_text("Không có đơn vị nào khớp")).to_have_count(0)


def test_back_undoes_one_filter_after_another(app_server: Server, page: Page):
    visit(page, f"{app_server.url}/xep-hang")
    heading, dates = page.get_by_role("heading", level=1), page.locator(".st-key-title")
    choose(page, "Nhóm", "Duy trì")
    expect(heading).to_have_text("Xếp hạng – Duy trì điển hình")
    choose(page, "Ngày số liệu", "31/08/2024")
    expect(dates).to_contain_text("31/08/2024, so với")
    settle(page)
    page.go_back()
    expect(dates).to_contain_text("15/09/2024, so với")
    expect(heading).to_have_text("Xếp hạng – Duy trì điển hình")
    settle(page)
    page.go_back()
    expect(heading).to_have_text("Xếp hạng")
    settle(page)
    assert page.url == f"{app_server.url}/xep-hang"
    page.go_forward()
    expect(heading).to_have_text("Xếp hạng – Duy trì điển hình")


def test_focus_is_always_seen(app_server: Server, page: Page):
    visit(page, app_server.url)
    for _ in range(24):
        page.keyboard.press("Tab")
        assert page.evaluate(
            """() => {
              const all = [];
              for (let at = document.activeElement, up = 0; at && up < 4; at = at.parentElement, up += 1)
                all.push(getComputedStyle(at));
              if (document.activeElement.dataset.testid === 'stMain') return true;
              return all.some((style) => style.boxShadow !== 'none'
                || (style.outlineStyle !== 'none' && style.outlineWidth !== '0px')
                || style.borderColor === 'rgb(23, 80, 143)');
            }"""
        ), page.evaluate("document.activeElement.outerHTML.slice(0, 200)")


def test_any_day_may_be_typed_and_what_is_no_day_is_named(app_server: Server, page: Page):
    visit(page, f"{app_server.url}/xep-hang")
    choose(page, "Ngày số liệu", "3/5")
    expect(page.locator(".st-key-title")).to_contain_text("03/05/2024")
    choose(page, "Ngày số liệu", "zzzz")
    expect(
        page.get_by_text("Không tìm được Ngày số liệu “zzzz” (chọn được ngày từ 01/01/2024 đến ")
    ).to_be_visible()


def test_list_of_choices_speaks_vietnamese(app_server: Server, page: Page):
    visit(page, f"{app_server.url}/xuat-bao-cao")
    page.get_by_role("combobox", name="Kỳ báo cáo ghi ở tiêu đề").click()
    page.keyboard.type("zzzz")
    expect(page.get_by_text("Không có kết quả")).to_be_visible()


def test_phone_opens_the_filters(app_server: Server, page: Page):
    page.set_viewport_size({"width": 390, "height": 844})
    visit(page, app_server.url)
    group = page.get_by_role("combobox", name="Nhóm", exact=True)
    page.get_by_role("button", name="Trang · Bộ lọc").click()
    expect(group).to_be_visible()
    page.get_by_label("Tìm đơn vị, cơ quan").fill("phuc ung")
    page.get_by_role("link", name="Phúc Ứng").first.click()
    expect(page.get_by_role("heading", name="Phúc Ứng", exact=True)).to_be_visible()
    expect(group).not_to_be_in_viewport()
    settle(page)
    page.get_by_role("button", name="Trang · Bộ lọc").click()
    page.get_by_test_id("stSidebarNavLink").filter(has_text="Xếp hạng").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Xếp hạng")
    expect(group).not_to_be_in_viewport()


def test_unknown_page_says_so_in_vietnamese(app_server: Server, page: Page, faults: Faults):
    faults.expect("404|does not seem to exist")
    visit(page, f"{app_server.url}/khong-co")
    dialog = page.get_by_role("dialog")
    expect(dialog).to_contain_text("Không có trang này")
    expect(dialog).to_contain_text("đang hiển thị trang đầu")
    for english in ("Dismiss", "Show data", "Download as PNG", "Copy Vega", "Fullscreen"):
        expect(page.locator(f'[aria-label^="{english}"]')).to_have_count(0)


def test_unknown_unit_is_named(app_server: Server, page: Page):
    visit(page, f"{app_server.url}/xep-hang?don-vi=X%C3%A3+l%E1%BA%A1")
    expect(page.get_by_text("Không tìm được Đơn vị “Xã lạ”;")).to_be_visible()


def test_filters_leave_the_slides_their_buttons(app_server: Server, page: Page):
    visit(page, f"{app_server.url}/trinh-chieu?co-quan=Ph%C3%B2ng+N%E1%BB%99i+v%E1%BB%A5")
    line = page.locator(".st-key-filters-on").bounding_box()
    assert line is not None
    assert line["x"] + line["width"] < page.viewport_size["width"] / 2

"""From a red mark to the item behind it, its row in the sheet, and back; owners and their past."""

import re
from urllib.parse import quote

from playwright.sync_api import Page, expect

from tests.e2e.browser import settle, visit
from tests.e2e.server import Server


def row(page: Page, name: str):
    return page.get_by_role("row", name=re.compile(name))


def test_a_red_cell_of_the_matrix_opens_its_item_and_back_returns(app_server: Server, page: Page):
    visit(page, f"{app_server.url}/den-tin-hieu?nhom={quote('Xây dựng điển hình')}")
    expect(page.get_by_role("table").get_by_role("row")).to_have_count(
        25
    )  # 22 units, 2 heads, a foot
    row(page, "Cấp Tiến").get_by_role("link", name="TC01: Quá hạn").click()
    settle(page)
    expect(page.get_by_role("heading", level=1)).to_have_text("Cấp Tiến")
    expect(page.get_by_role("heading", name=re.compile("^TC01 – "))).to_be_visible()
    history = page.get_by_role("table", name=re.compile("^Lịch sử ghi nhận TC01"))
    expect(history).to_contain_text("trang «Tiến độ», dòng")
    assert "nhom=" in page.url
    page.go_back()
    settle(page)
    expect(page.get_by_role("heading", level=1)).to_have_text("Đèn tín hiệu – Xây dựng điển hình")
    assert "nhom=" in page.url


def test_the_matrix_is_walked_with_the_arrow_keys(app_server: Server, page: Page):
    visit(page, f"{app_server.url}/den-tin-hieu")
    first = row(page, "^ ?Xây dựng điển hình|Tam Đa").first.get_by_role("link", name="TC01")
    first.focus()
    expect(page.get_by_role("tooltip")).to_contain_text("– TC01: ")
    page.keyboard.press("ArrowRight")
    expect(page.get_by_role("tooltip")).to_contain_text("– TC02: ")
    page.keyboard.press("Escape")
    expect(page.get_by_role("tooltip")).to_be_hidden()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    settle(page)
    expect(page.get_by_role("heading", level=1)).not_to_have_text("Đèn tín hiệu")
    assert "muc=TC02" in page.url


def test_a_criterions_head_says_who_is_late_and_opens_its_page(app_server: Server, page: Page):
    visit(page, f"{app_server.url}/den-tin-hieu")
    row(page, "Tam Đa").first.get_by_role("link", name="TC03").focus()
    page.keyboard.press("ArrowUp")
    told = page.get_by_role("tooltip")
    expect(told).to_contain_text("Hạn 31/05/2024")
    expect(told).to_contain_text("Quá hạn: Lương Thiện, Thượng Ấm, Tân Thanh")
    page.keyboard.press("Enter")
    settle(page)
    expect(page.get_by_role("heading", level=1)).to_have_text("Tiêu chí")
    expect(page.get_by_role("heading", name=re.compile("^TC03 – "))).to_be_visible()
    expect(page.get_by_text("Cần đôn đốc: Công an huyện đôn đốc Lương Thiện")).to_be_visible()
    lacking = page.get_by_role("table", name=re.compile("^Các đơn vị chưa đạt TC03"))
    expect(lacking.get_by_role("row").nth(1)).to_contain_text("Quá hạn")
    expect(page.get_by_text(re.compile("^Số đơn vị đạt qua các tháng"))).to_be_visible()
    expect(page.get_by_role("heading", name=re.compile("^Lời nhắc gửi"))).to_be_visible()
    page.get_by_role("link", name="Tất cả tiêu chí").click()
    settle(page)
    expect(page.get_by_role("heading", name=re.compile("^Yếu nhất: TC10"))).to_be_visible()
    expect(page.get_by_role("table").get_by_role("row")).to_have_count(21)


def test_the_matrix_sums_up_and_is_ordered_by_weakness(app_server: Server, page: Page):
    visit(page, f"{app_server.url}/den-tin-hieu")
    expect(row(page, "^Đạt").get_by_role("cell").first).to_be_visible()
    page.get_by_role("radio", name="Đạt ít").check()
    expect(page.get_by_role("columnheader", name=re.compile("^TC")).first).to_contain_text("TC10")
    expect(row(page, "^Đạt").get_by_role("cell").first).to_have_text("0/30")
    expect(page.get_by_role("radio", name="Đạt ít")).to_be_focused()


def test_the_matrix_tells_its_codes_by_name(app_server: Server, page: Page):
    visit(page, f"{app_server.url}/den-tin-hieu")
    names = page.locator(".key li")
    expect(names).to_have_count(20)
    expect(names.nth(3)).to_have_text("TC04 – Bố trí kinh phí thực hiện")
    page.get_by_role("radio", name="Đạt ít").check()
    expect(names.first).to_contain_text("TC10 – Tháng an toàn giao thông (tháng 9)")
    names.first.get_by_role("link").click()
    expect(page).to_have_url(re.compile(r"/tieu-chi\?ma=TC10$"))


def test_a_unit_is_chosen_from_the_list(app_server: Server, page: Page):
    visit(page, f"{app_server.url}/don-vi")
    page.get_by_role("link", name="Cấp Tiến").click()
    settle(page)
    expect(page.get_by_role("heading", name="Cấp Tiến", exact=True)).to_be_visible()
    expect(page.get_by_role("heading", level=1)).to_have_text("Cấp Tiến")
    missing = page.get_by_role("table", name=re.compile("để đạt điển hình"))
    expect(missing.get_by_role("row").nth(1)).to_contain_text("bắt buộc")
    expect(missing.get_by_role("row").nth(1)).to_contain_text(re.compile(r"\d%.*\d\d/09/2024: "))
    expect(page.get_by_text(re.compile("^Hạng qua các tháng"))).to_be_visible()


def test_what_is_well_is_folded_and_paper_shows_it(app_server: Server, page: Page):
    visit(page, f"{app_server.url}/don-vi?ten={quote('Tam Đa')}")
    met = page.get_by_role("table", name=re.compile("^Từng tiêu chí đã đạt"))
    tasks = page.get_by_role("table", name=re.compile("^Nhiệm vụ và báo cáo của"))
    expect(met).to_be_hidden()
    expect(tasks).to_be_hidden()
    page.get_by_text(re.compile(r"^Đã đạt \d+ tiêu chí, trong đó \d+ chưa được thẩm định")).click()
    expect(met).to_be_visible()
    page.emulate_media(media="print")
    expect(tasks.get_by_role("row").last).to_be_visible()


def test_an_agency_is_told_its_own_wrong_rows(app_server: Server, page: Page):
    visit(page, f"{app_server.url}/co-quan?ten={quote('Phòng Nội vụ')}")
    expect(page.get_by_role("heading", level=1)).to_have_text("Phòng Nội vụ")
    expect(page.get_by_text("Phải sửa 1 chỗ ghi sai trong sổ:")).to_be_visible()
    wrong = page.get_by_role("table", name="Chỗ Phòng Nội vụ ghi sai trong sổ")
    expect(wrong.get_by_role("row")).to_have_count(2)
    expect(wrong).to_contain_text(re.compile(r"ô\s.*Cần làm:"))


def test_a_merged_unit_leads_to_its_successor_and_back_to_its_last_day(
    app_server: Server, page: Page
):
    visit(page, f"{app_server.url}/don-vi?don-vi={quote('Hồng Lạc')}")
    expect(
        page.get_by_text("Hồng Lạc đã sáp nhập vào Hồng Sơn sau ngày 31/08/2024.")
    ).to_be_visible()
    page.get_by_role("link", name="Xem Hồng Sơn").click()
    settle(page)
    expect(page.get_by_text("Hồng Sơn thành lập ngày 01/09/2024")).to_be_visible()
    old = page.get_by_role("table", name="Trước khi sáp nhập")
    old.get_by_role("link", name="Hồng Lạc").click()
    settle(page)
    expect(page.get_by_role("heading", name="Hồng Lạc", exact=True)).to_be_visible()
    expect(page.get_by_text("31/08/2024").first).to_be_visible()


def test_what_an_agency_must_do_this_week_and_whom_it_must_chase(app_server: Server, page: Page):
    visit(page, f"{app_server.url}/co-quan")
    page.get_by_role("link", name="Phòng Nội vụ").click()
    settle(page)
    week = page.get_by_role("table", name="Việc của cơ quan đến ngày 22/09/2024")
    expect(week).to_contain_text("Báo cáo quý III/2024")
    visit(page, f"{app_server.url}/co-quan?co-quan={quote('Công an huyện')}")
    chase = page.get_by_role("table", name="Đơn vị cần đôn đốc và tiêu chí quá hạn")
    chase.get_by_role("link", name="TC01").first.click()
    settle(page)
    expect(page.get_by_role("heading", name=re.compile("^TC01 – "))).to_be_visible()
    page.go_back()
    settle(page)
    page.get_by_role("link", name="Lấy lời nhắc để gửi").click()
    settle(page)
    expect(page.get_by_role("heading", name=re.compile("^Lời nhắc cho"))).to_be_visible()

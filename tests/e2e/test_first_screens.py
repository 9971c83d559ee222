"""What a reader sees without scrolling: the answers come first, and no figure is cut."""

import re
from urllib.parse import quote

import pytest
from playwright.sync_api import Page, expect

from tests.e2e.browser import visit
from tests.e2e.server import Server

OVERVIEW = "?so-voi=2024-08-15"
TAM_DA = f"don-vi?ten={quote('Tam Đa')}"
CAP_TIEN = f"don-vi?ten={quote('Cấp Tiến')}"
NOI_VU = f"co-quan?ten={quote('Phòng Nội vụ')}"
MEND = r"ô B619.*“Tam Da”.*Cần làm: Kiểm tra, rồi chọn lại tên trong danh sách"
WIDE, PHONE = (1366, 768), (390, 844)
# What is asked, of which page, on which screens, and what a reader finds there without scrolling.
QUESTIONS = {
    "who is last and why": (
        OVERVIEW,
        (WIDE, PHONE),
        r"Cuối bảng: Cấp Tiến \(Xây dựng điển hình, 6/20, quá hạn 6 mục, lâu nhất 77 ngày: TC01 – ",
        r"Thiện Kế \(Duy trì điển hình, 10/20.*Tân Thanh \(Tạo tiền đề, 6/20, quá hạn 5 mục",
    ),
    "what Phòng Nội vụ must do this week": (
        NOI_VU,
        (WIDE, PHONE),
        r"Việc phải làm đến ngày 22/09/2024.*Q3 – Báo cáo quý III/2024.*09/09/2024.*Quá hạn",
        r"Phải sửa 1 chỗ ghi sai trong sổ: .*trang «Tiến độ», ô C1750.*Cần làm: Kiểm tra mã",
    ),
    "which rows are wrong and how to mend them": (
        "chat-luong",
        (WIDE,),
        r"Chỗ cần sửa 15 .*Xã, thị trấn, cơ quan sửa: 13 chỗ",
        r"Quyết Thắng trang «Tiến độ», ô D1744 Ô “Kết quả” phải ghi mà đang để trống. Cần làm: Điền",
    ),
    "what moved since 15/08": (
        OVERVIEW,
        (WIDE,),
        r"Từ ngày 15/08/2024: 9 đơn vị lên hạng, nhiều nhất Ninh Lai ?, Phú Lương ↑6",
        r"11 đơn vị xuống hạng, nhiều nhất Tú Thịnh ↓8; 55 tiêu chí mới đạt; .*15 mục mới quá hạn",
    ),
    "who has not sent September": (
        OVERVIEW,
        (WIDE, PHONE),
        r"Báo cáo tháng 9/2024 .* 4 nơi – Đồng Quý ?, Chi Thiết ?, Cấp Tiến ?, Tân Thanh ?;",
    ),
    "the weakest criterion": (
        OVERVIEW,
        (WIDE, PHONE),
        r"Tiêu chí yếu nhất: TC10 – Tháng an toàn giao thông .*, 0/30 đơn vị đạt, hạn 04/10/2024",
    ),
    "what Tam Đa must do": (
        TAM_DA,
        (WIDE, PHONE),
        rf"Phải làm ngay: 1 chỗ ghi sai trong sổ.*{MEND}",
        r"Còn 4 tiêu chí để đạt điển hình.*TC12 – Nhân rộng hoặc xây dựng mới mô hình",
    ),
    "what Cấp Tiến must do": (
        CAP_TIEN,
        (WIDE, PHONE),
        r"Phải làm ngay: 6 mục quá hạn.*Nếu hoàn thành TC01, TC11.* thì đèn đỏ chuyển sang vàng",
        r"TC01 – Quán triệt.*Quá hạn 77 ngày \(hạn 30/06/2024\), tiến độ 25%",
    ),
}


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
          return seen.join(' ').replace(/\\s+/g, ' ');
        }"""
    )


@pytest.mark.parametrize("screen", [WIDE, PHONE], ids=["wide", "phone"])
def test_each_question_is_answered_on_the_first_screen(
    app_server: Server, page: Page, screen: tuple[int, int]
):
    page.set_viewport_size(dict(zip(("width", "height"), screen, strict=True)))
    visit(page, app_server.url)
    for asked, (path, screens, *answer) in QUESTIONS.items():
        if screen in screens:
            if not page.url.endswith(f"/{path}"):
                visit(page, f"{app_server.url}/{path}")
            told = first_screen(page)
            missing = [part for part in answer if not re.search(part, told)]
            assert missing == [], f"{asked}: {told}"


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

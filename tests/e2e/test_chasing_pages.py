"""What is overdue, the report calendar, reminders to copy; what to mend in the sheet."""

import re
from urllib.parse import quote

from playwright.sync_api import Page, expect

from tests.e2e.browser import settle, visit
from tests.e2e.server import Server

CALENDAR = f"han?xem={quote('Lịch báo cáo')}"
REMINDERS = f"han?xem={quote('Nhắc việc')}"


def test_the_longest_overdue_stands_first_and_opens(app_server: Server, page: Page):
    visit(page, f"{app_server.url}/han")
    table = page.get_by_role("table", name="Quá hạn", exact=True)
    days = [int(cell) for cell in table.locator("tbody td:nth-child(6)").all_inner_texts()]
    assert days == sorted(days, reverse=True)
    table.get_by_role("link", name=re.compile(" – ")).first.click()
    settle(page)
    expect(page.get_by_text(re.compile("^Lịch sử ghi nhận|^Chưa có dòng nào"))).to_be_visible()


def test_a_kind_narrows_the_list_and_the_address_keeps_it(app_server: Server, page: Page):
    visit(page, f"{app_server.url}/han")
    page.get_by_role("radio", name="Báo cáo", exact=True).click()
    settle(page)
    table = page.get_by_role("table", name="Quá hạn", exact=True)
    expect(table.get_by_text("Tiêu chí")).to_have_count(0)
    shown = table.get_by_role("row").count()
    visit(page, page.url)
    expect(page.get_by_role("table", name="Quá hạn", exact=True).get_by_role("row")).to_have_count(
        shown
    )


def test_the_report_calendar_says_who_has_not_sent(app_server: Server, page: Page):
    visit(page, f"{app_server.url}/{CALENDAR}")
    row = page.get_by_role("row", name=re.compile("Cấp Tiến"))
    expect(row.get_by_role("link", name="T08: Quá hạn, chưa gửi")).to_be_visible()
    expect(row.get_by_role("link", name="T04: Gửi đúng hạn")).to_be_visible()


def test_a_reminder_is_copied_with_one_click(app_server: Server, page: Page):
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    visit(page, f"{app_server.url}/{REMINDERS}")
    page.get_by_role("button", name="Chép lời nhắc gửi Cấp Tiến").click()
    expect(page.get_by_role("status").filter(has_text="Đã chép")).to_be_visible()
    text = page.evaluate("() => navigator.clipboard.readText()")
    assert text.startswith("DỮ LIỆU MINH HỌA\n")
    assert "TC01" in text


def test_problems_say_where_what_and_what_to_do(app_server: Server, page: Page):
    visit(page, f"{app_server.url}/chat-luong")
    owners = page.get_by_role("table", name=re.compile("^Xã, thị trấn, cơ quan sửa"))
    guessed = owners.get_by_role("row").filter(has_text="Tam Da")
    expect(guessed).to_contain_text(re.compile(r"trang\s«Tiến\sđộ», ô\sB\d+"))
    expect(guessed).to_contain_text("Cần làm:")
    expect(page.get_by_role("heading", name=re.compile("^Chưa rõ nơi nhập"))).to_be_visible()
    silent = page.get_by_role("table", name="1 nơi chưa ghi quá 31 ngày")
    expect(silent).to_contain_text("02/08/2024")


def test_a_phone_reads_each_problem_as_a_card(app_server: Server, phone_page: Page):
    visit(phone_page, f"{app_server.url}/chat-luong")
    cells = phone_page.locator("table:has-text('Cần làm:') tbody tr").first.locator("td:visible")
    heads = cells.evaluate_all(
        "cells => cells.map((cell) => getComputedStyle(cell, '::before').content)"
    )
    assert heads == [
        *["none"] * 2,
        *['"Vấn đề và cách sửa: "', '"Hậu quả: "', '"Dòng đang ghi: "'],
    ]
    widths = cells.evaluate_all("cells => cells.map((cell) => cell.clientWidth)")
    assert min(widths) > 300


def test_a_filter_leaves_only_what_its_owner_can_mend(app_server: Server, page: Page):
    visit(page, f"{app_server.url}/chat-luong?don-vi={quote('Tam Đa')}")
    expect(page.get_by_role("table", name=re.compile("sửa: 1 chỗ$"))).to_contain_text("Tam Da")
    expect(page.get_by_role("table", name=re.compile("chưa ghi quá"))).to_have_count(0)


def test_nothing_left_offers_to_clear_the_filters(app_server: Server, page: Page):
    path = f"den-tin-hieu?nhom={quote('Tạo tiền đề')}&don-vi={quote('Tam Đa')}"
    visit(page, f"{app_server.url}/{path}")
    page.get_by_test_id("stMain").get_by_role("button", name="Bỏ lọc").last.click()
    settle(page)
    expect(page.get_by_role("table").get_by_role("row")).to_have_count(
        33
    )  # 30 units, 2 heads, a foot


def test_deadlines_with_nothing_left_show_no_table_of_dashes(app_server: Server, page: Page):
    path = f"han?nhom={quote('Tạo tiền đề')}&co-quan={quote('Phòng Nội vụ')}"
    visit(page, f"{app_server.url}/{path}")
    main = page.get_by_test_id("stMain")
    expect(main.get_by_text("Không có việc nào quá hạn hay sắp đến hạn.")).to_be_visible()
    expect(main.get_by_role("table")).to_have_count(0)


def test_a_phone_reads_red_units_first_and_can_read_them_alone(
    app_server: Server, phone_page: Page
):
    visit(phone_page, f"{app_server.url}/den-tin-hieu?nhom={quote('Xây dựng điển hình')}")
    lines = phone_page.locator(".frame tbody tr")
    expect(lines).to_have_count(22)
    alert = lines.evaluate_all("rows => rows.map((row) => row.classList.contains('alert'))")
    assert alert == sorted(alert, reverse=True)
    phone_page.get_by_label("Chỉ đèn đỏ").check()
    expect(phone_page.locator(".frame tbody tr:visible")).to_have_count(sum(alert))

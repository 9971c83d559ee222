"""A reader downloads what the page shows, filters and all."""

import io
import json
from datetime import datetime
from urllib.parse import quote

import icalendar
import pytest
from docx import Document
from openpyxl import load_workbook
from playwright.sync_api import Page, expect

from tests.e2e.browser import settle, visit
from tests.e2e.server import Server

GROUP = "Tạo tiền đề"


@pytest.fixture
def opened(app_server: Server, page: Page) -> Page:
    visit(page, f"{app_server.url}/xuat-bao-cao?nhom={quote(GROUP)}")
    return page


def downloaded(page: Page, button: str) -> tuple[str, bytes]:
    settle(page)
    with page.expect_download() as begun:
        page.get_by_role("button", name=button).click()
    return begun.value.suggested_filename, begun.value.path().read_bytes()


def test_report(opened: Page):
    name, content = downloaded(opened, "Tải báo cáo .docx")
    assert name == "bao-cao-tao-tien-de-2024-09-15.docx"
    texts = [paragraph.text for paragraph in Document(io.BytesIO(content)).paragraphs]
    assert f"Số liệu dưới đây chỉ tính nhóm {GROUP}." in texts


def test_report_of_another_period(opened: Page):
    opened.get_by_role("combobox", name="Kỳ báo cáo").click()
    opened.get_by_role("option", name="NAM – Năm 2024").click()
    expect(opened.get_by_text("Tên báo cáo: Tổng kết thực hiện Kế hoạch")).to_be_visible()
    _, content = downloaded(opened, "Tải báo cáo .docx")
    title = Document(io.BytesIO(content)).paragraphs[1].text
    assert title.startswith("Tổng kết thực hiện Kế hoạch")
    assert title.endswith(f"năm 2024 (nhóm {GROUP})")


def test_dossier_of_the_unit_that_is_chosen(app_server: Server, opened: Page):
    expect(opened.get_by_text("Chọn một đơn vị ở bộ lọc để lập hồ sơ")).to_be_visible()
    visit(opened, f"{app_server.url}/don-vi?don-vi={quote('Tam Đa')}")
    card = opened.get_by_text("Xã Tam Đa chưa đủ hồ sơ: 4 tiêu chí chưa đạt, 10 tiêu chí đạt chưa")
    card.scroll_into_view_if_needed()
    expect(card).to_be_visible()
    name, content = downloaded(opened, "Tải dự thảo hồ sơ .docx")
    assert name == "du-thao-ho-so-de-nghi-cong-nhan-tam-da-2024-09-15.docx"
    texts = [line.text for line in Document(io.BytesIO(content)).paragraphs if line.text]
    assert texts[:2] == ["DỰ THẢO", "TỜ TRÌNH"]
    assert "Chưa đạt 4 tiêu chí:" in texts
    visit(opened, f"{app_server.url}/xuat-bao-cao?don-vi={quote('Tam Đa')}")
    assert downloaded(opened, "Tải dự thảo hồ sơ .docx") == (name, content)


def test_workbook(opened: Page):
    _, content = downloaded(opened, "Tải bảng tính .xlsx")
    scope = load_workbook(io.BytesIO(content))["Xếp hạng"]["A2"].value
    assert scope.endswith(f"Phạm vi: Nhóm {GROUP}")


def test_calendar(opened: Page):
    expect(opened.get_by_role("button", name="Tải lịch .ics")).to_have_count(0)
    owners = opened.get_by_role("combobox", name="Lịch của")
    owners.scroll_into_view_if_needed()  # a list closes when its page scrolls
    owners.click()
    opened.get_by_role("option", name="Tất cả, mỗi việc một mục").click()
    expect(opened.get_by_role("button", name="Tải lịch .ics")).to_be_visible()
    _, content = downloaded(opened, "Tải lịch .ics")
    events = icalendar.Calendar.from_ical(content).walk("VEVENT")
    left = [event for event in events if event["status"] == "CONFIRMED"]
    assert left
    assert not [event for event in left if "✔" in event["summary"]]


def test_letters_and_reminders_with_a_day_to_answer_by(opened: Page):
    expect(opened.get_by_text("trả lời chậm nhất ngày 20/09/2024")).to_be_visible()
    days = opened.get_by_role("combobox", name="Trả lời chậm nhất")
    days.scroll_into_view_if_needed()  # a list closes when its page scrolls
    days.click()
    days.fill("24/09/2024")  # a long list is drawn in part, and moves while it is scrolled
    opened.get_by_role("option", name="24/09/2024").click()
    expect(opened.get_by_text("trả lời chậm nhất ngày 24/09/2024")).to_be_visible()
    settle(opened)
    owners = opened.get_by_role("combobox", name="Công văn gửi")
    owners.scroll_into_view_if_needed()
    owners.click()
    opened.get_by_role("option", name="Tân Thanh").click()
    settle(opened)
    name, content = downloaded(opened, "Tải công văn .docx")
    assert name.startswith("cong-van-don-doc-")
    texts = [paragraph.text for paragraph in Document(io.BytesIO(content)).paragraphs]
    assert [text for text in texts if text.startswith("Kính gửi")] == [
        "Kính gửi: Ủy ban nhân dân xã Tân Thanh."
    ]
    assert any("chậm nhất ngày 24 tháng 9 năm 2024" in text for text in texts)
    name, content = downloaded(opened, "Tải lời nhắc .txt")
    assert name.endswith(".txt")
    assert f"Phạm vi: Nhóm {GROUP}" in content.decode("utf-8-sig")
    assert "chậm nhất ngày 24/09/2024" in content.decode("utf-8-sig")


def test_list_of_an_appraisal_session_on_a_later_day(opened: Page):
    expect(
        opened.get_by_text("22 lượt tiêu chí của 4 đơn vị tự ghi Đạt, chưa thẩm định")
    ).to_be_visible()
    days = opened.get_by_role("combobox", name="Ngày thẩm định")
    days.scroll_into_view_if_needed()
    days.click()
    days.fill("18/09/2024")
    opened.get_by_role("option", name="18/09/2024").click()
    name, content = downloaded(opened, "Tải phiếu .xlsx")
    assert name.startswith("phieu-tham-dinh-")
    rows = load_workbook(io.BytesIO(content)).active.iter_rows(min_row=5, values_only=True)
    assert {row[0] for row in rows} == {datetime(2024, 9, 18)}


def test_machine_readable_report(opened: Page):
    _, content = downloaded(opened, "Tải số liệu .json")
    said = json.loads(content)
    assert {unit["group"] for unit in said["units"]} == {GROUP}
    assert said["filters"] == f"Nhóm {GROUP}"

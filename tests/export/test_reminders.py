"""Reminders name what is overdue and due soon, for each owner, on screen and on paper alike."""

import io
from dataclasses import replace
from datetime import date

import pytest
from docx import Document

from lib.export.briefing import briefing
from lib.export.reminders import reminders_document, reminders_text
from lib.view.reminders import Demand, reminders
from tests.builders import agencies, criteria, periods, plan, progress, settings, tasks, units

ASKED = (
    "Đề nghị thực hiện, cập nhật kết quả vào sổ theo dõi chậm nhất ngày 20/09/2024; mục nào chưa làm "
    "được thì báo cáo Công an huyện nguyên nhân và ngày hoàn thành."
)
AS_OF = date(2024, 9, 15)


@pytest.fixture(scope="module")
def told():
    return briefing(
        plan(
            settings(("Tên kế hoạch", "Kế hoạch 138"), ("Cơ quan thường trực", "Công an huyện")),
            units(
                ("Tam Đa", "Xã", "A"), ("Sơn Dương", "Thị trấn", "A"), head="Đơn vị | Loại | Nhóm"
            ),
            agencies(("Công an huyện", "Không"), ("Phòng Nội vụ", "Có")),
            criteria(("TC01", "Đường làng", "1/9/2024"), ("TC02", "Điện", "15/9/2024")),
            tasks(("NV1", "Hướng dẫn", "Phòng Nội vụ", "22/9/2024")),
            periods(("T9", "Tháng 9/2024", "10/9/2024", "Tất cả đơn vị")),
            progress(
                ("1/8/2024", "Sơn Dương", "TC01", "Đạt", None),
                ("1/8/2024", "Sơn Dương", "T9", "Đã gửi", None),
            ),
        ),
        as_of=AS_OF,
    )


def test_most_overdue_comes_first(told):
    found = [(r.label, r.overdue, r.due_soon) for r in reminders(told.now, told.book)]
    assert found == [("Tam Đa", 2, 1), ("TT Sơn Dương", 0, 1), ("Phòng Nội vụ", 0, 1)]


def test_text_lists_overdue_then_due_soon(told):
    assert reminders(told.now, told.book)[0].text.split("\n") == [
        "Kính gửi: xã Tam Đa",
        "Đến ngày 15/09/2024, xã Tam Đa còn 2 mục quá hạn và 1 mục sắp đến hạn theo Kế hoạch 138:",
        "Quá hạn:",
        "- Tiêu chí TC01 – Đường làng: hạn 01/09/2024, đã quá 14 ngày",
        "- Báo cáo T9 – Tháng 9/2024: hạn 09/09/2024, đã quá 6 ngày",
        "Sắp đến hạn:",
        "- Tiêu chí TC02 – Điện: hạn 15/09/2024, là ngày cuối",
        ASKED,
    ]


@pytest.mark.parametrize(
    ("as_of", "by"),
    [
        pytest.param(date(2024, 9, 13), date(2024, 9, 20), id="a Friday"),
        pytest.param(date(2024, 9, 14), date(2024, 9, 20), id="a Saturday"),
        pytest.param(date(2024, 9, 15), date(2024, 9, 20), id="a Sunday"),
        pytest.param(date(2024, 9, 16), date(2024, 9, 23), id="a Monday"),
        pytest.param(date(2024, 9, 17), date(2024, 9, 24), id="a Tuesday"),
    ],
)
def test_an_answer_is_asked_for_in_five_working_days(as_of, by):
    assert Demand().day(as_of) == by
    assert Demand(date(2024, 10, 1)).day(as_of) == date(2024, 10, 1)


def test_each_is_led_to_its_own_worksheet(told):
    book = replace(
        told.book,
        worksheets=(
            ("Tiến độ – nơi lạ", 1),
            ("Tiến độ", 2),
            ("Tiến độ – TT Sơn Dương", 3),
            ("Thẩm định – Tam Đa", 4),
        ),
    )
    asked = Demand(sheet="https://example.vn/#gid={}".format)
    lines = {r.label: r.text.splitlines()[-1] for r in reminders(told.now, book, asked)}
    assert lines == {
        "Tam Đa": "Ghi kết quả tại: https://example.vn/#gid=1",
        "TT Sơn Dương": "Ghi kết quả tại: https://example.vn/#gid=3",
        "Phòng Nội vụ": "Ghi kết quả tại: https://example.vn/#gid=1",
    }


def test_a_workbook_leads_nowhere(told):
    asked = Demand(sheet="https://example.vn/#gid={}".format)
    assert all("http" not in r.text for r in reminders(told.now, told.book, asked))


def test_text_file_holds_all_of_them(told):
    text = reminders_text(told).decode("utf-8-sig")
    assert all(
        reminder.text in text.replace("\r\n", "\n") for reminder in reminders(told.now, told.book)
    )
    assert "Số liệu đến ngày 15/09/2024" in text
    assert "\n" not in text.replace("\r\n", "")


def test_document_gives_each_owner_a_page(told):
    paper = Document(io.BytesIO(reminders_document(told)))
    heads = [p for p in paper.paragraphs if p.style.name == "Heading 1"]
    assert [head.text for head in heads] == [
        "NHẮC VIỆC: Tam Đa",
        "NHẮC VIỆC: TT Sơn Dương",
        "NHẮC VIỆC: Phòng Nội vụ",
    ]
    assert [bool(head.paragraph_format.page_break_before) for head in heads] == [False, True, True]
    written = "\n".join(paragraph.text for paragraph in paper.paragraphs)
    assert all(reminder.text in written for reminder in reminders(told.now, told.book))
    assert reminders_document(told) == reminders_document(told)


def test_filters_leave_only_their_own(told):
    narrowed = briefing(told.book, as_of=AS_OF, unit="TT Sơn Dương")
    assert [r.label for r in reminders(narrowed.now, told.book)] == ["TT Sơn Dương"]
    assert "Phạm vi: Đơn vị TT Sơn Dương" in reminders_text(narrowed).decode()


def test_nothing_pressing_is_said():
    quiet = briefing(plan(), as_of=AS_OF)
    said = "Không có đơn vị, cơ quan nào có mục quá hạn hoặc sắp đến hạn."
    assert said in reminders_text(quiet).decode()
    paper = Document(io.BytesIO(reminders_document(quiet)))
    assert said in [paragraph.text for paragraph in paper.paragraphs]


def test_illustrative_reminders_say_so(book):
    told = briefing(book, as_of=AS_OF)
    assert all(r.text.startswith("DỮ LIỆU MINH HỌA") for r in reminders(told.now, book))

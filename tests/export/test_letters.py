"""Letters that chase: one a late owner, in the decree's form, with the numbers of the report."""

import io
import zipfile
from collections import Counter
from dataclasses import replace
from datetime import date

import pytest
from docx import Document

from lib.export import machine
from lib.export.briefing import briefing
from lib.export.letters import letters_archive, letters_document, letters_to
from lib.view.reminders import Demand
from tests.builders import agencies, criteria, periods, plan, progress, settings, tasks, units

AS_OF = date(2024, 9, 15)
LETTERHEAD = (
    ("Tên kế hoạch", "Kế hoạch 138"),
    ("Cơ quan thường trực", "Công an huyện"),
    ("Địa bàn", "huyện Sơn Dương, tỉnh Tuyên Quang"),
    ("Chức vụ người ký", "KT. Trưởng Công an huyện; Phó Trưởng Công an huyện"),
    ("Người ký", "Nguyễn Văn A"),
    ("Nơi nhận", "Như trên; Công an tỉnh (để báo cáo)"),
)


def told(*items, letterhead=LETTERHEAD, log=(), **filters):
    book = plan(
        settings(*letterhead),
        units(
            ("Tam Đa", "Xã", "A"),
            ("Sơn Dương", "Thị trấn", "A"),
            ("UBND xã Tân Thanh", "Xã", "A"),
            ("Trường Chính trị", "", "A"),
            head="Đơn vị | Loại | Nhóm",
        ),
        agencies(("Công an huyện", "Có"), ("Phòng Nội vụ", "Có")),
        criteria(
            ("TC01", "Đường làng", "1/9/2024", "Phòng Nội vụ"),
            ("TC02", "Điện", "15/9/2024", ""),
            head="Mã | Tiêu chí | Hạn | Cơ quan theo dõi",
        ),
        tasks(("NV1", "Hướng dẫn", "Phòng Nội vụ", "22/9/2024")),
        periods(("T9", "Tháng 9/2024", "10/9/2024", "Tam Đa; Công an huyện; Phòng Nội vụ")),
        progress(
            ("1/8/2024", "Sơn Dương", "TC01", "Đạt", None),
            ("10/9/2024", "Phòng Nội vụ", "T9", "Đã gửi", None),
            *log,
        ),
    )
    return briefing(book, as_of=AS_OF, **filters)


def written(content: bytes):
    return Document(io.BytesIO(content))


def text(paper) -> list[str]:
    return [line.text for line in paper.paragraphs if line.text]


def test_each_late_owner_is_written_to_but_the_standing_agency_itself():
    found = [
        (one.owner, one.to, len(one.overdue), len(one.due_soon))
        for one in letters_to(told(), Demand())
    ]
    assert found == [
        ("Tam Đa", "Ủy ban nhân dân xã Tam Đa", 2, 1),
        ("Trường Chính trị", "Trường Chính trị", 1, 1),
        ("UBND xã Tân Thanh", "UBND xã Tân Thanh", 1, 1),
    ]


def test_a_letter_is_in_the_decrees_form():
    paper = written(letters_document(told(), Demand(), owner="Tam Đa"))
    head, foot = paper.tables[0], paper.tables[-1]
    assert head.cell(1, 0).text.strip().split("\n") == [
        "Số: ……/……-……",
        "V/v đôn đốc thực hiện Kế hoạch 138",
    ]
    assert text(paper) == [
        "Kính gửi: Ủy ban nhân dân xã Tam Đa.",
        (
            "Thực hiện Kế hoạch 138 (số …… ngày ……), qua theo dõi đến ngày 15 tháng 9 năm 2024, xã Tam "
            "Đa còn 2 mục quá hạn (1 tiêu chí, 1 báo cáo) và 1 mục sắp đến hạn, cụ thể như sau:"
        ),
        "1. Mục quá hạn",
        "2. Mục sắp đến hạn",
        (
            "Công an huyện Sơn Dương đề nghị Ủy ban nhân dân xã Tam Đa hoàn thành các mục nêu trên, cập "
            "nhật kết quả vào sổ theo dõi và có văn bản trả lời chậm nhất ngày 20 tháng 9 năm 2024; mục "
            "nào chưa hoàn thành được thì nêu rõ nguyên nhân và ngày hoàn thành."
        ),
        "Đề nghị Ủy ban nhân dân xã Tam Đa quan tâm, thực hiện./.",
    ]
    assert [line for line in foot.cell(0, 0).text.split("\n") if line] == [
        "Nơi nhận:",
        "- Như trên;",
        "- Công an tỉnh (để báo cáo);",
        "- Lưu: VT.",
    ]
    assert foot.cell(0, 1).text.split("\n")[-1] == "Nguyễn Văn A"


def test_what_is_owed_stands_by_kind_with_its_days():
    paper = written(letters_document(told(), Demand(), owner="Tam Đa"))
    assert [[cell.text for cell in row.cells] for row in paper.tables[1].rows] == [
        ["TT", "Loại", "Mã", "Nội dung", "Hạn", "Quá hạn (ngày)"],
        ["1", "Tiêu chí", "TC01", "Đường làng", "01/09/2024", "14"],
        ["2", "Báo cáo", "T9", "Tháng 9/2024", "09/09/2024", "6"],
    ]
    assert [[cell.text for cell in row.cells] for row in paper.tables[2].rows] == [
        ["TT", "Loại", "Mã", "Nội dung", "Hạn", "Còn (ngày)"],
        ["1", "Tiêu chí", "TC02", "Điện", "15/09/2024", "0"],
    ]


def test_all_in_one_file_begin_on_pages_of_their_own():
    paper = written(letters_document(told()))
    assert len(paper.sections) == 3
    assert [line for line in text(paper) if line.startswith("Kính gửi")] == [
        "Kính gửi: Ủy ban nhân dân xã Tam Đa.",
        "Kính gửi: Trường Chính trị.",
        "Kính gửi: UBND xã Tân Thanh.",
    ]
    assert letters_document(told()) == letters_document(told())


def test_one_file_each_is_the_same_letter():
    with zipfile.ZipFile(io.BytesIO(letters_archive(told()))) as archive:
        assert archive.namelist() == [
            "01-tam-da.docx",
            "02-truong-chinh-tri.docx",
            "03-ubnd-xa-tan-thanh.docx",
        ]
        assert archive.read("01-tam-da.docx") == letters_document(told(), owner="Tam Đa")


def test_an_agencys_part_says_so():
    (one, *_) = letters_to(told(agency="Phòng Nội vụ"), Demand())
    assert one.overdue["code"].tolist() == ["TC01"]
    lines = text(written(letters_document(told(agency="Phòng Nội vụ"), owner="Tam Đa")))
    assert "còn 1 mục quá hạn (1 tiêu chí) trong phần việc do Phòng Nội vụ theo dõi" in lines[1]


def test_the_day_and_the_worksheet_are_told():
    briefed = told()
    briefed = replace(briefed, book=replace(briefed.book, worksheets=(("Tiến độ – Tam Đa", 7),)))
    asked = Demand(date(2024, 10, 1), sheet="https://example.vn/#gid={}".format)
    lines = text(written(letters_document(briefed, asked, owner="Tam Đa")))
    assert "Nơi ghi kết quả: https://example.vn/#gid=7" in lines
    assert any("trả lời chậm nhất ngày 01 tháng 10 năm 2024" in line for line in lines)


def test_nobody_late_is_said():
    quiet = briefing(plan(), as_of=AS_OF)
    assert text(written(letters_document(quiet))) == [
        "Không có đơn vị, cơ quan nào có mục quá hạn phải đôn đốc bằng công văn."
    ]


def test_text_of_the_sheet_is_only_text():
    nasty = "Kế hoạch\r\n\x07<w:br/>=1+1 \u202e" + "rất dài " * 200
    briefed = told(letterhead=(("Tên kế hoạch", nasty), *LETTERHEAD[1:]))
    lines = text(written(letters_document(briefed)))
    assert "<w:br/>" in lines[1]


def test_letters_name_what_the_report_counts(case):
    said = machine.briefed(case)
    overdue = Counter(
        owed["owner"]
        for owed in said["obligations"]
        if owed["state"] == "overdue" and owed["owner"] != case.now.standing_agency
    )
    rows = {one.owner: len(one.overdue) for one in letters_to(case, Demand())}
    assert rows == dict(overdue)
    paper = written(letters_document(case))
    days = sorted(
        int(row.cells[-1].text)
        for table in paper.tables
        if table.rows[0].cells[-1].text == "Quá hạn (ngày)"
        for row in table.rows[1:]
    )
    assert days == sorted(
        owed["days_late"]
        for owed in said["obligations"]
        if owed["state"] == "overdue" and owed["owner"] in overdue
    )


@pytest.mark.parametrize("kind", ["xã", "Phường", "Đặc khu"])
def test_a_commune_is_written_to_as_its_committee(kind):
    book = plan(
        units(("Tam Đa", kind, "A"), head="Đơn vị | Loại | Nhóm"),
        criteria(("TC01", "Đường làng", "1/9/2024")),
    )
    (one,) = letters_to(briefing(book, as_of=AS_OF), Demand())
    assert one.to == f"Ủy ban nhân dân {kind.lower()} Tam Đa"

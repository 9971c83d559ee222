"""What HUONG_DAN.md tells officers is what happens: its example of a reform, its list of slips."""

from datetime import date
from pathlib import Path

import pytest

from lib.problem import ProblemCode as P
from lib.sheet.schema import DOCUMENT_SETTINGS, WORKSHEETS
from tests import builders as sheet

GUIDE = (Path(__file__).parents[2] / "HUONG_DAN.md").read_text("utf-8")


def table_under(*headers):
    """Return the rows of the guide's table that has these heads first."""
    lines = GUIDE.splitlines()
    head = next(at for at, line in enumerate(lines) if line.startswith(f"| {' | '.join(headers)} "))
    rows = []
    for line in lines[head + 2 :]:
        if not line.startswith("|"):
            break
        rows.append([cell.strip() or None for cell in line.strip("|").split("|")])
    names = [cell.strip() for cell in lines[head].strip("|").split("|")]
    return names, rows


@pytest.fixture(scope="module")
def reform():
    names, rows = table_under("Đơn vị", "Nhóm", "Hiệu lực từ")
    return sheet.plan(
        sheet.settings(("Năm", 2025)),
        sheet.units(*rows, head=" | ".join(names)),
        sheet.progress(
            ("30/06/2025", "An Bình", "TC01", "Đạt", None),
            ("30/06/2025", "Phú Lộc", "TC01", "Đang làm", 40),
            ("01/07/2025", "An Bình", "TC01", "Đang làm", 60),
            ("02/07/2025", "Phú Lộc", "TC01", "Đang làm", 70),
        ),
        today=date(2025, 9, 1),
    )


def test_the_reform_reads_without_a_problem(reform):
    assert reform.problems == ()
    assert reform.owners["successor"].tolist() == [2, 2, -1]


def test_a_name_is_its_bearer_of_the_day_and_an_old_one_the_new_communes(reform):
    assert reform.entries["owner"].tolist() == [0, 1, 2, 2]


@pytest.mark.parametrize(
    ("row", "found"),
    [
        (("1/6/2024", "Tam Đa", "TC01, TC02", "Đạt"), P.SEVERAL_CODES),
        (("1/6/2024", "Tam Đa", "TC01-TC05", "Đạt"), P.SEVERAL_CODES),
        (("1/6/2024", "Tam Đa, Đại Phú", "TC01", "Đạt"), P.UNKNOWN_NAME),
        (("1/6/2024", "Tam Đa", "TC01", "Chưa đạt (thiếu hồ sơ)"), P.GUESSED_RESULT),
        (("1/6/2024", "Tam Đa", "TC01", "Ko đạt"), P.GUESSED_RESULT),
        (("1/6/2024", "Tam Đa", "TC01", "dat roi"), P.UNREADABLE_RESULT),
        (("10/1/2023", "Tam Đa", "TC01", "Đạt"), P.EARLY_DATE),
        (("5/9", "Tam Đa", "TC01", "Đạt"), P.GUESSED_DATE),
        (("31/9/2024", "Tam Đa", "TC01", "Đạt"), P.UNREADABLE_DATE),
        (("1/6/2024", "Tam Đa, huyện Sơn Dương", "TC01", "Đạt"), P.GUESSED_NAME),
    ],
    ids=lambda value: value if isinstance(value, str) else " ".join(value),
)
def test_a_slip_of_the_guide_is_found(row, found):
    criteria = [(f"TC0{number}", f"Tiêu chí {number}") for number in range(1, 6)]
    book = sheet.plan(
        sheet.settings(("Năm", 2024)),
        sheet.criteria(*criteria, head="Mã | Tiêu chí"),
        sheet.progress(row, head="Ngày | Đơn vị | Mã | Kết quả"),
    )
    assert [problem.code for problem in book.problems] == [found]


@pytest.mark.parametrize("title", ["Tiến độ cũ", "Tien do", "Tiêu chí (2)"])
def test_a_worksheet_nearly_named_is_not_read(title):
    book = sheet.plan(
        sheet.criteria(("TC01", "Một", None)), sheet.progress(), sheet.progress(title=title)
    )
    assert [(p.worksheet, p.code) for p in book.problems] == [(title, P.UNKNOWN_WORKSHEET)]


def test_the_guide_names_every_new_column_and_setting():
    newer = ("Khó khăn kiến nghị", "Thư điện tử", "Ngày giao")
    known = {column.header for each in WORKSHEETS for column in each.columns}
    assert set(newer) <= known
    guide = " ".join(GUIDE.split())
    assert [name for name in (*newer, *DOCUMENT_SETTINGS) if name not in guide] == []

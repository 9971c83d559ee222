"""Missing worksheets and columns are named wherever the numbers stand."""

from datetime import date

from lib.problem import Problem, ProblemCode
from lib.view.gaps import gaps, nothing_logged
from tests import builders as sheet

CRITERIA = Problem("Tiêu chí", None, None, ProblemCode.MISSING_WORKSHEET)
DAY = Problem("Tiến độ – Tam Đa", 1, "Ngày", ProblemCode.MISSING_COLUMN)
SLIP = Problem("Tiến độ", 7, "Ngày", ProblemCode.UNREADABLE_DATE, "31/9/2024")


def test_slips_are_no_gaps():
    assert gaps([]) is None
    assert gaps([SLIP]) is None


def test_gaps_are_named():
    told = "trang «Tiêu chí», cột «Ngày» ở trang «Tiến độ – Tam Đa»"
    assert gaps([SLIP, CRITERIA, DAY]) == told


def test_many_gaps_are_counted():
    assert gaps([CRITERIA, *[DAY] * 11]).endswith(", 9 chỗ khác")


def test_a_log_without_a_line_by_the_day_is_told():
    written = sheet.plan(sheet.progress(("1/9/2024", "Tam Đa", "TC01", "Đạt")))
    assert nothing_logged(written, as_of=date(2024, 8, 31))
    assert not nothing_logged(written, as_of=date(2024, 9, 1))
    assert nothing_logged(sheet.plan(), as_of=date(2024, 9, 15))


def test_where_nobody_is_to_log_nothing_is_missed():
    assert not nothing_logged(sheet.plan(sheet.units()), as_of=date(2024, 9, 15))

"""Missing worksheets and columns are named wherever the numbers stand."""

from lib.problem import Problem, ProblemCode
from lib.view.gaps import gaps

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

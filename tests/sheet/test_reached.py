"""What a log row says was reached: the table of section 3."""

import pytest

from tests.builders import entries, found, periods, plan, progress

WORD = {
    "met": "Đạt",
    "in_progress": "Đang làm",
    "not_met": "Chưa đạt",
    "not_started": "Chưa làm",
    "blank": None,
    "unreadable": "gần xong",
}
NOT_COUNTED = None
CONTRADICTORY, MISSING = "contradictory", "missing_value"
NO_RESULT, NO_PERCENT = "unreadable_result", "unreadable_percent"

# result, percent, what a criterion's row says (met, progress), its problems
TABLE = [
    ("met", None, (True, 100), ()),
    ("met", 100, (True, 100), ()),
    ("met", "100%", (True, 100), ()),
    ("met", 99.9, (False, 99), (CONTRADICTORY,)),
    ("met", 99, (False, 99), (CONTRADICTORY,)),
    ("met", 60, (False, 60), (CONTRADICTORY,)),
    ("met", 0, (False, 0), (CONTRADICTORY,)),
    ("met", "nhiều", (False, 99), (NO_PERCENT,)),
    ("met", 101, (False, 99), (NO_PERCENT,)),
    ("in_progress", None, (False, 0), ()),
    ("in_progress", 0, (False, 0), ()),
    ("in_progress", 60, (False, 60), ()),
    ("in_progress", 99, (False, 99), ()),
    ("in_progress", 99.5, (False, 99), ()),
    ("in_progress", 100, (False, 99), (CONTRADICTORY,)),
    ("in_progress", "nhiều", (False, 0), (NO_PERCENT,)),
    ("not_met", None, (False, 0), ()),
    ("not_met", 60, (False, 60), ()),
    ("not_met", 100, (False, 99), (CONTRADICTORY,)),
    ("not_met", "nhiều", (False, 0), (NO_PERCENT,)),
    ("not_started", None, (False, 0), ()),
    ("not_started", 0, (False, 0), ()),
    ("not_started", 0.001, (False, 0), (CONTRADICTORY,)),
    ("not_started", 60, (False, 0), (CONTRADICTORY,)),
    ("not_started", 100, (False, 0), (CONTRADICTORY,)),
    ("not_started", "nhiều", (False, 0), (NO_PERCENT,)),
    ("blank", None, NOT_COUNTED, (MISSING,)),
    ("blank", 0, (False, 0), ()),
    ("blank", 60, (False, 60), ()),
    ("blank", 99.5, (False, 99), ()),
    ("blank", 100, (True, 100), ()),
    ("blank", "nhiều", NOT_COUNTED, (MISSING, NO_PERCENT)),
    ("unreadable", None, NOT_COUNTED, (NO_RESULT,)),
    ("unreadable", 0, (False, 0), (NO_RESULT,)),
    ("unreadable", 60, (False, 60), (NO_RESULT,)),
    ("unreadable", 99, (False, 99), (NO_RESULT,)),
    ("unreadable", 100, (False, 99), (NO_RESULT,)),
    ("unreadable", "nhiều", NOT_COUNTED, (NO_RESULT, NO_PERCENT)),
]
# A report's line differs where its result is blank, and the bare 1 is a whole.
OF_A_REPORT = {
    ("blank", None): ((True, 100), ()),
    ("blank", "nhiều"): ((False, 99), (NO_PERCENT,)),
}
COLUMN = {MISSING: "Kết quả", NO_RESULT: "Kết quả"}


def said(code):
    """Read a log with a row for each line of the table; return what each row says, by row."""
    book = plan(
        periods(("T06", "Tháng 6", "10/7/2024")),
        progress(
            *(
                (45000 + n, "Tam Đa", code, WORD[result], percent)
                for n, (result, percent, _, _) in enumerate(TABLE)
            )
        ),
    )
    reached = dict(zip(book.entries["row"], (each[3:] for each in entries(book)), strict=True))
    problems = {}
    for worksheet, row, column, problem in found(book):
        assert worksheet == "Tiến độ"
        problems.setdefault(row, []).append((column, problem))
    return reached, problems


@pytest.fixture(scope="module")
def criterion():
    return said("TC01")


@pytest.fixture(scope="module")
def report():
    return said("T06")


ROWS = [
    pytest.param(row, *line, id=f"{line[0]}-{line[1]}") for row, line in enumerate(TABLE, start=2)
]


def expected(problems):
    return [(COLUMN.get(problem, "Tiến độ (%)"), problem) for problem in problems]


@pytest.mark.parametrize(("row", "result", "percent", "reached", "problems"), ROWS)
def test_a_criterions_line(criterion, row, result, percent, reached, problems):
    assert criterion[0].get(row) == reached
    assert criterion[1].get(row, []) == expected(problems)


@pytest.mark.parametrize(("row", "result", "percent", "reached", "problems"), ROWS)
def test_a_reports_line(report, row, result, percent, reached, problems):
    reached, problems = OF_A_REPORT.get((result, percent), (reached, problems))
    assert report[0].get(row) == reached
    assert report[1].get(row, []) == expected(problems)

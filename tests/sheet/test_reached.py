"""What a log row says was reached (rules, 3: Log entries)."""

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
# A report's line with evidence differs where its result is blank.
WITH_EVIDENCE = {
    ("blank", None): ((True, 100), ()),
    ("blank", "nhiều"): ((False, 99), (NO_PERCENT,)),
}
# What a word says with a percent behind it: result, percent, met and progress, problems.
BEHIND = [
    ("Hoàn thành 100%", None, (True, 100), ()),
    ("Hoàn thành 100%", 100, (True, 100), ()),
    ("Hoàn thành 100%", 1, (True, 100), ()),
    ("Hoàn thành 100%", 60, (False, 60), (CONTRADICTORY,)),
    ("Hoàn thành 100%", "nhiều", (False, 99), (NO_PERCENT,)),
    ("Hoàn thành 100%", "#REF!", (False, 99), ("cell_error",)),
    ("Hoàn thành 85%", None, (False, 85), (CONTRADICTORY,)),
    ("Hoàn thành 85%", 85, (False, 85), (CONTRADICTORY,)),
    ("Hoàn thành 85%", 100, (False, 85), (CONTRADICTORY,)),
    ("Hoàn thành 85%", 1, (False, 85), (CONTRADICTORY,)),
    ("Hoàn thành 85%", 60, (False, 60), (CONTRADICTORY,)),
    ("Hoàn thành 85%", "nhiều", (False, 85), (CONTRADICTORY, NO_PERCENT)),
    ("Hoàn thành 99,5%", None, (False, 99), (CONTRADICTORY,)),
    ("Đang làm 50%", None, (False, 50), ()),
    ("Đang làm 50%", 50, (False, 50), ()),
    ("Đang làm 50%", 0.5, (False, 50), ()),
    ("Đang làm 50%", 60, (False, 50), (CONTRADICTORY,)),
    ("Đang làm 60%", 50, (False, 50), (CONTRADICTORY,)),
    ("Đang làm 50%", 0, (False, 0), (CONTRADICTORY,)),
    ("Đang làm 50%", "nhiều", (False, 50), (NO_PERCENT,)),
    ("Đang làm 100%", None, (False, 99), (CONTRADICTORY,)),
    ("Đang làm 100%", 100, (False, 99), (CONTRADICTORY,)),
    ("Đang làm 1%", 1, (False, 1), ("ambiguous_percent",)),
    ("Chưa đạt 40%", None, (False, 40), ()),
    ("Chưa làm 0%", None, (False, 0), ()),
    ("Chưa làm 0%", 30, (False, 0), (CONTRADICTORY,)),
    ("Chưa làm 20%", None, (False, 0), (CONTRADICTORY,)),
    ("Đang làm 50", None, (False, 0), ("guessed_result",)),
    ("Đang làm 50", 60, (False, 60), ("guessed_result",)),
    ("Không đạt yêu cầu", None, (False, 0), ("guessed_result",)),
    ("Không đạt yêu cầu", 100, (False, 99), ("guessed_result", CONTRADICTORY)),
    ("Chưa làm được", 30, (False, 0), ("guessed_result", CONTRADICTORY)),
    ("Đạt một phần", 60, (False, 60), (NO_RESULT,)),
    ("Đạt một phần", 100, (False, 99), (NO_RESULT,)),
    ("Đạt một phần", None, NOT_COUNTED, (NO_RESULT,)),
]
COLUMN = dict.fromkeys((MISSING, NO_RESULT, "guessed_result"), "Kết quả")


def said(code, lines, evidence=None):
    """Read a log with a row for each line; return what each row says, by row."""
    book = plan(
        periods(("T06", "Tháng 6", "10/7/2024")),
        progress(
            *(
                (45000 + n, "Tam Đa", code, WORD.get(result, result), percent, evidence)
                for n, (result, percent, _, _) in enumerate(lines)
            ),
            head="Ngày | Đơn vị | Mã | Kết quả | Tiến độ (%) | Minh chứng",
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
    return said("TC01", TABLE)


@pytest.fixture(scope="module")
def evidenced():
    return said("TC01", TABLE, "ảnh")


@pytest.fixture(scope="module")
def report():
    return said("T06", TABLE)


@pytest.fixture(scope="module")
def sent():
    return said("T06", TABLE, "qua thư")


@pytest.fixture(scope="module")
def behind():
    return said("TC01", BEHIND)


def rows(lines):
    return [
        pytest.param(row, *line, id=f"{line[0]}-{line[1]}")
        for row, line in enumerate(lines, start=2)
    ]


ROWS = rows(TABLE)


def expected(problems):
    return [(COLUMN.get(problem, "Tiến độ (%)"), problem) for problem in problems]


@pytest.mark.parametrize(("row", "result", "percent", "reached", "problems"), ROWS)
def test_a_criterions_line(criterion, evidenced, row, result, percent, reached, problems):
    for found_ in (criterion, evidenced):
        assert found_[0].get(row) == reached
        assert found_[1].get(row, []) == expected(problems)


@pytest.mark.parametrize(("row", "result", "percent", "reached", "problems"), ROWS)
def test_a_reports_line(report, sent, row, result, percent, reached, problems):
    assert report[0].get(row) == reached
    assert report[1].get(row, []) == expected(problems)
    reached, problems = WITH_EVIDENCE.get((result, percent), (reached, problems))
    assert sent[0].get(row) == reached
    assert sent[1].get(row, []) == expected(problems)


@pytest.mark.parametrize(("row", "result", "percent", "reached", "problems"), rows(BEHIND))
def test_a_percent_behind_the_word(behind, row, result, percent, reached, problems):
    assert behind[0].get(row) == reached
    assert behind[1].get(row, []) == expected(problems)

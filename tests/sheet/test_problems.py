"""What a problem says, and that nothing else goes wrong beside it (rules, 1: Problems)."""

from datetime import date, datetime

import pytest

from lib.problem import NOTICES, Problem, ProblemCode, Severity
from tests.builders import appraisals, criteria, entries, found, plan, progress, units

NOTICE_CODES = [
    *("guessed_name", "guessed_date", "guessed_result", "future_date", "ambiguous_percent"),
    *("contradictory", "duplicate_entry", "unknown_agency", "not_owed"),
]
ERROR_CODES = [
    *("missing_worksheet", "unknown_worksheet", "misplaced_worksheet"),
    *("missing_column", "duplicate_column"),
    *("missing_value", "cell_error", "unknown_name", "wrong_worksheet", "unknown_code"),
    *("several_codes", "unknown_item", "unreadable_date", "early_date"),
    *("unreadable_percent", "unreadable_number"),
    *("unreadable_result", "duplicate_definition", "circular_merge"),
]


@pytest.mark.parametrize("code", NOTICE_CODES)
def test_notices(code):
    assert Problem("Tiến độ", 2, "Mã", ProblemCode(code)).severity is Severity.NOTICE


@pytest.mark.parametrize("code", ERROR_CODES)
def test_errors(code):
    assert Problem("Tiến độ", 2, "Mã", ProblemCode(code)).severity is Severity.ERROR


def test_every_code_is_one_of_these():
    assert sorted(ProblemCode) == sorted(NOTICE_CODES + ERROR_CODES)
    assert sorted(NOTICES) == sorted(NOTICE_CODES)


@pytest.mark.parametrize(
    ("cell", "value"),
    [
        ("hôm  qua", "hôm qua"),
        ("31/2/2024", "31/2/2024"),
        (36525, "36525"),
        (5.5, "5.5"),
        (True, "TRUE"),
        ("#REF!", "#REF!"),
        (None, None),
        (False, None),
        (" \u200b", None),
    ],
    ids=repr,
)
def test_the_value_is_the_cells_text(cell, value):
    (problem,) = plan(progress((cell, "Tam Đa", "TC01", "Đạt"))).problems
    assert (problem.column, problem.value) == ("Ngày", value)


def test_a_readable_day_is_told_as_a_day():
    book = plan(
        progress(*((day, "Tam Đa", "TC01", "Đạt") for day in (date(2030, 1, 2), 47486, "4/1/2030")))
    )
    assert [problem.value for problem in book.problems] == ["2030-01-02", "2030-01-03", "4/1/2030"]
    assert {problem.code.value for problem in book.problems} == {"future_date"}


def test_other_cells_are_told_as_written():
    book = plan(
        progress(
            ("1/6/2024", 45444, "TC01", "Đạt"),
            ("1/6/2024", "Tam Đa", date(2024, 6, 1), "Đạt"),
            ("1/6/2024", "Tam Đa", "TC01", datetime(2024, 6, 1, 12)),
            ("1/6/2024", "Tam Đa", "TC01", "Đạt", 101.0),
            ("2/6/2024", "Tam Đa", "TC01", "Đạt", 0.5),
            ("3/6/2024", "Tam Đa", "TC01", None),
        )
    )
    assert [problem.value for problem in book.problems] == [
        *("45444", "45444", "45444.5", "101", "0.5", None)
    ]


def test_a_problem_names_its_cell():
    book = plan(progress((), ("hôm qua", "Huế", "TC01", "Đạt", "nhiều")), appraisals(("1/6/2024",)))
    assert [problem.cell for problem in book.problems] == ["A3", "B3", "E3", "B2", "C2", "D2"]


def test_a_problem_of_a_column_that_is_not_there_names_no_cell():
    book = plan(progress(("1/6/2024", "Tam Đa", "TC01"), head="Ngày | Đơn vị | Mã"))
    (problem,) = book.problems
    assert (problem.column, problem.code, problem.cell) == ("Kết quả", "missing_value", None)


def test_the_worksheets_title_is_as_in_the_sheet():
    book = plan(progress(("hôm qua", "Tam Đa", "TC01", "Đạt"), title="TIẾN ĐỘ"))
    assert found(book) == [("TIẾN ĐỘ", 2, "Ngày", "unreadable_date")]


def test_problems_stand_in_the_sheets_order():
    book = plan(
        units(("Tam Đa", "A"), (None, "A")),
        criteria(("TC01", "Đường", "cuối năm")),
        appraisals(("hôm qua", "Tam Đa", "TC01", "Đạt")),
        progress(
            ("1/6/2024", "Tam Đa", "TC01", None),
            ("hôm qua", "Huế", "TC9", "gần xong", "nhiều"),
        ),
    )
    assert [(worksheet, row, column) for worksheet, row, column, _ in found(book)] == [
        ("Đơn vị", 3, "Đơn vị"),
        ("Tiêu chí", 2, "Hạn"),
        ("Thẩm định", 2, "Ngày"),
        ("Tiến độ", 2, "Kết quả"),
        *(("Tiến độ", 3, each) for each in ("Ngày", "Đơn vị", "Mã", "Kết quả", "Tiến độ (%)")),
    ]


def test_every_row_with_a_mess_leaves_the_good_ones_counting():
    good = ("1/6/2024", "Tam Đa", "TC01", "Đạt")
    mess = [
        (cell, *good[1:4])
        for cell in ("?", "31/2/2024", 1e300, True, "#N/A", "٣/٣/٢٠٢٤", "\ud800", -1)
    ] + [("1/6/2024", cell, "TC01", "Đạt") for cell in ("?", 5, True, "#N/A", "\udfff", "xã")]
    book = plan(progress(*mess, good, *mess))
    assert book.entries["row"].tolist() == [len(mess) + 2]
    assert entries(book) == [("Tam Đa", "TC01", "2024-06-01", True, 100.0)]
    assert len(book.problems) == 2 * len(mess)
    assert {problem.severity for problem in book.problems} == {Severity.ERROR}

"""Percents, and the bare 1 that may be a whole (rules, 1: Percent)."""

from datetime import date

import pytest

from lib.problem import ProblemCode
from lib.sheet.cells import parse_percent
from tests.builders import entries, found, periods, plan, progress


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        pytest.param(0, 0.0, id="0"),
        pytest.param(100, 100.0, id="100"),
        pytest.param(45, 45.0, id="a whole number"),
        pytest.param(45.5, 45.5, id="a number with decimals"),
        pytest.param(1.5, 1.5, id="just above 1 is a percent"),
        pytest.param(0.455, 45.5, id="a share"),
        pytest.param(0.57, 57.0, id="a share is exact"),
        pytest.param(0.29, 29.0, id="another exact share"),
        pytest.param(0.999, 99.9, id="just below 1 is a share"),
        pytest.param(0.001, 0.1, id="a small share"),
        pytest.param("45", 45.0, id="text"),
        pytest.param("45,5", 45.5, id="decimal comma"),
        pytest.param("45.5", 45.5, id="decimal point"),
        pytest.param("0,455", 45.5, id="a share as text"),
        pytest.param("0.5", 50.0, id="a share as text with a point"),
        pytest.param("0", 0.0, id="0 as text"),
        pytest.param("100", 100.0, id="100 as text"),
        pytest.param(" 45\u00a0", 45.0, id="blanks around it"),
        pytest.param("85%", 85.0, id="percent sign"),
        pytest.param("85,5 %", 85.5, id="blank before the sign"),
        pytest.param("85.5%", 85.5, id="point and sign"),
        pytest.param("0,5%", 0.5, id="with a sign it is no share"),
        pytest.param("1%", 1.0, id="1%"),
        pytest.param("0%", 0.0, id="0%"),
        pytest.param("100%", 100.0, id="100%"),
        pytest.param(1, 1.0, id="a bare 1 is left to its row"),
    ],
)
def test_a_percent_is_read(cell, expected):
    assert parse_percent(cell) == (expected, None, None)


@pytest.mark.parametrize(
    "cell",
    [
        pytest.param(-1, id="negative"),
        pytest.param(-0.5, id="a negative share"),
        pytest.param(100.1, id="above 100"),
        pytest.param(101, id="101"),
        pytest.param(45444, id="a serial"),
        pytest.param("101%", id="above 100 as text"),
        pytest.param("-5%", id="negative as text"),
        pytest.param("8 5%", id="a blank inside"),
        pytest.param("1.234,5", id="two separators"),
        pytest.param("50-60", id="a span"),
        pytest.param("một nửa", id="words"),
        pytest.param("%", id="only the sign"),
        pytest.param("85%%", id="two signs"),
        pytest.param("khoảng 85%", id="a word before it"),
        pytest.param("12/25", id="a fraction of counts"),
        pytest.param("٣", id="a foreign digit"),
        pytest.param(date(2024, 6, 1), id="a date"),
        pytest.param(float("nan"), id="not a number"),
        pytest.param(float("inf"), id="infinity"),
        pytest.param(10**400, id="huge"),
    ],
)
def test_what_is_no_percent_is_refused(cell):
    assert parse_percent(cell) == (None, ProblemCode.UNREADABLE_PERCENT, None)


@pytest.mark.parametrize(
    "one", [pytest.param(1, id="1"), pytest.param(1.0, id="1.0"), pytest.param("1", id="text")]
)
def test_a_bare_one_is_a_whole_beside_met_or_in_a_report(one):
    book = plan(
        periods(("T06", "Tháng 6", "10/7/2024")),
        progress(
            ("1/6/2024", "Tam Đa", "TC01", "Đạt", one),
            ("2/6/2024", "Tam Đa", "TC01", "Đang làm", one),
            ("3/6/2024", "Tam Đa", "TC01", None, one),
            ("4/6/2024", "Tam Đa", "TC01", "Chưa làm", one),
            ("5/6/2024", "Tam Đa", "T06", None, one),
            ("6/6/2024", "Tam Đa", "T06", "Đã gửi", one),
            ("7/6/2024", "Tam Đa", "T06", "Đang làm", one),
            ("8/6/2024", "Tam Đa", "T06", "gì đó", one),
        ),
    )
    assert [(met, percent) for *_, met, percent in entries(book)] == [
        (True, 100.0),
        (False, 1.0),
        (False, 1.0),
        (False, 0.0),
        (True, 100.0),
        (True, 100.0),
        (False, 99.0),
        (False, 99.0),
    ]
    assert found(book) == [
        ("Tiến độ", 3, "Tiến độ (%)", "ambiguous_percent"),
        ("Tiến độ", 4, "Tiến độ (%)", "ambiguous_percent"),
        ("Tiến độ", 5, "Tiến độ (%)", "ambiguous_percent"),
        ("Tiến độ", 5, "Tiến độ (%)", "contradictory"),
        ("Tiến độ", 8, "Tiến độ (%)", "contradictory"),
        ("Tiến độ", 9, "Kết quả", "unreadable_result"),
    ]


def test_one_percent_with_its_sign_is_never_ambiguous():
    book = plan(progress(("1/6/2024", "Tam Đa", "TC01", "Đạt", "1%")))
    assert entries(book) == [("Tam Đa", "TC01", "2024-06-01", False, 1.0)]
    assert found(book) == [("Tiến độ", 2, "Tiến độ (%)", "contradictory")]


def test_a_ticked_box_is_no_percent_and_an_unticked_one_is_blank():
    book = plan(
        progress(
            ("1/6/2024", "Tam Đa", "TC01", "Đang làm", True),
            ("2/6/2024", "Tam Đa", "TC01", "Đạt", False),
        )
    )
    assert [(met, percent) for *_, met, percent in entries(book)] == [(False, 0.0), (True, 100.0)]
    assert found(book) == [("Tiến độ", 2, "Tiến độ (%)", "unreadable_percent")]


def test_an_ambiguous_row_that_does_not_count_is_checked_all_the_same():
    book = plan(progress(("1/6/2024", "Tam Đa", "TC99", "Đang làm", 1)))
    assert found(book) == [
        ("Tiến độ", 2, "Mã", "unknown_code"),
        ("Tiến độ", 2, "Tiến độ (%)", "ambiguous_percent"),
    ]

"""Dates as people and spreadsheets write them (rules, 1: Dates)."""

from datetime import UTC, date, datetime, timedelta, timezone

import pytest

from lib.problem import ProblemCode
from lib.sheet.cells import parse_date
from tests.builders import entries, found, plan, progress, settings

HANOI = timezone(timedelta(hours=7))


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        pytest.param(date(2024, 6, 1), "2024-06-01", id="date cell"),
        pytest.param(datetime(2024, 6, 1, 23, 59), "2024-06-01", id="date cell with a time"),
        pytest.param(datetime(2024, 6, 1, 23, 59, tzinfo=UTC), "2024-06-01", id="time zone"),
        pytest.param(datetime(2024, 6, 1, 0, 1, tzinfo=HANOI), "2024-06-01", id="time zone east"),
        pytest.param(36526, "2000-01-01", id="first serial"),
        pytest.param(73050, "2099-12-31", id="last serial"),
        pytest.param(45444, "2024-06-01", id="serial"),
        pytest.param(45444.0, "2024-06-01", id="serial as a float"),
        pytest.param(45444.999, "2024-06-01", id="serial with a time"),
        pytest.param("1/6/2024", "2024-06-01", id="d/m/yyyy"),
        pytest.param("01/06/2024", "2024-06-01", id="dd/mm/yyyy"),
        pytest.param("1-6-2024", "2024-06-01", id="d-m-yyyy"),
        pytest.param("1.6.2024", "2024-06-01", id="d.m.yyyy"),
        pytest.param("2024-6-1", "2024-06-01", id="yyyy-m-d"),
        pytest.param("2024-06-01", "2024-06-01", id="ISO"),
        pytest.param("1 / 6 / 2024", "2024-06-01", id="blanks around slashes"),
        pytest.param("1. 6 .2024", "2024-06-01", id="blanks around stops"),
        pytest.param("2024 - 06 - 01", "2024-06-01", id="blanks around dashes"),
        pytest.param(" 1/6/2024\u00a0", "2024-06-01", id="blanks around it all"),
        pytest.param("1/6/24", "2024-06-01", id="two-digit year"),
        pytest.param("1-6-99", "2099-06-01", id="two-digit year is 20yy"),
        pytest.param("1/6/2024 8:30", "2024-06-01", id="8:30"),
        pytest.param("1/6/2024 8h30", "2024-06-01", id="8h30"),
        pytest.param("1/6/2024 8h", "2024-06-01", id="8h"),
        pytest.param("01-06-24 08:30", "2024-06-01", id="two-digit year and a time"),
        pytest.param("2024-06-01 17h05", "2024-06-01", id="ISO and a time"),
        pytest.param("5/12/2024", "2024-12-05", id="day first"),
        pytest.param("29/2/2024", "2024-02-29", id="leap day"),
        pytest.param("31/12/2024", "2024-12-31", id="last day"),
        pytest.param("ngày 15/6/2024.", "2024-06-15", id="the word before, a stop after"),
        pytest.param("Ngày 15-6-2024", "2024-06-15", id="the word in capitals"),
        pytest.param("15/6/2024.", "2024-06-15", id="a full stop after it"),
        pytest.param("15 tháng 6 năm 2024", "2024-06-15", id="in words"),
        pytest.param("ngày 15 tháng 06 năm 2024", "2024-06-15", id="in words all through"),
        pytest.param("15 Tháng 6 Năm 24", "2024-06-15", id="in words, a two-digit year"),
        pytest.param("2024/6/15", "2024-06-15", id="yyyy/m/d"),
        pytest.param("2024/06/15 8:30", "2024-06-15", id="yyyy/m/d and a time"),
        pytest.param("1/1/2000", "2000-01-01", id="the first of the century"),
        pytest.param("31/12/2099", "2099-12-31", id="the last of the century"),
        pytest.param(date(2099, 12, 31), "2099-12-31", id="the last as a cell"),
    ],
)
def test_a_day_is_read(cell, expected):
    assert parse_date(cell, year=1999) == (date.fromisoformat(expected), None, None)


@pytest.mark.parametrize(
    "cell",
    [
        pytest.param("06/25/2024", id="month first"),
        pytest.param("31/2/2024", id="no such day"),
        pytest.param("29/2/2023", id="no leap year"),
        pytest.param("0/6/2024", id="day nought"),
        pytest.param("1/0/2024", id="month nought"),
        pytest.param("2024-13-01", id="month 13"),
        pytest.param("31/4", id="no such day of the plan's year"),
        pytest.param("6/25", id="month first, no year"),
        pytest.param("1/6/024", id="three-digit year"),
        pytest.param("1/6/20245", id="five-digit year"),
        pytest.param("001/6/2024", id="three-digit day"),
        pytest.param("1/6/2024 sáng", id="a word after it"),
        pytest.param("hôm 1/6/2024", id="a word before it"),
        pytest.param("ngàu 1/6/2024", id="a slip in the word"),
        pytest.param("1/6/2024..", id="two full stops"),
        pytest.param("15 tháng 6 năm", id="in words, no year"),
        pytest.param("tháng 6 năm 2024", id="in words, no day"),
        pytest.param("2024.6.15", id="yyyy.m.d"),
        pytest.param("31 tháng 2 năm 2024", id="no such day in words"),
        pytest.param("15/9/2204", id="a slip in the century"),
        pytest.param("31/12/1999", id="the day before the century"),
        pytest.param("1/1/2100", id="the day after the century"),
        pytest.param("1/1/0001", id="the calendar's first"),
        pytest.param("31/12/9999", id="the calendar's last"),
        pytest.param("0204-06-15", id="the year 204"),
        pytest.param(date(204, 6, 15), id="the year 204 as a cell"),
        pytest.param(date(1999, 12, 31), id="the day before as a cell"),
        pytest.param(date(2100, 1, 1), id="the day after as a cell"),
        pytest.param(datetime(9999, 12, 31, 12), id="the last as a cell"),
        pytest.param("1/6/2024 - 5/6/2024", id="a span"),
        pytest.param("tháng 6", id="a month"),
        pytest.param("Quý II/2024", id="a quarter"),
        pytest.param("2024", id="a year as text"),
        pytest.param("1 6 2024", id="only blanks"),
        pytest.param("chưa rõ", id="words"),
        pytest.param(36525, id="below the first serial"),
        pytest.param(36525.999, id="just below the first serial"),
        pytest.param(73051, id="above the last serial"),
        pytest.param(2024, id="a year"),
        pytest.param(0, id="nought"),
        pytest.param(-45444, id="negative"),
        pytest.param(float("nan"), id="not a number"),
        pytest.param(float("inf"), id="infinity"),
        pytest.param(10**400, id="huge"),
        pytest.param("²/6/2024", id="a digit that is none"),
        pytest.param("#", id="a sign"),
    ],
)
def test_what_is_no_day_is_refused(cell):
    assert parse_date(cell, year=2024) == (None, ProblemCode.UNREADABLE_DATE, None)


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        pytest.param("1/6", "2025-06-01", id="d/m"),
        pytest.param("01 / 06", "2025-06-01", id="blanks"),
        pytest.param("31/12 8h30", "2025-12-31", id="a time after it"),
        pytest.param("15-6", "2025-06-15", id="d-m"),
        pytest.param("15 - 6", "2025-06-15", id="d-m with blanks"),
        pytest.param("15 tháng 6", "2025-06-15", id="in words"),
        pytest.param("ngày 15/6.", "2025-06-15", id="the word before, a stop after"),
        pytest.param("Ngày 15 tháng 6", "2025-06-15", id="in words all through"),
    ],
)
def test_a_day_without_a_year_takes_the_plans(cell, expected):
    guessed = ProblemCode.GUESSED_DATE
    assert parse_date(cell, year=2025) == (date.fromisoformat(expected), guessed, None)


# the plan's year and first day, a day without its year, the day it is
SEASONS = [
    pytest.param(2024, date(2024, 1, 1), "1/1", date(2024, 1, 1), id="the first day"),
    pytest.param(2024, date(2024, 9, 1), "1/9", date(2024, 9, 1), id="the first day in autumn"),
    pytest.param(2024, date(2024, 9, 1), "31/8", date(2025, 8, 31), id="the day before: next year"),
    pytest.param(2024, date(2024, 9, 1), "31/12", date(2024, 12, 31), id="the year's last day"),
    pytest.param(2024, date(2024, 9, 1), "5 tháng 1", date(2025, 1, 5), id="the January after"),
    pytest.param(2024, date(2025, 3, 1), "1/3", date(2025, 3, 1), id="begun a year later"),
    pytest.param(2024, date(2025, 3, 1), "28-2", date(2026, 2, 28), id="before a later beginning"),
    pytest.param(2024, date(2023, 9, 1), "1/10", date(2024, 10, 1), id="never before the year"),
    pytest.param(2024, None, "1/1", date(2024, 1, 1), id="no first day"),
]


@pytest.mark.parametrize(("year", "start", "written", "expected"), SEASONS)
def test_a_day_without_a_year_is_not_before_the_plan(year, start, written, expected):
    read = parse_date(written, year=year, start=start)
    assert read == (expected, ProblemCode.GUESSED_DATE, None)


def test_leap_day_without_a_year_needs_a_leap_year():
    assert parse_date("29/2", year=2024).value == date(2024, 2, 29)
    assert parse_date("29/2", year=2025) == (None, ProblemCode.UNREADABLE_DATE, None)


def test_a_date_without_a_year_counts_with_a_notice():
    book = plan(
        settings(("Năm", 2023)),
        progress(("1/6", "Tam Đa", "TC01", "Đạt"), ("31/4", "Tam Đa", "TC01", "Đạt")),
    )
    assert entries(book) == [("Tam Đa", "TC01", "2023-06-01", True, 100.0)]
    assert found(book) == [
        ("Tiến độ", 2, "Ngày", "guessed_date"),
        ("Tiến độ", 3, "Ngày", "unreadable_date"),
    ]


def test_a_log_row_of_the_future_counts_with_a_notice():
    book = plan(
        progress(
            ("19/9/2024", "Tam Đa", "TC01", "Đạt"),
            ("20/9/2024", "Tam Đa", "TC01", "Đạt"),
            ("21/9/2024", "Tam Đa", "TC01", "Đạt"),
            ("22/9", "Tam Đa", "TC01", "Đạt"),
        ),
        today=date(2024, 9, 20),
    )
    assert len(entries(book)) == 4
    assert found(book) == [
        ("Tiến độ", 4, "Ngày", "future_date"),
        ("Tiến độ", 5, "Ngày", "future_date"),
        ("Tiến độ", 5, "Ngày", "guessed_date"),
    ]

"""Dates as people write them (rules, 1: Dates)."""

import re
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from lib.grid import Cell
from tests.oracle.text import key
from tests.oracle.values import text

FIRST, LAST = date(2000, 1, 1), date(2099, 12, 31)
EPOCH = date(1899, 12, 30)

TIME = r"(?: (?:[01]?\d|2[0-3])(?::[0-5]\d(?::[0-5]\d)?|h(?:[0-5]\d)?))?"
DAY_FIRST = [
    *[rf"(\d\d?) ?{sep} ?(\d\d?) ?{sep} ?(\d\d|\d{{4}}){TIME}" for sep in ("/", "-", r"\.")],
    rf"(\d\d?) tháng (\d\d?) năm (\d\d|\d{{4}}){TIME}",
]
YEAR_FIRST = [rf"(\d{{4}}) ?{sep} ?(\d\d?) ?{sep} ?(\d\d?){TIME}" for sep in ("-", "/")]
NO_YEAR = [rf"(\d\d?) ?{sep} ?(\d\d?){TIME}" for sep in ("/", "-", " tháng ")]


@dataclass(frozen=True)
class Years:
    """What a date without a year is read by: `Năm`, and `Ngày bắt đầu` where it is known."""

    first: int
    start: date | None = None


def day(cell: Cell, years: Years) -> tuple[date | None, bool]:
    """Read a date; the second value says that its year was guessed."""
    found, guessed = _any_day(cell, years)
    if found is None or not FIRST <= found <= LAST:
        return None, False
    return found, guessed


def date_text(cell: Cell) -> str | None:
    """Write a cell of a date column: a date, or the serial number of one, as ISO; else as text."""
    if isinstance(cell, date):
        return (cell.date() if isinstance(cell, datetime) else cell).isoformat()
    found, _ = (None, False) if isinstance(cell, str) else day(cell, Years(2000))
    return found.isoformat() if found else text(cell)


def _any_day(cell: Cell, years: Years) -> tuple[date | None, bool]:
    if isinstance(cell, datetime):
        return cell.date(), False
    if isinstance(cell, date):
        return cell, False
    if isinstance(cell, str):
        return _written_day(cell, years)
    if isinstance(cell, int | float) and not isinstance(cell, bool) and 36526 <= cell <= 73050:
        return EPOCH + timedelta(days=int(cell)), False
    return None, False


def _written_day(cell: str, years: Years) -> tuple[date | None, bool]:
    """Read a written date; *ngày* before it and a full stop after it are ignored."""
    written = re.sub(r" ?\.$", "", key(cell).removeprefix("ngày "))
    for form in DAY_FIRST:
        if found := re.fullmatch(form, written, re.ASCII):
            d, m, y = found.groups()
            return _calendar(int(y) + (2000 if len(y) == 2 else 0), int(m), int(d)), False
    for form in YEAR_FIRST:
        if found := re.fullmatch(form, written, re.ASCII):
            y, m, d = found.groups()
            return _calendar(int(y), int(m), int(d)), False
    for form in NO_YEAR:
        if found := re.fullmatch(form, written, re.ASCII):
            d, m = found.groups()
            return _guessed_day(int(m), int(d), years), True
    return None, False


def _guessed_day(month: int, day_of_month: int, years: Years) -> date | None:
    """Take the first year from `Năm` on in which the day is not before `Ngày bắt đầu`.

    29/2 is not looked for in later years: where that first year has none, it is no date.
    """
    year = years.first
    if years.start is not None:
        start = years.start
        year = max(year, start.year)
        if (year, month, day_of_month) < (start.year, start.month, start.day):
            year += 1
    return _calendar(year, month, day_of_month)


def _calendar(year: int, month: int, day_of_month: int) -> date | None:
    try:
        return date(year, month, day_of_month)
    except ValueError:
        return None

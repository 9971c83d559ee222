"""Which reporting period a report is for, and what it is called."""

import re
from typing import Final

import pandas as pd

from lib.export.briefing import Briefing
from lib.export.text import one_line
from lib.sheet import Book, Kind
from lib.words import documents as said

AHEAD: Final = pd.Timedelta(days=31)
"""How long before the first period falls due its report is being written."""

_ORDER: Final = ("month", "quarter", "half", "year")
_LAST_YEAR: Final = re.compile(r",?\s+(năm \d{4})$")
_YEAR: Final = re.compile(r"\s*/\s*(?=\d{4}$)")


def period(briefing: Briefing, code: str | None = None) -> pd.Series | None:
    """Return a reporting period: the one with the code, else the last that has fallen due.

    Of several due on one day the longest counts; before the first has fallen due, the first in
    the 31 days before. None earlier, where the sheet has none, or none with that code.
    """
    periods = periods_of(briefing.book)
    if code is not None:
        periods = periods[periods["code"] == code]
    if periods.empty:
        return None
    past = periods[periods["due"] <= pd.Timestamp(briefing.as_of)]
    day = past["due"].max() if len(past) else periods["due"].min()
    if code is None and pd.notna(day) and day - AHEAD > pd.Timestamp(briefing.as_of):
        return None
    last = periods[periods["due"] == day] if pd.notna(day) else periods
    length = [_ORDER.index(kind) if (kind := kind_of(row)) else -1 for _, row in last.iterrows()]
    return last.iloc[max(range(len(last)), key=lambda place: length[place])]


def following(briefing: Briefing, chosen: pd.Series | None) -> pd.Series | None:
    """Return the period that comes after one: the next to fall due of its kind, else of any."""
    if chosen is None:
        return None
    periods = periods_of(briefing.book)
    later = periods[periods["due"] > max(pd.Timestamp(briefing.as_of), chosen["due"])]
    later = later.sort_values("due", kind="stable")
    alike = [kind_of(row) == kind_of(chosen) for _, row in later.iterrows()]
    later = later[alike] if any(alike) else later
    return None if later.empty else later.iloc[0]


def periods_of(book: Book) -> pd.DataFrame:
    """Return the reporting periods in the sheet's order."""
    return book.items[book.items["kind"] == Kind.REPORT]


def kind_of(period: pd.Series) -> str | None:
    """Tell whether a period is a month, a quarter, half a year or a year; None when unclear."""
    for text in (period["section"], period["title"]):
        said_so = one_line(text).casefold()
        for kind, mark in said.PERIOD_MARKS:
            if mark in said_so:
                return kind
    return None


def title(briefing: Briefing, chosen: pd.Series | None) -> str:
    """Return what the report is about: the plan, its period, whose numbers; the year only once."""
    kind, plan, told = None if chosen is None else kind_of(chosen), briefing.plan, name(chosen)
    year, told_year = _LAST_YEAR.search(plan), _LAST_YEAR.search(f" {told}")
    if kind and year and (not told_year or told_year[1] == year[1]):
        plan, told = plan[: year.start()], told if told_year else f"{told} {year[1]}"
    titled = said.TITLE[kind].format(period=told, plan=plan)
    whose = briefing.whose
    return said.TITLE_OF.format(title=titled, whose=whose) if whose else titled


def name(chosen: pd.Series | None) -> str:
    """Return a period's name inside a sentence: tháng 9 năm 2024."""
    if chosen is None:
        return ""
    text = _YEAR.sub(said.YEAR_OF_PERIOD, one_line(chosen["title"]))
    return text[:1].lower() + text[1:]

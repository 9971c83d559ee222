"""Criteria met over the year, for the overview's small chart."""

from dataclasses import dataclass
from datetime import date

import pandas as pd

from lib import words
from lib.words import pages

MOST_MONTHS = 12


@dataclass(frozen=True, slots=True)
class Trend:
    """Criteria met on several dates, with the title that says what they show."""

    points: pd.DataFrame
    total: int
    title: str
    alt: str


def trend_dates(start: date, as_of: date) -> tuple[date, ...]:
    """Return the last day of each month of the plan before a date, at most a year, and the date."""
    first = max(pd.Timestamp(start), pd.Timestamp(as_of) - pd.DateOffset(months=MOST_MONTHS))
    ends = pd.date_range(first, as_of, freq="ME")
    return (*(day.date() for day in ends if day.date() < as_of), as_of)


def trend(history: pd.DataFrame, units: pd.DataFrame, *, scope: str | None = None) -> Trend:
    """Add up the criteria met of the units shown, date by date; `scope` says which are counted."""
    of_group = history[history["group"].isin(units["group"]) & _shown(history, units)]
    points = of_group.groupby("date", as_index=False)[["met", "total"]].sum()
    met = points["met"].tolist() or [0]
    total = int(points["total"].iloc[-1]) if len(points) else 0
    days = [words.day(day) for day in points["date"]] or [words.BLANK]
    rate = words.percent(100 * met[-1] / total) if total else words.BLANK
    title = pages.TREND.format(share=words.share(met[-1], total), percent=rate)
    return Trend(
        points=points,
        total=total,
        title=f"{title} – {scope}" if scope else title,
        alt=pages.TREND_ALT.format(
            first_value=words.count(met[0]),
            first=days[0],
            last_value=words.count(met[-1]),
            last=days[-1],
            total=words.count(total),
        ),
    )


def _shown(history: pd.DataFrame, units: pd.DataFrame) -> pd.Series:
    """Keep a single unit's own line; a whole group keeps units since merged into others."""
    if len(units) == 1:
        return history["bearer"].isin(units["bearer"])
    return pd.Series(True, index=history.index)

"""The year behind us: criteria met and ranks on several dates."""

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


def ranks(history: pd.DataFrame) -> pd.DataFrame:
    """Return the units' ranks on several dates (bearer, group, date, rank), a whole number each.

    On a date on which nobody of a group has anything met, its units have none.
    """
    started = history.groupby(["date", "group"])["met"].transform("max") > 0
    told = history.loc[started & history["rank"].notna(), ["bearer", "group", "date", "rank"]]
    return told.astype({"rank": "int64"})


def _shown(history: pd.DataFrame, units: pd.DataFrame) -> pd.Series:
    """Keep a single unit's own line; a whole group keeps units since merged into others."""
    if len(units) == 1:
        return history["bearer"].isin(units["bearer"])
    return pd.Series(True, index=history.index)

"""What changed between two dates (rules, 7)."""

import calendar
from dataclasses import dataclass
from datetime import date, timedelta

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from lib.assess.assessment import Assessment, red_units
from lib.assess.ranking import places
from lib.assess.values import State, Status
from lib.sheet import Book, Settings

MOST_MONTHS = 2
"""A meeting named as the last that lies further back is asked about."""
_CELL = ["unit", "code"]
_OBLIGATION = ["kind", "owner", "code"]


@dataclass(frozen=True, eq=False)
class Changes:
    """Changes of units shown on both dates and of all agencies, in screen order.

    rank_change: by unit, up is positive, none without a rank on either date; both ranks are among
    the units shown on both dates. red_since: by unit, NaT while it is not red.
    newly_met, lost: unit, code. newly_overdue, cleared: kind, owner, code.
    """

    rank_change: pd.Series
    red_since: pd.Series
    newly_met: pd.DataFrame
    lost: pd.DataFrame
    newly_overdue: pd.DataFrame
    cleared: pd.DataFrame


def previous_date(settings: Settings, as_of: date) -> date:
    """Return the date to compare with: the last meeting if earlier, else a month before."""
    if settings.previous and settings.previous < as_of:
        return settings.previous
    last = as_of.replace(day=1) - timedelta(days=1) if as_of > date(1, 1, 31) else as_of
    days = calendar.monthrange(last.year, last.month)[1]
    return last.replace(day=min(as_of.day, days))


def forgotten_meeting(settings: Settings, as_of: date) -> date | None:
    """Return the last meeting named where it lies so far back that it may have been forgotten."""
    named, months = settings.previous, pd.DateOffset(months=MOST_MONTHS)
    forgotten = named and pd.Timestamp(named) + months < pd.Timestamp(as_of)
    return named if forgotten else None


def compare(book: Book, now: Assessment, before: Assessment) -> Changes:
    """Compare two assessments of one Book, `before` being the earlier."""
    bearer = now.units["bearer"]
    shared = np.intersect1d(bearer, before.units["bearer"])
    earlier, later = (_ranks(each, shared).reindex(bearer) for each in (before, now))
    red = red_since(book, as_of=now.as_of, previous=before.as_of)
    by_unit = now.units["unit"].to_numpy()

    met, met_before = (_met(each, shared) for each in (now, before))
    overdue, overdue_before = (_overdue(each, shared) for each in (now, before))
    ceased = among(overdue_before, overdue, there=False)
    return Changes(
        rank_change=(earlier - later).set_axis(by_unit).rename("rank_change"),
        red_since=bearer.map(red).astype("datetime64[s]").set_axis(by_unit),
        newly_met=among(met, met_before, there=False)[_CELL],
        lost=among(met_before, met, there=False)[_CELL],
        newly_overdue=among(overdue, overdue_before, there=False)[_OBLIGATION],
        cleared=among(ceased, now.obligations)[_OBLIGATION],
    )


def red_since(book: Book, *, as_of: date, previous: date) -> dict[int, date]:
    """Return, by number, since when each red unit has been red without a break.

    It is the first of the as-of date, the previous one and the month ends of the plan from which
    on the unit is red at each of them.
    """
    days = checked_dates(book, as_of=as_of, previous=previous)[::-1]
    turns = _turns(book)
    since: dict[int, date] = {}
    red = still = red_units(book, as_of)
    for later, day in zip([as_of, *days], days, strict=False):
        if np.any((turns > np.datetime64(day)) & (turns <= np.datetime64(later))):
            red = red_units(book, day)
        still &= red
        if not still:
            break
        since |= dict.fromkeys(still, day)
    return since


def checked_dates(book: Book, *, as_of: date, previous: date) -> tuple[date, ...]:
    """Return the dates on which `red_since` looks, in order."""
    return tuple(sorted({as_of, previous, *_month_ends(book, as_of)}))


def _month_ends(book: Book, as_of: date) -> list[date]:
    last = min(as_of, book.today)
    ends = pd.date_range(book.settings.start, max(last, book.settings.start), freq="ME")
    return [end.date() for end in ends if end.date() <= last]


def _turns(book: Book) -> NDArray[np.datetime64]:
    """Return the days on which a light may become red or cease to be."""
    one = np.timedelta64(1, "D")
    days = [
        book.entries["day"].to_numpy(),
        book.items["due"].to_numpy() + one,
        book.items["given"].to_numpy(),
        book.items["completed"].to_numpy(),
        book.owners["valid_from"].to_numpy(),
        book.owners["valid_until"].to_numpy() + one,
    ]
    return np.concatenate([pd.unique(each) for each in days])


def _ranks(assessment: Assessment, shared: NDArray[np.int64]) -> pd.Series:
    """Rank the units shown on both dates anew, each among those of its group."""
    units = assessment.units[assessment.units["bearer"].isin(shared)]
    rank = units["rank"].to_numpy(np.intp, na_value=len(units) + 1)
    group, _ = pd.factorize(units["group"])
    unranked = units["rank"].isna().to_numpy()
    return pd.Series(pd.arrays.IntegerArray(places(group, rank), unranked), units["bearer"])


def _met(assessment: Assessment, shared: NDArray[np.int64]) -> pd.DataFrame:
    cells = assessment.cells
    kept = (cells["status"] == Status.MET) & cells["bearer"].isin(shared)
    return cells[["bearer", *_CELL]][kept]


def _overdue(assessment: Assessment, shared: NDArray[np.int64]) -> pd.DataFrame:
    owing = assessment.obligations
    kept = (owing["state"] == State.OVERDUE) & (~owing["is_unit"] | owing["bearer"].isin(shared))
    return owing[["bearer", *_OBLIGATION]][kept].astype({"kind": "object"})


def among(rows: pd.DataFrame, others: pd.DataFrame, *, there: bool = True) -> pd.DataFrame:
    """Return the rows that are, or are not there, among the others, in their order."""
    lines, known = (
        [*zip(*(table[name].tolist() for name in rows), strict=True)] for table in (rows, others)
    )
    found = np.fromiter(map({*known}.__contains__, lines), bool, len(rows))
    return rows[found == there].reset_index(drop=True)

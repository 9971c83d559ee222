"""What changed between two dates (semantics, section 7)."""

import calendar
from dataclasses import dataclass
from datetime import date, timedelta

import pandas as pd

from lib.assess.assessment import Assessment
from lib.assess.values import State, Status
from lib.sheet import Settings

_CELL = ["unit", "code"]
_OBLIGATION = ["kind", "owner", "code"]


@dataclass(frozen=True, eq=False)
class Changes:
    """Changes of units shown on both dates and of all agencies, in screen order.

    rank_change: by unit, up is positive, none without a rank on either date.
    newly_met, lost: unit, code. newly_overdue, cleared: kind, owner, code.
    """

    rank_change: pd.Series
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


def compare(now: Assessment, before: Assessment) -> Changes:
    """Compare two assessments of one Book, `before` being the earlier."""
    shared = set(now.units["unit"]) & set(before.units["unit"])
    earlier = before.units.set_index("unit")["rank"].reindex(now.units["unit"])
    rank_change = earlier - now.units.set_index("unit")["rank"]

    met, met_before = (_met(each, shared) for each in (now, before))
    overdue, overdue_before = (_overdue(each, shared) for each in (now, before))
    return Changes(
        rank_change=rank_change.rename("rank_change"),
        newly_met=_without(met, met_before),
        lost=_without(met_before, met),
        newly_overdue=_without(overdue, overdue_before),
        cleared=_without(overdue_before, overdue),
    )


def _met(assessment: Assessment, shared: set[str]) -> pd.DataFrame:
    cells = assessment.cells
    return cells.loc[(cells["status"] == Status.MET) & cells["unit"].isin(shared), _CELL]


def _overdue(assessment: Assessment, shared: set[str]) -> pd.DataFrame:
    owing = assessment.obligations
    kept = (owing["state"] == State.OVERDUE) & (~owing["is_unit"] | owing["owner"].isin(shared))
    return owing.loc[kept, _OBLIGATION].astype({"kind": "object"})


def _without(rows: pd.DataFrame, others: pd.DataFrame) -> pd.DataFrame:
    """Return the rows that are not among the others, in their order."""
    columns = list(rows.columns)
    known = pd.MultiIndex.from_frame(others)
    return rows[~pd.MultiIndex.from_frame(rows).isin(known)].reset_index(drop=True)[columns]

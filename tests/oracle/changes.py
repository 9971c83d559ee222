"""What changed since the last meeting (semantics section 7)."""

from calendar import monthrange
from datetime import date
from typing import Any

from tests.oracle.rules import Assessment, UnitLine


def previous_date(configured: date | None, as_of: date) -> date:
    """Choose the earlier date: `Ngày họp trước` if it is earlier, else one calendar month before."""
    if configured is not None and configured < as_of:
        return configured
    year, month = (as_of.year, as_of.month - 1) if as_of.month > 1 else (as_of.year - 1, 12)
    return date(year, month, min(as_of.day, monthrange(year, month)[1]))


def rank_change(line: UnitLine, before: Assessment) -> int | None:
    """Count the ranks a unit rose: previous rank − rank, none if it had none."""
    for earlier in before.units:
        if earlier.unit is line.unit and earlier.rank is not None and line.rank is not None:
            return earlier.rank - line.rank
    return None


def changes(now: Assessment, before: Assessment) -> dict[str, Any]:
    """List what is new and what is gone, for units shown on both dates and for all agencies."""
    both = [line.unit for line in now.units if line.unit in [x.unit for x in before.units]]
    met, was_met = _met(now, both), _met(before, both)
    overdue, was_overdue = _overdue(now, both), _overdue(before, both)
    return {
        "newly_met": [pair for pair in met if pair not in was_met],
        "lost": [pair for pair in was_met if pair not in met],
        "newly_overdue": [item for item in overdue if item not in was_overdue],
        "cleared": [item for item in was_overdue if item not in overdue],
    }


def _met(assessment: Assessment, units: list[Any]) -> list[list[str]]:
    return [
        [cell.unit.name, cell.item.code]
        for cell in assessment.cells
        if cell.status == "met" and cell.unit in units
    ]


def _overdue(assessment: Assessment, units: list[Any]) -> list[list[str]]:
    return [
        [owed.item.kind, owed.owner.name, owed.item.code]
        for owed in assessment.obligations
        if owed.state == "overdue" and (not owed.owner.is_unit or owed.owner in units)
    ]

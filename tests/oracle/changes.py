"""What changed since the last meeting (rules, 7)."""

from calendar import monthrange
from collections.abc import Callable
from datetime import date
from typing import Any

from tests.oracle.names import Owner
from tests.oracle.rules import Assessment, Cell, Obligation, UnitLine, rank


def previous_date(configured: date | None, as_of: date) -> date:
    """Choose the earlier date: `Ngày họp trước` if it is earlier, else one calendar month before."""
    if configured is not None and configured < as_of:
        return configured
    year, month = (as_of.year, as_of.month - 1) if as_of.month > 1 else (as_of.year - 1, 12)
    return date(year, month, min(as_of.day, monthrange(year, month)[1]))


def rank_change(line: UnitLine, now: Assessment, before: Assessment) -> int | None:
    """Count the ranks a unit rose, counted anew among the units shown on both dates."""
    both = _shown_on_both(now, before)
    lines = [each for each in now.units if each.unit in both]
    earlier_lines = [each for each in before.units if each.unit in both]
    for earlier in earlier_lines:
        if earlier.unit is line.unit:
            rank_now, rank_before = rank(line, lines), rank(earlier, earlier_lines)
            if rank_now is not None and rank_before is not None:
                return rank_before - rank_now
    return None


def red_since(
    unit: Owner, dates: list[date], assessment_on: Callable[[date], Assessment]
) -> date | None:
    """Find the earliest of some dates from which on the unit is red at each of them."""
    since = None
    for day in sorted(dates, reverse=True):
        lights = [line.light for line in assessment_on(day).units if line.unit is unit]
        if lights != ["red"]:
            break
        since = day
    return since


def looked_back_on(start: date, as_of: date, previous: date, today: date) -> list[date]:
    """List as-of, previous and the month ends from `Ngày bắt đầu` to as-of or today."""
    dates = {as_of, previous}
    year, month = start.year, start.month
    while (end := _month_end(year, month)) <= min(as_of, today):
        dates.add(end)
        year, month = (year, month + 1) if month < 12 else (year + 1, 1)
    return sorted(dates)


def _month_end(year: int, month: int) -> date:
    return date(year, month, monthrange(year, month)[1])


def changes(now: Assessment, before: Assessment) -> dict[str, Any]:
    """List what is new and what is gone, for units shown on both dates and for all agencies."""
    both = _shown_on_both(now, before)
    met, was_met = _met(now, both), _met(before, both)
    owed, was_owed = _owed(now, both), _owed(before, both)
    return {
        "newly_met": _cells([each for each in met if each not in was_met]),
        "lost": _cells([each for each in was_met if each not in met]),
        "newly_overdue": _obligations(
            [
                each
                for each, state in owed.items()
                if state == "overdue" and was_owed.get(each) != "overdue"
            ]
        ),
        "cleared": _obligations(
            [
                each
                for each, state in was_owed.items()
                if state == "overdue" and owed.get(each, "overdue") != "overdue"
            ]
        ),
    }


def _shown_on_both(now: Assessment, before: Assessment) -> list[Owner]:
    shown_before = [line.unit for line in before.units]
    return [line.unit for line in now.units if line.unit in shown_before]


Pair = tuple[Any, Any]
"""An owner and an item."""


def _met(assessment: Assessment, units: list[Owner]) -> list[Pair]:
    def is_listed(cell: Cell) -> bool:
        return cell.status == "met" and cell.unit in units

    return [(cell.unit, cell.item) for cell in assessment.cells if is_listed(cell)]


def _owed(assessment: Assessment, units: list[Owner]) -> dict[Pair, str]:
    def is_listed(obligation: Obligation) -> bool:
        return not obligation.owner.is_unit or obligation.owner in units

    listed = [each for each in assessment.obligations if is_listed(each)]
    return {(each.owner, each.item): each.state for each in listed}


def _cells(pairs: list[Pair]) -> list[list[str]]:
    return [[owner.name, item.code] for owner, item in pairs]


def _obligations(pairs: list[Pair]) -> list[list[str]]:
    return [[item.kind, owner.name, item.code] for owner, item in pairs]

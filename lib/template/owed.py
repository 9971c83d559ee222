"""Who owes what in the shipped plan: owners, and the codes each has to write lines about."""

from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache

from lib.grid import Cell
from lib.sheet.schema import (
    AGENCIES,
    ALL_AGENCIES,
    ALL_UNITS,
    CRITERIA,
    EVERYONE,
    LIST_SEPARATOR,
    PERIODS,
    TASKS,
    UNITS,
    YES_WORDS,
    Reading,
    Worksheet,
)
from lib.template import texts
from lib.template.plan import definition

DEADLINES = ("deadline", "deadline_before")
"""How the layout marks the column of the last day, or of the day after it."""


@dataclass(frozen=True, slots=True)
class Owner:
    """A unit or an agency of the plan."""

    name: str
    kind: str | None
    group: str | None
    is_unit: bool
    valid_from: date | None
    valid_until: date | None
    reports: bool
    aliases: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Duty:
    """A code an owner owes; `due` is the last day in time."""

    owner: str
    code: str
    kind: Worksheet
    due: date


@cache
def owners() -> tuple[Owner, ...]:
    """Return units, then agencies, in the plan's order."""
    units = tuple(_unit(*row) for row in definition(UNITS).rows)
    agencies = tuple(_agency(*row) for row in definition(AGENCIES).rows)
    return units + agencies


def names() -> tuple[Owner, ...]:
    """Return the owners of different names: of several bearers of one name the upper."""
    upper: dict[str, Owner] = {}
    for owner in owners():
        upper.setdefault(owner.name, owner)
    return tuple(upper.values())


@cache
def duties() -> tuple[Duty, ...]:
    """Return what every owner owes: owners in order, each with criteria, tasks, periods."""
    return tuple(
        Duty(owner.name, str(row[0]), sheet, _due(sheet, row))
        for owner in owners()
        for sheet in (CRITERIA, TASKS, PERIODS)
        for row in definition(sheet).rows
        if _asked(owner, sheet, row)
    )


def _unit(
    name: Cell, kind: Cell, group: Cell, first: Cell, last: Cell, _: Cell, aliases: Cell, *__: Cell
) -> Owner:
    return Owner(
        str(name), _text(kind), _text(group), True, _day(first), _day(last), True, _list(aliases)
    )


def _agency(
    name: Cell, _: Cell, reports: Cell, first: Cell, last: Cell, __: Cell, aliases: Cell, *___: Cell
) -> Owner:
    asked = reports is None or reports in YES_WORDS
    return Owner(str(name), None, None, False, _day(first), _day(last), asked, _list(aliases))


def _asked(owner: Owner, sheet: Worksheet, row: tuple[Cell, ...]) -> bool:
    place = [column.reading for column in sheet.columns].index(Reading.NAMES)
    named = set(_list(row[place]))
    if sheet is CRITERIA:
        return owner.is_unit and (not named or bool(named & {owner.name, owner.group}))
    if sheet is PERIODS and not (owner.reports and _valid(owner, _due(sheet, row))):
        return False
    everyone = {EVERYONE, ALL_UNITS if owner.is_unit else ALL_AGENCIES}
    return bool((named or {EVERYONE}) & (everyone | {owner.name, owner.group}))


def _valid(owner: Owner, day: date) -> bool:
    return (owner.valid_from or day) <= day <= (owner.valid_until or day)


def _due(sheet: Worksheet, row: tuple[Cell, ...]) -> date:
    marks = [texts.layout(sheet, column.header)["colour"] for column in sheet.columns]
    day = next(_day(cell) for cell, mark in zip(row, marks, strict=True) if mark in DEADLINES)
    if day is None:
        raise ValueError(f"no deadline: {row[0]}")
    return day - timedelta(days=1) if sheet is PERIODS else day


def _text(cell: Cell) -> str | None:
    return None if cell is None else str(cell)


def _day(cell: Cell) -> date | None:
    return cell if isinstance(cell, date) else None


def _list(cell: Cell) -> tuple[str, ...]:
    return tuple(part.strip() for part in str(cell or "").split(LIST_SEPARATOR) if part.strip())

"""The machine-readable report (rules, 8)."""

import json
from collections.abc import Sequence
from datetime import date
from typing import Any

import pandas as pd

from lib.assess.memory import Remembered, Rewritten
from lib.export.briefing import Briefing, briefing
from lib.sheet import Book

_UNIT = (
    *("unit", "group", "rank", "rank_change", "light", "met", "met_appraised", "total"),
    *("met_points", "max_points", "progress", "on_time_rate", "overdue", "at_risk", "no_data"),
    *("stale", "red_since"),
)
_CELL = ("unit", "code", "status", "progress", "date", "appraised", "inherited", "stale")
_OBLIGATION = (
    *("kind", "owner", "code", "title", "agency"),
    *("given", "due", "done", "state", "days_late"),
)
_OBSTACLE = ("owner", "code", "date", "text")
_PROBLEM = ("worksheet", "row", "column", "code", "severity", "value", "suggestion")


def report(book: Book, *, as_of: date | None = None, previous: date | None = None) -> dict:
    """Assess a Book and return the report as JSON's values.

    Without `as_of` the sheet's date counts, without `previous` its last meeting.
    """
    return briefed(briefing(book, as_of=as_of, previous=previous))


def briefed(briefing: Briefing) -> dict:
    """Return the report of what the filters leave; they are named under `filters` where any are on."""
    now, changes = briefing.now, briefing.changes
    settings, filters = briefing.book.settings, briefing.filters.sentence
    units = briefing.units.assign(red_since=changes.red_since.to_numpy())
    return {
        "as_of": now.as_of.isoformat(),
        "previous": briefing.previous.isoformat(),
        "plan": {
            "name": settings.name,
            "year": settings.year,
            "area": settings.area,
            "illustrative": settings.illustrative,
        },
        "units": _records(units, _UNIT),
        "cells": _records(now.cells, _CELL),
        "obligations": _records(now.obligations, _OBLIGATION),
        "changes": {
            name: _rows(getattr(changes, name))
            for name in ("newly_met", "lost", "newly_overdue", "cleared")
        },
        "obstacles": _records(now.obstacles, _OBSTACLE),
        "problems": [
            {name: getattr(problem, name) for name in _PROBLEM}
            for problem in briefing.book.problems
        ],
        **({"filters": filters} if filters else {}),
        **_memory(briefing.remembered),
    }


def write(report: dict) -> str:
    """Write a report as text: the same report gives the same bytes."""
    return json.dumps(report, ensure_ascii=False, indent=1) + "\n"


def _memory(told: Remembered | None) -> dict[str, Any]:
    """Return what earlier readings add (rules, 9); nothing where not all of it is known yet."""
    if told is None or not told.complete:
        return {}
    part = {
        "first": told.first and told.first.isoformat(),
        "last": told.last and told.last.isoformat(),
        "rewritten": told.rewritten and _rewritten(told.rewritten),
        "written_late": _records(told.written_late, ("kind", "owner", "code", "done", "seen")),
        "written_ahead": _records(told.written_ahead, ("owner", "code", "date", "seen")),
    }
    return {"memory": part}


def _rewritten(told: Rewritten) -> dict[str, Any]:
    return {
        "known": told.known.isoformat(),
        "cells": _sides(
            told.cells, ("unit", "code"), ("status", "progress", "date"), ("worksheet", "row")
        ),
        "obligations": _sides(
            told.obligations, ("kind", "owner", "code"), ("due", "state", "done")
        ),
        "units": _sides(told.units, ("unit",), ("light", "rank")),
    }


def _sides(
    table: pd.DataFrame,
    named: Sequence[str],
    compared: Sequence[str],
    found: Sequence[str] = (),
) -> list[dict[str, Any]]:
    """Return what each row says then and now, between whose it is and where it is found."""

    def side(name: str) -> list[dict[str, Any]]:
        columns = {f"{name}_{each}": each for each in compared}
        return _records(table[[*columns]].rename(columns=columns), compared)

    rows = zip(
        _records(table, named), side("then"), side("now"), _records(table, found), strict=True
    )
    return [{**whose, "then": then, "now": now, **where} for whose, then, now, where in rows]


def _records(table: pd.DataFrame, columns: Sequence[str]) -> list[dict[str, Any]]:
    if not columns:
        return [{} for _ in range(len(table))]
    lists = [_values(table[column]) for column in columns]
    return [dict(zip(columns, row, strict=True)) for row in zip(*lists, strict=True)]


def _rows(table: pd.DataFrame) -> list[list[Any]]:
    lists = [_values(table[column]) for column in table.columns]
    return [list(row) for row in zip(*lists, strict=True)]


def _values(column: pd.Series) -> list[Any]:
    """Return plain values: dates in ISO form, whole numbers without decimals, gaps as None."""
    if pd.api.types.is_datetime64_any_dtype(column):
        return [None if pd.isna(day) else day.date().isoformat() for day in column]
    if pd.api.types.is_float_dtype(column):
        return [_number(number) for number in column.tolist()]
    return [None if pd.isna(value) else value for value in column.tolist()]


def _number(number: float) -> float | int | None:
    if pd.isna(number):
        return None
    return int(number) if number == int(number) else number

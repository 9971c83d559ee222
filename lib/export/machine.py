"""The machine-readable report (rules, 8)."""

import json
from collections.abc import Sequence
from datetime import date
from typing import Any

import pandas as pd

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
    }


def write(report: dict) -> str:
    """Write a report as text: the same report gives the same bytes."""
    return json.dumps(report, ensure_ascii=False, indent=1) + "\n"


def _records(table: pd.DataFrame, columns: Sequence[str]) -> list[dict[str, Any]]:
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

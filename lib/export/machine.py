"""The machine-readable report (rules, 8)."""

import json
from collections.abc import Sequence
from datetime import date
from typing import Any

import pandas as pd

from lib.assess import Assessment, Changes, assess, compare, previous_date
from lib.export.briefing import Briefing
from lib.sheet import Book

_UNIT = (
    "unit",
    "group",
    "rank",
    "rank_change",
    "light",
    "met",
    "met_appraised",
    "total",
    "met_points",
    "max_points",
    "progress",
    "on_time_rate",
    "overdue",
    "at_risk",
    "no_data",
    "stale",
    "red_since",
)
_CELL = (
    "unit",
    "code",
    "status",
    "progress",
    "date",
    "appraised",
    "inherited",
    "stale",
)
_OBLIGATION = (
    "kind",
    "owner",
    "code",
    "title",
    "agency",
    "given",
    "due",
    "done",
    "state",
    "days_late",
)
_OBSTACLE = ("owner", "code", "date", "text")


def report(book: Book, *, as_of: date | None = None, previous: date | None = None) -> dict:
    """Assess a Book and return the report as JSON's values.

    Without `as_of` the sheet's date counts, without `previous` its last meeting.
    """
    as_of = as_of or book.settings.as_of
    now = assess(book, as_of=as_of)
    before = assess(book, as_of=previous or previous_date(book.settings, as_of))
    return contents(book, now, before, compare(book, now, before))


def briefed(briefing: Briefing) -> dict:
    """Return the report of what the filters leave; they are named under `filters` where any are on."""
    told = contents(briefing.book, briefing.now, briefing.before, briefing.changes)
    filters = briefing.filters.sentence
    return {**told, "filters": filters} if filters else told


def contents(book: Book, now: Assessment, before: Assessment, changes: Changes) -> dict:
    """Return the report of assessments already made."""
    settings = book.settings
    units = now.units.assign(
        rank_change=changes.rank_change.to_numpy(), red_since=changes.red_since.to_numpy()
    )
    return {
        "as_of": now.as_of.isoformat(),
        "previous": before.as_of.isoformat(),
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
            {
                "worksheet": problem.worksheet,
                "row": problem.row,
                "column": problem.column,
                "code": problem.code.value,
                "severity": problem.severity.value,
                "value": problem.value,
                "suggestion": problem.suggestion,
            }
            for problem in book.problems
        ],
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

"""The semantics read a second time: a slow, plain reference to compare the dashboard with.

Every rule here is written from the reference on the numbers' meaning alone, with loops over rows
and exact fractions, and shares with the dashboard only the sheet's words.
"""

from collections.abc import Sequence
from datetime import date
from fractions import Fraction
from typing import Any

from lib.grid import Grid
from lib.sheet import schema
from tests.oracle.book import Book
from tests.oracle.changes import changes, previous_date, rank_change
from tests.oracle.definitions import agency_name, read_items, read_owners
from tests.oracle.log import read_log
from tests.oracle.rules import Assessment, Cell, Obligation, UnitLine, assess
from tests.oracle.settings import read_settings
from tests.oracle.text import key
from tests.oracle.worksheets import PROBLEM_FIELDS, Problems, sort_out

Report = dict[str, Any]


def read(grids: Sequence[Grid], today: date) -> Book:
    """Read a spreadsheet (1); problems are collected on the way."""
    problems = Problems()
    titles = sort_out(grids, problems)
    settings = read_settings(titles.definitions.get("Cấu hình"), today, problems)
    book = Book(settings, problems=problems)
    read_owners(book, titles)
    agencies = [agency_name(row, "Giá trị", book) for row in settings.agency_rows]
    settings.standing_agency = agencies[0] if agencies else None
    read_items(book, titles)
    for shape in (schema.PROGRESS, schema.APPRAISALS):
        worksheets = [(grid, name) for log, grid, name in titles.logs if log is shape]
        read_log(book, shape, worksheets, today)
    return book


def report(
    grids: Sequence[Grid],
    *,
    today: date,
    as_of: date | None = None,
    previous: date | None = None,
) -> Report:
    """Give the machine-readable report of section 8."""
    return report_of(read(grids, today), as_of=as_of, previous=previous)


def report_of(book: Book, *, as_of: date | None = None, previous: date | None = None) -> Report:
    """Give the report of a spreadsheet already read."""
    as_of = as_of or book.settings.as_of
    previous = previous or previous_date(book.settings.previous, as_of)
    now, before = assess(book, as_of), assess(book, previous)
    return {
        "as_of": as_of.isoformat(),
        "previous": previous.isoformat(),
        "plan": {
            "name": book.settings.name,
            "year": book.settings.year,
            "area": book.settings.area,
            "illustrative": book.settings.illustrative,
        },
        "units": [_unit(book, line, before) for line in now.units],
        "cells": [_cell(cell) for line in now.units for cell in line.cells],
        "obligations": [_obligation(obligation) for obligation in now.obligations],
        "changes": changes(now, before),
        "problems": [
            dict(zip(PROBLEM_FIELDS, problem, strict=True)) for problem in book.problems.found
        ],
    }


def _number(value: Fraction | None) -> int | float | None:
    """Write a number as JSON does: an integer where it is one."""
    if value is None:
        return None
    return int(value) if value.denominator == 1 else float(value)


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _unit(book: Book, line: UnitLine, before: Assessment) -> Report:
    same_group = [unit for unit in book.units if key(unit.group) == key(line.unit.group)]
    met = [cell for cell in line.cells if cell.status == "met"]
    return {
        "unit": line.unit.name,
        "group": same_group[0].group,
        "rank": line.rank,
        "rank_change": rank_change(line, before),
        "light": line.light,
        "met": len(met),
        "met_appraised": sum(c.standing is not None and c.standing.is_appraised for c in met),
        "total": len(line.cells),
        "met_points": _number(line.met_points),
        "max_points": _number(line.max_points),
        "progress": _number(line.progress),
        "on_time_rate": _number(line.on_time_rate),
        "overdue": line.overdue,
        "at_risk": line.count("at_risk"),
        "no_data": line.count("no_data"),
        "stale": sum(cell.is_stale for cell in line.cells),
    }


def _cell(cell: Cell) -> Report:
    standing = cell.standing
    return {
        "unit": cell.unit.name,
        "code": cell.item.code,
        "status": cell.status,
        "progress": _number(standing.progress) if standing else None,
        "date": _day(standing.day) if standing else None,
        "appraised": standing is not None and standing.is_appraised,
        "inherited": standing is not None and standing.is_inherited,
        "stale": cell.is_stale,
    }


def _obligation(obligation: Obligation) -> Report:
    return {
        "kind": obligation.item.kind,
        "owner": obligation.owner.name,
        "code": obligation.item.code,
        "title": obligation.item.title,
        "agency": obligation.agency,
        "due": _day(obligation.due),
        "done": _day(obligation.done),
        "state": obligation.state,
        "days_late": obligation.days_late,
    }

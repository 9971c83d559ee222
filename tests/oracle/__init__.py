"""The rules read a second time: a slow, plain reference to compare the dashboard with.

Every rule here is written from docs/rules.md alone, with loops over rows and exact fractions, and
shares with the dashboard only the sheet's words.
"""

from collections.abc import Sequence
from datetime import date
from fractions import Fraction
from functools import cache, partial
from typing import Any

from lib.grid import Grid
from lib.sheet import schema
from tests.oracle.book import Book
from tests.oracle.changes import changes, looked_back_on, previous_date, rank_change, red_since
from tests.oracle.definitions import read_agency, read_items, read_owners
from tests.oracle.log import read_log
from tests.oracle.rules import Cell, Obligation, UnitLine, assess
from tests.oracle.settings import read_settings
from tests.oracle.text import key
from tests.oracle.worksheets import PROBLEM_FIELDS, Problems, sort_out

Report = dict[str, Any]


def read(grids: Sequence[Grid], today: date) -> Book:
    """Read a spreadsheet (1); problems are collected on the way."""
    problems = Problems()
    titles = sort_out(grids, problems)
    settings = read_settings(titles.definitions.get("Cấu hình"), today, problems)
    book = Book(settings, today, problems=problems)
    read_owners(book, titles)
    agencies = [read_agency(row, "Giá trị", book) for row in settings.agency_rows]
    book.standing_agency = agencies[0] if agencies else None
    read_items(book, titles)
    for shape in (schema.PROGRESS, schema.APPRAISALS):
        worksheets = [(grid, name) for log, grid, name in titles.logs if log is shape]
        read_log(book, shape, worksheets)
    return book


def report(
    grids: Sequence[Grid],
    *,
    today: date,
    as_of: date | None = None,
    previous: date | None = None,
) -> Report:
    """Give the machine-readable report (rules, 8)."""
    return report_of(read(grids, today), as_of=as_of, previous=previous)


def report_of(book: Book, *, as_of: date | None = None, previous: date | None = None) -> Report:
    """Give the report of a spreadsheet already read."""
    as_of = as_of or book.settings.as_of
    previous = previous or previous_date(book.settings.previous, as_of)
    on = cache(partial(assess, book))
    now, before = on(as_of), on(previous)
    dates = looked_back_on(book.settings.start, as_of, previous, book.today)
    return {
        "as_of": as_of.isoformat(),
        "previous": previous.isoformat(),
        "plan": {
            "name": book.settings.name,
            "year": book.settings.year,
            "area": book.settings.area,
            "illustrative": book.settings.illustrative,
        },
        "units": [
            _unit(book, line)
            | {
                "rank_change": rank_change(line, now, before),
                "red_since": _day(red_since(line.unit, dates, on)),
            }
            for line in now.units
        ],
        "cells": [_cell(cell) for line in now.units for cell in line.cells],
        "obligations": [_obligation(obligation) for obligation in now.obligations],
        "changes": changes(now, before),
        "obstacles": _obstacles(book, as_of),
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


def _unit(book: Book, line: UnitLine) -> Report:
    same_group = [unit for unit in book.units if key(unit.group) == key(line.unit.group)]
    met = [cell for cell in line.cells if cell.status == "met"]
    return {
        "unit": line.unit.name,
        "group": same_group[0].group,
        "rank": line.rank,
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
        "given": _day(obligation.item.given),
        "due": _day(obligation.due),
        "done": _day(obligation.done),
        "state": obligation.state,
        "days_late": obligation.days_late,
    }


def _obstacles(book: Book, as_of: date) -> list[Report]:
    """List the obstacles up to a date, newest first, then in the sheet's order."""
    told = [obstacle for obstacle in book.obstacles if obstacle.day <= as_of]
    return [
        {
            "owner": obstacle.owner.name,
            "code": obstacle.item.code if obstacle.item else None,
            "date": _day(obstacle.day),
            "text": obstacle.text,
        }
        for obstacle in sorted(told, key=lambda obstacle: obstacle.day, reverse=True)
    ]

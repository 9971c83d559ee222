"""The annexes that set owners against items: the matrix of criteria, the calendar of reports."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial
from typing import Any, Final

import pandas as pd

from lib import words
from lib.assess import State
from lib.export.briefing import Briefing
from lib.export.ruled_table import NAME_LETTERS, Cell, Column, Row, Ruled, ruled
from lib.export.text import clipped
from lib.sheet import Kind
from lib.view import columns, matrix, reports
from lib.view.lattice import Lattice, Spot
from lib.view.palette import tint
from lib.view.tables import records
from lib.words import documents as said

MOST_COLUMNS: Final = 34
MOST_PERIODS: Final = 16
_WIDTH: Final = 250
_NAME: Final = 38
_WIDEST: Final = 12
_NARROW: Final = 7
_CODE_LETTERS: Final = 12


def matrix_tables(briefing: Briefing, *, most: int) -> Iterator[Ruled]:
    """Print the matrix, a group of units after the other, columns split where they are too many."""
    if briefing.now.cells.empty:
        return
    now, book = briefing.now, briefing.book
    grid = matrix.lattice(now, book, href=_nowhere, criterion_href=str, whole=True)
    yield from _parts(grid, most, MOST_COLUMNS, partial(_matrix_table, grid))


def _parts(
    grid: Lattice, most: int, widest: int, table: Callable[[str, list[int], range], Ruled]
) -> Iterator[Ruled]:
    """Print each group's first rows, in as many tables as the paper asks for, and what is cut."""
    for group in dict.fromkeys(row.group for row in grid.rows):
        rows = [n for n, row in enumerate(grid.rows) if row.group == group]
        for first in range(0, len(grid.columns), widest):
            yield table(group, rows[:most], range(first, min(first + widest, len(grid.columns))))
        if len(rows) > most:
            text = said.NOT_ALL.format(shown=words.count(most), number=words.count(len(rows)))
            yield Ruled("", (Column(text, _WIDTH),), ())


def _matrix_table(grid: Lattice, group: str, rows: list[int], across: range) -> Ruled:
    width = min(_WIDEST, (_WIDTH - _NAME - 22) / len(across))
    turned = width < _WIDEST
    heads = tuple(
        Column(clipped(grid.columns[n].label, _CODE_LETTERS), width, "center", upright=turned)
        for n in across
    )
    body: tuple[Row, ...] = tuple(
        (
            clipped(grid.rows[row].label, NAME_LETTERS),
            Cell(grid.rows[row].note, "right"),
            Cell(grid.rows[row].shape, "center", fill=tint(grid.rows[row].tone)),
            *(_spot(grid.spots[row][column]) for column in across),
        )
        for row in rows
    )
    title = said.GROUP_TABLE.format(group=group)
    if len(across) < len(grid.columns):
        first, last = grid.columns[across[0]].label, grid.columns[across[-1]].label
        title = f"{title}, {said.CODES.format(first=first, last=last)}"
    names = (
        Column(columns.UNIT.head, _NAME),
        Column(columns.MET.head, 13),
        Column(columns.LIGHT.head, 9),
    )
    height = 4 + 2 * max(len(head.head) for head in heads)
    if not turned:
        return Ruled(title, (*names, *heads), body, size=9)
    size, padding = (8, 0.3) if width < _NARROW else (9, 0.6)
    return Ruled(title, (*names, *heads), body, size=size, head_height=height, padding=padding)


def _spot(spot: Spot | None) -> Cell:
    if spot is None:
        return Cell("", "center")
    return Cell(spot.shape, "center", fill=tint(spot.tone))


def said_legend() -> str:
    """Explain the matrix's marks in one line."""
    marks = (f"{mark.shape} {mark.word}" for mark in matrix.legend())
    return said.LEGEND.format(marks="; ".join(marks))


def criteria_table(briefing: Briefing) -> Ruled:
    """Name the criteria of the matrix: code, title, who follows it, deadline."""
    items = briefing.book.items
    shown = items[
        (items["kind"] == Kind.CRITERION) & items["code"].isin(briefing.now.cells["code"])
    ]
    listed = (
        replace(columns.CODE, millimetres=22),
        replace(columns.CONTENT, millimetres=120),
        replace(columns.AGENCY, millimetres=60, long=True),
        replace(columns.POINTS, figure="points", of=None, millimetres=18),
        replace(columns.DUE, millimetres=26),
    )
    return ruled(said.CRITERIA, listed, shown)


def calendar_tables(
    briefing: Briefing, *, most: int, owed: pd.DataFrame | None = None
) -> Iterator[Ruled]:
    """Print who sent which report, on time, late or not at all; units first, then agencies.

    `owed` are the obligations told of where they are not all that the filters leave.
    """
    owed = briefing.now.obligations if owed is None else owed
    sent = owed[owed["kind"] == Kind.REPORT]
    if sent.empty:
        return
    grid = reports.calendar(owed, briefing.book, briefing.labels, href=_nowhere)
    found = {(row.owner, row.code): row for row in records(sent)}
    by_label = {label: name for name, label in briefing.labels.items()}
    rates = _rates(briefing)

    def table(group: str, rows: list[int], across: range) -> Ruled:
        codes = [grid.columns[n].label for n in across]
        owners = [by_label[grid.rows[n].label] for n in rows]
        body: tuple[Row, ...] = tuple(
            (
                clipped(briefing.labels[owner], NAME_LETTERS),
                *(_report(found.get((owner, code))) for code in codes),
                words.percent(rates.get(owner)),
            )
            for owner in owners
        )
        return Ruled(group, _calendar_columns(codes), body, size=10)

    yield from _parts(grid, most, MOST_PERIODS, table)


def _calendar_columns(codes: list[str]) -> tuple[Column, ...]:
    width = min(15.0, (_WIDTH - 66) / len(codes))
    heads = (Column(clipped(code, _CODE_LETTERS), width, "center") for code in codes)
    return (Column(columns.OWNER.head, 50), *heads, Column(said.ON_TIME_SHORT, 16, "right"))


def _report(row: Any) -> Cell:
    if row is None:
        return Cell("", "center")
    mark, days = words.STATE[row.state], words.count(row.days_late)
    text = f"{mark.shape} {days}" if row.state == State.OVERDUE else mark.shape
    if row.state == State.DONE_LATE:
        text = said.LATE_BY.format(days=days)
    return Cell(text, "center", fill=tint(mark.tone))


def _nowhere(owner: str, code: str | None) -> str:
    return ""


def _rates(briefing: Briefing) -> pd.Series:
    """Return each owner's share of reports on time."""
    units = briefing.now.units.set_index("unit")["on_time_rate"]
    return pd.concat([units, briefing.now.agencies.set_index("agency")["on_time_rate"]])

"""The definitions of a sheet that is there, or of a folder of CSV files, as typed cells."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from pathlib import Path

from lib.grid import Cell, Grid
from lib.sheet import Book
from lib.sheet.cells import FIRST_YEAR, parse_date
from lib.sheet.schema import SETTINGS, Field, Reading, Worksheet
from lib.sheet.table import table
from lib.sheet.tabs import find_head, recognised
from lib.template.editors import csv_rows
from lib.template.plan import DEFINITIONS, Table, definition
from lib.vietnamese import tidy

Line = dict[str, Cell]
"""A row's cells by the heads of their columns."""


def lines(grids: Sequence[Grid], kind: Worksheet) -> list[Line]:
    """Return the rows of one kind of worksheet as they stand, blank rows left out."""
    sources = [(tab, find_head(tab.grid, kind)) for tab in recognised(grids) if tab.kind is kind]
    found = table(kind, sources)
    return [
        {
            header: cells[place - 1] if place <= len(cells) else None
            for header, place in head.positions.items()
        }
        for tab, head, cells in (
            (*found.sources[number], found.sources[number][0].grid.rows[row - 1])
            for number, row in zip(found.tab, found.row, strict=True)
        )
    ]


def typed(kind: Worksheet, found: Iterable[Line], book: Book) -> Table:
    """Return rows as a table to be; a day that says its year is a date; all else stands as it did."""

    def cell(line: Line, header: str, reading: Reading) -> Cell:
        value = line.get(header)
        read = book.settings.parse_date(value) if reading is Reading.DATE else None
        return value if read is None or read.value is None or read.problem else read.value

    columns = [(column.header, column.reading) for column in kind.columns]
    rows = tuple(tuple(cell(line, *column) for column in columns) for line in found)
    return Table(kind.title, kind, rows)


def settings_table(answers: dict[str, Cell]) -> Table:
    """Return the settings in the template's order with its notes, answered as given."""
    shipped = definition(SETTINGS)
    rows = tuple((row[0], _answer(answers.get(str(row[0]))), *row[2:]) for row in shipped.rows)
    return Table(SETTINGS.title, SETTINGS, rows)


def answers(grids: Sequence[Grid]) -> dict[str, Cell]:
    """Return what the settings of a sheet answer, each item's first row."""
    found: dict[str, Cell] = {}
    for line in lines(grids, SETTINGS):
        item = tidy(str(line[Field.SETTING] or ""))
        found.setdefault(item, line.get(Field.VALUE))
    return found


def csv_grids(folder: Path) -> tuple[Grid, ...]:
    """Read a plan's CSV files as worksheets; one that is not there is left out.

    Raises OSError for a file that cannot be read.
    """
    named = {kind: folder / name for kind, name in DEFINITIONS.items()}
    return tuple(
        Grid(
            kind.title,
            tuple(tuple(cell or None for cell in row) for row in csv_rows(path.read_bytes())),
        )
        for kind, path in named.items()
        if path.exists()
    )


def given(grids: Sequence[Grid], book: Book) -> tuple[Table, ...]:
    """Return the definitions that worksheets hold, in the worksheets' order."""
    return tuple(
        settings_table(answers(grids))
        if kind is SETTINGS
        else typed(kind, lines(grids, kind), book)
        for kind in DEFINITIONS
    )


def _answer(cell: Cell) -> Cell:
    """Return a setting's day as a date and its number as one; other text as it stands."""
    if isinstance(cell, datetime):
        return cell.date()
    if isinstance(cell, str):
        day = parse_date(cell, year=FIRST_YEAR)
        if day.value and not day.problem:
            return day.value
        return int(cell) if cell.isdigit() else cell
    return cell

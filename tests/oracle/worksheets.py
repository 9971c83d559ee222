"""Worksheets taken apart into rows of known columns (semantics section 1, header and blank rows)."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from lib.grid import Cell, Grid
from lib.problem import NOTICES, ProblemCode
from lib.sheet import schema
from tests.oracle import values
from tests.oracle.text import is_dash, key, tidy

Problem = tuple[str, int | None, str | None, str, str, str | None]
PROBLEM_FIELDS = ("worksheet", "row", "column", "code", "severity", "value")


DATE_PROBLEMS = (
    ProblemCode.UNREADABLE_DATE,
    ProblemCode.GUESSED_DATE,
    ProblemCode.FUTURE_DATE,
)


@dataclass
class Problems:
    """The list of problems, in the order found."""

    found: list[Problem] = field(default_factory=list)

    def add(
        self,
        worksheet: str,
        row: int | None,
        column: str | None,
        code: ProblemCode,
        value: str | None,
    ) -> None:
        """Put a problem on the list with the severity of its code."""
        severity = "notice" if code in NOTICES else "error"
        self.found.append((tidy(worksheet), row, column, str(code), severity, value))


@dataclass
class Row:
    """One row: its cells under the schema's headers, and the headers as the sheet writes them."""

    worksheet: str
    number: int
    cells: dict[str, Cell]
    headers: dict[str, str]
    problems: Problems

    def problem(self, header: str, code: ProblemCode, value: str | None) -> None:
        """Report a problem of this row in the column of `header`."""
        column = self.headers.get(header, header)
        self.problems.add(self.worksheet, self.number, column, code, value)

    def refuse(self, header: str, code: ProblemCode) -> None:
        """Report the cell under `header` (an error cell has been reported already)."""
        if not values.is_error(self.cells.get(header)):
            is_date = code in DATE_PROBLEMS
            write = values.date_text if is_date else values.text
            self.problem(header, code, write(self.cells.get(header)))

    def text(self, header: str) -> str | None:
        """Read free text; an error cell is blank there."""
        cell = self.cells.get(header)
        return None if values.is_error(cell) else values.text(cell)

    def need(self, header: str) -> bool:
        """Tell whether a required cell is there, else report it."""
        if values.is_blank(self.cells.get(header)):
            self.problem(header, ProblemCode.MISSING_VALUE, None)
            return False
        return not values.is_error(self.cells.get(header))

    def day(self, header: str, plan_year: int) -> date | None:
        """Read a date, reporting an unreadable and a guessed one."""
        cell = self.cells.get(header)
        if values.is_blank(cell):
            return None
        found, guessed = values.day(cell, plan_year)
        if found is None:
            self.refuse(header, ProblemCode.UNREADABLE_DATE)
        if guessed:
            self.refuse(header, ProblemCode.GUESSED_DATE)
        return found

    def is_form_line(self) -> bool:
        """Tell a log row not filled in yet (1, Form lines)."""
        return all(values.is_blank(self.cells.get(header)) for header in schema.FORM_COLUMNS)


def rows(
    grid: Grid,
    shape: schema.Worksheet,
    problems: Problems,
    *,
    of_an_owner: bool = False,
) -> list[Row]:
    """List the rows below the header that are neither blank, a repeated header nor a form line.

    In an owner's worksheet `Đơn vị` is not required. Error cells are reported here, in whatever
    known column they stand.
    """
    required = [column.header for column in shape.columns if column.required]
    if of_an_owner:
        required.remove("Đơn vị")
    top = _header_row(grid, shape, required)
    places = _places(grid.rows[top], shape) if grid.rows else {}
    if grid.rows:
        _report_duplicate_columns(grid, top, shape, places, problems)
    missing = [header for header in required if header not in places]
    for header in missing:
        problems.add(grid.title, top + 1, header, ProblemCode.MISSING_COLUMN, None)
    if missing:
        return []
    headers = {header: tidy(str(grid.rows[top][place])) for header, place in places.items()}
    kept = []
    for number, cells in enumerate(grid.rows[top + 1 :], start=top + 2):
        by_header = {h: cells[place] if place < len(cells) else None for h, place in places.items()}
        row = Row(grid.title, number, by_header, headers, problems)
        is_blank = all(values.is_blank(cell) for cell in by_header.values())
        if is_blank or _repeats_header(row, shape, required) or (shape.log and row.is_form_line()):
            continue
        for header, cell in by_header.items():
            if values.is_error(cell):
                row.problem(header, ProblemCode.CELL_ERROR, values.text(cell))
        kept.append(row)
    return kept


def _known(cell: Cell, shape: schema.Worksheet) -> str | None:
    """Say which known column a header cell names; `(*)` or `:` may trail."""
    if not isinstance(cell, str):
        return None
    written = re.sub(r"( ?(\( ?\* ?\)|:))+$", "", key(cell))
    for column in shape.columns:
        if written == key(column.header):
            return column.header
    return None


def _places(cells: Sequence[Cell], shape: schema.Worksheet) -> dict[str, int]:
    """Say where each known column stands: a column twice, the first counts."""
    places: dict[str, int] = {}
    for place, cell in enumerate(cells):
        header = _known(cell, shape)
        if header is not None and header not in places:
            places[header] = place
    return places


def _header_row(grid: Grid, shape: schema.Worksheet, required: list[str]) -> int:
    """Choose the header among the first 10 rows, counted from 0.

    Of those that have every required column (of all of them, where none has), the first of those
    with the most known columns; 0 in an empty worksheet.
    """
    first = [_places(cells, shape) for cells in grid.rows[:10]]
    complete = [i for i, places in enumerate(first) if all(h in places for h in required)]
    choices = complete or list(range(len(first)))
    return max(choices, key=lambda i: (len(first[i]), -i)) if choices else 0


def _report_duplicate_columns(
    grid: Grid,
    top: int,
    shape: schema.Worksheet,
    places: dict[str, int],
    problems: Problems,
) -> None:
    for place, cell in enumerate(grid.rows[top]):
        header = _known(cell, shape)
        if header is not None and places[header] != place:
            written = tidy(str(cell))
            problems.add(grid.title, top + 1, written, ProblemCode.DUPLICATE_COLUMN, written)


def _repeats_header(row: Row, shape: schema.Worksheet, required: list[str]) -> bool:
    """Tell a repeated header: every required column repeats it, the others do or are blank."""
    for header, cell in row.cells.items():
        repeats = _known(cell, shape) == header
        if not repeats and (header in required or not values.is_blank(cell)):
            return False
    return True


@dataclass
class Titles:
    """The spreadsheet's worksheets told apart by their titles."""

    definitions: dict[str, Grid] = field(default_factory=dict)
    logs: list[tuple[schema.Worksheet, Grid, str | None]] = field(default_factory=list)
    """Of each log worksheet: its log, its grid and the `<name>` of its title."""


def sort_out(grids: Sequence[Grid], problems: Problems) -> Titles:
    """Tell the worksheets apart; report missing and unknown ones (1, The sheet)."""
    titles = Titles()
    for grid in grids:
        for shape in schema.WORKSHEETS:
            if shape.log:
                _sort_log(grid, shape, titles, problems)
            elif key(grid.title) == key(shape.title):
                if shape.title in titles.definitions:
                    problems.add(
                        grid.title, None, None, ProblemCode.UNKNOWN_WORKSHEET, tidy(grid.title)
                    )
                else:
                    titles.definitions[shape.title] = grid
    there = [*titles.definitions, *(shape.title for shape, _, _ in titles.logs)]
    for shape in schema.WORKSHEETS:
        if shape.required and shape.title not in there:
            problems.add(shape.title, None, None, ProblemCode.MISSING_WORKSHEET, None)
    return titles


def _sort_log(grid: Grid, shape: schema.Worksheet, titles: Titles, problems: Problems) -> None:
    written, log = key(grid.title), key(shape.title)
    if written == log:
        titles.logs.append((shape, grid, None))
    elif written.startswith(log):
        rest = written[len(log) :].strip()
        if is_dash(rest[0]):
            titles.logs.append((shape, grid, _after_dash(grid.title)))
        else:
            problems.add(grid.title, None, None, ProblemCode.UNKNOWN_WORKSHEET, tidy(grid.title))


def _after_dash(title: str) -> str:
    """Take the `<name>` of `Tiến độ – <name>`, as written."""
    tidied = tidy(title)
    first = next(place for place, char in enumerate(tidied) if is_dash(char))
    return tidied[first + 1 :].strip()

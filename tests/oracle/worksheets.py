"""Worksheets taken apart into rows of known columns (rules, 1: Header row, Blank rows)."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from lib.grid import Cell, Grid
from lib.problem import NOTICES, ProblemCode
from lib.sheet import schema
from tests.oracle import dates, values
from tests.oracle.dates import Years
from tests.oracle.text import begins, fold, is_dash, key, tidy

Suggestions = frozenset[str | None] | None
"""The suggestions a rule allows beside a problem; None: it leaves them open."""

Problem = tuple[str, int | None, str | None, str, str, str | None, Suggestions]
PROBLEM_FIELDS = ("worksheet", "row", "column", "code", "severity", "value", "suggestion")


DATE_PROBLEMS = (
    ProblemCode.UNREADABLE_DATE,
    ProblemCode.GUESSED_DATE,
    ProblemCode.EARLY_DATE,
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
        suggestions: Suggestions = None,
    ) -> None:
        """Put a problem on the list with the severity of its code."""
        severity = "notice" if code in NOTICES else "error"
        found = (tidy(worksheet), row, column, str(code), severity, value, suggestions)
        self.found.append(found)


@dataclass
class Row:
    """One row: its cells under the schema's headers, and the headers as the sheet writes them."""

    worksheet: str
    number: int
    cells: dict[str, Cell]
    headers: dict[str, str]
    problems: Problems

    def problem(
        self, header: str, code: ProblemCode, value: str | None, suggestions: Suggestions = None
    ) -> None:
        """Report a problem of this row in the column of `header`."""
        column = self.headers.get(header, header)
        self.problems.add(self.worksheet, self.number, column, code, value, suggestions)

    def refuse(self, header: str, code: ProblemCode, suggestions: Suggestions = None) -> None:
        """Report the cell under `header` (an error cell has been reported already)."""
        if not self.is_error(header):
            write = dates.date_text if code in DATE_PROBLEMS else values.text
            self.problem(header, code, write(self.cells.get(header)), suggestions)

    def is_blank(self, header: str) -> bool:
        """Tell a blank cell; an error cell is not blank."""
        return values.is_blank(self.cells.get(header))

    def is_error(self, header: str) -> bool:
        """Tell an error cell."""
        return values.is_error(self.cells.get(header))

    def text(self, header: str) -> str | None:
        """Read free text; an error cell is blank there."""
        return None if self.is_error(header) else values.text(self.cells.get(header))

    def need(self, header: str) -> bool:
        """Tell whether a required cell is there, else report it."""
        if self.is_blank(header):
            self.problem(header, ProblemCode.MISSING_VALUE, None)
            return False
        return not self.is_error(header)

    def day(self, header: str, years: Years) -> date | None:
        """Read a date, reporting an unreadable and a guessed one."""
        if self.is_blank(header):
            return None
        found, guessed = dates.day(self.cells.get(header), years)
        if found is None:
            self.refuse(header, ProblemCode.UNREADABLE_DATE)
        if guessed:
            self.refuse(header, ProblemCode.GUESSED_DATE)
        return found

    def is_form_line(self) -> bool:
        """Tell a log row not filled in yet (1, Form lines)."""
        return all(self.is_blank(header) for header in schema.FORM_COLUMNS)


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
        required.remove(schema.OWNER)
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
        if not _take_up(grid, titles) and _is_nearly_known(grid.title):
            title = tidy(grid.title)
            problems.add(title, None, None, ProblemCode.UNKNOWN_WORKSHEET, title)
    there = [*titles.definitions, *(shape.title for shape, _, _ in titles.logs)]
    for shape in schema.WORKSHEETS:
        if shape.required and shape.title not in there:
            problems.add(shape.title, None, None, ProblemCode.MISSING_WORKSHEET, None)
    return titles


def _take_up(grid: Grid, titles: Titles) -> bool:
    """Take a worksheet for what its title says, if that is one of the names it may bear."""
    written = key(grid.title)
    for shape in schema.WORKSHEETS:
        name = key(shape.title)
        if shape.log and written == name:
            titles.logs.append((shape, grid, None))
            return True
        if shape.log and written.startswith(name):
            rest = written[len(name) :].strip()
            if is_dash(rest[0]):
                titles.logs.append((shape, grid, _after_dash(grid.title)))
                return True
        if written == name and shape.title not in titles.definitions:
            titles.definitions[shape.title] = grid
            return True
    return False


def _is_nearly_known(title: str) -> bool:
    """Tell a title that is, or begins with, one of the eight names once diacritics are removed."""
    return any(begins(fold(title), fold(shape.title)) for shape in schema.WORKSHEETS)


def _after_dash(title: str) -> str:
    """Take the `<name>` of `Tiến độ – <name>`, as written."""
    tidied = tidy(title)
    first = next(place for place, char in enumerate(tidied) if is_dash(char))
    return tidied[first + 1 :].strip()

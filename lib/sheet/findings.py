"""Collects the problems of one reading and says where in the sheet each one is."""

from collections.abc import Callable, Iterable

import numpy as np
from numpy.typing import NDArray

from lib.grid import a1
from lib.problem import Problem, ProblemCode
from lib.sheet.cells import Parsed, RawCell, date_text, is_blank, is_error, text_of
from lib.sheet.schema import Reading
from lib.sheet.table import Column, Table
from lib.sheet.tabs import Head, Tab

NOTHING = Parsed(None)
MISSING = Parsed(None, ProblemCode.MISSING_VALUE)
UNREADABLE = Parsed(None, ProblemCode.CELL_ERROR)

_Place = tuple[int, int, int, str, str]


class Findings:
    """The problems found so far; `sorted()` hands them over in the sheet's order."""

    def __init__(self) -> None:
        self._found: list[tuple[_Place, Problem]] = []

    def of_title(
        self, title: str, code: ProblemCode, *, tab: int = -1, value: str | None = None
    ) -> None:
        """Note a problem of a worksheet as a whole; one that is not there has no `tab`."""
        self._add(tab, 0, Problem(title, None, None, code, value))

    def of_name(self, tab: Tab, match: Parsed) -> None:
        """Note that the name in a log worksheet's title is unknown or guessed."""
        if match.problem:
            problem = Problem(tab.title, 1, None, match.problem, tab.name, match.suggestion)
            self._add(tab.number, 0, problem)

    def of_head(self, tab: Tab, head: Head) -> None:
        """Note the columns that a header row lacks or has twice."""
        for header in head.missing:
            missing = Problem(tab.title, head.row, header, ProblemCode.MISSING_COLUMN)
            self._add(tab.number, 0, missing)
        for position, text in head.repeated:
            code, cell = ProblemCode.DUPLICATE_COLUMN, a1(head.row, position)
            self._add(
                tab.number, position, Problem(tab.title, head.row, text, code, text, cell=cell)
            )

    def of_rows(
        self, table: Table, rows: Iterable[int], header: str, parsed: Callable[[int], Parsed]
    ) -> None:
        """Note the problem of one column in each of the rows; its value is the cell's text."""
        column = table.column(header)
        reading = {each.header: each.reading for each in table.kind.columns}.get(header)
        for row in rows:
            value, code, suggestion = parsed(row)
            assert code is not None
            text = value if isinstance(value, str) else _text(column.cell(row), reading)
            tab, head = table.sources[int(table.tab[row])]
            position, shown = head.positions.get(header, 0), head.texts.get(header, header)
            cell = a1(int(table.row[row]), position) if position else None
            problem = Problem(tab.title, int(table.row[row]), shown, code, text, suggestion, cell)
            self._add(tab.number, position, problem)

    def of_mask(
        self, table: Table, mask: NDArray[np.bool_], header: str, code: ProblemCode
    ) -> None:
        """Note one problem for each row the mask marks."""
        found = Parsed(None, code)
        self.of_rows(table, np.flatnonzero(mask), header, lambda row: found)

    def read(
        self,
        table: Table,
        header: str,
        parse: Callable[[RawCell], Parsed],
        *,
        blank: Parsed = NOTHING,
        error: Parsed = UNREADABLE,
    ) -> Column:
        """Read a column, each distinct cell once; note every cell's problem, return the values."""
        column = table.column(header)
        results = [
            blank if is_blank(cell) else error if is_error(cell) else parse(cell)
            for cell in column.distinct
        ]
        bad = np.array([result.problem is not None for result in results], bool)
        # A problem's value is the cell's text: what was read of it does not belong there.
        self.of_rows(
            table,
            np.flatnonzero(bad[column.codes]) if bad.any() else (),
            header,
            lambda row: results[column.codes[row]]._replace(value=None),
        )
        return Column(column.codes, tuple(result.value for result in results))

    def sorted(self) -> tuple[Problem, ...]:
        """Return all problems by worksheet, row, column, code and value."""
        return tuple(problem for _, problem in sorted(self._found, key=lambda found: found[0]))

    def _add(self, tab: int, position: int, problem: Problem) -> None:
        place = (tab, problem.row or 0, position, problem.code.value, problem.value or "")
        self._found.append((place, problem))


def _text(cell: RawCell, reading: Reading | None) -> str | None:
    if is_blank(cell):
        return None
    return date_text(cell) if reading is Reading.DATE else text_of(cell)

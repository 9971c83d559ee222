"""The rows of one kind of worksheet, as columns that know each distinct cell once."""

from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice, zip_longest
from typing import Any

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from lib.grid import Cell
from lib.sheet import schema
from lib.sheet.cells import RawCell, is_blank, is_error, text_of, with_ticks
from lib.sheet.tabs import Head, Tab, header_key

Mask = NDArray[np.bool_]
Texts = NDArray[np.object_]

_AT_ONCE = 128
"""How many rows are turned into columns together: as many as a processor's cache holds."""


@dataclass(frozen=True, eq=False, slots=True)
class Column:
    """A column's cells, or their values, each distinct one once: row i holds `distinct[codes[i]]`."""

    codes: NDArray[np.intp]
    distinct: tuple[Any, ...]

    @classmethod
    def of(cls, cells: Sequence[Cell]) -> "Column":
        codes, distinct = pd.factorize(np.fromiter(cells, object, len(cells)))
        if any(cell in (0, 1) for cell in distinct):  # and so may be a boolean, which equals them
            codes, distinct = pd.factorize(np.fromiter(with_ticks(cells), object, len(cells)))
        return cls(codes, (*distinct, None))  # the code of an empty cell is -1: the last one

    def each(self, function: Callable[[Any], object], dtype: type | str = object) -> NDArray:
        """Return the function's value for each row, computed once for each distinct cell."""
        values = map(function, self.distinct)
        return np.fromiter(values, dtype=dtype, count=len(self.distinct))[self.codes]

    def values(self, dtype: str = "object", none: object = None) -> NDArray:
        """Return each row's value, `none` where it has none."""
        return self.each(lambda value: none if value is None else value, dtype)

    def at(self, rows: Sequence[int] | NDArray) -> "Column":
        return Column(self.codes[rows], self.distinct)

    def cell(self, row: int) -> Any:
        return self.distinct[self.codes[row]]

    def rows_of(self, codes: Collection[int]) -> Iterator[tuple[Any, NDArray[np.intp]]]:
        """Give some of the distinct cells, each with the rows it stands in."""
        rows = np.flatnonzero(np.isin(self.codes, [*codes])) if codes else np.zeros(0, np.intp)
        rows = rows[np.argsort(self.codes[rows], kind="stable")]
        for same in np.split(rows, 1 + np.flatnonzero(np.diff(self.codes[rows]))):
            if len(same):
                yield self.cell(same[0]), same


@dataclass(frozen=True, eq=False, slots=True)
class Table:
    """All rows of one kind of worksheet, in the sheet's order; `sources` are its tabs' heads."""

    kind: schema.Worksheet
    sources: dict[int, tuple[Tab, Head]]
    tab: NDArray[np.intp]
    row: NDArray[np.intp]
    columns: dict[str, Column]

    def __len__(self) -> int:
        return len(self.row)

    def at(self, rows: NDArray) -> "Table":
        """Return the table of the chosen rows only."""
        columns = {header: column.at(rows) for header, column in self.columns.items()}
        return Table(self.kind, self.sources, self.tab[rows], self.row[rows], columns)

    def without(self, rows: Mask) -> "Table":
        """Return the table but for the marked rows."""
        return self.at(np.flatnonzero(~rows)) if rows.any() else self

    def column(self, header: str) -> Column:
        """Return a column, blank where this kind of worksheet has none of the name."""
        return self.columns.get(header) or Column(np.zeros(len(self), np.intp), (None,))

    def blank(self, *headers: str) -> Mask:
        """Tell which rows are blank in all of some columns."""
        blank = np.ones(len(self), bool)
        for header in headers:
            blank &= self.column(header).each(is_blank, bool)
            if not blank.any():
                break
        return blank

    def texts(self, header: str, rows: Sequence[int] | NDArray) -> Texts:
        """Return the free text some rows have in a column, empty where blank or an error."""
        return self.column(header).at(rows).each(_free_text)

    def tells(self, header: str) -> Mask:
        """Tell where a column of free text has some."""
        return self.column(header).each(lambda cell: not (is_blank(cell) or is_error(cell)), bool)


def table(kind: schema.Worksheet, sources: Sequence[tuple[Tab, Head]]) -> Table:
    """Gather the rows below the heads; blank rows and repeated heads are skipped."""
    complete = [(tab, head) for tab, head in sources if not head.missing]
    cells: dict[str, list[Cell]] = {column.header: [] for column in kind.columns}
    for tab, head in complete:
        _gather(tab.grid.rows[head.row :], head, cells)
    rows = [np.arange(head.row, len(tab.grid.rows)) + 1 for tab, head in complete]
    tabs = [np.full(len(own), tab.number) for own, (tab, _) in zip(rows, complete, strict=True)]
    whole = Table(
        kind,
        {tab.number: (tab, head) for tab, head in sources},
        np.concatenate([np.zeros(0, np.intp), *tabs]),
        np.concatenate([np.zeros(0, np.intp), *rows]),
        {header: Column.of(cells.pop(header)) for header in [*cells]},
    )
    return whole.without(_skipped(whole))


def _gather(rows: Sequence[tuple[Cell, ...]], head: Head, columns: dict[str, list[Cell]]) -> None:
    """Add the rows below a head to the columns; what a row lacks at its end is empty."""
    width = max(head.positions.values())
    for start in range(0, len(rows), _AT_ONCE):
        some = rows[start : start + _AT_ONCE]
        cells = [*islice(zip_longest(*some), width)]
        cells += [(None,) * len(some)] * (width - len(cells))
        for header, position in head.positions.items():
            columns[header] += cells[position - 1]
    for header in columns.keys() - head.positions.keys():
        columns[header] += [None] * len(rows)


def _skipped(rows: Table) -> Mask:
    """Mark blank rows, and rows that say again what the header says."""
    skipped = rows.blank(*rows.columns)
    first = rows.kind.columns[0].header  # a column that no worksheet may lack
    for row in np.flatnonzero(rows.columns[first].each(lambda cell: _says(cell, first), bool)):
        skipped[row] = _repeats_head(rows, int(row))
    return skipped


def _repeats_head(rows: Table, row: int) -> bool:
    _, head = rows.sources[rows.tab[row]]
    for column in rows.kind.columns:
        cell = rows.columns[column.header].cell(row)
        needed = (
            column.required and column.header in head.positions and column.header != head.optional
        )
        if not (_says(cell, column.header) or (is_blank(cell) and not needed)):
            return False
    return True


def _says(cell: RawCell, header: str) -> bool:
    return isinstance(cell, str) and header_key(cell) == header_key(header)


def _free_text(cell: RawCell) -> str:
    return "" if is_blank(cell) or is_error(cell) else text_of(cell)

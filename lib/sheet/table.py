"""The rows of one kind of worksheet, as columns that know each distinct cell once."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import chain

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from lib.sheet import schema
from lib.sheet.cells import RawCell, is_blank, is_error, text_of, with_ticks
from lib.sheet.tabs import Head, Tab, header_key

Mask = NDArray[np.bool_]
Texts = NDArray[np.object_]


@dataclass(frozen=True, eq=False, slots=True)
class Column:
    """A column's cells, each distinct one once: row i holds `distinct[codes[i]]`."""

    codes: NDArray[np.intp]
    distinct: tuple[RawCell, ...]

    @classmethod
    def of(cls, cells: Texts) -> "Column":
        if pd.api.types.infer_dtype(cells, skipna=True) not in ("string", "empty"):
            cells = np.fromiter(with_ticks(cells), dtype=object, count=len(cells))
        codes, distinct = pd.factorize(cells)
        return cls(codes, (*distinct, None))  # the code of an empty cell is -1: the last one

    def each(self, function: Callable[[RawCell], object], dtype: type | str = object) -> NDArray:
        """Return the function's value for each row, computed once for each distinct cell."""
        values = map(function, self.distinct)
        return np.fromiter(values, dtype=dtype, count=len(self.distinct))[self.codes]

    def at(self, rows: NDArray) -> "Column":
        return Column(self.codes[rows], self.distinct)

    def cell(self, row: int) -> RawCell:
        return self.distinct[self.codes[row]]


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

    def blank(self, header: str) -> Mask:
        return self.columns[header].each(is_blank, bool)

    def tabs_needing(self, header: str) -> list[int]:
        """Return the numbers of the tabs that have a column and may not leave it blank."""
        return [
            number
            for number, (_, head) in self.sources.items()
            if header in head.positions and header != head.optional
        ]

    def texts(self, header: str) -> Texts:
        """Return a column of free text, empty where blank or an error."""
        return self.columns[header].each(_free_text)


def table(kind: schema.Worksheet, sources: Sequence[tuple[Tab, Head]]) -> Table:
    """Gather the rows below the heads; blank rows and repeated heads are skipped."""
    complete = [(tab, head) for tab, head in sources if not head.missing]
    bodies = [tab.grid.rows[head.row :] for tab, head in complete]
    counts = [len(body) for body in bodies]
    columns = {}
    for column in kind.columns:
        parts = [
            _cells(body, head.positions.get(column.header))
            for body, (_, head) in zip(bodies, complete, strict=True)
        ]
        cells = np.fromiter(chain.from_iterable(parts), dtype=object, count=sum(counts))
        columns[column.header] = Column.of(cells)
    rows = [np.arange(n) + head.row + 1 for (_, head), n in zip(complete, counts, strict=True)]
    whole = Table(
        kind,
        {tab.number: (tab, head) for tab, head in sources},
        np.repeat(np.array([tab.number for tab, _ in complete], dtype=np.intp), counts),
        np.concatenate(rows) if rows else np.zeros(0, np.intp),
        columns,
    )
    return whole.at(np.flatnonzero(~_skipped(whole)))


def _cells(body: Sequence[tuple], position: int | None) -> list:
    if position is None:
        return [None] * len(body)
    at = position - 1
    return [cells[at] if at < len(cells) else None for cells in body]


def _skipped(rows: Table) -> Mask:
    """Mark blank rows, and rows that say again what the header says."""
    blank = np.ones(len(rows), bool)
    required = np.ones(len(rows), bool)
    others = np.ones(len(rows), bool)
    for column in rows.kind.columns:
        repeats = partial(_repeats, name=header_key(column.header))
        empty = rows.blank(column.header)
        same = rows.columns[column.header].each(repeats, bool)
        blank &= empty
        if column.required:
            required &= same | ~np.isin(rows.tab, rows.tabs_needing(column.header))
        others &= same | empty
    return blank | (required & others)


def _repeats(cell: RawCell, name: str) -> bool:
    return isinstance(cell, str) and header_key(cell) == name


def _free_text(cell: RawCell) -> str:
    return "" if is_blank(cell) or is_error(cell) else text_of(cell)

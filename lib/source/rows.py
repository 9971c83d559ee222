"""Makes rows of either source alike: blanks trimmed, whole numbers whole, merges filled."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from lib.grid import Cell
from lib.source.errors import SourceError, SourceErrorCode

Row = tuple[Cell, ...]

OPEN_END = 1_000
"""How far below the last row in use a merged range is filled; beyond, it is a whole column."""
OPEN_SIDE = 100
"""How far right of the last column in use: farther there is nothing a merged head could be of."""
MOST_CELLS = 10_000_000
"""What a worksheet may hold, blank cells left of others included: a Google spreadsheet's limit."""


class Merge(NamedTuple):
    """A merged range, counted from 0, its ends not included (as Google counts)."""

    top: int
    left: int
    bottom: int
    right: int


def plain(cell: Cell) -> Cell:
    """Tidy one cell: an empty text is nothing, 150.0 is 150."""
    if cell == "" and isinstance(cell, str):
        return None
    if isinstance(cell, float) and cell.is_integer():
        return int(cell)
    return cell


def trimmed(rows: Iterable[Sequence[Cell]]) -> tuple[Row, ...]:
    """Take the blanks off the right of every row and the blank rows off the end."""
    cut = [_without_right_blanks(row) for row in rows]
    while cut and not cut[-1]:
        cut.pop()
    return tuple(cut)


def filled(rows: tuple[Row, ...], merges: Iterable[Merge]) -> tuple[Row, ...]:
    """Give every cell of a merged range its top-left value, though it be blank.

    Some programs keep in the file what a merge hides. A range may be of the whole worksheet: it is
    filled in what is in use and a little beyond. Raises SourceError (too large).
    """
    width = max(map(len, rows), default=0)
    grown: dict[int, list[Cell]] = {}
    size = 0
    for merge in merges:
        value = _at(rows, merge.top, merge.left)
        beyond = value is not None
        right = min(merge.right, width + OPEN_SIDE * beyond)
        for index in range(merge.top, min(merge.bottom, len(rows) + OPEN_END * beyond)):
            row = grown.setdefault(index, list(rows[index]) if index < len(rows) else [])
            missing = max(0, merge.left - len(row))
            row += [None] * missing
            row[merge.left : right] = [value] * (right - merge.left)
            size += missing + right - merge.left
            if size > MOST_CELLS:
                raise too_large()
    if not grown:
        return rows
    last = max(len(rows), 1 + max(grown))
    return trimmed(
        grown.get(index) or (rows[index] if index < len(rows) else ()) for index in range(last)
    )


def too_large() -> SourceError:
    """Refuse what no spreadsheet holds, before it fills the machine's memory."""
    return SourceError(SourceErrorCode.WORKBOOK_TOO_LARGE)


def _without_right_blanks(row: Sequence[Cell]) -> Row:
    end = len(row)
    while end and row[end - 1] is None:
        end -= 1
    return tuple(row[:end])


def _at(rows: tuple[Row, ...], row: int, column: int) -> Cell:
    if row >= len(rows) or column >= len(rows[row]):
        return None
    return rows[row][column]

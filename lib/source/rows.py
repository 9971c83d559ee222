"""Makes rows of either source alike: blanks trimmed, whole numbers whole, merges filled."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from lib.grid import Cell

Row = tuple[Cell, ...]

OPEN_END = 1_000
"""How far below the last row in use a merged range is filled; beyond, it is a whole column."""


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

    Some programs keep in the file what a merge hides.
    """
    written = [(merge, _at(rows, merge.top, merge.left)) for merge in merges]
    if not written:
        return rows
    grown = list(rows)
    for merge, value in written:
        bottom = min(merge.bottom, len(rows) + (0 if value is None else OPEN_END))
        grown.extend(() for _ in range(bottom - len(grown)))
        for index in range(merge.top, bottom):
            row = grown[index]
            row = row + (None,) * (merge.left - len(row))
            inside = (value,) * (merge.right - merge.left)
            grown[index] = row[: merge.left] + inside + row[merge.right :]
    return trimmed(grown)


def _without_right_blanks(row: Sequence[Cell]) -> Row:
    end = len(row)
    while end and row[end - 1] is None:
        end -= 1
    return tuple(row[:end])


def _at(rows: tuple[Row, ...], row: int, column: int) -> Cell:
    if row >= len(rows) or column >= len(rows[row]):
        return None
    return rows[row][column]

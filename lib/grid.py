"""One worksheet as typed cells, numbered as in the sheet."""

from dataclasses import dataclass
from datetime import date, datetime

Cell = str | int | float | bool | date | datetime | None


@dataclass(frozen=True, slots=True)
class Grid:
    """A worksheet: `rows[0]` is the sheet's row 1; rows may differ in length, merges are filled.

    `gid` is the worksheet's number in a Google spreadsheet, for links; None elsewhere.
    """

    title: str
    rows: tuple[tuple[Cell, ...], ...]
    gid: int | None = None


def a1(row: int, column: int) -> str:
    """Name a cell as spreadsheets do, both counted from 1: `a1(17, 2) == "B17"`."""
    letters = ""
    while column > 0:
        column, rest = divmod(column - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return f"{letters}{row}"

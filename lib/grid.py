"""One worksheet as typed cells, numbered as in the sheet."""

from dataclasses import dataclass
from datetime import date, datetime

Cell = str | int | float | bool | date | datetime | None
Link = int | tuple[str, int]
"""A worksheet's number at Google, with the spreadsheet's name where it is one of a list."""
BETWEEN = " › "
"""Stands between a spreadsheet's name and a worksheet's title wherever a worksheet is named."""


@dataclass(frozen=True, slots=True)
class Grid:
    """A worksheet: `rows[0]` is the sheet's row 1; rows may differ in length, merges are filled.

    `gid` is the worksheet's number in a Google spreadsheet, for links; None elsewhere. `spreadsheet`
    names the spreadsheet of a list that it is of; blank for the leading one, or the only one.
    """

    title: str
    rows: tuple[tuple[Cell, ...], ...]
    gid: int | None = None
    spreadsheet: str = ""


def a1(row: int, column: int) -> str:
    """Name a cell as spreadsheets do, both counted from 1: `a1(17, 2) == "B17"`."""
    letters = ""
    while column > 0:
        column, rest = divmod(column - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return f"{letters}{row}"

"""A1 notation as the Sheets API reads and writes it."""

import re
from typing import NamedTuple

_QUOTED = re.compile(r"'((?:[^']|'')*)'(?:!(.*))?", re.DOTALL)
_CELL = re.compile(r"([A-Za-z]{1,3})?(\d+)?")
_PLAIN_TITLE = re.compile(r"[A-Za-z_][A-Za-z0-9_]*")
_CELL_LIKE = re.compile(r"[A-Za-z]{1,3}\d+")


class Area(NamedTuple):
    """Cells counted from 0, the ends not included; None where an end is open."""

    top: int
    left: int
    bottom: int | None
    right: int | None


def parse(text: str) -> tuple[str, Area]:
    """Split a range into its worksheet's title and its cells; a ValueError when it is none."""
    quoted = _QUOTED.fullmatch(text)
    if quoted:
        return quoted.group(1).replace("''", "'"), _area(quoted.group(2) or "")
    title, mark, cells = text.rpartition("!")
    if mark:
        return title, _area(cells)
    if _CELL_LIKE.fullmatch(text) or ":" in text:
        # A bare title that looks like a cell is taken for one, on the first worksheet.
        return "", _area(text)
    return text, _area("")


def written(title: str, area: Area) -> str:
    """Write a range as the API answers it, the title quoted where it has to be."""
    plain = _PLAIN_TITLE.fullmatch(title) and not _CELL_LIKE.fullmatch(title)
    shown = title if plain else "'" + title.replace("'", "''") + "'"
    end = f"{letters(area.right or 1)}{area.bottom or 1}"
    return f"{shown}!{letters(area.left + 1)}{area.top + 1}:{end}"


def letters(column: int) -> str:
    """Name a column, counted from 1."""
    name = ""
    while column > 0:
        column, rest = divmod(column - 1, 26)
        name = chr(ord("A") + rest) + name
    return name


def number(name: str) -> int:
    """Return a column's number, from 1, for its name."""
    total = 0
    for letter in name.upper():
        total = total * 26 + ord(letter) - ord("A") + 1
    return total


def _area(text: str) -> Area:
    if not text:
        return Area(0, 0, None, None)
    first, mark, last = text.partition(":")
    left, top = _corner(first)
    right, bottom = _corner(last) if mark else (left, top)
    return Area(
        (top or 1) - 1,
        (left or 1) - 1,
        bottom,
        right,
    )


def _corner(text: str) -> tuple[int | None, int | None]:
    found = _CELL.fullmatch(text)
    if not found or not text:
        raise ValueError(text)
    column, row = found.groups()
    return (number(column) if column else None), (int(row) if row else None)

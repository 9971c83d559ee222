"""What one cell says: blank, text, number, percent, yes or no (rules, 1)."""

import re
from datetime import date, datetime, timedelta
from decimal import Decimal
from fractions import Fraction

from lib.grid import Cell
from lib.sheet import schema
from tests.oracle.text import key, tidy

BARE_ONE = "one"
UNREADABLE = "unreadable"


def is_blank(cell: Cell) -> bool:
    """Tell a blank cell: nothing, text that is blank by `key`, or an unticked box (1, Blank rows)."""
    return cell is None or cell is False or (isinstance(cell, str) and key(cell) == "")


def is_error(cell: Cell) -> bool:
    """Tell an error of the spreadsheet (1, Error cells)."""
    return isinstance(cell, str) and key(cell) in [key(error) for error in schema.ERROR_CELLS]


def text(cell: Cell) -> str | None:
    """Write a cell as text, tidied; None where it is blank.

    A date is the number Google hands over, so that both sources read alike.
    """
    if is_blank(cell):
        return None
    if isinstance(cell, str):
        return tidy(cell)
    if isinstance(cell, bool):
        return "TRUE"
    if isinstance(cell, datetime):
        cell = (cell - datetime(1899, 12, 30)) / timedelta(days=1)
    elif isinstance(cell, date):
        cell = (cell - date(1899, 12, 30)).days
    return str(int(cell)) if cell == int(cell) else repr(cell)


def number(cell: Cell) -> Fraction | None:
    """Read a number, or a number written as text with a decimal comma or point."""
    if isinstance(cell, bool):
        return None
    if isinstance(cell, int | float):
        return Fraction(Decimal(repr(cell)))
    if isinstance(cell, str) and re.fullmatch(r"-?\d+([.,]\d+)?", tidy(cell), re.ASCII):
        return Fraction(tidy(cell).replace(",", "."))
    return None


def percent(cell: Cell) -> Fraction | str | None:
    """Read a percent (1, Percent): 0–100, None blank, BARE_ONE, or UNREADABLE."""
    if is_blank(cell):
        return None
    with_sign = isinstance(cell, str) and tidy(cell).endswith("%")
    share = number(tidy(cell)[:-1] if with_sign and isinstance(cell, str) else cell)
    if share is None or share < 0 or share > 100:
        return UNREADABLE
    if with_sign:
        return share
    if share == 1:
        return BARE_ONE
    return share * 100 if 0 < share < 1 else share


def yes(cell: Cell) -> bool:
    """Read a yes/no cell (1, Yes/no)."""
    if cell is True:
        return True
    written = text(cell)
    return written is not None and key(written) in [key(word) for word in schema.YES_WORDS]


def parts(cell: Cell) -> list[str]:
    """Take a list apart at its semicolons, blank parts left out."""
    written = text(cell)
    if written is None or is_error(cell):
        return []
    return [tidy(part) for part in written.split(";") if key(part)]

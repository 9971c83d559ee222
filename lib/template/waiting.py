"""The lines that wait in an owner's worksheet to be filled in: one for each code it owes."""

from collections.abc import Iterable, Iterator
from datetime import date
from functools import cache, reduce
from operator import or_

import pandas as pd

from lib.grid import Cell
from lib.sheet import Book, read
from lib.sheet.book import Kind
from lib.sheet.schema import OWNER, Field
from lib.sheet.scope import asked
from lib.sheet.tabs import is_dash
from lib.template import texts
from lib.template.plan import code_text, definitions
from lib.vietnamese import code_key

CODE, NOTE = Field.CODE, Field.NOTE
ANY_DAY = date(2024, 1, 1)  # the plan says its year itself
Bearers = tuple[int, ...]
"""The numbers of all owners of one name."""


@cache
def plan_book() -> Book:
    """Read the plan's own tables as a sheet is read."""
    return read([table.grid() for table in definitions()], today=ANY_DAY)


def bearers(book: Book, text: str) -> Bearers:
    """Return who bears the name a text gives outright, or an alias does; () for a stranger."""
    named = book.names.outright(text)
    return book.names.outright(book.owners["name"].iloc[named[0]]) if named else ()


def waiting_lines(book: Book, owners: Bearers, codes_there: set[str]) -> Iterator[dict[str, Cell]]:
    """Give a line for each code owed in a name and written about nowhere, in the sheet's order.

    Reports whose last day lies outside a bearer's validity are not asked of it.
    """
    name = book.owners["name"].iloc[owners[0]]
    items = book.items[reduce(or_, (_owed(book, owner) for owner in owners))]
    columns = (items[column] for column in ("code", "title", "kind", "due"))
    for code, title, kind, due in zip(*columns, strict=True):
        if code_key(code) not in codes_there:
            note = None if pd.isna(due) else _deadline(kind, due)
            yield {OWNER: name, CODE: code_text(code, title or ""), NOTE: note}


def owed_codes(book: Book, owners: Bearers) -> tuple[str, ...]:
    """Give the codes owed in a name as a list offers them, in the sheet's order."""
    return tuple(str(line[CODE]) for line in waiting_lines(book, owners, set()))


def codes_in(column: Iterable[Cell], book: Book) -> set[str]:
    """Give the compared codes that the cells of a column may be about."""
    known = {code_key(code) for code in book.items["code"]}
    return {
        code for cell in column if cell is not None for code in _codes(str(cell)) if code in known
    }


def _owed(book: Book, owner: int) -> "pd.Series[bool]":
    items = book.items
    begins, ends = book.owners["valid_from"].iloc[owner], book.owners["valid_until"].iloc[owner]
    outside = (items["due"] < begins) | (items["due"] > ends)
    owed = pd.Series(asked(book.scope, book.owners, items)[:, owner], items.index)
    return owed & ~(outside & (items["kind"] == Kind.REPORT))


def _codes(text: str) -> list[str]:
    """Give the compared beginnings of a cell that may be its code, the whole text first."""
    ends = (at for at, sign in enumerate(text) if sign in " :" or is_dash(sign))
    return [code_key(code) for code in (text, *(text[:at] for at in ends))]


def _deadline(kind: str, due: pd.Timestamp) -> str:
    code = "deadline_report" if kind == Kind.REPORT else "deadline"
    return texts.message(code).format(day=due.strftime("%d/%m/%Y"))

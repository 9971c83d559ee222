"""Worksheets of owners: who edits which, and the lines that wait there to be filled in."""

import csv
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import reduce
from operator import or_
from pathlib import Path

import pandas as pd

from lib.grid import Cell
from lib.sheet import Book
from lib.sheet.book import Kind
from lib.sheet.names import Names
from lib.sheet.schema import PROGRESS
from lib.sheet.scope import asked
from lib.sheet.tabs import is_dash
from lib.template.google_pages import Page
from lib.template.google_rules import entered
from lib.template.google_steps import Step, said
from lib.template.plan import CODE_SEPARATOR, CODE_TITLE_LENGTH
from lib.vietnamese import code_key, tidy

OWNER, CODE, NOTE = "Đơn vị", "Mã", "Ghi chú"
Bearers = tuple[int, ...]
"""The numbers of all owners of one name."""

HEADS = tuple(column.header for column in PROGRESS.columns)


class EditorsError(Exception):
    """The list of editors cannot be used; the text says where and why."""


@dataclass(frozen=True, slots=True)
class Editor:
    """One line of the list: a unit or agency and an address that may write for it."""

    line: int
    name: str
    address: str


def read_editors(path: Path) -> tuple[Editor, ...]:
    """Read a CSV of two columns, name and address; a first line without an address is its head."""
    try:
        lines = path.read_text("utf-8-sig").splitlines()
    except (OSError, UnicodeDecodeError) as problem:
        raise EditorsError(said("no_editors_file", path=path)) from problem
    separator = ";" if lines and lines[0].count(";") > lines[0].count(",") else ","
    editors: list[Editor] = []
    for number, cells in enumerate(csv.reader(lines, delimiter=separator), start=1):
        name, address = [tidy(cell) for cell in [*cells, "", ""][:2]]
        if not name and not address:
            continue
        if name and "@" in address:
            editors.append(Editor(number, name, address))
        elif number > 1 or not name:
            raise EditorsError(said("bad_editors_line", path=path, line=number))
    return tuple(editors)


def bearers(book: Book, text: str) -> Bearers:
    """Return who bears the name a text gives outright, or an alias does; () for a stranger."""
    named = book.names.outright(text)
    return book.names.outright(book.owners["name"].iloc[named[0]]) if named else ()


def editors_by_owner(
    editors: Sequence[Editor], book: Book, path: Path
) -> Mapping[Bearers, tuple[str, ...]]:
    """Give each name's addresses; a name the sheet does not know outright is refused."""
    found: dict[Bearers, tuple[str, ...]] = {}
    for editor in editors:
        owners = bearers(book, editor.name)
        if not owners:
            told = {"path": path, "line": editor.line, "name": editor.name}
            raise EditorsError(said("unknown_owner", **told))
        found[owners] = (*found.get(owners, ()), editor.address)
    return found


def owner_page(pages: Sequence[Page], owners: Bearers, names: Names) -> Page | None:
    """Find the log of a name's bearers, whatever of their names the title uses."""
    return next(
        (
            page
            for page in pages
            if page.kind is PROGRESS
            and page.owner_name is not None
            and not set(owners).isdisjoint(names.match(page.owner_name).value or ())
        ),
        None,
    )


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
            yield {OWNER: name, CODE: f"{code}{CODE_SEPARATOR}{_cut(title)}", NOTE: note}


def _owed(book: Book, owner: int) -> "pd.Series[bool]":
    items = book.items
    begins, ends = book.owners["valid_from"].iloc[owner], book.owners["valid_until"].iloc[owner]
    outside = (items["due"] < begins) | (items["due"] > ends)
    owed = pd.Series(asked(book.scope, book.owners, items)[:, owner], items.index)
    return owed & ~(outside & (items["kind"] == Kind.REPORT))


def codes_written(page: Page, book: Book) -> set[str]:
    """Give the compared codes that a worksheet's lines are about."""
    known = {code_key(code) for code in book.items["code"]}
    column = page.columns.get(CODE)
    if column is None:
        return set()
    cells = [row[column] for row in page.grid.rows[page.head + 1 :] if column < len(row)]
    return {
        code for cell in cells if cell is not None for code in _codes(str(cell)) if code in known
    }


def added_lines(page: Page, lines: Sequence[Mapping[str, Cell]]) -> Step:
    """Add lines below everything that is written."""
    width = max(page.columns.values()) + 1
    heads = {at: header for header, at in page.columns.items()}
    rows = [
        {"values": [entered(line.get(heads.get(at, ""))) for at in range(width)]} for line in lines
    ]
    request = {"sheetId": page.gid, "rows": rows, "fields": "userEnteredValue"}
    return Step(said("lines", page=page.title, count=len(lines)), ({"appendCells": request},))


def _codes(text: str) -> list[str]:
    """Give the compared beginnings of a cell that may be its code, the whole text first."""
    ends = (at for at, sign in enumerate(text) if sign in " :" or is_dash(sign))
    return [code_key(code) for code in (text, *(text[:at] for at in ends))]


def _cut(title: str | None) -> str:
    text = title or ""
    return text if len(text) <= CODE_TITLE_LENGTH else text[: CODE_TITLE_LENGTH - 1] + "…"


def _deadline(kind: str, due: pd.Timestamp) -> str:
    code = "deadline_report" if kind == Kind.REPORT else "deadline"
    return said(code, day=due.strftime("%d/%m/%Y"))

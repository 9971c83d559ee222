"""Worksheets of owners in a Google spreadsheet: who edits which, and what is written there."""

import csv
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from lib.grid import Cell
from lib.sheet import Book
from lib.sheet.names import Names
from lib.sheet.schema import PROGRESS
from lib.template.google_rules import entered
from lib.template.google_steps import Step, said
from lib.template.google_tabs import GoogleTab
from lib.template.waiting import CODE, Bearers, bearers, codes_in
from lib.vietnamese import tidy


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


def owner_tab(tabs: Sequence[GoogleTab], owners: Bearers, names: Names) -> GoogleTab | None:
    """Find the log of a name's bearers, whatever of their names the title uses."""
    return next(
        (
            tab
            for tab in tabs
            if tab.kind is PROGRESS
            and tab.owner_name is not None
            and not set(owners).isdisjoint(names.match(tab.owner_name).value or ())
        ),
        None,
    )


def codes_written(tab: GoogleTab, book: Book) -> set[str]:
    """Give the compared codes that a worksheet's lines are about."""
    column = tab.columns.get(CODE)
    if column is None:
        return set()
    rows = tab.grid.rows[tab.head + 1 :]
    return codes_in((row[column] for row in rows if column < len(row)), book)


def added_lines(tab: GoogleTab, lines: Sequence[Mapping[str, Cell]]) -> Step:
    """Add lines below everything that is written."""
    width = max(tab.columns.values()) + 1
    heads = {at: header for header, at in tab.columns.items()}
    rows = [
        {"values": [entered(line.get(heads.get(at, ""))) for at in range(width)]} for line in lines
    ]
    request = {"sheetId": tab.gid, "rows": rows, "fields": "userEnteredValue"}
    return Step(said("lines", tab=tab.title, count=len(lines)), ({"appendCells": request},))

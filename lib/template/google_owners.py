"""Worksheets of owners in a Google spreadsheet: which they are, and what is written there."""

from collections.abc import Collection, Mapping, Sequence

from lib.grid import Cell
from lib.sheet import Book
from lib.sheet.names import Names
from lib.sheet.schema import PROGRESS
from lib.template.google_rules import entered
from lib.template.google_steps import Step, said
from lib.template.google_tabs import GoogleTab
from lib.template.waiting import CODE, Bearers, codes_in
from lib.template.worksheets import owner_title
from lib.vietnamese import key

LONGEST_TITLE = 100
"""What Google takes as a worksheet's title, in characters."""


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


def titled(names: Sequence[str], taken: Collection[str]) -> tuple[str, str | None]:
    """Return the title of an owner's log, and the alias it needs where no name of it fits.

    `taken` are all names in the sheet, compared: a name that is cut becomes no other's.
    """
    title = owner_title(names, longest=LONGEST_TITLE, forbidden=frozenset())
    if title is not None:
        return title, None
    begin, number = f"{PROGRESS.title} – ", 1
    while True:
        end = "" if number == 1 else f" ({number})"
        alias = names[0][: LONGEST_TITLE - len(begin) - len(end)].rstrip() + end
        if key(alias) not in taken:
            return begin + alias, alias
        number += 1

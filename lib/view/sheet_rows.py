"""What is written in the rows of the sheet that have a problem, and whose rows they are."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

import numpy as np

from lib import words
from lib.problem import Problem
from lib.sheet import Book, Kind
from lib.sheet.cells import is_blank, text_of
from lib.sheet.schema import AGENCIES, CRITERIA, OWNER, PERIODS, PROGRESS, SETTINGS, TASKS, UNITS
from lib.sheet.tabs import Head, Tab, find_head

_MOST_LETTERS = 42
_ITEM_SHEETS = {CRITERIA: Kind.CRITERION, TASKS: Kind.TASK, PERIODS: Kind.REPORT}


@dataclass(frozen=True, slots=True)
class Written:
    """One row: its cells as text, whether it counts, whether a log's, the owner it names."""

    text: str
    counted: bool
    log: bool
    owner: str | None


def written_rows(
    tabs: Sequence[Tab], book: Book, problems: Iterable[Problem]
) -> dict[tuple[str, int], Written]:
    """Return the rows below the heads that have a problem, by worksheet and row."""
    counted = _counted(book)
    by_title = {tab.title: tab for tab in tabs if tab.kind is not None}
    found: dict[tuple[str, int], Written] = {}
    heads: dict[str, Head] = {}
    for problem in problems:
        tab, at = by_title.get(problem.worksheet), (problem.worksheet, problem.row or 0)
        if tab is None or tab.kind is None or problem.row is None or at in found:
            continue
        if tab.title not in heads:
            heads[tab.title] = find_head(tab.grid, tab.kind, optional=OWNER if tab.name else None)
        if heads[tab.title].row < problem.row <= len(tab.grid.rows):
            found[at] = _written(tab, heads[tab.title], problem.row, book, counted)
    return found


def _written(
    tab: Tab,
    head: Head,
    row: int,
    book: Book,
    counted: dict[str, set[int]],
) -> Written:
    cells = tab.grid.rows[row - 1]
    known = [cells[at - 1] for at in sorted(head.positions.values()) if at <= len(cells)]
    text = " · ".join(_text(cell) for cell in known if not is_blank(cell))
    log = tab.kind is PROGRESS
    named = tab.name
    if log and not named:
        at = head.positions.get(OWNER, 0)
        named = text_of(cells[at - 1]) if 0 < at <= len(cells) else None
    meant = book.names.match(named).value if log and named else None
    return Written(
        text=text,
        counted=row in counted.get(tab.title, set()),
        log=log,
        owner=book.owners["name"].iloc[meant[0]] if meant else None,
    )


def _counted(book: Book) -> dict[str, set[int]]:
    """Return by worksheet the rows that count; all of the settings' do."""
    titles = [title for title, _ in book.worksheets]
    counted: dict[str, set[int]] = {SETTINGS.title: set(range(1, 1000))}
    units = book.owners["is_unit"]
    counted[UNITS.title] = set(book.owners.loc[units, "row"])
    counted[AGENCIES.title] = set(book.owners.loc[~units, "row"])
    for sheet, kind in _ITEM_SHEETS.items():
        counted[sheet.title] = set(book.items.loc[book.items["kind"] == kind, "row"])
    tab, row = book.entries["tab"].to_numpy(), book.entries["row"].to_numpy()
    for number in np.unique(tab):
        counted[titles[number]] = set(row[tab == number].tolist())
    return counted


def _text(cell: object) -> str:
    if isinstance(cell, date):
        return words.day(cell)
    text = text_of(cell)  # type: ignore[arg-type]
    return text if len(text) <= _MOST_LETTERS else f"{text[:_MOST_LETTERS]}…"

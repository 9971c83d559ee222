"""What is written in the rows of the sheet that have a problem, and whose rows they are."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

import pandas as pd

from lib import words
from lib.problem import Problem
from lib.sheet import Book, Kind, schema
from lib.sheet.cells import RawCell, is_blank, text_of
from lib.sheet.schema import Field
from lib.sheet.tabs import Head, Tab, find_head

_MOST_LETTERS = 42
_RESULTS = (Field.RESULT, Field.PERCENT)
_ITEM_SHEETS = {
    schema.CRITERIA: Kind.CRITERION,
    schema.TASKS: Kind.TASK,
    schema.PERIODS: Kind.REPORT,
}


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
    counted, told = _counted(book), _rows_of(book, book.obstacles)
    by_title = {tab.title: tab for tab in tabs if tab.kind is not None}
    found: dict[tuple[str, int], Written] = {}
    heads: dict[str, Head] = {}
    for problem in problems:
        tab, at = by_title.get(problem.worksheet), (problem.worksheet, problem.row or 0)
        if tab is None or tab.kind is None or problem.row is None or at in found:
            continue
        if tab.title not in heads:
            heads[tab.title] = find_head(
                tab.grid, tab.kind, optional=schema.OWNER if tab.name else None
            )
        if heads[tab.title].row < problem.row <= len(tab.grid.rows):
            head = heads[tab.title]
            kind = tab.title if tab.kind.log else tab.kind.title
            counts = problem.row in counted.get(kind, ()) or (
                problem.row in told.get(kind, ()) and _says_no_result(tab, head, problem.row)
            )
            found[at] = _written(tab, head, problem.row, book, counted=counts)
    return found


def _written(tab: Tab, head: Head, row: int, book: Book, *, counted: bool) -> Written:
    known = (_cell(tab, head, row, header) for header in _in_order(head))
    text = " · ".join(_text(cell) for cell in known if not is_blank(cell))
    log = tab.kind is schema.PROGRESS
    named = tab.name
    if log and not (named and book.names.match(named).value):
        named = text_of(_cell(tab, head, row, schema.OWNER)) or None
    meant = book.names.match(named).value if log and named else None
    return Written(
        text=text,
        counted=counted,
        log=log,
        owner=book.owners["name"].iloc[meant[0]] if meant else None,
    )


def _in_order(head: Head) -> list[str]:
    """Name the columns as they stand, but the addresses, which are no reader's to see."""
    shown = (header for header in head.positions if header != schema.Field.ADDRESSES)
    return sorted(shown, key=head.positions.__getitem__)


def _cell(tab: Tab, head: Head, row: int, header: str) -> RawCell:
    cells, at = tab.grid.rows[row - 1], head.positions.get(header, 0)
    return cells[at - 1] if 0 < at <= len(cells) else None


def _says_no_result(tab: Tab, head: Head, row: int) -> bool:
    """Tell whether a row says what is in the way and nothing else."""
    return all(is_blank(_cell(tab, head, row, header)) for header in _RESULTS)


def _counted(book: Book) -> dict[str, set[int]]:
    """Return the rows that count by kind of worksheet, those of logs by title; all settings do."""
    counted: dict[str, set[int]] = {schema.SETTINGS.title: set(range(1, 1000))}
    units = book.owners["is_unit"]
    counted[schema.UNITS.title] = set(book.owners.loc[units, "row"])
    counted[schema.AGENCIES.title] = set(book.owners.loc[~units, "row"])
    for sheet, kind in _ITEM_SHEETS.items():
        counted[sheet.title] = set(book.items.loc[book.items["kind"] == kind, "row"])
    return counted | _rows_of(book, book.entries)


def _rows_of(book: Book, log: pd.DataFrame) -> dict[str, set[int]]:
    """Return by title the rows that entries or obstacles come from."""
    titles = [title for title, _ in book.worksheets]
    rows = log["row"].groupby(log["tab"].map(titles.__getitem__))
    return {str(title): set(numbers) for title, numbers in rows}


def _text(cell: object) -> str:
    if isinstance(cell, date):
        return words.day(cell)
    text = text_of(cell)  # type: ignore[arg-type]
    return text if len(text) <= _MOST_LETTERS else f"{text[:_MOST_LETTERS]}…"

"""The workbook's sheets on what changed and on what to mend in the sheet."""

from collections.abc import Iterator
from typing import Final

from lib import words
from lib.export.briefing import Briefing
from lib.export.spreadsheet_shapes import Annex, Head, Row, head, titles
from lib.sheet import Kind
from lib.view import columns
from lib.view.tables import records
from lib.words import exports as said
from lib.words import pages

CHANGES: Final = {
    said.UP: "green",
    said.DOWN: "red",
    said.NEWLY_MET: "green",
    said.LOST: "red",
    said.NEWLY_OVERDUE: "red",
    said.CLEARED: "green",
}
SEVERITIES: Final = {
    word: {"error": "red", "notice": "amber"}[severity] for severity, word in words.SEVERITY.items()
}


def changes(briefing: Briefing) -> Annex:
    """List what changed since the earlier date: moves, criteria met and lost, overdue and cleared."""
    heads = (
        Head(pages.CHANGE, 16),
        Head(said.PLACES, 9, "whole"),
        *map(head, (columns.OWNER, columns.KIND, columns.CODE)),
        Head(columns.CONTENT.head, 60),
    )
    rows = [*_moves(briefing), *_items_changed(briefing)]
    return Annex(said.SHEET_CHANGES, heads, rows, ((1, 1, CHANGES),))


def _moves(briefing: Briefing) -> Iterator[Row]:
    moved = briefing.changes.rank_change.dropna().astype(int)
    for unit, places in moved[moved != 0].items():
        way = said.UP if places > 0 else said.DOWN
        yield way, abs(int(places)), briefing.labels[str(unit)], None, None, None


def _items_changed(briefing: Briefing) -> Iterator[Row]:
    changed, named, labels = briefing.changes, titles(briefing), briefing.labels
    for word, table in ((said.NEWLY_MET, changed.newly_met), (said.LOST, changed.lost)):
        for row in records(table):
            kind = words.KIND[Kind.CRITERION]
            yield word, None, labels[row.unit], kind, row.code, named.get(row.code)
    owed = ((said.NEWLY_OVERDUE, changed.newly_overdue), (said.CLEARED, changed.cleared))
    for word, table in owed:
        for row in records(table):
            kind = words.KIND[row.kind]
            yield word, None, labels[row.owner], kind, row.code, named.get(row.code)


def problems(briefing: Briefing) -> Annex:
    """List what to mend in the sheet; the filters leave these whole."""
    heads = (
        Head(said.SEVERITY, 16),
        Head(said.WORKSHEET, 22),
        Head(said.ROW, 8, "whole"),
        Head(said.COLUMN, 18),
        Head(said.PROBLEM, 60),
        Head(said.VALUE, 30),
        Head(said.REMEDY, 50),
    )
    rows = (
        (
            words.SEVERITY[problem.severity],
            problem.worksheet,
            problem.row,
            problem.column,
            words.PROBLEM[problem.code].format(
                worksheet=problem.worksheet, column=problem.column, value=problem.value
            ),
            problem.value,
            words.PROBLEM_REMEDY[problem.code],
        )
        for problem in briefing.book.problems
    )
    return Annex(said.SHEET_PROBLEMS, heads, rows, ((1, 1, SEVERITIES),))

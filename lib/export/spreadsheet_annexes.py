"""The workbook's sheets on units, criteria and what is owed, and the order of all its sheets."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any, Final

from lib.export.briefing import Briefing
from lib.export.spreadsheet_findings import changes, problems
from lib.export.spreadsheet_shapes import Annex, Head, annex, head, titles
from lib.export.text import as_written
from lib.sheet import Kind
from lib.view import columns
from lib.view.columns import Column
from lib.view.marks import LIGHTS, STATUSES, of_status
from lib.view.sentences import status_reason
from lib.view.tables import records
from lib.words import columns as heads
from lib.words import exports as said

RANKING: Final = (
    *(columns.GROUP, columns.UNIT, columns.RANK, columns.MOVEMENT, columns.LIGHT),
    *(columns.MET, columns.TOTAL, columns.APPRAISED, columns.POINTS, columns.MAX_POINTS),
    *(columns.PROGRESS, columns.ON_TIME, columns.OVERDUE, columns.AT_RISK, columns.NO_DATA),
    columns.STALE,
)
CELLS: Final = (
    columns.UNIT,
    columns.CODE,
    replace(columns.CONTENT, letters=44),
    Column("mandatory", said.MANDATORY, letters=9, words=said.IF_YES),
    Column("status", heads.STATE, letters=18, marked=STATUSES),
    columns.PROGRESS,
    columns.DUE,
    Column("date", said.DATE, "date", 12),
    Column("inherited", said.INHERITED, letters=9, words=said.IF_YES),
    Column("stale", heads.STALE, letters=9, words=said.IF_YES),
    Column("why", heads.WHY, letters=40),
    Column("evidence", heads.EVIDENCE, letters=40),
    Column("author", said.AUTHOR, letters=16),
)
OBLIGATIONS: Final = (
    *(columns.STATE, columns.DAYS_LATE, columns.KIND, columns.OWNER, columns.CODE),
    *(columns.CONTENT, columns.AGENCY, columns.DUE, columns.DONE),
)


def annexes(briefing: Briefing) -> Iterator[Annex]:
    """Give the sheets in their order."""
    yield ranking(briefing)
    yield matrix(briefing)
    yield cells(briefing)
    yield obligations(briefing)
    yield changes(briefing)
    yield problems(briefing)


def ranking(briefing: Briefing) -> Annex:
    """List the units as on screen, with every figure of theirs."""
    return annex(said.SHEET_RANKING, RANKING, briefing.units, frozen=2)


def matrix(briefing: Briefing) -> Annex:
    """Set units against criteria; a cell says the status in words, blank where none applies."""
    now, items = briefing.now, briefing.book.items
    criteria = items.loc[items["kind"] == Kind.CRITERION, "code"]
    codes = [code for code in criteria if code in set(now.cells["code"])]
    found = {(row.unit, row.code): STATUSES.word[_status(row)] for row in records(now.cells)}
    named = (columns.GROUP, columns.UNIT, columns.LIGHT)
    heads = (*map(head, named), *(Head(code, 13) for code in codes))
    rows = (
        (
            *(column.value(unit) for column in named),
            *(found.get((unit.unit, code)) for code in codes),
        )
        for unit in records(now.units)
    )
    last = len(heads)
    lights = (3, 3, LIGHTS.tone_of_word)
    colours = (lights, (4, last, STATUSES.tone_of_word)) if codes else (lights,)
    return Annex(said.SHEET_MATRIX, heads, rows, colours, frozen=2, wide=True)


def cells(briefing: Briefing) -> Annex:
    """List each unit's criteria with what stands behind the status."""
    found, lag = briefing.now.cells, briefing.book.settings.lag_points
    reasons = (status_reason(row, as_of=briefing.as_of, lag=lag) for row in records(found))
    listed = found.assign(
        label=found["unit"].map(briefing.labels),
        title=found["code"].map(titles(briefing)),
        status=[_status(row) for row in records(found)],
        why=[as_written(reason) for reason in reasons],
    )
    return annex(said.SHEET_CELLS, CELLS, listed, frozen=2)


def obligations(briefing: Briefing) -> Annex:
    """List everything owed, overdue first by days late."""
    owed = briefing.now.obligations
    listed = owed.assign(label=owed["owner"].map(briefing.labels))
    return annex(said.SHEET_OBLIGATIONS, OBLIGATIONS, listed)


def _status(cell: Any) -> str:
    return of_status(cell.status, appraised=cell.appraised)

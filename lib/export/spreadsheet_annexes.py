"""The workbook's sheets on units, criteria and what is owed, and the order of all its sheets."""

from collections.abc import Iterator
from typing import Any, Final

from lib import words
from lib.assess import Status
from lib.export.briefing import Briefing, records
from lib.export.spreadsheet_findings import changes, problems
from lib.export.spreadsheet_shapes import Annex, Head, day, real, titles, whole, yes
from lib.export.text import as_written
from lib.sheet import Kind
from lib.view import palette
from lib.view.sentences import status_reason
from lib.words import exports as said

LIGHTS: Final = {words.LIGHT[light]: tone for light, tone in palette.TONE_OF_LIGHT.items()}
STATES: Final = {words.STATE[state]: tone for state, tone in palette.TONE_OF_STATE.items()}
STATUSES: Final = {
    words.APPRAISED: "green",
    **{words.STATUS[status]: tone for status, tone in palette.TONE_OF_STATUS.items()},
}


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
    heads = (
        Head(said.GROUP, 22),
        Head(said.UNIT, 22),
        Head(said.RANK, 8, "whole"),
        Head(said.MOVEMENT, 10, "signed"),
        Head(said.LIGHT, 9),
        Head(said.MET, 8, "whole"),
        Head(said.TOTAL, 9, "whole"),
        Head(said.APPRAISED, 9, "whole"),
        Head(said.MET_POINTS, 9, "decimal"),
        Head(said.MAX_POINTS, 9, "decimal"),
        Head(said.PROGRESS, 10, "percent"),
        Head(said.ON_TIME, 12, "percent"),
        Head(said.OVERDUE, 9, "whole"),
        Head(said.AT_RISK, 9, "whole"),
        Head(said.NO_DATA, 9, "whole"),
        Head(said.STALE, 9, "whole"),
    )
    rows = (
        (
            row.group,
            row.label,
            whole(row.rank),
            whole(row.rank_change),
            words.LIGHT[row.light],
            int(row.met),
            int(row.total),
            int(row.met_appraised),
            real(row.met_points),
            real(row.max_points),
            real(row.progress),
            real(row.on_time_rate),
            int(row.overdue),
            int(row.at_risk),
            int(row.no_data),
            int(row.stale),
        )
        for row in records(briefing.units)
    )
    return Annex(said.SHEET_RANKING, heads, rows, ((5, 5, LIGHTS),), frozen=2)


def matrix(briefing: Briefing) -> Annex:
    """Set units against criteria; a cell says the status in words, blank where none applies."""
    now, items = briefing.now, briefing.book.items
    criteria = items.loc[items["kind"] == Kind.CRITERION, "code"]
    codes = [code for code in criteria if code in set(now.cells["code"])]
    found = {(row.unit, row.code): _status(row) for row in records(now.cells)}
    heads = (
        Head(said.GROUP, 22),
        Head(said.UNIT, 22),
        Head(said.LIGHT, 9),
        *(Head(code, 13) for code in codes),
    )
    rows = (
        (
            unit.group,
            unit.label,
            words.LIGHT[unit.light],
            *(found.get((unit.unit, code)) for code in codes),
        )
        for unit in records(now.units)
    )
    colours = ((3, 3, LIGHTS), (4, 3 + len(codes), STATUSES)) if codes else ((3, 3, LIGHTS),)
    return Annex(said.SHEET_MATRIX, heads, rows, colours, frozen=2, wide=True)


def cells(briefing: Briefing) -> Annex:
    """List each unit's criteria with what stands behind the status."""
    heads = (
        Head(said.UNIT, 22),
        Head(said.CODE, 9),
        Head(said.CONTENT, 44),
        Head(said.MANDATORY, 9),
        Head(said.STATUS, 18),
        Head(said.PROGRESS, 10, "percent"),
        Head(said.DUE, 12, "date"),
        Head(said.DATE, 12, "date"),
        Head(said.INHERITED, 9),
        Head(said.STALE, 9),
        Head(said.WHY, 40),
        Head(said.EVIDENCE, 40),
        Head(said.AUTHOR, 16),
    )
    named, lag = titles(briefing), briefing.book.settings.lag_points
    rows = (
        (
            briefing.labels[row.unit],
            row.code,
            named.get(row.code),
            yes(row.mandatory),
            _status(row),
            real(row.progress),
            day(row.due),
            day(row.date),
            yes(row.inherited),
            yes(row.stale),
            as_written(status_reason(row, as_of=briefing.as_of, lag=lag)),
            row.evidence or None,
            row.author or None,
        )
        for row in records(briefing.now.cells)
    )
    return Annex(said.SHEET_CELLS, heads, rows, ((5, 5, STATUSES),), frozen=2)


def obligations(briefing: Briefing) -> Annex:
    """List everything owed, overdue first by days late."""
    heads = (
        Head(said.STATE, 20),
        Head(said.DAYS_LATE, 9, "whole"),
        Head(said.KIND, 11),
        Head(said.OWNER, 32),
        Head(said.CODE, 9),
        Head(said.CONTENT, 54),
        Head(said.AGENCY, 30),
        Head(said.DUE, 12, "date"),
        Head(said.DONE, 12, "date"),
    )
    labels = briefing.labels
    rows = (
        (
            words.STATE[row.state],
            whole(row.days_late),
            words.KIND[row.kind],
            labels[row.owner],
            row.code,
            row.title,
            row.agency if isinstance(row.agency, str) else None,
            day(row.due),
            day(row.done),
        )
        for row in records(briefing.now.obligations)
    )
    return Annex(said.SHEET_OBLIGATIONS, heads, rows, ((1, 1, STATES),))


def _status(cell: Any) -> str:
    appraised = cell.status == Status.MET and cell.appraised
    return words.APPRAISED if appraised else words.STATUS[cell.status]

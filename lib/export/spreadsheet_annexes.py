"""The workbook's sheets, one an annex: their columns, and whose rows stand below them."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import partial
from typing import Any, Final, NamedTuple

from lib import words
from lib.export.briefing import Briefing
from lib.export.text import as_written
from lib.problem import Problem, Severity
from lib.sheet import Kind
from lib.view import columns
from lib.view.columns import Column
from lib.view.marks import STATUSES, of_status
from lib.view.sentences import status_reason
from lib.view.tables import records
from lib.words import Mark, pages
from lib.words import columns as heads
from lib.words import exports as said


@dataclass(frozen=True, slots=True)
class Annex:
    """One sheet; the first columns may be `frozen`, a `wide` one is printed on A3.

    A `hint` stands above the heads; `choices` are offered in the column of a place, from 1.
    """

    title: str
    columns: tuple[Column, ...]
    rows: Iterable[Any]
    frozen: int = 0
    wide: bool = False
    hint: str = ""
    choices: Mapping[int, tuple[str, ...]] = field(default_factory=dict)


class Change(NamedTuple):
    """One change of a unit or an agency."""

    change: str
    places: int | None
    label: str
    kind: str | None = None
    code: str | None = None
    title: str | None = None


def _problem_sentence(problem: Problem) -> str:
    return words.PROBLEM[problem.code].format(
        worksheet=problem.worksheet, column=problem.column, value=problem.value
    )


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
_TONES: Final = {
    said.UP: "green",
    said.DOWN: "red",
    said.NEWLY_MET: "green",
    said.LOST: "red",
    said.NEWLY_OVERDUE: "red",
    said.CLEARED: "green",
}
_WAYS: Final = {word: Mark("", tone, word) for word, tone in _TONES.items()}
CHANGES: Final = (
    Column("change", pages.CHANGE, letters=16, marked=_WAYS),
    Column("places", said.PLACES, "whole", 9),
    *(columns.OWNER, columns.KIND, columns.CODE, replace(columns.CONTENT, letters=60)),
)
_SEVERITIES: Final = {
    Severity.ERROR: Mark("", "red", words.SEVERITY[Severity.ERROR]),
    Severity.NOTICE: Mark("", "amber", words.SEVERITY[Severity.NOTICE]),
}
PROBLEMS: Final = (
    Column("severity", said.SEVERITY, letters=16, marked=_SEVERITIES),
    Column("worksheet", said.WORKSHEET, letters=22),
    Column("row", said.ROW, "whole", 8),
    Column("column", said.COLUMN, letters=18),
    Column(_problem_sentence, said.PROBLEM, letters=60),
    Column("value", said.VALUE, letters=30),
    Column("code", said.REMEDY, letters=50, words=words.PROBLEM_REMEDY),
)


def annexes(briefing: Briefing) -> Iterator[Annex]:
    """Give the sheets in their order; what is to mend is told whole, whatever the filters leave."""
    yield Annex(said.SHEET_RANKING, RANKING, records(briefing.units), frozen=2)
    yield _matrix(briefing)
    yield _cells(briefing)
    owed = briefing.now.obligations
    owed = owed.assign(label=owed["owner"].map(briefing.labels))
    yield Annex(said.SHEET_OBLIGATIONS, OBLIGATIONS, records(owed))
    yield Annex(said.SHEET_CHANGES, CHANGES, [*moves(briefing), *_items_changed(briefing)])
    yield Annex(said.SHEET_PROBLEMS, PROBLEMS, briefing.book.problems)


def _matrix(briefing: Briefing) -> Annex:
    """Set units against criteria; a cell says the status in words, blank where none applies."""
    now, items = briefing.now, briefing.book.items
    known = items[(items["kind"] == Kind.CRITERION) & items["code"].isin(now.cells["code"])]
    found = {(row.unit, row.code): _status(row) for row in records(now.cells)}

    def status(code: str, unit: Any) -> str | None:
        return found.get((unit.unit, code))

    criteria = (
        Column(partial(status, code), code, letters=13, marked=STATUSES) for code in known["code"]
    )
    shown = (columns.GROUP, columns.UNIT, columns.LIGHT, *criteria)
    return Annex(said.SHEET_MATRIX, shown, records(now.units), frozen=2, wide=True)


def _cells(briefing: Briefing) -> Annex:
    """List each unit's criteria with what stands behind the status."""
    found, lag = briefing.now.cells, briefing.book.settings.lag_points
    reasons = (status_reason(row, as_of=briefing.as_of, lag=lag) for row in records(found))
    listed = found.assign(
        label=found["unit"].map(briefing.labels),
        title=found["code"].map(briefing.titles),
        status=[_status(row) for row in records(found)],
        why=[as_written(reason) for reason in reasons],
    )
    return Annex(said.SHEET_CELLS, CELLS, records(listed), frozen=2)


def moves(briefing: Briefing) -> Iterator[Change]:
    """Tell which units moved up or down, and by how many places."""
    moved = briefing.changes.rank_change.dropna().astype(int)
    for unit, places in moved[moved != 0].items():
        way = said.UP if places > 0 else said.DOWN
        yield Change(way, abs(int(places)), briefing.labels[str(unit)])


def _items_changed(briefing: Briefing) -> Iterator[Change]:
    changed = briefing.changes
    of_units = ((said.NEWLY_MET, changed.newly_met), (said.LOST, changed.lost))
    parts = [
        *(
            (word, table.assign(owner=table["unit"], kind=Kind.CRITERION))
            for word, table in of_units
        ),
        (said.NEWLY_OVERDUE, changed.newly_overdue),
        (said.CLEARED, changed.cleared),
    ]
    for word, table in parts:
        for row in records(table):
            label, title = briefing.labels[row.owner], briefing.titles.get(row.code)
            yield Change(word, None, label, row.kind, row.code, title)


def _status(cell: Any) -> str:
    return of_status(cell.status, appraised=cell.appraised)

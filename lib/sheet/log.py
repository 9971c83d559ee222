"""Reads the logs: which rows count, and what each of them says was reached (rules, 1 and 3)."""

from dataclasses import dataclass
from datetime import date
from functools import partial

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from lib.problem import ProblemCode
from lib.sheet import cells, schema
from lib.sheet.book import ENTRY_TYPES, OBSTACLE_TYPES, Kind, frame
from lib.sheet.cells import Parsed, RawCell, Result, Said
from lib.sheet.codes import parse_code
from lib.sheet.findings import MISSING, NOTHING, Findings
from lib.sheet.items import Items
from lib.sheet.names import Names
from lib.sheet.owners import Owners
from lib.sheet.schema import Field
from lib.sheet.scope import asked
from lib.sheet.settings import Settings
from lib.sheet.table import Mask, Table
from lib.vietnamese import key

_FREE_TEXT = (Field.EVIDENCE, Field.OBSTACLE, Field.WRITTEN_BY, Field.APPRAISED_BY, Field.NOTE)

ALMOST = 99.0
"""The most progress an entry that is not met can have, in percent."""

TabOwners = dict[int, tuple[str, tuple[int, ...]]]
"""By the number of an owner's worksheet: the name in its title, and whom that means."""


@dataclass(frozen=True, eq=False, slots=True)
class Reached:
    """What each row says: whether it says anything, met or not, progress in percent."""

    said: Mask
    met: Mask
    progress: NDArray[np.float64]
    contradictory: Mask


@dataclass(frozen=True, eq=False, slots=True)
class Log:
    """The rows that count (`ENTRY_TYPES`) and the obstacles told (`OBSTACLE_TYPES`), in order."""

    entries: pd.DataFrame
    obstacles: pd.DataFrame


def read_log(
    table: Table,
    owners: Owners,
    items: Items,
    settings: Settings,
    findings: Findings,
    *,
    today: date,
    tab_owners: TabOwners,
) -> Log:
    """Read one log; `tab_owners` tells whose each owner's worksheet is."""
    table = table.at(np.flatnonzero(~_form_lines(table)))
    day, late_enough = _days(table, settings, findings, today=today)
    owner = _owners(table, owners.names, findings, day, tab_owners)
    told = _texts(table, Field.OBSTACLE) != ""
    known = late_enough & (owner >= 0)
    only_told = told & known
    if only_told.any():
        only_told &= table.blank(Field.RESULT) & table.blank(Field.PERCENT)
    item = findings.read(
        table,
        Field.CODE,
        lambda cell: parse_code(cell, items),
        blank=Parsed(-1),
        dtype="int64",
        none=-1,
    )
    for header in _FREE_TEXT:
        if header in table.columns:
            findings.read(table, header, lambda _: NOTHING)
    if table.kind is schema.APPRAISALS:
        reached = _appraised(table, findings)
    else:
        reports = np.append((items.table["kind"] == Kind.REPORT).to_numpy(), False)
        report = reports[item]
        only_told &= ~(report & (_texts(table, Field.EVIDENCE) != ""))
        reached = _logged(table, findings, known=(item >= 0) & ~only_told, report=report)
    findings.of_mask(
        table, table.blank(Field.CODE) & ~only_told, Field.CODE, ProblemCode.MISSING_VALUE
    )

    counts = known & (item >= 0) & reached.said & ~only_told
    again = pd.DataFrame({"day": day, "owner": owner, "item": item})[counts].duplicated(keep="last")
    upper = np.zeros(len(table), bool)
    upper[np.flatnonzero(counts)[again.to_numpy()]] = True
    findings.of_mask(table, upper, Field.CODE, ProblemCode.DUPLICATE_ENTRY)
    if Field.PERCENT in table.columns:
        findings.of_mask(
            table, counts & reached.contradictory, Field.PERCENT, ProblemCode.CONTRADICTORY
        )
    owed = asked(items.scope, owners.table, items.table)
    stray = np.flatnonzero(counts)
    stray = stray[~owed[item[stray], owner[stray]]]
    findings.of_rows(table, stray, Field.CODE, lambda _: Parsed(None, ProblemCode.NOT_OWED))
    return Log(
        _entries(table, np.flatnonzero(counts & ~upper), day, owner, item, reached),
        _obstacles(table, np.flatnonzero(known & told), day, owner, item),
    )


def _form_lines(table: Table) -> Mask:
    """Mark the lines that wait to be filled in."""
    waiting = np.ones(len(table), bool)
    for header in schema.FORM_COLUMNS:
        if header in table.columns:
            waiting &= table.blank(header)
    return waiting


def _texts(table: Table, header: str) -> NDArray:
    """Return a column of free text, empty where the worksheet knows no such column."""
    return table.texts(header) if header in table.columns else np.full(len(table), "", object)


def _days(
    table: Table, settings: Settings, findings: Findings, *, today: date
) -> tuple[NDArray[np.datetime64], Mask]:
    """Return each row's day, NaT where there is none, and whether it is of the plan's time."""
    days = findings.read(
        table, Field.DAY, settings.parse_date, blank=MISSING, dtype="datetime64[s]", none="NaT"
    )
    findings.of_mask(table, days > np.datetime64(today), Field.DAY, ProblemCode.FUTURE_DATE)
    early = days < np.datetime64(settings.earliest or "NaT")
    findings.of_mask(table, early, Field.DAY, ProblemCode.EARLY_DATE)
    return days, ~np.isnat(days) & ~early


def _owners(
    table: Table, names: Names, findings: Findings, day: NDArray, tab_owners: TabOwners
) -> NDArray[np.int64]:
    """Return each row's owner or -1; in an owner's worksheet a blank is the owner."""
    meant = findings.read(table, Field.OWNER, lambda cell: names.match(cells.text_of(cell)))
    column, blank = table.columns[Field.OWNER], table.blank(Field.OWNER)
    owner = np.full(len(table), -1)
    for code in np.unique(column.codes[np.flatnonzero(meant != None)]):  # noqa: E711
        rows = np.flatnonzero(column.codes == code)
        text = cells.text_of(column.distinct[code])
        owner[rows] = _meant_on(names, text, meant[rows[0]], day[rows])
    findings.of_mask(
        table,
        blank & ~np.isin(table.tab, list(tab_owners)),
        Field.OWNER,
        ProblemCode.MISSING_VALUE,
    )
    other = np.zeros(len(table), bool)
    for tab, (title, theirs) in tab_owners.items():
        inside = table.tab == tab
        unnamed = np.flatnonzero(inside & blank)
        owner[unnamed] = _meant_on(names, title, theirs, day[unnamed])
        for row in np.flatnonzero(inside & (owner >= 0) & ~blank & ~np.isin(owner, theirs)):
            other[row] = not names.is_name_of(meant[row], theirs)
    findings.of_mask(table, other, Field.OWNER, ProblemCode.WRONG_WORKSHEET)
    return np.where(other, -1, owner)


def _meant_on(
    names: Names, text: str, meant: tuple[int, ...], day: NDArray[np.datetime64]
) -> NDArray[np.int64]:
    """Return who is meant by a text on each of the days, the first where there is no day."""
    if names.is_settled(meant):
        return np.full(len(day), meant[0])
    days, places = np.unique(day, return_inverse=True)
    owners = [
        meant[0] if each is None else names.on(text, meant, each)
        for each in days.astype("datetime64[D]").tolist()
    ]
    return np.array(owners, "int64")[places]


def _appraised(table: Table, findings: Findings) -> Reached:
    """Read the verdicts: met or not met; what cannot be read leaves no green standing."""
    unclear = Parsed(Result.NOT_MET, ProblemCode.UNREADABLE_RESULT)

    def parse(cell: RawCell) -> Parsed:
        if isinstance(cell, str) and cells.begins_with(key(cell), schema.NO_VERDICT):
            return Parsed(None, ProblemCode.UNREADABLE_RESULT)
        found = cells.parse_result(cell)
        result, percent = found.value
        if result is Result.MET and (percent is None or percent == 100):
            return found._replace(value=result)
        if result is Result.NOT_MET:
            return found._replace(value=result)
        return unclear._replace(suggestion=found.suggestion)

    error = Parsed(Result.NOT_MET, ProblemCode.CELL_ERROR)
    verdicts = findings.read(table, Field.RESULT, parse, blank=MISSING, error=error)
    met = verdicts == Result.MET
    none = np.zeros(len(table), bool)
    return Reached(met | (verdicts == Result.NOT_MET), met, np.where(met, 100.0, np.nan), none)


def _logged(table: Table, findings: Findings, *, known: Mask, report: Mask) -> Reached:
    """Read result and percent together, as their table has them (rules, 3: Log entries)."""
    said = findings.read(
        table,
        Field.RESULT,
        cells.parse_result,
        blank=Parsed(Said(Result.BLANK)),
        error=Parsed(Said(Result.UNREADABLE), ProblemCode.CELL_ERROR),
    )
    results = np.fromiter((each.result for each in said), object, len(said))
    beside = np.array([each.percent for each in said], "float64")
    is_ = {result: results == result for result in Result}
    percent = findings.read(table, Field.PERCENT, cells.parse_percent, dtype="float64", none=np.nan)
    unreadable = np.isnan(percent) & ~table.blank(Field.PERCENT)
    bare_one = table.columns[Field.PERCENT].each(cells.is_bare_one, bool)
    whole = bare_one & (is_[Result.MET] | report)
    findings.of_mask(table, bare_one & ~whole, Field.PERCENT, ProblemCode.AMBIGUOUS_PERCENT)
    percent = np.where(whole, 100.0, percent)
    differs = ~np.isnan(percent) & ~np.isnan(beside) & (percent != beside)
    percent = np.fmin(percent, beside)

    given, full = ~np.isnan(percent), percent == 100
    silent = is_[Result.BLANK] & ~given
    evidenced = silent & report & (_texts(table, Field.EVIDENCE) != "")
    findings.of_mask(table, silent & known & ~evidenced, Field.RESULT, ProblemCode.MISSING_VALUE)
    claims_met = is_[Result.MET] | evidenced
    met = (claims_met & ~unreadable & ~given) | (
        full & ~unreadable & (is_[Result.MET] | is_[Result.BLANK])
    )
    partly = np.minimum(np.where(given, percent, np.where(claims_met, ALMOST, 0.0)), ALMOST)
    progress = np.where(met, 100.0, np.where(is_[Result.NOT_STARTED], 0.0, partly))
    return Reached(
        said=~(silent & ~evidenced) & ~(is_[Result.UNREADABLE] & ~given),
        met=met,
        progress=progress,
        contradictory=differs
        | (is_[Result.MET] & given & ~full)
        | ((is_[Result.IN_PROGRESS] | is_[Result.NOT_MET]) & full)
        | (is_[Result.NOT_STARTED] & (percent > 0)),
    )


def _entries(
    table: Table,
    rows: NDArray[np.intp],
    day: NDArray,
    owner: NDArray,
    item: NDArray,
    reached: Reached,
) -> pd.DataFrame:
    counted = table.at(rows)
    text = partial(_texts, counted)
    appraisal = table.kind is schema.APPRAISALS
    return frame(
        {
            "item": item[rows],
            "owner": owner[rows],
            "day": day[rows],
            "appraisal": np.full(len(rows), appraisal),
            "met": reached.met[rows],
            "progress": reached.progress[rows],
            "result": text(Field.RESULT),
            "evidence": text(Field.EVIDENCE),
            "author": text(Field.APPRAISED_BY if appraisal else Field.WRITTEN_BY),
            "note": text(Field.NOTE),
            "tab": counted.tab,
            "row": counted.row,
        },
        ENTRY_TYPES,
    )


def _obstacles(
    table: Table, rows: NDArray[np.intp], day: NDArray, owner: NDArray, item: NDArray
) -> pd.DataFrame:
    told = table.at(rows)
    return frame(
        {
            "owner": owner[rows],
            "item": item[rows],
            "day": day[rows],
            "text": _texts(told, Field.OBSTACLE),
            "author": _texts(told, Field.WRITTEN_BY),
            "tab": told.tab,
            "row": told.row,
        },
        OBSTACLE_TYPES,
    )

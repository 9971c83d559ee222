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
from lib.sheet.places import order_by, pair, place_of
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
    table = table.without(table.blank(*schema.FORM_COLUMNS))  # lines that wait to be filled in
    day, late_enough = _days(table, settings, findings, today=today)
    owner = _owners(table, owners.names, findings, day, tab_owners)
    told = table.tells(Field.OBSTACLE)
    known = late_enough & (owner >= 0)
    only_told = told & known & table.blank(Field.RESULT, Field.PERCENT)
    codes = findings.read(table, Field.CODE, lambda cell: parse_code(cell, items))
    item = codes.values("int64", none=-1)
    for header in _FREE_TEXT:
        findings.read(table, header, lambda _: NOTHING)
    if table.kind is schema.APPRAISALS:
        reached = _appraised(table, findings)
    else:
        reports = {*np.flatnonzero(items.table["kind"] == Kind.REPORT)}
        report = codes.each(reports.__contains__, bool)
        only_told &= ~(report & table.tells(Field.EVIDENCE))
        reached = _logged(table, findings, known=(item >= 0) & ~only_told, report=report)
    findings.of_mask(
        table, table.blank(Field.CODE) & ~only_told, Field.CODE, ProblemCode.MISSING_VALUE
    )

    counts = known & (item >= 0) & reached.said & ~only_told
    counted = np.flatnonzero(counts)
    again = _again(owner[counted], item[counted], day[counted])
    duplicate = Parsed(None, ProblemCode.DUPLICATE_ENTRY)
    findings.of_rows(table, counted[again], Field.CODE, lambda _: duplicate)
    findings.of_mask(
        table, counts & reached.contradictory, Field.PERCENT, ProblemCode.CONTRADICTORY
    )
    owed = asked(items.scope, owners.table, items.table)
    stray = counted[~owed[item[counted], owner[counted]]]
    findings.of_rows(table, stray, Field.CODE, lambda _: Parsed(None, ProblemCode.NOT_OWED))
    return Log(
        _entries(table, counted[~again], day, owner, item, reached),
        _obstacles(table, np.flatnonzero(known & told), day, owner, item),
    )


def _again(owner: NDArray, item: NDArray, day: NDArray[np.datetime64]) -> Mask:
    """Mark the rows of whose owner, item and day a lower one is, too."""
    days = day.astype("datetime64[D]").astype(np.int64)
    order = order_by(owner, item, days)
    place = place_of(pair(owner, item, item.max(initial=0)), days)[order]
    again = np.zeros(len(day), bool)
    again[order[:-1]] = place[1:] == place[:-1]
    return again


def _days(
    table: Table, settings: Settings, findings: Findings, *, today: date
) -> tuple[NDArray[np.datetime64], Mask]:
    """Return each row's day, NaT where there is none, and whether it is of the plan's time."""
    read = findings.read(table, Field.DAY, settings.parse_date, blank=MISSING)
    days = read.values("datetime64[s]", none="NaT")
    findings.of_mask(table, days > np.datetime64(today), Field.DAY, ProblemCode.FUTURE_DATE)
    early = days < np.datetime64(settings.earliest or "NaT")
    findings.of_mask(table, early, Field.DAY, ProblemCode.EARLY_DATE)
    return days, ~np.isnat(days) & ~early


def _owners(
    table: Table, names: Names, findings: Findings, day: NDArray, tab_owners: TabOwners
) -> NDArray[np.int64]:
    """Return each row's owner or -1; in an owner's worksheet a blank is the owner."""
    meant = findings.read(table, Field.OWNER, lambda cell: names.match(cells.text_of(cell)))
    owner = meant.each(lambda who: who[0] if who else -1, "int64")
    changing = [
        code for code, who in enumerate(meant.distinct) if who and not names.is_settled(who)
    ]
    for cell, rows in table.columns[Field.OWNER].rows_of(changing):
        who = meant.cell(rows[0])
        owner[rows] = _meant_on(names, cells.text_of(cell), who, day[rows])
    blank = table.blank(Field.OWNER)
    common = blank & ~np.isin(table.tab, list(tab_owners))
    findings.of_mask(table, common, Field.OWNER, ProblemCode.MISSING_VALUE)
    other = np.zeros(len(table), bool)
    for tab, (title, theirs) in tab_owners.items():
        inside = np.arange(*np.searchsorted(table.tab, (tab, tab + 1)))
        unnamed = inside[blank[inside]]
        owner[unnamed] = _meant_on(names, title, theirs, day[unnamed])
        named = inside[~blank[inside] & (owner[inside] >= 0)]
        for row in named[~np.isin(owner[named], theirs)]:
            other[row] = not names.is_name_of(meant.cell(row), theirs)
    findings.of_mask(table, other, Field.OWNER, ProblemCode.WRONG_WORKSHEET)
    return np.where(other, -1, owner)


def _meant_on(
    names: Names, text: str, meant: tuple[int, ...], day: NDArray[np.datetime64]
) -> NDArray[np.int64]:
    """Return who is meant by a text on each of the days, the first where there is no day."""
    turns = names.turns(text, meant)
    owners = np.array([names.on(text, meant, first) for first in (date.min, *turns)])
    since = np.searchsorted(np.array(turns, day.dtype), day, side="right")
    return np.where(np.isnat(day), meant[0], owners[since])


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
    said = verdicts.each(lambda verdict: verdict is not None, bool)
    met = verdicts.each(lambda verdict: verdict is Result.MET, bool)
    return Reached(said, met, np.where(met, 100.0, np.nan), np.zeros(len(table), bool))


def _logged(table: Table, findings: Findings, *, known: Mask, report: Mask) -> Reached:
    """Read result and percent together, as their table has them (rules, 3: Log entries)."""
    said = findings.read(
        table,
        Field.RESULT,
        cells.parse_result,
        blank=Parsed(Said(Result.BLANK)),
        error=Parsed(Said(Result.UNREADABLE), ProblemCode.CELL_ERROR),
    )
    is_ = {result: said.each(partial(_says, result), bool) for result in Result}
    beside = said.each(lambda one: np.nan if one.percent is None else one.percent, "float64")
    read = findings.read(table, Field.PERCENT, cells.parse_percent)
    percent = read.values("float64", none=np.nan)
    unreadable = np.isnan(percent) & ~table.blank(Field.PERCENT)
    bare_one = table.columns[Field.PERCENT].each(cells.is_bare_one, bool)
    whole = bare_one & (is_[Result.MET] | report)
    findings.of_mask(table, bare_one & ~whole, Field.PERCENT, ProblemCode.AMBIGUOUS_PERCENT)
    percent = np.where(whole, 100.0, percent)
    differs = ~np.isnan(percent) & ~np.isnan(beside) & (percent != beside)
    percent = np.fmin(percent, beside)

    given, full = ~np.isnan(percent), percent == 100
    silent = is_[Result.BLANK] & ~given
    evidenced = silent & report & table.tells(Field.EVIDENCE)
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


def _says(result: Result, said: Said) -> bool:
    return said.result is result


def _entries(
    table: Table,
    rows: NDArray[np.intp],
    day: NDArray,
    owner: NDArray,
    item: NDArray,
    reached: Reached,
) -> pd.DataFrame:
    appraisal = table.kind is schema.APPRAISALS

    return frame(
        {
            "item": item[rows],
            "owner": owner[rows],
            "day": day[rows],
            "appraisal": np.full(len(rows), appraisal),
            "met": reached.met[rows],
            "progress": reached.progress[rows],
            "result": table.texts(Field.RESULT, rows),
            "evidence": table.texts(Field.EVIDENCE, rows),
            "author": table.texts(Field.APPRAISED_BY if appraisal else Field.WRITTEN_BY, rows),
            "note": table.texts(Field.NOTE, rows),
            "tab": table.tab[rows],
            "row": table.row[rows],
        },
        ENTRY_TYPES,
    )


def _obstacles(
    table: Table, rows: NDArray[np.intp], day: NDArray, owner: NDArray, item: NDArray
) -> pd.DataFrame:
    return frame(
        {
            "owner": owner[rows],
            "item": item[rows],
            "day": day[rows],
            "text": table.texts(Field.OBSTACLE, rows),
            "author": table.texts(Field.WRITTEN_BY, rows),
            "tab": table.tab[rows],
            "row": table.row[rows],
        },
        OBSTACLE_TYPES,
    )

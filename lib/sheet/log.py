"""Reads the logs: which rows count, and what each of them says was reached (semantics, 1 and 3)."""

from dataclasses import dataclass
from datetime import date

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from lib.problem import ProblemCode
from lib.sheet import cells, schema
from lib.sheet.book import ENTRY_TYPES, Kind, frame
from lib.sheet.cells import Parsed, RawCell, Result
from lib.sheet.findings import MISSING, NOTHING, Findings
from lib.sheet.items import Items
from lib.sheet.owners import Owners
from lib.sheet.scope import asked
from lib.sheet.table import Mask, Table
from lib.sheet.tabs import is_dash
from lib.vietnamese import code_key

_DAY, _OWNER, _CODE = "Ngày", "Đơn vị", "Mã"
_RESULT, _PERCENT = "Kết quả", "Tiến độ (%)"
_FREE_TEXT = ("Minh chứng", "Người nhập", "Người thẩm định", "Ghi chú")

ALMOST = 99.0
"""The most progress an entry that is not met can have, in percent."""


@dataclass(frozen=True, eq=False, slots=True)
class Reached:
    """What each row says: whether it says anything, met or not, progress in percent."""

    said: Mask
    met: Mask
    progress: NDArray[np.float64]
    contradictory: Mask


def read_log(
    table: Table,
    owners: Owners,
    items: Items,
    findings: Findings,
    *,
    year: int,
    today: date,
    tab_owners: dict[int, int],
) -> pd.DataFrame:
    """Read one log; `tab_owners` maps the number of an owner's worksheet to its owner.

    Return the rows that count, in the sheet's order, with `ENTRY_TYPES` columns.
    """
    table = table.at(np.flatnonzero(~_form_lines(table)))
    day = _days(table, findings, year=year, today=today)
    owner = _owners(table, owners, findings, tab_owners)
    item = findings.read(
        table, _CODE, lambda cell: parse_code(cell, items), blank=MISSING, dtype="int64", none=-1
    )
    for header in _FREE_TEXT:
        if header in table.columns:
            findings.read(table, header, lambda _: NOTHING)
    if table.kind is schema.APPRAISALS:
        reached = _appraised(table, findings)
    else:
        reports = np.append((items.table["kind"] == Kind.REPORT).to_numpy(), False)
        reached = _logged(table, findings, known=item >= 0, report=reports[item])

    counts = ~np.isnat(day) & (owner >= 0) & (item >= 0) & reached.said
    again = pd.DataFrame({"day": day, "owner": owner, "item": item})[counts].duplicated(keep="last")
    upper = np.zeros(len(table), bool)
    upper[np.flatnonzero(counts)[again.to_numpy()]] = True
    findings.of_mask(table, upper, _CODE, ProblemCode.DUPLICATE_ENTRY)
    if _PERCENT in table.columns:
        findings.of_mask(table, counts & reached.contradictory, _PERCENT, ProblemCode.CONTRADICTORY)
    owed = asked(items.scope, owners.table, len(items.table))
    stray = np.flatnonzero(counts)
    stray = stray[~owed[item[stray], owner[stray]]]
    findings.of_rows(table, stray, _CODE, lambda _: Parsed(None, ProblemCode.NOT_OWED))
    return _entries(table, np.flatnonzero(counts & ~upper), day, owner, item, reached)


def parse_code(cell: RawCell, items: Items) -> Parsed:
    """Find the item of a code: the whole text, else the shortest known text before a sign."""
    text = cells.text_of(cell)
    endings = (at for at, sign in enumerate(text) if sign in " :" or is_dash(sign))
    for code in (text, *(text[:at] for at in endings)):
        item = items.by_code.get(code_key(code))
        if item is not None:
            return Parsed(item)
    return Parsed(None, ProblemCode.UNKNOWN_CODE)


def _form_lines(table: Table) -> Mask:
    """Mark the lines that wait to be filled in."""
    waiting = np.ones(len(table), bool)
    for header in schema.FORM_COLUMNS:
        if header in table.columns:
            waiting &= table.blank(header)
    return waiting


def _days(table: Table, findings: Findings, *, year: int, today: date) -> NDArray[np.datetime64]:
    days = findings.read(
        table,
        _DAY,
        lambda cell: cells.parse_date(cell, year=year),
        blank=MISSING,
        dtype="datetime64[s]",
        none="NaT",
    )
    findings.of_mask(table, days > np.datetime64(today), _DAY, ProblemCode.FUTURE_DATE)
    return days


def _owners(
    table: Table, owners: Owners, findings: Findings, tab_owners: dict[int, int]
) -> NDArray[np.int64]:
    """Return each row's owner or -1; in an owner's worksheet a blank is the owner."""
    owned = pd.Series(table.tab).map(tab_owners).fillna(-1).astype("int64").to_numpy()
    found = findings.read(
        table,
        _OWNER,
        lambda cell: owners.names.match(cells.text_of(cell)),
        dtype="int64",
        none=-1,
    )
    blank = table.blank(_OWNER)
    findings.of_mask(table, blank & (owned < 0), _OWNER, ProblemCode.MISSING_VALUE)
    other = (owned >= 0) & (found >= 0) & (found != owned)
    findings.of_mask(table, other, _OWNER, ProblemCode.WRONG_WORKSHEET)
    return np.where(other, -1, np.where(blank, owned, found))


def _appraised(table: Table, findings: Findings) -> Reached:
    """Read the verdicts: met or not met, nothing else."""

    def parse(cell: RawCell) -> Parsed:
        result = cells.parse_result(cell)
        verdict = result.value in (Result.MET, Result.NOT_MET)
        return result if verdict else Parsed(None, ProblemCode.UNREADABLE_RESULT, result.suggestion)

    verdicts = findings.read(table, _RESULT, parse, blank=MISSING)
    met = verdicts == Result.MET
    none = np.zeros(len(table), bool)
    return Reached(met | (verdicts == Result.NOT_MET), met, np.where(met, 100.0, np.nan), none)


def _logged(table: Table, findings: Findings, *, known: Mask, report: Mask) -> Reached:
    """Read result and percent together, as the table of section 3 has them."""
    results = findings.read(
        table,
        _RESULT,
        cells.parse_result,
        blank=Parsed(Result.BLANK),
        error=Parsed(Result.UNREADABLE, ProblemCode.CELL_ERROR),
    )
    is_ = {result: results == result for result in Result}
    percent = findings.read(table, _PERCENT, cells.parse_percent, dtype="float64", none=np.nan)
    unreadable = np.isnan(percent) & ~table.blank(_PERCENT)
    bare_one = table.columns[_PERCENT].each(cells.is_bare_one, bool)
    whole = bare_one & (is_[Result.MET] | report)
    findings.of_mask(table, bare_one & ~whole, _PERCENT, ProblemCode.AMBIGUOUS_PERCENT)
    percent = np.where(whole, 100.0, percent)

    given, full = ~np.isnan(percent), percent == 100
    silent = is_[Result.BLANK] & ~given
    findings.of_mask(table, silent & known & ~report, _RESULT, ProblemCode.MISSING_VALUE)
    claims_met = is_[Result.MET] | (silent & report)
    met = (claims_met & ~unreadable & ~given) | (full & (is_[Result.MET] | is_[Result.BLANK]))
    partly = np.minimum(np.where(given, percent, np.where(claims_met, ALMOST, 0.0)), ALMOST)
    progress = np.where(met, 100.0, np.where(is_[Result.NOT_STARTED], 0.0, partly))
    return Reached(
        said=~(silent & ~report) & ~(is_[Result.UNREADABLE] & ~given),
        met=met,
        progress=progress,
        contradictory=(is_[Result.MET] & given & ~full)
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

    def text(header: str) -> NDArray:
        return counted.texts(header) if header in table.columns else np.full(len(rows), "", object)

    appraisal = table.kind is schema.APPRAISALS
    return frame(
        {
            "item": item[rows],
            "owner": owner[rows],
            "day": day[rows],
            "appraisal": np.full(len(rows), appraisal),
            "met": reached.met[rows],
            "progress": reached.progress[rows],
            "result": text(_RESULT),
            "evidence": text("Minh chứng"),
            "author": text("Người thẩm định" if appraisal else "Người nhập"),
            "note": text("Ghi chú"),
            "tab": counted.tab,
            "row": counted.row,
        },
        ENTRY_TYPES,
    )

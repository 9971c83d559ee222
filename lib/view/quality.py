"""What is wrong in the sheet: who can mend it, what it costs, who has not written for long."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

import numpy as np
import pandas as pd

from lib import words
from lib.problem import Problem, ProblemCode, Severity
from lib.sheet import Book
from lib.sheet.schema import SETTINGS
from lib.view import marks
from lib.view.marks import plain
from lib.view.overview import Figure
from lib.view.owed import ItemHref
from lib.view.sheet_rows import Written
from lib.view.tables import NUMBER, Table, rows, table
from lib.view.trail import Place
from lib.words import quality
from lib.words.problems import SUGGESTION

MOST_SHOWN: Final = 100
_WHOLE_SHEET: Final = (
    ProblemCode.MISSING_WORKSHEET,
    ProblemCode.MISSING_COLUMN,
    ProblemCode.UNKNOWN_WORKSHEET,
)


@dataclass(frozen=True, slots=True)
class Finding:
    """A problem with who can mend it (an owner's name; None: the standing agency).

    `unclear` where a log's row does not say whose it is; `lost` where the row does not count.
    """

    problem: Problem
    keeper: str | None
    unclear: bool
    lost: bool
    row: str


def findings(
    problems: Sequence[Problem], written: Mapping[tuple[str, int], Written]
) -> tuple[Finding, ...]:
    """Join each problem with what is written in its row and whether that counts."""
    return tuple(_finding(problem, written) for problem in problems)


def _finding(problem: Problem, written: Mapping[tuple[str, int], Written]) -> Finding:
    row = None if problem.row is None else written.get((problem.worksheet, problem.row))
    whole = problem.code in _WHOLE_SHEET
    if row is None:
        return Finding(problem, None, False, whole, "")
    return Finding(
        problem,
        keeper=row.owner,
        unclear=row.log and row.owner is None,
        lost=whole or not row.counted,
        row=row.text,
    )


def kept(found: Sequence[Finding], owners: set[str], *, standing: bool) -> tuple[Finding, ...]:
    """Keep what the owners can mend, and, if asked, what the standing agency can."""
    return tuple(
        each for each in found if (standing if each.keeper is None else each.keeper in owners)
    )


def figures(
    found: Sequence[Finding], silent: pd.DataFrame, *, stale_days: float
) -> tuple[Figure, ...]:
    """Tell how many rows do not count, how many places to check, how many owners are silent."""
    lost = {(each.problem.worksheet, each.problem.row) for each in found if each.lost}
    errors = sum(each.problem.severity is Severity.ERROR for each in found)
    long_ago = silent["days"].isna() | (silent["days"] > stale_days)
    return (
        Figure(
            quality.LOST,
            words.count(len(lost)),
            None,
            "down",
            quality.LOST_NOTE.format(errors=words.count(errors)),
        ),
        Figure(
            quality.CHECK,
            words.count(sum(not each.lost for each in found)),
            None,
            "down",
            quality.CHECK_NOTE,
        ),
        Figure(
            quality.SILENT.format(days=words.count(stale_days)),
            words.count(long_ago.sum()),
            None,
            "down",
            quality.SILENT_NOTE.format(owners=words.count(len(silent))),
        ),
    )


def findings_table(
    found: Sequence[Finding], labels: Mapping[str, str], *, title: str, place: Place, named: bool
) -> Table:
    """List findings: where, what is wrong, what to do, what it costs; `named` says who mends."""
    shown = found[:MOST_SHOWN]
    columns = {
        quality.WHERE: [_where(each.problem, place) for each in shown],
        quality.WHAT: [
            f"{problem_sentence(each.problem)} **{quality.DO}** {_remedy(each.problem)}"
            for each in shown
        ],
        quality.EFFECT: [effect(each) for each in shown],
        quality.WRITTEN: [plain(each.row) for each in shown],
    }
    if named:
        who = [plain(labels.get(each.keeper or "", each.keeper or "")) for each in shown]
        columns = {quality.WHO: who} | columns
    return table(columns, title=title, spare=(NUMBER, quality.WRITTEN))


def problem_sentence(problem: Problem) -> str:
    """Say what is wrong in one plain sentence; safe Markdown."""
    return words.PROBLEM[problem.code].format(
        worksheet=plain(problem.worksheet),
        column=plain(problem.column),
        value=plain(_value(problem.value)),
    )


def effect(found: Finding) -> str:
    """Say what the problem costs, with a mark."""
    problem = found.problem
    if problem.code in _WHOLE_SHEET:
        return marks.tone(f"**■** {quality.SHEET_LOST}", "red")
    if problem.code is ProblemCode.DUPLICATE_ENTRY and found.lost:
        return marks.tone(f"▲ {quality.REPLACED}", "amber")
    if found.lost:
        return marks.tone(f"**■** {quality.ROW_LOST}", "red")
    if problem.severity is Severity.NOTICE or problem.row is None:
        return marks.tone(f"● {quality.COUNTED}", "blue")
    default = problem.worksheet == SETTINGS.title
    return marks.tone(f"▲ {quality.DEFAULT_USED if default else quality.CELL_LOST}", "amber")


def silence(
    book: Book, units: pd.DataFrame, agencies: pd.DataFrame, *, as_of: date
) -> pd.DataFrame:
    """Return who is to write and for how many days they have not, the longest first.

    Columns: owner, last (day of the newest log entry), days, entries, stale (criteria, units only).
    """
    log = book.entries
    own = log[~log["appraisal"] & (log["day"] <= pd.Timestamp(as_of))]
    by = own.groupby("owner")["day"].agg(["max", "size"])
    by.index = book.owners["name"].to_numpy()[by.index.to_numpy(np.intp)]
    stale = units.set_index("unit")["stale"]
    owners = [*units["unit"], *agencies["agency"]]
    told = pd.DataFrame({"owner": owners, "stale": stale.reindex(owners).to_numpy()})
    last = by["max"].reindex(owners).to_numpy().astype("datetime64[s]")
    told = told.assign(
        last=last,
        entries=by["size"].reindex(owners).fillna(0).to_numpy(np.intp),
        days=(pd.Timestamp(as_of) - pd.Series(last)).dt.days,
    )
    return told.sort_values("last", kind="stable", na_position="first", ignore_index=True)


def silence_table(
    silent: pd.DataFrame, labels: Mapping[str, str], *, stale_days: float, href: ItemHref
) -> Table:
    """List who has not written for how long; longer than allowed is marked."""
    listed = rows(silent)
    return table(
        {
            quality.OWNER: [marks.link(labels[row.owner], href(row.owner, None)) for row in listed],
            quality.LAST: [_last(row) for row in listed],
            quality.DAYS: [_days(row.days, stale_days) for row in listed],
            quality.ENTRIES: [words.count(row.entries) for row in listed],
            quality.STALE: [words.count(row.stale) if row.stale else words.BLANK for row in listed],
        },
        title=quality.SILENCE,
        right=(quality.LAST, quality.DAYS, quality.ENTRIES, quality.STALE),
        spare=(NUMBER, quality.ENTRIES, quality.STALE),
    )


def _last(row: Any) -> str:
    return quality.NEVER if pd.isna(row.last) else words.day(row.last)


def _days(days: float, stale_days: float) -> str:
    if pd.isna(days):
        return marks.tone(f"**■** {words.BLANK}", "red")
    text = words.count(days)
    return marks.tone(f"**▲ {text}**", "amber") if days > stale_days else text


def _where(problem: Problem, place: Place) -> str:
    if problem.row is None:
        return quality.WHOLE_SHEET.format(worksheet=plain(problem.worksheet))
    return place(problem.worksheet, problem.row, problem.cell)


def _remedy(problem: Problem) -> str:
    text = words.PROBLEM_REMEDY[problem.code]
    if problem.suggestion is None or problem.code is ProblemCode.GUESSED_NAME:
        return text
    return f"{text} {SUGGESTION.format(suggestion=plain(problem.suggestion))}"


def _value(value: str | None) -> str:
    if value is None:
        return quality.EMPTY
    try:
        return words.day(date.fromisoformat(value))
    except ValueError:
        return value

"""What is wrong in the sheet: who can mend it, what it costs."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

import pandas as pd

from lib import words
from lib.problem import Problem, ProblemCode, Severity
from lib.sheet import Book
from lib.sheet.schema import AGENCIES, CRITERIA, PERIODS, TASKS, UNITS
from lib.sheet.tabs import Tab
from lib.vietnamese import key
from lib.view import columns, marks
from lib.view.columns import Column, saying, screen
from lib.view.costs import WHOLE_SHEET, Cost, Harm, cost, is_unused_setting
from lib.view.gaps import GAPS
from lib.view.marks import plain, unbroken
from lib.view.sheet_rows import Written, written_rows
from lib.view.tables import Figure, Table
from lib.view.trail import Place
from lib.words import quality
from lib.words.problems import SUGGESTION, UNDERSTOOD

MOST_SHOWN: Final = 100
_KNOWS: Final = {
    CRITERIA: ProblemCode.UNKNOWN_CODE,
    TASKS: ProblemCode.UNKNOWN_CODE,
    PERIODS: ProblemCode.UNKNOWN_CODE,
    UNITS: ProblemCode.UNKNOWN_NAME,
    AGENCIES: ProblemCode.UNKNOWN_NAME,
}


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


def keepers(book: Book, there: Sequence[Tab]) -> dict[Problem, str | None]:
    """Name of each problem who can mend it; None for the standing agency."""
    found = findings(book.problems, written_rows(there, book, book.problems))
    return {each.problem: each.keeper for each in found}


def _finding(problem: Problem, written: Mapping[tuple[str, int], Written]) -> Finding:
    row = None if problem.row is None else written.get((problem.worksheet, problem.row))
    whole = problem.code in WHOLE_SHEET
    if row is None:
        return Finding(problem, None, False, whole, "")
    return Finding(
        problem,
        keeper=row.owner,
        unclear=row.log and row.owner is None,
        lost=whole or not row.counted or is_unused_setting(problem),
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
    """Tell how many places to mend, how many rows do not count, how many owners are silent.

    The parts of the first note add up to the list; the errors are those the official report names.
    """
    lost = {(each.problem.worksheet, each.problem.row) for each in found if each.lost}
    errors = sum(each.problem.severity is Severity.ERROR for each in found)
    told = {"errors": words.count(errors), "notices": words.count(len(found) - errors)}
    return (
        Figure(quality.TO_MEND, words.count(len(found)), note=quality.TO_MEND_NOTE.format(**told)),
        Figure(quality.LOST, words.count(len(lost)), note=quality.LOST_NOTE),
        Figure(
            quality.SILENT.format(days=words.count(stale_days)),
            words.count(len(silent)),
            note=quality.SILENT_NOTE,
        ),
    )


def findings_table(
    found: Sequence[Finding], labels: Mapping[str, str], *, title: str, place: Place, named: bool
) -> Table:
    """List findings: where, what is wrong, what to do, what it costs; `named` says who mends."""

    def keeper(each: Finding) -> str:
        return unbroken(labels.get(each.keeper or "", each.keeper or ""))

    def what(each: Finding) -> str:
        return f"{problem_sentence(each.problem)} **{quality.DO}** {_remedy(each.problem)}"

    shown = (
        columns.NUMBER,
        *((saying(quality.WHO, keeper),) if named else ()),
        saying(quality.WHERE, lambda each: _where(each.problem, place)),
        saying(quality.WHAT, what),
        saying(quality.EFFECT, effect),
        Column("row", quality.WRITTEN),
    )
    return screen(found[:MOST_SHOWN], shown, title=title)


def problem_sentence(problem: Problem) -> str:
    """Say what is wrong in one plain sentence; safe Markdown."""
    return words.PROBLEM[problem.code].format(
        worksheet=plain(problem.worksheet),
        column=plain(problem.column),
        value=plain(_value(problem.value)),
    )


_MARKS: Final = {
    Harm.SHEET: ("**■**", "red"),
    Harm.ROW: ("**■**", "red"),
    Harm.REPLACED: ("▲", "amber"),
    Harm.CELL: ("▲", "amber"),
    Harm.CHECK: ("▲", "amber"),
    Harm.NONE: ("●", "blue"),
}


def effect(found: Finding) -> str:
    """Say what the problem costs, with a mark."""
    told = _cost(found)
    shape, tone = _MARKS[told.harm]
    return marks.tone(f"{shape} {told.words}", tone)


def by_harm(found: Sequence[Finding]) -> list[Finding]:
    """Put rows that are not counted first; what is wrong in one row stays together."""
    worst: dict[tuple[str, int | None], Harm] = {}
    for each in found:
        worst[_row(each)] = min(_cost(each).harm, worst.get(_row(each), Harm.NONE))
    first = {at: number for number, at in enumerate(worst)}
    return sorted(found, key=lambda each: (worst[_row(each)], first[_row(each)], _cost(each).harm))


def _row(found: Finding) -> tuple[str, int | None]:
    return found.problem.worksheet, found.problem.row


def whole_sheets(found: Iterable[Finding]) -> list[Finding]:
    """Keep what costs a whole worksheet."""
    return [each for each in found if _cost(each).harm is Harm.SHEET]


def brought_about(problems: Iterable[Problem]) -> frozenset[ProblemCode]:
    """Return the problems that lines of the log only have because definitions are missing.

    Without its criteria every line about one has an unknown code; to have them chosen again would
    be wrong advice.
    """
    missing = {key(each.worksheet) for each in problems if each.code in GAPS}
    return frozenset(code for kind, code in _KNOWS.items() if key(kind.title) in missing)


def _cost(found: Finding) -> Cost:
    return cost(found.problem, lost=found.lost)


def _where(problem: Problem, place: Place) -> str:
    if problem.row is None:
        return quality.WHOLE_SHEET.format(worksheet=plain(problem.worksheet))
    return place(problem.worksheet, problem.row, problem.cell)


def _remedy(problem: Problem) -> str:
    text = words.PROBLEM_REMEDY[problem.code]
    if problem.suggestion is None:
        return text
    guessed = problem.code is ProblemCode.GUESSED_NAME
    told = (UNDERSTOOD if guessed else SUGGESTION).format(suggestion=plain(problem.suggestion))
    return f"{text} {told}"


def _value(value: str | None) -> str:
    if value is None:
        return quality.EMPTY
    try:
        return words.day(date.fromisoformat(value))
    except ValueError:
        return value

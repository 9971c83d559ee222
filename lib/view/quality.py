"""What is wrong in the sheet: who can mend it, what it costs."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import IntEnum
from typing import Final

import pandas as pd

from lib import words
from lib.problem import Problem, ProblemCode, Severity
from lib.sheet.schema import AGENCIES, CRITERIA, PERIODS, SETTINGS, TASKS, UNITS
from lib.vietnamese import key
from lib.view import marks
from lib.view.gaps import GAPS
from lib.view.marks import plain, unbroken
from lib.view.sheet_rows import Written
from lib.view.tables import NUMBER, Figure, Table, table
from lib.view.trail import Place
from lib.words import quality
from lib.words.problems import SUGGESTION

MOST_SHOWN: Final = 100
_WHOLE_SHEET: Final = (
    ProblemCode.MISSING_WORKSHEET,
    ProblemCode.MISSING_COLUMN,
    ProblemCode.UNKNOWN_WORKSHEET,
)
_KNOWS: Final = {
    CRITERIA: ProblemCode.UNKNOWN_CODE,
    TASKS: ProblemCode.UNKNOWN_CODE,
    PERIODS: ProblemCode.UNKNOWN_CODE,
    UNITS: ProblemCode.UNKNOWN_NAME,
    AGENCIES: ProblemCode.UNKNOWN_NAME,
}


class _Harm(IntEnum):
    """What a problem costs, the most first."""

    SHEET = 0
    ROW = 1
    REPLACED = 2
    CELL = 3
    NONE = 4


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
    """Tell how many places to mend, how many rows do not count, how many owners are silent.

    The parts of the first note add up to the list; the errors are those the official report names.
    """
    lost = {(each.problem.worksheet, each.problem.row) for each in found if each.lost}
    errors = sum(each.problem.severity is Severity.ERROR for each in found)
    long_ago = silent["days"].isna() | (silent["days"] > stale_days)
    return (
        Figure(
            quality.TO_MEND,
            words.count(len(found)),
            None,
            "down",
            quality.TO_MEND_NOTE.format(
                errors=words.count(errors), notices=words.count(len(found) - errors)
            ),
        ),
        Figure(
            quality.LOST,
            words.count(len(lost)),
            None,
            "down",
            quality.LOST_NOTE,
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
        who = [labels.get(each.keeper or "", each.keeper or "") for each in shown]
        columns = {quality.WHO: [unbroken(name) for name in who]} | columns
    return table(columns, title=title, spare=(NUMBER,))


def problem_sentence(problem: Problem) -> str:
    """Say what is wrong in one plain sentence; safe Markdown."""
    return words.PROBLEM[problem.code].format(
        worksheet=plain(problem.worksheet),
        column=plain(problem.column),
        value=plain(_value(problem.value)),
    )


def effect(found: Finding) -> str:
    """Say what the problem costs, with a mark."""
    default = found.problem.worksheet == SETTINGS.title
    told = {
        _Harm.SHEET: ("**■**", quality.SHEET_LOST, "red"),
        _Harm.ROW: ("**■**", quality.ROW_LOST, "red"),
        _Harm.REPLACED: ("▲", quality.REPLACED, "amber"),
        _Harm.CELL: ("▲", quality.DEFAULT_USED if default else quality.CELL_LOST, "amber"),
        _Harm.NONE: ("●", quality.COUNTED, "blue"),
    }
    if found.problem.code is ProblemCode.NOT_OWED and not found.lost:
        told[_Harm.NONE] = ("▲", quality.NOT_OWED, "amber")
    shape, word, tone = told[_harm(found)]
    return marks.tone(f"{shape} {word}", tone)


def by_harm(found: Sequence[Finding]) -> list[Finding]:
    """Put rows that are not counted first; what is wrong in one row stays together."""
    worst: dict[tuple[str, int | None], _Harm] = {}
    for each in found:
        worst[_row(each)] = min(_harm(each), worst.get(_row(each), _Harm.NONE))
    first = {at: number for number, at in enumerate(worst)}
    return sorted(found, key=lambda each: (worst[_row(each)], first[_row(each)], _harm(each)))


def _row(found: Finding) -> tuple[str, int | None]:
    return found.problem.worksheet, found.problem.row


def whole_sheets(found: Iterable[Finding]) -> list[Finding]:
    """Keep what costs a whole worksheet."""
    return [each for each in found if _harm(each) is _Harm.SHEET]


def brought_about(problems: Iterable[Problem]) -> frozenset[ProblemCode]:
    """Return the problems that lines of the log only have because definitions are missing.

    Without its criteria every line about one has an unknown code; to have them chosen again would
    be wrong advice.
    """
    missing = {key(each.worksheet) for each in problems if each.code in GAPS}
    return frozenset(code for kind, code in _KNOWS.items() if key(kind.title) in missing)


def _harm(found: Finding) -> _Harm:
    problem = found.problem
    if problem.code in _WHOLE_SHEET:
        return _Harm.SHEET
    if found.lost:
        replaced = problem.code is ProblemCode.DUPLICATE_ENTRY
        return _Harm.REPLACED if replaced else _Harm.ROW
    noticed = problem.severity is Severity.NOTICE or problem.row is None
    return _Harm.NONE if noticed else _Harm.CELL


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

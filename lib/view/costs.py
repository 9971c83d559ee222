"""What a problem of the sheet costs: the worksheet, the row, the cell, or nothing."""

from collections.abc import Iterator
from enum import IntEnum
from typing import Final, NamedTuple

from lib.problem import Problem, Severity
from lib.problem import ProblemCode as P
from lib.sheet import Kind, schema
from lib.sheet.schema import Field
from lib.sheet.tabs import header_key
from lib.vietnamese import key
from lib.words import quality as said

WHOLE_SHEET: Final = (P.MISSING_WORKSHEET, P.MISSING_COLUMN, P.UNKNOWN_WORKSHEET)
_UNREADABLE: Final = (
    *(P.UNREADABLE_DATE, P.UNREADABLE_NUMBER, P.UNREADABLE_PERCENT, P.UNREADABLE_RESULT),
    P.CELL_ERROR,
)
_LISTS: Final = {
    (kind.title, column.header)
    for kind in schema.WORKSHEETS
    for column in kind.columns
    if column.reading is schema.Reading.NAMES
}
_SPECIAL: Final = {
    **{(schema.SETTINGS.title, Field.VALUE, code): said.DEFAULT_USED for code in _UNREADABLE},
    **{(schema.PROGRESS.title, Field.RESULT, code): said.NOT_MET for code in _UNREADABLE},
    **{(schema.PROGRESS.title, Field.PERCENT, code): said.NOT_MET for code in _UNREADABLE},
    **{(schema.PROGRESS.title, Field.CODE, code): said.OBSTACLE_ALONE for code in P},
    **{(schema.APPRAISALS.title, Field.RESULT, code): said.REFUSED for code in _UNREADABLE},
    **{
        (schema.CRITERIA.title, Field.DUE, code): said.DUE_LOST[Kind.CRITERION]
        for code in _UNREADABLE
    },
    **{(schema.TASKS.title, Field.DUE, code): said.DUE_LOST[Kind.TASK] for code in _UNREADABLE},
    **{
        (kind.title, Field.VALID_UNTIL, P.MISSING_VALUE): said.MERGER_LOST
        for kind in (schema.UNITS, schema.AGENCIES)
    },
    **{(*place, P.UNKNOWN_NAME): said.NAME_LOST for place in _LISTS},
    (schema.CRITERIA.title, Field.APPLIES_TO, P.UNKNOWN_NAME): said.SCOPE_LOST,
}
"""By worksheet, column and problem what an error costs in a row that counts."""


class Harm(IntEnum):
    """What a problem costs, the most first."""

    SHEET = 0
    ROW = 1
    REPLACED = 2
    CELL = 3
    CHECK = 4
    NONE = 5


class Cost(NamedTuple):
    """How much a problem costs, and what that is in words."""

    harm: Harm
    words: str


def cost(problem: Problem, *, lost: bool) -> Cost:
    """Return what a problem costs; `lost` tells that its row does not count."""
    code = problem.code
    if code in WHOLE_SHEET:
        return Cost(Harm.SHEET, said.SHEET_LOST)
    if lost:
        replaced = code is P.DUPLICATE_ENTRY
        return Cost(Harm.REPLACED, said.REPLACED) if replaced else Cost(Harm.ROW, said.ROW_LOST)
    if code is P.NOT_OWED:
        return Cost(Harm.CHECK, said.NOT_OWED)
    if code is P.FUTURE_DATE:
        return Cost(Harm.CHECK, said.NOT_YET)
    if problem.severity is Severity.NOTICE:
        return Cost(Harm.NONE, said.COUNTED)
    return Cost(Harm.CELL, _lost_cell(problem))


def is_unused_setting(problem: Problem) -> bool:
    """Tell whether a row of the settings answers nothing, its setting being none or told before."""
    return problem.severity is Severity.ERROR and (schema.SETTINGS.title, Field.SETTING) in _places(
        problem
    )


def _lost_cell(problem: Problem) -> str:
    if problem.code is P.DUPLICATE_COLUMN:
        return said.COLUMN_LOST
    if problem.column is None:
        return said.READ_AS_COMMON
    told = (_SPECIAL.get((*place, problem.code)) for place in _places(problem))
    return next(filter(None, told), said.CELL_LOST)


def _places(problem: Problem) -> Iterator[tuple[str, str]]:
    """Give the worksheet's kind and the column as the rules name them."""
    title, head = key(problem.worksheet), header_key(problem.column or "")
    for kind in _kinds(title):
        for column in kind.columns:
            if header_key(column.header) == head:
                yield kind.title, column.header


def _kinds(title: str) -> Iterator[schema.Worksheet]:
    for kind in schema.WORKSHEETS:
        if title == key(kind.title) or (kind.log and title.startswith(key(kind.title))):
            yield kind

"""What a problem of the sheet costs: the worksheet, the row, the cell, or nothing."""

from enum import IntEnum
from typing import Final, NamedTuple

from lib.problem import Problem, Severity
from lib.problem import ProblemCode as P
from lib.sheet import Kind, schema
from lib.sheet.schema import Field
from lib.sheet.tabs import header_key, kind_of
from lib.words import quality as said

WHOLE_SHEET: Final = (
    *(P.MISSING_WORKSHEET, P.MISSING_COLUMN),
    *(P.UNKNOWN_WORKSHEET, P.MISPLACED_WORKSHEET),
)
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
    unused = problem.severity is Severity.ERROR
    return unused and _place(problem) == (schema.SETTINGS.title, Field.SETTING)


def _lost_cell(problem: Problem) -> str:
    if problem.code is P.DUPLICATE_COLUMN:
        return said.COLUMN_LOST
    if problem.column is None:
        return said.READ_AS_COMMON
    return _SPECIAL.get((*_place(problem), problem.code), said.CELL_LOST)


def _place(problem: Problem) -> tuple[str, str]:
    """Return the worksheet's kind and the column as the rules name them, as far as they do."""
    kind, _ = kind_of(problem.worksheet)
    head = header_key(problem.column or "")
    columns = kind.columns if kind else ()
    known = (column.header for column in columns if header_key(column.header) == head)
    return kind.title if kind else "", next(known, "")

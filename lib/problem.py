"""What can be wrong in the sheet: one vocabulary for reading, screens and exports."""

from dataclasses import dataclass
from enum import StrEnum


class Severity(StrEnum):
    """`error`: something is not counted; `notice`: nothing is wrongly left out, please check."""

    ERROR = "error"
    NOTICE = "notice"


class ProblemCode(StrEnum):
    """Every kind of problem reading can find (rules, 1)."""

    MISSING_WORKSHEET = "missing_worksheet"
    UNKNOWN_WORKSHEET = "unknown_worksheet"
    MISPLACED_WORKSHEET = "misplaced_worksheet"
    MISSING_COLUMN = "missing_column"
    DUPLICATE_COLUMN = "duplicate_column"
    MISSING_VALUE = "missing_value"
    CELL_ERROR = "cell_error"
    UNKNOWN_NAME = "unknown_name"
    GUESSED_NAME = "guessed_name"
    WRONG_WORKSHEET = "wrong_worksheet"
    UNKNOWN_CODE = "unknown_code"
    SEVERAL_CODES = "several_codes"
    UNKNOWN_ITEM = "unknown_item"
    UNKNOWN_AGENCY = "unknown_agency"
    UNREADABLE_DATE = "unreadable_date"
    GUESSED_DATE = "guessed_date"
    EARLY_DATE = "early_date"
    FUTURE_DATE = "future_date"
    UNREADABLE_PERCENT = "unreadable_percent"
    AMBIGUOUS_PERCENT = "ambiguous_percent"
    UNREADABLE_NUMBER = "unreadable_number"
    UNREADABLE_RESULT = "unreadable_result"
    GUESSED_RESULT = "guessed_result"
    CONTRADICTORY = "contradictory"
    DUPLICATE_DEFINITION = "duplicate_definition"
    DUPLICATE_ENTRY = "duplicate_entry"
    CIRCULAR_MERGE = "circular_merge"
    NOT_OWED = "not_owed"


NOTICES = frozenset(
    {
        ProblemCode.GUESSED_NAME,
        ProblemCode.GUESSED_DATE,
        ProblemCode.GUESSED_RESULT,
        ProblemCode.FUTURE_DATE,
        ProblemCode.AMBIGUOUS_PERCENT,
        ProblemCode.CONTRADICTORY,
        ProblemCode.DUPLICATE_ENTRY,
        ProblemCode.UNKNOWN_AGENCY,
        ProblemCode.NOT_OWED,
    }
)


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing to mend in the sheet.

    `row` counts from 1, `column` is the header's text as in the sheet; both are None for a
    problem of a whole worksheet. `value` is the cell's text. `suggestion` is a name or
    word that may have been meant; `cell` names the cell for a link ("B17").
    """

    worksheet: str
    row: int | None
    column: str | None
    code: ProblemCode
    value: str | None = None
    suggestion: str | None = None
    cell: str | None = None

    @property
    def severity(self) -> Severity:
        return Severity.NOTICE if self.code in NOTICES else Severity.ERROR

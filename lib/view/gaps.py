"""What of the sheet is missing, blank by a slip or not yet written, said beside its numbers."""

from collections.abc import Iterable
from datetime import date
from typing import Final

import pandas as pd

from lib.problem import Problem, ProblemCode
from lib.sheet import Book
from lib.sheet.schema import SETTINGS
from lib.vietnamese import key
from lib.view.sentences import some
from lib.words import quality

MOST_NAMED: Final = 3
_UNREADABLE: Final = (
    ProblemCode.UNREADABLE_DATE,
    ProblemCode.UNREADABLE_NUMBER,
    ProblemCode.CELL_ERROR,
)
GAPS: Final = {
    ProblemCode.MISSING_WORKSHEET: quality.WHOLE_SHEET,
    ProblemCode.MISSING_COLUMN: quality.COLUMN_OF_SHEET,
}


def gaps(problems: Iterable[Problem]) -> str | None:
    """Name the missing worksheets and columns, as plain text; None where all are there.

    Without them whole worksheets are not counted, and an absent criterion cannot be overdue: the
    numbers may look better than things are.
    """
    named = [
        GAPS[problem.code].format(worksheet=problem.worksheet, column=problem.column)
        for problem in problems
        if problem.code in GAPS
    ]
    return some(named, MOST_NAMED, quality.GAPS_MORE) or None


def read_as_blank(book: Book) -> str | None:
    """Name what reads as blank and may have been lost by a slip, as plain text; None without any.

    Worksheets and columns that a sheet may do without, and settings whose value is unreadable.
    """
    named = [
        quality.WHOLE_SHEET.format(worksheet=worksheet)
        if column is None
        else quality.COLUMN_OF_SHEET.format(worksheet=worksheet, column=column)
        for worksheet, column in book.absent
    ]
    named += [
        quality.SETTING.format(value=problem.value)
        for problem in book.problems
        if key(problem.worksheet) == key(SETTINGS.title) and problem.code in _UNREADABLE
    ]
    return some(named, MOST_NAMED, quality.GAPS_MORE) or None


def nothing_logged(book: Book, *, as_of: date) -> bool:
    """Tell whether no line that owners write counts by that day, though there are units."""
    written = book.entries.loc[~book.entries["appraisal"], "day"]
    return bool(book.owners["is_unit"].any()) and not (written <= pd.Timestamp(as_of)).any()

"""What whole parts of the sheet are missing, said wherever its numbers stand."""

from collections.abc import Iterable
from datetime import date
from typing import Final

import pandas as pd

from lib import words
from lib.problem import Problem, ProblemCode
from lib.sheet import Book
from lib.words import quality, reasons

MOST_NAMED: Final = 3
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
    if not named:
        return None
    shown = named[:MOST_NAMED]
    if more := len(named) - len(shown):
        shown.append(quality.GAPS_MORE.format(number=words.count(more)))
    return reasons.LIST.join(shown)


def nothing_logged(book: Book, *, as_of: date) -> bool:
    """Tell whether no line of any log counts by that day, though there are units to log."""
    return bool(book.owners["is_unit"].any()) and not (
        (book.entries["day"] <= pd.Timestamp(as_of)).any()
    )

"""What whole parts of the sheet are missing, said wherever its numbers stand."""

from collections.abc import Iterable
from typing import Final

from lib import words
from lib.problem import Problem, ProblemCode
from lib.words import quality, reasons

MOST_NAMED: Final = 3
_SAID: Final = {
    ProblemCode.MISSING_WORKSHEET: quality.WHOLE_SHEET,
    ProblemCode.MISSING_COLUMN: quality.COLUMN_OF_SHEET,
}


def gaps(problems: Iterable[Problem]) -> str | None:
    """Name the missing worksheets and columns, as plain text; None where all are there.

    Without them whole worksheets are not counted, and an absent criterion cannot be overdue: the
    numbers may look better than things are.
    """
    named = [
        _SAID[problem.code].format(worksheet=problem.worksheet, column=problem.column)
        for problem in problems
        if problem.code in _SAID
    ]
    if not named:
        return None
    shown = named[:MOST_NAMED]
    if more := len(named) - len(shown):
        shown.append(quality.GAPS_MORE.format(number=words.count(more)))
    return reasons.LIST.join(shown)

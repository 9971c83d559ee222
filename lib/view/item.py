"""One item of one owner: where it stands and why, what is asked, by whom it is followed."""

from datetime import date

import pandas as pd

from lib import words
from lib.assess import Assessment
from lib.sheet import Book, Kind
from lib.sheet.schema import CRITERIA, PERIODS, TASKS
from lib.view import columns, marks
from lib.view.marks import plain
from lib.view.owed import agency_name
from lib.view.sentences import state_reason, status_reason
from lib.view.tables import records, row
from lib.view.trail import Place, Said
from lib.view.unit import said, verdict
from lib.words import detail

WORKSHEET = {
    Kind.CRITERION: CRITERIA.title,
    Kind.TASK: TASKS.title,
    Kind.REPORT: PERIODS.title,
}


def item_number(book: Book, code: str) -> int | None:
    """Return the number of the item with a code."""
    found = book.items.index[book.items["code"] == code]
    return int(found[0]) if len(found) else None


def standing(assessment: Assessment, owner: str, code: str, *, lag: float) -> str | None:
    """Say where an owner stands on an item: mark, word and reason; None where it is not asked."""
    cells, owed = assessment.cells, assessment.obligations
    cell = records(cells[(cells["unit"] == owner) & (cells["code"] == code)])
    if cell:
        status = marks.status(cell[0].status, appraised=bool(cell[0].appraised))
        return f"{status}. {status_reason(cell[0], as_of=assessment.as_of, lag=lag)}"
    owing = records(owed[(owed["owner"] == owner) & (owed["code"] == code)])
    if owing:
        reason = state_reason(owing[0], as_of=assessment.as_of)
        return f"{marks.state(owing[0].state)}. {reason}"
    return None


def facts_line(
    items: pd.DataFrame, number: int, *, own: Said | None, judged: Said | None, place: Place
) -> str:
    """Tell in one line what is known of an item beside where it stands; blanks are left out.

    `items` are those of an assessment: who follows them is told as of its date.
    """
    item = row(items, number)
    criterion = item["kind"] == Kind.CRITERION
    facts = {
        detail.GIVEN: words.day(item["given"]) if not pd.isna(item["given"]) else "",
        columns.DUE.head: words.day(item["due"]) if not pd.isna(item["due"]) else "",
        detail.SELF: said(own, refused=_refused(own, judged, lasting=criterion)) if own else "",
        detail.APPRAISAL: verdict(judged) if judged else "",
        columns.AGENCY.head: agency_name(item["agency"]) if criterion else "",
        columns.POINTS.head: words.decimal(item["points"]) if criterion else "",
        detail.PARTNERS: plain(item["partners"]),
        detail.BASIS: plain(item["basis"]),
        detail.WRITTEN_AT: place(WORKSHEET[Kind(item["kind"])], int(item["row"]), None),
    }
    return " · ".join(f"{name}: **{value}**" for name, value in facts.items() if value)


def _refused(own: Said, judged: Said | None, *, lasting: bool) -> bool:
    """Tell whether an appraisal refuses what is said; a `lasting` one also what is said later."""
    return judged is not None and not judged.met and (lasting or judged.day >= own.day)


def completed_on(book: Book, number: int, as_of: date) -> pd.Timestamp | None:
    """Return the day the standing agency marked a task as completed, if by then it had."""
    day = row(book.items, number)["completed"]
    return None if pd.isna(day) or day > pd.Timestamp(as_of) else day

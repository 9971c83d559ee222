"""What waits for an appraisal: criteria that units declare met, and nobody has judged since."""

from datetime import date
from typing import Any

import pandas as pd

from lib import words
from lib.assess import Status
from lib.sheet import Book
from lib.view.sentences import is_verdict
from lib.view.tables import records
from lib.view.trail import joined, predecessors, trail


def awaiting(book: Book, cells: pd.DataFrame, *, as_of: date) -> pd.DataFrame:
    """Return the cells to judge: met and not appraised, or declared met anew after a refusal.

    To `evidence` is added the note beside it; `judged` is what was found before, where the
    criterion is refused.
    """
    verdict = pd.Series(map(is_verdict, records(cells)), cells.index, dtype=bool)
    anew = cells["refused"] & cells["appraised"] & ~verdict
    found = cells[((cells["status"] == Status.MET) & ~cells["appraised"]) | anew]
    numbers = {title: number for number, (title, _) in enumerate(book.worksheets)}
    log = book.entries
    notes = dict(zip(zip(log["tab"], log["row"], strict=True), log["note"], strict=True))
    noted = [notes.get((numbers[row.worksheet], row.row)) for row in records(found)]
    return found.assign(
        evidence=list(map(joined, found["evidence"], noted)),
        judged=[_judged(book, row, as_of) if row.refused else "" for row in records(found)],
    )


def _judged(book: Book, cell: Any, as_of: date) -> str:
    """Tell what the last appraisal of a criterion found, a predecessor's where it has none."""
    item = book.items.index[book.items["code"] == cell.code][0]
    for owners in ([cell.bearer], predecessors(book, cell.bearer, as_of)):
        entries = trail(book, owners, item, as_of=as_of)
        for last in records(entries[entries["appraisal"]].head(1)):
            return f"{words.day(last.day)}: {joined(last.result, last.note)}"
    return ""

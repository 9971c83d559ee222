"""What owners wrote: the log of one item, the newest word on each, what is in the way."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from lib import words
from lib.assess import Status
from lib.assess.ledger import ledger
from lib.sheet import Book
from lib.view import columns, marks
from lib.view.columns import Column, saying, screen
from lib.view.marks import plain
from lib.view.owed import ItemHref, owner_links
from lib.view.tables import Table, records
from lib.words import columns as heads
from lib.words import detail
from lib.words import obstacles as said_obstacles

Place = Callable[[str, int, str | None], str]
"""The safe Markdown that leads to a worksheet's row, or to one of its cells."""


@dataclass(frozen=True, slots=True)
class Said:
    """The newest word of one side on an item."""

    day: pd.Timestamp
    met: bool
    progress: float
    result: str
    evidence: str


@dataclass(frozen=True, slots=True)
class Proof:
    """The newest evidence written on an item."""

    day: pd.Timestamp
    text: str


def predecessors(book: Book, owner: int, as_of: date) -> list[int]:
    """Return the numbers of the units merged into one by a date, theirs included."""
    owners, gone = book.owners, book.merged_by(as_of)
    found: list[int] = []
    frontier = [owner]
    while frontier:
        merged = owners.index[owners["successor"].isin(frontier) & gone]
        frontier = [number for number in merged if number not in found and number != owner]
        found.extend(frontier)
    return found


def trail(book: Book, owners: list[int], item: int, *, as_of: date) -> pd.DataFrame:
    """Return the entries of owners on an item up to a date, the newest first.

    Columns of `book.entries` besides `label` (the owner's screen name), `worksheet` and `refused`:
    written as met, but after a refusal that still stands, so that it reads as not met.
    """
    log = book.entries
    found = log[
        (log["item"] == item) & log["owner"].isin(owners) & (log["day"] <= pd.Timestamp(as_of))
    ]
    titles = np.array([title for title, _ in book.worksheets], object)
    found = found.assign(
        label=book.owners["label"].to_numpy()[found["owner"]],
        worksheet=titles[found["tab"].to_numpy(np.intp)],
        refused=found["met"] & ~found.index.isin(_read_as_met(book, item, as_of)),
    )
    by = ["day", "appraisal", "tab", "row"]
    return found.sort_values(by, ascending=False, kind="stable")


def _read_as_met(book: Book, item: int, as_of: date) -> NDArray[np.int64]:
    """Return which rows of the log on an item read as met, verdicts before them considered."""
    lines = ledger(book, np.datetime64(as_of))
    own = lines.day == lines.written
    return lines.source[(lines.item == item) & own & lines.met]


def trail_table(entries: pd.DataFrame, *, title: str, place: Place, several: bool = False) -> Table:
    """List entries: when, who judged, result, progress, evidence, and where it is written."""
    shown = (
        columns.NUMBER,
        *((Column("label", columns.UNIT.head),) if several else ()),
        saying(heads.DAY, lambda row: words.day(row.day), narrow=True),
        saying(detail.ENTRY_WHAT, _side, narrow=True),
        saying(detail.RESULT, _verdict),
        saying(heads.EVIDENCE, lambda row: plain(joined(row.evidence, row.note))),
        Column("author", detail.AUTHOR, spare=True),
        saying(detail.WHERE, lambda row: place(row.worksheet, row.row, None)),
    )
    return screen(entries, shown, title=title)


def newest_words(book: Book, owner: int, *, as_of: date, appraisal: bool) -> dict[str, Said]:
    """Return the newest log entry, or appraisal, of an owner on each item, by code."""
    log = book.entries
    mine = log[
        (log["owner"] == owner)
        & (log["appraisal"] == appraisal)
        & (log["day"] <= pd.Timestamp(as_of))
    ]
    last = mine.sort_values(["day", "tab", "row"], kind="stable").drop_duplicates(
        "item", keep="last"
    )
    codes = book.items["code"]
    return {
        codes.loc[row.item]: Said(row.day, row.met, row.progress, row.result, row.evidence)
        for row in records(last)
    }


def newest_evidence(book: Book, owners: Sequence[int], *, as_of: date) -> dict[str, Proof]:
    """Return the newest evidence that owners wrote on each item, by code."""
    log = book.entries
    told = log[
        log["owner"].isin(owners)
        & ~log["appraisal"]
        & (log["day"] <= pd.Timestamp(as_of))
        & (log["evidence"].fillna("") != "")
    ]
    last = told.sort_values(["day", "tab", "row"], kind="stable").drop_duplicates(
        "item", keep="last"
    )
    codes = book.items["code"]
    return {codes.loc[row.item]: Proof(row.day, row.evidence) for row in records(last)}


def obstacles_table(
    told: pd.DataFrame,
    titles: dict[str, str],
    labels: dict[str, str],
    *,
    href: ItemHref,
    place: Place,
    since: date,
) -> Table:
    """List obstacles as they come: when, whose where there are several, about what, and where.

    Those told after the day they are new `since` are marked.
    """

    def about(row: Any) -> str:
        known = isinstance(row.code, str)
        return plain(f"{row.code} – {titles[row.code]}") if known else detail.GENERAL

    def when(row: Any) -> str:
        return told_on(row.date, new=row.date > pd.Timestamp(since))

    several = len(told["bearer"].unique()) > 1
    shown = (
        columns.NUMBER,
        saying(heads.DAY, when, narrow=True),
        *((owner_links(detail.OBSTACLE_OF, labels, href),) if several else ()),
        saying(detail.ABOUT, about),
        Column("text", detail.OBSTACLE),
        saying(detail.WHERE, lambda row: place(row.worksheet, row.row, None)),
    )
    return screen(told, shown, title=detail.OBSTACLES_TABLE)


def told_on(day: Any, *, new: bool) -> str:
    """Write the day of an obstacle, marked where it is new since the last meeting."""
    return (
        f"{words.day(day)} {marks.tone(said_obstacles.IS_NEW, 'blue')}" if new else words.day(day)
    )


def _side(row: Any) -> str:
    return f"**{detail.APPRAISAL}**" if row.appraisal else detail.SELF


def _verdict(row: Any) -> str:
    written = plain(row.result)
    if row.refused:
        told = detail.BUT_REFUSED.format(word=written or detail.REACHED)
        return marks.tone(f"▲ {told}", "amber")
    if row.met:
        return marks.on_screen(words.STATUS[Status.MET]._replace(word=written or detail.REACHED))
    if row.appraisal:
        return marks.tone(f"**✘** {written}", "red")
    progress = words.percent(row.progress)
    return f"{written} {progress}".strip()


def joined(*texts: str | None) -> str:
    """Return what was written of several cells as one text."""
    return " · ".join(text for text in texts if text)

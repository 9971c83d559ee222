"""What a meeting has to decide: who has to explain or finish what, and by when."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any, Final

import pandas as pd

from lib import words
from lib.assess import Assessment, State
from lib.sheet import Book, Kind
from lib.vietnamese import key
from lib.view import columns
from lib.view.changed import frequencies
from lib.view.columns import saying, screen
from lib.view.marks import link, plain
from lib.view.overview import Href, red_units
from lib.view.owed import in_state
from lib.view.sentences import shortened, some
from lib.view.tables import Table, records
from lib.words import columns as heads
from lib.words import meeting, reasons

MOST_ITEMS: Final = 3
TITLE_LENGTH: Final = 40
DAYS_WITHOUT_REPORT: Final = 7


@dataclass(frozen=True, slots=True)
class Proposal:
    """What one owner has to do: explain and finish, or only finish, the items overdue."""

    owner: str
    items: tuple[Any, ...]
    explains: bool

    def said(self, items: str) -> str:
        """Say it of items that are named."""
        return (meeting.EXPLAIN if self.explains else meeting.FINISH).format(items=items)


def overdue_by_agency(
    now: Assessment, book: Book, *, href: Href, letters: int = TITLE_LENGTH
) -> Table:
    """List the agencies by what is overdue among the things they follow, most first.

    Titles longer than so many letters are cut.
    """
    overdue = in_state(now.obligations, State.OVERDUE)
    overdue = overdue.assign(agency=overdue["agency"].fillna(""))
    counts = frequencies(overdue["agency"])
    named = now.labels

    def agency(row: Any) -> str:
        if row[0] in named:
            return link(named[row[0]], href(named[row[0]]))
        return plain(row[0] or meeting.NO_AGENCY)

    def longest(row: Any) -> str:
        items = records(overdue[overdue["agency"] == row[0]])
        return _few(_item(each, row[0], named, letters) for each in items)

    shown = (
        columns.NUMBER_KEPT,
        saying(heads.AGENCY_ALONE, agency),
        saying(heads.OVERDUE, lambda row: words.count(row[1]), "whole"),
        saying(meeting.LONGEST, longest),
    )
    return screen(counts.items(), shown, title=meeting.AGENCIES_TABLE)


def directions(now: Assessment, book: Book, *, href: Href, letters: int = TITLE_LENGTH) -> Table:
    """Propose directions: red units explain, every other owner finishes what is overdue.

    Red units first, as they are listed everywhere, then others by how much is overdue. Titles longer
    than so many letters are cut.
    """
    named, until = now.labels, words.day(next_deadline(book, now.as_of)[0])

    def what(one: Proposal) -> str:
        return one.said(_few(_own_item(item, letters) for item in one.items))

    shown = (
        columns.NUMBER_KEPT,
        saying(heads.OWNER, lambda one: link(named[one.owner], href(named[one.owner]))),
        saying(meeting.WHAT, what),
        saying(meeting.UNTIL, lambda _: until, narrow=True),
    )
    return screen(proposals(now), shown, title=meeting.DIRECTIONS_TABLE)


def proposals(now: Assessment) -> tuple[Proposal, ...]:
    """Return what to ask of whom, in the order of `directions`."""
    overdue = in_state(now.obligations, State.OVERDUE)
    owners = frequencies(overdue["owner"]).index
    explaining = red_units(now.units)["unit"]
    red = set(explaining)
    whom = [unit for unit in explaining if unit in owners]
    whom += [owner for owner in owners if owner not in red]
    return tuple(
        Proposal(owner, tuple(records(overdue[overdue["owner"] == owner])), explains=owner in red)
        for owner in whom
    )


def next_deadline(book: Book, as_of: date) -> tuple[date, str]:
    """Return by when things must be done and why then: the next report's last day, else a week."""
    dues = book.items.loc[book.items["kind"] == Kind.REPORT, "due"]
    later = dues[dues > pd.Timestamp(as_of)]
    if len(later):
        return later.min().date(), meeting.NEXT_REPORT
    return as_of + timedelta(days=DAYS_WITHOUT_REPORT), meeting.IN_A_WEEK


def _few(items: Iterable[str]) -> str:
    return some(items, MOST_ITEMS, meeting.MORE, joint=reasons.CLAUSES)


def _item(row: Any, agency: str, named: dict[str, str], letters: int) -> str:
    own = _own_item(row, letters)
    return own if row.owner == agency else f"{plain(named[row.owner])}: {own}"


def _own_item(row: Any, letters: int) -> str:
    """Say an item so that who does not know the codes understands: code, short title, days."""
    title = plain(called(row, letters))
    days = words.count(row.days_late)
    return meeting.ITEM.format(code=plain(row.code), title=title, days=days)


def called(row: Any, letters: int) -> str:
    """Name an item, a report by more than its period: "Quý III/2024" is "báo cáo quý III/2024"."""
    title = " ".join(str(row.title).split())
    report = meeting.REPORT.format(period=f"{title[:1].lower()}{title[1:]}")
    named = key(title).startswith(key(words.KIND[Kind.REPORT]))
    return shortened(title if named or row.kind != Kind.REPORT else report, letters)

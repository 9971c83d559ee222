"""What a meeting has to decide: who has to explain or finish what, and by when."""

from collections.abc import Iterable
from datetime import date, timedelta
from typing import Any, Final

import pandas as pd

from lib import words
from lib.assess import Assessment, State
from lib.sheet import Book, Kind
from lib.vietnamese import key
from lib.view.marks import link, plain
from lib.view.overview import Href, red_units
from lib.view.tables import Table, table
from lib.words import columns, meeting, pages, reasons

MOST_ITEMS: Final = 3
TITLE_LENGTH: Final = 40
DAYS_WITHOUT_REPORT: Final = 7


def overdue_by_agency(
    now: Assessment, book: Book, *, href: Href, letters: int = TITLE_LENGTH
) -> Table:
    """List the agencies by what is overdue among the things they follow, most first.

    Titles longer than so many letters are cut.
    """
    overdue = _overdue(now)
    agencies = overdue["agency"].fillna("")
    counts = agencies.value_counts(sort=False).sort_values(ascending=False, kind="stable")
    named = now.labels
    longest = {agency: overdue[agencies == agency] for agency in counts.index}
    return table(
        {
            pages.AGENCY: [
                link(named[agency], href(named[agency]))
                if agency in named
                else plain(agency or meeting.NO_AGENCY)
                for agency in counts.index
            ],
            columns.OVERDUE: [words.count(number) for number in counts],
            meeting.LONGEST: [
                _listed(_item(row, agency, named, letters) for row in items.itertuples())
                for agency, items in longest.items()
            ],
        },
        title=meeting.AGENCIES_TABLE,
        right=(columns.OVERDUE,),
    )


def directions(now: Assessment, book: Book, *, href: Href, letters: int = TITLE_LENGTH) -> Table:
    """Propose directions: red units explain, every other owner finishes what is overdue.

    Red units first, as they are listed everywhere, then others by how much is overdue. Titles longer
    than so many letters are cut.
    """
    overdue = _overdue(now)
    counts = overdue["owner"].value_counts(sort=False)
    owners = counts.sort_values(ascending=False, kind="stable").index
    explaining = red_units(now.units)["unit"]
    red = set(explaining)
    whom = [unit for unit in explaining if unit in owners]
    whom += [owner for owner in owners if owner not in red]
    named = now.labels
    until = words.day(next_deadline(book, now.as_of)[0])
    items = {owner: overdue[overdue["owner"] == owner] for owner in whom}
    return table(
        {
            meeting.WHO: [link(named[owner], href(named[owner])) for owner in whom],
            meeting.WHAT: [
                (meeting.EXPLAIN if owner in red else meeting.FINISH).format(
                    items=_listed(_own_item(row, letters) for row in items[owner].itertuples())
                )
                for owner in whom
            ],
            meeting.UNTIL: [until] * len(whom),
        },
        title=meeting.DIRECTIONS_TABLE,
        narrow=(meeting.UNTIL,),
    )


def next_deadline(book: Book, as_of: date) -> tuple[date, str]:
    """Return by when things must be done and why then: the next report's last day, else a week."""
    dues = book.items.loc[book.items["kind"] == Kind.REPORT, "due"]
    later = dues[dues > pd.Timestamp(as_of)]
    if len(later):
        return later.min().date(), meeting.NEXT_REPORT
    return as_of + timedelta(days=DAYS_WITHOUT_REPORT), meeting.IN_A_WEEK


def _overdue(now: Assessment) -> pd.DataFrame:
    return now.obligations[now.obligations["state"] == State.OVERDUE]


def _item(row: Any, agency: str, named: dict[str, str], letters: int) -> str:
    if row.owner == agency:
        return _own_item(row, letters)
    return meeting.ITEM.format(owner=plain(named[row.owner]), **_told(row, letters))


def _own_item(row: Any, letters: int) -> str:
    return meeting.OWN_ITEM.format(**_told(row, letters))


def _told(row: Any, letters: int) -> dict[str, str]:
    """Say an item so that who does not know the codes understands: code, short title, days."""
    title = _called(" ".join(str(row.title).split()), row.kind)
    if len(title) > letters:
        kept = title[:letters].rpartition(" ")[0] or title[:letters]
        title = meeting.SHORTENED.format(title=kept.rstrip(" ,;."))
    return {
        "code": plain(row.code),
        "title": plain(title),
        "days": words.count(row.days_late),
    }


def _called(title: str, kind: str) -> str:
    """Name a report by more than its period: "Quý III/2024" is "báo cáo quý III/2024"."""
    report = meeting.REPORT.format(period=f"{title[:1].lower()}{title[1:]}")
    named = key(title).startswith(key(words.KIND[Kind.REPORT]))
    return title if named or kind != Kind.REPORT else report


def _listed(items: Iterable[str]) -> str:
    told = list(items)
    shown = told[:MOST_ITEMS]
    if len(told) > MOST_ITEMS:
        shown.append(meeting.MORE.format(number=words.count(len(told) - MOST_ITEMS)))
    return reasons.CLAUSES.join(shown)

"""What falls due until the next meeting, and who will hardly make it (rules, 7)."""

from collections.abc import Callable
from datetime import date
from typing import Any, Final

import pandas as pd

from lib import words
from lib.assess import State
from lib.assess.outlook import Outlook, outlook, since
from lib.view import columns, marks
from lib.view.columns import saying, screen
from lib.view.marks import plain
from lib.view.narrowing import Shown
from lib.view.sentences import item_name, shortened, some
from lib.view.tables import Table, records
from lib.words import coming as said

MOST_NAMES: Final = 4
MOST_MONTHS: Final = 3
_DONE: Final = (State.DONE_ON_TIME, State.DONE_LATE)


def next_meeting(previous: date, as_of: date) -> date:
    """Return when the next meeting is taken to be: as far ahead as the previous one lies behind.

    Whole months count as months; where the two are more than three months apart, it is in a month.
    """
    before, now = pd.Timestamp(previous), pd.Timestamp(as_of)
    if before + pd.DateOffset(months=MOST_MONTHS) < now:
        return (now + pd.DateOffset(months=1)).date()
    for months in range(1, MOST_MONTHS + 1):
        if before + pd.DateOffset(months=months) == now:
            return (now + pd.DateOffset(months=months)).date()
    return (now + (now - before)).date()


def falling_due(shown: Shown, until: date | None = None) -> pd.DataFrame:
    """Return what falls due until then, or until a day, of what the filters leave, with its outlook."""
    until = until or next_meeting(shown.previous, shown.as_of)
    every = outlook(shown.book, shown.whole, until=until)
    return every[every.index.isin(shown.now.obligations.index)]


def finding(shown: Shown, falling: pd.DataFrame) -> str:
    """Say how many items fall due and how many owners will hardly make one; plain text."""
    day = words.day(next_meeting(shown.previous, shown.as_of))
    return said.SAID.format(heading=said.HEADING.format(day=day), what=counted(falling))


def counted(falling: pd.DataFrame) -> str:
    """Say the same without the day."""
    if falling.empty:
        return said.NOTHING
    told = said.FALLING.format(number=words.count(falling["code"].nunique()))
    owners = falling.loc[falling["outlook"] == Outlook.MISSED, "bearer"].nunique()
    if owners:
        return said.MISSED.format(falling=told, owners=words.count(owners))
    clear = (falling["outlook"] == Outlook.IN_TIME).all()
    return said.IN_TIME.format(falling=told) if clear else told


def note(shown: Shown) -> str:
    """Say how the projection is made."""
    return said.NOTE.format(since=words.day(since(shown.book, shown.as_of)))


def table(
    shown: Shown,
    falling: pd.DataFrame,
    *,
    name: Callable[[str], str] | None = None,
    letters: int,
) -> Table:
    """List what falls due, the nearest first: by when, how many have it, who will hardly make it.

    `name` gives an owner's safe Markdown by its name in the sheet, else the screen name stands.
    """
    labels, owed = shown.whole.labels, shown.now.obligations
    call = name or (lambda owner: plain(labels[owner]))
    done = owed["state"].isin(_DONE).groupby(owed["code"]).agg(["sum", "size"])

    def hardly(row: Any) -> str:
        lines = falling[falling["code"] == row.code]
        missed = lines.loc[lines["outlook"] == Outlook.MISSED, "owner"]
        unclear = int((lines["outlook"] == Outlook.UNCLEAR).sum())
        parts = [_hardly(missed, call)] if len(missed) else []
        parts += [said.UNCLEAR.format(number=words.count(unclear))] if unclear else []
        return "; ".join(parts) or words.BLANK

    def item(row: Any) -> str:
        return plain(shortened(item_name(row.kind, row.code, row.title), letters))

    shown_columns = (
        columns.NUMBER,
        saying(columns.DUE.head, lambda row: words.day(row.due), narrow=True),
        saying(said.ITEM, item),
        saying(said.DONE, lambda row: words.share(*done.loc[row.code]), narrow=True),
        saying(said.HARDLY, hardly),
    )
    items = falling.drop_duplicates("code").sort_values("due", kind="stable")
    return screen(records(items), shown_columns, title=said.TABLE)


def _hardly(missed: "pd.Series[str]", call: Callable[[str], str]) -> str:
    number = words.count(len(missed))
    names = some(map(call, missed), MOST_NAMES, said.MORE, slack=1)
    return marks.tone(said.HARDLY_SOME.format(number=number, names=names), "amber")

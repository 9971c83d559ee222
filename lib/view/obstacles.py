"""What stands in the way now, by owner, what is new since the last meeting first (rules, 1).

Of an owner and a code the newest word counts, and all that is new; what is done is not in the way,
and who is there no longer is asked no more.
"""

from typing import Any, Final

import pandas as pd

from lib import words
from lib.assess import State
from lib.view import columns, marks
from lib.view.audience import Role
from lib.view.columns import Column, saying, screen
from lib.view.marks import plain
from lib.view.narrowing import Shown
from lib.view.overview import Href
from lib.view.sentences import shortened
from lib.view.tables import Table
from lib.view.trail import told_on
from lib.words import detail
from lib.words import obstacles as said

_DONE: Final = (State.DONE_ON_TIME, State.DONE_LATE)


def standing(shown: Shown) -> pd.DataFrame:
    """Return the obstacles not overcome, with `new`: the new ones first, then by owner."""
    told, now = shown.now.obstacles, shown.whole
    new = told["date"] > pd.Timestamp(shown.previous)
    about = told.assign(new=new, code=told["code"].fillna(""))
    newest = about.groupby(["bearer", "code"])["date"].transform("max")
    done = now.obligations[now.obligations["state"].isin(_DONE)]
    done_ones = set(zip(done["bearer"], done["code"], strict=True))
    over = [pair in done_ones for pair in zip(told["bearer"], told["code"], strict=True)]
    there = told["bearer"].isin([*now.units["bearer"], *now.agencies["bearer"]])
    kept = told.assign(new=new)[
        (new | (told["date"] == newest)) & there & ~pd.Series(over, told.index, bool)
    ]
    order = kept["bearer"].map({owner: at for at, owner in enumerate(kept["bearer"].unique())})
    return kept.assign(order=order, old=~kept["new"]).sort_values(["old", "order"], kind="stable")


def of_own_alone(shown: Shown) -> bool:
    """Tell whether the reader is shown its own obstacles alone."""
    return shown.audience.role is not Role.ALL


def finding(shown: Shown, told: pd.DataFrame) -> str:
    """Say how many name how much, and how much of it is new; plain text."""
    if told.empty:
        return said.NONE
    count = said.COUNT.format(
        title=said.OWN if of_own_alone(shown) else said.TITLE,
        owners=words.count(told["bearer"].nunique()),
        number=words.count(len(told)),
    )
    new = int(told["new"].sum())
    since = words.day(shown.previous)
    return said.NEW.format(count=count, new=words.count(new), day=since) if new else count


def table(shown: Shown, told: pd.DataFrame, *, href: Href, letters: int) -> Table:
    """List obstacles for a meeting: whose, about what, since when; titles are cut."""
    labels, titles = shown.whole.labels, item_titles(shown)

    def about(row: Any) -> str:
        if not isinstance(row.code, str):
            return detail.GENERAL
        return plain(f"{row.code} – {shortened(titles[row.code], letters)}")

    shown_columns = (
        columns.NUMBER,
        saying(
            detail.OBSTACLE_OF, lambda row: marks.link(labels[row.owner], href(labels[row.owner]))
        ),
        saying(detail.ABOUT, about),
        Column("text", detail.OBSTACLE),
        saying(said.WRITTEN, lambda row: told_on(row.date, new=row.new), narrow=True),
    )
    return screen(told, shown_columns, title=said.TABLE)


def item_titles(shown: Shown) -> dict[str, str]:
    """Return each item's title by its code."""
    items = shown.book.items
    return dict(zip(items["code"], items["title"], strict=True))

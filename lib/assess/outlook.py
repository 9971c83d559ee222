"""Who will miss what falls due at the pace of the last two months; it changes no status (rules, 7)."""

from datetime import date
from enum import StrEnum
from typing import Final

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from lib.assess.assessment import Assessment
from lib.assess.owed import valid
from lib.assess.standing import standing
from lib.assess.status import choose, days
from lib.assess.values import State
from lib.sheet import Book, Kind

MONTHS: Final = 2
LEAST_DAYS: Final = 14
"""A pace seen for fewer days says nothing while at most half of the time is gone."""

Days = NDArray[np.datetime64]
Numbers = NDArray[np.int64]


class Outlook(StrEnum):
    """What the pace of the last two months makes of something still to be done."""

    MISSED = "missed"
    UNCLEAR = "unclear"
    IN_TIME = "in_time"


def outlook(book: Book, now: Assessment, *, until: date) -> pd.DataFrame:
    """Return the obligations that fall due up to a day and are not done, with their `outlook`.

    What is overdue already is not among them.
    """
    owed = now.obligations
    waiting = owed["state"].isin((State.DUE_SOON, State.OPEN)) & (
        owed["due"] <= pd.Timestamp(until)
    )
    falling = owed[waiting]
    late = (falling["kind"] == Kind.REPORT).to_numpy()
    told = np.where(late, _of_reports(book, now, falling), _of_progress(book, now, falling))
    return falling.assign(outlook=pd.Categorical(told, [*Outlook]))


def since(book: Book, as_of: date) -> date:
    """Return the day from which the pace is taken."""
    return max((pd.Timestamp(as_of) - pd.DateOffset(months=MONTHS)).date(), book.settings.start)


def _of_reports(book: Book, now: Assessment, falling: pd.DataFrame) -> NDArray[np.object_]:
    """Judge reports by those of the same owner in the last two months: missed if most were late."""
    owed, first = now.obligations, pd.Timestamp(since(book, now.as_of))
    past = owed[(owed["kind"] == Kind.REPORT) & (owed["due"] < pd.Timestamp(now.as_of))]
    past = past[past["due"] >= first]
    late = past["state"].isin((State.OVERDUE, State.DONE_LATE)).groupby(past["bearer"]).mean()
    share = falling["bearer"].map(late).to_numpy("float64")
    cases = [(np.isnan(share), Outlook.UNCLEAR), (share > 0.5, Outlook.MISSED)]
    return np.asarray(choose(Outlook, cases, Outlook.IN_TIME), np.object_)


def _of_progress(book: Book, now: Assessment, falling: pd.DataFrame) -> NDArray[np.object_]:
    """Judge criteria and tasks by their progress, drawn on in a straight line to the deadline."""
    as_of, due = np.datetime64(now.as_of), falling["due"].to_numpy().astype("datetime64[D]")
    owner = falling["bearer"].to_numpy()
    item = pd.Index(book.items["code"]).get_indexer(pd.Index(falling["code"]))
    begun = _begun(book, owner, falling["given"].to_numpy().astype("datetime64[D]"))
    seen = np.maximum(begun, np.datetime64(since(book, now.as_of)))
    reached = _progress(book, owner, item, np.full(len(owner), as_of))
    before = np.nan_to_num(_progress(book, owner, item, seen))
    watched, left = days(as_of - seen), days(due - as_of)
    # Multiplied out and rounded, so that exactly on time is not late.
    short = np.round((reached - 100) * watched + (reached - before) * left, 6) < 0
    early = 2 * days(as_of - begun) <= days(due - begun)
    silent = np.isnan(reached)
    unclear = early & (silent | (watched < LEAST_DAYS))
    cases = [(unclear, Outlook.UNCLEAR), (silent | short | (watched <= 0), Outlook.MISSED)]
    return np.asarray(choose(Outlook, cases, Outlook.IN_TIME), np.object_)


def _begun(book: Book, owner: Numbers, given: Days) -> Days:
    """Return from when each owner could work on it: the plan's start, the task's, its own."""
    own = book.owners["valid_from"].to_numpy().astype("datetime64[D]")[owner]
    return np.fmax(np.fmax(own, given), np.datetime64(book.settings.start))


def _progress(book: Book, owner: Numbers, item: Numbers, on: Days) -> NDArray[np.float64]:
    """Return the progress that stood for each owner and item on a day; NaN where nothing did."""
    found = np.full(len(owner), np.nan)
    for day in np.unique(on):
        stood = standing(book, day, valid(book, np.array([day]))[0])
        lines = stood.ledger
        progress = np.where(lines.met[stood.line], 100.0, lines.progress[stood.line])
        table = np.full((len(book.owners), len(book.items)), np.nan)
        table[stood.owner, stood.item] = progress
        found = np.where(on == day, table[owner, item], found)
    return found

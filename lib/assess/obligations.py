"""What each owner owes, by when, and whether it is done (semantics, section 5)."""

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from lib.assess.entries import Standing, ledger
from lib.assess.exact import tenths
from lib.assess.status import choose, days
from lib.assess.values import State
from lib.sheet import Book, Kind

Mask = NDArray[np.bool_]


def obligations(book: Book, as_of: np.datetime64, owed: Mask, standing: Standing) -> pd.DataFrame:
    """Return a row for each obligation of the owners valid on the day (`owed` marks them).

    `owner` and `item` are numbers in the Book; `days_late` is empty when not late.
    """
    kind = book.items["kind"].to_numpy()
    dues = book.items["due"].to_numpy().astype("datetime64[D]")
    has_due = ~np.isnat(dues)
    asked = owed & (has_due | (kind == Kind.TASK))[:, None]
    report = kind == Kind.REPORT
    asked &= ~report[:, None] | valid(book, dues)
    owner, item = np.nonzero(asked.T)

    number = standing.entry[item, owner]
    done = _done(book, number, standing.inherited[item, owner])
    due = dues[item]
    is_done, late = ~np.isnat(done), done > due
    overdue = ~is_done & (as_of > due)
    soon = days(due - as_of) <= book.settings.due_soon_days
    days_late = days(np.where(is_done, done, as_of) - due)
    return pd.DataFrame(
        {
            "owner": owner,
            "item": item,
            "due": due.astype("datetime64[s]"),
            "done": done.astype("datetime64[s]"),
            "state": choose(
                State,
                [
                    (is_done & late, State.DONE_LATE),
                    (is_done, State.DONE_ON_TIME),
                    (overdue, State.OVERDUE),
                    (soon, State.DUE_SOON),
                ],
                State.OPEN,
            ),
            "days_late": np.where((is_done & late) | overdue, days_late, np.nan),
        }
    )


def valid(book: Book, on: NDArray[np.datetime64]) -> Mask:
    """Tell by day and owner who is valid then, both ends included; no day is no restriction."""
    first = book.owners["valid_from"].to_numpy()
    last = book.owners["valid_until"].to_numpy()
    day = on[:, None]
    return ~(day < first) & ~(day > last)


def on_time_rates(
    owner: NDArray, state: pd.Categorical, is_report: Mask, n_owners: int
) -> NDArray[np.float64]:
    """Return each owner's share of reports on time among those done or overdue, in percent."""

    def count(*states: State) -> NDArray:
        return np.bincount(owner[is_report & state.isin(states)], minlength=n_owners)

    on_time = count(State.DONE_ON_TIME)
    return tenths(100 * on_time, on_time + count(State.DONE_LATE, State.OVERDUE))


def _done(book: Book, number: NDArray, inherited: Mask) -> NDArray[np.datetime64]:
    """Return the day an obligation was fulfilled: since when its standing entry is met."""
    entries = ledger(book)
    none = np.full(len(number), np.datetime64("NaT", "D"))
    if not len(entries.item):
        return none
    day = np.where(inherited, entries.day[number], entries.since[number])
    return np.where((number >= 0) & entries.met[number], day, none)

"""What each owner owes, by when, and whether it is done (rules, 5)."""

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from lib.assess.exact import tenths
from lib.assess.standing import Standing
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
    asked &= ~(book.items["given"].to_numpy() > as_of)[:, None]
    owner, item = np.nonzero(asked.T)

    done = standing.at(item, owner).done
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


def on_time_rates(book: Book, owing: pd.DataFrame, as_of: np.datetime64) -> NDArray[np.float64]:
    """Return each owner's share of reports on time among those whose due day is past, in percent."""
    is_report = (book.items["kind"] == Kind.REPORT).to_numpy()[owing["item"]]
    past = owing[is_report & (owing["due"] < as_of)]

    def count(owed: pd.DataFrame) -> NDArray:
        return np.bincount(owed["owner"], minlength=len(book.owners))

    on_time = count(past[past["state"] == State.DONE_ON_TIME])
    return tenths(100 * on_time, count(past))

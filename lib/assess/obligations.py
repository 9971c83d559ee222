"""What each owner owes, by when, and whether it is done (rules, 5)."""

from dataclasses import dataclass
from typing import Any

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from lib.assess.exact import tenths
from lib.assess.standing import Standing
from lib.assess.status import choose, days
from lib.assess.values import State
from lib.sheet import Book, Kind

Mask = NDArray[np.bool_]


@dataclass(frozen=True, eq=False, slots=True)
class Owing:
    """A row for each obligation of the owners there on a day, by owner, then item.

    `owner` and `item` are numbers in the Book; `days_late` is empty when not late.
    """

    owner: NDArray[np.int64]
    item: NDArray[np.int64]
    due: NDArray[np.datetime64]
    done: NDArray[np.datetime64]
    state: "pd.Categorical[Any]"
    days_late: NDArray[np.float64]


def obligations(book: Book, as_of: np.datetime64, standing: Standing) -> Owing:
    """Return what is owed on a day, of all that `standing` tells of."""
    given = ~(book.items["given"].to_numpy() > as_of)
    standing = standing.where(given[standing.item])
    done = standing.ledger.done[standing.line]
    due = book.items["due"].to_numpy().astype("datetime64[D]")[standing.item]
    is_done, late = ~np.isnat(done), done > due
    overdue = ~is_done & (as_of > due)
    soon = days(due - as_of) <= book.settings.due_soon_days
    days_late = days(np.where(is_done, done, as_of) - due)
    return Owing(
        owner=standing.owner,
        item=standing.item,
        due=due,
        done=done,
        state=choose(
            State,
            [
                (is_done & late, State.DONE_LATE),
                (is_done, State.DONE_ON_TIME),
                (overdue, State.OVERDUE),
                (soon, State.DUE_SOON),
            ],
            State.OPEN,
        ),
        days_late=np.where((is_done & late) | overdue, days_late, np.nan),
    )


def on_time_rates(book: Book, owing: Owing, as_of: np.datetime64) -> NDArray[np.float64]:
    """Return each owner's share of reports on time among those whose due day is past, in percent."""
    is_report = (book.items["kind"] == Kind.REPORT).to_numpy()[owing.item]
    past = is_report & (owing.due < as_of)
    on_time = past & np.asarray(owing.state == State.DONE_ON_TIME)
    sent, due = (
        np.bincount(owing.owner[each], minlength=len(book.owners)) for each in (on_time, past)
    )
    return tenths(100 * sent, due)

"""Where each unit stands on each criterion that applies to it (rules, 4)."""

from enum import StrEnum
from typing import Any

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from lib.assess.standing import Standing
from lib.assess.values import Cause, Status
from lib.sheet import Book, Kind

Mask = NDArray[np.bool_]


def days(span: NDArray[Any]) -> NDArray[np.float64]:
    """Return a span of time in days, NaN for none."""
    return span / np.timedelta64(1, "D")


def choose(
    enum: type[StrEnum], cases: list[tuple[Any, str]], otherwise: str | None
) -> "pd.Categorical[Any]":
    """Return the first case that holds for each row as a categorical of the enum's values."""
    members = [member.value for member in enum]
    codes = [members.index(value) for _, value in cases]
    default = members.index(otherwise) if otherwise else -1
    chosen = np.select([mask for mask, _ in cases], codes, default).astype(np.intp)
    return pd.Categorical.from_codes(chosen, categories=pd.Index(members))


def cells(book: Book, as_of: np.datetime64, owed: Mask, standing: Standing) -> pd.DataFrame:
    """Return a row for each valid unit (`owed` marks them) and applicable criterion.

    `owner` and `item` are numbers in the Book; `date` and `progress` are empty without an entry.
    """
    is_criterion = (book.items["kind"] == Kind.CRITERION).to_numpy()
    is_unit = book.owners["is_unit"].to_numpy()
    owner, item = np.nonzero((owed & is_criterion[:, None] & is_unit).T)
    entry = standing.at(item, owner)
    due = book.items["due"].to_numpy().astype("datetime64[D]")[item]
    unreadable = book.items["due_unreadable"].to_numpy()[item]
    settings = book.settings
    expected, behind = _against_time(
        due, as_of, np.datetime64(settings.start), entry.progress, settings.lag_points
    )
    soon = days(due - as_of) <= settings.due_soon_days
    risks = [
        (entry.refused, Cause.APPRAISED_NOT_MET),
        (unreadable, Cause.DUE_UNREADABLE),
        (soon, Cause.DUE_SOON),
        (behind, Cause.BEHIND),
    ]
    at_risk = np.logical_or.reduce([mask for mask, _ in risks])
    status = choose(
        Status,
        [
            (entry.met, Status.MET),
            (as_of > due, Status.OVERDUE),
            (~entry.known, Status.NO_DATA),
            (at_risk, Status.AT_RISK),
        ],
        Status.ON_TRACK,
    )
    is_at_risk = np.asarray(status == Status.AT_RISK)
    return pd.DataFrame(
        {
            "owner": owner,
            "item": item,
            "entry": entry.source,
            "status": status,
            "progress": entry.progress,
            "date": entry.written.astype("datetime64[s]"),
            "appraised": entry.appraised,
            "inherited": entry.inherited,
            "refused": entry.refused,
            "stale": entry.known & ~entry.met & (days(as_of - entry.written) > settings.stale_days),
            "cause": choose(Cause, [(mask & is_at_risk, cause) for mask, cause in risks], None),
            "expected": expected,
        }
    )


def _against_time(
    due: NDArray[np.datetime64],
    as_of: np.datetime64,
    start: np.datetime64,
    progress: NDArray[np.float64],
    lag: float,
) -> tuple[NDArray[np.float64], Mask]:
    """Return the progress expected by now, and who is further behind it than `lag` points."""
    span = days(due - start)
    gone = (as_of - start) / np.timedelta64(1, "D")
    passed = np.where(span > 0, np.clip(gone, 0, np.maximum(span, 0)), 1.0)
    span = np.where(span > 0, span, 1.0)
    passed, span = np.where(np.isnat(due), np.nan, passed), np.where(np.isnat(due), np.nan, span)
    # Multiplied out and rounded, so that exactly on the line is not behind it.
    behind = np.round(progress * span - (100 * passed - lag * span), 6) < 0
    return 100 * passed / span, behind

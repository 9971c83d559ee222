"""Where each unit stands on each criterion that applies to it (rules, 4)."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
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
    enum: type[StrEnum], cases: Sequence[tuple[Any, str]], otherwise: str | None
) -> "pd.Categorical[Any]":
    """Return the first case that holds for each row as a categorical of the enum's values."""
    members = [member.value for member in enum]
    codes = [members.index(value) for _, value in cases]
    default = members.index(otherwise) if otherwise else -1
    chosen = np.select([mask for mask, _ in cases], codes, default).astype(np.int8)
    return pd.Categorical.from_codes(chosen, dtype=_categories(enum))


@cache
def _categories(enum: type[StrEnum]) -> pd.CategoricalDtype:
    return pd.CategoricalDtype(pd.Index([member.value for member in enum]))


def tallied(
    values: "pd.Categorical[Any]", owner: NDArray[np.int64], n_owners: int
) -> dict[str, NDArray[np.intp]]:
    """Count by each of the values how many every owner has; none is left without."""
    width = len(values.categories)
    counts = np.bincount(owner * width + values.codes, minlength=n_owners * width)
    return dict(zip(values.categories, counts.reshape(n_owners, width).T, strict=True))


@dataclass(frozen=True, eq=False, slots=True)
class Cells:
    """A row for each valid unit and applicable criterion, by unit, then criterion.

    `owner` and `item` are numbers in the Book, `source` is the entry's (-1: none); `written` and
    `progress` are empty without an entry.
    """

    owner: NDArray[np.int64]
    item: NDArray[np.int64]
    source: NDArray[np.int64]
    status: "pd.Categorical[Any]"
    progress: NDArray[np.float64]
    written: NDArray[np.datetime64]
    appraised: Mask
    inherited: Mask
    refused: Mask
    stale: Mask
    cause: "pd.Categorical[Any]"
    expected: NDArray[np.float64]


def cells(book: Book, as_of: np.datetime64, standing: Standing) -> Cells:
    """Return where units stand on criteria, of all that `standing` tells of."""
    is_criterion = (book.items["kind"] == Kind.CRITERION).to_numpy()
    is_unit = book.owners["is_unit"].to_numpy()
    standing = standing.where(is_criterion[standing.item] & is_unit[standing.owner])
    lines, line, item = standing.ledger, standing.line, standing.item
    known, met, progress = ~lines.absent[line], lines.met[line], lines.progress[line]
    refused, written = lines.refused[line], lines.written[line]
    due = book.items["due"].to_numpy().astype("datetime64[D]")[item]
    settings = book.settings
    expected, behind = _against_time(
        due, as_of, np.datetime64(settings.start), progress, settings.lag_points
    )
    risks = [
        (refused, Cause.APPRAISED_NOT_MET),
        (book.items["due_unreadable"].to_numpy()[item], Cause.DUE_UNREADABLE),
        (days(due - as_of) <= settings.due_soon_days, Cause.DUE_SOON),
        (behind, Cause.BEHIND),
    ]
    at_risk = np.logical_or.reduce([mask for mask, _ in risks])
    status = choose(
        Status,
        [
            (met, Status.MET),
            (as_of > due, Status.OVERDUE),
            (~known, Status.NO_DATA),
            (at_risk, Status.AT_RISK),
        ],
        Status.ON_TRACK,
    )
    is_at_risk = np.asarray(status == Status.AT_RISK)
    return Cells(
        owner=standing.owner,
        item=item,
        source=lines.source[line],
        status=status,
        progress=progress,
        written=written,
        appraised=lines.appraised[line],
        inherited=known & (lines.origin[line] != standing.owner),
        refused=refused,
        stale=known & ~met & (days(as_of - written) > settings.stale_days),
        cause=choose(Cause, [(mask & is_at_risk, cause) for mask, cause in risks], None),
        expected=expected,
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

"""Each unit's figures, its light and its rank among its group (rules, 6)."""

from collections.abc import Mapping
from typing import Any

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from lib.assess.exact import by_ratio, product, scaled, sums, tenths, unscaled
from lib.assess.status import Cells, choose, tallied
from lib.assess.values import Light, State, Status
from lib.sheet import Book

Figures = dict[str, Any]
"""Columns of figures, a row for each unit."""


def counted(
    book: Book, units: NDArray[np.int64], cells: Cells, owed: Mapping[str, NDArray[np.intp]]
) -> Figures:
    """Count what each unit has met and what it lacks, and tell its light.

    `units` are numbers in the Book; `owed` counts by owner the obligations in each state.
    """
    n = len(book.owners)
    status = tallied(cells.status, cells.owner, n)
    overdue = np.asarray(cells.status == Status.OVERDUE)
    mandatory = book.items["mandatory"].to_numpy()[cells.item]

    def count(mask: NDArray[np.bool_]) -> NDArray[np.intp]:
        return np.bincount(cells.owner[mask], minlength=n)

    by_owner = {
        "met": status[Status.MET],
        "met_appraised": count(np.asarray(cells.status == Status.MET) & cells.appraised),
        "total": np.bincount(cells.owner, minlength=n),
        "overdue": owed[State.OVERDUE],
        "at_risk": status[Status.AT_RISK],
        "no_data": status[Status.NO_DATA],
        "stale": count(cells.stale),
        "mandatory_overdue": count(overdue & mandatory),
    }
    figures = {name: counts[units] for name, counts in by_owner.items()}
    light = _lights(figures, owed[State.DUE_SOON][units], book.settings.red_from)
    return {"owner": units, "light": light, **figures}


def _lights(figures: Figures, due_soon: NDArray[np.intp], red_from: float) -> "pd.Categorical[Any]":
    overdue, no_data, total = figures["overdue"], figures["no_data"], figures["total"]
    nothing_near = (overdue == 0) & ((due_soon == 0) | (total == 0))
    return choose(
        Light,
        [
            ((no_data == total) & nothing_near, Light.GREY),
            ((figures["mandatory_overdue"] > 0) | (overdue >= red_from), Light.RED),
            ((overdue > 0) | (figures["at_risk"] > 0) | (no_data > 0), Light.AMBER),
        ],
        Light.GREEN,
    )


def scores(book: Book, cells: Cells, figures: Figures, rates: NDArray[np.float64]) -> Figures:
    """Return the units in screen order: groups as in the sheet, then rank, then name.

    To the figures come points, progress, and the rank within the group and, as `overall`, among
    all; `rates` are by owner.
    """
    n, units = len(book.owners), figures["owner"]
    met = np.asarray(cells.status == Status.MET)
    points, scale = scaled(book.items["points"].to_numpy()[cells.item])
    percents, percent_scale = scaled(np.where(met, 100.0, np.nan_to_num(cells.progress)))
    met_points = sums(np.where(met, points, 0), cells.owner, n)[units]
    max_points = sums(points, cells.owner, n)[units]
    weighted = sums(product(points, percents), cells.owner, n)[units]
    progress = tenths(weighted, max_points.astype(object) * percent_scale)

    share = by_ratio(met_points, max_points)
    unranked = share < 0
    rate = np.where(np.isnan(rates[units]), 100.0, rates[units])
    merits = [np.where(unranked, 0, -merit) for merit in (share, progress, rate)]
    merit = _numbered(unranked, *merits)
    names = book.owners["group"].to_numpy()[units]
    group_of = {group: place for place, group in enumerate(book.groups)}
    group = np.array([group_of[name] for name in names], np.intp)
    order = np.lexsort((book.owners["sort_key"].to_numpy()[units], merit, group))
    columns = figures | {
        "group": names,
        "rank": pd.arrays.IntegerArray(places(group, merit), unranked),
        "overall": pd.arrays.IntegerArray(places(np.zeros_like(group), merit), unranked),
        "met_points": unscaled(met_points, scale),
        "max_points": unscaled(max_points, scale),
        "progress": progress,
        "on_time_rate": rates[units],
    }
    return {name: column[order] for name, column in columns.items()}


def places(group: NDArray[np.intp], merit: NDArray[np.intp]) -> NDArray[np.intp]:
    """Return each one's place in its group, the lowest number first; equals share one."""
    both = group * (merit.max(initial=0) + 1) + merit
    return np.searchsorted(np.sort(both), both) - np.searchsorted(np.sort(group), group) + 1


def _numbered(*columns: NDArray[Any]) -> NDArray[np.intp]:
    """Return numbers that sort as rows do by columns, the first first; equals have one."""
    order = np.lexsort(columns[::-1])
    differs = np.zeros(len(order), bool)
    for column in columns:
        differs[1:] |= column[order[1:]] != column[order[:-1]]
    numbers = np.zeros(len(order), np.intp)
    numbers[order] = np.cumsum(differs)
    return numbers

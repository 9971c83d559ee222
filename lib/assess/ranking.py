"""Each unit's figures, its light and its rank among its group (rules, 6)."""

from collections.abc import Mapping
from itertools import groupby

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from lib.assess.exact import product, ratios, scaled, sums, tenths, unscaled
from lib.assess.status import choose
from lib.assess.values import Light, Status
from lib.sheet import Book


def scores(
    book: Book,
    units: NDArray[np.intp],
    cells: pd.DataFrame,
    counts: Mapping[str, NDArray[np.intp]],
    rates: NDArray[np.float64],
) -> pd.DataFrame:
    """Return the units in screen order: groups as in the sheet, then rank, then name.

    `counts` (overdue, due_soon) and `rates` are by owner; `owner` is a unit's number in the Book.
    """
    n = len(book.owners)
    owner = cells["owner"].to_numpy()
    status = cells["status"]
    mandatory = book.items["mandatory"].to_numpy()[cells["item"]]

    def count(mask: pd.Series) -> NDArray[np.intp]:
        return np.bincount(owner[mask.to_numpy()], minlength=n)[units]

    met = status == Status.MET
    figures = {
        "met": count(met),
        "met_appraised": count(met & cells["appraised"]),
        "total": count(status.notna()),
        "overdue": counts["overdue"][units],
        "at_risk": count(status == Status.AT_RISK),
        "no_data": count(status == Status.NO_DATA),
        "stale": count(cells["stale"]),
        "mandatory_overdue": count((status == Status.OVERDUE) & mandatory),
    }
    points, scale = scaled(book.items["points"].to_numpy()[cells["item"]])
    reached = np.where(met, 100.0, cells["progress"].fillna(0.0))
    percents, percent_scale = scaled(reached)
    met_points = sums(np.where(met, points, 0), owner, n)[units]
    max_points = sums(points, owner, n)[units]
    weighted = sums(product(points, percents), owner, n)[units]
    table = pd.DataFrame(
        {
            "owner": units,
            "light": _lights(figures, counts["due_soon"][units], book.settings.red_from),
            **figures,
            "met_points": unscaled(met_points, scale),
            "max_points": unscaled(max_points, scale),
            "progress": tenths(weighted, max_points.astype(object) * percent_scale),
            "on_time_rate": rates[units],
        }
    )
    return _ranked(book, table, ratios(met_points, max_points))


def _lights(
    figures: dict[str, NDArray], due_soon: NDArray[np.intp], red_from: float
) -> pd.Categorical:
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


def _ranked(book: Book, table: pd.DataFrame, shares: list) -> pd.DataFrame:
    """Rank within groups and, as `overall`, all together; equals share a rank, the next one skips."""
    group_of: dict[str, int] = {group: place for place, group in enumerate(book.groups)}
    groups: list[str] = book.owners["group"].to_numpy()[table["owner"]].tolist()
    names = book.owners["sort_key"].to_numpy()[table["owner"]]
    rates = table["on_time_rate"].fillna(100.0)
    merits = [
        (True, 0, 0, 0) if share is None else (False, -share, -progress, -rate)
        for share, progress, rate in zip(shares, table["progress"], rates, strict=True)
    ]
    order = sorted(
        range(len(table)), key=lambda unit: (group_of[groups[unit]], merits[unit], names[unit])
    )
    ranks: list[int | None] = []
    for _, members in groupby(order, key=lambda unit: groups[unit]):
        ranks += _places([merits[unit] for unit in members])
    best = sorted(order, key=lambda unit: merits[unit])
    overall = dict(zip(best, _places([merits[unit] for unit in best]), strict=True))
    return (
        table.iloc[order]
        .reset_index(drop=True)
        .assign(
            rank=pd.array(ranks, dtype="Int64"),
            overall=pd.array([overall[unit] for unit in order], dtype="Int64"),
            group=[groups[unit] for unit in order],
        )
    )


def _places(merits: list[tuple]) -> list[int | None]:
    """Return the places of merits that stand in order; equals share one, none is without merits."""
    places: list[int | None] = []
    for place, merit in enumerate(merits):
        tied = place > 0 and merit == merits[place - 1]
        places.append(None if merit[0] else places[-1] if tied else place + 1)
    return places

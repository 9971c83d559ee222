"""The ranking as a table with bars in its rows, cohort by cohort or in one list."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any, Final

import pandas as pd

from lib import words
from lib.assess import Assessment
from lib.vietnamese import collation_key
from lib.view import columns
from lib.view.lattice import MOST_ROWS
from lib.view.tables import Bar, Line, Table, records
from lib.view.trend import ranks
from lib.words import columns as said
from lib.words import pages

Href = Callable[[str], str]


def cohorts(units: pd.DataFrame, groups: tuple[str, ...]) -> dict[str, pd.DataFrame]:
    """Split units by group, in the sheet's order; a group without units is left out."""
    split = {group: units[units["group"] == group] for group in groups}
    return {group: members for group, members in split.items() if len(members)}


def one_list(units: pd.DataFrame) -> pd.DataFrame:
    """Order all units together, as the assessment ranks them overall; equals by their names."""
    named = units.assign(name=units["unit"].map(collation_key))
    return named.sort_values(["overall", "name"], na_position="last").drop(columns="name")


def finding(group: str, units: pd.DataFrame, *, by: str = "rank") -> str:
    """Say who leads a group and who is last, or in the one list `by` overall; plain text."""
    leaders = units[units[by] == 1]
    if leaders.empty:
        return pages.NOBODY.format(group=group)
    if not units["met"].any():
        return pages.NOTHING_MET.format(group=group)
    first, final = leaders.iloc[0], last(units, by=by)
    told = {
        "group": group,
        "unit": first["label"],
        "number": words.count(len(leaders)),
        "share": words.share(first["met"], first["total"]),
    }
    leading = (pages.LEADERS if len(leaders) > 1 else pages.LEADER).format(**told)
    if final.empty:
        return leading
    told = {
        "unit": final.iloc[0]["label"],
        "number": words.count(len(final)),
        "share": words.share(final.iloc[0]["met"], final.iloc[0]["total"]),
    }
    return leading + (pages.LAST_ONES if len(final) > 1 else pages.LAST).format(**told)


def last(units: pd.DataFrame, *, by: str = "rank") -> pd.DataFrame:
    """Return who shares the last rank of a cohort; nobody where all share the first."""
    rank = units[by]
    return units[(rank == rank.max()).fillna(False) & (rank > 1).fillna(False)]


def ends(units: pd.DataFrame, most: int) -> pd.DataFrame:
    """Return all units, or so many of them, half of which are the first and half the last."""
    if len(units) <= most:
        return units
    return pd.concat([units.head(most - most // 2), units.tail(most // 2)])


def left_out(number: int) -> str | None:
    """Say that not all of so many units are listed unless asked for; None where they are."""
    if number <= MOST_ROWS:
        return None
    return pages.TOO_MANY_RANKED.format(most=words.count(MOST_ROWS), number=words.count(number))


def ranking_table(
    units: pd.DataFrame,
    now: Assessment,
    rank_change: pd.Series,
    past: pd.DataFrame,
    *,
    title: str,
    href: Href,
    together: bool = False,
) -> Table:
    """List units in the order given, with bars of what is met and lines of their ranks in the past.

    `now` and `past`, its history, are of all units. Where nobody of a group has anything met, its
    units have no rank. In the one list, all `together`, rank, movement and line are said to be
    those within the group, beside the place among all.
    """
    told = _blank_before_the_start(with_moves(units, rank_change), now.units)
    told = told.join(needed(now), on="unit").fillna({"needed": 0, "needed_share": 0.0})
    found = courses(past[past["group"].isin(units["group"])])
    ways = [found.get(bearer, _NO_COURSE) for bearer in told["bearer"].tolist()]
    told = told.assign(course=[text for text, _ in ways])
    named = columns.unit_links(href)
    listed = _IN_ONE_LIST if together else _IN_COHORTS
    shown = (named if column is columns.UNIT else column for column in listed)
    table = columns.screen(told, shown, title=title)
    course = said.RANKS_IN_GROUP if together else said.RANKS
    drawn: dict[str, list[Bar | Line | None]] = {
        columns.MET.head: [_bar(unit) for unit in records(told)],
        course: [line for _, line in ways],
    }
    right = tuple(head for head in table.right if head not in drawn)
    narrow = (*table.narrow, *drawn)
    return replace(table, drawn=drawn, right=right, narrow=narrow, spare=())


_FIGURES: Final = (columns.PROGRESS, columns.ON_TIME, columns.OVERDUE, columns.LIGHT)
_IN_COHORTS: Final = (
    *(columns.RANK, columns.UNIT, columns.MET, columns.NEEDED, columns.MOVEMENT, columns.RANKS),
    *_FIGURES,
)
_IN_ONE_LIST: Final = (
    *(columns.OVERALL, columns.UNIT, columns.MET, columns.NEEDED),
    replace(columns.RANK, head=said.RANK_IN_GROUP),
    replace(columns.MOVEMENT, head=said.MOVEMENT_IN_GROUP),
    replace(columns.RANKS, head=said.RANKS_IN_GROUP),
    *_FIGURES,
)
_Course = tuple[str, Line | None]
_NO_COURSE: Final[_Course] = (words.BLANK, None)


def _blank_before_the_start(listed: pd.DataFrame, units: pd.DataFrame) -> pd.DataFrame:
    """Take ranks from those listed of whose group, of all units, nobody has anything met."""
    begun = listed["group"].map(units.groupby("group")["met"].sum()) > 0
    any_begun = begun | bool(units["met"].any())
    there = {"rank": begun, "rank_change": begun, "overall": any_begun}
    return listed.assign(
        **{name: listed[name].astype("Int64").where(kept) for name, kept in there.items()}
    )


def needed(now: Assessment) -> pd.DataFrame:
    """Return by unit how many criteria are past their deadline, met or not, as `needed`.

    `needed_share` is their share of the unit's points, in percent: what a unit with nothing overdue
    has met at least.
    """
    worth = dict(zip(now.items["code"], now.items["points"], strict=True))
    cells = now.cells.assign(
        points=now.cells["code"].map(worth).astype(float),
        passed=now.cells["due"] < pd.Timestamp(now.as_of),
    )
    cells = cells.assign(needed_points=cells["points"].where(cells["passed"], 0.0))
    sums = cells.groupby("unit", observed=True)[["passed", "points", "needed_points"]].sum()
    share = 100 * sums["needed_points"] / sums["points"].where(sums["points"] > 0)
    return pd.DataFrame({"needed": sums["passed"].astype(int), "needed_share": share})


def courses(past: pd.DataFrame) -> dict[int, _Course]:
    """Return by bearer its rank on the first and last of several dates, and its line over them.

    A group's lowest rank in that time is at the lines' foot; of one rank alone there is no line.
    """
    points = ranks(past)
    dates = {day: place for place, day in enumerate(sorted(points["date"].unique()))}
    lowest = points.groupby("group")["rank"].transform("max").sub(1).clip(lower=1)
    points = points.assign(
        x=points["date"].map(dates) / max(len(dates) - 1, 1), y=(points["rank"] - 1) / lowest
    )
    told: dict[int, _Course] = {}
    for _, own in points.sort_values("date").groupby("bearer"):
        if len(own) > 1:
            first, final = (words.count(own["rank"].iloc[at]) for at in (0, -1))
            line = Line(tuple(zip(own["x"].tolist(), own["y"].tolist(), strict=True)))
            bearer = int(own["bearer"].iloc[0])
            told[bearer] = (pages.RANK_COURSE.format(first=first, last=final), line)
    return told


def _bar(unit: Any) -> Bar:
    return Bar(
        front=100 * unit.met_points / unit.max_points if unit.max_points else 0.0,
        behind=0.0 if pd.isna(unit.progress) else float(unit.progress),
        tone=words.LIGHT[unit.light].tone,
        mark=float(unit.needed_share) if unit.needed else None,
    )


def with_moves(units: pd.DataFrame, rank_change: pd.Series) -> pd.DataFrame:
    """Add `rank_change` to units."""
    return units.assign(rank_change=rank_change.reindex(units["unit"]).to_numpy())

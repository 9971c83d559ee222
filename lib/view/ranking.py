"""The ranking as bars and as a table, cohort by cohort or in one list."""

from collections.abc import Callable

import pandas as pd

from lib import words
from lib.vietnamese import collation_key
from lib.view import marks
from lib.view.tables import NUMBER, Table, rows, table
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
    """Say who leads a group, or the one list `by` overall; plain text, names as in the sheet."""
    leaders = units[units[by] == 1]
    if leaders.empty:
        return pages.NOBODY.format(group=group)
    first = leaders.iloc[0]
    share = words.share(first["met"], first["total"])
    if len(leaders) > 1:
        number = words.count(len(leaders))
        return pages.LEADERS.format(group=group, number=number, share=share)
    return pages.LEADER.format(group=group, unit=first["label"], share=share)


def ranking_table(
    units: pd.DataFrame,
    rank_change: pd.Series,
    *,
    title: str,
    href: Href,
    together: bool = False,
) -> Table:
    """List units in the order given: rank, movement, criteria met, progress, reports, light.

    In the one list, all `together`, rank and movement are said to be those within the group.
    """
    rank = pages.RANK_IN_GROUP if together else pages.RANK
    movement = pages.MOVEMENT_IN_GROUP if together else pages.MOVEMENT
    moved = rank_change.reindex(units["unit"])
    listed = rows(units)
    return table(
        {
            pages.UNIT: [marks.link(row.label, href(row.label)) for row in listed],
            rank: [words.count(row.rank) for row in listed],
            movement: [words.movement(places) for places in moved],
            pages.MET: [words.share(row.met, row.total) for row in listed],
            pages.PROGRESS: [words.percent(row.progress) for row in listed],
            pages.ON_TIME: [words.percent(row.on_time_rate) for row in listed],
            pages.OVERDUE: [words.count(row.overdue) for row in listed],
            pages.LIGHT: [marks.light(row.light) for row in listed],
        },
        title=title,
        right=(
            rank,
            movement,
            pages.MET,
            pages.PROGRESS,
            pages.ON_TIME,
            pages.OVERDUE,
        ),
        narrow=(pages.UNIT, pages.LIGHT),
        spare=(NUMBER, pages.ON_TIME, pages.OVERDUE),
    )

"""The ranking as bars and as a table, cohort by cohort or in one list."""

from collections.abc import Callable
from dataclasses import replace
from typing import Final

import pandas as pd

from lib import words
from lib.vietnamese import collation_key
from lib.view import columns
from lib.view.tables import Table
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
    rank, movement = columns.RANK, columns.MOVEMENT
    if together:
        rank = replace(rank, head=said.RANK_IN_GROUP)
        movement = replace(movement, head=said.MOVEMENT_IN_GROUP)
    shown = (columns.NUMBER, columns.unit_links(href), rank, movement, *_FIGURES, columns.LIGHT)
    return columns.screen(with_moves(units, rank_change), shown, title=title)


_FIGURES: Final = (columns.MET, columns.PROGRESS, columns.ON_TIME, columns.OVERDUE)


def with_moves(units: pd.DataFrame, rank_change: pd.Series) -> pd.DataFrame:
    """Add `rank_change` to units."""
    return units.assign(rank_change=rank_change.reindex(units["unit"]).to_numpy())

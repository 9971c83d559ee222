"""An assessment as a reader narrowed it: fewer units, one agency; ranks and lights stay whole."""

from dataclasses import replace

import pandas as pd

from lib.assess import Assessment, Changes
from lib.sheet import Kind


def narrowed(
    assessment: Assessment,
    *,
    group: str | None = None,
    unit: str | None = None,
    agency: str | None = None,
) -> Assessment:
    """Keep the units of a group, one unit, or what concerns one agency; names are screen names.

    An agency keeps every unit, but only the criteria it follows and what is owed to or by it.
    """
    units = assessment.units
    if group is not None:
        units = units[units["group"] == group]
    if unit is not None:
        units = units[units["label"] == unit]
    cells = assessment.cells[assessment.cells["bearer"].isin(units["bearer"])]
    told = assessment.obstacles
    owed = assessment.obligations
    if group is not None or unit is not None:
        owed = owed[owed["bearer"].isin(units["bearer"])]
        told = told[told["bearer"].isin(units["bearer"])]
    agencies = assessment.agencies
    if agency is not None:
        agencies = agencies[agencies["agency"] == agency]
        cells = cells[cells["agency"] == agency]
        owed = owed[(owed["agency"] == agency) | (owed["owner"] == agency)]
        codes = followed(assessment.items, agency)
        told = told[told["code"].isin(codes) | (told["owner"] == agency)]
    return replace(
        assessment,
        units=units,
        agencies=agencies,
        cells=cells,
        obligations=owed,
        obstacles=told,
    )


def narrowed_changes(changes: Changes, now: Assessment, before: Assessment) -> Changes:
    """Keep of the changes what narrowed assessments hold; ranks are still those of the whole."""
    units = now.units["unit"]
    return Changes(
        rank_change=changes.rank_change.reindex(units),
        red_since=changes.red_since.reindex(units),
        newly_met=_among(changes.newly_met, now.cells),
        lost=_among(changes.lost, before.cells),
        newly_overdue=_among(changes.newly_overdue, now.obligations),
        cleared=_among(changes.cleared, before.obligations),
    )


def _among(rows: pd.DataFrame, others: pd.DataFrame) -> pd.DataFrame:
    columns = list(rows.columns)
    known = pd.MultiIndex.from_frame(others[columns].astype("object"))
    kept = pd.MultiIndex.from_frame(rows.astype("object")).isin(known)
    return rows[kept].reset_index(drop=True)


def followed(items: pd.DataFrame, agency: str) -> pd.Series:
    """Return the codes of the items an agency follows."""
    return items.loc[items["agency"] == agency, "code"]


def criteria_followed(items: pd.DataFrame, agency: str) -> int:
    """Count the criteria an agency follows."""
    return int(((items["agency"] == agency) & (items["kind"] == Kind.CRITERION)).sum())

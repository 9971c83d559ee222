"""An assessment as a reader narrowed it: fewer units, one agency; ranks and lights stay whole."""

from dataclasses import replace

import pandas as pd

from lib.assess import Assessment
from lib.sheet import Book, Kind


def narrowed(
    assessment: Assessment,
    book: Book,
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
    cells = assessment.cells[assessment.cells["unit"].isin(units["unit"])]
    owed = assessment.obligations
    if group is not None or unit is not None:
        owed = owed[owed["is_unit"] & owed["owner"].isin(units["unit"])]
    agencies = assessment.agencies
    if agency is not None:
        agencies = agencies[agencies["agency"] == agency]
        cells = cells[cells["code"].isin(followed(book.items, agency))]
        owed = owed[(owed["agency"] == agency) | (owed["owner"] == agency)]
    return replace(assessment, units=units, agencies=agencies, cells=cells, obligations=owed)


def followed(items: pd.DataFrame, agency: str) -> pd.Series:
    """Return the codes of the items an agency follows."""
    return items.loc[items["agency"] == agency, "code"]


def criteria_followed(items: pd.DataFrame, agency: str) -> int:
    """Count the criteria an agency follows."""
    return int(((items["agency"] == agency) & (items["kind"] == Kind.CRITERION)).sum())


def labels(book: Book) -> dict[str, str]:
    """Return each owner's screen name by its name in the sheet."""
    return dict(zip(book.owners["name"], book.owners["label"], strict=True))

"""What reading the sheet yields: clean tables, settings and the list of problems."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import cached_property
from typing import Any

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from lib.grid import Link
from lib.problem import Problem
from lib.sheet.names import Names
from lib.sheet.settings import Settings


class Kind(StrEnum):
    """What an owner can owe."""

    CRITERION = "criterion"
    TASK = "task"
    REPORT = "report"


OWNER_TYPES = {
    "name": "object",
    "label": "object",
    "sort_key": "object",
    "is_unit": "bool",
    "group": "object",
    "kind": "object",
    "valid_from": "datetime64[s]",
    "valid_until": "datetime64[s]",
    "successor": "int64",
    "reports": "bool",
    "role": "object",
    "aliases": "object",
    "addresses": "object",
    "row": "int64",
}
ITEM_TYPES = {
    "kind": "object",
    "code": "object",
    "title": "object",
    "section": "object",
    "agency": "object",
    "points": "float64",
    "due": "datetime64[s]",
    "due_unreadable": "bool",
    "mandatory": "bool",
    "given": "datetime64[s]",
    "completed": "datetime64[s]",
    "partners": "object",
    "basis": "object",
    "row": "int64",
}
SCOPE_TYPES = {"item": "int64", "owner": "int64", "direct": "bool"}
ENTRY_TYPES = {
    "item": "int64",
    "owner": "int64",
    "day": "datetime64[s]",
    "appraisal": "bool",
    "met": "bool",
    "progress": "float64",
    "result": "object",
    "evidence": "object",
    "author": "object",
    "note": "object",
    "tab": "int64",
    "row": "int64",
}
OBSTACLE_TYPES = {
    "owner": "int64",
    "item": "int64",
    "day": "datetime64[s]",
    "text": "object",
    "author": "object",
    "tab": "int64",
    "row": "int64",
}
_OF_NUMPY = {"bool", "int64", "float64", "datetime64[s]"}


@dataclass(frozen=True, eq=False)
class Book:
    """The sheet, read (columns and their types are the `…_TYPES` above; missing text is None).

    `owners`: units in the sheet's order, then agencies; the index is an owner's number, `successor`
    the number of the unit it is to be merged into (-1: none), `label` its name on screen;
    `sort_key` sorts names as CLDR's Vietnamese collation does.
    `names` looks them up.
    `items`: criteria, tasks and reporting periods; the index is an item's number; `due` is the last
    day in time, `agency` the name as written (`agency_on` tells who that is). `scope`: who is asked for what, validity dates and mergers aside; `direct` where an
    owner is named itself, not through a group. `entries`: the log rows that count, in the sheet's
    order, `tab` the number of their worksheet in `worksheets` (title, Google's sheet number).
    `obstacles`: what owners say is in their way, in the sheet's order (item -1: of no known code).
    `today` is the day the sheet was read.
    `absent`: optional worksheets, and columns (worksheet, header) that mean something, that are not
    there and read as empty; no problem by the rules, but a reader is to know.
    """

    today: date
    settings: Settings
    owners: pd.DataFrame
    names: Names
    items: pd.DataFrame
    scope: pd.DataFrame
    entries: pd.DataFrame
    obstacles: pd.DataFrame
    groups: tuple[str, ...]
    problems: tuple[Problem, ...]
    worksheets: tuple[tuple[str, Link | None], ...]
    absent: tuple[tuple[str, str | None], ...] = ()

    @cached_property
    def newest_day(self) -> date | None:
        """The day of the newest entry that is not in the future; None for an empty log."""
        days = self.entries["day"]
        newest = days[days <= pd.Timestamp(self.today)].max()
        return None if pd.isna(newest) else newest.date()

    @cached_property
    def unit_labels(self) -> tuple[str, ...]:
        """The units' screen names, each once."""
        return tuple(self.owners.loc[self.owners["is_unit"], "label"].unique())

    @cached_property
    def agency_labels(self) -> tuple[str, ...]:
        """The agencies' screen names, each once."""
        return tuple(self.owners.loc[~self.owners["is_unit"], "label"].unique())

    def merged_by(self, day: date) -> NDArray[np.bool_]:
        """Tell of every owner whether by a day it is merged into another: its last day is past."""
        ended = self.owners["valid_until"].to_numpy() < np.datetime64(day)
        return ended & (self.owners["successor"].to_numpy() >= 0)


def agency_on(book: Book, written: str | None, day: date) -> str | None:
    """Return the agency that a name stands for on a day; one that is not known as written.

    One that has ended is the first valid one along its mergers, else the last of them.
    """
    meant = book.names.match(written).value if written else None
    if not meant or book.owners["is_unit"].iat[meant[0]]:
        return written
    successor = book.owners["successor"].to_numpy()
    merged = book.merged_by(day)
    chain = [book.names.on(written or "", meant, day)]
    while merged[chain[-1]]:
        chain.append(int(successor[chain[-1]]))
    valid = (owner for owner in chain if book.names.is_valid(owner, day))
    return str(book.owners["name"].iat[next(valid, chain[-1])])


def frame(columns: Mapping[Any, Any], types: Mapping[str, str]) -> pd.DataFrame:
    """Build a table with declared types, which an empty one keeps; the columns are not copied."""
    index = pd.RangeIndex(len(columns[next(iter(types))]))

    def typed(column: Any, type_: str) -> Any:
        if type_ in _OF_NUMPY:
            return np.asarray(column, type_)
        return pd.Series(column, index, type_, copy=False)

    return pd.DataFrame(
        {name: typed(columns[name], type_) for name, type_ in types.items()}, index, copy=False
    )

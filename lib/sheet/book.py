"""What reading the sheet yields: clean tables, settings and the list of problems."""

from dataclasses import dataclass
from enum import StrEnum

import pandas as pd

from lib.problem import Problem
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


@dataclass(frozen=True, eq=False)
class Book:
    """The sheet, read (columns and their types are the `…_TYPES` above; missing text is None).

    `owners`: units in the sheet's order, then agencies; the index is an owner's number, `successor`
    the number of the unit it is to be merged into (-1: none), `label` its name on screen;
    `sort_key` sorts names as CLDR's Vietnamese collation does.
    `items`: criteria, tasks and reporting periods; the index is an item's number; `due` is the last
    day in time. `scope`: who is asked for what, validity dates and mergers aside; `direct` where an
    owner is named itself, not through a group. `entries`: the log rows that count, in the sheet's
    order, `tab` the number of their worksheet in `worksheets` (title, Google's sheet number).
    `absent`: optional worksheets, and columns (worksheet, header) that mean something, that are not
    there and read as empty; no problem by the rules, but a reader is to know.
    """

    settings: Settings
    owners: pd.DataFrame
    items: pd.DataFrame
    scope: pd.DataFrame
    entries: pd.DataFrame
    groups: tuple[str, ...]
    problems: tuple[Problem, ...]
    worksheets: tuple[tuple[str, int | None], ...]
    absent: tuple[tuple[str, str | None], ...] = ()


def frame(columns: dict, types: dict[str, str]) -> pd.DataFrame:
    """Build a table with declared types, which an empty one keeps."""
    return pd.DataFrame(
        {name: pd.Series(columns[name], dtype=type_) for name, type_ in types.items()}
    )

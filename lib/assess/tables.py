"""The tables of an assessment: what the figures by number say by name, in screen order."""

from collections.abc import Mapping
from datetime import date
from typing import Any

import numpy as np
import pandas as pd
from numpy.typing import NDArray
from pandas.api.extensions import ExtensionArray

from lib.assess.obligations import Owing
from lib.assess.ranking import Figures
from lib.assess.status import Cells
from lib.assess.values import State
from lib.sheet import Book, Kind
from lib.sheet.book import frame
from lib.sheet.places import order_by

Numbers = NDArray[np.int64]

UNIT_TYPES = {
    "unit": "object",
    "label": "object",
    "group": "str",
    "rank": "Int64",
    "bearer": "int64",
    "light": "category",
    "met": "int64",
    "met_appraised": "int64",
    "total": "int64",
    "overdue": "int64",
    "at_risk": "int64",
    "no_data": "int64",
    "stale": "int64",
    "mandatory_overdue": "int64",
    "met_points": "float64",
    "max_points": "float64",
    "progress": "float64",
    "on_time_rate": "float64",
    "overall": "Int64",
}
AGENCY_TYPES = {
    "bearer": "int64",
    "agency": "object",
    "role": "object",
    "on_time_rate": "float64",
    "overdue": "int64",
    "due_soon": "int64",
    "open": "int64",
    "done": "int64",
}
CELL_TYPES = {
    "unit": "str",
    "code": "str",
    "agency": "object",
    "status": "category",
    "progress": "float64",
    "date": "datetime64[s]",
    "appraised": "bool",
    "inherited": "bool",
    "refused": "bool",
    "stale": "bool",
    "cause": "category",
    "expected": "float64",
    "bearer": "int64",
    "due": "datetime64[s]",
    "due_unreadable": "bool",
    "mandatory": "bool",
    "worksheet": "str",
    "row": "Int64",
    "evidence": "str",
    "author": "str",
}
OBLIGATION_TYPES = {
    "kind": "category",
    "bearer": "int64",
    "owner": "object",
    "is_unit": "bool",
    "code": "object",
    "title": "object",
    "agency": "object",
    "given": "datetime64[s]",
    "due": "datetime64[s]",
    "done": "datetime64[s]",
    "state": "category",
    "days_late": "float64",
}
OBSTACLE_TYPES = {
    "bearer": "int64",
    "owner": "str",
    "code": "object",
    "date": "datetime64[s]",
    "text": "str",
    "author": "str",
    "worksheet": "str",
    "row": "int64",
}


def units_table(book: Book, units: Figures) -> pd.DataFrame:
    """Name the units, whose figures are in screen order."""
    owner = units["owner"]
    names, labels = (book.owners[column].to_numpy()[owner] for column in ("name", "label"))
    return frame(units | {"unit": names, "label": labels, "bearer": owner}, UNIT_TYPES)


def agencies_table(
    book: Book,
    shown: Numbers,
    owed: Mapping[str, NDArray[np.intp]],
    rates: NDArray[np.float64],
) -> pd.DataFrame:
    """Name the agencies shown; `owed` counts in each state, like `rates`, by owner."""
    state = {state: counts[shown] for state, counts in owed.items()}
    return frame(
        {
            "bearer": shown,
            "agency": book.owners["name"].to_numpy()[shown],
            "role": book.owners["role"].to_numpy()[shown],
            "on_time_rate": rates[shown],
            "overdue": state[State.OVERDUE],
            "due_soon": state[State.DUE_SOON],
            "open": state[State.OPEN],
            "done": state[State.DONE_LATE] + state[State.DONE_ON_TIME],
        },
        AGENCY_TYPES,
    )


def cells_table(book: Book, items: pd.DataFrame, cells: Cells, units: Numbers) -> pd.DataFrame:
    """Name units and criteria, add what stands behind each cell, put units in screen order."""
    order = order_by(_on_screen(book, units)[cells.owner])
    owner, item, source = cells.owner[order], cells.item[order], cells.source[order]
    written = source >= 0
    worksheets = pd.Series([*(title for title, _ in book.worksheets), None], dtype="object")

    def behind(column: str, none: object) -> NDArray[Any]:
        """Return a column of the entries behind the cells, `none` where there is none."""
        values = book.entries[column].to_numpy()
        found = np.full(len(source), none, values.dtype)
        found[written] = values[source[written]]
        return found

    columns: dict[str, Any] = {
        "unit": _text(book.owners["name"], owner),
        "code": _text(items["code"], item),
        "date": cells.written[order],
        "bearer": owner,
        "worksheet": _text(worksheets, behind("tab", -1)),
        "row": pd.arrays.IntegerArray(behind("row", 0), ~written),
        "evidence": behind("evidence", ""),
        "author": behind("author", ""),
    }
    for name in ("agency", "due", "due_unreadable", "mandatory"):
        columns[name] = items[name].to_numpy()[item]
    for name in CELL_TYPES.keys() - columns.keys():
        columns[name] = getattr(cells, name)[order]
    return frame(columns, CELL_TYPES)


def obligations_table(
    book: Book,
    items: pd.DataFrame,
    standing_agency: str | None,
    owing: Owing,
    units: Numbers,
) -> pd.DataFrame:
    """Name owners and items, put what is overdue first."""
    late = np.where(owing.state == State.OVERDUE, owing.days_late, 0)
    due = np.where(np.isnat(owing.due), np.datetime64(date.max), owing.due)
    order = order_by(
        owing.state.codes,
        -late.astype(np.int64),
        due.astype(np.int64),
        _on_screen(book, units)[owing.owner],
    )
    owner, item = owing.owner[order], owing.item[order]
    names, is_unit = book.owners["name"].to_numpy(), book.owners["is_unit"].to_numpy()
    kinds = pd.Categorical(items["kind"], categories=[kind.value for kind in Kind])
    answers = np.where(is_unit, np.array(standing_agency, object), names)[owner]
    is_criterion = (items["kind"] == Kind.CRITERION).to_numpy()[item]
    columns: dict[str, Any] = {
        name: items[name].to_numpy()[item] for name in ("code", "title", "given")
    }
    columns |= {name: getattr(owing, name)[order] for name in ("due", "done", "state", "days_late")}
    columns |= {
        "kind": kinds.take(item),
        "bearer": owner,
        "owner": names[owner],
        "is_unit": is_unit[owner],
        "agency": np.where(is_criterion, items["agency"].to_numpy()[item], answers),
    }
    return frame(columns, OBLIGATION_TYPES)


def obstacles_table(book: Book, as_of: np.datetime64) -> pd.DataFrame:
    """Name owners and codes of the obstacles told up to a date, the newest first."""
    told = book.obstacles
    told = told[told["day"] <= as_of].sort_values("day", ascending=False, kind="stable")
    columns = {name: told[name].to_numpy() for name in told}
    codes = np.array([*book.items["code"], None], object)
    titles = np.array([title for title, _ in book.worksheets], object)
    named = {
        "bearer": columns["owner"],
        "owner": book.owners["name"].to_numpy()[columns["owner"]],
        "code": codes[columns["item"]],
        "date": columns["day"],
        "worksheet": titles[columns["tab"]],
    }
    return frame(columns | named, OBSTACLE_TYPES)


def _on_screen(book: Book, units: Numbers) -> Numbers:
    """Return by owner its place on screen: the units shown, then all others."""
    place = np.arange(len(book.owners)) + len(units)
    place[units] = np.arange(len(units))
    return place


def _text(texts: "pd.Series[str]", numbers: Numbers) -> ExtensionArray:
    """Return some of a few texts over and over."""
    return texts.astype("str").array.take(numbers)

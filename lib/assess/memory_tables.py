"""The tables of what memory tells: their columns, made of plain values."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from lib.sheet.book import frame

CELL_TYPES = {
    "unit": "object",
    "code": "object",
    "then_status": "object",
    "then_progress": "float64",
    "then_date": "datetime64[s]",
    "now_status": "object",
    "now_progress": "float64",
    "now_date": "datetime64[s]",
    "worksheet": "object",
    "row": "Int64",
}
OBLIGATION_TYPES = {
    "kind": "object",
    "owner": "object",
    "code": "object",
    "then_due": "datetime64[s]",
    "then_state": "object",
    "then_done": "datetime64[s]",
    "now_due": "datetime64[s]",
    "now_state": "object",
    "now_done": "datetime64[s]",
}
UNIT_TYPES = {
    "unit": "object",
    "then_light": "object",
    "then_rank": "Int64",
    "now_light": "object",
    "now_rank": "Int64",
}
LATE_TYPES = {
    "kind": "object",
    "owner": "object",
    "code": "object",
    "title": "object",
    "due": "datetime64[s]",
    "done": "datetime64[s]",
    "state": "object",
    "seen": "datetime64[s]",
}
AHEAD_TYPES = {
    "owner": "object",
    "code": "object",
    "date": "datetime64[s]",
    "seen": "datetime64[s]",
    "worksheet": "str",
    "row": "int64",
}


def tabled(rows: Sequence[tuple[Any, ...]], types: Mapping[str, str]) -> pd.DataFrame:
    """Make a table of rows of plain values."""
    columns = zip(*rows, strict=True) if rows else ((),) * len(types)
    typed = {
        name: days_of(column) if types[name].startswith("datetime") else list(column)
        for name, column in zip(types, columns, strict=True)
    }
    return frame(typed, types)


def days_of(days: Iterable[date | None]) -> NDArray[np.datetime64]:
    """Make a column of days; None is a gap."""
    return np.array(list(days), "datetime64[D]").astype("datetime64[s]")

"""A table's rows one by one, for where each becomes a line a reader sees."""

from typing import Any

import pandas as pd


def rows(frame: pd.DataFrame) -> list[Any]:
    """Return the rows as named tuples, their columns by name."""
    return list(frame.itertuples())


def row(frame: pd.DataFrame, label: int) -> Any:
    """Return the row under an index label, its columns by name."""
    return frame.loc[label]

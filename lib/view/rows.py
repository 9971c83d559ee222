"""One row of a table by its number."""

from typing import Any

import pandas as pd


def row(frame: pd.DataFrame, label: int) -> Any:
    """Return the row under an index label, its columns by name."""
    return frame.loc[label]

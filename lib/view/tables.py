"""Tables and key figures as a reader sees them: Vietnamese heads, cells as safe Markdown."""

from dataclasses import dataclass
from typing import Any

import pandas as pd


@dataclass(frozen=True, slots=True)
class Table:
    """Rows ready to show: `frame` holds Markdown that is safe as it stands.

    `right` names the columns of figures, `narrow` those that never wrap, `spare` those a phone has
    no room for; `title` tells a reader who cannot see the table what it holds.
    """

    frame: pd.DataFrame
    title: str
    right: tuple[str, ...] = ()
    narrow: tuple[str, ...] = ()
    spare: tuple[str, ...] = ()

    def __len__(self) -> int:
        return len(self.frame)


@dataclass(frozen=True, slots=True)
class Figure:
    """A key figure: its name, value and change; `good` tells which way is better (up, down)."""

    label: str
    value: str
    change: str | None = None
    good: str = "down"
    note: str | None = None


def row(frame: pd.DataFrame, label: int) -> Any:
    """Return the row under an index label, its columns by name."""
    return frame.loc[label]


def records(frame: pd.DataFrame) -> list[Any]:
    """Return a table's rows with its columns as attributes; their types are those of the columns."""
    return list(frame.itertuples())

"""Tables and key figures as a reader sees them: Vietnamese heads, cells as safe Markdown."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import pandas as pd


@dataclass(frozen=True, slots=True)
class Bar:
    """A bar drawn in a cell, its lengths in percent: `front` in a tone, `behind` it a paler one.

    `mark` is where a stroke crosses it, if anywhere.
    """

    front: float
    behind: float
    tone: str
    mark: float | None = None


@dataclass(frozen=True, slots=True)
class Line:
    """A small line drawn in a cell: points from its left and from its top, both 0–1."""

    points: tuple[tuple[float, float], ...]


@dataclass(frozen=True, slots=True)
class Table:
    """Rows ready to show: `frame` holds Markdown that is safe as it stands.

    `right` names the columns of figures, `narrow` those that never wrap, `spare` those a phone has
    no room for; `title` tells a reader who cannot see the table what it holds. `drawn` are by
    column what stands beside the text of its cells, row by row; None is nothing.
    """

    frame: pd.DataFrame
    title: str
    right: tuple[str, ...] = ()
    narrow: tuple[str, ...] = ()
    spare: tuple[str, ...] = ()
    drawn: Mapping[str, Sequence[Bar | Line | None]] = field(default_factory=dict)

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

"""Owners against items as one coloured grid: plain text and tones, ready to be drawn."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from typing import Any

MOST_ROWS = 150
"""A grid with more rows than this is no help to a reader: the worst are shown, or they narrow it."""

MOST_COLUMNS = 60


@dataclass(frozen=True, slots=True)
class Spot:
    """One cell: its mark, what it says in words, what a reader learns on pointing at it."""

    shape: str
    tone: str
    word: str
    lines: tuple[str, ...]
    href: str
    strong: bool = False


@dataclass(frozen=True, slots=True)
class Side:
    """The head of a row or column: its name, its own mark, what stands small beside it.

    `sign` stands behind the name and is read as `sign_word`; `lines` are what a reader learns on
    pointing at it, in place of its title.
    """

    group: str
    label: str
    note: str
    title: str = ""
    href: str = ""
    shape: str = ""
    tone: str = ""
    word: str = ""
    alert: int = 0
    sign: str = ""
    sign_word: str = ""
    lines: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Legend:
    """What one mark means."""

    shape: str
    tone: str
    word: str
    strong: bool = False


@dataclass(frozen=True, slots=True)
class Order:
    """A way to arrange a grid: what it is called, and the places of columns and rows in it."""

    word: str
    columns: tuple[int, ...]
    rows: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Lattice:
    """Rows by columns; a cell without a spot does not apply. All texts are plain.

    `lights` explain the marks of the rows; `only_alert` names the switch to the rows on alert;
    `well` names the switch to what asks for nothing, which a phone leaves out until then;
    `foot` tells each column's sum; `orders` are other ways to arrange it than as it is.
    """

    caption: str
    corner: str
    rows: tuple[Side, ...]
    columns: tuple[Side, ...]
    spots: tuple[tuple[Spot | None, ...], ...]
    legend: tuple[Legend, ...]
    nothing: str
    keys: str
    legend_head: str = ""
    lights_head: str = ""
    lights: tuple[Legend, ...] = ()
    only_alert: str = ""
    well: str = ""
    foot_head: str = ""
    foot: tuple[str, ...] = ()
    orders_head: str = ""
    orders: tuple[Order, ...] = ()

    def as_data(self) -> dict[str, Any]:
        """Return the grid as the values a browser reads."""
        return asdict(self)


def runs(sides: Sequence[Side]) -> list[tuple[str, int]]:
    """Return the groups of neighbouring heads, each with how many it spans."""
    found: list[tuple[str, int]] = []
    for side in sides:
        if found and found[-1][0] == side.group:
            found[-1] = (side.group, found[-1][1] + 1)
        else:
            found.append((side.group, 1))
    return found

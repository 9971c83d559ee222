"""One slide of a meeting, as plain values."""

from dataclasses import dataclass
from typing import Any

from lib.view.tables import Figure, Table


@dataclass(frozen=True, slots=True)
class Slide:
    """One slide; `key` names it, so that a viewer keeps the place when the numbers change.

    `tables` stand side by side; `text` is plain, said below them or when there is nothing to list.
    A `chart` stands on the wall in place of the tables, which then say the same on a phone and to
    who cannot see it.
    """

    key: str
    title: str
    figures: tuple[tuple[Figure, ...], ...] = ()
    tables: tuple[Table, ...] = ()
    text: str | None = None
    chart: Any | None = None


def numbered(title: str, part: int, parts: int) -> str:
    """Say which part of a title's slides one is, where there are several."""
    return title if parts == 1 else f"{title} ({part + 1}/{parts})"

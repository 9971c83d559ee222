"""What a sheet of the workbook is made of: heads, rows, words to colour, plain values."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any, Literal

import pandas as pd

from lib.export.briefing import Briefing
from lib.words import exports as said

Form = Literal["text", "whole", "decimal", "percent", "signed", "date"]
Row = tuple[Any, ...]


@dataclass(frozen=True, slots=True)
class Head:
    """A column: its head, its width in letters, the kind of its values (percent: 0–100)."""

    text: str
    width: float
    form: Form = "text"


@dataclass(frozen=True, slots=True)
class Annex:
    """One sheet; `colours` names runs of columns, counted from 1, and the tone of each word."""

    title: str
    heads: tuple[Head, ...]
    rows: Iterable[Row]
    colours: tuple[tuple[int, int, dict[str, str]], ...] = ()
    frozen: int = 0
    wide: bool = False


def titles(briefing: Briefing) -> dict[str, str]:
    """Return each item's title by its code."""
    items = briefing.book.items
    return dict(zip(items["code"], items["title"], strict=True))


def whole(value: Any) -> int | None:
    """Return a whole number, or None for a gap."""
    return None if pd.isna(value) else int(value)


def real(value: Any) -> float | None:
    """Return a number, or None for a gap."""
    return None if pd.isna(value) else float(value)


def day(value: Any) -> date | None:
    """Return a date without a time, or None for a gap."""
    return None if pd.isna(value) else value.date()


def yes(value: Any) -> str | None:
    """Return the word for yes, or None for no."""
    return said.YES if value else None

"""What a sheet of the workbook is made of: heads, rows, words to colour, plain values."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

import pandas as pd

from lib.export.briefing import Briefing
from lib.view.columns import Column, Form
from lib.view.tables import records

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


def annex(title: str, columns: Iterable[Column], table: pd.DataFrame, *, frozen: int = 0) -> Annex:
    """Make a sheet of a table's columns."""
    shown = tuple(columns)
    colours = tuple(
        (place, place, column.marked.tone_of_word)
        for place, column in enumerate(shown, 1)
        if column.marked
    )
    rows = (tuple(column.value(row) for column in shown) for row in records(table))
    return Annex(title, tuple(map(head, shown)), rows, colours, frozen)


def head(column: Column) -> Head:
    """Return a column's head."""
    return Head(column.workbook_head, column.letters, column.form)

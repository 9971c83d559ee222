"""Tables and key figures at their size: few rows of many, cards on a phone, figures side by side."""

import hashlib
from collections.abc import Sequence
from typing import Final

import streamlit as st

from lib import words
from lib.ui import parts
from lib.view.tables import Figure, Table
from lib.words import deadlines

LEAST_WIDTH: Final = 150
MOST_ROWS: Final = 200


def figures(told: Sequence[Figure]) -> None:
    """Show key figures side by side, as many a line as fit, with their changes and notes."""
    grid = st.grid(len(told), min_column_width=LEAST_WIDTH, gap="medium")
    for figure in told:
        with grid.cell(), st.container(gap="xsmall"):
            parts.figure(figure)


def first_rows(table: Table, *, phone: int | None = None) -> None:
    """Show a table's first rows, and say so where there are more.

    A phone shows the first `phone` rows until it is asked for all.
    """
    if phone is not None:
        with st.container(key=f"rows-m{phone}-{_digest(table)}"):
            first_rows(table)
        return
    if len(table) <= MOST_ROWS:
        parts.show_table(table)
        return
    parts.show_table(table, first=MOST_ROWS)
    most, number = words.count(MOST_ROWS), words.count(len(table))
    st.markdown(deadlines.MORE.format(most=most, number=number))


def cards(table: Table, *, unnamed: int = 1, phone: int | None = None, **rows: int) -> None:
    """Show a table that a phone reads as cards; the first `unnamed` columns it keeps need no head.

    A card has no room for heads above it, so each other cell begins with its column's name, which
    the page's script puts there. A phone shows the first `phone` cards until it is asked for all;
    `rows` are those of `parts.show_table`.
    """
    if table.frame.empty:
        return
    heads = list(table.frame.columns)
    named = [head for head in heads if head not in table.spare][unnamed:]
    marks = "".join(f"h{heads.index(head) + 1}-" for head in named)
    most = "" if phone is None else f"m{phone}-"
    with st.container(key=f"cards-{most}{marks}{_digest(table)}"):
        parts.show_table(table, **rows)


def _digest(table: Table) -> str:
    return hashlib.sha256(table.title.encode()).hexdigest()[:10]

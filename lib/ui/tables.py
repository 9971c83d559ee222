"""Tables and key figures at their size: few rows of many, cards on a phone, figures side by side."""

import hashlib
import json
from collections.abc import Sequence
from typing import Final

import streamlit as st

from lib import words
from lib.ui import parts
from lib.view.tables import Figure, Table
from lib.words import deadlines

LEAST_WIDTH: Final = 150
MOST_ROWS: Final = 200

_STYLE = """<style>@media (max-width:640px){{
.st-key-{key} :is(table,tbody,td){{display:block;width:auto!important}}
.st-key-{key} thead{{display:none}}
.st-key-{key} tr{{display:block;padding:.5rem 0;border-bottom:1px solid var(--st-border-color)}}
.st-key-{key}.st-key-{key} tbody td{{border:0!important;padding:.15rem 0!important;
  text-align:left!important;white-space:normal!important}}
.st-key-{key} td:empty{{display:none}}
{labels}{spare}}}</style>"""
_LABEL = ".st-key-{key} td:nth-child({at})::before{{content:{head};font-weight:600}}"
_SPARE = ".st-key-{key}.st-key-{key} tbody td:nth-child({at}){{display:none!important}}"


def figures(told: Sequence[Figure]) -> None:
    """Show key figures side by side, as many a line as fit, with their changes and notes."""
    grid = st.grid(len(told), min_column_width=LEAST_WIDTH, gap="medium")
    for figure in told:
        with grid.cell(), st.container(gap="xsmall"):
            parts.figure(figure)


def first_rows(table: Table) -> None:
    """Show a table's first rows, and say so where there are more."""
    if len(table) <= MOST_ROWS:
        parts.show_table(table)
        return
    parts.show_table(table, first=MOST_ROWS)
    most, number = words.count(MOST_ROWS), words.count(len(table))
    st.markdown(deadlines.MORE.format(most=most, number=number))


def cards(table: Table, *, unnamed: int = 1) -> None:
    """Show a table that a phone reads as cards; the first `unnamed` columns it keeps need no head.

    A card has no room for heads above it, so each other cell begins with its column's name.
    """
    if table.frame.empty:
        return
    heads = list(table.frame.columns)
    key = f"stacked-{hashlib.sha256(table.title.encode()).hexdigest()[:10]}"
    kept = [head for head in heads if head not in table.spare]
    labels = [
        _LABEL.format(
            key=key, at=heads.index(head) + 1, head=json.dumps(f"{head}: ", ensure_ascii=False)
        )
        for head in kept[unnamed:]
    ]
    spare = [_SPARE.format(key=key, at=heads.index(head) + 1) for head in table.spare]
    st.html(_STYLE.format(key=key, labels="".join(labels), spare="".join(spare)))
    with st.container(key=key):
        parts.show_table(table)

"""Tables that may grow beyond what a reader reads: their first rows, and how many there are."""

from typing import Final

import streamlit as st

from lib import words
from lib.ui import parts
from lib.view.tables import Table
from lib.words import deadlines

MOST_ROWS: Final = 200


def show(table: Table) -> None:
    """Show a table's first rows, and say so where there are more."""
    if len(table) <= MOST_ROWS:
        parts.show_table(table)
        return
    parts.show_table(table, first=MOST_ROWS)
    most, number = words.count(MOST_ROWS), words.count(len(table))
    st.markdown(deadlines.MORE.format(most=most, number=number))

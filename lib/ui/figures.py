"""Key figures side by side: as many a line as fit, two on a phone."""

from collections.abc import Sequence
from typing import Final

import streamlit as st

from lib.ui import parts
from lib.view.tables import Figure

LEAST_WIDTH: Final = 150


def show(figures: Sequence[Figure]) -> None:
    """Show key figures with their changes and notes."""
    grid = st.grid(len(figures), min_column_width=LEAST_WIDTH, gap="medium")
    for figure in figures:
        with grid.cell(), st.container(gap="xsmall"):
            parts.figure(figure)

"""The coloured grid as a browser draws it: a real table, reachable by keyboard, a list on phones."""

from functools import cache
from pathlib import Path
from typing import Any, Final

import streamlit as st

from lib.view.lattice import Lattice, runs

HERE: Final = Path(__file__).parent


def show(lattice: Lattice, *, key: str) -> None:
    """Draw the grid; texts go in as texts, never as markup."""
    data = lattice.as_data() | {"rowGroups": runs(lattice.rows), "groups": runs(lattice.columns)}
    _component()(data=data, key=key)


@cache
def _component() -> Any:
    return st.components.v2.component(
        "lattice",
        css=(HERE / "lattice.css").read_text("utf-8"),
        js=(HERE / "lattice.js").read_text("utf-8"),
    )

"""What a browser draws from our own scripts: the coloured grid, the reminders to copy.

Texts go in as texts, never as markup.
"""

from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import Any, Final

import streamlit as st

from lib import words
from lib.view.lattice import Lattice, runs
from lib.view.reminders import Reminder
from lib.words import deadlines

HERE: Final = Path(__file__).parent


def lattice(grid: Lattice, *, key: str) -> None:
    """Draw the coloured grid: a real table, reachable by keyboard, a list on phones."""
    data = grid.as_data() | {"rowGroups": runs(grid.rows), "groups": runs(grid.columns)}
    _component("lattice")(data=data, key=key)


def reminders(texts: Sequence[Reminder]) -> None:
    """List the reminders; works also where the browser has no clipboard for unsafe addresses."""
    told = [
        {
            "owner": text.label,
            "counts": _counts(text),
            "text": text.text,
            "label": deadlines.COPY_FOR.format(owner=text.label),
        }
        for text in texts
    ]
    said = {
        "copy": deadlines.COPY,
        "copied": deadlines.COPIED,
        "failed": deadlines.COPY_FAILED,
    }
    _component("reminders")(data={"reminders": told, "words": said}, key="reminders")


def _counts(text: Reminder) -> str:
    told = (
        deadlines.COUNT_OVERDUE.format(number=words.count(text.overdue)) if text.overdue else "",
        deadlines.COUNT_SOON.format(number=words.count(text.due_soon)) if text.due_soon else "",
    )
    return " · ".join(count for count in told if count)


@cache
def _component(name: str) -> Any:
    return st.components.v2.component(
        name,
        css=(HERE / f"{name}.css").read_text("utf-8"),
        js=(HERE / f"{name}.js").read_text("utf-8"),
    )

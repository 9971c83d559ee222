"""What a browser draws from our own scripts: the coloured grid, the reminders to copy.

Texts go in as texts, never as markup. They travel as compressed JSON: a component's own data would
have every Vietnamese letter escaped, and be written anew at each run.
"""

import gzip
import json
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import Any, Final

import streamlit as st

from lib import words
from lib.view.lattice import Lattice, runs
from lib.view.reminded import NOTHING, Reminded
from lib.view.reminders import Reminder
from lib.words import deadlines

HERE: Final = Path(__file__).parent
_COPYING: Final = {
    "copy": deadlines.COPY,
    "copied": deadlines.COPIED,
    "failed": deadlines.COPY_FAILED,
}


def lattice(packed: bytes, *, key: str) -> None:
    """Draw the coloured grid: a real table, reachable by keyboard, a list on phones."""
    _component("lattice")(data=packed, key=key)


def packed_lattice(grid: Lattice) -> bytes:
    """Make of a grid what `lattice` draws."""
    return _packed(grid.as_data() | {"rowGroups": runs(grid.rows), "groups": runs(grid.columns)})


def reminders(packed: bytes) -> None:
    """List the reminders; works also where the browser has no clipboard for unsafe addresses."""
    _component("reminders")(data=packed, key="reminders")


def copyable(title: str, text: str, *, button: str, label: str) -> None:
    """Show one text to copy, as the reminders are; `label` says in full what its button does."""
    told = {"owner": title, "counts": "", "text": text, "label": label}
    packed = _packed({"reminders": [told], "words": _COPYING | {"copy": button}})
    _component("reminders")(data=packed, key="copyable")


def packed_reminders(texts: Sequence[Reminder], reminded: Reminded = NOTHING) -> bytes:
    """Make of reminders what `reminders` lists."""
    told = [
        {
            "owner": text.label,
            "counts": _counts(text, reminded),
            "text": text.text,
            "label": deadlines.COPY_FOR.format(owner=text.label),
        }
        for text in texts
    ]
    return _packed({"reminders": told, "words": _COPYING})


def _packed(value: Any) -> bytes:
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return gzip.compress(text.encode(), mtime=0)


def _counts(text: Reminder, reminded: Reminded) -> str:
    told = (
        deadlines.COUNT_OVERDUE.format(number=words.count(text.overdue)) if text.overdue else "",
        deadlines.COUNT_SOON.format(number=words.count(text.due_soon)) if text.due_soon else "",
        reminded.of_owner(text.owner),
    )
    return " · ".join(count for count in told if count)


@cache
def _component(name: str) -> Any:
    script = f"{_text('packed.js')}\n{_text(f'{name}.js')}"
    return st.components.v2.component(name, css=_text(f"{name}.css"), js=script)


def _text(name: str) -> str:
    return (HERE / name).read_text("utf-8")

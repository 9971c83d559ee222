"""The pieces pages are made of: tables, charts, key figures, notices, links."""

import hashlib
import json
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import Any, Final

import streamlit as st

from lib import words
from lib.source.feed import Snapshot
from lib.ui import data, filters
from lib.ui.filters import Filters
from lib.view.marks import plain
from lib.view.tables import Table
from lib.words import screens

HERE: Final = Path(__file__).parent
MOST_COLUMNS: Final = 40


def chrome() -> None:
    """Put the style sheet and the page script in place."""
    st.html(_style())
    with st.container(key="chrome"):
        st.html(_script(), unsafe_allow_javascript=True)


def show_table(table: Table, *, height: int | None = None) -> None:
    """Show a table: every row, figures to the right; scrolls by itself where it is too wide."""
    if table.frame.empty:
        return
    with st.container(key=_alignment_key(table)):
        st.table(
            table.frame,
            border="horizontal",
            hide_index=True,
            alt=table.title,
            height=height or "content",
        )


def show_chart(chart: Any, *, title: str, alt: str) -> None:
    """Show a chart under a title that says what it finds, with a text for who cannot see it."""
    st.markdown(f"**{title}**")
    st.altair_chart(chart, width="stretch", alt=alt)


def heading(text: str, note: str | None = None) -> None:
    """Begin a section."""
    st.subheader(text, anchor=False)
    if note:
        st.caption(note)


def figure(label: str, value: str, change: str | None = None, *, good: str = "up") -> None:
    """Show a key figure with its change; `good` says which way is better: up, down or neither."""
    colour = {"up": "normal", "down": "inverse", "neither": "off"}[good]
    moved = change is not None and change[:1] in "+−↑↓"
    st.metric(
        label,
        value,
        change,
        delta_color=colour if moved else "off",
        delta_arrow=_arrow(change) if moved else "off",
    )


def nothing_left(chosen: Filters, text: str = screens.NOTHING_LEFT) -> None:
    """Say that the filters leave nothing and offer to clear them."""
    with st.container(border=True):
        st.markdown(text)
        if chosen.narrowing:
            st.button(screens.CLEAR, on_click=filters.clear, key="clear-nothing-left")


def source_failure(taken: Snapshot) -> None:
    """Say why the sheet cannot be read, since when, what is still shown and what to do."""
    if taken.failure is None:
        return
    told = words.failure_sentence(taken.failure.code, taken.failure.details)
    since = (
        f", {screens.SINCE.format(moment=words.day_and_clock(data.local(taken.failing_since)))}"
        if taken.failing_since
        else ""
    )
    shown = (
        screens.STILL_SHOWN.format(moment=words.day_and_clock(data.local(taken.read_at)))
        if taken.read_at
        else screens.NOTHING_SHOWN
    )
    text = (
        f"**{screens.FAILURE_TITLE}**{since}: {plain(told.what)}. {shown} "
        f"**{screens.TO_DO}** {plain(told.remedy)}"
    )
    (st.warning if taken.grids else st.error)(text)


def _arrow(change: str | None) -> str:
    return "up" if (change or "")[:1] in "+↑" else "down"


def _alignment_key(table: Table) -> str:
    heads = list(table.frame.columns)
    marks = [f"r{heads.index(head) + 1}" for head in table.right]
    marks += [f"n{heads.index(head) + 1}" for head in (*table.right, *table.narrow)]
    # The key becomes a class; the style sheet aligns columns by the marks in it.
    digest = hashlib.sha256(table.title.encode()).hexdigest()[:10]
    return f"table-{'-'.join(dict.fromkeys(marks))}-{digest}"


@cache
def _style() -> str:
    columns = range(1, MOST_COLUMNS + 1)
    right = ",".join(f'[class*="-r{n}-"] :is(td,th):nth-child({n})' for n in columns)
    narrow = ",".join(f'[class*="-n{n}-"] :is(td,th):nth-child({n}) p' for n in columns)
    rules = (
        f"{right}{{text-align:right!important}}",
        f"{narrow}{{white-space:nowrap!important}}",
        (HERE / "style.css").read_text("utf-8"),
    )
    return f"<style>{''.join(rules)}</style>"


@cache
def _script() -> str:
    script = (HERE / "page.js").read_text("utf-8")
    said = json.dumps(screens.CHROME, ensure_ascii=False)
    filled = script.replace('"__WORDS__"', said).replace("__SCROLLS__", screens.TABLE_SCROLLS)
    return f"<script>{filled}</script>"


def links(texts: Sequence[tuple[str, str]]) -> str:
    """Return links of (text, address) in one line of Markdown; texts are escaped."""
    return " · ".join(f"[{plain(text)}]({href})" for text, href in texts)

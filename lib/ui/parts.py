"""The pieces pages are made of: tables, charts, key figures, notices, links."""

import hashlib
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any, Final

import streamlit as st

from lib.ui import data, drawn, scripts
from lib.ui.filters import Filters
from lib.ui.once import drawn_once
from lib.view import marks
from lib.view.marks import plain
from lib.view.tables import Figure, Table
from lib.words import screens

HERE: Final = Path(__file__).parent
MOST_COLUMNS: Final = 40


@drawn_once
def chrome() -> None:
    """Put the style sheet and the page script in place."""
    with st.container(key="chrome"):
        tags = "".join(map(scripts.tag, ("page", "mine", "phone")))
        st.html(_style() + tags, unsafe_allow_javascript=True)


def show_table(table: Table, *, first: int | None = None, on_screen: int | None = None) -> None:
    """Show a table: figures to the right, no row hidden behind a scroll bar.

    `first` leaves out all rows but the first; those after `on_screen` appear in print only.
    """
    if table.frame.empty:
        return
    frame = table.frame if first is None else table.frame.head(first)
    with st.container(key=_alignment_key(table, on_screen)):
        shown = drawn.with_drawings(frame, table)
        st.table(shown, border="horizontal", hide_index=True, alt=table.title)


def show_chart(chart: Any, *, alt: str, title: str | None = None) -> None:
    """Show a chart under a title that says what it finds; `alt` tells it to who cannot see it.

    Title and alt are plain text.
    """
    if title:
        st.markdown(f"**{plain(title)}**")
    st.altair_chart(chart, width="stretch", alt=alt)


def heading(text: str, note_below: str | None = None) -> None:
    """Begin a section; the text is plain, the note Markdown."""
    st.subheader(plain(text), anchor=False)
    if note_below:
        note(note_below)


def note(text: str) -> None:
    """Add a small grey line of Markdown."""
    st.markdown(f":small[{marks.tone(text, 'grey')}]")


def card(title: str | None = None) -> Any:
    """Open a bordered card as high as its neighbours."""
    inside = st.container(border=True, height="stretch", gap="xsmall")
    if title:
        inside.markdown(f"**{title}**")
    return inside


def figure(shown: Figure) -> None:
    """Show a key figure with its change; a change for the better is green, else red."""
    rose = (shown.change or "").startswith("+")
    moved = rose or (shown.change or "").startswith("−")
    better = rose == (shown.good == "up")
    st.metric(
        shown.label,
        shown.value,
        shown.change,
        delta_color="off" if not moved else "green" if better else "red",
        delta_arrow="off" if not moved else "up" if rose else "down",
    )
    if shown.note:
        note(shown.note)


def fold(text: str) -> Any:
    """Open what a reader has to unfold and paper shows unfolded; the text is plain."""
    return st.expander(plain(text))


def section(heading_text: str) -> Any:
    """Open a section that a phone folds behind its heading; the text is plain."""
    inside = st.container(key=f"fold-{_digest(heading_text)}")
    inside.subheader(plain(heading_text), anchor=False)
    return inside


def links(*texts: tuple[str, str]) -> None:
    """Show links of (text, address) side by side; texts are plain."""
    st.markdown(" · ".join(marks.link(text, href) for text, href in texts))


def nothing_left(chosen: Filters, text: str | None = None, *others: tuple[str, str]) -> None:
    """Say that the filters leave nothing and offer to clear them, or that nothing is there yet.

    `others` are more links of (plain text, address) to where there is something.
    """
    nothing = screens.NOTHING_LEFT if chosen.narrowing else screens.NOTHING_YET
    with st.container(border=True):
        st.markdown(text or nothing)
        if chosen.narrowing:
            whole = chosen.href("", group=None, unit=None, agency=None)
            links((screens.CLEAR, whole or "?"), *others)


def first_use(illustrative: bool) -> None:
    """While the app shows its example workbook: say so, and how to connect a sheet."""
    if not illustrative or data.configuration() is not None:
        return
    with st.expander(screens.FIRST_USE_TITLE):
        for step in screens.FIRST_USE:
            st.markdown(step.format(file=plain(data.workbook_path().name)))


def _alignment_key(table: Table, on_screen: int | None) -> str:
    heads = list(table.frame.columns)
    marks = [f"r{heads.index(head) + 1}" for head in table.right]
    marks += [f"n{heads.index(head) + 1}" for head in (*table.right, *table.narrow)]
    marks += [f"s{heads.index(head) + 1}" for head in table.spare]
    marks += [] if on_screen is None else [f"f{on_screen}"]
    marks += [drawn.MARK] if table.drawn else []
    # The key becomes a class; the style sheet goes by the marks in it.
    return f"table-{'-'.join(dict.fromkeys(marks))}-{_digest(table.title)}"


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()[:10]


@cache
def _style() -> str:
    columns = range(1, MOST_COLUMNS + 1)
    right = ",".join(f'[class*="-r{n}-"] :is(td,th):nth-child({n})' for n in columns)
    narrow = ",".join(f'[class*="-n{n}-"] td:nth-child({n}) p' for n in columns)
    spare = ",".join(f'[class*="-s{n}-"] :is(td,th):nth-child({n})' for n in columns)
    first = ",".join(f'[class*="-f{n}-"] tbody tr:nth-child(n+{n + 1})' for n in columns)
    more = ",".join(
        f':is([class*="st-key-cards-m{n}-"],[class*="st-key-rows-m{n}-"]):not([data-open]) '
        f"tbody tr:nth-child(n+{n + 1}),"
        f'[class*="st-key-list-m{n}-"]:not([data-open])>:nth-child(n+{n + 1}):not(.more)'
        for n in columns
    )
    rules = (
        f"{right}{{text-align:right!important}}",
        '[class*="-r1-"] :is(td,th):nth-child(1){width:1%}',
        f"{narrow}{{white-space:nowrap!important}}",
        f"@media (max-width:640px){{{spare}{{display:none}}}}",
        f"@media screen{{{first}{{display:none}}}}",
        f"@media screen and (max-width:640px){{{more}{{display:none}}}}",
        f'[data-testid="stExpandSidebarButton"]::after{{content:"{screens.MENU}"}}',
        f'@media print{{[data-testid="stSkeleton"]::after{{content:"{screens.NOT_DRAWN}"}}}}',
        (HERE / "style.css").read_text("utf-8"),
        drawn.style_sheet(),
    )
    return f"<style>{''.join(rules)}</style>"


def switch(name: str, label: str, options: Mapping[str, Any]) -> str:
    """Let the reader choose one of the options, named by their `label`; the first until then.

    `name` is the address's parameter, the options' keys are its values: a link opens the view its
    sender saw.
    """
    first = next(iter(options))
    if st.session_state.get(name, first) not in options:
        st.session_state[name] = first
    chosen = st.segmented_control(
        label,
        list(options),
        default=None if name in st.session_state else first,
        format_func=lambda option: options[option].label,
        key=name,
        bind="query-params",
        label_visibility="collapsed",
        required=True,
    )
    return chosen or first

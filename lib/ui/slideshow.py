"""Shows slides one at a time, full screen, turned by keys, touch, buttons or a timer."""

import time
from functools import cache
from pathlib import Path
from typing import Final

import streamlit as st

from lib.ui import parts, scripts
from lib.ui.data import Current
from lib.ui.once import drawn_once
from lib.view import slides
from lib.view.marks import plain
from lib.view.slides import Slide
from lib.words import meeting

HERE: Final = Path(__file__).parent
PLACE: Final = "trang"
TURNING: Final = "chuyen"
BY_HAND: Final = 0
SECONDS: Final = (10, 15, 20, 30, 60)
_TURNED: Final = "slide-turned"


def show(shown: Current, *, leave: str) -> None:
    """Show the slide the address names; `leave` is the address of the page to go back to."""
    st.html(_style())
    with st.container(key="slide-script"):
        st.html(scripts.tag("slideshow"), unsafe_allow_javascript=True)
    seconds = st.session_state.get(TURNING) or None
    st.fragment(_slideshow, run_every=seconds)(shown, leave)


def _slideshow(shown: Current, leave: str) -> None:
    deck = _deck(shown)
    number = slides.place(deck, st.query_params.get(PLACE))
    if _time_to_turn():
        number = (number + 1) % len(deck)
        _turn(deck, number)
    _slide(shown, number)
    with st.container(key="slide-controls", horizontal=True, vertical_alignment="center"):
        _controls(deck, number, leave)


@drawn_once
def _deck(shown: Current) -> tuple[Slide, ...]:
    return slides.deck(shown, href=shown.owner_href)


@drawn_once
def _slide(shown: Current, number: int) -> None:
    slide = _deck(shown)[number]
    with st.container(key="slide"):
        st.header(plain(slide.title), anchor=False)
        with st.container(key="slide-body"):
            _body(slide)


def _body(slide: Slide) -> None:
    for row in slide.figures:
        for column, figure in zip(st.columns(len(row)), row, strict=True):
            with column, parts.card():
                parts.figure(figure)
    if slide.tables:
        for column, table in zip(
            st.columns(len(slide.tables), gap="large"), slide.tables, strict=True
        ):
            with column:
                parts.show_table(table)
    if slide.text:
        st.markdown(plain(slide.text))


def _controls(deck: tuple[Slide, ...], number: int, leave: str) -> None:
    last = len(deck) - 1

    def button(label: str, icon: str, key: str, to: int, *, off: bool = False) -> None:
        st.button(
            label,
            icon=icon,
            key=key,
            disabled=off,
            type="tertiary",
            on_click=_turn,
            args=(deck, to),
        )

    button(meeting.FIRST, ":material/first_page:", "dau", 0, off=number == 0)
    button(
        meeting.PREVIOUS, ":material/chevron_left:", "truoc", max(number - 1, 0), off=number == 0
    )
    st.markdown(
        f"**{meeting.POSITION.format(number=number + 1, total=len(deck))}**", width="content"
    )
    button(
        meeting.NEXT, ":material/chevron_right:", "sau", min(number + 1, last), off=number == last
    )
    button(meeting.LAST, ":material/last_page:", "cuoi", last, off=number == last)
    st.selectbox(
        meeting.TURNING,
        (BY_HAND, *SECONDS),
        format_func=_turning_word,
        key=TURNING,
        bind="query-params",
        label_visibility="collapsed",
        width=250,
        on_change=_start_turning,
    )
    st.button(
        meeting.FULL_SCREEN, icon=":material/fullscreen:", key="toan-man-hinh", type="tertiary"
    )
    parts.links((meeting.LEAVE, leave))


def _turning_word(seconds: int) -> str:
    if seconds == BY_HAND:
        return meeting.TURNING_OFF
    return f"{meeting.TURNING}: {meeting.TURNING_EVERY.format(seconds=seconds)}"


def _turn(deck: tuple[Slide, ...], number: int) -> None:
    st.query_params[PLACE] = deck[number].key
    st.session_state[_TURNED] = time.monotonic()


def _start_turning() -> None:
    st.session_state[_TURNED] = time.monotonic()
    st.rerun()


def _time_to_turn() -> bool:
    """Tell whether the slide has stood long enough; a turn by hand begins the time anew."""
    seconds: int = st.session_state.get(TURNING, BY_HAND)
    turned: float = st.session_state.setdefault(_TURNED, time.monotonic())
    return seconds != BY_HAND and time.monotonic() - turned >= seconds - 0.5


@cache
def _style() -> str:
    return f"<style>{(HERE / 'slideshow.css').read_text('utf-8')}</style>"

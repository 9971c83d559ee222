"""Shows slides one at a time, turned by keys, touch, buttons or a timer; or all, to be printed."""

import time
from functools import cache
from pathlib import Path
from typing import Final

import streamlit as st

from lib import words
from lib.ui import parts, scripts
from lib.ui.addresses import item_href
from lib.ui.current import Current
from lib.ui.once import drawn_once
from lib.view import slides, unit_slide
from lib.view.marks import plain
from lib.view.slide import Slide
from lib.words import conclusions, meeting, memory, screens

HERE: Final = Path(__file__).parent
PLACE: Final = "trang"
TURNING: Final = "chuyen"
PRINTED: Final = "in"
WHOLE_DECK: Final = "ca-bo"
FINDER: Final = "den"
BY_HAND: Final = 0
SECONDS: Final = (10, 15, 20, 30, 60)
_TURNED: Final = "slide-turned"
_LEFT: Final = "slide-left"
_VAIN: Final = "slide-vain"


def show(shown: Current, *, leave: str) -> None:
    """Show the slide the address names; `leave` is the address of the page to go back to."""
    st.html(_style())
    with st.container(key="slide-script"):
        st.html(scripts.tag("slideshow"), unsafe_allow_javascript=True)
    seconds = st.session_state.get(TURNING) or None
    st.fragment(_slideshow, run_every=seconds)(shown, leave)


def _slideshow(shown: Current, leave: str) -> None:
    deck = _deck(shown)
    if st.query_params.get(PRINTED):
        _whole_deck(shown, deck)
        return
    asked = st.query_params.get(PLACE)
    unit = unit_slide.unit(shown, asked)
    number = slides.place(deck, st.session_state.get(_LEFT) if unit else asked)
    if _time_to_turn():
        number, unit = (number + 1) % len(deck), None
        _turn(deck, number)
    with st.container(key="slide"):
        if unit:
            _unit_slide(shown, unit)
        else:
            _slide(shown, number)
    if told := st.session_state.pop(_VAIN, None):
        with st.container(key="slide-vain"):
            st.markdown(plain(meeting.NOBODY_CALLED.format(name=told)))
    with st.container(key="slide-controls", horizontal=True, vertical_alignment="center"):
        _controls(shown, deck, number, leave, returning=unit is not None)


@drawn_once
def _deck(shown: Current) -> tuple[Slide, ...]:
    return slides.deck(shown, href=shown.owner_href)


@drawn_once
def _slide(shown: Current, number: int) -> None:
    slide = _deck(shown)[number]
    leads = slide.key.startswith(slides.DIRECTIONS)
    lead = (conclusions.LEAD, shown.filters.href("ket-luan")) if leads else None
    _page(slide, 0, lead=lead)


@drawn_once
def _unit_slide(shown: Current, unit: str) -> None:
    _page(unit_slide.slide(shown, unit, href=item_href(shown)), 0)


def _whole_deck(shown: Current, deck: tuple[Slide, ...]) -> None:
    """Show all slides, a landscape page each; the page's script prints them once they are drawn."""
    with st.container(key="slide"), st.container(key="deck"):
        _pages(shown)
    # Drawn last: where it stands, so do all slides.
    with st.container(key="slide-controls", horizontal=True, vertical_alignment="center"):
        st.markdown(meeting.PRINTING, width="content")
        st.button(meeting.BACK, key="tro-lai", on_click=_leave_printing)


@drawn_once
def _pages(shown: Current) -> None:
    deck = _deck(shown)
    for number, slide in enumerate(deck, 1):
        _page(slide, number, foot=_foot(shown, number, len(deck)))


def _foot(shown: Current, number: int, total: int) -> str:
    """Say on each printed page what the screen's foot says."""
    settings = shown.book.settings
    dates = screens.DATES.format(as_of=words.day(shown.as_of), previous=words.day(shown.previous))
    told = (
        f"**▲ {screens.ILLUSTRATIVE}**" if settings.illustrative else None,
        f"**▲ {memory.RIBBON.format(day=words.day(shown.recalled))}**" if shown.recalled else None,
        plain(settings.name or screens.DEFAULT_PLAN),
        plain(settings.area),
        dates.rstrip(" ·"),
        meeting.POSITION.format(number=number, total=total),
    )
    return " · ".join(text for text in told if text)


def _page(
    slide: Slide, at: int, *, foot: str | None = None, lead: tuple[str, str] | None = None
) -> None:
    with st.container(key=f"slide-page-{at}"):
        st.header(plain(slide.title), anchor=False)
        with st.container(key=f"slide-body-{at}"):
            _body(slide, at)
            if lead:
                parts.links(lead)
        if foot:
            with st.container(key=f"slide-foot-{at}"):
                st.markdown(foot)


def _body(slide: Slide, at: int) -> None:
    for row in slide.figures:
        for column, figure in zip(st.columns(len(row)), row, strict=True):
            with column, parts.card():
                parts.figure(figure)
    if slide.chart is not None:
        st.altair_chart(slide.chart, width="content", alt=slide.title)
        with st.container(key=f"slide-rows-{at}"):
            for table in slide.tables:
                parts.show_table(table)
    elif slide.tables:
        for column, table in zip(
            st.columns(len(slide.tables), gap="large"), slide.tables, strict=True
        ):
            with column:
                parts.show_table(table)
    if slide.text:
        st.markdown(plain(slide.text))


def _controls(
    shown: Current, deck: tuple[Slide, ...], number: int, leave: str, *, returning: bool
) -> None:
    """Draw the buttons; from a unit's slide both ways lead back to where the deck was left."""
    last = len(deck) - 1
    before, after = (number, number) if returning else (max(number - 1, 0), min(number + 1, last))
    position = meeting.RETURN if returning else meeting.POSITION

    def button(label: str, icon: str, key: str, to: int) -> None:
        off = to == number and not returning
        st.button(
            label,
            icon=f":material/{icon}:",
            key=key,
            disabled=off,
            type="tertiary",
            on_click=_turn,
            args=(deck, to),
        )

    button(meeting.FIRST, "first_page", "dau", 0)
    button(meeting.PREVIOUS, "chevron_left", "truoc", before)
    st.markdown(f"**{position.format(number=number + 1, total=len(deck))}**", width="content")
    button(meeting.NEXT, "chevron_right", "sau", after)
    button(meeting.LAST, "last_page", "cuoi", last)
    st.selectbox(
        meeting.TURNING,
        (BY_HAND, *SECONDS),
        format_func=_turning_word,
        key=TURNING,
        bind="query-params",
        label_visibility="collapsed",
        width=210,
        on_change=_start_turning,
    )
    st.text_input(
        meeting.FIND,
        key=FINDER,
        placeholder=meeting.FIND,
        label_visibility="collapsed",
        on_change=_go,
        args=(shown, deck),
    )
    st.button(
        meeting.PRINT, icon=":material/print:", key="in-ca-bo", type="tertiary", on_click=_print
    )
    st.button(meeting.KEYS_TITLE, icon=":material/keyboard:", key="phim", type="tertiary")
    st.button(
        meeting.FULL_SCREEN, icon=":material/fullscreen:", key="toan-man-hinh", type="tertiary"
    )
    parts.links((meeting.LEAVE, leave))


def _print() -> None:
    st.query_params[PRINTED] = WHOLE_DECK


def _leave_printing() -> None:
    st.query_params.pop(PRINTED, None)


def _go(shown: Current, deck: tuple[Slide, ...]) -> None:
    """Go to the slide of that number, or to that of the unit so called."""
    asked = st.session_state[FINDER].strip()
    st.session_state[FINDER] = ""
    if asked.isdecimal():
        _turn(deck, min(max(int(asked), 1), len(deck)) - 1)
    elif asked and (key := unit_slide.key(shown, asked)):
        here = st.query_params.get(PLACE)
        if unit_slide.unit(shown, here) is None:
            st.session_state[_LEFT] = here
        st.query_params[PLACE] = key
        st.session_state[_TURNED] = time.monotonic()
    elif asked:
        st.session_state[_VAIN] = asked


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

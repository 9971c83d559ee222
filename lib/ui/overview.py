"""The body of Tổng quan."""

from dataclasses import replace
from typing import Final

import streamlit as st

from lib import words
from lib.ui import data, parts, tables
from lib.ui.current import Current
from lib.ui.once import drawn_once
from lib.view import (
    answers,
    changed,
    charts,
    coming,
    decisions,
    lasting,
    marks,
    memory,
    overview,
)
from lib.view import trend as trends
from lib.view.marks import plain
from lib.view.overview import Summary
from lib.view.tables import Figure
from lib.words import coming as said_coming
from lib.words import decisions as said_decisions
from lib.words import memory as said_memory
from lib.words import pages

SHOWN_RED: Final = 7
PRINTED_RED: Final = 200
SHOWN_DECISIONS: Final = 8
SHOWN_COMING: Final = 5
SHOWN_ON_PHONE: Final = 3
LETTERS: Final = 90


@drawn_once
def body(shown: Current) -> None:
    """Show the state, red units first, what was decided, what changed, what comes, the trend."""
    scope = overview.scope(shown.whole.items, shown.filters.agency)
    told = answers.answers(shown, href=shown.owner_href, criterion_href=shown.criterion_href)
    with st.container(key="answers"):
        st.markdown("\n".join(told))
    _figures(shown, scope)
    _remembered(shown)
    with st.container(key="sides"):
        left, right = st.columns([10, 9], gap="large")
    with left:
        _red(shown, scope)
    with right:
        _changes(shown, scope)
        _trend(shown, scope)
    _decided(shown, scope)
    _coming(shown, scope)


def _figures(shown: Current, scope: str | None) -> None:
    totals = overview.summary(shown.now), overview.summary(shown.before)
    with st.container(key="state"):
        lights, *others = st.columns([9, 5, 5, 5])
    lights_title = pages.LIGHTS_WHOLE if scope else pages.LIGHTS
    with lights, parts.card(lights_title), st.grid(4, min_column_width=56, gap="xsmall"):
        for figure in overview.light_figures(*totals):
            parts.figure(figure)
    for column, figure in zip(others, _figures_of(shown, totals), strict=True):
        with column, parts.card():
            parts.figure(figure)
            if scope:
                parts.note(plain(pages.SCOPE_ONLY.format(scope=scope)))


def _figures_of(shown: Current, totals: tuple[Summary, Summary]) -> tuple[Figure, ...]:
    late = memory.reports_written_late(shown)
    return overview.figures(*totals, shown.changes, written_late=late)


def _remembered(shown: Current) -> None:
    """Tell whether the last meeting's sheet was rewritten since, and lead to what was."""
    if shown.recollection.trouble:
        st.markdown(marks.tone(shown.recollection.trouble, "amber"))
    if shown.recollection.recalling:
        parts.note(said_memory.READING)
        if not (shown.memory and shown.memory.rewritten):
            return
    told = memory.sentence(shown)
    if told is None:
        return
    st.markdown(told)
    ways = []
    if memory.anything_rewritten(shown):
        ways.append((said_memory.SEE_LIST, shown.filters.href("chat-luong")))
    if shown.memory and shown.memory.rewritten:
        then = shown.filters.href("", as_of=shown.previous, previous=None, as_shown=True)
        ways.append((said_memory.SEE_AS_SHOWN, then))
    if ways:
        parts.links(*ways)


def _red(shown: Current, scope: str | None) -> None:
    units, since = shown.now.units, lasting.since_when(shown)
    red = overview.red_first(
        units, shown.whole, since, href=shown.unit_href, criterion_href=shown.criterion_href
    )
    parts.heading(overview.red_heading(len(red), len(units), scoped=scope is not None))
    with st.container(key="reasons"):
        tables.cards(red, unnamed=2, first=PRINTED_RED, on_screen=SHOWN_RED)
    if len(red) > SHOWN_RED:
        parts.links((overview.all_red(len(red)), shown.filters.href("den-tin-hieu")))


def _decided(shown: Current, scope: str | None) -> None:
    """Tell what the last meeting decided and what became of it."""
    if not decisions.any_given(shown.whole):
        return
    told = decisions.decisions(shown.now, previous=shown.previous, moved=shown.moved)
    heading = decisions.finding(told, previous=shown.previous)
    parts.heading(f"{heading} – {scope}" if scope else heading)
    named, href = shown.whole.labels, shown.owner_href
    first = told[:SHOWN_DECISIONS]
    listed = decisions.table(first, named, as_of=shown.as_of, href=href, letters=LETTERS)
    tables.cards(listed)
    if len(first) < len(told):
        more = said_decisions.ALL.format(number=words.count(len(told)))
        parts.links((more, shown.filters.href("trinh-chieu")))


def _coming(shown: Current, scope: str | None) -> None:
    """Tell what falls due until the next meeting and how many will hardly make it."""
    falling = coming.falling_due(shown)
    heading = coming.finding(shown, falling)
    parts.heading(f"{heading} – {scope}" if scope else heading)
    if falling.empty:
        return
    listed = coming.table(shown, falling, letters=LETTERS)
    first = replace(listed, frame=listed.frame.head(SHOWN_COMING))
    tables.cards(first, unnamed=2, phone=SHOWN_ON_PHONE)
    parts.note(coming.note(shown))
    if len(listed) > SHOWN_COMING:
        more = said_coming.ALL.format(number=words.count(len(listed)))
        parts.links((more, shown.filters.href("trinh-chieu")))


def _changes(shown: Current, scope: str | None) -> None:
    told = changed.changes(
        shown.now,
        shown.changes,
        shown.whole.labels,
        href=shown.owner_href,
        moves=scope is None,
        merged=shown.merged,
    )
    parts.heading(changed.heading(len(told), shown.previous, scope))
    parts.show_table(told)
    parts.links((pages.ALL_MOVES, shown.filters.href("xep-hang")))


def _trend(shown: Current, scope: str | None) -> None:
    dates = trends.trend_dates(shown.book.settings.start, shown.as_of)
    past = data.trend(shown, dates, agency=shown.filters.agency)
    trend = trends.trend(past, shown.now.units, scope=scope)
    if trend.total:
        chart = charts.trend_chart(trend.points, total=trend.total)
        parts.show_chart(chart, title=trend.title, alt=trend.alt)

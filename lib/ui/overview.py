"""The body of Tổng quan."""

from typing import Final

import streamlit as st

from lib.ui import data, parts
from lib.ui.data import Current
from lib.ui.once import drawn_once
from lib.view import changed, charts, overview
from lib.view import trend as trends
from lib.view.marks import plain
from lib.words import pages

SHOWN_RED: Final = 7
PRINTED_RED: Final = 200


@drawn_once
def body(shown: Current) -> None:
    """Show the state in figures, the red units first, what changed, the year's trend."""
    scope = overview.scope(shown.whole.items, shown.filters.agency)
    _figures(shown, scope)
    left, right = st.columns([10, 9], gap="large")
    with left:
        _red(shown, scope)
    with right:
        _changes(shown, scope)
        _trend(shown, scope)


def _figures(shown: Current, scope: str | None) -> None:
    totals = overview.summary(shown.now), overview.summary(shown.before)
    lights, *others = st.columns([9, 5, 5, 5])
    lights_title = pages.LIGHTS_WHOLE if scope else pages.LIGHTS
    with lights, parts.card(lights_title), st.grid(4, min_column_width=56, gap="xsmall"):
        for figure in overview.light_figures(*totals):
            parts.figure(figure)
    for column, figure in zip(others, overview.figures(*totals, shown.changes), strict=True):
        with column, parts.card():
            parts.figure(figure)
            if scope:
                parts.note(plain(pages.SCOPE_ONLY.format(scope=scope)))


def _red(shown: Current, scope: str | None) -> None:
    units, since = shown.now.units, shown.changes.red_since
    red = overview.red_first(units, shown.whole, since, href=shown.unit_href)
    parts.heading(overview.red_heading(len(red), len(units), scoped=scope is not None))
    parts.show_table(red, first=PRINTED_RED, on_screen=SHOWN_RED)
    if len(red) > SHOWN_RED:
        parts.links((overview.all_red(len(red)), shown.filters.href("den-tin-hieu")))


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

"""Tổng quan: the state in one screen, red units first, what changed, the year's trend."""

import streamlit as st

from lib.ui import data, parts
from lib.ui.shell import current
from lib.view import changed, charts, overview
from lib.view import trend as trends
from lib.view.marks import plain
from lib.words import pages

SHOWN_RED, PRINTED_RED = 7, 200

shown = current()
now, before = shown.now, shown.before
if now.units.empty or (now.cells.empty and now.obligations.empty):
    parts.nothing_left(shown.filters)
    st.stop()

totals = overview.summary(now), overview.summary(before)
changes = shown.changes
scope = overview.scope(shown.whole.items, shown.filters.agency)
lights, *others = st.columns([9, 5, 5, 5])
lights_title = pages.LIGHTS_WHOLE if scope else pages.LIGHTS
with lights, parts.card(lights_title), st.grid(4, min_column_width=56, gap="xsmall"):
    for figure in overview.light_figures(*totals):
        parts.figure(figure)
for column, figure in zip(others, overview.figures(*totals, changes), strict=True):
    with column, parts.card():
        parts.figure(figure)
        if scope:
            parts.note(plain(pages.SCOPE_ONLY.format(scope=scope)))

left, right = st.columns([10, 9], gap="large")
with left:
    red = overview.red_first(now.units, shown.whole, changes.red_since, href=shown.unit_href)
    parts.heading(overview.red_heading(len(red), len(now.units), scoped=scope is not None))
    parts.show_table(red, first=PRINTED_RED, on_screen=SHOWN_RED)
    if len(red) > SHOWN_RED:
        parts.links((overview.all_red(len(red)), shown.filters.href("den-tin-hieu")))
with right:
    told = changed.changes(
        now,
        changes,
        shown.whole.labels,
        href=shown.owner_href,
        moves=scope is None,
        merged=shown.merged,
    )
    parts.heading(changed.heading(len(told), shown.previous, scope))
    parts.show_table(told)
    parts.links((pages.ALL_MOVES, shown.filters.href("xep-hang")))
    dates = trends.trend_dates(shown.book.settings.start, shown.as_of)
    past = data.trend(shown, dates, agency=shown.filters.agency)
    trend = trends.trend(past, now.units, scope=scope)
    if trend.total:
        chart = charts.trend_chart(trend.points, total=trend.total)
        parts.show_chart(chart, title=trend.title, alt=trend.alt)

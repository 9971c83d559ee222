"""Xếp hạng: cohorts as bars and tables, or all units in one list."""

import streamlit as st

from lib.ui import parts
from lib.ui.shell import current
from lib.view import charts, ranking
from lib.words import pages

shown = current()
now = shown.now
if now.units.empty:
    parts.nothing_left(shown.filters)
    st.stop()

arranged = st.segmented_control(
    pages.ARRANGE,
    [pages.BY_GROUP, pages.ONE_LIST],
    default=pages.BY_GROUP,
    required=True,
    label_visibility="collapsed",
    key="xep",
    bind="query-params",
)
together = arranged == pages.ONE_LIST
if together:
    lists, number = {pages.ALL_UNITS: ranking.one_list(shown.whole.units)}, "overall"
else:
    lists, number = ranking.cohorts(shown.whole.units, shown.book.groups), "rank"

moved = shown.whole_changes.rank_change
parts.note(pages.BAR_NOTE.format(moves="" if together else pages.BAR_NOTE_MOVES))
for name, ranked in lists.items():
    units = ranked[ranked["unit"].isin(now.units["unit"])]
    if units.empty:
        continue
    parts.heading(ranking.finding(name, ranked, by=number))
    if together:
        parts.note(pages.ALL_TOGETHER_NOTE)
    with st.grid(2, min_column_width=640, gap="medium"):
        parts.show_chart(
            charts.ranking_chart(units, None if together else moved, number=number),
            alt=pages.RANKING_ALT.format(group=name),
        )
        title = pages.TABLE_TITLE.format(group=name)
        listed = ranking.ranking_table(
            units, moved, title=title, href=shown.unit_href, together=together
        )
        parts.show_table(listed)

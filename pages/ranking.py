"""Xếp hạng: cohorts as bars and tables, or all units in one list."""

import streamlit as st

from lib.ui import parts, ranking
from lib.ui.frame import current
from lib.words import pages

shown = current()
if shown.now.units.empty:
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
ranking.body(shown, together=arranged == pages.ONE_LIST)

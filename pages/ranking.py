"""Xếp hạng: each cohort as a table with bars, or all units in one list."""

import streamlit as st

from lib.ui import parts, ranking
from lib.ui.frame import current
from lib.view.lattice import MOST_ROWS
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
everyone = len(shown.now.units) <= MOST_ROWS or st.toggle(
    pages.ALL_RANKED, key="tat-ca", bind="query-params"
)
ranking.body(shown, together=arranged == pages.ONE_LIST, everyone=everyone)

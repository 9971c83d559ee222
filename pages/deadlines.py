"""Hạn & quá hạn: what is owed and overdue, by whom, the report calendar, the reminders."""

import streamlit as st

from lib.ui import owed, parts, tables
from lib.ui.shell import current
from lib.view.owed import anything, figures, of_kind
from lib.words import deadlines

shown = current()
now, before = shown.now, shown.before
if now.obligations.empty or (shown.filters.narrowing and not anything(now.obligations)):
    parts.nothing_left(shown.filters, deadlines.NOTHING_OWED)
    st.stop()

left, right = st.columns([5, 4], gap="large", vertical_alignment="center")
with left:
    soon_days = shown.book.settings.due_soon_days
    tables.figures(figures(now.obligations, before.obligations, due_soon_days=soon_days))
with right:
    owed.show_ageing(now.obligations)

with st.container(horizontal=True, gap="medium"):
    view = parts.switch(owed.VIEW, deadlines.VIEW, owed.VIEWS)
    kind = parts.switch(owed.KIND, deadlines.KIND, owed.KINDS) if owed.VIEWS[view].by_kind else None
owed.VIEWS[view].show(shown, of_kind(now.obligations, kind))

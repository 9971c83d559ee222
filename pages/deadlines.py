"""Hạn & quá hạn: what is owed and overdue, by whom, the report calendar, the reminders."""

import streamlit as st

from lib.ui import owed, parts
from lib.ui.frame import current
from lib.view.owed import anything
from lib.words import deadlines

shown = current()
obligations = shown.now.obligations
if obligations.empty or (shown.filters.narrowing and not anything(obligations)):
    # Of nobody, nothing being overdue is no good news.
    parts.nothing_left(shown.filters, None if shown.now.units.empty else deadlines.NOTHING_OWED)
    st.stop()

owed.summary(shown)
with st.container(horizontal=True, gap="medium"):
    view = parts.switch(owed.VIEW, deadlines.VIEW, owed.VIEWS)
    kind = parts.switch(owed.KIND, deadlines.KIND, owed.KINDS) if owed.VIEWS[view].by_kind else None
owed.VIEWS[view].show(shown, kind)

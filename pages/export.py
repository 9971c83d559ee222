"""Xuất báo cáo: the numbers on screen as documents, workbook, calendar, reminders and JSON."""

import streamlit as st

from lib import words
from lib.ui import exports, parts
from lib.ui.shell import current
from lib.view.reminders import reminders

shown = current()
briefing = exports.briefed(shown)
if briefing.now.units.empty and briefing.now.obligations.empty:
    parts.nothing_left(shown.filters)
    st.stop()

parts.note(exports.scope(briefing))
left, right = st.columns([3, 2], gap="medium")
with left:
    exports.document_card(briefing)
with right:
    exports.workbook_card(briefing)
first, second, third = st.columns(3, gap="medium")
with first:
    exports.calendar_card(briefing)
with second:
    exports.reminders_card(briefing, words.count(len(reminders(briefing.now, briefing.book))))
with third:
    exports.machine_card(briefing)

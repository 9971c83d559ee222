"""Xuất báo cáo: the numbers on screen as documents, workbook, calendar, reminders and JSON."""

import streamlit as st

from lib.ui import exports, parts
from lib.ui.frame import current

shown = current()
if shown.now.units.empty and shown.now.obligations.empty:
    parts.nothing_left(shown.filters)
    st.stop()

exports.scope(shown)
exports.ask_about_meeting(shown)
left, right = st.columns([3, 2], gap="medium")
with left:
    exports.document_card(shown)
with right:
    exports.workbook_card(shown)
left, right = st.columns([3, 2], gap="medium")
with left:
    exports.letters_card(shown)
with right:
    exports.reminders_card(shown)
left, right = st.columns([3, 2], gap="medium")
with left:
    exports.appraisal_card(shown)
    exports.dossier_card(shown)
with right:
    exports.calendar_card(shown)
    exports.machine_card(shown)

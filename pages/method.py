"""Cách tính: every number explained, with the sheet's own settings filled in."""

import streamlit as st

from lib.ui import parts, tables
from lib.ui.shell import current
from lib.view import method as rules
from lib.words import method

shown = current()
dates = {"as_of": shown.as_of, "previous": shown.previous}
with st.container(width=1100):
    st.markdown(method.INTRODUCTION)
    parts.heading(method.SETTINGS)
    tables.cards(rules.settings_table(shown.book.settings, **dates))
    for heading, text in rules.sections(shown.book, **dates):
        parts.heading(heading)
        st.markdown(text)

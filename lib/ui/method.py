"""The body of Cách tính."""

import streamlit as st

from lib.ui import parts, tables
from lib.ui.current import Current
from lib.ui.once import drawn_once
from lib.view import method as rules
from lib.words import method


@drawn_once
def body(shown: Current) -> None:
    """Show the settings and the rules by which each number is made."""
    dates = {"as_of": shown.as_of, "previous": shown.previous}
    with st.container(width=1100):
        st.markdown(method.INTRODUCTION)
        parts.heading(method.SETTINGS)
        tables.cards(rules.settings_table(shown.book.settings, **dates))
        for heading, text in rules.sections(shown.book, **dates):
            with parts.section(heading):
                st.markdown(text)

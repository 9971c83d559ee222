"""Trình chiếu: the briefing on the projector, slide by slide."""

import streamlit as st

from lib.ui import parts, slideshow
from lib.ui.shell import current
from lib.view import slides

shown = current()
now, before = shown.now, shown.before
if now.units.empty and now.obligations.empty:
    parts.nothing_left(shown.filters)
    st.stop()

deck = slides.deck(
    now,
    before,
    shown.changes,
    shown.book,
    whole=shown.whole,
    href=shown.owner_href,
    agency=shown.filters.agency,
    merged=shown.merged,
)
slideshow.show(deck, leave=shown.filters.href("./"))

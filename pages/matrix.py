"""Đèn tín hiệu: every unit against every criterion, red findable at a glance."""

import streamlit as st

from lib import words
from lib.ui import components, parts
from lib.ui.addresses import item_href
from lib.ui.shell import current
from lib.view import matrix
from lib.view.lattice import MOST_ROWS
from lib.words import matrix as said

shown = current()
now = shown.now
if now.units.empty or now.cells.empty:
    parts.nothing_left(shown.filters)
    st.stop()
if len(now.units) > MOST_ROWS:
    number = words.count(len(now.units))
    st.info(said.TOO_MANY.format(most=words.count(MOST_ROWS), number=number))
    st.stop()

parts.heading(matrix.finding(now, agency=shown.filters.agency))
components.lattice(matrix.lattice(now, shown.book, href=item_href(shown)), key="matrix")

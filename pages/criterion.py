"""Tiêu chí: one criterion – who has it, who lacks it and why, who must chase, its months."""

import streamlit as st

from lib.ui import components, criterion
from lib.ui.current import CODE
from lib.ui.frame import current

if (reminders := criterion.body(current(), st.query_params.get(CODE))) is not None:
    components.reminders(reminders)

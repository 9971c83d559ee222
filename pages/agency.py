"""Cơ quan: what one agency must do this week, whom it must chase, what it follows."""

import streamlit as st

from lib.ui import agency, item, unit
from lib.ui.shell import current
from lib.view.agency import own
from lib.view.tables import row

shown = current()
label = shown.filters.agency
if label is None:
    agency.choose(shown)
    st.stop()

owner = shown.called(label, is_unit=False)
name = row(shown.book.owners, owner)["name"]
if owner not in set(shown.whole.agencies["bearer"]):
    unit.absent(shown, owner)
    st.stop()
cells = agency.followed(shown, name)
owed = own(shown.whole.obligations, name)
agency.headline(shown, owner)
item.show(shown, owner)
agency.figures(shown, name, cells)
agency.week(shown, owed)
agency.chase(shown, name, cells)
unit.obstacles(shown, agency.of_agency(shown, name).obstacles)
agency.criteria(shown, cells)
unit.tasks(shown, label, owed)

"""Đơn vị: one unit, why its light is what it is, what it lacks, its items and its past."""

import streamlit as st

from lib.ui import item, parts, unit
from lib.ui.shell import current
from lib.view.tables import row

shown = current()
label = shown.filters.unit
if label is None:
    unit.choose(shown)
    st.stop()

owner = shown.called(label, is_unit=True)
name = row(shown.book.owners, owner)["name"]
if owner not in set(shown.whole.units["bearer"]):
    unit.absent(shown, owner)
    st.stop()

now = shown.now
if now.units.empty:
    parts.nothing_left(shown.filters)
    st.stop()
unit.headline(shown, name, label)
item.show(shown, owner)
unit.figures(shown, name)
told = now.obstacles
unit.obstacles(shown, told[told["bearer"] == owner])
unit.criteria(shown, owner, now.cells[now.cells["unit"] == name])
unit.tasks(shown, label, now.obligations[now.obligations["owner"] == name])
unit.ranks(shown, owner)
unit.past(shown, owner)

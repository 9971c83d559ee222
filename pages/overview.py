"""Tổng quan: the state in one screen, red units first, what changed, the year's trend."""

from lib.ui import overview, parts
from lib.ui.frame import current

shown = current()
now = shown.now
if now.units.empty or (now.cells.empty and now.obligations.empty):
    parts.nothing_left(shown.filters)
else:
    overview.body(shown)

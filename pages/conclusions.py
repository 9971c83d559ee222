"""Kết luận họp: what the meeting decides, changed on the spot; rows for the sheet, the notice."""

from lib.ui import conclusions, parts
from lib.ui.frame import current

shown = current()
if shown.now.units.empty and shown.now.obligations.empty:
    parts.nothing_left(shown.filters)
else:
    conclusions.show(shown)

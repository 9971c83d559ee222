"""Trình chiếu: the briefing on the projector, slide by slide."""

from lib.ui import parts, slideshow
from lib.ui.frame import current

shown = current()
if shown.now.units.empty:
    parts.nothing_left(shown.filters)
else:
    slideshow.show(shown, leave=shown.filters.href("./"))

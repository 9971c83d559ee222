"""Đơn vị: one unit, why its light is what it is, what it lacks, its items and its past."""

from lib.ui import addresses, exports, unit
from lib.ui.frame import current

shown = current()
if unit.first(shown, addresses.opened()):
    exports.dossier_card(shown)
    unit.more(shown)

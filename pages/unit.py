"""Đơn vị: one unit, why its light is what it is, what it lacks, its items and its past."""

from lib.ui import addresses, unit
from lib.ui.frame import current

unit.body(current(), addresses.opened())

"""Cơ quan: what one agency must do this week, whom it must chase, what it follows."""

from lib.ui import addresses, agency
from lib.ui.frame import current

agency.body(current(), addresses.opened())

"""Cách tính: every number explained, with the sheet's own settings filled in."""

from lib.ui import method
from lib.ui.frame import current

method.body(current())

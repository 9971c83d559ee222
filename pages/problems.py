"""Chất lượng số liệu: what is wrong in the sheet, who can mend it, who has not written."""

from lib.ui import quality
from lib.ui.frame import current

quality.body(current())

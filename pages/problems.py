"""Chất lượng số liệu: what is wrong in the sheet, who can mend it, who has not written."""

from lib.ui import quality
from lib.ui.shell import current

shown = current()
findings, silent = quality.found(shown), quality.silent(shown)
quality.figures(shown, findings, silent)
quality.unread(shown)
quality.to_mend(shown, findings)
quality.later(shown)
quality.silence(shown, silent)

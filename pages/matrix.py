"""Đèn tín hiệu: every unit against every criterion, red findable at a glance."""

from lib.ui import components, matrix, parts
from lib.ui.frame import current
from lib.view.marks import plain
from lib.words import matrix as said

shown = current()
now, agency = shown.now, shown.filters.agency
if agency and now.cells.empty and len(now.units):
    told = said.NO_CRITERIA.format(agency=plain(agency))
    parts.nothing_left(shown.filters, told, (agency, shown.agency_href(agency)))
elif now.units.empty or now.cells.empty:
    parts.nothing_left(shown.filters)
else:
    components.lattice(matrix.body(shown), key="matrix")

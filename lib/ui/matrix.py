"""The body of Đèn tín hiệu."""

from lib.ui import components, parts
from lib.ui.addresses import item_href
from lib.ui.current import Current
from lib.ui.once import drawn_once
from lib.view import matrix


@drawn_once
def body(shown: Current) -> bytes:
    """Say what the matrix finds, and make the grid that `components.lattice` draws."""
    parts.heading(
        matrix.finding(shown.now, agency=shown.filters.agency),
        matrix.left_out(shown.now),
    )
    grid = matrix.lattice(
        shown.now, shown.book, href=item_href(shown), criterion_href=shown.criterion_href
    )
    return components.packed_lattice(grid)

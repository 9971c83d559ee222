"""How a worksheet of the sheet is laid out, for rows made to be pasted into it."""

from collections.abc import Iterable
from dataclasses import dataclass

from lib.sheet.cells import is_blank, text_of
from lib.sheet.schema import Field, Worksheet
from lib.sheet.tabs import Tab, find_head


@dataclass(frozen=True, slots=True)
class Layout:
    """Which column stands at each place (None: one not read), the first free row, the codes.

    Without a head that is read, `headed` is False: the worksheet is to be made, or made anew.
    """

    title: str
    columns: tuple[str | None, ...]
    free_row: int
    codes: tuple[str, ...]
    headed: bool


def layout(tabs: Iterable[Tab], kind: Worksheet) -> Layout:
    """Find how the first worksheet of a kind that anyone's rows may stand in is laid out."""
    for tab in tabs:
        head = find_head(tab.grid, kind) if tab.kind is kind else None
        if head is None or head.missing:
            continue
        header_at = {place: header for header, place in head.positions.items()}
        rows = tab.grid.rows
        filled = (row for row, cells in enumerate(rows, 1) if not all(map(is_blank, cells)))
        at = head.positions[Field.CODE] - 1
        codes = (text_of(cells[at]) for cells in rows[head.row :] if len(cells) > at)
        return Layout(
            tab.title,
            tuple(header_at.get(place) for place in range(1, max(header_at) + 1)),
            max(filled, default=head.row) + 1,
            tuple(code for code in codes if code),
            headed=True,
        )
    columns = tuple(column.header for column in kind.columns)
    return Layout(kind.title, columns, 1, (), headed=False)

"""The form around the report's body: national motto, number and date, title, recipients, seal."""

from dataclasses import dataclass
from typing import Any, Final

from docx.document import Document as Paper
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.shared import Mm
from docx.table import Table as Grid

from lib.export.briefing import Briefing
from lib.export.sheet_of_paper import (
    AT_LEFT,
    CENTRE,
    TEXT_WIDTH,
    paragraph,
    rule_below,
)
from lib.export.text import clipped, one_line
from lib.sheet import Book
from lib.words import documents as said

_LEFT_WIDTH: Final = 70
_LONGEST: Final = 250
_LONGEST_SIGN: Final = 12


@dataclass(frozen=True, slots=True)
class Letterhead:
    """Who writes, from where, to whom: from the sheet, with gaps to fill in where it is silent."""

    agency: str
    sign: str
    place: str
    year: int
    recipient: str


def letterhead(briefing: Briefing) -> Letterhead:
    """Derive the letterhead from the plan's area and standing agency."""
    settings = briefing.book.settings
    area = clipped((settings.area or "").split(",")[0], _LONGEST)
    kind = next((k for k in said.AREA_KINDS if area.casefold().startswith(f"{k} ")), "")
    bare = area[len(kind) :].strip()
    standing_agency = briefing.now.standing_agency
    agency = clipped(standing_agency, _LONGEST)
    if kind and agency.casefold().endswith(f" {kind}"):
        agency = f"{agency} {bare}"
    return Letterhead(
        agency=agency,
        sign=_sign(briefing.book, standing_agency),
        place=bare or said.PLACE,
        year=briefing.as_of.year,
        recipient=said.TO_COMMITTEE.format(area=area) if area else said.RECIPIENT,
    )


def _sign(book: Book, agency: str | None) -> str:
    """Return the agency's abbreviation, if one of its other names is one."""
    aliases = book.owners.loc[book.owners["name"] == agency, "aliases"]
    names = aliases.iloc[0] if len(aliases) else ()
    signs = (one_line(name) for name in names)
    fits = (s for s in signs if s.isupper() and " " not in s and len(s) <= _LONGEST_SIGN)
    return next(fits, said.SIGN)


def write_head(paper: Paper, head: Letterhead, title: str) -> None:
    """Write everything above the opening."""
    grid = _grid(paper, (_LEFT_WIDTH, TEXT_WIDTH - _LEFT_WIDTH))
    left, right = grid.rows[0].cells
    _line(left, said.SUPERIOR, size=12)
    _line(left, head.agency.upper() or said.AGENCY, size=12, bold=True)
    rule_below(left, indent=_LEFT_WIDTH / 3)
    _line(right, said.STATE, size=12, bold=True)
    _line(right, said.MOTTO, size=13, bold=True)
    rule_below(right, indent=18)
    left, right = grid.rows[1].cells
    _line(left, said.NUMBER.format(sign=head.sign), size=13)
    _line(right, said.PLACE_AND_DATE.format(place=head.place, year=head.year), size=13, italic=True)
    paragraph(paper, said.REPORT, size=14, bold=True, align=CENTRE, before=14)
    paragraph(paper, clipped(title, 2 * _LONGEST), size=14, bold=True, align=CENTRE, after=2)
    rule_below(paper, indent=60)
    to = said.TO.format(recipient=head.recipient)
    paragraph(paper, to, align=CENTRE, before=10, after=6)


def write_opening(paper: Paper, briefing: Briefing, head: Letterhead, period: str) -> None:
    """Write on what ground and on which dates the report stands, and its filters."""
    opening = said.OPENING.format(
        plan=briefing.plan,
        agency=head.agency or said.WE,
        period=f"{period} " if period else "",
        as_of=long_day(briefing.as_of),
        previous=long_day(briefing.before.as_of),
    )
    paragraph(paper, opening, indent=True, before=6)
    if briefing.filters:
        scope = said.OPENING_SCOPE.format(filters=one_line(briefing.filters))
        paragraph(paper, scope, indent=True, before=6)


def write_close(paper: Paper, briefing: Briefing) -> None:
    """Write the last sentence, the receivers and the place for name and seal."""
    close = said.CLOSE.format(plan=briefing.plan)
    paragraph(paper, close, indent=True, before=6, after=12, keep=True)
    grid = _grid(paper, (TEXT_WIDTH / 2, TEXT_WIDTH / 2), rows=1)
    left, right = grid.rows[0].cells
    _line(left, said.SENT_TO, size=12, bold=True, italic=True, align=AT_LEFT)
    for receiver in said.RECEIVERS:
        _line(left, receiver, size=11, align=AT_LEFT)
    _line(right, said.SIGNER, size=13, bold=True)
    paragraph(right, said.SIGNATURE, size=13, italic=True, align=CENTRE, before=26, after=26)
    _line(right, said.SIGNER_NAME, size=13, bold=True)


def long_day(day: Any) -> str:
    """Write a date as documents do: ngày 05 tháng 9 năm 2024, ngày 15 tháng 02 năm 2024."""
    month = f"{day.month:02d}" if day.month <= 2 else str(day.month)
    return said.LONG_DAY.format(day=day.day, month=month, year=day.year)


def _grid(paper: Paper, widths: tuple[float, ...], *, rows: int = 2) -> Grid:
    """Add a table without rules whose cells are empty."""
    grid = paper.add_table(rows=rows, cols=len(widths))
    grid.autofit = False
    grid.alignment = WD_TABLE_ALIGNMENT.CENTER
    _no_padding(grid)
    for column, width in zip(grid.columns, widths, strict=True):
        column.width = Mm(width)
    for row in grid.rows:
        for cell, width in zip(row.cells, widths, strict=True):
            cell.width = Mm(width)
            spare: Any = cell.paragraphs[0]._p  # noqa: SLF001
            spare.getparent().remove(spare)
    return grid


def _no_padding(grid: Grid) -> None:
    sides = "".join(f'<w:{side} w:w="0" w:type="dxa"/>' for side in ("left", "right"))
    properties: Any = grid._tblPr  # noqa: SLF001 - python-docx has no cell margins
    margins = parse_xml(f"<w:tblCellMar {nsdecls('w')}>{sides}</w:tblCellMar>")
    properties.insert_element_before(margins, "w:tblLook")


def _line(cell: Any, text: str, **form: Any) -> None:
    paragraph(cell, text, **{"align": CENTRE, **form})

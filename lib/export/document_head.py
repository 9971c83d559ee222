"""The form around the report's body: national motto, number and date, title, recipients, seal."""

from dataclasses import dataclass
from typing import Any, Final

from docx.document import Document as Paper
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.shared import Mm
from docx.table import Table as Grid
from docx.text.paragraph import Paragraph

from lib.export.briefing import Briefing
from lib.export.sheet_of_paper import (
    AT_LEFT,
    CENTRE,
    TEXT_WIDTH,
    append,
    gap,
    paragraph,
    rule_below,
)
from lib.export.text import clipped, one_line
from lib.sheet import Settings
from lib.sheet.schema import LIST_SEPARATOR, Setting
from lib.words import documents as said

_LEFT_WIDTH: Final = 70
_LONGEST: Final = 250
_LONGEST_SIGN: Final = 12
ROOM_TO_SIGN: Final = 60
"""Points left free for signature and seal."""
_LABEL_INDENT, _NAMES_INDENT = 30, 48
"""Millimetres from the left of Kính gửi and of the names listed below it."""


@dataclass(frozen=True, slots=True)
class Letterhead:
    """Who writes, from where, to whom, who signs: the settings' words, else what follows from them.

    Where the sheet is silent stand gaps to fill in.
    """

    superior: str
    agency: str
    sign: str
    place: str
    year: int
    recipients: tuple[str, ...]
    receivers: tuple[str, ...]
    office: tuple[str, ...]
    signer: str


def letterhead(briefing: Briefing) -> Letterhead:
    """Take the letterhead from the settings, else from the plan's area and standing agency."""
    settings = briefing.book.settings
    area = clipped((settings.area or "").split(",")[0], _LONGEST)
    kind = _kind_of(area)
    bare = area[len(kind) :].strip()
    agency = _stated(settings, Setting.ISSUING_BODY) or _full_name(briefing, kind, bare)
    return Letterhead(
        superior=_stated(settings, Setting.SUPERIOR_BODY).upper() or said.GAP,
        agency=agency,
        sign=_sign(briefing, agency),
        place=_stated(settings, Setting.PLACE_NAME) or bare or said.PLACE,
        year=briefing.as_of.year,
        recipients=_several(settings, Setting.ADDRESSEE) or _addressees(settings, agency),
        receivers=_receivers(settings),
        office=_several(settings, Setting.SIGNER_OFFICE) or (said.GAP,),
        signer=_stated(settings, Setting.SIGNER) or said.GAP,
    )


def _addressees(settings: Settings, agency: str) -> tuple[str, ...]:
    """Return who is reported to: the area's committee and, by police, the police of the level above."""
    area, _, above = (settings.area or "").partition(",")
    area, above = (clipped(part, _LONGEST) for part in (area, above.partition(",")[0]))
    reported_to = [said.TO_COMMITTEE.format(area=area) if area else said.GAP]
    if _kind_of(above) and agency.casefold().startswith(said.POLICE.casefold()):
        reported_to.append(said.TO_POLICE.format(area=above))
    return tuple(reported_to)


def _kind_of(area: str) -> str:
    return next((kind for kind in said.AREA_KINDS if area.casefold().startswith(f"{kind} ")), "")


def _stated(settings: Settings, item: Setting) -> str:
    return clipped(settings.documents.get(item, ""), _LONGEST)


def _several(settings: Settings, item: Setting) -> tuple[str, ...]:
    """Return the parts of a setting, without the signs that the form puts around them."""
    parts = settings.documents.get(item, "").split(LIST_SEPARATOR)
    lines = (clipped(part, _LONGEST).lstrip("-– ").rstrip(" .,") for part in parts)
    return tuple(line for line in lines if line)


def _full_name(briefing: Briefing, kind: str, bare: str) -> str:
    """Name the standing agency with its area: Công an huyện is that of Sơn Dương."""
    agency = clipped(briefing.now.standing_agency, _LONGEST)
    return f"{agency} {bare}" if kind and agency.casefold().endswith(f" {kind}") else agency


def _receivers(settings: Settings) -> tuple[str, ...]:
    """Return who gets the document; the last line says where a copy is kept."""
    stated = _several(settings, Setting.RECIPIENTS)
    kept = any(line.casefold().startswith(said.KEPT) for line in stated)
    return stated if kept else (*(stated or said.RECEIVERS), said.ON_FILE)


def _sign(briefing: Briefing, issuing: str) -> str:
    """Return the issuing body's abbreviation, if it is an agency of the sheet that has one."""
    owners, standing = briefing.book.owners, briefing.now.standing_agency
    if standing is None or not issuing.casefold().startswith(standing.casefold()):
        return said.SIGN
    aliases = owners.loc[owners["name"] == standing, "aliases"]
    signs = (one_line(name) for names in aliases for name in names)
    fits = (s for s in signs if s.isupper() and " " not in s and len(s) <= _LONGEST_SIGN)
    return next(fits, said.SIGN)


def write_head(paper: Paper, head: Letterhead, title: str) -> None:
    """Write everything above the report's opening."""
    write_named(paper, head, said.NUMBER.format(sign=head.sign), said.REPORT, title)
    write_recipients(paper, head.recipients)


def write_named(paper: Paper, head: Letterhead, number: str, name: str, title: str) -> None:
    """Write the top of a document that has a name (a report, a notice), and what it is about."""
    write_top(paper, head, number)
    write_name(paper, name, title)


def write_name(paper: Paper, name: str, title: str) -> None:
    """Write a document's name and what it is about."""
    paragraph(paper, name, size=14, bold=True, align=CENTRE, before=14)
    paragraph(paper, clipped(title, 2 * _LONGEST), size=14, bold=True, align=CENTRE, after=2)
    rule_below(paper, indent=60)


def write_top(paper: Paper, head: Letterhead, number: str, about: str = "") -> None:
    """Write who issues the document, its number, place and date; a letter says below what about."""
    grid = _grid(paper, (_LEFT_WIDTH, TEXT_WIDTH - _LEFT_WIDTH))
    left, right = grid.rows[0].cells
    _line(left, head.superior, size=12)
    _line(left, head.agency.upper() or said.GAP, size=12, bold=True)
    rule_below(left, indent=_LEFT_WIDTH / 3)
    _line(right, said.STATE, size=12, bold=True)
    _line(right, said.MOTTO, size=13, bold=True)
    rule_below(right, indent=18)
    left, right = grid.rows[1].cells
    _line(left, number, size=13)
    if about:
        _line(left, clipped(about, _LONGEST), size=12)
    _line(right, said.PLACE_AND_DATE.format(place=head.place, year=head.year), size=13, italic=True)


def write_recipients(paper: Paper, recipients: tuple[str, ...]) -> None:
    """Write to whom the document goes."""
    if len(recipients) == 1:
        to = said.TO.format(recipient=recipients[0])
        paragraph(paper, to, align=CENTRE, before=10, after=6)
        return
    _beside(paragraph(paper, said.TO_SEVERAL, align=AT_LEFT, before=10), _LABEL_INDENT)
    for line in _list(recipients):
        _beside(paragraph(paper, line, align=AT_LEFT), _NAMES_INDENT)
    gap(paper)


def _beside(line: Paragraph, indent: float) -> None:
    line.paragraph_format.left_indent = Mm(indent)


def _list(names: tuple[str, ...]) -> list[str]:
    """Write names as the form lists them: a dash before each, a semicolon after, a full stop last."""
    ends = (*";" * (len(names) - 1), ".")
    return [f"- {name}{end}" for name, end in zip(names, ends, strict=True)]


def plan_sign(briefing: Briefing) -> str:
    """Name the plan with its number and date; where they are not known gaps stand to fill in."""
    signs = (Setting.PLAN_NUMBER, Setting.PLAN_DATE)
    number, day = (_stated(briefing.book.settings, item) or said.PLAN_GAP for item in signs)
    return said.PLAN_SIGN.format(plan=briefing.plan, number=number, day=day)


def write_opening(paper: Paper, briefing: Briefing, head: Letterhead, period: str) -> None:
    """Write on what ground and on which dates the report stands, and its filters."""
    compared = said.OPENING_COMPARED.format(previous=long_day(briefing.previous))
    opening = said.OPENING.format(
        plan=plan_sign(briefing),
        agency=head.agency or said.WE,
        period=f"{period} " if period else "",
        as_of=long_day(briefing.as_of),
        compared=compared if briefing.compared else "",
    )
    paragraph(paper, opening, indent=True, before=6)
    write_scope(paper, briefing)


def write_scope(paper: Paper, briefing: Briefing) -> None:
    """Say whose numbers these are, where filters are on."""
    if briefing.whose:
        whose = said.OPENING_SCOPE.format(whose=briefing.whose)
        paragraph(paper, whose, indent=True, before=6)


def write_close(paper: Paper, briefing: Briefing, head: Letterhead) -> None:
    """Write the report's last sentence, then its foot."""
    close = said.CLOSE.format(plan=briefing.plan)
    paragraph(paper, close, indent=True, before=6, after=12, keep=True)
    write_foot(paper, head)


def write_foot(paper: Paper, head: Letterhead) -> None:
    """Write the receivers and the place for name and seal."""
    grid = _grid(paper, (TEXT_WIDTH / 2, TEXT_WIDTH / 2), rows=1)
    left, right = grid.rows[0].cells
    _line(left, said.SENT_TO, size=12, bold=True, italic=True, align=AT_LEFT)
    for receiver in _list(head.receivers):
        _line(left, receiver, size=11, align=AT_LEFT)
    for line in head.office:
        _line(right, line.upper(), size=13, bold=True)
    paragraph(right, size=13, align=CENTRE, before=ROOM_TO_SIGN)
    _line(right, head.signer, size=13, bold=True)


def long_day(day: Any) -> str:
    """Write a date as documents do: ngày 05 tháng 9 năm 2024, ngày 15 tháng 02 năm 2024."""
    month = f"{day.month:02d}" if day.month <= 2 else str(day.month)
    return said.LONG_DAY.format(day=day.day, month=month, year=day.year)


def _grid(paper: Paper, widths: tuple[float, ...], *, rows: int = 2) -> Grid:
    """Add a table without rules whose cells are empty."""
    twips = [round(width / 25.4 * 1440) for width in widths]
    cells = "".join(
        f'<w:tc><w:tcPr><w:tcW w:type="dxa" w:w="{width}"/></w:tcPr></w:tc>' for width in twips
    )
    sides = "".join(f'<w:{side} w:w="0" w:type="dxa"/>' for side in ("left", "right"))
    across = "".join(f'<w:gridCol w:w="{width}"/>' for width in twips)
    grid = parse_xml(
        f'<w:tbl {nsdecls("w")}><w:tblPr><w:tblW w:type="auto" w:w="0"/><w:jc w:val="center"/>'
        f'<w:tblLayout w:type="fixed"/><w:tblCellMar>{sides}</w:tblCellMar><w:tblLook'
        f' w:firstColumn="1" w:firstRow="1" w:lastColumn="0" w:lastRow="0" w:noHBand="0" w:noVBand="1"'
        f' w:val="04A0"/></w:tblPr><w:tblGrid>{across}</w:tblGrid>{f"<w:tr><w:trPr><w:cantSplit/></w:trPr>{cells}</w:tr>" * rows}</w:tbl>'
    )
    append(paper, grid)
    return Grid(grid, paper)


def _line(cell: Any, text: str, **form: Any) -> None:
    paragraph(cell, text, **{"align": CENTRE, **form})

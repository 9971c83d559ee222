"""The annexes as a workbook: typed cells, frozen heads, filters, words with colours, ready to print."""

import io
from collections.abc import Iterable, Iterator
from datetime import datetime
from typing import Any, Final

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.formatting.rule import CellIsRule
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter

from lib.export.briefing import Briefing
from lib.export.spreadsheet_annexes import annexes
from lib.export.spreadsheet_shapes import Annex, Form
from lib.export.steady import steady
from lib.export.text import harmless
from lib.export.tints import tint
from lib.view.palette import LIGHT_THEME
from lib.words import exports

HEAD_ROW: Final = 4
"""Where the heads stand on every sheet: below the title, the scope and the ribbon."""

MOST_LETTERS: Final = 32_000  # a cell of a workbook holds 32,767

_FORMATS: Final[dict[Form, str]] = {
    "whole": "0",
    "decimal": "0.##",
    "percent": "0.0",
    "signed": "+0;-0;0",
    "date": "dd/mm/yyyy",
}
_A4: Final = 9
_A3: Final = 8
_WRAPPED: Final = Alignment(vertical="top", wrap_text=True)
_TOP: Final = Alignment(vertical="top")
_HEAD: Final = Alignment(horizontal="center", vertical="center", wrap_text=True)
_HEAD_FILL: Final = PatternFill("solid", fgColor="E8ECF1")
_BOLD: Final = Font(bold=True)
_WARNING: Final = Font(bold=True, color=LIGHT_THEME.text_tones["red"].lstrip("#"))


def spreadsheet(briefing: Briefing) -> bytes:
    """Write the workbook; the same briefing gives the same bytes."""
    book = Workbook(write_only=True)
    for annex in annexes(briefing):
        _write(book.create_sheet(annex.title), annex, briefing)
    midnight = datetime.combine(briefing.as_of, datetime.min.time())
    book.properties.title = harmless(briefing.plan)[:255]
    book.properties.subject = harmless(briefing.scope)[:255]
    book.properties.creator = harmless(briefing.book.settings.standing_agency)[:255]
    book.properties.keywords = briefing.ribbon
    book.properties.created = book.properties.modified = midnight
    content = io.BytesIO()
    book.save(content)
    return steady(content.getvalue(), briefing.as_of)


def _write(sheet: Any, annex: Annex, briefing: Briefing) -> None:
    rows = list(annex.rows)
    last_row = HEAD_ROW + max(len(rows), 1)
    last_column = get_column_letter(len(annex.heads))
    sheet.freeze_panes = f"{get_column_letter(annex.frozen + 1)}{HEAD_ROW + 1}"
    for place, head in enumerate(annex.heads, 1):
        sheet.column_dimensions[get_column_letter(place)].width = head.width
    _set_up_print(sheet, wide=annex.wide)
    title = exports.SHEET_HEAD.format(sheet=annex.title, plan=briefing.plan)
    sheet.append([_cell(sheet, harmless(title), font=Font(bold=True, size=13))])
    sheet.append([_cell(sheet, harmless(briefing.scope))])
    sheet.append([_cell(sheet, briefing.ribbon or "", font=_WARNING)])
    sheet.append(
        _cell(sheet, harmless(head.text), font=_BOLD, alignment=_HEAD, fill=_HEAD_FILL)
        for head in annex.heads
    )
    for row in rows:
        sheet.append(_row(sheet, row, annex))
    if not rows:
        sheet.append([_cell(sheet, exports.NOTHING)])
    sheet.auto_filter.ref = f"A{HEAD_ROW}:{last_column}{last_row}"
    _colour(sheet, annex, last_row)


def _row(sheet: Any, row: Iterable[Any], annex: Annex) -> Iterator[Any]:
    for value, head in zip(row, annex.heads, strict=True):
        if head.form == "text":
            text = None if value is None else harmless(value)[:MOST_LETTERS]
            yield _cell(sheet, text, alignment=_WRAPPED)
        else:
            yield _cell(sheet, value, alignment=_TOP, number_format=_FORMATS[head.form])


def _cell(sheet: Any, value: Any, **style: Any) -> Any:
    cell = WriteOnlyCell(sheet, value)
    if isinstance(value, str):
        cell.data_type = "s"  # never a formula
    for name, worn in style.items():
        setattr(cell, name, worn)
    return cell


def _set_up_print(sheet: Any, *, wide: bool) -> None:
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.paperSize = _A3 if wide else _A4
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
    sheet.sheet_properties.pageSetUpPr.fitToPage = True
    sheet.print_title_rows = f"1:{HEAD_ROW}"
    sheet.print_options.gridLines = True
    sheet.page_margins.left = sheet.page_margins.right = 0.4
    sheet.page_margins.top = sheet.page_margins.bottom = 0.6
    sheet.oddFooter.center.text = exports.PAGE_OF


def _colour(sheet: Any, annex: Annex, last_row: int) -> None:
    """Colour the columns that hold words of the vocabulary; the word itself stays."""
    for first, last, tones in annex.colours:
        letters = get_column_letter(first), get_column_letter(last)
        area = f"{letters[0]}{HEAD_ROW + 1}:{letters[1]}{last_row}"
        for word, tone in tones.items():
            fill = PatternFill(bgColor=tint(tone))
            rule = CellIsRule(operator="equal", formula=[f'"{word}"'], fill=fill)
            sheet.conditional_formatting.add(area, rule)

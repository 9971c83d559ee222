"""Workbooks: typed cells, frozen heads, filters, choices, words with colours, ready to print."""

import io
from collections.abc import Iterable, Iterator
from copy import copy
from datetime import datetime
from functools import cache, partial
from itertools import groupby
from typing import Any, Final

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.formatting.rule import CellIsRule
from openpyxl.styles import Alignment, Border, Font, NamedStyle, PatternFill, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation

from lib.export.briefing import Briefing
from lib.export.spreadsheet_annexes import Annex, annexes
from lib.export.text import harmless
from lib.steady import steady
from lib.view.columns import Form
from lib.view.palette import WARNING, tint
from lib.words import exports

HEAD_ROW: Final = 4
"""Where the heads stand on every sheet: below the title, the scope and the ribbon."""

MOST_LETTERS: Final = 32_000  # a cell of a workbook holds 32,767

_FORMATS: Final[dict[Form, str]] = {
    "text": "@",
    "whole": "0",
    "decimal": "0.##",
    "percent": "0.0",
    "signed": "+0;-0;0",
    "date": "dd/mm/yyyy",
    "iso": "yyyy-mm-dd",
}
_A4: Final = 9
_A3: Final = 8
_LINE: Final = 15.0  # points
_HEAD_HEIGHT: Final = 3 * _LINE + 2
_TALLEST: Final = 400.0  # a row's height ends at 409 points
_TYPEFACE: Final = "Calibri"
_RULE: Final = Side("thin", color="B5BDC7")
_BOX: Final = Border(left=_RULE, right=_RULE, top=_RULE, bottom=_RULE)

_TITLE: Final = NamedStyle("annex-title", font=Font(_TYPEFACE, 13, bold=True))
_SCOPE: Final = NamedStyle("annex-scope", font=Font(_TYPEFACE, 11))
_RIBBON: Final = NamedStyle("annex-ribbon", font=Font(_TYPEFACE, 11, bold=True, color=WARNING))
_HEAD: Final = NamedStyle(
    "annex-head",
    font=Font(_TYPEFACE, 11, bold=True),
    alignment=Alignment(horizontal="center", vertical="center", wrap_text=True),
    fill=PatternFill("solid", fgColor="E8ECF1"),
    border=_BOX,
)


def spreadsheet(briefing: Briefing) -> bytes:
    """Write the annexes as a workbook; the same briefing gives the same bytes."""
    return workbook(briefing, annexes(briefing))


def workbook(briefing: Briefing, sheets: Iterable[Annex]) -> bytes:
    """Write sheets of a briefing as a workbook."""
    book = Workbook(write_only=True)
    for style in (*_own_styles(), *_value_styles()):
        book.add_named_style(style)
    for annex in sheets:
        _write(book.create_sheet(annex.title), annex, briefing)
    midnight = datetime.combine(briefing.as_of, datetime.min.time())
    book.properties.title = harmless(briefing.plan)[:255]
    book.properties.subject = harmless(briefing.scope)[:255]
    book.properties.creator = harmless(briefing.now.standing_agency)[:255]
    book.properties.keywords = briefing.ribbon
    book.properties.created = book.properties.modified = midnight
    content = io.BytesIO()
    book.save(content)
    return steady(content.getvalue(), briefing.as_of)


def _write(sheet: Any, annex: Annex, briefing: Briefing) -> None:
    rows = list(annex.rows)
    last_row = HEAD_ROW + max(len(rows), 1)
    last_column = get_column_letter(len(annex.columns))
    sheet.freeze_panes = f"{get_column_letter(annex.frozen + 1)}{HEAD_ROW + 1}"
    for place, column in enumerate(annex.columns, 1):
        sheet.column_dimensions[get_column_letter(place)].width = column.letters
    _set_up_print(sheet, wide=annex.wide)
    title = f"{annex.title} – {briefing.plan}"
    cell = partial(_cell, sheet, {})
    sheet.append([cell(harmless(title), _TITLE.name)])
    sheet.append([cell(harmless(briefing.scope), _SCOPE.name)])
    above = " · ".join(filter(None, (briefing.ribbon, annex.hint)))
    sheet.append([cell(harmless(above), _RIBBON.name)])
    heads = [harmless(column.workbook_head) for column in annex.columns]
    sheet.row_dimensions[HEAD_ROW].height = _HEAD_HEIGHT
    sheet.append([cell(head, _HEAD.name) for head in heads])
    for number, row in enumerate(rows, HEAD_ROW + 1):
        values = [_value(column.value(row)) for column in annex.columns]
        _set_height(sheet, number, values, annex)
        pairs = zip(values, annex.columns, strict=True)
        sheet.append([cell(value, _style_name(column.form)) for value, column in pairs])
    if not rows:
        sheet.append([cell(exports.NOTHING, _SCOPE.name)])
    sheet.auto_filter.ref = f"A{HEAD_ROW}:{last_column}{last_row}"
    _colour(sheet, annex, last_row)
    for place, choices in annex.choices.items():
        letter = get_column_letter(place)
        _offer(sheet, f"{letter}{HEAD_ROW + 1}:{letter}{last_row}", choices)


def _set_height(sheet: Any, number: int, values: list[Any], annex: Annex) -> None:
    pairs = zip(values, annex.columns, strict=True)
    texts = ((value, max(1, int(column.letters))) for value, column in pairs)
    lines = max(
        -(-len(text) // width) + text.count("\n") if isinstance(text, str) else 1
        for text, width in texts
    )
    if lines > 1:
        sheet.row_dimensions[number].height = min(_LINE * lines + 2, _TALLEST)


def _value(value: Any) -> Any:
    return harmless(value)[:MOST_LETTERS] if isinstance(value, str) else value


def _cell(sheet: Any, worn: dict[str, Any], value: Any, style: str) -> Any:
    """Write a value in a named style, looked up once a sheet and held in `worn`."""
    cell = WriteOnlyCell(sheet, value)
    if isinstance(value, str):
        cell.data_type = "s"  # never a formula
    if style not in worn:
        cell.style = style
        worn[style] = cell._style  # noqa: SLF001 - openpyxl would look the name up for each cell
    cell._style = worn[style]  # noqa: SLF001
    return cell


def _own_styles() -> tuple[NamedStyle, ...]:
    return tuple(copy(style) for style in (_TITLE, _SCOPE, _RIBBON, _HEAD))


def _value_styles() -> Iterator[NamedStyle]:
    for form, number_format in _FORMATS.items():
        yield NamedStyle(
            _style_name(form),
            font=Font(_TYPEFACE, 11),
            alignment=Alignment(vertical="top", wrap_text=form == "text"),
            border=_BOX,
            number_format=number_format,
        )


@cache
def _style_name(form: Form) -> str:
    return f"annex-{form}"


def _set_up_print(sheet: Any, *, wide: bool) -> None:
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.paperSize = _A3 if wide else _A4
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
    sheet.sheet_properties.pageSetUpPr.fitToPage = True
    sheet.print_title_rows = f"1:{HEAD_ROW}"
    sheet.page_margins.left = sheet.page_margins.right = 0.4
    sheet.page_margins.top = sheet.page_margins.bottom = 0.7
    sheet.page_margins.header = sheet.page_margins.footer = 0.3
    sheet.oddFooter.center.text = exports.PAGE_OF


def _offer(sheet: Any, area: str, choices: tuple[str, ...]) -> None:
    """Let cells be chosen from a list; a cell may stay blank."""
    choice = DataValidation("list", f'"{",".join(choices)}"', allow_blank=True)
    choice.showErrorMessage = True
    choice.error = exports.CHOOSE_FROM.format(choices=", ".join(choices))
    choice.add(area)
    sheet.data_validations.append(choice)


def _colour(sheet: Any, annex: Annex, last_row: int) -> None:
    """Colour the columns that hold words of the vocabulary; the word itself stays."""
    for marked, run in groupby(enumerate(annex.columns, 1), lambda numbered: numbered[1].marked):
        places = [place for place, _ in run]
        first, last = get_column_letter(places[0]), get_column_letter(places[-1])
        area = f"{first}{HEAD_ROW + 1}:{last}{last_row}"
        for mark in (marked or {}).values():
            fill = PatternFill(bgColor=tint(mark.tone))
            rule = CellIsRule(operator="equal", formula=[f'"{mark.word}"'], fill=fill)
            sheet.conditional_formatting.add(area, rule)

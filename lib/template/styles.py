"""How a workbook's cells look: one named style a shape, and the conditional colours."""

from collections.abc import Iterable
from math import ceil
from typing import Final

from openpyxl import Workbook
from openpyxl.styles import Alignment, Border, Font, NamedStyle, PatternFill, Side
from openpyxl.styles.differential import DifferentialStyle
from openpyxl.styles.numbers import NumberFormat
from openpyxl.worksheet.dimensions import ColumnDimension

from lib.template import texts
from lib.template.rules import Paint, Shape

FONT = "Arial"
DATE_FORMAT = "dd/mm/yyyy"
HEAD = "sheet_head"

HEAD_COLOUR = "1F3864"

FORMATS: Final = {
    Shape.TEXT: "@",
    Shape.LONG_TEXT: "@",
    Shape.DATE: DATE_FORMAT,
    Shape.NUMBER: "0.##",
    Shape.PERCENT: "0.0",
    Shape.ANY: "General",
}
_CENTRED = frozenset({Shape.DATE, Shape.NUMBER, Shape.PERCENT})
_WRAPPED = frozenset({Shape.LONG_TEXT, Shape.ANY})

PAINTS: Final = {
    Paint.MET: ("D5EBE3", "00543C"),
    Paint.IN_PROGRESS: ("DCEBF7", "0B4A75"),
    Paint.NOT_MET: ("FBE0CC", "7F3300"),
    Paint.NOT_STARTED: ("E7E6E6", "404040"),
    Paint.PAST: ("FBE0CC", "7F3300"),
    Paint.SOON: ("FFF1B8", "5C4700"),
    Paint.ENDED: ("E7E6E6", "404040"),
    Paint.ILLUSTRATIVE: ("FFF1B8", "5C4700"),
}
"""Background and text of each paint: hues colour-blind readers tell apart, contrast above 7:1."""

BOLD = frozenset({Paint.NOT_MET, Paint.PAST, Paint.SOON, Paint.ILLUSTRATIVE})
_DAY_WORDS = frozenset({Paint.PAST, Paint.SOON, Paint.ENDED})


def style_name(shape: Shape) -> str:
    """Return the name of the cell style of a shape."""
    return f"sheet_{shape}"


def add_styles(book: Workbook) -> None:
    """Add the named styles to a workbook."""
    for shape, number_format in FORMATS.items():
        style = NamedStyle(style_name(shape), number_format=number_format)
        style.font, style.alignment = _font(), _alignment(shape)
        book.add_named_style(style)
    head = NamedStyle(HEAD)
    head.font = Font(name=FONT, size=11, bold=True, color="FFFFFF")
    head.fill = PatternFill("solid", fgColor=HEAD_COLOUR)
    head.alignment = Alignment(horizontal="center", vertical="center", wrap_text=True)
    side = Side(style="thin", color="8EA9DB")
    head.border = Border(left=side, right=side)
    book.add_named_style(head)


def dress_column(column: ColumnDimension, shape: Shape) -> None:
    """Give a column's empty cells the look of a shape, for lines added later."""
    column.font, column.alignment = _font(), _alignment(shape)
    column.number_format = FORMATS[shape]


def _font() -> Font:
    return Font(name=FONT, size=11)


def _alignment(shape: Shape) -> Alignment:
    across = "center" if shape in _CENTRED else "left"
    return Alignment(horizontal=across, vertical="top", wrap_text=shape in _WRAPPED)


def row_height(texts_and_widths: Iterable[tuple[object, int]], size: int = 11) -> float:
    """Return the height in points of a row whose texts wrap within their widths in characters.

    Programs differ in whether they fit rows on opening, so heights are written.
    """
    lines = max((ceil(len(str(text or "")) / width / 1.08) for text, width in texts_and_widths))
    return (size + 4) * max(1, lines) + 2


def painted(paint: Paint) -> DifferentialStyle:
    """Return a conditional look; a painted day also says in words what its colour means."""
    background, text = PAINTS[paint]
    look = DifferentialStyle(
        font=Font(color=text, bold=paint in BOLD), fill=PatternFill("solid", bgColor=background)
    )
    if paint in _DAY_WORDS:
        words = f'{DATE_FORMAT}" – {texts.message(paint)}"'
        look.numFmt = NumberFormat(numFmtId=200 + list(Paint).index(paint), formatCode=words)
    return look

"""Tables of a document: ruled, with heads repeated on each page and rows that never split."""

from collections.abc import Iterable
from dataclasses import dataclass
from math import ceil
from typing import Any, Final, Literal
from xml.sax.saxutils import escape, quoteattr

import pandas as pd
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from lib.export.sheet_of_paper import append
from lib.export.text import clipped
from lib.view import columns
from lib.view.palette import tint

MOST_LETTERS: Final = 900
"""A cell's longest text: a row that does not split must find room on one page."""

NAME_LETTERS: Final = 60
"""The longest name; a sentence may be longer."""

_TWIPS: Final = 1440 / 25.4

SHORT: Final = 8
"""A table of so many rows at most is not parted by the end of a page, unless it says otherwise."""

MOST_LINES: Final = 24
"""The lines, some half a page, above which a table of few rows is parted all the same."""

_LETTER: Final = 0.17
"""A letter's usual width in millimetres, for each point of its size."""

Align = Literal["left", "center", "right"]


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell; `fill` is a colour without its hash sign, never the only bearer of a meaning."""

    text: str
    align: Align = "left"
    bold: bool = False
    fill: str | None = None


Row = tuple[Cell | str, ...]


@dataclass(frozen=True, slots=True)
class Column:
    """A column's head and width in millimetres; `upright` turns the head by a quarter."""

    head: str
    width: float
    align: Align = "left"
    upright: bool = False


@dataclass(frozen=True, slots=True)
class Ruled:
    """A table to print: plain strings take their column's alignment.

    One of at most `unparted` rows and `MOST_LINES` lines stands whole on one page.
    `size` in points; `head_height` and `padding`, free at a cell's either side, in millimetres.
    """

    title: str
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    size: float = 11
    head_height: float = 0
    padding: float = 1
    unparted: int = SHORT


def ruled(title: str, listed: Iterable[columns.Column], table: pd.DataFrame) -> Ruled:
    """Print a table's columns; names are clipped, red stands out in bold."""
    shown = tuple(listed)
    heads = tuple(
        Column(each.head, each.millimetres, "right" if each.right else "left") for each in shown
    )
    rows = tuple(tuple(_filled(each, row) for each in shown) for row in table.itertuples())
    return Ruled(title, heads, rows)


def _filled(column: columns.Column, row: Any) -> Cell | str:
    if column.marked:
        mark = column.marked[column.figure_of(row)]
        return Cell(mark.on_paper, bold=mark.tone == "red", fill=tint(mark.tone))
    text = column.written(row)
    return text if column.long or column.right else clipped(text, NAME_LETTERS)


def place(paper: Any, table: Ruled) -> None:
    """Add a table at the end of a document."""
    append(paper, parse_xml(_xml(table)))


def _xml(table: Ruled) -> str:
    widths = [round(column.width * _TWIPS) for column in table.columns]
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    head = "".join(
        _cell(
            Cell(column.head, "center", bold=True, fill="E8ECF1"),
            width,
            table,
            upright=column.upright,
            kept=True,
        )
        for column, width in zip(table.columns, widths, strict=True)
    )
    height = f'<w:trHeight w:val="{round(table.head_height * _TWIPS)}" w:hRule="atLeast"/>'
    properties = f"<w:cantSplit/>{height if table.head_height else ''}<w:tblHeader/>"
    last, whole = len(table.rows) - 1, _stands_whole(table)
    rows = "".join(
        _row(row, widths, table, kept=whole and place < last)
        for place, row in enumerate(table.rows)
    )
    return (
        f"<w:tbl {nsdecls('w')}>{_properties(table, sum(widths))}<w:tblGrid>{grid}</w:tblGrid>"
        f"<w:tr><w:trPr>{properties}</w:trPr>{head}</w:tr>{rows}</w:tbl>"
    )


def _stands_whole(table: Ruled) -> bool:
    """Tell whether the end of a page must not part a table: it leaves at most half a page empty."""
    letter = _LETTER * table.size
    return (
        len(table.rows) <= table.unparted
        and sum(
            max(
                ceil(
                    len(cell.text if isinstance(cell, Cell) else cell)
                    * letter
                    / (column.width - 2 * table.padding)
                )
                for cell, column in zip(row, table.columns, strict=True)
            )
            for row in table.rows
        )
        <= MOST_LINES
    )


def _properties(table: Ruled, width: int) -> str:
    sides = ("top", "left", "bottom", "right", "insideH", "insideV")
    borders = "".join(
        f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="000000"/>' for side in sides
    )
    padding = round(table.padding * _TWIPS)
    margins = "".join(f'<w:{side} w:w="{padding}" w:type="dxa"/>' for side in ("left", "right"))
    return (
        f'<w:tblPr><w:tblW w:w="{width}" w:type="dxa"/><w:jc w:val="center"/>'
        f'<w:tblBorders>{borders}</w:tblBorders><w:tblLayout w:type="fixed"/>'
        f'<w:tblCellMar>{margins}</w:tblCellMar><w:tblLook w:val="0020" w:firstRow="1"/>'
        f"<w:tblCaption w:val={quoteattr(clipped(table.title, MOST_LETTERS))}/></w:tblPr>"
    )


def _row(row: Row, widths: list[int], table: Ruled, *, kept: bool) -> str:
    cells = (
        cell if isinstance(cell, Cell) else Cell(cell, column.align)
        for cell, column in zip(row, table.columns, strict=True)
    )
    filled = "".join(
        _cell(cell, width, table, kept=kept) for cell, width in zip(cells, widths, strict=True)
    )
    return f"<w:tr><w:trPr><w:cantSplit/></w:trPr>{filled}</w:tr>"


def _cell(
    cell: Cell, width: int, table: Ruled, *, upright: bool = False, kept: bool = False
) -> str:
    """Write a cell; what is `kept` stays on the page of the row below."""
    shade = f'<w:shd w:val="clear" w:color="auto" w:fill="{cell.fill}"/>' if cell.fill else ""
    turned = '<w:textDirection w:val="btLr"/>' if upright else ""
    bold = "<w:b/>" if cell.bold else ""
    keep = "<w:keepNext/>" if kept else ""
    half_points = round(table.size * 2)
    sizes = f'<w:sz w:val="{half_points}"/><w:szCs w:val="{half_points}"/>'
    text = escape(clipped(cell.text, MOST_LETTERS))
    return (
        f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{shade}{turned}'
        f'<w:vAlign w:val="center"/></w:tcPr><w:p><w:pPr>{keep}<w:spacing w:before="20" w:after="20" '
        f'w:line="240" w:lineRule="auto"/><w:jc w:val="{cell.align}"/><w:rPr>{sizes}</w:rPr></w:pPr>'
        f"<w:r><w:rPr>{bold}{sizes}</w:rPr>"
        f'<w:t xml:space="preserve">{text}</w:t></w:r></w:p></w:tc>'
    )

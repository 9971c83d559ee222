"""Reads a workbook (.xlsx, .xlsm) lying on this machine into grids.

The file is copied into memory and closed before it is looked into, so that a spreadsheet program
can replace it at any moment. Each worksheet is parsed once, as a stream, by the parser that both of
openpyxl's own readers rest on: its read-only mode knows nothing of merged ranges, its full mode
keeps an object for every cell, and neither tells a formula never calculated from a blank cell
without loading the file twice.
"""

import time
import zlib
from collections.abc import Callable, Iterator
from datetime import date, datetime, timedelta
from datetime import time as time_of_day
from io import BytesIO
from pathlib import Path
from typing import Any
from xml.etree.ElementTree import iterparse
from zipfile import BadZipFile

from openpyxl import load_workbook
from openpyxl.utils.datetime import from_excel
from openpyxl.utils.escape import unescape
from openpyxl.worksheet._reader import (
    FORMULA_TAG,
    MERGE_TAG,
    ROW_TAG,
    WorkSheetParser,
)
from openpyxl.worksheet.merge import MergeCells

from lib.grid import Cell, Grid
from lib.source.errors import SourceError, SourceErrorCode
from lib.source.rows import Merge, filled, plain, trimmed

NOT_CALCULATED = "Loading..."
"""What Google shows in a formula's cell before its value; reading reports it as a cell error."""

UNREADABLE = (
    BadZipFile,
    zlib.error,
    SyntaxError,
    LookupError,
    ValueError,
    TypeError,
    AttributeError,
    ArithmeticError,
    EOFError,
    OSError,
    NotImplementedError,
    RuntimeError,
)
"""What openpyxl, zipfile and the XML parser raise on a broken package."""

ZIP_START = b"PK"
CONTENT_TYPES = b"[Content_Types].xml"
TRIES = 3
PAUSE_SECONDS = 0.15


def read_workbook(path: Path) -> tuple[Grid, ...]:
    """Read every worksheet, hidden ones too, with formulas as the values last calculated.

    Dates are dates, times of day and durations are fractions of a day, errors are their text; a
    formula that was never calculated (a file written by a program) reads as `Loading...`. Raises
    SourceError.
    """
    content = _content(path)
    if not content.startswith(ZIP_START) and content:
        raise SourceError(SourceErrorCode.NOT_A_WORKBOOK, path=str(path))
    try:
        return _grids(content)
    except UNREADABLE as problem:
        raise SourceError(_kind_of_damage(content), path=str(path)) from problem


def read_saved_workbook(
    path: Path, *, pause: Callable[[float], object] = time.sleep
) -> tuple[Grid, ...]:
    """Read a workbook that somebody may be saving: a moment's absence or half a file is waited out.

    Raises SourceError when it lasts.
    """
    for _ in range(TRIES - 1):
        try:
            return read_workbook(path)
        except SourceError as failure:
            if failure.code is SourceErrorCode.NOT_A_WORKBOOK:
                raise
            pause(PAUSE_SECONDS)
    return read_workbook(path)


def workbook_stamp(path: Path) -> tuple[int, ...]:
    """Tell cheaply whether the file is still the one last read: empty when it is not there."""
    try:
        found = path.stat()
    except OSError:
        return ()
    return (found.st_mtime_ns, found.st_size, found.st_ino)


def _content(path: Path) -> bytes:
    try:
        before = workbook_stamp(path)
        content = path.read_bytes()
    except FileNotFoundError as problem:
        raise SourceError(SourceErrorCode.WORKBOOK_MISSING, path=str(path)) from problem
    except IsADirectoryError as problem:
        raise SourceError(SourceErrorCode.NOT_A_WORKBOOK, path=str(path)) from problem
    except OSError as problem:
        raise SourceError(SourceErrorCode.WORKBOOK_LOCKED, path=str(path)) from problem
    if workbook_stamp(path) != before:
        raise SourceError(SourceErrorCode.WORKBOOK_LOCKED, path=str(path))
    return content


def _kind_of_damage(content: bytes) -> SourceErrorCode:
    """Tell another kind of zip file (.ods, .docx) from a workbook that is broken."""
    other = b"mimetypeapplication/" in content[:80] or (
        CONTENT_TYPES in content[-100_000:] and b"xl/workbook.xml" not in content[-100_000:]
    )
    return SourceErrorCode.NOT_A_WORKBOOK if other else SourceErrorCode.WORKBOOK_DAMAGED


def _grids(content: bytes) -> tuple[Grid, ...]:
    workbook: Any = load_workbook(BytesIO(content), read_only=True, data_only=True)
    return tuple(_grid(workbook, sheet) for sheet in workbook.worksheets)


def _grid(workbook: Any, sheet: Any) -> Grid:
    with sheet._get_source() as source:
        parser = _Cells(source, workbook, sheet)
        rows: list[tuple[Cell, ...]] = []
        for number, cells in parser.numbered_rows():
            rows.extend(() for _ in range(number - 1 - len(rows)))
            rows.append(_row(cells))
    return Grid(sheet.title, filled(trimmed(rows), parser.merges))


def _row(cells: list[tuple[int, Cell]]) -> tuple[Cell, ...]:
    values: list[Cell] = []
    for column, value in cells:
        values.extend([None] * (column - 1 - len(values)))
        values.append(value)
    return tuple(values)


class _Cells(WorkSheetParser):  # openpyxl has no types
    """One worksheet's XML as numbered rows of plain values, and then its merged ranges."""

    def __init__(self, source: Any, workbook: Any, sheet: Any) -> None:
        strings: Any = [_text(string) for string in sheet._shared_strings]
        super().__init__(source, strings, data_only=True, epoch=workbook.epoch)
        self.merges: list[Merge] = []
        self._days = workbook._date_formats - workbook._timedelta_formats

    def numbered_rows(self) -> Iterator[tuple[int, list[tuple[int, Cell]]]]:
        """Give each row in turn; what else a worksheet's file holds is passed over."""
        element: Any
        for _, element in iterparse(self.source):
            if element.tag == ROW_TAG:
                row: Any = self.parse_row(element)
                yield row
                element.clear()
            elif element.tag == MERGE_TAG:
                found: Any = MergeCells.from_tree(element)
                self.merges = [
                    Merge(part.min_row - 1, part.min_col - 1, part.max_row, part.max_col)
                    for part in found.mergeCell
                ]

    def parse_cell(self, element: Any) -> Any:
        cell = super().parse_cell(element)
        return cell["column"], self._value(cell, element)

    def _value(self, cell: Any, element: Any) -> Cell:
        value = cell["value"]
        if value is None:
            pending = element.get("t") != "str" and element.find(FORMULA_TAG) is not None
            return NOT_CALCULATED if pending else None
        if isinstance(value, str):
            return _text(value) if element.get("t") != "s" else (value or None)
        if isinstance(value, bool):
            return value
        if isinstance(value, int | float):
            return self._day(value) if cell["style_id"] in self._days else plain(value)
        return _moment(value)

    def _day(self, serial: int | float) -> Cell:
        """Give a number in a date's format as a date; below one day it is a time of day."""
        if serial < 1:
            return plain(serial)
        try:
            return _moment(from_excel(serial, self.epoch))
        except (OverflowError, ValueError):
            return plain(serial)


def _moment(value: Any) -> Cell:
    """Give midnight as a date, a time of day or a duration as a fraction of a day."""
    if isinstance(value, datetime):
        return value.date() if value.time() == time_of_day() else value
    if isinstance(value, time_of_day):
        value = datetime.combine(date.min, value) - datetime.min
    if isinstance(value, timedelta):
        return plain(value / timedelta(days=1))
    return value if isinstance(value, date) else str(value)


def _text(value: str) -> Cell:
    return (unescape(value) if "_x" in value else value) or None

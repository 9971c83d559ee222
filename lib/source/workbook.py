"""Reads a workbook (.xlsx, .xlsm) lying on this machine into grids.

The file is copied into memory and closed before it is looked into, so that a spreadsheet program
can replace it at any moment. openpyxl opens the package and knows its texts and formats; the cells
are taken from each worksheet's XML here, in one pass: openpyxl's read-only mode knows nothing of
merged ranges, its full mode keeps an object for every cell, and neither tells a formula never
calculated from a blank cell without loading the file twice.
"""

import re
import time
import zlib
from collections.abc import Callable
from datetime import date, datetime, timedelta
from datetime import time as time_of_day
from io import BytesIO
from pathlib import Path
from typing import Any
from xml.etree.ElementTree import iterparse
from zipfile import BadZipFile

from openpyxl import load_workbook
from openpyxl.utils import column_index_from_string, range_boundaries
from openpyxl.utils.datetime import from_excel, from_ISO8601
from openpyxl.utils.escape import unescape
from openpyxl.xml.constants import SHEET_MAIN_NS

from lib.grid import Cell, Grid
from lib.source.errors import SourceError, SourceErrorCode
from lib.source.rows import Merge, filled, plain, trimmed

ROW_TAG, VALUE_TAG, FORMULA_TAG, INLINE_TAG, RUN_TAG, TEXT_TAG, MERGED_TAG = (
    f"{{{SHEET_MAIN_NS}}}{name}" for name in ("row", "v", "f", "is", "r", "t", "mergeCell")
)

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

_FRACTION = re.compile(r"[.eE]")
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
    reading = _Cells(
        strings=[_text(string) for string in sheet._shared_strings],
        days=workbook._date_formats - workbook._timedelta_formats,
        epoch=workbook.epoch,
    )
    rows: list[tuple[Cell, ...]] = []
    merges: list[Merge] = []
    with sheet._get_source() as source:
        element: Any
        for _, element in iterparse(source):
            if element.tag == ROW_TAG:
                number = int(element.get("r") or len(rows) + 1)
                rows.extend(() for _ in range(number - 1 - len(rows)))
                rows.append(reading.row(element))
                element.clear()
            elif element.tag == MERGED_TAG:
                left, top, right, bottom = range_boundaries(element.get("ref"))
                merges.append(Merge(top - 1, left - 1, bottom, right))
    return Grid(sheet.title, filled(trimmed(rows), merges))


class _Cells:
    """What the cells of one worksheet's XML stand for."""

    def __init__(self, strings: list[Cell], days: set[int], epoch: datetime) -> None:
        self._strings, self._days, self._epoch = strings, days, epoch
        self._columns: dict[str, int] = {}

    def row(self, element: Any) -> tuple[Cell, ...]:
        """Give a row's values, each in its column."""
        values: list[Cell] = []
        for cell in element:
            coordinate = cell.get("r")
            column = self._column(coordinate) if coordinate else len(values)
            values.extend([None] * (column - len(values)))
            values.append(self._value(cell))
        return tuple(values)

    def _column(self, coordinate: str) -> int:
        letters = coordinate.rstrip("0123456789")
        if letters not in self._columns:
            self._columns[letters] = column_index_from_string(letters) - 1
        return self._columns[letters]

    def _value(self, cell: Any) -> Cell:
        kind = cell.get("t", "n")
        if kind == "inlineStr":
            return _inline_text(cell)
        written = cell.findtext(VALUE_TAG)
        if not written:
            pending = kind != "str" and cell.find(FORMULA_TAG) is not None
            return NOT_CALCULATED if pending else None
        match kind:
            case "s":
                return self._strings[int(written)]
            case "n":
                number = _number(written)
                dated = int(cell.get("s", 0)) in self._days
                return self._day(number) if dated else number
            case "b":
                return written != "0"
            case "d":
                return _moment(from_ISO8601(written))
            case _:
                return _text(written)

    def _day(self, serial: Any) -> Cell:
        """Give a number in a date's format as a date; below one day it is a time of day."""
        if not isinstance(serial, int | float) or serial < 1:
            return serial
        try:
            return _moment(from_excel(serial, self._epoch))
        except (OverflowError, ValueError):
            return serial


def _number(written: str) -> Any:
    """Read a number; what is none stays the text it is."""
    try:
        return plain(float(written) if _FRACTION.search(written) else int(written))
    except ValueError:
        return _text(written)


def _inline_text(cell: Any) -> Cell:
    """Join a text's parts; how some languages are pronounced is not part of it."""
    inside = cell.find(INLINE_TAG)
    if inside is None:
        return None
    parts = [
        inside.findtext(TEXT_TAG, ""),
        *(run.findtext(TEXT_TAG, "") for run in inside.iter(RUN_TAG)),
    ]
    return _text("".join(parts))


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

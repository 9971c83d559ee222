"""Reads a workbook (.xlsx, .xlsm) lying on this machine into grids.

The file is copied into memory and closed before it is looked into, so that a spreadsheet program
can replace it at any moment. Its package is read here, in one pass over each worksheet, and only
what gives the cells their values: a missing or odd style, picture or link makes no book unreadable.
openpyxl sees no worksheet in Strict Open XML and builds every style; calamine tells neither error
cells nor formulas never calculated.
"""

import struct
import time
import zlib
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from xml.parsers.expat import ExpatError
from zipfile import BadZipFile

from lib.grid import Cell, Grid
from lib.source.errors import SourceError, SourceErrorCode
from lib.source.rows import MOST_CELLS, filled, too_large
from lib.source.workbook_cells import Cells, Texts
from lib.source.workbook_formats import day_formats
from lib.source.workbook_package import Package
from lib.source.workbook_values import EPOCH, EPOCH_1904, Values

UNREADABLE = (
    BadZipFile,
    zlib.error,
    struct.error,
    ExpatError,
    LookupError,
    ValueError,
    EOFError,
    OSError,
    NotImplementedError,
    RuntimeError,
)
"""What zipfile, the XML parser and the reader of cells raise on a broken package."""

ZIP_START = b"PK\x03\x04"
STARTS_WITHIN = 1_024
"""Some web servers put a few blanks before the package."""
OTHER_PACKAGE = b"mimetypeapplication/"
"""How .ods and .odt begin, though cut short."""
WORKSHEET = "worksheet"
SHEETS = {WORKSHEET, "chartsheet", "dialogsheet", "xlmacrosheet", "xlintlmacrosheet"}
MOST_SHEETS = 20_000
PASSING = {
    SourceErrorCode.WORKBOOK_MISSING,
    SourceErrorCode.WORKBOOK_LOCKED,
    SourceErrorCode.WORKBOOK_DAMAGED,
}
"""What a file being saved looks like."""
TRIES = 3
PAUSE_SECONDS = 0.15


def read_workbook(path: Path) -> tuple[Grid, ...]:
    """Read every worksheet, hidden ones too, with formulas as the values last calculated.

    Dates are dates, times of day and durations are fractions of a day, errors are their text; a
    formula that was never calculated (a file written by a program) reads as `Loading...`, a text
    that the file has lost as `#REF!`. Raises SourceError, also for a book without worksheets.
    """
    content = _content(path)
    try:
        return _grids(content)
    except SourceError as refusal:
        raise SourceError(refusal.code, path=str(path)) from refusal
    except UNREADABLE as problem:
        raise SourceError(SourceErrorCode.WORKBOOK_DAMAGED, path=str(path)) from problem


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
            if failure.code not in PASSING:
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


def _grids(content: bytes) -> tuple[Grid, ...]:
    _expect_package(content)
    package = Package(content)
    book = _book_part(package)
    sheets, epoch = _contents(package, book)
    related = [one for one in package.relations(book) if one[2] in package or one[1] in SHEETS]
    parts = {kind: part for _, kind, part in related}
    shared = _texts(package, parts["sharedstrings"]) if "sharedstrings" in parts else None
    days = day_formats(package.elements(parts["styles"]) if "styles" in parts else ())
    values = Values(shared, days, epoch)
    kinds = {identity: (kind, part) for identity, kind, part in related if kind in SHEETS}
    grids: list[Grid] = []
    size = 0
    for title, identity in sheets:
        kind, part = kinds[identity]
        if kind != WORKSHEET:
            continue
        cells = Cells(values)
        package.read(part, cells)
        rows = tuple(cells.rows.get(row, ()) for row in range(1, 1 + max(cells.rows, default=0)))
        grids.append(Grid(title, filled(rows, cells.merges)))
        size += sum(map(len, grids[-1].rows))
        if size > MOST_CELLS:
            raise too_large()
    if not grids:
        raise SourceError(SourceErrorCode.WORKBOOK_EMPTY)
    return tuple(grids)


def _expect_package(content: bytes) -> None:
    """Refuse what is some other file; an empty one, or half of a package, is a damaged workbook."""
    start = content[:STARTS_WITHIN]
    if content and (ZIP_START not in start or OTHER_PACKAGE in start):
        raise SourceError(SourceErrorCode.NOT_A_WORKBOOK)


def _book_part(package: Package) -> str:
    """Find the part that lists the worksheets; other packages (.docx, .xlsb) have none in XML."""
    told = [part for _, kind, part in package.relations() if kind == "officedocument"]
    found = next((part for part in (*told, "xl/workbook.xml") if part in package), ".bin")
    if found.endswith(".bin") or next(package.elements(found))[0] != "workbook":
        raise SourceError(SourceErrorCode.NOT_A_WORKBOOK)
    return found


def _contents(package: Package, book: str) -> tuple[list[tuple[str, str]], datetime]:
    """Give the titles and ids of the sheets, charts' sheets too, and the first day of dates."""
    sheets: list[tuple[str, str]] = []
    epoch = EPOCH
    for element, said in package.elements(book):
        if element == "sheet":
            identity = next((said[name] for name in said if name.endswith(":id")), "")
            if identity:  # Excel 95's modules are sheets with no part
                sheets.append((said["name"], identity))
            if len(sheets) > MOST_SHEETS:
                raise too_large()
        elif element == "workbookPr" and said.get("date1904", "").lower() in {"1", "true"}:
            epoch = EPOCH_1904
    return sheets, epoch


def _texts(package: Package, part: str) -> list[Cell]:
    texts = Texts()
    package.read(part, texts)
    return texts.found

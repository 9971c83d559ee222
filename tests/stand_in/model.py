"""A spreadsheet in memory, in the shapes of the Sheets API, safe to edit while it is served."""

import pickle
import threading
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import Any

from openpyxl import load_workbook

from tests.stand_in.ranges import Area, parse, written

EPOCH = datetime(1899, 12, 30)
ERRORS = {"#REF!", "#N/A", "#VALUE!", "#DIV/0!", "#NAME?", "#NUM!", "#NULL!", "#ERROR!"}


class UnknownRangeError(Exception):
    """A range names a worksheet that is not there, or is none at all."""


class BeyondGridError(Exception):
    """A range begins outside its worksheet."""


def copied(part: Any) -> Any:
    """Copy all that lies in a part of a model, several times faster than `copy.deepcopy`."""
    return pickle.loads(pickle.dumps(part, pickle.HIGHEST_PROTOCOL))


@dataclass
class Sheet:
    """One worksheet: its properties as the API tells them, and its cells by row and column."""

    properties: dict[str, Any]
    cells: dict[tuple[int, int], dict[str, Any]] = field(default_factory=dict)
    merges: list[dict[str, int]] = field(default_factory=list)
    conditional_formats: list[dict[str, Any]] = field(default_factory=list)
    protected_ranges: list[dict[str, Any]] = field(default_factory=list)
    basic_filter: dict[str, Any] | None = None
    filter_views: list[dict[str, Any]] = field(default_factory=list)
    columns: dict[int, dict[str, Any]] = field(default_factory=dict)
    row_sizes: dict[int, dict[str, Any]] = field(default_factory=dict)

    @property
    def title(self) -> str:
        return str(self.properties["title"])

    @property
    def gid(self) -> int:
        return int(self.properties["sheetId"])

    @property
    def size(self) -> tuple[int, int]:
        grid = self.properties["gridProperties"]
        return grid["rowCount"], grid["columnCount"]

    def grow(self, rows: int, columns: int) -> None:
        grid = self.properties["gridProperties"]
        grid["rowCount"] = max(grid["rowCount"], rows)
        grid["columnCount"] = max(grid["columnCount"], columns)

    def put(self, row: int, column: int, value: object) -> None:
        """Type a value into a cell counted from 0; None empties it."""
        self.grow(row + 1, column + 1)
        cell = self.cells.setdefault((row, column), {})
        entered = extended(value)
        if entered is None:
            cell.pop("userEnteredValue", None)
        else:
            cell["userEnteredValue"] = entered

    def values(self, area: Area) -> list[list[object]]:
        """Give the values as UNFORMATTED_VALUE does: blanks at the right and the end left out."""
        bottom, right = area.bottom or 0, area.right or 0
        rows: dict[int, dict[int, object]] = {}
        for (row, column), cell in self.cells.items():
            if area.top <= row < bottom and area.left <= column < right:
                value = unformatted(cell)
                if value is not None:
                    rows.setdefault(row, {})[column] = value
        return [
            [rows[row].get(column, "") for column in range(area.left, max(rows[row]) + 1)]
            if row in rows
            else []
            for row in range(area.top, max(rows, default=area.top - 1) + 1)
        ]


@dataclass
class Spreadsheet:
    """A spreadsheet and whom it is shared with; take `lock` to read or write it.

    Its `owner`, where there is one, may edit whatever is protected, as Google has it.
    """

    id: str = "1StandInSpreadsheet_0123456789abcdefghijkl"
    title: str = "Sổ theo dõi"
    locale: str = "en_US"
    time_zone: str = "America/New_York"
    sheets: list[Sheet] = field(default_factory=list)
    shared_with: dict[str, str] = field(default_factory=dict)
    owner: str | None = None
    lock: threading.RLock = field(default_factory=threading.RLock)

    def add(
        self, title: str, rows: Iterable[Sequence[object]] = (), gid: int | None = None
    ) -> Sheet:
        """Add a worksheet with values from its first row on."""
        with self.lock:
            taken = max((sheet.gid for sheet in self.sheets), default=-1)
            properties = {
                "sheetId": taken + 1 if gid is None else gid,
                "title": title,
                "index": len(self.sheets),
                "sheetType": "GRID",
                "gridProperties": {"rowCount": 1000, "columnCount": 26},
            }
            sheet = Sheet(properties)
            for row, values in enumerate(rows):
                for column, value in enumerate(values):
                    if value is not None:
                        sheet.put(row, column, value)
            self.sheets.append(sheet)
            return sheet

    def copied(self) -> "Spreadsheet":
        """Make another of the same content, shared with nobody."""
        about = (self.id, self.title, self.locale, self.time_zone)
        return Spreadsheet(*about, sheets=copied(self.sheets))

    def sheet(self, title: str) -> Sheet:
        for sheet in self.sheets:
            if sheet.title == title:
                return sheet
        raise UnknownRangeError(title)

    def write(self, a1: str, value: object) -> None:
        """Type a value into one cell: `write("'Tiến độ'!D5", "Đạt")`."""
        with self.lock:
            title, area = parse(a1)
            self.sheet(title).put(area.top, area.left, value)

    def rename(self, old: str, new: str) -> None:
        with self.lock:
            self.sheet(old).properties["title"] = new

    def delete(self, title: str) -> None:
        with self.lock:
            self.sheets.remove(self.sheet(title))

    def merge(self, a1: str) -> None:
        with self.lock:
            title, area = parse(a1)
            sheet = self.sheet(title)
            bottom, right = sheet.size
            sheet.merges.append(
                {
                    "sheetId": sheet.gid,
                    "startRowIndex": area.top,
                    "endRowIndex": area.bottom or bottom,
                    "startColumnIndex": area.left,
                    "endColumnIndex": area.right or right,
                }
            )

    def located(self, a1: str) -> tuple[Sheet, Area]:
        """Find a range's worksheet and cut the range to it, as the API does."""
        try:
            title, area = parse(a1)
        except ValueError:
            raise UnknownRangeError(a1) from None
        sheet = self.sheet(title) if title else self.sheets[0]
        rows, columns = sheet.size
        if area.top >= rows or area.left >= columns:
            raise BeyondGridError(a1)
        bottom, right = min(area.bottom or rows, rows), min(area.right or columns, columns)
        return sheet, Area(area.top, area.left, bottom, right)

    def value_range(self, a1: str) -> dict[str, Any]:
        sheet, area = self.located(a1)
        answer: dict[str, Any] = {"range": written(sheet.title, area), "majorDimension": "ROWS"}
        values = sheet.values(area)
        return answer | {"values": values} if values else answer


def from_workbook(path: Path, **about: Any) -> Spreadsheet:
    """Serve what a workbook holds, as if it had been typed into Google."""
    spreadsheet = Spreadsheet(**about)
    formulas = load_workbook(path)
    for worksheet in load_workbook(path, data_only=True).worksheets:
        sheet = spreadsheet.add(worksheet.title, worksheet.iter_rows(values_only=True))
        for row in formulas[worksheet.title].iter_rows():
            for cell in row:
                place = (cell.row - 1, cell.column - 1)
                if cell.data_type == "f" and place not in sheet.cells:
                    # Never calculated: Google shows "Loading...".
                    sheet.grow(cell.row, cell.column)
                    sheet.cells[place] = {"userEnteredValue": {"formulaValue": str(cell.value)}}
        for merged in worksheet.merged_cells.ranges:
            spreadsheet.merge(f"'{worksheet.title.replace(chr(39), chr(39) * 2)}'!{merged.coord}")
    return spreadsheet


def extended(value: object) -> dict[str, Any] | None:
    """Write a Python value as the API's ExtendedValue."""
    if value is None or value == "":
        return None
    if isinstance(value, bool):
        return {"boolValue": value}
    if isinstance(value, int | float):
        return {"numberValue": value}
    if isinstance(value, str):
        return {"errorValue": {"message": value}} if value in ERRORS else {"stringValue": value}
    return {"numberValue": serial(value)}


def serial(value: object) -> float:
    """Return the number a day or a time is to a spreadsheet."""
    if isinstance(value, datetime):
        days = (value - EPOCH) / timedelta(days=1)
    elif isinstance(value, date):
        days = (datetime.combine(value, time()) - EPOCH) / timedelta(days=1)
    elif isinstance(value, time):
        days = (datetime.combine(date.min, value) - datetime.min) / timedelta(days=1)
    elif isinstance(value, timedelta):
        days = value / timedelta(days=1)
    else:
        raise TypeError(type(value))
    return int(days) if days == int(days) else days


def unformatted(cell: dict[str, Any]) -> object:
    """Give a cell's value as UNFORMATTED_VALUE does."""
    entered = cell.get("effectiveValue") or cell.get("userEnteredValue") or {}
    for kind in ("stringValue", "numberValue", "boolValue"):
        if kind in entered:
            return entered[kind]
    if "errorValue" in entered:
        return entered["errorValue"]["message"]
    return "Loading..." if "formulaValue" in entered else None

"""What is asked of the Sheets API, and its answers as grids."""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any
from urllib.parse import quote

from lib.grid import Cell, Grid
from lib.source.errors import SourceError, SourceErrorCode
from lib.source.rows import Merge, filled, plain, trimmed
from lib.vietnamese import key

METADATA = "sheets(properties(sheetId,title,sheetType,gridProperties(rowCount)),merges)"
UNFORMATTED = {"valueRenderOption": "UNFORMATTED_VALUE", "dateTimeRenderOption": "SERIAL_NUMBER"}
HEADROOM_ROWS = 20_000
"""Rows asked for beyond a worksheet's known end, so that lines added meanwhile come along."""
OPEN_END = 10_000_000
"""The end of a merged range of whole rows or columns, where Google names none."""
LONGEST_QUERY = 8_000
"""Letters of ranges in one request's address; only beyond some seventy worksheets it takes two."""


@dataclass(frozen=True, slots=True)
class Tab:
    """A worksheet as the spreadsheet's metadata tells it."""

    title: str
    gid: int
    rows: int
    merges: tuple[Merge, ...]

    @property
    def range(self) -> str:
        """The whole worksheet; never the bare title, which may read as a cell's name."""
        quoted = self.title.replace("'", "''")
        return f"'{quoted}'!A1:ZZ{self.rows + HEADROOM_ROWS}"


def tabs(metadata: Mapping[str, Any]) -> tuple[Tab, ...]:
    """List the worksheets in the spreadsheet's order; charts on a page of their own are none."""
    sheets = metadata["sheets"]
    return tuple(
        _tab(sheet) for sheet in sheets if sheet["properties"].get("sheetType", "GRID") == "GRID"
    )


def batches(ranges: Sequence[str]) -> Iterator[list[str]]:
    """Put the ranges into one request, or into as few as their address's length allows."""
    batch: list[str] = []
    length = 0
    for name in ranges:
        letters = len(quote(name, safe="")) + len("&ranges=")
        if batch and length + letters > LONGEST_QUERY:
            yield batch
            batch, length = [], 0
        batch.append(name)
        length += letters
    yield batch


def lost_title(known: Sequence[Tab], found: Sequence[Mapping[str, Any]]) -> str:
    """Name the first tab that was not read under its title; the API tells what it has read."""
    for index, tab in enumerate(known):
        if index >= len(found) or key(_title(found[index]["range"])) != key(tab.title):
            return tab.title
    return ""


def grid(tab: Tab, found: Mapping[str, Any]) -> Grid:
    """Make a grid of a tab's values, which are absent where the worksheet is empty."""
    rows = [[plain(_cell(cell)) for cell in row] for row in found.get("values", ())]
    return Grid(tab.title, filled(trimmed(rows), tab.merges), tab.gid)


@contextmanager
def of_the_api() -> Iterator[None]:
    """Raise SourceError where an answer has another shape than the API's."""
    try:
        yield
    except (LookupError, TypeError, AttributeError, ValueError) as problem:
        raise SourceError(SourceErrorCode.UNREADABLE_ANSWER, status="200") from problem


def _tab(sheet: Mapping[str, Any]) -> Tab:
    told = sheet["properties"]
    rows = told.get("gridProperties", {}).get("rowCount", 0)
    merges = tuple(
        Merge(
            merge.get("startRowIndex", 0),
            merge.get("startColumnIndex", 0),
            merge.get("endRowIndex", OPEN_END),
            merge.get("endColumnIndex", 0),
        )
        for merge in sheet.get("merges", ())
    )
    return Tab(str(told["title"]), int(told.get("sheetId", 0)), int(rows), merges)


def _title(a1_range: str) -> str:
    title = a1_range.rpartition("!")[0]
    quoted = len(title) > 1 and title[0] == title[-1] == "'"
    return title[1:-1].replace("''", "'") if quoted else title


def _cell(cell: object) -> Cell:
    if cell is None or isinstance(cell, str | bool | int | float):
        return cell
    raise TypeError("a cell that is no value")

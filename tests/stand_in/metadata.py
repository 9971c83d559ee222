"""What spreadsheets.get tells: properties, merges and, where asked for, every cell's data."""

from typing import Any

from tests.stand_in.model import Sheet, Spreadsheet, unformatted
from tests.stand_in.ranges import Area


def metadata(spreadsheet: Spreadsheet, query: dict[str, list[str]]) -> dict[str, Any]:
    """Describe a spreadsheet; absent parts are left out, as the API leaves them out."""
    fields = query.get("fields", [""])[0]
    with_data = query.get("includeGridData") == ["true"] or "data" in fields
    return {
        "spreadsheetId": spreadsheet.id,
        "properties": {
            "title": spreadsheet.title,
            "locale": spreadsheet.locale,
            "timeZone": spreadsheet.time_zone,
        },
        "sheets": [
            _sheet(sheet, index, areas)
            for index, sheet in enumerate(spreadsheet.sheets)
            if (areas := _areas(spreadsheet, sheet, query, with_data)) is not None
        ],
        "spreadsheetUrl": f"https://docs.google.com/spreadsheets/d/{spreadsheet.id}/edit",
    }


def _areas(
    spreadsheet: Spreadsheet, sheet: Sheet, query: dict[str, list[str]], with_data: bool
) -> list[Area] | None:
    if "ranges" not in query:
        rows, columns = sheet.size
        return [Area(0, 0, rows, columns)] if with_data else []
    located = [spreadsheet.located(one) for one in query["ranges"]]
    areas = [area for found, area in located if found is sheet]
    return (areas if with_data else []) if areas else None


def _sheet(sheet: Sheet, index: int, areas: list[Area]) -> dict[str, Any]:
    told: dict[str, Any] = {"properties": {**sheet.properties, "index": index}}
    if sheet.merges:
        told["merges"] = list(sheet.merges)
    if sheet.conditional_formats:
        told["conditionalFormats"] = list(sheet.conditional_formats)
    if sheet.protected_ranges:
        told["protectedRanges"] = list(sheet.protected_ranges)
    if sheet.basic_filter:
        told["basicFilter"] = sheet.basic_filter
    if sheet.filter_views:
        told["filterViews"] = list(sheet.filter_views)
    if areas:
        told["data"] = [_data(sheet, area) for area in areas]
    return told


def _data(sheet: Sheet, area: Area) -> dict[str, Any]:
    bottom, right = area.bottom or 0, area.right or 0
    inside = [
        (row, column)
        for (row, column), cell in sheet.cells.items()
        if cell and area.top <= row < bottom and area.left <= column < right
    ]
    ends: dict[int, int] = {}
    for row, column in inside:
        ends[row] = max(ends.get(row, 0), column + 1)
    data: dict[str, Any] = {
        "columnMetadata": [
            {"pixelSize": 100, **sheet.columns.get(column, {})}
            for column in range(area.left, right)
        ],
        "rowData": [
            _row(sheet, row, area.left, ends.get(row, 0))
            for row in range(area.top, max(ends, default=area.top - 1) + 1)
        ],
    }
    return data | ({"startRow": area.top} if area.top else {})


def _row(sheet: Sheet, row: int, left: int, end: int) -> dict[str, Any]:
    values = [_cell(sheet.cells.get((row, column), {})) for column in range(left, end)]
    return {"values": values} if values else {}


def _cell(cell: dict[str, Any]) -> dict[str, Any]:
    value = unformatted(cell)
    told = dict(cell)
    if value is not None and "effectiveValue" not in told:
        told["effectiveValue"] = cell["userEnteredValue"]
    return told

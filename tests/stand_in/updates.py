"""What spreadsheets.batchUpdate does to the model, as far as setting a sheet up goes."""

import re
from collections.abc import Callable, Iterator
from typing import Any

from tests.stand_in.masks import Mask, parse
from tests.stand_in.model import Sheet, Spreadsheet, copied

Request = dict[str, Any]
_NAMED_WORKSHEET = re.compile(r"'([^']+)'!")


class BadRequestError(Exception):
    """A request the API would refuse."""


def apply_updates(spreadsheet: Spreadsheet, body: Request) -> dict[str, Any]:
    """Do all requests or none."""
    before = [_before(sheet) for sheet in spreadsheet.sheets]
    about = (spreadsheet.title, spreadsheet.locale, spreadsheet.time_zone)
    try:
        replies = [_apply(spreadsheet, request) for request in body.get("requests", [])]
    except BadRequestError:
        spreadsheet.sheets[:] = before
        spreadsheet.title, spreadsheet.locale, spreadsheet.time_zone = about
        raise
    return {"spreadsheetId": spreadsheet.id, "replies": replies}


def _before(sheet: Sheet) -> Sheet:
    """Copy what a request may change; what lies deeper is replaced, never changed."""
    cells = {place: dict(cell) for place, cell in sheet.cells.items()}
    parts = {name: copied(part) for name, part in vars(sheet).items() if name != "cells"}
    return Sheet(**parts, cells=cells)


def _apply(spreadsheet: Spreadsheet, request: Request) -> dict[str, Any]:
    if len(request) != 1:
        raise BadRequestError("a request holds exactly one kind")
    ((name, body),) = request.items()
    if name not in APPLIED:
        raise BadRequestError(f"the stand-in does not know {name}")
    return APPLIED[name](spreadsheet, copied(body)) or {}


def _by_id(spreadsheet: Spreadsheet, gid: int) -> Sheet:
    for sheet in spreadsheet.sheets:
        if sheet.gid == gid:
            return sheet
    raise BadRequestError(f"No grid with id: {gid}")


def _add_sheet(spreadsheet: Spreadsheet, body: Request) -> dict[str, Any]:
    wanted = body["properties"]
    if any(sheet.title == wanted["title"] for sheet in spreadsheet.sheets):
        raise BadRequestError(f'A sheet with the name "{wanted["title"]}" already exists.')
    sheet = spreadsheet.add(wanted["title"], gid=wanted.get("sheetId"))
    sheet.properties["gridProperties"] |= wanted.get("gridProperties", {})
    rest = {
        name: value for name, value in wanted.items() if name not in ("gridProperties", "index")
    }
    sheet.properties |= rest
    if "index" in wanted:
        _move(spreadsheet, sheet, wanted["index"])
    return {"addSheet": {"properties": copied(sheet.properties)}}


def _move(spreadsheet: Spreadsheet, sheet: Sheet, index: int) -> None:
    spreadsheet.sheets.remove(sheet)
    spreadsheet.sheets.insert(index, sheet)


def _update_sheet(spreadsheet: Spreadsheet, body: Request) -> None:
    sheet, mask = _by_id(spreadsheet, body["properties"]["sheetId"]), parse(body["fields"])
    _merge(sheet.properties, body["properties"], mask)
    if "index" in mask:
        _move(spreadsheet, sheet, body["properties"]["index"])


def _update_spreadsheet(spreadsheet: Spreadsheet, body: Request) -> None:
    names = {"title": "title", "locale": "locale", "timeZone": "time_zone"}
    for name in parse(body["fields"]):
        if name not in names:
            raise BadRequestError(f"unknown field {name}")
        setattr(spreadsheet, names[name], body["properties"][name])


def _delete_sheet(spreadsheet: Spreadsheet, body: Request) -> None:
    if len(spreadsheet.sheets) == 1:
        raise BadRequestError("You can't remove all the sheets in a document.")
    spreadsheet.sheets.remove(_by_id(spreadsheet, body["sheetId"]))


def _update_cells(spreadsheet: Spreadsheet, body: Request) -> None:
    start = body.get("start") or body["range"]
    sheet = _by_id(spreadsheet, start["sheetId"])
    top = start.get("rowIndex", start.get("startRowIndex", 0))
    left = start.get("columnIndex", start.get("startColumnIndex", 0))
    mask = parse(body["fields"])
    for row, data in enumerate(body.get("rows", [])):
        for column, cell in enumerate(data.get("values", [])):
            _need_worksheets(spreadsheet, cell.get("userEnteredValue", {}).get("formulaValue", ""))
            _set_cell(sheet, top + row, left + column, cell, mask)


def _append_cells(spreadsheet: Spreadsheet, body: Request) -> None:
    sheet = _by_id(spreadsheet, body["sheetId"])
    written = [row for (row, _), cell in sheet.cells.items() if "userEnteredValue" in cell]
    first = max(written, default=-1) + 1
    sheet.grow(first + len(body["rows"]), 1)
    start = {"sheetId": sheet.gid, "rowIndex": first, "columnIndex": 0}
    _update_cells(spreadsheet, {"start": start, "rows": body["rows"], "fields": body["fields"]})


def _need_worksheets(spreadsheet: Spreadsheet, formula: str) -> None:
    """Refuse a formula on a worksheet that is not there yet: it would stay an error."""
    titles = {sheet.title for sheet in spreadsheet.sheets}
    named = set(_NAMED_WORKSHEET.findall(formula)) if formula.startswith("=") else set()
    if named - titles:
        raise BadRequestError(f"Unresolved sheet name {sorted(named - titles)}")


def _repeat_cell(spreadsheet: Spreadsheet, body: Request) -> None:
    sheet, fields = _by_id(spreadsheet, body["range"]["sheetId"]), parse(body["fields"])
    for row, column in _cells(sheet, body["range"]):
        _set_cell(sheet, row, column, body["cell"], fields)


def _set_validation(spreadsheet: Spreadsheet, body: Request) -> None:
    sheet = _by_id(spreadsheet, body["range"]["sheetId"])
    rule = {"dataValidation": body["rule"]} if "rule" in body else {}
    for value in body.get("rule", {}).get("condition", {}).get("values", ()):
        _need_worksheets(spreadsheet, value["userEnteredValue"])
    for row, column in _cells(sheet, body["range"]):
        _set_cell(sheet, row, column, rule, {"dataValidation": {}})


def _set_cell(sheet: Sheet, row: int, column: int, cell: Request, mask: Mask) -> None:
    rows, columns = sheet.size
    if row >= rows or column >= columns:
        raise BadRequestError("Attempting to write outside the grid")
    _merge(sheet.cells.setdefault((row, column), {}), cell, mask)


def _cells(sheet: Sheet, wanted: Request) -> Iterator[tuple[int, int]]:
    rows, columns = sheet.size
    for row in range(wanted.get("startRowIndex", 0), wanted.get("endRowIndex", rows)):
        for column in range(
            wanted.get("startColumnIndex", 0), wanted.get("endColumnIndex", columns)
        ):
            yield row, column


def _merge(old: Request, new: Request, mask: Mask) -> None:
    """Take over what the mask names; a field it names that is not given is cleared."""
    for name, inner in ({one: {} for one in new} if "*" in mask else mask).items():
        if name not in new:
            old.pop(name, None)
        elif inner and isinstance(new[name], dict):
            old[name] = dict(old.get(name) or {})
            _merge(old[name], new[name], inner)
        else:
            old[name] = new[name]


def _update_dimension(spreadsheet: Spreadsheet, body: Request) -> None:
    wanted = body["range"]
    sheet = _by_id(spreadsheet, wanted["sheetId"])
    sizes = sheet.columns if wanted["dimension"] == "COLUMNS" else sheet.row_sizes
    fields = parse(body["fields"])
    for index in range(wanted["startIndex"], wanted["endIndex"]):
        _merge(sizes.setdefault(index, {}), body["properties"], fields)


def _append_dimension(spreadsheet: Spreadsheet, body: Request) -> None:
    sheet = _by_id(spreadsheet, body["sheetId"])
    rows, columns = sheet.size
    by_rows = body["dimension"] == "ROWS"
    sheet.grow(rows + body["length"] * by_rows, columns + body["length"] * (not by_rows))


def _set_filter(spreadsheet: Spreadsheet, body: Request) -> None:
    _by_id(spreadsheet, body["filter"]["range"]["sheetId"]).basic_filter = body["filter"]


def _clear_filter(spreadsheet: Spreadsheet, body: Request) -> None:
    _by_id(spreadsheet, body["sheetId"]).basic_filter = None


def _add_filter_view(spreadsheet: Spreadsheet, body: Request) -> dict[str, Any]:
    view = body["filter"]
    taken = [one["filterViewId"] for each in spreadsheet.sheets for one in each.filter_views]
    view["filterViewId"] = max(taken, default=0) + 1
    _by_id(spreadsheet, view["range"]["sheetId"]).filter_views.append(view)
    return {"addFilterView": {"filter": copied(view)}}


def _add_rule(spreadsheet: Spreadsheet, body: Request) -> None:
    rule = body["rule"]
    sheet = _by_id(spreadsheet, rule["ranges"][0]["sheetId"])
    sheet.conditional_formats.insert(body.get("index", 0), rule)


def _delete_rule(spreadsheet: Spreadsheet, body: Request) -> None:
    del _by_id(spreadsheet, body["sheetId"]).conditional_formats[body["index"]]


def _add_protection(spreadsheet: Spreadsheet, body: Request) -> dict[str, Any]:
    protection = body["protectedRange"]
    sheet = _by_id(spreadsheet, protection["range"]["sheetId"])
    taken = [
        one["protectedRangeId"] for each in spreadsheet.sheets for one in each.protected_ranges
    ]
    protection["protectedRangeId"] = max(taken, default=0) + 1
    # The one who asks for the protection can always edit.
    sheet.protected_ranges.append(protection | {"requestingUserCanEdit": True})
    _with_owner(spreadsheet, sheet.protected_ranges[-1])
    return {"addProtectedRange": {"protectedRange": copied(protection)}}


def _update_protection(spreadsheet: Spreadsheet, body: Request) -> None:
    wanted = body["protectedRange"]
    for sheet in spreadsheet.sheets:
        for protection in sheet.protected_ranges:
            if protection["protectedRangeId"] == wanted["protectedRangeId"]:
                _merge(protection, wanted, parse(body["fields"]))
                _with_owner(spreadsheet, protection)
                return
    raise BadRequestError("No protected range with this id")


def _with_owner(spreadsheet: Spreadsheet, protection: Request) -> None:
    editors = dict(protection.get("editors", {}))
    if spreadsheet.owner and not protection.get("warningOnly"):
        editors["users"] = sorted({*editors.get("users", ()), spreadsheet.owner})
        protection["editors"] = editors


def _delete_protection(spreadsheet: Spreadsheet, body: Request) -> None:
    for sheet in spreadsheet.sheets:
        sheet.protected_ranges[:] = [
            one
            for one in sheet.protected_ranges
            if one["protectedRangeId"] != body["protectedRangeId"]
        ]


def _merge_cells(spreadsheet: Spreadsheet, body: Request) -> None:
    _by_id(spreadsheet, body["range"]["sheetId"]).merges.append(body["range"])


APPLIED: dict[str, Callable[[Spreadsheet, Request], dict[str, Any] | None]] = {
    "addSheet": _add_sheet,
    "deleteSheet": _delete_sheet,
    "updateSheetProperties": _update_sheet,
    "updateSpreadsheetProperties": _update_spreadsheet,
    "updateCells": _update_cells,
    "appendCells": _append_cells,
    "repeatCell": _repeat_cell,
    "setDataValidation": _set_validation,
    "updateDimensionProperties": _update_dimension,
    "appendDimension": _append_dimension,
    "setBasicFilter": _set_filter,
    "clearBasicFilter": _clear_filter,
    "addFilterView": _add_filter_view,
    "addConditionalFormatRule": _add_rule,
    "deleteConditionalFormatRule": _delete_rule,
    "addProtectedRange": _add_protection,
    "updateProtectedRange": _update_protection,
    "deleteProtectedRange": _delete_protection,
    "mergeCells": _merge_cells,
}

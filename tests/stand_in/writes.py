"""What values.update, values.append and values:batchUpdate do to the model."""

from typing import Any

from tests.stand_in.model import Spreadsheet
from tests.stand_in.ranges import Area, written
from tests.stand_in.updates import BadRequestError, Request


def write_values(
    spreadsheet: Spreadsheet, verb: str, query: dict[str, list[str]], sent: Request
) -> dict[str, Any]:
    """Write values as values.update, values.append and values:batchUpdate do, RAW only."""
    if verb == "/values:batchUpdate":
        option = sent.get("valueInputOption")
        ranges = sent.get("data", [])
    else:
        option = query.get("valueInputOption", [""])[0]
        target = verb.removeprefix("/values/")
        if target.endswith(":append"):
            target = _after_the_table(spreadsheet, target.removesuffix(":append"))
        ranges = [{**sent, "range": target}]
    if option != "RAW":
        raise BadRequestError("the stand-in writes RAW values only")
    for one in ranges:
        sheet, area = spreadsheet.located(one["range"])
        for row, values in enumerate(one.get("values", [])):
            for column, value in enumerate(values):
                if value is not None:
                    sheet.put(area.top + row, area.left + column, value)
    return {"spreadsheetId": spreadsheet.id, "totalUpdatedSheets": len(ranges)}


def _after_the_table(spreadsheet: Spreadsheet, a1: str) -> str:
    sheet, _ = spreadsheet.located(a1)
    last = max((row for row, _ in sheet.cells), default=-1)
    sheet.grow(last + 2, 1)
    return written(sheet.title, Area(last + 1, 0, last + 2, 1))

"""What there is to do in a Google spreadsheet: steps that add worksheets, columns and content."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from lib.grid import Cell
from lib.sheet.schema import Worksheet
from lib.template import lists, texts
from lib.template.google_rules import HEAD_FORMAT, alike, entered
from lib.template.google_tabs import GoogleTab, Json


@dataclass(frozen=True, slots=True)
class Step:
    """One thing to do, in words, and the requests that do it; a remark has none."""

    text: str
    requests: tuple[Json, ...] = ()


def said(code: str, **details: object) -> str:
    """Give one of the sentences about a Google spreadsheet."""
    return texts.worded("google", code).format(**details)


def new_tab(tab: GoogleTab, *, hidden: bool = False, first: bool = False) -> Step:
    """Add a worksheet, at the end unless it is to be the first."""
    size = {"rowCount": tab.size[0], "columnCount": tab.size[1]}
    properties: Json = {"sheetId": tab.gid, "title": tab.title, "gridProperties": size}
    properties |= ({"hidden": True} if hidden else {}) | ({"index": 0} if first else {})
    return Step(said("tab", tab=tab.title), ({"addSheet": {"properties": properties}},))


def content(tab: GoogleTab, rows: Sequence[Sequence[Cell]], *, heads: bool) -> Step:
    """Write rows into a blank worksheet, from its first row."""
    data = [{"values": [entered(cell) for cell in row]} for row in rows]
    if heads:
        data[0] = {
            "values": [{**cell, "userEnteredFormat": HEAD_FORMAT} for cell in data[0]["values"]]
        }
    fields = "userEnteredValue" + (",userEnteredFormat" if heads else "")
    update = {"start": start_at(tab, 0, 0), "rows": data, "fields": fields}
    count = len(rows) - heads
    code = "content" if count else "heads"
    return Step(said(code, tab=tab.title, count=count), ({"updateCells": update},))


def missing_columns(tab: GoogleTab, kind: Worksheet) -> tuple[GoogleTab, list[Step]]:
    """Add the columns that are not there, to the right of everything written."""
    done: list[Step] = []
    for code, required in (("columns", True), ("optional_columns", False)):
        missing = [
            column.header
            for column in kind.columns
            if column.required is required and column.header not in tab.columns
        ]
        if missing:
            tab, step = _grown(tab, missing, code)
            done.append(step)
    return tab, done


def _grown(tab: GoogleTab, missing: Sequence[str], code: str) -> tuple[GoogleTab, Step]:
    written = max(map(len, tab.grid.rows), default=0)
    first = max(written, 1 + max(tab.columns.values(), default=-1))
    places = {header: first + at for at, header in enumerate(missing)}
    rows, columns = tab.size
    end = first + len(missing)
    requests: list[Json] = []
    if end > columns:
        more = {"sheetId": tab.gid, "dimension": "COLUMNS", "length": end - columns}
        requests.append({"appendDimension": more})
    cells = [{**entered(header), "userEnteredFormat": HEAD_FORMAT} for header in missing]
    update = {
        "start": start_at(tab, tab.head, first),
        "rows": [{"values": cells}],
        "fields": "userEnteredValue,userEnteredFormat",
    }
    requests.append({"updateCells": update})
    named = ", ".join(missing)
    grown = replace(tab, columns={**tab.columns, **places}, size=(rows, max(columns, end)))
    return grown, Step(said(code, tab=tab.title, columns=named), tuple(requests))


def helper_lists(tab: GoogleTab, titles: Mapping[str, str]) -> list[Step]:
    """Write the lists the dropdowns offer, where they are not as they should be.

    `titles` gives the definitions' worksheets as they are titled here.
    """
    requests: list[Json] = []
    for number, formulas in lists.list_columns().items():
        column, cells = number - 1, [_retitled(cell, titles) for cell in formulas]
        if any(_differs(tab.cell(row, column), cell) for row, cell in enumerate(cells)):
            rows = [{"values": [entered(cell)]} for cell in cells]
            start = start_at(tab, 0, column)
            update = {"start": start, "rows": rows, "fields": "userEnteredValue"}
            requests.append({"updateCells": update})
    return [Step(said("lists", tab=tab.title), tuple(requests))] if requests else []


def _retitled(cell: Cell, titles: Mapping[str, str]) -> Cell:
    if isinstance(cell, str) and cell.startswith("="):
        for usual, title in titles.items():
            cell = cell.replace(f"'{usual}'!", "'" + title.replace("'", "''") + "'!")
    return cell


def _differs(found: Json, wanted: Cell) -> bool:
    is_, to_be = found.get("userEnteredValue", {}), entered(wanted).get("userEnteredValue", {})
    if "formulaValue" in is_ and "formulaValue" in to_be:
        return alike(is_["formulaValue"]) != alike(to_be["formulaValue"])
    return bool(is_ != to_be)


def start_at(tab: GoogleTab, row: int, column: int) -> Json:
    """Name the cell an update begins at, both counted from 0."""
    return {"sheetId": tab.gid, "rowIndex": row, "columnIndex": column}

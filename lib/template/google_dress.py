"""How a Google worksheet should look and what it should take: what is missing of its rules."""

from collections.abc import Iterator

from lib.sheet.schema import SETTINGS, Worksheet
from lib.template.google_pages import Json, Page
from lib.template.google_rules import (
    FORMATS,
    alike,
    colour_formula,
    colour_rule,
    pixels,
    same_format,
    same_validation,
    validation,
)
from lib.template.google_steps import Step, said, start_at
from lib.template.rule import (
    DateRule,
    DayColour,
    Dropdown,
    Look,
    Note,
    NumberRule,
    Shape,
    WordColour,
)
from lib.template.rules import rules_for
from lib.vietnamese import key

Place = tuple[int, int]


def dressed(page: Page, kind: Worksheet) -> list[Step]:
    """Give what is missing of the rules of one kind of worksheet."""
    found = [*_frozen(page), *_filter(page, kind)]
    parts = {
        "notes": _notes(page, kind),
        "widths": _widths(page, kind),
        "formats": _formats(page, kind),
        "validations": _validations(page, kind),
        "colours": _colours(page, kind),
    }
    for code, requests in parts.items():
        done = tuple(requests)
        if done:
            found.append(Step(said(code, page=page.title, count=len(done)), done))
    return found


def _frozen(page: Page) -> Iterator[Step]:
    if page.frozen <= page.head:
        properties = {"sheetId": page.gid, "gridProperties": {"frozenRowCount": page.head + 1}}
        fields = "gridProperties.frozenRowCount"
        request = {"updateSheetProperties": {"properties": properties, "fields": fields}}
        yield Step(said("frozen", page=page.title), (request,))


def _filter(page: Page, kind: Worksheet) -> Iterator[Step]:
    if not page.filtered:
        end = max(page.columns.values()) + 1
        area = {**_area(page, page.head, 0, end)}
        yield Step(
            said("filter", page=page.title), ({"setBasicFilter": {"filter": {"range": area}}},)
        )


def _notes(page: Page, kind: Worksheet) -> Iterator[Json]:
    for rule in rules_for(kind):
        if isinstance(rule, Note):
            place = (page.head, page.columns[rule.column])
            if page.cell(*place).get("note") != rule.text:
                rows = [{"values": [{"note": rule.text}]}]
                start = start_at(page, *place)
                yield {"updateCells": {"start": start, "rows": rows, "fields": "note"}}


def _widths(page: Page, kind: Worksheet) -> Iterator[Json]:
    for rule in rules_for(kind):
        if isinstance(rule, Look):
            at = page.columns[rule.column]
            if page.width(at) != pixels(rule):
                area = {"sheetId": page.gid, "dimension": "COLUMNS"}
                area |= {"startIndex": at, "endIndex": at + 1}
                properties = {"pixelSize": pixels(rule)}
                update = {"range": area, "properties": properties, "fields": "pixelSize"}
                yield {"updateDimensionProperties": update}


def _formats(page: Page, kind: Worksheet) -> Iterator[Json]:
    for rule in rules_for(kind):
        if isinstance(rule, Look) and rule.shape in FORMATS:
            yield from _format(page, page.columns[rule.column], None, rule.shape)
        elif isinstance(rule, DateRule) and rule.item:
            row = _item_row(page, rule.item)
            if row is not None:
                yield from _format(page, page.columns[rule.column], row, Shape.DATE)


def _format(page: Page, column: int, row: int | None, shape: Shape) -> Iterator[Json]:
    wanted = FORMATS[shape]
    cells = [page.cell(*place) for place in _looked_at(page, column, row)]
    if not all(same_format(cell, wanted) for cell in cells):
        cell: Json = {"userEnteredFormat": {"numberFormat": wanted}}
        fields = "userEnteredFormat.numberFormat"
        if shape is Shape.LONG_TEXT:
            cell["userEnteredFormat"]["wrapStrategy"] = "WRAP"
            fields += ",userEnteredFormat.wrapStrategy"
        area = _below(page, column, row)
        yield {"repeatCell": {"range": area, "cell": cell, "fields": fields}}


def _validations(page: Page, kind: Worksheet) -> Iterator[Json]:
    for rule in rules_for(kind):
        if isinstance(rule, Dropdown | DateRule | NumberRule):
            row = _item_row(page, rule.item) if rule.item else None
            if rule.item and row is None:
                continue
            column, wanted = page.columns[rule.column], validation(rule)
            cells = [page.cell(*place) for place in _looked_at(page, column, row)]
            if not all(same_validation(cell.get("dataValidation"), wanted) for cell in cells):
                area = _below(page, column, row)
                yield {"setDataValidation": {"range": area, "rule": wanted}}


def _colours(page: Page, kind: Worksheet) -> Iterator[Json]:
    there = {_colour_key(rule) for rule in page.colours}
    for rule in rules_for(kind):
        if isinstance(rule, WordColour | DayColour):
            column = page.columns[rule.column]
            formula = colour_formula(rule, page.columns, page.head + 1)
            if (column, alike(formula)) not in there:
                wanted = colour_rule(formula, rule.paint, _below(page, column, None))
                index = {"index": len(page.colours)} if page.colours else {"index": 0}
                yield {"addConditionalFormatRule": {"rule": wanted, **index}}


def _colour_key(rule: Json) -> tuple[int, str]:
    condition = rule.get("booleanRule", {}).get("condition", {})
    values = condition.get("values") or [{}]
    column = rule["ranges"][0].get("startColumnIndex", 0)
    return column, alike(str(values[0].get("userEnteredValue", "")))


def _item_row(page: Page, item: str) -> int | None:
    """Find the row of a setting, from 0."""
    column = page.columns[SETTINGS.columns[0].header]
    for row, cells in enumerate(page.grid.rows):
        cell = cells[column] if column < len(cells) else None
        if isinstance(cell, str) and key(cell) == key(item):
            return row
    return None


def _looked_at(page: Page, column: int, row: int | None) -> list[Place]:
    if row is not None:
        return [(row, column)]
    return [(page.head + 1, column), (page.size[0] - 1, column)]


def _below(page: Page, column: int, row: int | None) -> Json:
    area = _area(page, page.head + 1 if row is None else row, column, column + 1)
    return area if row is None else {**area, "endRowIndex": row + 1}


def _area(page: Page, top: int, left: int, right: int) -> Json:
    return {
        "sheetId": page.gid,
        "startRowIndex": top,
        "startColumnIndex": left,
        "endColumnIndex": right,
    }

"""How a Google worksheet should look and what it should take: what is missing of its rules."""

from collections.abc import Iterator, Sequence
from typing import Final

from lib.sheet.schema import Field, Worksheet
from lib.template import google_rules, texts
from lib.template.google_steps import Step, said, start_at
from lib.template.google_tabs import GoogleTab, Json
from lib.template.plan import OWN_LOG
from lib.template.rules import DateRule, Rules, Shape, offering, rules_for
from lib.template.waiting import CODE
from lib.vietnamese import key

WIDE_PIXELS: Final = 860
"""How wide a worksheet of one column of sentences is."""


def wide(tab: GoogleTab) -> list[Step]:
    """Make the first column as wide as a screen, and let its text wrap."""
    area = {"sheetId": tab.gid, "dimension": "COLUMNS", "startIndex": 0, "endIndex": 1}
    size = {"range": area, "properties": {"pixelSize": WIDE_PIXELS}, "fields": "pixelSize"}
    cells = {"sheetId": tab.gid, "startColumnIndex": 0, "endColumnIndex": 1}
    look = {"userEnteredFormat": {"wrapStrategy": "WRAP", "verticalAlignment": "TOP"}}
    fields = "userEnteredFormat.wrapStrategy,userEnteredFormat.verticalAlignment"
    repeat = {"range": cells, "cell": look, "fields": fields}
    requests = ({"updateDimensionProperties": size}, {"repeatCell": repeat})
    return [Step(said("instructions_look", tab=tab.title), requests)]


def emphasis(tab: GoogleTab, rows: Sequence[int]) -> Step:
    """Make rows bold."""
    look = {"userEnteredFormat": {"textFormat": {"bold": True}}}
    fields = "userEnteredFormat.textFormat"
    areas = ({**_area(tab, row, 0, 1), "endRowIndex": row + 1} for row in rows)
    requests = ({"repeatCell": {"range": area, "cell": look, "fields": fields}} for area in areas)
    return Step(said("instructions_look", tab=tab.title), tuple(requests))


def moved_first(tab: GoogleTab) -> Step:
    """Put a worksheet before all others."""
    update = {"properties": {"sheetId": tab.gid, "index": 0}, "fields": "index"}
    return Step(said("first", tab=tab.title), ({"updateSheetProperties": update},))


def dressed(tab: GoogleTab, kind: Worksheet, owed: tuple[str, ...] = ()) -> list[Step]:
    """Give what is missing of the rules of one kind of worksheet; `owed` are all codes it offers."""
    rules = offering(rules_for(kind), owed) if owed else rules_for(kind)
    parts = {
        "frozen": _frozen(tab, kind),
        "filter": _filter(tab),
        "notes": _notes(tab, rules),
        "widths": _widths(tab, rules),
        "formats": _formats(tab, rules),
        "validations": _validations(tab, rules),
        "colours": _colours(tab, rules),
    }
    found = {code: tuple(requests) for code, requests in parts.items()}
    return [
        Step(said(code, tab=tab.title, count=len(done)), done)
        for code, done in found.items()
        if done
    ]


def _frozen(tab: GoogleTab, kind: Worksheet) -> Iterator[Json]:
    """Keep the heads in sight and, where what is to be done comes first, that column too."""
    wanted = {"frozenRowCount": tab.head + 1} if tab.frozen <= tab.head else {}
    if kind is OWN_LOG and tab.columns[CODE] == 0 and not tab.frozen_columns:
        wanted["frozenColumnCount"] = 1
    if wanted:
        properties = {"sheetId": tab.gid, "gridProperties": wanted}
        fields = ",".join(f"gridProperties.{name}" for name in wanted)
        yield {"updateSheetProperties": {"properties": properties, "fields": fields}}


def _filter(tab: GoogleTab) -> Iterator[Json]:
    """Offer a filter that each sees alone, in place of the one that hides rows from everybody."""
    if tab.filtered:
        yield {"clearBasicFilter": {"sheetId": tab.gid}}
    title = texts.message("filter_view")
    if title not in tab.views:
        area = _area(tab, tab.head, 0, max(tab.columns.values()) + 1)
        yield {"addFilterView": {"filter": {"title": title, "range": area}}}


def _notes(tab: GoogleTab, rules: Rules) -> Iterator[Json]:
    for look in rules.looks:
        place = (tab.head, tab.columns[look.column])
        if tab.cell(*place).get("note") != look.note:
            rows = [{"values": [{"note": look.note}]}]
            yield {"updateCells": {"start": start_at(tab, *place), "rows": rows, "fields": "note"}}


def _widths(tab: GoogleTab, rules: Rules) -> Iterator[Json]:
    for look in rules.looks:
        at = tab.columns[look.column]
        if tab.width(at) != google_rules.pixels(look):
            area = {"sheetId": tab.gid, "dimension": "COLUMNS"}
            area |= {"startIndex": at, "endIndex": at + 1}
            properties = {"pixelSize": google_rules.pixels(look)}
            update = {"range": area, "properties": properties, "fields": "pixelSize"}
            yield {"updateDimensionProperties": update}


def _formats(tab: GoogleTab, rules: Rules) -> Iterator[Json]:
    for look in rules.looks:
        if look.shape in google_rules.FORMATS:
            yield from _format(tab, tab.columns[look.column], None, look.shape)
    for rule in rules.expected:
        row = _setting_row(tab, rule.setting)
        if isinstance(rule, DateRule) and row is not None:
            yield from _format(tab, tab.columns[rule.column], row, Shape.DATE)


def _format(tab: GoogleTab, column: int, row: int | None, shape: Shape) -> Iterator[Json]:
    wanted = google_rules.FORMATS[shape]
    if not all(google_rules.same_format(cell, wanted) for cell in _looked_at(tab, column, row)):
        cell: Json = {"userEnteredFormat": {"numberFormat": wanted}}
        fields = "userEnteredFormat.numberFormat"
        if shape is Shape.LONG_TEXT:
            cell["userEnteredFormat"]["wrapStrategy"] = "WRAP"
            fields += ",userEnteredFormat.wrapStrategy"
        area = _below(tab, column, row)
        yield {"repeatCell": {"range": area, "cell": cell, "fields": fields}}


def _validations(tab: GoogleTab, rules: Rules) -> Iterator[Json]:
    for rule in rules.expected:
        row = _setting_row(tab, rule.setting)
        if rule.setting and row is None:
            continue
        column, wanted = tab.columns[rule.column], google_rules.validation(rule)
        found = (cell.get("dataValidation") for cell in _looked_at(tab, column, row))
        if not all(google_rules.same_validation(each, wanted) for each in found):
            yield {"setDataValidation": {"range": _below(tab, column, row), "rule": wanted}}


def _colours(tab: GoogleTab, rules: Rules) -> Iterator[Json]:
    there = {_colour_key(rule) for rule in tab.colours}
    for rule in rules.colours:
        column = tab.columns[rule.column]
        formula = google_rules.colour_formula(rule, tab.columns, tab.head + 1)
        if (column, google_rules.alike(formula)) not in there:
            wanted = google_rules.colour_rule(formula, rule.paint, _below(tab, column, None))
            yield {"addConditionalFormatRule": {"rule": wanted, "index": len(tab.colours)}}


def _colour_key(rule: Json) -> tuple[int, str]:
    condition = rule.get("booleanRule", {}).get("condition", {})
    values = condition.get("values") or [{}]
    column = rule["ranges"][0].get("startColumnIndex", 0)
    return column, google_rules.alike(str(values[0].get("userEnteredValue", "")))


def _setting_row(tab: GoogleTab, setting: str | None) -> int | None:
    """Find the row of a setting, from 0."""
    if setting is None:
        return None
    column = tab.columns[Field.SETTING]
    for row, cells in enumerate(tab.grid.rows):
        cell = cells[column] if column < len(cells) else None
        if isinstance(cell, str) and key(cell) == key(setting):
            return row
    return None


def _looked_at(tab: GoogleTab, column: int, row: int | None) -> list[Json]:
    rows = (tab.head + 1, tab.size[0] - 1) if row is None else (row,)
    return [tab.cell(each, column) for each in rows]


def _below(tab: GoogleTab, column: int, row: int | None) -> Json:
    area = _area(tab, tab.head + 1 if row is None else row, column, column + 1)
    return area if row is None else {**area, "endRowIndex": row + 1}


def _area(tab: GoogleTab, top: int, left: int, right: int) -> Json:
    ends = {"startColumnIndex": left, "endColumnIndex": right}
    return {"sheetId": tab.gid, "startRowIndex": top, **ends}

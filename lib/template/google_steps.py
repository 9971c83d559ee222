"""What there is to do on one worksheet: heads, looks, rules and protection, none of it twice."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from lib.grid import Cell
from lib.sheet.schema import SETTINGS, Worksheet
from lib.template import lists, texts
from lib.template.google_pages import Json, Page
from lib.template.google_rules import (
    FORMATS,
    HEAD_FORMAT,
    alike,
    colour_formula,
    colour_rule,
    entered,
    pixels,
    same_validation,
    validation,
)
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
ANY_FORMAT: Json = {}


@dataclass(frozen=True, slots=True)
class Step:
    """One thing to do, in words, and the requests that do it; a remark has none."""

    text: str
    requests: tuple[Json, ...] = ()


def said(code: str, **details: object) -> str:
    """Give one of the sentences about a Google spreadsheet."""
    lines = texts.records(texts.WORDING / "google.csv")
    return next(line["text"] for line in lines if line["code"] == code).format(**details)


def new_page(title: str, gid: int, size: tuple[int, int], *, hidden: bool = False) -> Step:
    """Add a worksheet."""
    rows, columns = size
    properties: Json = {
        "sheetId": gid,
        "title": title,
        "gridProperties": {"rowCount": rows, "columnCount": columns},
    }
    properties |= {"hidden": True} if hidden else {}
    return Step(said("page", page=title), ({"addSheet": {"properties": properties}},))


def content(page: Page, rows: Sequence[Sequence[Cell]], *, heads: bool) -> Step:
    """Write rows into a blank worksheet, from its first row."""
    data = [{"values": [entered(cell) for cell in row]} for row in rows]
    if heads:
        data[0] = {
            "values": [{**cell, "userEnteredFormat": HEAD_FORMAT} for cell in data[0]["values"]]
        }
    fields = "userEnteredValue" + (",userEnteredFormat" if heads else "")
    update = {"start": _start(page, 0, 0), "rows": data, "fields": fields}
    count = len(rows) - heads
    return Step(said("content", page=page.title, count=count), ({"updateCells": update},))


def missing_columns(page: Page, kind: Worksheet) -> tuple[Page, list[Step]]:
    """Add the columns that are not there, to the right of everything written."""
    missing = [column.header for column in kind.columns if column.header not in page.columns]
    if not missing:
        return page, []
    first = max(map(len, page.grid.rows), default=0)
    places = {header: first + at for at, header in enumerate(missing)}
    rows, columns = page.size
    end = first + len(missing)
    requests: list[Json] = []
    if end > columns:
        more = {"sheetId": page.gid, "dimension": "COLUMNS", "length": end - columns}
        requests.append({"appendDimension": more})
    cells = [{**entered(header), "userEnteredFormat": HEAD_FORMAT} for header in missing]
    update = {
        "start": _start(page, page.head, first),
        "rows": [{"values": cells}],
        "fields": "userEnteredValue,userEnteredFormat",
    }
    requests.append({"updateCells": update})
    named = ", ".join(missing)
    grown = replace(page, columns={**page.columns, **places}, size=(rows, max(columns, end)))
    return grown, [Step(said("columns", page=page.title, columns=named), tuple(requests))]


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
                start = _start(page, *place)
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
    if any(cell.get("userEnteredFormat", {}).get("numberFormat") != wanted for cell in cells):
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


def protection(
    page: Page, editors: Sequence[str], description: str, *, known: frozenset[str], own: str
) -> list[Step]:
    """Let only these addresses edit a worksheet.

    `own` is the address this runs under, which always may. Addresses somebody else has let in are
    left, unless `known` says that they are meant for another worksheet.
    """
    requests = _protection(page, {"sheetId": page.gid}, editors, description, known, own)
    return [Step(said("protection", page=page.title), requests)] if requests else []


def head_protection(page: Page, *, own: str) -> list[Step]:
    """Let nobody but the spreadsheet's owner change the heads."""
    area = {"sheetId": page.gid, "startRowIndex": 0, "endRowIndex": page.head + 1}
    requests = _protection(page, area, (), said("head_description"), frozenset(), own)
    return [Step(said("head_protection", page=page.title), requests)] if requests else []


def _protection(
    page: Page,
    area: Json,
    editors: Sequence[str],
    description: str,
    known: frozenset[str],
    own: str,
) -> tuple[Json, ...]:
    wanted = sorted({*editors, own})
    told = {"users": wanted, "domainUsersCanEdit": False}
    protected = {"range": area, "description": description, "editors": told, "warningOnly": False}
    found = next((one for one in page.protections if _same_area(one["range"], area)), None)
    if found is None:
        return ({"addProtectedRange": {"protectedRange": protected}},)
    users = {user.casefold() for user in found.get("editors", {}).get("users", ())}
    there = {user.casefold() for user in wanted} <= users
    strangers = (users & known) - {user.casefold() for user in wanted}
    if there and not strangers and not found.get("warningOnly"):
        return ()
    protected |= {"protectedRangeId": found["protectedRangeId"]}
    fields = "editors,warningOnly"
    return ({"updateProtectedRange": {"protectedRange": protected, "fields": fields}},)


def _same_area(found: Mapping[str, int], wanted: Mapping[str, int]) -> bool:
    """Compare rows only: the whole worksheet, or the rows of its heads."""
    if "startColumnIndex" in found and found["startColumnIndex"] > 0:
        return False
    return (found.get("startRowIndex", 0), found.get("endRowIndex")) == (
        wanted.get("startRowIndex", 0),
        wanted.get("endRowIndex"),
    )


def helper_lists(page: Page) -> list[Step]:
    """Write the lists the dropdowns offer, where they are not as they should be."""
    requests: list[Json] = []
    for number, cells in lists.list_columns().items():
        column = number - 1
        if any(_differs(page.cell(row, column), cell) for row, cell in enumerate(cells)):
            rows = [{"values": [entered(cell)]} for cell in cells]
            start = _start(page, 0, column)
            update = {"start": start, "rows": rows, "fields": "userEnteredValue"}
            requests.append({"updateCells": update})
    return [Step(said("lists", page=page.title), tuple(requests))] if requests else []


def _differs(found: Json, wanted: Cell) -> bool:
    is_, to_be = found.get("userEnteredValue", {}), entered(wanted).get("userEnteredValue", {})
    if "formulaValue" in is_ and "formulaValue" in to_be:
        return alike(is_["formulaValue"]) != alike(to_be["formulaValue"])
    return bool(is_ != to_be)


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


def _start(page: Page, row: int, column: int) -> Json:
    return {"sheetId": page.gid, "rowIndex": row, "columnIndex": column}

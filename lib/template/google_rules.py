"""The rules of a sheet in the Sheets API's words: validations, formats, conditional colours."""

import re
from collections.abc import Mapping
from datetime import date
from fractions import Fraction
from functools import cache, lru_cache
from typing import Any, Final

from lib.grid import Cell, a1
from lib.sheet.cells import serial_of
from lib.template import lists, rules, styles

Json = dict[str, Any]

_TYPES: Final = {
    rules.Shape.TEXT: "TEXT",
    rules.Shape.LONG_TEXT: "TEXT",
    rules.Shape.DATE: "DATE",
    rules.Shape.NUMBER: "NUMBER",
    rules.Shape.PERCENT: "NUMBER",
}
FORMATS: Final = {
    shape: {"type": type_, "pattern": styles.FORMATS[shape]} for shape, type_ in _TYPES.items()
}
"""The number format of each shape; a shape left out keeps what the cell has."""

PIXELS_A_CHARACTER, PIXELS_AROUND = 7, 12
_QUOTED = re.compile(r"""("(?:[^"]|"")*"|'(?:[^']|'')*')""")


def pixels(rule: rules.Look) -> int:
    """Give a column's width in pixels."""
    return rule.characters * PIXELS_A_CHARACTER + PIXELS_AROUND


def validation(rule: rules.Expected) -> Json:
    """Give the validation a rule asks for."""
    match rule:
        case rules.Dropdown() if rule.words:
            kind, values = "ONE_OF_LIST", list(rule.words)
        case rules.Dropdown():
            column = lists.column_of(rule.choice)
            kind, values = "ONE_OF_RANGE", [f"='{lists.TITLE}'!{_lines(column)}"]
        case rules.NumberRule():
            kind, values = "NUMBER_BETWEEN", [_number(rule.low), _number(rule.high)]
        case _:
            kind, values = "DATE_IS_VALID", []
    condition: Json = {"type": kind}
    if values:
        condition["values"] = [{"userEnteredValue": value} for value in values]
    strict = rule.strictness is rules.Strictness.REFUSE
    told = {"condition": condition, "strict": strict, "showCustomUi": True}
    return told | ({"inputMessage": rule.prompt} if rule.prompt else {})


@cache
def _lines(column: int) -> str:
    """Give the cells of a list."""
    first = lists.absolute(lists.FIRST_LINE, column)
    return f"{first}:{lists.absolute(len(lists.list_columns()[column]), column)}"


def _number(number: float) -> str:
    """Write a number that every locale reads alike: 0.01 becomes `=1/100`."""
    exact = Fraction(str(number))
    return str(exact.numerator) if exact.denominator == 1 else f"={exact}"


def colour_formula(
    rule: rules.WordColour | rules.DayColour, columns: Mapping[str, int], first_row: int
) -> str:
    """Give the test of a conditional colour, for the first row below the head (from 0)."""
    cells = {header: f"${a1(first_row + 1, at + 1)}" for header, at in columns.items()}
    as_of, soon = _looked_up(lists.AS_OF_CELL), _looked_up(lists.DUE_SOON_CELL)
    return semicolons(f"={rule.formula(cells, as_of, soon)}")


def _looked_up(place: tuple[int, int]) -> str:
    """Name a cell of the lists; a conditional colour reaches other worksheets only in this way."""
    return f"INDIRECT(\"'{lists.TITLE}'!{lists.absolute(*place)}\")"


def colour_rule(formula: str, paint: rules.Paint, area: Json) -> Json:
    """Give a conditional colour."""
    background, text = map(_colour, styles.PAINTS[paint])
    told = {"foregroundColor": text, "bold": paint in styles.BOLD}
    condition = {"type": "CUSTOM_FORMULA", "values": [{"userEnteredValue": formula}]}
    look = {"backgroundColor": background, "textFormat": told}
    return {"ranges": [area], "booleanRule": {"condition": condition, "format": look}}


def _colour(hexadecimal: str) -> Json:
    parts = (int(hexadecimal[at : at + 2], 16) / 255 for at in (0, 2, 4))
    return dict(zip(("red", "green", "blue"), parts, strict=True))


HEAD_FORMAT: Final = {
    "backgroundColor": _colour(styles.HEAD_COLOUR),
    "horizontalAlignment": "CENTER",
    "verticalAlignment": "MIDDLE",
    "wrapStrategy": "WRAP",
    "textFormat": {"bold": True, "foregroundColor": _colour("FFFFFF")},
}


def entered(cell: Cell) -> Json:
    """Give a value as it is typed in; a text that begins with `=` is a formula of ours."""
    if cell is None:
        return {}
    if isinstance(cell, bool):
        return {"userEnteredValue": {"boolValue": cell}}
    if isinstance(cell, date):
        return {"userEnteredValue": {"numberValue": serial_of(cell)}}
    if isinstance(cell, int | float):
        return {"userEnteredValue": {"numberValue": cell}}
    if cell.startswith("="):
        return {"userEnteredValue": {"formulaValue": semicolons(cell)}}
    return {"userEnteredValue": {"stringValue": cell}}


def semicolons(formula: str) -> str:
    """Part a formula's arguments by semicolons, which every locale of Google's understands."""
    parts = _QUOTED.split(formula)
    return "".join(part if at % 2 else part.replace(",", ";") for at, part in enumerate(parts))


@lru_cache(maxsize=4096)
def alike(formula: str) -> str:
    """Give what two writings of one formula share: spaces, separators and case aside."""
    parts = enumerate(_QUOTED.split(semicolons(formula)))
    return "".join(part if at % 2 else part.replace(" ", "").upper() for at, part in parts)


def same_validation(found: Json | None, wanted: Json) -> bool:
    """Tell whether a cell already has a validation, however Google writes it back."""
    return found is not None and _essence(found) == _essence(wanted)


def same_format(cell: Json, wanted: Json) -> bool:
    """Tell whether a cell already has a number format; a plain text's pattern says nothing."""
    found = cell.get("userEnteredFormat", {}).get("numberFormat", {})
    plain = found.get("type") == wanted["type"] == "TEXT"
    return plain or found == wanted


def _essence(told: Json) -> tuple[object, ...]:
    condition = told.get("condition", {})
    values = tuple(
        alike(str(value.get("userEnteredValue", ""))) for value in condition.get("values", ())
    )
    return condition.get("type"), values, bool(told.get("strict")), told.get("inputMessage")

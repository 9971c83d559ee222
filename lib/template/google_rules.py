"""The rules of a sheet in the Sheets API's words: validations, formats, conditional colours."""

import re
from collections.abc import Mapping
from datetime import date
from fractions import Fraction
from functools import cache, singledispatch
from types import MappingProxyType
from typing import Any

from lib.grid import Cell, a1
from lib.sheet.cells import serial_of
from lib.template import lists
from lib.template.rule import (
    DateRule,
    DayColour,
    Dropdown,
    Look,
    NumberRule,
    Paint,
    Shape,
    Strictness,
    WordColour,
)
from lib.template.styles import DATE_FORMAT, is_bold, paint_colours

Json = dict[str, Any]

FORMATS: Mapping[Shape, Json] = MappingProxyType(
    {
        Shape.TEXT: {"type": "TEXT", "pattern": "@"},
        Shape.LONG_TEXT: {"type": "TEXT", "pattern": "@"},
        Shape.DATE: {"type": "DATE", "pattern": DATE_FORMAT},
        Shape.NUMBER: {"type": "NUMBER", "pattern": "0.##"},
        Shape.PERCENT: {"type": "NUMBER", "pattern": "0.0"},
    }
)
"""The number format of each shape; a shape left out keeps what the cell has."""

HEAD_FORMAT: Json = {
    "backgroundColor": {"red": 31 / 255, "green": 56 / 255, "blue": 100 / 255},
    "horizontalAlignment": "CENTER",
    "verticalAlignment": "MIDDLE",
    "wrapStrategy": "WRAP",
    "textFormat": {"bold": True, "foregroundColor": {"red": 1.0, "green": 1.0, "blue": 1.0}},
}
PIXELS_A_CHARACTER, PIXELS_AROUND = 7, 12
_QUOTED = re.compile(r"""("(?:[^"]|"")*"|'(?:[^']|'')*')""")


def pixels(rule: Look) -> int:
    """Give a column's width in pixels."""
    return rule.characters * PIXELS_A_CHARACTER + PIXELS_AROUND


@singledispatch
def validation(rule: object) -> Json:
    """Give the validation a rule asks for."""
    raise NotImplementedError(type(rule))


@validation.register
def _(rule: Dropdown) -> Json:
    source = f"='{lists.TITLE}'!{_lines(lists.column_of(rule.choice))}"
    return _validation("ONE_OF_RANGE", [source], rule.message, rule.strictness)


@cache
def _lines(column: int) -> str:
    """Give the cells of a list."""
    first = lists.absolute(lists.FIRST_LINE, column)
    return f"{first}:{lists.absolute(len(lists.list_columns()[column]), column)}"


@validation.register
def _(rule: DateRule) -> Json:
    return _validation("DATE_IS_VALID", [], rule.message, rule.strictness)


@validation.register
def _(rule: NumberRule) -> Json:
    ends = [_number(rule.low), _number(rule.high)]
    return _validation("NUMBER_BETWEEN", ends, rule.message, rule.strictness)


def _validation(kind: str, values: list[str], message: str | None, strictness: Strictness) -> Json:
    condition: Json = {"type": kind}
    if values:
        condition["values"] = [{"userEnteredValue": value} for value in values]
    told = {"condition": condition, "strict": strictness is Strictness.REFUSE, "showCustomUi": True}
    return told | ({"inputMessage": message} if message else {})


def _number(number: float) -> str:
    """Write a number that every locale reads alike: 0.01 becomes `=1/100`."""
    exact = Fraction(str(number))
    return str(exact.numerator) if exact.denominator == 1 else f"={exact}"


def colour_formula(rule: WordColour | DayColour, columns: Mapping[str, int], first_row: int) -> str:
    """Give the test of a conditional colour, for the first row below the head (from 0)."""

    def cell(header: str) -> str:
        return f"${a1(first_row + 1, columns[header] + 1)}"

    if isinstance(rule, WordColour):
        words = ",".join(f'{cell(rule.column)}="{word}"' for word in rule.words)
        return semicolons(f"=OR({words})")
    day = cell(rule.column)
    due = f"{day}-{rule.days_before}" if rule.days_before else day
    as_of, soon = _looked_up(lists.AS_OF_CELL), _looked_up(lists.DUE_SOON_CELL)
    tests = [f"ISNUMBER({day})"]
    tests += [f"{due}>={as_of}", f"{due}-{as_of}<={soon}"] if rule.paint is Paint.SOON else []
    tests += [f"{due}<{as_of}"] if rule.paint is not Paint.SOON else []
    if rule.unless and rule.unless in columns:
        tests += [f'{cell(rule.unless)}=""']
    return semicolons(f"=AND({','.join(tests)})")


def _looked_up(place: tuple[int, int]) -> str:
    """Name a cell of the lists; a conditional colour reaches other worksheets only in this way."""
    return f"INDIRECT(\"'{lists.TITLE}'!{lists.absolute(*place)}\")"


def colour_rule(formula: str, paint: Paint, area: Json) -> Json:
    """Give a conditional colour."""
    background, text = paint_colours(paint)
    return {
        "ranges": [area],
        "booleanRule": {
            "condition": {
                "type": "CUSTOM_FORMULA",
                "values": [{"userEnteredValue": formula}],
            },
            "format": {
                "backgroundColor": _colour(background),
                "textFormat": {"foregroundColor": _colour(text), "bold": is_bold(paint)},
            },
        },
    }


def _colour(hexadecimal: str) -> Json:
    parts = (int(hexadecimal[at : at + 2], 16) / 255 for at in (0, 2, 4))
    return dict(zip(("red", "green", "blue"), parts, strict=True))


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


def alike(formula: str) -> str:
    """Give what two writings of one formula share: spaces, separators and case aside."""
    parts = _QUOTED.split(formula)
    return "".join(
        part if at % 2 else part.replace(",", ";").replace(" ", "").upper()
        for at, part in enumerate(parts)
    )


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

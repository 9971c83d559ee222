"""Carries the rules on entered values into a workbook: dropdowns, ranges, conditional colours."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Literal

from openpyxl.formatting.rule import Rule as Formatting
from openpyxl.utils import quote_sheetname
from openpyxl.utils.datetime import to_excel
from openpyxl.workbook import Workbook
from openpyxl.workbook.defined_name import DefinedName
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet as Page

from lib.grid import a1
from lib.template import lists, texts
from lib.template.plan import Table, position
from lib.template.rule import (
    Choice,
    DateRule,
    DayColour,
    Dropdown,
    NumberRule,
    Paint,
    Strictness,
    WordColour,
)
from lib.template.styles import DATE_FORMAT, painted

AS_OF = "AsOfDate"
DUE_SOON = "DueSoonDays"
LOG_ROWS = 20000
_STYLES: Mapping[Strictness, Literal["information", "warning", "stop"]] = MappingProxyType(
    {
        Strictness.INFORM: "information",
        Strictness.WARN: "warning",
        Strictness.REFUSE: "stop",
    }
)


def last_row(table: Table) -> int:
    """Return the last row rules reach: far below what is there, for lines added later."""
    return LOG_ROWS if table.kind.log else lists.DEFINITION_ROWS + 1


def define_names(book: Workbook) -> None:
    """Name the cells the conditional colours look up."""
    for name, cell in ((AS_OF, lists.AS_OF_CELL), (DUE_SOON, lists.DUE_SOON_CELL)):
        address = f"{quote_sheetname(lists.TITLE)}!{lists.absolute(*cell)}"
        book.defined_names[name] = DefinedName(name, attr_text=address)


def choice_formula(choice: Choice) -> str:
    """Return the formula of a dropdown's list: as many lines as the list has at the moment."""
    sheet, column = quote_sheetname(lists.TITLE), lists.column_of(choice)
    first, count = lists.absolute(lists.FIRST_LINE, column), lists.absolute(2, column)
    return f"OFFSET({sheet}!{first},0,0,MAX(1,{sheet}!{count}),1)"


def add_dropdown(page: Page, table: Table, rule: Dropdown) -> None:
    """Offer a list; text that is not in it meets the rule's message, if it has one."""
    validation = DataValidation("list", choice_formula(rule.choice), allow_blank=True)
    _warn(validation, rule.message, rule.strictness)
    _add(page, validation, table, rule.column, rule.item)


def add_date_rule(page: Page, table: Table, rule: DateRule) -> None:
    """Expect dates."""
    first, last = (str(int(to_excel(day))) for day in (rule.first, rule.last))
    validation = DataValidation("date", first, last, operator="between", allow_blank=True)
    _warn(validation, rule.message, rule.strictness)
    _add(page, validation, table, rule.column, rule.item)
    if rule.item:
        page[_cells(table, rule.column, rule.item)].number_format = DATE_FORMAT


def add_number_rule(page: Page, table: Table, rule: NumberRule) -> None:
    """Expect numbers in a range."""
    low, high = f"{rule.low:g}", f"{rule.high:g}"
    validation = DataValidation("decimal", low, high, operator="between", allow_blank=True)
    _warn(validation, rule.message, rule.strictness)
    _add(page, validation, table, rule.column, rule.item)


def add_word_colour(page: Page, table: Table, rule: WordColour) -> None:
    """Paint the cells that hold one of the words."""
    cell = _first_cell(table, rule.column)
    _paint(page, table, rule, "OR(" + ",".join(f'{cell}="{word}"' for word in rule.words) + ")")


def add_day_colour(page: Page, table: Table, rule: DayColour) -> None:
    """Paint the days that are past or near, seen from the as-of date."""
    cell = _first_cell(table, rule.column)
    due = f"{cell}-{rule.days_before}" if rule.days_before else cell
    tests = [f"ISNUMBER({cell})"]
    if rule.paint is Paint.SOON:
        tests += [f"{due}>={AS_OF}", f"{due}-{AS_OF}<={DUE_SOON}"]
    else:
        tests += [f"{due}<{AS_OF}"]
    if rule.unless:
        tests += [f'{_first_cell(table, rule.unless)}=""']
    _paint(page, table, rule, f"AND({','.join(tests)})")


def _paint(page: Page, table: Table, rule: WordColour | DayColour, formula: str) -> None:
    look = Formatting(type="expression", dxf=painted(rule.paint), formula=[formula])
    page.conditional_formatting.add(_cells(table, rule.column), look)


def _warn(validation: DataValidation, message: str | None, strictness: Strictness) -> None:
    validation.showErrorMessage = message is not None
    validation.errorStyle = _STYLES[strictness]
    if message is not None:
        validation.errorTitle = texts.message("title")
        validation.error = message


def _add(
    page: Page, validation: DataValidation, table: Table, column: str, item: str | None
) -> None:
    validation.add(_cells(table, column, item))
    page.add_data_validation(validation)


def _cells(table: Table, column: str, item: str | None = None) -> str:
    """Return the address of a column below its head, or of one setting's value."""
    place = position(table.kind, column) + 1
    if item is None:
        return f"{a1(2, place)}:{a1(last_row(table), place)}"
    return a1([row[0] for row in table.rows].index(item) + 2, place)


def _first_cell(table: Table, column: str) -> str:
    return f"${a1(2, position(table.kind, column) + 1)}"

"""Carries the rules on entered values into a workbook: dropdowns, ranges, conditional colours."""

from typing import Final, Literal

from openpyxl.formatting.rule import Rule as Formatting
from openpyxl.utils import quote_sheetname
from openpyxl.utils.datetime import to_excel
from openpyxl.workbook import Workbook
from openpyxl.workbook.defined_name import DefinedName
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet as Tab

from lib.grid import a1
from lib.template import lists, rules, texts
from lib.template.plan import Table, position
from lib.template.styles import DATE_FORMAT, painted

AS_OF = "AsOfDate"
DUE_SOON = "DueSoonDays"
LOG_ROWS = 20000
_STYLES: Final[dict[rules.Strictness, Literal["information", "warning", "stop"]]] = {
    rules.Strictness.INFORM: "information",
    rules.Strictness.WARN: "warning",
    rules.Strictness.REFUSE: "stop",
}


def last_row(table: Table) -> int:
    """Return the last row rules reach: far below what is there, for lines added later."""
    return LOG_ROWS if table.kind.log else lists.DEFINITION_ROWS + 1


def define_names(book: Workbook) -> None:
    """Name the cells the conditional colours look up."""
    for name, cell in ((AS_OF, lists.AS_OF_CELL), (DUE_SOON, lists.DUE_SOON_CELL)):
        address = f"{quote_sheetname(lists.TITLE)}!{lists.absolute(*cell)}"
        book.defined_names[name] = DefinedName(name, attr_text=address)


def add_validation(tab: Tab, table: Table, rule: rules.Expected) -> None:
    """Tell what a column takes; anything else meets the rule's message, if it has one."""
    cells = _cells(table, rule.column, rule.setting)
    owed = table.owed and isinstance(rule, rules.Dropdown) and rule.choice is rules.Choice.CODES
    validation = DataValidation("list", _owed(table)) if owed else _validation(rule)
    validation.allow_blank = True
    validation.showErrorMessage = rule.message is not None
    validation.errorStyle = _STYLES[rule.strictness]
    if rule.message is not None:
        validation.errorTitle, validation.error = texts.message("title"), rule.message
    validation.add(cells)
    tab.add_data_validation(validation)
    if rule.setting and isinstance(rule, rules.DateRule):
        tab[cells].number_format = DATE_FORMAT


def _validation(rule: rules.Expected) -> DataValidation:
    match rule:
        case rules.Dropdown():
            return DataValidation("list", _listed(rule.choice))
        case rules.NumberRule():
            return DataValidation("decimal", f"{rule.low:g}", f"{rule.high:g}", operator="between")
        case _:
            first, last = (str(int(to_excel(day))) for day in (rules.FIRST_DAY, rules.LAST_DAY))
            return DataValidation("date", first, last, operator="between")


def _owed(table: Table) -> str:
    """Return the formula of the codes owed, which stand in a hidden column after the others."""
    column = len(table.kind.columns) + 1
    return f"{lists.absolute(2, column)}:{lists.absolute(len(table.owed) + 1, column)}"


def _listed(choice: rules.Choice) -> str:
    """Return the formula of a dropdown's list: as many lines as the list has at the moment."""
    sheet, column = quote_sheetname(lists.TITLE), lists.column_of(choice)
    first, count = lists.absolute(lists.FIRST_LINE, column), lists.absolute(2, column)
    return f"OFFSET({sheet}!{first},0,0,MAX(1,{sheet}!{count}),1)"


def add_colour(tab: Tab, table: Table, rule: rules.WordColour | rules.DayColour) -> None:
    """Paint cells that hold certain words, or days that are past or near."""
    heads = enumerate(table.kind.columns, start=1)
    first_cells = {column.header: f"${a1(2, place)}" for place, column in heads}
    formula = rule.formula(first_cells, AS_OF, DUE_SOON)
    look = Formatting(type="expression", dxf=painted(rule.paint), formula=[formula])
    tab.conditional_formatting.add(_cells(table, rule.column), look)


def _cells(table: Table, column: str, setting: str | None = None) -> str:
    """Return the address of a column below its head, or of one setting's value."""
    place = position(table.kind, column) + 1
    if setting is None:
        return f"{a1(2, place)}:{a1(last_row(table), place)}"
    return a1([row[0] for row in table.rows].index(setting) + 2, place)

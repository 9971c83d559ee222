"""Writes the workbook's worksheets: each table under its head, the instructions, the lists."""

from functools import singledispatch

from openpyxl.comments import Comment
from openpyxl.styles import Alignment, Font
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet as Page

from lib.grid import a1
from lib.template import lists, texts
from lib.template import validations as on_values
from lib.template.plan import Table, position
from lib.template.rule import (
    DateRule,
    DayColour,
    Dropdown,
    Frozen,
    Locked,
    Look,
    Note,
    NumberRule,
    Rule,
    WordColour,
)
from lib.template.rules import rules_for
from lib.template.styles import DATE_FORMAT, FONT, HEAD, dress_column, row_height, style_name

_NOTE_WIDTH = 320
_NOTE_LINE = 44
"""A note's width in pixels and how many characters go into one of its lines."""

_INSTRUCTION_WIDTH = 110
_INSTRUCTION_FONTS = {
    "title": Font(name=FONT, size=16, bold=True, color="1F3864"),
    "head": Font(name=FONT, size=13, bold=True, color="1F3864"),
    "text": Font(name=FONT, size=11),
}


def write_table(page: Page, table: Table) -> None:
    """Write a table under its head and carry every rule of its kind into the page."""
    page.append([column.header for column in table.kind.columns])
    for row in table.rows:
        page.append(row)
    for cell in page[1]:
        cell.style = HEAD
    page.row_dimensions[1].height = 34
    for rule in rules_for(table.kind):
        apply(rule, page, table)
    if not table.kind.log:
        _fit_rows(page, table)
    _print_on_a4(page)
    page.print_title_rows = "1:1"


def _fit_rows(page: Page, table: Table) -> None:
    widths = [rule.characters for rule in rules_for(table.kind) if isinstance(rule, Look)]
    for number, row in enumerate(table.rows, start=2):
        page.row_dimensions[number].height = row_height(zip(row, widths, strict=True))


@singledispatch
def apply(rule: Rule, page: Page, table: Table) -> None:
    """Carry one rule into a worksheet."""
    raise NotImplementedError(type(rule))


@apply.register
def _(rule: Frozen, page: Page, table: Table) -> None:
    page.freeze_panes = "A2"
    page.auto_filter.ref = f"A1:{a1(on_values.last_row(table), len(table.kind.columns))}"


@apply.register
def _(rule: Locked, page: Page, table: Table) -> None:
    protect(page)


@apply.register
def _(rule: Look, page: Page, table: Table) -> None:
    place = position(table.kind, rule.column) + 1
    dimension = page.column_dimensions[a1(1, place)[:-1]]
    dimension.width = rule.characters
    dress_column(dimension, rule.shape)
    for (cell,) in page.iter_rows(min_row=2, min_col=place, max_col=place):
        cell.style = style_name(rule.shape)


@apply.register
def _(rule: Note, page: Page, table: Table) -> None:
    lines = sum(-(-len(part) // _NOTE_LINE) for part in rule.text.split("\n"))
    comment = Comment(rule.text, texts.message("workbook_title"))
    comment.width, comment.height = _NOTE_WIDTH, 24 + 20 * lines
    page.cell(1, position(table.kind, rule.column) + 1).comment = comment


@apply.register
def _(rule: Dropdown, page: Page, table: Table) -> None:
    on_values.add_dropdown(page, table, rule)


@apply.register
def _(rule: DateRule, page: Page, table: Table) -> None:
    on_values.add_date_rule(page, table, rule)


@apply.register
def _(rule: NumberRule, page: Page, table: Table) -> None:
    on_values.add_number_rule(page, table, rule)


@apply.register
def _(rule: WordColour, page: Page, table: Table) -> None:
    on_values.add_word_colour(page, table, rule)


@apply.register
def _(rule: DayColour, page: Page, table: Table) -> None:
    on_values.add_day_colour(page, table, rule)


def protect(page: Page) -> None:
    """Lock a worksheet without a password; filters and column widths stay free."""
    page.protection.enable()
    page.protection.autoFilter = False
    page.protection.formatColumns = False
    page.protection.formatRows = False


def write_instructions(page: Page) -> None:
    """Write the instructions, one line a row."""
    page.column_dimensions["A"].width = _INSTRUCTION_WIDTH
    page.sheet_view.showGridLines = False
    for number, (kind, text) in enumerate(texts.instructions(), start=1):
        cell = page.cell(number, 1, text)
        cell.font = _INSTRUCTION_FONTS[kind]
        cell.alignment = Alignment(wrap_text=True, vertical="top")
        size = int(_INSTRUCTION_FONTS[kind].size)
        page.row_dimensions[number].height = 4 + row_height([(text, _INSTRUCTION_WIDTH)], size)
    protect(page)
    _print_on_a4(page)


def write_lists(page: Page) -> None:
    """Write the hidden worksheet of lists."""
    for column, cells in lists.list_columns().items():
        page.column_dimensions[a1(1, column).rstrip("1")].width = 24
        for row, value in enumerate(cells, start=1):
            page.cell(row, column, value)
        page.cell(1, column).style = HEAD
    page.cell(*lists.AS_OF_CELL).number_format = DATE_FORMAT
    page.sheet_state = "hidden"
    protect(page)


def _print_on_a4(page: Page) -> None:
    page.page_setup.paperSize = page.PAPERSIZE_A4
    page.page_setup.orientation = "landscape"
    page.page_setup.fitToWidth = 1
    page.page_setup.fitToHeight = 0
    page.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    footer = page.oddFooter
    if footer is not None and footer.center is not None:
        footer.center.text = "&P/&N"

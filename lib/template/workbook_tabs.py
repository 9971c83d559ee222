"""Writes the workbook's worksheets: each table under its head, the instructions, the lists."""

from openpyxl.comments import Comment
from openpyxl.styles import Alignment, Font
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet as Tab

from lib.grid import a1
from lib.template import lists, styles, texts
from lib.template.plan import Table, position
from lib.template.rules import Look, rules_for
from lib.template.validations import add_colour, add_validation, last_row

_NOTE_WIDTH = 320
_NOTE_LINE = 44
"""A note's width in pixels and how many characters go into one of its lines."""

_INSTRUCTION_WIDTH = 110
_INSTRUCTION_FONTS = {
    "title": Font(name=styles.FONT, size=16, bold=True, color=styles.HEAD_COLOUR),
    "head": Font(name=styles.FONT, size=13, bold=True, color=styles.HEAD_COLOUR),
    "text": Font(name=styles.FONT, size=11),
}


def write_table(tab: Tab, table: Table) -> None:
    """Write a table under its head and carry every rule of its kind into the worksheet."""
    heads, rules = table.kind.columns, rules_for(table.kind)
    for row in ([column.header for column in heads], *table.rows):
        tab.append(row)
    for cell in tab[1]:
        cell.style = styles.HEAD
    tab.row_dimensions[1].height = 34
    tab.freeze_panes = "B2" if table.owed else "A2"
    tab.auto_filter.ref = f"A1:{a1(last_row(table), len(heads))}"
    for look in rules.looks:
        _dress(tab, table, look)
    if table.owed:
        _add_owed(tab, table)
    for expected in rules.expected:
        add_validation(tab, table, expected)
    for colour in rules.colours:
        add_colour(tab, table, colour)
    if not table.kind.log:
        protect(tab)
        for number, row in enumerate(table.rows, start=2):
            widths = (look.characters for look in rules.looks)
            tab.row_dimensions[number].height = styles.row_height(zip(row, widths, strict=True))
    _print_on_a4(tab)
    tab.print_title_rows = "1:1"


def _add_owed(tab: Tab, table: Table) -> None:
    """Put the codes an owner owes into a hidden column, for the list that offers them."""
    column = len(table.kind.columns) + 1
    for row, text in enumerate((texts.message("owed_codes"), *table.owed), start=1):
        tab.cell(row, column, text)
    tab.column_dimensions[a1(1, column)[:-1]].hidden = True


def _dress(tab: Tab, table: Table, look: Look) -> None:
    place = position(table.kind, look.column) + 1
    dimension = tab.column_dimensions[a1(1, place)[:-1]]
    dimension.width = look.characters
    styles.dress_column(dimension, look.shape)
    for (cell,) in tab.iter_rows(min_row=2, min_col=place, max_col=place):
        cell.style = styles.style_name(look.shape)
    lines = sum(-(-len(part) // _NOTE_LINE) for part in look.note.split("\n"))
    comment = Comment(look.note, texts.message("workbook_title"))
    comment.width, comment.height = _NOTE_WIDTH, 24 + 20 * lines
    tab.cell(1, place).comment = comment


def protect(tab: Tab) -> None:
    """Lock a worksheet without a password; filters and column widths stay free."""
    tab.protection.enable()
    tab.protection.autoFilter = False
    tab.protection.formatColumns = False
    tab.protection.formatRows = False


def write_instructions(tab: Tab) -> None:
    """Write the instructions, one line a row."""
    tab.column_dimensions["A"].width = _INSTRUCTION_WIDTH
    tab.sheet_view.showGridLines = False
    for number, (kind, text) in enumerate(texts.instructions("workbook"), start=1):
        cell = tab.cell(number, 1, text)
        cell.font = _INSTRUCTION_FONTS[kind]
        cell.alignment = Alignment(wrap_text=True, vertical="top")
        size = int(_INSTRUCTION_FONTS[kind].size)
        tab.row_dimensions[number].height = 4 + styles.row_height(
            [(text, _INSTRUCTION_WIDTH)], size
        )
    protect(tab)
    _print_on_a4(tab)


def write_lists(tab: Tab) -> None:
    """Write the hidden worksheet of lists."""
    for column, cells in lists.list_columns().items():
        tab.column_dimensions[a1(1, column).rstrip("1")].width = 24
        for row, value in enumerate(cells, start=1):
            tab.cell(row, column, value)
        tab.cell(1, column).style = styles.HEAD
    tab.cell(*lists.AS_OF_CELL).number_format = styles.DATE_FORMAT
    tab.sheet_state = "hidden"
    protect(tab)


def _print_on_a4(tab: Tab) -> None:
    tab.page_setup.paperSize = tab.PAPERSIZE_A4
    tab.page_setup.orientation = "landscape"
    tab.page_setup.fitToWidth = 1
    tab.page_setup.fitToHeight = 0
    tab.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    footer = tab.oddFooter
    if footer is not None and footer.center is not None:
        footer.center.text = "&P/&N"

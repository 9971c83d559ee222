"""The hidden worksheet of lists the dropdowns offer, computed from the definitions.

Row 1 holds each list's heading, row 2 how many lines it has, the lines follow from row 3. The
formulas are plain enough for Excel, LibreOffice and Google alike, and refer to whole columns, so
that what is added to a definition later appears by itself. To the right stand the running
counts that close the gaps blank rows would leave and offer a name of several bearers once, and
what the conditional colours look up.
"""

from dataclasses import dataclass
from functools import cache

from lib.grid import Cell, a1
from lib.sheet import schema
from lib.sheet.schema import Setting
from lib.template import texts
from lib.template.plan import CODE_SEPARATOR, CODE_TITLE_LENGTH, CODED, position
from lib.template.rules import Choice

TITLE = texts.message("lists_sheet")
FIRST_LINE = 3
DEFINITION_ROWS = 300
"""How many rows of a definition worksheet the lists look at."""

_LENGTHS = {
    Choice.NAMES: 400,
    Choice.CODES: 400,
    Choice.GROUPS: 40,
    Choice.UNITS: DEFINITION_ROWS,
    Choice.AGENCIES: 200,
    Choice.AUDIENCES: 450,
}
_GROUPS = "groups"
_COUNTED = (schema.UNITS, schema.AGENCIES, *CODED)
_FILLED = 'IF(ISERROR({cell}),0,IF(TRIM({cell})="",0,1))'

AS_OF_CELL = (2, len(Choice) + len(_COUNTED) + 4)
DUE_SOON_CELL = (2, AS_OF_CELL[1] + 1)


@dataclass(frozen=True, slots=True)
class _Source:
    """A column of a definition worksheet, whose filled rows are counted in a column of the lists.

    Of a value that `repeats` only the first counts.
    """

    cells: str
    heading: str
    repeats: bool
    column: int

    @property
    def counts(self) -> str:
        """The running count, one a definition row."""
        last = FIRST_LINE + DEFINITION_ROWS - 1
        return f"{absolute(FIRST_LINE, self.column)}:{absolute(last, self.column)}"

    @property
    def total(self) -> str:
        return absolute(FIRST_LINE - 1, self.column)

    def line(self, number: str, cells: str | None = None) -> str:
        """Return the formula of the line with that number, `cells` being another column's."""
        return f"INDEX({cells or self.cells},MATCH({number},{self.counts},0)+1)"

    def counting(self) -> list[Cell]:
        """Return the formulas that count filled rows from the top."""
        step = _FILLED
        if self.repeats:
            step = f"IF(IFERROR(MATCH({{cell}},{self.cells},0),0)={{row}},{_FILLED},0)"
        formulas: list[Cell] = [f"=MAX({self.counts})"]
        for row in range(2, DEFINITION_ROWS + 2):
            above = "0" if row == 2 else a1(FIRST_LINE + row - 3, self.column)
            formulas.append(f"={above}+" + step.format(cell=f"INDEX({self.cells},{row})", row=row))
        return formulas


def column_of(choice: Choice) -> int:
    """Return the column of a list in the helper worksheet, counted from 1."""
    return list(Choice).index(choice) + 1


def absolute(row: int, column: int) -> str:
    """Return a cell's absolute address: `absolute(3, 2) == "$B$3"`."""
    letters = a1(row, column).removesuffix(str(row))
    return f"${letters}${row}"


def whole_column(sheet: schema.Worksheet, place: int) -> str:
    """Return the address of a whole column of a worksheet, its place counted from 0."""
    letters = a1(1, place + 1)[:-1]
    return f"'{sheet.title}'!${letters}:${letters}"


@cache
def _sources() -> dict[str, _Source]:
    """Return the definitions' first columns by their titles, and the units' groups."""
    told = {
        sheet.title: (whole_column(sheet, 0), sheet.title, sheet not in CODED) for sheet in _COUNTED
    }
    groups = whole_column(schema.UNITS, position(schema.UNITS, schema.Field.GROUP))
    told[_GROUPS] = (groups, texts.choice_heading(Choice.GROUPS), True)
    numbered = enumerate(told.items(), len(Choice) + 2)
    return {name: _Source(*source, column) for column, (name, source) in numbered}


def _chain(number: int, parts: list[tuple[str, str]]) -> str:
    """Return line `number` of lists put end to end; each part gives its length and a line."""
    formula, before = '""', "0"
    offsets = [before]
    for length, _ in parts:
        before = length if before == "0" else f"{before}+{length}"
        offsets.append(before)
    for place in reversed(range(len(parts))):
        line = parts[place][1].replace("{n}", f"{number}-({offsets[place]})")
        formula = f"IF({number}<={offsets[place + 1]},{line},{formula})"
    return f'=IFERROR({formula},"")'


def _parts(choice: Choice) -> list[tuple[str, str]]:
    """Return what a computed list is made of, each part as its length and its n-th line."""
    sources = _sources()
    units, agencies, groups = (
        sources[name] for name in (schema.UNITS.title, schema.AGENCIES.title, _GROUPS)
    )
    plain = {
        Choice.NAMES: (units, agencies),
        Choice.GROUPS: (groups,),
        Choice.UNITS: (units,),
        Choice.AGENCIES: (agencies,),
        Choice.AUDIENCES: (groups, units, agencies),
    }
    if choice is Choice.CODES:
        return [(sources[sheet.title].total, _code_line(sheet)) for sheet in CODED]
    parts = [(source.total, source.line("{n}")) for source in plain[choice]]
    if choice is Choice.AUDIENCES:
        words = ",".join(
            f'"{word}"' for word in (schema.EVERYONE, schema.ALL_UNITS, schema.ALL_AGENCIES)
        )
        parts = [("3", f"CHOOSE({{n}},{words})"), *parts]
    return parts


def _code_line(sheet: schema.Worksheet) -> str:
    source = _sources()[sheet.title]
    title = source.line("{n}", whole_column(sheet, position(sheet, sheet.title)))
    cut = f'IF(LEN({title})>{CODE_TITLE_LENGTH},LEFT({title},{CODE_TITLE_LENGTH - 1})&"…",{title})'
    return f'{source.line("{n}")}&"{CODE_SEPARATOR}"&{cut}'


def _setting(setting: Setting, otherwise: str) -> str:
    items, values = whole_column(schema.SETTINGS, 0), whole_column(schema.SETTINGS, 1)
    cell = f'INDEX({values},MATCH("{setting}",{items},0))'
    return f"=IFERROR(IF(ISNUMBER({cell}),{cell},{otherwise}),{otherwise})"


def list_columns() -> dict[int, list[Cell]]:
    """Return the helper worksheet's cells by column, each from row 1 down."""
    columns: dict[int, list[Cell]] = {}
    for choice in Choice:
        columns[column_of(choice)] = [texts.choice_heading(choice), *_list_lines(choice)]
    for source in _sources().values():
        heading = f"{texts.message('count')}: {source.heading}"
        columns[source.column] = [heading, *source.counting()]
    columns[AS_OF_CELL[1]] = [Setting.AS_OF.value, _setting(Setting.AS_OF, "TODAY()")]
    columns[DUE_SOON_CELL[1]] = [
        Setting.DUE_SOON.value,
        _setting(Setting.DUE_SOON, str(schema.DUE_SOON_DAYS)),
    ]
    return columns


def _list_lines(choice: Choice) -> list[Cell]:
    fixed = texts.fixed_choices(choice)
    if fixed:
        return [len(fixed), *fixed]
    parts = _parts(choice)
    count = "=" + "+".join(length for length, _ in parts)
    return [count, *(_chain(number, parts) for number in range(1, _LENGTHS[choice] + 1))]

"""The plan's own tables: settings, units, agencies, criteria, tasks, periods, as typed cells."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from functools import cache
from pathlib import Path
from typing import Final

from lib.grid import Cell, Grid
from lib.sheet import schema
from lib.sheet.schema import Reading, Worksheet
from lib.template import texts

DEFINITIONS: Final = {
    schema.SETTINGS: "settings.csv",
    schema.UNITS: "units.csv",
    schema.AGENCIES: "agencies.csv",
    schema.CRITERIA: "criteria.csv",
    schema.TASKS: "tasks.csv",
    schema.PERIODS: "periods.csv",
}
"""The worksheets a plan fills, in their order, and from which file; the others are logs."""

CODED = (schema.CRITERIA, schema.TASKS, schema.PERIODS)
"""The worksheets that define codes; the column named like the worksheet holds the code's title."""

CODE_TITLE_LENGTH = 70
"""A code's title is cut to this many characters in the dropdown and in log lines."""

CODE_SEPARATOR = " – "


_OF_OWN_LOG = (
    schema.Field.CODE,
    schema.Field.RESULT,
    schema.Field.PERCENT,
    schema.Field.DAY,
    schema.Field.EVIDENCE,
    schema.Field.OBSTACLE,
    schema.Field.WRITTEN_BY,
    schema.Field.NOTE,
)
OWN_LOG: Final = replace(
    schema.PROGRESS,
    title="Tiến độ riêng",
    columns=tuple(
        next(column for column in schema.PROGRESS.columns if column.header == header)
        for header in _OF_OWN_LOG
    ),
)
"""An owner's own log as it is made: what is to be done first, for a phone; nobody's name.

Its title here is only what `columns.csv` calls it; each has its owner's.
"""


@dataclass(frozen=True, slots=True)
class Table:
    """A worksheet to be: its title, its kind, its rows below the head, the codes owed in it."""

    title: str
    kind: Worksheet
    rows: tuple[tuple[Cell, ...], ...]
    owed: tuple[str, ...] = ()

    def grid(self, gid: int | None = None) -> Grid:
        """Return it as a worksheet that is read, under its head."""
        heads: tuple[Cell, ...] = tuple(column.header for column in self.kind.columns)
        return Grid(self.title, (heads, *self.rows), gid)


def position(kind: Worksheet, header: str) -> int:
    """Return a column's place, counted from 0."""
    return [column.header for column in kind.columns].index(header)


def parse_day(text: str) -> date:
    """Read `dd/mm/yyyy` as the CSV files write it."""
    return datetime.strptime(text, "%d/%m/%Y").date()


def definition(kind: Worksheet, changed: Mapping[str, Cell] | None = None) -> Table:
    """Return one of the plan's tables; `changed` replaces settings' values by their item."""
    defined = rows(kind, texts.PLAN / DEFINITIONS[kind])
    if changed and kind is schema.SETTINGS:
        defined = tuple((row[0], changed.get(str(row[0]), row[1]), *row[2:]) for row in defined)
    return Table(kind.title, kind, defined)


def rows(kind: Worksheet, path: Path) -> tuple[tuple[Cell, ...], ...]:
    """Read a worksheet's rows from a file."""
    return tuple(
        tuple(_cell(line[column.header], column.reading) for column in kind.columns)
        for line in texts.records(path)
    )


def definitions(changed: Mapping[str, Cell] | None = None) -> tuple[Table, ...]:
    """Return all of the plan's tables in the worksheets' order."""
    return tuple(definition(kind, changed) for kind in DEFINITIONS)


@cache
def code_texts() -> Mapping[str, str]:
    """Return each code's text in the dropdown."""
    return {
        str(row[0]): code_text(str(row[0]), str(row[position(kind, kind.title)]))
        for kind in CODED
        for row in definition(kind).rows
    }


def code_text(code: str, title: str) -> str:
    """Return a code as the dropdown offers it: the code, a dash, its title cut to length."""
    cut = title if len(title) <= CODE_TITLE_LENGTH else title[: CODE_TITLE_LENGTH - 1] + "…"
    return f"{code}{CODE_SEPARATOR}{cut}"


def _cell(text: str, reading: Reading) -> Cell:
    if not text:
        return None
    if reading is Reading.DATE:
        return parse_day(text)
    if reading in (Reading.POINTS, Reading.SETTING) and text.isdigit():
        return int(text)
    return text

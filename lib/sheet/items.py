"""Reads what is asked and of whom: criteria, tasks, periods and their lists of owners."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import partial
from itertools import chain
from typing import Any

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from lib.problem import ProblemCode
from lib.sheet import cells, schema
from lib.sheet.book import ITEM_TYPES, SCOPE_TYPES, Kind, frame
from lib.sheet.cells import Parsed
from lib.sheet.definitions import Values, counted_rows
from lib.sheet.findings import MISSING, NOTHING, Findings
from lib.sheet.names import Names
from lib.sheet.owners import Owners
from lib.sheet.schema import Field, Reading
from lib.sheet.settings import Settings
from lib.sheet.table import Table
from lib.vietnamese import code_key, key


@dataclass(frozen=True, slots=True)
class Asked:
    """Whom a list names: owners themselves, and the owners of the groups in it."""

    direct: tuple[int, ...] = ()
    grouped: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Definition:
    """How one kind of item is written: its title, its list of owners, its day, its section.

    `blank` is whom a blank list stands for; the last day in time is `days_before` the day written.
    """

    kind: Kind
    title: str
    asks: str
    day: str
    blank: str | None
    section: str | None = None
    days_before: int = 0


DEFINITIONS = {
    schema.CRITERIA.title: Definition(
        Kind.CRITERION,
        Field.CRITERION,
        Field.APPLIES_TO,
        Field.DUE,
        schema.ALL_UNITS,
        Field.SECTION,
    ),
    schema.TASKS.title: Definition(Kind.TASK, Field.TASK, Field.LED_BY, Field.DUE, None),
    schema.PERIODS.title: Definition(
        Kind.REPORT, Field.PERIOD, Field.ASKED_OF, Field.BEFORE, schema.EVERYONE, Field.KIND, 1
    ),
}


class Lists:
    """Reads lists of owners: names before groups, groups before guesses (rules, 1)."""

    def __init__(self, owners: Owners) -> None:
        table = owners.table
        numbers = table.index.to_numpy()
        is_unit = table["is_unit"].to_numpy()
        of_group = {
            compared: tuple(numbers[(table["group"] == text).to_numpy()])
            for compared, text in owners.groups.items()
        }
        everyone = {
            schema.ALL_UNITS: numbers[is_unit],
            schema.ALL_AGENCIES: numbers[~is_unit],
            schema.EVERYONE: numbers,
        }
        self._names: Names = owners.names
        self._units = {*numbers[is_unit].tolist()}
        # A group called like one of the words must not narrow whom the word asks.
        self._groups = of_group | {key(word): tuple(who) for word, who in everyone.items()}

    def members(self, word: str) -> tuple[int, ...]:
        """Return the owners a group's name or a word for all stands for."""
        return self._groups[key(word)]

    def names_a_unit(self, asked: Asked) -> bool:
        """Tell whether a list names a unit or a group of units that is known."""
        return not self._units.isdisjoint({*asked.direct, *asked.grouped})

    def parse(self, cell: cells.RawCell) -> tuple[Asked, list[Parsed]]:
        """Read a list; each name in it that is unknown or guessed is a problem of its own."""
        direct: list[int] = []
        grouped: list[int] = []
        problems: list[Parsed] = []
        for text in cells.list_parts(cell):
            if named := self._names.outright(text):
                direct.extend(named)
            elif key(text) in self._groups:
                grouped.extend(self._groups[key(text)])
            else:
                match = self._names.match(text)
                problems.append(match._replace(value=text))
                direct.extend(match.value or ())
        return Asked(tuple(direct), tuple(grouped)), problems


@dataclass(frozen=True, eq=False, slots=True)
class Items:
    """The table of items, who is asked for each, and their numbers by compared code.

    `longest_code` is how many characters a code may take as it is written, blanks and stops too.
    """

    table: pd.DataFrame
    scope: pd.DataFrame
    by_code: dict[str, int]
    longest_code: int


def read_items(
    definitions: Sequence[tuple[Table, Values]],
    owners: Owners,
    settings: Settings,
    findings: Findings,
    *,
    today: date,
) -> Items:
    """Read criteria, tasks and periods, in this order one namespace of codes."""
    lists = Lists(owners)
    taken: set[str] = set()
    items: list[dict[str, Any]] = []
    asked: list[Asked] = []
    for table, values in definitions:
        definition = DEFINITIONS[table.kind.title]
        rows = counted_rows(
            table, values, findings, is_new=partial(_is_new, values[Field.CODE], taken)
        )
        asks = _asked(table, definition, lists, findings)
        for column in table.kind.columns:
            if column.reading is Reading.NAMES and column.header != definition.asks:
                _read_list(table, column.header, lists, findings)
        if Field.COMPLETED in values:
            values = _settled(table, values, settings.earliest, today, findings)
        items.append(_item_rows(table, values, definition, rows, settings.end))
        asked.extend(asks[row] for row in rows)
    columns = {name: [*chain.from_iterable(each[name] for each in items)] for name in ITEM_TYPES}
    whole = frame(columns, ITEM_TYPES)
    by_code = {code_key(code): number for number, code in enumerate(whole["code"])}
    longest = 3 * max(map(len, by_code), default=0)
    return Items(whole, _scope(whole, asked, owners.table), by_code, longest)


def _is_new(codes: NDArray, taken: set[str], row: int) -> bool:
    before, code = len(taken), code_key(codes[row])
    taken.add(code)
    return len(taken) > before


def _settled(
    table: Table, values: Values, earliest: date | None, today: date, findings: Findings
) -> Values:
    """Take away the days of completion before the plan, and note those after today."""
    days = values[Field.COMPLETED]
    early = np.array([bool(day and earliest and day < earliest) for day in days], bool)
    future = np.array([bool(day and day > today) for day in days], bool)
    findings.of_mask(table, early, Field.COMPLETED, ProblemCode.EARLY_DATE)
    findings.of_mask(table, future, Field.COMPLETED, ProblemCode.FUTURE_DATE)
    settled = days.copy()
    settled[early] = None
    return values | {Field.COMPLETED: settled}


def _read_list(table: Table, header: str, lists: Lists, findings: Findings) -> NDArray:
    """Read a column of lists, noting each problem inside each list."""
    column = table.columns[header]
    required = any(c.header == header and c.required for c in table.kind.columns)
    blank = MISSING if required else NOTHING
    findings.read(
        table, header, lambda cell: NOTHING if cells.list_parts(cell) else blank, blank=blank
    )
    read = [
        (None, []) if cells.names_nobody(cell) else lists.parse(cell) for cell in column.distinct
    ]
    for row, code in enumerate(column.codes):
        for problem in read[code][1]:
            findings.of_rows(table, [row], header, {row: problem}.__getitem__)
    return np.fromiter((asked for asked, _ in read), object, len(read))[column.codes]


def _asked(table: Table, definition: Definition, lists: Lists, findings: Findings) -> list[Asked]:
    default = Asked(grouped=lists.members(definition.blank)) if definition.blank else Asked()
    read: list[Asked | None] = [*_read_list(table, definition.asks, lists, findings)]
    if definition.kind is Kind.CRITERION:
        read = [asked if asked and lists.names_a_unit(asked) else None for asked in read]
    return [default if asked is None else asked for asked in read]


def _item_rows(
    table: Table, values: Values, definition: Definition, rows: list[int], plan_end: date
) -> dict[str, Any]:
    nothing = np.full(len(table), None, object)

    def column(header: str | None) -> NDArray:
        return values.get(header or "", nothing)[rows]

    written = ~table.blank(definition.day)[rows]
    unreadable = written & np.array([day is None for day in column(definition.day)], bool)
    undated = unreadable if definition.kind is Kind.TASK else np.ones(len(rows), bool)
    days = [
        plan_end if day is None and defaults else day
        for day, defaults in zip(column(definition.day), undated, strict=True)
    ]
    return {
        "kind": [definition.kind.value] * len(rows),
        "code": column(Field.CODE),
        "title": column(definition.title),
        "section": column(definition.section),
        "agency": column(Field.FOLLOWED_BY),
        "points": [1.0 if points is None else points for points in column(Field.POINTS)],
        "due": [day and day - timedelta(days=definition.days_before) for day in days],
        "due_unreadable": unreadable,
        "mandatory": [value is True for value in column(Field.MANDATORY)],
        "given": column(Field.GIVEN),
        "completed": column(Field.COMPLETED),
        "partners": [text or None for text in table.texts(Field.PARTNERS, rows)],
        "basis": column(Field.BASIS),
        "row": table.row[rows],
    }


def _scope(items: pd.DataFrame, asked: list[Asked], owners: pd.DataFrame) -> pd.DataFrame:
    """List who is asked for what; agencies have no criteria."""
    direct = np.zeros((len(items), len(owners)), bool)
    grouped = direct.copy()
    for number, named in enumerate(asked):
        direct[number, [*named.direct]] = True
        grouped[number, [*named.grouped]] = True
    of_units = (items["kind"] == Kind.CRITERION).to_numpy()[:, None]
    item, owner = np.nonzero((direct | grouped) & (owners["is_unit"].to_numpy() | ~of_units))
    return frame({"item": item, "owner": owner, "direct": direct[item, owner]}, SCOPE_TYPES)

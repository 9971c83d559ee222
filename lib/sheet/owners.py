"""Reads who takes part: units and agencies in one namespace, and who merges into whom."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from lib.problem import ProblemCode
from lib.sheet import cells, schema
from lib.sheet.book import OWNER_TYPES, frame
from lib.sheet.cells import Parsed, Tick
from lib.sheet.definitions import Values, counted_rows
from lib.sheet.findings import Findings
from lib.sheet.names import Named, Names, bare
from lib.sheet.schema import Field
from lib.sheet.table import Table
from lib.vietnamese import collation_key, key


@dataclass(frozen=True, eq=False, slots=True)
class Owners:
    """The table of units and agencies, their names to look up, the groups by compared text."""

    table: pd.DataFrame
    names: Names
    groups: dict[str, str]


def read_owners(
    units: Table, unit_values: Values, agencies: Table, agency_values: Values, findings: Findings
) -> Owners:
    """Read both worksheets; of two rows with one name at one time the upper counts."""
    named: list[Named] = []
    taken: dict[str, list[Named]] = {}
    unit_rows = counted_rows(
        units, unit_values, findings, is_new=_unit_is_new(unit_values, named, taken)
    )
    of_units = {*taken, *(key(f"{unit.kind} {unit.name}") for unit in named)}
    agency_rows = counted_rows(
        agencies,
        agency_values,
        findings,
        is_new=_agency_is_new(agency_values, named, of_units),
    )
    groups: dict[str, str] = {}
    for row in unit_rows:
        groups.setdefault(key(unit_values[Field.GROUP][row]), unit_values[Field.GROUP][row])

    names = Names(named)
    nobody = [None] * len(agency_rows)
    columns: dict[str, Any] = {
        "name": [each.name for each in named],
        "label": [label(each.name, each.kind) for each in named],
        "sort_key": [collation_key(each.name) for each in named],
        "is_unit": [each.is_unit for each in named],
        "group": [groups[key(text)] for text in unit_values[Field.GROUP][unit_rows]] + nobody,
        "kind": [each.kind or None for each in named],
        "valid_from": [each.valid_from for each in named],
        "valid_until": [each.valid_until for each in named],
        "successor": [
            *_successors(units, unit_values, unit_rows, names, findings, first=0),
            *_successors(
                agencies, agency_values, agency_rows, names, findings, first=len(unit_rows)
            ),
        ],
        "reports": [True] * len(unit_rows)
        + _reports(agencies, agency_values)[agency_rows].tolist(),
        "role": [None] * len(unit_rows) + agency_values[Field.ROLE][agency_rows].tolist(),
        "aliases": [each.aliases for each in named],
        "addresses": [
            *unit_values[Field.ADDRESSES][unit_rows],
            *agency_values[Field.ADDRESSES][agency_rows],
        ],
        "row": [*units.row[unit_rows], *agencies.row[agency_rows]],
    }
    return Owners(frame(columns, OWNER_TYPES), names, groups)


def label(name: str, kind: str | None) -> str:
    """Return a unit's name on screen: a kind other than the usual stands before it."""
    if not kind or key(kind) == key(schema.DEFAULT_KIND) or key(name).startswith(key(kind) + " "):
        return name
    short = {key(long): short for long, short in schema.KIND_LABELS.items()}
    return f"{short.get(key(kind), kind)} {name}"


def _named(values: Values, row: int, header: str, kind: str, *, is_unit: bool) -> Named:
    aliases = tuple(cells.list_parts(values[Field.ALIASES][row]))
    valid = values[Field.VALID_FROM][row], values[Field.VALID_UNTIL][row]
    return Named(values[header][row], kind, aliases, is_unit, *valid)


def _unit_is_new(
    values: Values, named: list[Named], taken: dict[str, list[Named]]
) -> Callable[[int], bool]:
    """Return whether a row's unit is none that was there at the same time; both lists grow."""

    def is_new(row: int) -> bool:
        unit = _named(values, row, Field.OWNER, values[Field.KIND][row] or "", is_unit=True)
        return _joins(unit, named, taken.setdefault(bare(unit.name), []))

    return is_new


def _agency_is_new(values: Values, named: list[Named], of_units: set[str]) -> Callable[[int], bool]:
    """Return whether a row's agency bears no unit's name, and no agency's of the same time."""
    taken: dict[str, list[Named]] = {}

    def is_new(row: int) -> bool:
        agency = _named(values, row, Field.AGENCY, "", is_unit=False)
        if not of_units.isdisjoint({key(agency.name), bare(agency.name)}):
            return False
        return _joins(agency, named, taken.setdefault(key(agency.name), []))

    return is_new


def _joins(owner: Named, named: list[Named], bearers: list[Named]) -> bool:
    """Add one to the bearers of its name if their times do not overlap; tell whether it was."""
    if any(_overlap(owner, other) for other in bearers):
        return False
    named.append(owner)
    bearers.append(owner)
    return True


def _overlap(one: Named, other: Named) -> bool:
    first = max(one.valid_from or date.min, other.valid_from or date.min)
    return first <= min(one.valid_until or date.max, other.valid_until or date.max)


def _reports(agencies: Table, values: Values) -> NDArray[Any]:
    """Tell which agencies report: a blank says yes, an unticked box says no."""
    unticked = agencies.columns[Field.REPORTS].each(lambda cell: cell is Tick.OFF, bool)
    said = np.fromiter((value is not False for value in values[Field.REPORTS]), bool, len(agencies))
    return said & ~unticked


def _successors(
    table: Table,
    values: Values,
    counted: list[int],
    names: Names,
    findings: Findings,
    *,
    first: int,
) -> list[int]:
    """Return the number of the owner each counted row is to be merged into, -1 for none.

    Only a row with its last day is merged; `first` is the number of the worksheet's first owner.
    """
    numbers = range(first, first + len(counted))

    def parse(cell: cells.RawCell) -> Parsed:
        match = names.match(cells.text_of(cell))
        if match.value is None or match.value[0] in numbers:
            return match
        return Parsed(None, ProblemCode.UNKNOWN_NAME)

    found = findings.read(table, Field.MERGED_INTO, parse).values()
    undated = table.blank(Field.VALID_UNTIL) & ~table.blank(Field.MERGED_INTO)
    findings.of_mask(table, undated, Field.VALID_UNTIL, ProblemCode.MISSING_VALUE)
    merged = [
        -1
        if found[row] is None or values[Field.VALID_UNTIL][row] is None
        else names.next(found[row], values[Field.VALID_UNTIL][row] + timedelta(days=1))
        for row in counted
    ]
    circular = _on_a_circle([-1 if into < 0 else into - first for into in merged])
    mask = np.zeros(len(table), bool)
    mask[[counted[place] for place in circular]] = True
    findings.of_mask(table, mask, Field.MERGED_INTO, ProblemCode.CIRCULAR_MERGE)
    return [-1 if place in circular else into for place, into in enumerate(merged)]


def _on_a_circle(successors: list[int]) -> set[int]:
    """Return the units whose chain of mergers comes back to themselves."""
    circular: set[int] = set()
    seen_from = [-1] * len(successors)
    for start in range(len(successors)):
        unit = start
        while unit != -1 and seen_from[unit] == -1:
            seen_from[unit] = start
            unit = successors[unit]
        if unit != -1 and seen_from[unit] == start:
            while unit not in circular:
                circular.add(unit)
                unit = successors[unit]
    return circular

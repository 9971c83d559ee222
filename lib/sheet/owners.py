"""Reads who takes part: units and agencies in one namespace, and who merges into whom."""

from dataclasses import dataclass
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
from lib.sheet.names import Named, Names, name_forms
from lib.sheet.table import Table
from lib.vietnamese import collation_key, key

_ALIASES, _MERGED_INTO, _REPORTS = "Tên gọi khác", "Sáp nhập vào", "Báo cáo định kỳ"


@dataclass(frozen=True, eq=False, slots=True)
class Owners:
    """The table of units and agencies, their names to look up, the groups by compared text."""

    table: pd.DataFrame
    names: Names
    groups: dict[str, str]


def read_owners(
    units: Table, unit_values: Values, agencies: Table, agency_values: Values, findings: Findings
) -> Owners:
    """Read both worksheets; of two rows with one name the upper counts, a unit before an agency."""
    taken: set[str] = set()
    unit_rows = counted_rows(units, unit_values, findings, forms=name_forms, taken=taken)
    agency_rows = counted_rows(agencies, agency_values, findings, forms=name_forms, taken=taken)
    groups: dict[str, str] = {}
    for row in unit_rows:
        groups.setdefault(key(unit_values["Nhóm"][row]), unit_values["Nhóm"][row])

    counts = len(unit_rows), len(agency_rows)
    columns: dict[str, Any] = {
        "name": _both(unit_values["Đơn vị"][unit_rows], agency_values["Cơ quan"][agency_rows]),
        "is_unit": np.repeat([True, False], counts),
        "kind": _both(unit_values["Loại"][unit_rows], [None] * counts[1]),
        "group": [groups[key(text)] for text in unit_values["Nhóm"][unit_rows]]
        + [None] * counts[1],
        "valid_from": _both(unit_values["Hiệu lực từ"][unit_rows], [None] * counts[1]),
        "valid_until": _both(unit_values["Hiệu lực đến"][unit_rows], [None] * counts[1]),
        "reports": _both([True] * counts[0], _reports(agencies, agency_values)[agency_rows]),
        "role": _both([None] * counts[0], agency_values["Vai trò"][agency_rows]),
        "aliases": _both(_aliases(unit_values)[unit_rows], _aliases(agency_values)[agency_rows]),
        "row": _both(units.row[unit_rows], agencies.row[agency_rows]),
    }
    columns["label"] = [
        label(name, kind) for name, kind in zip(columns["name"], columns["kind"], strict=True)
    ]
    columns["sort_key"] = [collation_key(name) for name in columns["name"]]
    names = Names(
        [
            Named(name, kind or "", aliases)
            for name, kind, aliases in zip(
                columns["name"], columns["kind"], columns["aliases"], strict=True
            )
        ]
    )
    successors = _successors(units, unit_rows, names, findings)
    columns["successor"] = _both(successors, [-1] * counts[1])
    return Owners(frame(columns, OWNER_TYPES), names, groups)


def label(name: str, kind: str | None) -> str:
    """Return a unit's name on screen: a kind other than the usual stands before it."""
    if not kind or key(kind) == key(schema.DEFAULT_KIND) or key(name).startswith(key(kind) + " "):
        return name
    short = {key(long): short for long, short in schema.KIND_LABELS.items()}
    return f"{short.get(key(kind), kind)} {name}"


def _both(of_units: list[Any] | NDArray, of_agencies: list[Any] | NDArray[Any]) -> list[Any]:
    return [*of_units, *of_agencies]


def _reports(agencies: Table, values: Values) -> NDArray[Any]:
    """Tell which agencies report: a blank says yes, an unticked box says no."""
    unticked = agencies.columns[_REPORTS].each(lambda cell: cell is Tick.OFF, bool)
    said = np.fromiter((value is not False for value in values[_REPORTS]), bool, len(agencies))
    return said & ~unticked


def _aliases(values: Values) -> NDArray[Any]:
    lists = (tuple(cells.list_parts(text)) for text in values[_ALIASES])
    return np.fromiter(lists, object, len(values[_ALIASES]))


def _successors(units: Table, counted: list[int], names: Names, findings: Findings) -> list[int]:
    """Return each counted unit's number of the unit it merges into, -1 for none."""
    n_units = len(counted)

    def parse(cell: cells.RawCell) -> Parsed:
        match = names.match(cells.text_of(cell))
        if match.value is not None and match.value >= n_units:
            return Parsed(None, ProblemCode.UNKNOWN_NAME)
        return match

    found = findings.read(units, _MERGED_INTO, parse)
    merged = [-1 if found[row] is None else int(found[row]) for row in counted]
    circular = _on_a_circle(merged)
    mask = np.zeros(len(units), bool)
    mask[[counted[unit] for unit in circular]] = True
    findings.of_mask(units, mask, _MERGED_INTO, ProblemCode.CIRCULAR_MERGE)
    return [-1 if unit in circular else into for unit, into in enumerate(merged)]


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

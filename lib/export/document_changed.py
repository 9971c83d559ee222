"""The short annex on units: only who is red, late or changed since the last meeting."""

from collections.abc import Collection
from typing import Any, Final

import pandas as pd

from lib import words
from lib.assess import Light, State
from lib.export.briefing import Briefing
from lib.export.ruled_table import NAME_LETTERS, Cell, Column, Row, Ruled
from lib.export.text import clipped
from lib.view import columns
from lib.view.owed import in_state
from lib.view.palette import tint
from lib.view.ranking import cohorts
from lib.view.tables import records
from lib.words import columns as said_columns
from lib.words import documents as said
from lib.words import exports

_RANKED: Final = (columns.RANK, columns.MOVEMENT)
_CHANGES: Final = (
    ("newly_met", "unit", exports.NEWLY_MET, 38),
    ("lost", "unit", exports.LOST, 24),
    ("newly_overdue", "owner", exports.NEWLY_OVERDUE, 44),
    ("cleared", "owner", exports.CLEARED, 24),
)
_OF_AGENCIES: Final = _CHANGES[2:]


def changed(briefing: Briefing) -> tuple[int, tuple[Ruled, ...]]:
    """Count and list by group who is red, late or changed, with the codes; then agencies."""
    whose, units = _Whose(briefing), briefing.printed_units
    told = units[pd.Series(map(whose.told, records(units)), units.index, dtype=bool)]
    groups = cohorts(told, briefing.book.groups)
    tables = [
        _table(said.GROUP_TABLE.format(group=group), shown, whose)
        for group, shown in groups.items()
    ]
    agencies = [
        name
        for name in briefing.now.agencies["agency"]
        if whose.overdue.get(name) or any(name in whose.codes[each] for each, *_ in _OF_AGENCIES)
    ]
    if agencies:
        tables.append(_agencies_table(agencies, whose))
    return len(told), tuple(tables)


class _Whose:
    """What each owner has overdue and what changed of it, of what the filters leave."""

    def __init__(self, briefing: Briefing) -> None:
        overdue = in_state(briefing.now.obligations, State.OVERDUE)
        self.overdue = overdue["owner"].value_counts().to_dict()
        self.codes = {
            name: getattr(briefing.changes, name).groupby(owner)["code"].agg(", ".join).to_dict()
            for name, owner, *_ in _CHANGES
        }
        before = briefing.before.units
        self.lights = dict(zip(before["unit"], before["light"], strict=True))
        if not briefing.compared:
            self.lights, self.codes = {}, {name: {} for name in self.codes}
        # Ranks and lights count all criteria, an agency's part only some.
        self.ranked = not briefing.filters.agency

    def told(self, unit: Any) -> bool:
        """Tell whether a unit is red, late, or changed: its light, a criterion lost, or caught up.

        Most have newly met something or moved in rank; that alone lists no unit.
        """
        gone = any(unit.unit in self.codes[name] for name in ("lost", "cleared"))
        turned = self.lights.get(unit.unit, unit.light) != unit.light
        coloured = self.ranked and (unit.light == Light.RED or turned)
        return bool(self.overdue.get(unit.unit)) or gone or coloured

    def cells(self, owner: str, changes: Collection[Any]) -> tuple[Cell | str, ...]:
        number = words.count(self.overdue.get(owner, 0))
        return (number, *(self.codes[name].get(owner, words.BLANK) for name, *_ in changes))


def _table(title: str, units: pd.DataFrame, whose: _Whose) -> Ruled:
    ranked = whose.ranked
    heads = (
        *(Column(each.head, each.millimetres, "right") for each in _RANKED if ranked),
        Column(columns.UNIT.head, 38),
        *((Column(said.LIGHT_THEN, 20), Column(said.LIGHT_NOW, 20)) if ranked else ()),
        *_change_heads(_CHANGES),
    )
    rows = tuple(_row(row, whose) for row in records(units))
    return Ruled(title, heads, rows)


def _row(unit: Any, whose: _Whose) -> Row:
    figures: tuple[Cell | str, ...] = ()
    lights: tuple[Cell | str, ...] = ()
    if whose.ranked:
        figures = tuple(each.written(unit) for each in _RANKED)
        lights = (_light(whose.lights.get(unit.unit)), _light(unit.light))
    name = clipped(unit.label, NAME_LETTERS)
    return (*figures, name, *lights, *whose.cells(unit.unit, _CHANGES))


def _light(light: Any) -> Cell | str:
    if light is None:
        return words.BLANK
    mark = words.LIGHT[Light(light)]
    return Cell(mark.on_paper, bold=mark.tone == "red", fill=tint(mark.tone))


def _agencies_table(names: list[str], whose: _Whose) -> Ruled:
    heads = (Column(said_columns.AGENCY_ALONE, 120), *_change_heads(_OF_AGENCIES))
    rows = tuple((clipped(name, NAME_LETTERS), *whose.cells(name, _OF_AGENCIES)) for name in names)
    return Ruled(said.AGENCIES, heads, rows)


def _change_heads(changes: Collection[Any]) -> tuple[Column, ...]:
    overdue = Column(columns.OVERDUE.head, 15, "right")
    return (overdue, *(Column(head, width) for *_, head, width in changes))

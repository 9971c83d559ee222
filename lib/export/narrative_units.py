"""The body's sections on units: who leads, who is behind and why, what changed since last time."""

from typing import Any

import pandas as pd

from lib import words
from lib.assess import Light, State
from lib.export.briefing import Briefing
from lib.export.narrative import Points, Section, listed
from lib.export.text import as_written, one_line
from lib.view import naming
from lib.view.changed import frequencies, moves_of
from lib.view.lasting import red_since
from lib.view.overview import red_units
from lib.view.owed import in_state
from lib.view.ranking import cohorts
from lib.view.sentences import light_reasons
from lib.view.tables import records
from lib.words import documents as said
from lib.words import pages

LEADING_RANKS = 3
MOST_LEADERS = 5
MOST_RED = 20
MOST_NAMES = 8
TITLE_LETTERS = 60


def leaders(briefing: Briefing) -> Section:
    """Name the first three ranks of each group, never more than half of it; of one unit its rank."""
    groups = cohorts(briefing.now.units, briefing.book.groups)
    if briefing.filters.unit and groups:
        return Section(said.RANK, (_rank_of(briefing),))
    told = tuple(_leaders_of(group, members, briefing) for group, members in groups.items())
    return Section(said.LEADERS, (Points(told) if told else said.NO_UNITS,))


def _rank_of(briefing: Briefing) -> str:
    (unit,) = records(briefing.now.units)
    if pd.isna(unit.rank):
        return said.NOT_RANKED.format(unit=naming.capital(briefing.named[unit.unit]))
    group = briefing.whole.units[briefing.whole.units["group"] == unit.group]
    number = words.count(len(group))
    if not group["met"].any():
        return said.NOTHING_MET.format(group=unit.group)
    return said.RANK_OF.format(group=unit.group, number=number, unit=_leader(unit, briefing))


def _leaders_of(group: str, units: pd.DataFrame, briefing: Briefing) -> str:
    last = min(LEADING_RANKS, max(1, len(units) // 2))
    ranked = units[units["rank"].notna()]
    if ranked.empty:
        return said.NOBODY.format(group=group)
    leading = ranked[(ranked["rank"] <= last) & (ranked["met"] > 0)]
    if leading.empty:
        return said.NOTHING_MET.format(group=group)
    named = (_leader(row, briefing) for row in records(leading))
    return said.LEADERS_OF.format(group=group, units=listed(named, most=MOST_LEADERS))


def _leader(row: Any, briefing: Briefing) -> str:
    return said.LEADER.format(
        unit=briefing.named[row.unit],
        rank=words.count(row.rank),
        share=words.share(row.met, row.total),
        progress=words.percent(row.progress),
        rate=words.percent(row.on_time_rate),
    )


def behind(briefing: Briefing) -> Section:
    """Name the red units with the reason, those with most overdue first; count the amber ones.

    Of an agency's part the units with something overdue in it; of one unit why its light is so.
    """
    if briefing.filters.agency:
        return _late(briefing)
    now, units = briefing.now, briefing.now.units
    if briefing.filters.unit and len(units):
        return Section(said.LIGHT_REASON, (_reasons(units, briefing).iloc[0],))
    red = red_units(units)
    reasons, since = _reasons(red, briefing), red_since(briefing)
    told = tuple(
        _red_unit(row, reasons[row.unit], since[row.unit], briefing)
        for row in records(red.head(MOST_RED))
    )
    if len(red) > MOST_RED:
        told += (said.MORE.format(number=words.count(len(red) - MOST_RED), annex="I"),)
    amber = units.loc[units["light"] == Light.AMBER, "unit"]
    also = said.AMBER.format(
        number=words.count(len(amber)),
        units=naming.together((briefing.named[unit] for unit in amber), most=3 * MOST_NAMES),
    )
    head = said.RED.format(number=words.count(len(red)), total=words.count(len(now.units)))
    first = (head, Points(told)) if len(red) else (pages.NO_RED,)
    return Section(said.BEHIND, (*first, also) if len(amber) else first)


def _reasons(units: pd.DataFrame, briefing: Briefing) -> "pd.Series[str]":
    whole = briefing.whole
    told = light_reasons(units, whole.cells, whole.obligations, letters=TITLE_LETTERS)
    return told.map(as_written)


def _red_unit(row: Any, reason: str, since: str, briefing: Briefing) -> str:
    since = f"{since[:1].lower()}{since[1:]}"
    return said.RED_UNIT.format(
        unit=naming.capital(briefing.named[row.unit]),
        group=row.group,
        rank=words.count(row.rank),
        share=words.share(row.met, row.total),
        reason=f"{since}; {reason[:1].lower()}{reason[1:]}",
    )


def _late(briefing: Briefing) -> Section:
    """Name the units with something overdue in an agency's part, most first."""
    now = briefing.now
    overdue = in_state(now.obligations, State.OVERDUE)
    counts = frequencies(overdue.loc[overdue["is_unit"], "owner"])
    if counts.empty:
        return Section(said.BEHIND, (said.NOBODY_LATE,))
    late = now.units.set_index("unit", drop=False).loc[counts.index[:MOST_RED]]
    # What is told is this part's overdue items alone, as of a red light.
    late = late.assign(overdue=counts, light=Light.RED.value)
    reasons = light_reasons(late, now.cells, now.obligations, letters=TITLE_LETTERS)
    told = [
        said.LATE_UNIT.format(
            unit=naming.capital(briefing.named[str(unit)]),
            reason=f"{reason[:1].lower()}{as_written(reason)[1:]}",
        )
        for unit, reason in reasons.items()
    ]
    if len(counts) > MOST_RED:
        told.append(said.MORE.format(number=words.count(len(counts) - MOST_RED), annex="I"))
    head = said.LATE.format(number=words.count(len(counts)), total=words.count(len(now.units)))
    return Section(said.BEHIND, (head, Points(tuple(told))))


def changes(briefing: Briefing) -> Section:
    """Tell who moved, what was newly met or lost, what became overdue or no longer is."""
    if not briefing.compared:
        return Section(said.CHANGES, (said.NOT_COMPARED.format(day=words.day(briefing.previous)),))
    changed, labels = briefing.changes, briefing.named
    # Ranks count all criteria, an agency's part only some.
    up, down = moves_of(changed, () if briefing.filters.agency else changed.rank_change.index)
    told = [
        template.format(number=words.count(len(places)), names=_moved(places, labels))
        for template, places in ((said.UP, up), (said.DOWN, down))
        if len(places)
    ]
    if briefing.merged:
        told.append(said.MERGED.format(merged=one_line(briefing.merged_in_text)))
    counted = (
        (said.NEWLY_MET, changed.newly_met["unit"]),
        (said.LOST, changed.lost["unit"]),
        (said.NEWLY_OVERDUE, changed.newly_overdue["owner"]),
        (said.CLEARED, changed.cleared["owner"]),
    )
    told += [
        template.format(number=words.count(len(owners)), names=_tallied(owners, labels))
        for template, owners in counted
        if len(owners)
    ]
    if not told:
        return Section(said.CHANGES, (said.NO_CHANGES,))
    head = said.CHANGED.format(previous=words.day(briefing.previous))
    return Section(said.CHANGES, (head, Points(tuple(told))))


def _moved(places: pd.Series, labels: dict[str, str]) -> str:
    named = (f"{labels[str(unit)]} ({words.movement(by)})" for unit, by in places.items())
    return listed(named, most=MOST_NAMES)


def _tallied(owners: pd.Series, labels: dict[str, str]) -> str:
    numbers = frequencies(owners).items()
    named = (f"{labels[str(name)]} ({words.count(number)})" for name, number in numbers)
    return listed(named, most=MOST_NAMES)

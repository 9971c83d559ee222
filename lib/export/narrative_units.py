"""The body's sections on units: who leads, who is behind and why, what changed since last time."""

from typing import Any

import pandas as pd

from lib import words
from lib.assess import Light
from lib.export.briefing import Briefing
from lib.export.narrative import Points, Section, listed
from lib.export.text import as_written, one_line
from lib.view.changed import frequencies, moves_of
from lib.view.lasting import red_since
from lib.view.overview import red_units
from lib.view.ranking import cohorts
from lib.view.sentences import light_reasons
from lib.view.tables import records
from lib.words import documents as said
from lib.words import pages

LEADING_RANKS = 3
MOST_LEADERS = 5
MOST_RED = 20
MOST_NAMES = 8


def leaders(briefing: Briefing) -> Section:
    """Name the first three ranks of each group, never more than half of it."""
    groups = cohorts(briefing.now.units, briefing.book.groups)
    told = tuple(_leaders_of(group, members) for group, members in groups.items())
    return Section(said.LEADERS, (Points(told) if told else said.NO_UNITS,))


def _leaders_of(group: str, units: pd.DataFrame) -> str:
    last = min(LEADING_RANKS, max(1, len(units) // 2))
    leading = units[(units["rank"] <= last).fillna(False)]
    if leading.empty:
        return said.NOBODY.format(group=group)
    named = [
        said.LEADER.format(
            unit=row.label,
            rank=words.count(row.rank),
            share=words.share(row.met, row.total),
            progress=words.percent(row.progress),
            rate=words.percent(row.on_time_rate),
        )
        for row in records(leading)
    ]
    return said.LEADERS_OF.format(group=group, units=listed(named, most=MOST_LEADERS))


def behind(briefing: Briefing) -> Section:
    """Name the red units with the reason, those with most overdue first; count the amber ones."""
    now = briefing.now
    red = red_units(now.units)
    reasons = light_reasons(red, briefing.whole.cells, briefing.whole.obligations)
    since = red_since(briefing)
    told = tuple(
        _red_unit(row, reasons[row.unit], since[row.unit]) for row in records(red.head(MOST_RED))
    )
    if len(red) > MOST_RED:
        more = words.count(len(red) - MOST_RED)
        told = (*told, said.MORE.format(number=more, annex="I"))
    amber = now.units.loc[now.units["light"] == Light.AMBER, "label"]
    also = said.AMBER.format(
        number=words.count(len(amber)), units=listed(amber, most=3 * MOST_NAMES)
    )
    head = said.RED.format(number=words.count(len(red)), total=words.count(len(now.units)))
    first = (head, Points(told)) if len(red) else (pages.NO_RED,)
    return Section(said.BEHIND, (*first, also) if len(amber) else first)


def _red_unit(row: Any, reason: str, since: str) -> str:
    plain = as_written(reason)
    since = f"{since[:1].lower()}{since[1:]}"
    return said.RED_UNIT.format(
        unit=row.label,
        group=row.group,
        rank=words.count(row.rank),
        share=words.share(row.met, row.total),
        reason=f"{since}; {plain[:1].lower()}{plain[1:]}",
    )


def changes(briefing: Briefing) -> Section:
    """Tell who moved, what was newly met or lost, what became overdue or no longer is."""
    changed, labels = briefing.changes, briefing.labels
    up, down = moves_of(changed, changed.rank_change.index)
    told = [
        template.format(number=words.count(len(places)), names=_moved(places, labels))
        for template, places in ((said.UP, up), (said.DOWN, down))
        if len(places)
    ]
    if briefing.merged:
        told.append(said.MERGED.format(merged=one_line(briefing.merged[1])))
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
    return Section(said.CHANGES, (Points(tuple(told)),) if told else (said.NO_CHANGES,))


def _moved(places: pd.Series, labels: dict[str, str]) -> str:
    named = (f"{labels[str(unit)]} ({words.movement(by)})" for unit, by in places.items())
    return listed(named, most=MOST_NAMES)


def _tallied(owners: pd.Series, labels: dict[str, str]) -> str:
    numbers = frequencies(owners).items()
    named = (f"{labels[str(name)]} ({words.count(number)})" for name, number in numbers)
    return listed(named, most=MOST_NAMES)

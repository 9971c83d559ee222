"""The body's sections on units: who leads, who is behind and why, what changed since last time."""

from collections.abc import Iterable
from typing import Any

import pandas as pd

from lib import words
from lib.assess import Light
from lib.export.briefing import Briefing
from lib.export.narrative import Points, Section, listed
from lib.export.text import as_written, one_line
from lib.view.overview import red_units
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
    units = briefing.now.units
    groups = [group for group in briefing.book.groups if (units["group"] == group).any()]
    told = tuple(_leaders_of(group, units[units["group"] == group]) for group in groups)
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
    told = tuple(_red_unit(row, reasons[row.unit]) for row in records(red.head(MOST_RED)))
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


def _red_unit(row: Any, reason: str) -> str:
    plain = as_written(reason)
    return said.RED_UNIT.format(
        unit=row.label,
        group=row.group,
        rank=words.count(row.rank),
        share=words.share(row.met, row.total),
        reason=plain[:1].lower() + plain[1:],
    )


def changes(briefing: Briefing) -> Section:
    """Tell who moved, what was newly met or lost, what became overdue or no longer is."""
    changed, labels = briefing.changes, briefing.labels
    moved = changed.rank_change.dropna().astype(int)
    up = moved[moved > 0].sort_values(ascending=False, kind="stable")
    down = moved[moved < 0].sort_values(kind="stable")
    told = [
        template.format(
            number=words.count(len(places)),
            names=listed(
                (
                    said.MOVED.format(name=labels[str(unit)], places=words.movement(by))
                    for unit, by in places.items()
                ),
                most=MOST_NAMES,
            ),
        )
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
        template.format(number=words.count(len(owners)), names=tallied(owners, labels))
        for template, owners in counted
        if len(owners)
    ]
    return Section(said.CHANGES, (Points(tuple(told)),) if told else (said.NO_CHANGES,))


def tallied(owners: Iterable[str], labels: dict[str, str]) -> str:
    """Name each owner with how often it occurs, the most frequent first."""
    counts = pd.Series(list(owners), dtype=object).value_counts(sort=False)
    counts = counts.sort_values(ascending=False, kind="stable")
    named = (
        said.TIMES.format(name=labels.get(str(owner), str(owner)), number=words.count(number))
        for owner, number in counts.items()
    )
    return listed(named, most=MOST_NAMES)

"""What a meeting has to decide, by what is to be done: who chases it, and who has to do it."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Any, Final

import pandas as pd

from lib import words
from lib.assess import Assessment, State
from lib.sheet import Kind
from lib.view import columns
from lib.view.columns import saying, screen
from lib.view.directions import called
from lib.view.marks import link, plain
from lib.view.naming import together
from lib.view.overview import Href, red_units
from lib.view.owed import agency_name, in_state
from lib.view.sentences import item_name, shortened, some
from lib.view.tables import Table, records
from lib.words import meeting, pages, reasons

MOST_ITEMS: Final = 5
FEW: Final = 5
"""So many units are called all of them."""


@dataclass(frozen=True, slots=True)
class Room:
    """What there is room for: how many names, and so many letters of a title, of a task's.

    On paper each task and report has a line, units of a kind stand together, and nothing leads
    anywhere. Without `lights` nobody is asked to explain one.
    """

    names: int = 9
    letters: int = 48
    task_letters: int = 36
    paper: bool = False
    lights: bool = True


WALL: Final = Room()


@dataclass(frozen=True, slots=True)
class Action:
    """One thing to be done: what, who sees to it, by whom; all safe Markdown."""

    what: str
    chased_by: str
    whom: str


def table(now: Assessment, *, href: Href, room: Room = WALL) -> Table:
    """List the actions: red units explain, then each late criterion, then tasks, then reports.

    On the wall those are one line of all tasks, one of all reports.
    """
    shown = (
        columns.NUMBER_KEPT,
        saying(meeting.WHAT, lambda one: one.what),
        saying(meeting.CHASED_BY, lambda one: one.chased_by),
        saying(meeting.WHOM, lambda one: one.whom),
    )
    return screen(_actions(now, href, room), shown, title=meeting.ACTIONS_TABLE)


def _actions(now: Assessment, href: Href, room: Room) -> Iterator[Action]:
    overdue = in_state(now.obligations, State.OVERDUE)
    named = {
        owner: plain(label) if room.paper else link(label, href(label))
        for owner, label in now.labels.items()
    }

    def names(owners: Iterable[Any]) -> str:
        if room.paper:
            return _together(list(owners), now, named, room.names)
        return some((named[owner] for owner in owners), room.names, pages.MORE_UNITS, slack=1)

    red = [unit for unit in red_units(now.units)["unit"] if unit in set(overdue["owner"])]
    if red and room.lights:
        number = words.count(len(red))
        yield Action(meeting.RED_EXPLAIN.format(number=number), words.BLANK, names(red))
    alone = (Kind.CRITERION, Kind.TASK, Kind.REPORT) if room.paper else (Kind.CRITERION,)
    for kind in alone:
        yield from _items(overdue[overdue["kind"] == kind], names, room)
    if room.paper:
        return
    tasks = overdue[overdue["kind"] == Kind.TASK]
    if len(tasks):
        told = (
            _joined(named[str(owner)], (_name(row, room.task_letters) for row in records(mine)))
            for owner, mine in tasks.groupby("owner", sort=False, observed=True)
        )
        yield _several(meeting.FINISH_TASKS, tasks, told)
    reports = overdue[overdue["kind"] == Kind.REPORT]
    if len(reports):
        told = (
            _joined(_name(records(missing)[0], room.letters), [names(missing["owner"])])
            for _, missing in reports.groupby("code", sort=False, observed=True)
        )
        yield _several(meeting.SEND_REPORTS, reports, told)


def _together(owners: list[Any], now: Assessment, named: dict[str, str], most: int) -> str:
    """Name owners, units of a kind together, and in one word where they are all there are."""
    units, told = set(now.units["unit"]), [named[owner] for owner in owners]
    if len(units) >= FEW and units <= set(owners):
        every = meeting.ALL_UNITS.format(number=words.count(len(units)))
        told = [every, *(named[owner] for owner in owners if owner not in units)]
    return together(told, most=most)


def _items(
    late: pd.DataFrame, names: Callable[[Iterable[Any]], str], room: Room
) -> Iterator[Action]:
    """Tell of each item who has yet to do it, that of most owners first, then the latest."""
    groups = [group for _, group in late.groupby("code", sort=False, observed=True)]
    groups.sort(key=lambda group: (-len(group), -group["days_late"].max()))
    for group in groups:
        first = records(group)[0]
        name = plain(shortened(item_name(first.kind, first.code, first.title), room.letters))
        days = words.count(group["days_late"].max())
        yield Action(
            meeting.LATE_ITEM.format(name=name, days=days),
            agency_name(first.agency),
            names(group["owner"]),
        )


def _several(what: str, owed: pd.DataFrame, told: Iterator[str]) -> Action:
    agencies = dict.fromkeys(agency for agency in owed["agency"] if isinstance(agency, str))
    return Action(
        what.format(number=words.count(len(owed))),
        some(map(plain, agencies), MOST_ITEMS, pages.MORE_UNITS, slack=1) or words.BLANK,
        some(told, MOST_ITEMS, meeting.MORE, joint=reasons.CLAUSES),
    )


def _joined(head: str, parts: Any) -> str:
    return f"{head}: {reasons.LIST.join(parts)}"


def _name(row: Any, letters: int) -> str:
    return f"{plain(row.code)} {plain(called(row, letters))}"

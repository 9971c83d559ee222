"""What a reader sees of a sheet: fewer units, one agency; ranks and lights stay whole."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from typing import Any

import pandas as pd

from lib.assess import Assessment, Changes
from lib.assess.changes import among, checked_dates
from lib.assess.memory import Remembered
from lib.sheet import Book, Kind
from lib.vietnamese import fold
from lib.view.audience import EVERYTHING, Audience
from lib.view.merger import mergers
from lib.words import screens


@dataclass(frozen=True, slots=True)
class Narrowing:
    """Which units and agencies a reader asks for, by their screen names; None for all."""

    group: str | None = None
    unit: str | None = None
    agency: str | None = None

    @property
    def narrowing(self) -> bool:
        """Tell whether fewer than all units and agencies are shown."""
        return any((self.group, self.unit, self.agency))

    @property
    def sentence(self) -> str | None:
        """Name the filters that are on, or None; names are as in the sheet, not yet escaped."""
        named = (
            (screens.GROUP, self.group),
            (screens.UNIT, self.unit),
            (screens.AGENCY, self.agency),
        )
        return " · ".join(f"{label} {value}" for label, value in named if value) or None

    @property
    def whose(self) -> str | None:
        """Name whose numbers are left, for a title, or None where they are everyone's."""
        return " · ".join(name for name in (self.group, self.unit, self.agency) if name) or None


@dataclass(frozen=True, eq=False)
class Shown:
    """A sheet on two dates as one reader sees it, on screen or on paper.

    `whole`, `whole_before` and `whole_changes` are of all units and agencies; `now`, `before` and
    `changes` hold only what the filters leave, with the ranks and lights of the whole. Where a page
    has a `subject`, it is what they are narrowed to instead. What the audience may not see is not
    in them. `memory` is what earlier readings add to the numbers of all; `recalled` the day whose
    reading this is, where it is not today's sheet.
    """

    book: Book
    whole: Assessment
    whole_before: Assessment
    whole_changes: Changes
    filters: Narrowing
    audience: Audience = EVERYTHING
    subject: Narrowing | None = None
    memory: Remembered | None = None
    recalled: date | None = None

    @property
    def as_of(self) -> date:
        return self.whole.as_of

    @property
    def previous(self) -> date:
        return self.whole_before.as_of

    @cached_property
    def checked_dates(self) -> tuple[date, ...]:
        """The dates on which it is looked since when a unit has been red."""
        return checked_dates(self.book, as_of=self.as_of, previous=self.previous)

    @cached_property
    def now(self) -> Assessment:
        return self._narrowed(self.whole)

    @cached_property
    def before(self) -> Assessment:
        return self._narrowed(self.whole_before)

    @cached_property
    def changes(self) -> Changes:
        if not self._chosen.narrowing:
            return self.whole_changes
        return narrowed_changes(self.whole_changes, self.now, self.before)

    @cached_property
    def remembered(self) -> Remembered | None:
        """What earlier readings add to what the filters leave."""
        if self.memory is None or not self._chosen.narrowing:
            return self.memory
        return _narrowed_memory(self.memory, self.book, self.whole, self._chosen)

    @property
    def moved(self) -> Mapping[str, tuple[date | None, ...]]:
        """The deadlines that tasks were seen to have, one after another, where moved; by code."""
        return {} if self.memory is None else self.memory.moved

    @property
    def merged(self) -> tuple[int, str] | None:
        """The units merged away since the earlier date that concern the units shown."""
        return mergers(self.book, self.now, self.before)

    @property
    def _chosen(self) -> Narrowing:
        return self.subject or self.filters

    def _narrowed(self, assessment: Assessment) -> Assessment:
        chosen = self._chosen
        if not chosen.narrowing:
            return assessment
        return narrowed(assessment, group=chosen.group, unit=chosen.unit, agency=chosen.agency)


def narrowed(
    assessment: Assessment,
    *,
    group: str | None = None,
    unit: str | None = None,
    agency: str | None = None,
) -> Assessment:
    """Keep the units of a group, one unit, or what concerns one agency; names are screen names.

    An agency keeps every unit, but only the criteria it follows and what is owed to or by it.
    """
    units, agencies = assessment.units, assessment.agencies
    cells, owed, told = assessment.cells, assessment.obligations, assessment.obstacles
    if group is not None:
        units = units[units["group"] == group]
    if unit is not None:
        units = units[units["label"] == unit]
    if group is not None or unit is not None:
        cells, owed, told = (
            table[table["bearer"].isin(units["bearer"])] for table in (cells, owed, told)
        )
    if agency is not None:
        agencies = agencies[agencies["agency"] == agency]
        cells = cells[cells["agency"] == agency]
        owed = owed[(owed["agency"] == agency) | (owed["owner"] == agency)]
        followed = assessment.items.loc[assessment.items["agency"] == agency, "code"]
        told = told[told["code"].isin(followed) | (told["owner"] == agency)]
    return replace(
        assessment, units=units, agencies=agencies, cells=cells, obligations=owed, obstacles=told
    )


def narrowed_changes(changes: Changes, now: Assessment, before: Assessment) -> Changes:
    """Keep of the changes what narrowed assessments hold; ranks are still those of the whole."""
    units = now.units["unit"]
    return Changes(
        rank_change=changes.rank_change.reindex(units),
        red_since=changes.red_since.reindex(units),
        newly_met=among(changes.newly_met, now.cells),
        lost=among(changes.lost, before.cells),
        newly_overdue=among(changes.newly_overdue, now.obligations),
        cleared=among(changes.cleared, before.obligations),
    )


def _narrowed_memory(
    memory: Remembered, book: Book, whole: Assessment, chosen: Narrowing
) -> Remembered:
    """Keep of what is remembered the units of a group, one unit, or what concerns one agency."""
    owners, items = book.owners, whole.items
    kept = owners["is_unit"] | (chosen.group is None and chosen.unit is None)
    for column, value in (("group", chosen.group), ("label", chosen.unit)):
        if value is not None:
            kept &= owners[column] == value
    names = set(owners.loc[kept, "name"])
    units = set(owners.loc[owners["is_unit"], "name"])
    criterion = items["kind"] == Kind.CRITERION
    # Of tasks and reports the standing agency answers for the units'.
    followed = set(items.loc[criterion & (items["agency"] == chosen.agency), "code"])
    answered = set(items.loc[~criterion, "code"]) if chosen.agency == whole.standing_agency else ()

    def left(table: pd.DataFrame, column: str = "owner") -> pd.DataFrame:
        here = table[column].isin(names)
        if chosen.agency is not None and "code" in table:
            code, owner = table["code"], table[column]
            theirs = (owner == chosen.agency) | code.isin(followed)
            here &= theirs | (code.isin(answered) & owner.isin(units))
        return table[here].reset_index(drop=True)

    def concerns(item: Any) -> bool:
        if chosen.agency is None:
            return not names.isdisjoint(item.owners)
        theirs = item.agency == chosen.agency or chosen.agency in item.owners
        return theirs and not names.isdisjoint(item.owners)

    told = memory.rewritten
    return replace(
        memory,
        rewritten=told
        and replace(
            told,
            cells=left(told.cells, "unit"),
            obligations=left(told.obligations),
            units=left(told.units, "unit"),
            owners=told.owners[told.owners["now"].isin(names)].reset_index(drop=True),
            items=told.items[[*map(concerns, told.items.itertuples())]].reset_index(drop=True),
        ),
        written_late=left(memory.written_late),
        written_ahead=left(memory.written_ahead),
    )


def alike(text: str, names: Iterable[str]) -> list[str]:
    """Return the names meant by a text, diacritics aside: the whole, else its start, else a part."""
    wanted = fold(text)
    folded = [(name, fold(name)) for name in names]
    ways: tuple[Callable[[str], bool], ...] = (
        lambda name: name == wanted,
        lambda name: name.startswith(wanted),
        lambda name: wanted in name,
    )
    found = ([name for name, said in folded if way(said)] for way in ways)
    return next((names for names in found if names), []) if wanted else []


def criteria_followed(items: pd.DataFrame, agency: str) -> int:
    """Count the criteria an agency follows."""
    return int(((items["agency"] == agency) & (items["kind"] == Kind.CRITERION)).sum())

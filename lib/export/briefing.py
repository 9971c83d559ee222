"""What every export is made from: the sheet, two assessments as a reader narrowed them, the words."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any

import pandas as pd

from lib import words
from lib.assess import Assessment, Changes, assess, compare, previous_date
from lib.export.text import one_line
from lib.sheet import Book
from lib.view.gaps import gaps, nothing_logged, read_as_blank
from lib.view.narrowing import narrowed, narrowed_changes
from lib.view.roster import mergers
from lib.words import exports, quality, screens


@dataclass(frozen=True, eq=False)
class Briefing:
    """One state of affairs to put on paper.

    `now`, `before` and `changes` hold only what the filters leave; ranks and lights are those of
    all, which `whole` explains. `filters` names the filters that are on, None without any.
    `merged` tells the mergers between the two dates where all units are shown.
    """

    book: Book
    now: Assessment
    before: Assessment
    changes: Changes
    whole: Assessment
    filters: str | None = None
    merged: str | None = None

    @property
    def as_of(self) -> date:
        return self.now.as_of

    @property
    def plan(self) -> str:
        """The plan's name, or what stands for it."""
        return one_line(self.book.settings.name) or screens.DEFAULT_PLAN

    @property
    def ribbon(self) -> str | None:
        """The warning every page carries: the numbers are illustrative, or the sheet has gaps."""
        warnings = []
        if self.book.settings.illustrative:
            warnings.append(f"{screens.ILLUSTRATIVE} – {screens.ILLUSTRATIVE_MORE}")
        if missing := gaps(self.book.problems):
            warnings.append(one_line(quality.GAPS_RIBBON.format(gaps=missing)))
        elif nothing_logged(self.book, as_of=self.as_of):
            warnings.append(quality.NOTHING_LOGGED_RIBBON.format(day=words.day(self.as_of)))
        if blank := read_as_blank(self.book):
            warnings.append(one_line(quality.READ_AS_BLANK_RIBBON.format(names=blank)))
        return " · ".join(warnings) or None

    @property
    def scope(self) -> str:
        """The dates and the filters in one line."""
        dates = exports.DATES.format(
            as_of=words.day(self.as_of), previous=words.day(self.before.as_of)
        )
        filters = one_line(self.filters) or exports.NO_FILTERS
        return f"{dates} · {exports.SCOPE.format(filters=filters)}"

    @cached_property
    def labels(self) -> dict[str, str]:
        """Each owner's screen name by its name in the sheet."""
        return {name: one_line(label) for name, label in self.now.labels.items()}

    @cached_property
    def units(self) -> pd.DataFrame:
        """The units with their `rank_change`."""
        moved = self.changes.rank_change
        return self.now.units.assign(rank_change=moved.to_numpy())


def records(table: pd.DataFrame) -> Iterator[Any]:
    """Give a table's rows one by one, columns as attributes."""
    return iter(table.itertuples())


def briefing(
    book: Book,
    *,
    as_of: date | None = None,
    previous: date | None = None,
    group: str | None = None,
    unit: str | None = None,
    agency: str | None = None,
) -> Briefing:
    """Assess a Book on both dates and narrow it; units and agencies go by their screen names.

    Without `as_of` the sheet's date counts, without `previous` its last meeting.
    """
    as_of = as_of or book.settings.as_of
    return of(
        book,
        assess(book, as_of=as_of),
        assess(book, as_of=previous or previous_date(book.settings, as_of)),
        group=group,
        unit=unit,
        agency=agency,
    )


def of(
    book: Book,
    now: Assessment,
    before: Assessment,
    *,
    group: str | None = None,
    unit: str | None = None,
    agency: str | None = None,
) -> Briefing:
    """Narrow assessments already made of all units and agencies."""
    merged = None if group or unit else mergers(book, now, before)
    changes = compare(book, now, before)
    left, before = (narrowed(each, group=group, unit=unit, agency=agency) for each in (now, before))
    named = ((screens.GROUP, group), (screens.UNIT, unit), (screens.AGENCY, agency))
    on = [f"{label} {value}" for label, value in named if value is not None]
    filters = " · ".join(on) or None
    told = None if merged is None else one_line(merged[1])
    return Briefing(book, left, before, narrowed_changes(changes, left, before), now, filters, told)

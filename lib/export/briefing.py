"""What every export is made from: what a reader sees, and the words every file carries."""

from dataclasses import replace
from datetime import date
from functools import cached_property

import pandas as pd

from lib import words
from lib.assess import assess, compare, previous_date
from lib.export.text import one_line
from lib.sheet import Book
from lib.view import naming
from lib.view.gaps import gaps, nothing_logged, read_as_blank
from lib.view.merger import mergers
from lib.view.narrowing import Narrowing, Shown
from lib.view.tables import row
from lib.words import documents, exports, memory, quality, screens


class Briefing(Shown):
    """One state of affairs to put on paper: what a reader sees, and the words every file carries."""

    @cached_property
    def plan(self) -> str:
        """The plan's name, or what stands for it."""
        return one_line(self.book.settings.name) or screens.DEFAULT_PLAN

    @cached_property
    def ribbon(self) -> str | None:
        """The warning every page carries: the numbers are illustrative, or the sheet has gaps."""
        warnings = []
        if self.recalled:
            warnings.append(memory.RIBBON.format(day=words.day(self.recalled)))
        if self.book.settings.illustrative:
            warnings.append(f"{screens.ILLUSTRATIVE} – {screens.ILLUSTRATIVE_MORE}")
        if missing := gaps(self.book.problems):
            warnings.append(one_line(quality.GAPS_RIBBON.format(gaps=missing)))
        elif nothing_logged(self.book, as_of=self.as_of):
            warnings.append(quality.NOTHING_LOGGED_RIBBON.format(day=words.day(self.as_of)))
        if blank := read_as_blank(self.book):
            warnings.append(one_line(quality.READ_AS_BLANK_RIBBON.format(names=blank)))
        return " · ".join(warnings) or None

    @cached_property
    def scope(self) -> str:
        """The dates and the filters in one line."""
        dates = exports.DATES.format(as_of=words.day(self.as_of), previous=words.day(self.previous))
        filters = one_line(self.filters.sentence) or exports.NO_FILTERS
        return f"{dates} · {exports.SCOPE.format(filters=filters)}"

    @cached_property
    def labels(self) -> dict[str, str]:
        """Each owner's screen name by its name in the sheet."""
        return {name: one_line(label) for name, label in self.now.labels.items()}

    @cached_property
    def named(self) -> dict[str, str]:
        """Each owner's name inside a sentence by its name in the sheet: thị trấn Sơn Dương."""
        owners = naming.bearers(self.book, self.whole)
        return {name: one_line(naming.in_text(owner)) for name, owner in owners.items()}

    @cached_property
    def acting(self) -> dict[str, str]:
        """Who acts for each owner by its name in the sheet: UBND xã Tân Thanh."""
        owners = naming.bearers(self.book, self.whole)
        return {name: one_line(naming.acting(owner)) for name, owner in owners.items()}

    @property
    def compared(self) -> bool:
        """Whether the earlier date is of the plan's time: before it another sheet counts."""
        return self.previous >= self.book.settings.start

    @property
    def merged_in_text(self) -> str:
        """Which units were merged since the earlier date, named as inside a sentence."""
        owners = self.book.owners
        named = [one_line(naming.in_text(row(owners, number))) for number in owners.index]
        book = replace(self.book, owners=owners.assign(label=named))
        merged = mergers(book, self.now, self.before)
        return merged[1] if merged else ""

    @cached_property
    def whose(self) -> str:
        """Whose numbers the filters leave, inside a sentence; nothing where they are everyone's."""
        group, unit, agency = self.filters.group, self.filters.unit, self.filters.agency
        by_label = {label: self.named[name] for name, label in self.now.labels.items()}
        told = (
            documents.OF_GROUP.format(group=group) if group else "",
            by_label.get(unit, unit) if unit else "",
            documents.OF_AGENCY.format(agency=agency) if agency else "",
        )
        return one_line(", ".join(filter(None, told)))

    @cached_property
    def titles(self) -> dict[str, str]:
        """Each item's title by its code."""
        items = self.book.items
        return dict(zip(items["code"], items["title"], strict=True))

    @cached_property
    def units(self) -> pd.DataFrame:
        """The units with their `rank_change`."""
        moved = self.changes.rank_change
        return self.now.units.assign(rank_change=moved.to_numpy())

    @property
    def printed_units(self) -> pd.DataFrame:
        """The units for a signed paper, which tells no move where the dates are not compared."""
        units = self.units
        return units if self.compared else units.assign(rank_change=float("nan"))


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
    now = assess(book, as_of=as_of)
    before = assess(book, as_of=previous or previous_date(book.settings, as_of))
    changes = compare(book, now, before)
    return Briefing(book, now, before, changes, Narrowing(group, unit, agency))

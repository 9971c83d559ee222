"""The standing entry of an owner and a code, and who inherits it (rules, 3)."""

from dataclasses import dataclass, replace
from datetime import date, timedelta
from fractions import Fraction

from tests.oracle.book import Book, Entry, Item
from tests.oracle.names import Owner
from tests.oracle.verdicts import FULL

KINDS = ("completion", "log", "appraisal")
"""What stands on one day: an appraisal beats a log entry, which beats `Ngày hoàn thành`."""


@dataclass(frozen=True)
class Standing:
    """The standing entry of an owner and a code, as it reads."""

    day: date
    is_met: bool
    progress: Fraction
    is_appraised: bool
    done: date | None = None
    """The first day of the unbroken run of met entries that this one ends."""
    is_inherited: bool = False


class Past:
    """All entries up to one date, as they read on any day up to it."""

    def __init__(self, book: Book, as_of: date) -> None:
        self.book = book
        self.as_of = as_of
        self.histories: dict[tuple[Owner, Item], list[Entry]] = {}
        self.mergings: dict[tuple[Owner, Item], dict[date, list[Owner]]] = {}
        self.readings: dict[tuple[Owner, Item, int], Standing] = {}

    def history(self, owner: Owner, item: Item) -> list[Entry]:
        """List an owner's own entries for a code, in standing order.

        `Ngày hoàn thành` is an entry of each owner of the task as of the date.
        """
        if (owner, item) not in self.histories:
            entries = [e for e in self.book.entries.get((owner, item), []) if e.day <= self.as_of]
            done = item.completed
            if done is not None and done <= self.as_of and item.is_asked_of(owner, self.as_of):
                entries.append(Entry(done, True, FULL, "completion"))
            self.histories[owner, item] = sorted(
                entries, key=lambda entry: (entry.day, KINDS.index(entry.kind), entry.place)
            )
        return self.histories[owner, item]

    def mergers(self, owner: Owner, item: Item) -> dict[date, list[Owner]]:
        """List by its first day who is merged into `owner`, of those that owe the code."""
        if (owner, item) not in self.mergings:
            merged: dict[date, list[Owner]] = {}
            for other in self.book.units if owner.is_unit else self.book.agencies:
                day = other.merger_day()
                is_into = other.successor is owner and day is not None and day <= self.as_of
                if is_into and item.kind != "report" and item.is_asked_of(other, self.as_of):
                    assert day is not None
                    merged.setdefault(day, []).append(other)
            self.mergings[owner, item] = merged
        return self.mergings[owner, item]

    def newest_merger(self, owner: Owner, item: Item, day: date) -> date | None:
        """Give the first day of the newest merger on or before a day."""
        return max((m for m in self.mergers(owner, item) if m <= day), default=None)

    def standing(self, owner: Owner, item: Item, day: date) -> Standing | None:
        """Find the entry that stands on a day: its own since the newest merger, else inherited."""
        own = [n for n, entry in enumerate(self.history(owner, item)) if entry.day <= day]
        return self._last(owner, item, own[-1] if own else None, day)

    def _last(self, owner: Owner, item: Item, own: int | None, day: date) -> Standing | None:
        """Choose between the last of some own entries and what is inherited by a day."""
        merger = self.newest_merger(owner, item, day)
        if own is not None:
            is_since = merger is None or self.history(owner, item)[own].day >= merger
            if is_since:
                return self.read(owner, item, own)
        return None if merger is None else self._inherited(owner, item, merger, day)

    def _inherited(self, owner: Owner, item: Item, merger: date, day: date) -> Standing | None:
        """Take the weakest of the predecessors' and, if it was valid before, the heir's own.

        Where the heir is refused, by what it inherits or by what was said before, nothing that is
        met stands before its own next appraisal.
        """
        found: list[Standing | None] = []
        for other in self.mergers(owner, item)[merger]:
            theirs = self.standing(other, item, day)
            found.append(replace(theirs, is_inherited=True) if theirs else None)
        eve = merger - timedelta(days=1)
        if owner.is_valid(eve):
            found.append(self.standing(owner, item, eve))
        known = [entry for entry in found if entry is not None]
        if len(known) < len(found):
            return None
        weakest = min(known, key=_weakness)
        earlier = sum(entry.day < merger for entry in self.history(owner, item))
        refusal = self._refusal(owner, item, merger, earlier)
        if weakest.is_met and refusal is not None:
            return _refused(weakest, refusal)
        return weakest

    def read(self, owner: Owner, item: Item, place: int) -> Standing:
        """Read the entry at a place of the history: what stood before it has its say."""
        if (owner, item, place) not in self.readings:
            self.readings[owner, item, place] = self._reading(owner, item, place)
        return self.readings[owner, item, place]

    def _reading(self, owner: Owner, item: Item, place: int) -> Standing:
        history = self.history(owner, item)
        entry = history[place]
        before = self._last(owner, item, place - 1 if place else None, entry.day)
        is_appraisal = entry.kind == "appraisal"
        standing = Standing(entry.day, entry.is_met, entry.progress, is_appraisal)
        if is_appraisal and not entry.is_met:
            return replace(standing, progress=_refusal_progress(before, history[:place]))
        if item.kind == "criterion" and entry.kind == "log" and entry.is_met:
            refusal = self._refusal(owner, item, entry.day, place)
            if refusal is not None:
                return _refused(standing, refusal)
            if before and before.is_met and before.is_appraised:
                standing = replace(standing, is_appraised=True)
        if not standing.is_met:
            return standing
        goes_on = before is not None and before.is_met
        if goes_on and self._begins_anew(owner, item, place):
            return replace(standing, done=entry.day)
        return replace(standing, done=before.done if before and goes_on else entry.day)

    def _begins_anew(self, owner: Owner, item: Item, place: int) -> bool:
        """Tell the first own entry since a merger that brought a refusal."""
        history = self.history(owner, item)
        merger = self.newest_merger(owner, item, history[place].day)
        if merger is None or (place and history[place - 1].day >= merger):
            return False
        return self._inherited_refusal(owner, item, merger) is not None

    def refusal(self, owner: Owner, item: Item, day: date) -> Fraction | None:
        """Give the progress of the refusal in force on a day; None where there is none."""
        own = [entry for entry in self.history(owner, item) if entry.day <= day]
        return self._refusal(owner, item, day, len(own))

    def _refusal(self, owner: Owner, item: Item, day: date, count: int) -> Fraction | None:
        """Give the refusal in force by a day after the first `count` own entries."""
        if item.kind != "criterion":
            return None
        history = self.history(owner, item)
        newest: tuple[date, Fraction | None] | None = None
        for merger in sorted(self.mergers(owner, item)):
            inherited = self._inherited_refusal(owner, item, merger)
            if merger <= day and inherited is not None:
                newest = (merger, inherited)
        for place in range(count):
            entry = history[place]
            if entry.kind == "appraisal" and (newest is None or entry.day >= newest[0]):
                progress = None if entry.is_met else self.read(owner, item, place).progress
                newest = (entry.day, progress)
        return newest[1] if newest else None

    def _inherited_refusal(self, owner: Owner, item: Item, merger: date) -> Fraction | None:
        """Give the lowest progress of the refusals in force on the predecessors' last day."""
        eve = merger - timedelta(days=1)
        refusals = [self.refusal(other, item, eve) for other in self.mergers(owner, item)[merger]]
        return min((refusal for refusal in refusals if refusal is not None), default=None)


def _refused(standing: Standing, progress: Fraction) -> Standing:
    """Read a met entry after a refusal: not met, at the refusal's progress, appraised."""
    return replace(standing, is_met=False, progress=progress, is_appraised=True, done=None)


def _refusal_progress(before: Standing | None, earlier: list[Entry]) -> Fraction:
    """Give a refusal the progress of what stood before it, else of the newest log row not met."""
    if before is not None and not before.is_met:
        return before.progress
    for entry in reversed(earlier):
        if entry.kind == "log" and not entry.is_met:
            return entry.progress
    return Fraction(0)


def _weakness(entry: Standing) -> tuple[bool, Fraction, bool, int]:
    """Order entries from the weakest: not met, lower progress, then the less favourable (3).

    Met: not appraised, later day; not met: appraised, older day.
    """
    if entry.is_met:
        return True, entry.progress, entry.is_appraised, -entry.day.toordinal()
    return False, entry.progress, not entry.is_appraised, entry.day.toordinal()

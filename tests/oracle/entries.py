"""The standing entry of an owner and a code (semantics section 3)."""

from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from tests.oracle.book import Book, Entry, Item
from tests.oracle.log import ALMOST, FULL
from tests.oracle.names import Owner

KINDS = ("completion", "log", "appraisal")
"""What stands on one day: an appraisal beats a log entry, which beats `Ngày hoàn thành`."""


@dataclass
class Standing:
    """The standing entry of an owner and a code, as it reads."""

    day: date
    is_met: bool
    progress: Fraction
    is_appraised: bool
    done: date | None
    """The first day of the unbroken run of met entries that this one ends."""
    is_inherited: bool = False


def history(book: Book, owner: Owner, item: Item, as_of: date) -> list[Entry]:
    """List an owner's own entries for a code on or before a date, in standing order (3)."""
    entries = [e for e in book.entries.get((owner, item), []) if e.day <= as_of]
    if item.completed is not None and item.completed <= as_of and item.is_asked_of(owner, as_of):
        entries.append(Entry(item.completed, True, FULL, "completion"))
    return sorted(entries, key=lambda entry: (entry.day, KINDS.index(entry.kind), entry.place))


def read_in_order(entries: list[Entry], is_criterion: bool) -> list[Standing]:
    """Read entries one after another: what an appraisal makes of the log entries after it (3)."""
    read: list[Standing] = []
    newest_log = Fraction(0)
    verdict: bool | None = None
    for entry in entries:
        standing = Standing(entry.day, entry.is_met, entry.progress, entry.is_appraised, None)
        before = read[-1] if read else None
        if entry.kind == "log":
            newest_log = entry.progress
        if entry.kind == "appraisal":
            verdict = entry.is_met
            if not entry.is_met:
                standing.progress = min(newest_log, ALMOST)
        elif is_criterion and entry.is_met and verdict is False:
            standing.is_met, standing.progress, standing.is_appraised = (
                False,
                ALMOST,
                True,
            )
        elif is_criterion and entry.is_met and before and before.is_met and before.is_appraised:
            standing.is_appraised = True
        if standing.is_met:
            standing.done = before.done if before and before.is_met else standing.day
        read.append(standing)
    return read


def standing_entry(book: Book, owner: Owner, item: Item, as_of: date) -> Standing | None:
    """Find the standing entry, for a criterion or a task inherited where there is no own one."""
    own = read_in_order(history(book, owner, item, as_of), item.kind == "criterion")
    if own:
        return own[-1]
    if item.kind == "report":
        return None
    predecessors = [
        unit
        for unit in book.units
        if unit.successor is owner and unit.is_merged(as_of) and item.is_asked_of(unit, as_of)
    ]
    inherited = [standing_entry(book, unit, item, as_of) for unit in predecessors]
    known = [entry for entry in inherited if entry is not None]
    if not known or len(known) < len(inherited):
        return None
    weakest = min(known, key=_weakness)
    return Standing(
        weakest.day,
        weakest.is_met,
        weakest.progress,
        weakest.is_appraised,
        weakest.day if weakest.is_met else None,
        is_inherited=True,
    )


def _weakness(entry: Standing) -> tuple[bool, Fraction, bool, int]:
    """Order entries from the weakest: not met, lower progress, then the less favourable (3).

    Met: not appraised, later day; not met: appraised, older day.
    """
    if entry.is_met:
        return True, entry.progress, entry.is_appraised, -entry.day.toordinal()
    return False, entry.progress, not entry.is_appraised, entry.day.toordinal()

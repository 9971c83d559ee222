"""What stands for an owner and an item on a day (rules, 3)."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from lib.assess.ledger import Ledger, ledger
from lib.sheet import Book

Mask = NDArray[np.bool_]
Numbers = NDArray[np.int64]
Days = NDArray[np.datetime64]


@dataclass(frozen=True, eq=False, slots=True)
class Entries:
    """The standing entries of some owners and items; without one `known` is false.

    Then `written` is NaT, `progress` NaN, `source` -1 and all else false. `done` is the first day
    of the run of met entries that one ends, NaT where it is not met.
    """

    known: Mask
    met: Mask
    progress: NDArray[np.float64]
    appraised: Mask
    inherited: Mask
    refused: Mask
    written: Days
    done: Days
    source: Numbers


@dataclass(frozen=True, eq=False, slots=True)
class Standing:
    """The entries that stand on one day."""

    ledger: Ledger
    day: np.datetime64

    def at(self, item: Numbers, owner: Numbers) -> Entries:
        """Return what stands for each item and owner."""
        lines, none = self.ledger, np.full(len(item), False)
        if not len(lines.item):
            return Entries(
                none, none, none * np.nan, none, none, none, _days(none), _days(none), none - 1
            )
        on = np.full(len(item), self.day.astype("datetime64[D]").astype(np.int64))
        line = lines.newest(item, owner, on)
        known = (line >= 0) & ~lines.absent[line]
        met = known & lines.met[line]
        return Entries(
            known=known,
            met=met,
            progress=np.where(known, lines.progress[line], np.nan),
            appraised=known & lines.appraised[line],
            inherited=known & (lines.origin[line] != owner),
            refused=(line >= 0) & lines.refused[line],
            written=_days(known, lines.written[line]),
            done=_days(met, lines.since[line]),
            source=np.where(known, lines.source[line], -1),
        )


def standing(book: Book, as_of: np.datetime64) -> Standing:
    """Return what stands on a day; merged units take the weakest of their predecessors'."""
    return Standing(ledger(book, as_of), as_of)


def _days(known: Mask, days: Numbers | None = None) -> Days:
    """Return days since 1970 as dates, NaT where nothing is known."""
    dates = np.zeros(len(known), np.int64) if days is None else days
    return np.where(known, dates.astype("datetime64[D]"), np.datetime64("NaT", "D"))

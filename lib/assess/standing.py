"""What stands for an owner and an item on a day (rules, 3)."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from lib.assess.ledger import Ledger, ledger
from lib.sheet import Book
from lib.sheet.places import pair

Mask = NDArray[np.bool_]
Numbers = NDArray[np.int64]
Days = NDArray[np.datetime64]


@dataclass(frozen=True, eq=False, slots=True)
class Entries:
    """The standing entries of some owners and items; without one `known` is false.

    Then `written` is NaT, `progress` NaN, `source` -1 and all else but `refused` false. `done` is
    the first day of the run of met entries that one ends, NaT where it is not met.
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
        lines = self.ledger
        day = self.day.astype("datetime64[D]").astype(np.int64)
        line = lines.newest(pair(item, owner, lines.n_owners), day)
        known, met = ~lines.absent[line], lines.met[line]
        return Entries(
            known=known,
            met=met,
            progress=lines.progress[line],
            appraised=lines.appraised[line],
            inherited=known & (lines.origin[line] != owner),
            refused=lines.refused[line],
            written=lines.written[line],
            done=lines.since[line],
            source=lines.source[line],
        )


def standing(book: Book, as_of: np.datetime64) -> Standing:
    """Return what stands on a day; merged units take the weakest of their predecessors'."""
    return Standing(ledger(book, as_of), as_of)

"""What stands for each owner and item on a day (rules, 3)."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from lib.assess.ledger import Ledger, ledger
from lib.sheet import Book
from lib.sheet.places import pair

Mask = NDArray[np.bool_]
Numbers = NDArray[np.int64]


@dataclass(frozen=True, eq=False, slots=True)
class Standing:
    """Owners and items, by their numbers in the Book, and the ledger's line that stands for each.

    Of the line the ledger tells whether it is met, its progress, whether it is `appraised` or
    `refused`, when it was `written` and since when it is `done`.
    """

    ledger: Ledger
    owner: Numbers
    item: Numbers
    line: Numbers

    def where(self, chosen: Mask) -> "Standing":
        return Standing(self.ledger, self.owner[chosen], self.item[chosen], self.line[chosen])


def standing(book: Book, as_of: np.datetime64, there: Mask) -> Standing:
    """Return, by owner and then item, what stands on a day for all who owe it.

    `there` tells of every owner whether it is; merged units take the weakest of their
    predecessors'.
    """
    lines = ledger(book, as_of)
    owner, item = np.nonzero((lines.owed & there).T)
    day = as_of.astype("datetime64[D]").astype(np.int64)
    return Standing(lines, owner, item, lines.newest(pair(owner, item, lines.n_items), day))

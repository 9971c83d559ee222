"""Who is merged into whom, in the order in which what stands passes on (rules, 3)."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from lib.sheet import Book
from lib.sheet.places import pair

Numbers = NDArray[np.int64]
Pairs = tuple[Numbers, Numbers]
"""By number (`pair`): the owner that owed an item, and the one it is merged into."""


@dataclass(frozen=True, eq=False, slots=True)
class Mergers:
    """Mergers of one day (days since 1970), whose predecessors' own mergers come before.

    `was_there` tells of every owner whether it was valid the day before.
    """

    day: int
    old: Numbers
    new: Numbers
    was_there: NDArray[np.bool_]

    def passing_on(self, owed: NDArray[np.bool_]) -> Pairs:
        """Return what passes from whom to whom."""
        item, place = np.nonzero(owed[:, self.old])
        old, new = (pair(owner[place], item, len(owed)) for owner in (self.old, self.new))
        return old, new


def mergers(book: Book) -> list[Mergers]:
    """Return all mergers, those first whose predecessors have no merger to come."""
    successor = book.owners["successor"].to_numpy()
    ends = book.owners["valid_until"].to_numpy().astype("datetime64[D]")
    begins = book.owners["valid_from"].to_numpy().astype("datetime64[D]")
    old = np.flatnonzero(successor >= 0)
    new, day = successor[old], ends[old] + np.timedelta64(1, "D")
    depth = np.zeros(len(successor), np.intp)
    while np.any(depth[new] <= depth[old]):
        np.maximum.at(depth, new, depth[old] + 1)
    rounds = sorted({*zip(depth[new].tolist(), day.tolist(), strict=True)})
    return [
        Mergers(
            day=int(np.datetime64(on, "D").astype(np.int64)),
            old=old[(depth[new] == level) & (day == np.datetime64(on, "D"))],
            new=new[(depth[new] == level) & (day == np.datetime64(on, "D"))],
            was_there=~(begins >= np.datetime64(on, "D")) & ~(ends < np.datetime64(on, "D") - 1),
        )
        for level, on in rounds
    ]

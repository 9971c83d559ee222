"""Who owes what, whatever has been written (rules, 5)."""

import numpy as np
from numpy.typing import NDArray

from lib.sheet import Book, Kind
from lib.sheet.scope import asked

Mask = NDArray[np.bool_]


def owed(book: Book, merged: np.datetime64) -> Mask:
    """Tell by item and owner who owes it once all mergers up to a day are carried out.

    Whether an owner is there, and a task given, is a question of each date. For a report the
    mergers of its last day count, and only who is there on that day owes it.
    """
    kind = book.items["kind"].to_numpy()
    report = kind == Kind.REPORT
    due = book.items["due"].to_numpy().astype("datetime64[D]")
    matrix = asked(book.scope, book.owners, book.items, on=np.where(report, due, merged))
    matrix &= (~np.isnat(due) | (kind == Kind.TASK))[:, None]
    return matrix & (~report[:, None] | valid(book, due))


def valid(book: Book, on: NDArray[np.datetime64]) -> Mask:
    """Tell by day and owner who is valid then, both ends included; no day is no restriction."""
    first = book.owners["valid_from"].to_numpy()
    last = book.owners["valid_until"].to_numpy()
    day = on[:, None]
    return ~(day < first) & ~(day > last)

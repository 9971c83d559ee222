"""By when each task was promised: the deadlines it was seen to have, one after another (rules, 9)."""

from collections.abc import Iterable, Mapping
from datetime import date

import numpy as np

from lib.sheet import Book, Kind
from lib.vietnamese import code_key, key

Promise = tuple[str, date | None]
"""A task's title as it is compared, and its deadline; None where it has none."""


def promises(book: Book) -> dict[str, Promise]:
    """Return what a sheet promises of each task, by its code as it is compared.

    A deadline that cannot be read promises nothing.
    """
    items = book.items
    tasks = items[(items["kind"] == Kind.TASK) & ~items["due_unreadable"]]
    days = np.asarray(tasks["due"]).astype("datetime64[D]").tolist()
    return {
        code_key(code): (key(title), day)
        for code, title, day in zip(tasks["code"], tasks["title"], days, strict=True)
    }


def moved(
    book: Book, earlier: Iterable[Mapping[str, Promise]]
) -> dict[str, tuple[date | None, ...]]:
    """Return by code, as today's sheet writes it, the deadlines of each task whose own was moved.

    `earlier` is what was promised on recorded days, in their order. A code that was another task's
    says nothing of this one; what a task had before its first deadline is none.
    """
    days = [*earlier, promises(book)]
    found = {}
    for code in book.items["code"]:
        known = [promise for day in days if (promise := day.get(code_key(code)))]
        had = [due for title, due in known if title == known[-1][0]]
        if len(changes := _changes(had)) > 1:
            found[code] = changes
    return found


def _changes(deadlines: Iterable[date | None]) -> tuple[date | None, ...]:
    """Leave of what follows one another the same only the first, and no blank before the first."""
    found: list[date | None] = []
    for due in deadlines:
        if (found and due != found[-1]) or (not found and due is not None):
            found.append(due)
    return tuple(found)

"""Who stands under another name in today's sheet than in an earlier reading of it (rules, 9)."""

from collections.abc import Iterator

import pandas as pd

from lib.assess.assessment import Assessment
from lib.sheet import Book
from lib.sheet.book import frame
from lib.vietnamese import key

OWNER_TYPES = {"then": "object", "now": "object"}
Names = tuple[str | None, str | None]
"""A name then and now; None where there was no such owner."""


def renamed(then_book: Book, book: Book, then: Assessment, now: Assessment) -> pd.DataFrame:
    """List the owners that are in one of both alone, as of one day; today's order, then those gone.

    Two are one where today's sheet has the former name as an alias, else where both names stand in
    the same row.
    """
    were, are = _names(then_book, then), _names(book, now)
    gone = {name: row for name, row in were.items() if key(name) not in {*map(key, are)}}
    come = {name: row for name, row in are.items() if key(name) not in {*map(key, were)}}
    former = dict(_by_alias(book, gone, come))
    for name, row in come.items():
        if name not in former and (same := [one for one in gone if gone[one] == row]):
            former.setdefault(name, same[0])
    left = [name for name in gone if name not in former.values()]
    pairs: list[Names] = [(former.get(name), name) for name in come]
    pairs += [(name, None) for name in left]
    return frame(
        {"then": [name for name, _ in pairs], "now": [name for _, name in pairs]}, OWNER_TYPES
    )


def _names(book: Book, assessment: Assessment) -> dict[str, tuple[bool, int]]:
    """Return who is shown, in order, each with the row that says so."""
    rows = {
        name: (bool(is_unit), int(row))
        for name, is_unit, row in zip(
            book.owners["name"], book.owners["is_unit"], book.owners["row"], strict=True
        )
    }
    shown = [*assessment.units["unit"], *assessment.agencies["agency"]]
    return {name: rows[name] for name in shown}


def _by_alias(
    book: Book, gone: dict[str, tuple[bool, int]], come: dict[str, tuple[bool, int]]
) -> Iterator[tuple[str, str]]:
    for name in gone:
        for meant in book.names.outright(name) or ():
            now = str(book.owners["name"].iat[meant])
            if now in come:
                yield now, name
                break

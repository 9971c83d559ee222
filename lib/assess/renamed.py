"""Who and what stands in today's sheet alone or in an earlier reading alone, as of its day (rules, 9)."""

from collections.abc import Iterator
from typing import Any

import pandas as pd

from lib.assess.assessment import Assessment
from lib.assess.values import State
from lib.sheet import Book, Kind
from lib.sheet.book import frame
from lib.vietnamese import code_key, key

OWNER_TYPES = {"then": "object", "now": "object"}
ITEM_TYPES = {
    "then": "object",
    "now": "object",
    "kind": "object",
    "title": "object",
    "agency": "object",
    "owners": "object",
}
_RUNNING = (State.OPEN, State.DUE_SOON)
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


def recoded(then_book: Book, book: Book, then: Assessment, now: Assessment) -> pd.DataFrame:
    """List the items whose code is in one of both alone, as of one day; today's order, then those gone.

    Two are one where kind and title are the same. A task or a report that was not due yet is none:
    what a meeting gives is written after it.
    """
    were, are = _items(then), _items(now)
    known, there = ({*map(code_key, each.items["code"])} for each in (then_book, book))
    gone = {code: row for code, row in were.items() if code_key(code) not in there}
    come = {code: row for code, row in are.items() if code_key(code) not in known}
    former: dict[str, str] = {}
    for code, row in come.items():
        alike = (was for was, told in gone.items() if _same(told, row))
        if (was := next((one for one in alike if one not in former.values()), None)) is not None:
            former[code] = was
    listed: list[tuple[Any, ...]] = [
        (former.get(code), code, *row[:-1])
        for code, row in come.items()
        if code in former or row[-1]
    ]
    listed += [(code, None, *row[:-1]) for code, row in gone.items() if code not in former.values()]
    columns = zip(*listed, strict=True) if listed else ((),) * len(ITEM_TYPES)
    return frame(dict(zip(ITEM_TYPES, map(list, columns), strict=True)), ITEM_TYPES)


Item = tuple[str, str, str | None, tuple[str, ...], bool]
"""An item's kind, title, agency and owners, and whether it tells of the day already."""


def _items(assessment: Assessment) -> dict[str, Item]:
    owed = assessment.obligations
    return {
        str(code): _item(lines)
        for code, lines in owed.assign(kind=owed["kind"].astype("object")).groupby(
            "code", sort=False
        )
    }


def _item(lines: pd.DataFrame) -> Item:
    first: Any = next(lines.itertuples())
    counts = first.kind == Kind.CRITERION or not lines["state"].isin(_RUNNING).all()
    agency = None if pd.isna(first.agency) else first.agency
    return first.kind, first.title, agency, tuple(lines["owner"]), counts


def _same(one: Item, other: Item) -> bool:
    return one[0] == other[0] and key(one[1]) == key(other[1])

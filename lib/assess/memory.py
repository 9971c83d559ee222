"""What was known when: today's sheet beside its own earlier readings (rules, 9).

Owners are matched by name and codes as they are compared; an earlier reading is assessed with its
own day as today. Numbers stay those of today's sheet.
"""

from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import Any

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from lib.assess.assessment import Assessment, assess, owing
from lib.assess.memory_tables import (
    AHEAD_TYPES,
    CELL_TYPES,
    LATE_TYPES,
    OBLIGATION_TYPES,
    UNIT_TYPES,
    days_of,
    tabled,
)
from lib.assess.promises import Promise, promises
from lib.assess.renamed import recoded, renamed
from lib.assess.rewritten_once import Cause, causes, shared
from lib.assess.values import State, Status
from lib.sheet import Book
from lib.sheet.book import frame
from lib.vietnamese import code_key, key

Pair = tuple[str, str]
"""An owner's name and a code, as they are compared."""
Written = tuple[str, str, date, bool]
"""A counted row: its owner and code as they are compared, its day, whether it says met."""


@dataclass(frozen=True, eq=False)
class Rewritten:
    """What today's sheet tells otherwise than the reading of a day did, both as of that day.

    cells, obligations, units: the value `then_…` and `now_…`, in today's screen order. A gap stands
    for a criterion without an entry, a unit without a rank, an obligation that is not there.
    owners: the name `then` and `now` of who is in one of both alone. items: the code `then` and
    `now` of what is in one of both alone, with its owners.
    """

    known: date
    cells: pd.DataFrame
    obligations: pd.DataFrame
    units: pd.DataFrame
    owners: pd.DataFrame
    items: pd.DataFrame

    @property
    def number(self) -> int:
        """How many places differ: owners and codes, those of one cause once; names and codes."""
        together = sum(len(pairs) - 1 for pairs in self.shared.values())
        return len(self.places) - together + len(self.owners) + len(self.items)

    @cached_property
    def shared(self) -> dict[Cause, list[Pair]]:
        """What of an item was changed for several owners at once, with the owners and its code."""
        return shared(causes(self.cells, self.obligations))

    @cached_property
    def places(self) -> frozenset[Pair]:
        """The owners and codes that differ, each once."""
        cells, owed = self.cells, self.obligations
        return frozenset(zip(cells["unit"], cells["code"], strict=True)) | frozenset(
            zip(owed["owner"], owed["code"], strict=True)
        )


@dataclass(frozen=True, slots=True)
class Plan:
    """Whose plan a sheet is: two sheets without a unit in common, or of two years, are not one."""

    year: int | None
    illustrative: bool
    units: frozenset[str]

    def same(self, other: "Plan") -> bool:
        known = None not in (self.year, other.year)
        if (known and self.year != other.year) or self.illustrative != other.illustrative:
            return False
        return not (self.units and other.units) or bool(self.units & other.units)


@dataclass(frozen=True, slots=True)
class Digest:
    """What the rules ask of one day's reading: what it has dated later, what it has done on time.

    `index` numbers what is owed on the day; `on_time` says of each number whether it is done so.
    """

    day: date
    plan: Plan
    later: frozenset[Written]
    index: Mapping[Pair, int] = field(repr=False)
    on_time: bytes = field(repr=False)
    promises: Mapping[str, Promise] = field(repr=False)

    def state(self, pair: Pair) -> bool | None:
        """Tell whether something is done on time; None where it is not owed."""
        number = self.index.get(pair)
        return None if number is None else bool(self.on_time[number])


@dataclass(frozen=True, eq=False)
class Remembered:
    """What memory adds to today's numbers; `first` and `last` are the recorded days at its ends.

    Nothing is `rewritten` where nothing was recorded by the previous date. written_late: in the
    order of obligations. written_ahead: in the sheet's. moved: by code, the deadlines that a task
    had one after another, where it had several. Not `complete` while the recorded days are still
    being read: then it tells of what was rewritten alone.
    """

    first: date | None
    last: date | None
    rewritten: Rewritten | None
    written_late: pd.DataFrame
    written_ahead: pd.DataFrame
    moved: Mapping[str, tuple[date | None, ...]] = field(default_factory=dict)
    complete: bool = True

    @cached_property
    def seen(self) -> dict[tuple[str, str], Any]:
        """When what was written late was first seen, by owner and code; NaT: only today."""
        late = self.written_late
        pairs = zip(late["owner"], late["code"], strict=True)
        return dict(zip(pairs, late["seen"], strict=True))


def plan_of(book: Book) -> Plan:
    """Tell whose plan a sheet is."""
    settings, owners = book.settings, book.owners
    return Plan(
        settings.year if settings.earliest else None,
        settings.illustrative,
        frozenset(map(key, owners.loc[owners["is_unit"], "name"])),
    )


def digest(book: Book, *, like: Digest | None = None) -> Digest:
    """Digest a reading whose day is its `today`; `like` is another, to share memory with."""
    day = book.today
    owed = owing(book, day)
    pairs = _keys(book).pairs(owed.owner, owed.item)
    index: Mapping[Pair, int] = dict(zip(pairs, range(len(pairs)), strict=True))
    if like and like.index == index:
        index = like.index
    promised: Mapping[str, Promise] = promises(book)
    if like and like.promises == promised:
        promised = like.promises
    log = book.entries
    later = log[log["day"] > pd.Timestamp(day)]
    on_time = np.asarray(owed.state == State.DONE_ON_TIME)
    written = frozenset(_written(book, later))
    return Digest(day, plan_of(book), written, index, on_time.tobytes(), promised)


def rewritten(
    then_book: Book, book: Book, *, then: Assessment | None = None, now: Assessment | None = None
) -> Rewritten:
    """Compare today's sheet with a reading whose day is its `today`, both as of that day.

    `then` and `now` are the two assessed so, where that is at hand.
    """
    day = then_book.today
    then = then or assess(then_book, as_of=day)
    now = now or assess(book, as_of=day)
    before = _codes(then_book)
    codes = {code: place for code, place in _codes(book).items() if code in before}
    return Rewritten(
        known=day,
        cells=_cells(then, now, codes),
        obligations=_obligations(then, now, codes),
        units=_units(then, now),
        owners=renamed(then_book, book, then, now),
        items=recoded(then_book, book, then, now),
    )


def written_late(
    book: Book, now: Assessment, digests: Iterable[Digest], *, today: date
) -> pd.DataFrame:
    """List what today's sheet has done on time and the reading of its time had not."""
    known = _usable(book, digests, today)
    days = [each.day for each in known]
    owed = now.obligations[now.obligations["due"] < pd.Timestamp(now.as_of)]
    first = {due: bisect_left(days, due.date()) for due in owed["due"].unique()}
    asked: dict[int, list[tuple[int, Pair]]] = {}
    for number, (owner, code, due) in enumerate(
        zip(owed["owner"], owed["code"], owed["due"], strict=True)
    ):
        at, pair = first[due], (key(owner), code_key(code))
        if at < len(known) and known[at].state(pair) is False:
            asked.setdefault(at, []).append((number, pair))
    keys = _keys(book)
    seen: dict[int, date | None] = {}
    for at, some in asked.items():
        here = owing(book, known[at].day)
        done = np.asarray(here.state == State.DONE_ON_TIME)
        on_time = {*keys.pairs(here.owner[done], here.item[done])}
        for number, pair in some:
            if pair in on_time:
                after = known[at + 1 :]
                seen[number] = next((each.day for each in after if each.state(pair)), None)
    found = owed.iloc[sorted(seen)]
    columns = [_plain(found[name]) for name in LATE_TYPES if name != "seen"]
    days_seen = [seen[number] for number in sorted(seen)]
    return tabled([*zip(*columns, days_seen, strict=True)], LATE_TYPES)


def written_ahead(
    book: Book, digests: Iterable[Digest], *, as_of: date, today: date
) -> pd.DataFrame:
    """List the counted rows up to a date that were there on a recorded day before their own."""
    first: dict[Written, date] = {}
    for each in _usable(book, digests, today):
        for row in each.later:
            first.setdefault(row, each.day)
    days = {pd.Timestamp(day) for _, _, day, _ in first}
    log = book.entries
    log = log[log["day"].isin(days) & (log["day"] <= pd.Timestamp(as_of))]
    seen = [first.get(row) for row in _written(book, log)]
    there = np.array([day is not None for day in seen], bool)
    log = log[there]
    titles = np.array([title for title, _ in book.worksheets], object)
    return frame(
        {
            "owner": book.owners["name"].to_numpy()[log["owner"]],
            "code": book.items["code"].to_numpy()[log["item"]],
            "date": log["day"],
            "seen": days_of(day for day in seen if day),
            "worksheet": titles[log["tab"].to_numpy(np.intp)],
            "row": log["row"],
        },
        AHEAD_TYPES,
    )


def _usable(book: Book, digests: Iterable[Digest], today: date) -> list[Digest]:
    """Keep, in order, the days up to today that were of this plan."""
    plan = plan_of(book)
    kept = [each for each in digests if each.day <= today and each.plan.same(plan)]
    return sorted(kept, key=lambda each: each.day)


@dataclass(frozen=True, eq=False, slots=True)
class _Keys:
    """The names and codes of a Book as they are compared, by number."""

    names: NDArray[np.object_]
    codes: NDArray[np.object_]

    def pairs(self, owner: Any, item: Any) -> list[Pair]:
        return list(zip(self.names[owner].tolist(), self.codes[item].tolist(), strict=True))


def _keys(book: Book) -> _Keys:
    names, codes = map(key, book.owners["name"]), map(code_key, book.items["code"])
    return _Keys(np.array([*names, ""], object)[:-1], np.array([*codes, ""], object)[:-1])


def _written(book: Book, log: pd.DataFrame) -> list[Written]:
    if log.empty:
        return []
    pairs = _keys(book).pairs(log["owner"].to_numpy(), log["item"].to_numpy())
    days = log["day"].to_numpy().astype("datetime64[D]").tolist()
    return [
        (*pair, day, met) for pair, day, met in zip(pairs, days, log["met"].tolist(), strict=True)
    ]


def _codes(book: Book) -> dict[str, int]:
    """Return the codes as they are compared, each with its place in the sheet."""
    return {code_key(code): place for place, code in enumerate(book.items["code"])}


def _owners(then: Assessment, now: Assessment) -> dict[str, int]:
    """Return who is there in both, by the name compared: today's place on screen."""
    before = {*map(key, then.units["unit"]), *map(key, then.agencies["agency"])}
    names = [*map(key, now.units["unit"]), *map(key, now.agencies["agency"])]
    return {name: place for place, name in enumerate(names) if name in before}


def _plain(column: pd.Series) -> list[Any]:
    """Return plain values, days as dates; gaps as None."""
    if pd.api.types.is_datetime64_any_dtype(column):
        return column.to_numpy().astype("datetime64[D]").tolist()
    return [None if pd.isna(value) else value for value in column.tolist()]


def _told(table: pd.DataFrame, owner: str, columns: Sequence[str]) -> dict[Pair, tuple[Any, ...]]:
    """Return what a table says in some columns of each owner and code, as they are compared."""
    names = {name: key(name) for name in table[owner].unique()}
    codes = {code: code_key(code) for code in table["code"].unique()}
    pairs = zip(
        map(names.__getitem__, table[owner]), map(codes.__getitem__, table["code"]), strict=True
    )
    values = zip(*(_plain(table[column]) for column in columns), strict=True)
    return dict(zip(pairs, values, strict=True))


def _differing(
    sides: tuple[dict[Pair, tuple[Any, ...]], dict[Pair, tuple[Any, ...]]],
    compared: int,
    absent: tuple[Any, ...],
    owners: Mapping[str, int],
    codes: Mapping[str, int],
) -> list[tuple[tuple[Any, ...], tuple[Any, ...]]]:
    """Return both sides of what differs in the first `compared` values, in screen order.

    Where one side says nothing of a pair whose owner and code are in both, it is `absent`.
    """
    was, now = sides
    found = [
        pair
        for pair in {**now, **was}
        if was.get(pair, absent)[:compared] != now.get(pair, absent)[:compared]
        and pair[0] in owners
        and pair[1] in codes
    ]
    found.sort(key=lambda pair: (owners[pair[0]], codes[pair[1]]))
    return [(was.get(pair, absent), now.get(pair, absent)) for pair in found]


def _cells(then: Assessment, now: Assessment, codes: Mapping[str, int]) -> pd.DataFrame:
    columns = ("status", "progress", "date", "unit", "code", "worksheet", "row")
    absent = (Status.NOT_APPLICABLE, *[None] * (len(columns) - 1))
    sides = _told(then.cells, "unit", columns), _told(now.cells, "unit", columns)
    rows = []
    for was, is_ in _differing(sides, 3, absent, _owners(then, now), codes):
        named = is_[3:5] if is_[3] else was[3:5]
        rows.append((*named, *was[:3], *is_[:3], *is_[5:]))
    return tabled(rows, CELL_TYPES)


def _obligations(then: Assessment, now: Assessment, codes: Mapping[str, int]) -> pd.DataFrame:
    columns = ("due", "state", "done", "kind", "owner", "code")
    sides = _told(then.obligations, "owner", columns), _told(now.obligations, "owner", columns)
    rows = []
    for was, is_ in _differing(sides, 3, (None,) * 6, _owners(then, now), codes):
        rows.append((*(is_[3:] if is_[4] else was[3:]), *was[:3], *is_[:3]))
    return tabled(rows, OBLIGATION_TYPES)


def _units(then: Assessment, now: Assessment) -> pd.DataFrame:
    columns = ("light", "rank", "unit")

    def by_name(table: pd.DataFrame) -> dict[str, tuple[Any, ...]]:
        values = zip(*(_plain(table[column]) for column in columns), strict=True)
        return {key(told[-1]): told for told in values}

    was, is_ = by_name(then.units), by_name(now.units)
    rows = [
        (told[2], *was[name][:2], *told[:2])
        for name, told in is_.items()
        if name in was and was[name][:2] != told[:2]
    ]
    return tabled(rows, UNIT_TYPES)

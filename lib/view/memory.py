"""What memory adds to the numbers: the past rewritten, what was written late or ahead (rules, 9)."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any, Final

import pandas as pd

from lib import words
from lib.assess import State, Status
from lib.assess.memory import Remembered, Rewritten
from lib.assess.rewritten_once import Moved
from lib.sheet import Kind
from lib.view import columns, marks
from lib.view.columns import saying, screen
from lib.view.marks import plain
from lib.view.narrowing import Shown
from lib.view.owed import ItemHref, item_links, owner_links
from lib.view.sentences import item_name
from lib.view.tables import Table, records
from lib.view.trail import Place
from lib.words import columns as heads
from lib.words import memory as said

MOST_SHOWN: Final = 100


def sentence(shown: Shown) -> str | None:
    """Say whether the last meeting's sheet was rewritten since; safe Markdown."""
    memory = shown.remembered
    if memory is None:
        return None
    told, previous = memory.rewritten, words.day(shown.previous)
    if told is None:
        first = memory.first
        since = said.SINCE.format(first=words.day(first)) if first else said.SINCE_TODAY
        return marks.tone(said.NOT_RECORDED.format(previous=previous, since=since), "grey")
    moved = words.count(len(told.units))
    about = {
        "previous": previous,
        "known": words.day(told.known),
        "number": words.count(told.number),
    }
    if told.number:
        also = f" {said.MOVED.format(number=moved)}" if len(told.units) else ""
        return marks.tone(f"{said.REWRITTEN.format(**about)}{also}", "amber")
    if len(told.units):
        return marks.tone(said.ONLY_MOVED.format(**about | {"number": moved}), "amber")
    return marks.tone(said.NOTHING.format(**about), "green")


def anything_rewritten(shown: Shown) -> bool:
    """Tell whether there is a list to lead to."""
    told = shown.remembered and shown.remembered.rewritten
    return bool(told and (told.number or len(told.units)))


def heading(told: Rewritten, *, previous: date) -> str:
    """Say how many places were rewritten; plain text."""
    text = said.HEADING if told.number or len(told.units) else said.HEADING_NOTHING
    return text.format(previous=words.day(previous), number=words.count(told.number))


def rewritten_table(
    told: Rewritten,
    titles: Mapping[str, tuple[str, str]],
    labels: Mapping[str, str],
    order: Sequence[str],
    *,
    href: ItemHref,
    place: Place,
) -> Table:
    """List by owner what was rewritten, each item once: then, now, its row, light and rank.

    `titles` gives the kind and title of each code, `order` the owners as on screen.
    """

    def item(row: _Line) -> str:
        if row.item is not None:
            return plain(item_name(row.item.kind, row.item.now or row.item.then, row.item.title))
        if row.named is not None:
            return said.NAME
        if row.code is None:
            return said.WITH_OTHERS if row.owner in together else said.NO_ITEM
        name = item_name(titles[row.code][0], row.code, titles[row.code][1])
        return plain(name) if row.several else marks.link(name, href(row.owner, row.code))

    def where(row: _Line) -> str:
        if row.cell is None or row.several:
            return words.BLANK
        if pd.isna(row.cell.row):
            return said.NO_ROW
        return place(row.cell.worksheet, int(row.cell.row), None)

    together = {owner for pairs in told.shared.values() for owner, _ in pairs}

    shown = (
        columns.NUMBER,
        saying(said.OWNER, lambda row: _whose(row, labels, href)),
        saying(said.ITEM, item),
        saying(said.THEN, lambda row: _said(row, "then", other="now")),
        saying(said.NOW, lambda row: _said(row, "now", other="then")),
        saying(said.WHERE, where),
        saying(said.DID, lambda row: "" if row.unit is None else _moved(row.unit)),
    )
    return screen(_lines(told, [*titles], order)[:MOST_SHOWN], shown, title=said.TABLE)


@dataclass(frozen=True, slots=True)
class _Line:
    """What is told of one item, and with an owner's first of its light and rank."""

    owner: str
    code: str | None = None
    cell: Any = None
    owing: Any = None
    unit: Any = None
    named: Any = None
    item: Any = None
    several: tuple["_Line", ...] = ()
    due: tuple[Any, Any] | None = None


def _lines(told: Rewritten, codes: Sequence[str], order: Sequence[str]) -> list[_Line]:
    """Join what is told: of names, of codes, of several at once, of one each, of who only moved."""
    cells = {(row.unit, row.code): row for row in records(told.cells)}
    owed = {(row.owner, row.code): row for row in records(told.obligations)}
    units = {row.unit: row for row in records(told.units)}
    at_owner = {name: at for at, name in enumerate(order)}
    at_code = {code: at for at, code in enumerate(codes)}
    pairs = sorted(
        {**cells, **owed}, key=lambda pair: (at_owner.get(pair[0], len(order)), at_code[pair[1]])
    )
    lines = [_Line(row.now or row.then, named=row) for row in records(told.owners)]
    lines += [_Line("", row.now or row.then, item=row) for row in records(told.items)]
    for (what, code, then, now), some in sorted(
        told.shared.items(), key=lambda each: at_code[each[0][1]]
    ):
        several = tuple(_Line(*pair, cells.get(pair), owed.get(pair)) for pair in some)
        lines.append(
            _Line("", code, several=several, due=(then, now) if what is Moved.DUE else None)
        )
    alone = {*pairs} - {pair for some in told.shared.values() for pair in some}
    for pair in (each for each in pairs if each in alone):
        unit = units.pop(pair[0], None)
        lines.append(_Line(*pair, cells.get(pair), owed.get(pair), unit))
    return [*lines, *(_Line(name, unit=unit) for name, unit in units.items())]


def _whose(row: _Line, labels: Mapping[str, str], href: ItemHref) -> str:
    if row.several:
        return said.SEVERAL.format(number=words.count(len(row.several)))
    if row.item is not None:
        return said.WHOLE_SHEET
    if row.named is not None and row.named.now is None:
        return plain(row.owner)
    return marks.link(labels.get(row.owner, row.owner), href(row.owner, None))


def _said(row: _Line, which: str, *, other: str) -> str:
    """Say what an item was on one side: a criterion's status, else a task's or report's state."""
    if (moved := row.named if row.item is None else row.item) is not None:
        return plain(getattr(moved, which) or said.NO_OWNER)
    if row.several:
        return _of_several(row, which, other)
    cell, owing = row.cell, row.owing
    told = _status(cell, which) if cell is not None else ""
    if owing is None:
        return told
    due, there = getattr(owing, f"{which}_due"), getattr(owing, f"{which}_state")
    parts = [told] if told else [marks.state(there) if there else said.NOT_THERE]
    done = getattr(owing, f"{which}_done")
    if cell is None and not pd.isna(done):
        parts.append(said.DONE.format(day=words.day(done)))
    if not pd.isna(due) and due != getattr(owing, f"{other}_due"):
        parts.append(said.DUE.format(day=words.day(due)))
    return ", ".join(parts)


def _of_several(row: _Line, which: str, other: str) -> str:
    """Say what was changed for several at once: the deadline, and of whom what it made another."""
    at = 0 if which == "then" else 1
    told = [said.DUE.format(day=words.day(row.due[at]))] if row.due else []
    found = Counter(
        _standing(line, which)
        for line in row.several
        if _standing(line, which) != _standing(line, other)
    )
    told += [
        said.OF_SEVERAL.format(what=what, number=words.count(number))
        for what, number in found.most_common()
    ]
    return "; ".join(told)


def _standing(line: _Line, which: str) -> str:
    if line.cell is not None:
        status = getattr(line.cell, f"{which}_status")
        return said.NOT_APPLICABLE if status == Status.NOT_APPLICABLE else marks.status(status)
    state = getattr(line.owing, f"{which}_state")
    return said.NOT_THERE if pd.isna(state) else marks.state(state)


def _status(cell: Any, which: str) -> str:
    status, progress, day = (getattr(cell, f"{which}_{name}") for name in _CELL)
    if status == Status.NOT_APPLICABLE:
        return said.NOT_APPLICABLE
    told = marks.status(status)
    if pd.isna(day):
        return told
    if status != Status.MET:
        told = said.PROGRESS.format(what=told, percent=words.percent(progress))
    return said.DATED.format(what=told, day=words.day(day))


_CELL: Final = ("status", "progress", "date")


def _moved(unit: Any) -> str:
    parts = []
    if unit.then_light != unit.now_light:
        parts.append(f"{marks.light(unit.then_light)} → {marks.light(unit.now_light)}")
    if words.count(_rank(unit.then_rank)) != words.count(_rank(unit.now_rank)):
        then, now = (words.count(_rank(rank)) for rank in (unit.then_rank, unit.now_rank))
        parts.append(said.SEVERAL_RANKS.format(then=then, now=now))
    return ", ".join(parts)


def _rank(rank: Any) -> int | None:
    return None if pd.isna(rank) else int(rank)


def ahead_table(
    memory: Remembered, labels: Mapping[str, str], *, href: ItemHref, place: Place
) -> Table:
    """List the rows that were there before the day they are dated, the newest first."""
    rows = memory.written_ahead.sort_values("date", ascending=False, kind="stable")
    shown = (
        columns.NUMBER,
        owner_links(said.OWNER, labels, href),
        saying(heads.CODE, lambda row: marks.link(row.code, href(row.owner, row.code))),
        saying(heads.DAY, lambda row: words.day(row.date), narrow=True),
        saying(said.SEEN, lambda row: words.day(row.seen), narrow=True),
        saying(said.WHERE, lambda row: place(row.worksheet, int(row.row), None)),
    )
    return screen(rows.head(MOST_SHOWN), shown, title=said.AHEAD_TABLE)


def late_table(late: pd.DataFrame, labels: Mapping[str, str], *, href: ItemHref) -> Table:
    """List what is done on time by its day but was written late, the latest due first."""
    rows = late.sort_values("due", ascending=False, kind="stable")
    shown = (
        columns.NUMBER,
        owner_links(said.OWNER, labels, href),
        replace(columns.KIND, spare=True),
        item_links(columns.CONTENT.head, href),
        columns.DUE,
        replace(columns.DONE, head=heads.DONE),
        saying(
            said.SEEN,
            lambda row: said.TODAY if pd.isna(row.seen) else words.day(row.seen),
            narrow=True,
        ),
    )
    return screen(rows, shown, title=said.LATE_TABLE)


def reports_written_late(shown: Shown, *, owner: str | None = None) -> int:
    """Count the reports on time that were written late, of all shown or of one owner."""
    if shown.memory is None:
        return 0
    owed = (shown.now if owner is None else shown.whole).obligations
    due = owed["due"] < pd.Timestamp(shown.as_of)
    on_time = owed[due & (owed["kind"] == Kind.REPORT) & (owed["state"] == State.DONE_ON_TIME)]
    if owner is not None:
        on_time = on_time[on_time["owner"] == owner]
    pairs = zip(on_time["owner"], on_time["code"], strict=True)
    return sum(pair in shown.memory.seen for pair in pairs)


def among(number: int, text: str) -> str:
    """Add to what is said of an on-time rate how many were written late."""
    if not number:
        return text
    late = said.LATE_AMONG.format(number=words.count(number))
    return f"{text}, {late}" if text else late


def seen(memory: Remembered | None, owner: str, code: str) -> str:
    """Say of an item that it was written late and when it was first seen; nothing where not."""
    if memory is None or (owner, code) not in memory.seen:
        return ""
    day = memory.seen[owner, code]
    return said.SEEN_TODAY if pd.isna(day) else said.SEEN_ON.format(day=words.day(day))


def passed_over(faults: Iterable[tuple[date, str]]) -> str:
    """Name the days whose files are passed over, and why."""
    return said.PASSED_OVER.format(
        days=", ".join(said.FAULT[fault].format(day=words.day(day)) for day, fault in faults)
    )

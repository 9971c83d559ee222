"""What was known when (rules, 9): today's spreadsheet beside its own earlier readings."""

from collections.abc import Callable
from datetime import date
from typing import Any

from tests.oracle.book import Book, Item
from tests.oracle.names import Owner
from tests.oracle.rules import Assessment, Cell, Obligation, assess
from tests.oracle.text import code_key, key

Readings = dict[date, Book]
"""By its day each recorded reading, read with that day as today."""
Names = tuple[str, str]


def memory(
    book: Book, readings: Readings, *, as_of: date, previous: date, iso: Callable[[Any], Any]
) -> dict[str, Any]:
    """Give the part `memory` of the report, without the rows of the sheet."""
    known = {
        day: reading
        for day, reading in sorted(readings.items())
        if day <= book.today and is_one_plan(book, reading)
    }
    upto = [day for day in readings if day <= min(previous, book.today)]
    day = max(upto, default=None)
    return {
        "first": iso(min(known, default=None)),
        "last": iso(max(known, default=None)),
        "rewritten": rewritten(book, known[day], day, iso) if day in known else None,
        "written_late": written_late(book, known, as_of, iso),
        "written_ahead": written_ahead(book, known, as_of, iso),
    }


def is_one_plan(book: Book, other: Book) -> bool:
    """Tell whether two spreadsheets are of one plan."""
    one, two = book.settings, other.settings
    if one.is_start_known and two.is_start_known and one.year != two.year:
        return False
    if one.illustrative != two.illustrative:
        return False
    here, there = ({key(unit.name) for unit in each.units} for each in (book, other))
    return not here or not there or not here.isdisjoint(there)


def rewritten(book: Book, reading: Book, day: date, iso: Callable[[Any], Any]) -> dict[str, Any]:
    """List what the spreadsheet tells otherwise than the reading of a day, both as of it."""
    then, now = assess(reading, day), assess(book, day)
    owners = _there(reading, day) & _there(book, day)
    codes = {code_key(item.code) for item in reading.items}
    codes &= {code_key(item.code) for item in book.items}

    def both(one: dict[Names, Any], other: dict[Names, Any]) -> list[Names]:
        return [names for names in {**one, **other} if names[0] in owners and names[1] in codes]

    cells, cells_now = _cells(then), _cells(now)
    owed, owed_now = _obligations(then), _obligations(now)
    found: dict[str, Any] = {"known": iso(day), "cells": [], "obligations": [], "units": []}
    for names in both(cells, cells_now):
        was, is_ = (_cell_says(each.get(names), iso) for each in (cells, cells_now))
        if was != is_:
            cell = cells_now.get(names) or cells[names]
            unit = _today_called(book, names[0], day)
            found["cells"].append((unit, code_key(cell.item.code), was, is_))
    for names in both(owed, owed_now):
        was, is_ = (_obligation_says(each.get(names), iso) for each in (owed, owed_now))
        if was != is_:
            obligation = owed_now.get(names) or owed[names]
            kind, owner = obligation.item.kind, _today_called(book, names[0], day)
            found["obligations"].append((kind, owner, code_key(obligation.item.code), was, is_))
    lights = {key(line.unit.name): (line.light, line.rank) for line in then.units}
    for line in now.units:
        was = lights.get(key(line.unit.name))
        if was is not None and was != (line.light, line.rank):
            found["units"].append((line.unit.name, was, (line.light, line.rank)))
    return found


def written_late(book: Book, known: Readings, as_of: date, iso: Callable[[Any], Any]) -> list[Any]:
    """List what is on time by its day but was not there on the first recorded day from its due."""
    found = []
    for obligation in assess(book, as_of).obligations:
        due, names = obligation.due, _names(obligation.owner, obligation.item)
        if due is None or due >= as_of:
            continue
        later = [day for day in known if day >= due]
        if not later:
            continue
        first, *others = later
        now = _obligations(assess(book, first)).get(names)
        then = _obligations(assess(known[first], first)).get(names)
        if now is None or now.state != "done_on_time":
            continue
        if then is None or then.state == "done_on_time":
            continue
        seen = None
        for day in others:
            there = _obligations(assess(known[day], day)).get(names)
            if there is not None and there.state == "done_on_time":
                seen = day
                break
        item = obligation.item
        done, owner = iso(obligation.done), obligation.owner.name
        found.append((item.kind, owner, item.code, done, iso(seen)))
    return found


def written_ahead(book: Book, known: Readings, as_of: date, iso: Callable[[Any], Any]) -> list[Any]:
    """List the rows that count and were there on a recorded day before their own."""
    found = []
    for (owner, item), entries in book.entries.items():
        for entry in entries:
            if entry.day > as_of or entry.kind == "completion":
                continue
            row = (*_names(owner, item), entry.day, entry.is_met)
            days = [day for day in known if day < entry.day and row in _rows(known[day])]
            if days:
                found.append((owner.name, item.code, iso(entry.day), iso(min(days))))
    return found


def _rows(book: Book) -> set[Any]:
    return {
        (*_names(owner, item), entry.day, entry.is_met)
        for (owner, item), entries in book.entries.items()
        for entry in entries
        if entry.kind != "completion"
    }


def _names(owner: Owner, item: Item) -> Names:
    return key(owner.name), code_key(item.code)


def _there(book: Book, day: date) -> set[str]:
    return {key(owner.name) for owner in book.owners if owner.is_valid(day)}


def _today_called(book: Book, name: str, day: date) -> str:
    (owner,) = [each for each in book.owners if key(each.name) == name and each.is_valid(day)]
    return owner.name


def _cells(assessment: Assessment) -> dict[Names, Cell]:
    return {_names(cell.unit, cell.item): cell for cell in assessment.cells}


def _obligations(assessment: Assessment) -> dict[Names, Obligation]:
    return {_names(each.owner, each.item): each for each in assessment.obligations}


def _cell_says(cell: Cell | None, iso: Callable[[Any], Any]) -> tuple[Any, ...]:
    if cell is None:
        return "not_applicable", None, None
    standing = cell.standing
    if standing is None:
        return cell.status, None, None
    return cell.status, float(standing.progress), iso(standing.day)


def _obligation_says(obligation: Obligation | None, iso: Callable[[Any], Any]) -> tuple[Any, ...]:
    if obligation is None:
        return None, None, None
    return iso(obligation.due), obligation.state, iso(obligation.done)

"""What the dashboard remembers and what the plain reference does must agree on every edited past."""

import random
from collections import Counter
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from typing import Any

import pytest

from lib.assess import assess
from lib.export.briefing import briefing
from lib.export.machine import briefed
from lib.grid import Grid
from lib.memory.files import Memory
from lib.recall import known_book, past, remembered
from lib.sheet import read
from lib.vietnamese import code_key
from tests import oracle
from tests.oracle.memory import memory
from tests.oracle.mess import seeded

SEEDS = range(40)


@dataclass(frozen=True)
class Year:
    """A sheet as it is today, and as it was read on days before."""

    grids: tuple[Grid, ...]
    readings: dict[date, tuple[Grid, ...]]
    today: date
    as_of: date
    previous: date


def year(seed: int) -> Year:
    """Make a sheet and undo, day by day, some edits that made it what it is."""
    chance = random.Random(seed)
    sheet = seeded(seed)
    as_of, previous = sheet.dates[1]
    assert as_of is not None
    previous = previous or as_of - timedelta(days=chance.choice([1, 7, 31]))
    ends = [as_of, previous, sheet.today]
    days = {chance.choice(ends) + timedelta(days=chance.randint(-40, 9)) for _ in range(6)}
    readings, grids = {}, sheet.grids
    for day in sorted(days, reverse=True):
        for _ in range(chance.choice([0, 0, 1, 2, 4])):
            grids = edited(grids, chance)
        readings[day] = grids
    return Year(sheet.grids, readings, sheet.today, as_of, previous)


def edited(grids: tuple[Grid, ...], chance: random.Random) -> tuple[Grid, ...]:
    """Delete, repeat or move a row, or overwrite a cell with another of its column."""
    filled = [place for place, grid in enumerate(grids) if len(grid.rows) > 2]
    logs = [place for place in filled if grids[place].title.startswith(("Tiến độ", "Thẩm định"))]
    if not filled:
        return grids
    place = chance.choice(logs if logs and chance.random() < 0.7 else filled)
    rows = list(grids[place].rows)
    at, other = chance.randrange(1, len(rows)), chance.randrange(1, len(rows))
    match chance.randrange(4):
        case 0:
            del rows[at]
        case 1:
            rows.insert(at, rows[other])
        case _:
            cells, column = list(rows[at]), chance.randrange(max(1, len(rows[at])))
            if column < min(len(cells), len(rows[other])):
                cells[column] = rows[other][column]
            rows[at] = tuple(cells)
    return (*grids[:place], replace(grids[place], rows=tuple(rows)), *grids[place + 1 :])


def ours(made: Year, folder: Path) -> dict[str, Any]:
    """Record the days, ask the memory, and write the report's part."""
    kept = Memory(folder, identity="workbook")
    for day, grids in made.readings.items():
        kept.record(grids, day, read_at=datetime.combine(day, time(), UTC))
    book = read(made.grids, today=made.today)
    told = briefing(book, as_of=made.as_of, previous=made.previous)
    then = known_book(kept, min(told.previous, made.today))
    known = remembered(
        book, assess(book, as_of=made.as_of), then, past(kept, today=made.today).digests
    )
    return comparable(briefed(replace(told, memory=known))["memory"])


def comparable(part: dict[str, Any]) -> dict[str, Any]:
    """Arrange the part for comparison: order, and the sheet's rows, are tested elsewhere."""
    told = part["rewritten"]

    def sides(each: dict[str, Any], *names: str) -> tuple[Any, ...]:
        then, now = (tuple(each[side].values()) for side in ("then", "now"))
        codes = {name: code_key(each[name]) if name == "code" else each[name] for name in names}
        return (*codes.values(), then, now)

    return {
        "first": part["first"],
        "last": part["last"],
        "rewritten": told
        and {
            "known": told["known"],
            "cells": Counter(sides(each, "unit", "code") for each in told["cells"]),
            "obligations": Counter(
                sides(each, "kind", "owner", "code") for each in told["obligations"]
            ),
            "units": Counter(sides(each, "unit") for each in told["units"]),
        },
        "written_late": Counter(tuple(each.values()) for each in part["written_late"]),
        "written_ahead": Counter(tuple(each.values()) for each in part["written_ahead"]),
    }


def theirs(made: Year) -> dict[str, Any]:
    readings = {day: oracle.read(grids, day) for day, grids in made.readings.items()}
    book = oracle.read(made.grids, made.today)
    part = memory(
        book,
        readings,
        as_of=made.as_of,
        previous=made.previous,
        iso=lambda day: day and day.isoformat(),
    )
    lists = ("cells", "obligations", "units")
    if told := part["rewritten"]:
        part["rewritten"] = told | {name: Counter(told[name]) for name in lists}
    return part | {name: Counter(part[name]) for name in ("written_late", "written_ahead")}


@pytest.mark.parametrize("seed", SEEDS)
def test_memory_equals_the_oracles(seed: int, tmp_path: Path) -> None:
    made = year(seed)
    assert ours(made, tmp_path) == theirs(made)


def test_the_edited_pasts_have_something_of_everything() -> None:
    found = [theirs(year(seed)) for seed in SEEDS]
    rewritten = [each["rewritten"] for each in found if each["rewritten"]]
    assert len(rewritten) > 10
    for name in ("cells", "obligations", "units"):
        assert any(each[name] for each in rewritten)
    for name in ("written_late", "written_ahead"):
        assert any(each[name] for each in found)
    assert any(each["rewritten"] is None for each in found)

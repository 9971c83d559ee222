"""Ranks on the wall: each cohort as bars, and as a slope from the last meeting to this one."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

import pandas as pd

from lib import words
from lib.assess import Assessment
from lib.sheet import Book
from lib.view import palette
from lib.view.tables import records
from lib.view.wall import (
    HEIGHT,
    WIDTH,
    Drawing,
    Line,
    Rect,
    Words,
    cut,
    size_for,
    together,
    whole_in,
)
from lib.words import columns as heads
from lib.words import meeting

MOST_ROWS: Final = 24
"""So many rows can be read from the back of a room."""

_HIGHEST: Final = 70.0
_HEAD: Final = 36.0
_BARS: Final = (470.0, 1180.0)
_MET, _PROGRESS, _MOVED = 1300.0, 1450.0, 1570.0


def bars(cohorts: Mapping[str, pd.DataFrame]) -> Drawing:
    """Draw a bar a unit: points met in the colour of its light, progress paler behind it.

    Units have `rank_change` and `needed_share` (`ranking.needed`). Where there are several cohorts each is named above its own.
    """
    named = len(cohorts) > 1
    rows = sum(len(units) + named for units in cohorts.values())
    pitch = (HEIGHT - _HEAD) / max(rows, 1)
    size, y = size_for(pitch), _HEAD
    drawn = [_bar_heads()]
    for group, units in cohorts.items():
        if named:
            drawn.append(Drawing(words=(Words(0, y + pitch / 2, group, size, bold=True),)))
            y += pitch
        for unit in records(units):
            drawn.append(_bar(unit, y, pitch, size))
            y += pitch
    return together(drawn)


def _bar_heads() -> Drawing:
    size, y = 20.0, _HEAD / 2
    told = (
        Words(0, y, heads.RANK, size),
        Words(100, y, heads.UNIT, size),
        Words(_BARS[0], y, meeting.BARS, size),
        Words(_MET, y, heads.MET_ALONE, size, "right"),
        Words(_PROGRESS, y, heads.PROGRESS, size, "right"),
        Words(_MOVED, y, heads.MOVEMENT, size, "right"),
    )
    return Drawing(words=told)


def _bar(unit: Any, y: float, pitch: float, size: float) -> Drawing:
    mark, middle = words.LIGHT[unit.light], y + pitch / 2
    left, right = _BARS
    one = (right - left) / 100
    met = 100 * unit.met_points / unit.max_points if unit.max_points else 0.0
    progress = 0.0 if pd.isna(unit.progress) else float(unit.progress)
    name = cut(unit.label, size=size, width=left - 110)
    edges = [Line(x, y, x, y + pitch, "grey", 1, 0.5) for x in _BARS]
    if unit.needed_share > 0:
        mark_at = left + one * unit.needed_share
        edges.append(Line(mark_at, y + 0.06 * pitch, mark_at, y + 0.94 * pitch, palette.TEXT, 4))
    return Drawing(
        rects=(
            Rect(left, y + 0.12 * pitch, one * progress, 0.76 * pitch, mark.tone, 0.3),
            Rect(left, y + 0.27 * pitch, one * met, 0.46 * pitch, mark.tone),
        ),
        lines=tuple(edges),
        words=(
            Words(40, middle, words.count(unit.rank), size, "right"),
            Words(70, middle, mark.shape, size, "center", mark.tone),
            Words(100, middle, name, size),
            Words(_MET, middle, words.share(unit.met, unit.total), size, "right", bold=True),
            Words(_PROGRESS, middle, words.percent(unit.progress), size, "right"),
            Words(_MOVED, middle, words.movement(unit.rank_change), size, "right"),
        ),
    )


@dataclass(frozen=True, slots=True)
class Place:
    """Where a unit stood at one meeting; `line` is the number of its line, `rank` may be missing."""

    label: str
    rank: int | None
    line: int


@dataclass(frozen=True, slots=True)
class Slope:
    """One cohort at two meetings: places then and now, and what leads from which to which.

    Each of `ways` names a place then, one now, and by how many places the unit moved up; None is a
    unit merged into another.
    """

    group: str
    then: tuple[Place, ...]
    now: tuple[Place, ...]
    ways: tuple[tuple[int, int, int | None], ...]

    @property
    def lines(self) -> int:
        return max(len(self.then), len(self.now))


def slopes(
    cohorts: Mapping[str, pd.DataFrame], before: Assessment, book: Book, changes: pd.Series
) -> tuple[Slope, ...]:
    """Tell how each cohort came from the earlier meeting; `changes` are in ranks, by unit.

    A unit merged into one of another cohort stands below those of its successor's.
    """
    told = []
    for group, units in cohorts.items():
        now = records(units)
        numbers = {unit.bearer: line for line, unit in enumerate(now)}
        heirs = {
            unit.bearer: _heir(unit.bearer, numbers, book.owners["successor"])
            for unit in records(before.units)
        }
        earlier = [
            unit
            for unit in records(before.units)
            if unit.group == group or heirs[unit.bearer] is not None
        ]
        earlier.sort(key=lambda unit: unit.group != group)
        ways = [
            (line, numbers[heir], _moved(unit, heir, changes))
            for line, unit in enumerate(earlier)
            if (heir := heirs[unit.bearer]) is not None
        ]
        told.append(Slope(group, _places(earlier, group), _places(now, group), tuple(ways)))
    return tuple(told)


def _heir(bearer: int, there: Mapping[int, int], successors: pd.Series) -> int | None:
    """Follow a unit to the one it now is in, where that is there."""
    met: set[int] = set()
    while bearer not in there and bearer not in met:
        met.add(bearer)
        bearer = int(successors.loc[bearer])
        if bearer < 0:
            return None
    return bearer if bearer in there else None


def _moved(unit: Any, heir: int, changes: pd.Series) -> int | None:
    if unit.bearer != heir:
        return None
    moved = changes.get(unit.unit)
    return 0 if moved is None or pd.isna(moved) else int(moved)


def _places(units: Iterable[Any], group: str) -> tuple[Place, ...]:
    return tuple(
        Place(
            unit.label,
            None if unit.group != group or pd.isna(unit.rank) else int(unit.rank),
            line,
        )
        for line, unit in enumerate(units)
    )


def movers(slope: Slope, most: int) -> Slope:
    """Keep the units that were merged or moved most, so that there are at most so many."""
    if slope.lines <= most:
        return slope
    weight = sorted(slope.ways, key=lambda way: -(10**6 if way[2] is None else abs(way[2])))
    kept = sorted(weight[:most])
    then = sorted({way[0] for way in kept})
    now = sorted({way[1] for way in kept})
    return Slope(
        slope.group,
        tuple(_on_line(slope.then[old], line) for line, old in enumerate(then)),
        tuple(_on_line(slope.now[old], line) for line, old in enumerate(now)),
        tuple((then.index(a), now.index(b), moved) for a, b, moved in kept),
    )


def _on_line(place: Place, line: int) -> Place:
    return Place(place.label, place.rank, line)


def slope_drawing(told: Sequence[Slope], then: str, now: str) -> Drawing:
    """Draw cohorts in one column, or in two where there are several; only who moved is coloured."""
    columns = _in_columns(told)
    width = WIDTH / len(columns)
    drawn = []
    for number, column in enumerate(columns):
        pitch = min(HEIGHT / (sum(slope.lines + 2 for slope in column) - 1), _HIGHEST)
        y = 0.0
        for slope in column:
            drawn.append(_slope(slope, number * width, y, width, pitch, (then, now)))
            y += (slope.lines + 2) * pitch
    return together(drawn)


def _in_columns(told: Sequence[Slope]) -> list[Sequence[Slope]]:
    """Split the cohorts, in their order, so that the longer column is as short as can be."""
    if len(told) < 2:
        return [told]

    def longest(at: int) -> int:
        return max(sum(slope.lines + 2 for slope in part) for part in (told[:at], told[at:]))

    at = min(range(1, len(told)), key=longest)
    return [told[:at], told[at:]]


def _slope(
    slope: Slope, x: float, y: float, width: float, pitch: float, days: tuple[str, str]
) -> Drawing:
    size = size_for(pitch)
    heading = whole_in(slope.group, size=size, width=0.38 * width - 4 * size)
    left, right = x + 0.38 * width, x + 0.65 * width
    top = y + pitch
    moves = {now: moved for _, now, moved in slope.ways}
    merged = {then for then, _, moved in slope.ways if moved is None}
    led = {then for then, _, _ in slope.ways}

    def at(line: int) -> float:
        return top + (line + 0.5) * pitch

    said = [
        Words(x, y + pitch / 2, slope.group, heading, bold=True),
        Words(left, y + pitch / 2, days[0], size, "right"),
        Words(right, y + pitch / 2, days[1], size),
    ]
    for place in slope.then:
        gone = place.line in merged or place.line not in led
        name = f"◆ {place.label}" if gone else place.label
        text = f"{cut(name, size=size, width=left - x - 50)}  {words.count(place.rank)}"
        tone = "blue" if gone else palette.TEXT
        said.append(Words(left - 12, at(place.line), text, size, "right", tone))
    for place in slope.now:
        moved = moves.get(place.line)
        came = f"  {words.movement(moved)}" if moved else ""
        name = cut(place.label, size=size, width=x + width - right - 110)
        text = f"{words.count(place.rank)}  {name}{came}"
        tone = _tone(moved, new=place.line not in moves)
        said.append(Words(right + 12, at(place.line), text, size, tone=tone))
    ways = sorted(slope.ways, key=lambda way: way[2] == 0, reverse=True)
    lines = tuple(
        Line(
            left,
            at(then),
            right,
            at(now),
            "grey" if moved == 0 else _tone(moved, new=False),
            2 if moved == 0 else 4,
            0.6 if moved == 0 else 1,
        )
        for then, now, moved in ways
    )
    return Drawing(lines=lines, words=tuple(said))


def _tone(moved: int | None, *, new: bool) -> str:
    """Return the colour of a unit now: up, down, merged or new, or as it was."""
    if new or moved is None:
        return "blue"
    if moved == 0:
        return palette.TEXT
    return "green" if moved > 0 else "red"

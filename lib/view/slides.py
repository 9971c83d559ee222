"""The meeting's slides in the order leaders ask; a long list goes on over as many as it needs."""

import math
import re
from collections.abc import Hashable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Final

import pandas as pd

from lib import words
from lib.assess import Light, State
from lib.view import changed, columns, directions, overview, ranking
from lib.view.narrowing import Shown
from lib.view.overview import Href
from lib.view.owed import in_state
from lib.view.tables import Figure, Table
from lib.words import columns as heads
from lib.words import meeting, pages

LINES: Final = 16
"""Lines of text that fit on a slide below its title and head; a row takes `_AIR` more."""
ROWS_SIDE_BY_SIDE: Final = 11
MOST_NAMES: Final = 5
_AIR: Final = 0.45
_DIRECTIVES: Final = re.compile(r":[a-z]+\[|\]\([^)]*\)|[\]\[*\\\u2060]")


@dataclass(frozen=True, slots=True)
class Slide:
    """One slide; `key` names it, so that a viewer keeps the place when the numbers change.

    `tables` stand side by side; `text` is plain and said when there is nothing to list.
    """

    key: str
    title: str
    figures: tuple[tuple[Figure, ...], ...] = ()
    tables: tuple[Table, ...] = ()
    text: str | None = None


def deck(shown: Shown, *, href: Href) -> tuple[Slide, ...]:
    """Make all slides of what a reader sees.

    Where only what one agency follows is counted, the slides that do so name it.
    """
    return (
        _state(shown),
        *_red(shown, href),
        *_changed(shown, href),
        *_ranked(shown, href),
        *_by_agency(shown, href),
        *_directions(shown, href),
    )


def place(slides: tuple[Slide, ...], key: str | None) -> int:
    """Return where a slide is; in place of one that is gone the last of its subject, else 0."""
    keys = [slide.key for slide in slides]
    if key in keys:
        return keys.index(key)
    subject = (key or "").rpartition("-")[0]
    same = [number for number, slide in enumerate(keys) if slide.rpartition("-")[0] == subject]
    return same[-1] if same else 0


def _state(shown: Shown) -> Slide:
    totals = overview.summary(shown.now), overview.summary(shown.before)
    red, total = totals[0].lights[Light.RED], len(shown.now.units)
    title = meeting.STATE_TITLE if red else meeting.STATE_TITLE_NO_RED
    return Slide(
        "tinh-hinh-1",
        title.format(red=words.count(red), total=words.count(total)),
        figures=(
            overview.light_figures(*totals),
            tuple(
                replace(figure, label=_of(shown, figure.label))
                for figure in overview.figures(*totals, shown.changes)
            ),
        ),
    )


def _of(shown: Shown, text: str) -> str:
    agency = shown.filters.agency
    return text if agency is None else f"{text} – {agency}"


def _red(shown: Shown, href: Href) -> Iterator[Slide]:
    units = shown.now.units
    red = overview.red_first(units, shown.whole, shown.changes.red_since, href=href)
    title = overview.red_heading(len(red), len(units))
    yield from _slides("do", title, red, {heads.WHY: 72}, pages.NO_RED)


def _changed(shown: Shown, href: Href) -> Iterator[Slide]:
    agency = shown.filters.agency
    told = changed.changes(
        shown.now,
        shown.changes,
        shown.now.labels,
        href=href,
        moves=agency is None,
        merged=shown.merged,
        most=MOST_NAMES,
    )
    title = changed.heading(len(told), shown.previous, agency)
    nothing = meeting.NOTHING_CHANGED if agency is None else meeting.NOTHING_CHANGED_HERE
    yield from _slides("thay-doi", title, told, {heads.DETAIL: 74}, nothing)


def _ranked(shown: Shown, href: Href) -> Iterator[Slide]:
    """Show each cohort in two columns a slide."""
    met = replace(columns.MET, head=heads.MET_ALONE)
    listed = (columns.RANK, columns.unit_links(href), columns.LIGHT, met, columns.MOVEMENT)
    ranked = ranking.with_moves(shown.now.units, shown.changes.rank_change)
    cohorts = ranking.cohorts(ranked, shown.book.groups)
    for number, (group, units) in enumerate(cohorts.items(), 1):
        chunks = _split(units, 2 * ROWS_SIDE_BY_SIDE)
        for part, members in enumerate(chunks):
            size = math.ceil(len(members) / 2) if len(members) > ROWS_SIDE_BY_SIDE else len(members)
            yield Slide(
                f"hang-{number}-{part + 1}",
                _numbered(ranking.finding(group, units), part, len(chunks)),
                tables=tuple(
                    columns.screen(
                        half, listed, title=meeting.RANKING_TABLE.format(group=group, part=at)
                    )
                    for at, half in enumerate(_split(members, size), start=2 * part + 1)
                ),
            )


def _split(units: pd.DataFrame, size: int) -> list[pd.DataFrame]:
    return [units.iloc[first : first + size] for first in range(0, len(units), size)]


def _by_agency(shown: Shown, href: Href) -> Iterator[Slide]:
    listed = directions.overdue_by_agency(shown.now, shown.book, href=href)
    number = len(in_state(shown.now.obligations, State.OVERDUE))
    title = meeting.AGENCIES_TITLE.format(number=words.count(number))
    title = _of(shown, title if number else meeting.NO_AGENCIES)
    widths = {heads.AGENCY_ALONE: 20, meeting.LONGEST: 56}
    yield from _slides("co-quan", title, listed, widths, meeting.NO_AGENCIES_MORE)


def _directions(shown: Shown, href: Href) -> Iterator[Slide]:
    proposed = directions.directions(shown.now, shown.book, href=href)
    until, why = directions.next_deadline(shown.book, shown.as_of)
    title = meeting.DIRECTIONS_TITLE.format(day=words.day(until), why=why)
    title = _of(shown, title if len(proposed) else meeting.NO_DIRECTIONS)
    whole = shown.filters.agency is None
    calm = meeting.NO_DIRECTIONS_MORE if whole else meeting.NO_DIRECTIONS_HERE
    yield from _slides("chi-dao", title, proposed, {heads.OWNER: 20, meeting.WHAT: 58}, calm)


def _slides(
    subject: str, title: str, whole: Table, widths: dict[str, int], nothing: str
) -> Iterator[Slide]:
    """Split a table over slides; `widths` are the characters a wrapping column holds in a line."""
    if not len(whole):
        yield Slide(f"{subject}-1", title, text=nothing)
        return
    chunks = _chunks(whole.frame, widths)
    for part, rows in enumerate(chunks):
        name = whole.title if len(chunks) == 1 else _numbered(whole.title, part, len(chunks))
        shown = replace(whole, frame=whole.frame.iloc[rows.start : rows.stop], title=name)
        yield Slide(f"{subject}-{part + 1}", _numbered(title, part, len(chunks)), tables=(shown,))


def _chunks(frame: pd.DataFrame, widths: dict[str, int]) -> list[range]:
    """Split rows over as few slides as hold them, each about as full as the others."""
    heights = [_AIR + max(_lines(row, widths), 1) for row in frame.to_dict("records")]
    fewest = _filled(heights, LINES)
    even = sum(heights) / len(fewest)
    while even < LINES:
        if len(chunks := _filled(heights, even)) == len(fewest):
            return chunks
        even += _AIR
    return fewest


def _filled(heights: list[float], room: float) -> list[range]:
    chunks, start, filled = [], 0, 0.0
    for row, height in enumerate(heights):
        if row > start and filled + height > room:
            chunks.append(range(start, row))
            start, filled = row, 0.0
        filled += height
    return [*chunks, range(start, len(heights))]


def _lines(row: Mapping[Hashable, str], widths: dict[str, int]) -> int:
    return max(
        math.ceil(len(_DIRECTIVES.sub("", row[head])) / width) for head, width in widths.items()
    )


def _numbered(title: str, part: int, parts: int) -> str:
    if parts == 1:
        return title
    return f"{title} ({part + 1}/{parts})"

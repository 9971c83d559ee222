"""The meeting's slides in the order leaders ask; a long list goes on over as many as it needs."""

import math
import re
from collections.abc import Hashable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Final

import pandas as pd

from lib import words
from lib.assess import Assessment, Changes, State
from lib.sheet import Book
from lib.view import changed, columns, directions, overview, ranking
from lib.view.overview import Href
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


def deck(
    now: Assessment,
    before: Assessment,
    changes: Changes,
    book: Book,
    *,
    whole: Assessment,
    href: Href,
    agency: str | None = None,
    merged: tuple[int, str] | None = None,
) -> tuple[Slide, ...]:
    """Make all slides of two assessments, narrowed or whole; `before` is of the earlier date.

    `whole` is `now` of all units and agencies, which explains the lights. Where only what one
    `agency` follows is counted, the slides that do so name it. `merged` is told among the changes.
    """
    told = changed.changes(
        now,
        changes,
        now.labels,
        href=href,
        moves=agency is None,
        merged=merged,
        most=MOST_NAMES,
    )
    return (
        _state(now, before, changes, agency),
        *_red(now, whole, changes.red_since, href),
        *_changed(told, before.as_of, agency),
        *_ranked(now, changes, book, href),
        *_by_agency(now, book, href, agency),
        *_directions(now, book, href, agency),
    )


def place(slides: tuple[Slide, ...], key: str | None) -> int:
    """Return where a slide is; in place of one that is gone the last of its subject, else 0."""
    keys = [slide.key for slide in slides]
    if key in keys:
        return keys.index(key)
    subject = (key or "").rpartition("-")[0]
    same = [number for number, slide in enumerate(keys) if slide.rpartition("-")[0] == subject]
    return same[-1] if same else 0


def _state(now: Assessment, before: Assessment, changes: Changes, agency: str | None) -> Slide:
    totals = overview.summary(now), overview.summary(before)
    red, total = totals[0].lights["red"], len(now.units)
    title = meeting.STATE_TITLE if red else meeting.STATE_TITLE_NO_RED
    return Slide(
        "tinh-hinh-1",
        title.format(red=words.count(red), total=words.count(total)),
        figures=(
            overview.light_figures(*totals),
            tuple(
                replace(figure, label=_of(agency, figure.label))
                for figure in overview.figures(*totals, changes)
            ),
        ),
    )


def _of(agency: str | None, text: str) -> str:
    return text if agency is None else pages.OF_AGENCY.format(text=text, agency=agency)


def _red(now: Assessment, whole: Assessment, since: pd.Series, href: Href) -> Iterator[Slide]:
    red = overview.red_first(now.units, whole, since, href=href)
    title = overview.red_heading(len(red), len(now.units))
    yield from _slides("do", title, red, {heads.WHY: 72}, pages.NO_RED)


def _changed(told: Table, previous: date, agency: str | None) -> Iterator[Slide]:
    title = changed.heading(len(told), previous, agency)
    nothing = meeting.NOTHING_CHANGED if agency is None else meeting.NOTHING_CHANGED_HERE
    yield from _slides("thay-doi", title, told, {heads.DETAIL: 74}, nothing)


def _ranked(now: Assessment, changes: Changes, book: Book, href: Href) -> Iterator[Slide]:
    """Show each cohort in two columns a slide."""
    moved = changes.rank_change
    for number, (group, units) in enumerate(ranking.cohorts(now.units, book.groups).items(), 1):
        size = 2 * ROWS_SIDE_BY_SIDE
        parts = math.ceil(len(units) / size)
        title = ranking.finding(group, units)
        for part in range(parts):
            shown = units.iloc[part * size : (part + 1) * size]
            half = math.ceil(len(shown) / 2) if len(shown) > ROWS_SIDE_BY_SIDE else len(shown)
            halves = [half_ for half_ in (shown.iloc[:half], shown.iloc[half:]) if len(half_)]
            yield Slide(
                f"hang-{number}-{part + 1}",
                _numbered(title, part, parts),
                tables=tuple(
                    _places(half_, moved, meeting.RANKING_TABLE.format(group=group, part=at), href)
                    for at, half_ in enumerate(halves, start=2 * part + 1)
                ),
            )


def _places(units: pd.DataFrame, moved: pd.Series, title: str, href: Href) -> Table:
    met = replace(columns.MET, head=heads.MET_ALONE)
    shown = (columns.RANK, columns.unit_links(href), columns.LIGHT, met, columns.MOVEMENT)
    return columns.screen(ranking.with_moves(units, moved), shown, title=title)


def _by_agency(now: Assessment, book: Book, href: Href, agency: str | None) -> Iterator[Slide]:
    listed = directions.overdue_by_agency(now, book, href=href)
    number = int((now.obligations["state"] == State.OVERDUE).sum())
    title = meeting.AGENCIES_TITLE.format(number=words.count(number))
    yield from _slides(
        "co-quan",
        _of(agency, title if number else meeting.NO_AGENCIES),
        listed,
        {heads.AGENCY_ALONE: 20, meeting.LONGEST: 56},
        meeting.NO_AGENCIES_MORE,
    )


def _directions(now: Assessment, book: Book, href: Href, agency: str | None) -> Iterator[Slide]:
    proposed = directions.directions(now, book, href=href)
    until, why = directions.next_deadline(book, now.as_of)
    title = (
        meeting.DIRECTIONS_TITLE.format(day=words.day(until), why=why)
        if len(proposed)
        else meeting.NO_DIRECTIONS
    )
    widths = {heads.OWNER: 20, meeting.WHAT: 58}
    calm = meeting.NO_DIRECTIONS_MORE if agency is None else meeting.NO_DIRECTIONS_HERE
    yield from _slides("chi-dao", _of(agency, title), proposed, widths, calm)


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
    return meeting.PART.format(title=title, part=part + 1, parts=parts)

"""The meeting's slides in the order leaders ask; a long list goes on over as many as it needs."""

import math
import re
from collections.abc import Hashable, Iterator, Mapping
from dataclasses import replace
from typing import Final

import pandas as pd

from lib import words
from lib.assess import Light, State
from lib.view import (
    actions,
    changed,
    coming,
    decisions,
    directions,
    lasting,
    obstacles,
    overview,
    slides_drawn,
)
from lib.view.memory import reports_written_late
from lib.view.narrowing import Shown
from lib.view.overview import Href
from lib.view.owed import in_state
from lib.view.slide import Slide, numbered
from lib.view.tables import Table
from lib.words import columns as heads
from lib.words import coming as said_coming
from lib.words import decisions as decided
from lib.words import detail, meeting, pages
from lib.words import obstacles as said_obstacles

LINES: Final = 16
"""Lines of text that fit on a slide below its title and head; a row takes `_AIR` more."""
MOST_SLIDES: Final = 12
"""A list goes on over at most so many slides, which count what it has more."""
MOST_NAMES: Final = 5
DIRECTIONS: Final = "chi-dao"
"""The subject of the slides below which a link leads to what the meeting concludes."""
LINK_LINES: Final = 1.3
DECISION_LETTERS: Final = 90
SHORT_TITLE: Final = 48
_TITLE_LETTERS: Final = 62
"""A line of a title; each further one takes the room of `_TITLE_LINE` lines of text."""
_TITLE_LINE: Final = 1.7
_NOTE_LETTERS: Final = 96
_AIR: Final = 0.45
_DIRECTIVES: Final = re.compile(r":[a-z]+\[|\]\([^)]*\)|[\]\[*\\\u2060]")


def deck(shown: Shown, *, href: Href) -> tuple[Slide, ...]:
    """Make all slides of what a reader sees.

    Where only what one agency follows is counted, the slides that do so name it.
    """
    told = (
        _state(shown),
        *_decided(shown, href),
        *_red(shown, href),
        *_obstacles(shown, href),
        *_changed(shown, href),
        *slides_drawn.moved(shown, href),
        *slides_drawn.ranked(shown, href),
        *slides_drawn.matrix(shown),
        *slides_drawn.weakest(shown, href),
        *_by_agency(shown, href),
        *_coming(shown),
        *_directions(shown, href),
    )
    chosen = replace(shown.filters, agency=None).whose
    if chosen is None:
        return told
    return tuple(
        replace(slide, title=meeting.OF_CHOSEN.format(chosen=chosen, title=slide.title))
        for slide in told
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
                for figure in overview.figures(
                    *totals, shown.changes, written_late=reports_written_late(shown)
                )
            ),
        ),
    )


def _of(shown: Shown, text: str) -> str:
    agency = shown.filters.agency
    return text if agency is None else f"{text} – {agency}"


def _decided(shown: Shown, href: Href) -> Iterator[Slide]:
    if not decisions.any_given(shown.whole):
        return
    told = decisions.decisions(shown.now, previous=shown.previous, moved=shown.moved)
    listed = decisions.table(
        told, shown.now.labels, as_of=shown.as_of, href=href, letters=DECISION_LETTERS
    )
    title = _of(shown, decisions.finding(told, previous=shown.previous))
    widths = {decided.WHAT: 36, decided.WHO: 16, decided.OUTCOME: 40}
    yield from _slides("viec-giao", title, listed, widths, meeting.NOTHING_GIVEN)


def _red(shown: Shown, href: Href) -> Iterator[Slide]:
    units = shown.now.units
    red = overview.red_first(units, shown.whole, lasting.since_when(shown), href=href)
    title = overview.red_heading(len(red), len(units))
    yield from _slides("do", title, red, {pages.RED_SINCE: 14, heads.WHY: 66}, pages.NO_RED)


def _obstacles(shown: Shown, href: Href) -> Iterator[Slide]:
    told = obstacles.standing(shown)
    own_alone = obstacles.of_own_alone(shown)
    if told.empty and own_alone:
        return
    title = _of(shown, obstacles.finding(shown, told))
    listed = obstacles.table(shown, told, href=href, letters=SHORT_TITLE)
    widths = {detail.OBSTACLE_OF: 16, detail.ABOUT: 24, detail.OBSTACLE: 42}
    yield from _slides("kho-khan", title, listed, widths, said_obstacles.NONE_MORE)


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


def _by_agency(shown: Shown, href: Href) -> Iterator[Slide]:
    listed = directions.overdue_by_agency(shown.now, shown.book, href=href)
    number = len(in_state(shown.now.obligations, State.OVERDUE))
    title = meeting.AGENCIES_TITLE.format(number=words.count(number))
    title = _of(shown, title if number else meeting.NO_AGENCIES)
    widths = {heads.AGENCY_ALONE: 20, meeting.LONGEST: 56}
    yield from _slides("co-quan", title, listed, widths, meeting.NO_AGENCIES_MORE)


def _coming(shown: Shown) -> Iterator[Slide]:
    falling = coming.falling_due(shown)
    listed = coming.table(shown, falling, letters=SHORT_TITLE)
    title = _of(shown, coming.finding(shown, falling))
    widths = {said_coming.ITEM: 36, said_coming.HARDLY: 40}
    more = coming.note(shown)
    nothing = said_coming.NOTHING_MORE
    yield from _slides("sap-toi", title, listed, widths, nothing, more=more)


def _directions(shown: Shown, href: Href) -> Iterator[Slide]:
    proposed = actions.table(shown.now, href=href)
    until, why = directions.next_deadline(shown.book, shown.as_of)
    title = meeting.DIRECTIONS_TITLE.format(day=words.day(until), why=why)
    title = _of(shown, title if len(proposed) else meeting.NO_DIRECTIONS)
    whole = shown.filters.agency is None
    calm = meeting.NO_DIRECTIONS_MORE if whole else meeting.NO_DIRECTIONS_HERE
    widths = {meeting.WHAT: 30, meeting.CHASED_BY: 12, meeting.WHOM: 46}
    yield from _slides(DIRECTIONS, title, proposed, widths, calm, below=LINK_LINES)


def _slides(
    subject: str,
    title: str,
    whole: Table,
    widths: dict[str, int],
    nothing: str,
    *,
    more: str | None = None,
    below: float = 0,
) -> Iterator[Slide]:
    """Split a table over slides; `widths` are the characters a wrapping column holds in a line.

    `more` stands below the table of each, which leaves so many lines free `below`.
    """
    if not len(whole):
        yield Slide(f"{subject}-1", title, text=nothing)
        return
    room = LINES - _TITLE_LINE * (math.ceil(len(title) / _TITLE_LETTERS) - 1)
    room -= below
    room -= math.ceil(len(more) / _NOTE_LETTERS) + _AIR if more else 0
    chunks = _chunks(whole.frame, widths, room)
    if len(chunks) > MOST_SLIDES:
        chunks = _chunks(whole.frame, widths, room - 1 - _AIR)[:MOST_SLIDES]
        beyond = meeting.BEYOND.format(number=words.count(len(whole) - chunks[-1].stop))
        more = " ".join(filter(None, (beyond, more)))
    for part, rows in enumerate(chunks):
        name = whole.title if len(chunks) == 1 else numbered(whole.title, part, len(chunks))
        shown = replace(whole, frame=whole.frame.iloc[rows.start : rows.stop], title=name)
        titled = numbered(title, part, len(chunks))
        yield Slide(f"{subject}-{part + 1}", titled, tables=(shown,), text=more)


def _chunks(frame: pd.DataFrame, widths: dict[str, int], room: float) -> list[range]:
    """Split rows over as few slides as hold them, each about as full as the others."""
    heights = [_AIR + max(_lines(row, widths), 1) for row in frame.to_dict("records")]
    fewest = _filled(heights, room)
    even = sum(heights) / len(fewest)
    while even < room:
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

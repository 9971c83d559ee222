"""The body's sections on meetings: what was decided, what stands in the way, what comes."""

from typing import Any, Final

from lib import words
from lib.export.briefing import Briefing
from lib.export.document_head import long_day
from lib.export.narrative import Points, Section
from lib.export.narrative_work import WHOLE_TITLE, printed
from lib.export.text import as_written, one_line
from lib.view import coming, decisions, obstacles
from lib.view.tables import records
from lib.words import coming as said_coming
from lib.words import decisions as said_decisions
from lib.words import obstacles as said

MOST_OBSTACLES: Final = 20


def decided(briefing: Briefing) -> tuple[Section, ...]:
    """Tell what became of what was decided; nothing where the sheet says of no task when."""
    if not decisions.any_given(briefing.whole):
        return ()
    told = decisions.decisions(briefing.now, previous=briefing.previous, moved=briefing.moved)
    found = f"{decisions.finding(told, previous=briefing.previous)}."
    if not told:
        return (Section(said_decisions.SECTION, (found,)),)
    table = decisions.table(
        told,
        briefing.labels,
        as_of=briefing.as_of,
        href=lambda label: "",
        letters=WHOLE_TITLE,
    )
    return (Section(said_decisions.SECTION, (found, printed(table, (10, 54, 32, 25, 42)))),)


def in_the_way(briefing: Briefing) -> Section:
    """Tell what owners say is in the way, what is new first."""
    told = obstacles.standing(briefing)
    own = (said.OWN_ALONE,) if obstacles.of_own_alone(briefing) else ()
    found = f"{obstacles.finding(briefing, told)}."
    points = [_obstacle(row, briefing) for row in records(told.head(MOST_OBSTACLES))]
    if len(told) > MOST_OBSTACLES:
        points.append(said.MORE.format(number=words.count(len(told) - MOST_OBSTACLES)))
    listed = (Points(tuple(points)),) if points else ()
    return Section(said.SECTION, (*own, found, *listed))


def _obstacle(row: Any, briefing: Briefing) -> str:
    known = isinstance(row.code, str)
    title = briefing.titles[row.code] if known else ""
    return said.POINT.format(
        owner=briefing.labels[row.owner],
        about=said.ABOUT.format(code=row.code, title=title) if known else "",
        day=words.day(row.date),
        new=said.NEWLY if row.new else "",
        text=one_line(row.text),
    )


def coming_up(briefing: Briefing) -> Section:
    """Tell what falls due until the next meeting, and who will hardly make it."""
    falling = coming.falling_due(briefing)
    until = coming.next_meeting(briefing.previous, briefing.as_of)
    sentence = said_coming.SENTENCE.format(day=long_day(until), what=coming.counted(falling))
    if falling.empty:
        return Section(said_coming.SECTION, (sentence,))
    table = coming.table(briefing, falling, letters=WHOLE_TITLE)
    listed = printed(table, (10, 24, 60, 17, 52))
    return Section(said_coming.SECTION, (sentence, as_written(coming.note(briefing)), listed))

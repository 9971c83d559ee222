"""The body's sections on meetings: what was decided, what stands in the way, what comes."""

from dataclasses import replace
from datetime import date
from typing import Any, Final

import pandas as pd

from lib import words
from lib.export.briefing import Briefing
from lib.export.document_head import long_day
from lib.export.narrative import Points, Section
from lib.export.narrative_work import WHOLE_TITLE, overdue_tasks, printed
from lib.export.text import as_written, one_line
from lib.view import coming, decisions, directions, obstacles
from lib.view.marks import plain
from lib.view.naming import capital
from lib.view.tables import records
from lib.words import coming as said_coming
from lib.words import decisions as said_decisions
from lib.words import documents as said_documents
from lib.words import obstacles as said

MOST_OBSTACLES: Final = 20
MOST_COMING: Final = 12


def decided(briefing: Briefing) -> tuple[Section, ...]:
    """Tell what became of what was decided; nothing where the sheet says of no task when."""
    if not decisions.any_given(briefing.whole):
        return ()
    told = _decisions(briefing)
    found = f"{decisions.finding(told, previous=briefing.previous)}."
    if not told:
        return (Section(said_decisions.SECTION, (found,)),)
    table = decisions.table(
        told,
        briefing.named,
        as_of=briefing.as_of,
        href=lambda label: "",
        letters=WHOLE_TITLE,
    )
    return (Section(said_decisions.SECTION, (found, printed(table, (10, 54, 32, 25, 42)))),)


def given(briefing: Briefing) -> Section:
    """Tell what became of what was decided, then which other tasks are overdue."""
    told = decided(briefing)
    blocks = told[0].blocks if told else (said_documents.NO_DAYS_GIVEN,)
    codes = [one.code for one in _decisions(briefing)]
    return Section(said_decisions.SECTION, (*blocks, *overdue_tasks(briefing, told_before=codes)))


def _decisions(briefing: Briefing) -> tuple[decisions.Decision, ...]:
    return decisions.decisions(briefing.now, previous=briefing.previous, moved=briefing.moved)


def in_the_way(briefing: Briefing) -> Section:
    """Tell what owners say is in the way, by owner, who has something new first."""
    told = obstacles.standing(briefing)
    own = (said.OWN_ALONE,) if obstacles.of_own_alone(briefing) else ()
    if told.empty:
        return Section(said.SECTION, (*own, said.NOTHING))
    new, since = words.count(told["new"].sum()), words.day(briefing.previous)
    found = said.FOUND.format(
        owners=words.count(told["owner"].nunique()),
        number=words.count(len(told)),
        new=said.FOUND_NEW.format(number=new, day=since) if told["new"].any() else "",
    )
    shown, points = told.head(MOST_OBSTACLES), []
    for owner, lines in shown.groupby("owner", sort=False):
        points += _of_owner(str(owner), records(lines), briefing)
    if len(told) > MOST_OBSTACLES:
        more = said.MORE.format(number=words.count(len(told) - MOST_OBSTACLES))
        points.append(Points((more,)))
    return Section(said.SECTION, (*own, found, *points))


def _of_owner(owner: str, lines: list[Any], briefing: Briefing) -> list[Points]:
    name, alone = capital(briefing.named[owner]), len(lines) == 1
    point, about = (said.BY_ONE, said.ABOUT_OF_ONE) if alone else (said.POINT, said.ABOUT)
    told = tuple(_obstacle(line, briefing, point, about, owner=name) for line in lines)
    if alone:
        return [Points(told)]
    return [Points((said.OF_OWNER.format(owner=name),)), Points(told, mark="+")]


def _obstacle(row: Any, briefing: Briefing, point: str, about: str, *, owner: str) -> str:
    known = isinstance(row.code, str)
    title = briefing.titles[row.code] if known else ""
    return point.format(
        owner=owner,
        about=about.format(code=row.code, title=title) if known else "",
        day=words.day(row.date),
        new=said.NEWLY if row.new else "",
        text=one_line(row.text).rstrip(" .;"),
    )


def coming_up(briefing: Briefing, following: pd.Series | None = None) -> Section:
    """Tell what falls due until a following period's report, else until the next meeting."""
    until = coming.next_meeting(briefing.previous, briefing.as_of)
    why = said_coming.UNTIL_MEETING
    if following is not None:
        until = following["due"].date()
        report = directions.called(following, WHOLE_TITLE)
        why = said_coming.UNTIL_REPORT.format(report=report)
    falling = coming.falling_due(briefing, until)
    counted = coming.counted(falling)
    what = counted if falling.empty else said_coming.THERE_ARE.format(what=counted)
    sentence = said_coming.SENTENCE.format(day=long_day(until), why=why, what=what)
    if falling.empty:
        return Section(said_coming.SECTION, (sentence,))
    named = briefing.named
    table = coming.table(
        briefing, falling, name=lambda owner: plain(named[owner]), letters=WHOLE_TITLE
    )
    listed = printed(table, (10, 24, 60, 17, 52))
    nearest = replace(listed, title=said_coming.TABLE_IN_REPORT, rows=listed.rows[:MOST_COMING])
    more = _more_coming(falling, len(table) - MOST_COMING, until)
    return Section(
        said_coming.SECTION, (sentence, as_written(coming.note(briefing)), nearest, *more)
    )


def _more_coming(falling: pd.DataFrame, number: int, until: date) -> tuple[str, ...]:
    """Say how many more fall due than are listed, and from which day on."""
    if number <= 0:
        return ()
    dues = falling.drop_duplicates("code")["due"].sort_values()
    first, more = words.day(dues.iloc[MOST_COMING]), words.count(number)
    return (said_coming.MORE_IN_REPORT.format(number=more, first=first, last=words.day(until)),)

"""The body's sections on work: reports on time, what is overdue by agency, what is asked for."""

from collections.abc import Collection
from dataclasses import replace
from typing import Any

import pandas as pd

from lib import words
from lib.assess import State
from lib.export.briefing import Briefing
from lib.export.narrative import Points, Section, on_time
from lib.export.ruled_table import Column, Ruled
from lib.export.text import as_written
from lib.sheet import Kind
from lib.view import actions, directions, naming
from lib.view.overview import summary
from lib.view.tables import Table, records
from lib.words import documents as said

MOST_TASKS = 15
WHOLE_TITLE = 200
SHORT_TITLE = 80
"""Three items of such titles find room in a cell."""
PAPER = actions.Room(paper=True, names=60, letters=WHOLE_TITLE)
MOST_NAMES = 8
MOST_LOWEST = 5


def reports(briefing: Briefing) -> Section:
    """Tell how punctual reports are: altogether, in the last period, and where the least."""
    owed = briefing.now.obligations
    sent = owed[owed["kind"] == Kind.REPORT]
    blocks: list[Any] = [on_time(summary(briefing.now), briefing)]
    past = sent[sent["due"] < pd.Timestamp(briefing.as_of)]
    if len(past):
        last = past[past["due"] == past["due"].max()]
        told = [_period(period, briefing) for _, period in last.groupby("code", sort=False)]
        blocks.append(Points(tuple(told)))
    if lowest := _lowest(past, briefing):
        blocks.append(said.LOWEST.format(names=lowest))
    return Section(said.REPORTS, tuple(blocks))


def _period(period: pd.DataFrame, briefing: Briefing) -> str:
    states, first = period["state"], records(period.head(1))[0]
    missing = period.loc[states == State.OVERDUE, "owner"]
    names = naming.together((briefing.named[owner] for owner in missing), most=MOST_NAMES)
    counted = (
        (said.PERIOD_ON_TIME, (states == State.DONE_ON_TIME).sum()),
        (said.PERIOD_LATE, (states == State.DONE_LATE).sum()),
        (said.PERIOD_MISSING, len(missing)),
    )
    told = (text.format(number=words.count(many), names=names) for text, many in counted if many)
    title = naming.capital(directions.called(first, WHOLE_TITLE))
    return said.PERIOD.format(title=title, due=words.day(first.due), parts=", ".join(told))


def _lowest(past: pd.DataFrame, briefing: Briefing) -> str:
    """Name who sends the fewest in time of the reports told of; of one sender nothing."""
    now = briefing.now
    share = (past["state"] == State.DONE_ON_TIME).groupby(past["owner"]).mean() * 100
    rates = share.reindex([*now.units["unit"], *now.agencies["agency"]]).dropna()
    if len(rates) < 2:
        return ""
    low = rates[rates < 100].sort_values(kind="stable").head(MOST_LOWEST)
    return ", ".join(f"{briefing.named[str(who)]} ({words.percent(low[who])})" for who in low.index)


def overdue_by_agency(briefing: Briefing) -> Section:
    """Tell what is overdue by the agency that follows it."""
    named = replace(briefing.now, labels=briefing.named)
    table = directions.overdue_by_agency(
        named, briefing.book, href=lambda label: "", letters=SHORT_TITLE
    )
    told = printed(table, (12, 55, 20, 76)) if len(table) else said.NO_OVERDUE
    return Section(said.TASKS, (told,))


def overdue_tasks(briefing: Briefing, *, told_before: Collection[str]) -> tuple[Any, ...]:
    """Tell each overdue task but those, by their codes, that were told before."""
    owed = briefing.now.obligations
    late = owed[(owed["kind"] == Kind.TASK) & (owed["state"] == State.OVERDUE)]
    late = late[~late["code"].isin(told_before)]
    if late.empty:
        return (said.NO_OTHER_TASKS if told_before else said.NO_TASKS,)
    tasks = [lines for _, lines in late.groupby("code", sort=False)]
    told = [_task(lines, briefing) for lines in tasks[:MOST_TASKS]]
    if len(tasks) > MOST_TASKS:
        told.append(said.MORE_ITEMS.format(number=words.count(len(tasks) - MOST_TASKS)))
    head = said.OTHER_TASKS if told_before else said.OVERDUE_TASKS
    return (head, Points(tuple(told)))


def _task(lines: pd.DataFrame, briefing: Briefing) -> str:
    """Tell of one task who has not done it; its deadline is one for all."""
    first = records(lines.head(1))[0]
    return said.OVERDUE_TASK.format(
        code=first.code,
        title=first.title,
        owners=naming.together(
            (briefing.named[owner] for owner in lines["owner"]), most=MOST_NAMES
        ),
        due=words.day(first.due),
        days=words.count(first.days_late),
    )


def requests(briefing: Briefing) -> Section:
    """Ask what the meeting's last slide asks: what is to be done, who sees to it, who does it."""
    acting = replace(briefing.now, labels=briefing.acting)
    # An agency's report has no lights (docs/decisions/0017).
    room = replace(PAPER, lights=not briefing.filters.agency)
    table = actions.table(acting, href=lambda label: "", room=room)
    if not len(table):
        return Section(said.REQUESTS, (said.NO_REQUESTS,))
    until = directions.next_deadline(briefing.book, briefing.as_of)[0]
    asked = said.ASKED.format(day=words.day(until))
    return Section(said.REQUESTS, (asked, printed(table, (12, 58, 33, 60))))


def printed(table: Table, widths: tuple[float, ...]) -> Ruled:
    """Print a table of the screen as it is there, without its marks; a cell begins with a capital."""
    frame = table.frame
    columns = tuple(
        Column(head, width, "right" if head in table.right else "left")
        for head, width in zip(frame.columns, widths, strict=True)
    )
    rows = tuple(
        tuple(naming.capital(as_written(cell)) for cell in row)
        for row in frame.itertuples(index=False, name=None)
    )
    return Ruled(table.title, columns, rows)

"""The body's sections on work: reports on time, what is overdue by agency, what is asked for."""

from typing import Any

import pandas as pd

from lib import words
from lib.assess import State
from lib.export.briefing import Briefing
from lib.export.narrative import Points, Section, listed, on_time
from lib.export.ruled_table import Column, Ruled
from lib.export.text import as_written
from lib.sheet import Kind
from lib.view import directions
from lib.view.overview import summary
from lib.view.tables import Table, records
from lib.words import documents as said

MOST_TASKS = 15
WHOLE_TITLE = 200
MOST_NAMES = 8


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
    if lowest := _lowest(briefing):
        blocks.append(said.LOWEST.format(names=lowest))
    return Section(said.REPORTS, tuple(blocks))


def _period(period: pd.DataFrame, briefing: Briefing) -> str:
    states, first = period["state"], period.iloc[0]
    missing = period.loc[states == State.OVERDUE, "owner"]
    names = listed((briefing.labels[owner] for owner in missing), most=MOST_NAMES)
    return said.PERIOD.format(
        title=first["title"],
        due=words.day(first["due"]),
        on_time=words.count((states == State.DONE_ON_TIME).sum()),
        late=words.count((states == State.DONE_LATE).sum()),
        missing=words.count(len(missing)),
        who=said.WHO.format(names=names) if len(missing) else "",
    )


def _lowest(briefing: Briefing) -> str:
    now = briefing.now
    units = now.units[["label", "on_time_rate"]].rename(columns={"label": "name"})
    agencies = now.agencies[["agency", "on_time_rate"]].rename(columns={"agency": "name"})
    rates = pd.concat([units, agencies], ignore_index=True)
    rates = rates[rates["on_time_rate"] < 100].sort_values("on_time_rate", kind="stable")
    return ", ".join(
        f"{row.name} ({words.percent(row.on_time_rate)})" for row in records(rates.head(5))
    )


def overdue_by_agency(briefing: Briefing) -> Section:
    """Tell what is overdue by the agency that follows it, then each overdue task."""
    table = directions.overdue_by_agency(
        briefing.now, briefing.book, href=lambda label: "", letters=WHOLE_TITLE
    )
    if not len(table):
        return Section(said.TASKS, (said.NO_OVERDUE,))
    owed = briefing.now.obligations
    tasks = owed[(owed["kind"] == Kind.TASK) & (owed["state"] == State.OVERDUE)]
    told = [_task(row, briefing) for row in records(tasks.head(MOST_TASKS))]
    if len(tasks) > MOST_TASKS:
        more = words.count(len(tasks) - MOST_TASKS)
        told.append(said.MORE_ITEMS.format(number=more, annex="III"))
    listing = (said.OVERDUE_TASKS, Points(tuple(told))) if told else (said.NO_TASKS,)
    return Section(said.TASKS, (printed(table, (12, 55, 20, 76)), *listing))


def _task(row: Any, briefing: Briefing) -> str:
    return said.OVERDUE_TASK.format(
        code=row.code,
        title=row.title,
        owner=briefing.labels[row.owner],
        due=words.day(row.due),
        days=words.count(row.days_late),
    )


def requests(briefing: Briefing) -> Section:
    """Ask what the meeting's last slide asks: who explains or finishes what, by when."""
    table = directions.directions(
        briefing.now, briefing.book, href=lambda label: "", letters=WHOLE_TITLE
    )
    if not len(table):
        return Section(said.REQUESTS, (said.NO_REQUESTS,))
    return Section(said.REQUESTS, (said.ASKED, printed(table, (12, 36, 90, 25))))


def printed(table: Table, widths: tuple[float, ...]) -> Ruled:
    """Print a table of the screen as it is there, without its marks."""
    frame = table.frame
    columns = tuple(
        Column(head, width, "right" if head in table.right else "left")
        for head, width in zip(frame.columns, widths, strict=True)
    )
    rows = tuple(
        tuple(as_written(cell) for cell in row) for row in frame.itertuples(index=False, name=None)
    )
    return Ruled(table.title, columns, rows)

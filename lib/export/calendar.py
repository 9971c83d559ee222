"""Deadlines as a calendar file (.ics): whole days, reminders, the same event on every import."""

import hashlib
from datetime import UTC, date, datetime, time, timedelta
from typing import Any, Final

from icalendar import Alarm, Calendar, Event, vDate

from lib import words
from lib.assess import State
from lib.export.briefing import Briefing
from lib.export.text import clipped, one_line
from lib.view.sentences import state_reason
from lib.view.tables import records
from lib.words import exports as said

LONGEST: Final = 500
ZONE: Final = "Asia/Ho_Chi_Minh"
ALARM_HOUR: Final = 8
_FIRST_DAY: Final = date(2000, 1, 1)
_DONE: Final = (State.DONE_ON_TIME, State.DONE_LATE)


def calendar(briefing: Briefing, *, owner: str | None = None) -> bytes:
    """Write the deadlines of one owner, by its name in the sheet; None writes everyone's.

    An event keeps its UID as long as the plan's year, its owner and its code stay, and a later
    as-of date gives it a higher SEQUENCE, so that importing again updates it. In an owner's own
    calendar what is done stays, marked as done and without a reminder; everyone's holds only what
    is still to do. What has no deadline is left out.
    """
    owed = briefing.now.obligations
    owed = owed[owed["due"].notna()]
    owed = owed[~owed["state"].isin(_DONE) if owner is None else owed["owner"] == owner]
    named = said.EVERYONE if owner is None else briefing.labels.get(owner, owner)
    title = said.CALENDAR.format(owner=clipped(named, LONGEST))
    description = " · ".join(filter(None, (briefing.ribbon, briefing.plan, briefing.scope)))
    written = Calendar()
    written.add("prodid", "-//deadlines//VI")
    written.add("version", "2.0")
    written.add("calscale", "GREGORIAN")
    written.add("method", "PUBLISH")
    written.add("x-wr-calname", title)
    written.add("x-wr-caldesc", clipped(description, LONGEST))
    written.add("x-wr-timezone", ZONE)
    for row in records(owed.sort_values(["due", "owner", "code"], kind="stable")):
        written.add_component(_event(row, briefing, told_owner=owner is None))
    return written.to_ical()


def uid(year: int, owner: str, code: str) -> str:
    """Return the name an event keeps over all exports."""
    digest = hashlib.sha256("\0".join((str(year), owner, code)).encode()).hexdigest()
    return f"{digest[:32]}@deadlines"


def _event(row: Any, briefing: Briefing, *, told_owner: bool) -> Event:
    settings, as_of = briefing.book.settings, briefing.as_of
    due = row.due.date()
    text = said.EVENT[row.state].format(
        kind=words.KIND[row.kind].lower(), code=one_line(row.code), title=one_line(row.title)
    )
    label = briefing.labels[row.owner]
    summary = f"[{label}] {text}" if told_owner else text
    event = Event()
    event.add("uid", uid(settings.year, one_line(row.owner), one_line(row.code)))
    stamp = datetime.combine(as_of, time(), UTC)
    event.add("dtstamp", stamp)
    event.add("last-modified", stamp)
    event.add("sequence", max(0, (as_of - _FIRST_DAY).days))
    event.add("dtstart", vDate(due), parameters={"VALUE": "DATE"})
    event.add("dtend", vDate(due + timedelta(days=1)), parameters={"VALUE": "DATE"})
    event.add("summary", clipped(summary, LONGEST))
    event.add("description", "\n".join(_description(row, label, briefing)))
    event.add("categories", [words.KIND[row.kind]])
    event.add("transp", "TRANSPARENT")
    event.add("status", "CONFIRMED")
    if row.state not in _DONE:
        for days in sorted({1, int(settings.due_soon_days)} - {0}, reverse=True):
            event.add_component(_alarm(days, clipped(text, LONGEST)))
    return event


def _description(row: Any, label: str, briefing: Briefing) -> list[str]:
    state = state_reason(row, as_of=briefing.as_of)
    lines = [
        said.EVENT_OWNER.format(owner=label),
        said.EVENT_STATE.format(
            day=words.day(briefing.as_of), state=f"{words.STATE[row.state].word}. {state}"
        ),
        briefing.plan,
    ]
    if isinstance(row.agency, str):
        lines.insert(1, said.EVENT_AGENCY.format(agency=one_line(row.agency)))
    if briefing.ribbon:
        lines.append(briefing.ribbon)
    return [clipped(line, LONGEST) for line in lines]


def _alarm(days: int, event: str) -> Alarm:
    """Remind in the morning, so many days before the day that is due."""
    told = said.ALARM_TOMORROW if days == 1 else said.ALARM
    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("trigger", timedelta(hours=ALARM_HOUR) - timedelta(days=days))
    alarm.add("description", told.format(days=days, event=event))
    return alarm

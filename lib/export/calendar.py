"""Deadlines as a calendar file (.ics): an import updates what was imported, and withdraws it."""

import hashlib
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from typing import Any, Final

import pandas as pd
from icalendar import Alarm, Calendar, Event, vDate

from lib import words
from lib.assess import State, assess
from lib.export.briefing import Briefing
from lib.export.text import clipped, one_line
from lib.sheet import Kind
from lib.view.sentences import state_reason
from lib.view.tables import records
from lib.words import exports as said

LONGEST: Final = 500
LONGEST_NAMES: Final = 8000
ZONE: Final = "Asia/Ho_Chi_Minh"
ALARM_HOUR: Final = 8
_FIRST_MOMENT: Final = datetime(2000, 1, 1, tzinfo=UTC)
_WAITING: Final = (State.OPEN, State.DUE_SOON, State.OVERDUE)


def calendar(briefing: Briefing, *, owner: str | None = None, at: datetime) -> bytes:
    """Write the deadlines of one owner, by its name in the sheet; None writes everyone's.

    `at` is the moment of writing: a calendar written later updates one written before, whatever
    their as-of dates. An owner's own has an event for each of its items; everyone's one for each
    code and day, naming who has not done it. What is done, or no longer owed since a merger, is
    withdrawn: a store that imports it keeps only what is still to do. What has no deadline is left
    out.
    """
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
    ever = _ever_owed(briefing)
    told = _everyones(ever, briefing) if owner is None else _owners(ever, briefing, owner)
    for entry in told:
        written.add_component(_event(entry, briefing, at))
    return written.to_ical()


def uid(year: int, owner: str, code: str) -> str:
    """Return the name an event keeps over all exports."""
    digest = hashlib.sha256("\0".join((str(year), owner, code)).encode()).hexdigest()
    return f"{digest[:32]}@deadlines"


@dataclass(frozen=True, slots=True)
class _Entry:
    """An event to be: whose name it keeps, what it says, whether there is still something to do."""

    uid: str
    kind: Kind
    due: date
    text: str
    lines: tuple[str, ...]
    waiting: bool


def _ever_owed(briefing: Briefing) -> pd.DataFrame:
    """Return what is owed with a deadline, then what was until a merger; that has no `state`."""
    ends = briefing.book.owners["valid_until"].dropna().dt.date.unique()
    days = sorted((day for day in ends if day < briefing.as_of), reverse=True)
    past = [replace(briefing, whole=assess(briefing.book, as_of=day)).now for day in days]
    gone = [each.obligations.assign(state=None) for each in past]
    ever = pd.concat([briefing.now.obligations.astype({"state": "object"}), *gone])
    ever = ever[ever["due"].notna()].drop_duplicates(["owner", "code"])
    return ever.sort_values(["due", "owner", "code"], kind="stable")


def _owners(ever: pd.DataFrame, briefing: Briefing, owner: str) -> Iterator[_Entry]:
    year = briefing.book.settings.year
    for row in records(ever[ever["owner"] == owner]):
        label = briefing.whole.labels.get(row.owner, row.owner)
        yield _Entry(
            uid(year, one_line(row.owner), one_line(row.code)),
            row.kind,
            row.due.date(),
            _text(row, row.state),
            (
                said.EVENT_OWNER.format(owner=clipped(label, LONGEST)),
                *_agency(row),
                said.EVENT_STATE.format(day=words.day(briefing.as_of), state=_state(row, briefing)),
            ),
            row.state in _WAITING,
        )


def _everyones(ever: pd.DataFrame, briefing: Briefing) -> Iterator[_Entry]:
    """Give an event for each code and day; another day of a code is another event."""
    year, filters = briefing.book.settings.year, briefing.filters
    whose = "\0".join(each or "" for each in (filters.group, filters.unit, filters.agency))
    days: Counter[str] = Counter()
    for _, found in ever.groupby(["due", "code"], sort=True):
        code = one_line(found["code"].iloc[0])
        number, days[code] = days[code], days[code] + 1
        waiting = found[found["state"].isin(_WAITING)]
        owed = found[found["state"].notna()]
        row = records(found if waiting.empty else waiting)[0]
        left = [one_line(briefing.labels[owner]) for owner in waiting["owner"]]
        lines = [said.EVENT_DONE.format(done=len(owed) - len(left), all=len(owed))]
        if left:
            names = clipped(", ".join(left), LONGEST_NAMES)
            lines.insert(0, said.EVENT_LEFT.format(count=len(left), owners=names))
        day = said.EVENT_STATE.format(day=words.day(briefing.as_of), state=" ".join(lines))
        text = _text(row, row.state if left or not len(owed) else State.DONE_ON_TIME)
        if left:
            who = left[0] if len(left) == 1 else said.EVENT_PLACES.format(count=len(left))
            text = said.EVENT_WHO.format(event=text, who=who)
        own = f"{whose}\0{number}" if number else whose
        yield _Entry(uid(year, own, code), row.kind, row.due.date(), text, (day,), bool(left))


def _text(row: Any, state: State | None) -> str:
    kind = words.KIND[row.kind].lower()
    told = said.EVENT_GONE if state is None else said.EVENT[state]
    return told.format(kind=kind, code=one_line(row.code), title=one_line(row.title))


def _state(row: Any, briefing: Briefing) -> str:
    if row.state is None:
        return said.EVENT_NOT_OWED
    return f"{words.STATE[row.state].word}. {state_reason(row, as_of=briefing.as_of)}"


def _agency(row: Any) -> tuple[str, ...]:
    agency = row.agency
    known = isinstance(agency, str)
    return (said.EVENT_AGENCY.format(agency=clipped(agency, LONGEST)),) if known else ()


def _event(entry: _Entry, briefing: Briefing, at: datetime) -> Event:
    event = Event()
    event.add("uid", entry.uid)
    event.add("dtstamp", at.astimezone(UTC))
    event.add("last-modified", at.astimezone(UTC))
    event.add("sequence", int((at - _FIRST_MOMENT).total_seconds()))
    event.add("dtstart", vDate(entry.due), parameters={"VALUE": "DATE"})
    event.add("dtend", vDate(entry.due + timedelta(days=1)), parameters={"VALUE": "DATE"})
    event.add("summary", clipped(entry.text, LONGEST))
    lines = (*entry.lines, clipped(briefing.plan, LONGEST), clipped(briefing.ribbon, LONGEST))
    event.add("description", "\n".join(filter(None, lines)))
    event.add("categories", [words.KIND[entry.kind]])
    event.add("transp", "TRANSPARENT")
    event.add("status", "CONFIRMED" if entry.waiting else "CANCELLED")
    if entry.waiting:
        soon = int(briefing.book.settings.due_soon_days)
        for days in sorted({1, soon} - {0}, reverse=True):
            event.add_component(_alarm(days, clipped(entry.text, LONGEST)))
    return event


def _alarm(days: int, event: str) -> Alarm:
    """Remind in the morning, so many days before the day that is due."""
    told = said.ALARM_TOMORROW if days == 1 else said.ALARM
    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("trigger", timedelta(hours=ALARM_HOUR) - timedelta(days=days))
    alarm.add("description", told.format(days=days, event=event))
    return alarm

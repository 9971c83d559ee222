"""The reminder each owner gets: what is overdue and what is due soon, as plain text to send on."""

from dataclasses import dataclass
from datetime import date
from typing import Any

import pandas as pd

from lib import words
from lib.assess import Assessment, State
from lib.sheet import Book
from lib.view.owed import in_state, pressing
from lib.view.tables import records, row
from lib.words import documents, exports, screens


@dataclass(frozen=True, slots=True)
class Reminder:
    """One owner's reminder; `text` is plain text in lines, names and titles as in the sheet."""

    owner: str
    label: str
    overdue: int
    due_soon: int
    text: str


def reminders(assessment: Assessment, book: Book) -> tuple[Reminder, ...]:
    """Compose a reminder for each owner with something overdue or due soon, the most overdue first.

    The assessment may be narrowed; only what is left in it is reminded of.
    """
    by_owner = pressing(assessment.obligations).groupby("owner", sort=False)
    told = [_reminder(str(owner), items, assessment, book) for owner, items in by_owner]
    return tuple(sorted(told, key=lambda reminder: (-reminder.overdue, -reminder.due_soon)))


def _reminder(name: str, items: pd.DataFrame, assessment: Assessment, book: Book) -> Reminder:
    overdue, soon = in_state(items, State.OVERDUE), in_state(items, State.DUE_SOON)
    counted = ((exports.REMINDER_OVERDUE, len(overdue)), (exports.REMINDER_SOON, len(soon)))
    what = exports.REMINDER_AND.join(
        template.format(number=words.count(number)) for template, number in counted if number
    )
    settings, addressed = book.settings, _addressed(row(book.owners, items["bearer"].iloc[0]))
    head = exports.REMINDER_HEAD.format(
        day=words.day(assessment.as_of),
        owner=addressed,
        what=what,
        plan=_line(settings.name) or screens.DEFAULT_PLAN,
    )
    agency = _line(assessment.standing_agency) or documents.WE
    lines = [
        *([screens.ILLUSTRATIVE] if settings.illustrative else []),
        exports.REMINDER_TO.format(owner=addressed),
        head,
        *_listed(exports.REMINDER_OVERDUE_LIST, overdue, assessment.as_of),
        *_listed(exports.REMINDER_SOON_LIST, soon, assessment.as_of),
        exports.REMINDER_ASK.format(agency=agency),
    ]
    label = assessment.labels[name]
    return Reminder(name, label, len(overdue), len(soon), "\n".join(lines))


def _listed(head: str, items: pd.DataFrame, as_of: date) -> list[str]:
    if items.empty:
        return []
    return [head, *(_item(item, as_of) for item in records(items))]


def _item(item: Any, as_of: date) -> str:
    days = abs((item.due - pd.Timestamp(as_of)).days)
    late = item.state == State.OVERDUE
    when = exports.REMINDER_LATE if late else exports.REMINDER_LEFT
    return exports.REMINDER_ITEM.format(
        kind=words.KIND[item.kind],
        code=_line(item.code),
        title=_line(item.title),
        due=words.day(item.due),
        when=when.format(days=words.count(days)) if days else exports.REMINDER_TODAY,
    )


def _addressed(owner: Any) -> str:
    """Return an owner's name as a letter says it: a unit with its kind in full."""
    name, kind = _line(owner["name"]), _line(owner["kind"]).lower()
    named = not kind or name.lower().startswith(f"{kind} ")
    return name if named else f"{kind} {name}"


def _line(text: object) -> str:
    return " ".join(str(text or "").split())

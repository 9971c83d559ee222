"""The reminder each owner gets: what is overdue and what is due soon, as plain text to send on."""

from dataclasses import dataclass
from datetime import date
from typing import Any

import pandas as pd

from lib import words
from lib.assess import Assessment, State
from lib.sheet import Book
from lib.words import documents, exports, screens


@dataclass(frozen=True, slots=True)
class Reminder:
    """One owner's reminder; `text` is plain text in lines, names and titles as in the sheet."""

    owner: str
    label: str
    overdue: int
    due_soon: int
    text: str


@dataclass(frozen=True, slots=True)
class _Owner:
    name: str
    label: str
    addressed: str


def reminders(assessment: Assessment, book: Book) -> tuple[Reminder, ...]:
    """Compose a reminder for each owner with something overdue or due soon, the most overdue first.

    The assessment may be narrowed; only what is left in it is reminded of.
    """
    owed = assessment.obligations
    pressing = owed[owed["state"].isin([State.OVERDUE, State.DUE_SOON])]
    names, addressed = assessment.labels, _addressed(book, pressing)
    told = [
        _reminder(_Owner(owner, names[owner], addressed[owner]), items, assessment, book)
        for owner, items in _by_owner(pressing)
    ]
    return tuple(sorted(told, key=lambda reminder: (-reminder.overdue, -reminder.due_soon)))


def _by_owner(owed: pd.DataFrame) -> list[tuple[str, pd.DataFrame]]:
    return [(str(owner), items) for owner, items in owed.groupby("owner", sort=False)]


def _reminder(owner: _Owner, items: pd.DataFrame, assessment: Assessment, book: Book) -> Reminder:
    overdue = items[items["state"] == State.OVERDUE]
    soon = items[items["state"] == State.DUE_SOON]
    counted = (
        (exports.REMINDER_OVERDUE, len(overdue)),
        (exports.REMINDER_SOON, len(soon)),
    )
    what = exports.REMINDER_AND.join(
        template.format(number=words.count(number)) for template, number in counted if number
    )
    settings = book.settings
    head = exports.REMINDER_HEAD.format(
        day=words.day(assessment.as_of),
        owner=owner.addressed,
        what=what,
        plan=_line(settings.name) or screens.DEFAULT_PLAN,
    )
    agency = _line(assessment.standing_agency) or documents.WE
    lines = [
        *([screens.ILLUSTRATIVE] if settings.illustrative else []),
        exports.REMINDER_TO.format(owner=owner.addressed),
        head,
        *_listed(exports.REMINDER_OVERDUE_LIST, overdue, assessment.as_of),
        *_listed(exports.REMINDER_SOON_LIST, soon, assessment.as_of),
        exports.REMINDER_ASK.format(agency=agency),
    ]
    return Reminder(owner.name, owner.label, len(overdue), len(soon), "\n".join(lines))


def _listed(head: str, items: pd.DataFrame, as_of: date) -> list[str]:
    if items.empty:
        return []
    return [head, *(_item(item, as_of) for item in items.itertuples())]


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


def _addressed(book: Book, owed: pd.DataFrame) -> dict[str, str]:
    """Return each owner's name as a letter says it: a unit with its kind in full."""
    owners = book.owners.loc[owed["bearer"].unique()]
    pairs = zip(owners["name"], owners["kind"], strict=True)
    return {name: _with_kind(_line(name), _line(kind)) for name, kind in pairs}


def _with_kind(name: str, kind: str) -> str:
    named = not kind or name.lower().startswith(f"{kind.lower()} ")
    return name if named else f"{kind.lower()} {name}"


def _line(text: object) -> str:
    return " ".join(str(text or "").split())

"""The reminder each owner gets: what is overdue and what is due soon, as plain text to send on."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any

import numpy as np
import pandas as pd

from lib import words
from lib.assess import Assessment, State
from lib.sheet import Book, schema
from lib.sheet.tabs import kind_of
from lib.view.naming import in_text, line
from lib.view.owed import in_state, pressing
from lib.view.tables import records, row
from lib.words import documents, exports, screens

ANSWER_DAYS = 5
"""Working days from the as-of date until an answer is asked for, where no other day is given."""


@dataclass(frozen=True, slots=True)
class Demand:
    """By when an answer is asked for, and the address of a worksheet by its link in a Book."""

    answer_by: date | None = None
    sheet: Callable[[Any], str] | None = None

    def day(self, as_of: date) -> date:
        """Return the day by which to answer: the one given, else five working days on."""
        given = self.answer_by
        return given or np.busday_offset(as_of, ANSWER_DAYS, roll="backward").astype(date)


@dataclass(frozen=True, slots=True)
class Reminder:
    """One owner's reminder: how much it is about, in numbers and in words, and its text in lines."""

    owner: str
    label: str
    overdue: int
    due_soon: int
    what: str
    text: str


def reminders(
    assessment: Assessment, book: Book, demand: Demand | None = None
) -> tuple[Reminder, ...]:
    """Compose a reminder for each owner with something overdue or due soon, the most overdue first.

    The assessment may be narrowed; only what is left in it is reminded of.
    """
    by_owner = pressing(assessment.obligations).groupby("owner", sort=False)
    asked = demand or Demand()
    links = own_worksheets(book, asked)
    told = [
        _reminder(str(owner), items, assessment, book, asked, links) for owner, items in by_owner
    ]
    return tuple(sorted(told, key=lambda reminder: (-reminder.overdue, -reminder.due_soon)))


def own_worksheets(book: Book, demand: Demand) -> dict[int, str]:
    """Give each owner's address to write at: its own worksheet's, else the common one's.

    Empty where the sheet is not at Google.
    """
    if demand.sheet is None:
        return {}
    common: Any = None
    own: dict[int, Any] = {}
    for title, gid in book.worksheets:
        kind, name = kind_of(title)
        if kind is not schema.PROGRESS or gid is None:
            continue
        meant = book.names.match(name).value if name else None
        if meant:
            own = dict.fromkeys(meant, gid) | own
        elif common is None and not isinstance(gid, tuple):
            common = gid
    usual = {} if common is None else dict.fromkeys(book.owners.index.tolist(), common)
    return {owner: demand.sheet(gid) for owner, gid in (usual | own).items()}


def _reminder(
    name: str,
    items: pd.DataFrame,
    assessment: Assessment,
    book: Book,
    demand: Demand,
    links: dict[int, str],
) -> Reminder:
    overdue, soon = in_state(items, State.OVERDUE), in_state(items, State.DUE_SOON)
    counted = ((exports.REMINDER_OVERDUE, len(overdue)), (exports.REMINDER_SOON, len(soon)))
    what = exports.REMINDER_AND.join(
        template.format(number=words.count(number)) for template, number in counted if number
    )
    bearer = int(items["bearer"].iloc[0])
    settings, named = book.settings, in_text(row(book.owners, bearer))
    head = exports.REMINDER_HEAD.format(
        day=words.day(assessment.as_of),
        owner=named,
        what=what,
        plan=line(settings.name) or screens.DEFAULT_PLAN,
    )
    agency = line(assessment.standing_agency) or documents.WE
    lines = [
        *([screens.ILLUSTRATIVE] if settings.illustrative else []),
        exports.REMINDER_TO.format(owner=named),
        head,
        *_listed(exports.REMINDER_OVERDUE_LIST, overdue, assessment.as_of),
        *_listed(exports.REMINDER_SOON_LIST, soon, assessment.as_of),
        exports.REMINDER_ASK.format(agency=agency, day=words.day(demand.day(assessment.as_of))),
        *([exports.REMINDER_WHERE.format(address=links[bearer])] if bearer in links else []),
    ]
    label = assessment.labels[name]
    return Reminder(name, label, len(overdue), len(soon), what, "\n".join(lines))


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
        code=line(item.code),
        title=line(item.title),
        due=words.day(item.due),
        when=when.format(days=words.count(days)) if days else exports.REMINDER_TODAY,
    )

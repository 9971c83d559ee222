"""Ready texts that remind each owner of what is overdue and due soon, to copy into a message."""

from dataclasses import dataclass
from datetime import date
from typing import Any

import pandas as pd

from lib import words
from lib.sheet import Book
from lib.view.owed import counts_by, pressing
from lib.view.rows import rows
from lib.words import deadlines, screens


@dataclass(frozen=True, slots=True)
class Reminder:
    """What to send to one owner; plain text."""

    owner: str
    overdue: int
    due_soon: int
    text: str

    @property
    def counts(self) -> str:
        """Tell how much it reminds of."""
        told = [
            deadlines.COUNT_OVERDUE.format(number=words.count(self.overdue))
            if self.overdue
            else "",
            deadlines.COUNT_SOON.format(number=words.count(self.due_soon)) if self.due_soon else "",
        ]
        return " · ".join(text for text in told if text)


def reminders(owed: pd.DataFrame, book: Book, *, as_of: date) -> tuple[Reminder, ...]:
    """Write one reminder an owner, those with most overdue first."""
    wanted = pressing(owed)
    names = {owner.name: _full_name(owner) for owner in rows(book.owners)}
    labels = dict(zip(book.owners["name"], book.owners["label"], strict=True))
    owing = {owner: rows(group) for owner, group in wanted.groupby("owner", sort=False)}
    return tuple(
        Reminder(
            owner=labels.get(by.Index, by.Index),
            overdue=int(by.overdue),
            due_soon=int(by.due_soon),
            text=_text(names.get(by.Index, by.Index), owing[by.Index], book, as_of),
        )
        for by in rows(counts_by(owed, "owner"))
    )


def _full_name(owner: Any) -> str:
    """Name an owner as a letter does: Thị trấn Sơn Dương."""
    return f"{owner.kind} {owner.name}" if owner.is_unit and owner.kind else owner.name


def _text(owner: str, listed: list[Any], book: Book, as_of: date) -> str:
    settings = book.settings
    late = [row for row in listed if row.state == "overdue"]
    soon = [row for row in listed if row.state == "due_soon"]
    opening = deadlines.OPENING if settings.name else deadlines.OPENING_NO_PLAN
    agency = settings.standing_agency
    closing = deadlines.CLOSING if agency and agency != owner else deadlines.CLOSING_NO_AGENCY
    parts = [
        [screens.ILLUSTRATIVE] if settings.illustrative else [],
        [
            deadlines.GREETING.format(owner=owner),
            opening.format(plan=settings.name, day=words.day(as_of), owner=owner),
        ],
        _part(deadlines.OVERDUE_PART, [_late(*each) for each in enumerate(late, 1)]),
        _part(deadlines.SOON_PART, [_soon(*each, as_of) for each in enumerate(soon, 1)]),
        [closing.format(agency=agency)],
    ]
    return "\n\n".join("\n".join(lines) for lines in parts if lines)


def _part(head: str, lines: list[str]) -> list[str]:
    return [head.format(number=words.count(len(lines))), *lines] if lines else []


def _late(place: int, row: Any) -> str:
    return deadlines.OVERDUE_LINE.format(
        place=place,
        item=_item(row),
        due=words.day(row.due),
        days=words.count(row.days_late),
    )


def _soon(place: int, row: Any, as_of: date) -> str:
    left = (row.due - pd.Timestamp(as_of)).days
    line = deadlines.SOON_LINE if left else deadlines.TODAY_LINE
    return line.format(place=place, item=_item(row), due=words.day(row.due), days=words.count(left))


def _item(row: Any) -> str:
    name = deadlines.REPORT_ITEM if row.kind == "report" else deadlines.OTHER_ITEM
    return name.format(code=row.code, title=row.title)

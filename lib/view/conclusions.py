"""What a meeting concludes: who does what by when, as proposed and as its chair makes it."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Final

from lib import words
from lib.assess import Assessment
from lib.sheet import Book, schema
from lib.sheet.cells import parse_date
from lib.view.directions import called, next_deadline, proposals
from lib.view.sentences import some
from lib.words import conclusions as said
from lib.words import meeting, reasons

MOST_ITEMS: Final = 6
TITLE_LETTERS: Final = 60


@dataclass(frozen=True, slots=True)
class Conclusion:
    """One thing to do, of whom (names as lists in the sheet take them), and by when, as typed."""

    what: str
    who: tuple[str, ...]
    until: str

    def due(self, held_on: date) -> date | None:
        """Return the deadline; None where what is typed is no day."""
        return parse_date(self.until, year=held_on.year, start=held_on).value


def proposed(now: Assessment, book: Book) -> tuple[Conclusion, ...]:
    """Return what the last slides propose, to be changed."""
    until = words.day(next_deadline(book, now.as_of)[0])

    def named(items: tuple[object, ...]) -> str:
        told = (_item(each) for each in items)
        return some(told, MOST_ITEMS, meeting.MORE, joint=reasons.CLAUSES, slack=1)

    return tuple(
        Conclusion(one.said(named(one.items)), (now.labels[one.owner],), until)
        for one in proposals(now)
    )


def _item(row: object) -> str:
    code: str = row.code  # type: ignore[attr-defined]
    return said.ITEM.format(code=code, title=called(row, TITLE_LETTERS))


def whom(now: Assessment, book: Book) -> tuple[str, ...]:
    """Return whom a task may be given to: everyone, groups, and who is there on the date."""
    everyone = (schema.ALL_UNITS, schema.ALL_AGENCIES, schema.EVERYONE)
    agencies = (now.labels[name] for name in now.agencies["agency"])
    return (*everyone, *book.groups, *agencies, *now.units["label"])


def faults(conclusion: Conclusion, *, held_on: date) -> tuple[str, ...]:
    """Say what would keep a conclusion from counting in the sheet as it is meant; plain clauses."""
    return tuple(_faults(conclusion, held_on))


def _faults(conclusion: Conclusion, held_on: date) -> Iterator[str]:
    due, until = conclusion.due(held_on), conclusion.until.strip()
    if not conclusion.what.strip():
        yield said.WITHOUT_WHAT
    if not conclusion.who:
        yield said.WITHOUT_WHO
    if not until:
        yield said.WITHOUT_UNTIL
    elif due is None:
        yield said.NOT_UNTIL.format(text=until)
    elif due < held_on:
        yield said.UNTIL_BEFORE


def given_on(book: Book, day: date) -> tuple[str, ...]:
    """Return the codes of the tasks that the sheet says were given on a day."""
    given = book.items["given"].dt.date == day
    return tuple(book.items.loc[given, "code"])

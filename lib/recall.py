"""Asks the memory of a sheet what it knew when: files in, what the rules tell of them out."""

import logging
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from lib.assess import Assessment
from lib.assess.memory import (
    Digest,
    Remembered,
    digest,
    plan_of,
    rewritten,
    written_ahead,
    written_late,
)
from lib.assess.promises import moved
from lib.memory.files import Fault, Memory, PassedOver
from lib.sheet import Book, read

_log = logging.getLogger(__name__)


@dataclass(frozen=True, eq=False, slots=True)
class Past:
    """What each recorded day held, in order, and the days whose files are passed over."""

    digests: tuple[Digest, ...] = ()
    passed_over: tuple[PassedOver, ...] = ()


def past(memory: Memory, *, today: date) -> Past:
    """Read every recorded day; those after today are passed over."""
    found = Past()
    for day in memory.days():
        found = with_day(found, memory, day, today=today)
    return found


def with_day(found: Past, memory: Memory, day: date, *, today: date) -> Past:
    """Add a recorded day."""
    try:
        if day > today:
            raise PassedOver(day, Fault.FUTURE)
        book = read(memory.read(day).grids, today=day)
    except PassedOver as fault:
        _log.warning("a record is passed over: %s", fault)
        return Past(found.digests, (*found.passed_over, fault))
    like = found.digests[-1] if found.digests else None
    digests = sorted((*found.digests, digest(book, like=like)), key=lambda each: each.day)
    return Past(tuple(digests), found.passed_over)


def known_book(memory: Memory, day: date) -> Book | None:
    """Return what was known at the end of a day, as it was read then."""
    reading = memory.known(day)
    return None if reading is None else read(reading.grids, today=reading.day)


def remembered(
    book: Book,
    now: Assessment,
    then_book: Book | None,
    digests: Iterable[Digest],
    *,
    then: Assessment | None = None,
    now_then: Assessment | None = None,
) -> Remembered:
    """Tell what memory adds to today's sheet as of a date.

    `then_book` is what was known at the end of the previous date; `then` and `now_then`, where at
    hand, are that and today's sheet as of its day. A sheet of another plan was not known.
    """
    plan, today = plan_of(book), book.today
    digests = [each for each in digests if each.day <= today and each.plan.same(plan)]
    if then_book is not None and not plan_of(then_book).same(plan):
        then_book = None
    told = None if then_book is None else rewritten(then_book, book, then=then, now=now_then)
    return Remembered(
        first=digests[0].day if digests else None,
        last=digests[-1].day if digests else None,
        rewritten=told,
        written_late=written_late(book, now, digests, today=today),
        written_ahead=written_ahead(book, digests, as_of=now.as_of, today=today),
        moved=moved(book, [each.promises for each in digests]),
    )

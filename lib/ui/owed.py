"""The views of Hạn & quá hạn: lists, counts, the report calendar, the reminders."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Final

import pandas as pd
import streamlit as st

from lib import words
from lib.assess import State
from lib.ui import components, exports, parts, tables
from lib.ui.addresses import demand, item_href
from lib.ui.current import Current
from lib.ui.once import drawn_once
from lib.view import marks, memory, owed, reports
from lib.view import reminders as texts
from lib.view.lattice import MOST_ROWS
from lib.view.marks import plain
from lib.words import columns, deadlines
from lib.words import memory as remembering

SHOWN_ON_PHONE: Final = 20


@dataclass(frozen=True, slots=True)
class View:
    """One way to look at what is owed; `by_kind` where a kind can be chosen."""

    label: str
    show: Callable[[Current, str | None], None]
    by_kind: bool = True


@dataclass(frozen=True, slots=True)
class KindChoice:
    """A kind to narrow to."""

    label: str


@drawn_once
def summary(shown: Current) -> None:
    """Show what is owed in figures, and how long what is overdue has been so."""
    now, before = shown.now.obligations, shown.before.obligations
    with st.container(key="owed-summary"):
        left, right = st.columns([5, 4], gap="large", vertical_alignment="center")
    with left, st.container(key="reason-longest"):
        soon_days = shown.book.settings.due_soon_days
        href = shown.criterion_href
        tables.figures(owed.figures(now, before, due_soon_days=soon_days, href=href))
    if not owed.in_state(now, State.OVERDUE).empty:
        with right:
            parts.show_table(owed.ageing_table(now))


@drawn_once
def _overdue(shown: Current, kind: str | None) -> None:
    obligations = owed.of_kind(shown.now.obligations, kind)
    named, href = shown.whole.labels, item_href(shown)
    table = owed.overdue_table(obligations, named, href=href, reminded=shown.reminded)
    if not len(table):
        parts.heading(deadlines.NO_OVERDUE.format(day=words.day(shown.as_of)))
        return
    parts.heading(deadlines.OVERDUE_TITLE.format(number=words.count(len(table))))
    tables.first_rows(table, phone=SHOWN_ON_PHONE)


@drawn_once
def _soon(shown: Current, kind: str | None) -> None:
    obligations = owed.of_kind(shown.now.obligations, kind)
    days = words.count(shown.book.settings.due_soon_days)
    named, href = shown.whole.labels, item_href(shown)
    table = owed.soon_table(
        obligations, named, as_of=shown.as_of, href=href, reminded=shown.reminded
    )
    if not len(table):
        parts.heading(deadlines.NO_SOON.format(days=days), owed.next_due(obligations))
        return
    parts.heading(deadlines.SOON_TITLE.format(number=words.count(len(table)), days=days))
    tables.first_rows(table, phone=SHOWN_ON_PHONE)


@drawn_once
def _owners(shown: Current, kind: str | None) -> None:
    obligations = owed.of_kind(shown.now.obligations, kind)
    named, href = shown.whole.labels, item_href(shown)

    def name(owner: str) -> str:
        return marks.link(named.get(owner, owner), href(owner, None))

    title = deadlines.OWNERS_TITLE.format(
        number=words.count(len(owed.counts_by(obligations, "owner")))
    )
    _counts(obligations, "owner", deadlines.OWNER, name, title)


@drawn_once
def _agencies(shown: Current, kind: str | None) -> None:
    obligations = owed.of_kind(shown.now.obligations, kind)
    owners, href = shown.book.owners, item_href(shown)
    known = set(owners.loc[~owners["is_unit"], "name"])

    def name(agency: str) -> str:
        if agency in known:
            return marks.link(agency, href(agency, None))
        return plain(agency) or deadlines.NOBODY

    _counts(obligations, "agency", columns.AGENCY, name, deadlines.AGENCIES_TITLE)


def _counts(
    obligations: pd.DataFrame, column: str, head: str, name: Callable[[str], str], title: str
) -> None:
    table = owed.counts_table(obligations, column, head, name=name, title=title)
    parts.heading(title if len(table) else deadlines.NOTHING_OWED)
    tables.first_rows(table, phone=SHOWN_ON_PHONE)


def _calendar(shown: Current, _kind: str | None) -> None:
    if (grid := _reports(shown)) is not None:
        components.lattice(grid, key="calendar")


@drawn_once
def _reports(shown: Current) -> bytes | None:
    obligations = shown.now.obligations
    grid = reports.calendar(
        obligations,
        shown.book,
        shown.whole.labels,
        href=item_href(shown),
        memory=shown.memory,
    )
    if not grid.rows:
        parts.heading(deadlines.NO_REPORTS)
        return None
    parts.heading(
        reports.finding(obligations, as_of=shown.as_of, late=memory.reports_written_late(shown))
    )
    if told := reports.left_out(obligations):
        parts.note(told)
    return components.packed_lattice(grid)


@drawn_once
def _written_late(shown: Current, kind: str | None) -> None:
    told = shown.remembered
    if shown.recollection.recalling:
        parts.heading(remembering.READING)
        return
    if told is None or told.first is None:
        parts.heading(remembering.LATE_UNKNOWN)
        return
    late = owed.of_kind(told.written_late, kind)
    if late.empty:
        parts.heading(remembering.LATE_NOTHING, remembering.LATE_NOTE)
        return
    number = words.count(len(late))
    parts.heading(remembering.LATE_HEADING.format(number=number), remembering.LATE_NOTE)
    table = memory.late_table(late, shown.whole.labels, href=item_href(shown))
    tables.first_rows(table, phone=SHOWN_ON_PHONE)


def _reminders(shown: Current, kind: str | None) -> None:
    if (ready := _texts(shown, kind)) is not None:
        components.reminders(ready)
        exports.calendar_card(shown)


@drawn_once
def _texts(shown: Current, kind: str | None) -> bytes | None:
    obligations = owed.of_kind(shown.now.obligations, kind)
    ready = texts.reminders(replace(shown.whole, obligations=obligations), shown.book, demand())
    if not ready:
        parts.heading(deadlines.NOTHING_OWED)
        return None
    parts.heading(deadlines.REMINDERS_TITLE.format(number=words.count(len(ready))))
    if len(ready) > MOST_ROWS:
        most, number = words.count(MOST_ROWS), words.count(len(ready))
        st.markdown(deadlines.MORE.format(most=most, number=number))
    return components.packed_reminders(ready[:MOST_ROWS], shown.reminded)


VIEW: Final = "xem"
KIND: Final = "loai"
"""The address's parameters of the view and the kind; their values are the labels."""
VIEWS: Final = {
    "qua-han": View(deadlines.OVERDUE_VIEW, _overdue),
    "sap-den": View(deadlines.SOON_VIEW, _soon),
    "noi": View(deadlines.OWNERS_VIEW, _owners),
    "co-quan-theo-doi": View(deadlines.AGENCIES_VIEW, _agencies),
    "lich": View(deadlines.CALENDAR_VIEW, _calendar, by_kind=False),
    "ghi-sau-han": View(remembering.LATE_VIEW, _written_late),
    "nhac": View(deadlines.REMINDERS_VIEW, _reminders),
}
KINDS: Final = {"": KindChoice(deadlines.ALL_KINDS)} | {
    kind: KindChoice(words.KIND[kind]) for kind in words.KINDS
}

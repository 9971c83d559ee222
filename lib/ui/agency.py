"""The sections of Cơ quan: choosing an agency, its week, whom to chase, what it follows."""

from dataclasses import replace
from typing import Final
from urllib.parse import urlencode

import pandas as pd
import streamlit as st

from lib import words
from lib.assess import Assessment
from lib.ui import item, parts, tables, unit
from lib.ui.addresses import item_href
from lib.ui.current import Current
from lib.ui.once import drawn_once
from lib.ui.owed import VIEW
from lib.view import agency
from lib.view.marks import plain
from lib.view.memory import reports_written_late
from lib.view.narrowing import narrowed
from lib.view.sentences import item_name
from lib.view.tables import row
from lib.words import agency as said
from lib.words import deadlines, detail

SHOWN_ON_PHONE: Final = 10


@drawn_once
def body(shown: Current, opened: str | None) -> None:
    """Show the chosen agency with the item that is opened, or the agencies to choose from."""
    label = shown.subject.agency if shown.subject else None
    if label is None:
        choose(shown)
        return
    owner = shown.called(label, is_unit=False)
    if owner not in set(shown.whole.agencies["bearer"]):
        unit.absent(shown, owner)
        return
    name = row(shown.book.owners, owner)["name"]
    cells = followed(shown, name)
    owed = agency.own(shown.whole.obligations, name)
    if role := row(shown.book.owners, owner)["role"]:
        st.markdown(plain(role))
    item.show(shown, owner, opened)
    week(shown, name, label, owed)
    chase(shown, name, cells)
    figures(shown, name, cells)
    unit.obstacles(shown, of_agency(shown, name).obstacles)
    criteria(shown, cells)
    unit.rest(shown, label, owed, besides=agency.this_week(owed, as_of=shown.as_of))


def choose(shown: Current) -> None:
    """Offer the agencies to choose from."""
    if shown.whole.agencies.empty:
        parts.heading(said.NO_AGENCIES)
        st.markdown(said.ADD_AGENCIES)
        return
    parts.heading(detail.CHOOSE_AGENCY)
    parts.show_table(agency.agencies_table(shown.whole, href=shown.agency_href))


def followed(shown: Current, name: str) -> pd.DataFrame:
    """Return the cells of the criteria an agency follows, of the units the filters leave."""
    return of_agency(shown, name).cells


def of_agency(shown: Current, name: str) -> Assessment:
    """Narrow to an agency and to the group or unit the filters name."""
    chosen = shown.filters
    return narrowed(shown.whole, group=chosen.group, unit=chosen.unit, agency=name)


def figures(shown: Current, name: str, cells: pd.DataFrame) -> None:
    """Show the agency's key figures."""
    late = reports_written_late(shown, owner=name)
    told = agency.figures(shown.whole, name, cells, written_late=late)
    tables.figures(told)


def week(shown: Current, name: str, label: str, owed: pd.DataFrame) -> None:
    """Show what the agency must do itself within seven days, or what comes next, and mend."""
    until = words.day(shown.as_of + agency.WEEK)
    table = agency.week_table(
        owed, as_of=shown.as_of, href=item_href(shown), reminded=shown.reminded
    )
    parts.heading(said.THIS_WEEK.format(day=until))
    tables.cards(table, unnamed=1)
    if not len(table):
        st.markdown(said.NOTHING_THIS_WEEK.format(day=until))
    coming = agency.next_up(owed)
    if coming is not None and not len(table):
        named_item = plain(item_name(coming.kind, coming.code, coming.title))
        st.markdown(said.NEXT.format(item=named_item, due=words.day(coming.due)))
    if wrong := unit.wrong_rows(shown, name):
        st.markdown(f"**{said.WRONG.format(number=words.count(len(wrong)))}**")
        unit.show_wrong(shown, label, wrong)


def chase(shown: Current, name: str, cells: pd.DataFrame) -> None:
    """Show whom the agency must chase, with the ways to a reminder and to the matrix."""
    owed = of_agency(shown, name).obligations
    parts.heading(agency.chase_heading(cells), agency.chase_note(cells, owed, name))
    if agency.to_chase(cells).empty:
        return
    named, href = shown.whole.labels, item_href(shown)
    titles = dict(zip(shown.book.items["code"], shown.book.items["title"], strict=True))
    listed = agency.chase_table(cells, named, titles, as_of=shown.as_of, href=href)
    tables.first_rows(listed, phone=SHOWN_ON_PHONE)
    chosen = replace(shown.filters, unit=None)
    parts.links(
        (said.SEE_REMINDERS, f"{chosen.href('han')}&{urlencode({VIEW: deadlines.REMINDERS_VIEW})}"),
        (said.SEE_MATRIX, chosen.href("den-tin-hieu")),
    )


def criteria(shown: Current, cells: pd.DataFrame) -> None:
    """Show how the criteria it follows stand across units."""
    parts.heading(said.FOLLOWED)
    if cells.empty:
        st.markdown(said.FOLLOWED_NONE)
        return
    named, href = shown.whole.labels, item_href(shown)
    to_criterion = shown.criterion_href
    table = agency.followed_table(cells, shown.book, named, href=href, criterion_href=to_criterion)
    parts.show_table(table)

"""The sections of Đơn vị: choosing a unit, what it must do, what it lacks, its items, its past."""

from dataclasses import replace
from datetime import date
from typing import Any, Final

import pandas as pd
import streamlit as st

from lib import words
from lib.sheet import Kind
from lib.ui import data, item, parts, tables
from lib.ui.addresses import item_href, place
from lib.ui.current import Current
from lib.ui.once import drawn_once
from lib.ui.quality import every
from lib.view import lasting, marks, merger, unit
from lib.view.charts import rank_chart
from lib.view.lattice import MOST_ROWS
from lib.view.memory import reports_written_late
from lib.view.owed import pressing
from lib.view.quality import Finding, findings_table, kept
from lib.view.sentences import light_reasons
from lib.view.tables import records, row
from lib.view.trail import Proof, newest_evidence, newest_words, obstacles_table, predecessors
from lib.view.trend import ranks as rank_points
from lib.view.trend import trend_dates
from lib.words import detail

SHOWN_OBSTACLES: Final = 12
MOST_LIGHTS: Final = 14
SHOWN_ON_PHONE: Final = 8
LACKING_ON_PHONE: Final = 4


@drawn_once
def first(shown: Current, opened: str | None) -> bool:
    """Show the chosen unit with the item that is opened, what it must do and what it lacks.

    Where none is chosen, or it is not there, show which units there are; then there is no more.
    """
    label = shown.subject.unit if shown.subject else None
    if label is None:
        choose(shown)
        return False
    owner = shown.called(label, is_unit=True)
    if owner not in set(shown.whole.units["bearer"]):
        absent(shown, owner)
        return False
    name, owed, cells = _theirs(shown, owner)
    headline(shown, name)
    item.show(shown, owner, opened)
    to_do(shown, owner, owed, cells)
    lacking(shown, owner, owed, cells)
    return True


@drawn_once
def more(shown: Current) -> None:
    """Show what else is known of the chosen unit: figures, obstacles, what is well, its past."""
    label = str(shown.subject and shown.subject.unit)
    owner = shown.called(label, is_unit=True)
    name, owed, cells = _theirs(shown, owner)
    figures(shown, name)
    lights(shown, owner)
    told = shown.now.obstacles
    obstacles(shown, told[told["bearer"] == owner])
    met(shown, owner, cells)
    rest(shown, label, owed, besides=pressing(owed))
    ranks(shown, owner)
    past(shown, owner)


def _theirs(shown: Current, owner: int) -> tuple[str, pd.DataFrame, pd.DataFrame]:
    """Return a unit's name in the sheet, what it owes and its criteria."""
    tables = (shown.now.obligations, shown.now.cells)
    owed, cells = (table[table["bearer"] == owner] for table in tables)
    return row(shown.book.owners, owner)["name"], owed, cells


def choose(shown: Current) -> None:
    """Offer the units of each group, in order of rank, to choose from."""
    parts.heading(detail.CHOOSE_UNIT, detail.CHOOSE_UNIT_NOTE)
    units = shown.now.units
    if units.empty:
        parts.nothing_left(shown.filters)
        return
    groups = [group for group in shown.book.groups if (units["group"] == group).any()]
    for at, group in enumerate(groups):
        listed = units[units["group"] == group]
        parts.heading(group)
        if len(listed) > MOST_ROWS:
            number = words.count(len(listed))
            st.markdown(detail.MANY_UNITS.format(most=words.count(MOST_ROWS), number=number))
        shown_units = listed.head(MOST_ROWS)
        with st.container(key=f"thirds-{at}"):
            columns = st.columns(3, gap="large")
        for column, part in zip(columns, _thirds(shown_units), strict=True):
            with column:
                parts.show_table(unit.units_table(part, href=shown.unit_href))


def absent(shown: Current, owner: int) -> None:
    """Say why the unit or agency is not there on this date, and where to go."""
    gone, successor = row(shown.book.owners, owner), None
    if shown.book.merged_by(shown.as_of)[owner]:
        successor = row(shown.book.owners, gone["successor"])["label"]
    with st.container(border=True):
        parts.heading(detail.GONE.format(unit=gone["label"], day=words.day(shown.as_of)))
        st.markdown(marks.plain(merger.absence(gone, successor, shown.as_of)))
        ways = (
            [(detail.SEE_SUCCESSOR.format(successor=successor), shown.owner_href(successor))]
            if successor
            else []
        )
        last = gone["valid_until"]
        if not _later(gone["valid_from"], shown.as_of) and last == last:
            way = detail.SEE_LAST_DAY.format(unit=gone["label"], last=words.day(last))
            ways.append((way, _on(shown, gone, last.date())))
        if ways:
            parts.links(*ways)


def headline(shown: Current, name: str) -> None:
    """Show the unit's light with the reason."""
    whole = shown.whole
    found = whole.units[whole.units["unit"] == name]
    reason = light_reasons(found, whole.cells, whole.obligations, href=shown.criterion_href)[name]
    since = lasting.red_since(shown).get(name)
    with st.container(key="reason"):
        st.markdown(
            f"{marks.light(found['light'].iloc[0])} – {reason}{f' {since}.' if since else ''}"
        )


def lights(shown: Current, owner: int) -> None:
    """Show the unit's lights over the months."""
    past = data.trend(shown, shown.checked_dates[-MOST_LIGHTS:])
    if told := lasting.strip(past[past["bearer"] == owner]):
        st.markdown(f"**{told[0]}**  \n{told[1]}")


def to_do(shown: Current, owner: int, owed: pd.DataFrame, cells: pd.DataFrame) -> None:
    """Show what the unit must do now: overdue first, then due soon, then its own wrong rows."""
    name, label = row(shown.book.owners, owner)[["name", "label"]]
    wrong = wrong_rows(shown, name)
    parts.heading(unit.to_do_heading(owed, len(wrong)))
    whole, items = shown.whole.obligations, shown.book.items
    must = set(items.loc[items["mandatory"], "code"])
    settings = shown.book.settings
    if out := unit.way_out(whole[whole["owner"] == name], must, red_from=settings.red_from):
        st.markdown(f"**{marks.plain(out)}**")
    listed = unit.to_do_table(
        pressing(owed),
        cells,
        proofs(shown, owner),
        title=detail.TO_DO_TABLE.format(owner=label),
        as_of=shown.as_of,
        lag=settings.lag_points,
        href=item_href(shown),
        reminded=shown.reminded,
    )
    tables.cards(listed, unnamed=3, phone=SHOWN_ON_PHONE)
    show_wrong(shown, label, wrong)


def proofs(shown: Current, owner: int) -> dict[str, Proof]:
    """Return the newest evidence of the unit, and of those merged into it, by code."""
    whose = [owner, *predecessors(shown.book, owner, shown.as_of)]
    return newest_evidence(shown.book, whose, as_of=shown.as_of)


def wrong_rows(shown: Current, name: str) -> tuple[Finding, ...]:
    """Return what is wrong in the rows that the owner wrote."""
    return kept(every(shown), {name}, standing=False)


def show_wrong(shown: Current, label: str, wrong: tuple[Finding, ...]) -> None:
    """Show the rows that an owner has to mend."""
    title = detail.WRONG_ROWS.format(owner=label)
    told = findings_table(wrong, shown.whole.labels, title=title, place=place(shown), named=False)
    tables.cards(told, unnamed=2, phone=SHOWN_ON_PHONE)


def figures(shown: Current, name: str) -> None:
    """Show the unit's key figures."""
    moved = shown.whole_changes.rank_change.get(name)
    late = reports_written_late(shown, owner=name)
    told = unit.figures(shown.whole, shown.whole_before, name, moved, late=late)
    tables.figures(told)


def lacking(shown: Current, owner: int, owed: pd.DataFrame, cells: pd.DataFrame) -> None:
    """Show what the unit lacks: how many, then those not told of already."""
    above = cells["code"].isin(pressing(owed)["code"])
    told = unit.missing(cells[above])
    table = unit.lacking_table(
        cells[~above],
        titles(shown),
        proofs(shown, owner),
        as_of=shown.as_of,
        lag=shown.book.settings.lag_points,
        href=item_href(shown),
    )
    heading = unit.missing_heading(cells, agency=shown.filters.agency)
    note = detail.MISSING_ORDER if len(table) > 1 else None
    if len(told):
        note = detail.MISSING_REST if len(table) else detail.MISSING_ALL_ABOVE
        note = note.format(number=words.count(len(told)))
    parts.heading(heading, note)
    tables.cards(table, phone=LACKING_ON_PHONE)


def met(shown: Current, owner: int, cells: pd.DataFrame) -> None:
    """Fold the criteria met, each as the unit and the appraisal see it."""
    reached = unit.met(cells)
    if reached.empty:
        return
    own, judged = (
        newest_words(shown.book, owner, as_of=shown.as_of, appraisal=side) for side in (False, True)
    )
    with parts.fold(unit.met_heading(cells)):
        table = unit.criteria_table(reached, titles(shown), own, judged, href=item_href(shown))
        tables.cards(table, unnamed=2)


def titles(shown: Current) -> dict[str, str]:
    """Return the titles of items, by code."""
    return dict(zip(shown.book.items["code"], shown.book.items["title"], strict=True))


def obstacles(shown: Current, told: pd.DataFrame) -> None:
    """Show what is said to be in the way, the newest first."""
    if told.empty:
        return
    number = words.count(len(told))
    heading = detail.OBSTACLES if len(told) <= SHOWN_OBSTACLES else detail.NEWEST_OBSTACLES
    parts.heading(heading.format(number=number, shown=words.count(SHOWN_OBSTACLES)))
    told = told.head(SHOWN_OBSTACLES)
    named, href = shown.whole.labels, item_href(shown)
    since = shown.previous
    table = obstacles_table(told, titles(shown), named, href=href, place=place(shown), since=since)
    tables.cards(table)


def rest(shown: Current, label: str, owed: pd.DataFrame, *, besides: pd.DataFrame) -> None:
    """Fold the owner's tasks and reports besides those told of already."""
    given = owed[owed["kind"] != Kind.CRITERION]
    if given.empty:
        parts.note(detail.NO_TASKS)
    others = given.drop(index=given.index.intersection(besides.index))
    if others.empty:
        return
    title = detail.OWED_TABLE.format(owner=label)
    listed = unit.owed_table(
        others,
        title=title,
        as_of=shown.as_of,
        href=item_href(shown),
        reminded=shown.reminded,
        memory=shown.memory,
    )
    with parts.fold(unit.rest_heading(others)):
        tables.cards(listed, unnamed=3)


def ranks(shown: Current, owner: int) -> None:
    """Show the unit's rank on the last day of each month, once its group has something met."""
    dates = trend_dates(shown.book.settings.start, shown.as_of)
    past = data.trend(shown, dates)
    points = rank_points(past)
    points = points[points["bearer"] == owner]
    if len(points) < 2:
        return
    ranked = [(words.day(point.date), words.count(point.rank)) for point in records(points)]
    group = points["group"].iloc[-1]
    first, last = ranked[0][1], ranked[-1][1]
    title = detail.RANK_STEADY if first == last else detail.RANK_TITLE
    told = "; ".join(detail.RANK_POINT.format(day=day, rank=rank) for day, rank in ranked)
    lowest = int((shown.whole.units["group"] == group).sum())
    parts.show_chart(
        rank_chart(points, last=max(lowest, int(points["rank"].max()))),
        title=title.format(first=first, last=last, group=group),
        alt=detail.RANK_ALT.format(points=told),
    )


def past(shown: Current, owner: int) -> None:
    """Show the units merged into this one, as they stood on their last day."""
    note = merger.merger_note(shown.book, owner, shown.as_of)
    if note is None:
        return
    parts.heading(detail.BEFORE_MERGER)
    st.markdown(note)
    units = {
        number: row(shown.book.owners, number)
        for number in predecessors(shown.book, owner, shown.as_of)
    }
    ends = {number: gone["valid_until"].date() for number, gone in units.items()}
    last = {number: data.on(shown, day) for number, day in ends.items()}
    hrefs = {number: _on(shown, gone, ends[number]) for number, gone in units.items()}
    parts.show_table(merger.predecessors_table(shown.book, last, hrefs))


def _on(shown: Current, owner: Any, day: date) -> str:
    filters, label = replace(shown.filters, as_of=day, previous=None), owner["label"]
    if owner["is_unit"]:
        return filters.href("don-vi", of=label)
    return filters.href("co-quan", of=label)


def _later(first: Any, day: date) -> bool:
    return first == first and first.date() > day


def _thirds(listed: pd.DataFrame) -> list[pd.DataFrame]:
    size = -(-len(listed) // 3)
    return [listed.iloc[size * part : size * (part + 1)] for part in range(3)]

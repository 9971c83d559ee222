"""One agency: what it must do this week, whom it must chase, how the criteria it follows stand."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pandas as pd

from lib import words
from lib.assess import Assessment, State, Status
from lib.sheet import Book, Kind
from lib.view import columns, marks
from lib.view.columns import Column, saying, screen, tallied
from lib.view.marks import alarm, tally
from lib.view.memory import among
from lib.view.owed import ItemHref, in_state, item_links
from lib.view.reminded import NOTHING, Reminded
from lib.view.sentences import TITLE_LETTERS, shortened, state_reason
from lib.view.tables import Figure, Table, records
from lib.words import agency as said
from lib.words import columns as heads

WEEK = timedelta(days=7)


def own(owed: pd.DataFrame, name: str) -> pd.DataFrame:
    """Return what an agency owes itself."""
    return owed[owed["owner"] == name]


def this_week(owed: pd.DataFrame, *, as_of: date) -> pd.DataFrame:
    """Return what is overdue or due within seven days, overdue first."""
    until = pd.Timestamp(as_of + WEEK)
    waiting = in_state(owed, State.OVERDUE, State.DUE_SOON, State.OPEN)
    return waiting[(waiting["state"] == State.OVERDUE) | (waiting["due"] <= until)]


def next_up(owed: pd.DataFrame) -> Any:
    """Return the obligation due next, or None."""
    waiting = in_state(owed, State.DUE_SOON, State.OPEN).dropna(subset="due")
    found = records(waiting.sort_values("due", kind="stable").head(1))
    return found[0] if found else None


def week_table(
    owed: pd.DataFrame, *, as_of: date, href: ItemHref, reminded: Reminded = NOTHING
) -> Table:
    """List what an agency must do itself this week, and how it stands."""
    shown = (
        columns.NUMBER,
        item_links(said.WHAT, href),
        columns.DUE,
        columns.STATE,
        saying(heads.DETAIL, lambda row: state_reason(row, as_of=as_of), spare=True),
        *reminded.columns(owed),
    )
    title = said.WEEK_TABLE.format(day=words.day(as_of + WEEK))
    return screen(this_week(owed, as_of=as_of), shown, title=title)


def to_chase(cells: pd.DataFrame) -> pd.DataFrame:
    """Return the overdue cells of the criteria an agency follows."""
    return cells[cells["status"] == Status.OVERDUE]


def chase_heading(cells: pd.DataFrame) -> str:
    """Say how many units have to be chased about how much; plain text."""
    late = to_chase(cells)
    if late.empty:
        return said.CHASE_NONE
    return said.CHASE_HEADING.format(
        number=words.count(late["unit"].nunique()), items=words.count(len(late))
    )


def overdue_followed(owed: pd.DataFrame, name: str) -> int:
    """Count everything overdue that an agency follows: criteria, tasks and reports."""
    return int(((owed["agency"] == name) & (owed["state"] == State.OVERDUE)).sum())


def chase_note(cells: pd.DataFrame, owed: pd.DataFrame, name: str) -> str | None:
    """Say how many are overdue with tasks and reports, where that is another number."""
    items, every = len(to_chase(cells)), overdue_followed(owed, name)
    if items == every:
        return None
    return said.CHASE_ALL.format(every=words.count(every))


def chase_table(
    cells: pd.DataFrame,
    labels: dict[str, str],
    titles: Mapping[str, str],
    *,
    as_of: date,
    href: ItemHref,
) -> Table:
    """List the units to chase, the most and longest overdue first, each item a link to the unit's."""
    late = to_chase(cells)
    late = late.assign(days=(pd.Timestamp(as_of) - late["due"]).dt.days)
    by = late.groupby("unit", sort=False)["days"].agg(["size", "max"])
    by = by.sort_values(["size", "max"], ascending=False, kind="stable")
    codes = late.groupby("unit")["code"].agg(list)

    named = {code: f"{code} – {shortened(titles[code], TITLE_LETTERS)}" for code in late["code"]}

    def links(row: Any) -> str:
        return ", ".join(
            marks.link(named[code], href(row.Index, code)) for code in codes[row.Index]
        )

    shown = (
        columns.NUMBER_KEPT,
        saying(columns.UNIT.head, lambda row: marks.link(labels[row.Index], href(row.Index, None))),
        saying(said.OVERDUE_ITEMS, links),
        saying(heads.LONGEST, lambda row: words.count(row.max), "whole"),
    )
    return screen(by, shown, title=said.CHASE_TABLE)


def followed_table(
    cells: pd.DataFrame,
    book: Book,
    labels: dict[str, str],
    *,
    href: ItemHref,
    criterion_href: Callable[[str], str],
) -> Table:
    """List the criteria an agency follows with how the units stand; overdue ones are named.

    Each criterion leads to its page, each unit to the criterion on its own.
    """
    items = book.items[book.items["kind"] == Kind.CRITERION]
    late = to_chase(cells)

    def number(code: str, *statuses: Status) -> int:
        of_code = cells.loc[cells["code"] == code, "status"]
        return int(of_code.isin(statuses).sum())

    def named(row: Any) -> str:
        units = late.loc[late["code"] == row.code, "unit"]
        links = ", ".join(marks.link(labels[unit], href(unit, row.code)) for unit in units)
        return f"{alarm(len(units))} {links}" if links else words.BLANK

    def criterion(row: Any) -> str:
        return marks.link(f"{row.code} – {row.title}", criterion_href(row.code))

    def met(row: Any) -> str:
        return words.share(number(row.code, Status.MET), number(row.code, *Status))

    def counted(head: str, status: Status) -> Column:
        return saying(head, lambda row: tally(number(row.code, status)), "whole", spare=True)

    shown = (
        columns.NUMBER,
        saying(heads.CRITERION, criterion),
        replace(columns.DUE, spare=True),
        saying(heads.MET_ALONE, met, "whole"),
        counted(heads.AT_RISK, Status.AT_RISK),
        counted(heads.NO_DATA, Status.NO_DATA),
        saying(heads.OVERDUE, named),
    )
    listed = items[items["code"].isin(cells["code"])]
    return screen(listed, shown, title=said.FOLLOWED_TABLE)


def figures(
    whole: Assessment, name: str, cells: pd.DataFrame, *, written_late: int = 0
) -> tuple[Figure, ...]:
    """Tell an agency's own obligations and how the criteria it follows stand.

    `written_late` of its reports on time were written late.
    """
    row = records(whole.agencies[whole.agencies["agency"] == name])[0]
    late = to_chase(cells)
    met = int((cells["status"] == Status.MET).sum())
    done = said.DONE_NOTE.format(done=words.count(row.done), open=words.count(row.open))
    followed = said.FOLLOWED_NOTE.format(number=words.count(cells["code"].nunique()))
    chase = said.CHASE_NOTE.format(number=words.count(len(late)))
    return (
        Figure(said.FIGURE_OVERDUE, words.count(row.overdue), note=done),
        Figure(heads.DUE_SOON, words.count(row.due_soon)),
        Figure(
            heads.ON_TIME,
            words.percent(row.on_time_rate),
            good="up",
            note=among(written_late, "") or None,
        ),
        Figure(said.FIGURE_FOLLOWED, words.share(met, len(cells)), good="up", note=followed),
        Figure(said.FIGURE_CHASE, words.count(late["unit"].nunique()), note=chase),
    )


def agencies_table(whole: Assessment, *, href: Callable[[str], str]) -> Table:
    """List the agencies to choose from, with what is overdue of theirs."""
    late = to_chase(whole.cells)["agency"].value_counts()

    def every(row: Any) -> str:
        return tally(overdue_followed(whole.obligations, row.agency))

    shown = (
        columns.NUMBER,
        saying(heads.AGENCY_ALONE, lambda row: marks.link(row.agency, href(row.agency))),
        saying(said.OWN_OVERDUE, lambda row: alarm(row.overdue), "whole"),
        tallied("due_soon", heads.DUE_SOON),
        columns.ON_TIME,
        saying(said.FOLLOWS_OVERDUE, lambda row: alarm(late.get(row.agency, 0)), "whole"),
        saying(said.FOLLOWS_ALL, every, "whole", spare=True),
    )
    return screen(whole.agencies, shown, title=said.CHOOSE_TABLE)

"""One agency: what it must do this week, whom it must chase, how the criteria it follows stand."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pandas as pd

from lib import words
from lib.assess import Assessment, State, Status
from lib.sheet import Book, Kind
from lib.view import marks
from lib.view.marks import plain
from lib.view.owed import ItemHref, item_link
from lib.view.sentences import state_reason
from lib.view.tables import NUMBER, Figure, Table, records, table
from lib.words import agency as said
from lib.words import detail

WEEK = timedelta(days=7)


def own(owed: pd.DataFrame, name: str) -> pd.DataFrame:
    """Return what an agency owes itself."""
    return owed[owed["owner"] == name]


def this_week(owed: pd.DataFrame, *, as_of: date) -> pd.DataFrame:
    """Return what is overdue or due within seven days, overdue first."""
    until = pd.Timestamp(as_of + WEEK)
    waiting = owed["state"].isin([State.OVERDUE, State.DUE_SOON, State.OPEN])
    return owed[waiting & ((owed["state"] == State.OVERDUE) | (owed["due"] <= until))]


def next_up(owed: pd.DataFrame) -> Any:
    """Return the obligation due next, or None."""
    waiting = owed[owed["state"].isin([State.DUE_SOON, State.OPEN]) & owed["due"].notna()]
    found = records(waiting.sort_values("due", kind="stable").head(1))
    return found[0] if found else None


def week_table(owed: pd.DataFrame, *, as_of: date, href: ItemHref) -> Table:
    """List what an agency must do itself this week, and how it stands."""
    listed = records(this_week(owed, as_of=as_of))
    return table(
        {
            said.WHAT: [item_link(row, href) for row in listed],
            said.DUE: [words.day(row.due) for row in listed],
            detail.STATE: [marks.state(row.state) for row in listed],
            detail.DETAIL: [state_reason(row, as_of=as_of) for row in listed],
        },
        title=said.WEEK_TABLE.format(day=words.day(as_of + WEEK)),
        right=(said.DUE,),
        narrow=(detail.STATE,),
        spare=(NUMBER, detail.DETAIL),
    )


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
    return said.CHASE_ALL.format(items=words.count(items), every=words.count(every))


def chase_table(
    cells: pd.DataFrame, labels: dict[str, str], *, as_of: date, href: ItemHref
) -> Table:
    """List the units to chase, the most and longest overdue first, each item a link."""
    late = to_chase(cells)
    days = (pd.Timestamp(as_of) - late["due"]).dt.days
    late = late.assign(days=days)
    by = late.groupby("unit", sort=False)["days"].agg(["size", "max"])
    by = by.sort_values(["size", "max"], ascending=False, kind="stable")
    items = {unit: records(late[late["unit"] == unit]) for unit in by.index}
    return table(
        {
            said.UNIT: [marks.link(labels[unit], href(unit, None)) for unit in items],
            said.OVERDUE_ITEMS: [
                ", ".join(marks.link(row.code, href(unit, row.code)) for row in listed)
                for unit, listed in items.items()
            ],
            said.LONGEST: [words.count(number) for number in by["max"]],
        },
        title=said.CHASE_TABLE,
        right=(said.LONGEST,),
    )


def followed_table(
    cells: pd.DataFrame, book: Book, labels: dict[str, str], *, href: ItemHref
) -> Table:
    """List the criteria an agency follows with how the units stand; overdue ones are named."""
    items = book.items[(book.items["kind"] == Kind.CRITERION)]
    listed = records(items[items["code"].isin(cells["code"])])
    totals = cells["code"].value_counts()
    late = cells[cells["status"] == Status.OVERDUE]

    def number(code: str, status: str) -> int:
        return int(((cells["code"] == code) & (cells["status"] == status)).sum())

    def named(code: str) -> str:
        units = late.loc[late["code"] == code, "unit"]
        links = ", ".join(marks.link(labels[unit], href(unit, code)) for unit in units)
        return f"{marks.tone(f'**■ {words.count(len(units))}**', 'red')} {links}" if links else ""

    return table(
        {
            said.CRITERION: [plain(f"{row.code} – {row.title}") for row in listed],
            said.DUE: [words.day(row.due) for row in listed],
            said.MET: [words.share(number(row.code, "met"), totals[row.code]) for row in listed],
            said.AT_RISK: [_tally(number(row.code, "at_risk")) for row in listed],
            said.NO_DATA: [_tally(number(row.code, "no_data")) for row in listed],
            said.OVERDUE: [named(row.code) or words.BLANK for row in listed],
        },
        title=said.FOLLOWED_TABLE,
        right=(said.DUE, said.MET, said.AT_RISK, said.NO_DATA),
        spare=(NUMBER, said.DUE, said.AT_RISK, said.NO_DATA),
    )


def figures(whole: Assessment, name: str, cells: pd.DataFrame) -> tuple[Figure, ...]:
    """Tell an agency's own obligations and how the criteria it follows stand."""
    row = records(whole.agencies[whole.agencies["agency"] == name])[0]
    late = to_chase(cells)
    met = int((cells["status"] == Status.MET).sum())
    return (
        Figure(
            said.FIGURE_OVERDUE,
            words.count(row.overdue),
            None,
            "down",
            said.DONE_NOTE.format(done=words.count(row.done), open=words.count(row.open)),
        ),
        Figure(said.FIGURE_SOON, words.count(row.due_soon), None, "down"),
        Figure(said.FIGURE_ON_TIME, words.percent(row.on_time_rate), None, "up"),
        Figure(
            said.FIGURE_FOLLOWED,
            words.share(met, len(cells)),
            None,
            "up",
            said.FOLLOWED_NOTE.format(number=words.count(cells["code"].nunique())),
        ),
        Figure(
            said.FIGURE_CHASE,
            words.count(late["unit"].nunique()),
            None,
            "down",
            said.CHASE_NOTE.format(number=words.count(len(late))),
        ),
    )


def agencies_table(whole: Assessment, *, href: Callable[[str], str]) -> Table:
    """List the agencies to choose from, with what is overdue of theirs."""
    listed = records(whole.agencies)
    late = to_chase(whole.cells)["agency"].value_counts()
    return table(
        {
            said.AGENCY: [marks.link(row.agency, href(row.agency)) for row in listed],
            said.OWN_OVERDUE: [_red(row.overdue) for row in listed],
            said.DUE_SOON: [_tally(row.due_soon) for row in listed],
            said.ON_TIME: [words.percent(row.on_time_rate) for row in listed],
            said.FOLLOWS_OVERDUE: [_red(int(late.get(row.agency, 0))) for row in listed],
            said.FOLLOWS_ALL: [
                _tally(overdue_followed(whole.obligations, row.agency)) for row in listed
            ],
        },
        title=said.CHOOSE_TABLE,
        right=(
            said.OWN_OVERDUE,
            said.DUE_SOON,
            said.ON_TIME,
            said.FOLLOWS_OVERDUE,
            said.FOLLOWS_ALL,
        ),
        spare=(NUMBER, said.DUE_SOON, said.ON_TIME, said.FOLLOWS_ALL),
    )


def _tally(number: int) -> str:
    return words.count(number) if number else words.BLANK


def _red(number: int) -> str:
    return marks.tone(f"**■ {words.count(number)}**", "red") if number else words.BLANK

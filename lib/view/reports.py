"""The report calendar: who sent which period's report, on time, late, or not at all."""

from datetime import date
from typing import Any, Final

import pandas as pd

from lib import words
from lib.assess import State
from lib.assess.memory import Remembered
from lib.sheet import Book, Kind
from lib.view.lattice import MOST_ROWS, Lattice, Legend, Side, Spot
from lib.view.memory import among, seen
from lib.view.owed import ItemHref
from lib.view.sentences import item_name
from lib.view.tables import records
from lib.words import columns, deadlines, matrix

_LEGEND: Final = (State.OVERDUE, State.DONE_LATE, State.DUE_SOON, State.OPEN, State.DONE_ON_TIME)


def calendar(
    owed: pd.DataFrame,
    book: Book,
    labels: dict[str, str],
    *,
    href: ItemHref,
    memory: Remembered | None = None,
) -> Lattice:
    """Build the grid owner × period of the reports in `owed`: units, then agencies.

    Of more than `MOST_ROWS` owners those have rows that miss most reports; what misses in a period
    counts all. `memory` tells which were written late.
    """
    reports = owed[owed["kind"] == Kind.REPORT]
    periods = book.items[(book.items["kind"] == Kind.REPORT)]
    periods = _by_section(periods[periods["code"].isin(reports["code"])])
    order = dict(zip(reports["owner"], reports["bearer"], strict=True))
    groups: dict[Any, Any] = {
        owner: book.owners["group"].iat[bearer] for owner, bearer in order.items()
    }
    bands = [*book.groups, None]
    missing = reports[reports["state"] == State.OVERDUE]
    by_owner, by_period = missing["owner"].value_counts(), missing["code"].value_counts()
    worst = sorted(reports["owner"].unique(), key=lambda owner: -by_owner.get(owner, 0))
    owners = sorted(worst[:MOST_ROWS], key=lambda owner: (bands.index(groups[owner]), order[owner]))
    spots = {
        (row.owner, row.code): _spot(
            row, labels.get(row.owner, row.owner), href, seen(memory, row.owner, row.code)
        )
        for row in records(reports)
    }
    legend = [words.REPORT_STATE[state] for state in _LEGEND]
    if any(spot.word == words.REPORT_WRITTEN_LATE.word for spot in spots.values()):
        legend.append(words.REPORT_WRITTEN_LATE)

    def row(owner: str) -> Side:
        group = groups.get(owner) or columns.AGENCY_ALONE
        number = int(by_owner.get(owner, 0))
        return _row(labels.get(owner, owner), group, number, href(owner, None))

    return Lattice(
        caption=deadlines.CALENDAR_ALT,
        corner=deadlines.OWNER,
        rows=tuple(row(owner) for owner in owners),
        columns=tuple(_column(each, int(by_period.get(each.code, 0))) for each in records(periods)),
        spots=tuple(
            tuple(spots.get((owner, code)) for code in periods["code"]) for owner in owners
        ),
        legend=tuple(Legend(*mark) for mark in legend),
        nothing=deadlines.NOT_ASKED,
        keys=matrix.KEYS,
        well=deadlines.SENT_TOO,
    )


def left_out(owed: pd.DataFrame) -> str | None:
    """Say that not all who report have rows; None where all have."""
    number = owed.loc[owed["kind"] == Kind.REPORT, "owner"].nunique()
    if number <= MOST_ROWS:
        return None
    return deadlines.TOO_MANY.format(most=words.count(MOST_ROWS), number=words.count(number))


def punctuality(owed: pd.DataFrame, *, as_of: date) -> tuple[int, int]:
    """Return how many reports were sent on time of those whose due day is past, and these."""
    past = owed[(owed["kind"] == Kind.REPORT) & (owed["due"] < pd.Timestamp(as_of))]
    return int((past["state"] == State.DONE_ON_TIME).sum()), len(past)


def finding(owed: pd.DataFrame, *, as_of: date, late: int = 0) -> str:
    """Say how many of the reports due were sent on time, and written late; plain text."""
    sent, due = punctuality(owed, as_of=as_of)
    told = deadlines.CALENDAR_TITLE.format(sent=words.count(sent), due=words.count(due))
    return among(late, told)


def report_reason(report: Any) -> str:
    """Say in one clause where a report stands; plain text."""
    days = words.count(report.days_late)
    if report.state == State.OVERDUE:
        return deadlines.REPORT_OVERDUE.format(days=days)
    if report.state == State.DONE_LATE:
        return deadlines.REPORT_LATE.format(done=words.day(report.done), days=days)
    if report.state == State.DONE_ON_TIME:
        return deadlines.REPORT_SENT.format(done=words.day(report.done))
    return deadlines.REPORT_OPEN.format(due=words.day(report.due))


def _by_section(periods: pd.DataFrame) -> pd.DataFrame:
    """Keep the periods of a section together, sections as first met, days in order."""
    sections = pd.factorize(periods["section"])[0]
    ordered = periods.assign(place=sections).sort_values(["place", "due"], kind="stable")
    return ordered.drop(columns="place")


def _row(label: str, group: str, missing: int, href: str) -> Side:
    note = deadlines.MISSING_REPORTS.format(number=words.count(missing)) if missing else ""
    return Side(
        group=group,
        label=label,
        note=note,
        href=href,
        word=note or words.REPORT_STATE[State.DONE_ON_TIME].word,
        alert=int(missing > 0),
    )


def _column(period: Any, missing: int) -> Side:
    # A report is due the day before the day the plan names.
    before = deadlines.BEFORE.format(day=words.day(period.due + pd.Timedelta(days=1)))
    number = words.count(missing)
    return Side(
        group=period.section or words.KIND[Kind.REPORT],
        label=period.code,
        note=number if missing else "",
        title=f"{item_name(Kind.REPORT, period.code, period.title)}, {before}",
        word=deadlines.MISSING_REPORTS.format(number=number) if missing else "",
        alert=missing,
    )


def _spot(report: Any, owner: str, href: ItemHref, late: str) -> Spot:
    on_time = report.state == State.DONE_ON_TIME
    return Spot(
        *(words.REPORT_WRITTEN_LATE if late and on_time else words.REPORT_STATE[report.state]),
        lines=(
            f"{owner} – {report.code}: {report.title}",
            report_reason(report),
            *((f"▲ {late}",) if late else ()),
        ),
        href=href(report.owner, report.code),
    )

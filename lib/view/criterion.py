"""One criterion: how many units have it, who lacks it and why, who must chase; the weakest first."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date
from typing import Any

import pandas as pd

from lib import words
from lib.assess import Assessment, Status
from lib.sheet import Kind
from lib.view import columns, marks
from lib.view.columns import Column, saying, screen
from lib.view.marks import alarm, plain, tally
from lib.view.owed import ItemHref, agency_name, owner_links
from lib.view.sentences import item_name, some, status_reason
from lib.view.tables import Figure, Table, records
from lib.words import columns as heads
from lib.words import criterion as said
from lib.words import detail, pages

Href = Callable[[str], str]
"""The address of a criterion's page, by its code."""

MOST_UNITS = 12
_WORST_FIRST = (Status.OVERDUE, Status.AT_RISK, Status.NO_DATA, Status.ON_TRACK)


def standings(assessment: Assessment) -> pd.DataFrame:
    """Count the units by status for each criterion that any of them owes, the weakest first.

    Columns: code, title, due, agency, mandatory, total, appraised and one of each status. The
    weakest is met by the smallest share of its units, then overdue for most, then first in the
    sheet.
    """
    cells, items = assessment.cells, assessment.items
    criteria = items[items["kind"] == Kind.CRITERION]
    counts = pd.crosstab(cells["code"].astype(str), cells["status"].astype(str))
    counts = counts.reindex(columns=[status.value for status in Status], fill_value=0)
    seen = cells["appraised"] & (cells["status"] == Status.MET)
    counts = counts.assign(
        total=counts.sum(axis=1), appraised=seen.groupby(cells["code"].astype(str)).sum()
    )
    listed = criteria[["code", "title", "due", "agency", "mandatory"]].merge(
        counts, left_on="code", right_index=True
    )
    share = listed[Status.MET] / listed["total"]
    order = listed.assign(share=share).sort_values(
        ["share", Status.OVERDUE], ascending=[True, False], kind="stable"
    )
    return order.drop(columns="share").reset_index(drop=True)


def name(code: str, title: str) -> str:
    """Name a criterion as a reader knows it; plain text."""
    return item_name(Kind.CRITERION, code, title)


def finding(listed: pd.DataFrame) -> str:
    """Say which criterion is the weakest; plain text."""
    if listed.empty:
        return said.NONE_YET
    weakest = records(listed.head(1))[0]
    share, due = words.share(weakest.met, weakest.total), words.day(weakest.due)
    return said.WEAKEST.format(name=name(weakest.code, weakest.title), share=share, due=due)


def criteria_table(listed: pd.DataFrame, *, href: Href, agency_href: Href) -> Table:
    """List the criteria with how the units stand, each leading to its page."""

    def criterion(row: Any) -> str:
        link = marks.link(name(row.code, row.title), href(row.code))
        return f"{link} {_must()}" if row.mandatory else link

    def agency(row: Any) -> str:
        known = isinstance(row.agency, str) and bool(row.agency)
        address = agency_href(row.agency) if known else ""
        return marks.link(row.agency, address) if address else agency_name(row.agency)

    def counted(status: Status) -> Column:
        head = words.STATUS[status].word
        return saying(head, lambda row: tally(getattr(row, status)), "whole", spare=True)

    shown = (
        columns.NUMBER,
        saying(heads.CRITERION, criterion),
        saying(said.MET, lambda row: words.share(row.met, row.total), "whole"),
        saying(heads.OVERDUE, lambda row: alarm(row.overdue), "whole"),
        counted(Status.AT_RISK),
        counted(Status.NO_DATA),
        replace(columns.DUE, spare=True),
        saying(said.FOLLOWED, agency, spare=True),
    )
    return screen(listed, shown, title=said.CHOOSE_TABLE)


def facts(item: Any, *, href: str | None) -> str:
    """Tell in one line what a criterion is, safe as Markdown; `href` leads to who follows it."""
    agency = agency_name(item["agency"])
    told = {
        said.SECTION: plain(item["section"]),
        said.DUE: "" if pd.isna(item["due"]) else words.day(item["due"]),
        said.FOLLOWED: marks.link(item["agency"], href) if href else agency,
        said.POINTS: words.decimal(item["points"]),
        said.BASIS: plain(item["basis"]),
    }
    line = " · ".join(f"{head}: **{text}**" for head, text in told.items() if text)
    return f"{_must()} · {line}" if item["mandatory"] else line


def figures(cells: pd.DataFrame, before: pd.DataFrame) -> tuple[Figure, ...]:
    """Tell how the units stand on one criterion, with the changes; both tables are of it alone."""
    now, then = cells["status"].value_counts(), before["status"].value_counts()

    def number(status: Status) -> int:
        return int(now.get(status, 0))

    def change(status: Status) -> str | None:
        return words.signed(number(status) - int(then.get(status, 0))) if len(before) else None

    met, total = number(Status.MET), len(cells)
    appraised = int((cells["appraised"] & (cells["status"] == Status.MET)).sum())
    percent = words.percent(100 * met / total if total else None)
    note = said.MET_NOTE.format(percent=percent, appraised=words.count(appraised))
    others = _of_others(cells, before) - _of_others(before, cells)
    if others and len(before):
        note += pages.OF_OTHER_UNITS.format(change=words.signed(others))
    shown = (Status.OVERDUE, Status.AT_RISK, Status.NO_DATA)
    return (
        Figure(said.MET, words.share(met, total), change(Status.MET), "up", note),
        *(
            Figure(words.STATUS[status].word, words.count(number(status)), change(status))
            for status in shown
        ),
    )


def _of_others(cells: pd.DataFrame, before: pd.DataFrame) -> int:
    """Count the units that have it met and are not there on the other date."""
    return int(((cells["status"] == Status.MET) & ~cells["unit"].isin(before["unit"])).sum())


def lacking(cells: pd.DataFrame) -> pd.DataFrame:
    """Keep the units that have not met it, the worst first."""
    kept = cells[cells["status"] != Status.MET]
    place = kept["status"].astype("object").map(_WORST_FIRST.index)
    return kept.assign(place=place).sort_values("place", kind="stable").drop(columns="place")


def heading(cells: pd.DataFrame) -> str:
    """Say how many units lack it, and how many of them are late; plain text."""
    missing, total = lacking(cells), words.count(len(cells))
    if missing.empty:
        return said.ALL_MET.format(number=total)
    late = int((missing["status"] == Status.OVERDUE).sum())
    told = said.LATE.format(number=words.count(late)) if late else ""
    return said.LACKING.format(number=words.count(len(missing)), total=total, late=told)


def chase(cells: pd.DataFrame, labels: Mapping[str, str], agency: object) -> str | None:
    """Say who must chase whom; safe as Markdown, None where nobody is late."""
    late = cells.loc[cells["status"] == Status.OVERDUE, "unit"]
    if late.empty:
        return None
    units = some((marks.unbroken(labels[unit]) for unit in late), MOST_UNITS, pages.MORE_UNITS)
    if isinstance(agency, str) and agency:
        return said.CHASE.format(agency=plain(agency), units=units)
    return said.CHASE_NOBODY.format(units=units)


def lacking_table(
    cells: pd.DataFrame,
    labels: Mapping[str, str],
    *,
    code: str,
    as_of: date,
    lag: float,
    href: ItemHref,
) -> Table:
    """List the units that lack it with their status and why, each leading to it on its own page."""
    shown = (
        columns.NUMBER,
        replace(owner_links(heads.UNIT, labels, lambda unit, _: href(unit, code)), narrow=True),
        saying(heads.STATE, lambda row: marks.status(row.status), narrow=True),
        saying(heads.WHY, lambda row: status_reason(row, as_of=as_of, lag=lag)),
    )
    rows = lacking(cells).rename(columns={"unit": "owner"})
    return screen(rows, shown, title=said.LACKING_TABLE.format(code=code))


def have(cells: pd.DataFrame, labels: Mapping[str, str], *, code: str, href: ItemHref) -> str:
    """Name the units that have it, each leading to it; safe as Markdown."""
    met = cells.loc[cells["status"] == Status.MET, "unit"]
    return said.HAVE.format(
        units=", ".join(marks.link(labels[unit], href(unit, code)) for unit in met)
    )


def trend_words(points: pd.DataFrame) -> tuple[str, str]:
    """Return the title of a criterion's months and what tells them to who cannot see the chart.

    `points` has date, met and total, one row a date.
    """
    listed = records(points)
    told = "; ".join(
        said.TREND_POINT.format(
            day=words.day(point.date), met=words.count(point.met), total=words.count(point.total)
        )
        for point in listed
    )
    share = words.share(listed[-1].met, listed[-1].total)
    return said.TREND.format(share=share), said.TREND_ALT.format(points=told)


def _must() -> str:
    return marks.tone(f"**({detail.MANDATORY})**", "red")

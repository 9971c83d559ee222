"""What is owed, as lists and counts: overdue by days late, due soon, by owner, by agency."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date
from typing import Any, Final

import pandas as pd

from lib import words
from lib.assess import State
from lib.sheet import Kind
from lib.view import columns, marks
from lib.view.columns import Column, saying, screen, tallied
from lib.view.marks import alarm, plain, tally
from lib.view.reminded import NOTHING, Reminded
from lib.view.sentences import TITLE_LETTERS, item_name, linked, shortened, some
from lib.view.tables import Figure, Table, records
from lib.words import columns as heads
from lib.words import deadlines, meeting, pages

ItemHref = Callable[[str, str | None], str]
"""The address of an owner's page, by its name in the sheet, opened at the item with a code."""

MOST_NEXT: Final = 5
AGES: Final = ((1, 7), (8, 30), (31, 90), (91, None))
"""The steps of ageing in days overdue, both ends included; the last is open."""


def in_state(owed: pd.DataFrame, *states: State) -> pd.DataFrame:
    """Keep the obligations in one of the states."""
    return owed[owed["state"].isin(states)]


def of_kind(owed: pd.DataFrame, kind: str | None) -> pd.DataFrame:
    """Keep the obligations of a kind; none keeps all."""
    return owed if not kind else owed[owed["kind"] == kind]


def ageing(owed: pd.DataFrame) -> pd.DataFrame:
    """Count what is overdue by kind (rows) and by step of `AGES` (columns)."""
    late = in_state(owed, State.OVERDUE)
    last = [0.0, *(float(end) for _, end in AGES if end), float("inf")]
    step = pd.cut(late["days_late"].astype("float64"), last, labels=range(len(AGES)))
    counts = pd.crosstab(late["kind"].astype(str), step.astype("float64"))
    return counts.reindex(index=list(words.KINDS), columns=list(range(len(AGES))), fill_value=0)


def ageing_table(owed: pd.DataFrame) -> Table:
    """Tell how long what is overdue has been so, by kind, with sums."""
    counts = ageing(owed)
    names = [*(words.KIND[kind] for kind in words.KINDS), f"**{deadlines.TOTAL}**"]
    rows = zip(names, (*counts.to_numpy().tolist(), counts.sum().tolist()), strict=True)

    def step(number: int) -> Column:
        head = _age_head(*AGES[number])
        return saying(head, lambda row: tally(row[1][number]), "whole")

    kind = saying(columns.DAYS_OVERDUE.head, lambda row: row[0], narrow=True)
    total = saying(deadlines.TOTAL, lambda row: f"**{tally(sum(row[1]))}**", "whole")
    return screen(rows, (kind, *map(step, range(len(AGES))), total), title=deadlines.AGEING_TABLE)


def overdue_table(
    owed: pd.DataFrame, labels: dict[str, str], *, href: ItemHref, reminded: Reminded = NOTHING
) -> Table:
    """List what is overdue, the longest first; a row leads to the item."""

    def late(row: Any) -> str:
        return marks.tone(f"**{words.count(row.days_late)}**", "red")

    days = saying(columns.DAYS_OVERDUE.head, late, "whole")
    found = in_state(owed, State.OVERDUE)
    listed = _listed(labels, days, href, reminded.columns(found))
    return screen(found, listed, title=deadlines.OVERDUE_VIEW)


def next_due(owed: pd.DataFrame) -> str | None:
    """Name what falls due first of what is open and not soon due; None where nothing does."""
    ahead = in_state(owed, State.OPEN)
    first = ahead[ahead["due"] == ahead["due"].min()].drop_duplicates("code")
    if first.empty:
        return None
    named = (plain(item_name(item.kind, item.code, item.title)) for item in records(first))
    items = some(named, MOST_NEXT, meeting.MORE, slack=1)
    return deadlines.NEXT_DUE.format(day=words.day(first["due"].iat[0]), items=items)


def soon_table(
    owed: pd.DataFrame,
    labels: dict[str, str],
    *,
    as_of: date,
    href: ItemHref,
    reminded: Reminded = NOTHING,
) -> Table:
    """List what is due soon, the nearest first."""

    def left(row: Any) -> str:
        return marks.tone(f"**{words.count((row.due - pd.Timestamp(as_of)).days)}**", "amber")

    days = saying(deadlines.DAYS_LEFT, left, "whole")
    found = in_state(owed, State.DUE_SOON)
    listed = _listed(labels, days, href, reminded.columns(found))
    return screen(found, listed, title=deadlines.SOON_VIEW)


def _listed(
    labels: dict[str, str], days: Column, href: ItemHref, told: tuple[Column, ...]
) -> tuple[Column, ...]:
    return (
        columns.NUMBER,
        owner_links(deadlines.OWNER, labels, href),
        replace(columns.KIND, spare=True),
        item_links(columns.CONTENT.head, href),
        replace(columns.DUE, spare=True),
        days,
        *told,
        saying(columns.AGENCY.head, lambda row: agency_name(row.agency), spare=True),
    )


def owner_links(head: str, labels: Mapping[str, str], href: ItemHref) -> Column:
    """Return the column of owners' names, each leading to the owner's page."""
    return saying(
        head, lambda row: marks.link(labels.get(row.owner, row.owner), href(row.owner, None))
    )


def item_links(head: str, href: ItemHref) -> Column:
    """Return the column of obligations, each leading to the item on its owner's page."""
    return saying(
        head,
        lambda row: marks.link(item_name(row.kind, row.code, row.title), href(row.owner, row.code)),
    )


def agency_name(name: object) -> str:
    """Name the agency that follows an item, safe; one nobody follows says so."""
    return plain(name) if isinstance(name, str) and name else deadlines.NOBODY


def pressing(owed: pd.DataFrame) -> pd.DataFrame:
    """Keep what is overdue or due soon."""
    return in_state(owed, State.OVERDUE, State.DUE_SOON)


def anything(owed: pd.DataFrame) -> bool:
    """Tell whether there is something to show: what is pressing, or a report to expect."""
    return bool(len(pressing(owed)) or (owed["kind"] == Kind.REPORT).any())


def counts_by(owed: pd.DataFrame, column: str) -> pd.DataFrame:
    """Count what is pressing by owner or agency, those with most overdue, then longest, first.

    Columns: overdue, criterion, task, report (of those overdue), longest (days), due_soon.
    """
    wanted = pressing(owed)
    wanted = wanted.assign(
        by=wanted[column].fillna(""), late=(wanted["state"] == State.OVERDUE).astype("int64")
    )
    by = wanted.groupby("by", sort=False)
    late = wanted[wanted["late"] == 1]
    kinds = pd.crosstab(late["by"], late["kind"].astype(str))
    counted = pd.DataFrame(
        {
            "overdue": by["late"].sum(),
            "due_soon": by.size() - by["late"].sum(),
            "longest": late.groupby("by")["days_late"].max(),
        }
    )
    kinds = kinds.reindex(index=counted.index, columns=list(words.KINDS), fill_value=0)
    return counted.join(kinds).sort_values(
        ["overdue", "longest", "due_soon"], ascending=False, kind="stable"
    )


def counts_table(
    owed: pd.DataFrame, column: str, head: str, *, name: Callable[[str], str], title: str
) -> Table:
    """Show `counts_by`; `name` gives the safe Markdown of an owner or agency ("" is nobody)."""
    kinds = (tallied(kind, words.KIND[kind]) for kind in words.KINDS)
    shown = (
        columns.NUMBER,
        saying(head, lambda row: name(row.Index)),
        saying(columns.OVERDUE.head, lambda row: alarm(row.overdue), "whole"),
        *kinds,
        saying(heads.LONGEST, lambda row: words.count(row.longest), "whole"),
        saying(heads.DUE_SOON, lambda row: _soon(row.due_soon), "whole"),
    )
    return screen(counts_by(owed, column), shown, title=title)


def _age_head(first: int, last: int | None) -> str:
    if last is None:
        return deadlines.AGE_FROM.format(last=first - 1)
    return deadlines.AGE.format(first=first, last=last)


def _soon(number: int) -> str:
    return marks.tone(f"▲ {words.count(number)}", "amber") if number else words.BLANK


def _places(owed: pd.DataFrame) -> str | None:
    owners = owed["owner"].nunique()
    return deadlines.AT.format(owners=words.count(owners)) if owners else None


def figures(
    now: pd.DataFrame,
    before: pd.DataFrame,
    *,
    due_soon_days: float,
    href: Callable[[str], str] | None = None,
) -> tuple[Figure, ...]:
    """Tell how much is overdue and due soon, for how long, each with its change.

    `href` is the address of a criterion's page by its code.
    """
    late, late_before = in_state(now, State.OVERDUE), in_state(before, State.OVERDUE)
    soon, longest = in_state(now, State.DUE_SOON), late.head(1)
    days = words.count(longest["days_late"].iloc[0]) if len(longest) else None
    within = deadlines.NOTE_SOON.format(days=words.count(due_soon_days))
    return (
        Figure(
            pages.ITEMS_OVERDUE,
            words.count(len(late)),
            words.signed(len(late) - len(late_before)),
            note=_places(late),
        ),
        Figure(
            heads.DUE_SOON,
            words.count(len(soon)),
            note=", ".join(part for part in (within, _places(soon)) if part),
        ),
        Figure(
            deadlines.FIGURE_LONGEST,
            deadlines.LONGEST_DAYS.format(days=days) if days else words.BLANK,
            note=" · ".join(
                f"{plain(row.owner)}: "
                + linked(
                    item_name(row.kind, row.code, shortened(row.title, TITLE_LETTERS)),
                    row.kind,
                    row.code,
                    href,
                )
                for row in records(longest)
            )
            or None,
        ),
    )

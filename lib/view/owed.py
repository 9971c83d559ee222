"""What is owed, as lists and counts: overdue by days late, due soon, by owner, by agency."""

from collections.abc import Callable
from datetime import date
from typing import Any, Final

import pandas as pd

from lib import words
from lib.assess import State
from lib.sheet import Kind
from lib.view import marks
from lib.view.marks import plain
from lib.view.tables import NUMBER, Figure, Table, records, table
from lib.words import deadlines

ItemHref = Callable[[str, str | None], str]
"""The address of an owner's page, by its name in the sheet, opened at the item with a code."""

AGES: Final = ((1, 7), (8, 30), (31, 90), (91, None))
"""The steps of ageing in days overdue, both ends included; the last is open."""


def in_state(owed: pd.DataFrame, state: str) -> pd.DataFrame:
    """Keep the obligations in a state."""
    return owed[owed["state"] == state]


def of_kind(owed: pd.DataFrame, kind: str | None) -> pd.DataFrame:
    """Keep the obligations of a kind; none keeps all."""
    return owed if not kind else owed[owed["kind"] == kind]


def ageing(owed: pd.DataFrame) -> pd.DataFrame:
    """Count what is overdue by kind (rows) and by step of `AGES` (columns)."""
    late = in_state(owed, "overdue")
    last = [0.0, *(float(end) for _, end in AGES if end), float("inf")]
    step = pd.cut(late["days_late"].astype("float64"), last, labels=range(len(AGES)))
    counts = pd.crosstab(late["kind"].astype(str), step.astype("float64"))
    return counts.reindex(index=list(words.KINDS), columns=list(range(len(AGES))), fill_value=0)


def ageing_table(owed: pd.DataFrame) -> Table:
    """Tell how long what is overdue has been so, by kind, with sums."""
    counts = ageing(owed)
    heads = [_age_head(*age) for age in AGES]
    sums = [*counts.to_numpy().tolist(), counts.to_numpy().sum(axis=0).tolist()]
    names = [*(words.KIND[kind] for kind in words.KINDS), f"**{deadlines.TOTAL}**"]
    columns = {head: [_tally(row[n]) for row in sums] for n, head in enumerate(heads)}
    return table(
        {
            deadlines.DAYS_LATE: names,
            **columns,
            deadlines.TOTAL: [f"**{_tally(sum(row))}**" for row in sums],
        },
        title=deadlines.AGEING_TABLE,
        right=(*heads, deadlines.TOTAL),
        narrow=(deadlines.DAYS_LATE,),
        numbered=False,
    )


def overdue_table(owed: pd.DataFrame, labels: dict[str, str], *, href: ItemHref) -> Table:
    """List what is overdue, the longest first; a row leads to the item."""
    late = in_state(owed, "overdue")
    days = [marks.tone(f"**{words.count(number)}**", "red") for number in late["days_late"]]
    return _list(late, labels, deadlines.DAYS_LATE, days, href=href, title=deadlines.OVERDUE_VIEW)


def soon_table(owed: pd.DataFrame, labels: dict[str, str], *, as_of: date, href: ItemHref) -> Table:
    """List what is due soon, the nearest first."""
    soon = in_state(owed, "due_soon")
    left = [(row.due - pd.Timestamp(as_of)).days for row in records(soon)]
    days = [marks.tone(f"**{words.count(number)}**", "amber") for number in left]
    return _list(soon, labels, deadlines.DAYS_LEFT, days, href=href, title=deadlines.SOON_VIEW)


def _list(
    owed: pd.DataFrame,
    labels: dict[str, str],
    days_head: str,
    days: list[str],
    *,
    href: ItemHref,
    title: str,
) -> Table:
    listed = records(owed)
    return table(
        {
            deadlines.OWNER: [
                marks.link(labels.get(row.owner, row.owner), href(row.owner, None))
                for row in listed
            ],
            deadlines.KIND: [words.KIND[row.kind] for row in listed],
            deadlines.ITEM: [item_link(row, href) for row in listed],
            deadlines.DUE: [words.day(row.due) for row in listed],
            days_head: days,
            deadlines.FOLLOWED_BY: [agency_name(row.agency) for row in listed],
        },
        title=title,
        right=(deadlines.DUE, days_head),
        narrow=(deadlines.KIND,),
        spare=(NUMBER, deadlines.KIND, deadlines.DUE, deadlines.FOLLOWED_BY),
    )


def item_link(row: Any, href: ItemHref) -> str:
    """Link an obligation's code and title to the item on its owner's page."""
    return marks.link(item_name(row.kind, row.code, row.title), href(row.owner, row.code))


def item_name(kind: str, code: str, title: str) -> str:
    """Name an item as a reader knows it: a report's title is only its period; plain text."""
    if kind != Kind.REPORT or title.lower().startswith(deadlines.REPORT.lower()):
        return f"{code} – {title}"
    return f"{code} – {deadlines.REPORT} {title}"


def agency_name(name: object) -> str:
    """Name the agency that follows an item, safe; one nobody follows says so."""
    return plain(name) if isinstance(name, str) and name else deadlines.NOBODY


def pressing(owed: pd.DataFrame) -> pd.DataFrame:
    """Keep what is overdue or due soon."""
    return owed[owed["state"].isin([State.OVERDUE, State.DUE_SOON])]


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
    counted = counts_by(owed, column)
    kinds = [words.KIND[kind] for kind in words.KINDS]
    right = (deadlines.OVERDUE, *kinds, deadlines.LONGEST, deadlines.DUE_SOON)
    return table(
        {
            head: [name(by) for by in counted.index],
            deadlines.OVERDUE: [_red(number) for number in counted["overdue"]],
            **{words.KIND[kind]: [_tally(n) for n in counted[kind]] for kind in words.KINDS},
            deadlines.LONGEST: [words.count(days) for days in counted["longest"]],
            deadlines.DUE_SOON: [_amber(number) for number in counted["due_soon"]],
        },
        title=title,
        right=right,
        spare=(NUMBER, *kinds),
    )


def _age_head(first: int, last: int | None) -> str:
    if last is None:
        return deadlines.AGE_FROM.format(last=first - 1)
    return deadlines.AGE.format(first=first, last=last)


def _tally(number: int) -> str:
    return words.count(number) if number else words.BLANK


def _red(number: int) -> str:
    return marks.tone(f"**■ {words.count(number)}**", "red") if number else words.BLANK


def _amber(number: int) -> str:
    return marks.tone(f"▲ {words.count(number)}", "amber") if number else words.BLANK


def figures(now: pd.DataFrame, before: pd.DataFrame, *, due_soon_days: float) -> tuple[Figure, ...]:
    """Tell how much is overdue and due soon, for how long, each with its change."""
    late, late_before = in_state(now, "overdue"), in_state(before, "overdue")
    soon = in_state(now, "due_soon")
    longest = late.head(1)
    days = words.count(longest["days_late"].iloc[0]) if len(longest) else None
    return (
        Figure(
            deadlines.FIGURE_OVERDUE,
            words.count(len(late)),
            words.signed(len(late) - len(late_before)),
            "down",
            deadlines.NOTE_OVERDUE.format(owners=words.count(late["owner"].nunique())),
        ),
        Figure(
            deadlines.DUE_SOON,
            words.count(len(soon)),
            None,
            "down",
            deadlines.NOTE_SOON.format(
                days=words.count(due_soon_days), owners=words.count(soon["owner"].nunique())
            ),
        ),
        Figure(
            deadlines.FIGURE_LONGEST,
            deadlines.LONGEST_DAYS.format(days=days) if days else words.BLANK,
            None,
            "down",
            " · ".join(plain(f"{row.owner}: {row.code}") for row in records(longest)) or None,
        ),
    )

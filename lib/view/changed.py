"""What changed between two dates, in one table: moves, criteria, items overdue, mergers."""

from collections.abc import Callable, Collection
from datetime import date
from typing import Any, Final

import pandas as pd

from lib import words
from lib.assess import Assessment, Changes
from lib.view import marks
from lib.view.columns import saying, screen
from lib.view.marks import plain
from lib.view.naming import capital
from lib.view.overview import Href
from lib.view.sentences import some
from lib.view.tables import Table
from lib.words import columns as heads
from lib.words import pages

MOST_NAMES: Final = 3


def changes(
    assessment: Assessment,
    changed: Changes,
    labels: dict[str, str],
    *,
    href: Href,
    moves: bool = True,
    merged: tuple[int, str] | None = None,
    most: int = MOST_NAMES,
) -> Table:
    """Tell what changed since the previous date for the units and agencies of the assessment.

    Without `moves` ranks are left out: they count all criteria, the rest perhaps an agency's.
    `merged` tells how many units were merged away, and which (`merger.mergers`). Of each change the
    `most` affected are named.
    """
    units = set(assessment.units["unit"])
    met, lost, late, cleared = affected(assessment, changed)

    def name(owner: Any) -> str:
        label = labels.get(owner, owner)
        return marks.link(label, href(label))

    def named(numbers: pd.Series, write: Callable[[Any], str]) -> str:
        told = (f"{name(owner)} {write(number)}" for owner, number in numbers.items())
        # One more name is as short as to say that there is one more.
        return some(told, most, pages.MORE_UNITS, slack=1)

    def counted(owners: pd.Series) -> tuple[int, str]:
        return len(owners), named(frequencies(owners), words.count)

    up, down = moves_of(changed, units if moves else ())
    rows = [
        (marks.tone(pages.UP, "green"), len(up), named(up, words.movement)),
        (marks.tone(pages.DOWN, "red"), len(down), named(down, words.movement)),
        (marks.tone(pages.NEWLY_MET, "green"), *counted(met)),
        (marks.tone(pages.LOST, "red"), *counted(lost)),
        (marks.tone(pages.NEWLY_OVERDUE, "red"), *counted(late)),
        (marks.tone(pages.CLEARED, "green"), *counted(cleared)),
        *([(pages.MERGERS, merged[0], plain(capital(merged[1])))] if merged else []),
    ]
    shown = (
        saying(pages.CHANGE, lambda row: row[0], narrow=True),
        saying(pages.HOW_MANY, lambda row: words.count(row[1]), "whole"),
        saying(heads.DETAIL, lambda row: row[2]),
    )
    return screen([row for row in rows if row[1]], shown, title=pages.CHANGE_TABLE)


def affected(assessment: Assessment, changed: Changes) -> tuple[pd.Series, ...]:
    """Return whose items are newly met, no longer met, newly overdue, no longer overdue.

    An owner stands once for each item; they are those of the assessment.
    """
    units = set(assessment.units["unit"])
    owners = set(assessment.obligations["owner"])
    return tuple(
        of[of.isin(known)]
        for of, known in (
            (changed.newly_met["unit"], units),
            (changed.lost["unit"], units),
            (changed.newly_overdue["owner"], owners),
            (changed.cleared["owner"], owners),
        )
    )


def moves_of(changed: Changes, units: Collection[Any]) -> tuple[pd.Series, pd.Series]:
    """Return which of the units moved up, and which down, by how many places, the most first."""
    moved = changed.rank_change.dropna().astype(int)
    moved = moved[moved.index.isin(units)]
    up = moved[moved > 0].sort_values(ascending=False, kind="stable")
    return up, moved[moved < 0].sort_values(kind="stable")


def frequencies(owners: pd.Series) -> pd.Series:
    """Count how often each owner occurs, the most frequent first."""
    return owners.value_counts(sort=False).sort_values(ascending=False, kind="stable")


def heading(rows: int, previous: date, scope: str | None = None) -> str:
    """Say since when, or that nothing changed, and of what alone where there is a `scope`."""
    text = pages.WHAT_CHANGED if rows else pages.NOTHING_CHANGED
    since = text.format(day=words.day(previous))
    return f"{since} – {scope}" if scope else since

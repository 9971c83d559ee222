"""What changed between two dates, in one table: moves, criteria, items overdue, mergers."""

from datetime import date
from typing import Any, Final

import pandas as pd

from lib import words
from lib.assess import Assessment, Changes
from lib.view import marks
from lib.view.columns import saying, screen
from lib.view.marks import plain
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
    owners = set(assessment.obligations["owner"])
    moved = changed.rank_change.dropna()
    moved = moved[moved.index.isin(units if moves else ())].astype(int)

    def few(told: list[str]) -> str:
        # One more name is as short as to say that there is one more.
        return some(told, most, pages.MORE_UNITS, slack=1)

    def name(owner: Any) -> str:
        label = labels.get(owner, owner)
        return marks.link(label, href(label))

    def movers(places: pd.Series) -> str:
        told = [f"{name(unit)} {words.movement(by)}" for unit, by in places.items()]
        return few(told)

    def counted(frame: pd.DataFrame, column: str, known: set[str]) -> tuple[int, str]:
        kept = frame[frame[column].isin(known)]
        by_owner = kept[column].value_counts(sort=False).sort_values(ascending=False, kind="stable")
        told = [f"{name(owner)} {words.count(number)}" for owner, number in by_owner.items()]
        return len(kept), few(told)

    up = moved[moved > 0].sort_values(ascending=False, kind="stable")
    down = moved[moved < 0].sort_values(kind="stable")
    rows = [
        (marks.tone(pages.UP, "green"), len(up), movers(up)),
        (marks.tone(pages.DOWN, "red"), len(down), movers(down)),
        (marks.tone(pages.NEWLY_MET, "green"), *counted(changed.newly_met, "unit", units)),
        (marks.tone(pages.LOST, "red"), *counted(changed.lost, "unit", units)),
        (marks.tone(pages.NEWLY_OVERDUE, "red"), *counted(changed.newly_overdue, "owner", owners)),
        (marks.tone(pages.CLEARED, "green"), *counted(changed.cleared, "owner", owners)),
        *([(pages.MERGERS, merged[0], plain(merged[1]))] if merged else []),
    ]
    shown = (
        saying(pages.CHANGE, lambda row: row[0], narrow=True),
        saying(pages.HOW_MANY, lambda row: words.count(row[1]), "whole"),
        saying(heads.DETAIL, lambda row: row[2]),
    )
    return screen([row for row in rows if row[1]], shown, title=pages.CHANGE_TABLE)


def heading(rows: int, previous: date, scope: str | None = None) -> str:
    """Say since when, or that nothing changed, and of what alone where there is a `scope`."""
    text = pages.WHAT_CHANGED if rows else pages.NOTHING_CHANGED
    since = text.format(day=words.day(previous))
    return pages.OF_AGENCY.format(text=since, agency=scope) if scope else since

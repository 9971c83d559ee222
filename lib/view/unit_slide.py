"""One unit on the wall: how it stands and what it owes, for a meeting that comes to speak of it."""

from typing import Any, Final

import pandas as pd

from lib import words
from lib.assess import State
from lib.view import unit as units
from lib.view.narrowing import Shown, alike
from lib.view.owed import ItemHref
from lib.view.slide import Slide
from lib.view.tables import Table, records
from lib.words import meeting

_KEY: Final = "don-vi:"
MOST_OWED: Final = 6
_PRESSING: Final = (State.OVERDUE, State.DUE_SOON, State.OPEN)


def key(shown: Shown, asked: str) -> str | None:
    """Name the slide of the unit meant, diacritics aside, or None where no unit is so called."""
    found = alike(asked, shown.whole.units["label"])
    return f"{_KEY}{found[0]}" if found else None


def unit(shown: Shown, key: str | None) -> str | None:
    """Return the screen name of the unit whose slide is asked for, where it is there."""
    label = (key or "").removeprefix(_KEY)
    there = (key or "").startswith(_KEY) and label in set(shown.whole.units["label"])
    return label if there else None


def slide(shown: Shown, label: str, *, href: ItemHref) -> Slide:
    """Make the slide of a unit; `href` leads to an item on its page."""
    (row,) = records(shown.whole.units[shown.whole.units["label"] == label])
    moved = shown.whole_changes.rank_change.get(row.unit)
    told = meeting.UNIT_TITLE.format(
        unit=label,
        group=row.group,
        light=words.LIGHT[row.light].word.lower(),
        overdue=words.count(row.overdue),
    )
    owed = _owed(shown, row, href)
    return Slide(
        f"{_KEY}{label}",
        told,
        figures=(units.figures(shown.whole, shown.whole_before, row.unit, moved),),
        tables=(owed,) if len(owed) else (),
        text=None if len(owed) else meeting.NOTHING_OWED,
    )


def _owed(shown: Shown, row: Any, href: ItemHref) -> Table:
    """List what the unit must do, overdue first, then by deadline."""
    owed = shown.whole.obligations
    mine = owed[(owed["owner"] == row.unit) & owed["state"].isin(_PRESSING)]
    late = mine["state"] == State.OVERDUE
    ordered = pd.concat(
        [
            mine[late].sort_values("days_late", ascending=False, kind="stable"),
            mine[~late].sort_values("due", kind="stable"),
        ]
    )
    title = meeting.UNIT_TABLE.format(unit=row.label)
    return units.owed_table(ordered.head(MOST_OWED), title=title, as_of=shown.as_of, href=href)

"""For how long: since when a unit has been red, and its lights on each date looked at (rules, 7)."""

from typing import Any

import pandas as pd

from lib import words
from lib.assess import Light
from lib.view import marks
from lib.view.narrowing import Shown
from lib.view.tables import records
from lib.words import lasting as said


def since_when(shown: Shown) -> "pd.Series[str]":
    """Say for a table since when each red unit has been so, and on how many dates running."""
    return _told(shown, said.SINCE, said.NEW)


def red_since(shown: Shown) -> "pd.Series[str]":
    """Say the same as a clause that stands alone; no full stop at its end."""
    return _told(shown, said.RED_SINCE, said.NEWLY_RED)


def _told(shown: Shown, lasting: str, new: str) -> "pd.Series[str]":
    since = shown.whole_changes.red_since.dropna()

    def tell(first: Any) -> str:
        number = sum(day >= first.date() for day in shown.checked_dates)
        template = lasting if number > 1 else new
        return template.format(day=words.day(first), number=words.count(number))

    return pd.Series({unit: tell(first) for unit, first in since.items()}, dtype=object)


def strip(past: pd.DataFrame) -> tuple[str, str] | None:
    """Tell a unit's lights date by date: a plain title and Markdown; None where it is one date.

    `past` has the unit's `date` and `light`.
    """
    lights = records(past.sort_values("date"))
    if len(lights) == 1:
        return None
    red = sum(each.light == Light.RED for each in lights)
    title = (said.STRIP if red else said.STRIP_NO_RED).format(
        red=words.count(red), number=words.count(len(lights))
    )
    return title, " ".join(map(_badge, lights))


def _badge(row: Any) -> str:
    mark = words.LIGHT[Light(row.light)]
    return marks.badge(f"{words.day_month(row.date)} {mark.on_paper}", mark.tone)

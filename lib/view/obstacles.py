"""What owners say is in their way."""

from typing import Any

import pandas as pd

from lib import words
from lib.view import columns
from lib.view.columns import Column, saying, screen
from lib.view.marks import plain
from lib.view.owed import ItemHref, owner_links
from lib.view.tables import Table
from lib.view.trail import Place
from lib.words import columns as heads
from lib.words import detail


def obstacles_table(
    told: pd.DataFrame,
    titles: dict[str, str],
    labels: dict[str, str],
    *,
    href: ItemHref,
    place: Place,
) -> Table:
    """List obstacles as they come: when, whose where there are several, about what, and where."""

    def about(row: Any) -> str:
        known = isinstance(row.code, str)
        return plain(f"{row.code} – {titles[row.code]}") if known else detail.GENERAL

    several = len(told["bearer"].unique()) > 1
    shown = (
        columns.NUMBER,
        saying(heads.DAY, lambda row: words.day(row.date), narrow=True),
        *((owner_links(detail.OBSTACLE_OF, labels, href),) if several else ()),
        saying(detail.ABOUT, about),
        Column("text", detail.OBSTACLE),
        saying(detail.WHERE, lambda row: place(row.worksheet, row.row, None)),
    )
    return screen(told, shown, title=detail.OBSTACLES_TABLE)

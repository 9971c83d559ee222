"""What owners say is in their way."""

import pandas as pd

from lib import words
from lib.view.marks import link, plain
from lib.view.owed import ItemHref
from lib.view.tables import NUMBER, Table, records, table
from lib.view.trail import Place
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
    listed = records(told)
    columns = {
        detail.ENTRY_DAY: [words.day(row.date) for row in listed],
        detail.OBSTACLE_OF: [link(labels[row.owner], href(row.owner, None)) for row in listed],
        detail.ABOUT: [
            plain(f"{row.code} – {titles[row.code]}")
            if isinstance(row.code, str)
            else detail.GENERAL
            for row in listed
        ],
        detail.OBSTACLE: [plain(row.text) for row in listed],
        detail.WHERE: [place(row.worksheet, row.row, None) for row in listed],
    }
    if len(told["bearer"].unique()) == 1:
        del columns[detail.OBSTACLE_OF]
    return table(columns, title=detail.OBSTACLES_TABLE, narrow=(detail.ENTRY_DAY,), spare=(NUMBER,))

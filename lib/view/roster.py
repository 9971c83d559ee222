"""Which units were merged between two dates, in one line."""

from datetime import timedelta
from typing import Any

import pandas as pd

from lib import words
from lib.assess import Assessment
from lib.sheet import Book
from lib.view.tables import rows
from lib.words import pages, reasons


def mergers(book: Book, now: Assessment, before: Assessment) -> str | None:
    """Tell the mergers between two dates and how many units are left; plain text, or None."""
    owners, last = book.owners, book.owners["valid_until"]
    ended = (last >= pd.Timestamp(before.as_of)) & (last < pd.Timestamp(now.as_of))
    merged = owners[owners["is_unit"] & ended & (owners["successor"] >= 0)]
    if merged.empty:
        return None
    told = [
        _told([row.label for row in listed], listed[0], owners["label"])
        for _, members in merged.groupby(["valid_until", "successor"])
        if (listed := rows(members))
    ]
    counts = {"before": words.count(len(before.units)), "now": words.count(len(now.units))}
    return f"{'; '.join(told)} – {pages.UNITS_LEFT.format(**counts)}"


def _told(units: list[str], first: Any, labels: pd.Series) -> str:
    day = words.day(first.valid_until + timedelta(days=1))
    successor = labels.loc[first.successor]
    return pages.MERGED.format(day=day, units=reasons.LIST.join(units), successor=successor)

"""Which units were merged between two dates, in one line."""

from datetime import timedelta
from typing import Any

import pandas as pd

from lib import words
from lib.assess import Assessment
from lib.sheet import Book
from lib.view.tables import rows
from lib.words import pages, reasons


def mergers(book: Book, now: Assessment, before: Assessment) -> tuple[int, str] | None:
    """Count the units merged away between two dates and tell the mergers, in plain text.

    Both assessments are of all units: how many are left is part of what is told.
    """
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
    return len(merged), f"{'; '.join(told)} – {pages.UNITS_LEFT.format(**counts)}"


def _told(units: list[str], first: Any, labels: pd.Series) -> str:
    day = words.day(first.valid_until + timedelta(days=1))
    successor = labels.loc[first.successor]
    return pages.MERGED.format(day=day, units=reasons.LIST.join(units), successor=successor)

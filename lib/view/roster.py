"""Which units were merged between two dates, in one line."""

from collections.abc import Iterable
from datetime import timedelta

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
        pages.MERGED.format(
            day=words.day(day + timedelta(days=1)),
            units=_listed(row.label for row in rows(members)),
            successor=owners["label"].loc[successor],
        )
        for (day, successor), members in merged.groupby(["valid_until", "successor"])
    ]
    counts = {"before": words.count(len(before.units)), "now": words.count(len(now.units))}
    return f"{'; '.join(told)} – {pages.UNITS_LEFT.format(**counts)}"


def _listed(names: Iterable[str]) -> str:
    return reasons.LIST.join(names)

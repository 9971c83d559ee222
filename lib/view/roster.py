"""Which units were merged between two dates, in one line."""

from datetime import timedelta
from typing import Any

from lib import words
from lib.assess import Assessment
from lib.sheet import Book
from lib.view.tables import records
from lib.words import pages, reasons


def mergers(book: Book, now: Assessment, before: Assessment) -> tuple[int, str] | None:
    """Count the units merged away between two dates and tell the mergers, in plain text.

    Both assessments are of all units: how many are left is part of what is told.
    """
    owners = book.owners
    lately = book.merged_by(now.as_of) & ~book.merged_by(before.as_of)
    merged = owners[owners["is_unit"] & lately]
    if merged.empty:
        return None
    told = [
        _told(listed, owners.loc[listed[0].successor])
        for _, members in merged.groupby(["valid_until", "successor"])
        if (listed := records(members))
    ]
    counts = {"before": words.count(len(before.units)), "now": words.count(len(now.units))}
    return len(merged), f"{'; '.join(told)} – {pages.UNITS_LEFT.format(**counts)}"


def _told(units: list[Any], successor: Any) -> str:
    day = words.day(units[0].valid_until + timedelta(days=1))
    label = successor["label"]
    if [unit.name for unit in units] == [successor["name"]]:
        return pages.RENEWED.format(day=day, unit=label, group=successor["group"])
    names = reasons.LIST.join(unit.label for unit in units)
    return pages.MERGED.format(day=day, units=names, successor=label)

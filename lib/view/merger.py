"""Units that come and go: who was merged into whom, and what to say where one is not there."""

from datetime import date, timedelta
from typing import Any

import pandas as pd

from lib import words
from lib.assess import Assessment
from lib.sheet import Book
from lib.view import columns, marks
from lib.view.columns import Column, saying, screen
from lib.view.marks import plain
from lib.view.tables import Table, records, row
from lib.view.trail import predecessors
from lib.words import detail, pages, reasons


def merger_note(book: Book, owner: int, as_of: date) -> str | None:
    """Tell which units were merged into one and what follows from it; safe Markdown, or None."""
    numbers = predecessors(book, owner, as_of)
    if not numbers:
        return None
    unit, old = row(book.owners, owner), book.owners.loc[numbers]
    since, last = unit["valid_from"], old.loc[old["successor"] == owner, "valid_until"].max()
    if pd.isna(since) or since <= last:
        text = detail.MERGER_NOTE_NO_DAY
    else:
        renewed = set(old["name"]) == {unit["name"]}
        text = detail.RENEWED_NOTE if renewed else detail.MERGER_NOTE
    names = ", ".join(plain(label) for label in old["label"])
    return text.format(unit=plain(unit["label"]), units=names, day=words.day(since))


def predecessors_table(book: Book, last: dict[int, Assessment], hrefs: dict[int, str]) -> Table:
    """List the units merged into one as they stood on their last day.

    `last` holds the assessment of each one's last day, `hrefs` the address of that day's view.
    """
    owners = book.owners.loc[list(last)]
    units = {
        number: _unit(last[number], name) for number, name in zip(last, owners["name"], strict=True)
    }

    def met(row: Any) -> str:
        unit = units[row.Index]
        return columns.MET.written(unit) if unit else words.BLANK

    def light(row: Any) -> str:
        unit = units[row.Index]
        return marks.light(unit.light) if unit else words.BLANK

    shown = (
        columns.NUMBER_KEPT,
        saying(columns.UNIT.head, lambda row: marks.link(row.label, hrefs[row.Index]), narrow=True),
        columns.GROUP,
        Column("valid_until", detail.LAST_DAY, "date"),
        saying(columns.MET.head, met, "whole"),
        saying(columns.LIGHT.head, light, narrow=True),
    )
    return screen(owners, shown, title=detail.BEFORE_MERGER)


def absence(owner: Any, successor: str | None, as_of: date) -> str:
    """Say why a unit is not there on a date; plain text."""
    unit, first, last = owner["label"], owner["valid_from"], owner["valid_until"]
    if not pd.isna(first) and first > pd.Timestamp(as_of):
        return detail.NOT_YET.format(unit=unit, first=words.day(first))
    if successor is not None:
        return detail.GONE_INTO.format(unit=unit, successor=successor, last=words.day(last))
    return detail.GONE_SINCE.format(unit=unit, last=words.day(last))


def _unit(assessment: Assessment, name: Any) -> Any:
    found = records(assessment.units[assessment.units["unit"] == name])
    return found[0] if found else None


def mergers(book: Book, now: Assessment, before: Assessment) -> tuple[int, str] | None:
    """Count the units merged away between two dates and tell the mergers, inside a sentence.

    Told are mergers that concern the units of either assessment, and how many are left of these.
    """
    owners = book.owners
    lately = book.merged_by(now.as_of) & ~book.merged_by(before.as_of)
    merged = owners[owners["is_unit"] & lately]
    there = owners.index[owners["name"].isin([*now.units["unit"], *before.units["unit"]])]
    merged = merged[merged.index.isin(there) | merged["successor"].isin(there)]
    if merged.empty:
        return None
    told = [
        _told(listed, owners.loc[listed[0].successor])
        for _, members in merged.groupby(["valid_until", "successor"])
        if (listed := records(members))
    ]
    text, earlier, left = "; ".join(told), len(before.units), len(now.units)
    if left < earlier:
        counts = {"before": words.count(earlier), "now": words.count(left)}
        text = f"{text} – {pages.UNITS_LEFT.format(**counts)}"
    return len(merged), text


def _told(units: list[Any], successor: Any) -> str:
    day = words.day(units[0].valid_until + timedelta(days=1))
    label = successor["label"]
    if [unit.name for unit in units] == [successor["name"]]:
        return pages.RENEWED.format(day=day, unit=label, group=successor["group"])
    names = reasons.LIST.join(unit.label for unit in units)
    return pages.MERGED.format(day=day, units=names, successor=label)

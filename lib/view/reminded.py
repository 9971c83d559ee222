"""What was reminded by e-mail, when: told beside the item, to those who may know."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date

import pandas as pd

from lib import words
from lib.sheet import Book
from lib.view.audience import Audience, Role
from lib.view.columns import Column, saying
from lib.words import deadlines

Sent = tuple[str, date, tuple[str, ...]]
"""To which owner, by its name in the sheet, on which day, about which codes."""


@dataclass(frozen=True, slots=True)
class Reminded:
    """On which days, in order, an owner was reminded of an item, and of anything."""

    items: Mapping[tuple[str, str], tuple[date, ...]] = field(default_factory=dict)
    owners: Mapping[str, tuple[date, ...]] = field(default_factory=dict)

    def of_owner(self, owner: str) -> str:
        """Say when an owner was last reminded and how often; nothing where it never was."""
        days = _said(self.owners.get(owner, ()))
        return deadlines.REMINDED_OWNER.format(days=days) if days else ""

    def columns(self, rows: pd.DataFrame, *, owner: str = "owner") -> tuple[Column, ...]:
        """Return the column that says so beside each item; none where no row has anything to say.

        `owner` names the rows' column of owners; their codes stand in `code`.
        """
        if not any(pair in self.items for pair in zip(rows[owner], rows["code"], strict=True)):
            return ()
        return (
            saying(
                deadlines.REMINDED,
                lambda row: _said(self.items.get((getattr(row, owner), row.code), ())),
            ),
        )


NOTHING = Reminded()


def reminded(sent: Iterable[Sent], book: Book, audience: Audience, *, until: date) -> Reminded:
    """Gather what was sent since the plan began; owners see what was sent to them, the public nothing."""
    if audience.role is Role.PUBLIC:
        return NOTHING
    own = set(book.owners.loc[list(audience.owners), "name"])
    items: dict[tuple[str, str], set[date]] = {}
    owners: dict[str, set[date]] = {}
    for owner, day, codes in sent:
        hidden = audience.role is Role.OWN and owner not in own
        if hidden or not book.settings.start <= day <= until:
            continue
        owners.setdefault(owner, set()).add(day)
        for code in codes:
            items.setdefault((owner, code), set()).add(day)
    return Reminded(
        {pair: tuple(sorted(days)) for pair, days in items.items()},
        {owner: tuple(sorted(days)) for owner, days in owners.items()},
    )


def _said(days: tuple[date, ...]) -> str:
    if not days:
        return ""
    last = words.day_month(days[-1])
    if len(days) == 1:
        return last
    return deadlines.REMINDED_TIMES.format(day=last, times=words.count(len(days)))

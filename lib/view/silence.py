"""Who has not written in the sheet for long."""

from collections.abc import Mapping
from datetime import date
from typing import Any, Final

import numpy as np
import pandas as pd

from lib import words
from lib.assess import State
from lib.sheet import Book, Kind
from lib.view import columns, marks
from lib.view.columns import Column, saying, screen, tallied
from lib.view.owed import ItemHref, owner_links
from lib.view.tables import Table
from lib.words import quality

_UNDONE: Final = (State.OPEN, State.DUE_SOON, State.OVERDUE)


def silence(
    book: Book,
    units: pd.DataFrame,
    agencies: pd.DataFrame,
    owed: pd.DataFrame,
    *,
    as_of: date,
    stale_days: float,
) -> pd.DataFrame:
    """Return who has not written for longer than allowed though something waits, the longest first.

    What waits is a criterion or a task not done, or a report overdue; `owed` are the obligations.
    Who never wrote is waited for since the plan's first day, or its own. Columns: owner, last (day
    of the newest log entry), days, entries, stale (criteria, units only).
    """
    log, began = book.entries, pd.Timestamp(book.settings.start)
    own = log[~log["appraisal"] & (log["day"] <= pd.Timestamp(as_of))]
    by = own.groupby("owner")["day"].agg(["max", "size"])
    owners = [*units["bearer"], *agencies["bearer"]]
    last = by["max"].reindex(owners).reset_index(drop=True)
    first = book.owners["valid_from"].reindex(owners).reset_index(drop=True)
    told = pd.DataFrame(
        {
            "owner": [*units["unit"], *agencies["agency"]],
            "last": last,
            "days": (pd.Timestamp(as_of) - last.fillna(first.where(first > began, began))).dt.days,
            "entries": by["size"].reindex(owners).fillna(0).to_numpy(np.intp),
            "stale": units.set_index("bearer")["stale"].reindex(owners).to_numpy(),
        }
    )
    begun = owed["state"].isin(_UNDONE) & (owed["kind"] != Kind.REPORT)
    waiting = owed.loc[begun | (owed["state"] == State.OVERDUE), "bearer"]
    silent = (told["days"] > stale_days) & pd.Series(owners, dtype=object).isin(waiting)
    order = pd.DataFrame({"heard": told["last"].notna(), "days": -told["days"]})[silent]
    order = order.sort_values(["heard", "days"], kind="stable")
    return told.loc[order.index].reset_index(drop=True)


def silence_table(
    silent: pd.DataFrame, labels: Mapping[str, str], *, title: str, href: ItemHref
) -> Table:
    """List who has not written for how long."""
    shown = (
        columns.NUMBER,
        owner_links(quality.OWNER, labels, href),
        saying(quality.LAST, _last, "date"),
        saying(quality.DAYS, _days, "whole"),
        Column("entries", quality.ENTRIES, "whole", spare=True),
        tallied("stale", quality.STALE),
    )
    return screen(silent, shown, title=title)


def _last(row: Any) -> str:
    return quality.NEVER if pd.isna(row.last) else words.day(row.last)


def _days(row: Any) -> str:
    shape, tone = ("■", "red") if pd.isna(row.last) else ("▲", "amber")
    return marks.tone(f"**{shape} {words.count(row.days)}**", tone)

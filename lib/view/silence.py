"""Who has not written in the sheet for long."""

from collections.abc import Mapping
from datetime import date
from typing import Any

import numpy as np
import pandas as pd

from lib import words
from lib.sheet import Book
from lib.view import columns, marks
from lib.view.columns import Column, saying, screen, tallied
from lib.view.owed import ItemHref, owner_links
from lib.view.tables import Table
from lib.words import quality


def silence(
    book: Book, units: pd.DataFrame, agencies: pd.DataFrame, *, as_of: date
) -> pd.DataFrame:
    """Return who is to write and for how many days they have not, the longest first.

    Columns: owner, last (day of the newest log entry), days, entries, stale (criteria, units only).
    """
    log = book.entries
    own = log[~log["appraisal"] & (log["day"] <= pd.Timestamp(as_of))]
    by = own.groupby("owner")["day"].agg(["max", "size"])
    stale = units.set_index("bearer")["stale"]
    owners = [*units["bearer"], *agencies["bearer"]]
    named = [*units["unit"], *agencies["agency"]]
    told = pd.DataFrame({"owner": named, "stale": stale.reindex(owners).to_numpy()})
    last = by["max"].reindex(owners).to_numpy().astype("datetime64[s]")
    told = told.assign(
        last=last,
        entries=by["size"].reindex(owners).fillna(0).to_numpy(np.intp),
        days=(pd.Timestamp(as_of) - pd.Series(last)).dt.days,
    )
    return told.sort_values("last", kind="stable", na_position="first", ignore_index=True)


def silence_table(
    silent: pd.DataFrame, labels: Mapping[str, str], *, stale_days: float, href: ItemHref
) -> Table:
    """List who has not written for how long; longer than allowed is marked."""
    shown = (
        columns.NUMBER,
        owner_links(quality.OWNER, labels, href),
        saying(quality.LAST, _last, "date"),
        saying(quality.DAYS, lambda row: _days(row.days, stale_days), "whole"),
        Column("entries", quality.ENTRIES, "whole", spare=True),
        tallied("stale", quality.STALE),
    )
    return screen(silent, shown, title=quality.SILENCE)


def _last(row: Any) -> str:
    return quality.NEVER if pd.isna(row.last) else words.day(row.last)


def _days(days: float, stale_days: float) -> str:
    if pd.isna(days):
        return marks.tone(f"**■** {words.BLANK}", "red")
    text = words.count(days)
    return marks.tone(f"**▲ {text}**", "amber") if days > stale_days else text

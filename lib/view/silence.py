"""Who has not written in the sheet for long."""

from collections.abc import Mapping
from datetime import date
from typing import Any

import numpy as np
import pandas as pd

from lib import words
from lib.sheet import Book
from lib.view import marks
from lib.view.owed import ItemHref
from lib.view.tables import NUMBER, Table, records, table
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
    listed = records(silent)
    return table(
        {
            quality.OWNER: [marks.link(labels[row.owner], href(row.owner, None)) for row in listed],
            quality.LAST: [_last(row) for row in listed],
            quality.DAYS: [_days(row.days, stale_days) for row in listed],
            quality.ENTRIES: [words.count(row.entries) for row in listed],
            quality.STALE: [words.count(row.stale) if row.stale else words.BLANK for row in listed],
        },
        title=quality.SILENCE,
        right=(quality.LAST, quality.DAYS, quality.ENTRIES, quality.STALE),
        spare=(NUMBER, quality.ENTRIES, quality.STALE),
    )


def _last(row: Any) -> str:
    return quality.NEVER if pd.isna(row.last) else words.day(row.last)


def _days(days: float, stale_days: float) -> str:
    if pd.isna(days):
        return marks.tone(f"**■** {words.BLANK}", "red")
    text = words.count(days)
    return marks.tone(f"**▲ {text}**", "amber") if days > stale_days else text

"""Who is asked for what once mergers are carried out (rules, 1: Lists)."""

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from lib.sheet.book import Kind


def asked(
    scope: pd.DataFrame,
    owners: pd.DataFrame,
    items: pd.DataFrame,
    *,
    on: NDArray[np.datetime64] | None = None,
) -> NDArray[np.bool_]:
    """Tell by item and owner who is asked, validity dates aside.

    One named itself stands for the one it is merged into as well; of agencies only those that
    report are asked for reports. `on` gives, for each item,
    the day whose mergers count; without it every merger does that has its date.
    """
    item, owner, direct = (scope[name].to_numpy() for name in ("item", "owner", "direct"))
    matrix = np.zeros((len(items), len(owners)), bool)
    matrix[item, owner] = True
    item, owner = item[direct], owner[direct]
    ends = owners["valid_until"].to_numpy()
    successor = np.where(np.isnat(ends), -1, owners["successor"].to_numpy())
    while len(owner):
        merged = successor[owner] >= 0
        if on is not None:
            merged &= ends[owner] < on[item]
        item, owner = item[merged], successor[owner[merged]]
        matrix[item, owner] = True
    silent = ~owners["reports"].to_numpy()
    return matrix & ~((items["kind"] == Kind.REPORT).to_numpy()[:, None] & silent)

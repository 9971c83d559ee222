"""What in the sheet made an item another one for several owners at once: one place, told once (rules, 9)."""

from enum import StrEnum
from typing import Any

import pandas as pd

Pair = tuple[str, str]
"""An owner and a code, as the tables have them."""


class Moved(StrEnum):
    """What of an item's definition was changed: its deadline, whose it is, or how it is judged."""

    DUE = "due"
    OWED = "owed"
    JUDGED = "judged"


Cause = tuple[Moved, str, Any, Any]
"""What was changed of which code; of a deadline the day then and now, else whether it is owed."""


def causes(cells: pd.DataFrame, obligations: pd.DataFrame) -> dict[Pair, Cause | None]:
    """Return of each owner and code that differ what of the item did it; None: its own entries."""
    of_cells = _by_pair(cells, "unit")
    owed = _by_pair(obligations, "owner")
    return {pair: _cause(pair, of_cells.get(pair), owed.get(pair)) for pair in {**of_cells, **owed}}


def shared(found: dict[Pair, Cause | None]) -> dict[Cause, list[Pair]]:
    """Return what was changed for several owners at once, with these."""
    several: dict[Cause, list[Pair]] = {}
    for pair, cause in found.items():
        if cause is not None:
            several.setdefault(cause, []).append(pair)
    return {cause: pairs for cause, pairs in several.items() if len(pairs) > 1}


def _by_pair(table: pd.DataFrame, owner: str) -> dict[Pair, Any]:
    return dict(zip(zip(table[owner], table["code"], strict=True), table.itertuples(), strict=True))


def _cause(pair: Pair, cell: Any, owing: Any) -> Cause | None:
    code = pair[1]
    if owing is not None and (pd.isna(owing.then_state) or pd.isna(owing.now_state)):
        return Moved.OWED, code, not pd.isna(owing.then_state), not pd.isna(owing.now_state)
    if cell is not None and _differs(cell, "progress", "date"):
        return None
    if owing is not None and _differs(owing, "done"):
        return None
    if owing is not None and _differs(owing, "due"):
        return Moved.DUE, code, owing.then_due, owing.now_due
    return Moved.JUDGED, code, None, None


def _differs(row: Any, *names: str) -> bool:
    sides = ((getattr(row, f"then_{name}"), getattr(row, f"now_{name}")) for name in names)
    return any(was != now and not (pd.isna(was) and pd.isna(now)) for was, now in sides)

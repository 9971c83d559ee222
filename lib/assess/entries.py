"""The entries in standing order, and which of them stands on a day (semantics, section 3)."""

from dataclasses import dataclass
from weakref import WeakKeyDictionary

import numpy as np
from numpy.typing import NDArray

from lib.sheet import Book, Kind
from lib.sheet.scope import asked

Mask = NDArray[np.bool_]
Numbers = NDArray[np.intp]
Days = NDArray[np.datetime64]

ALMOST = 99.0
_COMPLETION, _LOG, _APPRAISAL = 0, 1, 2


@dataclass(frozen=True, eq=False, slots=True)
class Ledger:
    """Every entry, sorted by item, owner and standing order; verdicts already carried forward.

    `since` is the first day of the unbroken run of met entries up to an entry; `source` its row in
    the Book's entries, -1 for a task's `Ngày hoàn thành`.
    """

    item: Numbers
    owner: Numbers
    day: Days
    met: Mask
    progress: NDArray[np.float64]
    appraised: Mask
    since: Days
    source: Numbers


_ledgers: WeakKeyDictionary[Book, Ledger] = WeakKeyDictionary()


def ledger(book: Book) -> Ledger:
    """Return a Book's ledger; it does not depend on a date, so it is made once."""
    if book not in _ledgers:
        _ledgers[book] = _ledger(book)
    return _ledgers[book]


def _ledger(book: Book) -> Ledger:
    log = book.entries
    done_item, done_owner = _completions(book)
    item = np.concatenate([log["item"].to_numpy(), done_item])
    owner = np.concatenate([log["owner"].to_numpy(), done_owner])
    completed = book.items["completed"].to_numpy()[done_item]
    day = np.concatenate([log["day"].to_numpy(), completed]).astype("datetime64[D]")
    met = np.concatenate([log["met"].to_numpy(), np.ones(len(done_item), bool)])
    progress = np.concatenate([log["progress"].to_numpy(), np.full(len(done_item), 100.0)])
    weight = np.concatenate(
        [
            np.where(log["appraisal"].to_numpy(), _APPRAISAL, _LOG),
            np.full(len(done_item), _COMPLETION),
        ]
    )
    source = np.concatenate([np.arange(len(log)), np.full(len(done_item), -1)])
    # Stable: of one day and weight the lower row of the sheet comes later.
    order = np.lexsort((weight, day.astype(np.int64), owner, item))
    is_criterion = (book.items["kind"] == Kind.CRITERION).to_numpy()
    return _carried_forward(
        item=item[order],
        owner=owner[order],
        day=day[order],
        met=met[order],
        progress=progress[order],
        weight=weight[order],
        source=source[order],
        criterion=is_criterion[item[order]],
    )


def _completions(book: Book) -> tuple[Numbers, Numbers]:
    """Return item and owner of each task that the standing agency marked as completed."""
    completed = book.items["completed"].notna().to_numpy()
    owing = asked(book.scope, book.owners, len(book.items)) & completed[:, None]
    item, owner = np.nonzero(owing)
    return item, owner


def _carried_forward(
    *,
    item: Numbers,
    owner: Numbers,
    day: Days,
    met: Mask,
    progress: NDArray[np.float64],
    weight: Numbers,
    source: Numbers,
    criterion: Mask,
) -> Ledger:
    """Apply appraisals to what follows them, entry by entry in standing order."""
    place = np.arange(len(item))
    first = np.ones(len(item), bool)
    first[1:] = (item[1:] != item[:-1]) | (owner[1:] != owner[:-1])
    start = _last(first, place)

    appraisal, log = weight == _APPRAISAL, weight == _LOG
    last_log = _last(log, place)
    reported = np.where(last_log >= start, progress[last_log], 0.0)
    progress = np.where(appraisal & ~met, np.minimum(reported, ALMOST), progress)

    verdict = _last(appraisal, place)
    judged = criterion & ~appraisal & (verdict >= start)
    overruled = judged & met & ~met[verdict]
    met = met & ~overruled
    progress = np.where(overruled, ALMOST, progress)
    last_break = _last(~met, place)
    upheld = judged & met & (verdict > last_break)
    return Ledger(
        item=item,
        owner=owner,
        day=day,
        met=met,
        progress=progress,
        appraised=appraisal | overruled | upheld,
        since=day[np.minimum(np.maximum(last_break + 1, start), place)],
        source=source,
    )


def _last(mask: Mask, place: Numbers) -> Numbers:
    """Return for each place the last place at or before it where the mask is true, else -1."""
    return np.maximum.accumulate(np.where(mask, place, -1))


@dataclass(frozen=True, eq=False, slots=True)
class Standing:
    """By item and owner: the number of the standing entry in the ledger (-1: none)."""

    entry: Numbers
    inherited: Mask


def standing(book: Book, as_of: np.datetime64, owed: Mask) -> Standing:
    """Find the standing entries of a day; merged units take the weakest of their predecessors'."""
    entries = ledger(book)
    n = len(entries.item)
    seen = entries.day <= as_of
    last = np.ones(n, bool)
    last[:-1] = (
        (entries.item[1:] != entries.item[:-1])
        | (entries.owner[1:] != entries.owner[:-1])
        | ~seen[1:]
    )
    rows = np.flatnonzero(seen & last)
    entry = np.full(owed.shape, -1, np.intp)
    entry[entries.item[rows], entries.owner[rows]] = rows
    inherited = np.zeros(owed.shape, bool)
    passed_on = np.flatnonzero((book.items["kind"] != Kind.REPORT).to_numpy())
    for old, new in _mergers(book, as_of) if n else ():
        _inherit(entries, entry, inherited, owed, passed_on, old, new)
    return Standing(entry, inherited)


def _mergers(book: Book, as_of: np.datetime64) -> list[tuple[Numbers, Numbers]]:
    """Return predecessors and successors, those first whose predecessors are complete."""
    successor = book.owners["successor"].to_numpy()
    ends = book.owners["valid_until"].to_numpy()
    old = np.flatnonzero((successor >= 0) & (ends < as_of))
    new = successor[old]
    depth = np.zeros(len(successor), np.intp)
    while np.any(depth[new] <= depth[old]):
        np.maximum.at(depth, new, depth[old] + 1)
    levels = np.unique(depth[new])
    return [(old[depth[new] == level], new[depth[new] == level]) for level in levels]


def _inherit(
    entries: Ledger,
    entry: Numbers,
    inherited: Mask,
    owed: Mask,
    items: Numbers,
    old: Numbers,
    new: Numbers,
) -> None:
    """Fill in, for units without an entry of their own, the weakest of their predecessors'."""
    lacking = owed[np.ix_(items, old)] & (entry[np.ix_(items, new)] < 0)
    row, pair = np.nonzero(lacking)
    item, successor = items[row], new[pair]
    candidate = entry[item, old[pair]]
    met = entries.met[candidate]
    appraised = entries.appraised[candidate]
    day = entries.day[candidate].astype(np.int64)
    order = np.lexsort(
        (
            old[pair],
            np.where(met, -day, day),
            np.where(met, appraised, ~appraised),
            entries.progress[candidate],
            met,
            candidate >= 0,
            successor,
            item,
        )
    )
    item, successor, candidate = item[order], successor[order], candidate[order]
    weakest = np.ones(len(order), bool)
    weakest[1:] = (item[1:] != item[:-1]) | (successor[1:] != successor[:-1])
    weakest &= candidate >= 0
    entry[item[weakest], successor[weakest]] = candidate[weakest]
    inherited[item[weakest], successor[weakest]] = True

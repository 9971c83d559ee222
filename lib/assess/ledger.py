"""Every entry in standing order, with what verdicts and mergers make of it (rules, 3).

A merger stands in the heir's own line of entries: as a verdict at the start of its first day where
a predecessor was refused, and as an inherited entry, which what the heir writes itself follows.
"""

from dataclasses import dataclass
from typing import Any
from weakref import WeakKeyDictionary

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from lib.assess.mergers import Mergers, Pairs, mergers
from lib.sheet import Book, Kind
from lib.sheet.scope import asked

Mask = NDArray[np.bool_]
Numbers = NDArray[np.int64]

_VERDICT, _INHERITED, _COMPLETION, _LOG, _APPRAISAL = -2, -1, 0, 1, 2
"""What stands on one day, the weaker first; a verdict that a merger brings is no entry."""

_NO_DAY = np.iinfo("int64").min


@dataclass(frozen=True, eq=False, slots=True)
class Ledger:
    """Lines sorted by item, owner and standing order, as they read.

    Days count from 1970: `day` is the one a line stands from, `written` its entry's, `since` the
    first of the unbroken run of met entries up to it. `refused` tells whether the newest appraisal
    is a refusal, `refusal` its progress. `source` is the row in the Book's entries (-1: a task's
    `Ngày hoàn thành`), `origin` whose entry it is. An `absent` line says that nothing stands.
    """

    item: Numbers
    owner: Numbers
    day: Numbers
    written: Numbers
    met: Mask
    progress: NDArray[np.float64]
    appraised: Mask
    since: Numbers
    source: Numbers
    origin: Numbers
    absent: Mask
    refused: Mask
    refusal: NDArray[np.float64]

    def newest(self, item: Numbers, owner: Numbers, day: Numbers) -> Numbers:
        """Return the number of each one's newest line up to a day, -1 where there is none."""
        if not len(self.item):
            return np.full(len(item), -1)
        first, last = int(self.day.min()), int(self.day.max())
        n_owners = max(int(self.owner.max()), int(owner.max(initial=0))) + 1
        span = last - first + 2

        def place(item: Numbers, owner: Numbers, day: Numbers) -> Numbers:
            return (item * n_owners + owner) * span + np.clip(day - first + 1, 0, span - 1)

        lines = place(self.item, self.owner, self.day)
        found = np.searchsorted(lines, place(item, owner, day), side="right") - 1
        same = (found >= 0) & (self.item[found] == item) & (self.owner[found] == owner)
        return np.where(same, found, -1)


_ledgers: WeakKeyDictionary[Book, dict[int, Ledger]] = WeakKeyDictionary()


def ledger(book: Book, as_of: np.datetime64) -> Ledger:
    """Return a Book's ledger; between two days of mergers it is the same, and made once."""
    day = as_of.astype("datetime64[D]").astype(np.int64)
    carried_out = [merger for merger in mergers(book) if merger.day <= day]
    known = _ledgers.setdefault(book, {})
    if len(carried_out) not in known:
        known[len(carried_out)] = _ledger(book, carried_out)
    return known[len(carried_out)]


def _ledger(book: Book, carried_out: list[Mergers]) -> Ledger:
    last = max((merger.day for merger in carried_out), default=0)
    on = np.full(len(book.items), last).astype("datetime64[D]")
    owed = asked(book.scope, book.owners, book.items, on=on)
    kind = book.items["kind"].to_numpy()
    lines = _own_lines(book, owed & (kind == Kind.TASK)[:, None])
    pairs = [merger.passing_on(owed & (kind != Kind.REPORT)[:, None]) for merger in carried_out]
    criterion = kind == Kind.CRITERION
    for merger, (item, old, new) in zip(carried_out, pairs, strict=True):
        later = [(m.day, each) for m, each in zip(carried_out, pairs, strict=True)]
        until = _superseded(lines, merger.day, later)
        known = _read(lines[lines["owner"].isin(np.union1d(old, new))], criterion)
        if not len(known.item):
            continue
        lines = pd.concat(
            [
                lines,
                _verdicts(known, criterion, merger.day, item, old, new),
                _inherited(known, merger, until, item, old, new),
            ],
            ignore_index=True,
        )
    return _read(lines, criterion)


def _lines(**columns: Any) -> pd.DataFrame:
    """Return lines; what is not said is as of an owner's own line that is not met."""
    given = pd.DataFrame(columns).astype({"day": "int64"})
    usual: dict[str, Any] = {
        "written": given["day"],
        "met": False,
        "progress": 0.0,
        "source": -1,
        "appraised": False,
        "since": _NO_DAY,
        "absent": False,
        "origin": given["owner"],
    }
    return given.assign(**{name: usual[name] for name in usual if name not in columns})


def _own_lines(book: Book, tasks: Mask) -> pd.DataFrame:
    """Return what owners wrote, and the days on which tasks were marked as completed."""
    log = book.entries
    completed = book.items["completed"].to_numpy().astype("datetime64[D]")
    item, owner = np.nonzero(tasks & ~np.isnat(completed)[:, None])
    written = _lines(
        item=log["item"].to_numpy(),
        owner=log["owner"].to_numpy(),
        day=log["day"].to_numpy().astype("datetime64[D]").astype(np.int64),
        weight=np.where(log["appraisal"], _APPRAISAL, _LOG),
        met=log["met"].to_numpy(),
        progress=log["progress"].to_numpy(),
        source=np.arange(len(log)),
    )
    marked = _lines(
        item=item,
        owner=owner,
        day=completed[item].astype(np.int64),
        weight=np.full(len(item), _COMPLETION),
        met=np.ones(len(item), bool),
        progress=np.full(len(item), 100.0),
    )
    return pd.concat([written, marked], ignore_index=True)


def _superseded(
    lines: pd.DataFrame, day: int, mergers_of: list[tuple[int, Pairs]]
) -> "pd.Series[int]":
    """Return by item and heir the last day on which what a merger brings may still stand.

    That is the day of the heir's first own entry since, or the one before its next merger.
    """
    own = lines[(lines["weight"] >= _COMPLETION) & (lines["day"] >= day)]
    ends = [own[["item", "owner", "day"]]]
    for other, (item, _, new) in mergers_of:
        if other > day:
            ends.append(pd.DataFrame({"item": item, "owner": new, "day": other - 1}))
    return pd.concat(ends).groupby(["item", "owner"])["day"].min()


def _verdicts(
    known: Ledger, criterion: Mask, day: int, item: Numbers, old: Numbers, new: Numbers
) -> pd.DataFrame:
    """Return the refusals that heirs take over, of several the lowest."""
    line = known.newest(item, old, np.full(len(item), day - 1))
    refused = (line >= 0) & criterion[item]
    refused[refused] = known.refused[line[refused]]
    taken_over = pd.DataFrame(
        {"item": item[refused], "owner": new[refused], "progress": known.refusal[line[refused]]}
    )
    lowest = taken_over.groupby(["item", "owner"], as_index=False)["progress"].min()
    return _lines(
        item=lowest["item"],
        owner=lowest["owner"],
        day=np.full(len(lowest), day),
        weight=np.full(len(lowest), _VERDICT),
        progress=lowest["progress"],
    )


def _inherited(
    known: Ledger,
    merger: Mergers,
    until: "pd.Series[int]",
    item: Numbers,
    old: Numbers,
    new: Numbers,
) -> pd.DataFrame:
    """Return what stands for the heirs from a merger on: the weakest, on each day it may change."""
    pairs = pd.DataFrame({"item": item, "old": old, "owner": new})
    heirs = pairs[["item", "owner"]].drop_duplicates().assign(day=merger.day)
    later = pd.DataFrame({"item": known.item, "old": known.owner, "day": known.day})
    later = later[later["day"] > merger.day].drop_duplicates().merge(pairs, on=["item", "old"])
    later = later.merge(until.rename("until").reset_index(), on=["item", "owner"], how="left")
    later = later[~(later["day"] > later["until"])]
    moments = pd.concat([heirs, later[["item", "owner", "day"]]]).drop_duplicates()

    from_others = moments.merge(pairs, on=["item", "owner"]).assign(looked=lambda m: m["day"])
    itself = moments[merger.was_there[moments["owner"]]]
    itself = itself.assign(old=itself["owner"], looked=merger.day - 1)
    candidates = pd.concat([from_others, itself], ignore_index=True)
    line = known.newest(*(candidates[name].to_numpy() for name in ("item", "old", "looked")))
    return _weakest(known, candidates.assign(line=line))


def _weakest(known: Ledger, candidates: pd.DataFrame) -> pd.DataFrame:
    """Return for each item, owner and day the line that counts, absent where one of them is."""
    line = candidates["line"].to_numpy()
    found = line >= 0
    found[found] = ~known.absent[line[found]]
    met, progress = known.met[line], known.progress[line]
    appraised, written = known.appraised[line], known.written[line]
    ranked = candidates.assign(
        found=found,
        met=met,
        progress=progress,
        favoured=np.where(met, appraised, ~appraised),
        age=np.where(met, -written, written),
        is_heir=candidates["old"] == candidates["owner"],
    ).sort_values(
        ["item", "owner", "day", "found", "met", "progress", "favoured", "age", "is_heir", "old"]
    )
    first = ranked.drop_duplicates(["item", "owner", "day"])
    line = first["line"].to_numpy()
    return _lines(
        item=first["item"].to_numpy(),
        owner=first["owner"].to_numpy(),
        day=first["day"].to_numpy(),
        weight=np.full(len(first), _INHERITED),
        written=known.written[line],
        met=known.met[line] & first["found"].to_numpy(),
        progress=known.progress[line],
        source=known.source[line],
        appraised=known.appraised[line],
        since=known.since[line],
        absent=~first["found"].to_numpy(),
        origin=known.origin[line],
    )


def _read(lines: pd.DataFrame, criterion: Mask) -> Ledger:
    """Read lines one after another in standing order: what each makes of those that follow it."""
    # Stable: of one day and weight the lower row of the sheet comes later.
    order = np.lexsort(tuple(lines[name] for name in ("weight", "day", "owner", "item")))
    lines = lines.iloc[order]
    item, owner, day, weight = (
        lines[name].to_numpy() for name in ("item", "owner", "day", "weight")
    )
    place = np.arange(len(lines))
    first = np.ones(len(lines), bool)
    first[1:] = (item[1:] != item[:-1]) | (owner[1:] != owner[:-1])
    start = _last(first, place)

    appraisal, log, inherited = weight == _APPRAISAL, weight == _LOG, weight == _INHERITED
    said, absent = lines["met"].to_numpy(), lines["absent"].to_numpy()
    verdict = _last(appraisal | (weight == _VERDICT), place)
    refused = criterion[item] & (verdict >= start) & ~said[verdict]
    overruled = refused & (log | inherited) & said
    met = said & ~overruled
    broken = _last(~met & (weight != _VERDICT), place)
    taken_over = inherited & lines["appraised"].to_numpy()
    granted = _last(met & (appraisal | taken_over), place)
    plain = np.maximum(broken, _last(inherited & ~taken_over, place))
    upheld = criterion[item] & log & met & (granted > plain) & (granted >= start)
    progress = _progress(
        lines["progress"].to_numpy(),
        refusal=appraisal & ~said,
        overruled=overruled,
        verdict=verdict,
        follows=~first & ~np.roll(met | absent, 1),
        as_written=_last(log & ~said, place),
        start=start,
    )
    brought = _last(inherited, place)
    return Ledger(
        item=item,
        owner=owner,
        day=day,
        written=lines["written"].to_numpy(),
        met=met,
        progress=progress,
        appraised=appraisal | overruled | upheld | taken_over,
        since=_since(
            day,
            np.maximum(broken + 1, start),
            brought,
            lines["since"].to_numpy(),
            refused & (weight[verdict] == _VERDICT),
        ),
        source=lines["source"].to_numpy(),
        origin=lines["origin"].to_numpy(),
        absent=absent,
        refused=refused,
        refusal=np.where(verdict >= 0, progress[verdict], 0.0),
    )


def _progress(
    written: NDArray[np.float64],
    *,
    refusal: Mask,
    overruled: Mask,
    verdict: Numbers,
    follows: Mask,
    as_written: Numbers,
    start: Numbers,
) -> NDArray[np.float64]:
    """Return the progress of each line as it reads.

    A refusal has that of the entry it `follows` where that is not met, else of the newest log entry
    not met `as_written`, else none; what it overrules has the refusal's.
    """
    place = np.arange(len(written))
    fallback = np.where(as_written >= start, written[as_written], 0.0)
    own = np.where(refusal, fallback, written)
    same_as = np.where(overruled, verdict, np.where(refusal & follows, place - 1, place))
    while len(same_as) and (same_as != same_as[same_as]).any():
        same_as = same_as[same_as]
    return own[same_as]


def _since(
    day: Numbers, begun: Numbers, brought: Numbers, since: Numbers, refusal_came: Mask
) -> Numbers:
    """Return the first day of the run of met lines that each line ends.

    A run that begins with what a merger brought goes on from where that comes from, unless a
    refusal came with it: then the heir's own run begins after it.
    """
    place = np.arange(len(day))
    if not len(place):
        return day
    own = day[np.minimum(begun, place)]
    after = day[np.minimum(brought + 1, place)]
    passed_on = np.where(refusal_came[brought] & (place > brought), after, since[brought])
    return np.where(brought >= begun, passed_on, own)


def _last(mask: Mask, place: NDArray[np.intp]) -> NDArray[np.intp]:
    """Return for each place the last place at or before it where the mask is true, else -1."""
    return np.maximum.accumulate(np.where(mask, place, -1))

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

from lib.assess.mergers import Mergers, mergers
from lib.assess.owed import owed
from lib.sheet import Book, Kind
from lib.sheet.places import (
    FIRST_DAY,
    day_of,
    order_by,
    owner_and_item,
    pair,
    pair_of,
    place_of,
    weight_of,
)

Mask = NDArray[np.bool_]
Numbers = NDArray[np.int64]
Days = NDArray[np.datetime64]
Lines = dict[str, NDArray[Any]]
"""Lines as they are written, by the name of a Ledger's column."""

_VERDICT, _INHERITED, _COMPLETION, _LOG, _APPRAISAL, _NOTHING = range(6)
"""What stands on one day, the weaker first; a verdict that a merger brings is no entry."""

_NEVER = np.iinfo("int64").max
_BROUGHT = {
    "place": "int64",
    "met": "bool",
    "progress": "float64",
    "appraised": "bool",
    "written": "datetime64[D]",
    "done": "datetime64[D]",
    "source": "int64",
    "origin": "int64",
    "absent": "bool",
}
"""The columns, and their types, of lines that mergers bring."""


@dataclass(frozen=True, eq=False, slots=True)
class Ledger:
    """Lines sorted by owner, item and standing order, as they read; the first is nobody's.

    `written` is the day of a line's entry, `done` the first of the unbroken run of met entries up
    to it. `refused` tells whether the newest appraisal, the line `verdict`, is a refusal. `source`
    is the row in the Book's entries (-1: a task's `Ngày hoàn thành`), `origin` whose entry it is.
    An `absent` line says that nothing stands: it has no progress and no days, and its source and
    origin are -1. `owed` tells by item and owner who owes it while the ledger holds.
    """

    owed: Mask
    place: Numbers
    written: Days
    met: Mask
    progress: NDArray[np.float64]
    appraised: Mask
    done: Days
    source: Numbers
    origin: Numbers
    absent: Mask
    refused: Mask
    verdict: Numbers

    @property
    def day(self) -> Days:
        """The day that each line stands from."""
        return day_of(self.place).astype("datetime64[D]")

    @property
    def n_items(self) -> int:
        return len(self.owed)

    @property
    def item(self) -> Numbers:
        return owner_and_item(pair_of(self.place), self.n_items)[1]

    def newest(self, pairs: Numbers, day: Any) -> Numbers:
        """Return the number of each pair's newest line up to a day (days count from 1970).

        The first line, which says that nothing stands, where there is none.
        """
        line = np.searchsorted(self.place, place_of(pairs, day, _APPRAISAL), side="right") - 1
        return np.where(pair_of(self.place[line]) == pairs, line, 0)


_ledgers: WeakKeyDictionary[Book, tuple[list[Mergers], dict[int, Ledger]]] = WeakKeyDictionary()


def ledger(book: Book, as_of: np.datetime64) -> Ledger:
    """Return a Book's ledger; between two days of mergers it is the same, and made once."""
    if book not in _ledgers:
        _ledgers[book] = mergers(book), {}
    all_mergers, known = _ledgers[book]
    day = as_of.astype("datetime64[D]").astype(np.int64)
    carried_out = [merger for merger in all_mergers if merger.day <= day]
    if len(carried_out) not in known:
        known[len(carried_out)] = _ledger(book, carried_out)
    return known[len(carried_out)]


def _ledger(book: Book, carried_out: list[Mergers]) -> Ledger:
    last = max((merger.day for merger in carried_out), default=0)
    owes = owed(book, np.datetime64(last, "D"))
    kind = book.items["kind"].to_numpy()
    n_items = len(kind)
    criterion = np.append(kind == Kind.CRITERION, False)  # the first line is of no item
    own = _own_lines(book, owes & (kind == Kind.TASK)[:, None])
    brought: Lines = {name: np.zeros(0, type_) for name, type_ in _BROUGHT.items()}
    passing = [merger.passing_on(owes & (kind != Kind.REPORT)[:, None]) for merger in carried_out]
    days = [(merger.day, heirs) for merger, (_, heirs) in zip(carried_out, passing, strict=True)]
    for merger, (old, new) in zip(carried_out, passing, strict=True):
        part = np.isin(np.arange(len(book.owners)), [merger.old, merger.new])
        known = _read(_of(own, part, n_items), _of(brought, part, n_items), criterion, owes)
        heirs = np.unique(new)
        until = _until(own["place"], heirs, merger.day, days)
        for more in (
            _verdicts(known, merger.day, old, new),
            _inherited(known, merger, old, new, heirs, until),
        ):
            brought = {name: np.concatenate([brought[name], more[name]]) for name in brought}
    return _read(own, brought, criterion, owes)


def _own_lines(book: Book, tasks: Mask) -> Lines:
    """Return what owners wrote, and the days on which tasks were marked as completed, in order.

    Before them all stands a line that says nothing.
    """
    log = book.entries
    completed = book.items["completed"].to_numpy().astype("datetime64[D]")
    marked = np.nonzero(tasks & ~np.isnat(completed)[:, None])
    days = np.append(log["day"].to_numpy().astype("datetime64[D]"), completed[marked[0]])
    appraised = np.where(log["appraisal"], _APPRAISAL, _LOG)

    item, owner = np.append(log["item"], marked[0]), np.append(log["owner"], marked[1])
    day, weight = days.astype(np.int64), np.append(appraised, np.full(len(marked[0]), _COMPLETION))
    met = np.append(log["met"], np.ones(len(marked[0]), bool))
    progress = np.append(log["progress"], np.full(len(marked[0]), 100.0))
    order = order_by(owner, item, day, weight)
    place = place_of(pair(owner, item, len(book.items)), day, weight)
    return {
        "place": np.append(place_of(-1, FIRST_DAY, _NOTHING), place[order]),
        "met": np.append(False, met[order]),
        "progress": np.append(np.nan, progress[order]),
        "source": np.append(-1, np.where(order < len(log), order, -1)),
    }


def _of(lines: Lines, owners: Mask, n_items: int) -> Lines:
    """Return the lines of some owners, and the one that is nobody's."""
    owner, _ = owner_and_item(pair_of(lines["place"]), n_items)
    chosen = owners[owner] | (owner < 0)
    return {name: column[chosen] for name, column in lines.items()}


def _taken_over(known: Ledger, line: Numbers, place: Numbers) -> Lines:
    """Return lines for heirs, at places of their own, that say what others do."""
    return {name: getattr(known, name)[line] for name in _BROUGHT} | {"place": place}


def _until(own: Numbers, heirs: Numbers, day: int, later: list[tuple[int, Numbers]]) -> Numbers:
    """Return the last day on which what a merger brings to each heir may still stand.

    That is the day of the heir's first own entry since, or the one before its next merger.
    """
    first = np.append(own, _NEVER)[np.searchsorted(own, place_of(heirs, day, 0))]
    until = np.where(pair_of(first) == heirs, day_of(first), _NEVER)
    for other, again in later:
        if other > day:
            until = np.where(np.isin(heirs, again), np.minimum(until, other - 1), until)
    return until


def _verdicts(known: Ledger, day: int, old: Numbers, new: Numbers) -> Lines:
    """Return the refusals that heirs take over, of several the lowest."""
    line = known.newest(old, day - 1)
    refused = known.refused[line]
    heir, progress = new[refused], known.progress[known.verdict[line[refused]]]
    order = np.lexsort((progress, heir))
    heirs, lowest = np.unique(heir[order], return_index=True)
    nobodys = np.zeros(len(heirs), np.int64)
    return _taken_over(known, nobodys, place_of(heirs, day, _VERDICT)) | {
        "progress": progress[order[lowest]],
        "absent": nobodys > 0,
    }


def _inherited(
    known: Ledger, merger: Mergers, old: Numbers, new: Numbers, heirs: Numbers, until: Numbers
) -> Lines:
    """Return what stands for the heirs from a merger on: the weakest, on each day it may change."""
    begun = np.full(len(heirs), merger.day)
    later = known.place[day_of(known.place) > merger.day]
    later = later[np.isin(pair_of(later), old)]
    heir, day = new[pd.Index(old).get_indexer(pd.Index(pair_of(later)))], day_of(later)
    still = day <= until[np.searchsorted(heirs, heir)]
    moments = np.unique(
        place_of(np.append(heirs, heir[still]), np.append(begun, day[still]), _INHERITED)
    )

    heir, day = pair_of(moments), day_of(moments)
    first, last = np.searchsorted(heir, new, "left"), np.searchsorted(heir, new, "right")
    passing = np.repeat(np.arange(len(old)), last - first)
    of_others = first[passing] + np.arange(len(passing)) - np.searchsorted(passing, passing)
    of_itself = np.flatnonzero(merger.was_there[owner_and_item(heir, known.n_items)[0]])
    moment = np.append(of_others, of_itself)
    candidates = np.append(old[passing], heir[of_itself])
    looked = np.append(day[of_others], np.full(len(of_itself), merger.day - 1))
    line = known.newest(candidates, looked)
    return _taken_over(known, _weakest(known, line, moment, candidates == heir[moment]), moments)


def _weakest(known: Ledger, line: Numbers, moment: Numbers, is_heir: Mask) -> Numbers:
    """Return for each moment the one of its lines that counts, absent where one of them is."""
    met, written = known.met[line], known.written[line].astype(np.int64)
    favoured = known.appraised[line] == met
    age = np.where(met, -written, written)
    order = np.lexsort(
        (
            known.place[line],
            is_heir,
            age,
            favoured,
            known.progress[line],
            met,
            ~known.absent[line],
            moment,
        )
    )
    return line[order[np.unique(moment[order], return_index=True)[1]]]


def _read(own: Lines, brought: Lines, criterion: Mask, owes: Mask) -> Ledger:
    """Read lines one after another in standing order: what each makes of those that follow it."""
    place = np.append(own["place"], brought["place"])
    order = np.argsort(place, kind="stable")
    place = place[order]
    heirs = np.flatnonzero(order >= len(own["place"]))

    def column(name: str, usual: NDArray[Any]) -> NDArray[Any]:
        """Return a column in order, `usual` where nothing is brought."""
        usual[heirs] = brought[name][order[heirs] - len(own["place"])]
        return usual

    owner, item = owner_and_item(pair_of(place), len(owes))
    day, weight = day_of(place).astype("datetime64[D]"), weight_of(place)
    number = np.arange(len(place))
    first = np.append(True, pair_of(place)[1:] != pair_of(place)[:-1])
    start = _last(first, number)

    appraisal, log, inherited = weight == _APPRAISAL, weight == _LOG, weight == _INHERITED
    said = np.append(own["met"], brought["met"])[order]
    absent = column("absent", weight == _NOTHING)
    verdict = _last(appraisal | (weight == _VERDICT), number)
    refused = criterion[item] & (verdict >= start) & ~said[verdict]
    overruled = refused & (log | inherited) & said
    met = said & ~overruled
    broken = _last(~met & (weight != _VERDICT), number)
    taken_over = column("appraised", np.zeros(len(place), bool))
    granted = _last(met & (appraisal | taken_over), number)
    plain = np.maximum(broken, _last(inherited & ~taken_over, number))
    upheld = criterion[item] & log & met & (granted > plain) & (granted >= start)
    progress = _progress(
        np.append(own["progress"], brought["progress"])[order],
        refusal=appraisal & ~said,
        overruled=overruled,
        verdict=verdict,
        follows=~first & ~np.roll(met | absent, 1),
        as_written=_last(log & ~said, number),
        start=start,
    )
    done = _done(
        day,
        np.maximum(broken + 1, start),
        _last(inherited, number),
        column("done", day.copy()),
        refused & (weight[verdict] == _VERDICT),
    )
    never = np.datetime64("NaT", "D")
    return Ledger(
        owed=owes,
        place=place,
        written=column("written", np.where(absent, never, day)),
        met=met,
        progress=progress,
        appraised=appraisal | overruled | upheld | taken_over,
        done=np.where(met, done, never),
        source=np.append(own["source"], brought["source"])[order],
        origin=column("origin", np.where(absent, -1, owner)),
        absent=absent,
        refused=refused,
        verdict=verdict,
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
    progress = written.copy()
    refusals = np.flatnonzero(refusal)
    before = as_written[refusals]
    progress[refusals] = np.where(before >= start[refusals], written[before], 0.0)
    taking = np.flatnonzero(overruled | (refusal & follows))
    source = np.where(overruled[taking], verdict[taking], taking - 1)
    while (progress[taking] != progress[source]).any():  # one may take what another takes
        progress[taking] = progress[source]
    return progress


def _done(day: Days, begun: Numbers, brought: Numbers, since: Days, refusal_came: Mask) -> Days:
    """Return the first day of the run of met lines that each line ends.

    A run that begins with what a merger brought goes on from where that comes from, unless a
    refusal came with it: then the heir's own run begins after it.
    """
    done = day[np.minimum(begun, np.arange(len(day)))]
    going_on = np.flatnonzero(brought >= begun)
    first = brought[going_on]
    after = refusal_came[first] & (first < going_on)
    done[going_on] = np.where(after, day[np.minimum(first + 1, going_on)], since[first])
    return done


def _last(mask: Mask, number: NDArray[np.intp]) -> NDArray[np.intp]:
    """Return for each line the last one up to it where the mask is true, else -1."""
    return np.maximum.accumulate(np.where(mask, number, -1))

"""Assesses a Book as of one date: units, cells, obligations (semantics, sections 2 to 6)."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from lib.assess.entries import standing
from lib.assess.obligations import obligations, on_time_rates, valid
from lib.assess.ranking import scores
from lib.assess.status import cells
from lib.assess.values import State
from lib.sheet import Book, Kind
from lib.sheet.scope import asked


@dataclass(frozen=True, eq=False)
class Assessment:
    """Everything shown for one date; dates are datetime64[s], percents 0–100, gaps NaT and NaN.

    units: unit, label, group, rank (Int64), light, met, met_appraised, total, met_points,
        max_points, progress, on_time_rate, overdue, at_risk, no_data, stale, mandatory_overdue;
        in screen order (group, rank, name).
    agencies: agency, role, on_time_rate, overdue, due_soon, open, done; as in the sheet.
    cells: unit, code, status, progress, date, appraised, inherited, stale, cause, expected, due,
        due_unreadable, mandatory, worksheet, row, evidence, author; by unit, then criterion;
        without those that do not apply.
    obligations: kind, owner, is_unit, code, title, agency, due, done, state, days_late; overdue
        first by days late, then due soon, open, done.
    """

    as_of: date
    units: pd.DataFrame
    agencies: pd.DataFrame
    cells: pd.DataFrame
    obligations: pd.DataFrame


def assess(book: Book, *, as_of: date) -> Assessment:
    """Assess a Book on a date: only entries up to it exist, only units valid on it take part."""
    day = np.datetime64(as_of, "D")
    owed = _owed(book, day)
    found = standing(book, day, owed)
    now = owed & valid(book, np.array([day]))
    owing = obligations(book, day, now, found)
    by_unit = cells(book, day, now, found)

    n = len(book.owners)
    owner, state = owing["owner"].to_numpy(), owing["state"].array
    is_report = (book.items["kind"] == Kind.REPORT).to_numpy()[owing["item"]]
    rates = on_time_rates(owner, state, is_report, n)
    counts = {
        "overdue": _count(owner, state, n, State.OVERDUE),
        "due_soon": _count(owner, state, n, State.DUE_SOON),
        "open": _count(owner, state, n, State.OPEN),
        "done": _count(owner, state, n, State.DONE_LATE, State.DONE_ON_TIME),
    }
    is_unit = book.owners["is_unit"].to_numpy()
    shown = np.flatnonzero(valid(book, np.array([day]))[0] & is_unit)
    units = scores(book, shown, by_unit, counts["overdue"], rates)
    agencies = pd.DataFrame({"on_time_rate": rates, **counts})[~is_unit]
    return Assessment(
        as_of=as_of,
        units=_units(book, units),
        agencies=_agencies(book, agencies),
        cells=_cells(book, by_unit, units["owner"].to_numpy()),
        obligations=_obligations(book, owing, units["owner"].to_numpy()),
    )


def history(
    book: Book, dates: Iterable[date], *, codes: Collection[str] | None = None
) -> pd.DataFrame:
    """Return the `units` of several dates below each other, with their `date`.

    With `codes`, `met` and `total` count these criteria alone; all else stays whole.
    """
    return pd.concat([_units_on(book, day, codes) for day in dates], ignore_index=True)


def _units_on(book: Book, day: date, codes: Collection[str] | None) -> pd.DataFrame:
    found = assess(book, as_of=day)
    units = found.units.assign(date=pd.Timestamp(day))
    if codes is None:
        return units
    cells = found.cells[found.cells["code"].isin(codes)]
    counts = (cells["status"] == "met").groupby(cells["unit"]).agg(["sum", "size"])
    counts = counts.reindex(units["unit"], fill_value=0)
    return units.assign(met=counts["sum"].to_numpy(), total=counts["size"].to_numpy())


def _owed(book: Book, as_of: np.datetime64) -> NDArray[np.bool_]:
    """Tell by item and owner who is asked; for a report the mergers of its last day count."""
    is_report = (book.items["kind"] == Kind.REPORT).to_numpy()
    due = book.items["due"].to_numpy().astype("datetime64[D]")
    return asked(book.scope, book.owners, len(book.items), on=np.where(is_report, due, as_of))


def _count(owner: NDArray, state: pd.Categorical, n: int, *states: State) -> NDArray[np.intp]:
    return np.bincount(owner[state.isin(states)], minlength=n)


def _units(book: Book, units: pd.DataFrame) -> pd.DataFrame:
    named = book.owners.loc[units["owner"], ["name", "label"]].reset_index(drop=True)
    names = named.rename(columns={"name": "unit"}).assign(group=units["group"], rank=units["rank"])
    return names.join(units.drop(columns=["owner", "group", "rank"])).astype({"group": "str"})


def _agencies(book: Book, agencies: pd.DataFrame) -> pd.DataFrame:
    named = book.owners.loc[agencies.index, ["name", "role"]].rename(columns={"name": "agency"})
    return named.join(agencies).reset_index(drop=True)


def _cells(book: Book, cells: pd.DataFrame, units: NDArray[np.intp]) -> pd.DataFrame:
    """Name units and criteria, add what stands behind each cell, put units in screen order."""
    place = np.zeros(len(book.owners), np.intp)
    place[units] = np.arange(len(units))
    order = np.lexsort((cells["item"], place[cells["owner"]]))
    cells = cells.iloc[order].reset_index(drop=True)
    items = book.items.loc[cells["item"]].reset_index(drop=True)
    without = cells["entry"].to_numpy() < 0
    source = book.entries.reindex(cells["entry"]).reset_index(drop=True)
    titles = np.array([title for title, _ in book.worksheets] + [None], object)
    tab = source["tab"].fillna(-1).to_numpy(np.intp)
    return pd.DataFrame(
        {
            "unit": book.owners["name"].to_numpy()[cells["owner"]],
            "code": items["code"],
            **cells.drop(columns=["owner", "item", "entry"]),
            "due": items["due"],
            "due_unreadable": items["due_unreadable"],
            "mandatory": items["mandatory"],
            "worksheet": titles[tab],
            "row": source["row"].where(~without).astype("Int64"),
            "evidence": source["evidence"].fillna(""),
            "author": source["author"].fillna(""),
        }
    ).astype(dict.fromkeys(("unit", "code", "worksheet", "evidence", "author"), "str"))


def _obligations(book: Book, owing: pd.DataFrame, units: NDArray[np.intp]) -> pd.DataFrame:
    """Name owners and items, put what is overdue first."""
    n = len(book.owners)
    place = np.arange(n) + n
    place[units] = np.arange(len(units))
    late = owing["days_late"].fillna(0).where(owing["state"] == State.OVERDUE, 0)
    due = owing["due"].to_numpy()
    order = np.lexsort((owing["item"], place[owing["owner"]], due, -late, owing["state"].cat.codes))
    owing = owing.iloc[order].reset_index(drop=True)
    items = book.items.loc[owing["item"]].reset_index(drop=True)
    owners = book.owners.loc[owing["owner"]].reset_index(drop=True)
    is_criterion = items["kind"] == Kind.CRITERION
    answering = owners["name"].where(~owners["is_unit"], book.settings.standing_agency)
    return pd.DataFrame(
        {
            "kind": pd.Categorical(items["kind"], categories=[kind.value for kind in Kind]),
            "owner": owners["name"],
            "is_unit": owners["is_unit"],
            "code": items["code"],
            "title": items["title"],
            "agency": items["agency"].where(is_criterion, answering),
            "due": owing["due"],
            "done": owing["done"],
            "state": owing["state"],
            "days_late": owing["days_late"],
        }
    )

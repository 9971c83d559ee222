"""Assesses a Book as of one date: units, cells, obligations (rules, 2 to 6)."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from lib.assess.obligations import obligations, on_time_rates, valid
from lib.assess.ranking import scores
from lib.assess.standing import standing
from lib.assess.status import cells
from lib.assess.values import Light, State, Status
from lib.sheet import Book, Kind
from lib.sheet.book import agency_on
from lib.sheet.scope import asked


@dataclass(frozen=True, eq=False)
class Assessment:
    """Everything shown for one date; dates are datetime64[s], percents 0–100, gaps NaT and NaN.

    units: bearer, unit, label, group, rank and overall (Int64), light, met, met_appraised, total, met_points,
        max_points, progress, on_time_rate, overdue, at_risk, no_data, stale, mandatory_overdue;
        in screen order (group, rank, name).
    agencies: bearer, agency, role, on_time_rate, overdue, due_soon, open, done; as in the sheet.
    cells: bearer, unit, code, agency, status, progress, date, appraised, inherited, refused,
        stale, cause, expected, due, due_unreadable, mandatory, worksheet, row, evidence, author;
        by unit, then criterion; without those that do not apply.
    obligations: kind, bearer, owner, is_unit, code, title, agency, given, due, done, state,
        days_late; overdue first by days late, then due soon, open, done.
    obstacles: bearer, owner, code (None where none is known), date, text, author, worksheet, row;
        newest first.

    items: the Book's, `agency` and `standing_agency` being those of the date. labels: each owner's
        screen name by its name.

    `bearer` is an owner's number in the Book: of a name's several bearers one is there at a time.
    """

    as_of: date
    units: pd.DataFrame
    agencies: pd.DataFrame
    cells: pd.DataFrame
    obligations: pd.DataFrame
    obstacles: pd.DataFrame
    items: pd.DataFrame
    standing_agency: str | None
    labels: dict[str, str]


@dataclass(frozen=True, eq=False, slots=True)
class _Weighed:
    """One date's figures, owners and items by their numbers; `rates` and `counts` by owner."""

    owing: pd.DataFrame
    cells: pd.DataFrame
    units: pd.DataFrame
    rates: NDArray[np.float64]
    counts: dict[str, NDArray[np.intp]]
    there: NDArray[np.bool_]


def assess(book: Book, *, as_of: date) -> Assessment:
    """Assess a Book on a date: only entries up to it exist, only units valid on it take part."""
    found = _weighed(book, as_of)
    shown = found.units["owner"].to_numpy()
    is_unit = book.owners["is_unit"].to_numpy()
    agencies = pd.DataFrame({"on_time_rate": found.rates, **found.counts})[found.there & ~is_unit]
    items = book.items.assign(agency=_followers(book, as_of))
    standing_agency = agency_on(book, book.settings.standing_agency, as_of)
    known = book.owners.iloc[np.argsort(found.there, kind="stable")]
    return Assessment(
        as_of=as_of,
        units=_units(book, found.units),
        agencies=_agencies(book, agencies),
        cells=_cells(book, items, found.cells, shown),
        obligations=_obligations(book, items, standing_agency, found.owing, shown),
        obstacles=_obstacles(book, as_of),
        items=items,
        standing_agency=standing_agency,
        labels=dict(zip(known["name"], known["label"], strict=True)),
    )


def red_units(book: Book, as_of: date) -> frozenset[int]:
    """Return the numbers of the units that are red on a date."""
    units = _weighed(book, as_of).units
    return frozenset(units["owner"][units["light"] == Light.RED])


def _weighed(book: Book, as_of: date) -> _Weighed:
    day = np.datetime64(as_of, "D")
    there = valid(book, np.array([day]))[0]
    owed = _owed(book, day) & there
    found = standing(book, day)
    owing = obligations(book, day, owed, found)
    by_unit = cells(book, day, owed, found)

    owner, state = owing["owner"].to_numpy(), owing["state"].array
    counts = {
        name: np.bincount(owner[state.isin(states)], minlength=len(book.owners))
        for name, states in _COUNTED.items()
    }
    rates = on_time_rates(book, owing, day)
    shown = np.flatnonzero(there & book.owners["is_unit"].to_numpy())
    return _Weighed(
        owing, by_unit, scores(book, shown, by_unit, counts, rates), rates, counts, there
    )


def history(book: Book, dates: Iterable[date], *, agency: str | None = None) -> pd.DataFrame:
    """Return the `units` of several dates below each other, with their `date`.

    With an agency, `met` and `total` count the criteria alone that it follows on each date; all
    else stays whole.
    """
    return pd.concat([_units_on(book, day, agency) for day in dates], ignore_index=True)


_COUNTED = {
    "overdue": [State.OVERDUE],
    "due_soon": [State.DUE_SOON],
    "open": [State.OPEN],
    "done": [State.DONE_LATE, State.DONE_ON_TIME],
}


def _units_on(book: Book, day: date, agency: str | None) -> pd.DataFrame:
    found = assess(book, as_of=day)
    units = found.units.assign(date=pd.Timestamp(day))
    if agency is None:
        return units
    cells = found.cells[found.cells["agency"] == agency]
    counts = (cells["status"] == Status.MET).groupby(cells["bearer"]).agg(["sum", "size"])
    counts = counts.reindex(units["bearer"], fill_value=0)
    return units.assign(met=counts["sum"].to_numpy(), total=counts["size"].to_numpy())


def _owed(book: Book, as_of: np.datetime64) -> NDArray[np.bool_]:
    """Tell by item and owner who is asked; for a report the mergers of its last day count."""
    is_report = (book.items["kind"] == Kind.REPORT).to_numpy()
    due = book.items["due"].to_numpy().astype("datetime64[D]")
    return asked(book.scope, book.owners, book.items, on=np.where(is_report, due, as_of))


def _units(book: Book, units: pd.DataFrame) -> pd.DataFrame:
    named = book.owners.loc[units["owner"], ["name", "label"]].reset_index(drop=True)
    names = named.rename(columns={"name": "unit"}).assign(group=units["group"], rank=units["rank"])
    figures = units.drop(columns=["group", "rank"]).rename(columns={"owner": "bearer"})
    return names.join(figures).astype({"group": "str"})


def _agencies(book: Book, agencies: pd.DataFrame) -> pd.DataFrame:
    named = book.owners.loc[agencies.index, ["name", "role"]].rename(columns={"name": "agency"})
    return named.join(agencies).rename_axis("bearer").reset_index()


def _followers(book: Book, as_of: date) -> "pd.Series[str]":
    """Return each item's agency as it is on a date."""
    written = book.items["agency"]
    known = {text: agency_on(book, text, as_of) for text in written.dropna().unique()}
    return pd.Series([known.get(text) for text in written], written.index, "object")


def _cells(
    book: Book, items: pd.DataFrame, cells: pd.DataFrame, units: NDArray[np.intp]
) -> pd.DataFrame:
    """Name units and criteria, add what stands behind each cell, put units in screen order."""
    place = np.zeros(len(book.owners), np.intp)
    place[units] = np.arange(len(units))
    order = np.lexsort((cells["item"], place[cells["owner"]]))
    cells = cells.iloc[order].reset_index(drop=True)
    items = items.loc[cells["item"]].reset_index(drop=True)
    without = cells["entry"].to_numpy() < 0
    source = book.entries.reindex(cells["entry"]).reset_index(drop=True)
    titles = np.array([title for title, _ in book.worksheets] + [None], object)
    tab = source["tab"].fillna(-1).to_numpy(np.intp)
    return pd.DataFrame(
        {
            "unit": book.owners["name"].to_numpy()[cells["owner"]],
            "code": items["code"],
            "agency": items["agency"],
            **cells.drop(columns=["owner", "item", "entry"]),
            "bearer": cells["owner"],
            "due": items["due"],
            "due_unreadable": items["due_unreadable"],
            "mandatory": items["mandatory"],
            "worksheet": titles[tab],
            "row": source["row"].where(~without).astype("Int64"),
            "evidence": source["evidence"].fillna(""),
            "author": source["author"].fillna(""),
        }
    ).astype(dict.fromkeys(("unit", "code", "worksheet", "evidence", "author"), "str"))


def _obligations(
    book: Book,
    items: pd.DataFrame,
    standing_agency: str | None,
    owing: pd.DataFrame,
    units: NDArray[np.intp],
) -> pd.DataFrame:
    """Name owners and items, put what is overdue first."""
    n = len(book.owners)
    place = np.arange(n) + n
    place[units] = np.arange(len(units))
    late = owing["days_late"].fillna(0).where(owing["state"] == State.OVERDUE, 0)
    due = owing["due"].to_numpy()
    order = np.lexsort((owing["item"], place[owing["owner"]], due, -late, owing["state"].cat.codes))
    owing = owing.iloc[order].reset_index(drop=True)
    items = items.loc[owing["item"]].reset_index(drop=True)
    owners = book.owners.loc[owing["owner"]].reset_index(drop=True)
    is_criterion = items["kind"] == Kind.CRITERION
    answering = owners["name"].where(~owners["is_unit"], standing_agency)
    return pd.DataFrame(
        {
            "kind": pd.Categorical(items["kind"], categories=[kind.value for kind in Kind]),
            "bearer": owing["owner"],
            "owner": owners["name"],
            "is_unit": owners["is_unit"],
            "code": items["code"],
            "title": items["title"],
            "agency": items["agency"].where(is_criterion, answering),
            "given": items["given"],
            "due": owing["due"],
            "done": owing["done"],
            "state": owing["state"],
            "days_late": owing["days_late"],
        }
    )


def _obstacles(book: Book, as_of: date) -> pd.DataFrame:
    """Name owners and codes of the obstacles told up to a date, the newest first."""
    told = book.obstacles[book.obstacles["day"] <= pd.Timestamp(as_of)]
    told = told.sort_values("day", ascending=False, kind="stable")
    codes = np.array([*book.items["code"], None], object)
    titles = np.array([title for title, _ in book.worksheets], object)
    return pd.DataFrame(
        {
            "bearer": told["owner"].to_numpy(),
            "owner": book.owners["name"].to_numpy()[told["owner"]],
            "code": pd.Series(codes[told["item"]], dtype="object"),
            "date": told["day"].to_numpy(),
            "text": told["text"].to_numpy(),
            "author": told["author"].to_numpy(),
            "worksheet": titles[told["tab"]],
            "row": told["row"].to_numpy(),
        }
    )

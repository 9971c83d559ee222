"""Assesses a Book as of one date: units, cells, obligations (rules, 2 to 6)."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from lib.assess.obligations import Owing, obligations, on_time_rates
from lib.assess.owed import valid
from lib.assess.ranking import Figures, counted, scores
from lib.assess.standing import standing
from lib.assess.status import Cells, cells, tallied
from lib.assess.tables import (
    agencies_table,
    cells_table,
    obligations_table,
    obstacles_table,
    units_table,
)
from lib.assess.values import Light, Status
from lib.sheet import Book
from lib.sheet.book import agency_on


@dataclass(frozen=True, eq=False)
class Assessment:
    """Everything shown for one date; percents are 0–100, gaps NaT, NaN and None.

    Columns and their types are the `…_TYPES` in `tables`.

    units: in screen order (group, rank, name).
    agencies: as in the sheet.
    cells: by unit, then criterion; without those that do not apply.
    obligations: overdue first by days late, then due soon, open, done.
    obstacles: newest first; no code where none is known.
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
    """One date's figures, owners and items by their numbers.

    `units` are counted in the Book's order, `owed` by owner for each state.
    """

    day: np.datetime64
    there: NDArray[np.bool_]
    cells: Cells
    owing: Owing
    owed: dict[str, NDArray[np.intp]]
    units: Figures


def assess(book: Book, *, as_of: date) -> Assessment:
    """Assess a Book on a date: only entries up to it exist, only units valid on it take part."""
    found = _weighed(book, as_of)
    rates, units = _scored(book, found)
    agencies = np.flatnonzero(found.there & ~book.owners["is_unit"].to_numpy())
    items = book.items.assign(agency=_followers(book, as_of))
    standing_agency = agency_on(book, book.settings.standing_agency, as_of)
    known = np.argsort(found.there, kind="stable")
    names, labels = (book.owners[column].to_numpy()[known] for column in ("name", "label"))
    return Assessment(
        as_of=as_of,
        units=units_table(book, units),
        agencies=agencies_table(book, agencies, found.owed, rates),
        cells=cells_table(book, items, found.cells, units["owner"]),
        obligations=obligations_table(book, items, standing_agency, found.owing, units["owner"]),
        obstacles=obstacles_table(book, found.day),
        items=items,
        standing_agency=standing_agency,
        labels=dict(zip(names, labels, strict=True)),
    )


def red_units(book: Book, as_of: date) -> frozenset[int]:
    """Return the numbers of the units that are red on a date."""
    units = _weighed(book, as_of).units
    return frozenset(units["owner"][units["light"] == Light.RED].tolist())


def owing(book: Book, as_of: date) -> Owing:
    """Return what is owed on a date and nothing else."""
    return _weighed(book, as_of).owing


def history(
    book: Book, dates: Iterable[date], *, agency: str | None = None, code: str | None = None
) -> pd.DataFrame:
    """Return the `units` of several dates below each other, with their `date`.

    With an agency, `met` and `total` count the criteria alone that it follows on each date, with a
    code that criterion alone; all else stays whole.
    """
    return pd.concat([_units_on(book, day, agency, code) for day in dates], ignore_index=True)


def _units_on(book: Book, day: date, agency: str | None, code: str | None) -> pd.DataFrame:
    found = _weighed(book, day)
    _, units = _scored(book, found)
    if agency is not None or code is not None:
        kept = book.items["code"] == code if code is not None else _followers(book, day) == agency
        follows = kept.to_numpy()[found.cells.item]
        met = follows & np.asarray(found.cells.status == Status.MET)
        for name, counted_ones in (("met", met), ("total", follows)):
            by_owner = np.bincount(found.cells.owner[counted_ones], minlength=len(book.owners))
            units[name] = by_owner[units["owner"]]
    return units_table(book, units).assign(date=pd.Timestamp(day))


def _weighed(book: Book, as_of: date) -> _Weighed:
    day = np.datetime64(as_of, "D")
    there = valid(book, np.array([day]))[0]
    found = standing(book, day, there)
    by_unit, owing = cells(book, day, found), obligations(book, day, found)
    owed = tallied(owing.state, owing.owner, len(book.owners))
    shown = np.flatnonzero(there & book.owners["is_unit"].to_numpy())
    return _Weighed(day, there, by_unit, owing, owed, counted(book, shown, by_unit, owed))


def _scored(book: Book, found: _Weighed) -> tuple[NDArray[np.float64], Figures]:
    """Return by owner the share of reports on time, and the units' figures in screen order."""
    rates = on_time_rates(book, found.owing, found.day)
    return rates, scores(book, found.cells, found.units, rates)


def _followers(book: Book, as_of: date) -> "pd.Series[str]":
    """Return each item's agency as it is on a date."""
    written = book.items["agency"]
    known = {text: agency_on(book, text, as_of) for text in written.dropna().unique()}
    return pd.Series([known.get(text) for text in written], written.index, "object")

"""The turn of the year: next year's definitions out of a sheet that was kept this year."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

import pandas as pd

from lib.grid import Cell, Grid
from lib.sheet import Book
from lib.sheet.cells import is_blank, list_parts, parse_date, text_of
from lib.sheet.schema import (
    AGENCIES,
    CRITERIA,
    LIST_SEPARATOR,
    PERIODS,
    TASKS,
    UNITS,
    Field,
    Setting,
    Worksheet,
)
from lib.template.given import Line, answers, lines, settings_table, typed
from lib.template.plan import Table
from lib.vietnamese import code_key

_OF_ITS_YEAR = (Setting.AS_OF, Setting.PREVIOUS, Setting.PLAN_NUMBER, Setting.PLAN_DATE)
"""Settings that say nothing of another year."""

_MOVED = (Setting.START, Setting.END)
_NAMED = {
    UNITS: (Field.MERGED_INTO,),
    AGENCIES: (Field.MERGED_INTO,),
    CRITERIA: (Field.FOLLOWED_BY, Field.APPLIES_TO),
    TASKS: (Field.LED_BY, Field.PARTNERS),
    PERIODS: (Field.ASKED_OF,),
}
"""The columns that name units and agencies."""

_TITLES = {CRITERIA: Field.CRITERION, TASKS: Field.TASK, PERIODS: Field.PERIOD}
_DAYS = {CRITERIA: (Field.DUE,), TASKS: (Field.DUE,), PERIODS: (Field.BEFORE,)}


@dataclass(frozen=True, slots=True)
class Turn:
    """Next year's definitions, whom they leave out, which decisions they take along."""

    tables: tuple[Table, ...]
    left_out: tuple[str, ...]
    open_decisions: tuple[tuple[str, int], ...]
    """Their codes, each with how many are still asked where others have done it, else 0."""
    other_years: tuple[str, ...]
    """The codes of items whose titles name another year still: moved or not, only a reader knows."""


def first_day(book: Book, year: int) -> date:
    """Return the day on which the plan of another year begins."""
    return _moved(book.settings.start, year - book.settings.year)


def turned(
    grids: Sequence[Grid], book: Book, year: int, waiting: Mapping[str, Sequence[str]]
) -> Turn:
    """Make another year's definitions: deadlines on the same days of it, no results.

    `book` is what `grids` read as; `waiting` are the tasks not done at its end, by their codes'
    keys, each with those who have yet to do it where others have. Left out are units and agencies
    that have ended by then (where they are named, those they were merged into stand), and what
    meetings decided and is done; a decision still open keeps its own days, and who has done it is
    not asked again.
    """
    begins = first_day(book, year)
    until = book.owners["valid_until"]
    ended = until < pd.Timestamp(begins)
    heirs = _Heirs(book, ended.tolist())
    tables = [_settings(grids, book, year, heirs)]
    decisions: list[tuple[str, int]] = []
    other_years: list[str] = []
    for kind in (UNITS, AGENCIES, CRITERIA, TASKS, PERIODS):
        kept = []
        for line in lines(grids, kind):
            decided = kind is TASKS and not is_blank(line.get(Field.GIVEN))
            code = text_of(line.get(Field.CODE))
            if kind in (UNITS, AGENCIES) and _has_ended(line, book, begins):
                continue
            if decided and code_key(code) not in waiting:
                continue
            if decided and (left := waiting[code_key(code)]):
                line = {**line, Field.LED_BY: f"{LIST_SEPARATOR} ".join(left)}
            named = {head: heirs.named(line[head]) for head in _NAMED[kind] if head in line}
            line = {**line, **named}
            if decided:
                decisions.append((code, len(left)))
            elif kind in _TITLES:
                if _names_another(line[_TITLES[kind]], book.settings.year):
                    other_years.append(code)
                line = _next(line, kind, book, year)
            kept.append(line)
        tables.append(typed(kind, kept, book))
    left_out = tuple(book.owners.loc[ended, "label"].unique())
    return Turn(tuple(tables), left_out, tuple(decisions), tuple(other_years))


class _Heirs:
    """Says by whom those who have ended are followed."""

    def __init__(self, book: Book, ended: list[bool]) -> None:
        self._book, self._ended = book, ended
        self._successor = book.owners["successor"].tolist()

    def named(self, cell: Cell) -> Cell:
        """Put into a list of names, for each that has ended, who follows it; else leave the cell."""
        if not isinstance(cell, str):
            return cell
        parts = list_parts(cell)
        names = [name for part in parts for name in self._of(part)]
        unchanged = names == parts
        return cell if unchanged else f"{LIST_SEPARATOR} ".join(dict.fromkeys(names))

    def _of(self, name: str) -> list[str]:
        meant = self._book.names.outright(name)
        if not meant or not all(self._ended[one] for one in meant):
            return [name]
        last = [self._last(one) for one in meant]
        found = [str(self._book.owners["name"].iat[one]) for one in last if one >= 0]
        return list(dict.fromkeys(found)) or [name]

    def _last(self, owner: int) -> int:
        while owner >= 0 and self._ended[owner]:
            owner = self._successor[owner]
        return owner


def _settings(grids: Sequence[Grid], book: Book, year: int, heirs: _Heirs) -> Table:
    told = answers(grids)
    years = year - book.settings.year
    told |= dict.fromkeys(_OF_ITS_YEAR)
    told[Setting.YEAR] = year
    told[Setting.STANDING_AGENCY] = heirs.named(told.get(Setting.STANDING_AGENCY))
    told[Setting.NAME] = _renamed(told.get(Setting.NAME), book.settings.year, year)
    for item in _MOVED:
        told[item] = _moved_cell(told.get(item), book, years)
    return settings_table({str(item): value for item, value in told.items()})


def _next(line: Line, kind: Worksheet, book: Book, year: int) -> Line:
    """Move an item's deadline by whole years, and the year in its title."""
    years, title = year - book.settings.year, _TITLES[kind]
    days = {head: _moved_cell(line[head], book, years) for head in _DAYS[kind] if head in line}
    named = _renamed(line[title], book.settings.year, year, dated=kind is PERIODS)
    fresh = {Field.COMPLETED: None} if kind is TASKS else {}
    return {**line, **days, **fresh, title: named}


def _has_ended(line: Line, book: Book, begins: date) -> bool:
    last = book.settings.parse_date(line.get(Field.VALID_UNTIL)).value
    return last is not None and last < begins


def _moved_cell(cell: Cell, book: Book, years: int) -> Cell:
    """Move a day that says its year; any other cell stays as it stands."""
    read = parse_date(cell, year=book.settings.year)
    return cell if read.value is None or read.problem else _moved(read.value, years)


def _moved(day: date, years: int) -> date:
    """Return the same day of another year; the 29th of February becomes the 28th."""
    try:
        return day.replace(year=day.year + years)
    except ValueError:
        return (day + timedelta(days=1)).replace(year=day.year + years) - timedelta(days=1)


def _names_another(cell: Cell, old: int) -> bool:
    years = re.findall(r"(?<![\d/\-–])20\d\d(?![\d/\-–])", text_of(cell))
    return any(int(year) != old for year in years)


def _renamed(cell: Cell, old: int, new: int, *, dated: bool = False) -> Cell:
    """Put the new year for the old one; within a document's number it stays, unless `dated`."""
    if not isinstance(cell, str):
        return cell
    beside = r"\d" if dated else r"\d/\-"
    return re.sub(rf"(?<![{beside}]){old}(?![{beside}])", str(new), cell)

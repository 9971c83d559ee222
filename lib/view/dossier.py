"""Whether a unit has all that its recognition takes: each criterion met and appraised, or what lacks."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, Final

import pandas as pd

from lib import words
from lib.assess import Status, history
from lib.problem import ProblemCode, Severity
from lib.sheet import Book
from lib.sheet.schema import APPRAISALS, CRITERIA, UNITS
from lib.vietnamese import fold
from lib.view.audience import sees_words
from lib.view.gaps import GAPS, gaps
from lib.view.narrowing import Shown
from lib.view.sentences import some
from lib.view.tables import records, row
from lib.view.trail import predecessors, trail
from lib.view.trend import trend_dates
from lib.words import dossier as said

MOST_ROWS_NAMED: Final = 6


class Lack(StrEnum):
    """What keeps a criterion from counting for recognition, the gravest first."""

    REFUSED = "refused"
    NOT_MET = "not_met"
    NOT_APPRAISED = "not_appraised"


@dataclass(frozen=True, eq=False, slots=True)
class Dossier:
    """A unit's standing for recognition on a date.

    `owner` is its number in the Book, `unit` its row of figures; `cells` are its applicable
    criteria with what each `lack`s (None: met and appraised). `doubts` say in plain sentences where
    the sheet may tell more than was read: while there is one nothing is complete.
    """

    owner: int
    unit: Any
    cells: pd.DataFrame
    doubts: tuple[str, ...]

    @property
    def complete(self) -> bool:
        """Tell whether every applicable criterion is met and appraised, beyond doubt."""
        return not self.doubts and bool(self.cells["lack"].isna().all())

    def lacking(self, lack: Lack) -> list[Any]:
        """Return the criteria that lack something, in the sheet's order."""
        return records(self.cells[self.cells["lack"] == lack])


def dossier(shown: Shown, label: str) -> Dossier | None:
    """Return the dossier of the unit with a screen name, of all figures, whatever the filters.

    None where it is not there on the date, where no criterion applies to it, and where the audience
    may not see what it says: a dossier is evidence.
    """
    there = records(shown.whole.units[shown.whole.units["label"] == label])
    if not there or not sees_words(shown.audience, there[0].bearer):
        return None
    unit = there[0]
    cells = shown.whole.cells
    mine = cells[cells["bearer"] == unit.bearer]
    if mine.empty:
        return None
    lacks = pd.Series([_lack(cell) for cell in records(mine)], mine.index, dtype=object)
    return Dossier(unit.bearer, unit, mine.assign(lack=lacks), doubts(shown.book))


def _lack(cell: Any) -> Lack | None:
    if cell.refused:
        return Lack.REFUSED
    if cell.status != Status.MET:
        return Lack.NOT_MET
    return None if cell.appraised else Lack.NOT_APPRAISED


_DECIDING: Final = tuple(fold(kind.title) for kind in (UNITS, CRITERIA, APPRAISALS))
"""Where a row that does not count may hide a criterion, a merger or a refusal."""

_TOLD: Final = (*GAPS, ProblemCode.UNREADABLE_RESULT)
"""What is told otherwise: of a worksheet as a whole; a verdict that is unreadable is a refusal."""


def doubts(book: Book) -> tuple[str, ...]:
    """Say where the sheet may tell of a criterion, a merger or a refusal that was not read."""
    missing = gaps(book.problems)
    lost: dict[str, dict[int | None, None]] = {}
    for problem in book.problems:
        deciding = fold(problem.worksheet).startswith(_DECIDING)
        if deciding and problem.severity is Severity.ERROR and problem.code not in _TOLD:
            lost.setdefault(problem.worksheet, {})[problem.row] = None
    told = [said.MISSING_PARTS.format(gaps=missing)] if missing else []
    return (*told, *(_lost(worksheet, rows) for worksheet, rows in lost.items()))


def _lost(worksheet: str, rows: Iterable[int | None]) -> str:
    named = [said.ROW.format(row=number) for number in rows if number is not None]
    if not named:
        return said.UNREAD.format(worksheet=worksheet)
    told = some(named, MOST_ROWS_NAMED, said.ROWS_MORE)
    return said.ROWS_LOST.format(worksheet=worksheet, rows=told)


def told(found: Dossier, unit: str) -> str:
    """Say of a unit, by its name at the start of a sentence, that all is there or what is missing."""
    if found.complete:
        return said.COMPLETE.format(unit=unit, total=words.count(found.unit.total))
    counted = (
        (said.LACK_REFUSED, Lack.REFUSED),
        (said.LACK_NOT_MET, Lack.NOT_MET),
        (said.LACK_NOT_APPRAISED, Lack.NOT_APPRAISED),
    )
    missing = [
        text.format(number=words.count(number))
        for text, lack in counted
        if (number := len(found.lacking(lack)))
    ]
    if found.doubts:
        missing.append(said.LACK_DOUBTS)
    return said.INCOMPLETE.format(unit=unit, told=", ".join(missing))


def trails(shown: Shown, found: Dossier) -> dict[str, list[Any]]:
    """Return by code the entries of the unit and of those merged into it, the newest first."""
    owners = [found.owner, *predecessors(shown.book, found.owner, shown.as_of)]
    items = shown.book.items
    number = dict(zip(items["code"], items.index, strict=True))
    return {
        code: records(trail(shown.book, owners, number[code], as_of=shown.as_of))
        for code in found.cells["code"]
    }


def verdicts(cell: Any, entries: list[Any]) -> list[Any]:
    """Return the appraisals that a criterion's standing rests on; none where it is not appraised.

    That is the unit's newest, else, since a merger, the newest of each unit merged into it.
    """
    met = cell.status == Status.MET and bool(cell.appraised)
    if not (met or cell.refused):
        return []
    newest: dict[int, Any] = {}
    for each in entries:
        if each.appraisal:
            newest.setdefault(each.owner, each)
    agreeing = [each for each in newest.values() if each.met == met]
    return [each for each in agreeing if each.owner == cell.bearer] or agreeing


def evidence(cell: Any, entries: list[Any]) -> list[Any]:
    """Return the newest log entries with evidence that a criterion's standing may rest on.

    They are the unit's own, with those merged into it where the standing is inherited; of one that
    is met only what was written since it is met.
    """
    found: dict[int, Any] = {}
    broken: set[int] = set()
    for each in entries:
        if each.appraisal or not (cell.inherited or each.owner == cell.bearer):
            continue
        if cell.status == Status.MET and not each.met:
            broken.add(each.owner)
        if each.evidence and each.owner not in broken:
            found.setdefault(each.owner, each)
    return list(found.values())


def past(shown: Shown, found: Dossier) -> pd.DataFrame:
    """Return the unit's figures at the ends of the months and on the date, the oldest first.

    Those of each unit merged into it are there on its last day. Columns of `units`, and `date`; no
    rank before one of the group has something met.
    """
    owners = shown.book.owners
    ends = {
        number: row(owners, number)["valid_until"].date()
        for number in predecessors(shown.book, found.owner, shown.as_of)
    }
    told = {found.owner: trend_dates(shown.book.settings.start, shown.as_of)}
    told |= {number: (end,) for number, end in ends.items()}
    units = history(shown.book, sorted({day for days in told.values() for day in days}))
    begun = units.groupby(["date", "group"])["met"].transform("max") > 0
    units = units.assign(rank=units["rank"].where(begun))
    theirs = units[units["bearer"].isin(list(told))]
    kept = [each.date.date() in told[each.bearer] for each in records(theirs)]
    return theirs[kept]

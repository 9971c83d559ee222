"""The illustrative progress: the logs of an invented year up to 15/09/2024, line by line."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Final

from lib.grid import Cell
from lib.sheet.schema import (
    APPRAISALS,
    OWNER,
    PROGRESS,
    TASKS,
    YES_WORDS,
    Reading,
    Setting,
    Worksheet,
)
from lib.template import texts
from lib.template.plan import CODE_SEPARATOR, code_texts, parse_day, position, rows
from lib.template.waiting import bearers, plan_book

SAMPLE_SETTINGS: Final[Mapping[str, Cell]] = {
    Setting.AS_OF.value: date(2024, 9, 15),
    Setting.PREVIOUS.value: date(2024, 8, 15),
    Setting.ILLUSTRATIVE.value: YES_WORDS[0],
}
_CHOSEN = CODE_SEPARATOR.rstrip()
"""Behind a code that was chosen from the dropdown; its title is the plan's."""


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a log, and whose it is (None: nobody known)."""

    owner: str | None
    cells: tuple[Cell, ...]


@cache
def decided_tasks() -> tuple[tuple[Cell, ...], ...]:
    """Return the rows of the tasks that two illustrative meetings gave."""
    return rows(TASKS, texts.SAMPLE / "tasks.csv")


@cache
def progress_lines() -> tuple[Line, ...]:
    """Return the log of illustrative progress in date order, slips among it."""
    return _lines(PROGRESS, "progress.csv")


@cache
def appraisal_lines() -> tuple[Line, ...]:
    """Return the log of illustrative appraisals in date order, a slip among it."""
    return _lines(APPRAISALS, "appraisals.csv")


def _lines(kind: Worksheet, name: str) -> tuple[Line, ...]:
    book, place = plan_book(), position(kind, OWNER)
    lines = []
    for line in texts.records(texts.SAMPLE / name):
        cells = tuple(_cell(line[column.header], column.reading) for column in kind.columns)
        meant = bearers(book, str(cells[place] or ""))
        lines.append(Line(str(book.owners["name"].iat[meant[0]]) if meant else None, cells))
    return tuple(lines)


def _cell(text: str, reading: Reading) -> Cell:
    """Return a cell as it is typed; a date that is none stays text."""
    if reading is Reading.DATE:
        try:
            return parse_day(text)
        except ValueError:
            return text or None
    if reading is Reading.CODE and text.endswith(_CHOSEN):
        return code_texts()[text.removesuffix(_CHOSEN).rstrip()]
    return int(text) if reading is Reading.PERCENT and text.isdigit() else text or None

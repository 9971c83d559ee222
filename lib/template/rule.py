"""The kinds of rule a worksheet can carry, in words of no particular spreadsheet program.

A rule names a column by its head; it holds for every row below the head, rows added later included.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

FIRST_DAY = date(2000, 1, 1)
LAST_DAY = date(2099, 12, 31)


class Choice(StrEnum):
    """The lists dropdowns offer; each is a column of the helper worksheet."""

    NAMES = "names"
    CODES = "codes"
    RESULTS = "results"
    VERDICTS = "verdicts"
    YES_NO = "yes_no"
    GROUPS = "groups"
    UNITS = "units"
    AGENCIES = "agencies"
    AUDIENCES = "audiences"
    UNIT_KINDS = "unit_kinds"
    PERIOD_KINDS = "period_kinds"


class Strictness(StrEnum):
    """What happens to an entry outside a rule: let in with a word, with a warning, or refused."""

    INFORM = "inform"
    WARN = "warn"
    REFUSE = "refuse"


class Shape(StrEnum):
    """How a column's cells look."""

    TEXT = "text"
    LONG_TEXT = "long_text"
    DATE = "date"
    NUMBER = "number"
    ANY = "any"
    PERCENT = "percent"


class Paint(StrEnum):
    """What a conditional colour stands for; the word in the cell always says the same."""

    MET = "met"
    IN_PROGRESS = "in_progress"
    NOT_MET = "not_met"
    NOT_STARTED = "not_started"
    PAST = "past"
    SOON = "soon"
    ENDED = "ended"
    ILLUSTRATIVE = "illustrative"


@dataclass(frozen=True, slots=True)
class Look:
    """A column's width in characters, the shape of its cells, the note on its head."""

    column: str
    characters: int
    shape: Shape
    note: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Expected:
    """What a column's cells are to hold; `setting` narrows it to the value of one setting.

    Without a `message` anything else is let in unremarked.
    """

    column: str
    message: str | None = None
    setting: str | None = None
    strictness: Strictness = Strictness.WARN


@dataclass(frozen=True, slots=True, kw_only=True)
class Dropdown(Expected):
    """A column offers a list."""

    choice: Choice


@dataclass(frozen=True, slots=True, kw_only=True)
class DateRule(Expected):
    """A column takes dates from the first to the last day, both included."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NumberRule(Expected):
    """A column takes numbers from `low` to `high`, both included."""

    low: float
    high: float


@dataclass(frozen=True, slots=True)
class WordColour:
    """Cells holding one of the words are painted."""

    column: str
    paint: Paint
    words: tuple[str, ...]

    def formula(self, cells: Mapping[str, str], as_of: str, soon: str) -> str:
        """Write the test of it, by the cells of the first row below the head."""
        cell = cells[self.column]
        return "OR(" + ",".join(f'{cell}="{word}"' for word in self.words) + ")"


@dataclass(frozen=True, slots=True)
class DayColour:
    """Days past or near, seen from the as-of date, are painted and say so in words.

    `days_before` is 1 where the last day in time is the one before the written day. Rows in
    which the column `unless` is filled are left alone.
    """

    column: str
    paint: Paint
    days_before: int = 0
    unless: str | None = None

    def formula(self, cells: Mapping[str, str], as_of: str, soon: str) -> str:
        """Write the test of it, by the cells of the first row below the head.

        `as_of` and `soon` are where the as-of date stands, and how many days are near.
        """
        day = cells[self.column]
        due = f"{day}-{self.days_before}" if self.days_before else day
        near = [f"{due}>={as_of}", f"{due}-{as_of}<={soon}"]
        tests = near if self.paint is Paint.SOON else [f"{due}<{as_of}"]
        if self.unless and self.unless in cells:
            tests = [*tests, f'{cells[self.unless]}=""']
        return f"AND(ISNUMBER({day}),{','.join(tests)})"


@dataclass(frozen=True, slots=True)
class Rules:
    """All that one kind of worksheet carries, in the order in which it is carried out."""

    looks: tuple[Look, ...]
    expected: tuple[Expected, ...]
    colours: tuple[WordColour | DayColour, ...]

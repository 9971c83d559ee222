"""The kinds of rule a sheet can carry, in words of no particular spreadsheet program.

A rule names a kind of worksheet by its title and a column by its head; it holds for every row
below the head, rows added later included, and for every worksheet of that kind. `item` narrows
a rule on the settings' values to the line of one setting.
"""

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
class Frozen:
    """The head row stays in sight and the rows below can be filtered by it."""

    worksheet: str


@dataclass(frozen=True, slots=True)
class Locked:
    """The worksheet is protected, without a password; one without this rule is open."""

    worksheet: str


@dataclass(frozen=True, slots=True)
class Look:
    """A column's width in characters and the shape of its cells."""

    worksheet: str
    column: str
    characters: int
    shape: Shape


@dataclass(frozen=True, slots=True)
class Note:
    """The note on a head: what to enter below it."""

    worksheet: str
    column: str
    text: str


@dataclass(frozen=True, slots=True)
class Dropdown:
    """A column offers a list; without a `message` other text is let in unremarked."""

    worksheet: str
    column: str
    choice: Choice
    message: str | None = None
    item: str | None = None
    strictness: Strictness = Strictness.WARN


@dataclass(frozen=True, slots=True)
class DateRule:
    """A column takes dates from `first` to `last`, both included."""

    worksheet: str
    column: str
    message: str
    item: str | None = None
    first: date = FIRST_DAY
    last: date = LAST_DAY
    strictness: Strictness = Strictness.WARN


@dataclass(frozen=True, slots=True)
class NumberRule:
    """A column takes numbers from `low` to `high`, both included."""

    worksheet: str
    column: str
    low: float
    high: float
    message: str
    item: str | None = None
    strictness: Strictness = Strictness.WARN


@dataclass(frozen=True, slots=True)
class WordColour:
    """Cells holding one of the words are painted."""

    worksheet: str
    column: str
    words: tuple[str, ...]
    paint: Paint


@dataclass(frozen=True, slots=True)
class DayColour:
    """Days past or near, seen from the as-of date, are painted and say so in words.

    `days_before` is 1 where the last day in time is the one before the written day. Rows in
    which the column `unless` is filled are left alone.
    """

    worksheet: str
    column: str
    paint: Paint
    days_before: int = 0
    unless: str | None = None


Rule = Frozen | Locked | Look | Note | Dropdown | DateRule | NumberRule | WordColour | DayColour

"""One parser a kind of value: what a cell of the sheet says (rules, 1).

A parser takes a cell that is not blank and returns its value and the problem it has, if any; a
value that cannot be read is None beside its problem.
"""

import math
import re
from collections.abc import Iterable
from datetime import date, datetime, timedelta
from decimal import Decimal
from enum import Enum, StrEnum
from typing import Any, NamedTuple

from lib.grid import Cell
from lib.problem import ProblemCode
from lib.sheet import schema
from lib.vietnamese import closest, fold, key, tidy


class Tick(Enum):
    """A tick box, told apart from the numbers 1 and 0 it would equal."""

    ON = True
    OFF = False


class Result(StrEnum):
    """What a log row says was reached."""

    BLANK = "blank"
    UNREADABLE = "unreadable"
    MET = "met"
    IN_PROGRESS = "in_progress"
    NOT_MET = "not_met"
    NOT_STARTED = "not_started"


class Said(NamedTuple):
    """What a cell of results says: the result, and a percent written behind it."""

    result: Result
    percent: float | None = None


class Parsed(NamedTuple):
    """A cell's value, the problem found in it, and a name or word that may have been meant."""

    value: Any
    problem: ProblemCode | None = None
    suggestion: str | None = None


RawCell = Cell | Tick

SERIAL_ORIGIN = date(1899, 12, 30)
FIRST_SERIAL, LAST_SERIAL = 36526, 73050
FIRST_YEAR, LAST_YEAR = 2000, 2099
"""A date or a year outside these is a slip, however it is written."""
BEYOND_SENSE = 10**15
"""From here on a number is a slip, and sums of such would no longer be exact."""

_RESULTS = {
    key(word): Result(name) for name, words in schema.RESULT_WORDS.items() for word in words
}
_YES = frozenset(key(word) for word in schema.YES_WORDS)
_ERRORS = frozenset(word.casefold() for word in schema.ERROR_CELLS)
_BEGINNINGS = [
    *((words, Result(name)) for name, words in schema.RESULT_WORDS.items() if name != "met"),
    *((words, Result(name)) for name, words in schema.RESULT_BEGINNINGS.items()),
]
_NUMBER = re.compile(r"-?[0-9]+(?:[.,][0-9]+)?")
_PERCENT = r"([0-9]+(?:[.,][0-9]+)?) ?%"
_WORD_AND_PERCENT = re.compile(rf"(.+?)(?:[ ,:]+{_PERCENT}| ?\( ?{_PERCENT} ?\))")
_TIME = r"(?:,? ?t?[0-9]{1,2}(?:(?: ?: ?[0-9]{2}){1,2}(?:\.[0-9]+)?| ?h ?(?:[0-9]{2})?))?"
_DAY_FIRST = re.compile(
    r"([0-9]{1,2}) ?([/.-]) ?([0-9]{1,2}) ?\2 ?([0-9]{4}|[0-9]{2})(?![0-9])" + _TIME
)
_YEAR_FIRST = re.compile(r"([0-9]{4}) ?([/-]) ?([0-9]{1,2}) ?\2 ?([0-9]{1,2})(?![0-9])" + _TIME)
_IN_WORDS = re.compile(r"([0-9]{1,2}) tháng ([0-9]{1,2}) năm ([0-9]{4}|[0-9]{2})(?![0-9])" + _TIME)
_NO_YEAR = re.compile(r"([0-9]{1,2})(?: ?[/-] ?| tháng )([0-9]{1,2})(?![0-9])" + _TIME)


def text_of(cell: RawCell) -> str:
    """Write a cell as text: spaces tidied, whole numbers without decimals, dates as their serial.

    Dates become serial numbers because that is all Google hands over: one text for both sources.
    """
    match cell:
        case None:
            return ""
        case str():
            return tidy(cell)
        case Tick():
            return "TRUE" if cell is Tick.ON else "FALSE"
        case date():
            return text_of(serial_of(cell))
        case float() if math.isfinite(cell) and cell == int(cell):
            return str(int(cell))
        case _:
            return repr(cell)


def date_text(cell: RawCell) -> str:
    """Write a cell of a date column as text: a date, or a serial standing for one, in ISO form."""
    day = _date_of(cell)
    return day.isoformat() if day else text_of(cell)


def serial_of(day: date) -> float:
    """Count the days since 30/12/1899, the time of day as a fraction."""
    moment = day if isinstance(day, datetime) else datetime(day.year, day.month, day.day)
    moment = moment.replace(tzinfo=None)
    since = moment - datetime(SERIAL_ORIGIN.year, SERIAL_ORIGIN.month, SERIAL_ORIGIN.day)
    return since / timedelta(days=1)


def is_blank(cell: RawCell) -> bool:
    """Tell whether a cell says nothing: empty, blank text, or an unticked box."""
    if isinstance(cell, str):
        return not cell or (not cell[0].isalnum() and not key(cell))
    return cell is None or cell is Tick.OFF


def is_error(cell: RawCell) -> bool:
    """Tell whether a cell holds a spreadsheet's error."""
    if not isinstance(cell, str) or ("#" not in cell and "..." not in cell):
        return False
    return tidy(cell).casefold() in _ERRORS


def parse_text(cell: RawCell) -> Parsed:
    """Read free text; there is nothing it cannot be."""
    return Parsed(text_of(cell))


def parse_date(cell: RawCell, *, year: int, start: date | None = None) -> Parsed:
    """Read a day from 2000 to 2099.

    Without its year it is of the first one from `year` on in which it is not before `start`, with
    a notice.
    """
    if day := _date_of(cell):
        return _sensible(day)
    text = key(cell) if isinstance(cell, str) else ""
    text = text.removeprefix("ngày ").removesuffix(".").rstrip()
    if found := _DAY_FIRST.fullmatch(text):
        return _calendar_day(found[4], found[3], found[1])
    if found := _IN_WORDS.fullmatch(text):
        return _calendar_day(found[3], found[2], found[1])
    if found := _YEAR_FIRST.fullmatch(text):
        return _calendar_day(found[1], found[3], found[4])
    if found := _NO_YEAR.fullmatch(text):
        first = max(year, start.year) if start else year
        guess = _calendar_day(str(first), found[2], found[1])
        if start and guess.value and guess.value < start:
            guess = _calendar_day(str(first + 1), found[2], found[1])
        return guess if guess.problem else Parsed(guess.value, ProblemCode.GUESSED_DATE)
    return Parsed(None, ProblemCode.UNREADABLE_DATE)


def parse_percent(cell: RawCell) -> Parsed:
    """Read a percent 0–100; a bare 1 stays 1, for its row to say what it means."""
    share = True
    if isinstance(cell, str):
        text = tidy(cell)
        share = not text.endswith("%")
        number = _number(text.removesuffix("%").rstrip())
    else:
        number = _number(cell)
    if number is None or not 0 <= number <= 100:
        return Parsed(None, ProblemCode.UNREADABLE_PERCENT)
    return Parsed(float(abs(number * 100 if share and number < 1 else number)))


def is_bare_one(cell: RawCell) -> bool:
    """Tell whether a percent cell holds the number 1, which may be 1 % or a whole."""
    return not (isinstance(cell, str) and "%" in cell) and _number(cell) == 1


def parse_number(cell: RawCell) -> Parsed:
    """Read a number that is not negative."""
    number = _number(cell)
    if number is None or not 0 <= number < BEYOND_SENSE:
        return Parsed(None, ProblemCode.UNREADABLE_NUMBER)
    return Parsed(float(number))


def parse_points(cell: RawCell) -> Parsed:
    """Read a criterion's points: a number above 0, else 1 with a problem."""
    number = _number(cell)
    if number is None or not 0 < float(number) < BEYOND_SENSE:
        return Parsed(1.0, ProblemCode.UNREADABLE_NUMBER)
    return Parsed(float(number))


def parse_year(cell: RawCell) -> Parsed:
    """Read a calendar year."""
    number = _number(cell)
    if number is None or number != int(number) or not FIRST_YEAR <= number <= LAST_YEAR:
        return Parsed(None, ProblemCode.UNREADABLE_NUMBER)
    return Parsed(int(number))


def parse_result(cell: RawCell) -> Parsed:
    """Read a result word or a ticked box; the value is a `Said`.

    What begins with a word that says less than met is taken for it, with a notice; other words
    like a known one are only suggested.
    """
    if cell is Tick.ON:
        return Parsed(Said(Result.MET))
    if not isinstance(cell, str):
        return Parsed(Said(Result.UNREADABLE), ProblemCode.UNREADABLE_RESULT)
    text = key(cell).rstrip(" .,;!")
    if found := _RESULTS.get(text):
        return Parsed(Said(found))
    if (parts := _WORD_AND_PERCENT.fullmatch(text)) and (found := _RESULTS.get(parts[1])):
        percent = float((parts[2] or parts[3]).replace(",", "."))
        if percent <= 100:
            return Parsed(Said(found, percent))
    for words, result in _BEGINNINGS:
        if begins_with(text, words):
            return Parsed(Said(result), ProblemCode.GUESSED_RESULT)
    return Parsed(Said(Result.UNREADABLE), ProblemCode.UNREADABLE_RESULT, _result_like(text))


def begins_with(text: str, words: Iterable[str]) -> bool:
    """Tell whether a compared text begins with one of the words, as whole words."""
    return any(
        text.startswith(word) and not text[len(word) :][:1].isalnum() for word in map(key, words)
    )


def _result_like(text: str) -> str | None:
    """Return the result word that may have been meant; a wild guess is never the best one."""
    begun = [word for word in schema.RESULT_NAMES if begins_with(text, (word,))]
    alike = [word for word in schema.RESULT_NAMES if fold(word) == fold(text)]
    if begun or alike:
        return max(begun, key=len) if begun else alike[0]
    like = closest(text, schema.RESULT_NAMES)
    return None if like in schema.RESULT_WORDS["met"] else like


def parse_yes(cell: RawCell) -> Parsed:
    """Read yes or no: what is not a yes is a no."""
    return Parsed(cell is Tick.ON or (not isinstance(cell, Tick) and key(text_of(cell)) in _YES))


def list_parts(cell: RawCell) -> list[str]:
    """Split a list cell into the names it holds."""
    return [part for part in map(tidy, text_of(cell).split(schema.LIST_SEPARATOR)) if part]


def names_nobody(cell: RawCell) -> bool:
    """Tell whether a list cell holds no name: blank, an error or separators alone."""
    return is_blank(cell) or is_error(cell) or not list_parts(cell)


def with_ticks(cells: Iterable[Cell]) -> list[RawCell]:
    """Put ticks in the place of booleans, which would equal 1 and 0."""
    return [Tick(cell) if cell is True or cell is False else cell for cell in cells]


def _calendar_day(year: str, month: str, day: str) -> Parsed:
    try:
        return _sensible(date(int(year) + 2000 * (len(year) == 2), int(month), int(day)))
    except ValueError:
        return Parsed(None, ProblemCode.UNREADABLE_DATE)


def _sensible(day: date) -> Parsed:
    if FIRST_YEAR <= day.year <= LAST_YEAR:
        return Parsed(day)
    return Parsed(None, ProblemCode.UNREADABLE_DATE)


def _date_of(cell: RawCell) -> date | None:
    match cell:
        case datetime():
            return cell.date()
        case date():
            return cell
        case int() | float() if FIRST_SERIAL <= cell <= LAST_SERIAL:
            return SERIAL_ORIGIN + timedelta(days=int(cell))
        case _:
            return None


def _number(cell: RawCell) -> Decimal | None:
    """Return the decimal a cell shows: 0.57 is exactly that, not its binary neighbour."""
    match cell:
        case int():
            return Decimal(cell)
        case float():
            return Decimal(repr(cell)) if math.isfinite(cell) else None
        case str():
            text = tidy(cell)
            return Decimal(text.replace(",", ".")) if _NUMBER.fullmatch(text) else None
        case _:
            return None

"""The rules a sheet carries, in words of no particular spreadsheet program: their kinds, their list.

A rule names a column by its head; it holds for every row below the head, rows added later included.
A workbook and a Google sheet walk the one list.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from functools import cache
from typing import Any

from lib.sheet import schema
from lib.sheet.schema import Reading, Setting
from lib.template import texts

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

    `message` says what is wrong with anything else, which is let in unremarked without one;
    `prompt` says beforehand what to enter.
    """

    column: str
    message: str | None = None
    prompt: str | None = None
    setting: str | None = None
    strictness: Strictness = Strictness.WARN


@dataclass(frozen=True, slots=True, kw_only=True)
class Dropdown(Expected):
    """A column offers a list; `words`, where there are some, are offered in place of it."""

    choice: Choice
    words: tuple[str, ...] = ()


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


_TOLERATED = frozenset({"name", "code", "group"})
"""Warnings on columns where another way of writing is understood just as well."""

_DAYS = (Setting.START, Setting.END, Setting.AS_OF, Setting.PREVIOUS, Setting.PLAN_DATE)
"""The settings whose value is a day."""

_DEADLINES = {"deadline": 0, "deadline_before": 1}


@cache
def rules_for(worksheet: schema.Worksheet) -> Rules:
    """Return the rules of one kind of worksheet."""
    columns = [(column, texts.layout(worksheet, column.header)) for column in worksheet.columns]
    dropdowns = (rule for place in columns for rule in _dropdown(*place))
    values = (rule for column in worksheet.columns for rule in _value_rule(column))
    done = [column.header for column, layout in columns if layout["colour"] == "done"]
    return Rules(
        looks=tuple(
            Look(column.header, int(layout["width"]), Shape(layout["shape"]), layout["note"])
            for column, layout in columns
        ),
        expected=(*dropdowns, *values, *(_setting_rules() if worksheet is schema.SETTINGS else ())),
        colours=tuple(
            colour
            for column, layout in columns
            for colour in _colours(column, layout["colour"], done[0] if done else None)
        ),
    )


def offering(carried: Rules, codes: tuple[str, ...]) -> Rules:
    """Offer in the column of codes these alone."""
    offered = (
        replace(rule, words=codes)
        if isinstance(rule, Dropdown) and rule.choice is Choice.CODES
        else rule
        for rule in carried.expected
    )
    return replace(carried, expected=tuple(offered))


def _dropdown(column: schema.Column, layout: dict[str, str]) -> Iterator[Dropdown]:
    if layout["choice"]:
        code = layout["warning"]
        yield Dropdown(
            column=column.header,
            choice=Choice(layout["choice"]),
            **(_told(code) if code else {}),
            strictness=Strictness.INFORM if code in _TOLERATED else Strictness.WARN,
        )


def _value_rule(column: schema.Column) -> Iterator[Expected]:
    if column.reading is Reading.DATE:
        yield DateRule(column=column.header, **_told("date"))
    elif column.reading is Reading.PERCENT:
        yield _number(column.header, "percent", 0, 100, strictness=Strictness.REFUSE)
    elif column.reading is Reading.POINTS:
        yield _number(column.header, "points", 0.01, 1000)


def _number(column: str, code: str, low: float, high: float, **more: Any) -> NumberRule:
    return NumberRule(column=column, low=low, high=high, **_told(code), **more)


def _told(code: str) -> dict[str, Any]:
    return {"message": texts.message(code), "prompt": texts.message(f"enter_{code}")}


def _setting_rules() -> Iterator[Expected]:
    value = schema.Field.VALUE
    for day in _DAYS:
        yield DateRule(column=value, setting=day, **_told("date"))
    for number in (Setting.DUE_SOON, Setting.STALE, Setting.LAG, Setting.RED_FROM):
        yield _number(value, "number", 0, 1000, setting=number)
    yield _number(value, "year", 2000, 2099, setting=Setting.YEAR)
    for code, choice, setting in (
        ("agency", Choice.AGENCIES, Setting.STANDING_AGENCY),
        ("word", Choice.YES_NO, Setting.ILLUSTRATIVE),
    ):
        yield Dropdown(column=value, choice=choice, setting=setting, **_told(code))


def _colours(
    column: schema.Column, mark: str, done: str | None
) -> Iterator[WordColour | DayColour]:
    """Give a column's colours; a deadline in a row whose column `done` is filled has none."""
    header = column.header
    if column.reading is Reading.RESULT:
        for meaning, words in schema.RESULT_WORDS.items():
            yield WordColour(header, Paint(meaning), words)
    elif mark == "illustrative":
        yield WordColour(header, Paint.ILLUSTRATIVE, schema.YES_WORDS[:1])
    elif mark == "ended":
        yield DayColour(header, Paint.ENDED)
    elif mark in _DEADLINES:
        for paint in (Paint.PAST, Paint.SOON):
            yield DayColour(header, paint, _DEADLINES[mark], done)

"""The one fixed list of rules a sheet carries; a workbook and a Google sheet both walk it."""

from collections.abc import Iterator
from functools import cache
from typing import Any

from lib.sheet.schema import (
    RESULT_WORDS,
    SETTINGS,
    YES_WORDS,
    Column,
    Field,
    Reading,
    Setting,
    Worksheet,
)
from lib.template import texts
from lib.template.rule import (
    Choice,
    DateRule,
    DayColour,
    Dropdown,
    Expected,
    Look,
    NumberRule,
    Paint,
    Rules,
    Shape,
    Strictness,
    WordColour,
)

_TOLERATED = frozenset({"name", "code", "group"})
"""Warnings on columns where another way of writing is understood just as well."""

_DAYS = (Setting.START, Setting.END, Setting.AS_OF, Setting.PREVIOUS, Setting.PLAN_DATE)
"""The settings whose value is a day."""

_DEADLINES = {"deadline": 0, "deadline_before": 1}


@cache
def rules_for(worksheet: Worksheet) -> Rules:
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
        expected=(*dropdowns, *values, *(_setting_rules() if worksheet is SETTINGS else ())),
        colours=tuple(
            colour
            for column, layout in columns
            for colour in _colours(column, layout["colour"], done[0] if done else None)
        ),
    )


def _dropdown(column: Column, layout: dict[str, str]) -> Iterator[Dropdown]:
    if layout["choice"]:
        code = layout["warning"]
        yield Dropdown(
            column=column.header,
            choice=Choice(layout["choice"]),
            message=texts.message(code) if code else None,
            strictness=Strictness.INFORM if code in _TOLERATED else Strictness.WARN,
        )


def _value_rule(column: Column) -> Iterator[Expected]:
    if column.reading is Reading.DATE:
        yield DateRule(column=column.header, message=texts.message("date"))
    elif column.reading is Reading.PERCENT:
        yield _number(column.header, "percent", 0, 100, strictness=Strictness.REFUSE)
    elif column.reading is Reading.POINTS:
        yield _number(column.header, "points", 0.01, 1000)


def _number(column: str, code: str, low: float, high: float, **more: Any) -> NumberRule:
    return NumberRule(column=column, message=texts.message(code), low=low, high=high, **more)


def _setting_rules() -> Iterator[Expected]:
    value = Field.VALUE
    for day in _DAYS:
        yield DateRule(column=value, message=texts.message("date"), setting=day)
    for number in (Setting.DUE_SOON, Setting.STALE, Setting.LAG, Setting.RED_FROM):
        yield _number(value, "number", 0, 1000, setting=number)
    yield _number(value, "year", 2000, 2099, setting=Setting.YEAR)
    for code, choice, setting in (
        ("agency", Choice.AGENCIES, Setting.STANDING_AGENCY),
        ("word", Choice.YES_NO, Setting.ILLUSTRATIVE),
    ):
        yield Dropdown(column=value, choice=choice, message=texts.message(code), setting=setting)


def _colours(column: Column, mark: str, done: str | None) -> Iterator[WordColour | DayColour]:
    """Give a column's colours; a deadline in a row whose column `done` is filled has none."""
    header = column.header
    if column.reading is Reading.RESULT:
        for meaning, words in RESULT_WORDS.items():
            yield WordColour(header, Paint(meaning), words)
    elif mark == "illustrative":
        yield WordColour(header, Paint.ILLUSTRATIVE, YES_WORDS[:1])
    elif mark == "ended":
        yield DayColour(header, Paint.ENDED)
    elif mark in _DEADLINES:
        for paint in (Paint.PAST, Paint.SOON):
            yield DayColour(header, paint, _DEADLINES[mark], done)

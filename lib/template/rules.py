"""The one fixed list of rules a sheet carries; a workbook and a Google sheet both walk it."""

from collections.abc import Iterator

from lib.sheet.schema import (
    RESULT_WORDS,
    SETTINGS,
    WORKSHEETS,
    YES_WORDS,
    Column,
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
    Frozen,
    Locked,
    Look,
    Note,
    NumberRule,
    Paint,
    Rule,
    Shape,
    Strictness,
    WordColour,
)

_VALUE = SETTINGS.columns[1].header
_COLUMNS = tuple((sheet, column) for sheet in WORKSHEETS for column in sheet.columns)
_TOLERATED = frozenset({"name", "code", "group"})
"""Warnings on columns where another way of writing is understood just as well."""

_DAYS = (Setting.START, Setting.END, Setting.AS_OF, Setting.PREVIOUS, Setting.PLAN_DATE)
"""The settings whose value is a day."""

_DEADLINES = {"deadline": 0, "deadline_before": 1}


def rules_for(worksheet: Worksheet) -> tuple[Rule, ...]:
    """Return the rules of one kind of worksheet, in the list's order."""
    return tuple(rule for rule in RULES if rule.worksheet == worksheet.title)


def _look(sheet: Worksheet, column: Column) -> Look:
    layout = texts.layout(sheet, column.header)
    return Look(sheet.title, column.header, int(layout["width"]), Shape(layout["shape"]))


def _dropdown(sheet: Worksheet, column: Column) -> Iterator[Dropdown]:
    layout = texts.layout(sheet, column.header)
    if layout["choice"]:
        code = layout["warning"]
        message = texts.message(code) if code else None
        strictness = Strictness.INFORM if code in _TOLERATED else Strictness.WARN
        choice = Choice(layout["choice"])
        yield Dropdown(sheet.title, column.header, choice, message, strictness=strictness)


def _value_rule(sheet: Worksheet, column: Column) -> Iterator[DateRule | NumberRule]:
    where = (sheet.title, column.header)
    if column.reading is Reading.DATE:
        yield DateRule(*where, texts.message("date"))
    elif column.reading is Reading.PERCENT:
        yield NumberRule(*where, 0, 100, texts.message("percent"), strictness=Strictness.REFUSE)
    elif column.reading is Reading.POINTS:
        yield NumberRule(*where, 0.01, 1000, texts.message("points"))


def _setting_rules() -> Iterator[Rule]:
    where = (SETTINGS.title, _VALUE)
    for day in _DAYS:
        yield DateRule(*where, texts.message("date"), day)
    for number in (Setting.DUE_SOON, Setting.STALE, Setting.LAG, Setting.RED_FROM):
        yield NumberRule(*where, 0, 1000, texts.message("number"), item=number)
    yield NumberRule(*where, 2000, 2099, texts.message("year"), item=Setting.YEAR)
    yield Dropdown(*where, Choice.AGENCIES, texts.message("agency"), Setting.STANDING_AGENCY)
    yield Dropdown(*where, Choice.YES_NO, texts.message("word"), Setting.ILLUSTRATIVE)


def _colours(sheet: Worksheet, column: Column) -> Iterator[WordColour | DayColour]:
    where = (sheet.title, column.header)
    mark = texts.layout(sheet, column.header)["colour"]
    if column.reading is Reading.RESULT:
        for meaning, words in RESULT_WORDS.items():
            yield WordColour(*where, words, Paint(meaning))
    elif mark == "illustrative":
        yield WordColour(*where, YES_WORDS[:1], Paint.ILLUSTRATIVE)
    elif mark == "ended":
        yield DayColour(*where, Paint.ENDED)
    elif mark in _DEADLINES:
        done = [
            c.header for c in sheet.columns if texts.layout(sheet, c.header)["colour"] == "done"
        ]
        for paint in (Paint.PAST, Paint.SOON):
            yield DayColour(*where, paint, _DEADLINES[mark], done[0] if done else None)


RULES: tuple[Rule, ...] = (
    *(Frozen(sheet.title) for sheet in WORKSHEETS),
    *(Locked(sheet.title) for sheet in WORKSHEETS if not sheet.log),
    *(_look(*place) for place in _COLUMNS),
    *(
        Note(sheet.title, column.header, texts.layout(sheet, column.header)["note"])
        for sheet, column in _COLUMNS
    ),
    *(rule for place in _COLUMNS for rule in _dropdown(*place)),
    *(rule for place in _COLUMNS for rule in _value_rule(*place)),
    *_setting_rules(),
    *(rule for place in _COLUMNS for rule in _colours(*place)),
)
"""Every rule on every worksheet, logs included; definitions are locked, logs are open."""

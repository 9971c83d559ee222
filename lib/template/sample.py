"""The illustrative progress: log lines and appraisals of an invented year up to 15/09/2024."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date, timedelta
from functools import cache
from types import MappingProxyType

from lib.grid import Cell
from lib.sheet.schema import (
    APPRAISALS,
    CRITERIA,
    PERIODS,
    PROGRESS,
    YES_WORDS,
    Reading,
    Setting,
    Worksheet,
)
from lib.template import texts
from lib.template.owed import Duty, Owner, duties, owners
from lib.template.plan import code_texts, parse_day
from lib.template.story import (
    AS_OF,
    PACES,
    PREVIOUS,
    Pace,
    Stage,
    Step,
    Turn,
    Work,
    between,
    finished,
    sent,
    share,
    steps,
    workday,
)
from lib.template.telling import Line, told, written_code

SAMPLE_SETTINGS: Mapping[str, Cell] = MappingProxyType(
    {
        Setting.AS_OF.value: AS_OF,
        Setting.PREVIOUS.value: PREVIOUS,
        Setting.ILLUSTRATIVE.value: YES_WORDS[0],
    }
)
_VISITS = ((date(2024, 6, 11), 16, 0.30), (date(2024, 8, 13), 24, 0.30))
"""Rounds of appraisal: first day, how many days they last, the share of met criteria looked at."""


def progress_lines() -> tuple[Line, ...]:
    """Return the log of illustrative progress in date order, slips among it."""
    return _in_order(PROGRESS, (line for duty in duties() for line in _lines(duty)))


def appraisal_lines() -> tuple[Line, ...]:
    """Return the log of illustrative appraisals in date order, a slip among it."""
    return _in_order(APPRAISALS, _appraisals())


def _in_order(kind: Worksheet, invented: Iterable[Line]) -> tuple[Line, ...]:
    lines = [*invented, *_written(kind, "lines.csv"), *_written(kind, "slips.csv")]
    return tuple(sorted(lines, key=lambda line: (line.after, line.place)))


@cache
def _owners() -> dict[str, Owner]:
    return {owner.name: owner for owner in owners()}


@cache
def _called() -> dict[str, str]:
    return {name: owner.name for owner in owners() for name in (*owner.aliases, owner.name)}


@cache
def _paces() -> dict[str, Pace]:
    lines = texts.records(texts.SAMPLE / "owners.csv")
    return {line["owner"]: PACES[line["pace"]] for line in lines}


@cache
def _turns() -> dict[tuple[str, str], tuple[Turn, str, str | None]]:
    return {
        (line["owner"], line["code"]): (
            Turn(line["turn"]),
            line["value"],
            line["obstacle"] or None,
        )
        for line in texts.records(texts.SAMPLE / "turns.csv")
    }


def _lines(duty: Duty) -> Iterator[Line]:
    owner = _owners()[duty.owner]
    place = list(_owners()).index(duty.owner) * 100 + list(code_texts()).index(duty.code)
    *_, obstacle = _turns().get((duty.owner, duty.code), (None,))
    course = _steps(duty)
    for step in course:
        if step.day <= (owner.valid_until or AS_OF):
            yield told(owner, duty, step, place, obstacle if step is course[-1] else None)


@cache
def _steps(duty: Duty) -> tuple[Step, ...]:
    pace = _paces()[duty.owner]
    turn, value, _ = _turns().get((duty.owner, duty.code), (None, "", None))
    if turn is Turn.BLANK:
        return ()
    if duty.kind is PERIODS:
        day = parse_day(value) if turn else sent(duty.owner, duty.code, duty.due, pace)
        return (Step(day, Stage.DONE, None),) if duty.due < AS_OF else ()
    if _owners()[duty.owner].valid_from:
        return ()
    item = texts.item(duty.code)
    earliest = parse_day(item["earliest"]) if item["earliest"] else None
    work = Work(duty.owner, duty.code, parse_day(item["begins"]), duty.due, earliest)
    if turn is Turn.OPEN:
        return _stuck(steps(work, pace, None, int(value)))
    return steps(work, pace, parse_day(value) if turn else finished(work, pace), None)


def _stuck(course: tuple[Step, ...]) -> tuple[Step, ...]:
    return (*course[:-1], replace(course[-1], stage=Stage.STUCK)) if len(course) > 1 else course


def _appraisals() -> Iterator[Line]:
    _, owner, code, *_ = (column.header for column in APPRAISALS.columns)
    told_apart = {
        (line[owner], line[code])
        for name in ("lines.csv", "slips.csv")
        for line in texts.records(texts.SAMPLE / name)
    }
    for duty in duties():
        if duty.kind is CRITERIA and (duty.owner, duty.code) not in told_apart:
            yield from _appraised(duty)


def _appraised(duty: Duty) -> Iterator[Line]:
    done = [step.day for step in _steps(duty) if step.stage is Stage.DONE]
    for first, days, part in _VISITS:
        visit = workday(first + timedelta(days=between(0, days, duty.owner, first)))
        looked_at = share(duty.owner, duty.code, first, "appraisal") < part
        if looked_at and done and done[0] < visit <= (_owners()[duty.owner].valid_until or AS_OF):
            place = list(code_texts()).index(duty.code)
            yield Line(visit, place, duty.owner, _verdict(duty, visit))
            return


def _verdict(duty: Duty, visit: date) -> tuple[Cell, ...]:
    on_site = share(duty.owner, duty.code, "site") < 0.4
    return (
        visit,
        duty.owner,
        written_code(duty.code, duty.owner, visit),
        texts.message("done"),
        texts.message("appraiser"),
        texts.message("appraised_on_site" if on_site else "appraised"),
    )


def _written(kind: Worksheet, name: str) -> Iterator[Line]:
    """Return the lines a file holds as they stand, unreadable ones as the text they are."""
    lines = [line for line in texts.records(texts.SAMPLE / name) if line["worksheet"] == kind.title]
    for number, line in enumerate(lines):
        cells = [_cell(line.get(column.header, ""), column.reading) for column in kind.columns]
        day = line.get("after") or line[kind.columns[0].header]
        owner = _called().get(line[kind.columns[1].header])
        yield Line(parse_day(day), 100_000 + number, owner, tuple(cells))


def _cell(text: str, reading: Reading) -> Cell:
    if reading is Reading.DATE:
        try:
            return parse_day(text)
        except ValueError:
            return text or None
    if reading is Reading.CODE:
        return code_texts().get(text, text) or None
    return int(text) if text.isdigit() else text or None

"""The body of the report: what the numbers say, in official Vietnamese, section by section."""

from collections.abc import Iterable
from dataclasses import dataclass

import pandas as pd

from lib import words
from lib.assess import Assessment, Light, State, Status
from lib.export.briefing import Briefing
from lib.export.ruled_table import Cell, Column, Row, Ruled
from lib.export.sheet_of_paper import TEXT_WIDTH
from lib.problem import Severity
from lib.sheet import Kind
from lib.view import naming
from lib.view.memory import reports_written_late
from lib.view.narrowing import criteria_followed
from lib.view.overview import Summary, summary
from lib.view.owed import in_state
from lib.view.ranking import cohorts
from lib.words import columns, memory, pages, reasons
from lib.words import documents as said


@dataclass(frozen=True, slots=True)
class Section:
    """A numbered section: sentences and tables in their order; `points` are set off by dashes."""

    title: str
    blocks: tuple["Block", ...]


@dataclass(frozen=True, slots=True)
class Points:
    """Sentences listed under each other, each behind a mark."""

    sentences: tuple[str, ...]
    mark: str = "-"


@dataclass(frozen=True, slots=True)
class Part:
    """The numbered head of a part of a section."""

    title: str


Block = str | Points | Ruled | Part


def parted(title: str, *parts: Section) -> Section:
    """Make one section of several, each a part of it with a head of its own."""
    return Section(
        title, tuple(each for part in parts for each in (Part(part.title), *part.blocks))
    )


def joined(parts: Iterable[str]) -> str:
    """Join parts of a sentence: a, b và c."""
    *first, last = parts
    return f"{', '.join(first)}{said.AND}{last}" if first else last


def listed(names: Iterable[str], *, most: int, others: str = pages.MORE_UNITS) -> str:
    """Join names; those beyond the most are counted."""
    told = list(names)
    shown = ", ".join(told[:most])
    if len(told) <= most:
        return shown
    return f"{shown} {others.format(number=words.count(len(told) - most))}"


def general(briefing: Briefing) -> Section:
    """Tell the state of affairs: lights, criteria met, what is overdue, reports on time."""
    now, before = summary(briefing.now), summary(briefing.before)
    told = (
        _whose_lights(briefing, now, before),
        _met(now, before if briefing.compared else None),
        _overdue(now, before, briefing),
        on_time(now, briefing),
        _trust(briefing),
    )
    return Section(said.GENERAL, tuple(filter(None, told)))


def on_time(now: Summary, briefing: Briefing) -> str:
    """Tell how many reports came in time, and how many of these were written late."""
    if not now.reports_due:
        return said.NO_REPORTS
    missing, written_late = now.overdue[Kind.REPORT], reports_written_late(briefing)
    among = memory.LATE_IN_REPORT.format(number=words.count(written_late)) if written_late else ""
    first = said.SENT_ON_TIME.format(
        number=words.count(now.reports_on_time),
        percent=words.percent(now.on_time_rate),
        among=among,
    )
    rest = (
        (said.SENT_LATE, now.reports_due - now.reports_on_time - missing),
        (said.NOT_SENT, missing),
    )
    told = [template.format(number=words.count(number)) for template, number in rest if number]
    parts = [first if now.reports_on_time else said.NONE_ON_TIME, *told]
    return said.ON_TIME.format(due=words.count(now.reports_due), parts=", ".join(parts))


def _whose_lights(briefing: Briefing, now: Summary, before: Summary) -> str:
    """Tell the lights; of an agency's part, which has none, what it follows."""
    filters, units = briefing.filters, briefing.now.units
    previous, then = words.day(briefing.previous), briefing.before.units
    if filters.agency:
        number = criteria_followed(briefing.whole.items, filters.agency)
        template = said.FOLLOWS if number else said.FOLLOWS_NONE
        count = words.count(briefing.now.cells["unit"].nunique())
        return template.format(agency=filters.agency, number=words.count(number), units=count)
    if units.empty:
        return said.NO_UNITS
    if filters.unit:
        unit = naming.capital(briefing.named[str(units["unit"].iat[0])])
        told = said.UNIT_LIGHT.format(unit=unit, light=_light_word(units))
        earlier = said.UNIT_LIGHT_BEFORE.format(previous=previous, light=_light_word(then))
    else:
        told = said.LIGHTS.format(units=words.count(len(units)), lights=_lights(now))
        earlier = said.LIGHTS_BEFORE.format(previous=previous, lights=_lights(before))
    return told + earlier if briefing.compared and len(then) else told


def _light_word(units: pd.DataFrame) -> str:
    return words.LIGHT[Light(str(units["light"].iat[0]))].word.lower() if len(units) else ""


def _lights(of: Summary) -> str:
    order = (Light.GREEN, Light.AMBER, Light.RED, Light.GREY)
    told = [
        said.LIGHT[light].format(number=words.count(of.lights[light]))
        for light in order
        if of.lights[light]
    ]
    return ", ".join(told if of.lights[Light.RED] else [*told, said.NO_RED])


def _met(now: Summary, before: Summary | None) -> str:
    """Tell how many criteria are met; nothing where none applies."""
    if not now.total:
        return ""
    appraised = said.APPRAISED if now.appraised else said.NONE_APPRAISED
    told = (said.MET if now.met else said.NONE_MET).format(
        share=words.share(now.met, now.total),
        total=words.count(now.total),
        percent=words.percent(now.met_rate),
        appraised=appraised.format(number=words.count(now.appraised)),
    )
    if before is None or not before.total:
        return f"{told}."
    earlier = (said.MET_BEFORE if before.met else said.NONE_MET_BEFORE).format(
        share=words.share(before.met, before.total), percent=words.percent(before.met_rate)
    )
    return f"{told}{earlier}."


def _overdue(now: Summary, before: Summary, briefing: Briefing) -> str:
    days = words.decimal(briefing.book.settings.due_soon_days)
    soon = len(in_state(briefing.now.obligations, State.DUE_SOON))
    kinds = [
        reasons.OF_KIND[Kind(kind)].format(number=words.count(number))
        for kind, number in now.overdue.items()
        if number
    ]
    template = (said.NOTHING_OVERDUE, said.OVERDUE_KIND, said.OVERDUE)[min(len(kinds), 2)]
    told = template.format(
        number=words.count(now.all_overdue),
        kind="".join(kinds[:1]),
        kinds=joined(kinds) if kinds else "",
    )
    earlier = said.OVERDUE_BEFORE if before.all_overdue else said.NOTHING_OVERDUE_BEFORE
    founded = briefing.filters.unit and briefing.before.units.empty
    if founded or not briefing.compared:
        earlier = ""
    ahead = (said.SOON if soon else said.NOTHING_SOON).format(days=days, number=words.count(soon))
    return f"{told}{earlier.format(number=words.count(before.all_overdue))}. {ahead}"


def _trust(briefing: Briefing) -> str:
    """Tell how old the numbers are, what does not count, and what was rewritten since."""
    errors = sum(problem.severity is Severity.ERROR for problem in briefing.book.problems)
    stale = int(briefing.now.cells["stale"].sum())
    told = []
    if stale:
        days = words.number(briefing.book.settings.stale_days)
        told.append(said.STALE.format(cells=words.count(stale), days=days))
    if errors:
        template = said.ERRORS_WHOLE if briefing.whose else said.ERRORS
        told.append(template.format(errors=words.count(errors)))
    rewritten = briefing.remembered and briefing.remembered.rewritten
    if rewritten and rewritten.number:
        number, known = words.count(rewritten.number), words.day(rewritten.known)
        told.append(memory.REWRITTEN_IN_REPORT.format(number=number, known=known))
    return " ".join(told)


def by_group(briefing: Briefing) -> Section:
    """Tell the results by group of units, then by group of criteria.

    An agency's part has no lights, one unit no groups.
    """
    if briefing.now.units.empty:
        return Section(said.TABLES, (said.NO_UNITS,))
    tables = (
        *(() if briefing.filters.unit else (_groups_table(briefing),)),
        *(() if briefing.now.cells.empty else (_sections_table(briefing),)),
    )
    return Section(said.TABLES_OF_UNIT if briefing.filters.unit else said.TABLES, tables)


def _groups_table(briefing: Briefing) -> Ruled:
    now, lit = briefing.now, not briefing.filters.agency
    groups = cohorts(now.units, briefing.book.groups)
    rows: list[Row] = [
        _counts(group, now, members["unit"], lit=lit) for group, members in groups.items()
    ]
    overdue = in_state(now.obligations, State.OVERDUE)
    if of_agencies := int((~overdue["is_unit"]).sum()):
        blanks = [words.BLANK] * (len(rows[0]) - 2)
        rows.append((said.AGENCIES, *blanks, words.count(of_agencies)))
    if len(rows) > 1:
        total = _counts(said.TOTAL, now, None, lit=lit)
        figures = (Cell(cell, "right", bold=True) for cell in total[1:])
        rows.append((Cell(total[0], bold=True), *figures))
    lights = [mark.word for mark in words.LIGHT.values()] if lit else []
    heads = (columns.GROUP, said.UNITS, columns.MET, said.RATE, *lights, columns.OVERDUE)
    widths = (46, 15, 22, 17, *(12 for _ in lights), 16)
    return Ruled(said.GROUPS_TABLE, _columns(heads, widths), tuple(rows))


def _counts(name: str, now: Assessment, members: pd.Series | None, *, lit: bool) -> tuple[str, ...]:
    """Count what the filters leave of a group's units; without members, of everyone."""
    overdue = in_state(now.obligations, State.OVERDUE)
    units, cells = now.units, now.cells
    if members is not None:
        units = units[units["unit"].isin(members)]
        cells = cells[cells["unit"].isin(members)]
        overdue = overdue[overdue["owner"].isin(members)]
    met, total = int((cells["status"] == Status.MET).sum()), len(cells)
    lights = units["light"].value_counts()
    return (
        name,
        words.count(len(units)),
        words.share(met, total),
        words.percent(100 * met / total if total else None),
        *(words.count(lights.get(light, 0)) for light in words.LIGHT if lit),
        words.count(len(overdue)),
    )


def _sections_table(briefing: Briefing) -> Ruled:
    items = briefing.book.items
    section = dict(zip(items["code"], items["section"], strict=True))
    cells = briefing.now.cells
    sections = cells["code"].map(section).fillna(said.NO_SECTION)
    rows = []
    for name in sections.unique():
        status = cells.loc[sections == name, "status"]
        met = int((status == Status.MET).sum())
        rows.append(
            (
                name,
                words.share(met, len(status)),
                words.percent(100 * met / len(status)),
                *(words.count((status == value).sum()) for value in _WORSE),
            )
        )
    heads = (said.SECTION, columns.MET, said.RATE, *(words.STATUS[value].word for value in _WORSE))
    return Ruled(said.SECTIONS_TABLE, _columns(heads, (75, 20, 16, 16, 19, 18)), tuple(rows))


_WORSE = (Status.OVERDUE, Status.AT_RISK, Status.NO_DATA)


def _columns(heads: Iterable[str], widths: Iterable[float]) -> tuple[Column, ...]:
    pairs = list(zip(heads, widths, strict=True))
    assert sum(width for _, width in pairs) <= TEXT_WIDTH
    return tuple(
        Column(head, width, "right" if place else "left")
        for place, (head, width) in enumerate(pairs)
    )

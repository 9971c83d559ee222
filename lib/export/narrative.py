"""The body of the report: what the numbers say, in official Vietnamese, section by section."""

from collections.abc import Iterable
from dataclasses import dataclass

import pandas as pd

from lib import words
from lib.assess import Assessment, Light, State, Status
from lib.export.briefing import Briefing
from lib.export.ruled_table import Cell, Column, Ruled
from lib.export.sheet_of_paper import TEXT_WIDTH
from lib.problem import Severity
from lib.sheet import Kind
from lib.view.memory import reports_written_late
from lib.view.overview import Summary, summary
from lib.view.owed import in_state
from lib.view.ranking import cohorts
from lib.words import columns, memory, pages
from lib.words import documents as said


@dataclass(frozen=True, slots=True)
class Section:
    """A numbered section: sentences and tables in their order; `points` are set off by dashes."""

    title: str
    blocks: tuple["str | Points | Ruled", ...]


@dataclass(frozen=True, slots=True)
class Points:
    """Sentences listed under each other."""

    sentences: tuple[str, ...]


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
    days = briefing.book.settings.due_soon_days
    overdue = said.OVERDUE.format(
        number=words.count(now.all_overdue),
        before=words.count(before.all_overdue),
        days=words.decimal(days),
        soon=words.count(len(in_state(briefing.now.obligations, State.DUE_SOON))),
        **{kind: words.count(number) for kind, number in now.overdue.items()},
    )
    lights = said.LIGHTS.format(
        units=words.count(len(briefing.now.units)),
        lights=_lights(now),
        previous=words.day(briefing.before.as_of),
        lights_before=_lights(before),
    )
    return Section(
        said.GENERAL,
        (lights, _met(now, before), overdue, on_time(now, briefing), _trust(briefing)),
    )


def on_time(now: Summary, briefing: Briefing) -> str:
    """Tell how many reports came in time, and how many of these were written late."""
    if not now.reports_due:
        return said.NO_REPORTS
    missing, late = now.overdue[Kind.REPORT], reports_written_late(briefing)
    among = memory.LATE_IN_REPORT.format(number=words.count(late)) if late else ""
    return said.ON_TIME.format(
        among=among,
        due=words.count(now.reports_due),
        on_time=words.count(now.reports_on_time),
        percent=words.percent(now.on_time_rate),
        late=words.count(now.reports_due - now.reports_on_time - missing),
        missing=words.count(missing),
    )


def _lights(of: Summary) -> str:
    told = [
        said.LIGHT[light].format(number=words.count(of.lights[light]))
        for light in (Light.GREEN, Light.AMBER, Light.RED, Light.GREY)
        if of.lights[light] or light != Light.GREY
    ]
    return ", ".join(told)


def _met(now: Summary, before: Summary) -> str:
    return said.MET.format(
        share=words.share(now.met, now.total),
        percent=words.percent(now.met_rate),
        appraised=words.count(now.appraised),
        share_before=words.share(before.met, before.total),
        percent_before=words.percent(before.met_rate),
    )


def _trust(briefing: Briefing) -> str:
    """Tell how old the numbers are, what does not count, and what was rewritten since."""
    errors = sum(problem.severity is Severity.ERROR for problem in briefing.book.problems)
    told = briefing.remembered and briefing.remembered.rewritten
    rewritten = ""
    if told and told.number:
        number, known = words.count(told.number), words.day(told.known)
        rewritten = f" {memory.REWRITTEN_IN_REPORT.format(number=number, known=known)}"
    stale = said.STALE.format(
        cells=words.count(briefing.now.cells["stale"].sum()),
        days=words.number(briefing.book.settings.stale_days),
        errors=words.count(errors),
    )
    return f"{stale}{rewritten}"


def by_group(briefing: Briefing) -> Section:
    """Tell the results by group of units, then by group of criteria."""
    now = briefing.now
    if now.units.empty:
        return Section(said.BY_GROUP, (said.NO_UNITS,))
    groups = cohorts(now.units, briefing.book.groups)
    rows = [_counts(group, now, members["unit"]) for group, members in groups.items()]
    overdue = in_state(now.obligations, State.OVERDUE)
    if of_agencies := int((~overdue["is_unit"]).sum()):
        blanks = [words.BLANK] * (len(rows[0]) - 2)
        rows.append((said.AGENCIES, *blanks, words.count(of_agencies)))
    total = _counts(said.TOTAL, now, None)
    bold = (Cell(total[0], bold=True), *(Cell(cell, "right", bold=True) for cell in total[1:]))
    lights = [mark.word for mark in words.LIGHT.values()]
    heads = (columns.GROUP, said.UNITS, columns.MET, said.RATE, *lights, columns.OVERDUE)
    widths = (46, 15, 22, 17, 12, 12, 12, 12, 16)
    units = Ruled(said.GROUPS_TABLE, _columns(heads, widths), (*rows, bold))
    return Section(said.BY_GROUP, (units, _sections_table(briefing)))


def _counts(name: str, now: Assessment, members: pd.Series | None) -> tuple[str, ...]:
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
        *(words.count(lights.get(light, 0)) for light in words.LIGHT),
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

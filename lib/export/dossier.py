"""The dossier that asks for a unit's recognition, or its draft, in the form of Nghị định 30/2020."""

from collections.abc import Iterable
from dataclasses import replace
from typing import Any, Final

import pandas as pd

from lib import words
from lib.assess import Light, State, Status
from lib.export import document_head, dossier_annexes, narrative
from lib.export.briefing import Briefing
from lib.export.document import write_sections
from lib.export.document_head import Letterhead, long_day
from lib.export.narrative import Points, Section
from lib.export.ruled_table import Cell, Column, Ruled
from lib.export.sheet_of_paper import CENTRE, blank_paper, finished, paragraph
from lib.export.text import as_written, one_line
from lib.problem import Severity
from lib.sheet import Kind
from lib.view import columns, dossier, naming
from lib.view.dossier import Dossier, Lack
from lib.view.merger import merger_note
from lib.view.narrowing import Narrowing
from lib.view.overview import summary
from lib.view.palette import tint
from lib.view.sentences import state_reason, status_reason
from lib.view.tables import records, row
from lib.words import columns as heads
from lib.words import documents as report
from lib.words import dossier as said

MOST_MARKS: Final = 20
"""Rows of the unit's past that stand on one page."""

_LATE: Final = (State.OVERDUE, State.DONE_LATE)


def dossier_document(briefing: Briefing, found: Dossier) -> bytes:
    """Write the dossier of a unit; the same briefing gives the same bytes.

    One that is not complete is headed a draft on every page, says by name what is missing, and asks
    for nothing. Filters leave nothing out of it.
    """
    unit = str(found.unit.unit)
    told = replace(briefing, subject=Narrowing(unit=str(found.unit.label)))
    head = document_head.letterhead(told)
    # Who is asked to decide is one; those named after it are reported to.
    head = replace(head, recipients=head.recipients[:1])
    named, agency = told.named[unit], head.agency or report.WE
    title = said.TITLE.format(unit=named, plan=told.plan)
    drafted = () if found.complete else (said.DRAFT,)
    ribbon = " · ".join((*drafted, *filter(None, [told.ribbon]))) or None
    paper = blank_paper(ribbon=ribbon)
    document_head.write_top(paper, head, said.NUMBER.format(sign=head.sign))
    if not found.complete:
        paragraph(paper, said.DRAFT, size=14, bold=True, align=CENTRE, before=10)
    document_head.write_name(paper, said.PAPER, title)
    document_head.write_recipients(paper, head.recipients)
    opening = (said.OPENING if found.complete else said.OPENING_DRAFT).format(
        plan=document_head.plan_sign(told),
        agency=agency,
        unit=named,
        as_of=long_day(told.as_of),
    )
    paragraph(paper, opening, indent=True, before=6)
    trails = dossier.trails(told, found)
    write_sections(paper, _sections(told, found, trails, head))
    close = said.CLOSE if found.complete else said.CLOSE_DRAFT
    close = close.format(recipient=head.recipients[0])
    paragraph(paper, close, indent=True, before=6, after=12, keep=True)
    document_head.write_foot(paper, head)
    dossier_annexes.write_annexes(paper, told, found, trails, head)
    return finished(
        paper,
        told.as_of,
        title=title if found.complete else said.DRAFT_TITLE.format(draft=said.DRAFT, title=title),
        author=head.agency,
        subject=told.scope,
        keywords=ribbon or "",
        category=said.PAPER,
        last_modified_by="",
    )


def _sections(
    told: Briefing, found: Dossier, trails: dict[str, list[Any]], head: Letterhead
) -> tuple[Section, ...]:
    named = told.named[str(found.unit.unit)]
    agency = naming.capital(head.agency or report.WE)
    ask = said.ASK.format(agency=agency, recipient=head.recipients[0], unit=named, plan=told.plan)
    return (
        *(() if found.complete else (_missing(told, found),)),
        _results(told, found, trails),
        _history(told, found),
        _work(told),
        *((Section(said.ASKED, (ask,)),) if found.complete else ()),
    )


def _missing(told: Briefing, found: Dossier) -> Section:
    """Name what is missing: doubts of the sheet, refusals, what is not met, not appraised."""
    lag = told.book.settings.lag_points

    def reason(cell: Any) -> str:
        if cell.lack == Lack.NOT_APPRAISED:
            return said.MET_ON.format(day=words.day(cell.date))
        return _within(as_written(status_reason(cell, as_of=told.as_of, lag=lag)))

    blocks: list[Any] = []
    for lack, text in _LACKS:
        cells = found.lacking(lack)
        if cells:
            lines = (
                said.LACKING.format(item=_item(told, cell.code), reason=reason(cell))
                for cell in cells
            )
            blocks += [text.format(number=words.count(len(cells))), Points(tuple(lines))]
    if found.doubts:
        blocks += [said.DOUBTS, Points(found.doubts)]
    return Section(said.MISSING, tuple(blocks))


_LACKS: Final = (
    (Lack.REFUSED, said.REFUSED),
    (Lack.NOT_MET, said.NOT_MET),
    (Lack.NOT_APPRAISED, said.NOT_APPRAISED),
)


def _item(told: Briefing, code: str) -> str:
    return said.ITEM.format(code=code, title=told.titles[code])


def _within(sentence: str) -> str:
    """Begin a sentence small, as after a colon."""
    return f"{sentence[:1].lower()}{sentence[1:]}"


def _results(told: Briefing, found: Dossier, trails: dict[str, list[Any]]) -> Section:
    """Count what is met and appraised, by group of criteria; name what is met without evidence."""
    unit = found.unit
    appraised = said.APPRAISED if unit.met_appraised else said.NONE_APPRAISED
    text = said.ALL_MET if found.complete else said.SOME_MET if unit.met else said.NONE_MET
    counted = text.format(
        unit=naming.capital(told.named[str(unit.unit)]),
        group=unit.group,
        met=words.count(unit.met),
        total=words.count(unit.total),
        appraised=appraised.format(number=words.count(unit.met_appraised)),
    )
    where = said.WHERE_BOTH if any(map(len, trails.values())) else said.WHERE
    blocks: list[Any] = [f"{counted} {where}", _by_section(told, found.cells)]
    bare = [
        cell.code
        for cell in records(found.cells[found.cells["status"] == Status.MET])
        if not dossier.evidence(cell, trails[cell.code])
    ]
    if bare:
        items = tuple(f"{_item(told, code)}." for code in bare)
        blocks += [said.NO_EVIDENCE.format(number=words.count(len(bare))), Points(items)]
    errors = sum(each.severity is Severity.ERROR for each in told.book.problems)
    if errors and not found.complete:
        blocks.append(said.ERRORS.format(number=words.count(errors)))
    return Section(said.RESULTS, tuple(blocks))


def _by_section(told: Briefing, cells: pd.DataFrame) -> Ruled:
    items = told.book.items
    section = dict(zip(items["code"], items["section"], strict=True))
    named = cells["code"].map(section).fillna(report.NO_SECTION)
    met = cells["status"] == Status.MET
    counted = pd.DataFrame({"total": 1, "met": met, "appraised": met & cells["appraised"]})
    sums = counted.groupby(named, sort=False).sum()
    rows: list[Any] = [
        (one_line(name), *(words.count(number) for number in numbers))
        for name, *numbers in sums.itertuples(name=None)
    ]
    if len(rows) > 1:
        total = (Cell(words.count(number), "right", bold=True) for number in sums.sum())
        rows.append((Cell(report.TOTAL, bold=True), *total))
    counts = (heads.TOTAL, heads.MET_ALONE, heads.APPRAISED)
    shown = (Column(report.SECTION, 98), *(Column(head, 22, "right") for head in counts))
    return Ruled(said.SECTIONS_TABLE, shown, tuple(rows))


def _history(told: Briefing, found: Dossier) -> Section:
    """Tell of whom the unit was made, and its figures over the months."""
    owners = told.book.owners
    in_text = [one_line(naming.in_text(row(owners, number))) for number in owners.index]
    renamed = replace(told.book, owners=owners.assign(label=in_text))
    merged = merger_note(renamed, found.owner, told.as_of)
    past = dossier.past(told, found)
    of = dict(zip(owners.index, in_text, strict=True))
    several = len(past["bearer"].unique()) > 1

    def whose(each: Any) -> str:
        name = naming.capital(of[each.bearer])
        return name if each.bearer == found.owner else said.LAST_DAY.format(unit=name)

    rows = tuple(
        (
            words.day(each.date),
            *((whose(each),) if several else ()),
            *(column.written(each) for column in _FIGURES),
            _light(each.light),
        )
        for each in records(past)
    )
    shown = (
        Column(heads.DAY, 24),
        *((Column(columns.UNIT.head, 36),) if several else ()),
        *(Column(column.head, column.millimetres, "right") for column in _FIGURES),
        Column(columns.LIGHT.head, columns.LIGHT.millimetres),
    )
    title = said.PAST_TABLE.format(unit=of[found.owner])
    first = (naming.capital(as_written(merged)),) if merged else ()
    return Section(said.HISTORY, (*first, Ruled(title, shown, rows, unparted=MOST_MARKS)))


_FIGURES: Final = (columns.MET, columns.APPRAISED, columns.PROGRESS, columns.RANK)


def _light(value: str) -> Cell:
    mark = words.LIGHT[Light(value)]
    return Cell(mark.on_paper, bold=mark.tone == "red", fill=tint(mark.tone))


def _work(told: Briefing) -> Section:
    """Count the unit's tasks and reports, and name those that are or were late."""
    owed = told.now.obligations
    tasks, work = owed[owed["kind"] == Kind.TASK], owed[owed["kind"] != Kind.CRITERION]
    late = work[work["state"].isin(_LATE)]
    blocks: list[Any] = [_tasks(tasks), narrative.on_time(summary(told.now), told)]
    if len(late):
        items = (
            said.LATE_ITEM.format(
                kind=words.KIND[each.kind],
                item=_item(told, each.code),
                reason=_within(as_written(state_reason(each, as_of=told.as_of))),
            )
            for each in records(late)
        )
        blocks += [said.LATE.format(number=words.count(len(late))), Points(tuple(items))]
    return Section(said.WORK, tuple(blocks))


def _tasks(tasks: pd.DataFrame) -> str:
    if tasks.empty:
        return said.NO_TASKS
    states = tasks["state"].value_counts()
    parts = _counted((words.STATE[state].word.lower(), states.get(state, 0)) for state in State)
    return said.TASKS.format(number=words.count(len(tasks)), parts=", ".join(parts))


def _counted(named: Iterable[tuple[str, int]]) -> list[str]:
    return [
        said.TASK.format(number=words.count(number), state=state)
        for state, number in named
        if number
    ]

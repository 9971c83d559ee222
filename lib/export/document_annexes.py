"""The report's annexes, landscape: who is late or changed; or all: ranking, matrix, reports."""

import io
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

import pandas as pd
import vl_convert
from docx.document import Document as Paper
from docx.shared import Mm

from lib import words
from lib.assess import State
from lib.export.briefing import Briefing
from lib.export.document_changed import changed
from lib.export.document_head import Letterhead
from lib.export.document_lattices import calendar_tables, criteria_table, matrix_tables, said_legend
from lib.export.ruled_table import NAME_LETTERS, Ruled, place, ruled
from lib.export.sheet_of_paper import AT_LEFT, CENTRE, annex_section, gap, paragraph
from lib.export.text import clipped, one_line
from lib.sheet import Kind
from lib.view import columns
from lib.view.charts_print import printed_ranking
from lib.view.owed import in_state
from lib.view.ranking import cohorts
from lib.view.tables import records
from lib.words import documents as said
from lib.words import reasons

MOST_ROWS: Final = 1500
"""Rows an annex prints at most; the workbook has them all, and the annex says so."""

MOST_LATE: Final = 100
"""Overdue items that the short annex lists."""

MOST_BARS: Final = 25
_CHART_PIXELS: Final = 760
_CHART_WIDTH: Final = 235
_SHARPNESS: Final = 2.0
"""Dots for each of the chart's pixels."""
_ALT_LETTERS: Final = 1500
ROMAN: Final = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X")
_TITLES: Final = ("", said.OVERDUE_LIST)
"""Titles that stand above a table already."""


@dataclass(frozen=True, slots=True)
class Annex:
    """An annex: its title, its tables, what stands above them and below."""

    title: str
    tables: tuple[Ruled, ...]
    above: str = ""
    below: str = ""


def write_annexes(paper: Paper, briefing: Briefing, head: Letterhead, *, whole: bool) -> None:
    """Write the annexes that have anything in them, each in a section whose pages count from 1.

    Unless the whole is asked for they keep to what is red, late or changed. An agency's part has no
    ranking: ranks count all criteria.
    """
    ranked = whole and not briefing.filters.agency and not briefing.units.empty
    annexes = [annex for annex in _annexes(briefing, whole=whole) if annex.tables]
    only = ranked + len(annexes) == 1
    numbers = iter(("",) if only else ROMAN)
    if ranked:
        _title(paper, next(numbers), said.RANKING, head)
        _ranking(paper, briefing)
    for number, annex in zip(numbers, annexes, strict=False):
        _title(paper, number, annex.title, head)
        _tables(paper, annex.tables, annex.above)
        if annex.below:
            paragraph(paper, annex.below, italic=True)


def _annexes(briefing: Briefing, *, whole: bool) -> tuple[Annex, ...]:
    if not whole:
        return _changed(briefing), _overdue(briefing, most=MOST_LATE), _late_calendar(briefing)
    return (
        Annex(said.MATRIX, _matrix(briefing), said_legend()),
        _overdue(briefing, most=MOST_ROWS),
        Annex(said.CALENDAR, tuple(calendar_tables(briefing, most=MOST_ROWS)), said.REPORT_LEGEND),
    )


def _matrix(briefing: Briefing) -> tuple[Ruled, ...]:
    tables = tuple(matrix_tables(briefing, most=MOST_ROWS))
    return (*tables, criteria_table(briefing)) if tables else ()


def _changed(briefing: Briefing) -> Annex:
    listed, tables = changed(briefing)
    of_all = {"number": words.count(listed), "all": words.count(len(briefing.units))}
    number = said.CHANGED_OF_ALL.format(**of_all) if listed else said.CHANGED_NONE
    why = [said.LISTED_LATE if briefing.filters.agency else said.LISTED_RED]
    if briefing.compared:
        why += () if briefing.filters.agency else (said.LISTED_TURNED,)
        why.append(said.LISTED_CHANGED.format(previous=words.day(briefing.previous)))
    note = said.CHANGED_NOTE.format(why=reasons.LIST.join(why), number=number)
    return Annex(said.CHANGED_LIST, tables, note)


def _overdue(briefing: Briefing, *, most: int) -> Annex:
    overdue = in_state(briefing.now.obligations, State.OVERDUE)
    tables = (overdue_list(overdue.head(most), briefing),) if len(overdue) else ()
    return Annex(said.OVERDUE_LIST, tables, below=more(len(overdue), most))


def _late_calendar(briefing: Briefing) -> Annex:
    """Show whose reports are missing, or came late of those due since the previous date."""
    owed = briefing.now.obligations
    since = (owed["state"] == State.DONE_LATE) & (owed["due"] >= pd.Timestamp(briefing.previous))
    late = (owed["kind"] == Kind.REPORT) & ((owed["state"] == State.OVERDUE) | since)
    theirs = owed[owed["owner"].isin(owed.loc[late, "owner"])]
    note = said.LATE_CALENDAR_NOTE.format(previous=words.day(briefing.previous))
    tables = tuple(calendar_tables(briefing, most=MOST_ROWS, owed=theirs))
    return Annex(said.LATE_CALENDAR, tables, f"{note} {said.REPORT_LEGEND}")


def ranking_table(units: pd.DataFrame, title: str) -> Ruled:
    """List units with all figures that make their rank and light."""
    return ruled(title, _RANKING, units.head(MOST_ROWS))


_RANKING: Final = (
    *(columns.RANK, columns.MOVEMENT, columns.UNIT, columns.MET, columns.APPRAISED),
    *(columns.POINTS, columns.PROGRESS, columns.ON_TIME, columns.OVERDUE, columns.AT_RISK),
    *(columns.NO_DATA, columns.LIGHT),
)


def overdue_list(overdue: pd.DataFrame, briefing: Briefing) -> Ruled:
    """List what is overdue, the longest first."""
    listed = overdue.assign(
        place=range(1, len(overdue) + 1), label=overdue["owner"].map(briefing.labels)
    )
    return ruled(said.OVERDUE_LIST, _OVERDUE, listed)


_OVERDUE: Final = (
    *(columns.NUMBER, columns.KIND, columns.OWNER, columns.CODE, columns.CONTENT, columns.AGENCY),
    *(columns.DUE, columns.DAYS_OVERDUE),
)


def _title(paper: Paper, number: str, title: str, head: Letterhead) -> None:
    of = said.ANNEX_OF.format(sign=head.sign, year=head.year, agency=head.agency or said.WE)
    write_title(paper, number, title, of)


def write_title(paper: Paper, number: str, title: str, of: str) -> None:
    """Begin an annex `of` a document in a landscape section; the only one has no number."""
    annex_section(paper)
    annex = said.ANNEX.format(number=number).strip()
    paragraph(paper, annex, style="Heading 1", bold=True, align=CENTRE, keep=True)
    paragraph(paper, title, bold=True, align=CENTRE, keep=True)
    paragraph(paper, of, italic=True, align=CENTRE, after=8)


def _ranking(paper: Paper, briefing: Briefing) -> None:
    for group, members in cohorts(briefing.printed_units, briefing.book.groups).items():
        _chart(paper, group, members)
        _tables(paper, [ranking_table(members, said.GROUP_TABLE.format(group=group))])
        if left_out := more(len(members), MOST_ROWS):
            paragraph(paper, left_out, italic=True)


def _chart(paper: Paper, group: str, units: pd.DataFrame) -> None:
    shown = units.head(MOST_BARS)
    shown = shown.assign(label=[one_line(label) for label in shown["label"]])
    head = said.CHART if len(shown) == len(units) else said.CHART_FIRST
    title = head.format(group=group, shown=len(shown), number=words.count(len(units)))
    paragraph(paper, one_line(title), bold=True, align=CENTRE, before=6, keep=True)
    holder = paragraph(paper, align=CENTRE, keep=True)
    # Without a browser and without the net; typefaces come with the converter.
    chart = printed_ranking(shown, width=_CHART_PIXELS).to_dict()
    picture = io.BytesIO(vl_convert.vegalite_to_png(chart, scale=_SHARPNESS))
    drawn = holder.add_run().add_picture(picture, width=Mm(_CHART_WIDTH))
    properties = drawn._inline.docPr  # noqa: SLF001 - python-docx has no alternative text
    properties.set("title", clipped(title, _ALT_LETTERS))
    properties.set("descr", _alternative(group, shown))
    paragraph(paper, said.CHART_NOTE, size=11, italic=True, align=CENTRE, after=6)


def _alternative(group: str, units: pd.DataFrame) -> str:
    told = "; ".join(
        said.CHART_UNIT.format(
            rank=words.count(row.rank),
            unit=row.label,
            share=words.share(row.met, row.total),
            progress=words.percent(row.progress),
        )
        for row in records(units)
    )
    return clipped(said.CHART_ALT.format(group=group, units=told), _ALT_LETTERS)


def _tables(paper: Paper, tables: Iterable[Ruled], legend: str = "") -> None:
    if legend:
        paragraph(paper, legend, size=11, align=AT_LEFT, after=4)
    for table in tables:
        if table.title not in _TITLES:
            title = clipped(table.title, NAME_LETTERS * 2)
            paragraph(paper, title, bold=True, size=13, align=AT_LEFT, before=6, after=3, keep=True)
        place(paper, table)
        gap(paper)


def more(number: int, most: int) -> str:
    """Say that rows are left out, and of how many; nothing where none is."""
    shown, whole = words.count(most), words.count(number)
    return said.NOT_ALL.format(shown=shown, number=whole) if number > most else ""

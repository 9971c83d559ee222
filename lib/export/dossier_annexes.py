"""The dossier's annexes, landscape: each criterion with evidence and appraisal, then every entry."""

from collections.abc import Iterable, Mapping
from typing import Any, Final

import pandas as pd
from docx.document import Document as Paper

from lib import words
from lib.assess import Status
from lib.export.briefing import Briefing
from lib.export.document_annexes import MOST_ROWS, more, write_title
from lib.export.document_head import Letterhead
from lib.export.ruled_table import NAME_LETTERS, Cell, Column, Ruled, place
from lib.export.sheet_of_paper import gap, paragraph
from lib.export.text import clipped, one_line
from lib.view import columns, marks
from lib.view.dossier import Dossier, evidence, verdicts
from lib.view.palette import tint
from lib.view.sentences import shortened
from lib.view.tables import records
from lib.words import columns as heads
from lib.words import detail, exports
from lib.words import documents as report
from lib.words import dossier as said

SHORT_TITLE: Final = 44

Trails = Mapping[str, list[Any]]


def write_annexes(
    paper: Paper, told: Briefing, found: Dossier, trails: Trails, head: Letterhead
) -> None:
    """Write what each criterion rests on; where anything was written, all of it in its order."""
    entries = [(code, each) for code, trail in trails.items() for each in reversed(trail)]
    of = said.ANNEX_OF.format(sign=head.sign, year=head.year, agency=head.agency or report.WE)
    first, second = ("I", "II") if entries else ("", "")
    write_title(paper, first, said.CRITERIA, of)
    place(paper, _criteria(told, found, trails))
    gap(paper)
    if not entries:
        return
    write_title(paper, second, said.LOG, of)
    place(paper, _log(told, found, entries[:MOST_ROWS]))
    gap(paper)
    if left_out := more(len(entries), MOST_ROWS):
        paragraph(paper, left_out, italic=True)


def _criteria(told: Briefing, found: Dossier, trails: Trails) -> Ruled:
    basis = dict(zip(told.book.items["code"], told.book.items["basis"], strict=True))
    rows = tuple(
        (
            words.count(number),
            said.ITEM.format(code=cell.code, title=told.titles[cell.code]),
            one_line(basis[cell.code]) or words.BLANK,
            _result(cell),
            words.day(cell.date),
            _evidence(cell, trails[cell.code]),
            _appraisal(cell, trails[cell.code]),
        )
        for number, cell in enumerate(records(found.cells), 1)
    )
    shown = (
        Column(columns.NUMBER.head, 11, "right"),
        Column(heads.CRITERION, 58),
        Column(said.BASIS, 30),
        Column(said.RESULT, 30),
        Column(exports.DATE, 24),
        Column(said.EVIDENCE, 58),
        Column(said.APPRAISAL, 40),
    )
    return Ruled(said.CRITERIA_TABLE.format(unit=found.unit.label), shown, rows)


def _result(cell: Any) -> Cell:
    mark = marks.STATUSES[marks.of_status(cell.status, appraised=bool(cell.appraised))]
    text = mark.on_paper
    if cell.status != Status.MET and not pd.isna(cell.progress):
        text = said.UNDER_WAY.format(status=text, progress=words.percent(cell.progress))
    if cell.inherited:
        text = said.INHERITED.format(status=text)
    return Cell(text, bold=mark.tone == "red", fill=tint(mark.tone))


def _evidence(cell: Any, trail: list[Any]) -> str:
    told = (
        (each, said.DATED.format(text=one_line(each.evidence), day=words.day(each.day)))
        for each in evidence(cell, trail)
    )
    return _of_owners(cell, told)


def _appraisal(cell: Any, trail: list[Any]) -> str:
    """Write the verdict with its day, who gave it and what was noted."""
    if cell.lack is None or cell.refused:
        return _of_owners(cell, ((each, _verdict(each)) for each in verdicts(cell, trail)))
    return said.NOT_AGAIN if any(each.appraisal for each in trail) else said.NOT_YET


def _verdict(each: Any) -> str:
    word = detail.REACHED if each.met else detail.NOT_REACHED
    verdict = said.BY.format(verdict=word, day=words.day(each.day))
    return ", ".join(filter(None, (verdict, one_line(each.author), one_line(each.note))))


def _of_owners(cell: Any, told: Iterable[tuple[Any, str]]) -> str:
    """Join what entries say; another's than the unit's own is named."""
    texts = (
        text if each.owner == cell.bearer else said.OF_OWNER.format(owner=each.label, text=text)
        for each, text in told
    )
    return "; ".join(texts) or words.BLANK


def _log(told: Briefing, found: Dossier, entries: list[tuple[str, Any]]) -> Ruled:
    several = len({each.owner for _, each in entries}) > 1
    rows = tuple(
        (
            words.count(number),
            said.ITEM.format(code=code, title=shortened(told.titles[code], SHORT_TITLE)),
            words.day(each.day),
            *((clipped(each.label, NAME_LETTERS),) if several else ()),
            detail.APPRAISAL if each.appraisal else detail.SELF,
            _said(each),
            "; ".join(filter(None, (one_line(each.evidence), one_line(each.note)))) or words.BLANK,
            clipped(each.author, NAME_LETTERS) or words.BLANK,
        )
        for number, (code, each) in enumerate(entries, 1)
    )
    shown = (
        Column(columns.NUMBER.head, 11, "right"),
        Column(heads.CRITERION, 56),
        Column(heads.DAY, 24),
        *((Column(columns.UNIT.head, 28),) if several else ()),
        Column(said.SIDE, 24),
        Column(detail.RESULT, 32),
        Column(said.NOTES, 46 if several else 74),
        Column(detail.AUTHOR, 30),
    )
    return Ruled(said.LOG_TABLE.format(unit=found.unit.label), shown, rows)


def _said(each: Any) -> str:
    """Write an entry's result; one that says met though an appraisal refuses it says that too."""
    written = clipped(each.result, NAME_LETTERS)
    if each.refused:
        return detail.BUT_REFUSED.format(word=written or detail.REACHED)
    if each.met or each.appraisal:
        return written or (detail.REACHED if each.met else detail.NOT_REACHED)
    return f"{written} {words.percent(each.progress)}".strip()

"""The letters that chase: a công văn đôn đốc for each late owner, in the form of Nghị định 30/2020."""

import io
import zipfile
from collections.abc import Sequence
from dataclasses import dataclass, replace

import pandas as pd
from docx.document import Document as Paper

from lib import words
from lib.assess import State
from lib.export import document_head
from lib.export.briefing import Briefing
from lib.export.document_head import Letterhead, long_day
from lib.export.ruled_table import place, ruled
from lib.export.sheet_of_paper import (
    AT_LEFT,
    blank_paper,
    finished,
    gap,
    letter_section,
    paragraph,
)
from lib.export.text import in_file_name, one_line
from lib.steady import steady
from lib.view import columns
from lib.view.columns import Column
from lib.view.naming import in_text, written_to
from lib.view.owed import in_state
from lib.view.reminders import Demand, own_worksheets
from lib.view.tables import row
from lib.words import deadlines, exports
from lib.words import documents as report
from lib.words import letters as said

_LISTED = (
    columns.NUMBER,
    columns.KIND,
    columns.CODE,
    columns.CONTENT,
    columns.DUE,
)
_LATE = (*_LISTED, columns.DAYS_OVERDUE)
_SOON = (*_LISTED, Column("days_left", deadlines.DAYS_LEFT, "whole", millimetres=17))


@dataclass(frozen=True, slots=True)
class Letter:
    """What one late owner is written about: it, by name and as addressed, and what it owes."""

    owner: str
    label: str
    named: str
    to: str
    overdue: pd.DataFrame
    due_soon: pd.DataFrame
    where: str | None


def letters_to(briefing: Briefing, demand: Demand) -> tuple[Letter, ...]:
    """Find who is written to: each owner with something overdue, the most overdue first.

    The standing agency does not write to itself.
    """
    owed, links = briefing.now.obligations, own_worksheets(briefing.book, demand)
    owed = owed.sort_values("kind", kind="stable", key=_kinds_in_order)
    late = in_state(owed, State.OVERDUE).groupby("owner", sort=False)
    soon = in_state(owed, State.DUE_SOON)
    found = []
    for owner, overdue in late:
        if owner == briefing.now.standing_agency:
            continue
        bearer = int(overdue["bearer"].iloc[0])
        about = row(briefing.book.owners, bearer)
        named, to = one_line(in_text(about)), one_line(written_to(about))
        label, due_soon = briefing.labels[str(owner)], soon[soon["owner"] == owner]
        where = links.get(bearer)
        found.append(Letter(str(owner), label, named, to, overdue, due_soon, where))
    return tuple(sorted(found, key=lambda letter: (-len(letter.overdue), -len(letter.due_soon))))


def letters_document(
    briefing: Briefing, demand: Demand | None = None, *, owner: str | None = None
) -> bytes:
    """Write the letters as one .docx, each on pages of its own; `owner` is one's name in the sheet."""
    demand = demand or Demand()
    letters = letters_to(briefing, demand)
    chosen = [one for one in letters if owner in (None, one.owner)]
    return _document(_paper(briefing), briefing, demand, chosen)


def letters_archive(briefing: Briefing, demand: Demand | None = None) -> bytes:
    """Write each letter as a .docx of its own, in one .zip."""
    demand, content, paper = demand or Demand(), io.BytesIO(), _paper(briefing)
    with zipfile.ZipFile(content, "w") as archive:
        for number, letter in enumerate(letters_to(briefing, demand), 1):
            file = said.FILE.format(number=number, name=in_file_name(letter.label))
            archive.writestr(file, _document(paper, briefing, demand, [letter]))
    return steady(content.getvalue(), briefing.as_of)


def _kinds_in_order(kinds: pd.Series) -> pd.Series:
    return kinds.astype(str).map({kind: number for number, kind in enumerate(words.KINDS)})


def _paper(briefing: Briefing) -> Paper:
    return blank_paper(ribbon=briefing.ribbon)


def _document(paper: Paper, briefing: Briefing, demand: Demand, letters: Sequence[Letter]) -> bytes:
    """Write letters on paper that may have served for others before."""
    del paper.element.body[:-1]
    head = document_head.letterhead(briefing)
    for number, letter in enumerate(letters):
        if number:
            letter_section(paper)
        _write(paper, briefing, demand, replace(head, recipients=(letter.to,)), letter)
    if not letters:
        paragraph(paper, said.NONE)
    return finished(
        paper,
        briefing.as_of,
        title=said.TITLE,
        subject=briefing.scope,
        author=head.agency,
        last_modified_by="",
    )


def _write(
    paper: Paper, briefing: Briefing, demand: Demand, head: Letterhead, letter: Letter
) -> None:
    plan = document_head.plan_sign(briefing)
    about = said.ABOUT.format(plan=briefing.plan)
    document_head.write_top(paper, head, said.NUMBER.format(sign=head.sign), about)
    document_head.write_recipients(paper, head.recipients)
    agency = head.agency or report.WE
    opening = said.OPENING.format(
        plan=plan,
        day=long_day(briefing.as_of),
        owner=letter.named,
        what=_counted(letter),
        scope=said.SCOPE.format(agency=one_line(briefing.filters.agency))
        if briefing.filters.agency
        else "",
    )
    paragraph(paper, opening, indent=True, before=6)
    soon = _with_days_left(letter, briefing)
    lists = ((said.OVERDUE, letter.overdue, _LATE), (said.SOON, soon, _SOON))
    for number, (title, items, listed) in enumerate(lists[: 1 + bool(len(soon))], 1):
        line = said.NUMBERED.format(number=number, title=title) if len(soon) else title
        paragraph(paper, line, bold=True, indent=True, before=6, after=3, keep=True)
        place(paper, ruled(title, listed, items.assign(place=range(1, len(items) + 1))))
        gap(paper)
    ask = said.ASK.format(
        agency=agency[:1].upper() + agency[1:],
        owner=letter.to,
        day=long_day(demand.day(briefing.as_of)),
    )
    paragraph(paper, ask, indent=True, before=6)
    if letter.where:
        paragraph(
            paper, said.WHERE.format(address=letter.where), align=AT_LEFT, indent=True, before=6
        )
    close = said.CLOSE.format(owner=letter.to)
    paragraph(paper, close, indent=True, before=6, after=12, keep=True)
    document_head.write_foot(paper, head)


def _counted(letter: Letter) -> str:
    """Say how much is overdue, of which kinds, and how much is due soon."""
    kinds = letter.overdue["kind"].astype(str).value_counts()
    listed = ", ".join(
        said.OF_KIND.format(number=words.count(kinds[kind]), kind=words.KIND[kind].lower())
        for kind in words.KINDS
        if kind in kinds
    )
    overdue = exports.REMINDER_OVERDUE.format(number=words.count(len(letter.overdue)))
    told = [said.OF_KINDS.format(what=overdue, kinds=listed)]
    if len(letter.due_soon):
        told.append(exports.REMINDER_SOON.format(number=words.count(len(letter.due_soon))))
    return exports.REMINDER_AND.join(told)


def _with_days_left(letter: Letter, briefing: Briefing) -> pd.DataFrame:
    due = letter.due_soon["due"]
    return letter.due_soon.assign(days_left=(due - pd.Timestamp(briefing.as_of)).dt.days)

"""The official report as .docx, in the form of Nghị định 30/2020/NĐ-CP, with its annexes."""

from collections.abc import Iterable
from itertools import count

import pandas as pd
from docx.document import Document as Paper

from lib.export import (
    document_annexes,
    document_head,
    narrative,
    narrative_meeting,
    narrative_units,
    narrative_work,
    period,
)
from lib.export.briefing import Briefing
from lib.export.narrative import Part, Points, Section
from lib.export.ruled_table import Ruled, place
from lib.export.sheet_of_paper import AT_LEFT, blank_paper, finished, gap, paragraph
from lib.export.text import one_line
from lib.words import documents as said


def document(briefing: Briefing, *, period_code: str | None = None, whole: bool = False) -> bytes:
    """Write the report; the same briefing gives the same bytes.

    Its annexes keep to what is red, late or changed unless the `whole` is asked for. The title
    names the reporting period with that code, else the last that has fallen due.
    """
    chosen = period.period(briefing, period_code)
    title = period.title(briefing, chosen)
    letterhead = document_head.letterhead(briefing)
    paper = blank_paper(ribbon=briefing.ribbon)
    document_head.write_head(paper, letterhead, title)
    document_head.write_opening(paper, briefing, letterhead, period.name(chosen))
    write_sections(paper, _sections(briefing, chosen))
    document_head.write_close(paper, briefing, letterhead)
    document_annexes.write_annexes(paper, briefing, letterhead, whole=whole)
    return finished(
        paper,
        briefing.as_of,
        title=title,
        author=letterhead.agency,
        subject=briefing.scope,
        keywords=briefing.ribbon or "",
        category=said.REPORT,
        last_modified_by="",
    )


def _sections(briefing: Briefing, chosen: pd.Series | None) -> tuple[Section, ...]:
    # Ranks and lights count all criteria, an agency's part only some.
    ranked = () if briefing.filters.agency else (narrative_units.leaders(briefing),)
    state, changes = narrative.general(briefing), narrative_units.changes(briefing)
    return (
        Section(state.title, (*state.blocks, *changes.blocks)),
        narrative.parted(
            said.BY_GROUP,
            narrative.by_group(briefing),
            *ranked,
            narrative_units.behind(briefing),
            narrative_work.overdue_by_agency(briefing),
        ),
        narrative_meeting.given(briefing),
        narrative_work.reports(briefing),
        narrative_meeting.in_the_way(briefing),
        narrative_meeting.coming_up(briefing, period.following(briefing, chosen)),
        narrative_work.requests(briefing),
    )


def write_sections(paper: Paper, sections: Iterable[Section]) -> None:
    """Write sections below each other, numbered."""
    for number, section in zip(document_annexes.ROMAN, sections, strict=False):
        _write_section(paper, number, section)


def _write_section(paper: Paper, number: str, section: Section) -> None:
    _head(paper, f"{number}. {section.title}", style="Heading 1")
    parts = count(1)
    for block, following in zip(section.blocks, (*section.blocks[1:], None), strict=True):
        if isinstance(block, Ruled):
            paragraph(paper, block.title, align=AT_LEFT, italic=True, before=6, after=3, keep=True)
            place(paper, block)
            gap(paper)
        elif isinstance(block, Part):
            _head(paper, f"{next(parts)}. {block.title}", style="Heading 2")
        elif isinstance(block, Points):
            for sentence in block.sentences:
                paragraph(paper, f"{block.mark} {one_line(sentence)}", indent=True, before=6)
        else:
            leads_in = isinstance(following, Ruled | Points)
            paragraph(paper, one_line(block), indent=True, before=6, keep=leads_in)


def _head(paper: Paper, text: str, *, style: str) -> None:
    paragraph(paper, text, style=style, bold=True, align=AT_LEFT, indent=True, before=6, keep=True)

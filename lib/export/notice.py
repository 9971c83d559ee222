"""The notice of what a meeting concluded (Thông báo kết luận), in the form of Nghị định 30/2020."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from lib import words
from lib.export import document_head, narrative, narrative_meeting
from lib.export.briefing import Briefing
from lib.export.document import write_sections
from lib.export.document_head import long_day
from lib.export.narrative import Points, Section
from lib.export.ruled_table import Column, Ruled
from lib.export.sheet_of_paper import blank_paper, finished, paragraph
from lib.export.text import one_line
from lib.view.conclusions import Conclusion
from lib.words import columns, decisions, meeting
from lib.words import conclusions as said
from lib.words import documents as report

_WIDTHS = (12, 17, 70, 40, 25)


def notice(
    briefing: Briefing,
    conclusions: Sequence[Conclusion],
    codes: Sequence[str],
    *,
    held_on: date,
) -> bytes:
    """Write the notice; the same conclusions of the same briefing give the same bytes."""
    head, day = document_head.letterhead(briefing), long_day(held_on)
    agency = head.agency or report.WE
    title = said.TITLE.format(day=day, plan=briefing.plan)
    paper = blank_paper(ribbon=briefing.ribbon)
    number = said.NUMBER.format(sign=head.sign)
    document_head.write_named(paper, head, number, said.NOTICE, title)
    opening = said.OPENING.format(
        day_capital=f"{day[:1].upper()}{day[1:]}",
        agency=agency,
        plan=document_head.plan_sign(briefing),
        as_of=long_day(briefing.as_of),
    )
    paragraph(paper, opening, indent=True, before=6)
    document_head.write_scope(paper, briefing)
    after = (each.format(agency=f"{agency[:1].upper()}{agency[1:]}") for each in said.AFTER)
    sections = (
        narrative.general(briefing),
        *narrative_meeting.decided(briefing),
        _given(briefing, conclusions, codes, held_on),
        Section(said.SECTION_AFTER, (Points(tuple(after)),)),
    )
    write_sections(paper, sections)
    paragraph(paper, said.CLOSE, indent=True, before=6, after=12, keep=True)
    document_head.write_foot(paper, replace(head, receivers=_receivers(head.receivers)))
    return finished(
        paper,
        held_on,
        title=title,
        author=head.agency,
        subject=briefing.scope,
        keywords=briefing.ribbon or "",
        category=said.NOTICE,
        last_modified_by="",
    )


def _receivers(receivers: tuple[str, ...]) -> tuple[str, ...]:
    """Leave out who is addressed above: a notice addresses nobody."""
    return tuple(each for each in receivers if each != report.RECEIVERS[0])


def _given(
    briefing: Briefing, conclusions: Sequence[Conclusion], codes: Sequence[str], held_on: date
) -> Section:
    acting = {label: briefing.acting[name] for name, label in briefing.whole.labels.items()}
    heads = (columns.NUMBER, columns.CODE, decisions.WHAT, said.WHO, meeting.UNTIL)
    shown = tuple(Column(head, width) for head, width in zip(heads, _WIDTHS, strict=True))
    rows = tuple(
        (
            words.count(place),
            code,
            one_line(each.what),
            one_line("; ".join(acting.get(who, who) for who in each.who)),
            _until(each, held_on),
        )
        for place, (code, each) in enumerate(zip(codes, conclusions, strict=True), 1)
    )
    table = Ruled(said.GIVEN_TABLE.format(day=words.day(held_on)), shown, rows)
    return Section(said.SECTION_TASKS, (said.GIVEN.format(number=words.count(len(rows))), table))


def _until(conclusion: Conclusion, held_on: date) -> str:
    due = conclusion.due(held_on)
    return words.day(due) if due else one_line(conclusion.until) or words.BLANK

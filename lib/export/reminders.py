"""All reminders in one file to send on or print: plain text, or a document with a page an owner."""

from lib.export.briefing import Briefing
from lib.export.sheet_of_paper import AT_LEFT, CENTRE, blank_paper, finished, paragraph
from lib.export.text import clipped, legible
from lib.view.reminders import Demand, reminders
from lib.words import exports as said

_RULE = "-" * 60
_LONGEST_LINE = 1000


def reminders_text(
    briefing: Briefing, demand: Demand | None = None, *, owner: str | None = None
) -> bytes:
    """Write all reminders, or one owner's, as text for any editor, Windows' own included."""
    told = [
        reminder
        for reminder in reminders(briefing.now, briefing.book, demand)
        if owner in (None, reminder.owner)
    ]
    head = [said.REMINDERS_TITLE, briefing.plan, briefing.scope]
    head += [briefing.ribbon] if briefing.ribbon else []
    bodies = [legible(reminder.text) for reminder in told] or [said.REMINDERS_NONE]
    text = f"\n\n{_RULE}\n\n".join(["\n".join(head), *bodies])
    return ("\ufeff" + text + "\n").replace("\r\n", "\n").replace("\n", "\r\n").encode()


def reminders_document(briefing: Briefing, demand: Demand | None = None) -> bytes:
    """Write all reminders as .docx, each owner's on a page of its own."""
    paper = blank_paper(ribbon=briefing.ribbon, foot=briefing.scope)
    told = reminders(briefing.now, briefing.book, demand)
    for place, reminder in enumerate(told):
        title = f"{said.REMINDERS_TITLE}: {clipped(reminder.label, _LONGEST_LINE)}"
        head = paragraph(paper, title, style="Heading 1", bold=True, align=CENTRE, after=8)
        head.paragraph_format.page_break_before = place > 0
        for line in reminder.text.splitlines():
            paragraph(paper, clipped(line, _LONGEST_LINE), align=AT_LEFT, after=3)
    if not told:
        paragraph(paper, said.REMINDERS_NONE)
    return finished(
        paper,
        briefing.as_of,
        title=said.REMINDERS_TITLE,
        subject=briefing.scope,
        author=briefing.now.standing_agency or "",
    )

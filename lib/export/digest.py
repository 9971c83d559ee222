"""The week in one plain text for leaders: the report's own sentences, a row of a table a line."""

from collections.abc import Iterator

from lib.export import narrative, narrative_units, narrative_work
from lib.export.briefing import Briefing
from lib.export.narrative import Points, Section
from lib.export.ruled_table import Row, Ruled
from lib.export.text import one_line
from lib.words import BLANK


def digest(briefing: Briefing, reminded: str) -> str:
    """Write the digest; `reminded` says what was sent in the week."""
    sections = (
        narrative.general(briefing),
        narrative_units.behind(briefing),
        narrative_work.reports(briefing),
        narrative_units.changes(briefing),
        narrative_work.requests(briefing),
    )
    head = (briefing.ribbon or "", briefing.plan, briefing.scope)
    told = ["\n".join(filter(None, head)), *map(_told, sections), reminded]
    return "\n\n".join(told)


def _told(section: Section) -> str:
    return "\n".join((section.title.upper(), *_lines(section)))


def _lines(section: Section) -> Iterator[str]:
    for block in section.blocks:
        if isinstance(block, Points):
            yield from (f"- {one_line(sentence)}" for sentence in block.sentences)
        elif isinstance(block, Ruled):
            yield from (f"- {_row(row)}" for row in block.rows)
        elif isinstance(block, str):
            yield one_line(block)


def _row(row: Row) -> str:
    """Write a row in one line, but for its number."""
    _, *cells = (cell if isinstance(cell, str) else cell.text for cell in row)
    return "; ".join(one_line(cell) for cell in cells if cell != BLANK)

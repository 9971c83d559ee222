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
            heads = [column.head for column in block.columns]
            yield from (f"- {_row(row, heads)}" for row in block.rows)
        elif isinstance(block, str):
            yield one_line(block)


def _row(row: Row, heads: list[str]) -> str:
    """Write a row in one line, but for its number; what follows its subject is named by its head."""
    _, subject, *cells = (one_line(cell if isinstance(cell, str) else cell.text) for cell in row)
    named = zip(heads[2:], cells, strict=True)
    told = [f"{head[:1].lower()}{head[1:]}: {cell}" for head, cell in named if cell != BLANK]
    return "; ".join((subject, *told))

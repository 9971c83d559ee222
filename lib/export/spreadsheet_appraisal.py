"""The list for an appraisal session: what units declare met, to fill in and paste into `Thẩm định`."""

from dataclasses import replace
from datetime import date
from typing import Any, Final

from openpyxl.utils import get_column_letter

from lib.export.briefing import Briefing
from lib.export.layout import Layout
from lib.export.spreadsheet import HEAD_ROW, workbook
from lib.export.spreadsheet_annexes import Annex
from lib.export.text import one_line
from lib.sheet.schema import RESULT_WORDS, Field
from lib.view import columns
from lib.view.appraisal import awaiting
from lib.view.columns import Column
from lib.view.tables import records
from lib.words import appraisal as said
from lib.words import columns as heads
from lib.words import exports

VERDICTS: Final = (RESULT_WORDS["met"][0], RESULT_WORDS["not_met"][0])

_BESIDE: Final = (
    Column("title", heads.CRITERION, letters=40),
    Column("date", said.DECLARED_ON, "date", 12),
    Column("evidence", heads.EVIDENCE, letters=50),
    Column("author", exports.AUTHOR, letters=16),
    Column("judged", said.JUDGED_BEFORE, letters=30),
)
_UNREAD: Final = Column(lambda _: None, "", letters=6)


def appraisal_list(briefing: Briefing, layout: Layout, *, held_on: date) -> bytes:
    """Write the list of a session on a day: the worksheet's own columns first, dated, unfilled.

    Beside them stands what the unit wrote. Days to paste are written year first, which no
    spreadsheet's language turns round.
    """
    found = awaiting(briefing.book, briefing.now.cells, as_of=briefing.as_of)
    found = found.assign(title=found["code"].map(briefing.titles))
    own = [_to_paste(header, held_on) for header in layout.columns]
    hint = said.HINT.format(
        first=HEAD_ROW + 1,
        last=get_column_letter(len(own)),
        worksheet=one_line(layout.title),
        row=layout.free_row,
    )
    verdict = layout.columns.index(Field.RESULT) + 1
    annex = Annex(
        said.TITLE,
        (*own, *_BESIDE),
        records(found),
        frozen=verdict,
        hint=hint,
        choices={verdict: VERDICTS},
    )
    return workbook(briefing, (annex,))


def _to_paste(header: str | None, held_on: date) -> Column:
    """Return a column of the worksheet: the day, whose and what are known, the rest to fill in."""

    def day(_: Any) -> date:
        return held_on

    known: dict[str | None, Column] = {
        Field.DAY: Column(day, Field.DAY, "iso", 12),
        Field.OWNER: Column("unit", Field.OWNER, letters=20),
        Field.CODE: replace(columns.CODE, head=Field.CODE),
        Field.RESULT: replace(_UNREAD, head=Field.RESULT, letters=12),
    }
    return known.get(header, replace(_UNREAD, head=header or "", letters=20 if header else 6))

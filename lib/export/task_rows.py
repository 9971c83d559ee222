"""What a meeting concludes as rows to paste into `Nhiệm vụ`, in the worksheet's own columns."""

import re
from collections.abc import Iterable, Sequence
from datetime import date
from itertools import count
from typing import Final

from lib import words
from lib.export.layout import Layout
from lib.export.text import harmless, one_line
from lib.sheet import Book
from lib.sheet.schema import LIST_SEPARATOR, Field
from lib.vietnamese import code_key
from lib.view.conclusions import Conclusion
from lib.words import conclusions as said

FIRST_CODE: Final = "NV01"
_NUMBERED: Final = re.compile(r"(.*?)(\d+)")
_QUOTE: Final = '"'


def free_codes(sheet: Layout, book: Book, number: int) -> list[str]:
    """Return the next codes that nothing has, numbered on as the last task is."""
    taken = {code_key(code) for code in (*sheet.codes, *book.items["code"])}
    last = next((code for code in reversed(sheet.codes) if _NUMBERED.fullmatch(code)), FIRST_CODE)
    found = _NUMBERED.fullmatch(last)
    assert found is not None
    stem, width = found[1], len(found[2])
    of_stem = (_NUMBERED.fullmatch(code) for code in sheet.codes)
    highest = max((int(each[2]) for each in of_stem if each and each[1] == stem), default=0)
    free = (
        code for at in count(highest + 1) if code_key(code := f"{stem}{at:0{width}}") not in taken
    )
    return [next(free) for _ in range(number)]


def pasted(
    sheet: Layout, codes: Sequence[str], conclusions: Iterable[Conclusion], *, held_on: date
) -> str:
    """Write the rows as text that a spreadsheet takes apart at tabs; no cell is a formula.

    Days are written year first, which no spreadsheet's language turns round.
    """
    rows = [_row(code, each, held_on) for code, each in zip(codes, conclusions, strict=True)]
    heads = () if sheet.headed else (sheet.columns,)
    lines = [*heads, *([row.get(header or "", "") for header in sheet.columns] for row in rows)]
    return "\n".join("\t".join(map(_cell, line)) for line in lines)


def _row(code: str, conclusion: Conclusion, held_on: date) -> dict[str, str]:
    due = conclusion.due(held_on)
    return {
        Field.CODE: code,
        Field.TASK: conclusion.what,
        Field.LED_BY: f"{LIST_SEPARATOR} ".join(conclusion.who),
        Field.GIVEN: held_on.isoformat(),
        Field.DUE: due.isoformat() if due else conclusion.until,
        Field.BASIS: said.BASIS.format(day=words.day(held_on)),
    }


def _cell(text: str | None) -> str:
    """Return a cell that stays one: no tab, no break, no quote that a spreadsheet would undo."""
    line = one_line(text)
    if line.startswith(_QUOTE):
        line = f"“{line[1:]}"
    return harmless(line)

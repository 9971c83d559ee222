"""Sheets far larger than any district's, and empty ones: read, assessed and written all the same."""

import io
from datetime import UTC, date, datetime, timedelta

import pytest
from docx import Document
from openpyxl import load_workbook

from lib.assess import assess
from lib.export import machine
from lib.export.briefing import briefing
from lib.export.calendar import calendar
from lib.export.document import document
from lib.export.letters import letters_document
from lib.export.reminders import reminders_document, reminders_text
from lib.export.spreadsheet import spreadsheet
from lib.grid import Grid
from lib.sheet import read
from tests.builders import TODAY, criteria, periods, progress, units

AS_OF = date(2024, 9, 15)
UNITS, CRITERIA, LOGS = 500, 2000, 100


def huge() -> tuple[Grid, ...]:
    """Lay out 500 units in three groups, 2,000 criteria of one unit in ten, a log for each of 100."""
    names = [f"Xã {number}" for number in range(UNITS)]
    codes = [f"TC{number:04d}" for number in range(CRITERIA)]
    whom = ["; ".join(names[place :: UNITS // 10]) for place in range(UNITS // 10)]
    own = (
        progress(
            *(
                (AS_OF - timedelta(days=1 + number % 90), name, codes[number], "Đạt", None)
                for number in range(place % (UNITS // 10), CRITERIA, UNITS // 10)
            ),
            title=f"Tiến độ – {name}",
        )
        for place, name in enumerate(names[:LOGS])
    )
    return (
        units(*((name, f"Nhóm {number % 3}") for number, name in enumerate(names))),
        criteria(
            *(
                (code, f"Tiêu chí {code}", "30/9/2024", whom[number % len(whom)])
                for number, code in enumerate(codes)
            ),
            head="Mã | Tiêu chí | Hạn | Áp dụng cho",
        ),
        periods(("T9", "Tháng 9", "10/9/2024", "Tất cả đơn vị")),
        *own,
    )


def test_five_hundred_units_two_thousand_criteria_a_hundred_worksheets():
    book = read(huge(), today=TODAY)
    now = assess(book, as_of=AS_OF)
    assert len(now.units) == UNITS
    assert len(now.cells) == CRITERIA * 10
    assert now.cells.groupby("unit").size().eq(CRITERIA * 10 // UNITS).all()
    assert (now.cells["status"] == "met").sum() == CRITERIA * 10 // UNITS * LOGS
    assert len(now.obligations) == CRITERIA * 10 + UNITS
    assert len(book.worksheets) == 3 + LOGS


HEADS_ONLY = (units(), criteria(), progress())
EMPTY = {
    "no worksheets": (),
    "blank worksheets": tuple(Grid(title, ()) for title in ("Đơn vị", "Tiêu chí", "Tiến độ")),
    "heads alone": HEADS_ONLY,
    "units alone": (units(("Tam Đa", "A")), criteria(), progress()),
    "criteria alone": (units(), criteria(("TC01", "Đường", "1/8/2024")), progress()),
}


@pytest.mark.parametrize("grids", EMPTY.values(), ids=EMPTY)
def test_an_empty_sheet_is_written_like_any(grids: tuple[Grid, ...]):
    told = briefing(read(grids, today=TODAY), as_of=AS_OF)
    assert Document(io.BytesIO(document(told))).paragraphs
    assert Document(io.BytesIO(letters_document(told))).paragraphs
    assert Document(io.BytesIO(reminders_document(told))).paragraphs
    assert load_workbook(io.BytesIO(spreadsheet(told))).sheetnames
    assert calendar(told, at=datetime(2024, 9, 15, 7, tzinfo=UTC)).startswith(b"BEGIN:VCALENDAR")
    assert reminders_text(told)
    assert machine.briefed(told)["cells"] == []

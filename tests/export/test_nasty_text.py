"""Whatever stands in the sheet, no export breaks and none gives it power."""

import io
import re
import zipfile
from datetime import UTC, date, datetime
from xml.etree import ElementTree

import icalendar
import pytest
from docx import Document
from openpyxl import load_workbook

from lib.export import machine
from lib.export.briefing import Briefing, briefing
from lib.export.calendar import calendar
from lib.export.document import document
from lib.export.dossier import dossier_document
from lib.export.letters import letters_archive, letters_document
from lib.export.reminders import reminders_document, reminders_text
from lib.export.spreadsheet import spreadsheet
from lib.view.dossier import dossier
from tests.builders import appraisals, criteria, periods, plan, progress, settings, tasks, units
from tests.hostile import HOSTILE

UNIT_HEAD = "Đơn vị | Nhóm | Loại"


# A formula is one by how its cell begins; what is anywhere in a cell stands there with others.
FIRST = {name: HOSTILE[name] for name in ("formula", "plus", "minus", "at", "command", "longest")}
ANYWHERE = [(name, text) for name, text in HOSTILE.items() if name not in FIRST]
TOGETHER = {
    ", ".join(name for name, _ in part): "; ".join(text for _, text in part)
    for part in (ANYWHERE[n::4] for n in range(4))
}


@pytest.fixture(
    scope="module", params=[*FIRST.values(), *TOGETHER.values()], ids=[*FIRST, *TOGETHER]
)
def told(request) -> Briefing:
    """Put the text wherever the sheet takes any."""
    text = request.param
    book = plan(
        settings(
            ("Tên kế hoạch", f"{text} 1"),
            ("Địa bàn", f"{text} 2"),
            ("Cơ quan thường trực", f"{text} 3"),
            ("Năm", text),
        ),
        units((f"{text} 4", f"{text} 5", text), ("Tam Đa", "A", "Xã"), head=UNIT_HEAD),
        criteria(
            (f"M {text}", f"{text} 6", "1/8/2024", f"{text} 7", text),
            ("TC01", f"{text} 8", "1/10/2024", text, ""),
            head="Mã | Tiêu chí | Hạn | Cơ quan theo dõi | Nhóm tiêu chí",
        ),
        tasks(("NV1", f"{text} 9", "Tất cả đơn vị", "1/9/2024")),
        periods(("T9", f"{text} 10", "10/9/2024", "Tất cả đơn vị")),
        progress(
            ("1/7/2024", "Tam Đa", "TC01", "Đang thực hiện", 50, text, text),
            (text, text, text, text, text, text, text),
            head="Ngày | Đơn vị | Mã | Kết quả | Tiến độ (%) | Minh chứng | Người nhập",
        ),
        appraisals(("2/7/2024", "Tam Đa", "TC01", text)),
    )
    return briefing(book, as_of=date(2024, 9, 15), group=book.groups[0])


def assert_sound_xml(content: bytes):
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        assert archive.testzip() is None
        for name in archive.namelist():
            if name.endswith((".xml", ".rels")):
                ElementTree.fromstring(archive.read(name))


@pytest.mark.parametrize("whole", [False, True])
def test_report(told, whole):
    content = document(told, whole=whole)
    assert_sound_xml(content)
    paper = Document(io.BytesIO(content))
    assert len(paper.paragraphs) > 20
    links = [rel for rel in paper.part.rels.values() if rel.is_external]
    assert links == []


def test_dossier(told):
    for label in told.whole.units["label"]:
        content = dossier_document(told, dossier(told, label))
        assert_sound_xml(content)
        paper = Document(io.BytesIO(content))
        assert [rel for rel in paper.part.rels.values() if rel.is_external] == []


def test_workbook(told):
    content = spreadsheet(told)
    assert_sound_xml(content)
    cells = [
        cell
        for sheet in load_workbook(io.BytesIO(content))
        for row in sheet.iter_rows()
        for cell in row
        if cell.value is not None
    ]
    assert {cell.data_type for cell in cells} <= {"s", "n", "d"}
    texts = [cell.value for cell in cells if cell.data_type == "s"]
    assert not [text for text in texts if text.startswith(("=", "+", "-", "@", "\t", "\r"))]
    assert not [cell for cell in cells if cell.hyperlink]


def test_calendar(told):
    written = icalendar.Calendar.from_ical(calendar(told, at=datetime(2024, 9, 15, tzinfo=UTC)))
    owed = told.now.obligations
    codes = owed.loc[owed["due"].notna(), "code"].unique()
    assert len(list(written.walk("VEVENT"))) == len(codes) > 0


def test_reminders(told):
    assert reminders_text(told).decode("utf-8-sig")
    assert_sound_xml(reminders_document(told))


def test_letters(told):
    assert_sound_xml(letters_document(told))
    with zipfile.ZipFile(io.BytesIO(letters_archive(told))) as archive:
        assert archive.testzip() is None
        assert all(re.fullmatch(r"[a-z0-9-]+\.docx", name) for name in archive.namelist())


def test_json(told):
    assert machine.write(machine.briefed(told)).encode()

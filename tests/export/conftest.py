"""The example workbook, read once, and what is exported from it under several filters."""

import io
from datetime import date

import pytest
from docx import Document
from openpyxl import load_workbook

from lib.export import machine
from lib.export.briefing import Briefing, briefing
from lib.export.document import document
from lib.export.spreadsheet import spreadsheet
from lib.sheet import Book, read
from lib.source.workbook import read_workbook
from lib.template.workbook import write_workbook
from tests.export.reading import sheet_rows

AS_OF = date(2024, 9, 15)
CASES = {
    "sheet's date": {"as_of": AS_OF},
    "early": {"as_of": date(2024, 4, 20), "previous": date(2024, 4, 1)},
    "before the merger": {"as_of": date(2024, 8, 31), "previous": date(2024, 7, 31)},
    "a group": {"as_of": AS_OF, "group": "Tạo tiền đề"},
    "a unit": {"as_of": date(2024, 12, 31), "unit": "TT Sơn Dương"},
    "an agency": {"as_of": AS_OF, "group": "Xây dựng điển hình", "agency": "Công an huyện"},
}


@pytest.fixture(scope="session")
def book(tmp_path_factory) -> Book:
    path = tmp_path_factory.mktemp("sample") / "sample.xlsx"
    write_workbook(path, with_sample=True)
    return read(read_workbook(path), today=date(2024, 9, 20))


@pytest.fixture(scope="session")
def told(book) -> Briefing:
    return briefing(book, as_of=date(2024, 9, 15))


@pytest.fixture(scope="session")
def written(told) -> bytes:
    return document(told)


@pytest.fixture(scope="session")
def written_whole(told) -> bytes:
    return document(told, whole=True)


@pytest.fixture
def paper(written):
    return Document(io.BytesIO(written))


@pytest.fixture(scope="session", params=CASES.values(), ids=CASES)
def case(request, book) -> Briefing:
    return briefing(book, **request.param)


@pytest.fixture(scope="session")
def said(case):
    """Give what the JSON says."""
    return machine.briefed(case)


@pytest.fixture(scope="session")
def report(case):
    return Document(io.BytesIO(document(case, whole=True)))


@pytest.fixture(scope="session")
def sheets(case):
    workbook = load_workbook(io.BytesIO(spreadsheet(case)))
    return {sheet.title: sheet_rows(sheet) for sheet in workbook}

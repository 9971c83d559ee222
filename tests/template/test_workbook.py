"""The written workbook: worksheets, heads, protection, validations, colours, notes, bytes."""

import io
import os
import re
import subprocess
import sys
import zipfile
from datetime import date
from pathlib import Path

import openpyxl
import pytest

from lib.sheet.schema import WORKSHEETS
from lib.steady import steady
from lib.template.workbook import workbook_bytes, write_workbook

ROOT = Path(__file__).parents[2]
DEFINITIONS = [sheet.title for sheet in WORKSHEETS if not sheet.log]
LOGS = [sheet.title for sheet in WORKSHEETS if sheet.log]


@pytest.fixture(scope="module")
def content():
    return workbook_bytes(with_sample=False)


@pytest.fixture(scope="module")
def book(content):
    return openpyxl.load_workbook(io.BytesIO(content))


def test_worksheets_stand_in_order(book):
    assert book.sheetnames == [
        "Hướng dẫn",
        "Cấu hình",
        "Đơn vị",
        "Cơ quan",
        "Tiêu chí",
        "Nhiệm vụ",
        "Kỳ báo cáo",
        "Tiến độ",
        "Thẩm định",
        "Danh mục",
    ]


def test_only_the_lists_are_hidden(book):
    assert [page.title for page in book.worksheets if page.sheet_state != "visible"] == ["Danh mục"]


@pytest.mark.parametrize("sheet", WORKSHEETS, ids=lambda sheet: sheet.title)
def test_heads_are_the_schemas_with_a_note_each(book, sheet):
    page = book[sheet.title]
    assert [cell.value for cell in page[1]] == [column.header for column in sheet.columns]
    assert all(cell.comment is not None and len(cell.comment.text) > 10 for cell in page[1])
    assert all(cell.font.bold for cell in page[1])


@pytest.mark.parametrize("sheet", WORKSHEETS, ids=lambda sheet: sheet.title)
def test_heads_are_frozen_filtered_and_printed_on_each_page(book, sheet):
    page = book[sheet.title]
    assert page.freeze_panes == "A2"
    assert page.auto_filter.ref.startswith("A1:")
    assert page.print_title_rows == "$1:$1"


@pytest.mark.parametrize("title", ["Hướng dẫn", *DEFINITIONS, "Danh mục"])
def test_definitions_are_locked_without_a_password(book, title):
    assert book[title].protection.sheet
    assert book[title].protection.password is None
    assert book[title]["A2"].protection.locked


@pytest.mark.parametrize("title", LOGS)
def test_logs_are_open(book, title):
    assert not book[title].protection.sheet


def test_columns_are_wide_enough_to_read(book):
    widths = {key: d.width for key, d in book["Tiến độ"].column_dimensions.items()}
    assert list(widths.values()) == [12, 26, 52, 17, 10, 60, 44, 22, 40]


def test_empty_rows_are_ready_for_dates_and_text(book):
    dimensions = book["Tiến độ"].column_dimensions
    assert dimensions["A"].number_format == "dd/mm/yyyy"
    assert dimensions["C"].number_format == "@"


def test_the_instructions_say_the_criteria_are_illustrative(book):
    text = "\n".join(str(row[0].value) for row in book["Hướng dẫn"].iter_rows())
    assert "MINH HỌA" in text
    assert "không công khai" in text


def test_no_formula_stands_in_what_is_read(book):
    for title in [*DEFINITIONS, *LOGS]:
        assert all(cell.data_type != "f" for row in book[title].iter_rows() for cell in row)


def test_the_same_call_gives_the_same_bytes(content, tmp_path):
    other = tmp_path / "other.xlsx"
    call = (
        "from pathlib import Path; from lib.template.workbook import write_workbook; "
        f"write_workbook(Path({str(other)!r}), with_sample=False)"
    )
    environment = {**os.environ, "PYTHONHASHSEED": "7", "TZ": "Asia/Ho_Chi_Minh"}
    subprocess.run([sys.executable, "-c", call], check=True, cwd=ROOT, env=environment)
    assert other.read_bytes() == content


def test_no_clock_is_in_the_archive(content):
    with zipfile.ZipFile(io.BytesIO(content)) as parts:
        assert {entry.date_time for entry in parts.infolist()} == {(2024, 1, 1, 0, 0, 0)}
        days = re.findall(rb"\d{4}-\d\d-\d\dT", parts.read("docProps/core.xml"))
    assert days == [b"2024-01-01T", b"2024-01-01T"]


def test_steadying_twice_changes_nothing(content):
    assert steady(content, date(2024, 1, 1)) == content


def test_a_written_file_is_the_content_readable_by_all_and_alone(content, tmp_path):
    path = tmp_path / "so.xlsx"
    write_workbook(path, with_sample=False)
    assert path.read_bytes() == content
    assert [file.name for file in tmp_path.iterdir()] == ["so.xlsx"]


@pytest.mark.parametrize("kind", ["file", "folder", "dangling link"])
def test_what_is_there_is_never_overwritten(tmp_path, kind):
    path = tmp_path / "so.xlsx"
    if kind == "file":
        path.write_bytes(b"mine")
    elif kind == "folder":
        path.mkdir()
    else:
        path.symlink_to(tmp_path / "nowhere")
    with pytest.raises(FileExistsError):
        write_workbook(path, with_sample=False)
    assert [file.name for file in tmp_path.iterdir()] == ["so.xlsx"]
    assert kind != "file" or path.read_bytes() == b"mine"


def test_a_name_taken_meanwhile_is_left_alone(tmp_path, monkeypatch):
    path = tmp_path / "so.xlsx"
    monkeypatch.setattr(os, "fsync", lambda _: path.write_bytes(b"theirs"))
    with pytest.raises(FileExistsError):
        write_workbook(path, with_sample=False)
    assert path.read_bytes() == b"theirs"
    assert [file.name for file in tmp_path.iterdir()] == ["so.xlsx"]


def test_a_disk_without_links_works_too(tmp_path, content, monkeypatch):
    def refuse(*_):
        raise PermissionError

    monkeypatch.setattr(os, "link", refuse)
    path = tmp_path / "so.xlsx"
    write_workbook(path, with_sample=False)
    assert path.read_bytes() == content
    assert [file.name for file in tmp_path.iterdir()] == ["so.xlsx"]


def test_a_failing_write_leaves_nothing_behind(tmp_path, monkeypatch):
    def refuse(_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", refuse)
    with pytest.raises(OSError, match="No space"):
        write_workbook(tmp_path / "so.xlsx", with_sample=False)
    assert list(tmp_path.iterdir()) == []

"""The written workbook: worksheets, heads, protection, validations, colours, notes, bytes."""

import io
import os
import re
import subprocess
import sys
import zipfile
from pathlib import Path

import openpyxl
import pytest

from lib.sheet.schema import WORKSHEETS
from lib.template import archive
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


def validations(page):
    return {str(rule.sqref): rule for rule in page.data_validations.dataValidation}


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
    assert widths == {"A": 12, "B": 26, "C": 52, "D": 17, "E": 10, "F": 60, "G": 22, "H": 40}


def test_the_names_dropdown_reaches_rows_to_come_and_lets_other_names_in(book):
    rule = validations(book["Tiến độ"])["B2:B20000"]
    assert rule.type == "list"
    assert rule.formula1 == "OFFSET('Danh mục'!$A$3,0,0,MAX(1,'Danh mục'!$A$2),1)"
    assert rule.errorStyle == "information"
    assert rule.showErrorMessage
    assert not rule.hide_drop_down


@pytest.mark.parametrize(
    ("title", "cells", "first"),
    [
        ("Tiến độ", "C2:C20000", "$B$3"),
        ("Tiến độ", "D2:D20000", "$C$3"),
        ("Thẩm định", "B2:B20000", "$A$3"),
        ("Thẩm định", "C2:C20000", "$B$3"),
        ("Thẩm định", "D2:D20000", "$D$3"),
        ("Đơn vị", "B2:B301", "$J$3"),
        ("Đơn vị", "C2:C301", "$F$3"),
        ("Đơn vị", "F2:F301", "$G$3"),
        ("Cơ quan", "C2:C301", "$E$3"),
        ("Tiêu chí", "D2:D301", "$H$3"),
        ("Tiêu chí", "G2:G301", "$E$3"),
        ("Tiêu chí", "H2:H301", "$I$3"),
        ("Nhiệm vụ", "C2:C301", "$I$3"),
        ("Kỳ báo cáo", "B2:B301", "$K$3"),
        ("Kỳ báo cáo", "E2:E301", "$I$3"),
        ("Cấu hình", "B5", "$H$3"),
        ("Cấu hình", "B14", "$E$3"),
    ],
)
def test_every_dropdown_takes_its_list_from_the_lists(book, title, cells, first):
    rule = validations(book[title])[cells]
    assert rule.type == "list"
    assert f"'Danh mục'!{first}," in rule.formula1
    assert rule.errorStyle != "stop"


def test_lists_of_several_names_do_not_warn(book):
    assert not validations(book["Nhiệm vụ"])["C2:C301"].showErrorMessage


@pytest.mark.parametrize(
    ("title", "cells"),
    [
        ("Tiến độ", "A2:A20000"),
        ("Thẩm định", "A2:A20000"),
        ("Tiêu chí", "F2:F301"),
        ("Nhiệm vụ", "F2:F301"),
        ("Kỳ báo cáo", "D2:D301"),
        ("Đơn vị", "E2:E301"),
        ("Cấu hình", "B8"),
    ],
)
def test_dates_are_expected_but_not_forced(book, title, cells):
    rule = validations(book[title])[cells]
    assert (rule.type, rule.operator, rule.formula1, rule.formula2, rule.errorStyle) == (
        "date",
        "between",
        "36526",
        "73050",
        "warning",
    )


def test_percents_are_numbers_from_0_to_100(book):
    rule = validations(book["Tiến độ"])["E2:E20000"]
    assert (rule.type, rule.formula1, rule.formula2, rule.errorStyle) == (
        "decimal",
        "0",
        "100",
        "stop",
    )
    assert book["Tiến độ"].column_dimensions["E"].number_format == "0.0"


def test_empty_rows_are_ready_for_dates_and_text(book):
    dimensions = book["Tiến độ"].column_dimensions
    assert dimensions["A"].number_format == "dd/mm/yyyy"
    assert dimensions["C"].number_format == "@"


def test_warnings_fit_what_spreadsheets_allow(book):
    for page in book.worksheets:
        for rule in page.data_validations.dataValidation:
            assert len(rule.error or "") <= 225
            assert len(rule.errorTitle or "") <= 32
            assert len(rule.formula1) <= 255


def colours(page):
    return {
        str(formatting.sqref): [(rule.formula[0], rule.dxf) for rule in formatting.rules]
        for formatting in page.conditional_formatting
    }


def test_result_words_are_coloured(book):
    rules = colours(book["Tiến độ"])["D2:D20000"]
    assert [formula for formula, _ in rules][2] == (
        'OR($D2="Chưa đạt",$D2="Không đạt",$D2="Chưa hoàn thành")'
    )
    assert len({look.fill.bgColor.rgb for _, look in rules}) == 4


def test_deadlines_passed_say_so_in_words(book):
    (past, look), (soon, near) = colours(book["Nhiệm vụ"])["E2:E301"]
    assert past == 'AND(ISNUMBER($E2),$E2<AsOfDate,$F2="")'
    assert soon == ('AND(ISNUMBER($E2),$E2>=AsOfDate,$E2-AsOfDate<=DueSoonDays,$F2="")')
    assert look.numFmt.formatCode == 'dd/mm/yyyy" – đã qua hạn"'
    assert near.numFmt.formatCode == 'dd/mm/yyyy" – sắp đến hạn"'
    (report, _), _ = colours(book["Kỳ báo cáo"])["D2:D301"]
    assert report == "AND(ISNUMBER($D2),$D2-1<AsOfDate)"


def test_the_colours_look_up_the_as_of_date(book):
    assert book.defined_names["AsOfDate"].attr_text == "'Danh mục'!$T$2"
    assert book["Danh mục"]["T1"].value == "Ngày số liệu"
    assert "TODAY()" in book["Danh mục"]["T2"].value


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
    assert archive.steady(content) == content


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

"""Reading workbooks: every kind of cell, what programs leave half done, and files that are none."""

import datetime as dt
import re
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook
from openpyxl.chart import BarChart
from openpyxl.utils.datetime import CALENDAR_MAC_1904

from lib.grid import Grid
from lib.source.errors import SourceError, SourceErrorCode
from lib.source.workbook import read_saved_workbook, read_workbook, workbook_stamp

CODE = SourceErrorCode


def saved(path: Path, fill: Callable[[Any], object]) -> Path:
    workbook = Workbook()
    fill(workbook.active)
    workbook.save(path)
    return path


def code(path: Path) -> SourceErrorCode:
    with pytest.raises(SourceError) as raised:
        read_workbook(path)
    assert raised.value.details["path"] == str(path)
    return raised.value.code


@pytest.mark.parametrize(
    ("written", "number_format", "read"),
    [
        ("Tam Đa", None, "Tam Đa"),
        ("  hai  ", None, "  hai  "),
        ("007", None, "007"),
        ("dòng\nmới", None, "dòng\nmới"),
        (150, None, 150),
        (150.0, None, 150),
        (45.5, None, 45.5),
        (0, None, 0),
        (True, None, True),
        (False, None, False),
        ("#REF!", None, "#REF!"),
        ("#N/A", None, "#N/A"),
        (dt.date(2024, 9, 15), None, dt.date(2024, 9, 15)),
        (dt.datetime(2024, 9, 15), None, dt.date(2024, 9, 15)),
        (dt.datetime(2024, 9, 15, 8, 30), None, dt.datetime(2024, 9, 15, 8, 30)),
        (dt.time(6), None, 0.25),
        (dt.timedelta(hours=36), None, 1.5),
        (45550, "dd/mm/yyyy", dt.date(2024, 9, 15)),
        (45_000_000, "dd/mm/yyyy", 45_000_000),
        (-3, "dd/mm/yyyy", -3),
        (0.5, "0%", 0.5),
        ("=1+1", None, "Loading..."),
    ],
)
def test_reads_each_kind_of_cell(
    tmp_path: Path, written: object, number_format: str | None, read: object
) -> None:
    def fill(sheet: Any) -> None:
        sheet["A1"] = written
        if number_format:
            sheet["A1"].number_format = number_format

    (grid,) = read_workbook(saved(tmp_path / "w.xlsx", fill))
    assert grid == Grid("Sheet", ((read,),))
    assert type(grid.rows[0][0]) is type(read)


def test_trims_blanks_and_keeps_row_numbers(tmp_path: Path) -> None:
    def fill(sheet: Any) -> None:
        sheet["B3"] = "x"
        sheet["D3"] = ""
        sheet["A5"].number_format = "0.0"

    (grid,) = read_workbook(saved(tmp_path / "w.xlsx", fill))
    assert grid.rows == ((), (), (None, "x"))


def test_fills_merged_cells(tmp_path: Path) -> None:
    def fill(sheet: Any) -> None:
        sheet["A1"] = "Đầu trang"
        sheet.merge_cells("A1:C1")
        sheet["B2"] = 7
        sheet.merge_cells("B2:B4")
        sheet.merge_cells("E2:F4")
        sheet["A3"] = "x"

    (grid,) = read_workbook(saved(tmp_path / "w.xlsx", fill))
    assert grid.rows == (("Đầu trang",) * 3, (None, 7), ("x", 7), (None, 7))


def test_what_a_merge_hides_is_not_there(tmp_path: Path) -> None:
    def fill(sheet: Any) -> None:
        for cell in ("A1", "A2", "B3", "C3"):
            sheet[cell] = cell
        sheet.merged_cells.add("A1:A2")
        sheet.merged_cells.add("B2:C3")

    (grid,) = read_workbook(saved(tmp_path / "w.xlsx", fill))
    assert grid.rows == (("A1",), ("A1",))


def test_reads_hidden_worksheets_and_passes_over_charts(tmp_path: Path) -> None:
    workbook = Workbook()
    workbook.active["A1"] = 1
    hidden = workbook.create_sheet("Ẩn")
    hidden["A1"] = 2
    hidden.sheet_state = "veryHidden"
    workbook.create_chartsheet("Biểu đồ").add_chart(BarChart())
    workbook.save(tmp_path / "w.xlsx")
    assert read_workbook(tmp_path / "w.xlsx") == (Grid("Sheet", ((1,),)), Grid("Ẩn", ((2,),)))


def test_reads_the_calendar_of_1904(tmp_path: Path) -> None:
    workbook = Workbook()
    workbook.epoch = CALENDAR_MAC_1904
    workbook.active["A1"] = dt.date(2024, 9, 15)
    workbook.save(tmp_path / "w.xlsx")
    assert read_workbook(tmp_path / "w.xlsx")[0].rows == ((dt.date(2024, 9, 15),),)


@pytest.mark.parametrize(
    ("cell", "read"),
    [
        ('<c r="A1"><f>1+1</f><v>2</v></c>', 2),
        ('<c r="A1"><f>1+1</f></c>', "Loading..."),
        ('<c r="A1" t="str"><f>""</f><v></v></c>', None),
        ('<c r="A1" t="str"><f>"a"</f><v>a</v></c>', "a"),
        ('<c r="A1" t="e"><f>1/0</f><v>#DIV/0!</v></c>', "#DIV/0!"),
        ('<c r="A1" t="inlineStr"><is><r><t>Tam </t></r><r><t>Đa</t></r></is></c>', "Tam Đa"),
        ('<c r="A1" t="inlineStr"><is><t>a_x000D_b</t></is></c>', "a\rb"),
        ('<c r="A1" t="d"><v>2024-09-15</v></c>', dt.date(2024, 9, 15)),
        ("<c><v>3</v></c>", 3),
        ('<c r="A1"><v>1.5E2</v></c>', 150),
        ('<c r="A1"><v>INF</v></c>', "INF"),
        ('<c r="A1" s="9"/>', None),
    ],
)
def test_reads_cells_as_other_programs_write_them(tmp_path: Path, cell: str, read: object) -> None:
    path = saved(tmp_path / "w.xlsx", lambda sheet: None)
    rewritten(
        path,
        lambda xml: re.sub(
            "<sheetData ?/>|<sheetData></sheetData>",
            f"<sheetData><row>{cell}</row></sheetData>",
            xml,
        ),
    )
    assert read_workbook(path)[0].rows == (((read,),) if read is not None else ())


def rewritten(path: Path, change: Callable[[str], str]) -> None:
    with zipfile.ZipFile(path) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    name = "xl/worksheets/sheet1.xml"
    parts[name] = change(parts[name].decode()).encode()
    with zipfile.ZipFile(path, "w") as package:
        for part, content in parts.items():
            package.writestr(part, content)


def test_says_when_there_is_no_file(tmp_path: Path) -> None:
    assert code(tmp_path / "none.xlsx") is CODE.WORKBOOK_MISSING


@pytest.mark.parametrize("share", [0.0, 0.01, 0.3, 0.6, 0.9, 0.999])
def test_a_half_written_file_is_damaged(tmp_path: Path, share: float) -> None:
    path = saved(tmp_path / "w.xlsx", lambda sheet: sheet.append(["x"] * 500))
    content = path.read_bytes()
    path.write_bytes(content[: int(len(content) * share)])
    assert code(path) is CODE.WORKBOOK_DAMAGED


def test_a_part_cut_short_is_damaged(tmp_path: Path) -> None:
    path = saved(tmp_path / "w.xlsx", lambda sheet: sheet.append(["x"] * 500))
    rewritten(path, lambda xml: xml[: len(xml) // 2])
    assert code(path) is CODE.WORKBOOK_DAMAGED


@pytest.mark.parametrize(
    "content",
    [b"a;b;c\n", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), b"%PDF-1.7", b"<html></html>"],
    ids=["csv", "xls or a password", "pdf", "html"],
)
def test_another_kind_of_file_is_no_workbook(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "w.xlsx"
    path.write_bytes(content)
    assert code(path) is CODE.NOT_A_WORKBOOK


@pytest.mark.parametrize("kind", ["opendocument.spreadsheet", "vnd.docx"])
def test_another_kind_of_package_is_no_workbook(tmp_path: Path, kind: str) -> None:
    path = tmp_path / "w.xlsx"
    with zipfile.ZipFile(path, "w") as package:
        if kind.startswith("open"):
            package.writestr("mimetype", f"application/vnd.oasis.{kind}")
            package.writestr("content.xml", "<x/>")
        else:
            package.writestr("[Content_Types].xml", "<Types/>")
            package.writestr("word/document.xml", "<x/>")
    assert code(path) is CODE.NOT_A_WORKBOOK


def test_a_folder_is_no_workbook(tmp_path: Path) -> None:
    assert code(tmp_path) is CODE.NOT_A_WORKBOOK


def test_a_file_being_saved_is_waited_for(tmp_path: Path) -> None:
    path = saved(tmp_path / "w.xlsx", lambda sheet: sheet.append(["mới"]))
    content = path.read_bytes()
    path.write_bytes(content[:300])
    pauses: list[float] = []

    def pause(seconds: float) -> None:
        pauses.append(seconds)
        path.write_bytes(content)

    assert read_saved_workbook(path, pause=pause)[0].rows == (("mới",),)
    assert len(pauses) == 1


def test_the_stamp_changes_with_the_file(tmp_path: Path) -> None:
    path = tmp_path / "w.xlsx"
    assert workbook_stamp(path) == ()
    saved(path, lambda sheet: sheet.append(["a"]))
    first = workbook_stamp(path)
    saved(tmp_path / "temporary", lambda sheet: sheet.append(["b"])).replace(path)
    assert workbook_stamp(path) not in ((), first)

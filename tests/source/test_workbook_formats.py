"""Which formats of cells show days: those every workbook has, and those it lists."""

import datetime as dt
from pathlib import Path

import pytest

from lib.grid import Cell
from lib.source.workbook import read_workbook
from lib.source.workbook_formats import day_formats, shows_day
from tests.source import packages
from tests.source.packages import book, packed


def shown(tmp_path: Path, styles: str) -> Cell:
    parts = book('<row><c s="1"><v>45550</v></c></row>', styles=styles)
    return read_workbook(packed(tmp_path / "w.xlsx", parts))[0].rows[0][0]


@pytest.mark.parametrize("number", [*range(14, 23), 27, 36, 45, 47, 50, 58])
def test_knows_the_dates_every_workbook_has(tmp_path: Path, number: int) -> None:
    assert shown(tmp_path, packages.styles(number)) == dt.date(2024, 9, 15)


@pytest.mark.parametrize("number", [0, 1, 2, 9, 12, 13, 37, 40, 44, 46, 48, 49, 59, 164])
def test_knows_the_numbers_every_workbook_has(tmp_path: Path, number: int) -> None:
    assert shown(tmp_path, packages.styles(number)) == 45550


@pytest.mark.parametrize(
    "code",
    [
        *("dd/mm/yyyy", "D/M/YY", "[$-42A]dd/mm/yyyy", "[$-F800]dddd, mmmm dd, yyyy", "yyyy"),
        *('"Ngày "d" tháng "m', "[Red]d/m/yyyy;@", r"dd\-mm\-yyyy", "h:mm AM/PM", "mm:ss.0"),
        *("[$-F400]h:mm:ss", 'yyyy"年"m"月"', "_-dd/mm", "[DBNum1]d", 'd"'),
    ],
)
def test_a_format_of_days(code: str) -> None:
    assert shows_day(code)


@pytest.mark.parametrize(
    "code",
    [
        *("", "General", "0.00", "#,##0", "0%", "@", "0.00E+00", "[h]:mm", "[hh]:mm:ss", "[mm]:ss"),
        *('0 "ngày"', '#,##0 "VND"', "[Red]0", "[$VND] #,##0", r"0\d", "_d0", "* 0", "*d0"),
        *("0;[Red]d/m", '"dd/mm"', "[Color10]0", "[>=100]0", ";;;", "# ?/?", '0"; dd"'),
    ],
)
def test_a_format_of_numbers(code: str) -> None:
    assert not shows_day(code)


@pytest.mark.parametrize(
    ("code", "expected"), [("0.00", 45550), ("dd/mm/yyyy", dt.date(2024, 9, 15))]
)
def test_a_number_every_workbook_has_may_be_given_another_format(
    tmp_path: Path, code: str, expected: Cell
) -> None:
    styles = packages.styles(14).replace(
        "<numFmts>", f'<numFmts><numFmt numFmtId="14" formatCode="{code}"/>'
    )
    assert shown(tmp_path, styles) == expected


def test_nothing_is_read_behind_the_cells_formats() -> None:
    told = iter(
        [
            ("cellXfs", {}),
            ("xf", {"numFmtId": "0"}),
            ("xf", {"numFmtId": "14"}),
            ("alignment", {}),
            ("cellStyles", {}),
            ("cellStyle", {"name": "Xấu 1"}),
        ]
    )
    assert day_formats(told) == {"1"}
    assert next(told)[0] == "cellStyle"

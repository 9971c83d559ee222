"""The same content from Google and from a workbook reads to equal Books (rules, 1: Cells)."""

from dataclasses import replace
from datetime import date, datetime

import pandas as pd
import pytest

from lib.grid import Cell, Grid
from lib.sheet import Book, read
from tests.builders import (
    TODAY,
    agencies,
    appraisals,
    criteria,
    periods,
    plan,
    progress,
    settings,
    spreadsheet,
    tasks,
    units,
)

EPOCH = datetime(1899, 12, 30)

WORKBOOK = (
    settings(
        ("Năm", 2024), ("Ngày số liệu", date(2024, 9, 15)), ("Ngày bắt đầu", date(2024, 1, 15)),
        ("Chậm so với tiến độ (điểm %)", 12.5), ("Số liệu minh họa", True),
    ),
    units(
        ("Tam Đa", "A", None, None, None),
        ("Hồng Lạc", "A", None, date(2024, 8, 31), "Hồng Sơn"),
        ("Hồng Sơn", "A", date(2024, 9, 1), None, None),
        head="Đơn vị | Nhóm | Hiệu lực từ | Hiệu lực đến | Sáp nhập vào",
    ),
    agencies(("Công an huyện", True), ("Phòng Y tế", False)),
    criteria(
        ("TC01", "Đường", date(2024, 6, 30), 1, True),
        ("TC02", "Nước", datetime(2024, 10, 31, 17), 2.5, False),
        (3, "Điện", "30/11/2024", 2, None),
        head="Mã | Tiêu chí | Hạn | Điểm | Bắt buộc",
    ),
    tasks(
        ("NV01", "Tập huấn", "Tất cả", date(2024, 5, 31), date(2024, 5, 20)),
        head="Mã | Nhiệm vụ | Chủ trì | Hạn | Ngày hoàn thành",
    ),
    periods(("T08", "Tháng 8", date(2024, 9, 10), None)),
    progress(
        (date(2024, 6, 1), "Tam Đa", "TC01", "Đạt", 100),
        (datetime(2024, 6, 2, 8, 30), "Tam Đa", "TC02", None, 0.455),
        ("3/6/2024", "Hồng Lạc", 3, "Đang làm", 45.5),
        (date(2024, 9, 2), "Hồng Sơn", "TC02", True, None),
        (date(2024, 9, 8), "Công an huyện", "T08", None, 1),
        (date(2024, 9, 8), "Tam Đa", "TC01", "Đang làm", 1),
        (date(2024, 9, 30), "Tam Đa", "T08", "x", None),
        (date(2024, 9, 3), "Tam Đa", date(2024, 9, 3), "Đạt", date(2024, 9, 3)),
        (date(2000, 1, 1), "#N/A", "TC01", date(2024, 9, 3), None),
    ),
    appraisals(
        (date(2024, 6, 10), "Tam Đa", "TC01", "Đạt"),
        (date(2024, 6, 11), "Tam Đa", "TC02", False),
    ),
)  # fmt: skip


def of_google(cell: Cell) -> Cell:
    """Give a cell as the Sheets API hands it over: dates as serials, whole numbers as integers."""
    if isinstance(cell, date):
        moment = cell if isinstance(cell, datetime) else datetime.combine(cell, datetime.min.time())
        serial = (moment - EPOCH).total_seconds() / 86400
        return int(serial) if serial == int(serial) else serial
    return "" if cell is None else cell


def shaped(shape):
    return tuple(
        replace(grid, rows=tuple(tuple(shape(cell) for cell in row) for row in grid.rows))
        for grid in WORKBOOK
    )


def difference(one: Book, other: Book) -> None:
    for table in ("owners", "items", "scope", "entries", "obstacles"):
        pd.testing.assert_frame_equal(getattr(one, table), getattr(other, table))
    assert one.settings == other.settings
    assert one.groups == other.groups
    assert one.problems == other.problems


@pytest.fixture(scope="module")
def book():
    return read(WORKBOOK, today=TODAY)


def test_the_workbook_has_something_of_everything(book):
    assert len(book.entries) == 8
    assert len(book.items) == 5
    assert book.settings.as_of == date(2024, 9, 15)
    assert [problem.code.value for problem in book.problems] == [
        "ambiguous_percent",
        "future_date",
        "unknown_code",
        "unreadable_percent",
        "early_date",
        "cell_error",
        "unreadable_result",
        "missing_value",
    ]


@pytest.mark.parametrize(
    "shape",
    [
        pytest.param(of_google, id="Google"),
        pytest.param(lambda cell: None if cell == "" else cell, id="nothing for empty text"),
        pytest.param(lambda c: float(c) if type(c) is int and c < 2024 else c, id="floats"),
        pytest.param(
            lambda c: (
                datetime.combine(c, datetime.min.time())
                if isinstance(c, date) and not isinstance(c, datetime)
                else c
            ),
            id="midnights",
        ),
    ],
)
def test_the_same_content_in_another_shape_reads_the_same(book, shape):
    difference(read(shaped(shape), today=TODAY), book)


def test_ragged_and_padded_rows_read_the_same(book):
    padded = tuple(
        replace(grid, rows=tuple((*row, None, "", None) for row in (*grid.rows, (), ("",))))
        for grid in WORKBOOK
    )
    difference(read(padded, today=TODAY), book)


def test_the_order_of_columns_does_not_matter(book):
    turned = tuple(
        replace(grid, rows=tuple(tuple(reversed(row)) for row in grid.rows)) for grid in WORKBOOK
    )
    other = read(turned, today=TODAY)
    for table in ("owners", "items", "scope", "entries"):
        pd.testing.assert_frame_equal(getattr(book, table), getattr(other, table))


def test_the_order_of_worksheets_does_not_matter_but_for_places(book):
    other = read(WORKBOOK[::-1], today=TODAY)
    for table in ("owners", "items", "scope"):
        pd.testing.assert_frame_equal(getattr(book, table), getattr(other, table))
    said = ["item", "owner", "day", "appraisal", "met", "progress", "row"]
    pd.testing.assert_frame_equal(book.entries[said], other.entries[said])


def test_cells_of_a_merged_range_all_carry_its_value():
    filled = Grid(
        "Đơn vị",
        (("DANH SÁCH",) * 2, ("Đơn vị", "Nhóm"), ("Tam Đa", "A"), ("Đại Phú", "A"), ("X", "A")),
    )
    book = plan(filled)
    assert book.owners["group"].tolist() == ["A"] * 3
    assert book.problems == ()


def test_reading_twice_reads_the_same(book):
    difference(read(spreadsheet(*WORKBOOK), today=TODAY), book)

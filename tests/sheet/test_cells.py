"""Error cells, and text of cells that are not text (rules, 1: Cells, Error cells)."""

from datetime import date, datetime

import pandas as pd
import pytest

from lib.sheet.cells import Tick, is_blank, is_error, text_of
from tests.builders import (
    agencies,
    appraisals,
    asked,
    criteria,
    entries,
    found,
    periods,
    plan,
    progress,
    tasks,
    units,
)

ERRORS = [
    "#REF!",
    "#N/A",
    "#VALUE!",
    "#DIV/0!",
    "#NAME?",
    "#NUM!",
    "#NULL!",
    "#ERROR!",
    "Loading...",
]
LOG = "Ngày | Đơn vị | Mã | Kết quả | Tiến độ (%) | Minh chứng | Người nhập | Ghi chú"


@pytest.mark.parametrize("cell", [None, "", " ", "\n\t", "\u200b\ufeff", "\ufe0f", Tick.OFF])
def test_blank(cell):
    assert is_blank(cell)


@pytest.mark.parametrize("cell", ["0", 0, 0.0, "-", Tick.ON, ".", "#REF!", date(2024, 1, 1)])
def test_not_blank(cell):
    assert not is_blank(cell)


@pytest.mark.parametrize("cell", ERRORS)
def test_errors(cell):
    assert is_error(cell)
    assert is_error(f" {cell} ")
    assert is_error(f"\u200b{cell}\u00a0")


@pytest.mark.parametrize("cell", ["#", "REF!", "#REF", "# 5", "Loading", "lỗi #REF!", 0, None])
def test_not_errors(cell):
    assert not is_error(cell)


@pytest.mark.parametrize(
    ("cell", "text"),
    [
        (" Tam  Đa ", "Tam Đa"),
        (5, "5"),
        (5.0, "5"),
        (5.25, "5.25"),
        (Tick.ON, "TRUE"),
        (date(2024, 6, 1), "45444"),
        (datetime(2024, 6, 1, 12), "45444.5"),
        (None, ""),
    ],
)
def test_text_of_a_cell(cell, text):
    assert text_of(cell) == text


@pytest.mark.parametrize("error", ERRORS)
def test_every_error_takes_the_place_of_the_columns_problem(error):
    row = ("1/6/2024", "Tam Đa", "TC01", "Đạt", 100, "ảnh", "Lan", "x")
    rows = [(*row[:n], error, *row[n + 1 :]) for n in range(8)]
    book = plan(progress(*rows, head=LOG))
    errors = [each for each in found(book) if each[3] != "duplicate_entry"]
    assert errors == [
        ("Tiến độ", n, column, "cell_error") for n, column in enumerate(LOG.split(" | "), start=2)
    ]


@pytest.mark.parametrize(
    ("row", "read"),
    [
        pytest.param(("#N/A", "Tam Đa", "TC01", "Đạt"), None, id="day"),
        pytest.param(("1/6/2024", "#N/A", "TC01", "Đạt"), None, id="owner"),
        pytest.param(("1/6/2024", "Tam Đa", "#N/A", "Đạt"), None, id="code"),
        pytest.param(("1/6/2024", "Tam Đa", "TC01", "#N/A"), None, id="result"),
        pytest.param(("1/6/2024", "Tam Đa", "TC01", "#N/A", 40), (False, 40), id="result beside %"),
        pytest.param(
            ("1/6/2024", "Tam Đa", "TC01", "#N/A", 100), (False, 99), id="result beside 100"
        ),
        pytest.param(("1/6/2024", "Tam Đa", "TC01", "Đạt", "#N/A"), (False, 99), id="% of met"),
        pytest.param(("1/6/2024", "Tam Đa", "TC01", "Đang làm", "#N/A"), (False, 0), id="% else"),
        pytest.param(
            ("1/6/2024", "Tam Đa", "TC01", "Đạt", None, "#N/A"), (True, 100), id="evidence"
        ),
    ],
)
def test_an_error_in_a_log_reads_as_unreadable(row, read):
    book = plan(progress(row, head=LOG))
    column = LOG.split(" | ")[row.index("#N/A")]
    assert found(book) == [("Tiến độ", 2, column, "cell_error")]
    assert [said[3:] for said in entries(book)] == ([read] if read else [])
    assert book.entries["evidence"].tolist() == ([""] if read else [])


def test_an_error_beside_no_result_misses_the_result():
    book = plan(progress(("1/6/2024", "Tam Đa", "TC01", None, "#N/A")))
    assert entries(book) == []
    assert found(book) == [
        ("Tiến độ", 2, "Kết quả", "missing_value"),
        ("Tiến độ", 2, "Tiến độ (%)", "cell_error"),
    ]


def test_an_error_for_a_verdict_leaves_no_green_standing():
    book = plan(appraisals(("1/6/2024", "Tam Đa", "TC01", "#REF!")))
    assert entries(book) == [("Tam Đa", "TC01", "2024-06-01", False, -1)]
    assert found(book) == [("Thẩm định", 2, "Kết quả", "cell_error")]


def test_errors_in_required_cells_of_definitions():
    book = plan(
        units(("Tam Đa", "A"), ("#REF!", "A"), ("Đại Phú", "#REF!")),
        criteria(("TC01", "#REF!"), ("#REF!", "Đường"), ("TC02", "Nước")),
        tasks(("NV01", "Tập huấn", "#REF!")),
        periods(("T06", "Tháng 6", "#REF!")),
        agencies(("#REF!",)),
    )
    assert found(book) == [
        ("Đơn vị", 3, "Đơn vị", "cell_error"),
        ("Đơn vị", 4, "Nhóm", "cell_error"),
        ("Tiêu chí", 2, "Tiêu chí", "cell_error"),
        ("Tiêu chí", 3, "Mã", "cell_error"),
        ("Nhiệm vụ", 2, "Chủ trì", "cell_error"),
        ("Kỳ báo cáo", 2, "Trước ngày", "cell_error"),
        ("Cơ quan", 2, "Cơ quan", "cell_error"),
    ]
    assert book.owners["name"].tolist() == ["Tam Đa"]
    assert book.items["code"].tolist() == ["TC02"]


def test_errors_where_nothing_can_be_unreadable_read_as_blank():
    error = "#REF!"
    book = plan(
        units(
            ("Tam Đa", error, "A", error, error, error, error, error),
            ("Đại Phú", None, "A"),
            head="Đơn vị | Loại | Nhóm | Hiệu lực từ | Hiệu lực đến | Sáp nhập vào "
            "| Tên gọi khác | Ghi chú",
        ),
        criteria(
            ("TC01", error, "Đường", error, error, error, error, error, error),
            head="Mã | Nhóm tiêu chí | Tiêu chí | Cơ quan theo dõi | Điểm | Hạn | Bắt buộc "
            "| Áp dụng cho | Căn cứ",
        ),
        tasks(
            ("NV01", "Tập huấn", "Tam Đa", error, error, error, error),
            head="Mã | Nhiệm vụ | Chủ trì | Phối hợp | Hạn | Ngày hoàn thành | Căn cứ",
        ),
        periods(
            ("T06", error, "Tháng 6", "10/7/2024", error, error),
            head="Mã | Loại | Kỳ báo cáo | Trước ngày | Đối tượng | Căn cứ",
        ),
    )
    assert {code for *_, code in found(book)} == {"cell_error"}
    assert len(found(book)) == 6 + 7 + 4 + 3
    tam_da = book.owners.loc[0]
    assert (tam_da["label"], tam_da["successor"]) == ("Tam Đa", -1)
    assert book.owners[["valid_from", "valid_until"]].isna().all(axis=None)
    criterion, task, _ = (row for _, row in book.items.iterrows())
    assert (criterion["agency"], criterion["section"], criterion["basis"]) == (None, None, None)
    assert (criterion["points"], criterion["mandatory"]) == (1, False)
    assert criterion["due_unreadable"]
    assert (task["partners"], task["due_unreadable"]) == (None, True)
    assert pd.isna(task["completed"])
    assert asked(book, "TC01") == asked(book, "T06") == ["Tam Đa", "Đại Phú"]
    assert asked(book, "NV01") == ["Tam Đa"]

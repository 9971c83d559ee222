"""The header row, wherever it stands and however it is written (rules, 1: Header row)."""

import unicodedata
from datetime import date

import pytest

from lib.grid import Grid
from tests.builders import (
    agencies,
    counted,
    criteria,
    entries,
    found,
    plan,
    units,
)

HEAD = ("Ngày", "Đơn vị", "Mã", "Kết quả")
ROW = ("1/6/2024", "Tam Đa", "TC01", "Đạt")
READ = [("Tam Đa", "TC01", "2024-06-01", True, 100.0)]

REQUIRED = {
    "Cấu hình": ("Mục", "Giá trị"),
    "Đơn vị": ("Đơn vị", "Nhóm"),
    "Cơ quan": ("Cơ quan",),
    "Tiêu chí": ("Mã", "Tiêu chí"),
    "Nhiệm vụ": ("Mã", "Nhiệm vụ", "Chủ trì"),
    "Kỳ báo cáo": ("Mã", "Kỳ báo cáo", "Trước ngày"),
    "Tiến độ": ("Ngày", "Đơn vị", "Mã"),
    "Thẩm định": ("Ngày", "Đơn vị", "Mã", "Kết quả"),
}


def log(*rows):
    return plan(Grid("Tiến độ", rows))


@pytest.mark.parametrize(
    ("title", "column"), [(title, column) for title in REQUIRED for column in REQUIRED[title]]
)
def test_each_required_column_is_missed(title, column):
    head = tuple(each for each in (*REQUIRED[title], "Ghi chú") if each != column)
    book = plan(Grid(title, (("Kế hoạch",), head, ("x",) * len(head))))
    assert [each for each in found(book) if each[0] == title] == [
        (title, 2, column, "missing_column")
    ]


@pytest.mark.parametrize("title", REQUIRED)
def test_an_empty_worksheet_misses_every_required_column_on_row_1(title):
    book = plan(Grid(title, ()))
    assert [each for each in found(book) if each[0] == title] == [
        (title, 1, column, "missing_column") for column in REQUIRED[title]
    ]


def test_missing_columns_are_of_the_row_with_most_known_columns():
    book = log(("Tiến độ 2024",), ("Ngày",), ("Ngày", "Mã", "Ghi chú"), ("Ngày", "Mã"), ROW)
    assert found(book) == [("Tiến độ", 3, "Đơn vị", "missing_column")]
    assert entries(book) == []


def test_missing_columns_are_of_the_first_of_equal_rows():
    book = log(("Ngày", "Kết quả"), ("Đơn vị", "Mã"))
    assert found(book) == [
        ("Tiến độ", 1, "Đơn vị", "missing_column"),
        ("Tiến độ", 1, "Mã", "missing_column"),
    ]


def test_optional_columns_that_are_missing_read_as_blank():
    book = plan(
        units(("Tam Đa", "Vùng thấp")),
        agencies(("Công an huyện",), head="Cơ quan"),
        criteria(("TC01", "Đường"), head="Mã | Tiêu chí"),
        Grid("Tiến độ", (("Ngày", "Đơn vị", "Mã", "Tiến độ (%)"), ("1/6/2024", *ROW[1:3], 100))),
    )
    assert found(book) == []
    assert entries(book) == READ
    (criterion,) = book.items.itertuples()
    assert (criterion.points, criterion.mandatory) == (1.0, False)
    assert not criterion.due_unreadable
    assert book.owners["reports"].all()


@pytest.mark.parametrize("above", range(12))
def test_the_head_is_found_in_the_first_ten_rows(above):
    titles = (("ỦY BAN NHÂN DÂN",), (), ("Tiến độ", None, 2024), (date(2024, 6, 1), True, 1.5))
    book = log(*(titles * 3)[:above], HEAD, ROW)
    if above < 10:
        assert (entries(book), counted(book), found(book)) == (READ, [above + 2], [])
    else:
        assert entries(book) == []
        assert {code for *_, code in found(book)} == {"missing_column"}


def test_of_complete_rows_the_one_with_most_known_columns_is_the_head():
    book = log(HEAD[:3], (*HEAD, "Ghi chú"), (*ROW, "x"))
    assert (entries(book), found(book)) == (READ, [])
    assert book.entries["note"].tolist() == ["x"]


def test_a_complete_row_goes_before_one_with_more_known_columns():
    more = ("Mã", "Kết quả", "Tiến độ (%)", "Minh chứng", "Người nhập", "Ghi chú")
    book = log(more, HEAD, ROW)
    assert (entries(book), found(book)) == (READ, [])


def test_of_equal_rows_the_first_is_the_head():
    book = log(HEAD, HEAD[::-1], ROW)
    assert entries(book) == READ


def test_columns_may_come_in_any_order_among_unknown_ones():
    book = log(
        ("STT", "Kết quả", "Cột lạ", "Mã", None, "Đơn vị", "Ngày"),
        (1, "Đạt", "#REF!", "TC01", "x", "Tam Đa", "1/6/2024"),
    )
    assert (entries(book), found(book)) == (READ, [])


@pytest.mark.parametrize(
    "written",
    [
        pytest.param(lambda head: f"{head} (*)", id="starred"),
        pytest.param(lambda head: f"{head}(*)", id="starred without a blank"),
        pytest.param(lambda head: f"{head}:", id="colon"),
        pytest.param(lambda head: f"{head} :", id="blank and colon"),
        pytest.param(lambda head: f" {head}\u00a0", id="blanks"),
        pytest.param(lambda head: head.replace(" ", "\n"), id="line break"),
        pytest.param(str.upper, id="capitals"),
        pytest.param(lambda head: unicodedata.normalize("NFD", head), id="decomposed"),
    ],
)
def test_a_header_in_every_dress(written):
    book = log(tuple(map(written, (*HEAD, "Tiến độ (%)"))), (*ROW[:3], None, 40))
    assert [part for *_, part in entries(book)] == [40.0]
    assert found(book) == []


@pytest.mark.parametrize("header", ["Mã số", "Ma", "Mã 1", 5, True, None])
def test_another_header_is_not_the_column(header):
    book = log(("Ngày", "Đơn vị", header), ROW)
    assert found(book) == [("Tiến độ", 1, "Mã", "missing_column")]


def test_the_open_tone_is_written_in_either_place():
    book = plan(
        Grid("Cấu hình", (("Mục", "Giá trị"), ("Số liệu minh hoạ", "Có"))),
        Grid("Nhiệm vụ", (("Mã", "Nhiệm vụ", "Chủ trì", "Hạn"),)),
    )
    assert found(book) == []
    assert book.settings.illustrative


def test_of_a_column_twice_the_first_counts():
    book = log((*HEAD, "MÃ (*)", "Ngày"), (*ROW, "TC99", "2/6/2024"))
    assert entries(book) == READ
    assert found(book) == [
        ("Tiến độ", 1, "MÃ (*)", "duplicate_column"),
        ("Tiến độ", 1, "Ngày", "duplicate_column"),
    ]


def test_a_problems_column_is_the_header_as_in_the_sheet():
    book = log(("NGÀY (*)", "đơn vị:", "Mã", "Kết quả"), ("hôm qua", "Tam Đa", "TC01", "Đạt"))
    assert found(book) == [("Tiến độ", 2, "NGÀY (*)", "unreadable_date")]


def test_rows_that_repeat_the_header_are_skipped():
    book = log(HEAD, ROW, HEAD, ("Ngày (*)", "ĐƠN VỊ", "Mã:", "Kết quả"), HEAD[:3], ROW)
    assert counted(book) == [6]
    assert found(book) == [("Tiến độ", 2, "Mã", "duplicate_entry")]


def test_a_repeated_header_of_definitions_is_skipped():
    head = ("Đơn vị", "Nhóm", "Ghi chú")
    book = plan(Grid("Đơn vị", (head, ("Tam Đa", "A"), head, ("Đại Phú", "A"))))
    assert book.owners["name"].tolist() == ["Tam Đa", "Đại Phú"]
    assert book.groups == ("A",)
    assert found(book) == []


@pytest.mark.parametrize(
    "blank",
    [
        pytest.param((), id="no cells"),
        pytest.param((None, None, None, None), id="empty cells"),
        pytest.param(("", " ", "\u00a0\u200b", "\n"), id="blank text"),
        pytest.param(("\ufe0f", "\u2060", "\ufeff", None), id="invisible text"),
        pytest.param((False, None, False, False), id="unticked boxes"),
        pytest.param((None, None, None, None, "ngoài bảng"), id="text in an unknown column"),
    ],
)
def test_blank_rows_are_skipped_and_rows_keep_their_numbers(blank):
    book = log((*HEAD, "Cột lạ"), blank, ROW, blank, blank)
    assert (entries(book), counted(book), found(book)) == (READ, [3], [])


def test_an_unticked_box_alone_leaves_a_definition_row_blank():
    book = plan(
        agencies((None, False), ("Công an huyện", False)),
        criteria((None, None, False), ("TC01", "Đường", False), head="Mã | Tiêu chí | Bắt buộc"),
    )
    assert found(book) == []
    assert book.items["row"].tolist() == [3]


def test_a_ticked_box_is_not_blank():
    book = plan(criteria((None, None, True), head="Mã | Tiêu chí | Bắt buộc"))
    assert found(book) == [
        ("Tiêu chí", 2, "Mã", "missing_value"),
        ("Tiêu chí", 2, "Tiêu chí", "missing_value"),
    ]


def test_row_of_a_problem_counts_title_and_blank_rows():
    book = log(("Tiến độ",), (), HEAD, (), ("hôm qua", *ROW[1:]), (), ROW)
    assert found(book) == [("Tiến độ", 5, "Ngày", "unreadable_date")]
    assert counted(book) == [7]

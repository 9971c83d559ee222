"""Which worksheets are read, by their titles (rules, 1: The sheet)."""

import unicodedata

import pytest

from lib.grid import Grid
from lib.sheet import read, tabs
from tests.builders import (
    TODAY,
    criteria,
    entries,
    found,
    plan,
    progress,
    spreadsheet,
    units,
)

HEAD = ("Ngày", "Đơn vị", "Mã", "Kết quả")


ROW = ("1/6/2024", "Tam Đa", "TC01", "Đạt")


READ = [("Tam Đa", "TC01", "2024-06-01", True, 100.0)]


@pytest.mark.parametrize("missing", ["Đơn vị", "Tiêu chí", "Tiến độ"])
def test_a_required_worksheet_is_missed(missing):
    grids = [grid for grid in spreadsheet() if grid.title != missing]
    book = read(grids, today=TODAY)
    assert found(book) == [(missing, None, None, "missing_worksheet")]


def test_other_worksheets_read_as_empty_when_missing():
    book = plan()
    assert found(book) == []
    assert set(book.items["kind"]) == {"criterion"}
    assert book.owners["is_unit"].all()


def test_nothing_at_all_reads_as_an_empty_book():
    book = read([], today=TODAY)
    assert sorted(found(book)) == [
        ("Tiêu chí", None, None, "missing_worksheet"),
        ("Tiến độ", None, None, "missing_worksheet"),
        ("Đơn vị", None, None, "missing_worksheet"),
    ]
    assert (len(book.owners), len(book.items), len(book.scope), len(book.entries)) == (0, 0, 0, 0)


def test_an_empty_book_keeps_its_types():
    empty, full = read([], today=TODAY), plan(progress(ROW))
    for name in ("owners", "items", "scope", "entries"):
        assert getattr(empty, name).dtypes.to_dict() == getattr(full, name).dtypes.to_dict()


def test_instructions_and_private_worksheets_are_never_read():
    book = plan(
        Grid("Hướng dẫn", (HEAD, ("hôm qua", "Không ai", "TC99", "?"))),
        Grid("Nháp", (HEAD, ROW)),
        Grid("Danh mục", ()),
    )
    assert (entries(book), found(book)) == ([], [])


@pytest.mark.parametrize(
    "title", ["TIẾN ĐỘ", " tiến  độ ", unicodedata.normalize("NFD", "Tiến độ"), "Tiến\u00a0độ"]
)
def test_titles_are_compared_by_key(title):
    book = plan(Grid(title, (HEAD, ROW)))
    assert entries(book) == READ
    assert found(book) == []


@pytest.mark.parametrize(
    "title",
    [
        *("Tiến độ cũ", "Tien do", "TIEN DO 2023", "Tiến độ (2)", "Tiến độ_2023", "Tiến dộ"),
        *("Tham dinh", "Thẩm định.", "don vi", "Đơn vị 2023", "Co quan - cũ", "Cấu hình – bản 2"),
        *("Tiêu chí", "tieu chi", "Nhiệm vụ: 2024", "nhiem vu", "ky bao cao", "cau hinh"),
    ],
)
def test_a_title_that_looks_like_one_is_a_problem_and_not_read(title):
    whole = (units(("Tam Đa", "A")), criteria(("TC01", "Đường")), progress())
    book = plan(*whole, Grid(title, (HEAD, ROW)))
    assert (entries(book), len(book.items)) == ([], 1)
    assert found(book) == [(title, None, None, "unknown_worksheet")]
    (problem,) = book.problems
    assert (problem.value, problem.severity) == (title, "error")


@pytest.mark.parametrize(
    "title", ["Thẩm định2", "Tiến độ2", "Bảng tiến độ", "Tiến", "Đơn vịs", "Huong dan", "2 Tiến độ"]
)
def test_other_titles_are_no_problem(title):
    book = plan(units(("Tam Đa", "A")), progress(), Grid(title, (HEAD, ROW)))
    assert (entries(book), found(book)) == ([], [])


def test_a_definitions_title_is_compared_by_key_too():
    book = plan(units(("Tam Đa", "A"), title="ĐƠN  VỊ"), criteria(("TC01", "x"), title="tiêu chí"))
    assert found(book) == []
    assert book.owners["name"].tolist() == ["Tam Đa"]


def test_worksheets_that_are_not_read_are_named():
    grids = [
        Grid("Tiến độ", (("Ngày",),)),
        Grid("Nháp", (("Mã",),)),
        Grid("Nhiệm vụ 2024", (("Mã",),)),
        Grid("HƯỚNG DẪN", (("Cách ghi",),)),
        Grid("Danh mục", (("Đạt",),)),
        Grid("Trang tính1", ()),
        Grid("Tiến độ cũ", (("Ngày",),)),
    ]
    assert tabs.unread(tabs.recognised(grids), besides=("Danh mục",)) == ["Nháp"]

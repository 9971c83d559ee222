"""A log spread over several worksheets, some of them an owner's (rules, 1)."""

import unicodedata

import pytest

from lib.grid import Grid
from tests.builders import agencies, appraisals, entries, found, plan, progress

OWN = "Ngày | Mã | Kết quả"
DAY = "1/6/2024"


@pytest.mark.parametrize(
    "title",
    [
        pytest.param("Tiến độ – Tam Đa", id="en dash"),
        pytest.param("Tiến độ - Tam Đa", id="hyphen"),
        pytest.param("Tiến độ — Tam Đa", id="em dash"),
        pytest.param("Tiến độ ‑ Tam Đa", id="no-break hyphen"),
        pytest.param("Tiến độ−Tam Đa", id="minus, close"),
        pytest.param("TIẾN ĐỘ –  tam đa ", id="by key"),
        pytest.param(unicodedata.normalize("NFD", "Tiến độ – Tam Đa"), id="decomposed"),
        pytest.param("Tiến độ – UBND xã Tam Đa", id="with a prefix"),
        pytest.param("Tiến độ\ufe0f – Tam Đa", id="variation selector before the dash"),
    ],
)
def test_an_owners_worksheet(title):
    book = plan(progress((DAY, "TC01", "Đạt"), head=OWN, title=title))
    assert entries(book) == [("Tam Đa", "TC01", "2024-06-01", True, 100.0)]
    assert found(book) == []


def test_a_header_repeated_without_the_owner_is_skipped():
    rows = [("Ngày", None, "Mã", "Kết quả"), (DAY, None, "TC01", "Đạt")]
    book = plan(progress(*rows, head="Ngày | Đơn vị | Mã | Kết quả", title="Tiến độ – Tam Đa"))
    assert entries(book) == [("Tam Đa", "TC01", "2024-06-01", True, 100.0)]
    assert found(book) == []


def test_an_agencys_worksheet():
    book = plan(
        agencies(("Công an huyện",)),
        appraisals((DAY, "TC01", "Đạt"), head=OWN, title="Thẩm định - Công an huyện"),
    )
    assert [owner for owner, *_ in entries(book)] == ["Công an huyện"]
    assert found(book) == [("Thẩm định - Công an huyện", 2, "Mã", "not_owed")]


def test_in_an_owners_worksheet_blank_means_the_owner_and_no_one_else_may_be_named():
    title = "Tiến độ – Tam Đa"
    book = plan(
        progress(
            ("1/6/2024", None, "TC01", "Đạt"),
            ("2/6/2024", " Xã Tam Đa", "TC01", "Đạt"),
            ("3/6/2024", "Tam Da", "TC01", "Đạt"),
            ("4/6/2024", "Đại Phú", "TC01", "Đạt"),
            ("5/6/2024", "Dai Phu", "TC01", "Đạt"),
            ("6/6/2024", "Huế", "TC01", "Đạt"),
            ("7/6/2024", "#REF!", "TC01", "Đạt"),
            ("8/6/2024", "Đại Phú", "TC9", "gần xong"),
            title=title,
        )
    )
    assert [(owner, day[-2:]) for owner, _, day, *_ in entries(book)] == [
        ("Tam Đa", "01"),
        ("Tam Đa", "02"),
        ("Tam Đa", "03"),
    ]
    assert found(book) == [
        (title, 4, "Đơn vị", "guessed_name"),
        (title, 5, "Đơn vị", "wrong_worksheet"),
        (title, 6, "Đơn vị", "guessed_name"),
        (title, 6, "Đơn vị", "wrong_worksheet"),
        (title, 7, "Đơn vị", "unknown_name"),
        (title, 8, "Đơn vị", "cell_error"),
        (title, 9, "Đơn vị", "wrong_worksheet"),
        (title, 9, "Mã", "unknown_code"),
        (title, 9, "Kết quả", "unreadable_result"),
    ]


def test_an_unknown_name_in_the_title_makes_a_common_worksheet():
    title = "Tiến độ – Quý I"
    book = plan(
        progress((DAY, "Tam Đa", "TC01", "Đạt"), (DAY, None, "TC01", "Đạt"), title=title),
        progress((DAY, "TC01", "Đạt"), head=OWN, title="Tiến độ – Quý II"),
    )
    assert [owner for owner, *_ in entries(book)] == ["Tam Đa"]
    assert found(book) == [
        (title, 1, None, "unknown_name"),
        (title, 3, "Đơn vị", "missing_value"),
        ("Tiến độ – Quý II", 1, "Đơn vị", "missing_column"),
        ("Tiến độ – Quý II", 1, None, "unknown_name"),
    ]
    assert book.problems[0].value == "Quý I"


def test_a_guessed_name_in_the_title_is_the_owners_with_a_notice():
    title = "Tiến độ - Tam Da"
    book = plan(progress((DAY, "TC01", "Đạt"), head=OWN, title=title))
    assert [owner for owner, *_ in entries(book)] == ["Tam Đa"]
    assert found(book) == [(title, 1, None, "guessed_name")]


@pytest.mark.parametrize(
    "title", ["Tiến độ cũ", "Tiến độ 2023", "TIẾN ĐỘ (Tam Đa)", "Tiến độ: Tam Đa", "Tien do"]
)
def test_a_title_that_goes_on_without_a_dash_is_not_read(title):
    book = plan(progress(), Grid(title, progress((DAY, "Tam Đa", "TC01", "Đạt")).rows))
    assert entries(book) == []
    assert found(book) == [(title, None, None, "unknown_worksheet")]


def test_such_a_worksheet_does_not_stand_for_the_one_required():
    grid = Grid("Tiến độ cũ", progress((DAY, "Tam Đa", "TC01", "Đạt")).rows)
    assert sorted(found(plan(grid)), key=str) == [
        ("Tiến độ cũ", None, None, "unknown_worksheet"),
        ("Tiến độ", None, None, "missing_worksheet"),
    ]


@pytest.mark.parametrize("title", ["Bảng tiến độ", "Tiến", "Thẩm định2", "Tiến độ–Tam Đa cũ"])
def test_other_titles(title):
    book = plan(progress(), Grid(title, progress((DAY, "Tam Đa", "TC01", "Đạt")).rows))
    if title.startswith("Tiến độ"):
        assert found(book) == [(title, 1, None, "unknown_name")]
        assert len(entries(book)) == 1
    else:
        assert (entries(book), found(book)) == ([], [])


def test_one_owners_worksheet_is_enough_for_the_log():
    assert found(plan(progress(head=OWN, title="Tiến độ – Tam Đa"))) == []


def test_all_worksheets_are_one_log_in_the_spreadsheets_order():
    first = progress(
        (DAY, "TC01", "Đang làm", 40), head=OWN + " | Tiến độ (%)", title="Tiến độ – Tam Đa"
    )
    common = progress((DAY, "Tam Đa", "TC01", "Đang làm", 60), (DAY, "Đại Phú", "TC01", "Đạt"))
    owns_lower, common_lower = plan(common, first), plan(first, common)
    assert [part for *_, part in entries(owns_lower)] == [100, 40]
    assert found(owns_lower) == [("Tiến độ", 2, "Mã", "duplicate_entry")]
    assert [part for *_, part in entries(common_lower)] == [60, 100]
    assert found(common_lower) == [("Tiến độ – Tam Đa", 2, "Mã", "duplicate_entry")]


def test_an_entry_knows_its_worksheet_and_row():
    book = plan(
        progress((DAY, "Đại Phú", "TC01", "Đạt")),
        progress((), (DAY, "TC01", "Đạt"), head=OWN, title="Tiến độ – Tam Đa"),
    )
    places = [
        (book.worksheets[tab][0], row) for tab, row in book.entries[["tab", "row"]].to_numpy()
    ]
    assert places == [("Tiến độ", 2), ("Tiến độ – Tam Đa", 3)]


def test_the_columns_of_each_worksheet_are_its_own():
    book = plan(
        progress((DAY, "Tam Đa", "TC01", "Đạt")),
        progress(("Đạt", "TC01", DAY), head="Kết quả | Mã | Ngày", title="Tiến độ – Đại Phú"),
        progress(("x",), head="Ghi chú", title="Tiến độ – Tam Đa"),
    )
    assert [owner for owner, *_ in entries(book)] == ["Tam Đa", "Đại Phú"]
    assert found(book) == [
        ("Tiến độ – Tam Đa", 1, "Ngày", "missing_column"),
        ("Tiến độ – Tam Đa", 1, "Mã", "missing_column"),
    ]


def test_form_lines_and_repeated_headers_of_an_owners_worksheet_are_skipped():
    book = plan(
        progress(
            (None, "TC01", None), ("Ngày", "Mã", "Kết quả"), (DAY, "TC01", "Đạt"),
            head=OWN, title="Tiến độ – Tam Đa",
        )
    )  # fmt: skip
    assert (book.entries["row"].tolist(), found(book)) == ([4], [])


def test_an_owners_worksheet_may_have_the_column_of_owners():
    book = plan(progress((DAY, None, "TC01", "Đạt"), title="Tiến độ – Tam Đa"))
    assert [owner for owner, *_ in entries(book)] == ["Tam Đa"]


def test_an_owners_worksheet_of_appraisals():
    book = plan(
        appraisals(
            (DAY, None, "TC01", "Đạt"), (DAY, "Đại Phú", "TC01", "Đạt"), title="Thẩm định – Tam Đa"
        )
    )
    assert [owner for owner, *_ in entries(book)] == ["Tam Đa"]
    assert found(book) == [("Thẩm định – Tam Đa", 3, "Đơn vị", "wrong_worksheet")]

"""Which rows define something, and mergers of units (rules, 1: Which rows count)."""

import pandas as pd
import pytest

from tests.builders import (
    agencies,
    criteria,
    entries,
    found,
    periods,
    plan,
    progress,
    settings,
    tasks,
    units,
)


def named(book):
    return book.owners["name"].tolist()


def codes(book):
    return book.items["code"].tolist()


@pytest.mark.parametrize(
    ("grid", "row", "column"),
    [
        pytest.param(units(("Tam Đa", "A"), (None, "A")), 3, "Đơn vị", id="a unit's name"),
        pytest.param(units(("Tam Đa", "A"), ("Đại Phú", " ")), 3, "Nhóm", id="a unit's group"),
        pytest.param(agencies((None, "Có")), 2, "Cơ quan", id="an agency's name"),
        pytest.param(criteria((None, "Đường")), 2, "Mã", id="a criterion's code"),
        pytest.param(criteria(("TC01", "")), 2, "Tiêu chí", id="a criterion's title"),
        pytest.param(criteria(("TC01", False)), 2, "Tiêu chí", id="an unticked box for a title"),
        pytest.param(tasks(("\u200b", "Tập huấn", "Tam Đa")), 2, "Mã", id="a task's code"),
        pytest.param(tasks(("NV01", None, "Tam Đa")), 2, "Nhiệm vụ", id="a task's title"),
        pytest.param(tasks(("NV01", "Tập huấn")), 2, "Chủ trì", id="a task's owners"),
        pytest.param(periods((None, "Tháng 6", "10/7/2024")), 2, "Mã", id="a period's code"),
        pytest.param(periods(("T06", None, "10/7/2024")), 2, "Kỳ báo cáo", id="a period's title"),
        pytest.param(periods(("T06", "Tháng 6")), 2, "Trước ngày", id="a period's day"),
    ],
)
def test_a_row_without_a_required_value_is_not_counted(grid, row, column):
    book = plan(grid)
    assert found(book) == [(grid.title, row, column, "missing_value")]
    replaced = grid.title in ("Đơn vị", "Tiêu chí")  # one of them there, and none of the usual
    assert len(book.owners) + len(book.items) == (2 if replaced else 3)


def test_a_period_without_a_readable_day_is_not_counted():
    book = plan(periods(("T06", "Tháng 6", "tháng sau"), ("T07", "Tháng 7", "10/8/2024")))
    assert codes(book) == ["TC01", "T07"]
    assert found(book) == [("Kỳ báo cáo", 2, "Trước ngày", "unreadable_date")]


def test_unreadable_optional_values_read_as_blank():
    book = plan(
        units(
            ("Tam Đa", "A", "2024", "31/2/2024", "Hà Nội"),
            head="Đơn vị | Nhóm | Hiệu lực từ | Hiệu lực đến | Sáp nhập vào",
        ),
        criteria(("TC01", "Đường", "cuối năm", "nhiều"), head="Mã | Tiêu chí | Hạn | Điểm"),
        tasks(
            ("NV01", "Tập huấn", "Tam Đa", "sớm", "đã xong"),
            head="Mã | Nhiệm vụ | Chủ trì | Hạn | Ngày hoàn thành",
        ),
    )
    assert found(book) == [
        ("Đơn vị", 2, "Hiệu lực từ", "unreadable_date"),
        ("Đơn vị", 2, "Hiệu lực đến", "unreadable_date"),
        ("Đơn vị", 2, "Sáp nhập vào", "unknown_name"),
        ("Tiêu chí", 2, "Hạn", "unreadable_date"),
        ("Tiêu chí", 2, "Điểm", "unreadable_number"),
        ("Nhiệm vụ", 2, "Hạn", "unreadable_date"),
        ("Nhiệm vụ", 2, "Ngày hoàn thành", "unreadable_date"),
    ]
    assert book.owners.loc[0, ["valid_from", "valid_until"]].isna().all()
    assert book.owners.loc[0, "successor"] == -1
    assert book.items["due"].tolist() == [pd.Timestamp("2024-12-31")] * 2
    assert book.items["due_unreadable"].tolist() == [True, True]
    assert book.items["completed"].isna().all()


def test_a_blank_deadline_is_not_unreadable():
    book = plan(
        criteria(("TC01", "Đường"), ("TC02", "Nước", "30/6/2024")),
        tasks(("NV01", "Tập huấn", "Tam Đa")),
    )
    assert book.items["due_unreadable"].tolist() == [False] * 3
    assert book.items["due"].tolist() == [
        *(pd.Timestamp("2024-12-31"), pd.Timestamp("2024-06-30"), pd.NaT)
    ]


def test_a_deadline_that_is_not_there_is_the_plans_end():
    book = plan(
        settings(("Ngày kết thúc", "30/11/2024")),
        criteria(("TC01", "Đường"), ("TC02", "Nước", "cuối năm")),
        tasks(("NV01", "Tập huấn", "Tam Đa", "sớm"), ("NV02", "Mở lớp", "Tam Đa", "#REF!")),
    )
    assert book.items["due"].tolist() == [pd.Timestamp("2024-11-30")] * 4
    assert book.items["due_unreadable"].tolist() == [False, True, True, True]


def test_a_report_is_due_the_day_before():
    book = plan(
        criteria(),
        periods(
            ("T06", "Tháng 6", "10/7/2024"), ("T02", "Tháng 2", "1/3/2024"), ("TX", "x", "1/1")
        ),
    )
    assert [f"{due:%d/%m/%Y}" for due in book.items["due"]] == [
        "09/07/2024",
        "29/02/2024",
        "31/12/2023",
    ]
    assert found(book) == [("Kỳ báo cáo", 4, "Trước ngày", "guessed_date")]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        pytest.param("Tam Đa", "Tam Đa", id="the same"),
        pytest.param("Tam Đa", " TAM  ĐA", id="by key"),
        pytest.param("Xã Tam Đa", "Tam Đa", id="prefix above"),
        pytest.param("Tam Đa", "UBND xã Tam Đa", id="prefix below"),
        pytest.param("Xã Tam Đa", "Thị trấn Tam Đa", id="two prefixes"),
        pytest.param("Hợp Hòa", "Hợp Hoà", id="tone"),
    ],
)
def test_of_a_unit_defined_twice_the_first_counts(first, second):
    book = plan(units((first, "A"), ("Đại Phú", "A"), (second, "B")))
    assert named(book) == [" ".join(first.split()), "Đại Phú"]
    assert book.groups == ("A",)
    assert found(book) == [("Đơn vị", 4, "Đơn vị", "duplicate_definition")]


def test_one_name_of_two_kinds_is_the_same_name():
    book = plan(units(("A", "Xã", "G"), ("A", "Thị trấn", "G"), head="Đơn vị | Loại | Nhóm"))
    assert found(book) == [("Đơn vị", 3, "Đơn vị", "duplicate_definition")]
    assert book.owners["kind"].tolist() == ["Xã"]


def test_names_that_differ_by_a_tone_are_two():
    assert found(plan(units(("Tân An", "A"), ("Tấn An", "A")))) == []


def test_an_agency_of_a_units_name_is_defined_twice_wherever_it_stands():
    book = plan(agencies(("Tam Đa",), ("Kho bạc",), ("kho bạc",)), units(("Tam Đa", "A")))
    assert named(book) == ["Tam Đa", "Kho bạc"]
    assert sorted(found(book)) == [
        ("Cơ quan", 2, "Cơ quan", "duplicate_definition"),
        ("Cơ quan", 4, "Cơ quan", "duplicate_definition"),
    ]


def test_an_alias_may_be_anothers_name():
    book = plan(
        units(("Tam Đa", "A", "Đại Phú"), ("Đại Phú", "A"), head="Đơn vị | Nhóm | Tên gọi khác")
    )
    assert (named(book), found(book)) == (["Tam Đa", "Đại Phú"], [])


def test_codes_are_one_namespace_of_criteria_then_tasks_then_periods():
    book = plan(
        periods(("A", "Tháng 6", "10/7/2024"), ("B", "x", "10/7/2024"), ("P", "y", "10/7/2024")),
        tasks(("A", "Tập huấn", "Tam Đa"), ("B", "Mở lớp", "Tam Đa")),
        criteria(("A", "Đường"), ("a.", "Nước")),
    )
    assert book.items[["code", "kind"]].to_numpy().tolist() == [
        ["A", "criterion"],
        ["B", "task"],
        ["P", "report"],
    ]
    assert sorted(found(book)) == [
        ("Kỳ báo cáo", 2, "Mã", "duplicate_definition"),
        ("Kỳ báo cáo", 3, "Mã", "duplicate_definition"),
        ("Nhiệm vụ", 2, "Mã", "duplicate_definition"),
        ("Tiêu chí", 3, "Mã", "duplicate_definition"),
    ]


def test_a_row_that_does_not_count_defines_nothing():
    book = plan(criteria(("TC01", None), ("TC01", "Đường"), ("TC02", "Nước")))
    assert codes(book) == ["TC01", "TC02"]
    assert found(book) == [("Tiêu chí", 2, "Tiêu chí", "missing_value")]


def test_a_definition_twice_is_still_checked():
    book = plan(criteria(("TC01", "Đường"), ("TC01", "Nước", "cuối năm")))
    assert found(book) == [
        ("Tiêu chí", 3, "Mã", "duplicate_definition"),
        ("Tiêu chí", 3, "Hạn", "unreadable_date"),
    ]


def test_of_two_worksheets_with_a_definitions_title_one_is_read():
    book = plan(units(("Tam Đa", "A")), units(("Đại Phú", "A"), title="ĐƠN VỊ"))
    assert named(book) == ["Tam Đa"]
    assert found(book) == [("ĐƠN VỊ", None, None, "unknown_worksheet")]


def test_groups_stand_as_first_met_and_are_compared_by_key():
    book = plan(
        units(("Tam Đa", "Vùng thấp"), ("Đại Phú", "Điểm"), ("Hồng Lạc", "vùng  Thấp"), ("X", "A"))
    )
    assert book.groups == ("Vùng thấp", "Điểm", "A")
    assert book.owners["group"].tolist() == ["Vùng thấp", "Điểm", "Vùng thấp", "A"]


def test_a_whole_definition_is_kept():
    book = plan(
        units(
            ("Hồng Lạc", "Xã", "A", "1/1/2020", "31/8/2024", "Hồng Sơn", "HL; Lạc", "x"),
            ("Hồng Sơn", "Xã", "A", "1/9/2024"),
            head="Đơn vị | Loại | Nhóm | Hiệu lực từ | Hiệu lực đến | Sáp nhập vào "
            "| Tên gọi khác | Ghi chú",
        ),
        agencies(("Công an huyện", "Thường trực"), head="Cơ quan | Vai trò"),
        criteria(
            ("TC01", "Hạ tầng", "Đường", "công an huyện", 2, "30/6/2024", "x", "Hồng Sơn", "QĐ 1"),
            head="Mã | Nhóm tiêu chí | Tiêu chí | Cơ quan theo dõi | Điểm | Hạn | Bắt buộc "
            "| Áp dụng cho | Căn cứ",
        ),
        tasks(
            ("NV01", "Tập huấn", "Công an huyện", "Hồng Sơn", "30/6/2024", "1/6/2024", "QĐ 2"),
            head="Mã | Nhiệm vụ | Chủ trì | Phối hợp | Hạn | Ngày hoàn thành | Căn cứ",
        ),
    )
    assert found(book) == []
    unit = book.owners.loc[0]
    assert (unit["successor"], unit["aliases"]) == (1, ("HL", "Lạc"))
    assert (f"{unit['valid_from']:%d/%m/%Y}", f"{unit['valid_until']:%d/%m/%Y}") == (
        "01/01/2020",
        "31/08/2024",
    )
    assert book.owners.loc[2, ["name", "role", "is_unit"]].tolist() == [
        "Công an huyện",
        "Thường trực",
        False,
    ]
    criterion, task = book.items.loc[0], book.items.loc[1]
    assert criterion[["code", "title", "section", "agency", "points", "mandatory"]].tolist() == [
        *("TC01", "Đường", "Hạ tầng", "công an huyện", 2.0, True)
    ]
    assert criterion[["basis", "row"]].tolist() == ["QĐ 1", 2]
    assert task[["partners", "basis"]].tolist() == ["Hồng Sơn", "QĐ 2"]
    assert f"{task['completed']:%d/%m/%Y}" == "01/06/2024"


def test_problems_of_definitions_do_not_keep_the_log_from_counting():
    book = plan(
        units(("Tam Đa", "A"), ("Tam Đa", "B"), (None, "C")),
        criteria(("TC01", "Đường", "cuối năm")),
        progress(("1/6/2024", "Tam Đa", "TC01", "Đạt")),
    )
    assert len(entries(book)) == 1
    assert len(found(book)) == 3

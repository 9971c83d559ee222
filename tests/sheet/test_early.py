"""Dates before the plan begins, and dates that are none (rules, 1: Dates)."""

from datetime import date

import pandas as pd
import pytest

from lib.assess import assess
from lib.export.machine import report
from tests.builders import (
    appraisals,
    counted,
    criteria,
    found,
    owed,
    periods,
    plan,
    progress,
    settings,
    tasks,
    units,
)

DAY, DONE = "Ngày", "Ngày hoàn thành"


@pytest.mark.parametrize(
    ("said", "early", "first"),
    [
        pytest.param([("Năm", 2024)], "31/12/2023", "1/1/2024", id="the year"),
        pytest.param([("Ngày bắt đầu", "15/3/2024")], "14/3/2024", "15/3/2024", id="the first day"),
        pytest.param(
            [("Năm", 2024), ("Ngày bắt đầu", "1/9/2023")], "31/8/2023", "1/9/2023", id="both"
        ),
        pytest.param(
            [("Năm", 2024), ("Ngày bắt đầu", "1/1/204")],
            *("31/12/2023", "1/1/2024"),
            id="the year, the first day unreadable",
        ),
        pytest.param(
            [("Năm", 204), ("Ngày bắt đầu", "2/2/2024")],
            *("1/2/2024", "2/2/2024"),
            id="the first day, the year unreadable",
        ),
    ],
)
def test_a_log_row_before_the_first_day_is_early(said, early, first):
    rows = [(early, "Tam Đa", "TC01", "Đạt"), (first, "Tam Đa", "TC01", "Đạt")]
    book = plan(settings(*said), progress(*rows), appraisals(*rows))
    assert [each for each in found(book) if each[0] != "Cấu hình"] == [
        ("Tiến độ", 2, DAY, "early_date"),
        ("Thẩm định", 2, DAY, "early_date"),
    ]
    assert counted(book) == [3, 3]
    assert {each.severity for each in book.problems} == {"error"}


@pytest.mark.parametrize(
    "said",
    [
        pytest.param([], id="not given"),
        pytest.param([("Năm", "hai nghìn"), ("Ngày bắt đầu", "đầu năm")], id="unreadable"),
        pytest.param([("Năm", 204), ("Ngày bắt đầu", date(204, 1, 1))], id="outside the century"),
        pytest.param([("Ngày kết thúc", "31/12/2024")], id="only the last day"),
    ],
)
def test_without_a_year_or_a_first_day_nothing_is_early(said):
    book = plan(settings(*said), progress(("1/1/2000", "Tam Đa", "TC01", "Đạt")))
    assert counted(book) == [2]
    assert [each for each in found(book) if each[0] == "Tiến độ"] == []


def test_an_early_row_says_nothing_else():
    book = plan(
        settings(("Năm", 2024)),
        criteria(("TC01", "x", "Đại Phú"), head="Mã | Tiêu chí | Áp dụng cho"),
        progress(
            ("31/12/2023", "Tam Đa", "TC01", "Đạt", 90, "thiếu vốn"),
            ("31/12/2023", "Đại Phú", "TC01", "Đạt", None, None),
            ("31/12/2023", "Đại Phú", "TC01", "Đang làm", None, None),
            ("31/12/2023", "Đại Phú", "TC01", None, None, None),
            head="Ngày | Đơn vị | Mã | Kết quả | Tiến độ (%) | Khó khăn kiến nghị",
        ),
    )
    assert found(book) == [
        *(("Tiến độ", row, DAY, "early_date") for row in (2, 3, 4, 5)),
        ("Tiến độ", 5, "Kết quả", "missing_value"),
    ]
    assert (len(book.entries), len(book.obstacles)) == (0, 0)


def test_last_years_day_does_not_clear_an_overdue_report():
    book = plan(
        settings(("Năm", 2024), ("Cơ quan thường trực", None)),
        units(("Tam Đa", "A")),
        criteria(),
        periods(("Q2", "Quý II", "15/9/2024")),
        progress(("14/09/2014", "Tam Đa", "Q2", "Đã gửi")),
    )
    assert found(book) == [("Tiến độ", 2, DAY, "early_date")]
    assessment = assess(book, as_of=date(2024, 9, 15))
    assert owed(assessment, "code done state days_late") == [("Q2", None, "overdue", 1)]


COMPLETED = "Mã | Nhiệm vụ | Chủ trì | Hạn | Ngày hoàn thành"


@pytest.mark.parametrize(
    ("written", "problem", "kept"),
    [
        pytest.param("31/12/2023", "early_date", None, id="before the first day"),
        pytest.param("1/1/2024", None, "2024-01-01", id="the first day"),
        pytest.param("20/9/2024", None, "2024-09-20", id="today"),
        pytest.param("21/9/2024", "future_date", "2024-09-21", id="after today"),
        pytest.param("1/1/0001", "unreadable_date", None, id="unreadable"),
    ],
)
def test_a_day_of_completion(written, problem, kept):
    book = plan(
        settings(("Năm", 2024)),
        criteria(),
        tasks(("NV01", "Tập huấn", "Tam Đa", "30/6/2024", written), head=COMPLETED),
    )
    assert found(book) == ([("Nhiệm vụ", 2, DONE, problem)] if problem else [])
    assert book.items["completed"].tolist() == [pd.Timestamp(kept) if kept else pd.NaT]


SLIPS = [
    pytest.param("Ngày số liệu", "1/1/0001", "unreadable_date", id="as of the year 1"),
    pytest.param("Ngày số liệu", date(1, 1, 1), "unreadable_date", id="as of the year 1, a cell"),
    pytest.param("Ngày số liệu", "15/9/2204", "unreadable_date", id="as of 2204"),
    pytest.param("Ngày bắt đầu", "1/1/204", "unreadable_date", id="from a three-digit year on"),
    pytest.param("Ngày bắt đầu", date(204, 1, 1), "unreadable_date", id="from the year 204 on"),
    pytest.param("Ngày bắt đầu", "1/1/2204", "unreadable_date", id="from 2204 on"),
    pytest.param("Ngày kết thúc", "31/12/9999", "unreadable_date", id="until the year 9999"),
    pytest.param("Ngày kết thúc", date(204, 12, 31), "unreadable_date", id="until the year 204"),
    pytest.param("Ngày kết thúc", "31/12/2023", "unreadable_date", id="until before it begins"),
    pytest.param("Ngày kết thúc", "1/1/2024", "unreadable_date", id="until the day it begins"),
    pytest.param("Ngày họp trước", "15/8/204", "unreadable_date", id="a meeting of the year 204"),
    pytest.param("Ngày họp trước", date(9999, 1, 1), "unreadable_date", id="a meeting of 9999"),
    pytest.param("Năm", 204, "unreadable_number", id="the year 204"),
    pytest.param("Năm", "20204", "unreadable_number", id="the year 20204"),
    pytest.param("Năm", 1999, "unreadable_number", id="the year 1999"),
    pytest.param("Năm", 2100, "unreadable_number", id="the year 2100"),
]


@pytest.mark.parametrize(("item", "written", "problem"), SLIPS)
def test_a_slip_in_a_date_leaves_the_default_and_no_more_to_do(item, written, problem):
    slipped, bare = plan(settings((item, written))), plan()
    assert found(slipped) == [("Cấu hình", 2, "Giá trị", problem)]
    assert slipped.settings == bare.settings
    made, usual = report(slipped), report(bare)
    assert {**made, "problems": []} == {**usual, "problems": []}


def test_a_deadline_of_the_year_9999_is_the_plans_end():
    book = plan(criteria(("TC01", "Đường", "31/12/9999"), ("TC02", "Nước", date(9999, 12, 31))))
    assert [code for *_, code in found(book)] == ["unreadable_date"] * 2
    assert book.items["due"].tolist() == [pd.Timestamp("2024-12-31")] * 2
    assert book.items["due_unreadable"].tolist() == [True, True]


@pytest.mark.parametrize(
    ("said", "start", "end"),
    [
        pytest.param([("Ngày kết thúc", "2/1/2024")], "2024-01-01", "2024-01-02", id="a day later"),
        pytest.param([("Năm", 2025)], "2025-01-01", "2025-12-31", id="of the year"),
        pytest.param(
            [("Năm", 2024), ("Ngày bắt đầu", "1/3/2025")],
            *("2025-03-01", "2025-12-31"),
            id="of the first day's year, which is later",
        ),
        pytest.param(
            [("Năm", 2024), ("Ngày bắt đầu", "1/9/2023")],
            *("2023-09-01", "2024-12-31"),
            id="of the year, which is later",
        ),
        pytest.param(
            [("Ngày bắt đầu", "1/9/2024"), ("Ngày kết thúc", "31/5")],
            *("2024-09-01", "2025-05-31"),
            id="a last day without its year",
        ),
    ],
)
def test_the_plans_first_and_last_day(said, start, end):
    found_ = plan(settings(*said)).settings
    assert (found_.start.isoformat(), found_.end.isoformat()) == (start, end)


def test_the_year_2000_and_the_year_2099_are_readable():
    for year in (2000, 2099):
        book = plan(settings(("Năm", year)))
        assert (book.settings.year, found(book)) == (year, [])

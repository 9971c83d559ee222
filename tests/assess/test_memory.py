"""What was known when: the past rewritten, rows written late, rows written ahead (rules, 9)."""

from datetime import date
from typing import Any

import pandas as pd
import pytest

from lib.assess import assess
from lib.assess.memory import Digest, Rewritten, digest, plan_of, rewritten
from lib.assess.memory import written_ahead as ahead
from lib.assess.memory import written_late as late
from lib.grid import Grid
from lib.sheet import Book, read
from tests import builders as sheet
from tests.builders import Row, literal

TODAY = date(2024, 9, 20)
AS_OF = date(2024, 9, 15)
UNITS = (("Tam Đa", "Vùng thấp"), ("Đại Phú", "Vùng thấp"), ("Cấp Tiến", "Vùng cao"))
CRITERIA = (("TC01", "Đường làng", "31/8/2024"), ("TC02", "Camera", "31/12/2024"))
PERIODS = (("T08", "Tháng 8", "10/9/2024"),)


def grids(
    *log: Row,
    units: tuple[Row, ...] = UNITS,
    criteria: tuple[Row, ...] = CRITERIA,
    year: int = 2024,
    more: tuple[Grid, ...] = (),
) -> tuple[Grid, ...]:
    return sheet.spreadsheet(
        sheet.settings(("Năm", year)),
        sheet.units(*units),
        sheet.criteria(*criteria),
        sheet.periods(*PERIODS),
        sheet.progress(*log),
        *more,
    )


def book(day: date, *log: Row, **plan: Any) -> Book:
    return read(grids(*log, **plan), today=day)


def told(found: Rewritten) -> dict[str, list[Any]]:
    return {
        "cells": literal(found.cells, "unit code then_status now_status row"),
        "obligations": literal(found.obligations, "owner code then_state now_state"),
        "units": literal(found.units, "unit then_light now_light then_rank now_rank"),
    }


KNOWN = date(2024, 8, 14)
LOG = (
    ("1/8/2024", "Tam Đa", "TC01", "Đang thực hiện", 95),
    ("2/8/2024", "Đại Phú", "TC01", "Đạt"),
    ("3/8/2024", "Cấp Tiến", "TC02", "Đang thực hiện", 90),
)


def changed(*log: Row, **plan: Any) -> dict[str, list[Any]]:
    return told(rewritten(book(KNOWN, *LOG), book(TODAY, *log, **plan)))


def test_nothing_is_rewritten_by_what_is_added_later():
    added = ("20/8/2024", "Tam Đa", "TC01", "Đạt")
    assert changed(*LOG, added) == {"cells": [], "obligations": [], "units": []}


def test_a_line_overwritten_is_told_then_and_now():
    found = rewritten(
        book(KNOWN, *LOG), book(TODAY, ("5/8/2024", "Tam Đa", "TC01", "Đạt"), *LOG[1:])
    )
    columns = "unit code then_status then_progress then_date now_status now_progress now_date row"
    assert literal(found.cells, columns) == [
        ("Tam Đa", "TC01", "on_track", 95, "2024-08-01", "met", 100, "2024-08-05", 2)
    ]
    columns = "kind owner code then_due then_state then_done now_due now_state now_done"
    assert literal(found.obligations, columns) == [
        (
            *("criterion", "Tam Đa", "TC01"),
            *("2024-08-31", "open", None),
            *("2024-08-31", "done_on_time", "2024-08-05"),
        )
    ]
    assert found.places == {("Tam Đa", "TC01")}
    assert found.known == KNOWN


def test_a_line_deleted_leaves_no_row():
    assert changed(LOG[0], LOG[2]) == {
        "cells": [("Đại Phú", "TC01", "met", "no_data", None)],
        "obligations": [("Đại Phú", "TC01", "done_on_time", "open")],
        "units": [
            ("Tam Đa", "amber", "amber", 2, 1),
            ("Đại Phú", "amber", "grey", 1, 2),
        ],
    }


def test_a_line_dated_back_appears_in_the_past():
    back = ("10/8/2024", "Tam Đa", "TC02", "Đang thực hiện", 80)
    assert changed(*LOG, back)["cells"] == [("Tam Đa", "TC02", "no_data", "on_track", 5)]


def test_a_deadline_moved_changes_what_it_was():
    moved = (("TC01", "Đường làng", "10/8/2024"), CRITERIA[1])
    found = rewritten(book(KNOWN, *LOG), book(TODAY, *LOG, criteria=moved))
    assert literal(found.obligations, "owner code then_due now_due now_state") == [
        ("Đại Phú", "TC01", "2024-08-31", "2024-08-10", "done_on_time"),
        ("Tam Đa", "TC01", "2024-08-31", "2024-08-10", "overdue"),
        ("Cấp Tiến", "TC01", "2024-08-31", "2024-08-10", "overdue"),
    ]
    assert literal(found.cells, "unit then_status now_status") == [
        ("Tam Đa", "on_track", "overdue"),
        ("Cấp Tiến", "no_data", "overdue"),
    ]


def test_a_unit_renamed_is_in_one_of_both_only():
    renamed = (("Tam Đa mới", "Vùng thấp"), *UNITS[1:])
    log = (("1/8/2024", "Tam Đa mới", "TC01", "Đạt"), *LOG[1:])
    assert changed(*log, units=renamed)["cells"] == []


NAMED = "Đơn vị | Nhóm | Tên gọi khác"


@pytest.mark.parametrize(
    ("units", "head", "expected"),
    [
        pytest.param(UNITS, "Đơn vị | Nhóm", [], id="nobody"),
        pytest.param(
            (*UNITS[1:], ("Tam Đa mới", "Vùng thấp", "Tam Đa")),
            NAMED,
            [("Tam Đa", "Tam Đa mới")],
            id="an alias",
        ),
        pytest.param(
            (("Tam Dương", "Vùng thấp"), *UNITS[1:]),
            "Đơn vị | Nhóm",
            [("Tam Đa", "Tam Dương")],
            id="the same row",
        ),
        pytest.param(
            (*UNITS[1:], ("Cuối cùng", "Vùng thấp")),
            "Đơn vị | Nhóm",
            [(None, "Cuối cùng"), ("Tam Đa", None)],
            id="rows moved up",
        ),
        pytest.param(
            (*UNITS, ("Thêm vào", "Vùng thấp")), "Đơn vị | Nhóm", [(None, "Thêm vào")], id="new"
        ),
        pytest.param(UNITS[:-1], "Đơn vị | Nhóm", [(UNITS[-1][0], None)], id="gone"),
    ],
)
def test_whose_name_is_another_is_told_once(units, head: str, expected):
    now = read(sheet.spreadsheet(sheet.units(*units, head=head)), today=TODAY)
    then = read(sheet.spreadsheet(sheet.units(*UNITS)), today=KNOWN)
    table = rewritten(then, now).owners
    told = [tuple(None if pd.isna(name) else name for name in row) for row in table.to_numpy()]
    assert told == expected


@pytest.mark.parametrize("name", ["TAM ĐA", " Tam  Ða"], ids=["case", "another Đ"])
def test_names_and_codes_are_the_same_however_they_are_written(name: str):
    units = ((name, "Vùng thấp"), *UNITS[1:])
    criteria = (("tc 01", "Đường làng", "31/8/2024"), CRITERIA[1])
    assert changed(*LOG, units=units, criteria=criteria) == {
        "cells": [],
        "obligations": [],
        "units": [],
    }


def test_a_code_that_is_new_was_nothing_then():
    assert changed(*LOG, criteria=(*CRITERIA, ("TC03", "Mới", "1/8/2024")))["cells"] == []


def test_what_no_longer_applies_is_told():
    head = "Mã | Tiêu chí | Hạn | Áp dụng cho"
    only = sheet.criteria(
        ("TC01", "Đường làng", "31/8/2024", "Tam Đa; Cấp Tiến"),
        ("TC02", "Camera", "31/12/2024", None),
        head=head,
    )
    now = read(
        sheet.spreadsheet(
            sheet.settings(("Năm", 2024)),
            sheet.units(*UNITS),
            only,
            sheet.periods(*PERIODS),
            sheet.progress(*LOG),
        ),
        today=TODAY,
    )
    assert told(rewritten(book(KNOWN, *LOG), now)) == {
        "cells": [("Đại Phú", "TC01", "met", "not_applicable", None)],
        "obligations": [("Đại Phú", "TC01", "done_on_time", None)],
        "units": [
            ("Tam Đa", "amber", "amber", 2, 1),
            ("Đại Phú", "amber", "grey", 1, 2),
        ],
    }


# Written late


def digests(*days: tuple[date, tuple[Row, ...]], **plan: Any) -> list[Digest]:
    return [digest(book(day, *log, **plan)) for day, log in days]


def late_on(now: Book, known: list[Digest], as_of: date = AS_OF) -> list[Any]:
    found = late(now, assess(now, as_of=as_of), known, today=now.today)
    return literal(found, "kind owner code done seen")


SENT = ("9/9/2024", "Tam Đa", "T08", "Đã gửi")


def sent(*, seen: list[date], empty: list[date]) -> list[Digest]:
    days = [(day, (SENT,)) for day in seen] + [(day, ()) for day in empty]
    return digests(*sorted(days, key=lambda each: each[0]))


D = date


@pytest.mark.parametrize(
    ("empty", "seen", "expected"),
    [
        ([D(2024, 9, 9)], [], [None]),
        ([D(2024, 9, 9)], [D(2024, 9, 12), D(2024, 9, 14)], ["2024-09-12"]),
        ([D(2024, 9, 9), D(2024, 9, 12)], [D(2024, 9, 14)], ["2024-09-14"]),
        ([D(2024, 9, 11)], [D(2024, 9, 12)], ["2024-09-12"]),
        ([D(2024, 9, 8)], [D(2024, 9, 9)], []),
        ([D(2024, 9, 8)], [D(2024, 9, 11)], []),
        ([D(2024, 9, 8)], [], []),
        ([D(2024, 9, 18)], [], [None]),
        ([], [], []),
    ],
    ids=[
        "the due day without it, only today with it",
        "seen on the first day with it",
        "seen days after",
        "the first day after the due day counts",
        "there on the due day",
        "nothing recorded between due day and first sight",
        "nothing recorded since the due day",
        "the first recorded day may lie after the as-of date",
        "nothing recorded",
    ],
)
def test_what_is_on_time_but_was_not_there_in_time(
    empty: list[date], seen: list[date], expected: list[str | None]
):
    found = late_on(book(TODAY, SENT), sent(seen=seen, empty=empty))
    assert found == [("report", "Tam Đa", "T08", "2024-09-09", day) for day in expected]


def test_days_after_today_tell_nothing():
    now = read(grids(SENT), today=date(2024, 9, 16))
    assert late_on(now, sent(empty=[date(2024, 9, 18)], seen=[])) == []


def test_due_on_the_as_of_date_is_not_due_before_it():
    known = sent(empty=[date(2024, 9, 9)], seen=[])
    assert late_on(book(TODAY, SENT), known, as_of=date(2024, 9, 9)) == []
    assert len(late_on(book(TODAY, SENT), known, as_of=date(2024, 9, 10))) == 1


def test_what_was_done_late_or_not_at_all_is_not_written_late():
    known = sent(empty=[date(2024, 9, 9)], seen=[])
    assert late_on(book(TODAY, ("10/9/2024", "Tam Đa", "T08", "Đã gửi")), known) == []
    assert late_on(book(TODAY), known) == []


def test_criteria_are_written_late_too():
    log = (("30/8/2024", "Đại Phú", "TC01", "Đạt"),)
    known = digests((date(2024, 8, 31), ()), (date(2024, 9, 2), log))
    assert late_on(book(TODAY, *log), known) == [
        ("criterion", "Đại Phú", "TC01", "2024-08-30", "2024-09-02")
    ]


def test_who_was_not_there_yet_wrote_nothing_late():
    known = digests((date(2024, 9, 9), ()), units=UNITS[1:])
    assert late_on(book(TODAY, SENT), known) == []


# Written ahead


def ahead_on(now: Book, known: list[Digest], as_of: date = AS_OF) -> list[Any]:
    return literal(ahead(now, known, as_of=as_of, today=now.today), "owner code date seen row")


@pytest.mark.parametrize(
    ("recorded", "expected"),
    [
        ([D(2024, 9, 8)], ["2024-09-08"]),
        ([D(2024, 9, 5), D(2024, 9, 7)], ["2024-09-05"]),
        ([D(2024, 9, 9)], []),
        ([D(2024, 9, 10)], []),
        ([], []),
    ],
    ids=["the day before", "the first of several", "on its day", "after it", "never"],
)
def test_rows_there_before_their_day(recorded: list[date], expected: list[str]):
    known = digests(*((day, (SENT,)) for day in recorded))
    found = ahead_on(book(TODAY, SENT), known)
    assert found == [("Tam Đa", "T08", "2024-09-09", day, 2) for day in expected]


@pytest.mark.parametrize(
    "row",
    [
        ("9/9/2024", "Tam Đa", "T08", "Chưa đạt"),
        ("9/9/2024", "Đại Phú", "T08", "Đã gửi"),
        ("9/9/2024", "Tam Đa", "TC01", "Đạt"),
        ("10/9/2024", "Tam Đa", "T08", "Đã gửi"),
    ],
    ids=["not met then", "another owner", "another code", "another day"],
)
def test_another_row_is_not_that_row(row: Row):
    assert ahead_on(book(TODAY, SENT), digests((date(2024, 9, 5), (row,)))) == []


def test_rows_after_the_as_of_date_are_not_told():
    known = digests((date(2024, 9, 5), (SENT,)))
    assert ahead_on(book(TODAY, SENT), known, as_of=date(2024, 9, 8)) == []


def test_appraisals_ahead_are_told():
    verdict = sheet.appraisals(("9/9/2024", "Tam Đa", "TC01", "Đạt"))
    then, now = (read(grids(more=(verdict,)), today=day) for day in (date(2024, 9, 1), TODAY))
    found = ahead(now, [digest(then)], as_of=AS_OF, today=TODAY)
    assert literal(found, "owner code date seen worksheet row") == [
        ("Tam Đa", "TC01", "2024-09-09", "2024-09-01", "Thẩm định", 2)
    ]


# Whose plan


def test_another_years_sheet_is_another_plan():
    known = digests((date(2024, 9, 9), ()), year=2023)
    assert late_on(book(TODAY, SENT), known) == []


@pytest.mark.parametrize(
    ("units", "same"),
    [
        ((("Tam Đa", "Vùng thấp"),), True),
        ((("Hồng Lạc", "Vùng thấp"),), False),
        ((), True),
    ],
    ids=["one in common", "none in common", "no units at all"],
)
def test_sheets_without_a_unit_in_common_are_not_one(units: tuple[Row, ...], same: bool):
    assert plan_of(book(TODAY, units=units)).same(plan_of(book(TODAY))) is same


def test_a_sample_is_not_the_sheet_that_took_its_place():
    sample = read(
        sheet.spreadsheet(sheet.settings(("Năm", 2024), ("Số liệu minh họa", "Có"))), today=TODAY
    )
    assert not plan_of(sample).same(plan_of(book(TODAY)))


def test_a_year_that_no_sheet_states_separates_nothing():
    old = read(sheet.spreadsheet(), today=date(2023, 12, 31))
    assert plan_of(old).same(plan_of(read(sheet.spreadsheet(), today=TODAY)))


def test_empty_tables_keep_their_types():
    now = book(TODAY)
    for table in (
        rewritten(book(KNOWN), now).cells,
        late(now, assess(now, as_of=AS_OF), [], today=TODAY),
        ahead(now, [], as_of=AS_OF, today=TODAY),
    ):
        days = [name for name in table if name in ("seen", "date", "now_date")]
        assert days
        assert all(pd.api.types.is_datetime64_any_dtype(table[name]) for name in days)

"""The day itself, the day before and the day after, wherever a page compares days."""

from datetime import date, timedelta

import pandas as pd
import pytest

from lib.assess import assess
from lib.view import agency, directions, gaps, item, merger, method, reports, silence, trail
from lib.view.quality import figures
from lib.view.trend import trend_dates
from tests.builders import (
    assessed,
    criteria,
    periods,
    plan,
    progress,
    tasks,
    units,
)

DAY = date(2024, 6, 10)
BEFORE, AFTER = DAY - timedelta(days=1), DAY + timedelta(days=1)
AROUND = pytest.mark.parametrize("as_of", [BEFORE, DAY, AFTER], ids=["before", "on it", "after"])


def told_from(as_of: date) -> bool:
    """Tell whether what is written on the day is known by a date."""
    return as_of >= DAY


@AROUND
def test_a_task_is_completed_from_the_day_its_mark_names(as_of):
    head = "Mã | Nhiệm vụ | Chủ trì | Hạn | Ngày hoàn thành"
    book = plan(tasks(("NV01", "Kế hoạch", "Tam Đa", "1/9/2024", "10/6/2024"), head=head))
    number = item.item_number(book, "NV01")
    expected = pd.Timestamp(DAY) if told_from(as_of) else None
    assert item.completed_on(book, number, as_of) == expected


def logged(result="Đạt"):
    return plan(
        units(("Tam Đa", "A")),
        criteria(("TC01", "Đường")),
        progress(("10/6/2024", "Tam Đa", "TC01", result, None)),
    )


@AROUND
def test_a_line_is_known_from_its_day(as_of):
    book = logged()
    known = told_from(as_of)
    assert len(trail.trail(book, [0], 0, as_of=as_of)) == known
    assert len(trail.newest_words(book, 0, as_of=as_of, appraisal=False)) == known
    assert gaps.nothing_logged(book, as_of=as_of) is not known


@pytest.mark.parametrize(
    ("days", "silent"),
    [pytest.param(29, False), pytest.param(30, False), pytest.param(31, True)],
)
def test_silence_is_long_only_past_the_days_allowed(days, silent):
    book = logged("Đang làm")
    as_of = DAY + timedelta(days=days)
    now = assess(book, as_of=as_of)
    told = silence.silence(
        book, now.units, now.agencies, now.obligations, as_of=as_of, stale_days=30.0
    )
    assert told["days"].tolist() == [days] * silent
    assert figures((), told, stale_days=30.0)[-1].value == f"{int(silent)}"


@pytest.mark.parametrize(
    ("own", "appraised", "refused"),
    [
        pytest.param(9, 10, True, id="appraised later"),
        pytest.param(10, 10, True, id="the same day"),
        pytest.param(11, 10, False, id="written anew"),
    ],
)
def test_what_is_written_after_a_refusal_of_a_task_stands(own, appraised, refused):
    said = trail.Said(pd.Timestamp(2024, 6, own), True, float("nan"), "Đạt", "")
    judged = trail.Said(pd.Timestamp(2024, 6, appraised), False, float("nan"), "Chưa đạt", "")
    assert item._refused(said, judged, lasting=False) is refused
    assert item._refused(said, judged, lasting=True)
    assert not item._refused(said, None, lasting=True)


def reported(as_of: date):
    return assessed(
        units(("Tam Đa", "A")),
        criteria(("TC01", "Đường")),
        periods(("T01", "Tháng 5/2024", "11/6/2024", "Tam Đa"), ("T02", "Quý II", "21/6/2024", "")),
        as_of=as_of,
    )


@AROUND
def test_a_report_counts_as_due_when_its_last_day_is_past(as_of):
    owed = reported(as_of).obligations
    assert reports.punctuality(owed, as_of=as_of) == (0, int(as_of > DAY))


@AROUND
def test_the_next_deadline_lies_ahead(as_of):
    book = plan(
        periods(
            ("T01", "Tháng 5/2024", "11/6/2024", "Tam Đa"),
            ("T02", "Quý II", "21/6/2024", "Tam Đa"),
        ),
    )
    due, _ = directions.next_deadline(book, as_of)
    assert due == (DAY if as_of < DAY else date(2024, 6, 20))
    assert method._example_due(book, as_of) == due
    last, _ = directions.next_deadline(book, date(2024, 6, 20))
    assert last == date(2024, 6, 27)


@pytest.mark.parametrize(
    ("due", "expected"),
    [
        pytest.param(BEFORE, 100.0, id="before the start"),
        pytest.param(DAY, 100.0, id="on the start"),
        pytest.param(AFTER, 0.0, id="a day after"),
    ],
)
def test_what_is_due_by_the_start_is_expected_whole(due, expected):
    assert method._expected(DAY, due, DAY) == expected


UNITS = "Đơn vị | Nhóm | Hiệu lực từ | Hiệu lực đến | Sáp nhập vào"


def merged():
    return plan(
        units(
            ("Hồng Lạc", "A", None, "10/6/2024", "Hồng Sơn"),
            ("Hồng Sơn", "A", "11/6/2024", None, None),
            head=UNITS,
        ),
    )


@AROUND
def test_a_merger_is_told_from_the_day_after_the_last(as_of):
    book = merged()
    assert trail.predecessors(book, 1, as_of) == ([0] if as_of > DAY else [])


@AROUND
def test_a_unit_is_not_there_before_its_first_day(as_of):
    owner = merged().owners.loc[1].to_dict() | {"valid_from": pd.Timestamp(DAY)}
    told = merger.absence(owner, None, as_of)
    assert ("10/06/2024" in told) is (as_of < DAY)


@pytest.mark.parametrize(
    ("before", "now", "told"),
    [
        pytest.param(BEFORE, AFTER, True, id="around it"),
        pytest.param(DAY, AFTER, True, id="from the last day"),
        pytest.param(AFTER, AFTER + timedelta(days=1), False, id="after it"),
        pytest.param(BEFORE, DAY, False, id="up to the last day"),
    ],
)
def test_mergers_are_told_of_the_day_the_unit_is_gone(before, now, told):
    book = merged()
    found = merger.mergers(book, assess(book, as_of=now), assess(book, as_of=before))
    assert (found is not None) is told


@pytest.mark.parametrize(
    ("due", "asked"),
    [
        pytest.param("16/6/2024", True, id="six days on"),
        pytest.param("17/6/2024", True, id="seven"),
        pytest.param("18/6/2024", False, id="eight"),
    ],
)
def test_an_agencys_week_ends_with_its_seventh_day(due, asked):
    now = assessed(
        units(("Tam Đa", "A")),
        criteria(("TC01", "Đường")),
        tasks(("NV01", "Kế hoạch", "Tam Đa", due)),
        as_of=DAY,
    )
    assert len(agency.this_week(now.obligations, as_of=DAY)) == asked


@pytest.mark.parametrize(
    ("as_of", "dates"),
    [
        pytest.param(date(2024, 3, 30), [date(2024, 1, 31), date(2024, 2, 29)], id="before an end"),
        pytest.param(date(2024, 3, 31), [date(2024, 1, 31), date(2024, 2, 29)], id="a month's end"),
        pytest.param(
            date(2024, 4, 1),
            [date(2024, 1, 31), date(2024, 2, 29), date(2024, 3, 31)],
            id="after an end",
        ),
    ],
)
def test_the_months_of_a_trend(as_of, dates):
    assert trend_dates(date(2024, 1, 5), as_of) == (*dates, as_of)


def test_a_trend_reaches_a_year_back():
    dates = trend_dates(date(2022, 1, 1), date(2024, 3, 31))
    assert dates[0] == date(2023, 3, 31)
    assert len(dates) == 13
    assert trend_dates(date(2022, 1, 1), date(2024, 4, 1))[0] == date(2023, 4, 30)

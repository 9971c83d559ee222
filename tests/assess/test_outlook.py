"""Who will miss what falls due, at the pace of the last two months."""

from datetime import date

import pandas as pd
import pytest

from lib.assess import assess
from lib.assess.outlook import outlook, since
from tests.builders import (
    appraisals,
    criteria,
    periods,
    plan,
    progress,
    settings,
    tasks,
    units,
)

AS_OF, UNTIL = date(2024, 9, 15), date(2024, 10, 15)
WINDOW = date(2024, 7, 15)


def told(*grids, as_of=AS_OF, until=UNTIL):
    book = plan(settings(("Năm", 2024)), *grids)
    found = outlook(book, assess(book, as_of=as_of), until=until)
    return {(row.owner, row.code): str(row.outlook) for row in found.itertuples()}


def one(*log, due="15/10/2024"):
    grids = (units(("Tam Đa", "A")), criteria(("TC01", "Đường", due)), progress(*log))
    return told(*grids).get(("Tam Đa", "TC01"))


def at(day, percent):
    return (day, "Tam Đa", "TC01", "Đang làm", percent)


@pytest.mark.parametrize(
    ("before", "now", "outlook"),
    [
        # 62 days gone, 30 to go: 92 days' pace has to reach 100.
        pytest.param(38, 80, "in_time", id="80 + 42 * 30 / 62 is over 100"),
        pytest.param(0, 67, "missed", id="67 + 67 * 30 / 62 is 99,4"),
        pytest.param(0, 68, "in_time", id="68 + 68 * 30 / 62 is 100,9"),
        pytest.param(38, 69, "missed", id="69 + 31 * 30 / 62 is 84: what was there does not count"),
        pytest.param(7, 69, "missed", id="69 + 30 is 99"),
        pytest.param(8, 70, "in_time", id="exactly 100 on the last day"),
        pytest.param(90, 90, "missed", id="standing still"),
        pytest.param(90, 80, "missed", id="going back"),
    ],
)
def test_progress_is_drawn_on_in_a_straight_line(before, now, outlook):
    assert one(at("15/7/2024", before), at("15/9/2024", now)) == outlook


def test_only_the_last_two_months_count():
    assert one(at("14/7/2024", 60), at("20/7/2024", 62)) == "missed"
    assert one(at("16/7/2024", 70)) == "in_time"
    assert since(plan(settings(("Năm", 2024))), AS_OF) == WINDOW
    assert since(plan(settings(("Năm", 2024))), date(2024, 2, 1)) == date(2024, 1, 1)


@pytest.mark.parametrize(
    ("due", "outlook"),
    [
        pytest.param("14/9/2024", None, id="overdue: is not to come"),
        pytest.param("15/9/2024", "missed", id="today"),
        pytest.param("15/10/2024", "missed", id="on the day of the next meeting"),
        pytest.param("16/10/2024", None, id="the day after it"),
    ],
)
def test_what_falls_due_until_then(due, outlook):
    assert one(at("1/8/2024", 10), due=due) == outlook


def test_what_is_done_is_not_among_them():
    assert one(("1/8/2024", "Tam Đa", "TC01", "Đạt")) is None


def test_a_refused_one_counts_with_its_refusals_progress():
    log = progress(
        ("1/8/2024", "Tam Đa", "TC01", "Đang làm", 40), ("1/9/2024", "Tam Đa", "TC01", "Đạt")
    )
    refused = appraisals(("5/9/2024", "Tam Đa", "TC01", "Chưa đạt"))
    grids = (units(("Tam Đa", "A")), criteria(("TC01", "Đường", "15/10/2024")), log, refused)
    assert told(*grids) == {("Tam Đa", "TC01"): "missed"}


TASK = "Mã | Nhiệm vụ | Chủ trì | Ngày giao | Hạn"


def task(given, due, *log, as_of=AS_OF):
    grids = (
        units(("Tam Đa", "A")),
        criteria(),
        tasks(("NV1", "Sơ kết", "Tam Đa", given, due), head=TASK),
        progress(*log),
    )
    return told(*grids, as_of=as_of).get(("Tam Đa", "NV1"))


@pytest.mark.parametrize(
    ("given", "due", "outlook"),
    [
        pytest.param("1/9/2024", "29/9/2024", "unclear", id="silent, half of the time gone"),
        pytest.param("1/9/2024", "28/9/2024", "missed", id="silent, more than half gone"),
        pytest.param(None, "30/9/2024", "missed", id="silent since the plan began"),
    ],
)
def test_who_has_written_nothing_will_miss_it_once_half_of_the_time_is_gone(given, due, outlook):
    assert task(given, due) == outlook


@pytest.mark.parametrize(
    ("given", "due", "outlook"),
    [
        pytest.param("2/9/2024", "15/10/2024", "unclear", id="seen for 13 days"),
        pytest.param("1/9/2024", "15/10/2024", "missed", id="seen for 14 days"),
        pytest.param("2/9/2024", "26/9/2024", "missed", id="13 days, but more than half"),
    ],
)
def test_a_pace_seen_for_a_few_days_says_nothing_early_on(given, due, outlook):
    log = ("14/9/2024", "Tam Đa", "NV1", "Đang làm", 10)
    assert task(given, due, log) == outlook


def test_a_task_given_lately_is_measured_from_that_day():
    log = ("15/9/2024", "Tam Đa", "NV1", "Đang làm", 40)
    assert task("1/9/2024", "10/10/2024", log) == "in_time"  # 40 in 14 days, 25 to go
    assert task("1/8/2024", "10/10/2024", log) == "missed"


HEAD = "Đơn vị | Nhóm | Hiệu lực từ | Hiệu lực đến | Sáp nhập vào"


def test_what_a_new_unit_took_over_is_no_pace_of_its_own():
    grids = (
        units(("B", "A", None, "31/8/2024", "C"), ("C", "A", "1/9/2024", None, None), head=HEAD),
        criteria(("TC01", "Đường", "15/10/2024")),
        progress(("1/8/2024", "B", "TC01", "Đang làm", 80)),
    )
    assert told(*grids) == {("C", "TC01"): "missed"}


def reports(*sent):
    head = "Mã | Kỳ báo cáo | Trước ngày | Đối tượng"
    grids = (
        units(("Tam Đa", "A")),
        criteria(),
        periods(
            ("T6", "Tháng 6", "16/7/2024", "Tất cả"),
            ("T7", "Tháng 7", "10/8/2024", "Tất cả"),
            ("T8", "Tháng 8", "10/9/2024", "Tất cả"),
            ("T9", "Tháng 9", "10/10/2024", "Tất cả"),
            head=head,
        ),
        progress(*((day, "Tam Đa", code, "Đã gửi") for day, code in sent)),
    )
    return told(*grids)[("Tam Đa", "T9")]


@pytest.mark.parametrize(
    ("sent", "outlook"),
    [
        pytest.param((), "missed", id="none sent"),
        pytest.param((("15/7/2024", "T6"), ("9/8/2024", "T7")), "in_time", id="one of three late"),
        pytest.param((("9/8/2024", "T7"),), "missed", id="two of three late"),
        pytest.param(
            (("15/7/2024", "T6"), ("10/8/2024", "T7"), ("10/9/2024", "T8")),
            "missed",
            id="sent a day late counts as late",
        ),
    ],
)
def test_reports_go_by_those_of_the_last_two_months(sent, outlook):
    assert reports(*sent) == outlook


def test_without_a_report_due_lately_nothing_is_claimed():
    grids = (
        units(("Tam Đa", "A")),
        criteria(),
        periods(("T9", "Tháng 9", "10/10/2024", "Tất cả")),
    )
    assert told(*grids) == {("Tam Đa", "T9"): "unclear"}


def test_nothing_to_come_is_an_empty_table():
    book = plan(settings(("Năm", 2024)), criteria())
    found = outlook(book, assess(book, as_of=AS_OF), until=UNTIL)
    assert found.empty
    assert isinstance(found["outlook"].dtype, pd.CategoricalDtype)

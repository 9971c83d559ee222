"""Since when a unit has been red (rules, 7)."""

from datetime import date

import pytest

from lib.assess import assess, compare
from lib.export.machine import report
from tests.builders import criteria, plan, progress, settings, tasks, units

HEAD = "Đơn vị | Nhóm | Hiệu lực từ | Hiệu lực đến | Sáp nhập vào"
MUST = "Mã | Tiêu chí | Hạn | Bắt buộc"
ME = units(("Tam Đa", "A"))
TODAY = date(2024, 9, 20)


def red_since(*grids, as_of="2024-09-15", previous="2024-08-15", today=TODAY):
    """Map each unit to the day it has been red since."""
    book = plan(settings(("Năm", 2024)), *grids, today=today)
    now, before = (assess(book, as_of=date.fromisoformat(day)) for day in (as_of, previous))
    since = compare(book, now, before).red_since
    return {name: None if day != day else f"{day:%Y-%m-%d}" for name, day in since.items()}


def must(deadline):
    return criteria(("TC01", "Đường", deadline, "Có"), head=MUST)


@pytest.mark.parametrize(
    ("deadline", "expected"),
    [
        pytest.param("15/9/2024", None, id="not red: its last day"),
        pytest.param("14/9/2024", "2024-09-15", id="since the as-of date"),
        pytest.param("31/8/2024", "2024-09-15", id="its last day is a month's end"),
        pytest.param("30/8/2024", "2024-08-31", id="the day before a month's end"),
        pytest.param("15/8/2024", "2024-08-31", id="its last day is the last meeting"),
        pytest.param("14/8/2024", "2024-08-15", id="since the last meeting"),
        pytest.param("30/7/2024", "2024-07-31", id="since an earlier month's end"),
        pytest.param("30/1/2024", "2024-01-31", id="since the first month's end"),
        pytest.param("31/12/2023", "2024-01-31", id="before the plan: its first month's end"),
    ],
)
def test_the_first_of_the_days_from_which_on_it_is_red(deadline, expected):
    assert red_since(ME, must(deadline)) == {"Tam Đa": expected}


def test_a_day_between_on_which_it_was_not_breaks_it():
    log = progress(
        ("10/7/2024", "Tam Đa", "TC01", "Đạt"), ("5/8/2024", "Tam Đa", "TC01", "Đang làm", 90)
    )
    assert red_since(ME, must("31/3/2024"), log) == {"Tam Đa": "2024-08-15"}
    # No one looks between 31/05 and 30/06.
    unseen = progress(
        ("10/6/2024", "Tam Đa", "TC01", "Đạt"), ("20/6/2024", "Tam Đa", "TC01", "Đang làm", 90)
    )
    assert red_since(ME, must("31/3/2024"), unseen) == {"Tam Đa": "2024-04-30"}


def test_a_light_of_three_overdue_turns_on_their_days():
    work = tasks(*((f"NV{n}", "x", "Tam Đa", f"30/{n}/2024") for n in (4, 5, 6)))
    assert red_since(ME, criteria(), work) == {"Tam Đa": "2024-07-31"}
    given = tasks(
        *((f"NV{n}", "x", "Tam Đa", "30/4/2024", f"1/{n}/2024") for n in (5, 6, 9)),
        head="Mã | Nhiệm vụ | Chủ trì | Hạn | Ngày giao",
    )
    assert red_since(ME, criteria(), given) == {"Tam Đa": "2024-09-15"}


def test_a_unit_not_shown_is_not_red():
    sheet = units(("A", "G", None, "31/7/2024", "B"), ("B", "G", "1/8/2024"), ("C", "G"), head=HEAD)
    # B owes what A owed and is red from its first day on; on 31/07 it was not shown.
    assert red_since(sheet, must("31/3/2024")) == {"B": "2024-08-15", "C": "2024-04-30"}


def test_bearers_of_one_name_are_red_each_for_itself():
    sheet = units(("A", "G", None, "31/7/2024", "A"), ("A", "H", "1/8/2024"), head=HEAD)
    assert red_since(sheet, must("31/3/2024")) == {"A": "2024-08-15"}
    assert red_since(sheet, must("31/3/2024"), as_of="2024-07-31", previous="2024-07-15") == {
        "A": "2024-04-30"
    }


@pytest.mark.parametrize(
    ("as_of", "previous", "today", "expected"),
    [
        pytest.param("2024-11-15", "2024-10-15", TODAY, "2024-04-30", id="months to come"),
        pytest.param("2024-11-15", "2024-10-15", date(2024, 4, 29), "2024-10-15", id="none past"),
        pytest.param("2024-04-30", "2024-04-15", TODAY, "2024-04-15", id="a month's end itself"),
        pytest.param("2024-04-01", "2024-01-31", TODAY, "2024-04-01", id="the first day"),
        pytest.param("2024-06-15", "2023-01-01", TODAY, "2024-04-30", id="a meeting before it all"),
    ],
)
def test_month_ends_go_to_the_earlier_of_as_of_and_today(as_of, previous, today, expected):
    said = red_since(ME, must("31/3/2024"), as_of=as_of, previous=previous, today=today)
    assert said == {"Tam Đa": expected}


@pytest.mark.parametrize(
    ("as_of", "previous", "expected"),
    [
        pytest.param("2023-12-20", "2023-12-10", "2023-12-10", id="the last meeting"),
        pytest.param("2023-12-20", "2023-10-10", "2023-12-20", id="the date itself"),
    ],
)
def test_before_the_plan_there_are_no_month_ends(as_of, previous, expected):
    said = red_since(ME, must("15/10/2023"), as_of=as_of, previous=previous)
    assert said == {"Tam Đa": expected}


def test_the_report_tells_it_as_a_day_or_null():
    book = plan(settings(("Năm", 2024)), units(("A", "G"), ("B", "G")), must("31/3/2024"),
                progress(("1/3/2024", "A", "TC01", "Đạt")))  # fmt: skip
    made = report(book, as_of=date(2024, 9, 15), previous=date(2024, 8, 15))
    assert [(each["unit"], each["light"], each["red_since"]) for each in made["units"]] == [
        ("A", "green", None),
        ("B", "red", "2024-04-30"),
    ]

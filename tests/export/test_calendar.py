"""Deadlines as a calendar: whole days, the same event on every import, none twice."""

from datetime import date, datetime, timedelta

import icalendar
import pytest

from lib.export.briefing import briefing
from lib.export.calendar import calendar
from tests.builders import agencies, criteria, periods, plan, progress, settings, tasks, units


def grids(due="30/9/2024", sent=()):
    return (
        settings(("Năm", 2024), ("Cơ quan thường trực", "Công an huyện")),
        units(("Tam Đa", "A"), ("Đại Phú", "A")),
        agencies(("Công an huyện", "Không")),
        criteria(("TC01", "Đường làng; ngõ, xóm", due)),
        tasks(
            ("NV1", "Hướng dẫn", "Công an huyện", "31/10/2024"), ("NV2", "Không hạn", "Tam Đa", "")
        ),
        periods(("T9", "Tháng 9/2024", "10/9/2024", "Tất cả đơn vị")),
        progress(*sent),
    )


def events(told, owner=None):
    written = icalendar.Calendar.from_ical(calendar(told, owner=owner))
    return list(written.walk("VEVENT"))


def told(as_of=date(2024, 9, 15), **changes):
    return briefing(plan(*grids(**changes)), as_of=as_of)


def test_a_units_deadlines_are_whole_local_days():
    found = [
        (str(event["summary"]), event.decoded("dtstart"), event.decoded("dtend"))
        for event in events(told(), "Tam Đa")
    ]
    assert found == [
        ("QUÁ HẠN báo cáo T9: Tháng 9/2024", date(2024, 9, 9), date(2024, 9, 10)),
        ("Hạn tiêu chí TC01: Đường làng; ngõ, xóm", date(2024, 9, 30), date(2024, 10, 1)),
    ]


def test_an_agency_has_its_own():
    (event,) = events(told(), "Công an huyện")
    assert event.decoded("dtstart") == date(2024, 10, 31)


def test_everyones_deadlines_name_their_owner():
    found = [str(event["summary"]) for event in events(told())]
    assert len(found) == 5
    assert found[0] == "[Tam Đa] QUÁ HẠN báo cáo T9: Tháng 9/2024"


def test_reminders_come_in_the_morning_a_week_and_a_day_before():
    criterion = events(told(), "Tam Đa")[1]
    triggers = [alarm.decoded("trigger") for alarm in criterion.walk("VALARM")]
    assert triggers == [timedelta(days=-7, hours=8), timedelta(days=-1, hours=8)]


def test_importing_again_updates_each_event_and_adds_none():
    first = events(told())
    sent = [("10/9/2024", "Tam Đa", "T9", "Đã gửi", None)]
    later = events(told(date(2024, 9, 16), due="5/10/2024", sent=sent))
    done = {event["uid"] for event in events(told(), "Tam Đa") if "T9" in event["summary"]}
    assert [event["uid"] for event in first if event["uid"] not in done] == [
        event["uid"] for event in later
    ]
    assert len({event["uid"] for event in first}) == len(first)
    assert max(event["sequence"] for event in first) < min(event["sequence"] for event in later)
    moved = next(event for event in later if "TC01" in event["summary"])
    assert moved.decoded("dtstart") == date(2024, 10, 5)


def test_what_is_done_stays_without_a_reminder():
    sent = [("10/9/2024", "Tam Đa", "T9", "Đã gửi", None)]
    done = events(told(sent=sent), "Tam Đa")[0]
    assert str(done["summary"]) == "✔ Xong (quá hạn) báo cáo T9: Tháng 9/2024"
    assert done.walk("VALARM") == []


def test_everyones_calendar_holds_only_what_is_still_to_do():
    sent = [("10/9/2024", "Tam Đa", "T9", "Đã gửi", None)]
    before, after = ([str(event["summary"]) for event in events(told(sent=s))] for s in ((), sent))
    assert set(before) - set(after) == {"[Tam Đa] QUÁ HẠN báo cáo T9: Tháng 9/2024"}
    assert not [summary for summary in after if "✔" in summary]


def test_stamp_follows_the_as_of_date_not_the_clock():
    event = events(told(), "Tam Đa")[0]
    assert event.decoded("dtstamp").replace(tzinfo=None) == datetime(2024, 9, 15)
    assert calendar(told()) == calendar(told())


def test_another_year_is_another_event():
    this = {event["uid"] for event in events(told())}
    next_year = (settings(("Năm", 2025)), *grids()[1:])
    other = {event["uid"] for event in events(briefing(plan(*next_year), as_of=date(2024, 9, 15)))}
    assert this.isdisjoint(other)


def _waiting(told):
    owed = told.now.obligations
    return owed["due"].notna() & owed["state"].isin(["open", "due_soon", "overdue"])


def test_example_has_no_event_twice(book):
    told = briefing(book, as_of=date(2024, 9, 15))
    written = calendar(told)
    uids = [event["uid"] for event in icalendar.Calendar.from_ical(written).walk("VEVENT")]
    assert len(set(uids)) == len(uids) == int(_waiting(told).sum())
    assert all(len(line) <= 75 for line in written.split(b"\r\n"))
    assert "DỮ LIỆU MINH HỌA" in icalendar.Calendar.from_ical(written)["x-wr-caldesc"]


@pytest.mark.parametrize("owner", ["Tam Đa", None])
def test_nothing_owed_is_an_empty_calendar(owner):
    empty = briefing(plan(criteria()), as_of=date(2024, 9, 15))
    assert events(empty, owner) == []

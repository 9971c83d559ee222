"""Deadlines as a calendar: whole days, updated and withdrawn by every import, none twice."""

import re
from datetime import UTC, date, datetime, time, timedelta

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


MORNING = datetime(2024, 9, 15, 8, tzinfo=UTC)


def events(told, owner=None, at=MORNING):
    written = icalendar.Calendar.from_ical(calendar(told, owner=owner, at=at))
    return list(written.walk("VEVENT"))


def told(as_of=date(2024, 9, 15), **changes):
    return briefing(plan(*grids(**changes)), as_of=as_of)


class Store:
    """A client's calendar: an import counts where it is newer, what is cancelled goes."""

    def __init__(self):
        self.known, self.shown = {}, {}

    def take(self, content):
        found = list(icalendar.Calendar.from_ical(content).walk("VEVENT"))
        assert len({event["uid"] for event in found}) == len(found)
        for event in found:
            uid, newer = event["uid"], (event["sequence"], event.decoded("last-modified"))
            if uid in self.known and newer <= self.known[uid]:
                continue
            self.known[uid] = newer
            self.shown.pop(uid, None)
            if event["status"] != "CANCELLED":
                self.shown[uid] = event
        return self

    @property
    def summaries(self):
        return sorted(str(event["summary"]) for event in self.shown.values())


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


def test_everyones_calendar_has_an_event_for_each_code_and_day():
    found = events(told())
    assert [(str(event["summary"]), str(event["status"])) for event in found] == [
        ("QUÁ HẠN báo cáo T9: Tháng 9/2024 – 2 nơi chưa xong", "CONFIRMED"),
        ("Hạn tiêu chí TC01: Đường làng; ngõ, xóm – 2 nơi chưa xong", "CONFIRMED"),
        ("Hạn nhiệm vụ NV1: Hướng dẫn – Công an huyện chưa xong", "CONFIRMED"),
    ]
    assert "2 nơi chưa xong: Tam Đa, Đại Phú. Đã xong 0/2." in found[0]["description"]


def test_everyones_event_names_who_has_not_done_it():
    sent = [("9/9/2024", "Tam Đa", "T9", "Đã gửi", None)]
    report = events(told(sent=sent))[0]
    assert str(report["summary"]) == "QUÁ HẠN báo cáo T9: Tháng 9/2024 – Đại Phú chưa xong"
    assert "1 nơi chưa xong: Đại Phú. Đã xong 1/2." in report["description"]
    both = [*sent, ("15/9/2024", "Đại Phú", "T9", "Đã gửi", None)]
    report = events(told(sent=both))[0]
    assert (str(report["summary"]), report["status"]) == (
        "✔ Xong báo cáo T9: Tháng 9/2024",
        "CANCELLED",
    )


def test_reminders_come_in_the_morning_a_week_and_a_day_before():
    criterion = events(told(), "Tam Đa")[1]
    triggers = [alarm.decoded("trigger") for alarm in criterion.walk("VALARM")]
    assert triggers == [timedelta(days=-7, hours=8), timedelta(days=-1, hours=8)]


SENT = [("10/9/2024", "Tam Đa", "T9", "Đã gửi", None)]


@pytest.mark.parametrize("owner", ["Tam Đa", None])
def test_importing_again_updates_each_event_and_adds_none(owner):
    store = Store().take(calendar(told(), owner=owner, at=MORNING))
    there = set(store.shown)
    later = calendar(told(due="5/10/2024"), owner=owner, at=MORNING + timedelta(minutes=1))
    store.take(later)
    assert set(store.shown) == there
    (moved,) = (event for event in store.shown.values() if "TC01" in event["summary"])
    assert moved.decoded("dtstart") == date(2024, 10, 5)


def test_what_is_done_is_withdrawn_and_comes_back_when_it_is_not():
    store = Store().take(calendar(told(), owner="Tam Đa", at=MORNING))
    assert len(store.shown) == 2
    noon, evening = MORNING + timedelta(hours=4), MORNING + timedelta(hours=8)
    done = calendar(told(sent=SENT), owner="Tam Đa", at=noon)
    assert store.take(done).summaries == ["Hạn tiêu chí TC01: Đường làng; ngõ, xóm"]
    returned = [*SENT, ("12/9/2024", "Tam Đa", "T9", "Chưa đạt", None)]
    assert len(store.take(calendar(told(sent=returned), owner="Tam Đa", at=evening)).shown) == 2
    withdrawn = events(told(sent=SENT), "Tam Đa")[0]
    assert str(withdrawn["summary"]) == "✔ Xong (quá hạn) báo cáo T9: Tháng 9/2024"
    assert withdrawn.walk("VALARM") == []


def test_what_is_written_later_counts_whatever_its_as_of_date():
    store = Store().take(calendar(told(sent=SENT), owner="Tam Đa", at=MORNING))
    back = calendar(told(date(2024, 9, 5)), owner="Tam Đa", at=MORNING + timedelta(seconds=1))
    assert "Sắp đến hạn báo cáo T9: Tháng 9/2024" in store.take(back).summaries
    assert store.take(calendar(told(sent=SENT), owner="Tam Đa", at=MORNING)).summaries == (
        Store().take(back).summaries
    )


def test_what_a_merger_has_taken_away_is_withdrawn():
    merging = (
        settings(("Năm", 2024)),
        units(
            ("Tam Đa", "A", None, None),
            ("Đại Phú", "A", "31/8/2024", "Tam Đa"),
            head="Đơn vị | Nhóm | Hiệu lực đến | Sáp nhập vào",
        ),
        agencies(),
        criteria(("TC01", "Đường", "30/9/2024")),
    )
    days = (date(2024, 8, 31), date(2024, 9, 1))
    before, after = (briefing(plan(*merging), as_of=day) for day in days)
    store = Store().take(calendar(before, owner="Đại Phú", at=MORNING))
    assert store.summaries == ["Hạn tiêu chí TC01: Đường"]
    later = MORNING + timedelta(days=1)
    assert store.take(calendar(after, owner="Đại Phú", at=later)).summaries == []
    everyones = Store().take(calendar(before, at=MORNING))
    assert everyones.summaries == ["Hạn tiêu chí TC01: Đường – 2 nơi chưa xong"]
    assert everyones.take(calendar(after, at=later)).summaries == [
        "Hạn tiêu chí TC01: Đường – Tam Đa chưa xong"
    ]


def test_a_groups_calendar_stands_beside_everyones():
    everyones, groups = (
        {event["uid"] for event in events(briefing(plan(*grids()), as_of=date(2024, 9, 15), **by))}
        for by in ({}, {"group": "A"})
    )
    assert everyones.isdisjoint(groups)


def test_stamps_are_the_moment_of_writing():
    event = events(told(), "Tam Đa")[0]
    assert event.decoded("dtstamp") == event.decoded("last-modified") == MORNING
    assert calendar(told(), at=MORNING) == calendar(told(), at=MORNING)


@pytest.mark.parametrize("owner", ["Tam Đa", "Hồng Lạc", "Phòng Nội vụ", None])
def test_example_imported_in_april_and_again_in_september(book, owner):
    store = Store()
    for day in (date(2024, 4, 9), date(2024, 9, 15)):
        told = briefing(book, as_of=day)
        written = calendar(told, owner=owner, at=datetime.combine(day, time(8), UTC))
        store.take(written)
    owed = told.now.obligations
    left = owed[owed["due"].notna() & owed["state"].isin(["open", "due_soon", "overdue"])]
    if owner is not None:
        left = left[left["owner"] == owner]
    expected = sorted(zip(left["code"], left["due"].dt.date, strict=True))
    expected = sorted(set(expected)) if owner is None else expected
    shown = [
        (
            re.search(r"(?:báo cáo|tiêu chí|nhiệm vụ) (\S+):", str(event["summary"])).group(1),
            event.decoded("dtstart"),
        )
        for event in store.shown.values()
    ]
    assert sorted(shown) == expected
    assert bool(expected) == (owner != "Hồng Lạc")


def test_another_year_is_another_event():
    this = {event["uid"] for event in events(told())}
    next_year = (settings(("Năm", 2025)), *grids()[1:])
    other = {event["uid"] for event in events(briefing(plan(*next_year), as_of=date(2024, 9, 15)))}
    assert this.isdisjoint(other)


def test_example_is_a_calendar_of_short_lines(book):
    written = calendar(briefing(book, as_of=date(2024, 9, 15)), at=MORNING)
    assert all(len(line) <= 75 for line in written.split(b"\r\n"))
    assert "DỮ LIỆU MINH HỌA" in icalendar.Calendar.from_ical(written)["x-wr-caldesc"]


@pytest.mark.parametrize("owner", ["Tam Đa", None])
def test_nothing_owed_is_an_empty_calendar(owner):
    empty = briefing(plan(criteria()), as_of=date(2024, 9, 15))
    assert events(empty, owner) == []

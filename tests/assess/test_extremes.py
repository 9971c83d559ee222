"""Days at the calendar's ends and absurd numbers: read or refused, and always assessed."""

from datetime import date

import pytest

from lib.export.machine import report
from tests.builders import criteria, found, periods, plan, progress, settings, units

DAYS = ["1/1/0001", date(1, 1, 1), "31/12/9999", date(9999, 12, 31)]
NUMBERS = [1.7e308, 1e14, 1e-300, "0,0000000000000000001"]
HEAD = "Mã | Tiêu chí | Điểm | Hạn"


@pytest.mark.parametrize("day", DAYS, ids=str)
@pytest.mark.parametrize("number", NUMBERS, ids=str)
def test_extremes_are_assessed(day: str | date, number: float | str):
    book = plan(
        settings(
            ("Ngày bắt đầu", day),
            ("Ngày số liệu", day),
            ("Ngày họp trước", day),
            ("Chậm so với tiến độ (điểm %)", number),
            ("Sắp đến hạn (ngày)", number),
        ),
        units(("Tam Đa", "A"), ("Vân Sơn", "A")),
        criteria(("TC1", "x", number, day), ("TC2", "x", number, day), head=HEAD),
        periods(("T1", "T", day)),
        progress((day, "Tam Đa", "TC1", "Đạt"), ("1/2/2024", "Vân Sơn", "TC1", "Đạt")),
    )
    for as_of in (None, date(2024, 8, 1), date(9999, 12, 31)):
        assert [unit["total"] for unit in report(book, as_of=as_of)["units"]] == [2, 2]


@pytest.mark.parametrize("day", DAYS, ids=str)
def test_a_day_outside_the_century_is_none(day: str | date):
    book = plan(criteria(), periods(("T1", "T", day), ("T2", "T", "1/1/2000")))
    assert book.items["due"].dt.date.tolist() == [date(1999, 12, 31)]
    assert found(book) == [("Kỳ báo cáo", 2, "Trước ngày", "unreadable_date")]


@pytest.mark.parametrize("points", [1e15, 1.7e308, "9" * 400])
def test_points_beyond_sense_count_as_one(points: float | str):
    book = plan(criteria(("TC1", "x", points, None), head=HEAD))
    assert book.items["points"].tolist() == [1.0]
    assert [code for *_, code in found(book)] == ["unreadable_number"]

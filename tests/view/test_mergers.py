"""The overview's line on units merged between its two dates."""

from datetime import date

from lib.assess import assess
from lib.view import merger
from tests import builders as sheet


def book():
    return sheet.plan(
        sheet.units(
            ("Hồng Lạc", "A", None, "31/8/2024", "Hồng Sơn"),
            ("Vân Sơn", "A", None, "31/8/2024", "Hồng Sơn"),
            ("Hồng Sơn", "A", "1/9/2024", None, None),
            ("Tam Đa", "A", None, None, None),
            head="Đơn vị | Nhóm | Hiệu lực từ | Hiệu lực đến | Sáp nhập vào",
        ),
    )


def told(now: date, before: date) -> tuple[int, str] | None:
    plan = book()
    return merger.mergers(plan, assess(plan, as_of=now), assess(plan, as_of=before))


def test_merger_between_the_dates_is_told():
    assert told(date(2024, 9, 15), date(2024, 8, 31)) == (
        2,
        "từ 01/09/2024: Hồng Lạc, Vân Sơn sáp nhập vào Hồng Sơn – 3 còn 2 đơn vị",
    )


def test_merger_before_or_after_both_is_not():
    assert told(date(2024, 9, 15), date(2024, 9, 1)) is None
    assert told(date(2024, 8, 31), date(2024, 8, 1)) is None


def test_a_unit_that_changes_its_group_is_told_as_a_new_one_of_its_name():
    plan = sheet.plan(
        sheet.units(
            ("Tam Đa", "A", None, "31/8/2024", "Tam Đa"),
            ("Tam Đa", "B", "1/9/2024", None, None),
            head="Đơn vị | Nhóm | Hiệu lực từ | Hiệu lực đến | Sáp nhập vào",
        ),
    )
    now, before = (assess(plan, as_of=day) for day in (date(2024, 9, 15), date(2024, 8, 31)))
    assert merger.mergers(plan, now, before) == (
        1,
        "từ 01/09/2024: Tam Đa được tính là đơn vị mới cùng tên, nhóm B",
    )

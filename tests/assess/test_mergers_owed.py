"""What merged units owe, and what is passed on to their successors (semantics, 1, 3 and 5)."""

from datetime import date

from lib.assess import assess
from tests.builders import (
    asked,
    assessed,
    criteria,
    literal,
    owed,
    periods,
    plan,
    progress,
    statuses,
    tasks,
    unit,
    units,
)

MERGED = "Đơn vị | Nhóm | Hiệu lực từ | Hiệu lực đến | Sáp nhập vào"


HONG_SON = units(
    ("Hồng Lạc", "A", None, "31/8/2024", "Hồng Sơn"),
    ("Vân Sơn", "A", None, "31/8/2024", "Hồng Sơn"),
    ("Hồng Sơn", "A", "1/9/2024"),
    ("Tam Đa", "A"),
    head=MERGED,
)


LAST, FIRST = date(2024, 8, 31), date(2024, 9, 1)


LATER = date(2024, 9, 15)


LAC, VAN, SON = "Hồng Lạc", "Vân Sơn", "Hồng Sơn"


CHAIN = units(
    ("A", "G", "31/3/2024", "B"), ("B", "G", "30/6/2024", "C"), ("C", "G", None, None),
    ("A2", "G", "31/3/2024", "C"),
    head="Đơn vị | Nhóm | Hiệu lực đến | Sáp nhập vào",
)  # fmt: skip


NAMED = (
    criteria(
        ("TC01", "Đường", "31/12/2024", "Hồng Lạc"), ("TC02", "Nước", "31/12/2024", "Tam Đa"),
        head="Mã | Tiêu chí | Hạn | Áp dụng cho",
    ),
    tasks(("NV01", "Tập huấn", "Vân Sơn; Tam Đa", "31/12/2024")),
    periods(("T08", "Tháng 8", "1/9/2024", LAC), ("T09", "Tháng 9", "2/9/2024", f"{LAC};{VAN}")),
)  # fmt: skip


def test_a_unit_named_itself_stands_for_its_successor_too():
    book = plan(HONG_SON, *NAMED)
    before, after = assess(book, as_of=LAST), assess(book, as_of=FIRST)
    assert sorted(owed(before, "owner code")) == [
        *(("Hồng Lạc", "T08"), ("Hồng Lạc", "TC01")),
        *(("Tam Đa", "NV01"), ("Tam Đa", "TC02"), ("Vân Sơn", "NV01")),
    ]
    # T08 was due on 31/08, when Hồng Sơn was none; T09 on 01/09, when it was.
    assert sorted(owed(after, "owner code")) == [
        *(("Hồng Sơn", "NV01"), ("Hồng Sơn", "T09"), ("Hồng Sơn", "TC01")),
        *(("Tam Đa", "NV01"), ("Tam Đa", "TC02")),
    ]
    assert asked(book, "TC01") == ["Hồng Lạc"]


def test_through_a_chain_too():
    book = plan(CHAIN, criteria(("TC01", "Đường", "A"), head="Mã | Tiêu chí | Áp dụng cho"))
    for as_of, expected in (
        (date(2024, 3, 31), "A"),
        (date(2024, 6, 30), "B"),
        (date(2024, 7, 1), "C"),
    ):
        assert [name for name, _ in statuses(assess(book, as_of=as_of))] == [expected]


def test_a_tasks_completion_counts_for_a_successor():
    assessment = assessed(
        HONG_SON,
        tasks(
            ("NV01", "Tập huấn", "Hồng Lạc; Vân Sơn", "31/8/2024", "20/8/2024"),
            head="Mã | Nhiệm vụ | Chủ trì | Hạn | Ngày hoàn thành",
        ),
        as_of=LATER,
    )
    assert owed(assessment, "owner done state", kind="task") == [
        ("Hồng Sơn", "2024-08-20", "done_on_time")
    ]


def test_a_task_is_inherited_and_done_on_the_first_day_of_the_entrys_run():
    assessment = assessed(
        HONG_SON,
        tasks(("NV01", "Tập huấn", "Tất cả đơn vị", "31/5/2024")),
        progress(
            ("1/5/2024", LAC, "NV01", "Xong"),
            ("5/5/2024", VAN, "NV01", "Xong"),
            ("10/6/2024", VAN, "NV01", "Xong"),
        ),
        as_of=LATER,
    )
    assert owed(assessment, "owner done state days_late", kind="task", owner=SON) == [
        (SON, "2024-05-05", "done_on_time", None)
    ]


def test_a_criterion_is_done_on_the_first_day_of_the_inherited_entrys_run():
    assessment = assessed(
        HONG_SON,
        criteria(("TC01", "Đường", "31/5/2024")),
        progress(
            ("1/5/2024", LAC, "TC01", "Đạt"),
            ("2/5/2024", LAC, "TC01", "Đang làm", 50),
            ("1/6/2024", LAC, "TC01", "Đạt"),
            ("5/6/2024", LAC, "TC01", "Đạt"),
            ("1/5/2024", VAN, "TC01", "Đạt"),
        ),
        as_of=LATER,
    )
    assert owed(assessment, "done days_late", owner=SON) == [("2024-06-01", 1)]
    assert unit(assessment, SON, "met overdue") == (1, 0)


def test_reports_are_not_passed_on():
    book = plan(
        HONG_SON,
        criteria(),
        periods(
            ("T07", "Tháng 7", "10/8/2024"),
            ("T08", "Tháng 8", "1/9/2024"),
            ("T9A", "Tháng 9", "2/9/2024"),
        ),
        progress(
            ("5/8/2024", LAC, "T07", "Đã gửi"),
            ("20/8/2024", LAC, "T9A", "Đã gửi"),
            ("20/8/2024", VAN, "T9A", "Đã gửi"),
        ),
    )
    before, after = assess(book, as_of=LAST), assess(book, as_of=LATER)
    assert sorted(owed(before, "owner code state")) == [
        *((LAC, "T07", "done_on_time"), (LAC, "T08", "due_soon")),
        *(
            ("Tam Đa", "T07", "overdue"),
            ("Tam Đa", "T08", "due_soon"),
            ("Tam Đa", "T9A", "due_soon"),
        ),
        *((VAN, "T07", "overdue"), (VAN, "T08", "due_soon")),
    ]
    assert owed(after, "code state", owner=SON) == [("T9A", "overdue")]
    assert unit(after, SON, "on_time_rate") == 0


def test_the_successor_keeps_the_weight_of_its_predecessors_neither_twice_nor_lost():
    assessment = assessed(
        HONG_SON,
        progress(("1/6/2024", LAC, "TC01", "Đạt"), ("1/6/2024", VAN, "TC01", "Đang làm", 60)),
        as_of=FIRST,
    )
    assert literal(assessment.units, "unit total met progress") == [
        (SON, 1, 0, 60.0),
        ("Tam Đa", 1, 0, 0.0),
    ]

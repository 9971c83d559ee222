"""What merged units owe, and what is passed on to their successors (rules, 1, 3 and 5)."""

from datetime import date

from lib.assess import assess
from tests.builders import (
    agencies,
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


AGENCIES = "Cơ quan | Báo cáo định kỳ | Hiệu lực từ | Hiệu lực đến | Sáp nhập vào"
OFFICES = agencies(
    ("Phòng Y tế", "Có", None, "30/6/2024", "Phòng Văn hóa"),
    ("Phòng Dân tộc", "Không", None, "30/6/2024", "Phòng Nội vụ"),
    ("Phòng Văn hóa", "Không", "1/7/2024", None, None),
    ("Phòng Nội vụ", "Có", "1/7/2024", None, None),
    head=AGENCIES,
)


def test_agencies_that_ended_owe_nothing_the_day_after():
    book = plan(
        units(),
        OFFICES,
        criteria(),
        tasks(("NV01", "x", "Tất cả cơ quan", "1/6/2024"), ("NV02", "x", "Phòng Y tế", "1/6/2024")),
    )
    before, after = (assess(book, as_of=day) for day in (date(2024, 6, 30), date(2024, 7, 1)))
    assert sorted(owed(before, "owner code state agency")) == [
        ("Phòng Dân tộc", "NV01", "overdue", "Phòng Dân tộc"),
        *(("Phòng Y tế", code, "overdue", "Phòng Y tế") for code in ("NV01", "NV02")),
    ]
    # Named itself, Phòng Y tế stands for Phòng Văn hóa; through a group it does not.
    assert sorted(owed(after, "owner code state agency")) == [
        ("Phòng Nội vụ", "NV01", "overdue", "Phòng Nội vụ"),
        *(("Phòng Văn hóa", code, "overdue", "Phòng Văn hóa") for code in ("NV01", "NV02")),
    ]
    assert literal(before.agencies, "agency overdue") == [("Phòng Y tế", 2), ("Phòng Dân tộc", 1)]
    assert literal(after.agencies, "agency overdue") == [("Phòng Văn hóa", 2), ("Phòng Nội vụ", 1)]


def test_an_heir_reports_only_if_it_reports_itself():
    book = plan(
        units(),
        OFFICES,
        criteria(),
        periods(
            ("T6", "Tháng 6", "1/7/2024", "Phòng Y tế; Phòng Dân tộc"),
            ("T7", "Tháng 7", "2/7/2024", "Phòng Y tế; Phòng Dân tộc"),
            ("Q3", "Quý III", "3/7/2024", None),
        ),
    )
    before, after = (assess(book, as_of=day) for day in (date(2024, 6, 30), date(2024, 7, 3)))
    # T6 was due on 30/06, when the old ones were there; T7 on 01/07, when the new ones were.
    assert owed(before, "owner code state") == [("Phòng Y tế", "T6", "due_soon")]
    assert sorted(owed(after, "owner code state")) == [
        ("Phòng Nội vụ", "Q3", "overdue"),
        ("Phòng Nội vụ", "T7", "overdue"),
    ]


def test_a_report_is_owed_by_agencies_valid_on_its_last_day():
    book = plan(
        units(),
        agencies(
            ("A", None, None, "9/6/2024"), ("B", None, None, "8/6/2024"),
            ("C", None, "9/6/2024", None), ("D", None, "10/6/2024", None),
            head="Cơ quan | Báo cáo định kỳ | Hiệu lực từ | Hiệu lực đến",
        ),
        criteria(),
        periods(("T05", "Tháng 5", "10/6/2024")),
    )  # fmt: skip
    for day, expected in ((8, ["A"]), (9, ["A", "C"]), (10, ["C"])):
        assert sorted(owed(assess(book, as_of=date(2024, 6, day)), "owner")) == expected


def test_of_those_asked_by_name_only_who_is_merged_by_the_last_day_counts():
    rows = units(
        ("A", "G", None, "31/8/2024", "B"), ("B", "G", None, "30/9/2024", "C"), ("C", "G", None, None, None),
        head=MERGED,
    )  # fmt: skip
    book = plan(
        rows,
        criteria(),
        periods(
            ("P1", "x", "1/9/2024", "A"), ("P2", "x", "2/9/2024", "A"),
            ("P3", "x", "1/10/2024", "A"), ("P4", "x", "2/10/2024", "A"),
        ),
    )  # fmt: skip
    # Whatever the date: A answers until 31/08, B until 30/09, then C.
    asks = [("A", "P1"), ("B", "P2"), ("B", "P3"), ("C", "P4")]
    for day, first in ((LAST, 0), (FIRST, 1), (date(2024, 9, 30), 1), (date(2024, 10, 1), 3)):
        assert sorted(owed(assess(book, as_of=day), "owner code")) == asks[first:]


def test_a_name_of_several_bearers_is_asked_each_in_its_time():
    book = plan(
        units(
            ("Sơn Dương", "A", None, "31/8/2024", "Sơn Dương"), ("Sơn Dương", "B", "1/9/2024"),
            ("Tam Đa", "B"), head=MERGED,
        ),
        criteria(("TC01", "x", "31/12/2024", "Sơn Dương"), head="Mã | Tiêu chí | Hạn | Áp dụng cho"),
        tasks(("NV01", "x", "Sơn Dương")),
        periods(("T08", "x", "1/9/2024", "Sơn Dương"), ("T09", "x", "2/9/2024", "Sơn Dương")),
    )  # fmt: skip
    assert asked(book, "TC01") == ["Sơn Dương", "Sơn Dương"]
    groups = {day: assess(book, as_of=day) for day in (LAST, FIRST)}
    assert [literal(each.cells, "bearer code") for each in groups.values()] == [
        [(0, "TC01")],
        [(1, "TC01")],
    ]
    assert sorted(owed(groups[LAST], "bearer code")) == [(0, "NV01"), (0, "T08"), (0, "TC01")]
    assert sorted(owed(groups[FIRST], "bearer code")) == [(1, "NV01"), (1, "T09"), (1, "TC01")]


def test_a_group_asks_only_those_in_it_not_their_heirs():
    book = plan(
        units(("A", "G", None, "31/8/2024", "B"), ("B", "H", None, None, None), head=MERGED),
        criteria(("TC01", "x", "31/12/2024", "G"), head="Mã | Tiêu chí | Hạn | Áp dụng cho"),
        tasks(("NV01", "x", "G")),
    )
    assert sorted(owed(assess(book, as_of=LAST), "owner code")) == [("A", "NV01"), ("A", "TC01")]
    assert owed(assess(book, as_of=FIRST), "owner code") == []

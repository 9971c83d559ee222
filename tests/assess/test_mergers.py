"""Units merged into others (semantics, 2 and 3: Merged units)."""

from datetime import date

import pytest

from lib.assess import assess
from tests.builders import (
    appraisals,
    asked,
    assessed,
    cell,
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


def shown(assessment):
    return sorted(assessment.units["unit"])


def test_the_predecessors_until_their_last_day_and_the_successor_from_its_first():
    book = plan(HONG_SON, criteria(("TC01", "Đường", "31/12/2024")))
    before, after = assess(book, as_of=LAST), assess(book, as_of=FIRST)
    assert shown(before) == ["Hồng Lạc", "Tam Đa", "Vân Sơn"]
    assert shown(after) == ["Hồng Sơn", "Tam Đa"]
    assert sorted(owed(before, "owner")) == ["Hồng Lạc", "Tam Đa", "Vân Sơn"]
    assert sorted(owed(after, "owner")) == ["Hồng Sơn", "Tam Đa"]


@pytest.mark.parametrize(
    ("as_of", "expected"),
    [
        (date(2023, 12, 31), []),
        (date(2024, 1, 1), ["Tam Đa"]),
        (date(2024, 1, 2), ["Tam Đa"]),
        (date(2024, 6, 30), ["Tam Đa"]),
        (date(2024, 7, 1), []),
    ],
    ids=str,
)
def test_validity_includes_both_ends(as_of, expected):
    rows = units(
        ("Tam Đa", "A", "1/1/2024", "30/6/2024"), head="Đơn vị | Nhóm | Hiệu lực từ | Hiệu lực đến"
    )
    assessment = assessed(rows, criteria(("TC01", "Đường", "31/12/2024")), as_of=as_of)
    assert shown(assessment) == expected
    assert [unit for unit, _ in statuses(assessment)] == expected
    assert owed(assessment, "owner") == expected


@pytest.mark.parametrize(
    ("first", "last", "expected"),
    [
        pytest.param(None, None, True, id="both open"),
        pytest.param(None, "1/1/2024", False, id="ended"),
        pytest.param("1/1/2024", None, True, id="begun"),
        pytest.param("16/9/2024", None, False, id="to come"),
        pytest.param("31/2/2024", None, True, id="unreadable is open"),
        pytest.param("16/9/2024", "1/1/2024", False, id="never"),
    ],
)
def test_a_blank_validity_is_open(first, last, expected):
    rows = units(("Tam Đa", "A", first, last), head="Đơn vị | Nhóm | Hiệu lực từ | Hiệu lực đến")
    assert bool(shown(assessed(rows, as_of=LATER))) is expected


LAC, VAN, SON = "Hồng Lạc", "Vân Sơn", "Hồng Sơn"
NOTHING = ("no_data", None, None, False, False)


SAID = "status progress date appraised inherited"


def inherited(*cases, as_of=FIRST):
    """Assess a sheet in which every case (log lines, verdicts) is a criterion of its own."""
    codes = [(f"TC{n}", *case) for n, case in enumerate(cases)]
    return assessed(
        HONG_SON,
        criteria(*((code, "x") for code, _, _ in codes)),
        progress(
            *((day, owner, code, *said) for code, log, _ in codes for owner, day, *said in log)
        ),
        appraisals(
            *(
                (day, owner, code, word)
                for code, _, verdicts in codes
                for owner, day, word in verdicts
            )
        ),
        as_of=as_of,
    )


# log lines and verdicts (owner, day, what), then what Hồng Sơn has on its first day
WEAKEST = [
    pytest.param([], [], NOTHING, id="neither has one"),
    pytest.param([(LAC, "1/6/2024", "Đạt")], [], NOTHING, id="one of them has none"),
    pytest.param([(VAN, "1/6/2024", "Đạt")], [], NOTHING, id="the other has none"),
    pytest.param(
        [(LAC, "1/6/2024", "Đạt"), (VAN, "1/7/2024", "Đang làm", 98)],
        [],
        ("on_track", 98, "2024-07-01", False, True),
        id="not met before met",
    ),
    pytest.param(
        [(LAC, "1/6/2024", "Đang làm", 30), (VAN, "1/7/2024", "Đang làm", 60)],
        [],
        ("on_track", 30, "2024-06-01", False, True),
        id="lower progress",
    ),
    pytest.param(
        [(LAC, "1/6/2024", "Đạt"), (VAN, "1/7/2024", "Đạt")],
        [],
        ("met", 100, "2024-07-01", False, True),
        id="met: the later day",
    ),
    pytest.param(
        [(LAC, "1/7/2024", "Đạt"), (VAN, "1/6/2024", "Đạt")],
        [(LAC, "2/7/2024", "Đạt")],
        ("met", 100, "2024-06-01", False, True),
        id="met: not appraised before the later day",
    ),
    pytest.param(
        [],
        [(LAC, "1/6/2024", "Đạt"), (VAN, "1/7/2024", "Đạt")],
        ("met", 100, "2024-07-01", True, True),
        id="met: both appraised",
    ),
    pytest.param(
        [(LAC, "1/7/2024", "Đang làm", 40), (VAN, "1/6/2024", "Đang làm", 40)],
        [],
        ("on_track", 40, "2024-06-01", False, True),
        id="not met: the older day",
    ),
    pytest.param(
        [(LAC, "1/6/2024", "Đang làm", 40), (VAN, "2/6/2024", "Đang làm", 40)],
        [(VAN, "1/7/2024", "Không đạt")],
        ("at_risk", 40, "2024-07-01", True, True),
        id="not met: appraised before the older day",
    ),
    pytest.param(
        [(LAC, "1/6/2024", "Đang làm", 40), (VAN, "1/7/2024", "Đang làm", 60)],
        [(VAN, "2/7/2024", "Không đạt")],
        ("on_track", 40, "2024-06-01", False, True),
        id="progress before appraised",
    ),
    pytest.param(
        [(LAC, "1/6/2024", "Đạt"), (VAN, "1/6/2024", "Đạt"), (SON, "1/9/2024", "Đang làm", 5)],
        [],
        ("on_track", 5, "2024-09-01", False, False),
        id="its own entry goes first",
    ),
    pytest.param(
        [(SON, "1/2/2024", "Đạt"), (LAC, "1/6/2024", "Đang làm", 1), (VAN, "1/6/2024", "Đạt")],
        [],
        ("met", 100, "2024-02-01", False, False),
        id="even an older one",
    ),
    pytest.param(
        [(LAC, "1/6/2024", "Đạt"), (VAN, "1/6/2024", "Đạt"), (SON, "2/9/2024", "Đạt")],
        [],
        ("met", 100, "2024-06-01", False, True),
        id="but none of a later day",
    ),
    pytest.param(
        [(LAC, "1/6/2024", "Đạt"), (VAN, "1/6/2024", "Đạt"), (LAC, "1/9/2024", "Đang làm", 7)],
        [],
        ("on_track", 7, "2024-09-01", False, True),
        id="a predecessor's entry after its end",
    ),
    pytest.param(
        [(LAC, "1/7/2024", "Đạt"), (VAN, "1/6/2024", "Đạt")],
        [(LAC, "1/6/2024", "Không đạt")],
        ("at_risk", 99, "2024-07-01", True, True),
        id="the verdict on a predecessor outlasts",
    ),
]


@pytest.fixture(scope="module")
def first_day():
    return inherited(*(case.values[:2] for case in WEAKEST))


@pytest.mark.parametrize(
    ("code", "expected"),
    [pytest.param(f"TC{n}", case.values[2], id=case.id) for n, case in enumerate(WEAKEST)],
)
def test_the_weakest_of_the_predecessors(first_day, code, expected):
    assert cell(first_day, SON, code, SAID) == expected


def test_of_equals_the_first_in_the_sheet():
    log = [(VAN, "1/6/2024", "Đang làm", 40), (LAC, "1/6/2024", "Đang làm", 40)]
    assessment = inherited((log, []), (log[::-1], []))
    # The log has Vân Sơn in rows 2 and 5, Hồng Lạc in rows 3 and 4.
    assert cell(assessment, SON, "TC0", "progress row inherited") == (40, 3, True)
    assert cell(assessment, SON, "TC1", "progress row inherited") == (40, 4, True)


def test_an_appraisal_of_the_successor_is_its_own_entry():
    log = [(LAC, "1/6/2024", "Đạt"), (VAN, "1/6/2024", "Đạt")]
    assessment = inherited((log, [(SON, "2/9/2024", "Không đạt")]), as_of=LATER)
    assert cell(assessment, SON, "TC0", SAID) == ("at_risk", 0, "2024-09-02", True, False)


@pytest.mark.parametrize(
    ("last", "into", "status"),
    [
        pytest.param("31/8/2024", "Tam Đa", "met", id="merged"),
        pytest.param("14/9/2024", "Tam Đa", "met", id="since yesterday"),
        pytest.param("15/9/2024", "Tam Đa", "no_data", id="from tomorrow"),
        pytest.param(None, "Tam Đa", "no_data", id="without a date never"),
        pytest.param("31/2/2024", "Tam Đa", "no_data", id="nor with an unreadable one"),
        pytest.param("31/8/2024", None, "no_data", id="into none"),
        pytest.param("31/8/2024", "Huế", "no_data", id="into an unknown one"),
    ],
)
def test_a_unit_is_merged_from_the_day_after_its_last(last, into, status):
    assessment = assessed(
        units(("Hồng Lạc", "A", last, into), ("Tam Đa", "A"), head="Đơn vị | Nhóm | Hiệu lực đến | Sáp nhập vào"),
        progress(("1/6/2024", "Hồng Lạc", "TC01", "Đạt")),
        as_of=LATER,
    )  # fmt: skip
    assert statuses(assessment)["Tam Đa", "TC01"] == status


CHAIN = units(
    ("A", "G", "31/3/2024", "B"), ("B", "G", "30/6/2024", "C"), ("C", "G", None, None),
    ("A2", "G", "31/3/2024", "C"),
    head="Đơn vị | Nhóm | Hiệu lực đến | Sáp nhập vào",
)  # fmt: skip


@pytest.mark.parametrize(
    ("log", "as_of", "expected"),
    [
        pytest.param(
            [("A", 40), ("A2", 50)], date(2024, 7, 1), (40, True), id="through the one between"
        ),
        pytest.param(
            [("A", 40), ("A2", 50), ("B", 70)], date(2024, 7, 1), (50, True), id="its own is nearer"
        ),
        pytest.param([("A", 40)], date(2024, 7, 1), (None, False), id="one chain ends in nothing"),
        pytest.param([("B", 40)], date(2024, 7, 1), (None, False), id="the other does"),
        pytest.param([("A", 40), ("A2", 50)], date(2024, 6, 30), (50, True), id="not merged yet"),
        pytest.param([("A", 40), ("A2", 50)], date(2024, 3, 31), (None, False), id="none merged"),
    ],
)
def test_a_chain_of_mergers(log, as_of, expected):
    assessment = assessed(
        CHAIN,
        progress(*(("1/2/2024", owner, "TC01", "Đang làm", percent) for owner, percent in log)),
        as_of=as_of,
    )
    assert cell(assessment, "C", "TC01", "progress inherited") == expected


def test_only_predecessors_that_owe_the_code_count():
    assessment = assessed(
        units(
            ("Hồng Lạc", "Vùng thấp", "31/8/2024", "Hồng Sơn"),
            ("Vân Sơn", "Vùng cao", "31/8/2024", "Hồng Sơn"),
            ("Hồng Sơn", "Vùng thấp", None, None),
            head="Đơn vị | Nhóm | Hiệu lực đến | Sáp nhập vào",
        ),
        criteria(
            ("TC01", "Đường", "Vùng thấp"), ("TC02", "Nước", "Vùng cao"),
            head="Mã | Tiêu chí | Áp dụng cho",
        ),
        progress(("1/6/2024", "Hồng Lạc", "TC01", "Đạt"), ("1/6/2024", "Vân Sơn", "TC02", "Đạt")),
        as_of=LATER,
    )  # fmt: skip
    assert statuses(assessment) == {("Hồng Sơn", "TC01"): "met"}


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


def test_a_task_is_inherited_and_done_on_the_entrys_own_day():
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
        (SON, "2024-06-10", "done_late", 10)
    ]


def test_a_criterion_is_done_on_the_inherited_entrys_own_day():
    assessment = assessed(
        HONG_SON,
        criteria(("TC01", "Đường", "31/5/2024")),
        progress(
            ("1/5/2024", LAC, "TC01", "Đạt"),
            ("1/6/2024", LAC, "TC01", "Đạt"),
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

"""What is owed, by whom, and whether it is done (semantics, 5)."""

from datetime import date

import pytest

from lib.assess import assess
from tests.builders import (
    agencies,
    appraisals,
    assessed,
    criteria,
    literal,
    owed,
    periods,
    plan,
    progress,
    settings,
    tasks,
    unit,
    units,
)

AS_OF = date(2024, 6, 15)
EVERYTHING = "kind owner is_unit code title agency due done state days_late"
PEOPLE = (
    settings(("Cơ quan thường trực", "công an huyện")),
    units(("Tam Đa", "Vùng thấp"), ("Đại Phú", "Vùng thấp"), ("Sơn Dương", "Đô thị")),
    agencies(("Công an huyện", "Có"), ("Phòng Y tế", None), ("Thanh tra", "Không")),
)


def test_an_obligation_of_each_kind():
    assessment = assessed(
        PEOPLE[0],
        units(("Tam Đa", "A")),
        PEOPLE[2],
        criteria(("TC01", "Đường", "Phòng Y tế", "14/6/2024"), head="Mã | Tiêu chí | Cơ quan theo dõi | Hạn"),
        tasks(("NV01", "Tập huấn", "Tam Đa; Thanh tra", "16/6/2024")),
        periods(("T05", "Tháng 5", "15/6/2024")),
        progress(
            ("1/6/2024", "Tam Đa", "NV01", "Xong"),
            ("14/6/2024", "Tam Đa", "T05", "Đã gửi"),
            ("15/6/2024", "Phòng Y tế", "T05", "Đã gửi"),
        ),
        as_of=AS_OF,
    )  # fmt: skip
    t05 = ("T05", "Tháng 5")
    assert sorted(owed(assessment, EVERYTHING), key=lambda row: (row[0], row[1])) == [
        ("criterion", "Tam Đa", True, "TC01", "Đường", "Phòng Y tế", "2024-06-14", None, "overdue", 1),
        ("report", "Công an huyện", False, *t05, "Công an huyện", "2024-06-14", None, "overdue", 1),
        ("report", "Phòng Y tế", False, *t05, "Phòng Y tế", "2024-06-14", "2024-06-15", "done_late", 1),
        ("report", "Tam Đa", True, *t05, "Công an huyện", "2024-06-14", "2024-06-14", "done_on_time", None),
        ("task", "Tam Đa", True, "NV01", "Tập huấn", "Công an huyện", "2024-06-16", "2024-06-01", "done_on_time", None),
        ("task", "Thanh tra", False, "NV01", "Tập huấn", "Thanh tra", "2024-06-16", None, "due_soon", None),
    ]  # fmt: skip


def test_a_criterion_without_a_readable_deadline_is_no_obligation():
    assessment = assessed(
        *PEOPLE,
        criteria(
            ("TC01", "Đường", None), ("TC02", "Nước", "cuối năm"), ("TC03", "Nhà", "1/1/2025")
        ),
        as_of=AS_OF,
    )
    assert {code for _, code, _ in owed(assessment)} == {"TC03"}
    assert len(owed(assessment)) == 3


def test_the_agency_is_none_where_the_sheet_names_none():
    assessment = assessed(
        criteria(("TC01", "Đường", "1/1/2025")),
        tasks(("NV01", "Tập huấn", "Tam Đa")),
        as_of=AS_OF,
    )
    assert set(owed(assessment, "agency")) == {None}


@pytest.mark.parametrize(
    ("completed", "day", "state", "late"),
    [
        pytest.param(None, None, "open", None, id="open"),
        pytest.param(None, "14/6/2024", "done_on_time", None, id="done"),
        pytest.param("1/1/2020", None, "done_on_time", None, id="completed"),
        pytest.param(None, "16/6/2024", "open", None, id="done later"),
    ],
)
def test_a_task_without_a_deadline_is_never_overdue(completed, day, state, late):
    assessment = assessed(
        tasks(
            ("NV01", "Tập huấn", "Tam Đa", None, completed),
            head="Mã | Nhiệm vụ | Chủ trì | Hạn | Ngày hoàn thành",
        ),
        progress(*([(day, "Tam Đa", "NV01", "Xong")] if day else [])),
        as_of=AS_OF,
    )
    assert owed(assessment, "due state days_late") == [(None, state, late)]


KINDS = [
    pytest.param("TC01", 0, id="criterion"),
    pytest.param("NV01", 0, id="task"),
    pytest.param("T01", 1, id="report"),
]


def one_of_each(day):
    """Define a criterion, a task and a report whose last day in time is the same."""
    return (
        units(("Tam Đa", "A")),
        criteria(("TC01", "Đường", f"{day}/6/2024")),
        tasks(("NV01", "Tập huấn", "Tất cả đơn vị", f"{day}/6/2024")),
        periods(("T01", "Tháng 5", f"{day + 1}/6/2024")),
    )


@pytest.mark.parametrize(
    ("last", "state", "late"),
    [
        pytest.param(5, "overdue", 10, id="10 days over"),
        pytest.param(14, "overdue", 1, id="a day over"),
        pytest.param(15, "due_soon", None, id="its last day"),
        pytest.param(16, "due_soon", None, id="a day left"),
        pytest.param(22, "due_soon", None, id="7 days left"),
        pytest.param(23, "open", None, id="8 days left"),
    ],
)
def test_states_of_what_is_not_done(last, state, late):
    assessment = assessed(*one_of_each(last), as_of=AS_OF)
    assert owed(assessment, "code due done state days_late") == [
        (code, f"2024-06-{last:02}", None, state, late) for code in ("TC01", "NV01", "T01")
    ]


@pytest.mark.parametrize(
    ("day", "done", "state", "late"),
    [
        pytest.param("1/6/2024", "2024-06-01", "done_on_time", None, id="early"),
        pytest.param("10/6/2024", "2024-06-10", "done_on_time", None, id="on its last day"),
        pytest.param("11/6/2024", "2024-06-11", "done_late", 1, id="a day late"),
        pytest.param("15/6/2024", "2024-06-15", "done_late", 5, id="today"),
        pytest.param("16/6/2024", None, "overdue", 5, id="tomorrow does not exist yet"),
    ],
)
def test_states_of_what_is_done(day, done, state, late):
    log = progress(*((day, "Tam Đa", code, "Xong") for code in ("TC01", "NV01", "T01")))
    assessment = assessed(*one_of_each(10), log, as_of=AS_OF)
    assert owed(assessment, "code done state days_late") == [
        (code, done, state, late) for code in ("TC01", "NV01", "T01")
    ]


# log lines (day of June, result), verdicts (day, word), the day done: for a criterion, else
RUNS = [
    pytest.param([(1, "Đạt"), (5, "Đạt"), (9, "Đạt")], [], 1, 1, id="the first of a run"),
    pytest.param([(9, "Đạt"), (1, "Đạt")], [], 1, 1, id="wherever it stands"),
    pytest.param([(1, "Đạt"), (5, "Đang làm"), (9, "Đạt")], [], 9, 9, id="a break"),
    pytest.param(
        [(1, "Đạt"), (5, "Đang làm"), (7, "Đạt"), (9, "Đạt")], [], 7, 7, id="the last run"
    ),
    pytest.param([(1, "Đạt"), (5, "Đang làm")], [], None, None, id="broken off"),
    pytest.param([(1, "Đạt"), (16, "Đang làm")], [], 1, 1, id="broken off later"),
    pytest.param([(1, "Đạt")], [(5, "Đạt")], 1, 1, id="an approval goes on with the run"),
    pytest.param([(1, "Đang làm")], [(5, "Đạt")], 5, 5, id="an approval begins one"),
    pytest.param([], [(5, "Đạt")], 5, 5, id="an approval alone"),
    pytest.param([(1, "Đạt")], [(5, "Không đạt")], None, None, id="a refusal opens it again"),
    pytest.param([(1, "Đạt")], [(1, "Không đạt")], None, None, id="on its own day too"),
    pytest.param([(1, "Đạt"), (9, "Đạt")], [(5, "Không đạt")], None, 9, id="returned, sent again"),
    pytest.param(
        [(1, "Đạt"), (7, "Đạt")], [(5, "Không đạt"), (9, "Đạt")], 9, 7, id="sent again, approved"
    ),
    pytest.param(
        [(1, "Đạt")], [(5, "Không đạt"), (9, "Đạt")], 9, 9, id="refused and approved"
    ),
    pytest.param([(1, "Đạt")], [(16, "Không đạt")], 1, 1, id="refused later"),
    pytest.param([(3, "Đang làm")], [], None, None, id="not met"),
    pytest.param([], [], None, None, id="nothing"),
]  # fmt: skip


@pytest.fixture(scope="module")
def done():
    """Assess a sheet in which every case is a unit; map unit and code to the day done."""
    codes = ("TC01", "NV01", "T01")
    cases = [(f"Xã {n}", case.values[0], case.values[1]) for n, case in enumerate(RUNS)]
    assessment = assessed(
        *one_of_each(10)[1:],
        units(*((unit, "A") for unit, _, _ in cases)),
        progress(
            *(
                (f"{day}/6/2024", unit, c, w)
                for unit, log, _ in cases
                for c in codes
                for day, w in log
            )
        ),
        appraisals(
            *(
                (f"{d}/6/2024", unit, c, w)
                for unit, _, said in cases
                for c in codes
                for d, w in said
            )
        ),
        as_of=AS_OF,
    )
    return {(unit, code): day for unit, code, day in owed(assessment, "owner code done")}


@pytest.mark.parametrize(
    ("unit", "of_criterion", "of_others"),
    [pytest.param(f"Xã {n}", *case.values[2:], id=case.id) for n, case in enumerate(RUNS)],
)
def test_done_is_the_first_day_of_the_unbroken_run(done, unit, of_criterion, of_others):
    days = [day and f"2024-06-{day:02}" for day in (of_criterion, of_others, of_others)]
    assert [done[unit, code] for code in ("TC01", "NV01", "T01")] == days


def test_who_owes_a_task():
    book = plan(
        *PEOPLE,
        criteria(),
        tasks(
            ("NV1", "x", "Đô thị; Phòng Y tế"),
            ("NV2", "x", "Tất cả đơn vị"),
            ("NV3", "x", "Tất cả cơ quan"),
            ("NV4", "x", "Tất cả"),
        ),
    )
    owing = assess(book, as_of=AS_OF)
    units_, agencies_ = (
        ["Sơn Dương", "Tam Đa", "Đại Phú"],
        ["Công an huyện", "Phòng Y tế", "Thanh tra"],
    )
    assert sorted(owed(owing, "owner", code="NV1")) == ["Phòng Y tế", "Sơn Dương"]
    assert sorted(owed(owing, "owner", code="NV2")) == units_
    assert sorted(owed(owing, "owner", code="NV3")) == agencies_
    assert sorted(owed(owing, "owner", code="NV4")) == sorted(units_ + agencies_)


def test_a_report_is_owed_by_units_valid_on_its_last_day():
    book = plan(
        units(
            ("A", "G", None, "9/6/2024"), ("B", "G", None, "8/6/2024"),
            ("C", "G", "9/6/2024", None), ("D", "G", "10/6/2024", None), ("E", "G"),
            head="Đơn vị | Nhóm | Hiệu lực từ | Hiệu lực đến",
        ),
        criteria(),
        periods(("T05", "Tháng 5", "10/6/2024")),
    )  # fmt: skip
    for as_of, owners in (
        (date(2024, 6, 1), ["A", "B", "E"]),
        (date(2024, 6, 8), ["A", "B", "E"]),
        (date(2024, 6, 9), ["A", "C", "E"]),
        (date(2024, 6, 10), ["C", "E"]),
    ):
        # Of those shown on the date, the ones valid on 09/06: never B, never D.
        expected = [owner for owner in owners if owner != "B"]
        assert sorted(owed(assess(book, as_of=as_of), "owner")) == expected


def test_a_report_before_the_tenth_is_in_time_on_the_ninth():
    book = plan(
        units(("A", "G"), ("B", "G"), ("C", "G")),
        criteria(),
        periods(("T05", "Tháng 5", "10/6/2024")),
        progress(*((f"{8 + n}/6/2024", "ABC"[n], "T05", None, None, "qua thư") for n in range(3)),
                 head="Ngày | Đơn vị | Mã | Kết quả | Tiến độ (%) | Minh chứng"),
    )  # fmt: skip
    assessment = assess(book, as_of=AS_OF)
    assert sorted(owed(assessment, "owner due state days_late")) == [
        ("A", "2024-06-09", "done_on_time", None),
        ("B", "2024-06-09", "done_on_time", None),
        ("C", "2024-06-09", "done_late", 1),
    ]


def rate(*days, as_of=AS_OF):
    """Return the rate of a unit whose reports, due on 1, 2, … June, were sent on these days."""
    assessment = assessed(
        units(("Tam Đa", "A")),
        criteria(),
        periods(*((f"T{n}", "x", f"{n + 1}/6/2024") for n in range(1, len(days) + 1))),
        tasks(("NV01", "Tập huấn", "Tam Đa", "1/6/2024")),
        progress(
            *((f"{day}/6/2024", "Tam Đa", f"T{n}", "x") for n, day in enumerate(days, 1) if day)
        ),
        as_of=as_of,
    )
    return unit(assessment, "Tam Đa", "on_time_rate")


@pytest.mark.parametrize(
    ("days", "as_of", "expected"),
    [
        pytest.param((), AS_OF, None, id="no reports"),
        pytest.param((1, 2), AS_OF, 100, id="all on time"),
        pytest.param((None, None), AS_OF, 0, id="none sent"),
        pytest.param((2, 2), AS_OF, 50, id="one late"),
        pytest.param((1, None), AS_OF, 50, id="one overdue"),
        pytest.param((1, 2, 4), AS_OF, 66.7, id="two of three"),
        pytest.param((2, 3, 3), AS_OF, 33.3, id="one of three"),
        pytest.param((None, None), date(2024, 6, 1), None, id="nothing due yet"),
        pytest.param((None, None), date(2024, 6, 2), 0, id="the first overdue"),
        pytest.param((1, 1), date(2024, 6, 1), 100, id="sent before they are due"),
        pytest.param((None, 1), date(2024, 6, 1), 100, id="only what is done or overdue"),
        pytest.param((2, None), date(2024, 6, 1), None, id="what is sent later is open"),
    ],
)
def test_the_rate_of_reports_on_time(days, as_of, expected):
    assert rate(*days, as_of=as_of) == expected


def test_the_rate_is_rounded_half_up():
    june = date(2024, 6, 30)
    assert rate(1, *[None] * 7, as_of=june) == 12.5
    assert rate(1, *[None] * 14, as_of=june) == 6.7
    assert rate(1, *[None] * 15, as_of=june) == 6.3  # 6.25


def test_agencies_stand_as_in_the_sheet_with_their_counts():
    assessment = assessed(
        *PEOPLE,
        periods(("T04", "Tháng 4", "10/5/2024"), ("T05", "Tháng 5", "20/6/2024"), ("T12", "x", "1/12/2024")),
        tasks(("NV01", "Tập huấn", "Tất cả cơ quan", "1/6/2024")),
        progress(
            ("9/5/2024", "Phòng Y tế", "T04", "Đã gửi"),
            ("10/5/2024", "Công an huyện", "T04", "Đã gửi"),
            ("1/6/2024", "Thanh tra", "NV01", "Xong"),
        ),
        as_of=AS_OF,
    )  # fmt: skip
    assert literal(assessment.agencies, "agency on_time_rate overdue due_soon open done") == [
        ("Công an huyện", 0, 1, 1, 1, 1),
        ("Phòng Y tế", 100, 1, 1, 1, 1),
        ("Thanh tra", None, 0, 0, 0, 1),
    ]


def test_obligations_stand_overdue_first_by_days_late():
    assessment = assessed(
        units(("Tam Đa", "A")),
        criteria(
            ("A", "x", "14/6/2024"), ("B", "x", "1/6/2024"), ("C", "x", "20/6/2024"),
            ("D", "x", "1/12/2024"), ("E", "x", "1/1/2024"),
        ),
        tasks(("F", "x", "Tam Đa", "10/6/2024"), ("G", "x", "Tam Đa", "16/6/2024")),
        progress(("1/6/2024", "Tam Đa", "E", "Đạt")),
        as_of=AS_OF,
    )  # fmt: skip
    assert owed(assessment, "code state") == [
        *(("B", "overdue"), ("F", "overdue"), ("A", "overdue")),
        *(("G", "due_soon"), ("C", "due_soon"), ("D", "open"), ("E", "done_late")),
    ]

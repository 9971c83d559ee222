"""What is owed, by whom, and whether it is done (rules, 5)."""

from datetime import date

import pytest

from lib.assess import assess
from tests.builders import (
    agencies,
    assessed,
    criteria,
    found,
    literal,
    owed,
    periods,
    plan,
    progress,
    settings,
    tasks,
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


def test_a_criterion_without_a_readable_deadline_is_due_at_the_plans_end():
    assessment = assessed(
        *PEOPLE,
        criteria(
            ("TC01", "Đường", None), ("TC02", "Nước", "cuối năm"), ("TC03", "Nhà", "1/1/2025")
        ),
        as_of=AS_OF,
    )
    assert sorted(owed(assessment, "code due state", owner="Tam Đa")) == [
        ("TC01", "2024-12-31", "open"),
        ("TC02", "2024-12-31", "open"),
        ("TC03", "2025-01-01", "open"),
    ]


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
    assert owed(assessment, "due state days_late", kind="task") == [(None, state, late)]


@pytest.mark.parametrize(
    ("written", "as_of", "owed_"),
    [
        pytest.param("15/6/2024", "2024-06-14", [], id="the day before"),
        pytest.param("15/6/2024", "2024-06-15", [("NV01", "2024-06-15", "overdue")], id="the day"),
        pytest.param("15/6/2024", "2024-06-16", [("NV01", "2024-06-15", "overdue")], id="after it"),
        pytest.param(None, "2024-01-01", [("NV01", None, "open")], id="blank: always"),
        pytest.param("sớm", "2024-06-15", [("NV01", None, "overdue")], id="unreadable: always"),
        pytest.param("#REF!", "2024-06-15", [("NV01", None, "overdue")], id="an error: always"),
        pytest.param("15/6/2204", "2024-06-15", [("NV01", None, "overdue")], id="a slip: always"),
    ],
)
def test_a_task_is_owed_from_the_day_it_is_given(written, as_of, owed_):
    assessment = assessed(
        criteria(),
        tasks(
            ("NV01", "x", "Tam Đa", written, "10/6/2024"),
            head="Mã | Nhiệm vụ | Chủ trì | Ngày giao | Hạn",
        ),
        as_of=date.fromisoformat(as_of),
    )
    assert owed(assessment, "code given state") == owed_


def test_what_is_logged_before_a_task_is_given_is_done_once_it_is():
    book = plan(
        criteria(),
        tasks(
            ("NV01", "x", "Tam Đa", "15/6/2024", "30/6/2024"),
            head="Mã | Nhiệm vụ | Chủ trì | Ngày giao | Hạn",
        ),
        progress(("1/6/2024", "Tam Đa", "NV01", "Xong")),
    )
    assert found(book) == []
    assert owed(assess(book, as_of=date(2024, 6, 14))) == []
    assert owed(assess(book, as_of=AS_OF), "done state") == [("2024-06-01", "done_on_time")]


@pytest.mark.parametrize(
    ("written", "as_of", "expected"),
    [
        pytest.param("sớm", "2024-12-31", ("2024-12-31", "due_soon", None), id="the plan's end"),
        pytest.param("sớm", "2025-01-01", ("2024-12-31", "overdue", 1), id="the day after"),
        pytest.param("31/12/9999", "2025-01-01", ("2024-12-31", "overdue", 1), id="a slip"),
        pytest.param("#REF!", "2024-06-15", ("2024-12-31", "open", None), id="an error"),
        pytest.param(None, "2025-01-01", (None, "open", None), id="blank: never overdue"),
    ],
)
def test_a_task_with_an_unreadable_deadline_is_due_at_the_plans_end(written, as_of, expected):
    assessment = assessed(
        criteria(), tasks(("NV01", "x", "Tam Đa", written)), as_of=date.fromisoformat(as_of)
    )
    assert owed(assessment, "due state days_late") == [expected]


@pytest.mark.parametrize("written", [None, "sớm", "15/9/2204"])
def test_a_criterion_without_a_deadline_is_overdue_after_the_plan(written):
    book = plan(criteria(("TC01", "Đường", written)), units(("Tam Đa", "A")))
    for day, expected in ((date(2024, 12, 31), "due_soon"), (date(2025, 1, 1), "overdue")):
        assert owed(assess(book, as_of=day), "state") == [expected]


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

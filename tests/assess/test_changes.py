"""What changed since an earlier date (rules, 7)."""

from datetime import date

import pandas as pd

from lib.assess import assess, compare, history
from tests.builders import (
    agencies,
    appraisals,
    criteria,
    literal,
    periods,
    plan,
    progress,
    tasks,
    units,
)

BEFORE, NOW = date(2024, 5, 15), date(2024, 6, 15)
HEAD = "Đơn vị | Nhóm | Hiệu lực từ | Hiệu lực đến"


def changes(*grids, before=BEFORE, now=NOW):
    book = plan(*grids)
    return compare(book, assess(book, as_of=now), assess(book, as_of=before))


def test_rank_change_up_is_positive():
    found = changes(
        units(("A", "G"), ("B", "G"), ("C", "G")),
        progress(
            ("1/5/2024", "A", "TC01", None, 50),
            ("1/5/2024", "B", "TC01", None, 40),
            ("1/6/2024", "C", "TC01", None, 60),
        ),
    )
    # Before A 1, B 2, C 3; now C 1, A 2, B 3.
    assert found.rank_change.to_dict() == {"C": 2, "A": -1, "B": -1}


def test_rank_change_is_none_without_a_rank_before_or_now():
    found = changes(
        units(
            ("A", "G"), ("B", "G", "1/6/2024"), ("C", "G", None, "1/6/2024"), ("D", "H"), head=HEAD
        ),
        criteria(("TC01", "x", "G"), head="Mã | Tiêu chí | Áp dụng cho"),
    )
    assert found.rank_change.isna().to_dict() == {"A": False, "B": True, "D": True}
    assert found.rank_change["A"] == 0


def test_a_rank_that_came_with_a_tie():
    found = changes(units(("A", "G"), ("B", "G")), progress(("1/6/2024", "B", "TC01", "Đạt")))
    assert found.rank_change.to_dict() == {"B": 0, "A": -1}


MERGED = HEAD + " | Sáp nhập vào"


def test_nobody_rises_because_another_was_merged_away():
    found = changes(
        units(
            ("A", "G", None, "31/5/2024", "D"), ("B", "G"), ("C", "G"), ("D", "H", "1/6/2024"),
            head=MERGED,
        ),
        progress(
            ("1/5/2024", "A", "TC01", "Đạt"),
            ("1/5/2024", "B", "TC01", None, 50),
            ("1/5/2024", "C", "TC01", None, 40),
        ),
    )  # fmt: skip
    # On 15/05 A 1, B 2, C 3; on 15/06 B 1, C 2: among themselves they stand as before.
    assert found.rank_change.dropna().to_dict() == {"B": 0, "C": 0}
    assert found.rank_change.isna().to_dict() == {"B": False, "C": False, "D": True}


def test_nobody_falls_because_another_was_made():
    found = changes(
        units(
            ("A", "G", None, "31/5/2024", "D"), ("B", "G"), ("C", "G"), ("D", "G", "1/6/2024"),
            head=MERGED,
        ),
        progress(
            ("1/5/2024", "A", "TC01", "Đạt"),
            ("1/5/2024", "B", "TC01", None, 50),
            ("1/5/2024", "C", "TC01", None, 40),
            ("10/6/2024", "C", "TC01", None, 60),
        ),
    )  # fmt: skip
    # On 15/06 D 1, C 2, B 3; among B and C alone they have changed places.
    assert found.rank_change.dropna().to_dict() == {"C": 1, "B": -1}


def test_bearers_of_one_name_are_not_compared_as_one():
    found = changes(
        units(
            ("A", "G", None, "31/5/2024", "A"), ("A", "H", "1/6/2024"), ("B", "H"), ("C", "H"),
            head=MERGED,
        ),
        criteria(("TC01", "x", "31/5/2024")),
        progress(("1/5/2024", "C", "TC01", "Đạt"), ("2/6/2024", "A", "TC01", "Đạt")),
    )  # fmt: skip
    # A is another A on 15/06: met and rank 1, but not newly met, and without a change of rank.
    assert found.rank_change.dropna().to_dict() == {"B": 0, "C": 0}
    assert literal(found.newly_met, "unit code") == []
    assert literal(found.newly_overdue, "owner code") == [("B", "TC01")]


def test_what_an_ended_agency_owed_is_not_cleared():
    found = changes(
        agencies(
            ("Phòng Y tế", None, "31/5/2024", "Phòng Nội vụ"), ("Phòng Nội vụ", "1/6/2024", None, None),
            ("Thanh tra", None, None, None),
            head="Cơ quan | Hiệu lực từ | Hiệu lực đến | Sáp nhập vào",
        ),
        tasks(("NV01", "x", "Tất cả cơ quan", "1/5/2024"), ("NV02", "x", "Thanh tra", "1/5/2024")),
        progress(("1/6/2024", "Thanh tra", "NV02", "Xong")),
    )  # fmt: skip
    # Phòng Y tế's is not there any more; Phòng Nội vụ, which was not there before, owes it now.
    assert literal(found.cleared, "owner code") == [("Thanh tra", "NV02")]
    assert literal(found.newly_overdue, "owner code") == [("Phòng Nội vụ", "NV01")]


def test_a_task_taken_back_by_its_list_is_not_cleared():
    found = changes(
        units(("A", "G")),
        tasks(
            ("NV01", "x", "A", "10/5/2024", "1/6/2024"), ("NV02", "x", "A", "10/6/2024", "16/5/2024"),
            head="Mã | Nhiệm vụ | Chủ trì | Hạn | Ngày giao",
        ),
    )  # fmt: skip
    # Neither was given on 15/05.
    assert sorted(literal(found.newly_overdue, "owner code")) == [("A", "NV01"), ("A", "NV02")]
    assert found.cleared.empty


def test_criteria_newly_met_and_lost():
    found = changes(
        units(("A", "G"), ("B", "G"), ("C", "G", "1/6/2024"), ("D", "G", None, "1/6/2024"), head=HEAD),
        criteria(("TC01", "x"), ("TC02", "x")),
        progress(
            ("1/5/2024", "A", "TC01", "Đạt"), ("16/5/2024", "A", "TC02", "Đạt"),
            ("15/5/2024", "B", "TC01", "Đạt"), ("15/6/2024", "B", "TC02", "Đạt"),
            ("2/6/2024", "C", "TC01", "Đạt"), ("1/5/2024", "D", "TC01", "Đạt"),
            ("16/6/2024", "B", "TC02", "Đang làm", 5),
        ),
        appraisals(("10/6/2024", "B", "TC01", "Không đạt")),
    )  # fmt: skip
    # C and D are not shown on both dates.
    assert literal(found.newly_met, "unit code") == [("A", "TC02"), ("B", "TC02")]
    assert literal(found.lost, "unit code") == [("B", "TC01")]


def test_obligations_newly_overdue_and_cleared():
    found = changes(
        units(("A", "G"), ("C", "G", "1/6/2024"), ("D", "G", None, "1/6/2024"), head=HEAD),
        agencies(("Công an huyện",)),
        criteria(("TC01", "x", "15/5/2024"), ("TC02", "x", "14/5/2024"), ("TC03", "x", "1/5/2024")),
        tasks(("NV01", "x", "Công an huyện", "1/6/2024"), ("NV02", "x", "A", "1/5/2024")),
        periods(("T05", "x", "10/6/2024"), ("T04", "x", "10/5/2024", "Tất cả cơ quan")),
        progress(
            ("15/6/2024", "A", "TC03", "Đạt"),
            ("20/5/2024", "A", "NV02", "Xong"),
            ("1/6/2024", "Công an huyện", "T04", "Đã gửi"),
            ("5/6/2024", "A", "T05", "Đã gửi"),
        ),
    )
    # TC01 is due on 15/05: overdue now, not before. TC02 is overdue on both dates.
    assert sorted(literal(found.newly_overdue, "kind owner code")) == [
        ("criterion", "A", "TC01"),
        ("report", "Công an huyện", "T05"),
        ("task", "Công an huyện", "NV01"),
    ]
    assert sorted(literal(found.cleared, "kind owner code")) == [
        ("criterion", "A", "TC03"),
        ("report", "Công an huyện", "T04"),
        ("task", "A", "NV02"),
    ]


def test_what_falls_due_and_is_done_between_is_no_change():
    found = changes(
        criteria(("TC01", "x", "20/5/2024")),
        progress(*(("25/5/2024", owner, "TC01", "Đạt") for owner in ("Tam Đa", "Đại Phú"))),
    )
    assert found.newly_overdue.empty
    assert found.cleared.empty
    assert len(found.newly_met) == 2


def test_nothing_changes_against_the_same_date():
    found = changes(progress(("1/5/2024", "Tam Đa", "TC01", "Đạt")), before=NOW)
    assert found.rank_change.tolist() == [0, 0]
    for name in ("newly_met", "lost", "newly_overdue", "cleared"):
        assert getattr(found, name).empty


def test_nothing_to_compare():
    found = changes(units(), criteria())
    assert found.rank_change.empty
    assert list(found.newly_met.columns) == ["unit", "code"]
    assert list(found.cleared.columns) == ["kind", "owner", "code"]


def test_history_is_the_units_of_each_date():
    book = plan(
        units(("A", "G"), ("B", "G", "1/6/2024"), head="Đơn vị | Nhóm | Hiệu lực từ"),
        progress(("1/6/2024", "A", "TC01", "Đạt")),
    )
    found = history(book, [BEFORE, NOW])
    assert literal(found, "date unit met rank") == [
        ("2024-05-15", "A", 0, 1),
        ("2024-06-15", "A", 1, 1),
        ("2024-06-15", "B", 0, 2),
    ]
    now = assess(book, as_of=NOW).units
    last = found[found["date"] == pd.Timestamp(NOW)].drop(columns="date").reset_index(drop=True)
    pd.testing.assert_frame_equal(last, now)

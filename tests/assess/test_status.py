"""The status of a unit on a criterion (rules, 4)."""

from datetime import date

import pandas as pd
import pytest

from lib.assess import assess
from tests.builders import (
    appraisals,
    assessed,
    cell,
    criteria,
    literal,
    plan,
    progress,
    settings,
    statuses,
    units,
)

AS_OF = date(2024, 2, 20)  # the 50th day after 01/01/2024, when the plan begins
IN_100_DAYS = "10/4/2024"  # so half of the time is gone on AS_OF
DOING, DONE = "Đang làm", "Đạt"


# deadline, what was logged and appraised on 19/02, then status and cause
CASES = [
        # met first, whatever the date
        pytest.param(IN_100_DAYS, (DONE,), None, ("met", None), id="met"),
        pytest.param("19/2/2024", (DONE,), None, ("met", None), id="met after its deadline"),
        pytest.param(None, (DONE,), None, ("met", None), id="met without a deadline"),
        pytest.param("cuối năm", (DONE,), None, ("met", None), id="met, deadline unreadable"),
        # then overdue, with or without an entry
        pytest.param("18/2/2024", (DOING, 99), None, ("overdue", None), id="two days over"),
        pytest.param("19/2/2024", (DOING, 99), None, ("overdue", None), id="a day over"),
        pytest.param("19/2/2024", None, None, ("overdue", None), id="overdue without an entry"),
        pytest.param("19/2/2024", None, "Không đạt", ("overdue", None), id="refused and overdue"),
        pytest.param("1/1/2024", (DOING, 99), None, ("overdue", None), id="due on the first day"),
        # then no entry
        pytest.param("20/2/2024", None, None, ("no_data", None), id="no entry on its last day"),
        pytest.param(IN_100_DAYS, None, None, ("no_data", None), id="no entry"),
        pytest.param(None, None, None, ("no_data", None), id="no entry, no deadline"),
        pytest.param("cuối năm", None, None, ("no_data", None), id="no entry, unreadable"),
        # then at risk
        pytest.param(
            "31/12/2024", None, "Không đạt", ("at_risk", "appraised_not_met"), id="refused"
        ),
        pytest.param(None, None, "Không đạt", ("at_risk", "appraised_not_met"), id="refused, open"),
        pytest.param("20/2/2024", (DOING, 99), None, ("at_risk", "due_soon"), id="its last day"),
        pytest.param("21/2/2024", (DOING, 99), None, ("at_risk", "due_soon"), id="a day left"),
        pytest.param("26/2/2024", (DOING, 99), None, ("at_risk", "due_soon"), id="6 days left"),
        pytest.param("27/2/2024", (DOING, 99), None, ("at_risk", "due_soon"), id="7 days left"),
        pytest.param("28/2/2024", (DOING, 99), None, ("on_track", None), id="8 days left"),
        pytest.param("cuối năm", (DOING, 99), None, ("at_risk", "due_unreadable"), id="unreadable"),
        pytest.param("#REF!", (DOING, 99), None, ("at_risk", "due_unreadable"), id="error"),
        pytest.param(IN_100_DAYS, (DOING, 0), None, ("at_risk", "behind"), id="nothing done"),
        pytest.param(IN_100_DAYS, (DOING, 29), None, ("at_risk", "behind"), id="21 points behind"),
        pytest.param(IN_100_DAYS, (DOING, 29.9), None, ("at_risk", "behind"), id="20.1 behind"),
        pytest.param(IN_100_DAYS, (DOING, 30), None, ("on_track", None), id="20 points behind"),
        pytest.param(IN_100_DAYS, (DOING, 50), None, ("on_track", None), id="in time"),
        pytest.param("30/5/2024", (DOING, 13.3), None, ("at_risk", "behind"), id="below a third"),
        pytest.param("30/5/2024", (DOING, 13.4), None, ("on_track", None), id="above a third"),
        pytest.param("31/12/2024", (DOING, 0), None, ("on_track", None), id="far from its deadline"),
        pytest.param(
            *("31/12/2024", (DONE,), "Không đạt"), ("at_risk", "appraised_not_met"), id="refused, met"
        ),
        pytest.param(
            *("20/2/2024", (DOING, 99), "Ko đạt"), ("at_risk", "appraised_not_met"), id="refusal first"
        ),
        # else on track
        pytest.param(None, (DOING, 0), None, ("on_track", None), id="the plan's end, nothing done"),
        pytest.param(None, ("Chưa làm",), None, ("on_track", None), id="the plan's end, not begun"),
]  # fmt: skip


@pytest.fixture(scope="module")
def said():
    """Assess a sheet in which every case is a criterion; map codes to status and cause."""
    cases = [(f"TC{n}", *case.values) for n, case in enumerate(CASES)]
    assessment = assessed(
        units(("Tam Đa", "A")),
        criteria(*((code, "x", due) for code, due, *_ in cases)),
        progress(*(("19/2/2024", "Tam Đa", code, *log) for code, _, log, *_ in cases if log)),
        appraisals(*(("19/2/2024", "Tam Đa", code, word) for code, _, _, word, _ in cases if word)),
        as_of=AS_OF,
    )
    return {code: rest for code, *rest in literal(assessment.cells, "code status cause")}


@pytest.mark.parametrize(
    ("code", "expected"),
    [pytest.param(f"TC{n}", [*case.values[3]], id=case.id) for n, case in enumerate(CASES)],
)
def test_status_and_cause(said, code, expected):
    assert said[code] == expected


def test_a_criterion_that_does_not_apply_has_no_cell():
    assessment = assessed(
        units(("Tam Đa", "A"), ("Đại Phú", "B")),
        criteria(("TC01", "Đường", "A"), ("TC02", "Nước", "Huế; B"), head="Mã | Tiêu chí | Áp dụng cho"),
        progress(("1/2/2024", "Đại Phú", "TC01", DONE)),
        as_of=AS_OF,
    )  # fmt: skip
    assert statuses(assessment) == {
        ("Tam Đa", "TC01"): "no_data",
        ("Đại Phú", "TC02"): "no_data",
    }


def test_the_status_changes_on_the_day_after_the_deadline():
    book = plan(criteria(("TC01", "Đường", "20/2/2024")))
    for day, expected in ((19, "no_data"), (20, "no_data"), (21, "overdue")):
        assessment = assess(book, as_of=date(2024, 2, day))
        assert statuses(assessment)["Tam Đa", "TC01"] == expected


@pytest.mark.parametrize(
    ("start", "due", "as_of", "expected"),
    [
        pytest.param("1/1/2024", "10/4/2024", "2024-02-20", 50, id="half of the time"),
        pytest.param("1/1/2024", "10/4/2024", "2024-01-01", 0, id="the first day"),
        pytest.param("1/1/2024", "10/4/2024", "2023-12-31", 0, id="before the first day"),
        pytest.param("1/1/2024", "10/4/2024", "2024-01-02", 1, id="the second day"),
        pytest.param("1/1/2024", "10/4/2024", "2024-04-09", 99, id="the day before the last"),
        pytest.param("1/1/2024", "10/4/2024", "2024-04-10", 100, id="the last day"),
        pytest.param("1/1/2024", "10/4/2024", "2024-04-11", 100, id="afterwards"),
        pytest.param("10/4/2024", "10/4/2024", "2024-02-20", 100, id="due on the first day"),
        pytest.param("11/4/2024", "10/4/2024", "2024-02-20", 100, id="due before the first day"),
        pytest.param("9/4/2024", "10/4/2024", "2024-02-20", 0, id="one day to do it"),
        pytest.param("1/1/2024", None, "2024-07-02", 100 * 183 / 365, id="the plan's end"),
        pytest.param("1/1/2024", "cuối năm", "2024-07-02", 100 * 183 / 365, id="unreadable"),
        pytest.param("1/7/2024", None, "2024-10-01", 100 * 92 / 183, id="begun in summer"),
    ],
)
def test_expected(start, due, as_of, expected):
    assessment = assessed(
        settings(("Ngày bắt đầu", start)),
        criteria(("TC01", "Đường", due)),
        as_of=date.fromisoformat(as_of),
    )
    assert cell(assessment, "Tam Đa", "TC01", "expected") == expected


def test_behind_where_the_deadline_is_not_after_the_start():
    assessment = assessed(
        criteria(("TC01", "Đường", "1/1/2024")),
        progress(("1/12/2023", "Tam Đa", "TC01", DOING, 80), ("1/12/2023", "Đại Phú", "TC01", DOING, 79)),
        as_of=date(2023, 12, 20),
    )  # fmt: skip
    assert statuses(assessment) == {
        ("Tam Đa", "TC01"): "on_track",
        ("Đại Phú", "TC01"): "at_risk",
    }


def test_the_settings_move_the_bounds():
    assessment = assessed(
        settings(
            ("Sắp đến hạn (ngày)", 0), ("Chậm so với tiến độ (điểm %)", 0),
            ("Số liệu cũ sau (ngày)", 10),
        ),
        units(("Tam Đa", "A")),
        criteria(
            ("A", "hạn hôm nay", "20/2/2024"), ("B", "hạn ngày mai", "21/2/2024"),
            ("C", "đúng bằng", IN_100_DAYS), ("D", "kém một chút", IN_100_DAYS),
        ),
        progress(
            ("9/2/2024", "Tam Đa", "A", DOING, 99), ("10/2/2024", "Tam Đa", "B", DOING, 99),
            ("9/2/2024", "Tam Đa", "C", DOING, 50), ("10/2/2024", "Tam Đa", "D", DOING, 49.9),
        ),
        as_of=AS_OF,
    )  # fmt: skip
    assert literal(assessment.cells, "code status cause stale") == [
        ("A", "at_risk", "due_soon", True),
        ("B", "on_track", None, False),
        ("C", "on_track", None, True),
        ("D", "at_risk", "behind", False),
    ]


@pytest.mark.parametrize(
    ("day", "said", "due", "stale"),
    [
        pytest.param("20/2/2024", (DOING, 60), None, False, id="today's"),
        pytest.param("20/1/2024", (DOING, 60), None, False, id="31 days old"),
        pytest.param("19/1/2024", (DOING, 60), None, True, id="32 days old"),
        pytest.param("19/1/2024", (DONE,), None, False, id="met"),
        pytest.param("19/1/2024", (DOING, 60), "1/2/2024", True, id="overdue too"),
        pytest.param("19/1/2024", (DOING, 99), "21/2/2024", True, id="at risk too"),
        pytest.param(None, None, None, False, id="no entry"),
    ],
)
def test_stale(day, said, due, stale):
    assessment = assessed(
        criteria(("TC01", "Đường", due)),
        progress(*([(day, "Tam Đa", "TC01", *said)] if day else [])),
        as_of=AS_OF,
    )
    assert cell(assessment, "Tam Đa", "TC01", "stale") is stale


def test_a_refusal_grows_stale_with_its_own_day():
    log = progress(("1/1/2024", "Tam Đa", "TC01", DOING, 60))
    for day, stale in (("20/1/2024", False), ("19/1/2024", True)):
        assessment = assessed(log, appraisals((day, "Tam Đa", "TC01", "Không đạt")), as_of=AS_OF)
        assert cell(assessment, "Tam Đa", "TC01", "stale") is stale


def test_cells_stand_by_unit_in_screen_order_then_by_criterion():
    assessment = assessed(
        units(("Tam Đa", "B"), ("Đại Phú", "A"), ("An Khang", "B")),
        criteria(("TC02", "Đường"), ("TC01", "Nước")),
        progress(("1/2/2024", "An Khang", "TC01", DONE)),
        as_of=AS_OF,
    )
    assert literal(assessment.cells, "unit code") == [
        *(("An Khang", "TC02"), ("An Khang", "TC01"), ("Tam Đa", "TC02"), ("Tam Đa", "TC01")),
        *(("Đại Phú", "TC02"), ("Đại Phú", "TC01")),
    ]


@pytest.mark.parametrize(
    "grids",
    [
        pytest.param((units(),), id="no units"),
        pytest.param((criteria(),), id="no criteria"),
        pytest.param((units(), criteria()), id="nothing"),
    ],
)
def test_empty_tables_keep_their_types(grids):
    empty = assessed(*grids, as_of=AS_OF)
    full = assessed(
        criteria(("TC01", "Đường", "1/1/2024")),
        progress(("1/2/2024", "Tam Đa", "TC01", DOING, 5)),
        as_of=AS_OF,
    )
    for name in ("units", "agencies", "cells", "obligations"):
        one, other = getattr(empty, name), getattr(full, name)
        pd.testing.assert_series_equal(one.dtypes, other.dtypes)
    assert empty.cells.empty

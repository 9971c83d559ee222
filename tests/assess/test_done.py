"""Since when an obligation is done, and the states that follow (rules, 5)."""

from datetime import date

import pytest

from tests.builders import (
    appraisals,
    assessed,
    criteria,
    owed,
    periods,
    progress,
    tasks,
    units,
)

AS_OF = date(2024, 6, 15)


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

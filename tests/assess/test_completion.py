"""Entries of tasks, and the day one was completed (rules, 3 and 5)."""

from datetime import date

import pytest

from tests.builders import appraisals, assessed, owed, progress, tasks

AS_OF = date(2024, 9, 15)


def lines(code, log):
    """Write log lines or verdicts of Tam Đa for a code."""
    return [
        (day, "Tam Đa", code, *(said if isinstance(said, tuple) else (said,))) for day, said in log
    ]


TASK = "Mã | Nhiệm vụ | Chủ trì | Hạn | Ngày hoàn thành"


# completed, log lines, verdicts, the day done
TASKS = [
    pytest.param("1/6/2024", [], [], "2024-06-01", id="completed"),
    pytest.param(None, [("2/6/2024", "Xong")], [], "2024-06-02", id="logged"),
    pytest.param("16/9/2024", [], [], None, id="completed later"),
    pytest.param(
        "1/6/2024",
        [("1/6/2024", ("Đang làm", 50))],
        [],
        None,
        id="a log entry of its day beats it",
    ),
    pytest.param("1/6/2024", [("2/6/2024", ("Đang làm", 50))], [], None, id="a newer log entry"),
    pytest.param(
        "2/6/2024", [("1/6/2024", ("Đang làm", 50))], [], "2024-06-02", id="an older log entry"
    ),
    pytest.param(
        "1/6/2024", [], [("1/6/2024", "Không đạt")], None, id="an appraisal of its day beats it"
    ),
    pytest.param(
        "2/6/2024", [], [("1/6/2024", "Không đạt")], "2024-06-02", id="an older appraisal"
    ),
    pytest.param(
        None,
        [("2/6/2024", "Xong")],
        [("1/6/2024", "Không đạt")],
        "2024-06-02",
        id="a verdict does not outlast",
    ),
    pytest.param("5/6/2024", [("2/6/2024", "Xong")], [], "2024-06-02", id="one unbroken run"),
]


@pytest.fixture(scope="module")
def done():
    """Assess a sheet in which every case is a task; map codes to the day done."""
    cases = [(f"NV{n}", *case.values) for n, case in enumerate(TASKS)]
    assessment = assessed(
        tasks(
            *((code, "x", "Tam Đa", "30/6/2024", completed) for code, completed, *_ in cases),
            head=TASK,
        ),
        progress(*(line for code, _, log, _, _ in cases for line in lines(code, log))),
        appraisals(*(line for code, _, _, verdicts, _ in cases for line in lines(code, verdicts))),
        as_of=AS_OF,
    )
    return dict(owed(assessment, "code done", kind="task"))


@pytest.mark.parametrize(
    ("code", "expected"),
    [pytest.param(f"NV{n}", case.values[3], id=case.id) for n, case in enumerate(TASKS)],
)
def test_the_newest_entry_of_a_task_simply_stands(done, code, expected):
    assert done[code] == expected


def test_completion_is_an_entry_of_each_owner():
    assessment = assessed(
        tasks(("NV01", "Tập huấn", "Tất cả đơn vị", "30/6/2024", "1/6/2024"), head=TASK),
        progress(("5/6/2024", "Đại Phú", "NV01", "Đang làm", 10)),
        as_of=AS_OF,
    )
    assert owed(assessment, "owner done", kind="task") == [
        ("Đại Phú", None),
        ("Tam Đa", "2024-06-01"),
    ]

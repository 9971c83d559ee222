"""A unit's counts, light, points and progress (rules, 6)."""

from datetime import date

import pytest

from tests.builders import (
    appraisals,
    assessed,
    criteria,
    periods,
    progress,
    settings,
    tasks,
    unit,
    units,
)

AS_OF = date(2024, 6, 15)
PAST, SOON, FAR = "14/6/2024", "20/6/2024", "31/12/2024"
DAY = {"overdue": PAST, "soon": SOON, "far": FAR}


MET = (FAR, None, "Đạt")
ON_TRACK = (FAR, None, "Đang làm", 90)
AT_RISK = (SOON, None, "Đang làm", 90)
NO_DATA = (FAR, None)
OVERDUE = (PAST, None, "Đang làm", 90)
OVERDUE_WITHOUT_ENTRY = (PAST, None)
MANDATORY_OVERDUE = (PAST, "Có", "Đang làm", 90)


# criteria (deadline, mandatory, result, percent), tasks and reports by when due, then the light
LIGHTS = [
    pytest.param([MET], {}, "green", id="all met"),
    pytest.param([ON_TRACK], {}, "green", id="on track"),
    pytest.param([MET, ON_TRACK], {}, "green", id="met and on track"),
    pytest.param([NO_DATA], {}, "grey", id="no data"),
    pytest.param([NO_DATA, NO_DATA], {}, "grey", id="no data at all"),
    pytest.param([(FAR, "Có"), NO_DATA], {}, "grey", id="no data on a mandatory one"),
    pytest.param([(SOON, None)], {}, "amber", id="no data, due soon"),
    pytest.param([NO_DATA, (SOON, None)], {}, "amber", id="no data, one due soon"),
    pytest.param([NO_DATA], {"task soon": 1}, "amber", id="no data, a task due soon"),
    pytest.param([NO_DATA], {"report soon": 1}, "amber", id="no data, a report due soon"),
    pytest.param([NO_DATA], {"task far": 1, "report far": 1}, "grey", id="no data, nothing near"),
    pytest.param([NO_DATA], {"task overdue": 3}, "red", id="no data, three overdue"),
    pytest.param([MET], {"task soon": 3, "report soon": 3}, "green", id="met, much due soon"),
    pytest.param([NO_DATA, MET], {}, "amber", id="no data on one"),
    pytest.param([NO_DATA, AT_RISK], {}, "amber", id="no data on one, another at risk"),
    pytest.param([MET, AT_RISK], {}, "amber", id="one at risk"),
    pytest.param([(SOON, "Có", "Đang làm", 90)], {}, "amber", id="a mandatory one at risk"),
    pytest.param([MET, OVERDUE], {}, "amber", id="one overdue"),
    pytest.param([OVERDUE_WITHOUT_ENTRY], {}, "amber", id="one overdue without an entry"),
    pytest.param([NO_DATA, OVERDUE_WITHOUT_ENTRY], {}, "amber", id="overdue, no data else"),
    pytest.param([MET, OVERDUE, OVERDUE], {}, "amber", id="two overdue"),
    pytest.param([MET, OVERDUE, OVERDUE, OVERDUE], {}, "red", id="three overdue"),
    pytest.param([MET, *[OVERDUE] * 4], {}, "red", id="four overdue"),
    pytest.param([MET, MANDATORY_OVERDUE], {}, "red", id="a mandatory one overdue"),
    pytest.param([(PAST, "Có")], {}, "red", id="a mandatory one without an entry"),
    pytest.param([(PAST, "Có", "Đạt")], {}, "green", id="a mandatory one met late"),
    pytest.param([MET], {"task overdue": 1}, "amber", id="a task overdue"),
    pytest.param([MET], {"report overdue": 1}, "amber", id="a report overdue"),
    pytest.param([NO_DATA], {"report overdue": 1}, "amber", id="no data, a report overdue"),
    pytest.param(
        [MET, OVERDUE], {"task overdue": 1, "report overdue": 1}, "red", id="one of each kind"
    ),
    pytest.param([MET], {"report overdue": 3}, "red", id="three reports"),
    pytest.param([], {}, "grey", id="no criterion"),
    pytest.param([], {"report overdue": 1}, "amber", id="no criterion, a report overdue"),
    pytest.param([], {"report overdue": 3}, "red", id="no criterion, three overdue"),
    pytest.param([], {"task soon": 1}, "grey", id="no criterion, a task due soon"),
]


def lights(*cases, red_from=None):
    """Assess a sheet in which every case is a unit with items of its own; list their lights."""
    lines = [
        (f"Xã {n}", f"TC{n}-{m}", *line)
        for n, (criteria_, _) in enumerate(cases)
        for m, line in enumerate(criteria_)
    ]
    others = [
        (*said.split(), f"Xã {n}", f"{said.replace(' ', '')}{n}-{m}")
        for n, (_, some) in enumerate(cases)
        for said, many in some.items()
        for m in range(many)
    ]
    assessment = assessed(
        settings(("Đỏ khi quá hạn từ (mục)", red_from)),
        units(*((f"Xã {n}", "A") for n in range(len(cases)))),
        criteria(
            *((code, "x", due, must, name) for name, code, due, must, *_ in lines),
            head="Mã | Tiêu chí | Hạn | Bắt buộc | Áp dụng cho",
        ),
        tasks(*((code, "x", name, DAY[due]) for kind, due, name, code in others if kind == "task")),
        periods(
            *((code, "x", DAY[due], name) for kind, due, name, code in others if kind == "report")
        ),
        progress(*(("10/6/2024", name, code, *r) for name, code, _, _, *r in lines if r)),
        as_of=AS_OF,
    )
    return [unit(assessment, f"Xã {n}", "light") for n in range(len(cases))]


@pytest.fixture(scope="module")
def all_lights():
    return lights(*(case.values[:2] for case in LIGHTS))


@pytest.mark.parametrize(
    ("place", "expected"),
    [pytest.param(n, case.values[2], id=case.id) for n, case in enumerate(LIGHTS)],
)
def test_the_light(all_lights, place, expected):
    assert all_lights[place] == expected


@pytest.mark.parametrize(
    ("red_from", "expected"),
    [
        (1, ["green", "red", "red", "red"]),
        (2, ["green", "amber", "red", "red"]),
        (2.5, ["green", "amber", "amber", "red"]),
        (3, ["green", "amber", "amber", "red"]),
        (4, ["green", "amber", "amber", "amber"]),
    ],
)
def test_how_many_overdue_make_it_red(red_from, expected):
    cases = [([MET, *[OVERDUE] * n], {}) for n in range(4)]
    assert lights(*cases, red_from=red_from) == expected


def test_what_is_due_soon_or_done_late_does_not_darken_the_light():
    assessment = assessed(
        units(("Tam Đa", "A")),
        criteria(("TC01", "Đường", PAST)),
        tasks(("NV01", "Tập huấn", "Tam Đa", SOON)),
        periods(("T05", "Tháng 5", "10/6/2024")),
        progress(("15/6/2024", "Tam Đa", "TC01", "Đạt"), ("15/6/2024", "Tam Đa", "T05", "Đã gửi")),
        as_of=AS_OF,
    )
    assert unit(assessment, "Tam Đa", "light overdue") == ("green", 0)


def test_the_counts():
    assessment = assessed(
        units(("Tam Đa", "A"), ("Đại Phú", "B")),
        criteria(
            ("A", "x", FAR, None, None), ("B", "x", PAST, None, None), ("C", "x", FAR, None, None),
            ("D", "x", SOON, None, None), ("E", "x", FAR, None, None), ("F", "x", PAST, "Có", None),
            ("G", "x", PAST, "Có", "B"), ("H", "x", FAR, None, None),
            head="Mã | Tiêu chí | Hạn | Bắt buộc | Áp dụng cho",
        ),
        tasks(("NV01", "x", "Tam Đa", PAST)),
        periods(("T05", "x", "15/6/2024"), ("T06", "x", "16/6/2024"), ("T04", "x", "15/5/2024")),
        progress(
            ("1/6/2024", "Tam Đa", "A", "Đạt"),
            ("1/6/2024", "Tam Đa", "B", "Đang làm", 40),
            ("1/3/2024", "Tam Đa", "C", "Đang làm", 90),
            ("1/3/2024", "Tam Đa", "D", "Đang làm", 90),
            ("1/3/2024", "Tam Đa", "T04", "Đã gửi"),
        ),
        appraisals(("2/6/2024", "Tam Đa", "H", "Đạt")),
        as_of=AS_OF,
    )  # fmt: skip
    counts = "met met_appraised total overdue at_risk no_data stale mandatory_overdue on_time_rate"
    # Overdue: B, F, the task and T05; T06 is due today.
    assert unit(assessment, "Tam Đa", counts) == (2, 1, 7, 4, 1, 1, 2, 1, 50)


# points and what was reached of each criterion, then points met, points and progress
POINTS = [
    pytest.param([(1, "Đạt")], (1, 1, 100), id="all met"),
    pytest.param([(1, None)], (0, 1, 0), id="no entry counts as nought"),
    pytest.param([(1, "Đạt"), (1, None), (1, None)], (1, 3, 33.3), id="a third"),
    pytest.param([(1, "Đạt"), (1, "Đạt"), (1, None)], (2, 3, 66.7), id="two thirds"),
    pytest.param([(3, "Đạt"), (1, None)], (3, 4, 75), id="points weigh"),
    pytest.param([(0.5, "Đạt"), (1.5, 50)], (0.5, 2, 62.5), id="points with decimals"),
    pytest.param([(0.1, "Đạt"), (0.2, "Đạt"), (0.7, 0)], (0.3, 1, 30), id="sums are exact"),
    pytest.param([(1, 12.2), (1, 12.3)], (0, 2, 12.3), id="12.25 is rounded up"),
    pytest.param([(1, 12.4), (1, 12.3)], (0, 2, 12.4), id="12.35 is rounded up"),
    pytest.param([(1, 0.5), (1, 0)], (0, 2, 25), id="a share"),
    pytest.param([(1, "0,1%"), (1, 0)], (0, 2, 0.1), id="0.05 is rounded up"),
    pytest.param([(1, "0,09%"), (1, 0)], (0, 2, 0), id="0.045 is rounded down"),
    pytest.param([(1, 99), (1, "Đạt")], (1, 2, 99.5), id="almost"),
    pytest.param([(1, 99), *[(1, "Đạt")] * 19], (19, 20, 100), id="99.95 is rounded up"),
]


@pytest.fixture(scope="module")
def scored():
    """Assess a sheet in which every case is a unit with criteria of its own."""
    lines = [
        (f"Xã {n}", f"TC{n}-{m}", points, said)
        for n, case in enumerate(POINTS)
        for m, (points, said) in enumerate(case.values[0])
    ]
    return assessed(
        units(*((f"Xã {n}", "A") for n in range(len(POINTS)))),
        criteria(
            *((code, "x", points, name) for name, code, points, _ in lines),
            head="Mã | Tiêu chí | Điểm | Áp dụng cho",
        ),
        progress(
            *(
                ("1/6/2024", name, code, *((said,) if said == "Đạt" else (None, said)))
                for name, code, _, said in lines
                if said is not None
            )
        ),
        as_of=AS_OF,
    )


@pytest.mark.parametrize(
    ("name", "expected"),
    [pytest.param(f"Xã {n}", case.values[1], id=case.id) for n, case in enumerate(POINTS)],
)
def test_points_and_progress(scored, name, expected):
    assert unit(scored, name, "met_points max_points progress") == expected


def test_an_overdue_criterion_keeps_its_progress():
    assessment = assessed(
        units(("Tam Đa", "A")),
        criteria(("TC01", "x", PAST), ("TC02", "x", PAST)),
        progress(("1/6/2024", "Tam Đa", "TC01", "Đang làm", 40)),
        as_of=AS_OF,
    )
    assert unit(assessment, "Tam Đa", "progress overdue") == (20, 2)


def test_without_an_applicable_criterion_there_is_no_progress():
    assessment = assessed(units(("Tam Đa", "A")), criteria(), as_of=AS_OF)
    figures = "rank total met_points max_points progress"
    assert unit(assessment, "Tam Đa", figures) == (None, 0, 0, 0, None)

"""Units merged into others (rules, 2 and 3: Merged units)."""

from datetime import date

import pytest

from tests.builders import (
    appraisals,
    assessed,
    cell,
    criteria,
    progress,
    statuses,
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
        ("at_risk", 30, "2024-06-01", False, True),
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
        ("at_risk", 40, "2024-06-01", False, True),
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
        ("at_risk", 40, "2024-06-01", False, True),
        id="progress before appraised",
    ),
    pytest.param(
        [(LAC, "1/6/2024", "Đạt"), (VAN, "1/6/2024", "Đạt"), (SON, "1/9/2024", "Đang làm", 5)],
        [],
        ("at_risk", 5, "2024-09-01", False, False),
        id="its own entry goes first",
    ),
    pytest.param(
        [(SON, "1/2/2024", "Đạt"), (LAC, "1/6/2024", "Đang làm", 1), (VAN, "1/6/2024", "Đạt")],
        [],
        ("at_risk", 1, "2024-06-01", False, True),
        id="but none from before it was there",
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
        ("at_risk", 7, "2024-09-01", False, True),
        id="a predecessor's entry after its end",
    ),
    pytest.param(
        [(LAC, "1/7/2024", "Đạt"), (VAN, "1/6/2024", "Đạt")],
        [(LAC, "1/6/2024", "Không đạt")],
        ("at_risk", 0, "2024-07-01", True, True),
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
        pytest.param("31/8/2024", "Tam Đa", "on_track", id="merged"),
        pytest.param("14/9/2024", "Tam Đa", "on_track", id="since yesterday"),
        pytest.param("15/9/2024", "Tam Đa", "met", id="from tomorrow"),
        pytest.param(None, "Tam Đa", "met", id="without a date never"),
        pytest.param("31/2/2024", "Tam Đa", "met", id="nor with an unreadable one"),
        pytest.param("31/8/2024", None, "met", id="into none"),
        pytest.param("31/8/2024", "Huế", "met", id="into an unknown one"),
    ],
)
def test_a_unit_is_merged_from_the_day_after_its_last(last, into, status):
    assessment = assessed(
        units(("Hồng Lạc", "A", last, into), ("Tam Đa", "A"), head="Đơn vị | Nhóm | Hiệu lực đến | Sáp nhập vào"),
        progress(("1/6/2024", "Hồng Lạc", "TC01", "Đang làm", 98), ("1/6/2024", "Tam Đa", "TC01", "Đạt")),
        as_of=LATER,
    )  # fmt: skip
    assert statuses(assessment)["Tam Đa", "TC01"] == status


def test_only_predecessors_that_owe_the_code_count():
    assessment = assessed(
        units(
            ("Hồng Lạc", "Vùng thấp", None, "31/8/2024", "Hồng Sơn"),
            ("Vân Sơn", "Vùng cao", None, "31/8/2024", "Hồng Sơn"),
            ("Hồng Sơn", "Vùng thấp", "1/9/2024", None, None),
            head=MERGED,
        ),
        criteria(
            ("TC01", "Đường", "Vùng thấp"), ("TC02", "Nước", "Vùng cao"),
            head="Mã | Tiêu chí | Áp dụng cho",
        ),
        progress(("1/6/2024", "Hồng Lạc", "TC01", "Đạt"), ("1/6/2024", "Vân Sơn", "TC02", "Đạt")),
        as_of=LATER,
    )  # fmt: skip
    assert statuses(assessment) == {("Hồng Sơn", "TC01"): "met"}

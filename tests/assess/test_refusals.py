"""What a refusal leaves standing, and what is written after it (rules, 3 and 4)."""

from datetime import date

import pytest

from tests.assess.lines import written
from tests.builders import (
    appraisals,
    assessed,
    cell,
    criteria,
    literal,
    owed,
    periods,
    progress,
    tasks,
    units,
)

AS_OF = date(2024, 9, 15)
ME = "Tam Đa"
SAID = "status progress date appraised"


def lines(*said):
    return [(ME, day, what) for day, what in said]


# days and what is said on them, then what stands: status, progress, date, appraised
CASES = [
    # the entry that stood just before is not met: its progress
    pytest.param([("1/5", 40), ("1/6", "no")], (40, "1/6", True), id="what stood before"),
    pytest.param(
        [("1/5", 40), ("2/5", 60), ("1/6", "no")], (60, "1/6", True), id="the newest of two"
    ),
    pytest.param(
        [("1/5", 60), ("2/5", 40), ("1/6", "no")], (40, "1/6", True), id="though it is lower"
    ),
    pytest.param([("1/6", 40), ("1/6", "no")], (40, "1/6", True), id="of its own day"),
    pytest.param(
        [("1/5", 40), ("1/6", "no"), ("2/6", "no")], (40, "2/6", True), id="a refusal before it"
    ),
    pytest.param(
        [("1/5", 40), ("1/6", "no"), ("2/6", "met"), ("3/6", "no")],
        (40, "3/6", True),
        id="a claim that reads as not met",
    ),
    pytest.param(
        [("1/5", 40), ("1/6", "no"), ("2/6", 70), ("3/6", "met"), ("4/6", "no")],
        (40, "4/6", True),
        id="a claim, whatever was between",
    ),
    pytest.param(
        [("1/5", 40), ("1/6", "no"), ("2/6", 70), ("3/6", "no")],
        (70, "3/6", True),
        id="an entry after the first refusal",
    ),
    # it is met: the newest log entry that is not met as written
    pytest.param(
        [("1/5", 40), ("2/5", "met"), ("1/6", "no")], (40, "1/6", True), id="before a claim"
    ),
    pytest.param(
        [("1/4", 40), ("1/5", 60), ("2/5", "met"), ("3/5", "met"), ("1/6", "no")],
        (60, "1/6", True),
        id="before two claims",
    ),
    pytest.param(
        [("1/5", 40), ("1/6", "met"), ("1/6", "no")], (40, "1/6", True), id="a claim of its day"
    ),
    pytest.param(
        [("1/5", 40), ("2/5", "yes"), ("1/6", "no")], (40, "1/6", True), id="before an approval"
    ),
    pytest.param(
        [("1/4", 40), ("1/5", "no"), ("2/5", "met"), ("3/5", "yes"), ("1/6", "no")],
        (40, "1/6", True),
        id="before an approval after a refusal",
    ),
    pytest.param(
        [("1/4", 40), ("1/5", "met"), ("1/6", "no"), ("2/6", 80)],
        (80, "2/6", False),
        id="what is written later stands itself",
    ),
    # else nought
    pytest.param([("1/6", "no")], (0, "1/6", True), id="nothing before"),
    pytest.param([("1/5", "met"), ("1/6", "no")], (0, "1/6", True), id="only a claim before"),
    pytest.param([("1/5", "yes"), ("1/6", "no")], (0, "1/6", True), id="only an approval before"),
    pytest.param(
        [("1/6", "no"), ("2/6", 80), ("3/6", "met")],
        (0, "3/6", True),
        id="a claim has the refusal's progress",
    ),
    # refused until the next appraisal
    pytest.param([("1/6", "no"), ("2/6", 90)], (90, "2/6", False), id="refused, then 90"),
    pytest.param([("1/5", 40), ("1/6", "no"), ("2/6", "met")], (40, "2/6", True), id="then met"),
    pytest.param(
        [("1/6", "no"), ("2/6", 90), ("3/6", 98)], (98, "3/6", False), id="refused, then 90 and 98"
    ),
]
MET = [
    pytest.param([("1/6", "no"), ("2/6", "yes")], (100, "2/6", True), id="approved"),
    pytest.param(
        [("1/6", "no"), ("2/6", "yes"), ("3/6", "met")], (100, "3/6", True), id="approved, written"
    ),
]
ON_TRACK = [
    pytest.param(
        [("1/6", "no"), ("2/6", "yes"), ("3/6", 90)], (90, "3/6", False), id="approved, then 90"
    ),
    pytest.param([("1/6", 90), ("16/9", "no")], (90, "1/6", False), id="refused tomorrow"),
]
ALL = [
    *((case, "at_risk") for case in CASES),
    *((case, "met") for case in MET),
    *((case, "on_track") for case in ON_TRACK),
]


@pytest.fixture(scope="module")
def assessment():
    return assessed(*written([lines(*case.values[0]) for case, _ in ALL]), as_of=AS_OF)


@pytest.mark.parametrize(
    ("code", "status", "expected"),
    [
        pytest.param(f"TC{n}", status, case.values[1], id=case.id)
        for n, (case, status) in enumerate(ALL)
    ],
)
def test_what_a_refusal_leaves_standing(assessment, code, status, expected):
    progress_, day, appraised = expected
    number, month = day.split("/")
    iso = f"2024-{int(month):02}-{int(number):02}"
    assert cell(assessment, ME, code, SAID) == (status, progress_, iso, appraised)
    cause = "appraised_not_met" if status == "at_risk" else None
    assert cell(assessment, ME, code, "cause refused") == (cause, status == "at_risk")


def test_an_entry_that_contradicts_itself_is_not_met_as_written():
    assessment = assessed(
        progress(("1/5/2024", ME, "TC01", "Đạt", 85), ("2/5/2024", ME, "TC01", "Đạt")),
        appraisals(("1/6/2024", ME, "TC01", "Không đạt")),
        as_of=AS_OF,
    )
    assert cell(assessment, ME, "TC01", "progress") == 85


@pytest.mark.parametrize(
    "verdict", ["Không đạt yêu cầu", "Ko đạt", "Đang làm", "Đạt 85%", "?", "#REF!"]
)
def test_a_verdict_that_cannot_be_read_leaves_no_green_standing(verdict):
    assessment = assessed(
        progress(("1/5/2024", ME, "TC01", "Đạt"), ("2/6/2024", ME, "TC01", "Đạt")),
        appraisals(("1/6/2024", ME, "TC01", verdict)),
        as_of=AS_OF,
    )
    assert cell(assessment, ME, "TC01", SAID) == ("at_risk", 0, "2024-06-02", True)


@pytest.mark.parametrize("verdict", ["Chưa thẩm định", "Đang thẩm định", None])
def test_a_verdict_not_made_yet_leaves_what_stands(verdict):
    assessment = assessed(
        progress(("1/5/2024", ME, "TC01", "Đạt")),
        appraisals(("1/6/2024", ME, "TC01", verdict)),
        as_of=AS_OF,
    )
    assert cell(assessment, ME, "TC01", SAID) == ("met", 100, "2024-05-01", False)


def test_a_refused_claim_does_not_outrank_an_honest_80():
    sheet = (
        units(("A", "G"), ("B", "G")),
        progress(
            ("1/5/2024", "A", "TC01", "Đang làm", 20),
            ("1/6/2024", "A", "TC01", "Đạt"),
            ("1/6/2024", "B", "TC01", "Đang làm", 80),
            ("3/6/2024", "A", "TC01", "Đạt"),
        ),
        appraisals(("2/6/2024", "A", "TC01", "Không đạt")),
    )
    figures = "unit rank met progress"
    before = assessed(*sheet, as_of=date(2024, 6, 1))
    assert literal(before.units, figures) == [("A", 1, 1, 100), ("B", 2, 0, 80)]
    for day in (2, 3):
        after = assessed(*sheet, as_of=date(2024, 6, day))
        assert literal(after.units, figures) == [("B", 1, 0, 80), ("A", 2, 0, 20)]


def test_for_tasks_and_reports_the_newest_entry_simply_stands():
    assessment = assessed(
        units((ME, "A")),
        criteria(("TC01", "Đường", "30/6/2024")),
        tasks(("NV01", "Tập huấn", ME, "30/6/2024")),
        periods(("T05", "Tháng 5", "1/7/2024")),
        progress(*(("3/6/2024", ME, code, "Xong") for code in ("TC01", "NV01", "T05"))),
        appraisals(*(("2/6/2024", ME, code, "Không đạt") for code in ("TC01", "NV01", "T05"))),
        as_of=AS_OF,
    )
    assert dict(owed(assessment, "code state")) == {
        "TC01": "overdue",
        "NV01": "done_on_time",
        "T05": "done_on_time",
    }

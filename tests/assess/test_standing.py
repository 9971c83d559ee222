"""Which entry stands, and what an appraisal makes of those after it (rules, 2 and 3)."""

from datetime import date

import pytest

from lib.assess import assess
from tests.builders import appraisals, assessed, cell, criteria, plan, progress

AS_OF = date(2024, 9, 15)


SAID = "status progress date appraised"


def lines(code, log):
    """Write log lines or verdicts of Tam Đa for a code."""
    return [
        (day, "Tam Đa", code, *(said if isinstance(said, tuple) else (said,))) for day, said in log
    ]


# log lines, verdicts, then the standing entry: status, progress, date, appraised
CASES = [
    pytest.param([], [], ("no_data", None, None, False), id="nothing"),
    pytest.param([("1/6/2024", "Đạt")], [], ("met", 100, "2024-06-01", False), id="a log entry"),
    pytest.param(
        [("2/6/2024", ("Đang làm", 70)), ("1/6/2024", ("Đang làm", 40))],
        [],
        ("on_track", 70, "2024-06-02", False),
        id="the newest stands anywhere",
    ),
    pytest.param(
        [("1/6/2024", "Đạt"), ("2/6/2024", ("Đang làm", 40))],
        [],
        ("at_risk", 40, "2024-06-02", False),
        id="a newer one may be worse",
    ),
    pytest.param(
        [("1/6/2024", ("Đang làm", 70)), ("1/6/2024", ("Đang làm", 40))],
        [],
        ("at_risk", 40, "2024-06-01", False),
        id="the lower row of one day",
    ),
    pytest.param(
        [("15/9/2024", "Đạt"), ("16/9/2024", ("Đang làm", 40))],
        [],
        ("met", 100, "2024-09-15", False),
        id="later ones do not exist",
    ),
    pytest.param([("16/9/2024", "Đạt")], [], ("no_data", None, None, False), id="only later ones"),
    pytest.param(
        [],
        [("1/6/2024", "Đạt")],
        ("met", 100, "2024-06-01", True),
        id="an appraisal without a log entry",
    ),
    pytest.param(
        [],
        [("1/6/2024", "Không đạt")],
        ("at_risk", 0, "2024-06-01", True),
        id="a refusal without a log entry",
    ),
    pytest.param(
        [("1/5/2024", ("Đang làm", 40)), ("2/5/2024", ("Đang làm", 60))],
        [("1/6/2024", "Không đạt")],
        ("at_risk", 60, "2024-06-01", True),
        id="a refusal has the progress that stood before",
    ),
    pytest.param(
        [("1/5/2024", "Đạt")],
        [("1/6/2024", "Không đạt")],
        ("at_risk", 0, "2024-06-01", True),
        id="a refusal of a met entry alone has none",
    ),
    pytest.param(
        [("1/6/2024", ("Đang làm", 60)), ("2/6/2024", ("Đang làm", 70))],
        [("1/6/2024", "Không đạt")],
        ("at_risk", 70, "2024-06-02", False),
        id="a later entry that is not met stands as it is, refused",
    ),
    pytest.param(
        [("1/6/2024", ("Đang làm", 60))],
        [("1/6/2024", "Không đạt"), ("3/6/2024", "Không đạt")],
        ("at_risk", 60, "2024-06-03", True),
        id="a refusal twice",
    ),
    pytest.param(
        [("1/6/2024", "Đạt")],
        [("1/6/2024", "Không đạt")],
        ("at_risk", 0, "2024-06-01", True),
        id="an appraisal beats the log of its day",
    ),
    pytest.param(
        [("1/6/2024", ("Đang làm", 50))],
        [("1/6/2024", "Đạt")],
        ("met", 100, "2024-06-01", True),
        id="to the better too",
    ),
    pytest.param(
        [("2/6/2024", "Đạt")],
        [("1/6/2024", "Không đạt")],
        ("at_risk", 0, "2024-06-02", True),
        id="a refusal outlasts a met entry",
    ),
    pytest.param(
        [("2/6/2024", ("Đang làm", 80)), ("3/6/2024", "Đạt")],
        [("1/6/2024", "Không đạt")],
        ("at_risk", 0, "2024-06-03", True),
        id="a refusal outlasts what stands between",
    ),
    pytest.param(
        [("2/6/2024", "Đạt")],
        [("1/6/2024", "Không đạt"), ("3/6/2024", "Đạt")],
        ("met", 100, "2024-06-03", True),
        id="until the next appraisal",
    ),
    pytest.param(
        [("2/6/2024", "Đạt"), ("5/6/2024", "Đạt")],
        [("1/6/2024", "Không đạt"), ("3/6/2024", "Không đạt")],
        ("at_risk", 0, "2024-06-05", True),
        id="which may refuse again",
    ),
    pytest.param(
        [("2/6/2024", "Đạt")],
        [("1/6/2024", "Đạt")],
        ("met", 100, "2024-06-02", True),
        id="an approval outlasts too",
    ),
    pytest.param(
        [("2/6/2024", "Đạt"), ("3/6/2024", "Đạt")],
        [("1/6/2024", "Đạt")],
        ("met", 100, "2024-06-03", True),
        id="from entry to entry",
    ),
    pytest.param(
        [("2/6/2024", ("Đang làm", 90))],
        [("1/6/2024", "Đạt")],
        ("on_track", 90, "2024-06-02", False),
        id="an entry that is not met stands against an approval",
    ),
    pytest.param(
        [("2/6/2024", ("Đang làm", 90)), ("3/6/2024", "Đạt")],
        [("1/6/2024", "Đạt")],
        ("met", 100, "2024-06-03", False),
        id="and ends it",
    ),
    pytest.param(
        [("1/6/2024", "Đạt")],
        [("16/9/2024", "Không đạt")],
        ("met", 100, "2024-06-01", False),
        id="later verdicts do not exist",
    ),
    pytest.param(
        [("2/6/2024", ("Đạt", 100))],
        [("1/6/2024", "Không đạt"), ("1/6/2024", "Đạt")],
        ("met", 100, "2024-06-02", True),
        id="the lower verdict of one day",
    ),
]


@pytest.fixture(scope="module")
def assessment():
    """Assess a sheet in which every case is a criterion."""
    cases = [(f"TC{n}", *case.values) for n, case in enumerate(CASES)]
    return assessed(
        criteria(*((code, "x") for code, *_ in cases)),
        progress(*(line for code, log, _, _ in cases for line in lines(code, log))),
        appraisals(*(line for code, _, verdicts, _ in cases for line in lines(code, verdicts))),
        as_of=AS_OF,
    )


@pytest.mark.parametrize(
    ("code", "expected"),
    [pytest.param(f"TC{n}", case.values[2], id=case.id) for n, case in enumerate(CASES)],
)
def test_the_standing_entry(assessment, code, expected):
    assert cell(assessment, "Tam Đa", code, SAID) == expected


@pytest.fixture(scope="module")
def book():
    log = [("25/6/2024", "Đạt"), ("10/6/2024", "Đạt"), ("1/6/2024", ("Đang làm", 40))]
    verdicts = [("30/6/2024", "Đạt"), ("20/6/2024", "Không đạt")]
    return plan(progress(*lines("TC01", log)), appraisals(*lines("TC01", verdicts)))


@pytest.mark.parametrize(
    ("as_of", "expected"),
    [
        (date(2024, 5, 31), ("no_data", None, None, False)),
        (date(2024, 6, 1), ("on_track", 40, "2024-06-01", False)),
        (date(2024, 6, 9), ("on_track", 40, "2024-06-01", False)),
        (date(2024, 6, 10), ("met", 100, "2024-06-10", False)),
        (date(2024, 6, 20), ("at_risk", 40, "2024-06-20", True)),
        (date(2024, 6, 25), ("at_risk", 40, "2024-06-25", True)),
        (date(2024, 6, 30), ("met", 100, "2024-06-30", True)),
    ],
    ids=str,
)
def test_any_past_date_is_as_it_was(book, as_of, expected):
    assert cell(assess(book, as_of=as_of), "Tam Đa", "TC01", SAID) == expected


def test_a_cell_names_the_line_behind_it():
    assessment = assessed(
        progress(
            ("1/6/2024", "Tam Đa", "TC01", "Đạt", "ảnh", "Lan"),
            head="Ngày | Đơn vị | Mã | Kết quả | Minh chứng | Người nhập",
        ),
        appraisals(
            ("1/6/2024", "Đại Phú", "TC01", "Đạt", "Minh"),
            head="Ngày | Đơn vị | Mã | Kết quả | Người thẩm định",
        ),
        as_of=AS_OF,
    )
    columns = "worksheet row evidence author"
    assert cell(assessment, "Tam Đa", "TC01", columns) == ("Tiến độ", 2, "ảnh", "Lan")
    assert cell(assessment, "Đại Phú", "TC01", columns) == ("Thẩm định", 2, "", "Minh")


def test_a_cell_without_an_entry_names_no_line():
    columns = "worksheet row evidence author"
    assert cell(assess(plan(), as_of=AS_OF), "Tam Đa", "TC01", columns) == (None, None, "", "")

"""Refusals that pass to heirs, approvals, and runs of met entries that go on (rules, 3, 5)."""

from datetime import date

import pytest

from lib.assess import assess
from tests.assess.lines import written
from tests.builders import appraisals, cell, owed, plan, progress, tasks, units

HEAD = "Đơn vị | Nhóm | Hiệu lực từ | Hiệu lực đến | Sáp nhập vào"
A, B, HEIR = "Hồng Lạc", "Vân Sơn", "Hồng Sơn"
TWO = units(
    (A, "G", None, "31/8/2024", HEIR), (B, "G", None, "31/8/2024", HEIR), (HEIR, "G", "1/9/2024"),
    head=HEAD,
)  # fmt: skip
LIVING = units((A, "G", None, "31/8/2024", HEIR), (HEIR, "G"), head=HEAD)
CHAIN = units(
    (A, "G", None, "31/5/2024", B), (B, "G", None, "31/8/2024", HEIR), (HEIR, "G", "1/9/2024"),
    head=HEAD,
)  # fmt: skip
AS_OF = date(2024, 9, 15)
SAID = "status progress date appraised inherited refused"


def at_risk(progress_, day, appraised, *, own=False):
    return "at_risk", progress_, day, appraised, not own, True


# A (and B) are merged on 01/09 into an heir that begins then
REFUSED = [
    pytest.param(
        [(A, "1/5", 40), (A, "1/6", "no"), (B, "1/6", "met")],
        at_risk(40, "2024-06-01", True),
        id="a refusal stands, inherited",
    ),
    pytest.param(
        [(A, "1/5", 40), (A, "1/6", "no"), (B, "1/6", "met"), (HEIR, "5/9", "met")],
        at_risk(40, "2024-09-05", True, own=True),
        id="the heir's claim has the refusal's progress",
    ),
    pytest.param(
        [(A, "1/5", 40), (A, "1/6", "no"), (B, "1/6", "met"), (HEIR, "1/9", "met")],
        at_risk(40, "2024-09-01", True, own=True),
        id="on the first day too",
    ),
    pytest.param(
        [(A, "1/5", 40), (A, "1/6", "no"), (B, "1/6", "met"), (HEIR, "5/9", 98)],
        at_risk(98, "2024-09-05", False, own=True),
        id="what is not met stands itself, refused",
    ),
    pytest.param(
        [(A, "1/5", 40), (A, "1/6", "no"), (A, "1/7", 80), (B, "1/6", 95)],
        at_risk(80, "2024-07-01", False),
        id="refused, though the newest is no refusal",
    ),
    pytest.param(
        [(A, "1/5", 40), (A, "1/6", "no"), (A, "1/7", 80), (B, "1/6", 95), (HEIR, "5/9", "met")],
        at_risk(40, "2024-09-05", True, own=True),
        id="with the refusal's progress, not the newest's",
    ),
    pytest.param(
        [(A, "1/5", 40), (A, "1/6", "no"), (B, "1/5", 20), (B, "1/6", "no"), (HEIR, "5/9", "met")],
        at_risk(20, "2024-09-05", True, own=True),
        id="of two refusals the lower",
    ),
    pytest.param(
        [(A, "1/5", 40), (A, "31/8", "no"), (B, "1/6", "met"), (HEIR, "5/9", "met")],
        at_risk(40, "2024-09-05", True, own=True),
        id="refused on its last day",
    ),
    pytest.param(
        [(A, "1/6", "no"), (HEIR, "5/9", "met")],
        at_risk(0, "2024-09-05", True, own=True),
        id="refused, and the other has nothing",
    ),
]
NOT_REFUSED = [
    pytest.param(
        [(A, "1/5", 40), (A, "1/9", "no"), (B, "1/6", "met"), (HEIR, "5/9", "met")],
        ("met", 100, "2024-09-05", False, False, False),
        id="refused after its last day",
    ),
    pytest.param(
        [(A, "1/5", 40), (A, "1/6", "no"), (A, "1/8", "yes"), (B, "1/6", "met"), (HEIR, "5/9", "met")],
        ("met", 100, "2024-09-05", False, False, False),
        id="approved before its end",
    ),
    pytest.param(
        [(A, "1/6", "no"), (B, "1/6", "met"), (HEIR, "1/9", "yes")],
        ("met", 100, "2024-09-01", True, False, False),
        id="the heir approved on the very first day",
    ),
    pytest.param(
        [(A, "1/6", "no"), (B, "1/6", "met"), (HEIR, "1/9", "met"), (HEIR, "1/9", "yes")],
        ("met", 100, "2024-09-01", True, False, False),
        id="an approval beside its claim of the first day",
    ),
    pytest.param(
        [(A, "1/6", "no"), (B, "1/6", "met"), (HEIR, "1/9", "yes"), (HEIR, "5/9", "met")],
        ("met", 100, "2024-09-05", True, False, False),
        id="and goes on",
    ),
    pytest.param(
        [(A, "1/6", "no"), (B, "1/6", "met"), (HEIR, "5/9", "met"), (HEIR, "6/9", "yes")],
        ("met", 100, "2024-09-06", True, False, False),
        id="the heir approved later",
    ),
]  # fmt: skip

# A is merged on 01/09 into an heir that was always there
BESIDE = [
    pytest.param(
        [(A, "1/5", 40), (A, "1/6", "no"), (HEIR, "1/5", "yes"), (HEIR, "5/9", "met")],
        at_risk(40, "2024-09-05", True, own=True),
        id="a refusal comes after the heir's approval",
    ),
    pytest.param(
        [(A, "1/5", 40), (A, "1/6", "no"), (HEIR, "1/5", "yes")],
        at_risk(40, "2024-06-01", True),
        id="and stands with what it brings",
    ),
    pytest.param(
        [(A, "1/5", "met"), (HEIR, "1/5", 60), (HEIR, "1/6", "no"), (HEIR, "5/9", "met")],
        at_risk(60, "2024-09-05", True, own=True),
        id="the heir's own refusal lasts",
    ),
    pytest.param(
        [(A, "1/5", 40), (A, "1/6", "no"), (HEIR, "1/5", 10), (HEIR, "1/6", "no"), (HEIR, "5/9", "met")],
        at_risk(40, "2024-09-05", True, own=True),
        id="the newer verdict is the predecessor's",
    ),
    pytest.param(
        [(A, "1/5", "met"), (HEIR, "1/5", "yes"), (HEIR, "5/9", "met")],
        ("met", 100, "2024-09-05", False, False, False),
        id="an approval does not outlast one that is not",
    ),
    pytest.param(
        [(A, "1/5", "yes"), (HEIR, "1/5", "yes"), (HEIR, "5/9", "met")],
        ("met", 100, "2024-09-05", True, False, False),
        id="approved, both, and goes on",
    ),
    pytest.param(
        [(A, "1/6", "yes"), (HEIR, "1/5", "yes")],
        ("met", 100, "2024-06-01", True, True, False),
        id="approved, both, inherited",
    ),
]  # fmt: skip

# A is merged into B on 01/06, B into the heir on 01/09
ALONG = [
    pytest.param(
        [(A, "1/4", 40), (A, "1/5", "no"), (B, "1/5", "met")],
        at_risk(40, "2024-05-01", True),
        id="a refusal, inherited twice",
    ),
    pytest.param(
        [(A, "1/4", 40), (A, "1/5", "no"), (B, "1/5", "met"), (HEIR, "5/9", "met")],
        at_risk(40, "2024-09-05", True, own=True),
        id="the last heir's claim",
    ),
    pytest.param(
        [(A, "1/4", 40), (A, "1/5", "no"), (B, "1/5", "met"), (B, "1/7", "met"), (HEIR, "5/9", "met")],
        at_risk(40, "2024-09-05", True, own=True),
        id="the claim of the one between",
    ),
    pytest.param(
        [(A, "1/4", 40), (A, "1/5", "no"), (B, "1/6", "yes"), (HEIR, "5/9", "met")],
        ("met", 100, "2024-09-05", True, False, False),
        id="the one between approved on its first day",
    ),
]  # fmt: skip
LAYOUTS = {
    "two": (TWO, REFUSED + NOT_REFUSED),
    "living": (LIVING, BESIDE),
    "chain": (CHAIN, ALONG),
}


@pytest.fixture(scope="module")
def assessments():
    return {
        name: assess(plan(sheet, *written([case.values[0] for case in cases])), as_of=AS_OF)
        for name, (sheet, cases) in LAYOUTS.items()
    }


@pytest.mark.parametrize(
    ("layout", "code", "expected"),
    [
        pytest.param(layout, f"TC{n}", case.values[1], id=case.id)
        for layout, (_, cases) in LAYOUTS.items()
        for n, case in enumerate(cases)
    ],
)
def test_a_verdict_passes_to_the_heir(assessments, layout, code, expected):
    assert cell(assessments[layout], HEIR, code, SAID) == expected


def test_the_verdict_on_a_task_passes_to_no_one():
    book = plan(
        TWO,
        tasks(("NV01", "x", "Tất cả đơn vị", "30/9/2024")),
        progress(
            *(("1/5/2024", who, "NV01", "Xong") for who in (A, B)),
            ("5/9/2024", HEIR, "NV01", "Xong"),
        ),
        appraisals(("1/6/2024", A, "NV01", "Không đạt")),
    )
    for day, expected in ((4, (None, "open")), (5, ("2024-09-05", "done_on_time"))):
        found = owed(assess(book, as_of=date(2024, 9, day)), "done state", kind="task")
        assert found == [expected]


# lines, then since when it is done, in each layout
RUNS = {
    "two": [
        pytest.param([(A, "1/5", "met"), (B, "1/6", "met")], "2024-06-01", id="inherited"),
        pytest.param(
            [(A, "1/5", "met"), (B, "3/4", "met"), (B, "1/6", "met")],
            "2024-04-03",
            id="the run of the one it comes from",
        ),
        pytest.param(
            [(A, "1/5", "met"), (B, "1/6", "met"), (HEIR, "10/9", "met")],
            "2024-06-01",
            id="its own goes on",
        ),
        pytest.param(
            [(A, "1/5", "met"), (B, "1/6", "met"), (HEIR, "9/9", "met"), (HEIR, "10/9", "met")],
            "2024-06-01",
            id="both its own go on",
        ),
        pytest.param(
            [(A, "1/5", "met"), (B, "1/6", "met"), (HEIR, "9/9", 50), (HEIR, "10/9", "met")],
            "2024-09-10",
            id="broken by its own",
        ),
        pytest.param(
            [(A, "1/5", "met"), (B, "1/6", 50), (HEIR, "10/9", "met")],
            "2024-09-10",
            id="what stood was not met",
        ),
        pytest.param([(A, "1/5", "met"), (HEIR, "10/9", "met")], "2024-09-10", id="nothing stood"),
        pytest.param(
            [(A, "1/5", "met"), (A, "1/6", "no"), (B, "1/6", "met"), (HEIR, "10/9", "met"), (HEIR, "12/9", "yes")],
            "2024-09-12",
            id="a refusal came with it",
        ),
        pytest.param(
            [(A, "1/5", "met"), (B, "1/6", "met"), (HEIR, "10/9", "met"), (HEIR, "12/9", "no")],
            None,
            id="refused in the end",
        ),
        pytest.param(
            [(A, "1/5", "met"), (B, "1/6", "met"), (B, "5/9", 50), (HEIR, "10/9", "met")],
            "2024-09-10",
            id="what stood on its day was not met",
        ),
        pytest.param(
            [(A, "1/5", "met"), (B, "1/6", "met"), (B, "12/9", 50), (HEIR, "10/9", "met")],
            "2024-06-01",
            id="what came later matters not",
        ),
    ],
    "living": [
        pytest.param([(A, "1/5", "met"), (HEIR, "1/6", "met")], "2024-06-01", id="its own stands"),
        pytest.param(
            [(A, "1/6", "met"), (HEIR, "1/5", "met")], "2024-06-01", id="the predecessor's stands"
        ),
        pytest.param(
            [(A, "1/6", "met"), (HEIR, "1/5", "met"), (HEIR, "10/9", "met")],
            "2024-06-01",
            id="its own since goes on into the other's",
        ),
        pytest.param(
            [(A, "1/5", "met"), (HEIR, "1/4", "met"), (HEIR, "1/6", "met"), (HEIR, "10/9", "met")],
            "2024-04-01",
            id="its own since goes on into its own",
        ),
        pytest.param(
            [(A, "1/5", 50), (HEIR, "1/4", "met"), (HEIR, "10/9", "met")],
            "2024-09-10",
            id="the predecessor breaks it",
        ),
    ],
    "chain": [
        pytest.param(
            [(A, "1/4", "met"), (B, "1/3", "met"), (HEIR, "10/9", "met")],
            "2024-04-01",
            id="through two mergers",
        ),
        pytest.param(
            [(A, "1/4", "met"), (B, "1/3", "met"), (B, "1/7", "met"), (HEIR, "10/9", "met")],
            "2024-04-01",
            id="through its own between",
        ),
    ],
}  # fmt: skip


@pytest.fixture(scope="module")
def done():
    """Map each layout's codes to the day done."""
    sheets = {"two": TWO, "living": LIVING, "chain": CHAIN}
    return {
        name: dict(
            owed(
                assess(plan(sheets[name], *written([c.values[0] for c in cases])), as_of=AS_OF),
                "code done",
            )
        )
        for name, cases in RUNS.items()
    }


@pytest.mark.parametrize(
    ("layout", "code", "expected"),
    [
        pytest.param(layout, f"TC{n}", case.values[1], id=case.id)
        for layout, cases in RUNS.items()
        for n, case in enumerate(cases)
    ],
)
def test_a_run_of_met_entries_goes_on_over_a_merger(done, layout, code, expected):
    assert done[layout][code] == expected

"""What stands for the one that others are merged into (rules, 3: Merged units)."""

from datetime import date

import pytest

from lib.assess import assess
from tests.assess.lines import written
from tests.builders import cell, criteria, plan, progress, tasks, units
from tests.builders import owed as obligations

HEAD = "Đơn vị | Nhóm | Hiệu lực từ | Hiệu lực đến | Sáp nhập vào"
LAST, FIRST = date(2024, 8, 31), date(2024, 9, 1)
A, B, HEIR = "Hồng Lạc", "Vân Sơn", "Hồng Sơn"


def merged(heir_from=None, b_until="31/8/2024"):
    """Merge A, at the end of August, and B into the heir, there from a day on."""
    return units(
        (A, "G", None, "31/8/2024", HEIR),
        (B, "G", None, b_until, HEIR),
        (HEIR, "G", heir_from, None, None),
        head=HEAD,
    )


ALONE = units((A, "G", None, "31/8/2024", HEIR), (HEIR, "G", None, None, None), head=HEAD)
NOTHING = (None, None, False)

# A is merged, on 01/09, into an heir that was there before
LIVING = [
    pytest.param([(A, "1/6", 30), (HEIR, "1/6", 90)], (30, "1/6", True), id="the other is weaker"),
    pytest.param([(A, "1/6", 90), (HEIR, "2/6", 30)], (30, "2/6", False), id="itself is weaker"),
    pytest.param([(A, "1/6", 98), (HEIR, "1/6", "met")], (98, "1/6", True), id="met and not met"),
    pytest.param([(HEIR, "1/6", 90)], NOTHING, id="the other has none"),
    pytest.param([(HEIR, "1/6", "met")], NOTHING, id="the other has none, itself met"),
    pytest.param([(A, "1/6", 90)], NOTHING, id="itself has none"),
    pytest.param(
        [(A, "1/6", "met"), (HEIR, "2/6", "met")], (100, "2/6", False), id="met: the later, its own"
    ),
    pytest.param(
        [(A, "2/6", "met"), (HEIR, "1/6", "met")], (100, "2/6", True), id="met: the later, another's"
    ),
    pytest.param([(A, "1/6", 40), (HEIR, "1/6", 40)], (40, "1/6", True), id="equal: itself last"),
    pytest.param(
        [(A, "1/6", 40), (HEIR, "30/5", 40)], (40, "30/5", False), id="not met: the older, its own"
    ),
    pytest.param(
        [(A, "1/6", 30), (HEIR, "31/8", 90)], (30, "1/6", True), id="its own of the day before"
    ),
    pytest.param([(A, "1/6", 30), (HEIR, "1/9", 90)], (90, "1/9", False), id="its own of the day"),
    pytest.param(
        [(A, "1/6", "met"), (HEIR, "1/9", 5)], (5, "1/9", False), id="though its own is weaker"
    ),
    pytest.param(
        [(A, "1/6", 30), (HEIR, "1/6", 90), (HEIR, "1/9", "yes")],
        (100, "1/9", False),
        id="an appraisal of the day is its own",
    ),
    pytest.param(
        [(A, "1/6", 95), (A, "1/9", 10), (HEIR, "1/6", 90)],
        (10, "1/9", True),
        id="the other writes after its end",
    ),
]  # fmt: skip

# the heir begins on 01/09 itself, or later: what it wrote before does not count
NEW = [
    pytest.param(
        [(A, "1/6", 95), (B, "1/6", 90), (HEIR, "1/6", 10)], (90, "1/6", True), id="written before"
    ),
    pytest.param(
        [(A, "1/6", 95), (B, "1/6", 90), (HEIR, "31/8", 10)], (90, "1/6", True), id="the day before"
    ),
    pytest.param(
        [(A, "1/6", 95), (B, "1/6", 90), (HEIR, "1/9", 10)], (10, "1/9", False), id="the first day"
    ),
    pytest.param([(A, "1/6", 95), (HEIR, "1/6", 10)], NOTHING, id="one predecessor has none"),
]


def check(book, case, as_of, code, expected):
    progress_, day, inherited = expected
    number, month = day.split("/") if day else (0, 0)
    iso = f"2024-{int(month):02}-{int(number):02}" if day else None
    found = cell(assess(book, as_of=as_of), HEIR, code, "progress date inherited")
    assert found == (progress_, iso, inherited), case


def books(cases):
    """Read each layout's cases as criteria of one sheet."""
    return {
        name: (plan(sheet, *written([case.values[0] for case in some])), some)
        for name, (sheet, some) in cases.items()
    }


@pytest.fixture(scope="module")
def read():
    return books(
        {
            "living": (ALONE, LIVING),
            "new": (merged("1/9/2024"), NEW),
            "two days": (merged(b_until="30/9/2024"), TWO_DAYS),
            "chain": (CHAIN, ALONG),
        }
    )


@pytest.mark.parametrize(
    ("code", "case"),
    [pytest.param(f"TC{n}", case, id=case.id) for n, case in enumerate(LIVING)],
)
def test_an_heir_that_was_there_before_stands_beside_its_predecessor(read, code, case):
    check(read["living"][0], case, FIRST, code, case.values[1])


@pytest.mark.parametrize(
    ("code", "case"), [pytest.param(f"TC{n}", case, id=case.id) for n, case in enumerate(NEW)]
)
def test_a_new_heir_has_what_its_predecessors_had(read, code, case):
    check(read["new"][0], case, FIRST, code, case.values[1])


@pytest.mark.parametrize(
    ("begins", "expected"),
    [
        pytest.param(None, (None, None), id="always there: it has none"),
        pytest.param("31/8/2024", (None, None), id="there the day before"),
        pytest.param("1/9/2024", (90, True), id="from the first day on"),
        pytest.param("2/9/2024", (90, True), id="from the day after on"),
    ],
)
def test_itself_counts_only_where_it_was_there_the_day_before(begins, expected):
    book = plan(merged(begins), *written([[(A, "1/6", 95), (B, "1/6", 90)]]))
    on = date(2024, 9, 2)
    found = cell(assess(book, as_of=on), HEIR, "TC0", "progress inherited")
    assert found == (expected[0], bool(expected[1]))


# A is merged on 01/09, B on 01/10; the heir was always there
TWO_DAYS = [
    pytest.param(
        [(A, "1/6", 50), (B, "1/6", 70), (HEIR, "1/6", 60)],
        {"31/8": (60, "1/6", False), "1/9": (50, "1/6", True), "1/10": (50, "1/6", True)},
        id="the first one's stays",
    ),
    pytest.param(
        [(A, "1/6", 50), (B, "2/6", 30), (HEIR, "1/6", 60)],
        {"1/9": (50, "1/6", True), "30/9": (50, "1/6", True), "1/10": (30, "2/6", True)},
        id="the second one's is weaker",
    ),
    pytest.param(
        [(A, "1/6", 50), (HEIR, "1/6", 60)],
        {"1/9": (50, "1/6", True), "30/9": (50, "1/6", True), "1/10": NOTHING},
        id="the second has none",
    ),
    pytest.param(
        [(B, "1/6", 50), (HEIR, "1/6", 60)],
        {"31/8": (60, "1/6", False), "1/9": NOTHING, "1/10": NOTHING},
        id="the first has none",
    ),
    pytest.param(
        [(A, "1/6", 50), (B, "1/6", 30), (HEIR, "1/6", 60), (HEIR, "15/9", 80)],
        {"14/9": (50, "1/6", True), "15/9": (80, "15/9", False), "1/10": (30, "1/6", True)},
        id="its own between them",
    ),
    pytest.param(
        [(A, "1/6", 50), (B, "1/6", 90), (HEIR, "15/9", 80)],
        {"1/9": NOTHING, "15/9": (80, "15/9", False), "1/10": (80, "15/9", False)},
        id="its own between them is weaker",
    ),
    pytest.param(
        [(A, "1/6", 50), (B, "1/6", 30), (HEIR, "1/6", 60), (HEIR, "1/10", 99)],
        {"30/9": (50, "1/6", True), "1/10": (99, "1/10", False)},
        id="its own of the second day",
    ),
    pytest.param(
        [(A, "1/6", 50), (A, "15/9", 20), (B, "1/6", 70), (HEIR, "1/6", 60)],
        {"14/9": (50, "1/6", True), "15/9": (20, "15/9", True), "1/10": (20, "15/9", True)},
        id="the first writes after its end",
    ),
    pytest.param(
        [(A, "1/6", 50), (A, "1/10", 20), (B, "1/6", 70), (HEIR, "1/6", 60)],
        {"30/9": (50, "1/6", True), "1/10": (50, "1/6", True)},
        id="or after the second merger, too late",
    ),
]  # fmt: skip

CHAIN = units(
    ("P", "G", None, "31/3/2024", "Q"), ("Q", "G", None, "30/6/2024", HEIR),
    ("R", "G", None, "31/3/2024", HEIR), (HEIR, "G", None, None, None),
    head=HEAD,
)  # fmt: skip
P, Q, R, H = ("P", "1/2", 40), ("Q", "1/2", 70), ("R", "1/2", 50), (HEIR, "1/2", 90)

# P is merged into Q and R into the heir on 01/04, Q into the heir on 01/07
ALONG = [
    pytest.param(
        [P, Q, R, H],
        {"31/3": (90, "1/2", False), "30/6": (50, "1/2", True), "1/7": (40, "1/2", True)},
        id="through the one between",
    ),
    pytest.param([("P", "1/2", 70), ("Q", "1/2", 60), R, H], {"1/7": (50, "1/2", True)},
                 id="the nearer is weaker"),
    pytest.param([P, Q, R, (HEIR, "1/2", 30)], {"30/6": (30, "1/2", False), "1/7": (30, "1/2", False)},
                 id="itself is the weakest"),
    pytest.param([Q, R, H], {"30/6": (50, "1/2", True), "1/7": NOTHING}, id="one chain ends in nothing"),
    pytest.param([P, R, H], {"30/6": (50, "1/2", True), "1/7": NOTHING}, id="or is broken between"),
    pytest.param([P, Q, H], {"30/6": NOTHING, "1/7": NOTHING}, id="the other ends in nothing"),
    pytest.param([P, Q, R], {"30/6": NOTHING, "1/7": NOTHING}, id="itself has none"),
    pytest.param([P, Q, R, H, ("Q", "1/4", 85)], {"1/7": (50, "1/2", True)},
                 id="the one between writes its own"),
    pytest.param([P, Q, R, H, (HEIR, "30/6", 95)], {"30/6": (95, "30/6", False), "1/7": (40, "1/2", True)},
                 id="its own of the day before"),
    pytest.param([P, Q, R, H, (HEIR, "1/7", 95)], {"1/7": (95, "1/7", False)}, id="its own of the day"),
]  # fmt: skip


def days(layout, cases):
    return [
        pytest.param(layout, f"TC{n}", case, day, id=f"{case.id}-{day}")
        for n, case in enumerate(cases)
        for day in case.values[1]
    ]


@pytest.mark.parametrize(
    ("layout", "code", "case", "day"), days("two days", TWO_DAYS) + days("chain", ALONG)
)
def test_mergers_of_two_days(read, layout, code, case, day):
    number, month = map(int, day.split("/"))
    check(read[layout][0], case, date(2024, month, number), code, case.values[1][day])


def test_a_merger_of_one_that_does_not_owe_the_code_changes_nothing():
    sheet = merged(b_until="30/9/2024")
    asks = criteria(
        ("TC01", "x", f"{A}; {HEIR}"), ("TC02", "x", HEIR), ("TC03", "x", None),
        head="Mã | Tiêu chí | Áp dụng cho",
    )  # fmt: skip
    codes = ("TC01", "TC02", "TC03")
    log = [("1/6/2024", A, 30), ("1/6/2024", HEIR, 60), ("15/9/2024", HEIR, 80)]
    lines = progress(*((day, who, c, None, n) for day, who, n in log for c in codes))
    after = assess(plan(sheet, asks, lines), as_of=date(2024, 10, 1))
    found = [cell(after, HEIR, code, "progress inherited") for code in codes]
    assert found == [(80, False), (80, False), (None, False)]
    before = assess(plan(sheet, asks, lines), as_of=FIRST)
    found = [cell(before, HEIR, code, "progress inherited") for code in codes]
    assert found == [(30, True), (60, False), (30, True)]


@pytest.mark.parametrize(
    ("completed", "expected"),
    [
        pytest.param("31/8/2024", (None, "overdue"), id="the day before: not its own"),
        pytest.param("1/9/2024", ("2024-09-01", "done_late"), id="the first day: its own"),
        pytest.param("2/9/2024", ("2024-09-02", "done_late"), id="the day after"),
    ],
)
def test_a_tasks_completion_is_an_entry_of_its_day(completed, expected):
    book = plan(
        ALONE,
        tasks(
            ("NV01", "x", "Tất cả", "15/8/2024", completed),
            head="Mã | Nhiệm vụ | Chủ trì | Hạn | Ngày hoàn thành",
        ),
        progress(("31/8/2024", A, "NV01", "Đang làm", 50), ("1/6/2024", HEIR, "NV01", "Xong")),
    )
    found = obligations(assess(book, as_of=date(2024, 9, 15)), "done state", kind="task")
    assert found == [expected]

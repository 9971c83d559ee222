"""Which rows of the logs count, and form lines (rules, 1)."""

from datetime import date

import pytest

from tests.builders import (
    appraisals,
    counted,
    entries,
    found,
    plan,
    progress,
)

GOOD = ("1/6/2024", "Tam Đa", "TC01", "Đạt", None)
LOG = "Ngày | Đơn vị | Mã | Kết quả | Tiến độ (%) | Minh chứng | Người nhập | Ghi chú"
DAY, OWNER, CODE, RESULT, PERCENT = "Ngày", "Đơn vị", "Mã", "Kết quả", "Tiến độ (%)"


@pytest.mark.parametrize(
    ("row", "problems"),
    [
        pytest.param((None, *GOOD[1:]), [(DAY, "missing_value")], id="no day"),
        pytest.param(("hôm qua", *GOOD[1:]), [(DAY, "unreadable_date")], id="unreadable day"),
        pytest.param(("1/6/2024", " ", "TC01", "Đạt"), [(OWNER, "missing_value")], id="no owner"),
        pytest.param(
            ("1/6/2024", "Huế", "TC01", "Đạt"), [(OWNER, "unknown_name")], id="unknown owner"
        ),
        pytest.param(
            ("1/6/2024", "Tam Đa", None, "Đạt"), [(CODE, "missing_value")], id="no code"
        ),
        pytest.param(
            ("1/6/2024", "Tam Đa", "TC9", "Đạt"), [(CODE, "unknown_code")], id="unknown code"
        ),
        pytest.param(
            ("1/6/2024", "Tam Đa", "TC01", None), [(RESULT, "missing_value")], id="says nothing"
        ),
        pytest.param(
            ("1/6/2024", "Tam Đa", "TC01", "gần xong"),
            [(RESULT, "unreadable_result")],
            id="unreadable result",
        ),
        pytest.param(
            ("1/6/2024", "Tam Đa", "TC01", None, "nhiều"),
            [(RESULT, "missing_value"), (PERCENT, "unreadable_percent")],
            id="unreadable percent alone",
        ),
        pytest.param(
            ("1/6/2024", "Tam Đa", "TC01", "gần xong", "nhiều"),
            [(RESULT, "unreadable_result"), (PERCENT, "unreadable_percent")],
            id="both unreadable",
        ),
        pytest.param((None, None, None, "Đạt"), None, id="only a result"),
        pytest.param(
            ("31/2/2024", "Huế", "TC9", "gần xong", 101),
            [
                (DAY, "unreadable_date"),
                (OWNER, "unknown_name"),
                (CODE, "unknown_code"),
                (RESULT, "unreadable_result"),
                (PERCENT, "unreadable_percent"),
            ],
            id="every cell is checked",
        ),
        pytest.param(
            ("31/2/2024", "Tam Đa", "TC01", "Đạt", 50),
            [(DAY, "unreadable_date")],
            id="no contradiction in a row that does not count",
        ),
        pytest.param(
            ("1/6/2024", "Huế", "TC9", None), [(OWNER, "unknown_name"), (CODE, "unknown_code")],
            id="no missing result where the code is unknown",
        ),
        pytest.param(
            ("1/6/2024", "Huế", "TC01", None),
            [(OWNER, "unknown_name"), (RESULT, "missing_value")],
            id="a missing result where the code is known",
        ),
    ],
)  # fmt: skip
def test_a_row_that_does_not_count_and_its_neighbours_do(row, problems):
    book = plan(progress(GOOD, row, ("2/6/2024", *GOOD[1:])))
    if problems is None:
        problems = [(column, "missing_value") for column in (DAY, OWNER, CODE)]
    assert found(book) == [("Tiến độ", 3, *problem) for problem in problems]
    assert counted(book) == [2, 4]


@pytest.mark.parametrize(
    ("row", "problems"),
    [
        pytest.param(("1/6/2024", "Tam Đa", "TC01"), [(RESULT, "missing_value")], id="no verdict"),
        pytest.param(
            ("1/6/2024", "Tam Đa", "TC01", False), [(RESULT, "missing_value")], id="unticked"
        ),
        *(
            pytest.param(
                ("1/6/2024", "Tam Đa", "TC01", word), [(RESULT, "unreadable_result")], id=str(word)
            )
            for word in (
                *("Chưa thẩm định", "ĐANG THẨM ĐỊNH", "Chưa thẩm định xong", "Đang thẩm định (2)"),
            )
        ),
        pytest.param((None, "Tam Đa", "TC01", "Đạt"), [(DAY, "missing_value")], id="no day"),
        pytest.param(
            ("2/6/2024", "Tam Da 2", "TC9", "Đạt"),
            [(OWNER, "unknown_name"), (CODE, "unknown_code")],
            id="unknown",
        ),
    ],
)
def test_an_appraisal_that_does_not_count(row, problems):
    book = plan(appraisals(GOOD[:4], row))
    assert found(book) == [("Thẩm định", 3, *problem) for problem in problems]
    assert counted(book) == [2]


@pytest.mark.parametrize(
    ("word", "met"),
    [
        ("Đạt", True),
        ("Hoàn thành", True),
        (True, True),
        ("✓", True),
        ("Đạt.", True),
        ("Đạt 100%", True),
        ("Không đạt", False),
        ("Chưa đạt", False),
        ("chưa hoàn thành", False),
        ("Không đạt 50%", False),
        ("Chưa đạt (100%)", False),
    ],
)
def test_a_verdict(word, met):
    book = plan(appraisals(("1/6/2024", "Tam Đa", "TC01", word)))
    assert [said for _, _, _, said, _ in entries(book)] == [met]
    assert found(book) == []


@pytest.mark.parametrize(
    ("word", "problem"),
    [
        *((word, "guessed_result") for word in ("Không đạt yêu cầu", "Ko đạt", "Chưa", "không rõ")),
        *((word, "unreadable_result") for word in ("Đang làm", "Cơ bản đạt", "Chưa thực hiện")),
        *((word, "unreadable_result") for word in ("Đang xem", "Chưa làm gì", "Chưa làm 0%")),
        *((word, "unreadable_result") for word in ("Đạt một phần", "Đạt 85%", "Hoàn thành (99 %)")),
        *((word, "unreadable_result") for word in ("được", "Gần đạt", 100, 0, "Thẩm định", "?")),
        *((word, "cell_error") for word in ("#REF!", "Loading...")),
    ],
    ids=str,
)
def test_a_verdict_that_is_not_plainly_met_is_a_refusal(word, problem):
    book = plan(appraisals(("1/6/2024", "Tam Đa", "TC01", word)))
    assert entries(book) == [("Tam Đa", "TC01", "2024-06-01", False, -1)]
    assert found(book) == [("Thẩm định", 2, RESULT, problem)]


def test_a_verdict_that_cannot_be_read_counts_only_with_its_row():
    rows = [(None, "Tam Đa", "TC01"), ("1/6/2024", "Huế", "TC01"), ("1/6/2024", "Tam Đa", "TC9")]
    book = plan(appraisals(*((*row, "được") for row in rows)))
    assert entries(book) == []
    assert [code for *_, code in found(book)] == [
        *("missing_value", "unreadable_result", "unknown_name", "unreadable_result"),
        *("unknown_code", "unreadable_result"),
    ]


@pytest.mark.parametrize(
    "line",
    [
        pytest.param((None, "Tam Đa", "TC01"), id="name and code"),
        pytest.param((None, None, "TC01"), id="a code"),
        pytest.param((None, "Huế", "TC9"), id="unknown name and code"),
        pytest.param(("", "#REF!", "TC01", " ", "\u200b", "\n"), id="blanks"),
        pytest.param((None, "Tam Đa", "TC01", False), id="an unticked box"),
        pytest.param((None, "Tam Đa", "TC01", None, None, None, "Lan", "sẽ làm"), id="a note"),
    ],
)
def test_a_form_line_is_skipped_silently(line):
    book = plan(progress(line, GOOD, line, head=LOG))
    assert (counted(book), found(book)) == ([3], [])


@pytest.mark.parametrize(
    ("line", "problem"),
    [
        pytest.param(("1/6/2024", "Tam Đa", "TC01"), (RESULT, "missing_value"), id="a day"),
        pytest.param((None, "Tam Đa", "TC01", "Đạt"), (DAY, "missing_value"), id="a result"),
        pytest.param((None, "Tam Đa", "TC01", None, 0), (DAY, "missing_value"), id="a percent"),
    ],
)
def test_a_line_with_any_of_these_is_no_form_line(line, problem):
    assert found(plan(progress(line, head=LOG))) == [("Tiến độ", 2, *problem)]


def test_a_line_with_evidence_is_no_form_line():
    book = plan(progress((None, "Tam Đa", "TC01", None, None, "ảnh"), head=LOG))
    assert found(book) == [("Tiến độ", 2, DAY, "missing_value"), ("Tiến độ", 2, RESULT, "missing_value")]  # fmt: skip


def test_form_lines_of_the_appraisals():
    book = plan(
        appraisals(
            (None, "Tam Đa", "TC01", None, "Lan", "sẽ xem"),
            (None, "Tam Đa", "TC01", "Đạt"),
            head="Ngày | Đơn vị | Mã | Kết quả | Người thẩm định | Ghi chú",
        )
    )
    assert found(book) == [("Thẩm định", 3, DAY, "missing_value")]


def test_of_one_day_owner_and_code_the_lower_row_counts():
    book = plan(
        progress(
            ("1/6/2024", "Tam Đa", "TC01", "Đang làm", 40),
            (date(2024, 6, 1), "xã Tam Đa", "tc01 – Đường", "Đang làm", 60),
            ("2/6/2024", "Tam Đa", "TC01", "Đang làm", 70),
            ("1/6/2024", "Đại Phú", "TC01", "Đang làm", 80),
            (45444, "TAM ĐA", "TC 01", "Đang làm", 50),
        )
    )
    assert found(book) == [
        ("Tiến độ", 2, CODE, "duplicate_entry"),
        ("Tiến độ", 3, CODE, "duplicate_entry"),
    ]
    assert counted(book) == [4, 5, 6]


def test_an_upper_row_may_be_contradictory_too():
    book = plan(progress(("1/6/2024", "Tam Đa", "TC01", "Đạt", 90), GOOD))
    assert found(book) == [
        ("Tiến độ", 2, CODE, "duplicate_entry"),
        ("Tiến độ", 2, PERCENT, "contradictory"),
    ]
    assert counted(book) == [3]


def test_a_lower_row_that_does_not_count_takes_nothing_away():
    book = plan(progress(GOOD, ("1/6/2024", "Tam Đa", "TC01", "gần xong")))
    assert found(book) == [("Tiến độ", 3, RESULT, "unreadable_result")]
    assert counted(book) == [2]


def test_a_log_and_an_appraisal_of_one_day_are_no_duplicates():
    book = plan(progress(GOOD), appraisals(GOOD[:4], GOOD[:4]))
    assert found(book) == [("Thẩm định", 2, CODE, "duplicate_entry")]
    assert counted(book) == [2, 3]


def test_evidence_author_and_note_are_kept():
    book = plan(
        progress(("1/6/2024", "Tam Đa", "TC01", "Đạt", 100, "ảnh ", "Lan", 5), head=LOG),
        appraisals(
            ("2/6/2024", "Tam Đa", "TC01", "Đạt", "Minh", "tốt"),
            head="Ngày | Đơn vị | Mã | Kết quả | Người thẩm định | Ghi chú",
        ),
    )
    kept = book.entries[["result", "evidence", "author", "note", "appraisal"]]
    assert kept.to_numpy().tolist() == [
        ["Đạt", "ảnh", "Lan", "5", False],
        ["Đạt", "", "Minh", "tốt", True],
    ]

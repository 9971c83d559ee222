"""Which rows of the logs count, and form lines (semantics, 1)."""

from datetime import date

import pytest

from tests.builders import (
    agencies,
    appraisals,
    counted,
    criteria,
    entries,
    found,
    periods,
    plan,
    progress,
    tasks,
    units,
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
            for word in ("Đang làm", "Cơ bản đạt", "Chưa thực hiện", "được", 100)
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
        ("Không đạt", False),
        ("Chưa đạt", False),
        ("chưa hoàn thành", False),
    ],
)
def test_a_verdict(word, met):
    book = plan(appraisals(("1/6/2024", "Tam Đa", "TC01", word)))
    assert [said for _, _, _, said, _ in entries(book)] == [met]
    assert found(book) == []


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


PEOPLE = (
    units(
        ("Tam Đa", "A", None, "31/5/2024", "Hồng Sơn"),
        ("Đại Phú", "B", "1/7/2024", None, None),
        ("Hồng Sơn", "B", "1/6/2024", None, None),
        head="Đơn vị | Nhóm | Hiệu lực từ | Hiệu lực đến | Sáp nhập vào",
    ),
    agencies(("Công an huyện", "Có"), ("Thanh tra", "Không")),
    criteria(
        ("ALL", "Đường", None), ("A", "Nước", "A"), ("TD", "Nhà", "Tam Đa"),
        head="Mã | Tiêu chí | Áp dụng cho",
    ),
    tasks(("NV01", "Tập huấn", "Đại Phú"), ("NV02", "Mở lớp", "Tất cả cơ quan")),
    periods(("T06", "Tháng 6", "10/7/2024"), ("T07", "Tháng 7", "10/8/2024", "Tam Đa")),
)  # fmt: skip


OWED = [
    pytest.param("Tam Đa", "ALL", True, id="a criterion of all"),
    pytest.param("Tam Đa", "A", True, id="a criterion of its group"),
    pytest.param("Đại Phú", "A", False, id="a criterion of another group"),
    pytest.param("Hồng Sơn", "A", False, id="a predecessor's, through its group"),
    pytest.param("Hồng Sơn", "TD", True, id="a predecessor's, by its name"),
    pytest.param("Công an huyện", "ALL", False, id="an agency's criterion"),
    pytest.param("Đại Phú", "NV01", True, id="its task"),
    pytest.param("Tam Đa", "NV01", False, id="another's task"),
    pytest.param("Thanh tra", "NV02", True, id="an agency's task"),
    pytest.param("Tam Đa", "NV02", False, id="the agencies' task"),
    pytest.param("Công an huyện", "T06", True, id="a report of all"),
    pytest.param("Thanh tra", "T06", False, id="an agency that does not report"),
    pytest.param("Đại Phú", "T07", False, id="another's report"),
    pytest.param("Tam Đa", "T06", True, id="no longer valid"),
    pytest.param("Đại Phú", "ALL", True, id="not yet valid"),
]


@pytest.fixture(scope="module")
def not_owed():
    rows = [("1/6/2024", *case.values[:2], "Đạt") for case in OWED]
    return found(plan(*PEOPLE, progress(*rows), appraisals(*rows)))


@pytest.mark.parametrize(
    ("row", "owed"),
    [pytest.param(row, case.values[2], id=case.id) for row, case in enumerate(OWED, start=2)],
)
def test_a_row_of_what_its_owner_does_not_owe(not_owed, row, owed):
    expected = [] if owed else ["Tiến độ", "Thẩm định"]
    assert [each for each in not_owed if each[1] == row] == [
        (title, row, CODE, "not_owed") for title in expected
    ]


def test_what_is_not_owed_is_asked_only_of_rows_that_count():
    book = plan(*PEOPLE, progress(("hôm qua", "Đại Phú", "A", "Đạt"), ("1/6/2024", "Đại Phú", "A")))
    assert [code for *_, code in found(book)] == ["unreadable_date", "missing_value"]


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

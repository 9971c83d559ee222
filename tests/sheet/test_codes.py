"""Codes of criteria, tasks and reporting periods (rules, 1: Codes)."""

import pytest

from tests.builders import criteria, entries, found, periods, plan, progress, tasks

CODES = ("TC05", "TC", "TC-06", "N.1", "7", "TC 05 b", "Mục A", "TC11", "TC1.1", "TC05-TC11")
KNOWN = {
    "as in the sheet": ("TC05", "TC05"),
    "small letters": ("tc05", "TC05"),
    "blanks do not count": (" TC 05\u00a0", "TC05"),
    "full stops do not count": ("T.C.05.", "TC05"),
    "en dash": ("TC05 – Tuyên truyền", "TC05"),
    "hyphen": ("TC05 - Tuyên truyền", "TC05"),
    "em dash": ("TC05 — Tuyên truyền", "TC05"),
    "close hyphen": ("TC05-Tuyên truyền", "TC05"),
    "colon": ("TC05: Tuyên truyền", "TC05"),
    "blank": ("TC05 Tuyên truyền", "TC05"),
    "line break": ("TC05\nTuyên truyền", "TC05"),
    "stop and blank": ("TC05. Tuyên truyền", "TC05"),
    "the whole text first": ("TC-06", "TC-06"),
    "the whole text, blanks aside": ("tc 05 B", "TC 05 b"),
    "the shortest before a dash": ("TC-06 – Đường", "TC"),
    "the shortest known one": ("N 1 – Nước", "N.1"),
    "a number": (7, "7"),
    "a number with decimals of nought": (7.0, "7"),
    "a number as text": ("7", "7"),
    "a code with a blank": ("mục a: Chợ", "Mục A"),
    "a full stop between digits counts": ("TC 1.1", "TC1.1"),
    "blanks are dropped before it is": ("TC1 . 1", "TC1.1"),
    "a full stop after a digit does not": ("TC11.", "TC11"),
    "one code and words": ("TC05 và Tuyên truyền", "TC05"),
    "one code and a stranger": ("TC05 – TC99", "TC05"),
    "one code in brackets": ("TC05 (cũ)", "TC05"),
    "a code that looks like several": ("TC05-TC11", "TC05-TC11"),
}
STRANGERS = ["TC99", "TC055", "TC0", "O5", "Tuyên truyền TC05", "TC05/06", "TC05,", 5, 7.5, True]
SEVERAL = [
    *("TC11-TC05", "TC05 TC11", "TC05 (TC11)", "TC05, TC11", "TC05; TC11", "TC05/TC11"),
    *("TC05 và TC11", "TC05 đến TC11", "Tc05 TỚI tc11", "TC05 TC05", "TC05, TC11 và TC1.1"),
    *("(TC05) – [TC11]", "TC05 +TC11+", "và TC05 TC11"),
]


def log(*codes):
    return plan(
        criteria(*((code, "x") for code in CODES), head="Mã | Tiêu chí"),
        progress(*((45000 + n, "Tam Đa", code, "Đạt") for n, code in enumerate(codes))),
    )


@pytest.fixture(scope="module")
def read():
    return [code for _, code, *_ in entries(log(*(written for written, _ in KNOWN.values())))]


@pytest.mark.parametrize("case", KNOWN)
def test_the_code_meant(read, case):
    assert len(read) == len(KNOWN)
    assert read[list(KNOWN).index(case)] == KNOWN[case][1]


def test_other_codes_are_unknown_and_their_rows_not_counted():
    book = log("TC05", *STRANGERS, "N1")
    assert [code for _, code, *_ in entries(book)] == ["TC05", "N.1"]
    assert found(book) == [
        ("Tiến độ", row, "Mã", "unknown_code") for row in range(3, len(STRANGERS) + 3)
    ]
    assert [problem.value for problem in book.problems][:2] == ["TC99", "TC055"]


def test_a_code_of_the_log_is_a_criterion_a_task_or_a_report():
    book = plan(
        tasks(("NV01", "Tập huấn", "Tất cả")),
        periods(("T06", "Tháng 6", "10/7/2024")),
        progress(
            ("1/6/2024", "Tam Đa", "TC01", "Đạt"),
            ("1/6/2024", "Tam Đa", "NV01", "Đạt"),
            ("1/6/2024", "Tam Đa", "T06", "Đã gửi"),
        ),
    )
    assert [code for _, code, *_ in entries(book)] == ["TC01", "NV01", "T06"]
    assert found(book) == []


def test_several_codes_in_one_cell_are_none():
    book = log(*SEVERAL)
    assert entries(book) == []
    assert [(each.column, each.code, each.value) for each in book.problems] == [
        ("Mã", "several_codes", written) for written in SEVERAL
    ]


PLAN_CODES = (
    criteria(*((f"TC0{n}", "x") for n in range(1, 7)), ("TC11", "Nhà văn hóa")),
    tasks(("NV01", "Tập huấn", "Tất cả")),
    periods(("T06", "Tháng 6/2024", "10/7/2024"), ("T07", "Tháng 7/2024", "10/8/2024")),
)


@pytest.mark.parametrize(
    ("written", "problem", "suggestion"),
    [
        pytest.param("TC1.1", "unknown_code", "TC11", id="a full stop that counts"),
        pytest.param("TC01-TC05", "several_codes", None, id="a span"),
        pytest.param("TC03 TC04", "several_codes", None, id="a blank between"),
        pytest.param("TC05 (TC06)", "several_codes", None, id="one in brackets"),
        pytest.param("Tháng 6/2024", "unknown_code", "T06", id="a title"),
        pytest.param(" tháng  7/2024", "unknown_code", "T07", id="a title by key"),
        pytest.param("Tập huấn", "unknown_code", "NV01", id="a task's title"),
        pytest.param("nhà văn hoá", "unknown_code", "TC11", id="a criterion's title"),
        pytest.param("TC1", "unknown_code", "TC01", id="a nought is missing"),
        pytest.param("tc 003", "unknown_code", "TC03", id="a nought too many"),
        pytest.param("T6", "unknown_code", "T06", id="a period's nought"),
        pytest.param("TC0 5", None, None, id="a blank inside is known"),
        pytest.param("TC111", "unknown_code", "TC11", id="the closest"),
        pytest.param("Huế", "unknown_code", None, id="nothing near"),
    ],
)
def test_a_code_that_may_be_meant_is_suggested_not_used(written, problem, suggestion):
    book = plan(*PLAN_CODES, progress(("1/6/2024", "Tam Đa", written, "Đạt")))
    assert len(entries(book)) == (problem is None)
    if problem:
        (said,) = book.problems
        assert (said.column, said.code, said.severity) == ("Mã", problem, "error")
        assert (said.value, said.suggestion) == (" ".join(written.split()), suggestion)

"""Codes of criteria, tasks and reporting periods (semantics, 1: Codes)."""

import pytest

from tests.builders import criteria, entries, found, periods, plan, progress, tasks

CODES = ("TC05", "TC", "TC-06", "N.1", "7", "TC 05 b", "Mục A")
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
}
STRANGERS = ["TC99", "TC055", "TC0", "O5", "Tuyên truyền TC05", "TC05/06", "TC05,", 5, 7.5, True]


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

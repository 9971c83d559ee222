"""Result words and yes or no (semantics, 1: Result words, Yes/no)."""

import unicodedata
from datetime import date

import pytest

from lib.problem import ProblemCode
from lib.sheet.cells import Result, Tick, parse_result, parse_yes
from tests.builders import agencies, criteria, entries, found, plan, progress, settings

WORDS = {
    "met": "Đạt|Hoàn thành|Đã hoàn thành|Đã đạt|Đã gửi|Đã nộp|Đã báo cáo|Xong|x|✓|✔",
    "in_progress": "Đang thực hiện|Đang làm|Đang triển khai|Cơ bản đạt",
    "not_met": "Chưa đạt|Không đạt|Chưa hoàn thành",
    "not_started": "Chưa thực hiện|Chưa làm|Chưa triển khai",
}


@pytest.mark.parametrize(
    ("word", "expected"),
    [(word, result) for result, words in WORDS.items() for word in words.split("|")],
)
@pytest.mark.parametrize(
    "written",
    [
        pytest.param(str, id="as it stands"),
        pytest.param(str.upper, id="capitals"),
        pytest.param(lambda word: f"\u00a0{word.lower()} \n", id="blanks"),
        pytest.param(lambda word: unicodedata.normalize("NFD", word), id="decomposed"),
        pytest.param(lambda word: f"{word}\ufe0f", id="variation selector"),
    ],
)
def test_every_word_in_every_dress(word, expected, written):
    assert parse_result(written(word)) == (Result(expected), None, None)


def test_a_ticked_box_is_met():
    assert parse_result(Tick.ON) == (Result.MET, None, None)


@pytest.mark.parametrize(
    "cell",
    [
        pytest.param("gần xong", id="words"),
        pytest.param("Đạt một phần", id="more than the word"),
        pytest.param("không", id="no"),
        pytest.param("v", id="a letter"),
        pytest.param("✗", id="a cross"),
        pytest.param("85%", id="a percent"),
        pytest.param(1, id="a number"),
        pytest.param(0.85, id="a share"),
        pytest.param(date(2024, 6, 1), id="a date"),
        pytest.param("-", id="a dash"),
    ],
)
def test_other_words_are_refused(cell):
    assert parse_result(cell) == (Result.UNREADABLE, ProblemCode.UNREADABLE_RESULT, None)


@pytest.mark.parametrize(
    ("cell", "like"),
    [
        pytest.param("Đat", "Đạt", id="a tone is missing"),
        pytest.param("hoan thanh", "Hoàn thành", id="without diacritics"),
        pytest.param("chua đạt", "Chưa đạt", id="in part"),
        pytest.param("Đang thưc hiện.", "Đang thực hiện", id="a full stop"),
    ],
)
def test_a_word_like_a_known_one_is_suggested_not_used(cell, like):
    assert parse_result(cell) == (Result.UNREADABLE, ProblemCode.UNREADABLE_RESULT, like)


def test_boxes_in_a_log():
    book = plan(
        progress(
            ("1/6/2024", "Tam Đa", "TC01", True),
            ("2/6/2024", "Tam Đa", "TC01", False, 40),
            ("3/6/2024", "Tam Đa", "TC01", False),
        )
    )
    assert [(day, met, part) for _, _, day, met, part in entries(book)] == [
        ("2024-06-01", True, 100.0),
        ("2024-06-02", False, 40.0),
    ]
    assert found(book) == [("Tiến độ", 4, "Kết quả", "missing_value")]


@pytest.mark.parametrize(
    "cell",
    ["Có", "có", "CÓ ", "x", "X", "✓", "✔", "✔\ufe0f", Tick.ON, 1, 1.0, "1"],
    ids=ascii,
)
def test_yes(cell):
    assert parse_yes(cell) == (True, None, None)


@pytest.mark.parametrize(
    "cell",
    ["Không", "co", "Có thể", "0", 0, 2, "đúng", "yes", "✗", Tick.OFF, date(2024, 6, 1)],
    ids=ascii,
)
def test_everything_else_is_no(cell):
    assert parse_yes(cell) == (False, None, None)


def test_a_blank_mandatory_is_no_and_a_blank_report_is_yes():
    book = plan(
        criteria(
            ("TC01", "Đường", "Có"),
            ("TC02", "Điện", None),
            ("TC03", "Nước", True),
            ("TC04", "Nhà", False),
            ("TC05", "Chợ", "#N/A"),
            head="Mã | Tiêu chí | Bắt buộc",
        ),
        agencies(
            ("Công an huyện", "Có"),
            ("Phòng Y tế", None),
            ("Phòng Nội vụ", "Không"),
            ("Thanh tra", False),
            ("Kho bạc", "\u200b"),
            ("Thống kê", "#N/A"),
            ("Bưu điện", "sẽ gửi"),
        ),
    )
    assert book.items["mandatory"].tolist() == [True, False, True, False, False]
    reports = book.owners.set_index("name")["reports"].to_dict()
    assert [reports[name] for name in ("Công an huyện", "Phòng Y tế", "Kho bạc")] == [True] * 3
    assert [reports[name] for name in ("Phòng Nội vụ", "Thanh tra", "Bưu điện")] == [False] * 3
    assert reports["Thống kê"]
    assert found(book) == [
        ("Tiêu chí", 6, "Bắt buộc", "cell_error"),
        ("Cơ quan", 7, "Báo cáo định kỳ", "cell_error"),
    ]


@pytest.mark.parametrize(
    ("cell", "expected"), [("Có", True), (True, True), ("Không", False), (None, False)], ids=ascii
)
def test_illustrative_numbers(cell, expected):
    assert plan(settings(("Số liệu minh họa", cell))).settings.illustrative is expected

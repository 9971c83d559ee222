"""Result words and yes or no (rules, 1: Result words, Yes/no)."""

import unicodedata
from datetime import date

import pytest

from lib.problem import ProblemCode
from lib.sheet.cells import Result, Said, Tick, parse_result, parse_yes
from tests.builders import agencies, criteria, entries, found, plan, progress, settings

UNREADABLE = Said(Result.UNREADABLE)
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
    assert parse_result(written(word)) == (Said(Result(expected)), None, None)


def test_a_ticked_box_is_met():
    assert parse_result(Tick.ON) == (Said(Result.MET), None, None)


@pytest.mark.parametrize(
    "cell",
    [
        pytest.param("gần xong", id="words"),
        pytest.param("Gần đạt", id="words like a met one"),
        pytest.param("đạtt", id="a slip in a met word"),
        pytest.param("kođạt", id="no blank after a short word"),
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
    assert parse_result(cell) == (UNREADABLE, ProblemCode.UNREADABLE_RESULT, None)


@pytest.mark.parametrize(
    ("cell", "like"),
    [
        pytest.param("Đat", "Đạt", id="a tone is missing"),
        pytest.param("hoan thanh", "Hoàn thành", id="without diacritics"),
        pytest.param("da gui", "Đã gửi", id="a met word without diacritics"),
        pytest.param("chua đạt", "Chưa đạt", id="in part"),
        pytest.param("Đat.", "Đạt", id="a full stop"),
        pytest.param("Đạt một phần", "Đạt", id="more than a met word"),
        pytest.param("Hoàn thành cơ bản", "Hoàn thành", id="more than another"),
        pytest.param("Đã hoàn thành 80 hộ", "Đã hoàn thành", id="a number without a sign"),
        pytest.param("Đạt 150%", "Đạt", id="a percent beyond 100"),
        pytest.param("Cơ bàn đạt", "Cơ bản đạt", id="without diacritics, in progress"),
        pytest.param("Cơ bản đạtt", "Cơ bản đạt", id="the closest, not of the met"),
        pytest.param("Đã đạtt", None, id="never the closest of the met"),
        pytest.param("khôngđạt", "Không đạt", id="no blank"),
        pytest.param("có chưa đạt", "Chưa đạt", id="a word before it"),
    ],
)
def test_a_word_like_a_known_one_is_suggested_not_used(cell, like):
    assert parse_result(cell) == (UNREADABLE, ProblemCode.UNREADABLE_RESULT, like)


@pytest.mark.parametrize(
    ("cell", "result"),
    [
        pytest.param("Chưa đạt (thiếu hồ sơ)", "not_met", id="a word and a note"),
        pytest.param("Không đạt yêu cầu", "not_met", id="a word and more words"),
        pytest.param("Chưa hoàn thành, còn 3 hộ", "not_met", id="a word and a comma"),
        pytest.param("Ko đạt", "not_met", id="the short no"),
        pytest.param("KO", "not_met", id="the short no alone"),
        pytest.param("không", "not_met", id="no"),
        pytest.param("Không có", "not_met", id="no and a word"),
        pytest.param("chưa", "not_met", id="not yet"),
        pytest.param("Chưa có kinh phí", "not_met", id="not yet and words"),
        pytest.param("Chưa thực hiện do mưa", "not_started", id="not begun and why"),
        pytest.param("chưa làm được", "not_started", id="not begun and a word"),
        pytest.param("Đang thưc hiện.", "in_progress", id="a slip after the first word"),
        pytest.param("Đang chờ thẩm định", "in_progress", id="doing and words"),
        pytest.param("Đang làm 50", "in_progress", id="a number without a sign"),
        pytest.param("Đang làm 150%", "in_progress", id="a percent beyond 100"),
        pytest.param("Cơ bản đạt yêu cầu", "in_progress", id="almost and a word"),
        pytest.param("đang", "in_progress", id="doing"),
    ],
)
def test_what_begins_like_less_than_met_is_guessed(cell, result):
    assert parse_result(cell) == (Said(Result(result)), ProblemCode.GUESSED_RESULT, None)


@pytest.mark.parametrize(
    ("cell", "result", "percent"),
    [
        pytest.param("Hoàn thành 100%", "met", 100, id="after a blank"),
        pytest.param("Hoàn thành 85%", "met", 85, id="less than a whole"),
        pytest.param("Đang làm (50 %)", "in_progress", 50, id="in brackets"),
        pytest.param("Đang làm(50%)", "in_progress", 50, id="in close brackets"),
        pytest.param("Đang làm, 50%", "in_progress", 50, id="after a comma"),
        pytest.param("Đang làm: 50%", "in_progress", 50, id="after a colon"),
        pytest.param("ĐANG LÀM 62,5 %.", "in_progress", 62.5, id="decimals, a full stop after it"),
        pytest.param("Chưa đạt 0,5%", "not_met", 0.5, id="no share with its sign"),
        pytest.param("Chưa làm 0%", "not_started", 0, id="nothing"),
        pytest.param("x 100%", "met", 100, id="a cross"),
    ],
)
def test_a_percent_behind_a_word(cell, result, percent):
    assert parse_result(cell) == (Said(Result(result), percent), None, None)


@pytest.mark.parametrize("end", [".", ",", ";", "!", "..", " !", ".,;"])
@pytest.mark.parametrize(("word", "result"), [("Đạt", "met"), ("Chưa làm", "not_started")])
def test_signs_at_the_end_are_ignored(word, result, end):
    assert parse_result(word + end) == (Said(Result(result)), None, None)


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

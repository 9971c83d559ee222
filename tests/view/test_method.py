"""The method page has every setting filled in."""

import re
from datetime import date
from pathlib import Path

import pytest

from lib import words
from lib.assess import Light, State, Status
from lib.view import method
from lib.words.method import INTRODUCTION
from tests import builders as sheet
from tests.documents import Document

DATES = {"as_of": date(2024, 9, 15), "previous": date(2024, 8, 15)}


def told():
    book = sheet.plan(
        sheet.settings(("Sắp đến hạn (ngày)", 5), ("Chậm so với tiến độ (điểm %)", 12.5)),
        sheet.criteria(("TC01", "Một", "31/12/2024")),
    )
    return book, "\n".join(text for _, text in method.sections(book, **DATES))


def test_settings_of_the_sheet_are_told():
    _, text = told()
    assert "còn từ\n  5 ngày" in text or "còn từ 5 ngày" in text
    assert "12,5 điểm %" in text
    assert "15/09/2024" in text
    assert "cần có 70,7%" in text.replace("\n  ", " ")
    assert "{" not in text


RULES = [
    "Dòng ghi ngày trước ngày bắt đầu kế hoạch (01/01/2024) không được tính",
    "Việc đã đạt từ trước thì ghi bằng ngày 01/01/2024",
    "tỷ lệ ở ô bên khác đi thì lấy số thấp hơn",
    "bắt đầu bằng *chưa, không, ko* được hiểu là chưa đạt",
    "có **Minh chứng** mà bỏ trống kết quả thì tính là đã gửi",
    "Ô ghi nhiều mã thì dòng không được tính",
    "**Khó khăn kiến nghị** được nêu riêng, kể cả khi dòng không ghi kết quả",
    "thẩm định **Chưa đạt** giữ nguyên hiệu lực cho đến lần thẩm định sau",
    "vẫn là đã thẩm định, miễn là ở giữa không có dòng nào chưa đạt",
    "Kết quả thẩm định không đọc được thì tính là chưa đạt",
    "nơi nhận mang kết quả **yếu nhất** của các nơi nhập vào, và của chính nó",
    "Tiêu chí đang bị thẩm định Chưa đạt ở một nơi cũ thì ở nơi nhận cũng vậy",
    "dòng tiến độ ghi tên đó là của đơn vị có hiệu lực vào ngày ghi",
    "hạn bỏ trống là ngày kết thúc kế hoạch (31/12/2024)",
    "Cơ quan theo dõi, cơ quan thường trực đã kết thúc thì nơi nhận thay vào",
    "Nhiệm vụ phải làm từ **Ngày giao**; bỏ trống là từ đầu",
    "**Ngày hoàn thành** ở trang Nhiệm vụ được tính như một dòng đạt của mọi nơi chủ trì",
    "cơ quan ghi Không ở **Báo cáo định kỳ** thì không phải gửi",
    "chia cho số báo cáo đã qua ngày cuối cùng đúng hạn",
    "báo cáo gửi sớm chưa tính cho đến khi qua hạn",
    "không có gì quá hạn hay sắp đến hạn",
    "chưa có báo cáo nào qua hạn thì kể như 100%",
    "sáp nhập không làm ai lên hay xuống hạng",
    "Chỉ kể đơn vị có mặt ở cả hai ngày, và mọi cơ quan",
    "ngày sớm nhất mà từ đó đến nay ngày nào được xét cũng đỏ",
]


@pytest.mark.parametrize("rule", RULES)
def test_a_rule_is_told(rule):
    _, text = told()
    assert rule in text.replace("\n  ", " ")


MARKED = [
    *((words.LIGHT[light].shape, words.LIGHT[light].word) for light in Light),
    *((words.STATUS[status].shape, words.STATUS[status].word) for status in Status),
    (words.APPRAISED.shape, words.APPRAISED.word),
]


@pytest.mark.parametrize(("shape", "word"), [pair for pair in MARKED if pair[0]])
def test_lights_and_statuses_are_told_with_their_marks(shape, word):
    _, text = told()
    assert f"{shape} **{word}**" in text


@pytest.mark.parametrize("state", State)
def test_states_are_told(state):
    _, text = told()
    assert f"**{words.STATE[state].word.casefold()}**" in text.casefold().replace("\n  ", " ")


WORDS = Document(Path(__file__).parents[2] / "docs" / "rules.md").tables("Glossary")[0]
OF_THE_SHEET = {"hiệu lực từ", "tên gọi khác", "trang riêng"}
"""Words that editors meet, and readers of the numbers do not."""


@pytest.mark.parametrize("row", WORDS, ids=lambda row: row["Vietnamese"])
def test_the_glossarys_words_are_those_of_the_page(row):
    book, text = told()
    headings = " ".join(heading for heading, _ in method.sections(book, **DATES))
    word = re.split(r" ?[,(]", row["Vietnamese"])[0]
    page = f"{headings} {text}".casefold().replace("\n  ", " ")
    assert (word in page) is not (word in OF_THE_SHEET)


def test_readers_see_no_english():
    _, text = told()
    assert "sheet" not in INTRODUCTION + text


def test_table_of_settings():
    book, _ = told()
    listed = method.settings_table(book.settings, **DATES).frame
    values = dict(zip(listed.iloc[:, 1], listed.iloc[:, 2], strict=True))
    assert values["Sắp đến hạn (ngày)"] == "5 ngày"
    assert values["Chậm so với tiến độ (điểm %)"] == "12,5 điểm %"
    assert values["Ngày bắt đầu – Ngày kết thúc"] == "01/01/2024 – 31/12/2024"

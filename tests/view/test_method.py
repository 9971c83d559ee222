"""The method page has every setting filled in."""

from datetime import date

import pytest

from lib.view import method
from lib.words import method as words
from tests import builders as sheet

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
    "Ô ghi nhiều mã thì dòng không được tính",
    "**Khó khăn kiến nghị** được nêu riêng, kể cả khi dòng không ghi kết quả",
    "thẩm định **Chưa đạt** giữ nguyên hiệu lực cho đến lần thẩm định sau",
    "Kết quả thẩm định không đọc được thì tính là chưa đạt",
    "nơi nhận mang kết quả **yếu nhất** của các nơi nhập vào, và của chính nó",
    "Tiêu chí đang bị thẩm định Chưa đạt ở một nơi cũ thì ở nơi nhận cũng vậy",
    "dòng tiến độ ghi tên đó là của đơn vị có hiệu lực vào ngày ghi",
    "hạn bỏ trống là ngày kết thúc kế hoạch (31/12/2024)",
    "Nhiệm vụ phải làm từ **Ngày giao**; bỏ trống là từ đầu",
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


def test_readers_see_no_english():
    _, text = told()
    assert "sheet" not in words.INTRODUCTION + text


def test_table_of_settings():
    book, _ = told()
    listed = method.settings_table(book.settings, **DATES).frame
    values = dict(zip(listed.iloc[:, 1], listed.iloc[:, 2], strict=True))
    assert values["Sắp đến hạn (ngày)"] == "5 ngày"
    assert values["Chậm so với tiến độ (điểm %)"] == "12,5 điểm %"
    assert values["Ngày bắt đầu – Ngày kết thúc"] == "01/01/2024 – 31/12/2024"

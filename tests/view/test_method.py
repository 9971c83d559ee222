"""The method page has every setting filled in."""

from datetime import date

from lib.view import method
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


def test_table_of_settings():
    book, _ = told()
    listed = method.settings_table(book.settings, **DATES).frame
    values = dict(zip(listed.iloc[:, 1], listed.iloc[:, 2], strict=True))
    assert values["Sắp đến hạn (ngày)"] == "5 ngày"
    assert values["Chậm so với tiến độ (điểm %)"] == "12,5 điểm %"
    assert values["Ngày bắt đầu – Ngày kết thúc"] == "01/01/2024 – 31/12/2024"

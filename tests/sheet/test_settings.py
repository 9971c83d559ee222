"""The plan's settings, their defaults, and numbers wherever they stand (rules, 1)."""

from datetime import date

import pytest

from lib.assess import previous_date
from lib.sheet.book import agency_on
from tests.builders import TODAY, agencies, criteria, found, plan, settings

EVERYTHING = settings(
    ("Tên kế hoạch", "  Phong trào 2024 "),
    ("Năm", 2023),
    ("Địa bàn", "Huyện Sơn Dương"),
    ("Cơ quan thường trực", "công an huyện"),
    ("Ngày bắt đầu", "1/2/2023"),
    ("Ngày kết thúc", date(2023, 11, 30)),
    ("Ngày số liệu", 45200),
    ("Ngày họp trước", "1/9/2023"),
    ("Sắp đến hạn (ngày)", 10),
    ("Số liệu cũ sau (ngày)", "45"),
    ("Chậm so với tiến độ (điểm %)", "12,5"),
    ("Đỏ khi quá hạn từ (mục)", 2),
    ("Số liệu minh họa", "Có"),
)


def test_every_item_is_read():
    book = plan(EVERYTHING, agencies(("Công an huyện",)))
    said = book.settings
    assert found(book) == []
    assert (said.name, said.area) == ("Phong trào 2024", "Huyện Sơn Dương")
    assert (said.year, said.standing_agency) == (2023, "công an huyện")
    assert (said.start, said.end) == (date(2023, 2, 1), date(2023, 11, 30))
    assert (said.as_of, said.previous) == (date(2023, 10, 1), date(2023, 9, 1))
    assert (said.due_soon_days, said.stale_days) == (10, 45)
    assert (said.lag_points, said.red_from, said.illustrative) == (12.5, 2, True)


@pytest.mark.parametrize(
    "given",
    [
        pytest.param((), id="no worksheet"),
        pytest.param((settings(),), id="empty worksheet"),
        pytest.param(
            (settings(*((item, None) for item, _ in EVERYTHING.rows[1:])),), id="blank values"
        ),
    ],
)
def test_defaults(given):
    book = plan(*given, today=date(2024, 9, 20))
    said = book.settings
    assert found(book) == []
    assert (said.name, said.area, said.standing_agency) == (None, None, None)
    assert (said.year, said.start, said.end) == (2024, date(2024, 1, 1), date(2024, 12, 31))
    assert (said.as_of, said.previous) == (date(2024, 9, 20), None)
    assert (said.due_soon_days, said.stale_days) == (7, 31)
    assert (said.lag_points, said.red_from, said.illustrative) == (20, 3, False)


def test_the_year_is_that_of_the_start_where_it_is_not_given():
    said = plan(settings(("Ngày bắt đầu", "15/3/2022"))).settings
    assert (said.year, said.start, said.end) == (2022, date(2022, 3, 15), date(2022, 12, 31))


def test_start_and_end_are_those_of_the_year():
    said = plan(settings(("Năm", "2026"))).settings
    assert (said.start, said.end) == (date(2026, 1, 1), date(2026, 12, 31))


def test_days_without_a_year_take_the_plans():
    book = plan(settings(("Ngày kết thúc", "30/11"), ("Năm", 2023)))
    assert book.settings.end == date(2023, 11, 30)
    assert found(book) == [("Cấu hình", 2, "Giá trị", "guessed_date")]


@pytest.mark.parametrize("item", ["năm", "NĂM ", "Năm"])
def test_items_are_compared_by_key(item):
    assert plan(settings((item, 2019))).settings.year == 2019


@pytest.mark.parametrize(
    ("item", "cell", "code"),
    [
        ("Năm", "hai nghìn", "unreadable_number"),
        ("Năm", 2024.5, "unreadable_number"),
        ("Năm", -2024, "unreadable_number"),
        ("Năm", 10**30, "unreadable_number"),
        ("Ngày bắt đầu", "31/2/2024", "unreadable_date"),
        ("Ngày số liệu", "hôm nay", "unreadable_date"),
        ("Ngày họp trước", True, "unreadable_date"),
        ("Sắp đến hạn (ngày)", -7, "unreadable_number"),
        ("Sắp đến hạn (ngày)", "-0,5", "unreadable_number"),
        ("Số liệu cũ sau (ngày)", "một tháng", "unreadable_number"),
        ("Chậm so với tiến độ (điểm %)", "20%", "unreadable_number"),
        ("Đỏ khi quá hạn từ (mục)", True, "unreadable_number"),
        ("Đỏ khi quá hạn từ (mục)", date(2024, 1, 3), "unreadable_number"),
        ("Năm", "#REF!", "cell_error"),
        ("Ngày kết thúc", "#N/A", "cell_error"),
        ("Sắp đến hạn (ngày)", "#VALUE!", "cell_error"),
        ("Tên kế hoạch", "Loading...", "cell_error"),
        ("Số liệu minh họa", "#NAME?", "cell_error"),
        ("Cơ quan thường trực", "#ERROR!", "cell_error"),
    ],
    ids=str,
)
def test_what_cannot_be_read_leaves_the_default(item, cell, code):
    book = plan(settings(("Địa bàn", "Huyện"), (item, cell)))
    assert book.settings == plan(settings(("Địa bàn", "Huyện"))).settings
    assert found(book) == [("Cấu hình", 3, "Giá trị", code)]


@pytest.mark.parametrize(
    ("cell", "expected"), [(0, 0), (1.5, 1.5), ("1,5", 1.5), ("1.5", 1.5), (" 7 ", 7)], ids=repr
)
def test_a_number_may_be_nought_have_decimals_and_be_text(cell, expected):
    book = plan(settings(("Sắp đến hạn (ngày)", cell)))
    assert (book.settings.due_soon_days, found(book)) == (expected, [])


DOCUMENTS = {
    "Cơ quan chủ quản": ("UBND tỉnh  Tuyên Quang ", "UBND tỉnh Tuyên Quang"),
    "Cơ quan ban hành": ("UBND huyện", "UBND huyện"),
    "Địa danh": ("Sơn Dương", "Sơn Dương"),
    "Số kế hoạch": (123, "123"),
    "Ngày kế hoạch": (date(2024, 1, 5), "05/01/2024"),
    "Kính gửi": ("Các xã; các phòng", "Các xã; các phòng"),
    "Nơi nhận": ("- Như trên; - Lưu VT", "- Như trên; - Lưu VT"),
    "Chức vụ người ký": ("TRƯỞNG BAN", "TRƯỞNG BAN"),
    "Người ký": ("Nguyễn Văn A", "Nguyễn Văn A"),
}


def test_items_for_documents_are_text_as_it_stands():
    book = plan(settings(*((item, cell) for item, (cell, _) in DOCUMENTS.items())))
    assert found(book) == []
    assert book.settings.documents == {item: text for item, (_, text) in DOCUMENTS.items()}


@pytest.mark.parametrize(
    ("cell", "text"),
    [
        pytest.param(date(2024, 12, 31), "31/12/2024", id="a date"),
        pytest.param(45296, "05/01/2024", id="a serial"),
        pytest.param("5/1/2024", "5/1/2024", id="text"),
        pytest.param("ngày 5 tháng 1", "ngày 5 tháng 1", id="words"),
        pytest.param(12, "12", id="a number"),
    ],
)
def test_a_date_for_documents(cell, text):
    assert plan(settings(("Ngày kế hoạch", cell))).settings.documents == {"Ngày kế hoạch": text}


@pytest.mark.parametrize("cell", [None, " ", "#REF!"])
def test_an_item_for_documents_that_says_nothing_is_not_there(cell):
    book = plan(settings(("Địa danh", cell)))
    assert book.settings.documents == {}
    assert [code for *_, code in found(book)] == (["cell_error"] if cell == "#REF!" else [])


def test_a_days_season_is_that_of_the_plan():
    said = (("Năm", 2024), ("Ngày bắt đầu", "1/9"), ("Ngày kết thúc", "31/8"))
    days = (("Ngày số liệu", "15-1"), ("Ngày họp trước", "15 tháng 12"))
    book = plan(settings(*said, *days))
    assert (book.settings.start, book.settings.end) == (date(2024, 9, 1), date(2025, 8, 31))
    assert (book.settings.as_of, book.settings.previous) == (date(2025, 1, 15), date(2024, 12, 15))
    assert [code for *_, code in found(book)] == ["guessed_date"] * 4


def test_an_item_not_listed_is_unknown():
    book = plan(settings(("Chủ tịch", "Nguyễn Văn A"), ("Năm", 2023), (2024, "x"), ("#REF!", "x")))
    assert book.settings.year == 2023
    assert found(book) == [
        ("Cấu hình", 2, "Mục", "unknown_item"),
        ("Cấu hình", 4, "Mục", "unknown_item"),
        ("Cấu hình", 5, "Mục", "cell_error"),
    ]


def test_a_value_without_an_item_is_missing_it():
    book = plan(settings((None, 2023)))
    assert found(book) == [("Cấu hình", 2, "Mục", "missing_value")]


def test_of_an_item_twice_the_first_counts():
    book = plan(settings(("Năm", 2022), ("Năm", 2023)))
    assert book.settings.year == 2022
    assert found(book) == [("Cấu hình", 3, "Mục", "duplicate_definition")]


@pytest.mark.parametrize(
    ("item", "first", "again", "code"),
    [
        ("Năm", 2024, "x", "unreadable_number"),
        ("Sắp đến hạn (ngày)", 5, "abc", "unreadable_number"),
        ("Ngày họp trước", "15/8/2024", "31/2/2024", "unreadable_date"),
        ("Cơ quan thường trực", "Công an huyện", "Phòng Y tế", "unknown_agency"),
    ],
)
def test_of_an_item_twice_the_lower_value_is_checked_too(item, first, again, code):
    book = plan(agencies(("Công an huyện", "Có")), settings((item, first), (item, again)))
    assert found(book) == [
        ("Cấu hình", 3, "Mục", "duplicate_definition"),
        ("Cấu hình", 3, "Giá trị", code),
    ]


@pytest.mark.parametrize(
    ("written", "meant", "code"),
    [
        ("Công an huyện", "Công an huyện", None),
        ("CAH", "Công an huyện", None),
        ("Cong an huyen", "Công an huyện", "guessed_name"),
        ("Phòng Y tế", "Phòng Y tế", "unknown_agency"),
        ("Tam Đa", "Tam Đa", "unknown_agency"),
    ],
)
def test_the_standing_agency_is_shown_as_written_where_it_is_unknown(written, meant, code):
    book = plan(
        settings(("Cơ quan thường trực", written)),
        agencies(("Công an huyện", "CAH"), head="Cơ quan | Tên gọi khác"),
    )
    assert book.settings.standing_agency == written
    assert agency_on(book, written, TODAY) == meant
    assert found(book) == ([("Cấu hình", 2, "Giá trị", code)] if code else [])


@pytest.mark.parametrize(
    ("cell", "expected"),
    [(2, 2), (0.5, 0.5), ("1,5", 1.5), ("2.25", 2.25), (None, 1), (" ", 1), (False, 1)],
    ids=repr,
)
def test_points(cell, expected):
    book = plan(criteria(("TC01", "Đường", cell), head="Mã | Tiêu chí | Điểm"))
    assert (book.items["points"].tolist(), found(book)) == ([expected], [])


UNREADABLE_POINTS = [0, -1, "0", "-2,5", "hai", "2 điểm", "10%", True, date(2024, 6, 1)]


def test_unreadable_points_count_as_one():
    book = plan(
        criteria(
            *((f"TC{n}", "x", cell) for n, cell in enumerate(UNREADABLE_POINTS)),
            ("TCX", "x", "#REF!"),
            ("TCZ", "x", 5),
            head="Mã | Tiêu chí | Điểm",
        )
    )
    n = len(UNREADABLE_POINTS)
    assert book.items["points"].tolist() == [1] * (n + 1) + [5]
    assert found(book) == [
        *(("Tiêu chí", row, "Điểm", "unreadable_number") for row in range(2, n + 2)),
        ("Tiêu chí", n + 2, "Điểm", "cell_error"),
    ]


@pytest.mark.parametrize(
    ("as_of", "expected"),
    [
        pytest.param(date(2024, 9, 15), date(2024, 8, 15), id="a month before"),
        pytest.param(date(2024, 3, 31), date(2024, 2, 29), id="to a shorter month's end"),
        pytest.param(date(2023, 3, 29), date(2023, 2, 28), id="no leap year"),
        pytest.param(date(2024, 3, 29), date(2024, 2, 29), id="leap year"),
        pytest.param(date(2024, 1, 31), date(2023, 12, 31), id="over the year"),
        pytest.param(date(2024, 5, 31), date(2024, 4, 30), id="31 to 30"),
    ],
)
def test_the_previous_date_is_a_calendar_month_before(as_of, expected):
    assert previous_date(plan().settings, as_of) == expected


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        pytest.param("20/8/2024", date(2024, 8, 20), id="the last meeting's"),
        pytest.param("14/9/2024", date(2024, 9, 14), id="the day before"),
        pytest.param("15/9/2024", date(2024, 8, 15), id="on the date itself: a month before"),
        pytest.param("16/9/2024", date(2024, 8, 15), id="after it: a month before"),
        pytest.param("20/8/204", date(2024, 8, 15), id="unreadable: a month before"),
    ],
)
def test_the_previous_date_is_the_last_meetings(written, expected):
    said = plan(settings(("Ngày họp trước", written))).settings
    assert previous_date(said, date(2024, 9, 15)) == expected

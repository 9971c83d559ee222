"""One agency: its week, whom it must chase, the criteria it follows."""

from datetime import date

from lib.assess import Assessment, assess
from lib.sheet import Book
from lib.view import agency
from lib.view.narrowing import narrowed
from tests.builders import agencies, criteria, periods, plan, progress, tasks, units

AS_OF = date(2024, 9, 15)
NAME = "Phòng Nội vụ"


def sheet() -> Book:
    return plan(
        units(("Tam Đa", "Thấp"), ("Đại Phú", "Thấp")),
        agencies((NAME, "Có"), ("Phòng Tài chính", "Có")),
        criteria(
            ("TC01", "Đường", "30/6/2024", NAME),
            ("TC02", "Đèn", "31/8/2024", NAME),
            ("TC03", "Nước", "30/6/2024", "Phòng Tài chính"),
            head="Mã | Tiêu chí | Hạn | Cơ quan theo dõi",
        ),
        tasks(
            ("NV01", "Kế hoạch", NAME, "1/9/2024"),
            ("NV02", "Khen thưởng", NAME, "22/9/2024"),
            ("NV03", "Tổng kết", NAME, "23/9/2024"),
        ),
        periods(("T09", "Tháng 9", "10/9/2024", "Tất cả cơ quan")),
        progress(
            ("1/6/2024", "Tam Đa", "TC01", "Đạt", None),
            ("8/9/2024", NAME, "T09", "Đã gửi", None),
        ),
    )


def whole() -> tuple[Book, Assessment]:
    book = sheet()
    return book, assess(book, as_of=AS_OF)


def href(owner: str, code: str | None) -> str:
    return f"{owner}#{code or ''}"


def test_the_week_is_what_is_overdue_or_due_in_seven_days():
    _, now = whole()
    owed = agency.own(now.obligations, NAME)
    assert agency.this_week(owed, as_of=AS_OF)["code"].tolist() == ["NV01", "NV02"]
    table = agency.week_table(owed, as_of=AS_OF, href=href)
    assert table.frame["Hạn"].tolist() == ["01/09/2024", "22/09/2024"]
    assert table.title == "Việc của cơ quan đến ngày 22/09/2024"


def test_what_comes_next():
    _, now = whole()
    owed = agency.own(now.obligations, NAME)
    assert agency.next_up(owed).code == "NV02"
    assert agency.next_up(owed.head(0)) is None


def test_whom_to_chase_about_what():
    _, now = whole()
    cells = narrowed(now, agency=NAME).cells
    assert agency.chase_heading(cells) == "Cần đôn đốc 2 đơn vị về 3 tiêu chí quá hạn"
    titles = dict(zip(now.items["code"], now.items["title"], strict=True))
    table = agency.chase_table(cells, now.labels, titles, as_of=AS_OF, href=href)
    assert table.frame["Đơn vị"].tolist() == ["[Đại Phú](Đại Phú#)", "[Tam Đa](Tam Đa#)"]
    assert table.frame["Tiêu chí quá hạn"].tolist() == [
        "[TC01 – Đường](Đại Phú#TC01), [TC02 – Đèn](Đại Phú#TC02)",
        "[TC02 – Đèn](Tam Đa#TC02)",
    ]
    assert table.frame["Lâu nhất (ngày)"].tolist() == ["77", "15"]


def test_what_else_is_overdue_of_what_it_follows_is_told_apart():
    _, now = whole()
    followed = narrowed(now, agency=NAME)
    owed = followed.obligations
    assert agency.chase_note(followed.cells, owed, NAME) == (
        "Tính cả nhiệm vụ, báo cáo của cơ quan và do cơ quan theo dõi: 4 mục quá hạn."
    )
    criteria_only = owed[owed["kind"] == "criterion"]
    assert agency.chase_note(followed.cells, criteria_only, NAME) is None


def test_nobody_to_chase():
    _, now = whole()
    cells = narrowed(now, agency=NAME).cells
    assert agency.chase_heading(cells.head(0)) == (
        "Không có đơn vị nào quá hạn ở tiêu chí cơ quan theo dõi."
    )


def test_the_criteria_it_follows_name_who_is_overdue():
    book, now = whole()
    cells = narrowed(now, agency=NAME).cells
    table = agency.followed_table(
        cells, book, now.labels, href=href, criterion_href=lambda code: f"tieu-chi?ma={code}"
    )
    assert table.frame["Tiêu chí"].tolist() == [
        "[TC01 – Đường](tieu-chi?ma=TC01)",
        "[TC02 – Đèn](tieu-chi?ma=TC02)",
    ]
    assert table.frame["Đạt"].tolist() == ["1/2", "0/2"]
    assert table.frame["Quá hạn"].tolist() == [
        ":red[**■ 1**] [Đại Phú](Đại Phú#TC01)",
        ":red[**■ 2**] [Tam Đa](Tam Đa#TC02), [Đại Phú](Đại Phú#TC02)",
    ]


def test_figures_and_the_list_to_choose_from():
    _, now = whole()
    cells = narrowed(now, agency=NAME).cells
    own, soon, on_time, followed, chase = agency.figures(now, NAME, cells)
    assert (own.value, own.note) == ("1", "1 việc đã xong, 1 việc trong hạn")
    assert (soon.value, on_time.value) == ("1", "100%")
    assert (followed.value, chase.value) == ("1/4", "2")
    table = agency.agencies_table(now, href=lambda name: name)
    assert table.frame["Tiêu chí theo dõi quá hạn"].tolist() == [
        ":red[**■ 3**]",
        ":red[**■ 2**]",
    ]
    assert table.frame["Mọi việc quá hạn, kể cả theo dõi"].tolist() == ["4", "3"]

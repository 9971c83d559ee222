"""The report calendar: rows and columns in order, each state with its words."""

from datetime import date

from lib import words
from lib.assess.memory import digest
from lib.recall import remembered
from lib.sheet import Book
from lib.view import reports
from lib.view.lattice import MOST_ROWS, runs
from tests.builders import Row, agencies, assess, periods, plan, progress, units

AS_OF = date(2024, 9, 15)
HEAD = "Mã | Loại | Kỳ báo cáo | Trước ngày | Đối tượng"


LOG = (
    ("9/8/2024", "Tam Đa", "T08", "Đã gửi", None),
    ("12/9/2024", "Tam Đa", "T09", "Đã gửi", None),
)


def sheet(*log: Row, today: date = AS_OF) -> Book:
    return plan(
        units(("Tam Đa", "Cao"), ("Đại Phú", "Thấp"), ("Bình Yên", "Cao")),
        agencies(("Phòng Nội vụ", "Có")),
        periods(
            ("T08", "Tháng", "Tháng 8", "10/8/2024", None),
            ("Q3", "Quý", "Quý III", "10/9/2024", "Tất cả đơn vị"),
            ("T09", "Tháng", "Tháng 9", "10/9/2024", None),
            ("T10", "Tháng", "Tháng 10", "10/10/2024", None),
            head=HEAD,
        ),
        progress(*log),
        today=today,
    )


def href(owner: str, code: str | None) -> str:
    return f"{owner}#{code or ''}"


def test_rows_stand_by_group_and_columns_by_kind_of_report():
    book = sheet(*LOG)
    now = assess(book, as_of=AS_OF)
    grid = reports.calendar(now.obligations, book, now.labels, href=href)
    assert [row.label for row in grid.rows] == ["Tam Đa", "Bình Yên", "Đại Phú", "Phòng Nội vụ"]
    assert runs(grid.rows) == [("Cao", 2), ("Thấp", 1), ("Cơ quan", 1)]
    assert [column.label for column in grid.columns] == ["T08", "T09", "T10", "Q3"]
    assert runs(grid.columns) == [("Tháng", 3), ("Quý", 1)]


def test_each_state_is_said_in_words_and_shape():
    book = sheet(*LOG)
    now = assess(book, as_of=AS_OF)
    grid = reports.calendar(now.obligations, book, now.labels, href=href)
    sent, late, open_, missing = grid.spots[0]
    assert (sent.word, sent.lines[1]) == ("Gửi đúng hạn", "gửi ngày 09/08/2024")
    assert (late.word, late.lines[1]) == ("Gửi quá hạn", "gửi ngày 12/09/2024, quá hạn 3 ngày")
    assert (open_.word, open_.lines[1]) == ("Trong hạn", "hạn 09/10/2024")
    assert (missing.word, missing.lines[1]) == ("Quá hạn, chưa gửi", "chưa gửi, quá hạn 6 ngày")
    assert missing.href == "Tam Đa#Q3"
    assert len({spot.tone + spot.shape for spot in grid.spots[0]}) == 4
    explained = [each.word for each in grid.legend]
    assert sorted(explained) == sorted(mark.word for mark in words.REPORT_STATE.values())


def test_what_was_written_late_has_a_mark_of_its_own_in_the_legend_too():
    book = sheet(*LOG, today=date(2024, 9, 20))
    now = assess(book, as_of=AS_OF)
    unwritten = sheet(today=date(2024, 8, 10))
    told = remembered(book, now, None, [digest(unwritten)])
    grid = reports.calendar(now.obligations, book, now.labels, href=href, memory=told)
    sent, late, *_ = grid.spots[0]
    assert (sent.shape, sent.tone) == ("✔▲", "green")
    assert sent.word == "Gửi đúng hạn, ghi vào sổ sau hạn"
    assert sent.lines[2] == "▲ ghi vào sổ sau hạn, mới thấy hôm nay"
    assert late.word == "Gửi quá hạn"
    assert grid.legend[-1].word == sent.word


def test_who_is_not_asked_has_no_spot_and_missing_ones_are_counted():
    book = sheet(*LOG)
    now = assess(book, as_of=AS_OF)
    grid = reports.calendar(now.obligations, book, now.labels, href=href)
    assert grid.spots[3][3] is None
    assert [row.alert for row in grid.rows] == [1, 1, 1, 1]
    assert [column.alert for column in grid.columns] == [3, 3, 0, 3]
    assert grid.columns[0].title == "T08 – Báo cáo tháng 8, trước 10/08/2024"


def test_finding_counts_what_was_due():
    book = sheet(*LOG)
    obligations = assess(book, as_of=AS_OF).obligations
    assert (
        reports.finding(obligations, as_of=AS_OF)
        == "1 trên 11 báo cáo đã qua hạn được gửi đúng hạn"
    )


def test_of_many_owners_those_have_rows_that_miss_most():
    names = [f"Xã {number:03}" for number in range(MOST_ROWS + 2)]
    sent = [("9/9/2024", name, "T09", "Đã gửi", None) for name in names[1:3]]
    sent.append(("9/8/2024", names[2], "T08", "Đã gửi", None))
    book = plan(
        units(*((name, "Cao") for name in names)),
        periods(
            ("T08", "Tháng", "Tháng 8", "10/8/2024", None),
            ("T09", "Tháng", "Tháng 9", "10/9/2024", None),
            head=HEAD,
        ),
        progress(*sent),
        today=AS_OF,
    )
    owed = assess(book, as_of=AS_OF).obligations
    grid = reports.calendar(owed, book, {}, href=href)
    assert [row.label for row in grid.rows] == [names[0], *names[3:]]
    assert [column.note for column in grid.columns] == ["151", "150"]
    assert reports.left_out(owed) == (
        "Đang hiện 150 nơi thiếu nhiều báo cáo nhất trên 152. Chọn nhóm hoặc đơn vị ở bộ lọc để xem "
        "nơi khác."
    )
    assert reports.left_out(owed[owed["owner"] != names[5]].iloc[:9]) is None

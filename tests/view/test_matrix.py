"""The matrix: who stands where, what a cell says, what is red."""

from dataclasses import replace
from datetime import date

from lib import words
from lib.assess import assess
from lib.sheet import Book
from lib.view import matrix
from lib.view.lattice import MOST_COLUMNS, MOST_ROWS, runs
from tests.builders import agencies, appraisals, criteria, plan, progress, units

AS_OF = date(2024, 9, 15)
CRITERIA = "Mã | Nhóm tiêu chí | Tiêu chí | Hạn | Bắt buộc | Áp dụng cho | Cơ quan theo dõi"
LOG = "Ngày | Đơn vị | Mã | Kết quả | Tiến độ (%) | Minh chứng | Người nhập"


def sheet() -> Book:
    return plan(
        units(("Tam Đa", "Thấp"), ("Đại Phú", "Cao")),
        agencies(("Phòng Nội vụ", "Có")),
        criteria(
            ("TC01", "I. Lãnh đạo", "Nghị quyết", "30/6/2024", "Có", None, "Phòng Nội vụ"),
            ("TC02", "I. Lãnh đạo", "Kế hoạch", "31/12/2024", None, None, "Chưa rõ"),
            ("TC03", None, "Mô hình", None, None, "Cao", None),
            head=CRITERIA,
        ),
        progress(
            ("1/3/2024", "Tam Đa", "TC01", "Đang thực hiện", 10, "Công văn <b>", "An"),
            ("1/6/2024", "Đại Phú", "TC01", "Đạt", None, None, None),
            head=LOG,
        ),
        appraisals(("1/7/2024", "Đại Phú", "TC01", "Đạt")),
    )


def href(owner: str, code: str | None) -> str:
    return f"{owner}#{code or ''}"


def criterion_href(code: str) -> str:
    return f"tieu-chi?ma={code}"


def test_rows_are_units_by_group_and_columns_criteria_by_section():
    book = sheet()
    grid = matrix.lattice(assess(book, as_of=AS_OF), book, href=href, criterion_href=criterion_href)
    assert [(row.label, row.shape, row.alert) for row in grid.rows] == [
        ("Tam Đa", "■", 1),
        ("Đại Phú", "▲", 0),
    ]
    assert runs(grid.columns) == [("I. Lãnh đạo", 2), ("Tiêu chí", 1)]
    assert [column.alert for column in grid.columns] == [1, 0, 0]
    assert grid.columns[0].word == "1 đơn vị quá hạn"


def test_a_columns_head_says_what_by_when_who_follows_it_and_who_is_late():
    book = sheet()
    first, second, third = matrix.lattice(
        assess(book, as_of=AS_OF), book, href=href, criterion_href=criterion_href
    ).columns
    assert first.lines == (
        "TC01: Nghị quyết (bắt buộc)",
        "Hạn 30/06/2024",
        "Phòng Nội vụ theo dõi",
        "Quá hạn: Tam Đa",
        "Bấm để mở trang của tiêu chí",
    )
    assert (first.href, first.shape) == ("tieu-chi?ma=TC01", "■")
    open_it = "Bấm để mở trang của tiêu chí"
    assert second.lines == ("TC02: Kế hoạch", "Hạn 31/12/2024", "Chưa rõ theo dõi", open_it)
    assert second.word == "không đơn vị nào quá hạn"
    assert third.lines == ("TC03: Mô hình", "Hạn 31/12/2024", open_it)


def test_a_cell_says_who_what_why_since_when_and_on_what_evidence():
    book = sheet()
    spot = matrix.lattice(
        assess(book, as_of=AS_OF), book, href=href, criterion_href=criterion_href
    ).spots[0][0]
    assert (spot.word, spot.shape, spot.tone) == ("Quá hạn", "■", "red")
    assert spot.href == "Tam Đa#TC01"
    assert spot.lines == (
        "Tam Đa – TC01: Nghị quyết (bắt buộc)",
        "Quá hạn 77 ngày (hạn 30/06/2024), tiến độ 10%; số liệu cũ từ ngày 01/03/2024.",
        "Minh chứng: Công văn <b>",
        "Người nhập: An",
        "Trong sổ: trang Tiến độ, dòng 2",
    )


def test_an_appraised_cell_and_one_that_does_not_apply():
    book = sheet()
    grid = matrix.lattice(assess(book, as_of=AS_OF), book, href=href, criterion_href=criterion_href)
    appraised = grid.spots[1][0]
    assert (appraised.word, appraised.shape, appraised.strong) == ("Đạt – đã thẩm định", "✔✔", True)
    assert grid.spots[0][2] is None


def test_the_finding_names_the_worst_column():
    book = sheet()
    assert matrix.finding(assess(book, as_of=AS_OF)) == (
        "1 trên 2 đơn vị đèn đỏ; 1 lượt tiêu chí quá hạn, nhiều nhất ở TC01 – Nghị quyết (1 đơn vị)"
    )
    before = assess(book, as_of=date(2024, 6, 30))
    assert matrix.finding(before) == "Không có tiêu chí nào quá hạn ở 2 đơn vị"


def test_under_an_agency_the_finding_names_the_scope():
    book = sheet()
    now = assess(book, as_of=AS_OF)
    cells = now.cells[now.cells["code"].isin(["TC01", "TC02"])]
    assert matrix.finding(replace(now, cells=cells), agency="Phòng Nội vụ") == (
        "1 lượt tiêu chí quá hạn ở 2 tiêu chí do Phòng Nội vụ theo dõi, nhiều nhất ở TC01 – Nghị "
        "quyết (1 đơn vị); 1 trên 2 đơn vị đèn đỏ, đèn tính trên mọi tiêu chí"
    )
    other = now.cells[now.cells["code"] == "TC02"]
    assert matrix.finding(replace(now, cells=other), agency="Phòng Nội vụ") == (
        "2 đơn vị không quá hạn ở 1 tiêu chí do Phòng Nội vụ theo dõi; "
        "1 trên 2 đơn vị đèn đỏ, đèn tính trên mọi tiêu chí"
    )


def test_mandatory_criteria_are_marked_and_the_lights_explained():
    book = sheet()
    grid = matrix.lattice(assess(book, as_of=AS_OF), book, href=href, criterion_href=criterion_href)
    assert [column.sign for column in grid.columns] == ["*", "", ""]
    assert (grid.legend[-1].shape, grid.legend[-1].word) == ("*", "tiêu chí bắt buộc")
    assert [light.shape for light in grid.lights] == ["■", "▲", "●", "○"]
    number = f"{book.settings.red_from:.0f}"
    assert grid.lights[0].word == (f"Đỏ: quá hạn từ {number} mục hoặc quá hạn tiêu chí bắt buộc")


def test_a_light_and_a_cell_of_one_shape_mean_the_same_trouble():
    assert words.LIGHT["green"].shape not in {mark.shape for mark in words.STATUS.values()}
    assert words.LIGHT["green"].shape not in {mark.shape for mark in words.STATE.values()}


def test_the_legend_tells_shapes_and_tones_apart():
    marks = [(each.shape, each.tone) for each in matrix.legend()]
    assert len(set(marks)) == len(marks) == 6


def test_the_legend_explains_every_status():
    explained = [each.word for each in matrix.legend()]
    there = [mark.word for status, mark in words.STATUS.items() if status != "not_applicable"]
    assert sorted(explained) == sorted([*there, words.APPRAISED.word])


def test_the_foot_sums_up_each_column_and_other_orders_are_offered():
    book = plan(
        units(("Tam Đa", "Thấp"), ("Đại Phú", "Thấp"), ("Sơn Nam", "Cao")),
        criteria(
            ("TC01", "Đường", "31/12/2024"),
            ("TC02", "Đèn", "30/6/2024"),
            ("TC03", "Nước", "31/12/2024"),
        ),
        progress(
            ("1/3/2024", "Tam Đa", "TC01", "Đạt", None),
            ("1/3/2024", "Tam Đa", "TC02", "Đạt", None),
            ("1/3/2024", "Đại Phú", "TC01", "Đạt", None),
        ),
    )
    now = assess(book, as_of=AS_OF)
    assert now.units["unit"].tolist() == ["Tam Đa", "Đại Phú", "Sơn Nam"]
    grid = matrix.lattice(now, book, href=href, criterion_href=criterion_href)
    assert grid.foot == ("2/3", "1/3", "0/3")
    assert [(order.word, order.columns, order.rows) for order in grid.orders] == [
        ("Như trong sổ", (0, 1, 2), (0, 1, 2)),
        ("Quá hạn nhiều", (1, 0, 2), (1, 0, 2)),
        ("Đạt ít", (2, 1, 0), (0, 1, 2)),
    ]


def test_red_units_come_first_within_their_group_where_what_is_overdue_does():
    book = plan(
        units(("Tam Đa", "Thấp"), ("Đại Phú", "Thấp"), ("Sơn Nam", "Cao"), ("Minh Thanh", "Cao")),
        criteria(
            ("TC01", "Đường", "31/12/2024", None),
            ("TC02", "Đèn", "30/6/2024", "Có"),
            head="Mã | Tiêu chí | Hạn | Bắt buộc",
        ),
        progress(
            ("1/3/2024", "Tam Đa", "TC01", "Đạt", None),
            ("1/3/2024", "Đại Phú", "TC02", "Đạt", None),
            ("1/3/2024", "Sơn Nam", "TC02", "Đạt", None),
            ("1/3/2024", "Sơn Nam", "TC01", "Đạt", None),
        ),
    )
    now = assess(book, as_of=AS_OF)
    assert now.units["unit"].tolist() == ["Đại Phú", "Tam Đa", "Sơn Nam", "Minh Thanh"]
    assert now.units["light"].tolist()[1::2] == ["red", "red"]
    grid = matrix.lattice(now, book, href=href, criterion_href=criterion_href)
    assert grid.orders[1].rows == (1, 0, 3, 2)


def test_of_very_many_units_the_worst_have_rows_and_the_foot_counts_all():
    names = [f"Xã {number:03d}" for number in range(MOST_ROWS + 2)]
    good = {names[0], names[70]}
    book = plan(
        units(*((name, "Thấp") for name in names)),
        criteria(("TC01", "Đường làng", "30/6/2024")),
        progress(*(("1/6/2024", name, "TC01", "Đạt") for name in sorted(good))),
    )
    now = assess(book, as_of=AS_OF)
    grid = matrix.lattice(now, book, href=href, criterion_href=criterion_href)
    assert len(grid.rows) == len(grid.spots) == MOST_ROWS
    assert [row.label for row in grid.rows] == [name for name in names if name not in good]
    assert grid.foot == (f"2/{len(names)}",)
    assert all(sorted(order.rows) == list(range(MOST_ROWS)) for order in grid.orders)
    assert f"{MOST_ROWS} trên {len(names)} đơn vị" in matrix.left_out(now)


def test_of_very_many_criteria_the_worst_have_columns_in_their_order():
    codes = [f"TC{number:03d}" for number in range(MOST_COLUMNS + 2)]
    late = [codes[0], *codes[3:]]
    book = plan(
        units(("Tam Đa", "Thấp")),
        criteria(*((code, "Đường", "30/6/2024" if code in late else None) for code in codes)),
        progress(),
    )
    now = assess(book, as_of=AS_OF)
    grid = matrix.lattice(now, book, href=href, criterion_href=criterion_href)
    assert [column.label for column in grid.columns] == late[:1] + codes[3:]
    assert {len(line) for line in grid.spots} == {MOST_COLUMNS} == {len(grid.foot)}
    assert all(sorted(order.columns) == list(range(MOST_COLUMNS)) for order in grid.orders)
    assert f"{MOST_COLUMNS} trên {len(codes)} tiêu chí" in matrix.left_out(now)
    assert matrix.left_out(assess(sheet(), as_of=AS_OF)) is None

"""One unit: what it lacks, its own word beside the appraisal's, its log, its past."""

from datetime import date

import pandas as pd
import pytest

from lib.assess import Assessment, assess, compare
from lib.sheet import Book
from lib.view import item, merger, unit
from lib.view.trail import Said, newest_words, predecessors, trail, trail_table
from tests.builders import appraisals, criteria, plan, progress, tasks, units

AS_OF, BEFORE = date(2024, 9, 15), date(2024, 8, 15)
UNITS = "Đơn vị | Loại | Nhóm | Hiệu lực từ | Hiệu lực đến | Sáp nhập vào"
CRITERIA = "Mã | Tiêu chí | Cơ quan theo dõi | Hạn | Bắt buộc | Căn cứ"


def sheet() -> Book:
    return plan(
        units(
            ("Tam Đa", "Xã", "Thấp", None, None, None),
            ("Hồng Lạc", "Xã", "Thấp", None, "31/8/2024", "Hồng Sơn"),
            ("Vân Sơn", "Xã", "Cao", None, "31/8/2024", "Hồng Sơn"),
            ("Hồng Sơn", "Xã", "Thấp", "1/9/2024", None, None),
            head=UNITS,
        ),
        criteria(
            ("TC01", "Đường", "Phòng Nội vụ", "30/6/2024", None, None),
            ("TC02", "Đèn", None, None, "Có", None),
            ("TC03", "Nước", None, "31/12/2024", "Có", "QĐ 9745"),
            ("TC04", "Điện", None, "31/10/2024", None, None),
            head=CRITERIA,
        ),
        tasks(("NV01", "Kế hoạch", "Tam Đa", "1/9/2024")),
        progress(
            ("1/3/2024", "Tam Đa", "TC04", "Đang thực hiện", 30),
            ("1/6/2024", "Tam Đa", "TC04", "Đạt", None),
            ("1/7/2024", "Tam Đa", "TC03", "Đang thực hiện", 40),
            ("9/9/2024", "Tam Đa", "TC01", "Đạt", None),
            ("1/10/2024", "Tam Đa", "TC02", "Đạt", None),
            ("1/8/2024", "Hồng Lạc", "TC01", "Đạt", None),
            ("2/8/2024", "Vân Sơn", "TC01", "Đang thực hiện", 10),
        ),
        appraisals(("1/7/2024", "Tam Đa", "TC04", "Chưa đạt")),
    )


def now(book: Book) -> Assessment:
    return assess(book, as_of=AS_OF)


def cells_of(book: Book, name: str):
    cells = now(book).cells
    return cells[cells["unit"] == name]


def href(owner: str, code: str | None) -> str:
    return f"{owner}#{code or ''}"


def place(worksheet: str, row: int, cell: str | None) -> str:
    return f"{worksheet}!{cell or row}"


def test_what_is_missing_mandatory_first_then_by_day():
    book = sheet()
    cells = cells_of(book, "Tam Đa")
    assert unit.missing(cells)["code"].tolist() == ["TC02", "TC03", "TC04"]
    assert unit.missing_heading(cells) == "Còn 3 tiêu chí để đạt điển hình, trong đó 2 bắt buộc"


def test_what_is_missing_puts_the_overdue_before_the_rest_of_their_kind():
    cells = cells_of(sheet(), "Tam Đa")
    overdue = cells["code"].isin(["TC02", "TC04"])
    lacking = cells.assign(
        status=cells["status"].astype(object).mask(overdue, "overdue"),
        mandatory=cells["code"].isin(["TC02"]),
    )
    assert unit.missing(lacking)["code"].tolist() == ["TC02", "TC04", "TC03"]
    table = unit.lacking_table(
        lacking, dict.fromkeys(cells["code"], "Tên"), {}, as_of=AS_OF, lag=20, href=href
    )
    assert "Vì sao" not in table.spare
    assert "Minh chứng gần nhất" not in table.frame


def test_a_filter_by_agency_says_whose_criteria_are_missing():
    cells = cells_of(sheet(), "Tam Đa")
    assert unit.missing_heading(cells.tail(1), agency="Phòng Nội vụ") == (
        "Còn 1 tiêu chí để đạt điển hình (tiêu chí do Phòng Nội vụ theo dõi)"
    )
    assert unit.missing_heading(cells.head(0)) == "Không có tiêu chí nào áp dụng"


def test_a_unit_that_lacks_nothing_says_so():
    cells = cells_of(sheet(), "Tam Đa")
    assert unit.missing_heading(cells[cells["status"] == "met"]) == "Đã đạt đủ 1 tiêu chí"


def test_own_word_stands_beside_the_appraisal():
    book = sheet()
    own = newest_words(book, 0, as_of=AS_OF, appraisal=False)
    judged = newest_words(book, 0, as_of=AS_OF, appraisal=True)
    titles = dict(zip(book.items["code"], book.items["title"], strict=True))
    table = unit.criteria_table(cells_of(book, "Tam Đa"), titles, own, judged, href=href)
    rows = {row["Tiêu chí"][1:5]: row for row in table.frame.to_dict("records")}
    assert rows["TC04"]["Tự đánh giá"] == "Đạt, 01/06/2024 :orange[▲ khác thẩm định]"
    assert rows["TC04"]["Thẩm định"] == ":red[**✘** Chưa đạt, 01/07/2024]"
    assert rows["TC03"]["Tự đánh giá"] == "Mới 40%, 01/07/2024"
    assert rows["TC02"]["Tự đánh giá"] == rows["TC02"]["Thẩm định"] == "–"
    assert "bắt buộc" in table.frame["Tiêu chí"].iloc[1]


def test_words_written_later_do_not_exist_yet():
    assert "TC02" not in newest_words(sheet(), 0, as_of=AS_OF, appraisal=False)


def test_the_log_of_an_item_newest_first():
    book = sheet()
    entries = trail(book, [0], 3, as_of=AS_OF)
    table = trail_table(entries, title="Lịch sử", place=place)
    assert table.frame["Ngày"].tolist() == ["01/07/2024", "01/06/2024", "01/03/2024"]
    assert table.frame["Ghi nhận"].tolist() == ["**Thẩm định**", "Tự đánh giá", "Tự đánh giá"]
    assert table.frame["Kết quả"].tolist() == [
        ":red[**✘** Chưa đạt]",
        ":green[**✔** Đạt]",
        "Đang thực hiện 30%",
    ]
    assert table.frame["Trong sổ"].tolist() == ["Thẩm định!2", "Tiến độ!3", "Tiến độ!2"]


def test_a_merged_unit_shows_its_predecessors_words():
    book = sheet()
    assert predecessors(book, 3, AS_OF) == [1, 2]
    assert predecessors(book, 3, date(2024, 8, 31)) == []
    entries = trail(book, [3, *predecessors(book, 3, AS_OF)], 0, as_of=AS_OF)
    table = trail_table(entries, title="Lịch sử", place=place, several=True)
    assert table.frame["Đơn vị"].tolist() == ["Vân Sơn", "Hồng Lạc"]
    note = merger.merger_note(book, 3, AS_OF)
    assert note is not None
    assert note.startswith("Hồng Sơn thành lập ngày 01/09/2024 từ Hồng Lạc, Vân Sơn.")
    assert merger.merger_note(book, 0, AS_OF) is None


def refused_book() -> Book:
    """Hồng Lạc is refused on TC01 before the merger and confirmed on TC02; both write again."""
    return plan(
        units(
            ("Hồng Lạc", "Xã", "Thấp", None, "31/8/2024", "Hồng Sơn"),
            ("Hồng Sơn", "Xã", "Thấp", "1/9/2024", None, None),
            head=UNITS,
        ),
        criteria(("TC01", "Đường", "31/12/2024"), ("TC02", "Đèn", "31/12/2024")),
        tasks(("NV01", "Kế hoạch", "Hồng Sơn", "1/10/2024")),
        progress(
            ("1/7/2024", "Hồng Lạc", "TC01", "Đạt", None),
            ("1/8/2024", "Hồng Lạc", "TC01", "Đạt", None),
            ("2/9/2024", "Hồng Sơn", "TC01", "Xong", None),
            ("5/9/2024", "Hồng Sơn", "NV01", "Xong", None),
        ),
        appraisals(
            ("10/7/2024", "Hồng Lạc", "TC01", "Chưa đạt"),
            ("10/7/2024", "Hồng Lạc", "TC02", "Đạt"),
            ("3/9/2024", "Hồng Sơn", "NV01", "Chưa đạt"),
        ),
    )


def test_what_is_written_after_a_refusal_is_not_shown_as_met():
    book = refused_book()
    entries = trail(book, [1, 0], 0, as_of=AS_OF)
    table = trail_table(entries, title="Lịch sử", place=place, several=True)
    assert table.frame["Kết quả"].tolist() == [
        ":orange[▲ Xong (thẩm định chưa đạt)]",
        ":orange[▲ Đạt (thẩm định chưa đạt)]",
        ":red[**✘** Chưa đạt]",
        ":green[**✔** Đạt]",
    ]


def test_a_task_done_again_after_it_was_returned_is_done():
    book = refused_book()
    number = item.item_number(book, "NV01")
    assert number is not None
    table = trail_table(trail(book, [1], number, as_of=AS_OF), title="Lịch sử", place=place)
    assert table.frame["Kết quả"].tolist() == [":green[**✔** Xong]", ":red[**✘** Chưa đạt]"]
    own, judged = (
        newest_words(book, 1, as_of=AS_OF, appraisal=side)["NV01"] for side in (False, True)
    )
    line = item.facts_line(book.items, number, own=own, judged=judged, place=place)
    assert "Tự đánh giá: **Đạt, 05/09/2024** ·" in line


def test_a_verdict_that_came_with_a_merger_stands_in_its_column():
    book = refused_book()
    own = newest_words(book, 1, as_of=AS_OF, appraisal=False)
    judged = newest_words(book, 1, as_of=AS_OF, appraisal=True)
    titles = dict(zip(book.items["code"], book.items["title"], strict=True))
    table = unit.criteria_table(cells_of(book, "Hồng Sơn"), titles, own, judged, href=href)
    assert table.frame["Tự đánh giá"].tolist() == [
        "Đạt, 02/09/2024 :orange[▲ khác thẩm định]",
        "–",
    ]
    assert table.frame["Thẩm định"].tolist() == [
        ":red[**✘** Chưa đạt, theo đơn vị cũ]",
        ":green[**✔✔** Đạt, theo đơn vị cũ]",
    ]


@pytest.mark.parametrize(
    ("old", "new", "note"),
    [
        pytest.param(
            ("Hồng Lạc", None, "31/8/2024", "Tam Đa"),
            ("Tam Đa", None, None, None),
            "Tam Đa tiếp nhận Hồng Lạc.",
            id="into one that was there",
        ),
        pytest.param(
            ("Hồng Lạc", None, "31/8/2024", "Tam Đa"),
            ("Tam Đa", "1/1/2024", None, None),
            "Tam Đa tiếp nhận Hồng Lạc.",
            id="into one that has a first day, but was there",
        ),
        pytest.param(
            ("Hồng Lạc", None, "31/8/2024", "Tam Đa"),
            ("Tam Đa", "1/9/2024", None, None),
            "Tam Đa thành lập ngày 01/09/2024 từ Hồng Lạc.",
            id="into a new one",
        ),
        pytest.param(
            ("Tam Đa", None, "31/8/2024", "Tam Đa"),
            ("Tam Đa", "1/9/2024", None, None),
            "Từ ngày 01/09/2024 Tam Đa được tính là đơn vị mới cùng tên.",
            id="into the next of its name",
        ),
    ],
)
def test_how_a_unit_came_about(old, new, note):
    head = "Đơn vị | Nhóm | Hiệu lực từ | Hiệu lực đến | Sáp nhập vào"
    rows = [(name, "Thấp", *rest) for name, *rest in (old, new)]
    told = merger.merger_note(plan(units(*rows, head=head)), 1, AS_OF)
    assert told is not None
    assert told.startswith(f"{note} ")


def test_predecessors_stand_as_on_their_last_day():
    book = sheet()
    last = {number: assess(book, as_of=date(2024, 8, 31)) for number in (1, 2)}
    table = merger.predecessors_table(book, last, {1: "a", 2: "b"})
    assert table.frame["Đơn vị"].tolist() == ["[Hồng Lạc](a)", "[Vân Sơn](b)"]
    assert table.frame["Tiêu chí đạt"].tolist() == ["1/4", "0/4"]
    assert table.frame["Ngày cuối"].tolist() == ["31/08/2024"] * 2


@pytest.mark.parametrize(
    ("owner", "successor", "day", "told"),
    [
        (1, "Hồng Sơn", AS_OF, "Hồng Lạc đã sáp nhập vào Hồng Sơn sau ngày 31/08/2024."),
        (1, None, AS_OF, "Hồng Lạc có hiệu lực đến hết ngày 31/08/2024."),
        (3, None, BEFORE, "Hồng Sơn có hiệu lực từ ngày 01/09/2024."),
    ],
)
def test_a_unit_that_is_not_there_says_why(owner, successor, day, told):
    assert merger.absence(sheet().owners.loc[owner], successor, day) == told


def test_figures_change_since_the_last_meeting():
    book = sheet()
    then = assess(book, as_of=BEFORE)
    moved = compare(book, now(book), then).rank_change.get("Tam Đa")
    met, progress_, rank, on_time, overdue = unit.figures(now(book), then, "Tam Đa", moved)
    assert (met.value, met.change, met.note) == ("1/4", "+1", "0 đã thẩm định")
    assert (progress_.value, progress_.change) == ("42,5%", "+25,0 điểm %")
    assert rank.value == "1/2"
    assert (on_time.value, on_time.change) == ("–", None)
    assert (overdue.value, overdue.change) == ("1", "0")


def test_a_unit_that_was_not_there_before_has_no_change():
    book = sheet()
    then = assess(book, as_of=BEFORE)
    figures = unit.figures(now(book), then, "Hồng Sơn", None)
    assert [figure.change for figure in figures] == [None] * 5


@pytest.mark.parametrize(
    ("own", "refused", "text"),
    [
        (None, True, "–"),
        (("2024-06-01", True, 100.0), False, "Đạt, 01/06/2024"),
        (("2024-06-01", True, 100.0), True, "Đạt, 01/06/2024 :orange[▲ khác thẩm định]"),
        (("2024-06-01", False, 45.5), True, "Mới 45,5%, 01/06/2024"),
    ],
)
def test_an_owners_own_word(own, refused, text):
    word = own and Said(pd.Timestamp(own[0]), own[1], own[2], "", "")
    assert unit.said(word, refused=refused) == text


def test_an_item_says_where_its_owner_stands():
    book = sheet()
    whole = now(book)
    assert item.standing(whole, "Tam Đa", "TC03", lag=20) == (
        ":orange[**▲** Nguy cơ chậm]. Mới 40%, trong khi đến nay cần 70,7%; số liệu cũ từ ngày "
        "01/07/2024."
    )
    assert item.standing(whole, "Tam Đa", "NV01", lag=20) == (
        ":red[**■** Quá hạn]. Quá hạn 14 ngày (hạn 01/09/2024)."
    )
    assert item.standing(whole, "Hồng Sơn", "NV01", lag=20) is None


def test_an_owners_tasks_and_reports_say_where_they_stand():
    owing = now(sheet()).obligations
    listed = owing[(owing["owner"] == "Tam Đa") & (owing["kind"] == "task")]
    table = unit.owed_table(listed, title="Nhiệm vụ", as_of=AS_OF, href=href)
    (row,) = table.frame.drop(columns="TT").to_dict("records")
    assert row == {
        "Loại": "Nhiệm vụ",
        "Nội dung": "[NV01 – Kế hoạch](Tam Đa#NV01)",
        "Tình trạng": ":red[**■** Quá hạn]",
        "Cụ thể": "Quá hạn 14 ngày (hạn 01/09/2024).",
    }


def test_units_to_choose_from_stand_in_the_order_given():
    listed = now(sheet()).units
    table = unit.units_table(listed, href=lambda label: f"?{label}")
    assert table.title == "Các đơn vị từ Tam Đa đến Hồng Sơn"
    assert table.frame.iloc[0].tolist() == ["[Tam Đa](?Tam Đa)", ":orange[**▲** Vàng]", "1/4"]
    assert unit.units_table(listed.head(0), href=str).frame.empty


def test_facts_set_the_owners_word_beside_the_appraisal():
    book = sheet()
    own, judged = (
        newest_words(book, 0, as_of=AS_OF, appraisal=side)["TC04"] for side in (False, True)
    )
    line = item.facts_line(book.items, 3, own=own, judged=judged, place=place)
    assert line == (
        "Hạn: **31/10/2024** · Tự đánh giá: **Đạt, 01/06/2024 :orange[▲ khác thẩm định]** · "
        "Thẩm định: **:red[**✘** Chưa đạt, 01/07/2024]** · Cơ quan theo dõi: **Chưa giao** · "
        "Điểm: **1** · Nêu tại: **Tiêu chí!5**"
    )


def test_facts_of_a_task():
    head = "Mã | Nhiệm vụ | Chủ trì | Ngày giao | Phối hợp"
    book = plan(tasks(("NV01", "Kế hoạch", "Tam Đa", "1/3/2024", "Hội [x]"), head=head))
    number = item.item_number(book, "NV01")
    assert number is not None
    line = item.facts_line(book.items, number, own=None, judged=None, place=place)
    assert line == (
        r"Ngày giao: **01/03/2024** · Phối hợp: **Hội \[x\]** · Nêu tại: **Nhiệm vụ!2**"
    )


def test_facts_leave_out_what_is_blank():
    book = sheet()
    number = item.item_number(book, "TC03")
    assert number == 2
    line = item.facts_line(book.items, number, own=None, judged=None, place=place)
    assert line == (
        "Hạn: **31/12/2024** · Cơ quan theo dõi: **Chưa giao** · Điểm: **1** · "
        "Căn cứ: **QĐ 9745** · Nêu tại: **Tiêu chí!4**"
    )
    assert item.item_number(book, "TC99") is None

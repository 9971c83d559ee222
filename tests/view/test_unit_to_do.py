"""What a unit must do now and what remains: how far, the last evidence, what is well."""

from datetime import date

import pandas as pd
import pytest

from lib.assess import assess
from lib.sheet import Book
from lib.view import unit
from lib.view.trail import newest_evidence
from tests.builders import appraisals, criteria, plan, progress, tasks, units

AS_OF = date(2024, 9, 15)
LOG = "Ngày | Đơn vị | Mã | Kết quả | Tiến độ (%) | Minh chứng"


def logged() -> Book:
    """Tam Đa has met two of four, one of them appraised; TC03 is overdue, TC04 refused."""
    return plan(
        units(("Tam Đa", "Thấp")),
        criteria(
            ("TC01", "Đường", "30/6/2024", None),
            ("TC02", "Đèn", "30/6/2024", None),
            ("TC03", "Nước", "31/8/2024", "Có"),
            ("TC04", "Điện", "31/12/2024", None),
            head="Mã | Tiêu chí | Hạn | Bắt buộc",
        ),
        tasks(("NV01", "Kế hoạch", "Tam Đa", "1/9/2024"), ("NV02", "Tổng kết", "Tam Đa", None)),
        progress(
            ("1/5/2024", "Tam Đa", "TC01", "Đạt", None, "Nghị quyết 1"),
            ("2/5/2024", "Tam Đa", "TC02", "Đạt", None, None),
            ("3/5/2024", "Tam Đa", "TC03", "Đang thực hiện", 30, "Ảnh [1]"),
            ("4/5/2024", "Tam Đa", "TC03", "Đang thực hiện", 40, None),
            ("5/5/2024", "Tam Đa", "TC04", "Đang thực hiện", 70, "Biên bản"),
            ("1/10/2024", "Tam Đa", "TC04", "Đang thực hiện", 80, "Viết sau"),
            head=LOG,
        ),
        appraisals(
            ("1/6/2024", "Tam Đa", "TC01", "Đạt"), ("1/6/2024", "Tam Đa", "TC04", "Chưa đạt")
        ),
    )


def cells_of(book: Book, name: str):
    cells = assess(book, as_of=AS_OF).cells
    return cells[cells["unit"] == name]


def href(owner: str, code: str | None) -> str:
    return f"{owner}#{code or ''}"


def test_what_to_do_tells_how_far_it_is_and_the_last_evidence_with_its_day():
    book = logged()
    whole = assess(book, as_of=AS_OF)
    owed = whole.obligations[whole.obligations["state"] == "overdue"]
    proofs = newest_evidence(book, [0], as_of=AS_OF)
    table = unit.to_do_table(
        owed, cells_of(book, "Tam Đa"), proofs, title="Việc", as_of=AS_OF, lag=20, href=href
    )
    assert table.frame[["Nội dung", "Cụ thể", "Minh chứng gần nhất"]].to_dict("records") == [
        {
            "Nội dung": "[TC03 – Nước](Tam Đa#TC03) :red[**(bắt buộc)**]",
            "Cụ thể": "Quá hạn 15 ngày (hạn 31/08/2024), tiến độ 40%; số liệu cũ từ ngày "
            "04/05/2024.",
            "Minh chứng gần nhất": r"03/05/2024: Ảnh \[1\]",
        },
        {
            "Nội dung": "[NV01 – Kế hoạch](Tam Đa#NV01)",
            "Cụ thể": "Quá hạn 14 ngày (hạn 01/09/2024).",
            "Minh chứng gần nhất": "–",
        },
    ]


def test_what_remains_in_each_criterion_says_how_far_it_is():
    book = logged()
    cells = cells_of(book, "Tam Đa")
    table = unit.lacking_table(
        cells[cells["code"] == "TC04"],
        {"TC04": "Điện"},
        newest_evidence(book, [0], as_of=AS_OF),
        as_of=AS_OF,
        lag=20,
        href=href,
    )
    (row,) = table.frame.to_dict("records")
    assert row["Vì sao"] == (
        "Thẩm định ngày 01/06/2024 kết luận chưa đạt; số liệu cũ từ ngày 01/06/2024. Đến nay 70%."
    )
    assert row["Minh chứng gần nhất"] == "05/05/2024: Biên bản"


def test_evidence_that_is_withheld_or_missing_makes_no_column():
    book = logged()
    cells = cells_of(book, "Tam Đa")
    owed = assess(book, as_of=AS_OF).obligations
    table = unit.to_do_table(owed, cells, {}, title="Việc", as_of=AS_OF, lag=20, href=href)
    assert "Minh chứng gần nhất" not in table.frame
    assert newest_evidence(book, [], as_of=AS_OF) == {}


def test_how_many_met_are_not_appraised_and_these_come_first():
    cells = cells_of(logged(), "Tam Đa")
    assert unit.met_heading(cells) == "Đã đạt 2 tiêu chí, trong đó 1 chưa được thẩm định"
    assert unit.met(cells)["code"].tolist() == ["TC02", "TC01"]
    assert unit.met_heading(cells[cells["code"] == "TC01"]) == (
        "Đã đạt 1 tiêu chí, đều đã được thẩm định"
    )


def test_what_asks_for_nothing_now_is_counted():
    owed = pd.DataFrame({"state": ["open", "done_late", "done_on_time", "open"]})
    assert unit.rest_heading(owed) == "Nhiệm vụ và báo cáo khác: 2 trong hạn, 2 đã xong"
    assert unit.rest_heading(owed[:1]) == "Nhiệm vụ và báo cáo khác: 1 trong hạn"


@pytest.mark.parametrize(
    ("late", "mandatory", "red_from", "told"),
    [
        ("TC01 TC02", set(), 3, None),
        ("TC01 TC02 TC03", set(), 3, "Nếu hoàn thành 1 trong 3 mục quá hạn thì"),
        ("TC01", {"TC01"}, 3, "Nếu hoàn thành TC01 thì"),
        ("TC01 TC02 TC03", {"TC02"}, 3, "Nếu hoàn thành TC02 thì"),
        ("TC01 TC02 TC03 NV1", {"TC02"}, 2.5, "Nếu hoàn thành TC02 và 1 mục quá hạn khác thì"),
        ("TC01 TC02 TC03 NV1", {"TC01", "TC02"}, 2, "Nếu hoàn thành TC01, TC02 và 1 mục quá hạn"),
    ],
)
def test_what_turns_red_into_amber(late, mandatory, red_from, told):
    codes = late.split()
    owed = pd.DataFrame({"code": [*codes, "X"], "state": [*["overdue"] * len(codes), "due_soon"]})
    out = unit.way_out(owed, mandatory, red_from=red_from)
    assert out is None if told is None else out.startswith(told)
    if told:
        assert out.endswith("thì đèn đỏ chuyển sang vàng.")


def test_what_to_do_is_counted_by_its_kinds():
    owed = pd.DataFrame({"state": ["overdue", "open", "due_soon", "overdue"]})
    assert unit.to_do_heading(owed, 1) == (
        "Phải làm ngay: 2 mục quá hạn, 1 mục sắp đến hạn, 1 chỗ ghi sai trong sổ"
    )
    assert unit.to_do_heading(owed.iloc[1:2], 0) == (
        "Không có việc nào quá hạn, sắp đến hạn hay ghi sai"
    )

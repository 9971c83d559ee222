"""Rows to paste into Nhiệm vụ: the worksheet's own columns, free codes, cells that stay cells."""

from datetime import date

import pytest

from lib.export.layout import layout
from lib.export.task_rows import free_codes, pasted
from lib.grid import Grid
from lib.sheet import read
from lib.sheet.schema import TASKS
from lib.sheet.tabs import recognised
from lib.view.conclusions import Conclusion
from tests.builders import TODAY, found, plan, spreadsheet, tasks, units

DAY = date(2024, 9, 15)
TWO = (
    Conclusion("Sơ kết", ("Tam Đa", "Đại Phú"), "30/9/2024"),
    Conclusion("Báo cáo", ("Tất cả đơn vị",), "trong tháng 10"),
)


def of(*grids):
    sheet, book = layout(recognised(grids), TASKS), plan(*grids)
    return sheet, book


def cells(sheet, book, conclusions=TWO):
    codes = free_codes(sheet, book, len(conclusions))
    text = pasted(sheet, codes, conclusions, held_on=DAY)
    return [line.split("\t") for line in text.split("\n")]


def test_columns_stand_as_in_the_worksheet_others_stay_blank():
    head = ["Hạn", "Ghi riêng", "Mã (*)", "Chủ trì", "Nhiệm vụ", "Căn cứ", "Ngày giao"]
    sheet, book = of(Grid("Nhiệm vụ", (("Tiêu đề",), tuple(head))))
    basis = "Kết luận họp ngày 15/09/2024"
    assert cells(sheet, book) == [
        ["2024-09-30", "", "NV01", "Tam Đa; Đại Phú", "Sơ kết", basis, "2024-09-15"],
        ["trong tháng 10", "", "NV02", "Tất cả đơn vị", "Báo cáo", basis, "2024-09-15"],
    ]
    assert sheet.free_row == 3


def test_the_first_free_row_is_below_all_that_is_written():
    sheet, _ = of(tasks(("NV1", "A", "Tam Đa"), (None, None, None), (" ", "", None, None)))
    assert sheet.free_row == 3
    sheet, _ = of(tasks(("NV1", "A", "Tam Đa"), (None,) * 4, (None, "x", None, None)))
    assert sheet.free_row == 5


@pytest.mark.parametrize(
    ("codes", "free"),
    [
        pytest.param([], ["NV01", "NV02"], id="none yet"),
        pytest.param(["NV01", "NV20"], ["NV21", "NV22"], id="on from the highest"),
        pytest.param(["NV20", "NV03"], ["NV21", "NV22"], id="not from the last"),
        pytest.param(["NV9"], ["NV10", "NV11"], id="one digit"),
        pytest.param(["NV099"], ["NV100", "NV101"], id="as wide as before"),
        pytest.param(["NV01", "KL.07"], ["KL.08", "KL.09"], id="the last one's kind"),
        pytest.param(["NV01", "Khác"], ["NV02", "NV03"], id="a code without a number"),
        pytest.param(["nv 01", "NV02"], ["NV03", "NV04"], id="written otherwise"),
    ],
)
def test_the_next_codes_that_nothing_has(codes, free):
    sheet, book = of(tasks(*((code, "Việc", "Tam Đa") for code in codes)))
    assert free_codes(sheet, book, 2) == free


def test_codes_of_criteria_and_of_rows_that_do_not_count_are_taken_too():
    sheet, book = of(
        tasks(("TC7", "Việc", "Tam Đa"), ("TC9", None, None)),
        Grid("Tiêu chí", (("Mã", "Tiêu chí"), ("TC10", "Đường"), ("TC 12", "Đèn"))),
    )
    assert free_codes(sheet, book, 3) == ["TC11", "TC13", "TC14"]


@pytest.mark.parametrize(
    ("typed", "pasted_as"),
    [
        pytest.param("=1+1", "'=1+1", id="formula"),
        pytest.param("  @x", "'@x", id="blanks before one"),
        pytest.param("\t-1", "'-1", id="a tab before one"),
        pytest.param("một\thai\nba", "một hai ba", id="tabs and breaks"),
        pytest.param('"Ngày hội" xã', '“Ngày hội" xã', id="a quote that opens a cell"),
        pytest.param("a\x00b", "a\ufffdb", id="control characters"),
    ],
)
def test_what_is_typed_stays_one_cell_and_no_formula(typed, pasted_as):
    sheet, book = of(tasks(("NV1", "A", "Tam Đa")))
    (row,) = cells(sheet, book, (Conclusion(typed, ("Tam Đa",), typed),))
    assert row == ["NV2", pasted_as, "Tam Đa", pasted_as]


def test_without_a_worksheet_that_is_read_the_heads_come_first():
    sheet, book = of(Grid("Nhiệm vụ", (("Việc", "Ai"), ("x", "y"))))
    assert not sheet.headed
    assert sheet.free_row == 1
    assert cells(sheet, book)[0] == [
        *("Mã", "Nhiệm vụ", "Chủ trì", "Phối hợp"),
        *("Ngày giao", "Hạn", "Ngày hoàn thành", "Căn cứ"),
    ]


def test_pasted_rows_are_read_as_the_meeting_meant_them():
    grids = (units(("Tam Đa", "A"), ("Đại Phú", "A")), tasks(("NV1", "A", "Tam Đa", None)))
    head = ("Mã", "Nhiệm vụ", "Chủ trì", "Ngày giao", "Hạn", "Căn cứ")
    empty = Grid("Nhiệm vụ", (head,))
    sheet, book = of(grids[0], empty)
    pasted_rows = [tuple(cell or None for cell in row) for row in cells(sheet, book)]
    after = read(spreadsheet(grids[0], Grid("Nhiệm vụ", (head, *pasted_rows))), today=TODAY)
    items = after.items[after.items["kind"] == "task"]
    assert [*zip(items["code"], items["title"], items["given"].dt.date, strict=True)] == [
        ("NV01", "Sơ kết", DAY),
        ("NV02", "Báo cáo", DAY),
    ]
    assert items["due"].dt.date.tolist()[0] == date(2024, 9, 30)
    assert found(after) == [("Nhiệm vụ", 3, "Hạn", "unreadable_date")]

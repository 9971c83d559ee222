"""The list for an appraisal session: what waits is in it, filled in and pasted back it counts."""

import io
from datetime import date, datetime

import pytest
from openpyxl import load_workbook

from lib.export.briefing import briefing
from lib.export.layout import layout
from lib.export.spreadsheet import HEAD_ROW
from lib.export.spreadsheet_appraisal import appraisal_list
from lib.grid import Grid
from lib.sheet.schema import APPRAISALS
from lib.sheet.tabs import recognised
from lib.words import exports
from tests.builders import appraisals, criteria, found, plan, progress, spreadsheet, units

AS_OF = date(2024, 9, 15)
HELD_ON = date(2024, 9, 20)
LOG = "Ngày | Đơn vị | Mã | Kết quả | Tiến độ (%) | Minh chứng | Người nhập | Ghi chú"
CRITERIA = criteria(("TC01", "Đường làng"), ("TC02", "Đèn đường"))


def listed(*grids, held_on=HELD_ON, **narrowed):
    """Write the list and read it back: the worksheet, and its rows below the heads."""
    told = briefing(plan(*grids), as_of=AS_OF, **narrowed)
    sheet = layout(recognised(spreadsheet(*grids)), APPRAISALS)
    content = appraisal_list(told, sheet, held_on=held_on)
    worksheet = load_workbook(io.BytesIO(content)).active
    rows = worksheet.iter_rows(min_row=HEAD_ROW + 1, values_only=True)
    return worksheet, [row for row in rows if row[0] != exports.NOTHING]


def pairs(rows):
    return [row[1:3] for row in rows]


def test_what_is_declared_met_and_not_judged_with_what_the_unit_wrote():
    log = progress(
        ("1/9/2024", "Tam Đa", "TC01", "Đạt", None, "QĐ 12", "Hà", "bản giấy"),
        ("2/9/2024", "Tam Đa", "TC02", "Đang làm", 60),
        ("3/9/2024", "Đại Phú", "TC01", None, 100),
        head=LOG,
    )
    worksheet, rows = listed(CRITERIA, log)
    heads = [cell.value for cell in worksheet[HEAD_ROW]]
    assert heads == [
        *("Ngày", "Đơn vị", "Mã", "Kết quả", "Người thẩm định", "Ghi chú"),
        *("Tiêu chí", "Đơn vị ghi ngày", "Minh chứng", "Người nhập", "Lần thẩm định trước"),
    ]
    day, first = datetime(2024, 9, 20), datetime(2024, 9, 1)
    assert rows == [
        (
            *(day, "Tam Đa", "TC01", None, None, None),
            *("Đường làng", first, "QĐ 12 · bản giấy", "Hà", None),
        ),
        (
            *(day, "Đại Phú", "TC01", None, None, None),
            *("Đường làng", datetime(2024, 9, 3), None, None, None),
        ),
    ]


@pytest.mark.parametrize(
    ("logged", "judged", "waits"),
    [
        pytest.param([("1/9", "Đạt")], [], True, id="declared"),
        pytest.param([("1/9", "Đạt")], [("2/9", "Đạt")], False, id="passed"),
        pytest.param([("1/9", "Đạt")], [("1/9", "Đạt")], False, id="passed on its day"),
        pytest.param([("5/9", "Đạt")], [("2/9", "Đạt")], False, id="declared again when passed"),
        pytest.param([("1/9", "Đạt")], [("2/9", "Chưa đạt")], False, id="refused"),
        pytest.param([("5/9", "Đạt")], [("2/9", "Chưa đạt")], True, id="met anew after a refusal"),
        pytest.param(
            [("5/9", "Đang làm")], [("2/9", "Chưa đạt")], False, id="not yet met after a refusal"
        ),
        pytest.param(
            [("5/9", "Chưa đạt"), ("6/9", "Đạt")], [("2/9", "Đạt")], True, id="lost and met anew"
        ),
        pytest.param([("16/9", "Đạt")], [], False, id="after the as-of date"),
        pytest.param([("15/9", "Đạt")], [], True, id="on the as-of date"),
        pytest.param([], [], False, id="nothing"),
    ],
)
def test_what_waits(logged, judged, waits):
    log = progress(*((f"{day}/2024", "Tam Đa", "TC01", said, None) for day, said in logged))
    verdicts = appraisals(*((f"{day}/2024", "Tam Đa", "TC01", said) for day, said in judged))
    _, rows = listed(log, verdicts)
    assert pairs(rows) == ([("Tam Đa", "TC01")] if waits else [])


def test_what_was_found_before_stands_beside_what_is_declared_met_anew():
    verdicts = appraisals(
        ("1/7/2024", "Tam Đa", "TC01", "Chưa đạt", "cũ"),
        ("1/8/2024", "Tam Đa", "TC01", "Không đạt", "thiếu biên bản"),
        head="Ngày | Đơn vị | Mã | Kết quả | Ghi chú",
    )
    _, rows = listed(progress(("1/9/2024", "Tam Đa", "TC01", "Đạt", None)), verdicts)
    assert [row[-1] for row in rows] == ["01/08/2024: Không đạt · thiếu biên bản"]


def test_an_heir_is_judged_on_what_it_inherits_refusals_included():
    merged = units(
        ("Tam Đa", "Vùng thấp", "31/8/2024", "Đại Phú"),
        ("Đại Phú", "Vùng thấp"),
        head="Đơn vị | Nhóm | Hiệu lực đến | Sáp nhập vào",
    )
    log = progress(
        *(("1/8/2024", unit, "TC01", "Đạt", None) for unit in ("Tam Đa", "Đại Phú")),
        *(("5/8/2024", unit, "TC02", "Đạt", None) for unit in ("Tam Đa", "Đại Phú")),
    )
    verdicts = appraisals(
        ("2/8/2024", "Tam Đa", "TC02", "Chưa đạt", "chưa có đèn"),
        head="Ngày | Đơn vị | Mã | Kết quả | Ghi chú",
    )
    _, rows = listed(CRITERIA, merged, log, verdicts)
    assert [(*row[1:3], row[-1]) for row in rows] == [
        ("Đại Phú", "TC01", None),
        ("Đại Phú", "TC02", "02/08/2024: Chưa đạt · chưa có đèn"),
    ]


def test_filters_leave_only_theirs():
    log = progress(*(("1/9/2024", unit, "TC01", "Đạt", None) for unit in ("Tam Đa", "Đại Phú")))
    _, rows = listed(log, unit="Đại Phú")
    assert pairs(rows) == [("Đại Phú", "TC01")]


def own_order(*rows):
    return Grid("Thẩm định", (("Mã", "Ghi riêng", "Đơn vị", "Kết quả", "Ngày"), *rows))


def test_filled_in_and_pasted_back_the_verdicts_count():
    log = progress(
        *(("1/9/2024", unit, "TC01", "Đạt", None) for unit in ("Tam Đa", "Đại Phú")),
        ("1/9/2024", "Tam Đa", "TC02", "Đạt", None),
    )
    before = ("TC02", None, "Đại Phú", "Chưa đạt", "1/2/2024")
    worksheet, rows = listed(CRITERIA, log, own_order(before))
    hint = "chép từ ô A5 đến hết cột E, dán vào trang Thẩm định từ ô A3."
    assert worksheet["A3"].value.endswith(hint)
    held_on = datetime(2024, 9, 20)
    assert [row[:5] for row in rows] == [
        ("TC01", None, "Tam Đa", None, held_on),
        ("TC02", None, "Tam Đa", None, held_on),
        ("TC01", None, "Đại Phú", None, held_on),
    ]
    verdicts = ["Đạt", "Chưa đạt", None]
    filled = [(*row[:3], verdict, *row[4:]) for row, verdict in zip(rows, verdicts, strict=True)]
    book = plan(CRITERIA, log, own_order(before, *filled), today=HELD_ON)
    assert found(book) == [("Thẩm định", 5, "Kết quả", "missing_value")]
    cells = briefing(book, as_of=HELD_ON).now.cells
    assert {(row.unit, row.code): (row.status, row.appraised) for row in cells.itertuples()} == {
        ("Tam Đa", "TC01"): ("met", True),
        ("Tam Đa", "TC02"): ("at_risk", True),
        ("Đại Phú", "TC01"): ("met", False),
        ("Đại Phú", "TC02"): ("at_risk", True),
    }


def test_the_result_is_chosen_from_a_list_of_words_that_are_read():
    log = progress(*(("1/9/2024", unit, "TC01", "Đạt", None) for unit in ("Tam Đa", "Đại Phú")))
    worksheet, _ = listed(log)
    (choice,) = worksheet.data_validations.dataValidation
    assert (choice.formula1, str(choice.sqref)) == ('"Đạt,Chưa đạt"', "D5:D6")


def test_days_to_paste_are_written_year_first():
    worksheet, _ = listed(progress(("1/9/2024", "Tam Đa", "TC01", "Đạt", None)))
    assert [worksheet[cell].number_format for cell in ("A5", "H5")] == ["yyyy-mm-dd", "dd/mm/yyyy"]


def test_nothing_waits():
    worksheet, rows = listed()
    assert (worksheet["A5"].value, rows) == ("Không có dòng nào.", [])
    assert worksheet["A3"].value.endswith("dán vào trang Thẩm định từ ô A1.")


def test_no_cell_is_a_formula():
    log = progress(("1/9/2024", "Tam Đa", "TC01", "Đạt", None, "=1+1", "@x", "-2"), head=LOG)
    _, rows = listed(log)
    assert rows[0][8:10] == ("'=1+1 · -2", "'@x")

"""The workbook opens with typed cells, frozen heads, filters, colours and a page set up to print."""

import io
from datetime import date, datetime

import pytest
from openpyxl import load_workbook

from lib.export.briefing import briefing
from lib.export.spreadsheet import HEAD_ROW, spreadsheet
from tests.builders import criteria, periods, plan, progress, units
from tests.export.reading import sheet_rows

SHEETS = [
    "Xếp hạng",
    "Ma trận tiêu chí",
    "Chi tiết tiêu chí",
    "Hạn và quá hạn",
    "Thay đổi",
    "Chất lượng số liệu",
]


def opened(told):
    return load_workbook(io.BytesIO(spreadsheet(told)))


@pytest.fixture(scope="module")
def workbook(told):
    return opened(told)


def test_a_sheet_each(workbook):
    assert workbook.sheetnames == SHEETS


@pytest.mark.parametrize("name", SHEETS)
def test_every_sheet_is_frozen_filtered_and_ready_to_print(workbook, name):
    sheet = workbook[name]
    assert sheet.freeze_panes.endswith(str(HEAD_ROW + 1))
    assert sheet.auto_filter.ref == f"A{HEAD_ROW}:{sheet.dimensions.split(':')[1]}"
    assert sheet.page_setup.orientation == "landscape"
    assert sheet.sheet_properties.pageSetUpPr.fitToPage
    assert (sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight) == (1, 0)
    assert sheet.print_title_rows == f"$1:${HEAD_ROW}"


@pytest.mark.parametrize("name", SHEETS)
def test_every_sheet_states_title_scope_and_ribbon(workbook, name):
    title, scope, ribbon = (workbook[name].cell(row, 1).value for row in (1, 2, 3))
    assert title.startswith(f"{name} – Kế hoạch xây dựng xã")
    assert scope == (
        "Số liệu đến ngày 15/09/2024, so với ngày 15/08/2024 · Phạm vi: tất cả đơn vị, cơ quan"
    )
    assert ribbon == "DỮ LIỆU MINH HỌA – số liệu dựng để làm mẫu, không dùng để đánh giá"


def test_filters_are_stated(book):
    told = briefing(book, as_of=date(2024, 9, 15), agency="Phòng Nội vụ")
    for sheet in opened(told):
        assert sheet["A2"].value.endswith("Phạm vi: Cơ quan Phòng Nội vụ")


def test_values_keep_their_kind(workbook):
    first = sheet_rows(workbook["Xếp hạng"])[0]
    assert (first["Đơn vị"], first["Hạng"], first["Đèn"]) == ("Tam Đa", 1, "Xanh")
    assert (first["Tiến độ (%)"], first["Báo cáo đúng hạn (%)"]) == (97.5, 100)
    late = sheet_rows(workbook["Hạn và quá hạn"])[0]
    assert late["Hạn"] == datetime(2024, 4, 30)
    assert (late["Tình trạng"], late["Số ngày chậm"], late["Ngày xong"]) == ("Quá hạn", 138, None)
    problem = sheet_rows(workbook["Chất lượng số liệu"])[0]
    assert isinstance(problem["Dòng"], int)


def test_dates_read_as_vietnamese_dates(workbook):
    sheet = workbook["Hạn và quá hạn"]
    heads = [cell.value for cell in sheet[HEAD_ROW]]
    assert sheet.cell(HEAD_ROW + 1, heads.index("Hạn") + 1).number_format == "dd/mm/yyyy"


def test_colours_stand_on_words(workbook):
    def coloured(name):
        rules = workbook[name].conditional_formatting
        return {rule.formula[0].strip('"') for area in rules for rule in area.rules}

    assert coloured("Xếp hạng") == {"Xanh", "Vàng", "Đỏ", "Xám"}
    assert {"Đạt", "Đạt – đã thẩm định", "Quá hạn", "Nguy cơ chậm"} <= coloured("Ma trận tiêu chí")
    assert {"Quá hạn", "Sắp đến hạn", "Trong hạn"} <= coloured("Hạn và quá hạn")


def test_matrix_says_the_status_in_words():
    told = briefing(
        plan(
            units(("Tam Đa", "A"), ("Đại Phú", "A")),
            criteria(
                ("TC01", "Đường", "30/6/2024", ""),
                ("TC02", "Điện", "", "Tam Đa"),
                head="Mã | Tiêu chí | Hạn | Áp dụng cho",
            ),
            progress(("1/6/2024", "Tam Đa", "TC01", "Đạt", None)),
        ),
        as_of=date(2024, 9, 15),
    )
    cells = {row["Đơn vị"]: row for row in sheet_rows(opened(told)["Ma trận tiêu chí"])}
    assert cells["Tam Đa"] == {
        "Nhóm": "A",
        "Đơn vị": "Tam Đa",
        "Đèn": "Vàng",
        "TC01": "Đạt",
        "TC02": "Chưa báo cáo",
    }
    assert (cells["Đại Phú"]["TC01"], cells["Đại Phú"]["TC02"]) == ("Quá hạn", None)


def test_changes_tell_moves_and_items():
    told = briefing(
        plan(
            units(("Tam Đa", "A"), ("Đại Phú", "A")),
            criteria(("TC01", "Đường", ""), ("TC02", "Điện", "20/8/2024")),
            periods(("T8", "Tháng 8/2024", "21/8/2024", "Tam Đa")),
            progress(
                ("1/6/2024", "Đại Phú", "TC01", "Đạt", None),
                ("1/9/2024", "Đại Phú", "TC01", "Chưa đạt", None),
                ("1/9/2024", "Tam Đa", "TC01", "Đạt", None),
            ),
        ),
        as_of=date(2024, 9, 15),
        previous=date(2024, 8, 15),
    )
    told_rows = [tuple(row.values())[:5] for row in sheet_rows(opened(told)["Thay đổi"])]
    assert told_rows == [
        ("Lên hạng", 1, "Tam Đa", None, None),
        ("Xuống hạng", 1, "Đại Phú", None, None),
        ("Mới đạt", None, "Tam Đa", "Tiêu chí", "TC01"),
        ("Không còn đạt", None, "Đại Phú", "Tiêu chí", "TC01"),
        ("Mới quá hạn", None, "Tam Đa", "Tiêu chí", "TC02"),
        ("Mới quá hạn", None, "Tam Đa", "Báo cáo", "T8"),
        ("Mới quá hạn", None, "Đại Phú", "Tiêu chí", "TC02"),
    ]


def test_empty_sheets_say_so():
    told = briefing(plan(criteria()), as_of=date(2024, 9, 15))
    assert opened(told)["Hạn và quá hạn"].cell(HEAD_ROW + 1, 1).value == "Không có dòng nào."


def test_same_briefing_gives_the_same_bytes(told):
    assert spreadsheet(told) == spreadsheet(told)

"""The written workbook's rules on entered values: dropdowns, dates, percents, colours."""

import io

import openpyxl
import pytest

from lib.template.workbook import workbook_bytes


@pytest.fixture(scope="module")
def book():
    return openpyxl.load_workbook(io.BytesIO(workbook_bytes(with_sample=False)))


def validations(page):
    return {str(rule.sqref): rule for rule in page.data_validations.dataValidation}


def test_the_names_dropdown_reaches_rows_to_come_and_lets_other_names_in(book):
    rule = validations(book["Tiến độ"])["B2:B20000"]
    assert rule.type == "list"
    assert rule.formula1 == "OFFSET('Danh mục'!$A$3,0,0,MAX(1,'Danh mục'!$A$2),1)"
    assert rule.errorStyle == "information"
    assert rule.showErrorMessage
    assert not rule.hide_drop_down


@pytest.mark.parametrize(
    ("title", "cells", "first"),
    [
        ("Tiến độ", "C2:C20000", "$B$3"),
        ("Tiến độ", "D2:D20000", "$C$3"),
        ("Thẩm định", "B2:B20000", "$A$3"),
        ("Thẩm định", "C2:C20000", "$B$3"),
        ("Thẩm định", "D2:D20000", "$D$3"),
        ("Đơn vị", "B2:B301", "$J$3"),
        ("Đơn vị", "C2:C301", "$F$3"),
        ("Đơn vị", "F2:F301", "$G$3"),
        ("Cơ quan", "C2:C301", "$E$3"),
        ("Cơ quan", "F2:F301", "$H$3"),
        ("Tiêu chí", "D2:D301", "$H$3"),
        ("Tiêu chí", "G2:G301", "$E$3"),
        ("Tiêu chí", "H2:H301", "$I$3"),
        ("Nhiệm vụ", "C2:C301", "$I$3"),
        ("Kỳ báo cáo", "B2:B301", "$K$3"),
        ("Kỳ báo cáo", "E2:E301", "$I$3"),
        ("Cấu hình", "B5", "$H$3"),
        ("Cấu hình", "B14", "$E$3"),
    ],
)
def test_every_dropdown_takes_its_list_from_the_lists(book, title, cells, first):
    rule = validations(book[title])[cells]
    assert rule.type == "list"
    assert f"'Danh mục'!{first}," in rule.formula1
    assert rule.errorStyle != "stop"


def test_lists_of_several_names_do_not_warn(book):
    assert not validations(book["Nhiệm vụ"])["C2:C301"].showErrorMessage


@pytest.mark.parametrize(
    ("title", "cells"),
    [
        ("Tiến độ", "A2:A20000"),
        ("Thẩm định", "A2:A20000"),
        ("Tiêu chí", "F2:F301"),
        ("Nhiệm vụ", "E2:E301"),
        ("Nhiệm vụ", "F2:F301"),
        ("Nhiệm vụ", "G2:G301"),
        ("Kỳ báo cáo", "D2:D301"),
        ("Đơn vị", "E2:E301"),
        ("Cơ quan", "D2:D301"),
        ("Cơ quan", "E2:E301"),
        ("Cấu hình", "B8"),
        ("Cấu hình", "B19"),
    ],
)
def test_dates_are_expected_but_not_forced(book, title, cells):
    rule = validations(book[title])[cells]
    assert (rule.type, rule.operator, rule.formula1, rule.formula2, rule.errorStyle) == (
        "date",
        "between",
        "36526",
        "73050",
        "warning",
    )


def test_percents_are_numbers_from_0_to_100(book):
    rule = validations(book["Tiến độ"])["E2:E20000"]
    assert (rule.type, rule.formula1, rule.formula2, rule.errorStyle) == (
        "decimal",
        "0",
        "100",
        "stop",
    )
    assert book["Tiến độ"].column_dimensions["E"].number_format == "0.0"


def test_warnings_fit_what_spreadsheets_allow(book):
    for page in book.worksheets:
        for rule in page.data_validations.dataValidation:
            assert len(rule.error or "") <= 225
            assert len(rule.errorTitle or "") <= 32
            assert len(rule.formula1) <= 255


def colours(page):
    return {
        str(formatting.sqref): [(rule.formula[0], rule.dxf) for rule in formatting.rules]
        for formatting in page.conditional_formatting
    }


def test_result_words_are_coloured(book):
    rules = colours(book["Tiến độ"])["D2:D20000"]
    assert [formula for formula, _ in rules][2] == (
        'OR($D2="Chưa đạt",$D2="Không đạt",$D2="Chưa hoàn thành")'
    )
    assert len({look.fill.bgColor.rgb for _, look in rules}) == 4


def test_deadlines_passed_say_so_in_words(book):
    (past, look), (soon, near) = colours(book["Nhiệm vụ"])["F2:F301"]
    assert past == 'AND(ISNUMBER($F2),$F2<AsOfDate,$G2="")'
    assert soon == ('AND(ISNUMBER($F2),$F2>=AsOfDate,$F2-AsOfDate<=DueSoonDays,$G2="")')
    assert look.numFmt.formatCode == 'dd/mm/yyyy" – đã qua hạn"'
    assert near.numFmt.formatCode == 'dd/mm/yyyy" – sắp đến hạn"'
    ((ended, gone),) = colours(book["Cơ quan"])["E2:E301"]
    assert ended == "AND(ISNUMBER($E2),$E2<AsOfDate)"
    assert gone.numFmt.formatCode == 'dd/mm/yyyy" – hết hiệu lực"'
    (report, _), _ = colours(book["Kỳ báo cáo"])["D2:D301"]
    assert report == "AND(ISNUMBER($D2),$D2-1<AsOfDate)"


def test_the_colours_look_up_the_as_of_date(book):
    assert book.defined_names["AsOfDate"].attr_text == "'Danh mục'!$T$2"
    assert book["Danh mục"]["T1"].value == "Ngày số liệu"
    assert "TODAY()" in book["Danh mục"]["T2"].value

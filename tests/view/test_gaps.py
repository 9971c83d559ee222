"""Missing worksheets and columns are named wherever the numbers stand."""

from datetime import date

from lib.grid import Grid
from lib.problem import Problem, ProblemCode
from lib.sheet.schema import WORKSHEETS
from lib.view.gaps import gaps, nothing_logged, read_as_blank
from tests import builders as sheet

CRITERIA = Problem("Tiêu chí", None, None, ProblemCode.MISSING_WORKSHEET)
DAY = Problem("Tiến độ – Tam Đa", 1, "Ngày", ProblemCode.MISSING_COLUMN)
SLIP = Problem("Tiến độ", 7, "Ngày", ProblemCode.UNREADABLE_DATE, "31/9/2024")


def test_slips_are_no_gaps():
    assert gaps([]) is None
    assert gaps([SLIP]) is None


def test_gaps_are_named():
    told = "trang «Tiêu chí», cột «Ngày» ở trang «Tiến độ – Tam Đa»"
    assert gaps([SLIP, CRITERIA, DAY]) == told


def test_many_gaps_are_counted():
    assert gaps([CRITERIA, *[DAY] * 11]).endswith(", 9 chỗ khác")


def test_a_log_without_a_line_by_the_day_is_told():
    written = sheet.plan(sheet.progress(("1/9/2024", "Tam Đa", "TC01", "Đạt")))
    assert nothing_logged(written, as_of=date(2024, 8, 31))
    assert not nothing_logged(written, as_of=date(2024, 9, 1))
    assert nothing_logged(sheet.plan(), as_of=date(2024, 9, 15))


def test_where_nobody_is_to_log_nothing_is_missed():
    assert not nothing_logged(sheet.plan(sheet.units()), as_of=date(2024, 9, 15))


def test_an_appraisal_alone_is_no_log():
    appraised = sheet.plan(sheet.appraisals(("1/9/2024", "Tam Đa", "TC01", "Đạt")))
    assert nothing_logged(appraised, as_of=date(2024, 9, 15))


def test_what_reads_as_blank_is_named():
    every = [Grid(kind.title, (tuple(c.header for c in kind.columns),)) for kind in WORKSHEETS]
    assert read_as_blank(sheet.read(every, today=sheet.TODAY)) is None
    kept = [grid for grid in every if grid.title != "Thẩm định"]
    assert read_as_blank(sheet.read(kept, today=sheet.TODAY)) == "trang «Thẩm định»"
    log = Grid("Tiến độ", (("Ngày", "Đơn vị", "Mã", "Tiến độ (%)"),))
    lost = [log if grid.title == "Tiến độ" else grid for grid in every]
    assert read_as_blank(sheet.read(lost, today=sheet.TODAY)) == "cột «Kết quả» ở trang «Tiến độ»"
    own = Grid("Tiến độ – Tam Đa", (("Ngày", "Mã", "Kết quả", "Tiến độ (%)"),))
    assert read_as_blank(sheet.read([*every, own], today=sheet.TODAY)) is None
    dated = sheet.settings(("Ngày số liệu", "30/2/2024"))
    wrong = [dated if grid.title == "Cấu hình" else grid for grid in every]
    told = read_as_blank(sheet.read(wrong, today=sheet.TODAY))
    assert told == "giá trị «30/2/2024» ở trang «Cấu hình»"

"""One log worksheet an owner: titles, lines to fill in, and the same meaning as the common log."""

from datetime import date

import openpyxl
import pytest

from lib.assess import assess
from lib.grid import Grid
from lib.sheet import read
from lib.template.plan import OWN_LOG
from lib.template.waiting import plan_book
from lib.template.workbook import write_workbook
from lib.template.worksheets import owner_title, tables

TODAY = date(2024, 9, 20)


def book(*, with_sample, per_owner):
    made = tables(with_sample=with_sample, per_owner=per_owner)
    return read(
        (
            Grid(table.title, (tuple(c.header for c in table.kind.columns), *table.rows))
            for table in made
        ),
        today=TODAY,
    )


@pytest.mark.parametrize(
    ("one", "title"),
    [
        (("Tam Đa",), "Tiến độ – Tam Đa"),
        (
            (
                "Phòng Giáo dục và Đào tạo",
                "Phòng GD&ĐT",
            ),
            "Tiến độ – Phòng GD&ĐT",
        ),
        (("A" * 21,), "Tiến độ – " + "A" * 21),
        (("A" * 22,), None),
        (
            (
                "Phòng A/B",
                "B" * 22,
                "Phòng B",
            ),
            "Tiến độ – Phòng B",
        ),
        (("Phòng [A]",), None),
    ],
    ids=["name", "alias", "31 characters", "32 characters", "forbidden sign", "nothing fits"],
)
def test_an_owners_title_fits_the_spreadsheet(one, title):
    assert owner_title(one) == title


def test_every_owner_of_the_plan_has_a_title_of_its_own():
    owners = plan_book().owners
    titles = [
        owner_title((name, *aliases))
        for name, aliases in zip(owners["name"], owners["aliases"], strict=True)
    ]
    assert None not in titles
    assert len(set(titles)) == 41


def test_lines_to_fill_in_are_no_entries_and_no_problems():
    empty = book(with_sample=False, per_owner=True)
    assert empty.problems == ()
    assert len(empty.entries) == 0


def test_each_owner_has_a_line_for_everything_it_owes():
    made = {t.title: t for t in tables(with_sample=False, per_owner=True)}
    assert made["Tiến độ"].rows == ()
    rows = made["Tiến độ – Phòng Tài chính"].rows
    assert rows[:2] == (
        (
            "NV10 – Tham mưu bố trí kinh phí thực hiện kế hoạch",
            *[None] * 6,
            "Hạn 30/06/2024",
        ),
        ("T04 – Tháng 4/2024", *[None] * 6, "Ngày cuối cùng đúng hạn 09/04/2024"),
    )
    assert len(rows) == 15
    assert len(made["Tiến độ – Tam Đa"].rows) == 36


def test_a_code_written_about_has_no_line_to_fill_in():
    made = {t.title: t for t in tables(with_sample=True, per_owner=True)}
    open_codes = [row[0][:4] for row in made["Tiến độ – Phòng Nội vụ"].rows if row[3] is None]
    assert open_codes == ["Q3 –", "T10 ", "T11 ", "NAM ", "T12 ", "Q4 –"]


def test_the_meaning_is_that_of_the_common_log():
    common = book(with_sample=True, per_owner=False)
    apart = book(with_sample=True, per_owner=True)
    assert sorted((p.code, str(p.value)) for p in apart.problems) == sorted(
        (p.code, str(p.value)) for p in common.problems
    )
    one, other = (assess(each, as_of=date(2024, 9, 15)) for each in (common, apart))
    assert one.units.equals(other.units)
    assert one.obligations.equals(other.obligations)


def test_the_workbook_carries_the_rules_on_each(tmp_path):
    path = tmp_path / "so.xlsx"
    write_workbook(path, with_sample=False, per_owner=True)
    written = openpyxl.load_workbook(path)
    assert len(written.sheetnames) == 10 + 41
    page = written["Tiến độ – Sơn Dương"]
    heads = [column.header for column in OWN_LOG.columns]
    assert [cell.value for cell in page[1]] == [*heads, "Mã phải làm"]
    (codes,) = (r for r in page.data_validations.dataValidation if str(r.sqref) == "A2:A20000")
    assert codes.formula1 == "$I$2:$I$37"
    assert [row[0].value for row in page["I2:I37"]] == [row[0].value for row in page["A2:A37"]]
    assert page.column_dimensions["I"].hidden
    assert page.freeze_panes == "B2"
    assert page["A1"].comment is not None

"""Several spreadsheets read as one Book: the leading one defines, all tell of progress (rules, 1)."""

from dataclasses import replace

import pytest

from lib.grid import Grid
from lib.sheet import read
from lib.sheet.tabs import recognised, unread
from lib.source.configuration import Configuration
from lib.view.reminders import Demand, own_worksheets
from lib.view.sheet_rows import written_rows
from tests.builders import (
    TODAY,
    appraisals,
    counted,
    criteria,
    entries,
    found,
    plan,
    progress,
    spreadsheet,
    units,
)

UNITS = units(("Tam Đa", "Vùng thấp"), ("Đại Phú", "Vùng thấp"))
CRITERIA = criteria(("TC01", "Đường làng", "30/6/2024"))
MET = ("1/6/2024", None, "TC01", "Đạt")


def of(name: str, *grids: Grid) -> tuple[Grid, ...]:
    return tuple(replace(grid, spreadsheet=name, gid=7) for grid in grids)


def test_progress_of_every_spreadsheet_is_one_log_and_a_spreadsheets_name_is_its_owners() -> None:
    book = plan(
        progress(("2/6/2024", "Đại Phú", "TC01", "Chưa đạt")),
        *of("xã Tam Đa", progress(MET)),
        *of("Đại Phú", progress(("3/6/2024", "Đại Phú", "TC01", "Đạt"))),
    )
    assert found(book) == []
    assert [entry[:4] for entry in entries(book)] == [
        ("Đại Phú", "TC01", "2024-06-02", False),
        ("Tam Đa", "TC01", "2024-06-01", True),
        ("Đại Phú", "TC01", "2024-06-03", True),
    ]
    assert book.worksheets[-2:] == (
        ("xã Tam Đa › Tiến độ", ("xã Tam Đa", 7)),
        ("Đại Phú › Tiến độ", ("Đại Phú", 7)),
    )


def test_an_owners_spreadsheet_needs_no_column_of_units() -> None:
    book = plan(*of("Tam Đa", progress(("1/6/2024", "TC01", "Đạt"), head="Ngày | Mã | Kết quả")))
    assert found(book) == []
    assert list(book.owners["name"].iloc[book.entries["owner"]]) == ["Tam Đa"]


def test_a_row_of_another_in_an_owners_spreadsheet_does_not_count() -> None:
    book = plan(*of("Tam Đa", progress(MET, ("1/6/2024", "Đại Phú", "TC01", "Đạt"))))
    assert found(book) == [("Tam Đa › Tiến độ", 3, "Đơn vị", "wrong_worksheet")]
    assert counted(book) == [2]


def test_a_worksheet_of_another_owner_in_an_owners_spreadsheet_is_not_read() -> None:
    book = plan(*of("Tam Đa", progress(MET, title="Tiến độ – Đại Phú")))
    assert found(book) == [("Tam Đa › Tiến độ – Đại Phú", None, None, "misplaced_worksheet")]
    assert counted(book) == []


def test_a_spreadsheet_that_is_nobodys_is_common() -> None:
    rows = progress(("1/6/2024", "Tam Đa", "TC01", "Đạt"), ("1/6/2024", None, "TC01", "Đạt"))
    book = plan(*of("Khu vực 1", rows, progress(MET, title="Tiến độ – Đại Phú")))
    assert found(book) == [("Khu vực 1 › Tiến độ", 3, "Đơn vị", "missing_value")]
    assert list(book.owners["name"].iloc[book.entries["owner"]]) == ["Tam Đa", "Đại Phú"]
    grids = spreadsheet(*of("Khu vực 1", rows))
    written = written_rows(recognised(grids), plan(*grids), plan(*grids).problems)
    assert [row.counted for row in written.values()] == [False]


@pytest.mark.parametrize(
    ("copy", "problems"),
    [
        (CRITERIA, []),
        (criteria(), []),
        (
            criteria(
                ("TC01", "Đường làng", "30/6/2024"), head="Mã | Tiêu chí | Hạn", title="tiêu chí"
            ),
            [],
        ),
        (criteria(("TC01", "Đường làng", "31/12/2024")), ["Tam Đa › Tiêu chí"]),
        (criteria(("TC02", "Đèn", "30/6/2024")), ["Tam Đa › Tiêu chí"]),
        (units(("Tam Đa", "Vùng cao")), ["Tam Đa › Đơn vị"]),
        (appraisals(), []),
        (appraisals(("", "Tam Đa", "TC01", None)), []),
        (appraisals(("1/6/2024", "Tam Đa", "TC01", "Đạt")), ["Tam Đa › Thẩm định"]),
    ],
)
def test_what_the_standing_agency_writes_is_read_from_the_leading_one_alone(
    copy: Grid, problems: list[str]
) -> None:
    alone = plan(UNITS, CRITERIA)
    book = plan(UNITS, CRITERIA, *of("Tam Đa", copy))
    assert found(book) == [(title, None, None, "misplaced_worksheet") for title in problems]
    assert book.items.equals(alone.items)
    assert book.owners.equals(alone.owners)
    assert len(book.entries) == 0


def test_of_two_that_say_otherwise_of_one_day_the_later_in_the_list_counts_and_it_is_told() -> None:
    book = plan(
        progress(("1/6/2024", "Tam Đa", "TC01", "Đạt")),
        *of("Tam Đa", progress(("1/6/2024", None, "TC01", "Chưa đạt"))),
    )
    assert found(book) == [("Tiến độ", 2, "Mã", "duplicate_entry")]
    assert not book.entries["met"].iloc[-1]


def test_links_lead_to_the_spreadsheet_of_the_worksheet() -> None:
    book = plan(replace(progress(), gid=3), *of("Tam Đa", progress(MET)))
    configured = Configuration("a" * 20, "who", {}, others={"Tam Đa": "b" * 20})
    links = own_worksheets(book, Demand(sheet=configured.cell_url))
    home = "https://docs.google.com/spreadsheets/d"
    assert links == {0: f"{home}/{'b' * 20}/edit#gid=7", 1: f"{home}/{'a' * 20}/edit#gid=3"}


def test_stray_worksheets_of_others_are_named_with_their_spreadsheet() -> None:
    stray = Grid("Tiến độ cũ", (("a",),))
    notes, guide = Grid("Ghi chép", (("a",),)), Grid("Hướng dẫn", (("a",),))
    grids = (UNITS, CRITERIA, progress(), *of("Tam Đa", stray, notes, guide, UNITS))
    assert unread(recognised(grids)) == ["Tam Đa › Ghi chép"]
    assert found(read(grids, today=TODAY)) == [
        ("Tam Đa › Tiến độ cũ", None, None, "unknown_worksheet")
    ]

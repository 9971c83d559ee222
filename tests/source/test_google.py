"""Reading a Google spreadsheet: the requests it takes and what they bring."""

from datetime import date

import pytest

from lib.grid import Grid
from lib.source.configuration import Configuration
from lib.source.errors import SourceErrorCode
from lib.source.google import GoogleSheet
from tests.source.sheets import HEAD, failure
from tests.stand_in.faults import Kind
from tests.stand_in.server import StandIn

CODE = SourceErrorCode


def kinds(stand_in: StandIn) -> list[Kind]:
    return [logged.kind for logged in stand_in.log]


def test_reads_every_worksheet_with_its_gid(configuration: Configuration) -> None:
    assert GoogleSheet(configuration).read() == (
        Grid("Đơn vị", (("Đơn vị", "Nhóm"), ("Tam Đa", "Điển hình")), 0),
        Grid("Tiến độ", (HEAD, (45550, "Tam Đa", "TC01", "Đạt")), 77),
        Grid("Hướng dẫn", (), 78),
    )


def test_asks_for_the_read_only_scope_alone(
    stand_in: StandIn, configuration: Configuration
) -> None:
    GoogleSheet(configuration).read()
    assert stand_in.scopes == ["https://www.googleapis.com/auth/spreadsheets.readonly"]


def test_takes_two_requests_then_one(stand_in: StandIn, configuration: Configuration) -> None:
    sheet = GoogleSheet(configuration)
    sheet.read()
    assert kinds(stand_in) == [Kind.TOKEN, Kind.METADATA, Kind.VALUES]
    stand_in.forget_log()
    stand_in.spreadsheet.write("'Tiến độ'!D2", "Chưa đạt")
    assert sheet.read()[1].rows[1][3] == "Chưa đạt"
    assert kinds(stand_in) == [Kind.VALUES]


def test_asks_for_titles_again_in_time(stand_in: StandIn, configuration: Configuration) -> None:
    hour = iter([0.0, 0.0, 299.0, 301.0, 301.0])
    sheet = GoogleSheet(configuration, monotonic=lambda: next(hour))
    sheet.read()
    stand_in.spreadsheet.add("Thẩm định")
    assert len(sheet.read()) == 3
    assert len(sheet.read()) == 4


def test_asks_for_titles_again_when_told_to(
    stand_in: StandIn, configuration: Configuration
) -> None:
    sheet = GoogleSheet(configuration)
    sheet.read()
    stand_in.spreadsheet.add("Thẩm định")
    sheet.forget()
    assert [grid.title for grid in sheet.read()][-1] == "Thẩm định"


def test_notices_a_title_changed_between_reads(
    stand_in: StandIn, configuration: Configuration
) -> None:
    sheet = GoogleSheet(configuration)
    sheet.read()
    stand_in.spreadsheet.rename("Tiến độ", "Tiến độ – Tam Đa")
    stand_in.forget_log()
    assert sheet.read()[1].title == "Tiến độ – Tam Đa"
    assert kinds(stand_in) == [Kind.VALUES, Kind.METADATA, Kind.VALUES]


@pytest.mark.parametrize("change", ["rename", "delete"])
def test_notices_a_worksheet_gone_while_it_reads(
    stand_in: StandIn, configuration: Configuration, change: str
) -> None:
    spreadsheet = stand_in.spreadsheet
    if change == "rename":
        stand_in.before_values = lambda: spreadsheet.rename("Tiến độ", "Nhật ký")
    else:
        stand_in.before_values = lambda: spreadsheet.delete("Tiến độ")
    titles = [grid.title for grid in GoogleSheet(configuration).read()]
    assert (
        titles
        == {
            "rename": ["Đơn vị", "Nhật ký", "Hướng dẫn"],
            "delete": ["Đơn vị", "Hướng dẫn"],
        }[change]
    )


def test_gives_up_on_a_worksheet_renamed_for_ever(
    stand_in: StandIn, configuration: Configuration
) -> None:
    names = [f"Tiến độ {number}" for number in range(9)]

    def rename() -> None:
        spreadsheet = stand_in.spreadsheet
        spreadsheet.rename(spreadsheet.sheets[1].title, names.pop())
        stand_in.before_values = rename

    stand_in.before_values = rename
    assert failure(GoogleSheet(configuration).read).code is CODE.WORKSHEET_MISSING
    assert len(stand_in.requests()) == 6


@pytest.mark.parametrize(
    ("title", "cells"),
    [
        ("A1", [("x",)]),
        ("TC05", [("x",)]),
        ("Đội 'Một'", [("x",)]),
        ("a!b", [("x",)]),
        ("2024", [(1,)]),
        ("Tiến độ – Hồng Sơn", [("x",)]),
    ],
)
def test_reads_worksheets_whatever_their_title(
    stand_in: StandIn, configuration: Configuration, title: str, cells: list[tuple[object]]
) -> None:
    stand_in.spreadsheet.add(title, cells, gid=5)
    assert GoogleSheet(configuration).read()[-1] == Grid(title, tuple(cells), 5)


def test_brings_values_as_they_are(stand_in: StandIn, configuration: Configuration) -> None:
    row = ("  12,5 ", 12.5, 150.0, 0, True, False, "", "#REF!", date(2024, 2, 29), "007", None)
    stand_in.spreadsheet.add("Lạ", [(), row])
    assert GoogleSheet(configuration).read()[-1].rows == (
        (),
        ("  12,5 ", 12.5, 150, 0, True, False, None, "#REF!", 45351, "007"),
    )


def test_fills_merged_cells(stand_in: StandIn, configuration: Configuration) -> None:
    stand_in.spreadsheet.write("'Đơn vị'!A4", "Gộp")
    stand_in.spreadsheet.merge("'Đơn vị'!A4:B5")
    assert GoogleSheet(configuration).read()[0].rows[2:] == ((), ("Gộp", "Gộp"), ("Gộp", "Gộp"))


def test_reads_lines_added_beyond_the_known_end(
    stand_in: StandIn, configuration: Configuration
) -> None:
    sheet = GoogleSheet(configuration)
    sheet.read()
    stand_in.spreadsheet.write("'Tiến độ'!A5000", 45551)
    assert len(sheet.read()[1].rows) == 5000


def test_divides_a_request_only_when_its_address_grows_too_long(
    stand_in: StandIn, configuration: Configuration
) -> None:
    for number in range(65):
        stand_in.spreadsheet.add(f"Tiến độ – Đơn vị {number}", [(number,)])
    assert len(GoogleSheet(configuration).read()) == 68
    assert len(stand_in.requests(Kind.VALUES)) == 1
    for number in range(65, 130):
        stand_in.spreadsheet.add(f"Tiến độ – Đơn vị {number}", [(number,)])
    assert GoogleSheet(configuration).read()[-1].rows == ((129,),)

"""Worksheets of owners in a Google spreadsheet: whose they are, what waits there to be filled."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from lib.grid import Grid
from lib.sheet import read
from tests.stand_in.model import Spreadsheet
from tests.stand_in.server import StandIn
from tests.template.test_google import Site

TODAY = date(2024, 9, 20)
UNITS = [("Đơn vị", "Nhóm", "Tên gọi khác"), ("An", "I", "An Cũ"), ("Bình", "I", None)]
CRITERIA = [("Mã", "Tiêu chí", "Hạn"), ("TC1", "Một", date(2024, 12, 1)), ("TC2", "Hai", None)]
TASKS = [("Mã", "Nhiệm vụ", "Chủ trì"), ("NV1", "Việc", "Công an huyện")]
PERIODS = [("Mã", "Kỳ báo cáo", "Trước ngày"), ("T9", "Tháng 9", date(2024, 9, 10))]
AGENCIES = [("Cơ quan",), ("Công an huyện",)]
SETTINGS = [("Mục", "Giá trị"), ("Cơ quan thường trực", "Công an huyện"), ("Năm", 2024)]


@pytest.fixture
def site(tmp_path: Path) -> Iterator[Site]:
    spreadsheet = Spreadsheet()
    for title, rows in {
        "Cấu hình": SETTINGS,
        "Đơn vị": UNITS,
        "Cơ quan": AGENCIES,
        "Tiêu chí": CRITERIA,
        "Nhiệm vụ": TASKS,
        "Kỳ báo cáo": PERIODS,
    }.items():
        spreadsheet.add(title, rows)
    with StandIn(spreadsheet) as server:
        yield Site(server, server.write_secrets(tmp_path / "secrets.toml"))


@pytest.fixture
def editors(tmp_path: Path) -> Path:
    path = tmp_path / "editors.csv"
    lines = ["Đơn vị,Thư", "xã An,an@x.vn", "An,an2@x.vn", "Công an huyện,ca@x.vn"]
    path.write_text("\n".join(lines), "utf-8")
    return path


def page(site: Site, title: str) -> Grid:
    return next(grid for grid in site.grids() if grid.title == title)


def lines(site: Site, title: str) -> list[tuple[object, ...]]:
    rows = page(site, title).rows
    keep = [rows[0].index(name) for name in ("Mã", "Ghi chú")]
    return [tuple([*row, *[None] * 8][at] for at in keep) for row in rows[1:]]


def test_each_owner_gets_a_line_for_all_it_owes(site: Site, editors: Path) -> None:
    assert site.run("--editors", str(editors)) == 0
    assert lines(site, "Tiến độ – An") == [
        ("TC1 – Một", "Hạn 01/12/2024"),
        ("TC2 – Hai", "Hạn 31/12/2024"),
        ("T9 – Tháng 9", "Ngày cuối cùng đúng hạn 09/09/2024"),
    ]
    assert [line[0] for line in lines(site, "Tiến độ – Công an huyện")] == [
        "NV1 – Việc",
        "T9 – Tháng 9",
    ]
    assert "Tiến độ – Bình" not in [grid.title for grid in site.grids()]
    assert read(site.grids(), today=TODAY).problems == ()


def test_only_the_owners_addresses_may_edit(site: Site, editors: Path) -> None:
    site.run("--editors", str(editors))
    own = site.server.account.email
    whole, heads = site.spreadsheet.sheet("Tiến độ – An").protected_ranges
    assert whole["range"] == {"sheetId": site.spreadsheet.sheet("Tiến độ – An").gid}
    assert whole["editors"]["users"] == sorted(["an@x.vn", "an2@x.vn", own])
    assert heads["editors"]["users"] == [own]
    (definition,) = site.spreadsheet.sheet("Tiêu chí").protected_ranges
    assert definition["editors"]["users"] == sorted(["ca@x.vn", own])


def test_a_second_run_finds_nothing_to_do(site: Site, editors: Path) -> None:
    site.run("--editors", str(editors))
    assert site.run("--editors", str(editors)) == 0
    assert site.writes == 0


def test_new_codes_are_added_below_and_lines_filled_stay(site: Site, editors: Path) -> None:
    site.run("--editors", str(editors))
    site.spreadsheet.write("'Tiến độ – An'!D2", 45550)
    site.spreadsheet.write("'Tiến độ – An'!B2", "Đạt")
    site.spreadsheet.write("'Tiến độ – An'!A3", "tc 2: hai")
    site.spreadsheet.write("'Tiêu chí'!A4", "TC3")
    site.spreadsheet.write("'Tiêu chí'!B4", "Ba")
    before = page(site, "Tiến độ – An").rows
    assert site.run("--editors", str(editors)) == 0
    after = page(site, "Tiến độ – An").rows
    assert after[: len(before)] == before
    assert lines(site, "Tiến độ – An")[-1] == ("TC3 – Ba", "Hạn 31/12/2024")
    assert len(after) == len(before) + 1


def test_a_worksheet_under_another_of_its_names_is_the_owners(site: Site, editors: Path) -> None:
    site.spreadsheet.add("tiến độ - An Cũ", [("Ngày", "Mã"), (45550, "TC1")])
    assert site.run("--editors", str(editors)) == 0
    assert [line[0] for line in lines(site, "tiến độ - An Cũ")] == [
        "TC1",
        "TC2 – Hai",
        "T9 – Tháng 9",
    ]
    assert "Tiến độ – An" not in [grid.title for grid in site.grids()]


def test_bearers_of_one_name_share_a_worksheet_with_all_they_owe(site: Site, editors: Path) -> None:
    units = site.spreadsheet.sheet("Đơn vị")
    ends, begins, tasks = date(2024, 8, 31), date(2024, 9, 1), ("NV2", "Việc khác", "II")
    for at, row in enumerate(
        [
            ("Đơn vị", "Nhóm", "Hiệu lực từ", "Hiệu lực đến", "Sáp nhập vào"),
            ("An", "I", None, ends, "An"),
            ("An", "II", begins, None, None),
        ]
    ):
        for column, cell in enumerate(row):
            units.put(at, column, cell)
    for column, cell in enumerate(tasks):
        site.spreadsheet.sheet("Nhiệm vụ").put(2, column, cell)
    assert site.run("--editors", str(editors)) == 0
    assert [line[0] for line in lines(site, "Tiến độ – An")] == [
        "TC1 – Một",
        "TC2 – Hai",
        "NV2 – Việc khác",
        "T9 – Tháng 9",
    ]
    assert [grid.title for grid in site.grids()].count("Tiến độ – An") == 1
    assert read(site.grids(), today=TODAY).problems == ()
    assert site.run("--editors", str(editors), "--check") == 0


def test_an_agency_that_has_ended_leaves_the_definitions_to_its_heir(
    site: Site, editors: Path
) -> None:
    agencies = site.spreadsheet.sheet("Cơ quan")
    for at, row in enumerate(
        [
            ("Cơ quan", "Hiệu lực đến", "Sáp nhập vào"),
            ("Công an huyện", date(2024, 8, 31), "Công an tỉnh"),
            ("Công an tỉnh", None, None),
        ]
    ):
        for column, cell in enumerate(row):
            agencies.put(at, column, cell)
    editors.write_text("Công an tỉnh,tinh@x.vn\nCông an huyện,ca@x.vn", "utf-8")
    site.run("--editors", str(editors))
    (definition,) = site.spreadsheet.sheet("Tiêu chí").protected_ranges
    own = site.server.account.email
    assert definition["editors"]["users"] == sorted(["tinh@x.vn", own])


def users(site: Site, title: str) -> list[set[str]]:
    """Give who may edit each protected range of a worksheet, besides the address in use."""
    own = site.server.account.email
    ranges = site.spreadsheet.sheet(title).protected_ranges
    return [{*one["editors"]["users"]} - {own} for one in ranges]


def test_nobody_but_the_standing_agency_edits_what_is_everybodys(site: Site, editors: Path) -> None:
    site.spreadsheet.add("Thẩm định – An", [("Ngày", "Mã", "Kết quả")])
    site.run("--editors", str(editors))
    for sheet in site.spreadsheet.sheets:
        whole = [one for one in sheet.protected_ranges if one["range"] == {"sheetId": sheet.gid}]
        (only,) = whole
        assert not only["editors"]["domainUsersCanEdit"]
        assert not only["warningOnly"]
        theirs = {"Tiến độ – An": {"an@x.vn", "an2@x.vn"}}.get(sheet.title, {"ca@x.vn"})
        assert users(site, sheet.title)[0] == theirs, sheet.title


def test_the_list_is_the_whole_truth(
    site: Site, editors: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    site.run("--editors", str(editors))
    by_hand = site.spreadsheet.sheet("Tiến độ – An").protected_ranges[0]["editors"]["users"]
    by_hand.append("ban@x.vn")
    site.spreadsheet.sheet("Tiêu chí").protected_ranges[0]["editors"]["users"].append("la@x.vn")
    editors.write_text("An,an@x.vn\nBình,an2@x.vn\nCông an huyện,ca@x.vn", "utf-8")
    said = "Trang “Tiến độ – An”: bỏ quyền sửa của an2@x.vn, ban@x.vn (không có trong danh sách).\n"
    other = "Trang “Tiêu chí”: bỏ quyền sửa của la@x.vn (không có trong danh sách).\n"
    for option, code in (("--check", 1), ("", 0)):
        capsys.readouterr()
        assert site.run("--editors", str(editors), *([option] if option else [])) == code
        shown = capsys.readouterr().out
        assert said in shown
        assert other in shown
        assert "Trang “Tiến độ – Bình”: khóa, chỉ an2@x.vn sửa được." in shown
    assert users(site, "Tiến độ – An")[0] == {"an@x.vn"}
    assert users(site, "Tiêu chí")[0] == {"ca@x.vn"}
    assert site.run("--editors", str(editors), "--check") == 0


def test_an_owner_taken_off_the_list_edits_nothing(site: Site, editors: Path) -> None:
    site.run("--editors", str(editors))
    editors.write_text("Bình,binh@x.vn\nCông an huyện,ca@x.vn", "utf-8")
    site.run("--editors", str(editors))
    assert users(site, "Tiến độ – An")[0] == {"ca@x.vn"}


def test_without_a_list_nobody_loses_a_right(site: Site, editors: Path) -> None:
    site.run("--editors", str(editors))
    by_hand = site.spreadsheet.sheet("Tiến độ – An").protected_ranges[0]["editors"]["users"]
    by_hand.append("ban@x.vn")
    assert site.run("--check") == 0
    assert users(site, "Tiến độ – An")[0] == {"an@x.vn", "an2@x.vn", "ban@x.vn"}


def test_a_protection_loosened_by_hand_is_closed(site: Site, editors: Path) -> None:
    site.run("--editors", str(editors))
    loosened: dict[str, dict[str, Any]] = {
        "Thẩm định": {"warningOnly": True},
        "Tiêu chí": {"unprotectedRanges": [{"startRowIndex": 1}]},
        "Đơn vị": {"editors": {"users": ["ca@x.vn"], "groups": ["nhom@x.vn"]}},
        "Cơ quan": {"editors": {"users": ["ca@x.vn"], "domainUsersCanEdit": True}},
    }
    for title, how in loosened.items():
        site.spreadsheet.sheet(title).protected_ranges[0] |= how
    assert site.run("--editors", str(editors)) == 0
    for title in loosened:
        assert users(site, title) == [{"ca@x.vn"}]
        protected = site.spreadsheet.sheet(title).protected_ranges[0]
        assert not protected["warningOnly"]
        assert not protected["unprotectedRanges"]
        assert protected["editors"].keys() == {"users", "domainUsersCanEdit"}
        assert not protected["editors"]["domainUsersCanEdit"]
    assert site.run("--editors", str(editors), "--check") == 0


def test_the_spreadsheets_owner_stays_and_is_named(
    site: Site, editors: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    site.spreadsheet.owner = "chu@x.vn"
    site.run("--editors", str(editors))
    capsys.readouterr()
    assert site.run("--editors", str(editors)) == 0
    assert site.writes == 0
    shown = capsys.readouterr().out
    assert shown.startswith("chu@x.vn sửa được mọi trang đã khóa")
    assert shown.endswith("Không có gì phải sửa.\n")


def test_who_can_write_nowhere_is_named(
    site: Site, editors: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    site.run("--editors", str(editors))
    assert "1 nơi chưa có trang riêng: Bình." in capsys.readouterr().out


def test_an_owners_worksheet_fits_a_phone(site: Site, editors: Path) -> None:
    site.run("--editors", str(editors))
    sheet = site.spreadsheet.sheet("Tiến độ – An")
    heads = page(site, "Tiến độ – An").rows[0]
    assert heads[:4] == ("Mã", "Kết quả", "Tiến độ (%)", "Ngày")
    assert "Đơn vị" not in heads
    grid = sheet.properties["gridProperties"]
    assert (grid["frozenRowCount"], grid["frozenColumnCount"]) == (1, 1)
    assert sheet.columns[0]["pixelSize"] < 390 / 2
    rule = sheet.cells[1, 0]["dataValidation"]["condition"]
    assert rule["type"] == "ONE_OF_LIST"
    offered = [value["userEnteredValue"] for value in rule["values"]]
    assert offered == ["TC1 – Một", "TC2 – Hai", "T9 – Tháng 9"]


def test_a_worksheet_made_before_keeps_its_columns(site: Site, editors: Path) -> None:
    heads = ("Ngày", "Đơn vị", "Mã", "Kết quả", "Tiến độ (%)", "Minh chứng", "Ghi chú")
    site.spreadsheet.add("Tiến độ – An", [heads, (45550, "An", "TC1", "Đạt")])
    assert site.run("--editors", str(editors)) == 0
    rows = page(site, "Tiến độ – An").rows
    assert rows[0][:7] == heads
    assert rows[1][:4] == (45550, "An", "TC1", "Đạt")
    assert [row[1] for row in rows[2:]] == ["An", "An"]
    assert site.run("--editors", str(editors), "--check") == 0


def test_names_too_long_for_a_title_are_cut_apart_and_known_by_the_cut(
    site: Site, tmp_path: Path
) -> None:
    long = "Trung tâm " + "phục vụ hành chính công và " * 4
    names = [f"{long}số {number}" for number in (1, 2)]
    units = site.spreadsheet.sheet("Đơn vị")
    for at, name in enumerate(names, start=1):
        units.put(at, 0, name)
    path = tmp_path / "editors.csv"
    path.write_text("\n".join(f"{name},a{at}@x.vn" for at, name in enumerate(names)), "utf-8")
    units.put(1, 2, None)
    assert site.run("--editors", str(path)) == 0
    titles = [sheet.title for sheet in site.spreadsheet.sheets if "Trung tâm" in sheet.title]
    assert len({*titles}) == 2
    assert max(map(len, titles)) <= 100
    book = read(site.grids(), today=TODAY)
    assert [p for p in book.problems if p.worksheet in titles] == []
    own = [next(tab for tab in titles if users(site, tab)[0] == {f"a{at}@x.vn"}) for at in (0, 1)]
    site.spreadsheet.write(f"'{own[1]}'!D2", 45550)
    site.spreadsheet.write(f"'{own[1]}'!B2", "Đạt")
    book = read(site.grids(), today=TODAY)
    assert book.owners["name"].iloc[book.entries["owner"].item()] == names[1]
    assert site.run("--editors", str(path), "--check") == 0


def test_a_short_alias_goes_before_a_name_that_is_cut(site: Site, tmp_path: Path) -> None:
    units = site.spreadsheet.sheet("Đơn vị")
    units.put(1, 0, "A" * 120)
    units.put(1, 2, "Trung tâm Một")
    path = tmp_path / "editors.csv"
    path.write_text("Trung tâm Một,a@x.vn", "utf-8")
    assert site.run("--editors", str(path)) == 0
    assert users(site, "Tiến độ – Trung tâm Một")[0] == {"a@x.vn"}


class TestAddressesInTheSheet:
    """The columns `Thư điện tử` serve in place of a file."""

    @pytest.fixture
    def told(self, site: Site) -> Site:
        site.spreadsheet.delete("Đơn vị")
        site.spreadsheet.delete("Cơ quan")
        ended = date(2024, 1, 31)
        units = [
            ("Đơn vị", "Nhóm", "Hiệu lực đến", "Sáp nhập vào", "Thư điện tử"),
            ("An", "I", None, None, "an@x.vn; an2@x.vn"),
            ("Bình", "I", None, None, None),
            ("Cũ", "I", ended, "An", "cu@x.vn"),
        ]
        site.spreadsheet.add("Đơn vị", units)
        agencies = [("Cơ quan", "Thư điện tử"), ("Công an huyện", "ca@x.vn")]
        site.spreadsheet.add("Cơ quan", agencies)
        return site

    def test_they_serve_without_a_file(self, told: Site) -> None:
        assert told.run("--editors") == 0
        assert users(told, "Tiến độ – An")[0] == {"an@x.vn", "an2@x.vn"}
        assert users(told, "Thẩm định") == [{"ca@x.vn"}]
        titles = [sheet.title for sheet in told.spreadsheet.sheets]
        assert "Tiến độ – Cũ" not in titles
        assert "Tiến độ – Bình" not in titles

    def test_the_standing_agencys_own_keep_the_definitions_without_a_list_too(
        self, told: Site
    ) -> None:
        assert told.run() == 0
        assert users(told, "Tiêu chí") == [{"ca@x.vn"}]
        assert users(told, "Thẩm định") == [{"ca@x.vn"}]

    def test_one_that_is_none_is_told_with_its_row(
        self, told: Site, capsys: pytest.CaptureFixture[str]
    ) -> None:
        told.spreadsheet.write("'Đơn vị'!E3", "chưa có")
        assert told.run("--editors") == 2
        assert "Trang “Đơn vị”, dòng 3, cột Thư điện tử" in capsys.readouterr().err
        assert told.writes == 0

    def test_none_at_all_is_said(self, site: Site, capsys: pytest.CaptureFixture[str]) -> None:
        assert site.run("--editors") == 2
        assert "chưa có địa chỉ nào" in capsys.readouterr().err
        assert site.writes == 0


def test_an_unknown_owner_stops_everything(
    site: Site, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (path := tmp_path / "editors.csv").write_text("An,an@x.vn\nChưa Có,b@x.vn", "utf-8")
    assert site.run("--editors", str(path)) == 2
    assert site.writes == 0
    assert "dòng 2" in capsys.readouterr().err


def test_a_list_may_be_a_workbook(site: Site, tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    for row in [("Đơn vị", "Thư điện tử"), ("An", "an@x.vn"), ("Công an huyện", "ca@x.vn")]:
        book.worksheets[0].append(row)
    path = tmp_path / "ds.xlsx"
    book.save(path)
    assert site.run("--editors", str(path)) == 0
    assert users(site, "Tiến độ – An")[0] == {"an@x.vn"}


@pytest.mark.parametrize("content", [None, b"PK\x03\x04 none", b"\xd0\xcf\x11\xe0 old"])
def test_a_list_that_cannot_be_read_is_said(
    site: Site, tmp_path: Path, capsys: pytest.CaptureFixture[str], content: bytes | None
) -> None:
    path = tmp_path / "ds.xlsx"
    if content is not None:
        path.write_bytes(content)
    assert site.run("--editors", str(path)) == 2
    shown = capsys.readouterr().err
    assert "Không đọc được tệp" in shown
    assert shown.count("\n") == 1
    assert site.writes == 0

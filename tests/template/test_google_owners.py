"""Worksheets of owners in a Google spreadsheet: whose they are, what waits there to be filled."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from lib.grid import Grid
from lib.sheet import read
from lib.template.google_owners import EditorsError, read_editors
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
    keep = [rows[0].index(name) for name in ("Đơn vị", "Mã", "Ghi chú")]
    return [tuple([*row, *[None] * 8][at] for at in keep) for row in rows[1:]]


def test_each_owner_gets_a_line_for_all_it_owes(site: Site, editors: Path) -> None:
    assert site.run("--editors", str(editors)) == 0
    assert lines(site, "Tiến độ – An") == [
        ("An", "TC1 – Một", "Hạn 01/12/2024"),
        ("An", "TC2 – Hai", "Hạn 31/12/2024"),
        ("An", "T9 – Tháng 9", "Ngày cuối cùng đúng hạn 09/09/2024"),
    ]
    assert [line[1] for line in lines(site, "Tiến độ – Công an huyện")] == [
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
    site.spreadsheet.write("'Tiến độ – An'!A2", 45550)
    site.spreadsheet.write("'Tiến độ – An'!D2", "Đạt")
    site.spreadsheet.write("'Tiến độ – An'!C3", "tc 2: hai")
    site.spreadsheet.write("'Tiêu chí'!A4", "TC3")
    site.spreadsheet.write("'Tiêu chí'!B4", "Ba")
    before = page(site, "Tiến độ – An").rows
    assert site.run("--editors", str(editors)) == 0
    after = page(site, "Tiến độ – An").rows
    assert after[: len(before)] == before
    assert lines(site, "Tiến độ – An")[-1] == ("An", "TC3 – Ba", "Hạn 31/12/2024")
    assert len(after) == len(before) + 1


def test_a_worksheet_under_another_of_its_names_is_the_owners(site: Site, editors: Path) -> None:
    site.spreadsheet.add("tiến độ - An Cũ", [("Ngày", "Mã"), (45550, "TC1")])
    assert site.run("--editors", str(editors)) == 0
    assert [line[1] for line in lines(site, "tiến độ - An Cũ")] == [
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
    assert [line[1] for line in lines(site, "Tiến độ – An")] == [
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


def test_an_address_that_moves_loses_its_old_worksheet(site: Site, editors: Path) -> None:
    site.run("--editors", str(editors))
    guest = site.spreadsheet.sheet("Tiến độ – An").protected_ranges[0]["editors"]["users"]
    guest.append("ban@x.vn")
    editors.write_text("An,an@x.vn\nBình,an2@x.vn", "utf-8")
    site.run("--editors", str(editors))
    users = site.spreadsheet.sheet("Tiến độ – An").protected_ranges[0]["editors"]["users"]
    assert "an2@x.vn" not in users
    assert "an@x.vn" in users


def test_an_unknown_owner_stops_everything(
    site: Site, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "editors.csv"
    path.write_text("An,an@x.vn\nChưa Có,b@x.vn", "utf-8")
    assert site.run("--editors", str(path)) == 2
    assert site.writes == 0
    assert "dòng 2" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("content", "read"),
    [
        ("An,an@x.vn", [("An", "an@x.vn")]),
        ("\ufeffĐơn vị;Email\nAn;an@x.vn\n", [("An", "an@x.vn")]),
        ("Đơn vị,Email\n\n An , an@x.vn \n,\n", [("An", "an@x.vn")]),
        ('"An, xã",an@x.vn', [("An, xã", "an@x.vn")]),
        ("", []),
    ],
)
def test_editors_are_read(tmp_path: Path, content: str, read: list[tuple[str, str]]) -> None:
    path = tmp_path / "editors.csv"
    path.write_text(content, "utf-8")
    assert [(one.name, one.address) for one in read_editors(path)] == read


@pytest.mark.parametrize("content", ["An,an@x.vn\nBình,", ",an@x.vn", "An,an@x.vn\nBình,x.vn"])
def test_a_line_that_is_none_is_refused(tmp_path: Path, content: str) -> None:
    path = tmp_path / "editors.csv"
    path.write_text(content, "utf-8")
    with pytest.raises(EditorsError, match="dòng"):
        read_editors(path)


def test_a_list_that_is_not_there_is_refused(tmp_path: Path) -> None:
    with pytest.raises(EditorsError, match="none"):
        read_editors(tmp_path / "none.csv")

"""A Google spreadsheet set up from the command line: made, mended, checked, left alone."""

import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from lib import provision
from lib.sheet import read
from lib.sheet.schema import WORKSHEETS
from lib.source.configuration import read_configuration
from lib.source.google import GoogleSheet
from lib.template.worksheets import tables
from tests.stand_in import faults
from tests.stand_in.faults import Kind
from tests.stand_in.model import Sheet, Spreadsheet
from tests.stand_in.server import StandIn

TODAY = date(2024, 9, 20)


class Site:
    """A spreadsheet on the stand-in that the command may write."""

    def __init__(self, server: StandIn, secrets: Path) -> None:
        self.server, self.secrets = server, secrets
        self.spreadsheet = server.spreadsheet
        self.spreadsheet.shared_with[server.account.email] = "writer"

    def run(self, *options: str) -> int:
        self.server.forget_log()
        where = ["google", self.spreadsheet.id, "--secrets", str(self.secrets)]
        return provision.main([*where, *options])

    @property
    def writes(self) -> int:
        return len(self.server.requests(Kind.WRITE))

    def grids(self) -> tuple[Any, ...]:
        return GoogleSheet(read_configuration(self.secrets)).read()


@pytest.fixture(scope="module")
def finished(tmp_path_factory: pytest.TempPathFactory) -> Spreadsheet:
    """Set a blank spreadsheet up, once for all that look at it."""
    with StandIn(Spreadsheet()) as server:
        server.spreadsheet.add("Trang tính1")
        secrets = server.write_secrets(tmp_path_factory.mktemp("finished") / "secrets.toml")
        site = Site(server, secrets)
        assert site.run() == 0
        assert site.writes == 1
        return site.spreadsheet


@pytest.fixture
def made(finished: Spreadsheet, tmp_path: Path) -> Iterator[Site]:
    with StandIn(finished.copied()) as server:
        yield Site(server, server.write_secrets(tmp_path / "secrets.toml"))


@pytest.fixture
def site(tmp_path: Path) -> Iterator[Site]:
    with StandIn(Spreadsheet()) as server:
        server.spreadsheet.add("Trang tính1")
        yield Site(server, server.write_secrets(tmp_path / "secrets.toml"))


def head(sheet: Sheet, row: int = 0) -> dict[str, int]:
    values = sheet.values(_whole(sheet))
    return {str(name): at for at, name in enumerate(values[row]) if name}


def _whole(sheet: Sheet) -> Any:
    rows, columns = sheet.size
    return type("Area", (), {"top": 0, "left": 0, "bottom": rows, "right": columns})


def test_a_blank_spreadsheet_becomes_the_plans_sheet(made: Site) -> None:
    book = read(made.grids(), today=TODAY)
    plan = {table.kind.title: table for table in tables(with_sample=False)}
    assert book.problems == ()
    assert len(book.items) == sum(
        len(plan[title].rows) for title in ("Tiêu chí", "Nhiệm vụ", "Kỳ báo cáo")
    )
    titles = [sheet.title for sheet in made.spreadsheet.sheets]
    expected = [kind.title for kind in WORKSHEETS]
    assert titles == ["Hướng dẫn", *expected, "Danh mục"]
    assert (made.spreadsheet.locale, made.spreadsheet.time_zone) == ("vi_VN", "Asia/Ho_Chi_Minh")


def test_a_blank_spreadsheet_gets_every_rule(made: Site) -> None:
    log, lists = made.spreadsheet.sheet("Tiến độ"), made.spreadsheet.sheet("Danh mục")
    at = head(log)
    first = {name: log.cells[1, column] for name, column in at.items()}
    assert log.properties["gridProperties"]["frozenRowCount"] == 1
    assert log.basic_filter is None
    assert [view["title"] for view in log.filter_views] == ["Lọc cho riêng mình"]
    percent = first["Tiến độ (%)"]["dataValidation"]
    assert percent["condition"]["type"] == "NUMBER_BETWEEN"
    assert [one["userEnteredValue"] for one in percent["condition"]["values"]] == ["0", "100"]
    assert percent["strict"]
    assert first["Ngày"]["dataValidation"]["condition"]["type"] == "DATE_IS_VALID"
    assert first["Ngày"]["userEnteredFormat"]["numberFormat"]["pattern"] == "dd/mm/yyyy"
    for column in ("Đơn vị", "Mã", "Kết quả"):
        condition = first[column]["dataValidation"]["condition"]
        assert condition["type"] == "ONE_OF_RANGE"
        assert condition["values"][0]["userEnteredValue"].startswith("='Danh mục'!$")
    assert all(log.cells[0, column]["note"] for column in at.values())
    assert len(log.conditional_formats) == 4
    assert lists.properties["hidden"]
    assert lists.cells[2, 0]["userEnteredValue"]["formulaValue"].startswith("=")


def test_all_is_protected_but_the_common_log_below_its_heads(made: Site) -> None:
    own = made.server.account.email
    for sheet in made.spreadsheet.sheets:
        (one,) = sheet.protected_ranges
        assert one["editors"] == {"users": [own], "domainUsersCanEdit": False}
        assert one["range"].get("endRowIndex") == (1 if sheet.title == "Tiến độ" else None)


def test_a_second_run_finds_nothing_to_do(made: Site, capsys: pytest.CaptureFixture[str]) -> None:
    capsys.readouterr()
    assert made.run() == 0
    assert made.writes == 0
    assert capsys.readouterr().out == "Không có gì phải sửa.\n"
    assert made.run("--check") == 0


def test_a_check_only_reports(site: Site, capsys: pytest.CaptureFixture[str]) -> None:
    assert site.run("--check") == 1
    assert site.writes == 0
    assert len(site.spreadsheet.sheets) == 1
    said = capsys.readouterr().out
    assert "Thêm trang “Tiến độ”." in said
    assert said.endswith("chưa sửa gì.\n")


def test_what_people_entered_stays(site: Site) -> None:
    rows = [
        ("SỔ THEO DÕI",),
        ("mã", "Của chúng tôi", "Tiêu chí (*)", "Hạn"),
        ("A1", "x", "Việc một", date(2024, 12, 1)),
        ("A2", None, "Việc hai", "chưa rõ"),
    ]
    site.spreadsheet.add("TIÊU CHÍ", rows)
    site.spreadsheet.add("Đơn vị")
    before = site.grids()[1].rows
    assert site.run() == 0
    sheet = site.spreadsheet.sheet("TIÊU CHÍ")
    after = site.grids()[1].rows
    assert [row[: len(old)] for row, old in zip(after, before, strict=True)] == list(before)
    at = head(sheet, row=1)
    added = {"Nhóm tiêu chí", "Cơ quan theo dõi", "Điểm", "Bắt buộc", "Áp dụng cho", "Căn cứ"}
    assert {name for name, column in at.items() if column >= 4} == added
    assert sheet.cells[2, at["Hạn"]]["dataValidation"]["condition"]["type"] == "DATE_IS_VALID"
    assert sheet.properties["gridProperties"]["frozenRowCount"] == 2
    assert (
        len(site.spreadsheet.sheet("Đơn vị").values(_whole(site.spreadsheet.sheet("Đơn vị")))) > 30
    )
    assert site.run("--check") == 0


def test_a_sheet_without_the_newer_columns_is_told_that_it_may_have_them(
    made: Site, capsys: pytest.CaptureFixture[str]
) -> None:
    newer = {
        "Đơn vị": ["Thư điện tử"],
        "Cơ quan": ["Hiệu lực từ", "Hiệu lực đến", "Sáp nhập vào", "Thư điện tử"],
        "Nhiệm vụ": ["Ngày giao"],
        "Tiến độ": ["Khó khăn kiến nghị"],
    }
    for title, headers in newer.items():
        sheet = made.spreadsheet.sheet(title)
        for header in headers:
            sheet.put(0, head(sheet)[header], None)
    assert read(made.grids(), today=TODAY).problems == ()
    capsys.readouterr()
    assert made.run("--check") == 1
    said = capsys.readouterr().out
    for title, headers in newer.items():
        columns = ", ".join(headers)
        assert f"“{title}”: thêm cột {columns} (không bắt buộc, thiếu vẫn đọc được)." in said
    assert "(bắt buộc)" not in said


def test_a_required_column_that_is_missing_is_told_as_such(
    made: Site, capsys: pytest.CaptureFixture[str]
) -> None:
    log = made.spreadsheet.sheet("Tiến độ")
    log.put(0, head(log)["Tiến độ (%)"], None)
    tasks = made.spreadsheet.sheet("Tiêu chí")
    tasks.put(0, head(tasks)["Tiêu chí"], None)
    capsys.readouterr()
    made.run("--check")
    said = capsys.readouterr().out
    assert "“Tiến độ”: thêm cột Tiến độ (%) (không bắt buộc" in said
    assert "“Tiêu chí”: thêm cột Tiêu chí (bắt buộc)." in said


def test_a_worksheet_without_heads_is_left_alone(
    site: Site, capsys: pytest.CaptureFixture[str]
) -> None:
    site.spreadsheet.add("Cơ quan", [("ghi chép",), ("khác",)])
    assert site.run() == 0
    assert "không tìm thấy dòng tiêu đề" in capsys.readouterr().out
    sheet = site.spreadsheet.sheet("Cơ quan")
    assert sheet.values(_whole(sheet)) == [["ghi chép"], ["khác"]]
    assert sheet.protected_ranges == []


def harm_validation(sheet: Sheet) -> None:
    for (row, _), cell in sheet.cells.items():
        if row > 0:
            cell.pop("dataValidation", None)


@pytest.mark.parametrize(
    ("harm", "said"),
    [
        (harm_validation, "đặt danh sách chọn"),
        (lambda sheet: sheet.columns.clear(), "chỉnh độ rộng 9 cột"),
        (lambda sheet: sheet.protected_ranges.clear(), "khóa dòng tiêu đề"),
        (lambda sheet: sheet.conditional_formats.pop(), "tô màu theo điều kiện ở 1 chỗ"),
        (lambda sheet: sheet.cells[0, 2].pop("note"), "ghi chú cách điền ở 1 tiêu đề"),
        (lambda sheet: sheet.properties["gridProperties"].pop("frozenRowCount"), "khi cuộn"),
        (lambda sheet: sheet.put(0, 8, None), "thêm cột Ghi chú (không bắt buộc"),
    ],
    ids=["validation", "width", "protection", "colour", "note", "frozen", "column"],
)
def test_what_was_undone_is_mended(
    made: Site, capsys: pytest.CaptureFixture[str], harm: Any, said: str
) -> None:
    harm(made.spreadsheet.sheet("Tiến độ"))
    capsys.readouterr()
    assert made.run() == 0
    assert said in capsys.readouterr().out
    assert made.run("--check") == 0


def test_a_sheet_that_is_not_shared_for_writing_is_said(
    site: Site, capsys: pytest.CaptureFixture[str]
) -> None:
    site.spreadsheet.shared_with[site.server.account.email] = "reader"
    assert site.run() == 2
    said = capsys.readouterr().err
    assert site.server.account.email in said
    assert "NGƯỜI CHỈNH SỬA" in said


def test_an_address_that_is_none_is_said(capsys: pytest.CaptureFixture[str]) -> None:
    assert provision.main(["google", "abc"]) == 2
    assert "abc" in capsys.readouterr().err


def test_missing_secrets_are_said(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    where = ["google", Spreadsheet().id, "--secrets", str(tmp_path / "none.toml")]
    assert provision.main(where) == 2
    assert capsys.readouterr().err.count("\n") == 1


def test_the_instructions_are_wide_wrapped_and_for_google(made: Site) -> None:
    sheet = made.spreadsheet.sheets[0]
    texts = [str(row[0]) for row in sheet.values(_whole(sheet))]
    assert sheet.columns[0]["pixelSize"] == 860
    assert sheet.cells[1, 0]["userEnteredFormat"]["wrapStrategy"] == "WRAP"
    assert sheet.cells[0, 0]["userEnteredFormat"]["textFormat"]["bold"]
    assert not any("Excel" in text or "LibreOffice" in text for text in texts)
    assert any("Khung lọc → Lọc cho riêng mình" in text for text in texts)


def test_instructions_that_stand_last_come_first(made: Site) -> None:
    sheets = made.spreadsheet.sheets
    sheets.append(sheets.pop(0))
    assert made.run() == 0
    assert sheets[0].title == "Hướng dẫn"
    assert made.run("--check") == 0


@pytest.mark.parametrize(
    ("title", "rows", "goes"),
    [
        ("Trang tính1", [], True),
        ("Sheet1", [], True),
        ("Trang tính1", [("ghi nháp",)], False),
        ("Nháp", [], False),
    ],
)
def test_only_googles_own_blank_worksheet_goes(
    made: Site, title: str, rows: list[Any], goes: bool
) -> None:
    made.spreadsheet.add(title, rows)
    assert made.run() == 0
    assert (title in [sheet.title for sheet in made.spreadsheet.sheets]) is not goes


def test_an_input_message_says_what_to_enter(made: Site) -> None:
    log = made.spreadsheet.sheet("Tiến độ")
    at = head(log)
    said = {
        name: log.cells[1, at[name]]["dataValidation"]["inputMessage"]
        for name in ("Ngày", "Mã", "Kết quả", "Tiến độ (%)")
    }
    assert said == {
        "Ngày": "Ghi ngày theo thứ tự ngày/tháng/năm, ví dụ 15/09/2024.",
        "Mã": "Chọn một mã trong danh sách. Chỉ gõ mã (ví dụ TC05) cũng được; mỗi ô một mã.",
        "Kết quả": "Chọn một từ trong danh sách.",
        "Tiến độ (%)": "Ghi một số từ 0 đến 100, ví dụ 85 hoặc 85,5; không cần dấu %.",
    }


def test_one_filter_for_all_becomes_a_view_for_each(
    made: Site, capsys: pytest.CaptureFixture[str]
) -> None:
    log = made.spreadsheet.sheet("Tiến độ")
    log.basic_filter = {"range": {"sheetId": log.gid}}
    log.filter_views.clear()
    assert made.run() == 0
    assert "thay bộ lọc chung bằng khung lọc riêng" in capsys.readouterr().out
    assert (log.basic_filter, len(log.filter_views)) == (None, 1)


def test_the_key_as_google_gives_it_is_enough(made: Site, tmp_path: Path) -> None:
    key = tmp_path / "khoa.json"
    server = made.server
    told = {"type": "service_account", "api_url": server.url}
    told |= server.account.fields(f"{server.url}/token")
    key.write_text(json.dumps(told), "utf-8")
    assert provision.main(["google", made.spreadsheet.id, "--secrets", str(key)]) == 0


def test_secrets_need_name_no_spreadsheet(made: Site, tmp_path: Path) -> None:
    secrets = tmp_path / "lap-so.toml"
    lines = made.secrets.read_text("utf-8").splitlines()
    secrets.write_text("\n".join(line for line in lines if "spreadsheet" not in line), "utf-8")
    assert provision.main(["google", made.spreadsheet.id, "--secrets", str(secrets)]) == 0


@pytest.fixture
def hasty(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(provision, "WRITE_SECONDS", 0.4)


@pytest.mark.usefixtures("hasty")
class TestAWriteThatIsNotAnswered:
    """Google may have done it: a reading says what it finds, and nothing is promised."""

    @pytest.mark.parametrize(
        ("fault", "says"),
        [
            (faults.unavailable(Kind.WRITE), "chưa thấy việc nào"),
            (faults.html_page(Kind.WRITE, status=502), "chưa thấy việc nào"),
            (faults.hang(Kind.WRITE, seconds=1), "đã làm đủ"),
            (faults.reset(Kind.WRITE), "đã làm đủ"),
            (faults.latency(1, Kind.WRITE), "đã làm đủ"),
        ],
        ids=["503", "a proxy's page", "done and silent", "done and cut", "done but late"],
    )
    def test_what_a_reading_finds_is_said(
        self, site: Site, capsys: pytest.CaptureFixture[str], fault: faults.Fault, says: str
    ) -> None:
        with site.server.failing(fault):
            assert site.run() == 3
        shown = capsys.readouterr()
        assert says in shown.err
        assert shown.err.count("\n") == 1
        assert "Không có gì bị thay đổi" not in shown.err

    def test_where_no_reading_is_possible_nothing_is_known(
        self, site: Site, capsys: pytest.CaptureFixture[str]
    ) -> None:
        def before_the_second_reading() -> None:
            site.server.before_values = site.spreadsheet.shared_with.clear

        site.server.before_values = before_the_second_reading
        with site.server.failing(faults.unavailable(Kind.WRITE)):
            assert site.run() == 3
        assert "chưa biết đã làm hay chưa" in capsys.readouterr().err

    def test_what_google_refuses_has_changed_nothing(
        self, site: Site, capsys: pytest.CaptureFixture[str]
    ) -> None:
        body = faults.google_error(400, "INVALID_ARGUMENT", "No such user.")
        with site.server.failing(faults.answering(400, body, Kind.WRITE)):
            assert site.run() == 2
        assert capsys.readouterr().err.endswith("No such user. Không có gì bị thay đổi.\n")
        assert len(site.spreadsheet.sheets) == 1

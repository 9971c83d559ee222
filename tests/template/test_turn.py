"""Next year's sheet out of this year's, or a sheet out of a folder of files, by one command."""

import hashlib
import json
import shutil
from datetime import date
from pathlib import Path

import pytest
from docx import Document

from lib import provision, report
from lib.assess import assess
from lib.sheet import read
from lib.source.configuration import read_configuration
from lib.source.google import GoogleSheet
from lib.source.workbook import read_workbook
from lib.template.turn import turned
from lib.template.workbook import write_workbook
from tests.builders import agencies, criteria, periods, progress, settings, tasks, units
from tests.stand_in.model import Spreadsheet, from_workbook
from tests.stand_in.server import StandIn

TWO_LEVELS = Path(__file__).parents[2] / "docs" / "plan-hai-cap"
SETTINGS = (
    ("Tên kế hoạch", "Kế hoạch số 2024/KH năm 2024"),
    ("Năm", 2024),
    ("Cơ quan thường trực", "Phòng Cũ"),
    ("Ngày kết thúc", "29/2/2024"),
    ("Ngày số liệu", "15/9/2024"),
    ("Số kế hoạch", "12/KH-UBND"),
    ("Sắp đến hạn (ngày)", 5),
)
OLD = (
    settings(*SETTINGS),
    units(
        ("Hồng Lạc", "A", None, "31/8/2024", "Hồng Sơn", None),
        ("Hồng Sơn", "A", "1/9/2024", None, None, "hs@example.vn"),
        ("Tam Đa", "B", None, "30/6/2025", "Hồng Sơn", None),
        ("Xa Rồi", "B", None, "31/12/2024", None, None),
        head="Đơn vị | Nhóm | Hiệu lực từ | Hiệu lực đến | Sáp nhập vào | Thư điện tử",
    ),
    agencies(
        ("Phòng Cũ", "Có", "30/11/2024", "Phòng Mới"),
        ("Phòng Mới", "Có", None, None),
        head="Cơ quan | Báo cáo định kỳ | Hiệu lực đến | Sáp nhập vào",
    ),
    criteria(
        ("TC1", "Nghị quyết năm 2024", "29/2/2024", "Phòng Cũ", "Hồng Lạc; Hồng Sơn; B"),
        ("TC2", "Theo Nghị quyết 05/2024/NQ", "cuối năm", None, "Xa Rồi"),
        ("TC3", "Thiếu năm", "5/9", None, None),
        head="Mã | Tiêu chí | Hạn | Cơ quan theo dõi | Áp dụng cho",
    ),
    tasks(
        ("NV1", "Sơ kết", "Tất cả", None, "30/6/2024", "1/7/2024"),
        ("NV2", "Việc họp giao, đã xong", "Tam Đa", "15/8/2024", "31/8/2024", "20/8/2024"),
        ("NV3", "Việc họp giao, chưa xong", "Hồng Lạc", "15/8/2024", "30/9/2024", None),
        head="Mã | Nhiệm vụ | Chủ trì | Ngày giao | Hạn | Ngày hoàn thành",
    ),
    periods(("T9", "Tháng 9/2024", "10/9/2024", "Tất cả")),
    progress(("1/6/2024", "Tam Đa", "TC1", "Đạt", None)),
)


def cells(turn, title):
    table = next(one for one in turn.tables if one.title == title)
    heads = [column.header for column in table.kind.columns]
    return [dict(zip(heads, row, strict=True)) for row in table.rows]


@pytest.fixture
def turn():
    book = read(OLD, today=date(2024, 12, 20))
    return turned(OLD, book, 2025, {"nv3": ()})


def test_who_has_done_what_a_meeting_gave_is_not_asked_again():
    book = read(OLD, today=date(2024, 12, 20))
    turn = turned(OLD, book, 2025, {"nv3": ("Hồng Lạc", "Tam Đa")})
    (line,) = [one for one in cells(turn, "Nhiệm vụ") if one["Mã"] == "NV3"]
    assert line["Chủ trì"] == "Hồng Sơn; Tam Đa"
    assert turn.open_decisions == (("NV3", 2),)


def test_settings_are_those_of_the_new_year(turn):
    told = {line["Mục"]: line["Giá trị"] for line in cells(turn, "Cấu hình")}
    assert {item: value for item, value in told.items() if value is not None} == {
        "Tên kế hoạch": "Kế hoạch số 2024/KH năm 2025",
        "Năm": 2025,
        "Cơ quan thường trực": "Phòng Mới",
        "Ngày kết thúc": date(2025, 2, 28),
        "Sắp đến hạn (ngày)": 5,
    }


def test_units_and_agencies_valid_then_keep_their_addresses(turn):
    assert [(line["Đơn vị"], line["Thư điện tử"]) for line in cells(turn, "Đơn vị")] == [
        ("Hồng Sơn", "hs@example.vn"),
        ("Tam Đa", None),
    ]
    tam_da = cells(turn, "Đơn vị")[1]
    assert (tam_da["Hiệu lực đến"], tam_da["Sáp nhập vào"]) == (date(2025, 6, 30), "Hồng Sơn")
    assert [line["Cơ quan"] for line in cells(turn, "Cơ quan")] == ["Phòng Mới"]
    assert turn.left_out == ("Hồng Lạc", "Xa Rồi", "Phòng Cũ")


def test_criteria_are_moved_and_name_who_is_there(turn):
    columns = ("Mã", "Tiêu chí", "Hạn", "Cơ quan theo dõi", "Áp dụng cho")
    assert [tuple(line[head] for head in columns) for line in cells(turn, "Tiêu chí")] == [
        ("TC1", "Nghị quyết năm 2025", date(2025, 2, 28), "Phòng Mới", "Hồng Sơn; B"),
        ("TC2", "Theo Nghị quyết 05/2024/NQ", "cuối năm", None, "Xa Rồi"),
        ("TC3", "Thiếu năm", "5/9", None, None),
    ]


def test_tasks_begin_anew_and_an_open_decision_keeps_its_days(turn):
    columns = ("Mã", "Chủ trì", "Ngày giao", "Hạn", "Ngày hoàn thành")
    assert [tuple(line[head] for head in columns) for line in cells(turn, "Nhiệm vụ")] == [
        ("NV1", "Tất cả", None, date(2025, 6, 30), None),
        ("NV3", "Hồng Sơn", date(2024, 8, 15), date(2024, 9, 30), None),
    ]
    assert turn.open_decisions == (("NV3", 0),)


def test_periods_are_those_of_the_new_year(turn):
    (line,) = cells(turn, "Kỳ báo cáo")
    assert (line["Kỳ báo cáo"], line["Trước ngày"]) == ("Tháng 9/2025", date(2025, 9, 10))


def test_titles_that_name_another_year_stay_and_are_named():
    grids = (
        settings(("Năm", 2024)),
        criteria(
            ("TC1", "Tiền đề cho năm 2025", None),
            ("TC2", "Đề án 2021–2030, Nghị quyết 05/2023/NQ, năm 2024", None),
            head="Mã | Tiêu chí | Hạn",
        ),
        tasks(("NV1", "Mục tiêu đến năm 2030", "Tất cả", None)),
    )
    turn = turned(grids, read(grids, today=date(2024, 12, 20)), 2025, {})
    assert turn.other_years == ("TC1", "NV1")
    assert [line["Tiêu chí"] for line in cells(turn, "Tiêu chí")] == [
        "Tiền đề cho năm 2025",
        "Đề án 2021–2030, Nghị quyết 05/2023/NQ, năm 2025",
    ]


def test_a_sheet_in_which_nobody_ends_is_turned():
    grids = (settings(("Năm", 2024)), units(("Tam Đa", None), ("Sơn Nam", None)))
    turn = turned(grids, read(grids, today=date(2024, 12, 20)), 2025, {})
    assert [line["Đơn vị"] for line in cells(turn, "Đơn vị")] == ["Tam Đa", "Sơn Nam"]
    assert turn.left_out == ()


@pytest.fixture(scope="module")
def old(tmp_path_factory):
    path = tmp_path_factory.mktemp("old") / "so-2024.xlsx"
    write_workbook(path, with_sample=True)
    return path


def made(path, *options):
    assert provision.main(["workbook", str(path), *options]) == 0
    return path


def test_the_year_after_the_example_and_its_first_report(old, tmp_path, capsys):
    before = hashlib.sha256(old.read_bytes()).digest()
    new = made(tmp_path / "so-2025.xlsx", "--year", "2025", "--from", str(old))
    again = made(tmp_path / "lai.xlsx", "--year", "2025", "--from", str(old))
    assert new.read_bytes() == again.read_bytes()
    assert hashlib.sha256(old.read_bytes()).digest() == before
    said = capsys.readouterr().out.splitlines()
    assert said[0] == "Không chuyển sang sổ mới, vì hết hiệu lực trước đó: Hồng Lạc, Vân Sơn."
    assert said[1] == (
        "Việc giao tại các kỳ họp chưa xong, chuyển sang nguyên hạn cũ: "
        "NV22, NV24, NV25 (18 nơi chưa xong)."
    )
    book = read(read_workbook(new), today=date(2025, 4, 15))
    assert (book.problems, len(book.entries), book.settings.year) == ((), 0, 2025)
    assert (book.items["kind"] == "report").sum() == 14
    where = ["--workbook", str(new), "--as-of", "15/4/2025", "--today", "15/4/2025"]
    report.main([*where, "--out", str(tmp_path / "first.json")])
    told = json.loads((tmp_path / "first.json").read_text("utf-8"))
    owed = [one for one in told["obligations"] if one["code"] == "T04"]
    assert {(one["due"], one["state"]) for one in owed} == {("2025-04-09", "overdue")}
    assert len(told["units"]) == 30
    decided = [one["owner"] for one in told["obligations"] if one["code"] == "NV25"]
    assert (len(decided), "Tam Đa" in decided) == (18, False)
    report.main([*where, "--format", "docx", "--period", "T04", "--out", str(tmp_path / "1.docx")])
    texts = [paragraph.text for paragraph in Document(str(tmp_path / "1.docx")).paragraphs]
    assert any("tháng 4 năm 2025" in text for text in texts)


def test_each_owner_gets_its_lines_of_the_new_year(old, tmp_path):
    new = made(tmp_path / "so.xlsx", "--per-owner", "--year", "2025", "--from", str(old))
    grids = {grid.title: grid for grid in read_workbook(new)}
    assert "Tiến độ – Hồng Sơn" in grids
    assert "Tiến độ – Hồng Lạc" not in grids
    lines = {str(row[0])[:3]: row for row in grids["Tiến độ – Tam Đa"].rows[1:]}
    assert "Ngày cuối cùng đúng hạn 09/04/2025" in lines["T04"]


def test_a_plan_of_two_levels_is_made_from_its_files(tmp_path):
    new = made(tmp_path / "so.xlsx", "--plan", str(TWO_LEVELS))
    book = read(read_workbook(new), today=date(2026, 4, 15))
    assert book.problems == ()
    assert book.groups == ("Phường", "Xã", "Đặc khu")
    assert book.unit_labels[0] == "P. Hạ Long"
    assert book.unit_labels[-1] == "Đặc khu Cô Tô"
    assert (book.settings.year, book.settings.standing_agency) == (2026, "Công an tỉnh")


def test_a_plan_as_excel_saves_it_is_the_same(tmp_path):
    folder = tmp_path / "excel"
    shutil.copytree(TWO_LEVELS, folder)
    units_file = folder / "units.csv"
    rows = units_file.read_text("utf-8").replace(",", ";")
    units_file.write_bytes(rows.encode("utf-8-sig"))
    one = made(tmp_path / "a.xlsx", "--plan", str(TWO_LEVELS))
    two = made(tmp_path / "b.xlsx", "--plan", str(folder))
    assert one.read_bytes() == two.read_bytes()


@pytest.mark.parametrize(
    ("file", "was", "now", "said"),
    [
        ("criteria.csv", "31/03/2026", "31/02/2026", "Tệp criteria.csv, dòng 2: "),
        ("units.csv", "Nhóm", "Khối", "Tệp units.csv, dòng 1: Trang thiếu cột bắt buộc “Nhóm”"),
        ("tasks.csv", "Sở Nội vụ", "Sở Lạ", "Tệp tasks.csv, dòng 3: Không nhận ra “Sở Lạ”"),
    ],
)
def test_what_is_wrong_in_a_plan_is_told_by_file_and_line(tmp_path, capsys, file, was, now, said):
    folder = tmp_path / "plan"
    shutil.copytree(TWO_LEVELS, folder)
    (folder / file).write_text((folder / file).read_text("utf-8").replace(was, now, 1), "utf-8")
    assert provision.main(["workbook", str(tmp_path / "so.xlsx"), "--plan", str(folder)]) == 2
    assert capsys.readouterr().err.startswith(said)
    assert not (tmp_path / "so.xlsx").exists()


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (["--year", "2025"], "Lệnh chưa đúng."),
        (["--from", "{old}"], "Lệnh chưa đúng."),
        (["--with-sample", "--year", "2025", "--from", "{old}"], "Lệnh chưa đúng."),
        (["--plan", "x", "--year", "2025", "--from", "{old}"], "Lệnh chưa đúng."),
        (["--year", "2024", "--from", "{old}"], "Năm 2024 phải sau năm 2024"),
        (["--year", "2100", "--from", "{old}"], "Năm 2100 phải sau năm 2024"),
        (["--year", "2025", "--from", "khong-co.xlsx"], "Không tìm thấy tệp khong-co.xlsx"),
        (["--plan", "khong-co"], "Không đọc được kế hoạch trong thư mục “khong-co”"),
    ],
)
def test_a_wrong_call_makes_nothing(old, tmp_path, capsys, options, said):
    path = tmp_path / "so.xlsx"
    called = [option.format(old=old) for option in options]
    assert provision.main(["workbook", str(path), *called]) == 2
    assert said in capsys.readouterr().err
    assert not path.exists()


def test_a_blank_spreadsheet_becomes_next_years_sheet(old, tmp_path, capsys):
    with StandIn(Spreadsheet()) as server:
        server.spreadsheet.add("Trang tính1")
        server.spreadsheet.shared_with[server.account.email] = "writer"
        secrets = server.write_secrets(tmp_path / "secrets.toml")
        where = ["google", server.spreadsheet.id, "--secrets", str(secrets)]
        asked = [*where, "--year", "2025", "--from", str(old)]
        assert provision.main(asked) == 0
        book = read(GoogleSheet(read_configuration(secrets)).read(), today=date(2025, 1, 2))
        assert (book.problems, book.settings.year, len(book.entries)) == ((), 2025, 0)
        capsys.readouterr()
        assert provision.main(asked) == 0
        assert capsys.readouterr().out.endswith("Không có gì phải sửa.\n")
        assert provision.main([*where, "--year", "2026", "--from", str(old)]) == 2
        assert capsys.readouterr().err.startswith("Bảng tính này đã là một sổ khác (Kế hoạch")
        assert provision.main([*where, "--year", "2026", "--from", server.spreadsheet.id]) == 2
        assert "một bảng tính khác sổ cũ" in capsys.readouterr().err


def test_a_spreadsheet_becomes_the_next_ones_beside_it_and_stays_as_it_is(old, tmp_path, capsys):
    before, after = from_workbook(old, id=f"{Spreadsheet.id}_2024"), Spreadsheet()
    after.add("Trang tính1")
    with StandIn(after, before) as server:
        for each in (before, after):
            each.shared_with[server.account.email] = "writer"
        secrets = server.write_secrets(tmp_path / "secrets.toml")
        kept = before.copied().sheets
        where = ["google", after.id, "--secrets", str(secrets)]
        assert provision.main([*where, "--year", "2025", "--from", before.id]) == 0
        assert "Hồng Lạc, Vân Sơn" in capsys.readouterr().out
        book = read(GoogleSheet(read_configuration(secrets)).read(), today=date(2025, 1, 2))
        assert (book.problems, book.settings.year, len(book.entries)) == ((), 2025, 0)
        assert before.sheets == kept


def test_a_unit_renamed_as_the_guide_says_keeps_what_it_wrote():
    book = read(
        (
            settings(("Năm", 2024)),
            units(("Tân Trào Mới", "A", "Tân Trào"), head="Đơn vị | Nhóm | Tên gọi khác"),
            agencies(),
            criteria(("TC1", "Đường", "30/6/2024")),
            tasks(("NV1", "Sơ kết", "Tân Trào", "30/6/2024")),
            progress(("1/6/2024", "Tân Trào", "TC1", "Đạt", None)),
            progress(("2/6/2024", "", "NV1", "Xong", None), title="Tiến độ – Tân Trào"),
        ),
        today=date(2024, 7, 1),
    )
    assert book.problems == ()
    assert book.entries["owner"].tolist() == [0, 0]


REFORMED = (
    settings(("Năm", 2025)),
    units(
        ("An Bình", "Nhóm 1", None, "30/06/2025", "An Bình", None),
        ("Phú Lộc", "Nhóm 2", None, "30/06/2025", "An Bình", None),
        ("An Bình", "Nhóm 1", "01/07/2025", None, None, "Phú Lộc"),
        head="Đơn vị | Nhóm | Hiệu lực từ | Hiệu lực đến | Sáp nhập vào | Tên gọi khác",
    ),
    agencies(),
    criteria(
        ("TC1", "Đường", "30/9/2025", "An Bình; Phú Lộc"), head="Mã | Tiêu chí | Hạn | Áp dụng cho"
    ),
    progress(
        ("1/6/2025", "An Bình", "TC1", "Đạt", None),
        ("1/6/2025", "Phú Lộc", "TC1", "Đang làm", 40),
    ),
)


def test_a_reform_as_the_guide_says_and_the_year_after():
    book = read(REFORMED, today=date(2025, 12, 20))
    assert book.problems == ()
    (unit,) = assess(book, as_of=date(2025, 8, 1)).cells.itertuples()
    assert (unit.unit, unit.progress) == ("An Bình", 40)
    turn = turned(REFORMED, book, 2026, {})
    assert [line["Đơn vị"] for line in cells(turn, "Đơn vị")] == ["An Bình"]
    assert [line["Áp dụng cho"] for line in cells(turn, "Tiêu chí")] == ["An Bình"]
    after = read([table.grid() for table in turn.tables] + [progress()], today=date(2026, 1, 5))
    assert after.problems == ()
    assert len(assess(after, as_of=date(2026, 1, 5)).cells) == 1

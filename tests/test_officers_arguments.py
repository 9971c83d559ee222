"""Every command takes dates, names and filters as officers write them, and a folder of workbooks."""

import json
from pathlib import Path

import pytest

from lib import remind, report
from lib.source.lists import LEADING
from tests.builders import agencies, criteria, periods, progress, saved, spreadsheet, units


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    leading = spreadsheet(
        units(
            ("Tam Đa", "Xã", "Vùng thấp", None),
            ("Sơn Dương", "Thị trấn", "Vùng cao", "Thị trấn huyện lỵ"),
            head="Đơn vị | Loại | Nhóm | Tên gọi khác",
        ),
        agencies(("Phòng Văn hóa", "Có")),
        criteria(("TC01", "Đường làng", "1/9/2024")),
        periods(("T9", "Tháng 9/2024", "10/9/2024", "Tất cả")),
        progress(),
    )
    saved(tmp_path / LEADING, leading)
    saved(tmp_path / "Xã Tam Đa.xlsx", [progress(("1/8/2024", None, "TC01", "Đạt"))])
    (tmp_path / "Khu vực 1.xlsx").write_bytes(b"no workbook")
    return tmp_path


def told(folder: Path, *options: str) -> dict:
    out = folder / "out.json"
    usual = ["--workbook", str(folder), "--today", "20/9/2024", "--out", str(out)]
    report.main([*usual, *options])
    return json.loads(out.read_text("utf-8"))


def test_a_folder_is_reported_of_as_one_and_what_it_lacks_is_told(folder: Path, capsys) -> None:
    found = told(folder)
    assert [(each["unit"], each["met"]) for each in found["units"]] == [
        ("Tam Đa", 1),
        ("Sơn Dương", 0),
    ]
    said = capsys.readouterr().err
    assert said.startswith("Sổ “Khu vực 1”: Tệp Khu vực 1.xlsx không phải tệp Excel")
    assert "chưa đọc được lần nào" in said


@pytest.mark.parametrize("day", ["15/9/2024", "15.9.2024", "15-9-24", "15 tháng 9 năm 2024"])
def test_dates_are_written_as_in_the_sheet(folder: Path, day: str) -> None:
    assert told(folder, "--as-of", day, "--previous", "15/8/2024")["as_of"] == "2024-09-15"


@pytest.mark.parametrize(
    ("options", "owners"),
    [
        (["--unit", "x. tam da"], {"Tam Đa"}),
        (["--unit", "UBND xã Tam Đa"], {"Tam Đa"}),
        (["--unit", "huyện lỵ"], set()),
        (["--unit", "thị trấn huyện lỵ"], {"Sơn Dương"}),
        (["--group", "vung thap"], {"Tam Đa"}),
        (["--agency", "phong van hoa"], {"Phòng Văn hóa"}),
    ],
    ids=lambda told: " ".join(told) if isinstance(told, list) else None,
)
def test_report_and_reminders_take_the_same_names_and_filters(
    folder: Path, capsys, options: list[str], owners: set[str]
) -> None:
    usual = ["--workbook", str(folder), "--today", "20/9/2024", "--as-of", "15/9/2024"]
    reminding = [*usual, "--secrets", str(folder / "none.toml"), "--log", str(folder / "log")]
    if not owners:
        for command in (
            lambda: told(folder, *options),
            lambda: remind.main([*reminding, *options]),
        ):
            with pytest.raises(SystemExit) as ended:
                command()
            assert ended.value.code == 2
        return
    found = {each["owner"] for each in told(folder, *options)["obligations"]}
    assert found == owners
    for form, name in (("ics", "a.ics"), ("xlsx", "a.xlsx"), ("reminders", "a.txt")):
        out = str(folder / name)
        report.main([*usual, "--format", form, "--out", out, *options])
        assert (folder / name).stat().st_size > 0
    capsys.readouterr()
    remind.main([*reminding, *options])
    assert all(owner in capsys.readouterr().err for owner in owners)


@pytest.mark.parametrize("form", ["ics", "letters", "reminders"])
@pytest.mark.parametrize("name", ["tt. son duong", "Thị trấn huyện lỵ", "phòng văn hóa"])
def test_an_owner_goes_by_any_of_its_names(folder: Path, form: str, name: str) -> None:
    out = folder / "out.file"
    usual = ["--workbook", str(folder), "--today", "20/9/2024", "--format", form]
    report.main([*usual, "--owner", name, "--out", str(out)])
    assert out.stat().st_size > 0

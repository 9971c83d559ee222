"""`python -m lib.memory`: what is recorded, what is listed, and how it refuses."""

import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from lib.memory.__main__ import main
from lib.memory.files import Memory
from lib.memory.place import WORKBOOK
from lib.source.workbook import read_workbook
from tests.builders import progress, saved, settings, spreadsheet

JUNE, JULY = date(2024, 6, 30), date(2024, 7, 31)
LOG = (("1/6/2024", "Tam Đa", "TC01", "Đạt"),)


@pytest.fixture
def book(tmp_path: Path) -> Path:
    return saved(tmp_path / "sổ.xlsx", spreadsheet(settings(("Năm", 2024)), progress(*LOG)))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "ghi nhớ"


@pytest.fixture(autouse=True)
def nothing_configured(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DASHBOARD_SECRETS", "[access]\n")
    monkeypatch.setenv("DASHBOARD_DATA", str(tmp_path / "data"))
    monkeypatch.delenv("DASHBOARD_MEMORY_DAYS")


def said(capsys: pytest.CaptureFixture[str], *arguments: object) -> str:
    """Run the command, which must succeed without a word on stderr."""
    main([str(each) for each in arguments])
    told = capsys.readouterr()
    assert told.err == ""
    return told.out.removesuffix("\n")


def refused(capsys: pytest.CaptureFixture[str], *arguments: object) -> str:
    with pytest.raises(SystemExit) as stop:
        main([str(each) for each in arguments])
    told = capsys.readouterr()
    assert (stop.value.code, told.out, told.err.count("\n")) == (2, "", 1)
    return told.err.removesuffix("\n")


def test_a_day_is_recorded_once_and_then_a_line(book: Path, folder: Path, capsys):
    def record(day: str) -> str:
        return said(capsys, "record", "--workbook", book, "--day", day, "--folder", folder)

    assert record("30/6/2024") == "Đã ghi nhớ sổ ngày 30/06/2024."
    assert record("30/6/2024") == "Sổ ngày 30/06/2024 đã được ghi nhớ, không có gì mới."
    assert record("31/7/2024") == (
        "Đã ghi nhớ ngày 31/07/2024: sổ không đổi so với ngày ghi nhớ trước."
    )
    memory = Memory(folder, identity=WORKBOOK)
    assert memory.days() == (JUNE, JULY)
    assert memory.read(JULY).grids == read_workbook(book)


def test_days_are_listed_with_what_is_wrong_with_them(book: Path, folder: Path, capsys):
    for day in ("30/6/2024", "31/7/2024", "31/8/2024"):
        said(capsys, "record", "--workbook", book, "--day", day, "--folder", folder)
    damaged = next(folder.glob("*/2024-08-31*"))
    damaged.write_bytes(damaged.read_bytes()[:20])
    damaged.rename(damaged.with_name("2024-07-15.json.gz"))
    head, june, middle, july = said(capsys, "list", "--folder", folder).splitlines()
    assert head == "Sổ: tệp Excel – 3 ngày"
    assert june.startswith("30/06/2024  đọc lúc ")
    assert june.endswith(" kB")
    assert middle == "15/07/2024  bỏ qua: tệp bị hỏng"
    assert july.endswith("như ngày 30/06/2024")


def test_an_empty_folder_is_told_and_not_made(folder: Path, capsys):
    assert said(capsys, "list", "--folder", folder) == f"Chưa ghi nhớ ngày nào trong {folder}."
    assert not folder.exists()


def test_without_a_folder_it_lies_among_the_apps_data(book: Path, tmp_path: Path, capsys):
    said(capsys, "record", "--workbook", book, "--day", "2024-06-30")
    assert Memory(tmp_path / "data" / ".memory", identity=WORKBOOK).days() == (JUNE,)


def test_a_named_files_folder_and_days_are_taken(book: Path, folder: Path, tmp_path: Path, capsys):
    secrets = tmp_path / "secrets.toml"
    secrets.write_text(f'[memory]\nfolder = "{folder.as_posix()}"\ndays = 1\n', "utf-8")
    for day in ("30/6/2024", "31/7/2024"):
        said(capsys, "record", "--workbook", book, "--day", day, "--secrets", secrets)
    assert Memory(folder, identity=WORKBOOK).days() == (JULY,)
    assert "31/07/2024" in said(capsys, "list", "--secrets", secrets)


def test_a_file_in_the_folders_place_is_refused(book: Path, capsys):
    for command in (("record", "--workbook", book), ("list",)):
        sentence = refused(capsys, *command, "--folder", book)
        assert sentence == f"{book} không phải thư mục ghi nhớ."


def test_a_day_to_come_is_refused(book: Path, folder: Path, capsys):
    sentence = refused(
        capsys, "record", "--workbook", book, "--day", "1/1/2099", "--folder", folder
    )
    assert "01/01/2099 (--day) chưa tới" in sentence
    assert not folder.exists()


def test_a_workbook_that_is_not_there_is_refused(tmp_path: Path, folder: Path, capsys):
    gone = tmp_path / "không có.xlsx"
    assert "không có.xlsx" in refused(capsys, "record", "--workbook", gone, "--folder", folder)
    assert not folder.exists()


@pytest.mark.parametrize(
    "text",
    ["[memory]\ndays = -1\n", '[memory]\ndays = "nhiều"\n', "[memory]\nplace = 1\n"],
    ids=["less than none", "no number", "unknown field"],
)
def test_a_wrong_configuration_is_refused(text: str, tmp_path: Path, capsys):
    secrets = tmp_path / "secrets.toml"
    secrets.write_text(text, "utf-8")
    assert "memory." in refused(capsys, "list", "--secrets", secrets)


def test_it_runs_as_a_module(book: Path, folder: Path):
    command = [sys.executable, "-m", "lib.memory", "record", "--workbook", str(book)]
    command += ["--day", "30/6/2024", "--folder", str(folder)]
    done = subprocess.run(command, check=False, capture_output=True, encoding="utf-8", timeout=60)
    assert (done.returncode, done.stderr) == (0, "")
    assert "Đã ghi nhớ sổ ngày 30/06/2024." in done.stdout

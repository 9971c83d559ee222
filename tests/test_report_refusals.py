"""When the report cannot be written: one sentence, exit code 2, no file (rules, 8)."""

import subprocess
import sys

import pytest

from lib.report import main
from lib.words import failures as command
from tests.builders import (
    criteria,
    saved,
    settings,
    spreadsheet,
    units,
)
from tests.source.packages import BOOK, FULL, MAIN, SHEET, packed


@pytest.fixture(scope="module")
def small(tmp_path_factory):
    path = tmp_path_factory.mktemp("small") / "Sổ theo dõi.xlsx"
    return saved(path, spreadsheet(settings(("Ngày số liệu", "15/9/2024"))))


def unhurried(said: str) -> str:
    """Take away what the command says only where a busy machine makes it wait."""
    waiting = (command.READING, command.WRITING)
    return "".join(line for line in said.splitlines(keepends=True) if line.rstrip() not in waiting)


def refusal(capsys, tmp_path, *arguments: str) -> str:
    """Run the command, which must fail (rules, 8); return its sentence."""
    before = sorted(tmp_path.rglob("*"))
    with pytest.raises(SystemExit) as stop:
        main(arguments)
    said = capsys.readouterr()
    assert (stop.value.code, unhurried(said.out)) == (2, "")
    assert sorted(tmp_path.rglob("*")) == before
    sentence = said.err.removesuffix("\n")
    assert sentence.strip()
    assert "\n" not in sentence
    assert "Traceback" not in sentence
    return sentence


def test_a_workbook_that_is_not_there(capsys, tmp_path):
    missing = tmp_path / "không có.xlsx"
    sentence = refusal(
        capsys, tmp_path, "--workbook", str(missing), "--out", str(tmp_path / "out.json")
    )
    assert "không có.xlsx" in sentence


@pytest.mark.parametrize(
    ("name", "content"),
    [
        pytest.param("text.xlsx", b"Ng\xc3\xa0y,\xc4\x90\xc6\xa1n v\xe1\xbb\x8b\n", id="text"),
        pytest.param("empty.xlsx", b"", id="empty"),
        pytest.param("half.xlsx", b"PK\x03\x04 half a file", id="damaged"),
    ],
)
def test_a_workbook_that_cannot_be_read(capsys, tmp_path, name, content):
    path = tmp_path / name
    path.write_bytes(content)
    sentence = refusal(
        capsys, tmp_path, "--workbook", str(path), "--out", str(tmp_path / "out.json")
    )
    assert name in sentence


NO_SHEETS = f'<workbook xmlns="{MAIN}"><sheets/></workbook>'
ODD_RULES = (
    "</sheetData><dataValidations><dataValidation/></dataValidations><extLst><ext/></extLst>"
)


@pytest.mark.parametrize(
    "parts",
    [
        pytest.param(FULL | {BOOK: NO_SHEETS}, id="no worksheets"),
        pytest.param(FULL | {SHEET: FULL[SHEET][:200]}, id="half a worksheet"),
        pytest.param(FULL | {SHEET: "<!DOCTYPE x>" + FULL[SHEET]}, id="a document type"),
        pytest.param({"a.txt": ""}, id="some archive"),
    ],
)
def test_a_package_that_holds_no_report(capsys, tmp_path, parts):
    path = packed(tmp_path / "w.xlsx", parts)
    sentence = refusal(
        capsys, tmp_path, "--workbook", str(path), "--out", str(tmp_path / "out.json")
    )
    assert "w.xlsx" in sentence


@pytest.mark.parametrize(
    ("sheet", "code", "lines"),
    [
        pytest.param(FULL[SHEET].replace("</sheetData>", ODD_RULES), 0, 0, id="read"),
        pytest.param(FULL[SHEET][:200], 2, 1, id="refused"),
    ],
)
def test_no_library_speaks_beside_the_command(tmp_path, sheet, code, lines):
    path = packed(tmp_path / "w.xlsx", FULL | {SHEET: sheet})
    called = [sys.executable, "-W", "always", "-m", "lib.report", "--workbook", str(path)]
    ended = subprocess.run(
        [*called, "--out", str(tmp_path / "out.json")], capture_output=True, text=True, check=False
    )
    assert (ended.returncode, ended.stderr.count("\n")) == (code, lines)
    assert unhurried(ended.stdout) == ""
    assert (tmp_path / "out.json").exists() == (code == 0)


def test_a_folder_without_its_leading_workbook_is_refused(capsys, tmp_path):
    refusal(capsys, tmp_path, "--workbook", str(tmp_path), "--out", str(tmp_path / "out.json"))


@pytest.mark.parametrize(
    "arguments",
    [
        pytest.param(["--as-of", "9/15/2024"], id="the month first"),
        pytest.param(["--as-of", "15/9"], id="a day without its year"),
        pytest.param(["--as-of", "45550"], id="a serial number"),
        pytest.param(["--as-of", "2024-02-30"], id="no such day"),
        pytest.param(["--as-of", "31-2-2024"], id="no such day, the day first"),
        pytest.param(["--today", "hôm nay"], id="a word for today"),
        pytest.param(["--previous", "2024"], id="a year"),
        pytest.param(["--as-of"], id="a date is missing"),
        pytest.param(["--format", "xml"], id="another format"),
        pytest.param(["--google"], id="two sources"),
        pytest.param(["--colour"], id="an unknown option"),
        pytest.param(["--as-of", "2024-09-15", "--previous", "2024-09-15"], id="the same date"),
        pytest.param(["--as-of", "2024-09-15", "--previous", "2024-09-16"], id="a later date"),
        pytest.param(["--previous", "2024-09-15"], id="not earlier than the sheet's date"),
    ],
)
def test_wrong_arguments(capsys, tmp_path, small, arguments):
    usual = ["--workbook", str(small), "--today", "2024-09-20", "--out", str(tmp_path / "out.json")]
    refusal(capsys, tmp_path, *usual, *arguments)


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("9/15/2024", "“9/15/2024” không phải ngày có thật; ghi ngày trước, tháng sau"),
        ("15/9", "“15/9” thiếu năm"),
        ("1/1/1999", "“1/1/1999” nằm ngoài các năm 2000–2099"),
    ],
)
def test_a_date_is_refused_with_what_is_wrong_with_it(capsys, tmp_path, small, text, why):
    out = str(tmp_path / "out.json")
    usual = ["--workbook", str(small), "--out", out]
    assert why in refusal(capsys, tmp_path, *usual, "--as-of", text)


@pytest.mark.parametrize("form", ["letters", "reminders"])
def test_an_answer_is_not_asked_for_before_the_day_of_the_numbers(capsys, tmp_path, small, form):
    asked = ("--format", form, "--answer-by", "14/9/2024", "--out", str(tmp_path / "out.docx"))
    sentence = refusal(capsys, tmp_path, "--workbook", str(small), *asked)
    assert sentence == "Hạn trả lời (--answer-by) không được trước ngày 15/09/2024."


@pytest.mark.parametrize("day", ["9999-12-31", "2100-01-01", "1999-12-31", "0001-01-01"])
@pytest.mark.parametrize("option", ["--as-of", "--previous", "--today"])
def test_a_date_outside_the_century_is_refused(capsys, tmp_path, small, option, day):
    out = str(tmp_path / "out.docx")
    sentence = refusal(
        capsys, tmp_path, "--workbook", str(small), "--out", out, "--format", "docx", option, day
    )
    assert f"“{day}” nằm ngoài các năm 2000–2099" in sentence


@pytest.mark.parametrize("missing", ["--workbook", "--out"])
def test_a_missing_argument(capsys, tmp_path, small, missing):
    given = {"--workbook": str(small), "--out": str(tmp_path / "out.json")}
    del given[missing]
    sentence = refusal(capsys, tmp_path, *(part for pair in given.items() for part in pair))
    assert missing in sentence


def test_a_place_that_cannot_be_written(capsys, tmp_path, small):
    out = tmp_path / "nowhere" / "out.json"
    refusal(capsys, tmp_path, "--workbook", str(small), "--out", str(out))


@pytest.mark.parametrize("name", ["", "there", "file/x.json", "n" * 300])
def test_a_name_that_no_file_can_have(capsys, tmp_path, small, monkeypatch, name):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "there").mkdir()
    (tmp_path / "file").touch()
    refusal(capsys, tmp_path, "--workbook", str(small), "--out", name)


def test_a_file_may_have_a_name_as_long_as_may_be(tmp_path, small):
    out = tmp_path / ("n" * 250 + ".json")
    main(["--workbook", str(small), "--out", str(out)])
    assert out.read_bytes().startswith(b"{")


def test_google_without_a_configuration(capsys, tmp_path):
    refusal(
        *(capsys, tmp_path, "--google", "--secrets", str(tmp_path / "none.toml")),
        *("--out", str(tmp_path / "out.json")),
    )


@pytest.mark.parametrize("owner", [(), ("--owner", "Tam Đa")], ids=["nobody late", "not this one"])
def test_no_letter_is_written_to_who_is_not_late(capsys, tmp_path, owner: tuple[str, ...]):
    late = ("TC01", "Kế hoạch", "15/10/2024" if not owner else "1/9/2024", "Sơn Nam")
    grids = (
        settings(("Ngày số liệu", "15/9/2024")),
        units(("Tam Đa", "A"), ("Sơn Nam", "A")),
        criteria(late, head="Mã | Tiêu chí | Hạn | Áp dụng cho"),
    )
    path = saved(tmp_path / "so.xlsx", spreadsheet(*grids))
    asked = ("--format", "letters", *owner, "--out", str(tmp_path / "cong-van.docx"))
    assert refusal(capsys, tmp_path, "--workbook", str(path), *asked) == command.NO_LETTER

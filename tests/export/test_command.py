"""The command line exports every form, and refuses in one sentence."""

import json
from pathlib import Path

import icalendar
import pytest
from docx import Document
from openpyxl import load_workbook

from lib.report import main
from lib.template.workbook import write_workbook


@pytest.fixture(scope="module")
def workbook(tmp_path_factory) -> Path:
    path = tmp_path_factory.mktemp("sample") / "sample.xlsx"
    write_workbook(path, with_sample=True)
    return path


def run(workbook: Path, out: Path, *options: str) -> Path:
    arguments = ["--workbook", str(workbook), "--as-of", "2024-09-15", "--today", "2024-09-20"]
    main([*arguments, *options, "--out", str(out)])
    return out


def refused(capsys, workbook: Path, out: Path, *options: str) -> str:
    with pytest.raises(SystemExit) as left:
        run(workbook, out, *options)
    assert left.value.code == 2
    assert not out.exists()
    (sentence,) = capsys.readouterr().err.splitlines()
    return sentence


def test_json_is_the_default(workbook, tmp_path):
    said = json.loads(run(workbook, tmp_path / "report.json").read_text("utf-8"))
    assert (said["as_of"], said["previous"]) == ("2024-09-15", "2024-08-15")
    assert len(said["units"]) == 30
    assert "filters" not in said


def test_docx_for_a_period(workbook, tmp_path):
    out = run(workbook, tmp_path / "report.docx", "--format", "docx", "--period", "6T")
    title = Document(str(out)).paragraphs[1].text
    assert title.startswith("Sơ kết 6 tháng đầu năm 2024 thực hiện Kế hoạch")


def test_xlsx(workbook, tmp_path):
    out = run(workbook, tmp_path / "annexes.xlsx", "--format", "xlsx")
    assert load_workbook(out).sheetnames[0] == "Xếp hạng"


@pytest.mark.parametrize("name", ["Sơn Dương", "TT Sơn Dương", "tt  sơn dương"])
def test_ics_of_an_owner_by_either_name(workbook, tmp_path, name):
    out = run(workbook, tmp_path / "one.ics", "--format", "ics", "--owner", name)
    written = icalendar.Calendar.from_ical(out.read_bytes())
    assert str(written["x-wr-calname"]) == "Hạn công việc – TT Sơn Dương"


def test_ics_of_everyone(workbook, tmp_path):
    out = run(workbook, tmp_path / "all.ics", "--format", "ics")
    written = icalendar.Calendar.from_ical(out.read_bytes())
    events = list(written.walk("VEVENT"))
    assert len(events) > 500
    assert not [event for event in events if "✔" in event["summary"]]


@pytest.mark.parametrize("form", ["docx", "xlsx", "ics", "json"])
def test_same_call_gives_the_same_bytes(workbook, tmp_path, form):
    one = run(workbook, tmp_path / f"1.{form}", "--format", form).read_bytes()
    assert run(workbook, tmp_path / f"2.{form}", "--format", form).read_bytes() == one


@pytest.mark.parametrize(
    ("options", "part"),
    [
        pytest.param(["--format", "ics", "--owner", "Xyz"], "“Xyz”", id="unknown owner"),
        pytest.param(["--format", "docx", "--period", "X9"], "“X9”", id="unknown period"),
        pytest.param(["--owner", "Tam Đa"], "--format ics", id="owner without a calendar"),
        pytest.param(["--period", "Q3"], "--format docx", id="period without a report"),
        pytest.param(["--format", "pdf"], "(--format)", id="unknown form"),
        pytest.param(["--previous", "2024-09-15"], "--previous", id="previous not earlier"),
        pytest.param(["--previous", "15/9/2024"], "15/9/2024", id="not a date"),
    ],
)
def test_what_cannot_be_done_is_refused(capsys, workbook, tmp_path, options, part):
    assert part in refused(capsys, workbook, tmp_path / "out", *options)


def test_missing_workbook_is_refused(capsys, tmp_path):
    gone = tmp_path / "gone.xlsx"
    assert "gone.xlsx" in refused(capsys, gone, tmp_path / "out", "--format", "xlsx")


def test_unwritable_place_is_refused(capsys, workbook, tmp_path):
    out = tmp_path / "nowhere" / "report.json"
    assert "nowhere" in refused(capsys, workbook, out)

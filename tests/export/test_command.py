"""The command line exports every form, and refuses in one sentence."""

import json
from datetime import date, datetime
from functools import partial
from pathlib import Path

import icalendar
import pytest
from docx import Document
from openpyxl import load_workbook

from lib.command import ZONE
from lib.export import machine
from lib.export.briefing import briefing
from lib.export.calendar import calendar
from lib.export.document import document
from lib.export.dossier import dossier_document
from lib.export.layout import layout
from lib.export.letters import letters_archive, letters_document
from lib.export.reminders import reminders_text
from lib.export.spreadsheet import spreadsheet
from lib.export.spreadsheet_appraisal import appraisal_list
from lib.report import main
from lib.sheet.schema import APPRAISALS
from lib.sheet.tabs import recognised
from lib.source.workbook import read_workbook
from lib.template.workbook import write_workbook
from lib.view.dossier import dossier
from lib.view.reminders import Demand


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
    assert title.startswith("Sơ kết thực hiện Kế hoạch")
    assert title.endswith("6 tháng đầu năm 2024")


def test_docx_with_whole_annexes(book, workbook, tmp_path):
    out = run(workbook, tmp_path / "whole.docx", "--format", "docx", "--whole")
    assert out.read_bytes() == document(briefing(book, as_of=date(2024, 9, 15)), whole=True)


def test_xlsx(workbook, tmp_path):
    out = run(workbook, tmp_path / "annexes.xlsx", "--format", "xlsx")
    assert load_workbook(out).sheetnames[0] == "Xếp hạng"


@pytest.mark.parametrize(
    "name",
    [
        "Sơn Dương",
        "TT Sơn Dương",
        "tt  sơn dương",
        "son duong",
        "UBND thị trấn Sơn Dương",
        "son du",
    ],
)
def test_ics_of_an_owner_by_any_name(workbook, tmp_path, name):
    out = run(workbook, tmp_path / "one.ics", "--format", "ics", "--owner", name)
    written = icalendar.Calendar.from_ical(out.read_bytes())
    assert str(written["x-wr-calname"]) == "Hạn công việc – TT Sơn Dương"


def test_ics_of_everyone(workbook, tmp_path):
    out = run(workbook, tmp_path / "all.ics", "--format", "ics")
    written = icalendar.Calendar.from_ical(out.read_bytes())
    events = list(written.walk("VEVENT"))
    assert len({event["uid"] for event in events}) == len(events) < 100
    left = [event for event in events if event["status"] == "CONFIRMED"]
    assert left
    assert not [event for event in left if "✔" in event["summary"]]


@pytest.mark.parametrize(
    "day", ["15/9/2024", "15-9-2024", "15.09.24", "2024-09-15", "ngày 15 tháng 9 năm 2024"]
)
def test_dates_are_written_as_in_the_sheet(workbook, tmp_path, day):
    out = run(workbook, tmp_path / "report.json", "--as-of", day, "--previous", "15/8/2024")
    said = json.loads(out.read_text("utf-8"))
    assert (said["as_of"], said["previous"]) == ("2024-09-15", "2024-08-15")


FILTERS = {
    "group": (["--group", "tao tien de"], {"group": "Tạo tiền đề"}),
    "unit": (["--unit", "son duong"], {"unit": "TT Sơn Dương"}),
    "agency": (["--agency", "phong noi vu"], {"agency": "Phòng Nội vụ"}),
    "group and agency": (
        ["--group", "xây dựng", "--agency", "CÔNG AN HUYỆN"],
        {"group": "Xây dựng điển hình", "agency": "Công an huyện"},
    ),
}


WRITTEN = {
    "json": lambda told: machine.write(machine.briefed(told)).encode(),
    "docx": document,
    "xlsx": spreadsheet,
    "ics": partial(calendar, at=datetime(2024, 9, 20, tzinfo=ZONE)),
}


@pytest.mark.parametrize(("options", "chosen"), FILTERS.values(), ids=FILTERS)
def test_filters_give_what_the_page_gives(book, workbook, tmp_path, options, chosen):
    told = briefing(book, as_of=date(2024, 9, 15), **chosen)
    forms = WRITTEN if len(chosen) > 1 else ["json"]
    for form in forms:
        out = run(workbook, tmp_path / f"out.{form}", *options, "--format", form)
        assert out.read_bytes() == WRITTEN[form](told)


def test_reminders_of_an_agencys_part(book, workbook, tmp_path):
    options = ["--format", "reminders", "--agency", "phong noi vu", "--answer-by", "1/10/2024"]
    out = run(workbook, tmp_path / "reminders.txt", *options)
    told = briefing(book, as_of=date(2024, 9, 15), agency="Phòng Nội vụ")
    assert out.read_bytes() == reminders_text(told, Demand(date(2024, 10, 1)))
    assert "chậm nhất ngày 01/10/2024" in out.read_text("utf-8")


def test_letters_in_one_file_or_one_each(book, workbook, tmp_path):
    told = briefing(book, as_of=date(2024, 9, 15), group="Tạo tiền đề")
    options = ["--format", "letters", "--group", "tạo tiền đề"]
    together = run(workbook, tmp_path / "letters.docx", *options)
    assert together.read_bytes() == letters_document(told)
    each = run(workbook, tmp_path / "letters.zip", *options)
    assert each.read_bytes() == letters_archive(told)
    one = run(workbook, tmp_path / "one.docx", *options, "--owner", "tan thanh")
    assert one.read_bytes() == letters_document(told, owner="Tân Thanh")
    assert "Kính gửi: Ủy ban nhân dân xã Tân Thanh." in [
        p.text for p in Document(str(one)).paragraphs
    ]


def test_the_list_of_an_appraisal_session(book, workbook, tmp_path):
    options = ["--format", "appraisal", "--unit", "tam da", "--held-on", "20/9/2024"]
    out = run(workbook, tmp_path / "list.xlsx", *options)
    told = briefing(book, as_of=date(2024, 9, 15), unit="Tam Đa")
    sheet = layout(recognised(read_workbook(workbook)), APPRAISALS)
    assert out.read_bytes() == appraisal_list(told, sheet, held_on=date(2024, 9, 20))


def test_the_dossier_of_a_unit_says_aside_that_it_is_a_draft(book, workbook, tmp_path, capsys):
    options = ["--format", "dossier", "--unit", "tam da"]
    out = run(workbook, tmp_path / "dossier.docx", *options)
    told = briefing(book, as_of=date(2024, 9, 15), unit="Tam Đa")
    assert out.read_bytes() == dossier_document(told, dossier(told, "Tam Đa"))
    assert capsys.readouterr().err == (
        "Xã Tam Đa chưa đủ hồ sơ: 4 tiêu chí chưa đạt, 10 tiêu chí đạt chưa được thẩm định. Văn bản "
        "ghi DỰ THẢO, nêu tên từng mục còn thiếu.\n"
    )


@pytest.mark.parametrize("form", ["docx", "xlsx", "ics", "json", "appraisal"])
def test_same_call_gives_the_same_bytes(workbook, tmp_path, form):
    one = run(workbook, tmp_path / f"1.{form}", "--format", form).read_bytes()
    assert run(workbook, tmp_path / f"2.{form}", "--format", form).read_bytes() == one


@pytest.mark.parametrize(
    ("options", "part"),
    [
        pytest.param(["--format", "ics", "--owner", "Xyz"], "“Xyz”", id="unknown owner"),
        pytest.param(["--format", "docx", "--period", "X9"], "“X9”", id="unknown period"),
        pytest.param(
            ["--owner", "Tam Đa"],
            "--owner chỉ dùng với --format ics hoặc letters hoặc reminders",
            id="owner without a calendar",
        ),
        pytest.param(
            ["--answer-by", "20/9/2024"], "--answer-by chỉ dùng với", id="a day for no answer"
        ),
        pytest.param(["--period", "Q3"], "--format docx", id="period without a report"),
        pytest.param(["--format", "dossier"], "thêm --unit TÊN", id="a dossier of nobody"),
        pytest.param(
            ["--held-on", "20/9/2024"], "--format appraisal", id="a session's day without a list"
        ),
        pytest.param(
            ["--format", "appraisal", "--held-on", "14/9/2024"],
            "(--held-on) không được trước ngày số liệu",
            id="judged before it is declared",
        ),
        pytest.param(
            ["--format", "appraisal", "--as-of", "5/1/2024"],
            "chờ thẩm định trong phạm vi đã chọn; không ghi tệp nào",
            id="nothing to judge",
        ),
        pytest.param(["--whole"], "--whole chỉ dùng với", id="whole annexes without a report"),
        pytest.param(["--format", "pdf"], "(--format)", id="unknown form"),
        pytest.param(["--previous", "2024-09-15"], "--previous", id="previous not earlier"),
        pytest.param(["--previous", "31/2/2024"], "31/2/2024", id="not a date"),
        pytest.param(["--unit", "Xyz"], "“Xyz” (--unit)", id="unknown unit"),
        pytest.param(["--unit", "Công an huyện"], "(--unit)", id="an agency is no unit"),
        pytest.param(["--agency", "Tam Đa"], "(--agency)", id="a unit is no agency"),
        pytest.param(["--group", "nhóm nào"], "(--group)", id="unknown group"),
        pytest.param(
            ["--unit", "hop"], "Hợp Thành, Hợp Hòa; ghi đủ tên một nơi", id="one of several"
        ),
        pytest.param(["--unit", "Hồng Lạc"], "Không còn đơn vị, cơ quan nào", id="one merged away"),
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


@pytest.fixture(scope="module")
def held(workbook, tmp_path_factory) -> Path:
    """Give the example whose last meeting lies far back."""
    path = tmp_path_factory.mktemp("held") / "held.xlsx"
    book = load_workbook(workbook)
    for name, value, *_ in book["Cấu hình"].iter_rows():
        if name.value == "Ngày họp trước":
            value.value = "01/06/2024"
    book.save(path)
    return path


@pytest.mark.parametrize(("form", "asks"), [("docx", True), ("json", True), ("letters", False)])
def test_a_meeting_far_back_is_asked_about_until_one_is_given(capsys, held, tmp_path, form, asks):
    run(held, tmp_path / "out", "--format", form, "--group", "tao tien de")
    told = capsys.readouterr().err
    assert told == asks * (
        "Ngày họp trước ở trang Cấu hình là 01/06/2024, hơn hai tháng trước ngày số liệu 15/09/2024; "
        "đang so với ngày ấy. Nếu đã họp sau ngày ấy thì sửa ở Cấu hình; nếu đúng thì thêm --previous "
        "01/06/2024.\n"
    )
    run(
        held,
        tmp_path / "out",
        "--format",
        form,
        "--previous",
        "1/6/2024",
        "--group",
        "tao tien de",
    )
    assert capsys.readouterr().err == ""

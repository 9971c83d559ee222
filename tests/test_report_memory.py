"""`lib.report --memory FOLDER`: what earlier readings add to the report (rules, 9)."""

import io
import json
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest
from docx import Document

from lib.memory.files import Memory
from lib.memory.place import WORKBOOK
from lib.report import main
from tests import builders as sheet

HEAD = "Ngày | Đơn vị | Mã | Kết quả | Tiến độ (%)"
THEN = (("10/8/2024", "Tam Đa", "TC01", "Đang làm", 40),)
NOW = (
    ("10/8/2024", "Tam Đa", "TC01", "Đạt", None),
    ("9/8/2024", "Đại Phú", "T07", "Đã gửi", None),
    ("1/9/2024", "Tam Đa", "T07", "Đã gửi", None),
)
AHEAD = ("1/9/2024", "Tam Đa", "T07", "Đã gửi", None)


def grids(*log: tuple[object, ...]) -> Any:
    return sheet.spreadsheet(
        sheet.settings(("Năm", 2024)),
        sheet.units(("Tam Đa", "A"), ("Đại Phú", "A")),
        sheet.criteria(("TC01", "Đường làng", "31/12/2024")),
        sheet.periods(("T07", "Tháng 7/2024", "10/8/2024")),
        sheet.progress(*log, head=HEAD),
    )


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    memory = Memory(tmp_path / "memory", identity=WORKBOOK)
    for day, log in ((date(2024, 8, 14), THEN), (date(2024, 8, 20), (*NOW[:2], AHEAD))):
        memory.record(grids(*log), day, read_at=datetime(2024, 8, 20, tzinfo=UTC))
    return tmp_path / "memory"


def report(tmp_path: Path, folder: Path, form: str = "json", *more: str) -> bytes:
    workbook = sheet.saved(tmp_path / "so.xlsx", grids(*NOW))
    out = tmp_path / f"out.{form}"
    dates = ("--as-of", "15/9/2024", "--previous", "15/8/2024", "--today", "20/9/2024")
    told = ("--workbook", str(workbook), "--memory", str(folder), "--format", form)
    main((*told, *dates, *more, "--out", str(out)))
    return out.read_bytes()


def memory_of(content: bytes) -> dict[str, Any]:
    return json.loads(content)["memory"]


def test_the_part_of_the_report_is_as_the_rules_say(tmp_path: Path, folder: Path):
    before = sorted((file, file.stat().st_mtime_ns) for file in folder.rglob("*"))
    assert memory_of(report(tmp_path, folder)) == {
        "first": "2024-08-14",
        "last": "2024-08-20",
        "rewritten": {
            "known": "2024-08-14",
            "cells": [
                {
                    "unit": "Tam Đa",
                    "code": "TC01",
                    "then": {"status": "at_risk", "progress": 40.0, "date": "2024-08-10"},
                    "now": {"status": "met", "progress": 100.0, "date": "2024-08-10"},
                    "worksheet": "Tiến độ",
                    "row": 2,
                }
            ],
            "obligations": [
                {
                    "kind": "criterion",
                    "owner": "Tam Đa",
                    "code": "TC01",
                    "then": {"due": "2024-12-31", "state": "open", "done": None},
                    "now": {"due": "2024-12-31", "state": "done_on_time", "done": "2024-08-10"},
                },
                {
                    "kind": "report",
                    "owner": "Đại Phú",
                    "code": "T07",
                    "then": {"due": "2024-08-09", "state": "overdue", "done": None},
                    "now": {"due": "2024-08-09", "state": "done_on_time", "done": "2024-08-09"},
                },
            ],
            "units": [
                {
                    "unit": "Đại Phú",
                    "then": {"light": "amber", "rank": 2},
                    "now": {"light": "grey", "rank": 2},
                }
            ],
        },
        "written_late": [
            {
                "kind": "report",
                "owner": "Đại Phú",
                "code": "T07",
                "done": "2024-08-09",
                "seen": "2024-08-20",
            }
        ],
        "written_ahead": [
            {"owner": "Tam Đa", "code": "T07", "date": "2024-09-01", "seen": "2024-08-20"}
        ],
    }
    assert sorted((file, file.stat().st_mtime_ns) for file in folder.rglob("*")) == before


def test_filters_narrow_it(tmp_path: Path, folder: Path):
    told = memory_of(report(tmp_path, folder, "json", "--unit", "Đại Phú"))
    assert told["rewritten"]["cells"] == told["written_ahead"] == []
    assert [each["owner"] for each in told["rewritten"]["obligations"]] == ["Đại Phú"]


def test_an_empty_folder_tells_nothing_and_is_not_made(tmp_path: Path):
    gone = tmp_path / "chưa có"
    assert memory_of(report(tmp_path, gone)) == {
        "first": None,
        "last": None,
        "rewritten": None,
        "written_late": [],
        "written_ahead": [],
    }
    assert not gone.exists()


def test_the_document_tells_it_in_words(tmp_path: Path, folder: Path):
    document = Document(io.BytesIO(report(tmp_path, folder, "docx")))
    told = "\n".join(paragraph.text for paragraph in document.paragraphs)
    assert "(trong đó 1 báo cáo ghi vào sổ sau hạn)" in told
    assert "So với sổ đọc ngày 14/08/2024, số liệu kỳ trước nay đã được sửa ở 2 chỗ." in told


def test_a_file_in_the_folders_place_is_refused(tmp_path: Path, capsys):
    file = tmp_path / "tệp"
    file.write_bytes(b"")
    with pytest.raises(SystemExit) as stop:
        report(tmp_path, file)
    assert (stop.value.code, capsys.readouterr().err) == (
        2,
        f"{file} không phải thư mục ghi nhớ.\n",
    )

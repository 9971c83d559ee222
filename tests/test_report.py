"""The command line writes the report (rules, 8), or says in one sentence why it cannot."""

import json
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from lib.report import main
from lib.words import failures as command
from tests.builders import (
    agencies,
    appraisals,
    criteria,
    periods,
    progress,
    saved,
    settings,
    spreadsheet,
    tasks,
    units,
)

ROOT = Path(__file__).parents[1]

SMALL = (
    settings(
        ("Tên kế hoạch", "Kế hoạch 2024"), ("Năm", 2024), ("Địa bàn", "Huyện Sơn Dương"),
        ("Cơ quan thường trực", "Công an huyện"), ("Ngày số liệu", date(2024, 9, 15)),
        ("Số liệu minh họa", "Có"),
    ),
    units(
        ("Tam Đa", "Xã", "Điểm", None, None, None),
        ("Sơn Dương", "Thị trấn", "Đại trà", None, None, None),
        ("Hồng Lạc", "Xã", "Đại trà", None, date(2024, 8, 31), "Hồng Sơn"),
        ("Vân Sơn", "Xã", "Đại trà", None, date(2024, 8, 31), "Hồng Sơn"),
        ("Hồng Sơn", "Xã", "Đại trà", date(2024, 9, 1), None, None),
        head="Đơn vị | Loại | Nhóm | Hiệu lực từ | Hiệu lực đến | Sáp nhập vào",
    ),
    agencies(("Công an huyện", "Không"), ("Phòng Y tế", "Có")),
    criteria(
        ("TC01", "Đường làng", "Phòng Y tế", 1, date(2024, 6, 30), "Có", None),
        ("TC02", "Nước sạch", None, 2, date(2024, 12, 31), None, "Đại trà"),
        head="Mã | Tiêu chí | Cơ quan theo dõi | Điểm | Hạn | Bắt buộc | Áp dụng cho",
    ),
    tasks(
        ("NV01", "Tập huấn", "Phòng Y tế", date(2024, 9, 1), date(2024, 9, 20)),
        ("NV02", "Mở lớp", "Phòng Y tế", date(2024, 9, 16), date(2024, 9, 20)),
        head="Mã | Nhiệm vụ | Chủ trì | Ngày giao | Hạn",
    ),
    periods(("T08", "Tháng 8/2024", date(2024, 9, 10), "Điểm; Phòng Y tế")),
    progress(
        (date(2024, 6, 12), "Tam Đa", "TC01", "Đạt", None, "thiếu vốn"),
        (date(2024, 9, 10), "Tam Đa", "T08", "Đã gửi"),
        (date(2024, 9, 9), "Phòng Y tế", "T08", "Đã gửi"),
        (date(2024, 8, 1), "Sơn Dương", "TC02", None, 0.455),
        (date(2024, 9, 1), "Sơn Dương", "TC01", "Đạt", 100),
        (date(2024, 6, 20), "Hồng Lạc", "TC01", "Đạt"),
        (date(2024, 6, 25), "Vân Sơn", "TC01", "Đạt"),
        (date(2024, 9, 2), "Tam Da 2", "TC01", "Đạt"),
        (date(2024, 9, 30), "Tam Đa", "TC01", "Đạt", 90, "sẽ kể sau"),
        (date(2024, 9, 2), "Sơn Dương", "TC02", None, None, "thiếu  ống"),
        (date(2024, 9, 2), "Phòng Y tế", None, None, None, "thiếu người"),
        head="Ngày | Đơn vị | Mã | Kết quả | Tiến độ (%) | Khó khăn kiến nghị",
    ),
    appraisals((date(2024, 7, 1), "Tam Đa", "TC01", "Đạt")),
)  # fmt: skip


@pytest.fixture(scope="module")
def small(tmp_path_factory):
    return saved(tmp_path_factory.mktemp("small") / "Sổ theo dõi.xlsx", spreadsheet(*SMALL))


def written(path: Path, *arguments: str) -> dict:
    """Run the command and return what it wrote."""
    main([*arguments, "--format", "json", "--out", str(path)])
    return json.loads(path.read_text(encoding="utf-8"))


def unit(name, group, rank, change, light, met, points, progress, rate=None, **said):
    counts = ("met_appraised", "overdue", "at_risk", "no_data", "stale")
    figures = dict.fromkeys(counts, 0) | {"red_since": None} | said
    return {
        "unit": name, "group": group, "rank": rank, "rank_change": change, "light": light,
        "met": met, "total": 1 if group == "Điểm" else 2, "met_points": points,
        "max_points": 1 if group == "Điểm" else 3, "progress": progress, "on_time_rate": rate,
        **figures,
    }  # fmt: skip


def cell(name, code, status, progress=None, day=None, **said):
    marks = {"appraised": False, "inherited": False, "stale": False} | said
    return {
        "unit": name,
        "code": code,
        "status": status,
        "progress": progress,
        "date": day,
        **marks,
    }


def obligation(kind, owner, code, agency, due, state, done=None, days_late=None, given=None):
    titles = {"TC01": "Đường làng", "TC02": "Nước sạch", "NV01": "Tập huấn", "T08": "Tháng 8/2024"}
    return {
        "kind": kind, "owner": owner, "code": code, "title": titles[code], "agency": agency,
        "given": given, "due": due, "done": done, "state": state, "days_late": days_late,
    }  # fmt: skip


EXPECTED = {
    "as_of": "2024-09-15",
    "previous": "2024-08-15",
    "plan": {
        "name": "Kế hoạch 2024", "year": 2024, "area": "Huyện Sơn Dương", "illustrative": True,
    },
    "units": [
        unit("Tam Đa", "Điểm", 1, 0, "green", 1, 1, 100, 0, met_appraised=1),
        # 1 of 3 points; (100 + 2 × 45.5) / 3 = 63.67. On 15/08 it stood below the two merged ones,
        # but among those there on both dates it is alone.
        unit("Sơn Dương", "Đại trà", 1, 0, "amber", 1, 1, 63.7, at_risk=1, stale=1),
        unit("Hồng Sơn", "Đại trà", 2, None, "amber", 1, 1, 33.3, no_data=1),
    ],
    "cells": [
        cell("Tam Đa", "TC01", "met", 100, "2024-07-01", appraised=True),
        cell("Sơn Dương", "TC01", "met", 100, "2024-09-01"),
        # 258 of 365 days are gone: 70.7 expected, 45.5 is 25 points behind; 45 days old.
        cell("Sơn Dương", "TC02", "at_risk", 45.5, "2024-08-01", stale=True),
        cell("Hồng Sơn", "TC01", "met", 100, "2024-06-25", inherited=True),
        cell("Hồng Sơn", "TC02", "no_data"),
    ],
    "obligations": [
        obligation(
            "task", "Phòng Y tế", "NV01", "Phòng Y tế", "2024-09-20", "due_soon", given="2024-09-01"
        ),
        obligation("criterion", "Sơn Dương", "TC02", None, "2024-12-31", "open"),
        obligation("criterion", "Hồng Sơn", "TC02", None, "2024-12-31", "open"),
        obligation(
            "criterion", "Sơn Dương", "TC01", "Phòng Y tế", "2024-06-30", "done_late", "2024-09-01", 63
        ),
        obligation(
            "report", "Tam Đa", "T08", "Công an huyện", "2024-09-09", "done_late", "2024-09-10", 1
        ),
        obligation(
            "criterion", "Tam Đa", "TC01", "Phòng Y tế", "2024-06-30", "done_on_time", "2024-06-12"
        ),
        obligation(
            "criterion", "Hồng Sơn", "TC01", "Phòng Y tế", "2024-06-30", "done_on_time", "2024-06-25"
        ),
        obligation(
            "report", "Phòng Y tế", "T08", "Phòng Y tế", "2024-09-09", "done_on_time", "2024-09-09"
        ),
    ],
    "changes": {
        "newly_met": [["Sơn Dương", "TC01"]],
        "lost": [],
        "newly_overdue": [],
        "cleared": [["criterion", "Sơn Dương", "TC01"]],
    },
    "obstacles": [
        {"owner": "Sơn Dương", "code": "TC02", "date": "2024-09-02", "text": "thiếu ống"},
        {"owner": "Phòng Y tế", "code": None, "date": "2024-09-02", "text": "thiếu người"},
        {"owner": "Tam Đa", "code": "TC01", "date": "2024-06-12", "text": "thiếu vốn"},
    ],
    "problems": [
        {"worksheet": "Tiến độ", "row": 9, "column": "Đơn vị", "code": "unknown_name",
         "severity": "error", "value": "Tam Da 2", "suggestion": "Tam Đa"},
        {"worksheet": "Tiến độ", "row": 10, "column": "Ngày", "code": "future_date",
         "severity": "notice", "value": "2024-09-30", "suggestion": None},
        {"worksheet": "Tiến độ", "row": 10, "column": "Tiến độ (%)", "code": "contradictory",
         "severity": "notice", "value": "90", "suggestion": None},
    ],
}  # fmt: skip


def test_the_whole_report_of_a_small_workbook(small, tmp_path):
    made = written(tmp_path / "out.json", "--workbook", str(small), "--today", "2024-09-20")
    for part, expected in EXPECTED.items():
        assert made[part] == expected, part
    assert list(made) == list(EXPECTED)


def test_the_command_runs_on_its_own(small, tmp_path):
    out = tmp_path / "out.json"
    said = subprocess.run(
        [
            *(sys.executable, "-m", "lib.report", "--workbook", small, "--as-of", "2024-09-15"),
            *("--previous", "2024-08-15", "--today", "2024-09-20", "--format", "json"),
            *("--out", out),
        ],
        cwd=ROOT,
        capture_output=True,
        check=False,
    )
    assert (said.returncode, said.stderr) == (0, b"")
    waiting = {command.READING, command.WRITING}  # told only where a busy machine makes it wait
    assert set(said.stdout.decode().splitlines()) <= waiting
    assert json.loads(out.read_text(encoding="utf-8")) == EXPECTED


@pytest.mark.parametrize(
    ("arguments", "as_of", "previous"),
    [
        pytest.param([], "2024-09-15", "2024-08-15", id="the sheet's date"),
        pytest.param(["--as-of", "2024-03-31"], "2024-03-31", "2024-02-29", id="the reader's"),
        pytest.param(["--previous", "2024-09-14"], "2024-09-15", "2024-09-14", id="the day before"),
        pytest.param(["--as-of", "2024-09-01", "--previous", "2024-01-01"], "2024-09-01", "2024-01-01",
                     id="both"),
    ],
)  # fmt: skip
def test_the_dates(small, tmp_path, arguments, as_of, previous):
    made = written(
        tmp_path / "out.json", "--workbook", str(small), "--today", "2024-09-20", *arguments
    )
    assert (made["as_of"], made["previous"]) == (as_of, previous)


def test_without_a_date_in_the_sheet_it_is_today(tmp_path):
    bare = saved(tmp_path / "bare.xlsx", spreadsheet())
    made = written(tmp_path / "out.json", "--workbook", str(bare), "--today", "2023-05-31")
    assert (made["as_of"], made["previous"]) == ("2023-05-31", "2023-04-30")
    assert made["plan"] == {"name": None, "year": 2023, "area": None, "illustrative": False}


def test_an_empty_workbook_is_a_report_of_problems(tmp_path):
    empty = saved(tmp_path / "empty.xlsx", [progress(title="Nháp")])
    made = written(tmp_path / "out.json", "--workbook", str(empty), "--today", "2024-09-20")
    assert (made["units"], made["cells"], made["obligations"]) == ([], [], [])
    assert {problem["code"] for problem in made["problems"]} == {"missing_worksheet"}
    assert [(each["row"], each["column"]) for each in made["problems"]] == [(None, None)] * 3

"""The report of the example workbook has its shape (rules, 8)."""

import json
from datetime import date
from pathlib import Path

import pytest

from lib.assess import Light, State, Status
from lib.problem import ProblemCode
from lib.report import main
from lib.sheet import Kind
from lib.template.workbook import write_workbook


@pytest.fixture(scope="module")
def example(tmp_path_factory):
    path = tmp_path_factory.mktemp("example") / "example.xlsx"
    write_workbook(path, with_sample=True)
    return path


def written(path: Path, *arguments: str) -> dict:
    """Run the command and return what it wrote."""
    main([*arguments, "--format", "json", "--out", str(path)])
    return json.loads(path.read_text(encoding="utf-8"))


def test_the_same_call_writes_the_same_bytes(example, tmp_path):
    outs = [tmp_path / "one.json", tmp_path / "two.json"]
    for out in outs:
        written(out, "--workbook", str(example), "--as-of", "2024-09-15", "--today", "2024-09-20")
    assert outs[0].read_bytes() == outs[1].read_bytes()
    assert sorted(tmp_path.iterdir()) == outs


NUMBER, TEXT, NONE = (int, float), str, type(None)


SHAPES = {
    "units": {
        "unit": TEXT, "group": TEXT, "rank": (int, NONE), "rank_change": (int, NONE),
        "light": TEXT, "met": int, "met_appraised": int, "total": int, "met_points": NUMBER,
        "max_points": NUMBER, "progress": (*NUMBER, NONE), "on_time_rate": (*NUMBER, NONE),
        "overdue": int, "at_risk": int, "no_data": int, "stale": int, "red_since": (TEXT, NONE),
    },
    "cells": {
        "unit": TEXT, "code": TEXT, "status": TEXT, "progress": (*NUMBER, NONE),
        "date": (TEXT, NONE), "appraised": bool, "inherited": bool, "stale": bool,
    },
    "obligations": {
        "kind": TEXT, "owner": TEXT, "code": TEXT, "title": TEXT, "agency": (TEXT, NONE),
        "given": (TEXT, NONE), "due": (TEXT, NONE), "done": (TEXT, NONE), "state": TEXT,
        "days_late": (int, NONE),
    },
    "obstacles": {"owner": TEXT, "code": (TEXT, NONE), "date": TEXT, "text": TEXT},
    "problems": {
        "worksheet": TEXT, "row": (int, NONE), "column": (TEXT, NONE), "code": TEXT,
        "severity": TEXT, "value": (TEXT, NONE), "suggestion": (TEXT, NONE),
    },
}  # fmt: skip


CHOICES = {
    ("units", "light"): Light,
    ("cells", "status"): Status,
    ("obligations", "kind"): Kind,
    ("obligations", "state"): State,
    ("problems", "code"): ProblemCode,
    ("problems", "severity"): ("error", "notice"),
}


DAYS = {
    *(("obligations", day) for day in ("given", "due", "done")),
    *(("cells", "date"), ("obstacles", "date"), ("units", "red_since")),
}


def test_the_shape_of_the_examples_report(example, tmp_path):
    made = written(
        *(tmp_path / "out.json", "--workbook", str(example)),
        *("--as-of", "2024-09-15", "--previous", "2024-08-15", "--today", "2024-09-20"),
    )
    assert list(made) == [
        *("as_of", "previous", "plan", "units", "cells", "obligations", "changes"),
        *("obstacles", "problems"),
    ]
    assert list(made["plan"]) == ["name", "year", "area", "illustrative"]
    assert list(made["changes"]) == ["newly_met", "lost", "newly_overdue", "cleared"]
    for table, columns in SHAPES.items():
        assert made[table], table
        for record in made[table]:
            assert list(record) == list(columns)
            for column, types in columns.items():
                assert isinstance(record[column], types), (table, column, record)
                if (table, column) in DAYS and record[column] is not None:
                    assert date.fromisoformat(record[column]).isoformat() == record[column]
                if (table, column) in CHOICES:
                    assert record[column] in list(CHOICES[table, column])
    assert "not_applicable" not in {each["status"] for each in made["cells"]}
    assert made["plan"]["illustrative"] is True
    names = [each["unit"] for each in made["units"]]
    assert len(set(names)) == len(names)
    shown = list(dict.fromkeys(each["unit"] for each in made["cells"]))
    assert shown == [name for name in names if name in shown]
    for unit_, code in made["changes"]["newly_met"] + made["changes"]["lost"]:
        assert unit_ in names
        assert isinstance(code, str)
    for change in made["changes"]["newly_overdue"] + made["changes"]["cleared"]:
        assert len(change) == 3

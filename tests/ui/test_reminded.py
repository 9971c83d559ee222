"""The log of what was mailed is read by the app: beside the item, and anew when it has grown."""

from datetime import date
from pathlib import Path

import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

from lib.mail.log import FILE, Letter, Line, Step, append
from tests import builders as sheet

SHELL = Path(__file__).parents[2] / "lib" / "ui" / "shell.py"


@pytest.fixture
def app(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> AppTest:
    grids = sheet.spreadsheet(
        sheet.settings(("Năm", 2024), ("Ngày số liệu", "15/9/2024")),
        sheet.criteria(("TC01", "Đường làng", "1/9/2024")),
    )
    monkeypatch.setenv("DASHBOARD_WORKBOOK", str(sheet.saved(tmp_path / "so.xlsx", grids)))
    monkeypatch.setenv("DASHBOARD_DATA", str(tmp_path))
    st.cache_resource.clear()
    return AppTest.from_file(str(SHELL), default_timeout=240)


def mailed(folder: Path, day: date, step: Step = Step.SENT, owner: str = "Tam Đa") -> None:
    append(folder / FILE, Line(Letter.REMINDER, owner, day, step, "", ("a@x.vn",), ("TC01",)))


def notes(app: AppTest) -> list[str]:
    return [note for table in app.table for note in table.value.get("Đã nhắc", []) if note]


def test_beside_the_item_and_anew_when_more_is_sent(app: AppTest, tmp_path: Path):
    app.run()
    app.switch_page("../../pages/deadlines.py").run()
    assert (app.exception.len, notes(app)) == (0, [])
    mailed(tmp_path, date(2024, 9, 11), Step.SENDING)
    mailed(tmp_path, date(2024, 9, 11))
    mailed(tmp_path, date(2024, 9, 12), Step.SENDING)
    app.run()
    assert notes(app) == ["11/09"]
    mailed(tmp_path, date(2024, 9, 12))
    mailed(tmp_path, date(2024, 9, 13), Step.REFUSED)
    app.run()
    assert notes(app) == ["12/09 (2 lần)"]
    app.selectbox(key="don-vi").set_value("Tam Đa").run()
    app.switch_page("../../pages/unit.py").run()
    assert notes(app) == ["12/09 (2 lần)"]


def test_a_log_that_cannot_be_read_costs_only_itself(app: AppTest, tmp_path: Path):
    (tmp_path / FILE).mkdir(parents=True)
    app.run()
    app.switch_page("../../pages/deadlines.py").run()
    assert (app.exception.len, notes(app)) == (0, [])

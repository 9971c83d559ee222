"""Xếp hạng of very many units: the first and last of each group, all of them when asked."""

from pathlib import Path

import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

from tests import builders as sheet

SHELL = Path(__file__).parents[2] / "lib" / "ui" / "shell.py"


def test_of_very_many_units_the_rest_is_a_switch_away(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    grids = sheet.spreadsheet(
        sheet.units(*((f"Xã {number}", f"Nhóm {number % 2}") for number in range(1, 201))),
        sheet.criteria(("TC01", "Đường làng", "30/6/2024")),
        sheet.progress(("1/6/2024", "Xã 7", "TC01", "Đạt"), ("1/6/2024", "Xã 8", "TC01", "Đạt")),
    )
    path = sheet.saved(tmp_path / "so.xlsx", grids)
    monkeypatch.setenv("DASHBOARD_WORKBOOK", str(path))
    st.cache_resource.clear()
    app = AppTest.from_file(str(SHELL), default_timeout=240).run()
    app.switch_page("../../pages/ranking.py")
    app.run()
    assert [len(table.value) for table in app.table] == [75, 75]
    assert any("Có 200 đơn vị" in told.value for told in app.markdown)
    app.toggle(key="tat-ca").set_value(True).run()
    assert [len(table.value) for table in app.table] == [100, 100]
    assert not any("Có 200 đơn vị" in told.value for told in app.markdown)

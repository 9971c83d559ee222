"""Xuất báo cáo asks about a last meeting that may have been forgotten, until one is chosen."""

from collections.abc import Callable
from pathlib import Path

from openpyxl import load_workbook
from streamlit.testing.v1 import AppTest

from lib.template.workbook import write_workbook
from tests.ui.test_conclusions import SHELL


def opened(page: str) -> AppTest:
    app = AppTest.from_file(str(SHELL), default_timeout=240).run()
    app.switch_page(f"../../pages/{page}.py")
    return app.run()


def held(path: Path, day: str) -> bytes:
    write_workbook(path, with_sample=True)
    workbook = load_workbook(path)
    for name, value, *_ in workbook["Cấu hình"].iter_rows():
        if name.value == "Ngày họp trước":
            value.value = day
    workbook.save(path)
    return path.read_bytes()


def test_a_meeting_far_back_is_asked_about_on_both_pages(
    tmp_path: Path, save: Callable[[bytes], None]
):
    save(held(tmp_path / "held.xlsx", "01/06/2024"))
    app = opened("export")
    (asked,) = [warning.value for warning in app.warning]
    assert asked.startswith(
        "*Ngày họp trước* trong sổ là 01/06/2024, hơn hai tháng trước ngày số liệu 15/09/2024."
    )
    assert "[Chưa họp, so với 01/06/2024](?so-voi=01%2F06%2F2024)" in asked
    assert "[So với 15/08/2024, một tháng trước](?so-voi=15%2F08%2F2024)" in asked
    app.switch_page("../../pages/conclusions.py").run()
    assert asked in [warning.value for warning in app.warning]
    app.selectbox(key="so-voi").set_value("01/06/2024").run()
    assert not [told for told in app.warning if "Ngày họp trước" in told.value]
    app.switch_page("../../pages/export.py").run()
    (whole,) = app.checkbox
    assert whole.label.startswith("Phụ lục đầy đủ")
    assert not whole.value

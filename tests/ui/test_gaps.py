"""A sheet with gaps says so on every page, in every file; an empty one says how to begin."""

from collections.abc import Callable
from pathlib import Path

import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

from lib.export.briefing import briefing
from lib.grid import Grid
from lib.sheet.schema import CRITERIA, PROGRESS
from tests import builders as sheet

SHELL = Path(__file__).parents[2] / "lib" / "ui" / "shell.py"
UNITS = sheet.units(("Tam Đa", "Xây dựng"))
LOG = sheet.progress(("1/9/2024", "Tam Đa", "TC01", "Đạt"))
WITHOUT_CRITERIA = (UNITS, LOG)


@pytest.fixture
def shown(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., AppTest]:
    def run(*grids: Grid) -> AppTest:
        path = sheet.saved(tmp_path / "so.xlsx", grids)
        monkeypatch.setenv("DASHBOARD_WORKBOOK", str(path))
        st.cache_resource.clear()
        return AppTest.from_file(str(SHELL), default_timeout=240).run()

    return run


def test_a_missing_worksheet_is_named_above_the_numbers(shown):
    app = shown(*WITHOUT_CRITERIA)
    assert not app.exception
    (warning,) = app.warning
    assert warning.value == (
        "▲ Sổ thiếu trang «Tiêu chí»: số liệu, đèn và hạng **chưa đủ căn cứ**. "
        "[Xem cách sửa](chat-luong)"
    )


def test_a_missing_worksheet_is_named_in_every_file():
    book = sheet.read(WITHOUT_CRITERIA, today=sheet.TODAY)
    gap, blank = (briefing(book).ribbon or "").split(" · ")
    assert gap == "SỐ LIỆU CHƯA ĐỦ CĂN CỨ – sổ thiếu trang «Tiêu chí»"
    assert blank.startswith("COI NHƯ ĐỂ TRỐNG: trang «Cấu hình», ")


def test_what_reads_as_blank_is_told_on_the_page(shown):
    app = shown(UNITS, sheet.criteria(("TC01", "Một", None)), LOG)
    assert any("Không có hoặc không đọc được trang «Cấu hình», " in e.value for e in app.markdown)


def test_an_empty_sheet_says_how_to_begin(shown):
    empty = [
        Grid(kind.title, (tuple(c.header for c in kind.columns),)) for kind in (CRITERIA, PROGRESS)
    ]
    app = shown(sheet.units(), *empty)
    assert not app.exception
    assert not app.warning
    told = "\n".join(element.value for element in app.markdown)
    assert "Ghi các đơn vị vào trang «Đơn vị»" in told
    assert "bộ lọc đang chọn" not in told


@pytest.mark.parametrize("page", ["overview", "ranking", "meeting"])
def test_without_a_unit_that_can_be_read_no_page_says_that_none_is_red(shown, page):
    agencies = sheet.agencies(("Phòng Nội vụ", "Có"))
    periods = sheet.periods(("T9", "Tháng 9/2024", "10/9/2024", "Tất cả"))
    unreadable = Grid("Đơn vị", (("Tên gì đó", "Nhóm"), ("Tam Đa", "A")))
    app = shown(unreadable, agencies, periods, sheet.criteria(("TC01", "Một", None)), LOG)
    app = app.switch_page(f"../../pages/{page}.py").run()
    assert not app.exception
    told = "\n".join(element.value for element in [*app.markdown, *app.subheader, *app.header])
    assert "Ghi các đơn vị vào trang «Đơn vị»" in told
    assert "không có đơn vị đỏ" not in told


def test_a_log_without_a_line_says_so_above_the_numbers_and_in_every_file(shown):
    grids = (UNITS, sheet.criteria(("TC01", "Một", None)), sheet.progress())
    (warning,) = shown(*grids).warning
    assert "chưa có dòng nào ở trang «Tiến độ» được tính" in warning.value
    book = sheet.read(grids, today=sheet.TODAY)
    day = f"{book.settings.as_of:%d/%m/%Y}"
    ribbon = briefing(book).ribbon or ""
    assert ribbon.startswith(f"CHƯA CÓ DÒNG TIẾN ĐỘ NÀO ĐẾN NGÀY {day} · ")

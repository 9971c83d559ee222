"""What a sheet says bounds no list; who is there by date has a page, who is not is told."""

from pathlib import Path

import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

from lib.ui.filters import MOST_DAYS
from tests import builders as sheet

SHELL = Path(__file__).parents[2] / "lib" / "ui" / "shell.py"
UNITS = "Đơn vị | Loại | Nhóm | Hiệu lực từ | Hiệu lực đến | Sáp nhập vào"
AGENCIES = "Cơ quan | Hiệu lực đến | Sáp nhập vào"


@pytest.fixture
def app(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> AppTest:
    grids = sheet.spreadsheet(
        sheet.settings(
            ("Ngày bắt đầu", "1/1/2000"),
            ("Ngày số liệu", "1/9/2024"),
            ("Ngày họp trước", "31/12/2023"),
        ),
        sheet.units(
            ("Tam Đa", "Xã", "Vùng thấp", None, "30/6/2024", "Tam Đa"),
            ("Hồng Lạc", "Xã", "Vùng thấp", None, "30/6/2024", "Tam Đa"),
            ("Tam Đa", "Phường", "Vùng thấp", "1/7/2024", None, None),
            head=UNITS,
        ),
        sheet.agencies(
            ("Phòng Lao động", "30/6/2024", "Phòng Nội vụ"),
            ("Phòng Nội vụ", None, None),
            head=AGENCIES,
        ),
        sheet.criteria(
            ("TC01", "Đường làng", "31/12/2023", "x", "Phòng Lao động"),
            head="Mã | Tiêu chí | Hạn | Bắt buộc | Cơ quan theo dõi",
        ),
        sheet.progress(
            ("1/8/2024", "Tam Đa", "TC01", "Đang làm", 40, "Thiếu kinh phí"),
            ("1/6/2024", "Tam Đa", None, None, None, "Chưa có cán bộ"),
            head="Ngày | Đơn vị | Mã | Kết quả | Tiến độ (%) | Khó khăn kiến nghị",
        ),
    )
    path = sheet.saved(tmp_path / "so.xlsx", grids)
    monkeypatch.setenv("DASHBOARD_WORKBOOK", str(path))
    st.cache_resource.clear()
    return AppTest.from_file(str(SHELL), default_timeout=240)


def shown(app: AppTest) -> str:
    return "\n".join(element.value for element in [*app.markdown, *app.subheader])


def opened(app: AppTest, page: str, **query: str) -> AppTest:
    for name, value in query.items():
        app.query_params[name.replace("_", "-")] = value
    app.run()
    app.switch_page(page)
    return app.run()


def obstacles(app: AppTest) -> list[str]:
    told = [table.value.get("Khó khăn, kiến nghị") for table in app.table]
    return [text for column in told if column is not None for text in column]


def test_a_start_long_ago_does_not_lengthen_the_boxes_of_days(app: AppTest):
    app.run()
    assert not app.exception
    # Beside the newest days: the last meeting, and the ends of months of a year at most.
    assert len(app.selectbox(key="ngay").options) <= MOST_DAYS + 15


def test_an_older_day_can_still_be_asked_for_by_address(app: AppTest):
    app.query_params["ngay"] = "01/02/2023"
    app.run()
    assert not any("Không có Ngày" in warning.value for warning in app.warning)
    assert app.selectbox(key="ngay").value == "01/02/2023"


def test_the_bearer_of_a_name_is_the_one_that_is_there(app: AppTest):
    opened(app, "../../pages/unit.py", don_vi="P. Tam Đa")
    assert not app.exception
    # The heir of two: nothing of Hồng Lạc's is known, so it is red from its first month end on.
    assert "Đỏ từ 31/07/2024, 3 mốc liền." in shown(app)
    assert obstacles(app) == ["Thiếu kinh phí"]


def test_the_bearer_before_it_is_found_on_its_own_days(app: AppTest):
    opened(app, "../../pages/unit.py", don_vi="Tam Đa", ngay="15/06/2024")
    assert not app.exception
    assert obstacles(app) == ["Chưa có cán bộ"]


def test_an_agency_that_ended_says_into_whom_and_offers_both(app: AppTest):
    opened(app, "../../pages/agency.py", co_quan="Phòng Lao động")
    assert not app.exception
    assert "Phòng Lao động đã sáp nhập vào Phòng Nội vụ sau ngày 30/06/2024" in shown(app)


def test_its_criteria_are_the_heirs_from_the_day_after(app: AppTest):
    opened(app, "../../pages/agency.py", co_quan="Phòng Nội vụ")
    assert not app.exception
    assert "Cần đôn đốc 1 đơn vị về 1 tiêu chí quá hạn" in shown(app)

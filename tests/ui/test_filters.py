"""Filters through the real shell: held in the address, kept across pages, cleared."""

from datetime import date
from pathlib import Path
from urllib.parse import parse_qs

import pandas as pd
import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

from lib.template.workbook import write_workbook
from lib.ui import filters
from lib.ui.filters import Filters
from lib.ui.frame import PAGES
from tests import builders as sheet

ROOT = Path(__file__).parents[2]
SHELL = ROOT / "lib" / "ui" / "shell.py"
WAIT = 240


@pytest.fixture(scope="module")
def workbook(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("sheet") / "so.xlsx"
    write_workbook(path, with_sample=True)
    return path


@pytest.fixture
def app(workbook: Path, monkeypatch: pytest.MonkeyPatch) -> AppTest:
    monkeypatch.setenv("DASHBOARD_WORKBOOK", str(workbook))
    st.cache_resource.clear()
    return AppTest.from_file(str(SHELL), default_timeout=WAIT)


def shown(app: AppTest) -> str:
    return "\n".join(element.value for element in app.markdown)


def units_in_table(app: AppTest) -> int:
    return sum(len(table.value) for table in app.table)


@pytest.mark.parametrize(
    ("chosen", "address"),
    [
        (Filters(), "han"),
        (Filters(unit="Tam Đa"), "han?don-vi=Tam+%C4%90a"),
        (Filters(group="A & B", agency="C"), "han?nhom=A+%26+B&co-quan=C"),
    ],
)
def test_address(chosen: Filters, address: str):
    assert chosen.href("han") == address


def test_address_takes_a_change():
    chosen = Filters(unit="Tam Đa", agency="Phòng Nội vụ")
    assert parse_qs(chosen.href("han", unit=None).partition("?")[2]) == {
        "co-quan": ["Phòng Nội vụ"]
    }


def test_sentence_names_what_is_on():
    assert Filters().sentence is None
    assert Filters(group="A", unit="B").sentence == "Nhóm A · Đơn vị B"


def test_pages_are_those_that_exist():
    assert PAGES[0].url_path == "tong-quan"
    assert all(page.path.is_file() for page in PAGES)


def test_overview_opens_without_a_fault(app: AppTest):
    app.run()
    assert not app.exception
    assert [title.value for title in app.title] == ["Tổng quan"]
    changed = app.table[1].value
    merged = dict(zip(changed["Thay đổi"], changed["Cụ thể"], strict=True))["◆ Sáp nhập"]
    assert merged.startswith("Từ 01/09/2024: Hồng Lạc, Vân Sơn sáp nhập vào Hồng Sơn – 31 còn 30")
    assert "(xep-hang)" in shown(app)


def test_filter_comes_from_the_address(app: AppTest):
    app.query_params["nhom"] = "Duy trì điển hình"
    app.run()
    assert app.selectbox(key="nhom").value == "Duy trì điển hình"
    assert "Đang lọc: **Nhóm Duy trì điển hình**" in shown(app)


def test_unknown_filter_falls_back_to_everything(app: AppTest):
    app.query_params["nhom"] = "Nhóm không có"
    app.query_params["ngay"] = "99/99/2024"
    app.run()
    assert not app.exception
    assert "Đang lọc" not in shown(app)
    (warning,) = app.warning
    assert warning.value == (
        "Không tìm được Nhóm “Nhóm không có”, Ngày số liệu “99/99/2024” "
        r"\(chọn được ngày từ 01/01/2024 đến 15/09/2024\); đang hiển thị như khi không chọn."
    )
    # The address keeps what it asked for until it is written anew, after the next choice.
    app.selectbox(key="nhom").select("Duy trì điển hình").run()
    app.selectbox(key="nhom").select("Tạo tiền đề").run()
    assert not app.warning


def test_a_date_to_compare_with_that_is_too_late_is_named(app: AppTest):
    app.query_params["so-voi"] = "01/09/2024"
    app.run()
    assert not app.warning
    app.selectbox(key="ngay").select("31/08/2024").run()
    assert "So với ngày “01/09/2024”" in app.warning[0].value
    assert app.selectbox(key="so-voi").value == ""


def test_filters_that_leave_nothing_can_be_cleared(app: AppTest):
    app.query_params["nhom"] = "Tạo tiền đề"
    app.query_params["don-vi"] = "Tam Đa"
    app.run()
    assert "Không có đơn vị nào khớp" in shown(app)
    assert "[Bỏ lọc](?)" in shown(app)
    app.button(key="clear").click().run()
    assert "Không có đơn vị nào khớp" not in shown(app)
    assert app.selectbox(key="nhom").value == filters.EVERYTHING


def test_filters_that_leave_nobody_are_no_good_news_on_the_page_of_deadlines(app: AppTest):
    app.query_params["nhom"] = "Tạo tiền đề"
    app.query_params["don-vi"] = "Tam Đa"
    app.switch_page("../../pages/deadlines.py").run()
    assert "Không có đơn vị nào khớp" in shown(app)
    assert "Không có việc" not in shown(app)


@pytest.mark.parametrize(
    ("typed", "key", "chosen"),
    [
        ("phuc ung", "don-vi", "Phúc Ứng"),
        ("SON DUONG", "don-vi", "TT Sơn Dương"),
        ("noi vu", "co-quan", "Phòng Nội vụ"),
    ],
)
def test_search_needs_no_diacritics(app: AppTest, typed: str, key: str, chosen: str):
    app.run()
    app.text_input(key=filters.SEARCH).input(typed).run()
    address = Filters().href(key, of=chosen)
    assert f"- [{chosen}]({address})" in shown(app)
    app.selectbox(key=key).select(chosen).run()
    assert app.text_input(key=filters.SEARCH).value == ""


def test_search_without_a_find_says_so(app: AppTest):
    app.run()
    app.text_input(key=filters.SEARCH).input("zzz [x]").run()
    assert any("zzz \\[x\\]" in caption.value for caption in app.caption)


def test_the_filter_of_an_agency_without_criteria_counts_none(app: AppTest):
    app.query_params["co-quan"] = "Cơ quan, đơn vị, phòng, ban khác"
    app.run()
    assert "cơ quan này không theo dõi tiêu chí nào" in shown(app)
    assert "tính 0 tiêu chí" not in shown(app)


def test_agency_filter_says_what_it_counts(app: AppTest):
    app.query_params["co-quan"] = "Phòng Nội vụ"
    app.run()
    said = shown(app)
    assert (
        "Đang lọc: **Cơ quan Phòng Nội vụ** – chỉ tính 1 tiêu chí và các việc cơ quan này theo "
        "dõi; đèn và hạng vẫn tính đủ"
    ) in said
    assert "Đơn vị theo đèn (tính đủ mọi tiêu chí)" in said
    assert said.count("Chỉ tính 1 tiêu chí và các việc do Phòng Nội vụ theo dõi") == 3
    headings = [heading.value for heading in app.subheader]
    assert any("đèn và lý do tính đủ mọi tiêu chí" in text for text in headings)
    assert any("1 tiêu chí và các việc do Phòng Nội vụ theo dõi" in text for text in headings)


@pytest.mark.parametrize(
    ("rows", "first"),
    [
        ([], "15/9/2024"),
        (["20/9/2024", "1/9/2024"], "20/9/2024"),
        (["1/9/2024"], "15/9/2024"),
    ],
)
def test_no_day_is_offered_that_has_no_numbers(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, rows: list[str], first: str
):
    grids = sheet.spreadsheet(
        sheet.settings(("Ngày số liệu", "15/9/2024"), ("Năm", 2024)),
        sheet.progress(*((day, "Tam Đa", "TC01", "Đang làm", 10) for day in rows)),
    )
    path = sheet.saved(tmp_path / "so.xlsx", grids)
    monkeypatch.setenv("DASHBOARD_WORKBOOK", str(path))
    st.cache_resource.clear()
    app = AppTest.from_file(str(SHELL), default_timeout=WAIT).run()
    offered = app.selectbox(key="ngay").options
    days = [pd.to_datetime(day, dayfirst=True) for day in offered[1:]]
    assert max(days) == pd.to_datetime(first, dayfirst=True)
    assert not any("chốt số liệu" in warning.value for warning in app.warning)
    if first == "20/9/2024":
        app.selectbox(key="ngay").select("20/09/2024").run()
        assert "Sổ chốt số liệu ngày **15/09/2024**" in app.warning[0].value


@pytest.mark.parametrize(
    ("asked", "days"),
    [
        (None, "05/04/2024 03/05/2024 30/04/2024 31/03/2024 02/05/2024 01/05/2024"),
        (date(2024, 3, 9), "05/04/2024 03/05/2024 30/04/2024 31/03/2024 02/05/2024 01/05/2024"),
    ],
)
def test_the_meeting_and_the_ends_of_months_stand_before_the_other_days(asked, days):
    listed = filters.days_to_choose(date(2024, 3, 5), date(2024, 5, 3), date(2024, 4, 5), asked)
    assert " ".join(listed[:6]) == days
    assert len(listed) == len(set(listed)) == 60  # every day of the plan, once
    assert listed[-1] == "05/03/2024"


def test_an_old_day_that_was_typed_is_among_the_choices():
    bounds = date(2024, 1, 1), date(2024, 12, 31)
    day = date(2024, 2, 13)
    assert "13/02/2024" not in filters.days_to_choose(*bounds, date(2024, 12, 1))
    assert "13/02/2024" in filters.days_to_choose(*bounds, date(2024, 12, 1), day)
    outside = filters.days_to_choose(*bounds, date(2023, 12, 1), date(2025, 1, 1))
    assert not {"01/12/2023", "01/01/2025"} & set(outside)

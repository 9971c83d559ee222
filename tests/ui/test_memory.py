"""What memory adds to the pages: the past rewritten, written late, promised again, as shown."""

import time
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

from lib.grid import Grid
from lib.memory.files import Memory
from lib.memory.place import WORKBOOK
from lib.ui.memory import Known, Recall
from tests import builders as sheet

SHELL = Path(__file__).parents[2] / "lib" / "ui" / "shell.py"
MEETING, AFTER = date(2024, 8, 14), date(2024, 8, 20)
OTHERS = (("1/8/2024", "Tân Trào", "TC01", "Đạt", None),)
THEN = (
    *OTHERS,
    ("10/8/2024", "Tam Đa", "TC01", "Đang làm", 40),
    ("5/8/2024", "Đại Phú", "TC01", "Đạt", None),
    ("1/8/2024", "Hồng Lạc", "TC01", "Đạt", None),
)
NOW = (
    *OTHERS,
    ("10/8/2024", "Tam Đa", "TC01", "Đạt", None),
    ("9/8/2024", "Cấp Tiến", "T07", "Đã gửi", None),
    ("1/8/2024", "Hồng Lạc", "TC01", "Đạt", None),
)


def grids(log: tuple[tuple[object, ...], ...], *, due: str, named: str) -> tuple[Grid, ...]:
    units = ("Tam Đa", "Đại Phú", "Cấp Tiến", "Tân Trào")
    return sheet.spreadsheet(
        sheet.settings(
            ("Năm", 2024), ("Ngày số liệu", "15/9/2024"), ("Ngày họp trước", "15/8/2024")
        ),
        sheet.units(
            *((name, "Vùng thấp", None) for name in units),
            (named, "Vùng thấp", "Hồng Lạc" if named != "Hồng Lạc" else None),
            head="Đơn vị | Nhóm | Tên gọi khác",
        ),
        sheet.criteria(("TC01", "Đường làng", "31/12/2024")),
        sheet.tasks(
            ("NV1", "Sơ kết", "Tam Đa", "1/8/2024", due),
            head="Mã | Nhiệm vụ | Chủ trì | Ngày giao | Hạn",
        ),
        sheet.periods(("T07", "Tháng 7/2024", "10/8/2024")),
        sheet.progress(*log, head="Ngày | Đơn vị | Mã | Kết quả | Tiến độ (%)"),
    )


@pytest.fixture
def memory(tmp_path: Path) -> Memory:
    return Memory(tmp_path / "memory", identity=WORKBOOK)


@pytest.fixture
def app(tmp_path: Path, memory: Memory, monkeypatch: pytest.MonkeyPatch) -> AppTest:
    today = grids(NOW, due="30/9/2024", named="Hồng Sơn")
    monkeypatch.setenv("DASHBOARD_WORKBOOK", str(sheet.saved(tmp_path / "so.xlsx", today)))
    monkeypatch.setenv("DASHBOARD_MEMORY", str(tmp_path / "memory"))
    monkeypatch.setenv("DASHBOARD_MEMORY_DAYS", "800")
    st.cache_resource.clear()
    return again()


def again() -> AppTest:
    """Begin another session."""
    return AppTest.from_file(str(SHELL), default_timeout=240)


def record(memory: Memory, *days: tuple[date, tuple[Grid, ...]]) -> None:
    for day, read in days:
        memory.record(read, day, read_at=datetime(day.year, day.month, day.day, tzinfo=UTC))


@pytest.fixture
def recorded(memory: Memory) -> None:
    record(
        memory,
        (MEETING, grids(THEN, due="12/8/2024", named="Hồng Lạc")),
        (AFTER, grids(NOW, due="31/8/2024", named="Hồng Sơn")),
    )


def test_what_was_rewritten_is_told_before_all_days_are_read(
    app: AppTest, recorded: None, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(Recall, "look", lambda self, today: Known())
    told = text(app.run())
    assert "Đang đọc lại" in told
    assert "đã bị sửa ở **5 chỗ** sau cuộc họp" in told
    assert "hạn đã đổi" not in told
    assert "sau hạn" not in str([each.proto for each in app.metric])
    told = text(app.switch_page("../../pages/problems.py").run())
    assert "Sửa sau cuộc họp kỳ 15/08/2024: 5 chỗ" in told
    assert not app.exception


def text(app: AppTest) -> str:
    return "\n".join(each.value for each in [*app.markdown, *app.subheader, *app.caption])


def opened(app: AppTest, page: str | None = None, **query: str) -> str:
    """Open a page, wait until the recorded days have been read, and return its text."""
    for name, value in query.items():
        app.query_params[name.replace("_", "-")] = value
    app.run()
    if page:
        app.switch_page(f"../../pages/{page}.py").run()
    until = time.monotonic() + 60
    while "Đang đọc lại" in text(app) and time.monotonic() < until:
        time.sleep(0.2)
        app.run()
    assert not app.exception
    return text(app)


def rows(app: AppTest, head: str) -> list[dict[str, str]]:
    found = [table.value for table in app.table if head in table.value]
    assert len(found) == 1
    return found[0].to_dict("records")


def test_what_was_rewritten_is_told_once_each_and_nothing_else(app: AppTest, recorded: None):
    told = opened(app)
    assert "Sổ kỳ 15/08/2024 đã bị sửa ở **5 chỗ** sau cuộc họp" in told
    assert "(so với sổ đọc ngày 14/08/2024)" in told
    assert "1 việc đã đổi hạn" in told
    assert [row["Kết quả"].split("; ")[1] for row in rows(app, "Kết quả")] == [
        ":orange[▲ hạn đã đổi 2 lần: 12/08 → 31/08 → 30/09]"
    ]
    assert "Sửa sau cuộc họp kỳ 15/08/2024: 5 chỗ" in opened(app, "problems")
    listed = rows(app, "Lúc đó")
    whose = [(row["Nơi"], row["Mục"].split("]")[0]) for row in listed if row["Mục"][0] != "K"]
    assert sorted((owner.split("]")[0], item) for owner, item in whose) == [
        ("[Cấp Tiến", "[T07 – Báo cáo tháng 7/2024"),
        ("[Hồng Sơn", "Tên trong sổ"),
        ("[Tam Đa", "[NV1 – Sơ kết"),
        ("[Tam Đa", "[TC01 – Đường làng"),
        ("[Đại Phú", "[TC01 – Đường làng"),
    ]


def test_what_was_written_late_stands_beside_on_time(app: AppTest, recorded: None):
    opened(app)
    assert "trong đó 1 ghi vào sổ sau hạn" in str([each.proto for each in app.metric]) + text(app)
    assert "1 mục ghi đúng hạn nhưng chỉ có trong sổ sau hạn" in opened(
        again(), "deadlines", xem="Ghi sau hạn"
    )
    late = opened(again(), "deadlines", xem="Lịch báo cáo")
    assert "trong đó 1 ghi vào sổ sau hạn" in late
    page = again()
    opened(page, "unit", ten="Cấp Tiến")
    assert "Ghi vào sổ sau hạn, thấy lần đầu ngày 20/08/2024" in "".join(
        table.value.to_string() for table in page.table
    )


def test_a_day_is_shown_as_it_was(app: AppTest, recorded: None):
    told = opened(app, ngay="15/08/2024", nhu_da_chieu="true")
    assert "theo sổ đọc ngày **14/08/2024**, không phải sổ hiện nay" in told
    assert "đã bị sửa" not in told
    assert "Hồng Lạc" in app.selectbox(key="don-vi").options
    page = again()
    assert "theo sổ đọc ngày" not in opened(page, ngay="15/08/2024")
    assert not page.toggle(key="nhu-da-chieu").disabled


def test_as_shown_is_switched_off_and_on_again_in_one_session(app: AppTest, recorded: None):
    opened(app, ngay="15/08/2024", nhu_da_chieu="true")
    for on in (False, True):
        app.toggle(key="nhu-da-chieu").set_value(on).run()
        assert ("theo sổ đọc ngày **14/08/2024**" in text(app)) is on
        assert ("Hồng Sơn" in app.selectbox(key="don-vi").options) is not on
        assert app.selectbox(key="ngay").value == "15/08/2024"
    app.selectbox(key="ngay").set_value("").run()
    assert "theo sổ đọc ngày" not in text(app)
    assert app.toggle(key="nhu-da-chieu").value is False
    assert not app.exception


def test_a_day_that_cannot_be_shown_as_it_was_is_said_to_be_todays(app: AppTest, recorded: None):
    told = opened(app, ngay="01/02/2024", nhu_da_chieu="true")
    assert "NHƯ ĐÃ TRÌNH CHIẾU" not in told
    said = [each.value for each in app.warning if "như đã trình chiếu" in each.value]
    assert len(said) == 1
    assert "Không xem được ngày 01/02/2024" in said[0]
    app.toggle(key="nhu-da-chieu").set_value(False).run()
    assert not [each for each in app.warning if "như đã trình chiếu" in each.value]
    assert app.toggle(key="nhu-da-chieu").value is False


def test_the_app_records_what_it_reads_and_claims_nothing_before(app: AppTest, memory: Memory):
    told = opened(app)
    assert "Đến kỳ 15/08/2024 chưa ghi nhớ sổ ngày nào" in told
    until = time.monotonic() + 60
    while not memory.days() and time.monotonic() < until:
        time.sleep(0.1)
    assert len(memory.days()) == 1
    assert app.toggle(key="nhu-da-chieu").disabled


def test_a_damaged_file_is_passed_over_and_named(app: AppTest, memory: Memory, recorded: None):
    file = next(memory.folder.glob("2024-08-20*"))
    file.write_bytes(file.read_bytes()[:30])
    told = opened(app, "problems")
    assert "Bỏ qua tệp ghi nhớ ngày 20/08/2024 (bị hỏng)" in told
    assert "Sửa sau cuộc họp kỳ 15/08/2024: 5 chỗ" in told

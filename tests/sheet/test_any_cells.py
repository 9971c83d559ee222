"""Reading never raises, whatever the cells hold."""

from datetime import UTC, date, datetime, time, timedelta, timezone

from hypothesis import given, settings
from hypothesis import strategies as st

from lib.export.machine import report, write
from lib.grid import Grid
from lib.problem import Problem
from lib.sheet import read, schema
from lib.sheet.book import (
    ENTRY_TYPES,
    ITEM_TYPES,
    OBSTACLE_TYPES,
    OWNER_TYPES,
    SCOPE_TYPES,
)
from tests.builders import TODAY

WORDS = [
    *("Tam Đa", "Đại Phú", "Xã Tam Đa", "tam da", "Công an huyện", "A", "B", "A; Tam Đa;", ";;"),
    *("TC01", "tc01 – x", "NV01", "T06", "Tất cả", "Đạt", "Chưa đạt", "Đang làm", "x", "Có"),
    *("TC01-TC01", "TC01 và TC01", "Đường", "TC1", "Tam Đa, huyện", "Tam Đa (Đại Phú)", "Kho bạc"),
    *("Hoàn thành 85%", "Đang làm (50 %)", "Ko đạt", "chưa", "Chưa thẩm định", "Gần đạt", "Đạt."),
    *("15-6", "15 tháng 6", "ngày 1/6/2024.", "2024/6/1", "15 tháng 6 năm 204", "31/12/2023"),
    *("1/6/2024", "31/2/2024", "29/2", "2024-06-01", "9999-12-31", "1/1/0001", "0,5%", "85%", "1"),
    *("#REF!", "Loading...", "-", "–", ":", "\ud800", "\udfff\ud800", "\x00", "\ufe0f", "\u0301"),
    *("ÅÅ", "ſ", "ﬀ", "İ", "ẞ", "𝟙", "²", "٣", "１", "9" * 500, "x" * 3000, "=1+1", "🇻🇳"),
    *(item.value for item in schema.Setting),
]
zones = st.sampled_from([None, UTC, timezone(timedelta(hours=7)), timezone(timedelta(hours=-12))])
anything = (
    st.sampled_from(WORDS)
    | st.none()
    | st.booleans()
    | st.integers()
    | st.sampled_from([1, 0, -1, 45444, 36525, 36526, 73050, 73051, 10**400, -(10**400), 2**63])
    | st.floats(allow_nan=True, allow_infinity=True)
    | st.sampled_from([0.1, 1.0, 5e-324, 1.7e308, -0.0])
    | st.text(st.characters() | st.characters(categories=["Cs", "Mn", "Cf"]), max_size=6)
    | st.dates()
    | st.datetimes(timezones=zones)
    | st.times()
    | st.sampled_from([date.min, date.max, datetime.min, datetime.max, time.max])
)
titles = st.sampled_from(
    [kind.title for kind in schema.WORKSHEETS] * 2
    + ["Tiến độ – Tam Đa", "Thẩm định - x", "Tiến độ –", "Tiến độ cũ", "TIẾN ĐỘ", "\ud800", ""]
    + ["Tiến độ – Đại Phú", "Thẩm định – Kho bạc", "Tien do", "Tiêu chí (2)"]
)


@st.composite
def worksheets(draw, *, headed):
    title = draw(titles)
    kind = next((k for k in schema.WORKSHEETS if title.startswith(k.title)), schema.PROGRESS)
    heads = [column.header for column in kind.columns]
    rows = draw(st.lists(st.lists(anything, max_size=len(heads) + 1).map(tuple), max_size=3))
    return Grid(title, ((tuple(heads),) if headed else ()) + tuple(rows))


BASE = (
    Grid(
        "Đơn vị",
        (
            ("Đơn vị", "Nhóm", "Hiệu lực từ", "Hiệu lực đến", "Sáp nhập vào", "Tên gọi khác"),
            ("Tam Đa", "A", None, "31/5/2024", "Tam Đa"),
            ("Tam Đa", "B", "1/6/2024", None, None, "TĐ; Đại Phú cũ"),
            ("Đại Phú", "A", None, "30/6/2024", "Tam Đa", "TĐ"),
        ),
    ),
    Grid(
        "Cơ quan",
        (
            ("Cơ quan", "Hiệu lực đến", "Sáp nhập vào"),
            ("Kho bạc", "31/5/2024", "Thuế"),
            ("Thuế",),
        ),
    ),
    Grid("Cấu hình", (("Mục", "Giá trị"), ("Năm", 2024), ("Cơ quan thường trực", "Kho bạc"))),
    Grid("Tiêu chí", (("Mã", "Tiêu chí", "Hạn"), ("TC01", "Đường", "30/6/2024"))),
)


def check(grids):
    book = read(grids, today=TODAY)
    for table, types in (
        (book.owners, OWNER_TYPES),
        (book.items, ITEM_TYPES),
        (book.scope, SCOPE_TYPES),
        (book.entries, ENTRY_TYPES),
        (book.obstacles, OBSTACLE_TYPES),
    ):
        assert table.dtypes.astype(str).to_dict() == types
    assert book.entries["progress"].dropna().between(0, 100).all()
    assert (book.items["points"] > 0).all()
    assert all(isinstance(problem, Problem) for problem in book.problems)
    assert not book.entries["day"].isna().any()
    assert not book.obstacles["day"].isna().any()
    assert 2000 <= book.settings.start.year <= book.settings.end.year <= 2099
    assert (book.settings.earliest or book.settings.start) == book.settings.start
    return book


@settings(max_examples=25)
@given(st.lists(worksheets(headed=True), max_size=5).map(tuple))
def test_any_cells_under_a_head(grids):
    check(grids)


@settings(max_examples=10)
@given(st.lists(worksheets(headed=False), max_size=5).map(tuple))
def test_any_cells_anywhere(grids):
    check(grids)


@settings(max_examples=12)
@given(
    st.lists(st.tuples(*[anything] * len(schema.PROGRESS.columns)), max_size=6),
    st.lists(st.tuples(*[anything] * len(schema.APPRAISALS.columns)), max_size=4),
)
def test_any_cells_in_the_logs(log, appraisals):
    logs = ((schema.PROGRESS, log), (schema.APPRAISALS, appraisals))
    book = check(
        BASE
        + tuple(
            Grid(kind.title, (tuple(column.header for column in kind.columns), *rows))
            for kind, rows in logs
        )
    )
    write(report(book)).encode()

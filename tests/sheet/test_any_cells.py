"""Reading never raises, whatever the cells hold."""

from datetime import UTC, date, datetime, time, timedelta, timezone

from hypothesis import given, settings
from hypothesis import strategies as st

from lib.export.machine import report, write
from lib.grid import Grid
from lib.problem import Problem
from lib.sheet import read, schema
from lib.sheet.book import ENTRY_TYPES, ITEM_TYPES, OWNER_TYPES, SCOPE_TYPES
from tests.builders import TODAY

WORDS = [
    *("Tam Đa", "Đại Phú", "Xã Tam Đa", "tam da", "Công an huyện", "A", "B", "A; Tam Đa;", ";;"),
    *("TC01", "tc01 – x", "NV01", "T06", "Tất cả", "Đạt", "Chưa đạt", "Đang làm", "x", "Có"),
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
)


@st.composite
def worksheets(draw, *, headed):
    title = draw(titles)
    kind = next((k for k in schema.WORKSHEETS if title.startswith(k.title)), schema.PROGRESS)
    heads = [column.header for column in kind.columns]
    rows = draw(st.lists(st.lists(anything, max_size=len(heads) + 1).map(tuple), max_size=3))
    return Grid(title, ((tuple(heads),) if headed else ()) + tuple(rows))


BASE = (
    Grid("Đơn vị", (("Đơn vị", "Nhóm", "Sáp nhập vào"), ("Tam Đa", "A"), ("Đại Phú", "A", "x"))),
    Grid("Tiêu chí", (("Mã", "Tiêu chí", "Hạn"), ("TC01", "Đường", "30/6/2024"))),
)


def check(grids):
    book = read(grids, today=TODAY)
    for table, types in (
        (book.owners, OWNER_TYPES),
        (book.items, ITEM_TYPES),
        (book.scope, SCOPE_TYPES),
        (book.entries, ENTRY_TYPES),
    ):
        assert table.dtypes.astype(str).to_dict() == types
    assert book.entries["progress"].dropna().between(0, 100).all()
    assert (book.items["points"] > 0).all()
    assert all(isinstance(problem, Problem) for problem in book.problems)
    assert not book.entries["day"].isna().any()
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
    st.lists(st.tuples(*[anything] * 8), max_size=6),
    st.lists(st.tuples(*[anything] * 6), max_size=4),
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

"""Which unit another is merged into, and which agency answers when (rules, 1 and 2)."""

from datetime import date

import pytest

from lib.assess import assess
from lib.sheet.book import agency_on
from tests.builders import (
    TODAY,
    agencies,
    criteria,
    found,
    literal,
    plan,
    progress,
    settings,
    units,
)

MERGED = "Đơn vị | Nhóm | Hiệu lực đến | Sáp nhập vào"
LASTING = "Đơn vị | Nhóm | Hiệu lực từ | Hiệu lực đến | Sáp nhập vào"
AGENCIES = "Cơ quan | Hiệu lực từ | Hiệu lực đến | Sáp nhập vào"
LAST = "30/6/2024"


@pytest.mark.parametrize(
    ("written", "meant", "code"),
    [
        pytest.param("Công an huyện", "Công an huyện", None, id="known"),
        pytest.param("CAH", "Công an huyện", None, id="alias"),
        pytest.param("cong an huyen", "Công an huyện", "guessed_name", id="guessed"),
        pytest.param("Phòng  Y tế", "Phòng Y tế", "unknown_agency", id="unknown"),
        pytest.param("Tam Đa", "Tam Đa", "unknown_agency", id="a unit"),
        pytest.param(None, None, None, id="blank"),
    ],
)
def test_the_agency_of_a_criterion_is_shown_as_written_where_it_is_unknown(written, meant, code):
    book = plan(
        agencies(("Công an huyện", "CAH"), head="Cơ quan | Tên gọi khác"),
        criteria(("TC01", "Đường", written), head="Mã | Tiêu chí | Cơ quan theo dõi"),
    )
    (said,) = book.items["agency"]
    assert agency_on(book, said, TODAY) == meant
    assert assess(book, as_of=TODAY).items["agency"].tolist() == [meant]
    assert found(book) == ([("Tiêu chí", 2, "Cơ quan theo dõi", code)] if code else [])


@pytest.mark.parametrize(
    ("mergers", "successors", "circular"),
    [
        pytest.param("-", [None], [], id="none"),
        pytest.param("B -", ["B", None], [], id="one"),
        pytest.param("B C -", ["B", "C", None], [], id="a chain"),
        pytest.param("C C -", ["C", "C", None], [], id="two into one"),
        pytest.param("A", [None], ["A"], id="itself"),
        pytest.param("B A", [None, None], ["A", "B"], id="each other"),
        pytest.param("B C A", [None] * 3, ["A", "B", "C"], id="a circle of three"),
        pytest.param("B C B", ["B", None, None], ["B", "C"], id="into a circle"),
        pytest.param("B A D -", [None, None, "D", None], ["A", "B"], id="a circle and a merger"),
        pytest.param("B A D C", [None] * 4, ["A", "B", "C", "D"], id="two circles"),
    ],
)
@pytest.mark.parametrize("of_units", [True, False], ids=["units", "agencies"])
def test_a_chain_of_mergers_that_comes_back_is_ignored(mergers, successors, circular, of_units):
    into = [(None, None) if to == "-" else (LAST, to) for to in mergers.split()]
    rows = zip("ABCD"[: len(into)], into, strict=True)
    if of_units:
        book = plan(units(*((name, "G", *to) for name, to in rows), head=MERGED))
    else:
        book = plan(units(), agencies(*((name, None, *to) for name, to in rows), head=AGENCIES))
    assert [None if to < 0 else "ABCD"[to] for to in book.owners["successor"]] == successors
    assert found(book) == [
        ("Đơn vị" if of_units else "Cơ quan", "ABCD".index(name) + 2, "Sáp nhập vào", "circular_merge")
        for name in circular
    ]  # fmt: skip


def test_a_successor_is_found_like_any_name():
    book = plan(
        units(
            ("A", "G", LAST, "Hong Son"), ("B", "G", LAST, "xã Hồng Sơn"), ("Hồng Sơn", "G"),
            head=MERGED,
        )
    )  # fmt: skip
    assert book.owners["successor"].tolist() == [2, 2, -1]
    assert found(book) == [("Đơn vị", 2, "Sáp nhập vào", "guessed_name")]


@pytest.mark.parametrize(
    ("last", "into", "problems"),
    [
        pytest.param(None, "B", [("Hiệu lực đến", "missing_value")], id="no last day"),
        pytest.param(
            "31/2/2024", "B", [("Hiệu lực đến", "unreadable_date")], id="unreadable last day"
        ),
        pytest.param("#REF!", "B", [("Hiệu lực đến", "cell_error")], id="an error"),
        pytest.param(
            None,
            "Huế",
            [("Hiệu lực đến", "missing_value"), ("Sáp nhập vào", "unknown_name")],
            id="its name is checked all the same",
        ),
        pytest.param(None, "A", [("Hiệu lực đến", "missing_value")], id="and is no circle"),
        pytest.param(LAST, "Huế", [("Sáp nhập vào", "unknown_name")], id="unknown"),
        pytest.param(LAST, "Kho bạc", [("Sáp nhập vào", "unknown_name")], id="an agency"),
        pytest.param(LAST, None, [], id="into none"),
    ],
)
def test_a_merger_needs_its_last_day_and_a_known_unit(last, into, problems):
    book = plan(
        units(("A", "G", last, into), ("B", "G"), head=MERGED), agencies(("Kho bạc",)), progress()
    )
    assert book.owners["successor"].tolist() == [-1, -1, -1]
    assert found(book) == [("Đơn vị", 2, *problem) for problem in problems]


def test_an_agency_is_merged_into_no_unit():
    book = plan(agencies(("Kho bạc", None, LAST, "Tam Đa"), head=AGENCIES))
    assert book.owners["successor"].tolist() == [-1, -1, -1]
    assert found(book) == [("Cơ quan", 2, "Sáp nhập vào", "unknown_name")]


@pytest.mark.parametrize(
    ("rows", "successor", "circular"),
    [
        pytest.param([("S", None, LAST, "S"), ("S", "1/7/2024")], 1, [], id="its own name"),
        pytest.param([("S", None, LAST, "S"), ("S", "1/8/2024")], 1, [], id="after a gap"),
        pytest.param([("S", None, LAST, "S")], -1, [2], id="no other bearer"),
        pytest.param(
            [("A", None, LAST, "S"), ("S", None, LAST), ("S", "1/7/2024")], 2, [], id="the day after"
        ),
        pytest.param(
            [("A", None, "29/6/2024", "S"), ("S", None, LAST), ("S", "1/7/2024")],
            1,
            [],
            id="the one still there",
        ),
        pytest.param(
            [("A", None, LAST, "S"), ("S", None, "31/3/2024"), ("S", "1/9/2024")],
            2,
            [],
            id="the next to begin",
        ),
        pytest.param(
            [("A", None, LAST, "S"), ("S", None, "31/3/2024"), ("S", "1/4/2024", "31/5/2024")],
            2,
            [],
            id="the last to end",
        ),
    ],
)  # fmt: skip
def test_a_successor_is_the_bearer_of_the_day_after(rows, successor, circular):
    book = plan(units(*((name, "G", *rest) for name, *rest in rows), head=LASTING))
    assert book.owners["successor"][0] == successor
    assert found(book) == [("Đơn vị", row, "Sáp nhập vào", "circular_merge") for row in circular]


FOLLOWED = agencies(
    ("Phòng Y tế", None, "28/2/2025", "Phòng Nội vụ"),
    ("Phòng Nội vụ", None, "30/6/2025", "Phòng Văn hóa"),
    ("Phòng Văn hóa", "1/8/2025", "31/10/2025", None),
    ("Thanh tra", None, "30/6/2025", None),
    ("Thanh tra", "1/9/2025", None, None),
    ("Kho bạc", "1/6/2025", None, None),
    head=AGENCIES,
)


@pytest.mark.parametrize(
    ("written", "on", "expected"),
    [
        pytest.param("Phòng Y tế", "2025-02-28", "Phòng Y tế", id="its last day"),
        pytest.param("Phòng Y tế", "2025-03-01", "Phòng Nội vụ", id="the day after"),
        pytest.param("phong y te", "2025-03-01", "Phòng Nội vụ", id="guessed too"),
        pytest.param("Phòng Y tế", "2025-06-30", "Phòng Nội vụ", id="the heir's last day"),
        pytest.param("Phòng Y tế", "2025-07-01", "Phòng Văn hóa", id="the last, not begun yet"),
        pytest.param("Phòng Y tế", "2025-08-01", "Phòng Văn hóa", id="the heir's heir"),
        pytest.param("Phòng Y tế", "2025-11-01", "Phòng Văn hóa", id="none left: the last of them"),
        pytest.param("Phòng Nội vụ", "2025-02-28", "Phòng Nội vụ", id="the heir named itself"),
        pytest.param("Thanh tra", "2025-07-15", "Thanh tra", id="between two bearers"),
        pytest.param("Kho bạc", "2025-05-31", "Kho bạc", id="not begun"),
        pytest.param("Tam Đa", "2025-07-01", "Tam Đa", id="a unit is none"),
        pytest.param("Bưu điện", "2025-07-01", "Bưu điện", id="unknown"),
    ],
)
def test_the_agency_of_a_date_is_found_along_mergers(written, on, expected):
    book = plan(
        settings(("Cơ quan thường trực", written)),
        FOLLOWED,
        criteria(("TC01", "x", written), head="Mã | Tiêu chí | Cơ quan theo dõi"),
        today=date(2025, 12, 31),
    )
    assessment = assess(book, as_of=date.fromisoformat(on))
    assert assessment.standing_agency == expected
    assert set(literal(assessment.cells, "agency")) == {expected}
    assert set(literal(assessment.obligations, "agency")) == {expected}

"""Which unit another is merged into, and which agency answers (semantics, 1)."""

import pytest

from tests.builders import agencies, criteria, found, plan, progress, units

MERGED = "Đơn vị | Nhóm | Sáp nhập vào"


@pytest.mark.parametrize(
    ("written", "shown", "code"),
    [
        pytest.param("Công an huyện", "Công an huyện", None, id="known"),
        pytest.param("CAH", "Công an huyện", None, id="alias"),
        pytest.param("cong an huyen", "Công an huyện", "guessed_name", id="guessed"),
        pytest.param("Phòng  Y tế", "Phòng Y tế", "unknown_agency", id="unknown"),
        pytest.param("Tam Đa", "Tam Đa", "unknown_agency", id="a unit"),
        pytest.param(None, None, None, id="blank"),
    ],
)
def test_the_agency_of_a_criterion_is_shown_as_written_where_it_is_unknown(written, shown, code):
    book = plan(
        agencies(("Công an huyện", "CAH"), head="Cơ quan | Tên gọi khác"),
        criteria(("TC01", "Đường", written), head="Mã | Tiêu chí | Cơ quan theo dõi"),
    )
    assert book.items["agency"].tolist() == [shown]
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
def test_a_chain_of_mergers_that_comes_back_is_ignored(mergers, successors, circular):
    rows = [("ABCD"[n], "G", None if to == "-" else to) for n, to in enumerate(mergers.split())]
    book = plan(units(*rows, head=MERGED), progress())
    assert [None if to < 0 else "ABCD"[to] for to in book.owners["successor"]] == successors
    assert found(book) == [
        ("Đơn vị", "ABCD".index(unit) + 2, "Sáp nhập vào", "circular_merge") for unit in circular
    ]


def test_a_successor_is_found_like_any_name():
    book = plan(
        units(("A", "G", "Hong Son"), ("B", "G", "xã Hồng Sơn"), ("Hồng Sơn", "G"), head=MERGED)
    )
    assert book.owners["successor"].tolist() == [2, 2, -1]
    assert found(book) == [("Đơn vị", 2, "Sáp nhập vào", "guessed_name")]

"""Drawings for the wall: what is drawn of literal sheets, and that all of it is on the canvas."""

from datetime import date

import pytest

from lib.assess import assess, compare
from lib.grid import Grid
from lib.sheet import read
from lib.view import criterion, palette, ranking, wall, wall_criteria, wall_ranks
from lib.view.charts_wall import wall_chart
from lib.view.wall import Drawing
from lib.view.wall_ranks import Place, Slope

BEFORE, AS_OF = date(2024, 8, 15), date(2024, 9, 15)


def book(*log: tuple):
    """Read units A to D, of which C and D, D of another group, are merged into E in September."""
    merged = ("31/08/2024", "Xã E")
    return read(
        [
            Grid("Cấu hình", (("Mục", "Giá trị"), ("Cơ quan thường trực", "Công an huyện"))),
            Grid("Cơ quan", (("Cơ quan",), ("Công an huyện",))),
            Grid(
                "Đơn vị",
                (
                    ("Đơn vị", "Nhóm", "Hiệu lực từ", "Hiệu lực đến", "Sáp nhập vào"),
                    ("Xã A", "Một", None, None, None),
                    ("Xã B", "Một", None, None, None),
                    ("Xã C", "Một", None, *merged),
                    ("Xã D", "Hai", None, *merged),
                    ("Xã E", "Một", "01/09/2024", None, None),
                ),
            ),
            Grid(
                "Tiêu chí",
                (
                    ("Mã", "Tiêu chí", "Hạn"),
                    ("TC01", "Kế hoạch", "31/12/2024"),
                    ("TC02", "Mô hình", "31/08/2024"),
                ),
            ),
            Grid("Tiến độ", (("Ngày", "Đơn vị", "Mã", "Kết quả"), *log)),
        ],
        today=date(2024, 9, 20),
    )


LOG = (
    ("01/06/2024", "Xã A", "TC01", "Đạt"),
    ("01/09/2024", "Xã B", "TC01", "Đạt"),
    ("02/09/2024", "Xã B", "TC02", "Đạt"),
)


@pytest.fixture
def two():
    sheet = book(*LOG)
    return sheet, assess(sheet, as_of=AS_OF), assess(sheet, as_of=BEFORE)


def slopes(two) -> tuple[Slope, ...]:
    sheet, now, before = two
    cohorts = ranking.cohorts(now.units, sheet.groups)
    return wall_ranks.slopes(cohorts, before, sheet, compare(sheet, now, before).rank_change)


def test_a_slope_joins_merged_units_and_tells_who_moved(two):
    (told,) = slopes(two)
    assert told.then == (
        Place("Xã A", 1, 0),
        Place("Xã B", 2, 1),
        Place("Xã C", 2, 2),
        Place("Xã D", None, 3),
    )
    assert told.now == (Place("Xã B", 1, 0), Place("Xã A", 2, 1), Place("Xã E", 3, 2))
    assert told.ways == ((0, 1, -1), (1, 0, 1), (2, 2, None), (3, 2, None))


def test_of_a_long_slope_who_moved_most_is_kept(two):
    (told,) = slopes(two)
    kept = wall_ranks.movers(told, 3)
    assert [place.label for place in kept.then] == ["Xã A", "Xã C", "Xã D"]
    assert [place.label for place in kept.now] == ["Xã A", "Xã E"]
    assert kept.ways == ((0, 0, -1), (1, 1, None), (2, 1, None))
    assert wall_ranks.movers(told, 4) == told


def test_only_who_moved_is_coloured(two):
    drawing = wall_ranks.slope_drawing(slopes(two), "15/08", "15/09")
    assert sorted(line.tone for line in drawing.lines) == ["blue", "blue", "green", "red"]
    tones = {words.text: words.tone for words in drawing.words}
    assert tones["1  Xã B  ↑1"] == "green"
    assert tones["2  Xã A  ↓1"] == "red"
    assert tones["3  Xã E"] == "blue"


def test_a_bar_is_as_long_as_the_share_of_points(two):
    sheet, now, before = two
    units = ranking.with_moves(now.units, compare(sheet, now, before).rank_change)
    units = units.join(ranking.needed(now), on="unit")
    drawing = wall_ranks.bars(ranking.cohorts(units, sheet.groups))
    solid = [rect for rect in drawing.rects if rect.opacity == 1]
    whole = solid[0].width
    assert [round(rect.width / whole, 2) for rect in solid] == [1, 0.5, 0]
    assert [words.text for words in drawing.words if words.bold] == ["2/2", "1/2", "0/2"]
    marks = [line.x - solid[0].x for line in drawing.lines if line.tone == palette.TEXT]
    assert [round(mark / whole, 2) for mark in marks] == [0.5, 0.5, 0.5]


def test_the_weakest_criteria_say_how_many_stand_where(two):
    drawing = wall_criteria.weakest(criterion.standings(two[1]))
    said = [words.text for words in drawing.words]
    assert said.index("TC02 – Mô hình") < said.index("TC01 – Kế hoạch")
    assert {"✔ 1", "■ 2", "✔ 2", "1/3", "2/3"} <= set(said)


def test_the_matrix_fills_what_is_overdue_and_sums_up_each_criterion(two):
    drawing = wall_criteria.matrix(two[1])
    solid = [rect for rect in drawing.rects if rect.opacity > 0.5]
    assert [rect.tone for rect in solid] == ["red", "red"]
    assert len(drawing.rects) == 6
    assert [words.text for words in drawing.words if words.text.endswith("/3")] == ["2/3", "1/3"]


def test_of_many_units_the_matrix_keeps_the_worst_in_their_order(two):
    units = two[1].units
    many = units.loc[units.index.repeat(20)].reset_index(drop=True)
    kept = wall_criteria.shown_units(many)
    assert len(kept) == wall_criteria.MOST_UNITS
    assert kept.index.is_monotonic_increasing
    assert (kept["overdue"] > 0).sum() == (many["overdue"] > 0).sum()


def drawings(two) -> list[Drawing]:
    sheet, now, before = two
    units = ranking.with_moves(now.units, compare(sheet, now, before).rank_change)
    units = units.join(ranking.needed(now), on="unit")
    return [
        wall_ranks.bars(ranking.cohorts(units, sheet.groups)),
        wall_ranks.slope_drawing(slopes(two), "15/08", "15/09"),
        wall_criteria.weakest(criterion.standings(now)),
        wall_criteria.matrix(now),
    ]


def test_everything_is_on_the_canvas(two):
    for drawing in drawings(two):
        for rect in drawing.rects:
            assert rect.x >= 0
            assert rect.x + rect.width <= wall.WIDTH
            assert rect.y >= 0
            assert rect.y + rect.height <= wall.HEIGHT + 0.01
        for words in drawing.words:
            assert 0 <= words.x <= wall.WIDTH
            assert words.size / 2 <= words.y <= wall.HEIGHT - words.size / 2 + 8
        assert wall_chart(drawing).to_dict()["width"] == wall.WIDTH


@pytest.mark.parametrize(
    ("text", "width", "shown"),
    [
        pytest.param("Xã A", 200, "Xã A", id="fits"),
        pytest.param("Xã Hồng Sơn Bình Yên", 100, "Xã Hồng…", id="cut-after-a-word"),
    ],
)
def test_text_is_cut_where_there_is_no_room(text: str, width: float, shown: str):
    assert wall.cut(text, size=20, width=width) == shown

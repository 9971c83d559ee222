"""One fewer, exactly as many and one more, wherever a page names so many and leaves out the rest."""

from dataclasses import replace

import pandas as pd
import pytest

from lib.assess import assess, compare
from lib.problem import Problem, ProblemCode
from lib.view import (
    changed,
    charts_print,
    directions,
    gaps,
    marks,
    matrix,
    quality,
    sentences,
    sheet_rows,
    slides,
    slides_drawn,
)
from lib.view.narrowing import Narrowing, Shown
from lib.view.quality import Finding
from tests.builders import TODAY, criteria, plan, units


def names(number: int) -> list[str]:
    return [f"Xã {place}" for place in range(number)]


@pytest.mark.parametrize(
    ("number", "told"),
    [
        pytest.param(0, "", id="none"),
        pytest.param(2, "Xã 0, Xã 1", id="as many as are named"),
        pytest.param(3, "Xã 0, Xã 1, Xã 2", id="one more is named too"),
        pytest.param(4, "Xã 0, Xã 1, và 2 nơi khác", id="two more are counted"),
    ],
)
def test_some_names(number, told):
    assert sentences.some(names(number), 2, "và {number} nơi khác", slack=1) == told


def moved_by(*places: int) -> list[tuple[str, str]]:
    """List how many and who moved up, then down, of units that moved by so many places."""
    told = names(len(places))
    book = plan(units(*((name, "A") for name in told)))
    now = assess(book, as_of=TODAY)
    moved = pd.Series(places, index=told, dtype="Int64")
    changes = replace(compare(book, now, now), rank_change=moved)
    table = changed.changes(now, changes, {}, href=lambda label: label)
    return list(table.frame.iloc[:, 1:].itertuples(index=False, name=None))


def test_a_single_place_is_a_move_and_none_is_not():
    up, down = moved_by(1, 0, -1)
    assert (up[0], "↑1" in up[1]) == ("1", True)
    assert (down[0], "↓1" in down[1]) == ("1", True)
    assert moved_by(0) == []


def test_who_moved_furthest_is_named_first():
    (_, up), (_, down) = moved_by(1, 3, -1, -2)
    assert (up.index("Xã 1"), down.index("Xã 3")) == (1, 1)
    assert (up.count("[Xã"), down.count("[Xã")) == (2, 2)


def test_the_table_of_changes_names_three_and_a_fourth():
    assert [detail.count("[Xã") for _, detail in moved_by(*[1] * 4)] == [4]
    assert [detail.count("[Xã") for _, detail in moved_by(*[1] * 5)] == [3]


@pytest.mark.parametrize(
    ("number", "told"),
    [
        pytest.param(3, "0; 1; 2", id="three"),
        pytest.param(4, "0; 1; 2; và 1 mục khác", id="four"),
        pytest.param(5, "0; 1; 2; và 2 mục khác", id="five"),
    ],
)
def test_items_of_a_direction(number, told):
    assert directions._few(map(str, range(number))) == told


@pytest.mark.parametrize(
    ("letters", "told"),
    [
        pytest.param(12, "Đường làng A", id="room to spare"),
        pytest.param(11, "Đường làng…", id="one letter too many"),
    ],
)
def test_a_title_is_cut_only_where_it_is_too_long(letters, told):
    assert sentences.shortened("Đường  làng A", letters) == told


@pytest.mark.parametrize(
    ("number", "told"),
    [
        pytest.param(3, "A0, A1, A2", id="three"),
        pytest.param(4, "A0, A1, A2, và 1 tiêu chí khác", id="four"),
    ],
)
def test_mandatory_codes_in_a_sentence(number, told):
    codes = [f"A{place}" for place in range(number)]
    more = sentences.reasons.AND_MORE
    assert sentences.some(codes, sentences.MOST_CODES, more) == told


@pytest.mark.parametrize(("number", "ending"), [(3, "«2»"), (4, "1 chỗ khác")])
def test_gaps_are_named_up_to_three(number, ending):
    missing = [
        Problem(f"{place}", None, None, ProblemCode.MISSING_WORKSHEET) for place in range(number)
    ]
    assert gaps.gaps(missing).endswith(ending)


@pytest.mark.parametrize(("number", "shown"), [(99, 99), (100, 100), (101, 100)])
def test_findings_shown(number, shown):
    problem = Problem("Tiến độ", 2, "Ngày", ProblemCode.UNREADABLE_DATE, "x")
    found = [Finding(problem, None, unclear=True, lost=True, row="x")] * number
    table = quality.findings_table(
        found, {}, title="", place=lambda sheet, row, cell: f"{row}", named=False
    )
    assert len(table) == shown


@pytest.mark.parametrize(
    ("number", "named"), [pytest.param(12, 12), pytest.param(13, 13), pytest.param(14, 12)]
)
def test_the_late_units_of_a_criterion(number, named):
    told = [f"Xã {place:02}" for place in range(number)]
    book = plan(
        units(*((name, "A") for name in told)),
        criteria(("TC01", "Đường", "1/6/2024")),
    )
    now = assess(book, as_of=TODAY)
    lattice = matrix.lattice(now, book, href=lambda owner, _: owner, criterion_href=str)
    (late,) = [line for line in lattice.columns[0].lines if "Xã 00" in line]
    assert late.count("Xã") == named


@pytest.mark.parametrize(
    ("name", "unbroken"),
    [
        pytest.param("Xã Tân Thành Bắc", True, id="sixteen letters"),
        pytest.param("Xã Tân Thành Bình", False, id="seventeen"),
    ],
)
def test_a_short_name_stays_on_one_line(name, unbroken):
    assert (" " not in marks.unbroken(name)) is unbroken


@pytest.mark.parametrize(
    ("letters", "told"), [(41, "x" * 41), (42, "x" * 42), (43, "x" * 42 + "…")]
)
def test_a_long_cell_of_the_sheet_is_cut(letters, told):
    assert sheet_rows._text("x" * letters) == told


@pytest.mark.parametrize(("letters", "told"), [(40, "x" * 40), (41, "x" * 39 + "…")])
def test_a_long_name_beside_a_bar_is_cut(letters, told):
    assert charts_print._short("x" * letters) == told


@pytest.mark.parametrize(
    ("heights", "expected"),
    [
        pytest.param([4, 6], [(0, 2)], id="exactly full"),
        pytest.param([4, 6.5], [(0, 1), (1, 2)], id="a little more"),
        pytest.param([11], [(0, 1)], id="alone though too high"),
        pytest.param([4, 4, 4], [(0, 2), (2, 3)], id="the rest"),
    ],
)
def test_rows_fill_a_slide(heights, expected):
    assert [(rows.start, rows.stop) for rows in slides._filled(heights, 10)] == expected


@pytest.mark.parametrize(
    ("number", "bars"),
    [
        pytest.param(24, [24], id="one slide full"),
        pytest.param(25, [13, 12], id="one more makes two as full as each other"),
        pytest.param(48, [24, 24], id="both full"),
        pytest.param(49, [17, 17, 15], id="three"),
    ],
)
def test_units_of_a_ranking_on_slides(number, bars):
    book = plan(units(*((name, "A") for name in names(number))))
    now = assess(book, as_of=TODAY)
    shown = Shown(book, now, now, compare(book, now, now), Narrowing())
    ranked = slides_drawn.ranked(shown, lambda label: label)
    assert [len(table) for slide in ranked for table in slide.tables] == bars

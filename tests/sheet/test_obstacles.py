"""What owners say is in their way (rules, 1: Obstacles)."""

from datetime import date

import pytest

from lib.assess import assess
from tests.builders import (
    agencies,
    criteria,
    entries,
    found,
    literal,
    periods,
    plan,
    progress,
    settings,
    tasks,
    units,
)

HEAD = "Ngày | Đơn vị | Mã | Kết quả | Tiến độ (%) | Minh chứng | Khó khăn kiến nghị"
TOLD = "thiếu vốn"
ITEMS = (
    settings(("Năm", 2024)),
    criteria(("TC01", "Đường"), ("TC02", "Nước", "Tam Đa"), head="Mã | Tiêu chí | Áp dụng cho"),
    periods(("T06", "Tháng 6", "10/7/2024")),
)
DAY, OWNER, CODE, RESULT, PERCENT = "Ngày", "Đơn vị", "Mã", "Kết quả", "Tiến độ (%)"


def told(book):
    """List the obstacles: owner, code, day, text."""
    return [
        (
            book.owners["name"][each.owner],
            None if each.item < 0 else book.items["code"][each.item],
            f"{each.day:%d/%m}",
            each.text,
        )
        for each in book.obstacles.itertuples()
    ]


# the row, the obstacle's code (False: none is told), whether the row counts, its problems
ROWS = [
    pytest.param(("1/6/2024", "Tam Đa", "TC01"), "TC01", False, [], id="nothing else"),
    pytest.param(("1/6/2024", "Tam Đa", None), None, False, [], id="no code"),
    pytest.param(
        ("1/6/2024", "Tam Đa", "TC9"), None, False, [(CODE, "unknown_code")], id="unknown code"
    ),
    pytest.param(
        ("1/6/2024", "Tam Đa", "TC01, TC02"),
        *(None, False, [(CODE, "several_codes")]),
        id="several codes",
    ),
    pytest.param(
        ("1/6/2024", "Tam Đa", "#REF!"), None, False, [(CODE, "cell_error")], id="an error for a code"
    ),
    pytest.param(("1/6/2024", "Tam Đa", "TC01", "Đang làm"), "TC01", True, [], id="a result too"),
    pytest.param(("1/6/2024", "Tam Đa", "TC01", None, 40), "TC01", True, [], id="a percent too"),
    pytest.param(
        ("1/6/2024", "Tam Đa", "TC01", "gần xong"),
        *("TC01", False, [(RESULT, "unreadable_result")]),
        id="an unreadable result",
    ),
    pytest.param(
        ("1/6/2024", "Tam Đa", "TC01", None, "nhiều"),
        *("TC01", False, [(RESULT, "missing_value"), (PERCENT, "unreadable_percent")]),
        id="an unreadable percent",
    ),
    pytest.param(
        ("1/6/2024", "Tam Đa", None, "Đạt"),
        *(None, False, [(CODE, "missing_value")]),
        id="a result of no code",
    ),
    pytest.param(
        ("1/6/2024", "Tam Đa", "TC01", "#REF!"),
        *("TC01", False, [(RESULT, "cell_error")]),
        id="an error for a result",
    ),
    pytest.param(("1/6/2024", "Tam Đa", "TC01", None, None, "ảnh"), "TC01", False, [], id="evidence"),
    pytest.param(("1/6/2024", "Tam Đa", "T06"), "T06", False, [], id="a report's line"),
    pytest.param(
        ("1/6/2024", "Tam Đa", "T06", None, None, "qua thư"),
        *("T06", True, []),
        id="a report's line with evidence",
    ),
    pytest.param(("1/6/2024", "Đại Phú", "TC02"), "TC02", False, [], id="not owed, says nothing else"),
    pytest.param(
        ("1/6/2024", "Đại Phú", "TC02", "Đạt"),
        *("TC02", True, [(CODE, "not_owed")]),
        id="not owed, counted",
    ),
    pytest.param(
        ("1/6/2024", "Tam Da", "TC01"), "TC01", False, [(OWNER, "guessed_name")], id="a guessed name"
    ),
    pytest.param(("1/6/2024", "Huế", "TC01"), False, False, [(OWNER, "unknown_name")], id="a stranger"),
    pytest.param(("1/6/2024", None, "TC01"), False, False, [(OWNER, "missing_value")], id="no name"),
    pytest.param((None, "Tam Đa", "TC01"), False, False, [(DAY, "missing_value")], id="no day"),
    pytest.param(
        ("hôm qua", "Tam Đa", "TC01"), False, False, [(DAY, "unreadable_date")], id="no such day"
    ),
    pytest.param(
        ("31/12/2023", "Tam Đa", "TC01"), False, False, [(DAY, "early_date")], id="before the plan"
    ),
    pytest.param(("1/1/2024", "Tam Đa", "TC01"), "TC01", False, [], id="the plan's first day"),
    pytest.param(
        ("21/9/2024", "Tam Đa", "TC01"), "TC01", False, [(DAY, "future_date")], id="after today"
    ),
]  # fmt: skip


@pytest.mark.parametrize(("row", "code", "counts", "problems"), ROWS)
def test_an_obstacle(row, code, counts, problems):
    book = plan(*ITEMS, progress((*row, *[None] * (6 - len(row)), TOLD), head=HEAD))
    expected = [] if code is False else [(code, TOLD)]
    assert [(each[1], each[3]) for each in told(book)] == expected
    assert len(entries(book)) == counts
    if code is False:  # such a row tells no obstacle, so it misses its result
        problems = [*problems, (RESULT, "missing_value")]
    assert sorted(found(book)) == sorted(("Tiến độ", 2, *each) for each in problems)


@pytest.mark.parametrize("nothing", [None, " ", "\u200b", "#REF!"], ids=ascii)
def test_without_words_there_is_none(nothing):
    book = plan(progress(("1/6/2024", "Tam Đa", "TC01", None, None, None, nothing), head=HEAD))
    assert told(book) == []
    column = "Khó khăn kiến nghị"
    errors = [("Tiến độ", 2, column, "cell_error")] if nothing == "#REF!" else []
    assert sorted(found(book)) == sorted([("Tiến độ", 2, RESULT, "missing_value"), *errors])


def test_an_obstacle_alone_is_no_form_line():
    book = plan(progress((None, "Tam Đa", "TC01", None, None, None, TOLD), head=HEAD))
    assert found(book) == [
        ("Tiến độ", 2, DAY, "missing_value"),
        ("Tiến độ", 2, RESULT, "missing_value"),
    ]


def test_a_row_of_the_wrong_worksheet_reports_none():
    title = "Tiến độ – Tam Đa"
    rows = [("1/6/2024", name, "TC01", None, None, None, TOLD) for name in ("Đại Phú", None)]
    book = plan(progress(*rows, head=HEAD, title=title))
    assert told(book) == [("Tam Đa", "TC01", "01/06", TOLD)]
    assert found(book) == [
        (title, 2, OWNER, "wrong_worksheet"),
        (title, 2, RESULT, "missing_value"),
    ]


def test_an_upper_row_of_one_day_keeps_its_obstacle():
    rows = [("1/6/2024", "Tam Đa", "TC01", "Đang làm", n, None, f"khó {n}") for n in (10, 20)]
    book = plan(progress(*rows, head=HEAD))
    assert [text for *_, text in told(book)] == ["khó 10", "khó 20"]
    assert found(book) == [("Tiến độ", 2, CODE, "duplicate_entry")]


def test_it_is_the_bearers_of_its_day():
    book = plan(
        units(
            ("Tam Đa", "A", None, "31/5/2024"), ("Tam Đa", "B", "1/6/2024", None),
            head="Đơn vị | Nhóm | Hiệu lực từ | Hiệu lực đến",
        ),
        progress(*((day, "Tam Đa", None, None, None, None, day) for day in ("31/5/2024", "1/6/2024")), head=HEAD),
    )  # fmt: skip
    assert book.obstacles["owner"].tolist() == [0, 1]


def test_those_up_to_the_date_are_shown_newest_first_then_as_in_the_sheet():
    book = plan(
        agencies(("Phòng Y tế",)),
        tasks(("NV01", "Tập huấn", "Phòng Y tế")),
        progress(
            ("2/6/2024", "Tam Đa", "TC01", None, None, None, "một"),
            ("15/6/2024", "Phòng Y tế", "NV01", "Đang làm", 5, None, "hai"),
            ("16/6/2024", "Tam Đa", "TC01", None, None, None, "mai"),
            ("2/6/2024", "Đại Phú", None, None, None, None, "ba"),
            head=HEAD,
        ),
        progress(
            ("15/6/2024", None, None, None, None, None, "bốn"), head=HEAD, title="Tiến độ – Tam Đa"
        ),
    )
    shown = assess(book, as_of=date(2024, 6, 15)).obstacles
    assert literal(shown, "owner code date text worksheet row") == [
        ("Phòng Y tế", "NV01", "2024-06-15", "hai", "Tiến độ", 3),
        ("Tam Đa", None, "2024-06-15", "bốn", "Tiến độ – Tam Đa", 2),
        ("Tam Đa", "TC01", "2024-06-02", "một", "Tiến độ", 2),
        ("Đại Phú", None, "2024-06-02", "ba", "Tiến độ", 5),
    ]

"""The day, the number and the length at which a file begins to say something else."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pandas as pd
import pytest
from openpyxl import Workbook

from lib.export import (
    calendar,
    document_annexes,
    document_lattices,
    narrative,
    narrative_meeting,
    narrative_units,
    narrative_work,
    period,
    ruled_table,
    spreadsheet,
    spreadsheet_annexes,
)
from lib.export.briefing import Briefing, briefing
from lib.export.document_head import letterhead, long_day
from lib.export.narrative import Points
from lib.export.ruled_table import Column, Ruled
from lib.export.sheet_of_paper import blank_paper
from lib.export.spreadsheet_annexes import Annex
from lib.export.text import clipped
from lib.grid import Grid
from lib.view import columns
from tests.builders import agencies, criteria, periods, plan, progress, settings, tasks, units

DAY = date(2024, 6, 10)
LATE = "1/6/2024"


def names(number: int) -> list[str]:
    return [f"Bản {place:02}" for place in range(number)]


def brief(*grids: Grid, as_of: date = DAY) -> Briefing:
    return briefing(plan(*grids), as_of=as_of)


def group(number: int) -> Grid:
    return units(*((name, "A") for name in names(number)))


def points(section: narrative.Section) -> list[str]:
    """List the sentences of a section that are set off by dashes."""
    return [
        sentence
        for block in section.blocks
        if isinstance(block, Points)
        for sentence in block.sentences
    ]


@pytest.mark.parametrize(
    ("number", "told"),
    [
        pytest.param(1, "Bản 00", id="fewer"),
        pytest.param(2, "Bản 00, Bản 01", id="as many"),
        pytest.param(3, "Bản 00, Bản 01 và 1 nơi khác", id="one more"),
        pytest.param(4, "Bản 00, Bản 01 và 2 nơi khác", id="two more"),
    ],
)
def test_names_listed(number, told):
    assert narrative.listed(names(number), most=2) == told


@pytest.mark.parametrize(
    ("text", "shown"),
    [("abc", "abc"), ("abcd", "abcd"), ("abcde", "abc…"), ("abc de", "abc…"), ("ab cd", "ab…")],
)
def test_text_is_cut_past_its_length(text, shown):
    assert clipped(text, 4) == shown


PERIODS = (
    ("T05", "Tháng 5/2024", "11/6/2024", "Tam Đa"),
    ("T06", "Tháng 6/2024", "11/7/2024", "Tam Đa"),
)


@pytest.mark.parametrize(
    ("days", "chosen", "told"),
    [
        pytest.param(-1, "T05", [], id="before any is due"),
        pytest.param(0, "T05", [], id="on the last day"),
        pytest.param(1, "T05", ["Báo cáo tháng 5/2024"], id="past it"),
        pytest.param(29, "T05", ["Báo cáo tháng 5/2024"], id="before the next last day"),
        pytest.param(30, "T06", ["Báo cáo tháng 5/2024"], id="on it"),
        pytest.param(31, "T06", ["Báo cáo tháng 6/2024"], id="past the next"),
    ],
)
def test_a_period_is_reported_on_from_its_last_day_and_judged_after_it(days, chosen, told):
    state = brief(periods(*PERIODS), as_of=DAY + timedelta(days=days))
    assert period.period(state)["code"] == chosen
    assert [sentence.split(" (")[0] for sentence in points(narrative_work.reports(state))] == told


@pytest.mark.parametrize("number", [3, 6, 7], ids=["fewer", "five", "six"])
def test_at_most_five_of_the_lowest_rates_and_none_of_100(number):
    asked = enumerate(names(number))
    sent = periods(*((f"T{place}", "Tháng 5", LATE, name) for place, name in asked))
    log = progress(("1/5/2024", "Bản 00", "T0", "Đã gửi"))
    *_, lowest = narrative_work.reports(brief(group(number), sent, log)).blocks
    assert lowest.removeprefix("Nơi có tỷ lệ báo cáo đúng hạn thấp nhất: ").rstrip(
        "."
    ) == ", ".join(f"{name} (0%)" for name in names(number)[1:6])


@pytest.mark.parametrize(
    ("number", "told"),
    [
        pytest.param(14, None, id="fewer"),
        pytest.param(15, None, id="as many"),
        pytest.param(16, "Còn 1 nhiệm vụ khác, xem phụ lục Danh sách quá hạn.", id="one more"),
    ],
)
def test_overdue_tasks_beyond_fifteen_are_counted(number, told):
    owed = tasks(*((f"NV{place:02}", "Việc", "Tất cả đơn vị", LATE) for place in range(number)))
    listed = points(narrative_meeting.given(brief(group(2), owed)))
    assert listed[0] == "NV00 – Việc: Bản 00, Bản 01, hạn 01/06/2024, quá hạn 9 ngày."
    assert len(listed) == number
    assert (listed[-1] == told) is (told is not None)


@pytest.mark.parametrize(
    ("number", "late", "told"),
    [
        pytest.param(4, 4, ", ".join(f"Bản {place:02}" for place in range(4)), id="all of few"),
        pytest.param(5, 5, "Tất cả 5 đơn vị", id="all"),
        pytest.param(62, 60, "Bản 59", id="as many as find room"),
        pytest.param(62, 61, "Bản 59 và 1 nơi khác", id="one more"),
    ],
)
def test_who_is_asked_to_do_one_thing(number, late, told):
    items = criteria(("TC01", "Đường", LATE))
    met = progress(*(("1/5/2024", name, "TC01", "Đạt") for name in names(number)[late:]))
    _, table = narrative_work.requests(brief(group(number), items, met)).blocks
    asked = table.rows[-1][-1]
    assert asked.count("Bản") == (0 if "Tất cả" in told else min(late, 60))
    assert asked.endswith(told)


@pytest.mark.parametrize(
    ("number", "told"),
    [
        pytest.param(19, None, id="fewer"),
        pytest.param(20, None, id="as many"),
        pytest.param(21, "Còn 1 đơn vị khác, xem Phụ lục I.", id="one more"),
    ],
)
def test_red_units_beyond_twenty_are_counted(number, told):
    items = criteria(("TC01", "Đường", LATE, "Có"), head="Mã | Tiêu chí | Hạn | Bắt buộc")
    listed = points(narrative_units.behind(brief(group(number), items)))
    assert len(listed) == number
    assert (listed[-1] == told) is (told is not None)


def ranked(number: int) -> Briefing:
    """Let each unit have met one criterion fewer than the one before it."""
    met = [
        ("1/5/2024", name, f"TC{code:02}", "Đạt")
        for place, name in enumerate(names(number))
        for code in range(number - place)
    ]
    items = criteria(*((f"TC{code:02}", "x", "31/12/2024") for code in range(number)))
    return brief(group(number), items, progress(*met))


@pytest.mark.parametrize(
    ("number", "leading"),
    [
        pytest.param(1, 1, id="alone"),
        pytest.param(3, 1, id="half of three"),
        pytest.param(4, 2, id="half of four"),
        pytest.param(6, 3, id="half of six"),
        pytest.param(8, 3, id="never a fourth rank"),
    ],
)
def test_the_leading_ranks_of_a_group(number, leading):
    (told,) = points(narrative_units.leaders(ranked(number)))
    assert [name for name in names(number) if name in told] == names(leading)


def test_nobody_leads_with_nothing_met():
    items = criteria(("TC01", "x", "31/12/2024"))
    (told,) = points(narrative_units.leaders(brief(group(3), items)))
    assert told == "Nhóm A: chưa đơn vị nào đạt tiêu chí nào."
    alone = briefing(plan(group(3), items), as_of=DAY, unit=names(3)[0])
    (told,) = narrative_units.leaders(alone).blocks
    assert told == "Nhóm A: chưa đơn vị nào đạt tiêu chí nào."


@pytest.mark.parametrize(("number", "rest"), [(5, ""), (6, " và 1 nơi khác")])
def test_leaders_beyond_five_are_counted(number, rest):
    met = progress(*(("1/5/2024", name, "TC01", "Đạt") for name in names(number)))
    items = criteria(("TC01", "x", "31/12/2024"))
    (told,) = points(narrative_units.leaders(brief(group(12), items, met)))
    assert told.count("Bản") == 5
    assert told.endswith(f"{rest}.")


@pytest.mark.parametrize(
    ("late", "last"),
    [
        pytest.param((), None, id="none"),
        pytest.param(("Công an huyện",), "1", id="one"),
        pytest.param(("Công an huyện", "Công an huyện", "Bản 00"), "2", id="two beside a unit's"),
    ],
)
def test_what_agencies_are_late_with_is_a_row_of_its_own(late, last):
    owed = tasks(*((f"NV{place}", "Việc", owner, LATE) for place, owner in enumerate(late)))
    table = narrative.by_group(brief(group(1), agencies(("Công an huyện", None)), owed)).blocks[0]
    rows = {row[0]: row[1:] for row in table.rows if isinstance(row[0], str)}
    assert rows.get("Các cơ quan", (None,))[-1] == last


def test_a_single_place_is_a_move():
    state = brief(group(3))
    moved = pd.Series([1, 0, -1], index=names(3), dtype="Int64")
    state.__dict__["changes"] = replace(state.changes, rank_change=moved)
    assert points(narrative_units.changes(state)) == [
        "Lên hạng 1 đơn vị: Bản 00 (↑1).",
        "Xuống hạng 1 đơn vị: Bản 02 (↓1).",
    ]
    assert list(spreadsheet_annexes.moves(state)) == [
        ("Lên hạng", 1, "Bản 00", None, None, None),
        ("Xuống hạng", 1, "Bản 02", None, None, None),
    ]


@pytest.mark.parametrize(
    ("columns", "parts"), [(33, [33]), (34, [34]), (35, [34, 1]), (69, [34, 34, 1])]
)
def test_criteria_that_fit_on_a_page(columns, parts):
    items = criteria(*((f"TC{code:02}", "x") for code in range(columns)))
    tables = document_lattices.matrix_tables(brief(group(1), items), most=5)
    assert [len(table.columns) - 3 for table in tables] == parts


@pytest.mark.parametrize(("columns", "parts"), [(15, [15]), (16, [16]), (17, [16, 1])])
def test_periods_that_fit_on_a_page(columns, parts):
    sent = periods(*((f"T{code:02}", "x", LATE, "Bản 00") for code in range(columns)))
    tables = document_lattices.calendar_tables(brief(group(1), sent), most=5)
    assert [len(table.columns) - 2 for table in tables] == parts


@pytest.mark.parametrize("number", [4, 5, 6])
def test_rows_left_out_are_told(number):
    sent = periods(*((f"T{code}", "x", LATE, name) for code, name in enumerate(names(number))))
    state = brief(group(number), sent)
    for make in (document_lattices.matrix_tables, document_lattices.calendar_tables):
        table, *cut = make(state, most=5)
        assert (len(table.rows), len(cut)) == (min(number, 5), int(number > 5))


@pytest.mark.parametrize("number", [100, 101])
def test_the_short_annex_lists_a_hundred_overdue_items(number):
    sent = periods(*((f"T{code}", "x", LATE, "Bản 00") for code in range(number)))
    annex = document_annexes._overdue(brief(group(1), sent), most=document_annexes.MOST_LATE)
    assert len(annex.tables[0].rows) == 100
    assert annex.below == (
        "Phụ lục in 100 dòng đầu trong 101 dòng; đủ tất cả ở bảng tính kèm theo."
        if number > 100
        else ""
    )


@pytest.mark.parametrize(("number", "told"), [(1500, 0), (1501, 1)])
def test_an_annex_says_that_rows_are_left_out(number, told):
    assert bool(document_annexes.more(number, 1500)) is bool(told)


@pytest.mark.parametrize(
    ("number", "rest"),
    [
        pytest.param(25, "", id="all drawn"),
        pytest.param(26, ": 25 đơn vị đầu trong 26 đơn vị", id="the first 25"),
    ],
)
def test_a_chart_says_that_units_are_left_out(number, rest):
    state = brief(group(number))
    paper = blank_paper(ribbon=None)
    before = len(paper.paragraphs)
    document_annexes._chart(paper, "A", state.units)
    assert paper.paragraphs[before].text == f"Biểu đồ xếp hạng nhóm A{rest}"


@pytest.mark.parametrize(
    ("month", "told"),
    [(1, "ngày 05 tháng 01"), (2, "ngày 05 tháng 02"), (3, "ngày 05 tháng 3")],
)
def test_the_first_two_months_are_written_with_a_nought(month, told):
    assert long_day(date(2024, month, 5)).startswith(told)


@pytest.mark.parametrize(("sign", "used"), [("A" * 11, True), ("A" * 12, True), ("A" * 13, False)])
def test_a_sign_is_short(sign, used):
    state = brief(
        settings(("Cơ quan thường trực", "Công an huyện")),
        agencies(("Công an huyện", sign), head="Cơ quan | Tên gọi khác"),
    )
    assert (letterhead(state).sign == sign) is used


@pytest.mark.parametrize(("number", "kept"), [(7, 6), (8, 7), (9, 0)])
def test_rows_of_a_short_table_stay_together(number, kept):
    xml = ruled_table._xml(Ruled("x", (Column("a", 10),), (("x",),) * number))
    head, rows = xml.split("</w:tr>", 1)
    assert rows.count("<w:keepNext/>") == kept
    assert head.count("<w:keepNext/>") == 1


@pytest.mark.parametrize(("lines", "kept"), [(12, 1), (13, 0)])
def test_rows_of_a_short_table_that_fill_half_a_page_are_parted(lines, kept):
    text = "x" * (lines * 5)  # five letters of 11 points stand in ten millimetres
    xml = ruled_table._xml(Ruled("x", (Column("a", 12),), ((text,),) * 2))
    assert xml.split("</w:tr>", 1)[1].count("<w:keepNext/>") == kept


@pytest.mark.parametrize(("letters", "kept"), [(32_000, 32_000), (32_001, 32_000)])
def test_a_workbooks_cell_is_not_overfilled(letters, kept):
    assert len(spreadsheet._value("x" * letters)) == kept


@pytest.mark.parametrize(
    ("letters", "height"), [(10, None), (11, 2 * spreadsheet._LINE + 2)], ids=["one line", "two"]
)
def test_a_row_is_as_high_as_its_longest_text(letters, height):
    workbook = Workbook(write_only=True)
    sheet = workbook.create_sheet()
    annex = Annex("x", (columns.Column("x", "x", letters=10),), ())
    spreadsheet._set_height(sheet, 1, ["x" * letters], annex)
    assert sheet.row_dimensions[1].height == height


def test_an_event_lasts_its_day_and_is_told_the_day_before():
    state = brief(tasks(("NV01", "Việc", "Tam Đa", "1/7/2024")))
    written = calendar.calendar(state, at=datetime(2024, 6, 1, tzinfo=UTC)).decode()
    assert "DTSTART;VALUE=DATE:20240701" in written
    assert "DTEND;VALUE=DATE:20240702" in written
    tomorrow, week = (calendar._alarm(days, "x")["description"] for days in (1, 7))
    assert "7" in week
    assert tomorrow != calendar.said.ALARM.format(days=1, event="x")

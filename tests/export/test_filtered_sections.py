"""Under a filter every section of the report keeps to it, and nothing counts to nought."""

import re
from datetime import date

import pytest

from lib.export import narrative, narrative_units, narrative_work
from lib.export.briefing import briefing
from lib.export.narrative import Part, Points
from lib.export.ruled_table import Cell, Ruled
from tests.builders import agencies, criteria, periods, plan, progress, settings, tasks, units

DAY = date(2024, 9, 15)
NOUGHT = re.compile(r"(?<![\d.,/])0 (mục|đơn vị|báo cáo|lượt|nơi|tiêu chí|nhiệm vụ|chỗ|việc|điều)")


def told(*more, **filters):
    book = plan(
        settings(("Năm", 2024), ("Cơ quan thường trực", "Công an huyện")),
        units(
            ("Tam Đa", "Xã", "A"),
            ("Sơn Dương", "Thị trấn", "A"),
            ("Tân Thanh", "Xã", "B"),
            head="Đơn vị | Loại | Nhóm",
        ),
        agencies(("Công an huyện", "Không"), ("Phòng Nội vụ", "Có"), ("Phòng Tài chính", "Có")),
        criteria(
            ("TC01", "Đường làng", "1/9/2024", "Phòng Tài chính", "Có"),
            ("TC02", "Điện", "1/8/2024", "Phòng Nội vụ", ""),
            head="Mã | Tiêu chí | Hạn | Cơ quan theo dõi | Bắt buộc",
        ),
        tasks(("NV1", "Hướng dẫn", "Phòng Nội vụ; Tân Thanh", "22/8/2024")),
        periods(("T9", "Tháng 9/2024", "10/9/2024", "Tất cả")),
        progress(
            ("1/8/2024", "Sơn Dương", "TC01", "Đạt", None),
            ("9/9/2024", "Sơn Dương", "T9", "Đã gửi", None),
            ("9/9/2024", "Tam Đa", "T9", "Đã gửi", None),
            ("1/8/2024", "Tam Đa", "TC02", "Đạt", None),
            *more,
        ),
    )
    return briefing(book, as_of=DAY, **filters)


def lines(*sections) -> str:
    """Write sections as text, a cell of a table a line."""
    found = []
    for block in (block for section in sections for block in section.blocks):
        if isinstance(block, Points):
            found += block.sentences
        elif isinstance(block, Ruled):
            cells = (cell for row in block.rows for cell in row)
            found += [cell.text if isinstance(cell, Cell) else cell for cell in cells]
        elif not isinstance(block, Part):
            found.append(block)
    return "\n".join(found)


def everything(briefed) -> str:
    return lines(
        narrative.general(briefed),
        narrative.by_group(briefed),
        narrative_units.behind(briefed),
        narrative_units.changes(briefed),
        narrative_work.overdue_by_agency(briefed),
        narrative_work.reports(briefed),
        narrative_work.requests(briefed),
    )


def test_a_groups_report_names_no_agencys_punctuality():
    assert "Phòng Tài chính (0%)" in lines(narrative_work.reports(told()))
    assert lines(narrative_work.reports(told(group="A"))) == (
        "Trong 2 báo cáo đã qua ngày cuối của hạn, có 2 báo cáo gửi đúng hạn (100%).\n"
        "Báo cáo tháng 9/2024 (hạn 09/09/2024): 2 đúng hạn."
    )


def test_a_groups_report_names_no_unit_of_another():
    text = everything(told(group="A"))
    assert "xã Tam Đa" in text
    assert "Tân Thanh" not in text


def test_an_agencys_report_lists_what_it_follows_alone():
    narrowed = told(agency="Phòng Nội vụ")
    assert "TC01" not in everything(narrowed)
    assert lines(narrative_units.behind(narrowed)) == (
        "Có 2 trên 3 đơn vị có mục quá hạn:\n"
        "Thị trấn Sơn Dương: quá hạn 1 tiêu chí; lâu nhất 45 ngày (TC02 – Điện).\n"
        "Xã Tân Thanh: quá hạn 1 tiêu chí; lâu nhất 45 ngày (TC02 – Điện)."
    )
    general = lines(narrative.general(narrowed))
    assert general.startswith("Phòng Nội vụ theo dõi 1 tiêu chí của 3 đơn vị.\nĐã đạt 1/3 lượt")
    assert "đèn" not in lines(narrative.general(narrowed), narrative.by_group(narrowed))
    assert "hạng" not in everything(narrowed)


def test_an_agency_that_follows_nothing_is_told_so():
    general = lines(narrative.general(told(agency="Công an huyện")))
    assert general.startswith("Công an huyện không theo dõi tiêu chí nào.\n")


def test_one_units_report_is_about_it_alone():
    narrowed = told(unit="TT Sơn Dương")
    assert lines(narrative.general(narrowed)).startswith(
        "Thị trấn Sơn Dương đang ở đèn vàng. Kỳ trước (15/08/2024): đèn vàng.\n"
    )
    assert lines(narrative_units.leaders(narrowed)) == (
        "Nhóm A, trong 2 đơn vị: thị trấn Sơn Dương (hạng 1: 1/2 tiêu chí, tiến độ 50%, báo cáo đúng "
        "hạn 100%)."
    )
    assert lines(narrative_units.behind(narrowed)) == (
        "Quá hạn 1 tiêu chí; lâu nhất 45 ngày (TC02 – Điện)."
    )
    assert "Tam Đa" not in everything(narrowed)


def test_who_acts_is_asked():
    asked = lines(narrative_work.requests(told()))
    assert "UBND xã Tân Thanh" in asked
    assert "UBND thị trấn Sơn Dương" in asked


@pytest.mark.parametrize(
    "filters", [{}, {"group": "A"}, {"unit": "Tam Đa"}, {"agency": "Phòng Nội vụ"}]
)
@pytest.mark.parametrize("log", [(), (("1/8/2024", "Tam Đa", "TC01", "Đạt", None),)])
def test_what_is_none_is_said_so(filters, log):
    assert not NOUGHT.search(everything(told(*log, **filters)))
    early = briefing(told().book, as_of=date(2024, 2, 20), **filters)
    text = everything(early)
    assert not NOUGHT.search(text)
    assert "Không có mục nào quá hạn; kỳ trước không có mục nào quá hạn." in text
    assert "Trong 7 ngày tới không có mục nào đến hạn." in text
    assert "Chưa có báo cáo nào qua ngày cuối của hạn." in text

"""Rows in, the sentences that open Tổng quan out: who is last and why, the weakest, who is silent."""

from datetime import date

import pytest

from lib.view import answers
from tests import builders as sheet

BEFORE = date(2024, 8, 15)
CRITERIA = (("TC01", "Nghị quyết", "30/6/2024"), ("TC02", "Mô hình", "31/12/2024"))
MET = (
    ("1/6/2024", "Tam Đa", "TC01", "Đạt"),
    ("1/6/2024", "Tam Đa", "TC02", "Đạt"),
    ("1/6/2024", "Xã [x]", "TC01", "Đạt"),
)
SENT = (("9/9/2024", "Tam Đa", "T8", "Đã gửi"), ("12/9/2024", "Xã [x]", "T8", "Đã gửi"))


def told(*log, as_of=date(2024, 9, 15), **filters) -> dict[str, str]:
    plan = sheet.plan(
        sheet.units(("Tam Đa", "Thấp"), ("Bình Yên", "Thấp"), ("Xã [x]", "Cao")),
        sheet.agencies(("Phòng Nội vụ", "Có")),
        sheet.criteria(*CRITERIA),
        sheet.periods(("T8", "Tháng 8", "10/9/2024", "Tất cả")),
        sheet.progress(*log),
    )
    shown = sheet.shown(plan, as_of=as_of, previous=BEFORE, **filters)
    lines = answers.answers(shown, href=lambda owner: f"@{owner}", criterion_href="#{}".format)
    heads = (line.removeprefix("- **").split(":** ") for line in lines)
    return dict(heads)


def test_who_is_last_is_told_of_each_group_that_has_one_and_why():
    # The high group has one unit: its only rank is the first, so nobody is last.
    assert told(*MET, *SENT)["Cuối bảng"] == (
        "[Bình Yên](@Bình Yên) (Thấp, 0/2, quá hạn 2 mục, lâu nhất 77 ngày: [TC01 – Nghị quyết](#TC01))."
    )


def test_nobody_is_last_where_all_are_equal():
    assert told()["Cuối bảng"] == "các đơn vị cùng nhóm đang bằng nhau."


def test_the_weakest_criterion_is_named_with_its_share_and_the_one_overdue_for_most():
    assert told(*MET)["Tiêu chí yếu nhất"] == (
        "[TC02 – Mô hình](#TC02), 1/3 đơn vị đạt, hạn 31/12/2024; "
        "quá hạn nhiều nhất là [TC01 – Nghị quyết](#TC01), 1 đơn vị."
    )
    met = [
        ("1/6/2024", unit, code, "Đạt")
        for unit in ("Tam Đa", "Bình Yên", "Xã [x]")
        for code in ("TC01", "TC02")
    ]
    assert told(*met)["Tiêu chí yếu nhất"] == "mọi tiêu chí đều đã đạt."


@pytest.mark.parametrize(
    ("as_of", "names"),
    [
        (date(2024, 9, 15), "2 nơi – [Bình Yên](@Bình Yên), [Phòng Nội vụ](@Phòng Nội vụ)."),
        # On the day after the last one nobody who sent it later has sent it.
        (
            date(2024, 9, 10),
            r"3 nơi – [Bình Yên](@Bình Yên), [Xã \[x\]](@Xã [x]), [Phòng Nội vụ](@Phòng Nội vụ).",
        ),
    ],
)
def test_who_has_not_sent_the_report_that_was_due(as_of, names):
    assert told(*SENT, as_of=as_of)["Báo cáo đến hạn chưa gửi"] == (
        f"T8 – Báo cáo tháng 8 (hạn 09/09/2024) {names}"
    )


def test_no_report_is_owed_on_its_last_day():
    said = told(*SENT, as_of=date(2024, 9, 9))["Báo cáo đến hạn chưa gửi"]
    assert said == "chưa có kỳ báo cáo nào đến hạn."


def test_a_filter_leaves_what_is_its_own_with_the_rank_of_the_whole_group():
    mine = told(*MET, *SENT, unit="Bình Yên")
    assert mine["Cuối bảng"] == (
        "[Bình Yên](@Bình Yên) hạng 2 trên 2 đơn vị nhóm Thấp "
        "(0/2, quá hạn 2 mục, lâu nhất 77 ngày: [TC01 – Nghị quyết](#TC01))."
    )
    assert told(*MET, *SENT, group="Cao")["Cuối bảng"] == (
        r"[Xã \[x\]](@Xã [x]) hạng 1 trên 1 đơn vị nhóm Cao "
        "(1/2, 1 tiêu chí chưa báo cáo)."
    )
    assert "Báo cáo đến hạn chưa gửi" in told(*MET, agency="Phòng Nội vụ")


def test_what_moved_since_the_earlier_date_names_who_moved_most():
    log = (
        *MET,
        ("1/9/2024", "Bình Yên", "TC01", "Đạt"),
        ("1/9/2024", "Bình Yên", "TC02", "Đạt"),
        ("1/9/2024", "Tam Đa", "TC02", "Chưa đạt"),
    )
    assert told(*log)["Từ ngày 15/08/2024"] == (
        "1 đơn vị lên hạng: [Bình Yên](@Bình Yên) ↑1; 1 đơn vị xuống hạng: [Tam Đa](@Tam Đa) ↓1; "
        "2 tiêu chí mới đạt; 1 tiêu chí không còn đạt; 4 mục mới quá hạn; 1 mục hết quá hạn."
    )
    assert told(*log, agency="Phòng Nội vụ")["Từ ngày 15/08/2024"] == "1 mục mới quá hạn."


def test_where_nothing_moved_it_is_said():
    assert told(as_of=date(2024, 8, 16))["Từ ngày 15/08/2024"] == "không có gì thay đổi."


def test_of_many_movers_only_those_who_moved_most_are_named():
    names = ["A", "B", "C", "D"]
    plan = sheet.plan(
        sheet.units(*((name, "Thấp") for name in names)),
        sheet.criteria(*CRITERIA),
        sheet.progress(
            *(("1/6/2024", name, "TC01", "Đạt") for name in "ABC"),
            *(("1/9/2024", "D", code, "Đạt") for code in ("TC01", "TC02")),
        ),
    )
    shown = sheet.shown(plan, as_of=date(2024, 9, 15), previous=BEFORE)
    line = answers.answers(shown, href=lambda owner: f"@{owner}", criterion_href="#{}".format)[-1]
    assert (
        "1 đơn vị lên hạng: [D](@D) ↑3; 3 đơn vị xuống hạng: [A](@A), [B](@B), [C](@C) ↓1" in line
    )

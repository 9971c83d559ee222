"""What a meeting concludes: the proposals to begin with, what would keep one from counting."""

from datetime import date

import pytest

from lib.assess import assess
from lib.view import conclusions
from lib.view.conclusions import Conclusion
from tests.builders import agencies, criteria, periods, plan, tasks, units

DAY = date(2024, 9, 15)
MUST = "Mã | Tiêu chí | Hạn | Bắt buộc"


def book():
    return plan(
        agencies(("Phòng Nội vụ",), head="Cơ quan"),
        units(("Tam Đa", "Xã", "A"), ("Sơn Dương", "Thị trấn", "B"), head="Đơn vị | Loại | Nhóm"),
        criteria(
            ("TC01", "Đường", "30/6/2024", "Có"), ("TC02", "Đèn", "1/9/2024", None), head=MUST
        ),
        tasks(
            ("NV1", "Hướng dẫn", "Phòng Nội vụ", "15/9/2024", "1/10/2024"),
            ("NV2", "Sơ kết", "Phòng Nội vụ", "1/8/2024", "1/9/2024"),
            head="Mã | Nhiệm vụ | Chủ trì | Ngày giao | Hạn",
        ),
        periods(
            ("T8", "Tháng 8", "1/9/2024", "Sơn Dương"), ("T9", "Tháng 9", "10/10/2024", "Tất cả")
        ),
    )


def test_the_proposals_are_those_of_the_last_slides_without_days_that_pass():
    told = conclusions.proposed(assess(book(), as_of=DAY), book())
    assert told == (
        Conclusion(
            "Giải trình và khắc phục: TC01 – Đường; T8 – báo cáo tháng 8; TC02 – Đèn",
            ("TT Sơn Dương",),
            "09/10/2024",
        ),
        Conclusion("Giải trình và khắc phục: TC01 – Đường; TC02 – Đèn", ("Tam Đa",), "09/10/2024"),
        Conclusion("Hoàn thành: NV2 – Sơ kết", ("Phòng Nội vụ",), "09/10/2024"),
    )


def test_it_may_be_given_to_everyone_a_group_an_agency_or_a_unit():
    sheet = book()
    assert conclusions.whom(assess(sheet, as_of=DAY), sheet) == (
        *("Tất cả đơn vị", "Tất cả cơ quan", "Tất cả"),
        *("A", "B"),
        "Phòng Nội vụ",
        *("Tam Đa", "TT Sơn Dương"),
    )


WHO = ("Tam Đa",)


@pytest.mark.parametrize(
    ("conclusion", "told"),
    [
        pytest.param(Conclusion("Sơ kết", WHO, "15/9/2024"), [], id="due on the day itself"),
        pytest.param(Conclusion("Sơ kết", WHO, "30/9"), [], id="without its year"),
        pytest.param(Conclusion(" ", WHO, "30/9/2024"), ["chưa ghi nội dung"], id="nothing said"),
        pytest.param(
            Conclusion("Sơ kết", (), "30/9/2024"),
            ["chưa có chủ trì, nên sổ không tính"],
            id="nobody",
        ),
        pytest.param(
            Conclusion("Sơ kết", WHO, " "),
            ["chưa có hạn, nên không bao giờ quá hạn"],
            id="no deadline",
        ),
        pytest.param(
            Conclusion("Sơ kết", WHO, "trong tháng 10"),
            ["hạn “trong tháng 10” không phải là ngày, nên sổ tính đến ngày kết thúc kế hoạch"],
            id="no day",
        ),
        pytest.param(
            Conclusion("Sơ kết", WHO, "14/9/2024"), ["hạn trước ngày họp"], id="before the meeting"
        ),
    ],
)
def test_what_would_keep_one_from_counting_as_meant(conclusion, told):
    assert list(conclusions.faults(conclusion, held_on=DAY)) == told


def test_a_day_without_its_year_is_the_next_one_after_the_meeting():
    assert Conclusion("", WHO, "15/1").due(DAY) == date(2025, 1, 15)
    assert Conclusion("", WHO, "15/9").due(DAY) == DAY


def test_what_the_sheet_has_of_this_meeting_already():
    assert conclusions.given_on(book(), DAY) == ("NV1",)
    assert conclusions.given_on(book(), date(2024, 9, 14)) == ()

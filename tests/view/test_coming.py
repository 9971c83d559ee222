"""What falls due until the next meeting: when that is, who has it, who will hardly make it."""

from datetime import date

import pytest

from lib.view import coming, slides
from tests.builders import criteria, plan, progress, settings, shown, units

AS_OF, PREVIOUS = date(2024, 9, 15), date(2024, 8, 15)


@pytest.mark.parametrize(
    ("previous", "as_of", "then"),
    [
        pytest.param("2024-08-15", "2024-09-15", "2024-10-15", id="a month"),
        pytest.param("2024-01-31", "2024-02-29", "2024-03-29", id="a month that ends early"),
        pytest.param("2024-06-15", "2024-09-15", "2024-12-15", id="a quarter"),
        pytest.param("2024-06-14", "2024-09-15", "2024-10-15", id="more than a quarter"),
        pytest.param("2024-09-01", "2024-09-15", "2024-09-29", id="two weeks"),
        pytest.param("2024-08-16", "2024-09-15", "2024-10-15", id="thirty days"),
        pytest.param("2024-12-15", "2025-01-15", "2025-02-15", id="over the year's end"),
    ],
)
def test_the_next_meeting_is_as_far_as_the_last_one(previous, as_of, then):
    days = (date.fromisoformat(day) for day in (previous, as_of))
    assert coming.next_meeting(*days) == date.fromisoformat(then)


def seen(*log, due="30/9/2024", **filters):
    book = plan(
        settings(("Năm", 2024)),
        units(("Tam Đa", "A"), ("Đại Phú", "A"), ("Tân Trào", "B")),
        criteria(("TC01", "Đường làng", due), ("TC02", "Đèn", "31/12/2024")),
        progress(*log),
    )
    return shown(book, as_of=AS_OF, previous=PREVIOUS, **filters)


LOG = (
    ("1/8/2024", "Tam Đa", "TC01", "Đạt"),
    ("1/8/2024", "Đại Phú", "TC01", "Đang làm", 20),
    ("10/9/2024", "Tân Trào", "TC01", "Đang làm", 95),
)


def test_each_item_says_who_has_done_it_and_who_will_hardly_make_it():
    told = seen(*LOG)
    falling = coming.falling_due(told)
    assert coming.finding(told, falling) == (
        "Đến kỳ họp sau (15/10/2024): 1 nội dung đến hạn, 1 nơi khó kịp"
    )
    assert coming.table(told, falling, letters=40).frame.to_dict("records") == [
        {
            "TT": "1",
            "Hạn": "30/09/2024",
            "Nội dung đến hạn": "TC01 – Đường làng",
            "Đã xong": "1/3",
            "Khó kịp theo nhịp hai tháng qua": ":orange[▲ 1 nơi: Đại Phú]",
        }
    ]


def test_filters_leave_their_own_counts():
    told = seen(*LOG, group="B")
    falling = coming.falling_due(told)
    assert coming.counted(falling) == "1 nội dung đến hạn, theo nhịp hiện nay đều kịp"
    assert coming.table(told, falling, letters=40).frame["Đã xong"].tolist() == ["0/1"]


def test_nothing_to_come_is_said():
    told = seen(due="31/12/2024")
    assert coming.counted(coming.falling_due(told)) == "không có mục nào đến hạn"
    (slide,) = (
        each for each in slides.deck(told, href=lambda label: "x") if each.key == "sap-toi-1"
    )
    assert slide.title == "Đến kỳ họp sau (15/10/2024): không có mục nào đến hạn"
    assert slide.text == ("Từ nay đến kỳ họp sau không có tiêu chí, nhiệm vụ, báo cáo nào đến hạn.")


def test_the_slide_says_how_the_projection_is_made():
    (slide,) = (
        each for each in slides.deck(seen(*LOG), href=lambda label: "x") if each.key == "sap-toi-1"
    )
    assert slide.text == "Dự báo, nếu đến hạn vẫn giữ nhịp tăng từ 15/07/2024; không làm đổi đèn."

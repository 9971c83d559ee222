"""For how long a unit has been red, in dates; its lights over the months in words and shapes."""

from datetime import date

import pytest

from lib.assess import history
from lib.view import lasting
from tests.builders import criteria, plan, settings, shown, units

MUST = "Mã | Tiêu chí | Hạn | Bắt buộc"
NO_BREAK = "\u00a0"


def book(deadline):
    return plan(
        settings(("Năm", 2024)),
        units(("Tam Đa", "A")),
        criteria(("TC01", "Đường", deadline, "Có"), head=MUST),
    )


def seen(deadline, as_of=date(2024, 9, 15)):
    return shown(book(deadline), as_of=as_of, previous=date(2024, 8, 15))


@pytest.mark.parametrize(
    ("deadline", "said"),
    [
        pytest.param("15/9/2024", None, id="not red"),
        pytest.param("14/9/2024", "Mới đỏ ngày 15/09/2024", id="only today"),
        pytest.param("30/8/2024", "Đỏ từ 31/08/2024, 2 mốc liền", id="a month's end and today"),
        pytest.param("14/8/2024", "Đỏ từ 15/08/2024, 3 mốc liền", id="since the last meeting"),
        pytest.param("29/6/2024", "Đỏ từ 30/06/2024, 5 mốc liền", id="meeting and month ends"),
    ],
)
def test_since_when_and_on_how_many_dates_running(deadline, said):
    assert lasting.red_since(seen(deadline)).get("Tam Đa") == said


def test_a_table_says_it_shorter():
    assert lasting.since_when(seen("29/6/2024"))["Tam Đa"] == f"30/06/2024, 5{NO_BREAK}mốc"


def test_a_strip_of_lights_says_each_in_a_word_and_a_shape():
    days = (date(2024, 6, 30), date(2024, 7, 31), date(2024, 8, 15))
    title, told = lasting.strip(history(book("31/7/2024"), days))
    assert title == "Đèn qua các tháng: 1 mốc đỏ trên 3"
    assert told.replace(NO_BREAK, " ") == (
        ":gray-badge[30/06 ○ Xám] :orange-badge[31/07 ▲ Vàng] :red-badge[15/08 ■ Đỏ]"
    )


def test_a_strip_without_red_says_so_and_one_date_is_none():
    days = (date(2024, 6, 30), date(2024, 7, 31))
    told = lasting.strip(history(book("31/7/2024"), days))
    assert told is not None
    assert told[0] == "Đèn qua các tháng: không mốc nào đỏ trên 2"
    assert lasting.strip(history(book("31/7/2024"), days[:1])) is None

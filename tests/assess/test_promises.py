"""Whose deadline was moved: what recorded days promised, one after another, then today."""

from datetime import date

import pytest

from lib.assess.promises import moved, promises
from lib.sheet import Book
from tests.builders import plan, tasks, units

HEAD = "Mã | Nhiệm vụ | Chủ trì | Hạn"
AUGUST, MID, END = date(2024, 8, 31), date(2024, 9, 15), date(2024, 9, 30)


def book(due: str | None, *, code: str = "NV1", title: str = "Sơ kết") -> Book:
    return plan(units(("Tam Đa", "A")), tasks((code, title, "Tam Đa", due), head=HEAD))


def told(*days: Book) -> dict[str, tuple[date | None, ...]]:
    return moved(days[-1], [promises(each) for each in days[:-1]])


@pytest.mark.parametrize(
    ("days", "expected"),
    [
        pytest.param(["31/8/2024"], None, id="never recorded"),
        pytest.param(["31/8/2024", "31/8/2024"], None, id="kept"),
        pytest.param(["31/8/2024", "15/9/2024"], (AUGUST, MID), id="moved once"),
        pytest.param(
            ["31/8/2024", "15/9/2024", "15/9/2024", "30/9/2024"],
            (AUGUST, MID, END),
            id="moved twice",
        ),
        pytest.param(["31/8/2024", "15/9/2024", "31/8/2024"], (AUGUST, MID, AUGUST), id="and back"),
        pytest.param([None, "31/8/2024"], None, id="its first one is no move"),
        pytest.param(["31/8/2024", None], (AUGUST, None), id="taken away"),
        pytest.param(["31/8/2024", "sớm", "31/8/2024"], None, id="unreadable in between"),
        pytest.param(["31/8/2024", "sớm"], None, id="unreadable today"),
    ],
)
def test_deadlines_one_after_another(days: list[str | None], expected):
    assert told(*map(book, days)).get("NV1") == expected


def test_codes_and_titles_are_the_same_however_they_are_written():
    before = book("31/8/2024", code="nv 1", title="SƠ  KẾT")
    assert told(before, book("15/9/2024")) == {"NV1": (AUGUST, MID)}


def test_a_code_that_was_another_tasks_says_nothing():
    assert told(book("31/8/2024", title="Tổng kết"), book("15/9/2024")) == {}


def test_a_day_on_which_the_task_was_not_there_is_passed_over():
    assert told(book("31/8/2024"), book("1/1/2024", code="NV2"), book("15/9/2024")) == {
        "NV1": (AUGUST, MID)
    }


def test_only_tasks_promise():
    assert promises(plan()) == {}

"""What a page is told of the reading: at once when it is new, after a while when it is not."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from lib.source.errors import SourceError, SourceErrorCode
from lib.source.feed import Snapshot
from lib.ui import freshness
from tests import builders as sheet

DAY = date(2024, 9, 20)
READ = datetime(2024, 9, 15, 3, 15, tzinfo=UTC)
GOOD = Snapshot(sheet.spreadsheet(), READ, "a")
FAILING = replace(
    GOOD, failure=SourceError(SourceErrorCode.QUOTA), failing_since=READ.replace(minute=20)
)


def test_a_reading_is_told_by_the_clock_on_the_readers_wall():
    told = freshness.state(GOOD, DAY, "")
    assert (told["read"], told["late"], told["failure"]) == ("10:15", False, None)
    assert freshness.state(replace(GOOD, late=True), DAY, "")["late"]


def test_a_failure_says_what_since_when_and_what_to_do():
    title, what, to_do, remedy = freshness.state(FAILING, DAY, "")["failure"]
    assert title == "Không đọc được sổ"
    assert what.startswith(", từ 10:20 ngày 15/09/2024: ")
    assert what.endswith(" Đang hiển thị số liệu đọc lúc 10:15 ngày 15/09/2024. ")
    assert to_do == "Cần làm:"
    assert remedy.strip()


@pytest.mark.parametrize(
    ("other", "new"),
    [
        pytest.param(replace(GOOD, fingerprint="b"), True, id="content"),
        pytest.param(replace(GOOD, read_at=READ.replace(minute=16)), True, id="minute"),
        pytest.param(replace(GOOD, read_at=READ.replace(second=59)), False, id="same-minute"),
        pytest.param(replace(GOOD, late=True), True, id="late"),
        pytest.param(FAILING, True, id="failure"),
        pytest.param(replace(GOOD, refreshing=True), False, id="reading"),
    ],
)
def test_the_mark_differs_when_what_is_told_does(other: Snapshot, new: bool):
    assert (
        freshness.state(other, DAY, "")["mark"] != freshness.state(GOOD, DAY, "")["mark"]
    ) is new


def test_a_page_is_drawn_anew_for_new_content_and_on_another_day():
    drawn = freshness.state(GOOD, DAY, "")["content"]
    assert freshness.state(FAILING, DAY, "")["content"] == drawn
    assert freshness.state(replace(GOOD, fingerprint="b"), DAY, "")["content"] != drawn
    assert freshness.state(GOOD, date(2024, 9, 21), "")["content"] != drawn
    assert freshness.state(GOOD, DAY, "more days remembered")["content"] != drawn

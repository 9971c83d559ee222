"""What was reminded stands beside the item, for those who may know."""

from datetime import date

import pytest

from lib.view.audience import EVERYTHING, Audience, Role
from lib.view.owed import overdue_table
from lib.view.reminded import NOTHING, Reminded, reminded
from lib.view.unit import owed_table, to_do_table
from tests import builders as sheet

GRIDS = (
    sheet.settings(("Năm", 2024)),
    sheet.units(("Tam Đa", "A"), ("Đại Phú", "A")),
    sheet.criteria(("TC01", "Đường", "1/9/2024"), ("TC02", "Điện", "2/9/2024")),
    sheet.periods(("T9", "Tháng 9/2024", "10/9/2024", "")),
)
AS_OF = date(2024, 9, 15)
SENT = (
    ("Tam Đa", date(2023, 9, 12), ("TC01",)),
    ("Tam Đa", date(2024, 9, 5), ("TC01", "TC02")),
    ("Tam Đa", date(2024, 9, 12), ("TC01", "T9")),
    ("Đại Phú", date(2024, 9, 12), ("TC02",)),
    ("Tam Đa", date(2024, 9, 16), ("TC01",)),
)


@pytest.fixture(scope="module")
def book():
    return sheet.plan(*GRIDS)


def told(book, audience: Audience = EVERYTHING, until: date = AS_OF) -> Reminded:
    return reminded(SENT, book, audience, until=until)


def beside(told: Reminded) -> dict[str, str]:
    now = sheet.assessed(*GRIDS, as_of=AS_OF)
    frame = overdue_table(
        now.obligations, now.labels, href=lambda owner, code: owner, reminded=told
    ).frame
    if "Đã nhắc" not in frame:
        return {}
    names = zip(frame["Nơi thực hiện"], frame["Nội dung"], frame["Đã nhắc"], strict=True)
    return {f"{owner} {what}": note for owner, what, note in names if note}


def of(notes: dict[str, str], owner: str, code: str) -> str | None:
    return next((n for name, n in notes.items() if owner in name and f"[{code} " in name), None)


def test_the_last_day_and_how_often(book):
    notes = beside(told(book))
    assert of(notes, "Tam Đa", "TC01") == "12/09 (2 lần)"
    assert of(notes, "Tam Đa", "TC02") == "05/09"
    assert of(notes, "Tam Đa", "T9") == "12/09"
    assert of(notes, "Đại Phú", "TC02") == "12/09"
    assert len(notes) == 4


def test_what_was_sent_after_the_day_that_is_shown_is_not_known_then(book):
    assert of(beside(told(book, until=date(2024, 9, 11))), "Tam Đa", "TC01") == "05/09"
    later = beside(told(book, until=date(2024, 9, 16)))
    assert of(later, "Tam Đa", "TC01") == "16/09 (3 lần)"


def test_an_owner_sees_its_own_and_the_public_nothing(book):
    own = Audience(Role.OWN, (book.owners["name"].tolist().index("Đại Phú"),))
    assert list(beside(told(book, own)).values()) == ["12/09"]
    assert of(beside(told(book, own)), "Đại Phú", "TC02") == "12/09"
    assert told(book, own).owners == {"Đại Phú": (date(2024, 9, 12),)}
    assert told(book, Audience(Role.PUBLIC)) == NOTHING


def test_without_reminders_there_is_no_column(book):
    assert beside(NOTHING) == {}
    assert NOTHING.of_owner("Tam Đa") == ""
    assert told(book).of_owner("Tam Đa") == "đã nhắc 12/09 (2 lần)"


def test_a_units_page_says_so_too(book):
    now = sheet.assessed(*GRIDS, as_of=AS_OF)
    cells = now.cells[now.cells["unit"] == "Tam Đa"]
    href = lambda owner, code: owner  # noqa: E731
    owed = now.obligations
    late = owed[(owed["owner"] == "Tam Đa") & (owed["kind"] == "criterion")]
    must = to_do_table(
        late, cells, {}, title="", as_of=AS_OF, lag=20, href=href, reminded=told(book)
    )
    assert must.frame["Đã nhắc"].tolist() == ["12/09 (2 lần)", "05/09"]
    assert "Đã nhắc" not in must.spare  # a phone tells it too
    reports = owed[(owed["owner"] == "Tam Đa") & (owed["kind"] == "report")]
    listed = owed_table(reports, title="", as_of=AS_OF, href=href, reminded=told(book))
    assert listed.frame["Đã nhắc"].tolist() == ["12/09"]

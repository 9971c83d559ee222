"""What each audience sees of a sheet: all statuses, and what is said of one's own alone."""

from datetime import date
from typing import Any

import pytest

from lib.sheet import Book, tabs
from lib.sheet.book import ENTRY_TYPES
from lib.view.audience import Audience, Role, addresses, people, seen_by, withheld
from lib.view.quality import keepers
from tests import builders as sheet

UNITS = sheet.units(
    ("Tam Đa", "A", "tamda@x.vn; CHUNG@x.vn", None, None),
    ("Đại Phú", "A", "daiphu@x.vn", None, None),
    ("Vân Sơn", "A", "vanson@x.vn", "31/8/2024", "Đại Phú"),
    head="Đơn vị | Nhóm | Thư điện tử | Hiệu lực đến | Sáp nhập vào",
)
AGENCIES = sheet.agencies(
    ("Công an huyện", "ca@x.vn"), ("Phòng Nội vụ", "chung@x.vn"), head="Cơ quan | Thư điện tử"
)
HEAD = "Ngày | Đơn vị | Mã | Kết quả | Minh chứng | Khó khăn kiến nghị | Người nhập | Ghi chú"
LOG = sheet.progress(
    ("1/9/2024", "Tam Đa", "TC01", "Đạt", "BC 1", "thiếu tiền", "Lan", "gấp"),
    ("1/9/2024", "Đại Phú", "TC01", "Đạt", "BC 2", "thiếu người", "Hoa", "chậm"),
    ("1/8/2024", "Vân Sơn", "TC02", "Đạt", "BC 3", None, "Mai", None),
    ("1/9/2024", "Tam Đa", "TC02", "lạ", None, None, "Lan", None),
    ("1/9/2024", "Đại Phú", "TC02", "kì", None, None, "Hoa", None),
    head=HEAD,
)
GRIDS = sheet.spreadsheet(
    sheet.settings(("Cơ quan thường trực", "Công an huyện"), ("Ngày số liệu", "15/9/2024")),
    UNITS,
    AGENCIES,
    sheet.criteria(("TC01", "Một", "1/10/2024"), ("TC02", "Hai", "1/10/2024")),
    LOG,
)
SECRET = {"BC 1", "thiếu tiền", "Lan", "gấp"}, {"BC 2", "BC 3", "thiếu người", "Hoa", "chậm", "Mai"}


@pytest.fixture(scope="module")
def book() -> Book:
    return sheet.plan(*GRIDS)


def number(book: Book, name: str) -> int:
    return book.owners["name"].tolist().index(name)


def own(book: Book, *names: str) -> Audience:
    return Audience(Role.OWN, tuple(number(book, name) for name in names))


def seen(book: Book, audience: Audience) -> Book:
    return withheld(book, audience, lambda: keepers(book, tabs.recognised(GRIDS)))


def texts(*values: Any) -> str:
    return " ".join(str(value) for value in values)


@pytest.mark.parametrize(
    ("cell", "read"),
    [
        (None, set()),
        ("", set()),
        ("A@x.vn", {"a@x.vn"}),
        ("a@x.vn;b@x.vn , c@x.vn", {"a@x.vn", "b@x.vn", "c@x.vn"}),
        ("chưa có", set()),
    ],
)
def test_addresses_of_a_cell(cell: str | None, read: set[str]):
    assert addresses(cell) == read


def test_an_address_is_its_owners_and_those_merged_into_them(book: Book):
    found = people(book)
    named = {
        address: [book.owners["name"][at] for at in one.owners] for address, one in found.items()
    }
    assert named == {
        "tamda@x.vn": ["Tam Đa"],
        "chung@x.vn": ["Tam Đa", "Phòng Nội vụ"],
        "daiphu@x.vn": ["Đại Phú", "Vân Sơn"],
        "vanson@x.vn": ["Vân Sơn"],
        "ca@x.vn": [],
    }
    assert found["ca@x.vn"] == Audience()
    assert {one.role for address, one in found.items() if address != "ca@x.vn"} == {Role.OWN}


def test_the_standing_agency_and_leaders_see_all(book: Book):
    assert seen(book, Audience()) is book


def test_others_see_what_is_said_of_their_own_alone(book: Book):
    left = seen(book, own(book, "Đại Phú", "Vân Sơn"))
    held = texts(left.entries.to_dict(), left.obstacles.to_dict(), left.problems)
    assert {text for text in SECRET[0] if text in held} == set()
    assert {text for text in SECRET[1] if text not in held} == set()
    assert [problem.value for problem in left.problems if problem.row] == [None, "kì"]
    assert left.owners["addresses"].isna().all()
    columns = ["item", "owner", "day", "met", "progress"]
    assert left.entries[columns].equals(book.entries[columns])


def test_the_public_sees_nothing_that_anyone_says(book: Book):
    left = seen(book, Audience(Role.PUBLIC))
    held = texts(left.entries.to_dict(), left.obstacles.to_dict(), left.problems)
    assert {text for text in SECRET[0] | SECRET[1] if text in held} == set()


def test_an_assessment_keeps_its_statuses_and_ranks(book: Book):
    whole = sheet.assessed(*GRIDS, as_of=date(2024, 9, 15))
    left = seen_by(whole, own(book, "Tam Đa"))
    held = texts(left.cells.to_dict(), left.obstacles.to_dict(), left.obligations.to_dict())
    assert {text for text in SECRET[1] if text in held} == set()
    assert {"BC 1", "Lan", "thiếu tiền"} <= {text for text in SECRET[0] if text in held}
    assert left.units.equals(whole.units)
    assert left.cells["status"].equals(whole.cells["status"])


def test_every_text_of_a_line_is_withheld_or_known_to_be_harmless():
    """A new column of text is to be thought of here."""
    texts = {name for name, kind in ENTRY_TYPES.items() if kind == "object"}
    assert texts == {"evidence", "author", "note", "result"}
    whole = sheet.assessed(*GRIDS, as_of=date(2024, 9, 15))
    texts = {name for name, kind in whole.cells.dtypes.items() if str(kind) in ("str", "object")}
    assert texts - {"evidence", "author"} == {"unit", "code", "agency", "worksheet"}

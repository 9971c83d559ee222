"""Owners stand in running text as officials write them, whatever the sheet's names carry already."""

from datetime import date

import pytest

from lib.assess import assess
from lib.view import naming
from tests.builders import agencies, plan, units


@pytest.mark.parametrize(
    ("name", "kind", "in_text", "acting"),
    [
        ("Tam Đa", "Xã", "xã Tam Đa", "UBND xã Tam Đa"),
        ("Sơn Dương", "Thị trấn", "thị trấn Sơn Dương", "UBND thị trấn Sơn Dương"),
        ("TT Sơn Dương", "Thị trấn", "thị trấn Sơn Dương", "UBND thị trấn Sơn Dương"),
        ("Sơn Dương", "TT", "thị trấn Sơn Dương", "UBND thị trấn Sơn Dương"),
        ("Xã Tam Đa", "Xã", "xã Tam Đa", "UBND xã Tam Đa"),
        ("X.Tam Đa", "", "xã Tam Đa", "UBND xã Tam Đa"),
        ("UBND xã Tân Thanh", "Xã", "UBND xã Tân Thanh", "UBND xã Tân Thanh"),
        ("Côn Đảo", "Đặc khu", "đặc khu Côn Đảo", "UBND đặc khu Côn Đảo"),
        ("Tam Đa", "", "Tam Đa", "Tam Đa"),
        ("Trường Chính trị", "", "Trường Chính trị", "Trường Chính trị"),
        ("May 10", "Doanh nghiệp", "doanh nghiệp May 10", "doanh nghiệp May 10"),
        ("Thị trấn", "", "Thị trấn", "Thị trấn"),
    ],
)
def test_a_unit_in_running_text(name, kind, in_text, acting):
    owner = {"name": name, "kind": kind, "is_unit": True}
    assert (naming.in_text(owner), naming.acting(owner)) == (in_text, acting)
    in_full = in_text if in_text == acting else f"Ủy ban nhân dân {in_text}"
    assert naming.written_to(owner) == in_full


@pytest.mark.parametrize(
    ("names", "told"),
    [
        ([], ""),
        (["xã Tam Đa"], "xã Tam Đa"),
        (["xã Tam Đa", "xã Đại Phú"], "các xã Tam Đa, Đại Phú"),
        (["xã Tam Đa", "thị trấn Sơn Dương"], "xã Tam Đa, thị trấn Sơn Dương"),
        (
            ["UBND xã A", "UBND thị trấn B", "UBND xã C", "Phòng Nội vụ"],
            "UBND các xã A, C; UBND thị trấn B; Phòng Nội vụ",
        ),
        (["xã A", "xã B", "UBND xã C"], "các xã A, B; UBND xã C"),
        (["Tam Đa", "Đại Phú"], "Tam Đa, Đại Phú"),
        ([f"xã {letter}" for letter in "ABCDEGH"], "các xã A, B, C, D, E và 2 nơi khác"),
    ],
)
def test_units_of_a_kind_stand_behind_one_head(names, told):
    assert naming.together(names, most=5) == told


def test_an_agency_is_named_as_it_is():
    owner = {"name": "Phường đội", "kind": None, "is_unit": False}
    assert naming.in_text(owner) == naming.acting(owner) == "Phường đội"


def test_of_a_names_bearers_the_one_there_is_named():
    head = "Đơn vị | Loại | Nhóm | Hiệu lực từ | Hiệu lực đến"
    book = plan(
        units(
            ("Tam Đa", "Xã", "A", None, "31/8/2024"),
            ("Tam Đa", "Phường", "A", "1/9/2024", None),
            head=head,
        ),
        agencies(("Phòng Nội vụ", "Có")),
    )

    def named(day):
        owners = naming.bearers(book, assess(book, as_of=day))
        return {name: naming.in_text(owner) for name, owner in owners.items()}

    rest = {"Phòng Nội vụ": "Phòng Nội vụ"}
    assert named(date(2024, 8, 31)) == {"Tam Đa": "xã Tam Đa"} | rest
    assert named(date(2024, 9, 1)) == {"Tam Đa": "phường Tam Đa"} | rest

"""Units on the days they are valid (rules, 2)."""

from datetime import date

import pytest

from lib.assess import assess
from tests.builders import (
    assessed,
    criteria,
    owed,
    plan,
    statuses,
    units,
)

MERGED = "Đơn vị | Nhóm | Hiệu lực từ | Hiệu lực đến | Sáp nhập vào"


HONG_SON = units(
    ("Hồng Lạc", "A", None, "31/8/2024", "Hồng Sơn"),
    ("Vân Sơn", "A", None, "31/8/2024", "Hồng Sơn"),
    ("Hồng Sơn", "A", "1/9/2024"),
    ("Tam Đa", "A"),
    head=MERGED,
)


LAST, FIRST = date(2024, 8, 31), date(2024, 9, 1)


LATER = date(2024, 9, 15)


def shown(assessment):
    return sorted(assessment.units["unit"])


def test_the_predecessors_until_their_last_day_and_the_successor_from_its_first():
    book = plan(HONG_SON, criteria(("TC01", "Đường", "31/12/2024")))
    before, after = assess(book, as_of=LAST), assess(book, as_of=FIRST)
    assert shown(before) == ["Hồng Lạc", "Tam Đa", "Vân Sơn"]
    assert shown(after) == ["Hồng Sơn", "Tam Đa"]
    assert sorted(owed(before, "owner")) == ["Hồng Lạc", "Tam Đa", "Vân Sơn"]
    assert sorted(owed(after, "owner")) == ["Hồng Sơn", "Tam Đa"]


@pytest.mark.parametrize(
    ("as_of", "expected"),
    [
        (date(2023, 12, 31), []),
        (date(2024, 1, 1), ["Tam Đa"]),
        (date(2024, 1, 2), ["Tam Đa"]),
        (date(2024, 6, 30), ["Tam Đa"]),
        (date(2024, 7, 1), []),
    ],
    ids=str,
)
def test_validity_includes_both_ends(as_of, expected):
    rows = units(
        ("Tam Đa", "A", "1/1/2024", "30/6/2024"), head="Đơn vị | Nhóm | Hiệu lực từ | Hiệu lực đến"
    )
    assessment = assessed(rows, criteria(("TC01", "Đường", "31/12/2024")), as_of=as_of)
    assert shown(assessment) == expected
    assert [unit for unit, _ in statuses(assessment)] == expected
    assert owed(assessment, "owner") == expected


@pytest.mark.parametrize(
    ("first", "last", "expected"),
    [
        pytest.param(None, None, True, id="both open"),
        pytest.param(None, "1/1/2024", False, id="ended"),
        pytest.param("1/1/2024", None, True, id="begun"),
        pytest.param("16/9/2024", None, False, id="to come"),
        pytest.param("31/2/2024", None, True, id="unreadable is open"),
        pytest.param("16/9/2024", "1/1/2024", False, id="never"),
    ],
)
def test_a_blank_validity_is_open(first, last, expected):
    rows = units(("Tam Đa", "A", first, last), head="Đơn vị | Nhóm | Hiệu lực từ | Hiệu lực đến")
    assert bool(shown(assessed(rows, as_of=LATER))) is expected

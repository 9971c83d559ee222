"""The numbers by which rows of a log are sorted and searched."""

from datetime import date

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from lib.sheet.places import (
    FIRST_DAY,
    day_of,
    order_by,
    owner_and_item,
    pair,
    pair_of,
    place_of,
    weight_of,
)

LAST_DAY = int(np.datetime64(date.max).astype(np.int64))
N_ITEMS = 40
ROWS = st.lists(
    st.tuples(
        st.integers(0, 100_000),
        st.integers(0, N_ITEMS - 1),
        st.integers(FIRST_DAY, LAST_DAY),
        st.integers(0, 7),
    )
)


def columns(rows: list[tuple[int, ...]]) -> list[np.ndarray]:
    return [*np.array(rows, np.int64).reshape(-1, 4).T]


@given(ROWS)
def test_a_place_holds_what_it_was_made_of(rows):
    owner, item, day, weight = columns(rows)
    places = place_of(pair(owner, item, N_ITEMS), day, weight)
    found = (*owner_and_item(pair_of(places), N_ITEMS), day_of(places), weight_of(places))
    assert [*zip(*(each.tolist() for each in found), strict=True)] == rows


@given(ROWS)
def test_places_sort_as_their_columns_do(rows):
    owner, item, day, weight = columns(rows)
    places = place_of(pair(owner, item, N_ITEMS), day, weight)
    assert [rows[row] for row in np.argsort(places, kind="stable")] == sorted(rows)


def test_what_is_nobodys_stands_before_all():
    nobodys = place_of(-1, FIRST_DAY, 7)
    assert nobodys < place_of(0, FIRST_DAY, 0)
    assert owner_and_item(pair_of(np.array([nobodys])), N_ITEMS) == ([-1], [N_ITEMS])


@given(ROWS)
def test_the_order_is_that_of_the_columns_and_equals_stay(rows):
    assert order_by(*columns(rows)).tolist() == sorted(range(len(rows)), key=rows.__getitem__)

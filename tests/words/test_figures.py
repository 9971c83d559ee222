"""Numbers, dates and times as Vietnamese officials write them."""

from datetime import date, datetime

import pandas as pd
import pytest

from lib import words

NOTHING = [None, float("nan"), pd.NA]


@pytest.mark.parametrize(
    ("value", "decimals", "written"),
    [
        (21914, 0, "21.914"),
        (1234567, 0, "1.234.567"),
        (98.62, 2, "98,62"),
        (-3, 0, "−3"),
        (0, 0, "0"),
        *((nothing, 0, "–") for nothing in NOTHING),
    ],
)
def test_number(value, decimals, written):
    assert words.number(value, decimals) == written


@pytest.mark.parametrize(
    ("value", "decimals", "written"),
    [
        (98.62, 2, "98,62%"),
        (87.5, 1, "87,5%"),
        (100.0, 1, "100%"),
        (0.0, 1, "0%"),
        (66.65, 1, "66,7%"),
        (99.96, 1, "100%"),
        *((nothing, 1, "–") for nothing in NOTHING),
    ],
)
def test_percent(value, decimals, written):
    assert words.percent(value, decimals) == written


@pytest.mark.parametrize(
    ("value", "written"), [(3, "+3"), (-2, "−2"), (0, "0"), (1200, "+1.200"), (None, "–")]
)
def test_signed(value, written):
    assert words.signed(value) == written


@pytest.mark.parametrize(
    ("places", "written"), [(2, "↑2"), (-1, "↓1"), (0, "="), *((n, "–") for n in NOTHING)]
)
def test_movement(places, written):
    assert words.movement(places) == written


def test_share():
    assert words.share(14, 20) == "14/20"


@pytest.mark.parametrize(
    ("value", "written"),
    [
        (date(2024, 9, 5), "05/09/2024"),
        (pd.Timestamp("2024-01-02"), "02/01/2024"),
        (None, "–"),
        (pd.NaT, "–"),
    ],
)
def test_day(value, written):
    assert words.day(value) == written


def test_moments():
    moment = datetime(2024, 9, 5, 8, 5)
    assert words.clock(moment) == "08:05"
    assert words.day_and_clock(moment) == "08:05 ngày 05/09/2024"

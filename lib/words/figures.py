"""Numbers, dates and times as Vietnamese officials write them."""

import math
from datetime import date, datetime
from typing import Final, SupportsFloat

import pandas as pd

BLANK: Final = "–"
"""What stands where there is no figure."""

POINTS: Final = "{change} điểm %"
"""How far apart two percents are."""

_MINUS: Final = "−"
_SWAPPED: Final = str.maketrans({",": ".", ".": ","})

Figure = SupportsFloat | None


def number(value: Figure, decimals: int = 0) -> str:
    """Write a number with full stops between thousands and a decimal comma: 21.914 or 98,62."""
    if _missing(value):
        return BLANK
    assert value is not None
    return f"{float(value):,.{decimals}f}".translate(_SWAPPED).replace("-", _MINUS)


def count(value: Figure) -> str:
    """Write a whole number; a blank one is a dash."""
    return number(value, 0)


def decimal(value: float) -> str:
    """Write a number with one decimal, where it is not whole."""
    return number(value, 0 if value == int(value) else 1)


def percent(value: Figure, decimals: int = 1) -> str:
    """Write a percent (0–100), rounded half up, without decimals where it is whole: 98,62%, 100%."""
    if _missing(value):
        return BLANK
    assert value is not None
    rounded = _half_up(value, decimals)
    return f"{number(rounded, 0 if rounded == int(rounded) else decimals)}%"


def points(now: Figure, before: Figure) -> str | None:
    """Write how a percent changed, as the two are shown: +2,9 điểm %; None where one is not there."""
    if _missing(now) or _missing(before):
        return None
    moved = _half_up(now, 1) - _half_up(before, 1)
    return POINTS.format(change=f"{'+' if moved > 0.01 else ''}{number(round(moved, 1), 1)}")


def share(part: Figure, whole: Figure) -> str:
    """Write a part of a whole: 14/20."""
    return f"{number(part)}/{number(whole)}"


def signed(value: Figure) -> str:
    """Write a difference with its sign: +3, −2, 0."""
    if _missing(value):
        return BLANK
    assert value is not None
    return f"+{number(value)}" if float(value) > 0 else number(value)


def movement(places: Figure) -> str:
    """Write how many places a unit moved: ↑2, ↓1, = for none, a dash when it had no rank."""
    if _missing(places):
        return BLANK
    assert places is not None
    moved = int(float(places))
    return f"↑{moved}" if moved > 0 else f"↓{-moved}" if moved < 0 else "="


def day(value: date | pd.Timestamp | None) -> str:
    """Write a date as dd/mm/yyyy; none is a dash."""
    return BLANK if value is None or value is pd.NaT else f"{value:%d/%m/%Y}"


def day_month(value: date | pd.Timestamp | None) -> str:
    """Write a date as dd/mm where the year is plain."""
    return BLANK if value is None or value is pd.NaT else f"{value:%d/%m}"


def clock(value: datetime) -> str:
    """Write a time of the day as hh:mm."""
    return f"{value:%H:%M}"


def day_and_clock(value: datetime) -> str:
    """Write a moment: 14:05 ngày 15/09/2024."""
    return f"{value:%H:%M} ngày {value:%d/%m/%Y}"


def _half_up(value: Figure, decimals: int) -> float:
    assert value is not None
    return math.floor(float(value) * 10**decimals + 0.5) / 10**decimals


def _missing(value: Figure) -> bool:
    if value is None or value is pd.NA:
        return True
    return math.isnan(float(value))

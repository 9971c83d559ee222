"""The share of reports on time (rules, 5)."""

from datetime import date

import pytest

from tests.builders import (
    assessed,
    criteria,
    periods,
    progress,
    tasks,
    unit,
    units,
)

AS_OF = date(2024, 6, 15)


def rate(*days, as_of=AS_OF):
    """Return the rate of a unit whose reports, due on 1, 2, … June, were sent on these days."""
    assessment = assessed(
        units(("Tam Đa", "A")),
        criteria(),
        periods(*((f"T{n}", "x", f"{n + 1}/6/2024") for n in range(1, len(days) + 1))),
        tasks(("NV01", "Tập huấn", "Tam Đa", "1/6/2024")),
        progress(
            *((f"{day}/6/2024", "Tam Đa", f"T{n}", "x") for n, day in enumerate(days, 1) if day)
        ),
        as_of=as_of,
    )
    return unit(assessment, "Tam Đa", "on_time_rate")


@pytest.mark.parametrize(
    ("days", "as_of", "expected"),
    [
        pytest.param((), AS_OF, None, id="no reports"),
        pytest.param((1, 2), AS_OF, 100, id="all on time"),
        pytest.param((None, None), AS_OF, 0, id="none sent"),
        pytest.param((2, 2), AS_OF, 50, id="one late"),
        pytest.param((1, None), AS_OF, 50, id="one overdue"),
        pytest.param((1, 2, 4), AS_OF, 66.7, id="two of three"),
        pytest.param((2, 3, 3), AS_OF, 33.3, id="one of three"),
        pytest.param((None, None), date(2024, 6, 1), None, id="due today"),
        pytest.param((None, None), date(2024, 6, 2), 0, id="the first overdue"),
        pytest.param((1, 1), date(2024, 6, 1), None, id="sent before they are due"),
        pytest.param((1, 1), date(2024, 6, 2), 100, id="on the last day of another"),
        pytest.param((None, 1), date(2024, 6, 2), 0, id="what is sent before it is due counts not"),
        pytest.param((1, None), date(2024, 6, 2), 100, id="nor what is due today"),
        pytest.param((1, None), date(2024, 6, 3), 50, id="but what was due yesterday"),
        pytest.param((2, None), date(2024, 6, 1), None, id="what is sent later is open"),
    ],
)
def test_the_rate_of_reports_on_time(days, as_of, expected):
    assert rate(*days, as_of=as_of) == expected


def test_the_rate_is_rounded_half_up():
    june = date(2024, 6, 30)
    assert rate(1, *[None] * 7, as_of=june) == 12.5
    assert rate(1, *[None] * 14, as_of=june) == 6.7
    assert rate(1, *[None] * 15, as_of=june) == 6.3  # 6.25

"""A meeting named as the last one that lies more than two months back is asked about."""

from datetime import date

import pytest

from lib.assess import forgotten_meeting
from tests.builders import plan, settings


@pytest.mark.parametrize(
    ("named", "as_of", "asked"),
    [
        pytest.param("15/7/2024", date(2024, 9, 15), False, id="two months"),
        pytest.param("14/7/2024", date(2024, 9, 15), True, id="a day more"),
        pytest.param("16/7/2024", date(2024, 9, 15), False, id="a day less"),
        pytest.param("31/12/2023", date(2024, 2, 29), False, id="the shorter month's last day"),
        pytest.param("31/12/2023", date(2024, 3, 1), True, id="the day after it"),
        pytest.param("15/10/2024", date(2024, 9, 15), False, id="later"),
        pytest.param(None, date(2024, 9, 15), False, id="none named"),
    ],
)
def test_a_meeting_far_back_is_asked_about(named, as_of, asked):
    told = plan(settings(("Ngày bắt đầu", "1/12/2023"), ("Ngày họp trước", named))).settings
    assert forgotten_meeting(told, as_of) == (told.previous if asked else None)

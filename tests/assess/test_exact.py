"""Ratios compared without rounding."""

from fractions import Fraction

import numpy as np
import pytest

from lib.assess.exact import by_ratio

LARGE = 10**17

RATIOS = {
    "none": [],
    "equal though written differently": [(1, 2), (2, 4), (3, 4)],
    "nothing to divide by": [(0, 0), (1, 3), (0, 5)],
    "equal as floats": [(LARGE, LARGE + 1), (LARGE + 1, LARGE + 2), (LARGE, LARGE + 1)],
}


@pytest.mark.parametrize("pairs", RATIOS.values(), ids=RATIOS)
def test_numbers_compare_as_ratios_do(pairs):
    numerators, denominators = np.array(pairs, object).reshape(-1, 2).T
    numbers = by_ratio(numerators, denominators).tolist()
    exact = [Fraction(n, d) if d else -1 for n, d in pairs]
    assert [[(one > other) - (one < other) for other in numbers] for one in numbers] == [
        [(one > other) - (one < other) for other in exact] for one in exact
    ]
    assert [number < 0 for number in numbers] == [not d for _, d in pairs]

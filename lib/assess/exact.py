"""Sums and ratios of decimal numbers without binary rounding (rules, 6)."""

from decimal import Decimal
from fractions import Fraction
from typing import Any

import numpy as np
import pandas as pd
from numpy.typing import NDArray

Integers = NDArray[Any]
_SAFE = 2**52


def scaled(values: NDArray[np.float64]) -> tuple[Integers, int]:
    """Return the decimals as whole numbers and the scale they were multiplied with.

    Machine integers where sums of many of them fit, Python's own where they might not.
    """
    codes, distinct = pd.factorize(values)
    decimals = [Decimal(repr(float(value))) for value in distinct]
    places = max((-int(number.as_tuple().exponent) for number in decimals), default=0)
    scale = 10 ** max(places, 0)
    whole = [int(number * scale) for number in map(Fraction, decimals)]
    largest = max(map(abs, whole), default=0) * max(len(values), 1)
    integers = np.array(whole, dtype="int64" if largest < _SAFE else "object")
    return integers[codes], scale


def unscaled(integers: Integers, scale: int) -> NDArray[np.float64]:
    """Return the decimals that whole numbers stand for."""
    return np.array([int(number) / scale for number in integers], float)


def sums(integers: Integers, groups: NDArray[np.intp], n_groups: int) -> Integers:
    """Add up the numbers of each group."""
    totals = np.zeros(n_groups, dtype=integers.dtype)
    np.add.at(totals, groups, integers)
    return totals


def product(one: Integers, other: Integers) -> Integers:
    """Multiply without overflow."""
    if one.dtype == object or other.dtype == object or not len(one):
        return one.astype(object) * other.astype(object)
    bound = int(abs(one).max()) * int(abs(other).max()) * len(one)
    return one * other if bound < _SAFE else one.astype(object) * other.astype(object)


def tenths(numerators: Integers, denominators: Integers) -> NDArray[np.float64]:
    """Divide and round half up to one decimal; nan where there is nothing to divide by."""
    pairs = zip(numerators, denominators, strict=True)
    return np.array(
        [(20 * int(n) + int(d)) // (2 * int(d)) / 10 if d else np.nan for n, d in pairs], float
    )


def by_ratio(numerators: Integers, denominators: Integers) -> NDArray[np.intp]:
    """Return numbers that compare as the exact ratios do; -1 where there is nothing to divide by."""
    pairs = [*zip(numerators.tolist(), denominators.tolist(), strict=True)]
    ratios = {pair: Fraction(*pair) for pair in {*pairs} if pair[1]}
    places = {ratio: place for place, ratio in enumerate(sorted({*ratios.values()}))}
    return np.array([places[ratios[pair]] if pair in ratios else -1 for pair in pairs], np.intp)

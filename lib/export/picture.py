"""Turns a chart into a picture, without a browser and without the net."""

from typing import Any, Final

import vl_convert

SHARPNESS: Final = 2.0
"""Dots for each of the chart's pixels."""


def png(chart: Any) -> bytes:
    """Draw a chart as PNG; typefaces come with the converter."""
    return vl_convert.vegalite_to_png(chart.to_dict(), scale=SHARPNESS)

"""The palette: AA on light and dark, told apart by colour-blind eyes, the theme's own."""

import tomllib
from itertools import combinations
from pathlib import Path

import pytest

from lib.view import palette

CONFIG = tomllib.loads((Path(__file__).parents[2] / ".streamlit/config.toml").read_text("utf-8"))
THEMES = {name: CONFIG["theme"][name] for name in ("light", "dark")}
TEXT, GRAPHICS = 4.5, 3.0
# How a colour looks without red or green cones (Machado et al. 2009), on linear light.
BLINDNESS = {
    "protanopia": [
        (0.152286, 1.052583, -0.204868),
        (0.114503, 0.786281, 0.099216),
        (-0.003882, -0.048116, 1.051998),
    ],
    "deuteranopia": [
        (0.367322, 0.860646, -0.227968),
        (0.280085, 0.672501, 0.047413),
        (-0.011820, 0.042940, 0.968881),
    ],
}
APART = 0.06  # in OKLab; 0.02 is just noticeable


def linear(colour: str) -> tuple[float, ...]:
    parts = [int(colour[start : start + 2], 16) / 255 for start in (1, 3, 5)]
    return tuple(p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)


def contrast(one: str, other: str) -> float:
    light = sorted(
        sum(w * p for w, p in zip((0.2126, 0.7152, 0.0722), linear(colour), strict=True))
        for colour in (one, other)
    )
    return (light[1] + 0.05) / (light[0] + 0.05)


def times(matrix, vector):
    return [sum(a * b for a, b in zip(row, vector, strict=True)) for row in matrix]


def oklab(rgb):
    to_cones = [
        (0.4122214708, 0.5363325363, 0.0514459929),
        (0.2119034982, 0.6806995451, 0.1073969566),
        (0.0883024619, 0.2817188376, 0.6299787005),
    ]
    to_lab = [
        (0.2104542553, 0.7936177850, -0.0040720468),
        (1.9779984951, -2.4285922050, 0.4505937099),
        (0.0259040371, 0.7827717662, -0.8086757660),
    ]
    return times(to_lab, [max(c, 0.0) ** (1 / 3) for c in times(to_cones, rgb)])


def fills(theme) -> dict[str, str]:
    """Return the colour of each tone in a theme."""
    return {tone: theme[f"{name}Color"] for tone, name in palette.MARKDOWN_COLOUR.items()}


@pytest.mark.parametrize("theme", THEMES.values(), ids=THEMES)
def test_text_is_readable(theme):
    for surface in (theme["backgroundColor"], theme["secondaryBackgroundColor"]):
        assert contrast(theme["textColor"], surface) >= TEXT
        for name in palette.MARKDOWN_COLOUR.values():
            assert contrast(theme[f"{name}TextColor"], surface) >= TEXT
    for colour in fills(theme).values():
        assert contrast(colour, theme["backgroundColor"]) >= GRAPHICS


@pytest.mark.parametrize("blindness", BLINDNESS)
@pytest.mark.parametrize("theme", THEMES.values(), ids=THEMES)
def test_lights_are_told_apart(theme, blindness):
    for one, other in combinations(("green", "amber", "red", "grey"), 2):
        seen = [oklab(times(BLINDNESS[blindness], linear(fills(theme)[t]))) for t in (one, other)]
        distance = sum((a - b) ** 2 for a, b in zip(*seen, strict=True)) ** 0.5
        assert distance >= APART, (one, other, distance)


@pytest.mark.parametrize("theme", THEMES.values(), ids=THEMES)
def test_charts_have_the_tones_in_order_and_then_the_text(theme):
    assert [*palette.FILLS] == [*palette.MARKDOWN_COLOUR]
    assert theme["chartCategoricalColors"] == [*fills(theme).values(), theme["textColor"]]


def test_paper_has_the_light_theme():
    assert fills(THEMES["light"]) == palette.FILLS
    assert THEMES["light"]["redTextColor"] == f"#{palette.WARNING}"

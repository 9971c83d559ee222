"""Drawings for the wall: rectangles, lines and words at places of one canvas, all plain values."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final, Literal

from lib.view import palette
from lib.view.sentences import shortened

WIDTH: Final = 1600
HEIGHT: Final = 700
LARGEST: Final = 34.0
"""Words are set no larger than this, however much room there is."""

_LETTER: Final = 0.49
"""The width of a letter as a part of its size, about."""


@dataclass(frozen=True, slots=True)
class Rect:
    """A filled rectangle by its upper left corner, in one of the palette's tones."""

    x: float
    y: float
    width: float
    height: float
    tone: str
    opacity: float = 1.0


@dataclass(frozen=True, slots=True)
class Line:
    """A straight line in one of the palette's tones."""

    x: float
    y: float
    x2: float
    y2: float
    tone: str
    width: float = 2.0
    opacity: float = 1.0


@dataclass(frozen=True, slots=True)
class Words:
    """A line of words, in the middle of its height at `y`; plain text."""

    x: float
    y: float
    text: str
    size: float
    align: Literal["left", "center", "right"] = "left"
    tone: str = palette.TEXT
    bold: bool = False
    upright: bool = False


@dataclass(frozen=True, slots=True)
class Drawing:
    """What stands on the canvas; words stand above lines, lines above rectangles."""

    rects: tuple[Rect, ...] = ()
    lines: tuple[Line, ...] = ()
    words: tuple[Words, ...] = ()


def together(drawings: Iterable[Drawing]) -> Drawing:
    """Put drawings on one canvas."""
    listed = list(drawings)
    return Drawing(
        tuple(rect for each in listed for rect in each.rects),
        tuple(line for each in listed for line in each.lines),
        tuple(word for each in listed for word in each.words),
    )


def size_for(pitch: float) -> float:
    """Return how large words are set whose lines are so far apart."""
    return min(0.68 * pitch, LARGEST)


def cut(text: str, *, size: float, width: float) -> str:
    """Cut text, after a whole word, that would be wider than there is room for."""
    return shortened(text, max(int(width / (_LETTER * size)), 2))


def whole_in(text: str, *, size: float, width: float) -> float:
    """Return how large a text is set that must not be cut: at most `size`."""
    return min(size, width / (_LETTER * max(len(text), 1)))

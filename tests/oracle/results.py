"""Result words as people write them (rules, 1: Result words)."""

import re
from dataclasses import dataclass
from fractions import Fraction

from lib.grid import Cell
from lib.sheet import schema
from tests.oracle import values
from tests.oracle.text import begins, fold, key
from tests.oracle.values import UNREADABLE
from tests.oracle.worksheets import Suggestions

LOWER_LINES = [meaning for meaning in schema.RESULT_WORDS if meaning != "met"]
NOT_MET_WORDS = [word for meaning in LOWER_LINES for word in schema.RESULT_WORDS[meaning]]
SIGNS_AT_END = " .,;!"
NUMBER = r"(\d+(?:[.,]\d+)?) ?%"
TAILS = (rf"(.+?)(?: | ?, ?| ?: ?){NUMBER}", rf"(.+?) ?\( ?{NUMBER} ?\)")


@dataclass(frozen=True)
class Result:
    """What a result cell says: one of the four meanings, None blank, or UNREADABLE."""

    meaning: str | None
    percent: Fraction | None = None
    """The percent that follows the word."""
    is_guessed: bool = False


def result(cell: Cell) -> Result:
    """Read a result word, with the percent that may follow it, or guess at one."""
    if values.is_blank(cell):
        return Result(None)
    if cell is True:
        return Result("met")
    if not isinstance(cell, str) or values.is_error(cell):
        return Result(UNREADABLE)
    written = _settled(cell)
    return _with_percent(written) or _guessed(written)


def is_no_verdict(cell: Cell) -> bool:
    """Tell the text of an appraisal not made yet (3)."""
    written = _settled(values.text(cell) or "")
    return any(begins(written, key(word)) for word in schema.NO_VERDICT)


def suggestions(cell: Cell) -> Suggestions:
    """List what may be suggested for a result that cannot be read.

    The closest word is left open, but it is none of those that mean met.
    """
    written = _settled(values.text(cell) or "")
    words = [word for words in schema.RESULT_WORDS.values() for word in words]
    for word in words:
        if begins(written, key(word)):
            return frozenset({word})
    for word in words:
        if fold(written) == fold(word):
            return frozenset({word})
    return frozenset({None, *NOT_MET_WORDS})


def _settled(text: str) -> str:
    return key(text).rstrip(SIGNS_AT_END)


def _meaning(written: str) -> str | None:
    for meaning, words in schema.RESULT_WORDS.items():
        if written in [key(word) for word in words]:
            return meaning
    return None


def _with_percent(written: str) -> Result | None:
    """Read a known word, alone or with a percent of 0 to 100 behind it."""
    if meaning := _meaning(written):
        return Result(meaning)
    for tail in TAILS:
        if found := re.fullmatch(tail, written, re.ASCII):
            meaning, percent = _meaning(found[1]), Fraction(found[2].replace(",", "."))
            if meaning is not None and percent <= 100:
                return Result(meaning, percent)
    return None


def _guessed(written: str) -> Result:
    for meaning in LOWER_LINES:
        if any(begins(written, key(word)) for word in schema.RESULT_WORDS[meaning]):
            return Result(meaning, is_guessed=True)
    for meaning, words in schema.RESULT_BEGINNINGS.items():
        if any(begins(written, key(word)) for word in words):
            return Result(meaning, is_guessed=True)
    return Result(UNREADABLE)

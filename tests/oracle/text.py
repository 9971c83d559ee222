"""Vietnamese text as the rules compare and sort it, written with `unicodedata` alone."""

import unicodedata
from functools import cache
from itertools import filterfalse

ZERO_WIDTH = "\u200b\u200c\u200d\u2060\ufeff\u180e"
TONES = {"\u0300": 1, "\u0309": 2, "\u0303": 3, "\u0301": 4, "\u0323": 5}
"""Combining marks of the tones in their order: huyền, hỏi, ngã, sắc, nặng (0 is none)."""
ALPHABET = "aăâbcdđeêfghijklmnoôơpqrstuưvwxyz"
OPEN_PAIRS = (("o", "a"), ("o", "e"), ("u", "y"))
LOOK_LIKE_D = str.maketrans("\u00f0\u0256", "đđ")
"""Small Ð (U+00D0) and Ɖ (U+0189), which only look like đ."""


def is_space(char: str) -> bool:
    """Tell every kind of space: no-break, zero-width, tab, newline (1, Comparing text)."""
    return char.isspace() or char in ZERO_WIDTH or unicodedata.category(char).startswith("Z")


def is_dash(char: str) -> bool:
    """Tell "any dash" (1, Several log worksheets)."""
    return unicodedata.category(char) == "Pd" or char == "\u2212"


def is_variation_selector(char: str) -> bool:
    """Tell the invisible marks that ask for a picture or a plain form of the sign before."""
    return "\ufe00" <= char <= "\ufe0f" or "\U000e0100" <= char <= "\U000e01ef"


@cache
def tidy(text: str) -> str:
    """Write text as a problem's value or a name shows it: NFC, spaces tidied."""
    spaced = "".join(" " if is_space(c) else c for c in unicodedata.normalize("NFC", text))
    return " ".join(spaced.split())


@cache
def key(text: str) -> str:
    """Write text the way it is compared (1, Comparing text)."""
    kept = "".join(c for c in text if not is_variation_selector(c))
    folded = unicodedata.normalize("NFC", unicodedata.normalize("NFC", kept).casefold())
    return _tones_in_place(tidy(folded.translate(LOOK_LIKE_D)))


def _tones_in_place(text: str) -> str:
    """Put the tone of an open oa, oe, uy on its first letter: `hoà` = `hòa`, not `hoàn`, `quý`."""
    letters = list(text)
    for i in range(len(letters) - 1):
        base, *marks = unicodedata.normalize("NFD", letters[i + 1])
        is_pair = (letters[i], base) in OPEN_PAIRS and len(marks) == 1 and marks[0] in TONES
        is_open = i + 2 == len(letters) or not letters[i + 2].isalpha()
        is_qu = letters[i] == "u" and i > 0 and letters[i - 1] == "q"
        if is_pair and is_open and not is_qu:
            letters[i] = unicodedata.normalize("NFC", letters[i] + marks[0])
            letters[i + 1] = base
    return "".join(letters)


def code_key(text: str) -> str:
    """Write a code the way it is compared: without blanks and full stops (1, Comparing text).

    Blanks dropped first, a full stop between two digits stays: `TC1.1` is not `TC11`.
    """
    written = key(text).replace(" ", "")
    kept = []
    for place, char in enumerate(written):
        beside = written[place - 1 : place] + written[place + 1 : place + 2]
        if char != "." or (len(beside) == 2 and beside.isdigit()):
            kept.append(char)
    return "".join(kept)


def begins(written: str, word: str) -> bool:
    """Tell whether text begins, as whole words, with a word; both are keys."""
    return written.startswith(word) and not written[len(word) : len(word) + 1].isalnum()


@cache
def fold(text: str) -> str:
    """Write text without any diacritics, `đ` as `d` (1, Names)."""
    apart = unicodedata.normalize("NFD", key(text))
    return "".join(c for c in apart if unicodedata.category(c) != "Mn").replace("đ", "d")


def collation(name: str) -> tuple[list[tuple[int, str]], list[int], list[bool]]:
    """Give the sort key of a name: letters over the whole name, then tones, then case (6, Rank).

    Blanks and signs come before figures, figures before letters.
    """
    letters: list[tuple[int, str]] = []
    tones: list[int] = []
    upper: list[bool] = []
    for char in filterfalse(is_variation_selector, unicodedata.normalize("NFC", name)):
        marks = unicodedata.normalize("NFD", char)
        tone = sum(TONES.get(mark, 0) for mark in marks)
        plain = unicodedata.normalize("NFC", "".join(m for m in marks if m not in TONES))
        letter = plain.casefold()
        if letter in ALPHABET:
            letters.append((2, f"{ALPHABET.index(letter):02}"))
        else:
            letters.append((1 if letter.isdigit() else 0, letter))
        tones.append(tone)
        upper.append(plain != letter)
    return letters, tones, upper

"""Compares, sorts and guesses Vietnamese text as people type it in a sheet (rules, 1 and 6)."""

import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache
from itertools import chain
from typing import Final

from rapidfuzz import process
from rapidfuzz.distance import Levenshtein

_TONES: Final = "\u0300\u0309\u0303\u0301\u0323"  # huyền, hỏi, ngã, sắc, nặng
_DIGITS: Final = "0123456789"
_LETTERS: Final = "aăâbcdđeêfghijklmnoôơpqrstuưvwxyz"
_SIGNS: Final = " _-‐–—,;:!?.·'‘’\"“”()[]{}@*/\\&#%•`^°+÷×<=>|~$"  # in the order of CLDR's root

_SPACE_CATEGORIES: Final = frozenset({"Zs", "Zl", "Zp", "Cc", "Cf"})
_SURROGATES: Final = re.compile("[\ud800-\udfff]")
_VARIATION_SELECTORS: Final = re.compile("[\ufe00-\ufe0f\U000e0100-\U000e01ef\u180b-\u180d\u180f]")
_LIKE_D: Final = str.maketrans("ðɖ", "đđ")
_IDLE_STOPS: Final = re.compile(r"(?<![0-9])\.|\.(?![0-9])")
_CLOSE_ENOUGH: Final = 0.65  # alike: bears one wrong letter in three


def tidy(text: str) -> str:
    """Return the text in NFC with every run of spaces and invisible characters as one space.

    Ends are trimmed. Half a surrogate pair, which no file can hold, becomes U+FFFD.
    """
    composed = unicodedata.normalize("NFC", text)
    if not composed.isprintable():
        categories = ((unicodedata.category(c), c) for c in _SURROGATES.sub("\ufffd", composed))
        composed = "".join(" " if kind in _SPACE_CATEGORIES else c for kind, c in categories)
    return " ".join(composed.split())


@lru_cache(maxsize=65536)  # a name is compared many times in a reading, and again in the next
def key(text: str) -> str:
    """Return what two texts share when a reader takes them for the same."""
    return _settled(_without_selectors(text))


@lru_cache(maxsize=65536)
def code_key(text: str) -> str:
    """Return the key of a code: spaces do not count, nor full stops but those between digits."""
    return _settled(_IDLE_STOPS.sub("", _without_selectors(text).replace(" ", "")))


@lru_cache(maxsize=65536)  # every name is folded again for each stranger it is compared with
def fold(text: str) -> str:
    """Return the key without any diacritic, for search and guesses (đ becomes d)."""
    decomposed = unicodedata.normalize("NFD", key(text).replace("đ", "d"))
    return key("".join(c for c in decomposed if unicodedata.category(c) != "Mn"))


def closest(text: str, names: Iterable[str]) -> str | None:
    """Return the name most like the text, diacritics aside, or None when none is close.

    Of equally close names the first is returned.
    """
    folded = {name: fold(name) for name in names}
    found = process.extractOne(
        fold(text),
        folded,
        scorer=Levenshtein.normalized_similarity,
        score_cutoff=_CLOSE_ENOUGH,
    )
    return None if found is None else found[2]


def collation_key(text: str) -> str:
    """Return a string that sorts by code point as CLDR's Vietnamese collation sorts the text.

    Signs (a space is one), digits and letters are compared over the whole text first, in this
    order; then tones; then case, lower first. Foreign signs stand after the common ones and
    foreign letters after z, each by code point.
    """
    weights = chain.from_iterable(map(_weights, tidy(text)))
    return _LEVEL_END.join("".join(level) for level in zip(*weights, strict=True))


def _without_selectors(text: str) -> str:
    return tidy(_VARIATION_SELECTORS.sub("", text))


def _settled(tidied: str) -> str:
    # Unicode's caseless match folds the decomposed text; composing again makes the key stable.
    # Letters of other alphabets that look like Đ are typed for it.
    folded = unicodedata.normalize("NFD", tidied).casefold().translate(_LIKE_D)
    return _MOVABLE.sub(lambda found: _MOVED[found[0]], unicodedata.normalize("NFC", folded))


def _composed(letter: str, mark: str) -> str:
    return unicodedata.normalize("NFC", letter + mark)


_MOVED: Final = {
    first + _composed(second, tone): _composed(first, tone) + second
    for first, second in ("oa", "oe", "uy")
    for tone in _TONES
}
# Only where the syllable ends (not hoàn, khuỷu) and does not begin with qu (not quý).
_MOVABLE: Final = re.compile(f"(?<!q)(?:{'|'.join(_MOVED)})(?![^\\W\\d_]|[\u0300-\u036f])")

# A character weighs on three levels: what it is, its tone, its case.
_Weight = tuple[str, str, str]
_LEVEL_END: Final = " "  # below every weight, so that the shorter text comes first
_PLAIN, _LOWER, _UPPER = "0", "0", "1"
_PLACES: Final = {
    c: chr(ord("!") + place) for place, c in enumerate(f"{_SIGNS}\0{_DIGITS}{_LETTERS}")
}
_FOREIGN_SIGN: Final = _PLACES["\0"]
_TONE_WEIGHTS: Final = {tone: str(place) for place, tone in enumerate(_TONES, start=1)}
_WEIGHTS: Final[dict[str, _Weight]] = (
    {c: (place, _PLAIN, _LOWER) for c, place in _PLACES.items()}
    | {c.upper(): (_PLACES[c], _PLAIN, _UPPER) for c in _LETTERS}
    | {
        _composed(c, tone): (_PLACES[letter], _PLAIN + weight, case + _LOWER)
        for letter in _LETTERS
        for c, case in ((letter, _LOWER), (letter.upper(), _UPPER))
        for tone, weight in _TONE_WEIGHTS.items()
    }
    | {tone: ("", weight, _LOWER) for tone, weight in _TONE_WEIGHTS.items()}
)


@lru_cache(maxsize=4096)
def _weights(c: str) -> list[_Weight]:
    if c in _WEIGHTS:
        return [_WEIGHTS[c]]
    return [_WEIGHTS.get(part) or _foreign(part) for part in unicodedata.normalize("NFD", c)]


def _foreign(c: str) -> _Weight:
    if unicodedata.category(c) == "Mn":
        return "", c, _LOWER
    if c.isalnum():
        return c.lower(), _PLAIN, _UPPER if c.isupper() else _LOWER
    return _FOREIGN_SIGN + c, _PLAIN, _LOWER

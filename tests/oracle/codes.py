"""Which criterion, task or period a code means (rules, 1: Codes)."""

import re

from lib.problem import ProblemCode
from lib.sheet import schema
from tests.oracle.book import Item
from tests.oracle.text import code_key, is_dash, key
from tests.oracle.worksheets import Suggestions

Found = tuple[Item | None, ProblemCode | None]


def find_item(text: str, items: list[Item]) -> Found:
    """Find a code: the whole text, else the shortest known before a dash, colon or blank."""
    written = key(text)
    whole = _known(written, items)
    if whole is not None:
        return whole, None
    if _is_nothing_but_codes(written, items):
        return None, ProblemCode.SEVERAL_CODES
    for end, char in enumerate(written):
        if is_dash(char) or char in ": ":
            before = _known(written[:end], items)
            if before is not None:
                return before, None
    return None, ProblemCode.UNKNOWN_CODE


def suggestions(text: str, items: list[Item]) -> Suggestions:
    """List what may be suggested for an unknown code; the closest one is left open."""
    titled = [item.code for item in items if key(item.title) == key(text)]
    alike = [item.code for item in items if _without_zeros(item.code) == _without_zeros(text)]
    return frozenset(titled or alike) or None


def _known(written: str, items: list[Item]) -> Item | None:
    for item in items:
        if code_key(item.code) == code_key(written):
            return item
    return None


def _is_nothing_but_codes(written: str, items: list[Item]) -> bool:
    """Tell two or more known codes with only signs, blanks and joining words beside them."""
    joiners = [key(word) for word in schema.CODE_JOINERS]
    words = [(found.start(), found.end()) for found in re.finditer(r"[^\W_]+", written)]
    codes_before: list[int | None] = [0] + [None] * len(words)
    for first in range(len(words)):
        count = codes_before[first]
        if count is None:
            continue
        for last in range(first, len(words)):
            part = written[words[first][0] : words[last][1]]
            if last == first and part in joiners:
                codes_before[last + 1] = max(codes_before[last + 1] or 0, count)
            if _known(part, items) is not None:
                codes_before[last + 1] = max(codes_before[last + 1] or 0, count + 1)
    return (codes_before[-1] or 0) >= 2


def _without_zeros(code: str) -> str:
    return re.sub(r"(?<!\d)0+(?=\d)", "", code_key(code))

"""Finds the item that a code means, however it is written (rules, 1)."""

import re
from collections.abc import Iterator

from lib.problem import ProblemCode
from lib.sheet import cells, schema
from lib.sheet.cells import Parsed, RawCell
from lib.sheet.items import Items
from lib.sheet.tabs import is_dash
from lib.vietnamese import closest, code_key, key

_LEADING_ZEROS = re.compile(r"(?<![0-9])0+(?=[0-9])")
_JOINERS = re.compile(rf"(?:{'|'.join(schema.CODE_JOINERS)})(?!\w)")


def parse_code(cell: RawCell, items: Items) -> Parsed:
    """Find the item of a code: the whole text, else the shortest known text before a sign.

    Several codes in one cell are none.
    """
    text = cells.text_of(cell)
    if code_key(text) not in items.by_code and _holds_only_codes(key(text), items):
        return Parsed(None, ProblemCode.SEVERAL_CODES)
    endings = (at for at, sign in enumerate(text) if sign in " :" or is_dash(sign))
    for code in (text, *(text[:at] for at in endings)):
        item = items.by_code.get(code_key(code))
        if item is not None:
            return Parsed(item)
    return Parsed(None, ProblemCode.UNKNOWN_CODE, _meant(text, items))


def _holds_only_codes(text: str, items: Items) -> bool:
    """Tell whether a compared text is two codes or more, with signs and joining words between."""
    waiting, seen = [(0, 0)], {(0, 0)}
    while waiting:
        at, codes = waiting.pop()
        if at == len(text) and codes >= 2:
            return True
        for end, found in _steps(text, at, items):
            state = end, min(codes + found, 2)
            if state not in seen:
                seen.add(state)
                waiting.append(state)
    return False


def _steps(text: str, at: int, items: Items) -> Iterator[tuple[int, int]]:
    """Yield where a sign, a joining word or a code that begins here ends, and how many codes."""
    if at < len(text) and not text[at].isalnum():
        yield at + 1, 0
    if at and text[at - 1].isalnum():
        return
    if joiner := _JOINERS.match(text, at):
        yield joiner.end(), 0
    for end in range(at + 1, min(len(text), at + items.longest_code) + 1):
        inside = end < len(text) and text[end - 1].isalnum() and text[end].isalnum()
        blank = " " in (text[at], text[end - 1])  # which stands between codes, a sign like others
        if not (inside or blank) and code_key(text[at:end]) in items.by_code:
            yield end, 1


def _meant(text: str, items: Items) -> str | None:
    """Return the code that may have been meant: by its title, but for zeros, or the closest."""
    codes = items.table["code"].tolist()
    by_title = {key(title): code for code, title in zip(codes, items.table["title"], strict=True)}
    by_number = {_LEADING_ZEROS.sub("", code_key(code)): code for code in reversed(codes)}
    return (
        by_title.get(key(text))
        or by_number.get(_LEADING_ZEROS.sub("", code_key(text)))
        or closest(text, codes)
    )

"""Text from the sheet on its way into a file: whole, readable, and never an instruction."""

import re
from typing import Final

from lib.vietnamese import fold

ELLIPSIS: Final = "…"
_REFUSED: Final = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]"
)
_ESCAPED: Final = re.compile(r"\\([\\`*_{}\[\]()<>#+\-.!|~$&^=])")
_LINK: Final = re.compile(r"\[((?:\\.|[^\]\\])*)\]\([^)]*\)")
_TONE: Final = re.compile(r":[a-z]+(?:-badge)?\[((?:\\.|[^\]\\])*)\]")
_BOLD: Final = re.compile(r"(?<!\\)\*\*")
_JOINER: Final = "\u2060"
_FORMULA: Final = ("=", "+", "-", "@", "\t", "\r")
_SPACES: Final = re.compile(r"\s+")


def legible(text: object) -> str:
    """Return text without the characters XML refuses; each becomes U+FFFD, so that none hides."""
    return "" if text is None else _REFUSED.sub("\ufffd", str(text))


def one_line(text: object) -> str:
    """Return legible text with every run of spaces and breaks as one space."""
    return _SPACES.sub(" ", legible(text)).strip()


def clipped(text: object, most: int) -> str:
    """Return one line of at most so many characters; what is cut shows as an ellipsis."""
    line = one_line(text)
    return line if len(line) <= most else line[: most - 1].rstrip() + ELLIPSIS


def harmless(text: object) -> str:
    """Return legible text that no spreadsheet takes for a formula: an apostrophe stands before it."""
    readable = legible(text)
    return f"'{readable}" if readable.startswith(_FORMULA) else readable


def in_file_name(text: str, most: int = 60) -> str:
    """Return text as part of a file's name: its letters without diacritics, its digits, dashes."""
    return "-".join(re.findall(r"[a-z0-9]+", fold(text)))[:most]


def as_written(markdown: str) -> str:
    """Return what was composed for screens as plain text: links, tones, escapes taken off again."""
    toned = _BOLD.sub("", _LINK.sub(r"\1", markdown))
    return legible(_ESCAPED.sub(r"\1", _TONE.sub(r"\1", toned).replace(_JOINER, "")))

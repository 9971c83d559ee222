"""Lights, statuses and states as Markdown: always a colour, a shape and a word together."""

import re
from collections.abc import Mapping
from typing import Any, Final

from lib import words
from lib.assess import Light, State, Status
from lib.vietnamese import tidy
from lib.view import palette
from lib.words import Mark

_JOINER: Final = "\u2060"  # no width: breaks links, icons and directives without being seen
_NO_BREAK: Final = "\u00a0"
_SHORT_NAME: Final = 16
_SPECIAL: Final = re.compile(r"([\\`*_{}\[\]()<>#+\-.!|~$&^=])")
_LINKS: Final = re.compile(r":(?=\S)|(?<=\w)@(?=\w)|\bwww(?=\.)", re.IGNORECASE)


def plain(text: object) -> str:
    """Return text from the sheet so that Markdown shows it as written: no links, images or HTML."""
    flat = tidy("" if text is None else str(text))
    unlinked = _LINKS.sub(lambda found: f"{found[0]}{_JOINER}", flat)
    return _SPECIAL.sub(r"\\\1", unlinked)


def unbroken(name: str) -> str:
    """Return a name as `plain` does; one as short as a commune's stays on one line."""
    text = plain(name)
    return text.replace(" ", _NO_BREAK) if len(name) <= _SHORT_NAME else text


def tone(text: str, name: str) -> str:
    """Return Markdown that is already safe in one of the palette's tones."""
    return f":{palette.MARKDOWN_COLOUR[name]}[{text}]"


def badge(text: str, name: str) -> str:
    """Return Markdown that is already safe on a ground of one of the palette's tones, unbroken."""
    kept = text.replace(" ", _NO_BREAK)
    return f":{palette.MARKDOWN_COLOUR[name]}-badge[{kept}]"


APPRAISED: Final = "appraised"
STATUSES: Final[Mapping[Any, Mark]] = {APPRAISED: words.APPRAISED, **words.STATUS}
"""A criterion's statuses; one met and appraised says so (`of_status`)."""


def on_screen(mark: Mark) -> str:
    """Return a mark as safe Markdown: ■ Đỏ."""
    return tone(f"**{mark.shape}** {mark.word}", mark.tone)


def light(value: str) -> str:
    """Return a light as mark and word."""
    return on_screen(words.LIGHT[Light(value)])


def state(value: str) -> str:
    """Return an obligation's state as mark and word."""
    return on_screen(words.STATE[State(value)])


def of_status(value: str, *, appraised: bool) -> str:
    """Return the key of a status in `STATUSES`."""
    return APPRAISED if value == Status.MET and appraised else value


def status(value: str, *, appraised: bool = False) -> str:
    """Return a criterion's status as mark and word; an appraised one says so."""
    return on_screen(STATUSES[of_status(value, appraised=appraised)])


def tally(number: int) -> str:
    """Return a number; none is a dash."""
    return words.count(number) if number else words.BLANK


def alarm(number: int) -> str:
    """Return a number of what is overdue; none is a dash."""
    return tone(f"**■ {words.count(number)}**", "red") if number else words.BLANK


def link(text: str, href: str) -> str:
    """Return a link whose text comes from the sheet and whose address is ours, encoded."""
    return f"[{plain(text)}]({href})"

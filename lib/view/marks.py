"""Lights, statuses and states as Markdown: always a colour, a shape and a word together."""

import re
from typing import Final

from lib import words
from lib.assess import Light, State, Status
from lib.view import palette

_JOINER: Final = "\u2060"  # no width: breaks links, icons and directives without being seen
_NO_BREAK: Final = "\u00a0"
_SHORT_NAME: Final = 16
_SPECIAL: Final = re.compile(r"([\\`*_{}\[\]()<>#+\-.!|~$&^=])")
_LINKS: Final = re.compile(r":(?=\S)|(?<=\w)@(?=\w)|\bwww(?=\.)", re.IGNORECASE)
_SPACES: Final = re.compile(r"\s+")


def plain(text: object) -> str:
    """Return text from the sheet so that Markdown shows it as written: no links, images or HTML."""
    flat = _SPACES.sub(" ", "" if text is None else str(text)).strip()
    unlinked = _LINKS.sub(lambda found: f"{found[0]}{_JOINER}", flat)
    return _SPECIAL.sub(r"\\\1", unlinked)


def unbroken(name: str) -> str:
    """Return a name as `plain` does; one as short as a commune's stays on one line."""
    text = plain(name)
    return text.replace(" ", _NO_BREAK) if len(name) <= _SHORT_NAME else text


def tone(text: str, name: str) -> str:
    """Return Markdown that is already safe in one of the palette's tones."""
    return f":{palette.MARKDOWN_COLOUR[name]}[{text}]"


def light(value: str) -> str:
    """Return a light as mark and word: ■ Đỏ."""
    told = Light(value)
    shape, word = words.LIGHT_SHAPE[told], words.LIGHT[told]
    return tone(f"**{shape}** {word}", palette.TONE_OF_LIGHT[told])


def status(value: str, *, appraised: bool = False) -> str:
    """Return a criterion's status as mark and word; an appraised one says so."""
    told = Status(value)
    if told is Status.MET and appraised:
        shape, word = words.APPRAISED_SHAPE, words.APPRAISED
    else:
        shape, word = words.STATUS_SHAPE[told], words.STATUS[told]
    return tone(f"**{shape}** {word}", palette.TONE_OF_STATUS[told])


def state(value: str) -> str:
    """Return an obligation's state as mark and word."""
    told = State(value)
    shape, word = words.STATE_SHAPE[told], words.STATE[told]
    return tone(f"**{shape}** {word}", palette.TONE_OF_STATE[told])


def link(text: str, href: str) -> str:
    """Return a link whose text comes from the sheet and whose address is ours, encoded."""
    return f"[{plain(text)}]({href})"

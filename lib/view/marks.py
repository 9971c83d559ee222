"""Lights, statuses and states as Markdown: always a colour, a shape and a word together."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

from lib import words
from lib.assess import Status
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


@dataclass(frozen=True, slots=True)
class Marked:
    """What values are called, each with its shape and its tone."""

    word: Mapping[Any, str]
    shape: Mapping[Any, str]
    tone: Mapping[Any, str]

    def mark(self, value: str) -> tuple[str, str, str]:
        """Return the shape, the tone and the word of a value."""
        return self.shape[value], self.tone[value], self.word[value]

    def on_screen(self, value: str) -> str:
        """Return a value as mark and word in safe Markdown: ■ Đỏ."""
        return tone(f"**{self.shape[value]}** {self.word[value]}", self.tone[value])

    def on_paper(self, value: str) -> str:
        return f"{self.shape[value]} {self.word[value]}"

    @property
    def tone_of_word(self) -> dict[str, str]:
        return {self.word[value]: tone for value, tone in self.tone.items()}


LIGHTS: Final = Marked(words.LIGHT, words.LIGHT_SHAPE, palette.TONE_OF_LIGHT)
STATES: Final = Marked(words.STATE, words.STATE_SHAPE, palette.TONE_OF_STATE)
REPORT_STATES: Final = Marked(words.REPORT_STATE, words.STATE_SHAPE, palette.TONE_OF_STATE)
APPRAISED: Final = "appraised"
STATUSES: Final = Marked(
    {APPRAISED: words.APPRAISED, **words.STATUS},
    {APPRAISED: words.APPRAISED_SHAPE, **words.STATUS_SHAPE},
    {APPRAISED: palette.TONE_OF_STATUS[Status.MET], **palette.TONE_OF_STATUS},
)
"""A criterion's statuses; one met and appraised says so (`of_status`)."""

light: Final = LIGHTS.on_screen
state: Final = STATES.on_screen


def of_status(value: str, *, appraised: bool) -> str:
    """Return the key of a status in `STATUSES`."""
    return APPRAISED if value == Status.MET and appraised else value


def status(value: str, *, appraised: bool = False) -> str:
    """Return a criterion's status as mark and word; an appraised one says so."""
    return STATUSES.on_screen(of_status(value, appraised=appraised))


def tally(number: int) -> str:
    """Return a number; none is a dash."""
    return words.count(number) if number else words.BLANK


def alarm(number: int) -> str:
    """Return a number of what is overdue; none is a dash."""
    return tone(f"**■ {words.count(number)}**", "red") if number else words.BLANK


def link(text: str, href: str) -> str:
    """Return a link whose text comes from the sheet and whose address is ours, encoded."""
    return f"[{plain(text)}]({href})"

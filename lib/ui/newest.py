"""What is made of a reading is kept while it is the newest, and goes when the sheet has changed."""

from collections.abc import Callable
from typing import Any, Final, ParamSpec, TypeVar

import streamlit as st

Asked = ParamSpec("Asked")
Made = TypeVar("Made")

_KEPT: Final[list[Any]] = []
_fingerprint: str | None = None


def kept(most: int, **options: Any) -> Callable[[Callable[Asked, Made]], Callable[Asked, Made]]:
    """Keep what a function makes of the newest reading, at most so many; the oldest goes first.

    Its arguments must tell the reading: what a page still makes of an earlier one is kept too.
    """

    def keep(make: Callable[Asked, Made]) -> Callable[Asked, Made]:
        made = st.cache_resource(show_spinner=False, max_entries=most, **options)(make)
        _KEPT.append(made)
        return made

    return keep


def reading_is(fingerprint: str | None) -> None:
    """Say which reading is the newest; what was made of another is dropped.

    No page asks for it again. Kept to its number alone, a sheet that is edited all day long would
    fill the memory with as many readings as a body of a page has choices.
    """
    global _fingerprint  # noqa: PLW0603 - the process has one newest reading
    if fingerprint != _fingerprint:
        _fingerprint = fingerprint
        for made in _KEPT:
            made.clear()

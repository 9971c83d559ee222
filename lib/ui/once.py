"""What is drawn once for all who see the same: a page's body, replayed until what it shows changes."""

from collections.abc import Callable
from typing import Final, ParamSpec, TypeVar

from lib.ui import newest
from lib.ui.current import Current

MOST_KEPT: Final = 128
"""So many choices of dates, filters and switches are kept for each body; the oldest goes first."""

Seen = ParamSpec("Seen")
Made = TypeVar("Made")


def drawn_once(body: Callable[Seen, Made]) -> Callable[Seen, Made]:
    """Draw the body, and make what it returns, once for each `Current.key` and other arguments.

    Whoever sees the same is sent the same elements again without running it. Nothing of one viewer
    may be in it: no widget, no component, no session; the page's own switches are arguments.
    """
    return newest.kept(MOST_KEPT, hash_funcs={Current: lambda shown: shown.key})(body)

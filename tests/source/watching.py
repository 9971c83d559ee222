"""What tests of a feed need: sources and clocks moved by hand, and eyes that look again."""

import threading
import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any

from lib.grid import Grid
from lib.source.errors import SourceError, SourceErrorCode
from lib.source.feed import Feed, Snapshot

# A slow machine may take its time: long, yet within the run's own limit of a test.
PATIENCE = 120.0

LARGE, LARGE_TOO = ((Grid("Tiến độ", ((text * 1000,),) * 500),) for text in "ab")
"""What takes a moment to write."""

Answer = tuple[Grid, ...] | SourceError | Callable[[], Any]


class Source:
    """A source in memory whose answers a test chooses; `reads` counts them."""

    def __init__(self, *answers: Answer) -> None:
        self.answers = list(answers)
        self.reads = 0
        self.open = threading.Event()
        self.open.set()

    def __call__(self) -> tuple[Grid, ...]:
        self.open.wait(PATIENCE)
        self.reads += 1
        answer = self.answers.pop(0) if len(self.answers) > 1 else self.answers[0]
        if isinstance(answer, SourceError):
            raise answer
        return answer() if callable(answer) else answer


class Hands:
    """A clock turned by hand."""

    def __init__(self) -> None:
        self.seconds = 1000.0

    def monotonic(self) -> float:
        return self.seconds

    def clock(self) -> datetime:
        return datetime(2024, 9, 15, tzinfo=UTC) + timedelta(seconds=self.seconds)


def feed(source: Callable[[], tuple[Grid, ...]], hands: Hands, **options: Any) -> Feed:
    return Feed(
        source,
        identity="x",
        clock=hands.clock,
        monotonic=hands.monotonic,
        **options,
    )


def until(feed: Feed, wanted: Callable[[Snapshot], bool], seconds: float = PATIENCE) -> Snapshot:
    """Look again and again, as an open page does, until the wanted is shown."""
    end = time.monotonic() + seconds
    while not wanted(taken := feed.snapshot()):
        assert time.monotonic() < end, taken
        time.sleep(0.005)
    return taken


def settled(feed: Feed) -> Snapshot:
    return until(feed, lambda taken: not taken.refreshing)


def fails(code: SourceErrorCode) -> Callable[[Snapshot], bool]:
    return lambda taken: taken.failure is not None and taken.failure.code is code


def end_of_reads() -> None:
    """Wait until no thread that reads is left, so that an exception of one is this test's."""
    for thread in threading.enumerate():
        if thread.name == "feed-refresh":
            thread.join(PATIENCE)

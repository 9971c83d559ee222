"""Records what a process reads, behind the back of its readings and pages."""

import logging
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Final

from lib.grid import Grid
from lib.memory.files import Memory, Recorded

AGAIN_SECONDS: Final = 60.0
"""What could not be recorded is tried again this long after."""
_log: Final = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Offer:
    """A reading to record; equal fingerprints have equal grids."""

    day: date
    read_at: datetime
    fingerprint: str
    grids: tuple[Grid, ...]

    @property
    def same(self) -> tuple[date, str]:
        return self.day, self.fingerprint


class Recorder:
    """One a process: `offer` costs a comparison, what is new is written in a thread of its own.

    Of readings that come faster than they are written the newest is. `trouble` says why the last
    one could not be recorded, by the system's number (0 for one without); None while it could.
    """

    def __init__(
        self, memory: Memory, *, keep: int, monotonic: Callable[[], float] = time.monotonic
    ) -> None:
        self._memory, self._keep, self._monotonic = memory, keep, monotonic
        self._lock = threading.Lock()
        self._done: tuple[date, str] | None = None
        self._waiting: Offer | None = None
        self._at_work = False
        self._not_before = float("-inf")
        self.trouble: int | None = None

    def offer(self, offer: Offer) -> None:
        """Record a reading unless its like was the last one recorded."""
        with self._lock:
            self._waiting = None if offer.same == self._done else offer
            if self._waiting and not self._at_work and self._monotonic() >= self._not_before:
                self._at_work = True
                threading.Thread(target=self._work, name="memory-record", daemon=True).start()

    def _work(self) -> None:
        try:
            while offer := self._next():
                self._record(offer)
        except BaseException:
            with self._lock:
                self._at_work = False
            raise

    def _next(self) -> Offer | None:
        with self._lock:
            waiting, self._waiting = self._waiting, None
            if waiting is None:
                self._at_work = False
            return waiting

    def _record(self, offer: Offer) -> None:
        try:
            recorded = self._memory.record(
                offer.grids, offer.day, read_at=offer.read_at, keep=self._keep, again=False
            )
        except OSError as problem:
            self._failed(problem)
            return
        if recorded is Recorded.LATER:
            _log.warning("%s stays as recorded: a later day is", offer.day)
        if self.trouble is not None:
            _log.warning("recording works again")
        with self._lock:
            self._done, self.trouble = offer.same, None

    def _failed(self, problem: OSError) -> None:
        reason = problem.errno or 0
        if reason != self.trouble:
            told = problem.strerror or type(problem).__name__
            _log.warning("the reading cannot be recorded: %s", told)
        with self._lock:
            self.trouble, self._waiting = reason, None
            self._not_before = self._monotonic() + AGAIN_SECONDS

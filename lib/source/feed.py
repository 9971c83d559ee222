"""Keeps a sheet's last good copy for all viewers of a process, refreshed behind their backs."""

import logging
import random
import threading
import time
from collections.abc import Callable, Hashable
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

from lib.grid import Grid
from lib.source import kept
from lib.source.errors import SourceError, SourceErrorCode

FIRST_PAUSE_SECONDS = 10.0
"""A failing source is first tried again this soon, or at the usual refresh if that is sooner."""
LONGEST_PAUSE_REFRESHES = 2
"""The pauses between tries of a failing source grow up to this many refreshes."""
LATE_REFRESHES = 3
KEEP_SECONDS = 300.0
"""A copy whose content has not changed is written again this often, for its time."""

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Snapshot:
    """What a viewer gets: the last good grids, how old they are and, if need be, why.

    `grids` is empty and `read_at` None when nothing was ever read. `read_at` is the last time the
    source was seen to say this; `fingerprint` changes only with the content. `failure` is there
    while the source fails, with the time it began and of the next try. `late` when the copy is
    older than three refreshes. All times are aware, in UTC.
    """

    grids: tuple[Grid, ...]
    read_at: datetime | None
    fingerprint: str
    failure: SourceError | None = None
    failing_since: datetime | None = None
    next_try: datetime | None = None
    refreshing: bool = False
    late: bool = False


class Feed:
    """One a process: viewers take `snapshot()`; at most one of them makes one read begin.

    `read` gives the grids or raises SourceError. `identity` names the sheet, so that a copy kept in
    `cache_file` is never taken for another's. For a source that can tell cheaply whether it has
    changed, `stamp` does: it is asked at every snapshot and nothing is read while it stays the
    same. `forget` is called before a read that a person asked for. Reads run in daemon threads,
    which hold up no end of the process.
    """

    def __init__(
        self,
        read: Callable[[], tuple[Grid, ...]],
        *,
        identity: str,
        refresh_seconds: float = 60.0,
        cache_file: Path | None = None,
        stamp: Callable[[], Hashable] | None = None,
        forget: Callable[[], None] | None = None,
        first_wait_seconds: float = 30.0,
        ask_seconds: float = 10.0,
        stuck_seconds: float = 900.0,
        clock: Callable[[], datetime] = lambda: datetime.now(UTC),
        monotonic: Callable[[], float] = time.monotonic,
    ) -> None:
        self.identity = identity
        self.refresh_seconds = refresh_seconds
        self._read, self._stamp, self._forget = read, stamp, forget
        self._cache_file = cache_file
        self._first_wait_seconds, self._ask_seconds = first_wait_seconds, ask_seconds
        self._stuck_seconds = stuck_seconds
        self._clock, self._monotonic = clock, monotonic
        self._lock = threading.Lock()
        self._good = kept.restore(cache_file, identity=identity) if cache_file else None
        self._good_stamp: Hashable | None = None
        self._failure: SourceError | None = None
        self._failing_since: datetime | None = None
        self._failures = 0
        self._failed_stamp: Hashable = None
        self._flight: threading.Event | None = None
        self._settled = self._good is not None and stamp is None
        self._begun = self._due = self._asked = self._kept = float("-inf")

    def snapshot(self) -> Snapshot:
        """Give the last good copy at once; only while nothing was ever read, wait for one read.

        A local file is read so quickly that the first viewer waits for it even where a copy of an
        earlier run is at hand.
        """
        flight = self._refreshed()
        if not self._settled and flight is not None and not flight.wait(self._first_wait_seconds):
            self._give_up_waiting()
        with self._lock:
            return self._as_snapshot()

    def warm(self) -> None:
        """Begin the first read without waiting for it."""
        self._refreshed()

    def request_refresh(self) -> bool:
        """Ask for a read now; False when one is running or the last one asked for is too recent."""
        with self._lock:
            now = self._monotonic()
            limited = self._failure and self._failure.code is SourceErrorCode.QUOTA
            if self._flight or now < self._asked + self._ask_seconds:
                return False
            if limited and now < self._due:
                return False
            self._asked = now
            if self._forget:
                self._forget()
            self._begin()
            return True

    def _refreshed(self) -> threading.Event | None:
        """Begin a read where one is due; give the one under way."""
        seen = self._stamp() if self._stamp else None
        with self._lock:
            self._abandon_if_stuck()
            if self._good and self._stamp and seen == self._good_stamp is not None:
                self._good = replace(self._good, read_at=self._clock())
                self._recover()
            elif self._flight is None and self._monotonic() >= self._next_read(seen):
                self._begin()
            return self._flight

    def _next_read(self, seen: Hashable) -> float:
        if self._stamp and seen != self._failed_stamp:
            return self._begun + self.refresh_seconds
        return self._due

    def _abandon_if_stuck(self) -> None:
        """Give up a read that no timeout has ended (a dead network drive), to try anew."""
        if self._flight and self._monotonic() >= self._begun + self._stuck_seconds:
            self._flight = None
            seconds = f"{self._stuck_seconds:g}"
            self._fail(SourceError(SourceErrorCode.TIMEOUT, seconds=seconds), None)

    def _begin(self) -> None:
        flight = threading.Event()
        self._begun = self._monotonic()
        threading.Thread(
            target=self._refresh, args=(flight,), name="feed-refresh", daemon=True
        ).start()
        self._flight = flight

    def _refresh(self, flight: threading.Event) -> None:
        outcome: kept.Copy | SourceError = SourceError(SourceErrorCode.INTERNAL)
        stamp = self._stamp() if self._stamp else None
        try:
            outcome = self._copy()
        except SourceError as failure:
            outcome = failure
        finally:
            with self._lock:
                if self._flight is flight:
                    self._land(outcome, stamp)
            flight.set()

    def _land(self, outcome: kept.Copy | SourceError, stamp: Hashable) -> None:
        self._settled = True
        self._flight = None
        if isinstance(outcome, SourceError):
            self._fail(outcome, stamp)
        else:
            self._good, self._good_stamp = outcome, stamp
            self._due = self._begun + self.refresh_seconds
            self._recover()

    def _copy(self) -> kept.Copy:
        """Read the source; content that has not changed keeps its grids."""
        grids = self._read()
        body = kept.encoded(grids)
        copy = kept.Copy(grids, self._clock(), kept.fingerprint(body))
        unchanged = self._good is not None and self._good.fingerprint == copy.fingerprint
        if self._good is not None and unchanged:
            copy = replace(copy, grids=self._good.grids)
        if self._cache_file and (not unchanged or self._monotonic() >= self._kept + KEEP_SECONDS):
            self._kept = self._monotonic()
            kept.keep(self._cache_file, body, identity=self.identity, read_at=copy.read_at)
        return copy

    def _recover(self) -> None:
        if self._failure:
            _log.warning("reading works again")
        self._failure = self._failing_since = None
        self._failures = 0

    def _fail(self, failure: SourceError, stamp: Hashable) -> None:
        if self._failure is None or self._failure.code is not failure.code:
            _log.warning("reading fails: %s", failure)
        self._failure, self._failed_stamp = failure, stamp
        self._failing_since = self._failing_since or self._clock()
        self._failures += 1
        self._due = self._monotonic() + self._pause(failure)

    def _pause(self, failure: SourceError) -> float:
        first = min(FIRST_PAUSE_SECONDS, self.refresh_seconds)
        longest = max(first, LONGEST_PAUSE_REFRESHES * self.refresh_seconds)
        pause = min(first * 2.0 ** min(self._failures - 1, 16), longest) * random.uniform(0.8, 1.2)
        return max(pause, min(float(failure.details.get("retry_after", 0)), longest))

    def _give_up_waiting(self) -> None:
        with self._lock:
            if not self._settled:
                self._settled = True
                self._failure = SourceError(
                    SourceErrorCode.TIMEOUT, seconds=f"{self._first_wait_seconds:g}"
                )
                self._failing_since = self._clock()

    def _as_snapshot(self) -> Snapshot:
        good, now = self._good, self._clock()
        pause = timedelta(seconds=max(0.0, self._due - self._monotonic()) if self._failure else 0)
        return Snapshot(
            grids=good.grids if good else (),
            read_at=good.read_at if good else None,
            fingerprint=good.fingerprint if good else "",
            failure=self._failure,
            failing_since=self._failing_since,
            next_try=now + pause if self._failure else None,
            refreshing=self._flight is not None,
            late=good is not None and (now - good.read_at) > self._late_after,
        )

    @property
    def _late_after(self) -> timedelta:
        return timedelta(seconds=LATE_REFRESHES * self.refresh_seconds)

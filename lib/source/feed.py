"""Keeps a sheet's last good copy for all viewers of a process, refreshed behind their backs.

Processes that keep their copy in one file read by turns: who reads goes on reading while it has
viewers, the others follow what it keeps, and one of them takes over when a read is overdue.
"""

import logging
import random
import threading
import time
from collections.abc import Callable, Hashable
from contextlib import nullcontext
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

from lib.grid import Grid
from lib.source import kept
from lib.source.errors import SourceError, SourceErrorCode
from lib.source.shared import Shared, Told, Trouble

FIRST_PAUSE_SECONDS = 10.0
"""A failing source is first tried again this soon, or at the usual refresh if that is sooner."""
LONGEST_PAUSE_REFRESHES = 2
"""The pauses between tries of a failing source grow up to this many refreshes."""
LATE_REFRESHES = 3
TAKE_OVER_SECONDS = 2.0
"""A read overdue for this long is begun by a process that has followed another."""

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Snapshot:
    """What a viewer gets: the last good grids, how old they are and, if need be, why.

    `grids` is empty and `read_at` None when nothing was ever read. `read_at` is the last time the
    source was seen to say this; `fingerprint` changes only with the content. `failure` is there
    while the source fails, with the time it began and of the next try. `late` when the copy is
    older than three refreshes. `behind` are the spreadsheets of a list that are older than the
    others. All times are aware, in UTC.
    """

    grids: tuple[Grid, ...]
    read_at: datetime | None
    fingerprint: str
    failure: SourceError | None = None
    failing_since: datetime | None = None
    next_try: datetime | None = None
    refreshing: bool = False
    late: bool = False
    behind: tuple[kept.Behind, ...] = ()


class Feed:
    """One a process: viewers take `snapshot()`; at most one of them makes one read begin.

    `read` gives the grids or raises SourceError. `identity` names the sheet, so that a copy kept in
    `cache_file`, which other processes share, is never taken for another's. For a source that can tell cheaply whether it has
    changed, `stamp` does: it is asked at every snapshot and nothing is read while it stays the
    same. `forget` is called before a read that a person asked for. `on_reading` is told of each good
    reading of this process's own, also of one that was seen to be still so, once viewers have it; it
    has to be quick. `behind` tells after a read which of a list's spreadsheets it lacks. Reads run in daemon threads, which hold up no end of the process.
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
        on_reading: Callable[[kept.Copy], None] | None = None,
        behind: Callable[[], tuple[kept.Behind, ...]] = tuple,
        first_wait_seconds: float = 30.0,
        ask_seconds: float = 10.0,
        stuck_seconds: float = 900.0,
        clock: Callable[[], datetime] = lambda: datetime.now(UTC),
        monotonic: Callable[[], float] = time.monotonic,
    ) -> None:
        self.identity = identity
        self.refresh_seconds = refresh_seconds
        self._read, self._stamp, self._forget = read, stamp, forget
        self._on_reading, self._behind = on_reading, behind
        self._first_wait_seconds, self._ask_seconds = first_wait_seconds, ask_seconds
        self._stuck_seconds = stuck_seconds
        self._clock, self._monotonic = clock, monotonic
        self._lock = threading.Lock()
        self._shared = Shared(cache_file, identity=identity) if cache_file else None
        self._good = self._shared.restore() if self._shared else None
        self._good_stamp: Hashable | None = None
        self._trouble: Trouble | None = None
        self._failed_stamp: Hashable = None
        self._failing: dict[str, int] = {}
        self._flight: threading.Event | None = None
        self._followed = False
        self._settled = self._good is not None and stamp is None
        self._begun = self._due = float("-inf")
        self._asked_at: datetime | None = None
        self._look_around()

    def snapshot(self, *, wait: bool = True) -> Snapshot:
        """Give the last good copy at once; only while nothing was ever read, `wait` for one read.

        A local file is read so quickly that the first viewer waits for it even where a copy of an
        earlier run is at hand.
        """
        flight = self._refreshed()
        if (
            wait
            and not self._settled
            and flight is not None
            and not flight.wait(self._first_wait_seconds)
        ):
            self._give_up_waiting()
        with self._lock:
            return self._as_snapshot()

    def warm(self) -> None:
        """Begin the first read without waiting for it."""
        self._refreshed()

    def request_refresh(self) -> bool:
        """Ask for a read now; False when one is running or the last one asked for is too recent."""
        with self._lock:
            limited = self._trouble and self._trouble.failure.code is SourceErrorCode.QUOTA
            if self._flight or self._asked_lately() or (limited and self._monotonic() < self._due):
                return False
            self._asked_at = self._clock()
            self._begin(asked=True)
            return True

    def _asked_lately(self) -> bool:
        if self._asked_at is None:
            return False
        ago = (self._clock() - self._asked_at).total_seconds()
        return 0 <= ago < self._ask_seconds

    def _look_around(self) -> None:
        """Take up at the start how the others read; what failed then may be mended now."""
        if told := self._shared.news(self._good) if self._shared else None:
            self._follow(told)
            self._followed = True
            if told.trouble:
                self._due = float("-inf")

    def _refreshed(self) -> threading.Event | None:
        """Begin a read where one is due; give the one under way."""
        seen = self._stamp() if self._stamp else None
        still = None
        with self._lock:
            self._abandon_if_stuck()
            if self._good and self._stamp and seen == self._good_stamp is not None:
                self._good = still = replace(self._good, read_at=self._clock())
                self._recover()
            elif self._flight is None and (
                self._monotonic() >= self._next_read(seen)
                or (self._shared and self._shared.has_news())
            ):
                self._begin()
            flight = self._flight
        self._tell_of(still)
        return flight

    def _tell_of(self, reading: kept.Copy | None) -> None:
        if reading and self._on_reading:
            self._on_reading(reading)

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

    def _begin(self, *, asked: bool = False) -> None:
        flight = threading.Event()
        self._begun = self._monotonic()
        threading.Thread(
            target=self._refresh, args=(flight, asked), name="feed-refresh", daemon=True
        ).start()
        self._flight = flight

    def _refresh(self, flight: threading.Event, asked: bool) -> None:
        outcome: kept.Copy | Told | SourceError = SourceError(SourceErrorCode.INTERNAL)
        stamp = self._stamp() if self._stamp else None
        turn = self._shared.turn(self._good, asked=asked) if self._shared else nullcontext()
        landed = False
        try:
            with turn as told:
                outcome = told or self._outcome(forget=asked or self._followed)
                landed = self._land(flight, outcome, stamp)
        finally:
            # A fault of our own has not come so far.
            self._land(flight, outcome, stamp)
            flight.set()
        if landed and isinstance(outcome, kept.Copy):
            self._tell_of(outcome)

    def _land(
        self, flight: threading.Event, outcome: kept.Copy | Told | SourceError, stamp: Hashable
    ) -> bool:
        """Publish how a read went; False where it had been given up."""
        with self._lock:
            if self._flight is not flight:
                return False
            self._flight = None
            self._settled = True
            self._followed = isinstance(outcome, Told)
            if isinstance(outcome, Told):
                self._follow(outcome)
                return True
            if isinstance(outcome, SourceError):
                self._fail(outcome, stamp)
            else:
                self._tell_read(outcome)
                # A file that was not there before it was read, is not unchanged when it is lost again.
                self._good, self._good_stamp = outcome, None if stamp == () else stamp
                self._due = self._begun + self.refresh_seconds
                self._recover()
            if self._shared:
                next_read = self._clock() + timedelta(seconds=self._due - self._monotonic())
                self._shared.tell(Told(self._good, self._trouble, next_read, self._asked_at))
            return True

    def _follow(self, told: Told) -> None:
        """Take over what another process has told, and leave the next read to it."""
        self._good = told.copy or self._good
        self._trouble, self._asked_at = told.trouble, told.asked_at
        pause = (told.next_read - self._clock()).total_seconds() + TAKE_OVER_SECONDS
        self._due = self._monotonic() + min(pause, self._longest_pause + TAKE_OVER_SECONDS)

    def _outcome(self, *, forget: bool) -> kept.Copy | SourceError:
        """Read the source; content that has not changed keeps its grids."""
        if forget and self._forget:
            self._forget()
        try:
            grids = self._read()
        except SourceError as failure:
            return failure
        body = kept.encoded(grids)
        copy = kept.Copy(grids, self._clock(), kept.fingerprint(body), self._behind())
        if self._good and self._good.fingerprint == copy.fingerprint:
            copy = replace(copy, grids=self._good.grids)
        if self._shared:
            self._shared.keep(copy, body)
        return copy

    def _tell_read(self, copy: kept.Copy) -> None:
        """Write down a read: what is new at all times, what is not for who wants to know."""
        new = self._good is None or self._good.fingerprint != copy.fingerprint
        what = f"new content, {len(copy.grids)} worksheets" if new else "nothing new"
        _log.log(logging.INFO if new else logging.DEBUG, "read in %.2f s: %s", self._took, what)
        self._tell_failing(kept.failing(copy.behind))

    def _tell_failing(self, failing: dict[str, int]) -> None:
        """Write down how many of a list cannot be read, once while they are the same."""
        if failing == self._failing:
            return
        self._failing = failing
        if failing:
            why = ", ".join(f"{number} {code}" for code, number in failing.items())
            _log.warning("of the list %d cannot be read: %s", sum(failing.values()), why)
        else:
            _log.warning("all of the list are read again")

    def _recover(self) -> None:
        if self._trouble:
            lasted = (self._clock() - self._trouble.since).total_seconds()
            _log.warning(
                "reading works again after %.0f s, %d tries failed", lasted, self._trouble.times
            )
        self._trouble = None

    def _fail(self, failure: SourceError, stamp: Hashable) -> None:
        before = self._trouble
        if before is None or before.failure.code is not failure.code:
            # The code alone: the details hold addresses, names of worksheets and answers.
            _log.warning("reading fails after %.2f s: %s", self._took, failure.code)
        self._trouble = (
            replace(before, failure=failure, times=before.times + 1)
            if before
            else Trouble(failure, self._clock())
        )
        self._failed_stamp = stamp
        self._due = self._monotonic() + self._pause(self._trouble)

    def _pause(self, trouble: Trouble) -> float:
        first = min(FIRST_PAUSE_SECONDS, self.refresh_seconds)
        pause = first * 2.0 ** min(trouble.times - 1, 16)
        pause = min(pause, self._longest_pause) * random.uniform(0.8, 1.2)
        asked = float(trouble.failure.details.get("retry_after", 0))
        return max(pause, min(asked, self._longest_pause))

    def _give_up_waiting(self) -> None:
        with self._lock:
            if not self._settled:
                self._settled = True
                seconds = f"{self._first_wait_seconds:g}"
                failure = SourceError(SourceErrorCode.TIMEOUT, seconds=seconds)
                self._trouble = Trouble(failure, self._clock(), times=0)

    def _as_snapshot(self) -> Snapshot:
        good, trouble, now = self._good, self._trouble, self._clock()
        pause = timedelta(seconds=max(0.0, self._due - self._monotonic()) if trouble else 0)
        return Snapshot(
            grids=good.grids if good else (),
            read_at=good.read_at if good else None,
            fingerprint=good.fingerprint if good else "",
            failure=trouble.failure if trouble else None,
            failing_since=trouble.since if trouble else None,
            next_try=now + pause if trouble else None,
            refreshing=self._flight is not None,
            late=good is not None and (now - good.read_at) > self._late_after,
            behind=good.behind if good else (),
        )

    @property
    def _took(self) -> float:
        return self._monotonic() - self._begun

    @property
    def _longest_pause(self) -> float:
        first = min(FIRST_PAUSE_SECONDS, self.refresh_seconds)
        return max(first, LONGEST_PAUSE_REFRESHES * self.refresh_seconds)

    @property
    def _late_after(self) -> timedelta:
        return timedelta(seconds=LATE_REFRESHES * self.refresh_seconds)

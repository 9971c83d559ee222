"""Reads a list of spreadsheets or workbooks as one: each keeps its own last good copy.

The leading one comes first and has no name. What has not changed is read less often, so that a long
list keeps within what Google allows.
"""

import hashlib
import time
from collections import deque
from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path

from lib.grid import Grid
from lib.source import kept
from lib.source.errors import SourceError, SourceErrorCode

MINUTE = 60.0
REQUESTS_A_MINUTE = 50
"""Google allows an account 60 reads a minute; what is left is for repetitions and other programs."""
AT_MOST_A_READ = 2
"""A spreadsheet's titles, and its values."""
STEADY_A_MINUTE = 25
"""Where nothing changes so many of a list are read a minute, which leaves as many for what does."""
GENERAL = {
    SourceErrorCode.NO_NETWORK,
    SourceErrorCode.TIMEOUT,
    SourceErrorCode.UNTRUSTED,
    SourceErrorCode.QUOTA,
    SourceErrorCode.UNAVAILABLE,
    SourceErrorCode.API_DISABLED,
    SourceErrorCode.KEY_UNREADABLE,
    SourceErrorCode.KEY_REVOKED,
    SourceErrorCode.CLOCK_WRONG,
}
"""What may be no single spreadsheet's fault: whether it is, the leading one tells."""


@dataclass(frozen=True, slots=True)
class Source:
    """One of a list: `name` is blank for the leading one, `stamp` tells cheaply of a change."""

    name: str
    identity: str
    read: Callable[[], tuple[Grid, ...]]
    stamp: Callable[[], Hashable] | None = None


class Quota:
    """Counts requests within the last minute."""

    def __init__(
        self, most: int = REQUESTS_A_MINUTE, *, monotonic: Callable[[], float] = time.monotonic
    ) -> None:
        self._most, self._monotonic = most, monotonic
        self._sent: deque[float] = deque()

    def spend(self) -> None:
        """Note that a request is sent."""
        self._sent.append(self._monotonic())

    def pause(self) -> float:
        """Return the seconds until one more spreadsheet may be read."""
        now, over = self._monotonic(), AT_MOST_A_READ - self._most
        while self._sent and self._sent[0] <= now - MINUTE:
            self._sent.popleft()
        over += len(self._sent)
        return 0.0 if over <= 0 else self._sent[over - 1] + MINUTE - now


class _One:
    """A spreadsheet of the list: its last good copy, how its last read went, when it is due."""

    def __init__(self, source: Source, file: Path | None) -> None:
        self.source, self._file = source, file
        self.copy: kept.Copy | None = None
        self.failure: SourceError | None = None
        self.since: datetime | None = None
        self.tried = False
        self.interval, self.due = 0.0, float("-inf")
        self.stamp: Hashable = None
        self.restore()

    def restore(self) -> None:
        """Take the kept copy, which another process may have written."""
        found = kept.restore(self._file, identity=self.source.identity) if self._file else None
        if found and (self.copy is None or found.read_at > self.copy.read_at):
            self.copy = found

    def read(self, now: datetime) -> bool | None:
        """Read it; tell whether it says something new, None where it failed."""
        self.tried = True
        try:
            grids = self.source.read()
        except SourceError as failure:
            self.failure, self.since = failure, self.since or now
            return None
        self.failure = self.since = None
        body = kept.encoded(grids)
        copy = kept.Copy(grids, now, kept.fingerprint(body))
        if self.copy and self.copy.fingerprint == copy.fingerprint:
            self.copy = replace(self.copy, read_at=now)
            return False
        self.copy = copy
        if self._file:
            kept.keep(self._file, body, identity=self.source.identity, read_at=now)
        return True

    @property
    def behind(self) -> kept.Behind | None:
        """Tell how it is behind; None where its last read was good."""
        if self.tried and self.failure is None:
            return None
        read_at = self.copy.read_at if self.copy else None
        return kept.Behind(self.source.name, read_at, self.failure, self.since)


class Several:
    """The list; `sources` names it anew at each read, the leading one first.

    Copies are kept in `folder`. One that is no longer named, a file that is gone, stays as one that
    fails for as long as the program runs.
    """

    def __init__(
        self,
        sources: Callable[[], Sequence[Source]],
        *,
        refresh_seconds: float,
        folder: Path | None = None,
        quota: Quota | None = None,
        clock: Callable[[], datetime] = lambda: datetime.now(UTC),
        monotonic: Callable[[], float] = time.monotonic,
    ) -> None:
        self._sources, self._folder, self._quota = sources, folder, quota
        self._refresh_seconds = refresh_seconds
        self._clock, self._monotonic = clock, monotonic
        self._all: dict[str, _One] = {}

    def read(self) -> tuple[Grid, ...]:
        """Read those that are due, as far as the quota goes; give every worksheet as last read.

        Raises SourceError where the leading one was never read, and where nothing can be.
        """
        leading = self._listed()
        for one in self._due():
            if self._quota and self._quota.pause():
                break
            if not self._read(one) and one.failure and one.failure.code in GENERAL:
                self._read(leading)
                if leading.failure and leading.failure.code in GENERAL:
                    raise leading.failure
        if leading.copy is None or all(one.failure for one in self._all.values()):
            raise leading.failure or SourceError(SourceErrorCode.QUOTA)
        return tuple(self._grids())

    def read_whole(self, sleep: Callable[[float], object] = time.sleep) -> tuple[Grid, ...]:
        """Read all of them once, however long the quota makes it take."""
        while True:
            grids = self.read()
            if all(one.tried for one in self._all.values()):
                return grids
            sleep(self._quota.pause() if self._quota else 0.0)

    def behind(self) -> tuple[kept.Behind, ...]:
        """Tell of those whose last read failed, or that were not read yet."""
        return tuple(told for one in self._all.values() if (told := one.behind))

    def forget(self) -> None:
        """Take up what other processes have kept; all are due again, the longest unread first."""
        for one in self._all.values():
            one.restore()
            one.due = float("-inf")
            one.stamp = None

    def stamp(self) -> Hashable:
        """Tell of a change in any of a list of files; failing ones are tried again in a while."""
        stamps = tuple(
            (source.identity, source.stamp() if source.stamp else None)
            for source in self._sources()
        )
        retry = int(self._monotonic() / MINUTE) if self.behind() else 0
        return stamps, retry

    def _listed(self) -> _One:
        """Bring the list up to date; return the leading one."""
        sources = self._sources()
        for source in sources:
            if source.identity not in self._all:
                self._all[source.identity] = _One(source, self._file(source.identity))
        return self._all[sources[0].identity]

    def _file(self, identity: str) -> Path | None:
        digest = hashlib.sha256(identity.encode()).hexdigest()
        return self._folder / f"{digest[:32]}.json" if self._folder else None

    def _due(self) -> Iterable[_One]:
        """Give those that are due: what was never read, then the longest unread."""
        now = self._monotonic()
        due = [one for one in self._all.values() if self._is_due(one, now)]
        return sorted(due, key=lambda one: (one.tried, one.due))

    def _is_due(self, one: _One, now: float) -> bool:
        """Tell whether one is to be read: a file when it has changed, a failing one in a while."""
        if one.source.stamp and one.source.stamp() != one.stamp:
            return True
        return one.due <= now and not (one.source.stamp and one.tried and one.failure is None)

    def _read(self, one: _One) -> bool:
        """Read one and say when it is due again; tell whether it was read."""
        stamp = one.source.stamp() if one.source.stamp else None
        new = one.read(self._clock())
        one.stamp = stamp
        if one.source.stamp and new is not None:
            return True
        longest = max(self._refresh_seconds, MINUTE * len(self._all) / STEADY_A_MINUTE)
        one.interval = self._refresh_seconds if new else min(2 * one.interval, longest)
        one.interval = max(one.interval, self._refresh_seconds)
        one.due = self._monotonic() + one.interval
        return new is not None

    def _grids(self) -> Iterable[Grid]:
        for one in self._all.values():
            for grid in one.copy.grids if one.copy else ():
                yield replace(grid, spreadsheet=one.source.name) if one.source.name else grid

"""Keeps a sheet's last good copy for all viewers of a process and refreshes it behind their backs."""

import logging
import random
import threading
import time
from collections.abc import Callable, Hashable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from lib.grid import Grid
from lib.source import kept
from lib.source.errors import SourceError, SourceErrorCode

FIRST_PAUSE_SECONDS = 10.0
"""After a first failure the source is tried again this soon (or at the usual refresh, if sooner)."""
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
    same. `forget` is called before a read that a person asked for.
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
        clock: Callable[[], datetime] = lambda: datetime.now(UTC),
        monotonic: Callable[[], float] = time.monotonic,
    ) -> None:
        self.identity = identity
        self.refresh_seconds = refresh_seconds

    def snapshot(self) -> Snapshot:
        """Give the last good copy at once; only while nothing was ever read, wait for one read."""
        raise NotImplementedError

    def request_refresh(self) -> bool:
        """Ask for a read now; False when one is running or the last one asked for is too recent."""
        raise NotImplementedError

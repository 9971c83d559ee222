"""What the processes of one machine share of a sheet: whose turn it is to read, and what was read.

Beside the kept copy lies a status: how the last read went and when the next is due. Whoever finds
one due takes its turn by a lock on the folder, which the system lifts with the end of a process,
however it ends. So no process is the reader by office, and none has to be watched.
"""

import json
import logging
import os
import sys
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import Any

from lib.source import kept
from lib.source.errors import SourceError, SourceErrorCode

FORMAT = 1

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Trouble:
    """Why reading fails, since when, and how often it did so in a row."""

    failure: SourceError
    since: datetime
    times: int = 1


@dataclass(frozen=True, slots=True)
class Told:
    """How reading stands: the last good copy, what is wrong, the next read, the last asked for."""

    copy: kept.Copy | None
    trouble: Trouble | None
    next_read: datetime
    asked_at: datetime | None


class Shared:
    """One process's hold on what all share in the folder of a copy; used by one thread at a time.

    Where the folder cannot be written, each process reads for itself.
    """

    def __init__(self, copy_file: Path, *, identity: str) -> None:
        self._copy_file, self._identity = copy_file, identity
        self._folder, self._status_file = copy_file.parent, copy_file.with_suffix(".status")
        self._seen: tuple[int, ...] = ()
        self._kept = ""

    def restore(self) -> kept.Copy | None:
        """Read the kept copy; None when there is none to be believed."""
        found = kept.restore(self._copy_file, identity=self._identity)
        self._kept = found.fingerprint if found else ""
        return found

    def has_news(self) -> bool:
        """Tell cheaply whether another process has told anything since the last look."""
        return self._stamp() not in ((), self._seen)

    def news(self, good: kept.Copy | None) -> Told | None:
        """Give what another process has told since; a copy whose content is known is not read."""
        if not self.has_news():
            return None
        self._seen = self._stamp()
        try:
            return self._checked(json.loads(self._status_file.read_bytes()), good)
        except (OSError, ValueError, LookupError, TypeError) as problem:
            _log.warning("the kept status is refused: %s", type(problem).__name__)
            return None

    @contextmanager
    def turn(self, good: kept.Copy | None, *, asked: bool) -> Iterator[Told | None]:
        """Give the news there are, unless a read was asked for; else wait for the turn to read.

        What was told in the meantime is given then, and the turn ends with the block.
        """
        if not asked and (told := self.news(good)):
            yield told
            return
        with ExitStack() as held:
            try:
                self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
                held.enter_context(_locked(self._folder))
            except OSError as problem:
                _log.warning("reading without taking turns: %s", problem.strerror)
            told = self.news(good)
            yield None if asked else told

    def keep(self, copy: kept.Copy, body: bytes) -> None:
        """Keep a copy whose content differs from the one that is kept; to be followed by `tell`."""
        if copy.fingerprint != self._kept:
            whole = kept.keep(self._copy_file, body, identity=self._identity, read_at=copy.read_at)
            self._kept = copy.fingerprint if whole else ""

    def tell(self, told: Told) -> None:
        """Tell the others how a read went, unless it gave a copy that could not be kept."""
        if told.copy is None or told.copy.fingerprint == self._kept:
            head = {"format": FORMAT, "identity": self._identity}
            kept.write(self._status_file, json.dumps(head | _plain(told)).encode())
            self._seen = self._stamp()

    def _checked(self, plain: dict[str, Any], good: kept.Copy | None) -> Told | None:
        if plain["format"] != FORMAT or plain["identity"] != self._identity:
            return None
        if plain["fingerprint"] and (good is None or good.fingerprint != plain["fingerprint"]):
            good = self.restore()
            if good is None or good.fingerprint != plain["fingerprint"]:
                return None
        return _told(plain, good)

    def _stamp(self) -> tuple[int, ...]:
        try:
            found = self._status_file.stat()
        except OSError:
            return ()
        return (found.st_mtime_ns, found.st_size, found.st_ino)


def _plain(told: Told) -> dict[str, Any]:
    copy, trouble = told.copy, told.trouble
    return {
        "fingerprint": copy.fingerprint if copy else "",
        "read_at": copy.read_at.isoformat() if copy else None,
        "trouble": trouble
        and {
            "code": trouble.failure.code,
            "details": dict(trouble.failure.details),
            "since": trouble.since.isoformat(),
            "times": trouble.times,
        },
        "next_read": told.next_read.isoformat(),
        "asked_at": told.asked_at and told.asked_at.isoformat(),
        "behind": [_plain_behind(each) for each in copy.behind] if copy else [],
    }


def _plain_behind(told: kept.Behind) -> dict[str, Any]:
    return {
        "name": told.name,
        "read_at": told.read_at and told.read_at.isoformat(),
        "code": told.failure and told.failure.code,
        "details": dict(told.failure.details) if told.failure else {},
        "since": told.since and told.since.isoformat(),
    }


def _behind(plain: dict[str, Any]) -> kept.Behind:
    read_at, code, since = plain["read_at"], plain["code"], plain["since"]
    return kept.Behind(
        plain["name"],
        read_at and kept.moment(read_at),
        code and SourceError(SourceErrorCode(code), **plain["details"]),
        since and kept.moment(since),
    )


def _told(plain: dict[str, Any], good: kept.Copy | None) -> Told:
    trouble, asked_at = plain["trouble"], plain["asked_at"]
    return Told(
        copy=good
        and replace(
            good,
            read_at=kept.moment(plain["read_at"]),
            behind=tuple(map(_behind, plain.get("behind", ()))),
        ),
        trouble=trouble
        and Trouble(
            SourceError(SourceErrorCode(trouble["code"]), **trouble["details"]),
            kept.moment(trouble["since"]),
            int(trouble["times"]),
        ),
        next_read=kept.moment(plain["next_read"]),
        asked_at=asked_at and kept.moment(asked_at),
    )


@contextmanager
def _locked(folder: Path) -> Iterator[None]:
    """Hold the folder's lock; on Windows, where one process serves, there is nobody to wait for."""
    if sys.platform == "win32":
        yield
        return
    import fcntl

    handle = os.open(folder, os.O_RDONLY)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX)
        yield
    finally:
        os.close(handle)

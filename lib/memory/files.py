"""The files of a sheet's memory: each day's last reading, whole or not there.

A file's first line tells the format, whose sheet it is, the day, when it was read and the
fingerprint; the grids follow. On a day that differs in nothing from the recorded day before, the
line names the day whose file holds them, and that is all.
"""

import gzip
import hashlib
import json
import logging
import re
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from pathlib import Path
from typing import Any, Final

from lib.grid import Grid
from lib.memory.lock import alone
from lib.source import kept

FORMAT: Final = 1
KEPT_DAYS: Final = 800
"""So many recorded days are kept; the oldest goes first."""
SUFFIX: Final = ".json.gz"
_NAME: Final = re.compile(rf"(\d{{4}}-\d\d-\d\d){re.escape(SUFFIX)}")
_WRONG: Final = (OSError, EOFError, zlib.error, ValueError, LookupError, TypeError)
_log: Final = logging.getLogger(__name__)


class Fault(StrEnum):
    """Why a day's file is passed over."""

    DAMAGED = "damaged"
    MISSING = "missing"
    UNREADABLE = "unreadable"
    NEWER = "newer"
    ANOTHERS = "anothers"
    FUTURE = "future"


class PassedOver(Exception):
    """A day's file cannot be used."""

    def __init__(self, day: date, fault: Fault) -> None:
        super().__init__(f"{day}: {fault}")
        self.day, self.fault = day, fault


class Recorded(StrEnum):
    """What became of a reading: written, a line that it differs in nothing, there already, refused.

    `LATER`: the day has a record, and so has a later one, so that the clock was or is wrong.
    """

    WHOLE = "whole"
    LINE = "line"
    ALREADY = "already"
    LATER = "later"


@dataclass(frozen=True, slots=True)
class Reading:
    """What was read last on a day; `same_as` is the earlier day that read the same, if one did."""

    day: date
    read_at: datetime
    fingerprint: str
    same_as: date | None
    grids: tuple[Grid, ...]


@dataclass(frozen=True, slots=True)
class _Head:
    day: date
    read_at: datetime
    fingerprint: str
    same_as: date | None

    def written(self, identity: str) -> bytes:
        told = {
            "format": FORMAT,
            "identity": identity,
            "day": self.day.isoformat(),
            "read_at": self.read_at.isoformat(),
            "fingerprint": self.fingerprint,
            "same_as": self.same_as and self.same_as.isoformat(),
        }
        return json.dumps(told, ensure_ascii=False).encode() + b"\n"


class Memory:
    """One sheet's days in a folder that other sheets may share; `identity` names the sheet.

    Any number of processes may read and record at once.
    """

    def __init__(self, folder: Path, *, identity: str) -> None:
        self.identity = identity
        self.folder = folder / place_of(identity)

    def days(self) -> tuple[date, ...]:
        """Return the recorded days in order, as their files are named; none is opened."""
        return tuple(sorted(_days_in(self.folder)))

    def state(self, *, before: date) -> tuple[tuple[date, int, int], ...]:
        """Return the days before a day, each with what tells its file from another one."""
        found = []
        for day in self.days():
            if day < before:
                try:
                    seen = self._file(day).stat()
                except OSError:
                    continue
                found.append((day, seen.st_mtime_ns, seen.st_size))
        return tuple(found)

    def changed(self) -> int:
        """Return what changes with any recording, at the cost of one look; 0 without a folder."""
        try:
            return self.folder.stat().st_mtime_ns
        except OSError:
            return 0

    def read(self, day: date) -> Reading:
        """Read a day's record; raises PassedOver."""
        head, body = self._opened(day)
        if head.same_as:
            body = self._opened(head.same_as)[1]
        if not body or kept.fingerprint(body) != head.fingerprint:
            raise PassedOver(day, Fault.DAMAGED)
        try:
            grids = kept.decoded(body)
        except _WRONG:
            raise PassedOver(day, Fault.DAMAGED) from None
        return Reading(day, head.read_at, head.fingerprint, head.same_as, grids)

    def size(self, day: date) -> int:
        """Return how many bytes a day's file takes."""
        return self._file(day).stat().st_size

    def known(self, day: date) -> Reading | None:
        """Return the reading of the newest recorded day up to a day; files at fault are passed over."""
        for recorded in reversed(self.days()):
            if recorded <= day:
                try:
                    return self.read(recorded)
                except PassedOver as fault:
                    _log.warning("a record is passed over: %s", fault)
        return None

    def record(
        self,
        grids: tuple[Grid, ...],
        day: date,
        *,
        read_at: datetime,
        keep: int = KEPT_DAYS,
        again: bool = True,
    ) -> Recorded:
        """Make this the day's last reading, and forget the oldest days beyond those to keep.

        Without `again` a day that is recorded stays as it is once a later one is. Raises OSError
        where nothing could be written; what was there stays.
        """
        body = kept.encoded(grids)
        with alone(self.folder):
            for left in self.folder.glob(f".*{SUFFIX}.*"):  # of a process that was killed
                left.unlink(missing_ok=True)
            recorded = self._record(body, day, read_at, again=again)
            for old in self.days()[:-keep]:
                self._let_go(old)
                self._file(old).unlink()
        return recorded

    def _record(self, body: bytes, day: date, read_at: datetime, *, again: bool) -> Recorded:
        days, fingerprint = self.days(), kept.fingerprint(body)
        if day in days:
            if self._holds(day, body):
                return Recorded.ALREADY
            if not again and days[-1] > day:
                return Recorded.LATER
            self._let_go(day)
        before = max((each for each in days if each < day), default=None)
        same_as = None if before is None else self._holder(before, body)
        head = _Head(day, read_at, fingerprint, same_as)
        self._write(head, b"" if same_as else body)
        return Recorded.LINE if same_as else Recorded.WHOLE

    def _holds(self, day: date, body: bytes) -> bool:
        return self._holder(day, body) is not None

    def _holder(self, day: date, body: bytes) -> date | None:
        """Return in which day's file these very grids are, where they are those of a day."""
        try:
            head, held = self._opened(day)
            if head.same_as:
                held = self._opened(head.same_as)[1]
        except PassedOver:
            return None
        return (head.same_as or day) if held == body else None

    def _let_go(self, day: date) -> None:
        """Give what a day's file holds to the days that refer to it, before it is no more."""
        referring = []
        for other in self.days():
            if other <= day:
                continue
            try:
                head = self._head(other)
            except PassedOver:
                continue
            if head.same_as == day:
                referring.append(head)
        if not referring:
            return
        try:
            _, body = self._opened(day)
        except PassedOver:
            return
        heir, *others = referring
        self._write(_Head(heir.day, heir.read_at, heir.fingerprint, None), body)
        for head in others:
            self._write(_Head(head.day, head.read_at, head.fingerprint, heir.day), b"")

    def _write(self, head: _Head, body: bytes) -> None:
        content = gzip.compress(head.written(self.identity) + body, compresslevel=6, mtime=0)
        kept.write_whole(self._file(head.day), content)

    def _head(self, day: date) -> _Head:
        try:
            with gzip.open(self._file(day)) as file:
                return self._checked(day, file.readline())
        except _WRONG as problem:
            raise PassedOver(day, _fault(problem)) from None

    def _opened(self, day: date) -> tuple[_Head, bytes]:
        try:
            line, _, body = gzip.decompress(self._file(day).read_bytes()).partition(b"\n")
            return self._checked(day, line), body
        except _WRONG as problem:
            raise PassedOver(day, _fault(problem)) from None

    def _checked(self, day: date, line: bytes) -> _Head:
        head: dict[str, Any] = json.loads(line)
        if head["format"] != FORMAT:
            raise PassedOver(day, Fault.NEWER)
        if head["identity"] != self.identity:
            raise PassedOver(day, Fault.ANOTHERS)
        if head["day"] != day.isoformat():
            raise PassedOver(day, Fault.DAMAGED)
        same_as = head["same_as"]
        return _Head(
            day,
            kept.moment(head["read_at"]),
            str(head["fingerprint"]),
            date.fromisoformat(same_as) if same_as else None,
        )

    def _file(self, day: date) -> Path:
        return self.folder / f"{day.isoformat()}{SUFFIX}"


def place_of(identity: str) -> str:
    """Name the folder of a sheet among those of others."""
    kind = re.sub(r"\W+", "-", identity.partition(" ")[0])
    return f"{kind}-{hashlib.sha256(identity.encode()).hexdigest()[:16]}"


def sheets(folder: Path) -> tuple[Memory, ...]:
    """Return the sheets that a folder remembers, each by what its newest usable file says."""
    found = {identity for place in _folders(folder) for identity in _identities(place)}
    return tuple(Memory(folder, identity=identity) for identity in sorted(found))


def _folders(folder: Path) -> list[Path]:
    try:
        return sorted(each for each in folder.iterdir() if each.is_dir())
    except FileNotFoundError:
        return []


def _identities(place: Path) -> Iterator[str]:
    for day in sorted(_days_in(place), reverse=True):
        try:
            with gzip.open(place / f"{day.isoformat()}{SUFFIX}") as file:
                identity = str(json.loads(file.readline())["identity"])
        except _WRONG:
            continue
        if place_of(identity) == place.name:
            yield identity
            return


def _days_in(folder: Path) -> Iterator[date]:
    try:
        names = [each.name for each in folder.iterdir()]
    except OSError:
        return
    for name in names:
        if match := _NAME.fullmatch(name):
            try:
                yield date.fromisoformat(match[1])
            except ValueError:
                continue


def _fault(problem: BaseException) -> Fault:
    if isinstance(problem, FileNotFoundError):
        return Fault.MISSING
    if isinstance(problem, gzip.BadGzipFile) or not isinstance(problem, OSError):
        return Fault.DAMAGED
    return Fault.UNREADABLE

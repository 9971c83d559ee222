"""What was sent to whom, and when: a file of lines, each appended whole or not at all.

Before a letter goes out its line says *sending*; afterwards another says how that went. A letter
whose second line is missing was cut: nobody knows whether it arrived, so it is not sent again that
day.
"""

import json
import logging
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import asdict, dataclass
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import Final

FILE: Final = Path(".reminders") / "log.jsonl"
"""Where the log lies in the folder the program writes to."""
_log = logging.getLogger(__name__)


class Letter(StrEnum):
    """What is sent: a reminder to an owner, a digest to the leaders."""

    REMINDER = "reminder"
    DIGEST = "digest"


class Step(StrEnum):
    """How far a letter got; what is refused did not leave."""

    SENDING = "sending"
    SENT = "sent"
    REFUSED = "refused"


@dataclass(frozen=True, slots=True)
class Line:
    """One line: what is sent to whom about what; `owner` is a name in the sheet, "" for leaders."""

    letter: Letter
    owner: str
    day: date
    step: Step
    at: str
    to: tuple[str, ...]
    items: tuple[str, ...] = ()
    message: str = ""
    refused: tuple[str, ...] = ()


class BusyError(Exception):
    """Another process is sending."""


@contextmanager
def alone(file: Path) -> Iterator[None]:
    """Be the only process that sends by this log; the system lifts it with the process's end.

    Raises BusyError, or OSError where the folder cannot be written.
    """
    file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    handle = os.open(file.with_suffix(".lock"), os.O_RDWR | os.O_CREAT, 0o600)
    try:
        _lock(handle)
        yield
    finally:
        os.close(handle)


def append(file: Path, line: Line) -> None:
    """Add a line; raises OSError, and leaves the file as it was, where it cannot be written whole."""
    file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    text = json.dumps(asdict(line), ensure_ascii=False, default=str)
    handle = os.open(file, os.O_RDWR | os.O_CREAT | os.O_APPEND | _BINARY, 0o600)
    try:
        size = os.fstat(handle).st_size
        content = f"{text}\n".encode("utf-8", "surrogatepass")
        if size and _last_byte(handle, size) != b"\n":
            content = b"\n" + content  # what a crash left of a line stays a line of its own
        try:
            if os.write(handle, content) != len(content):
                raise OSError(28, "cut short")
            os.fsync(handle)
        except OSError:
            with suppress(OSError):
                os.ftruncate(handle, size)
            raise
    finally:
        os.close(handle)


def read_log(file: Path) -> tuple[Line, ...]:
    """Read the lines, the oldest first; none where there is no file. What is no line is passed over.

    Raises OSError where there is a file and it cannot be read.
    """
    try:
        content = file.read_bytes()
    except FileNotFoundError:
        return ()
    found = [_line(one) for one in content.split(b"\n") if one]
    if passed := found.count(None):
        _log.warning("%d lines of the log of reminders are passed over", passed)
    return tuple(line for line in found if line is not None)


def _line(text: bytes) -> Line | None:
    try:
        found = json.loads(text.decode("utf-8", "surrogatepass"))
        return Line(
            letter=Letter(found["letter"]),
            owner=str(found["owner"]),
            day=date.fromisoformat(found["day"]),
            step=Step(found["step"]),
            at=str(found["at"]),
            to=tuple(map(str, found["to"])),
            items=tuple(map(str, found["items"])),
            message=str(found["message"]),
            refused=tuple(map(str, found["refused"])),
        )
    except (ValueError, LookupError, TypeError):
        return None


def _last_byte(handle: int, size: int) -> bytes:
    os.lseek(handle, size - 1, os.SEEK_SET)
    return os.read(handle, 1)


_BINARY: Final = getattr(os, "O_BINARY", 0)


def _lock(handle: int) -> None:
    try:
        if sys.platform == "win32":
            import msvcrt

            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
        else:
            import fcntl

            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        raise BusyError from None

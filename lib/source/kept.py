"""The last good copy of a sheet as one file: JSON with typed cells, checked before it is believed.

The first line tells the format, whose sheet it is, when it was read and the fingerprint; the rest
is the grids, and the fingerprint is the hash of just those bytes.
"""

import hashlib
import json
import logging
import os
import tempfile
import time
from collections import Counter
from collections.abc import Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Any

from lib.grid import Grid
from lib.source.errors import SourceError

FORMAT = 1
LEFT_SECONDS = 3600.0
"""No file takes so long to write."""

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Behind:
    """A spreadsheet of a list that is shown as it was at `read_at` (None: it was never read).

    `failure` is why, since when; None where only its turn has not come yet.
    """

    name: str
    read_at: datetime | None
    failure: SourceError | None = None
    since: datetime | None = None


def failing(behind: Sequence[Behind]) -> dict[str, int]:
    """Count the spreadsheets that cannot be read, by why; no name is in it."""
    return dict(sorted(Counter(each.failure.code.value for each in behind if each.failure).items()))


@dataclass(frozen=True, slots=True)
class Copy:
    """Grids as they were read at one moment; equal contents have equal fingerprints."""

    grids: tuple[Grid, ...]
    read_at: datetime
    fingerprint: str
    behind: tuple[Behind, ...] = ()


def encoded(grids: Iterable[Grid]) -> bytes:
    """Write grids as JSON, the same bytes for the same content."""
    plain = [
        {"title": grid.title, "gid": grid.gid, "rows": grid.rows}
        | ({"spreadsheet": grid.spreadsheet} if grid.spreadsheet else {})
        for grid in grids
    ]
    text = json.dumps(plain, ensure_ascii=False, separators=(",", ":"), default=_dated)
    return text.encode("utf-8", "surrogatepass")


def decoded(body: bytes) -> tuple[Grid, ...]:
    """Read what `encoded` wrote."""
    plain = json.loads(body.decode("utf-8", "surrogatepass"), object_hook=_undated)
    return tuple(
        Grid(
            grid["title"],
            tuple(tuple(row) for row in grid["rows"]),
            grid["gid"],
            grid.get("spreadsheet", ""),
        )
        for grid in plain
    )


def fingerprint(body: bytes) -> str:
    """Hash encoded grids."""
    return hashlib.sha256(body).hexdigest()


def keep(path: Path, body: bytes, *, identity: str, read_at: datetime) -> bool:
    """Write a copy, as `write` does."""
    head = {
        "format": FORMAT,
        "identity": identity,
        "read_at": read_at.isoformat(),
        "fingerprint": fingerprint(body),
    }
    return write(path, json.dumps(head).encode() + b"\n" + body)


def write(path: Path, content: bytes) -> bool:
    """Write a file so that it is whole or not there, readable by its owner only; False: it cannot.

    A disk that is full or may not be written costs what is kept, never the reading.
    """
    try:
        write_whole(path, content)
    except OSError as problem:
        _log.warning("%s could not be kept: %s", path.name, problem.strerror)
        return False
    return True


def write_whole(path: Path, content: bytes) -> None:
    """Write a file as `write` does; raises OSError, and leaves what was there, where it cannot."""
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    _sweep(path)
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        Path(name).replace(path)
    except OSError:
        Path(name).unlink(missing_ok=True)
        raise


def restore(path: Path, *, identity: str) -> Copy | None:
    """Read a kept copy; None when there is none, it is damaged or another sheet's."""
    try:
        head_line, _, body = path.read_bytes().partition(b"\n")
    except FileNotFoundError:
        return None
    except OSError as problem:
        _log.warning("the kept copy cannot be opened: %s", problem.strerror)
        return None
    try:
        return _checked(json.loads(head_line), body, identity)
    except (ValueError, LookupError, TypeError) as problem:
        _log.warning("the kept copy is refused: %s", type(problem).__name__)
        return None


def _checked(head: dict[str, Any], body: bytes, identity: str) -> Copy | None:
    if head["format"] != FORMAT or head["identity"] != identity:
        _log.warning("the kept copy is refused: it is another sheet's")
        return None
    if head["fingerprint"] != fingerprint(body):
        _log.warning("the kept copy is refused: it is damaged")
        return None
    return Copy(decoded(body), moment(head["read_at"]), head["fingerprint"])


def moment(text: str) -> datetime:
    """Read a kept time; raises ValueError for one without its zone."""
    read = datetime.fromisoformat(text)
    if read.tzinfo is None:
        raise ValueError("a time without its zone")
    return read


def _sweep(path: Path) -> None:
    """Remove the unfinished copies that processes killed long ago have left."""
    for left in path.parent.glob(f".{path.name}.*"):
        with suppress(FileNotFoundError):  # another process has been quicker
            if time.time() - left.stat().st_mtime > LEFT_SECONDS:
                left.unlink()


def _dated(cell: object) -> dict[str, str]:
    if isinstance(cell, datetime):
        return {"datetime": cell.isoformat()}
    if isinstance(cell, date):
        return {"date": cell.isoformat()}
    raise TypeError(f"a cell cannot be a {type(cell).__name__}")


def _undated(found: dict[str, Any]) -> Any:
    if "date" in found:
        return date.fromisoformat(found["date"])
    if "datetime" in found:
        return datetime.fromisoformat(found["datetime"])
    return found

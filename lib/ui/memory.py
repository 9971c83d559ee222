"""A process's hold on the memory: it records what the feed reads, and recalls what days held.

The recorded days are read again in a thread of their own, at half speed, when the process starts
and where a day is added; pages show what is known by then and wait for nothing.
"""

import hashlib
import logging
import threading
import time
from dataclasses import dataclass, field
from datetime import date
from typing import Final

from lib.memory.files import Memory
from lib.memory.place import read_place
from lib.memory.recorder import Recorder
from lib.recall import Past, with_day
from lib.source.configuration import ROOT
from lib.source.errors import SourceError
from lib.words import memory as said

SECRETS: Final = ROOT / ".streamlit" / "secrets.toml"
_log: Final = logging.getLogger(__name__)
_State = tuple[tuple[date, int, int], ...]


@dataclass(frozen=True, eq=False, slots=True)
class Known:
    """What the recorded days before today held; `mark` names it among all it ever was.

    Not `complete` while the days are still being read for the first time.
    """

    past: Past = field(default_factory=Past)
    mark: str = ""
    complete: bool = False


class Recall:
    """Keeps what recorded days held, read behind the backs of all who ask."""

    def __init__(self, memory: Memory) -> None:
        self._memory = memory
        self._lock = threading.Lock()
        self._known, self._state = Known(), _State()
        self._seen: tuple[int, date] | None = None
        self._at_work = False

    def look(self, today: date) -> Known:
        """Return what is known by now, at the cost of one look at the folder."""
        seen = self._memory.changed(), today
        with self._lock:
            if seen != self._seen and not self._at_work:
                self._at_work = True
                threading.Thread(
                    target=self._catch_up, args=(seen,), name="memory-recall", daemon=True
                ).start()
            return self._known

    def _catch_up(self, seen: tuple[int, date]) -> None:
        try:
            self._read(seen[1])
            self._seen = seen
        finally:
            self._at_work = False

    def _read(self, today: date) -> None:
        state = self._memory.state(before=today)
        if state == self._state and self._known.complete:
            return
        same = {day for day, *_ in {*state} & {*self._state}}
        before = self._known.past
        found = Past(
            tuple(each for each in before.digests if each.day in same),
            tuple(each for each in before.passed_over if each.day in same),
        )
        for day, *_ in state:
            if day not in same:
                began = time.monotonic()
                found = with_day(found, self._memory, day, today=today)
                time.sleep(time.monotonic() - began)
        _log.info("%d recorded days read again", len(state) - len(same))
        mark = hashlib.sha256(repr(state).encode()).hexdigest()[:16]
        self._known, self._state = Known(found, mark, complete=True), state


@dataclass(frozen=True, eq=False, slots=True)
class Hold:
    """One a process: the memory of its sheet, what records into it and what recalls from it."""

    memory: Memory
    recorder: Recorder
    recall: Recall


@dataclass(frozen=True, slots=True)
class Wrong:
    """Why nothing is recorded: the configuration cannot be understood."""


def hold(identity: str) -> Hold | Wrong | None:
    """Make a hold on a sheet's memory; None where it is off."""
    try:
        place = read_place(SECRETS)
    except SourceError as failure:
        _log.warning("nothing is recorded: %s", failure)
        return Wrong()
    if place.days == 0:
        return None
    memory = Memory(place.folder, identity=identity)
    return Hold(memory, Recorder(memory, keep=place.days), Recall(memory))


def trouble(held: Hold | Wrong | None) -> str | None:
    """Say what keeps readings from being recorded; None where nothing does."""
    if isinstance(held, Wrong):
        return said.MISCONFIGURED
    if held is None or held.recorder.trouble is None:
        return None
    return said.TROUBLE.format(reason=said.reason(held.recorder.trouble))

"""The recorder: each new reading of a day once, in its own thread, and no failure stops it."""

import threading
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from lib.grid import Grid
from lib.memory.files import Memory
from lib.memory.recorder import AGAIN_SECONDS, Recorder
from lib.memory.recorder import Offer as Reading
from lib.source import kept
from lib.source.errors import SourceError, SourceErrorCode
from lib.source.feed import Feed
from tests.source.watching import PATIENCE, Hands, Source, end_of_reads, feed, settled

ONE, TWO = ((Grid("Tiến độ", ((word,),)),) for word in ("một", "hai"))
DAY, NEXT = date(2024, 9, 15), date(2024, 9, 16)


def offer(grids: tuple[Grid, ...], day: date = DAY) -> Reading:
    body = kept.encoded(grids)
    return Reading(day, datetime.now(UTC), kept.fingerprint(body), grids)


def written() -> None:
    """Wait until no thread that records is left."""
    for thread in threading.enumerate():
        if thread.name == "memory-record":
            thread.join(PATIENCE)


@pytest.fixture
def memory(tmp_path: Path) -> Memory:
    return Memory(tmp_path / "memory", identity="x")


def test_each_days_last_reading_is_recorded(memory: Memory):
    recorder = Recorder(memory, keep=9)
    for reading in (offer(ONE), offer(ONE), offer(TWO), offer(TWO, NEXT)):
        recorder.offer(reading)
        written()
    assert [(day, memory.read(day).grids) for day in memory.days()] == [(DAY, TWO), (NEXT, TWO)]
    assert recorder.trouble is None


def test_the_newest_of_many_is_recorded(memory: Memory):
    recorder = Recorder(memory, keep=9)
    for number in range(50):
        recorder.offer(offer((Grid("a", ((number,),)),)))
    written()
    assert memory.read(DAY).grids == (Grid("a", ((49,),)),)


def test_what_cannot_be_recorded_is_told_and_tried_again(memory: Memory):
    memory.folder.parent.write_text("in the way")
    hands = Hands()
    recorder = Recorder(memory, keep=9, monotonic=hands.monotonic)
    recorder.offer(offer(ONE))
    written()
    assert recorder.trouble
    memory.folder.parent.unlink()
    recorder.offer(offer(ONE))
    written()
    assert memory.days() == ()
    hands.seconds += AGAIN_SECONDS
    recorder.offer(offer(ONE))
    written()
    assert memory.days() == (DAY,)
    assert recorder.trouble is None


# What the feed tells of


def test_only_readings_of_its_own_are_told(tmp_path: Path):
    seen: list[tuple[Grid, ...]] = []

    def note(copy: kept.Copy) -> None:
        seen.append(copy.grids)

    hands = Hands()
    source = Source(ONE, ONE, SourceError(SourceErrorCode.TIMEOUT), TWO)
    shared = feed(source, hands, cache_file=tmp_path / "copy", on_reading=note)
    for _ in range(4):
        shared.snapshot()
        settled(shared)
        end_of_reads()
        hands.seconds += 600
    assert seen == [ONE, ONE, TWO]
    again = Source(SourceError(SourceErrorCode.NO_NETWORK))
    restarted = feed(again, hands, cache_file=tmp_path / "copy", on_reading=note)
    assert restarted.snapshot().grids == TWO
    end_of_reads()
    assert len(seen) == 3


def test_a_file_seen_to_be_the_same_is_told_anew(tmp_path: Path):
    seen: list[datetime] = []
    hands = Hands()
    shared = Feed(
        Source(ONE),
        identity="x",
        stamp=lambda: 1,
        on_reading=lambda copy: seen.append(copy.read_at),
        clock=hands.clock,
        monotonic=hands.monotonic,
    )
    shared.snapshot()
    end_of_reads()
    hands.seconds += 86_400
    shared.snapshot()
    assert [moment.day for moment in seen] == [15, 16]

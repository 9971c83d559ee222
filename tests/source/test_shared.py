"""Processes that keep one copy: one of them reads, the others follow, and none is missed."""

import json
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Any

import pytest

from lib.grid import Grid
from lib.source.configuration import Configuration
from lib.source.errors import SourceError, SourceErrorCode
from lib.source.feed import Feed
from tests.source.watching import PATIENCE, Hands, Source, fails, feed, settled, until
from tests.stand_in.faults import Kind
from tests.stand_in.server import StandIn

CODE = SourceErrorCode
ROOT = Path(__file__).parents[2]
ONE = (Grid("Tiến độ", (("một",),)),)
TWO = (Grid("Tiến độ", (("hai",),)),)
REFRESH_SECONDS = 60

PROCESS = """
import sys, time
from pathlib import Path
from lib.source.configuration import read_configuration
from lib.source.feed import Feed
from lib.source.google import GoogleSheet

configured = read_configuration(Path(sys.argv[1]))
sheet = GoogleSheet(configured)
feed = Feed(
    sheet.read,
    identity=configured.identity,
    refresh_seconds=configured.refresh_seconds,
    cache_file=Path(sys.argv[2]),
    forget=sheet.forget,
)
while True:
    taken = feed.snapshot()
    if taken.grids:
        print(taken.grids[1].rows[1][3], flush=True)
    time.sleep(0.05)
"""


@pytest.fixture
def together(tmp_path: Path) -> Callable[..., Feed]:
    """Make feeds of one machine: each call another process's."""

    def make(source: Callable[[], Any], hands: Hands, **options: Any) -> Feed:
        return feed(source, hands, cache_file=tmp_path / "cache" / "sheet.json", **options)

    return make


def test_of_three_that_start_at_once_one_reads(together: Callable[..., Feed]) -> None:
    source, hands = Source(ONE), Hands()
    source.open.clear()
    feeds = [together(source, hands) for _ in range(3)]
    with ThreadPoolExecutor(3) as viewers:
        waiting = [viewers.submit(one.snapshot) for one in feeds]
        source.open.set()
        taken = [one.result() for one in waiting]
    assert [one.grids for one in taken] == [ONE] * 3
    assert source.reads == 1


def test_who_read_goes_on_reading_and_the_others_follow(together: Callable[..., Feed]) -> None:
    source, idle, hands = Source(ONE, ONE, TWO), Source(SourceError(CODE.INTERNAL)), Hands()
    reader = together(source, hands)
    reader.snapshot()
    followers = [together(idle, hands) for _ in range(2)]
    for reads, content in enumerate((ONE, ONE, TWO), start=1):
        for follower in followers:
            taken = until(follower, lambda seen: seen.read_at == hands.clock())
            assert (taken.grids, taken.failure, taken.late) == (content, None, False)
        assert (source.reads, idle.reads) == (reads, 0)
        hands.seconds += REFRESH_SECONDS
        reader.snapshot()
        settled(reader)


def test_an_overdue_read_is_taken_over_with_the_titles_read_anew(
    together: Callable[..., Feed],
) -> None:
    hands = Hands()
    together(Source(ONE), hands).snapshot()
    forgotten: list[bool] = []
    source = Source(TWO)
    follower = together(source, hands, forget=lambda: forgotten.append(True))
    hands.seconds += REFRESH_SECONDS
    assert not follower.snapshot().refreshing
    hands.seconds += 2
    follower.snapshot()
    assert settled(follower).grids == TWO
    hands.seconds += REFRESH_SECONDS
    follower.snapshot()
    settled(follower)
    assert (source.reads, forgotten) == (2, [True])


def test_a_failure_is_told_by_all_and_tried_by_one(together: Callable[..., Feed]) -> None:
    source = Source(ONE, SourceError(CODE.NOT_SHARED, share_with="a@b"), TWO)
    idle, hands = Source(ONE), Hands()
    reader, follower = together(source, hands), together(idle, hands)
    reader.snapshot()
    hands.seconds += REFRESH_SECONDS
    reader.snapshot()
    settled(reader)
    since = hands.clock()
    taken = until(follower, fails(CODE.NOT_SHARED))
    assert taken.failure is not None
    assert dict(taken.failure.details) == {"share_with": "a@b"}
    assert (taken.grids, taken.failing_since) == (ONE, since)
    assert taken.next_try is not None
    hands.seconds += 13
    reader.snapshot()
    settled(reader)
    assert until(follower, lambda seen: seen.failure is None).grids == TWO
    assert (source.reads, idle.reads) == (3, 0)


def test_a_failure_of_before_the_start_is_tried_at_once(together: Callable[..., Feed]) -> None:
    hands = Hands()
    together(Source(SourceError(CODE.KEY_REVOKED)), hands).snapshot()
    assert together(Source(ONE), hands).snapshot().grids == ONE


def test_a_read_asked_for_anywhere_is_one_read_for_all(together: Callable[..., Feed]) -> None:
    source, hands = Source(ONE, TWO), Hands()
    first, second = together(source, hands), together(source, hands)
    first.snapshot()
    settled(second)
    assert second.request_refresh()
    assert until(second, lambda seen: seen.grids == TWO).failure is None
    assert until(first, lambda seen: seen.grids == TWO).failure is None
    settled(first)
    assert not first.request_refresh()
    assert source.reads == 2
    hands.seconds += 10
    assert first.request_refresh()
    settled(first)


def test_a_clock_put_back_delays_no_read_for_long(together: Callable[..., Feed]) -> None:
    ahead, hands = Hands(), Hands()
    ahead.seconds += 1_000_000
    together(Source(ONE), ahead).snapshot()
    follower = together(Source(TWO), hands)
    hands.seconds += 2 * REFRESH_SECONDS + 2
    follower.snapshot()
    assert settled(follower).grids == TWO


@pytest.mark.parametrize(
    "damage",
    [
        pytest.param(lambda told: b"", id="empty"),
        pytest.param(lambda told: b"[]", id="not-a-status"),
        pytest.param(lambda told: json.dumps(told | {"identity": "y"}).encode(), id="anothers"),
        pytest.param(lambda told: json.dumps(told | {"fingerprint": "0"}).encode(), id="no-copy"),
        pytest.param(
            lambda told: json.dumps(told | {"next_read": "2024-09-15T00:00:00"}).encode(),
            id="no-zone",
        ),
    ],
)
def test_a_status_that_cannot_be_believed_costs_one_read(
    together: Callable[..., Feed], tmp_path: Path, damage: Callable[[dict[str, Any]], bytes]
) -> None:
    hands = Hands()
    together(Source(ONE), hands).snapshot()
    status = tmp_path / "cache" / "sheet.status"
    status.write_bytes(damage(json.loads(status.read_bytes())))
    source = Source(TWO)
    again = together(source, hands)
    assert until(again, lambda taken: taken.grids == TWO).failure is None
    assert not settled(again).refreshing
    assert source.reads == 1


def test_a_copy_that_cannot_be_kept_leaves_each_its_own_read(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    source, hands = Source(ONE), Hands()
    for reads in (1, 2):
        one = feed(source, hands, cache_file=tmp_path / "file" / "sheet.json")
        assert one.snapshot().grids == ONE
        assert source.reads == reads


def test_what_is_shared_is_the_owners_alone(together: Callable[..., Feed], tmp_path: Path) -> None:
    together(Source(ONE), Hands()).snapshot()
    folder = tmp_path / "cache"
    assert folder.stat().st_mode & 0o777 == 0o700
    files = {path.name: path.stat().st_mode & 0o777 for path in folder.iterdir()}
    assert files == {"sheet.json": 0o600, "sheet.status": 0o600}


class Process:
    """Another process on the same copy; `shown` is what its viewers see."""

    def __init__(self, secrets: Path, cache_file: Path) -> None:
        self.shown = ""
        arguments = [sys.executable, "-c", PROCESS, str(secrets), str(cache_file)]
        self.process = subprocess.Popen(arguments, cwd=ROOT, stdout=subprocess.PIPE, text=True)
        threading.Thread(target=self._watch, daemon=True).start()

    def _watch(self) -> None:
        assert self.process.stdout is not None
        with self.process.stdout as shown:
            for line in shown:
                self.shown = line.strip()

    def kill(self) -> None:
        self.process.kill()
        self.process.wait()


@contextmanager
def processes(number: int, *where: Path) -> Iterator[list[Process]]:
    with ExitStack() as all_:
        started = [Process(*where) for _ in range(number)]
        for one in started:
            all_.callback(one.kill)
        yield started


def seen(by: list[Process], content: str) -> None:
    end = time.monotonic() + PATIENCE
    while {one.shown for one in by} != {content}:
        assert time.monotonic() < end, [one.shown for one in by]
        time.sleep(0.01)


def test_google_sees_one_reader_whoever_is_killed(
    stand_in: StandIn, configuration: Configuration, tmp_path: Path
) -> None:
    secrets = stand_in.write_secrets(tmp_path / "quick.toml", refresh_seconds=1)
    began = time.monotonic()
    with processes(3, secrets, tmp_path / "cache" / "sheet.json") as running:
        seen(running, "Đạt")
        stand_in.spreadsheet.write("'Tiến độ'!D2", "Chưa đạt")
        seen(running, "Chưa đạt")
        reads = len(stand_in.requests(Kind.VALUES))
        # However slow the machine: one begins the span, one may have begun before it.
        assert reads <= time.monotonic() - began + 2
        for killed, content in enumerate(("Đạt", "Đang thực hiện"), start=1):
            running[killed - 1].kill()
            stand_in.spreadsheet.write("'Tiến độ'!D2", content)
            seen(running[killed:], content)
        assert len(stand_in.requests(Kind.METADATA)) <= 3


def test_a_reader_killed_while_it_reads_holds_up_nobody(tmp_path: Path) -> None:
    cache_file, hands, source = tmp_path / "cache" / "sheet.json", Hands(), Source(ONE)
    program = (
        "import sys, time\n"
        "from pathlib import Path\n"
        "from lib.source.feed import Feed\n"
        "def read():\n"
        "    print('reading', flush=True)\n"
        "    time.sleep(3600)\n"
        "Feed(read, identity='x', cache_file=Path(sys.argv[1])).snapshot()\n"
    )
    arguments = [sys.executable, "-c", program, str(cache_file)]
    with subprocess.Popen(arguments, cwd=ROOT, stdout=subprocess.PIPE, text=True) as reader:
        assert reader.stdout is not None
        assert reader.stdout.readline() == "reading\n"
        waiting = feed(source, hands, cache_file=cache_file)
        waiting.warm()
        assert source.reads == 0
        reader.kill()
    assert waiting.snapshot().grids == ONE

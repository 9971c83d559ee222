"""What a feed keeps over a restart, and what it does not believe."""

import subprocess
import sys
from pathlib import Path

from lib.grid import Grid
from lib.source.errors import SourceError, SourceErrorCode
from lib.source.feed import Feed
from tests.source.watching import Hands, Source, feed, settled

CODE = SourceErrorCode
ONE = (Grid("Tiến độ", (("một",),)),)


def test_the_copy_survives_a_restart(tmp_path: Path) -> None:
    hands = Hands()
    read_at = feed(Source(ONE), hands, cache_file=tmp_path / "copy").snapshot().read_at
    source = Source(SourceError(CODE.NO_NETWORK))
    source.open.clear()
    hands.seconds += 1000
    again = feed(source, hands, cache_file=tmp_path / "copy")
    taken = again.snapshot()
    assert (taken.grids, taken.read_at, taken.refreshing, taken.late) == (ONE, read_at, True, True)
    source.open.set()
    failed = settled(again)
    assert failed.grids == ONE
    assert failed.failure is not None


def test_a_damaged_copy_is_no_copy(tmp_path: Path) -> None:
    Feed(Source(ONE), identity="x", cache_file=tmp_path / "copy").snapshot()
    (tmp_path / "copy").write_bytes((tmp_path / "copy").read_bytes()[:-1])
    again = Feed(Source(SourceError(CODE.TIMEOUT)), identity="x", cache_file=tmp_path / "copy")
    assert again.snapshot().grids == ()


def test_another_sheets_copy_is_not_shown(tmp_path: Path) -> None:
    Feed(Source(ONE), identity="x", cache_file=tmp_path / "copy").snapshot()
    again = Feed(Source(SourceError(CODE.TIMEOUT)), identity="y", cache_file=tmp_path / "copy")
    assert again.snapshot().grids == ()


def test_the_time_of_the_last_read_is_kept_without_writing_the_copy_again(tmp_path: Path) -> None:
    hands = Hands()
    shared = feed(Source(ONE), hands, cache_file=tmp_path / "copy")
    shared.snapshot()
    first = (tmp_path / "copy").stat()
    hands.seconds += 60
    shared.snapshot()
    read_at = settled(shared).read_at
    assert read_at == hands.clock()
    assert (tmp_path / "copy").stat() == first
    assert feed(Source(ONE), hands, cache_file=tmp_path / "copy").snapshot().read_at == read_at


def test_a_read_under_way_holds_up_no_end_of_the_process() -> None:
    program = (
        "import time\n"
        "from lib.source.feed import Feed\n"
        "Feed(lambda: time.sleep(3600), identity='x').warm()\n"
    )
    root = Path(__file__).parents[2]
    ended = subprocess.run([sys.executable, "-c", program], cwd=root, timeout=240, check=False)
    assert ended.returncode == 0

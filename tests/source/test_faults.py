"""What a machine may do to the app: killed while it writes, a full or read-only disk, a clock put on.

Each time the app goes on with the numbers it has, what was kept stays whole, and the fault is told.
"""

import os
import subprocess
import sys
import threading
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from lib.grid import Grid
from lib.source import kept
from lib.source.feed import Feed
from lib.source.workbook import read_saved_workbook, workbook_stamp
from lib.template.workbook import write_workbook
from tests.builders import saved
from tests.source.watching import LARGE, LARGE_TOO, PATIENCE, Hands, Source, feed, settled, until

ROOT = Path(__file__).parents[2]
READ_AT = datetime(2024, 9, 15, tzinfo=UTC)

NEEDS_LIMITS = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such limits")

KEEPS_ALWAYS = """
import sys
from datetime import UTC, datetime
from pathlib import Path
from lib.source import kept
from tests.source.watching import LARGE, LARGE_TOO
bodies = [kept.encoded(grids) for grids in (LARGE, LARGE_TOO)]
for turn in range(1_000_000):
    kept.keep(Path(sys.argv[1]), bodies[turn % 2], identity="x", read_at=datetime.now(UTC))
    if turn == 1:
        print("keeps", flush=True)
"""

READS_ONCE = """
import fcntl, os, sys  # what is loaded later may lie where nobody else looks
from pathlib import Path
from lib.source.feed import Feed
from tests.source.watching import LARGE_TOO
fault, copy = sys.argv[1], Path(sys.argv[2])
if fault == "full":
    import resource
    resource.setrlimit(resource.RLIMIT_FSIZE, (1000, 1000))
elif os.geteuid() == 0:
    os.seteuid(65534)
feed = Feed(lambda: LARGE_TOO, identity="x", cache_file=copy)
feed.snapshot()
while (taken := feed.snapshot()).refreshing:
    pass
print(taken.failure, taken.grids == LARGE_TOO)
"""


@pytest.fixture
def folder() -> Iterator[Path]:
    """Give a folder that every user may enter; a test's own lies in one that only root may."""
    with TemporaryDirectory() as name:
        yield Path(name)


@NEEDS_LIMITS
def test_a_process_killed_while_it_keeps_a_copy_leaves_a_whole_one(tmp_path: Path) -> None:
    path = tmp_path / "copy"
    for pause in (0.0, 0.004, 0.011):
        program = [sys.executable, "-c", KEEPS_ALWAYS, str(path)]
        with subprocess.Popen(program, cwd=ROOT, stdout=subprocess.PIPE, text=True) as process:
            assert process.stdout is not None
            assert process.stdout.readline() == "keeps\n"
            threading.Event().wait(pause)
            process.kill()
        copy = kept.restore(path, identity="x")
        assert copy is not None
        assert copy.grids in (LARGE, LARGE_TOO)
    left = [each for each in tmp_path.iterdir() if each != path]
    for each in left:
        os.utime(each, (0, 0))
    (tmp_path / ".copy.fresh").write_text("")
    assert kept.keep(path, kept.encoded(LARGE), identity="x", read_at=READ_AT)
    assert sorted(tmp_path.iterdir()) == [tmp_path / ".copy.fresh", path]


@NEEDS_LIMITS
@pytest.mark.parametrize("fault", ["full", "read-only"])
def test_a_disk_that_takes_nothing_costs_only_the_copy(folder: Path, fault: str) -> None:
    folder.chmod(0o755)
    path = folder / "kept" / "copy"
    assert kept.keep(path, kept.encoded(LARGE), identity="x", read_at=READ_AT)
    path.parent.chmod(0o777 if fault == "full" else 0o555)
    path.chmod(0o644)
    ended = subprocess.run(
        [sys.executable, "-c", READS_ONCE, fault, str(path)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=PATIENCE,
        check=False,
    )
    assert ended.stdout == "None True\n", ended.stderr
    assert "copy could not be kept" in ended.stderr
    path.parent.chmod(0o700)
    copy = kept.restore(path, identity="x")
    assert copy is not None
    assert copy.grids == LARGE
    assert list(path.parent.iterdir()) == [path]


@pytest.mark.parametrize("leap", [timedelta(days=400), timedelta(days=-400)], ids=["on", "back"])
def test_a_clock_put_on_or_back_stops_no_reading(tmp_path: Path, leap: timedelta) -> None:
    hands, source = Hands(), Source(LARGE, LARGE_TOO)
    shared = feed(source, hands, cache_file=tmp_path / "copy", refresh_seconds=60.0)
    shared.snapshot()
    wrong = hands.clock
    hands.clock = lambda: wrong() + leap  # type: ignore[method-assign]
    again = Feed(
        source,
        identity="x",
        cache_file=tmp_path / "copy",
        refresh_seconds=60.0,
        clock=hands.clock,
        monotonic=hands.monotonic,
    )
    hands.seconds += 200
    again.snapshot()
    taken = settled(again)
    assert (taken.grids, taken.failure, taken.late) == (LARGE_TOO, None, False)
    assert taken.read_at == hands.clock()
    assert again.request_refresh()
    settled(again)


@pytest.mark.parametrize("way", ["put in its place", "written over"])
def test_a_workbook_replaced_while_it_is_read_shows_whole(tmp_path: Path, way: str) -> None:
    path, contents = tmp_path / "w.xlsx", []
    for text in "ab":
        rows = ((text, number) for number in range(300))
        contents.append(saved(path, [Grid("Tiến độ", tuple(rows))]).read_bytes())
    done = threading.Event()

    def replace() -> None:
        turn = 0
        while not done.is_set():
            turn += 1
            if way == "written over":
                path.write_bytes(contents[turn % 2])
            else:
                (tmp_path / "new").write_bytes(contents[turn % 2])
                (tmp_path / "new").replace(path)

    writer = threading.Thread(target=replace, daemon=True)
    writer.start()
    shared = Feed(
        lambda: read_saved_workbook(path),
        identity="x",
        refresh_seconds=0.0,
        stamp=lambda: workbook_stamp(path),
    )
    try:
        for _ in range(60):
            grids = until(shared, lambda taken: bool(taken.grids)).grids
            assert len(grids[0].rows) == 300
            assert len({row[0] for row in grids[0].rows}) == 1
    finally:
        done.set()
        writer.join(PATIENCE)
    path.write_bytes(contents[1])
    until(shared, lambda taken: taken.failure is None and taken.grids[0].rows[0][0] == "b")


def test_the_example_is_readable_by_its_owner_only(tmp_path: Path) -> None:
    write_workbook(tmp_path / "w.xlsx", with_sample=False)
    assert (tmp_path / "w.xlsx").stat().st_mode & 0o777 == 0o600

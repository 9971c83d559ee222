"""The files of a memory: each day whole or not there, told apart, and never believed when damaged."""

import errno
import gzip
import shutil
import signal
import subprocess
import sys
import time
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from lib.grid import Grid
from lib.memory.files import Fault, Memory, PassedOver, Recorded, sheets

ROOT = Path(__file__).parents[2]
ONE = (Grid("Tiến độ", (("một", 1, date(2024, 8, 1), None, True),), 7),)
TWO = (Grid("Tiến độ", (("hai",),)),)
THREE = (Grid("Tiến độ", (("ba",),)),)
FIRST = date(2024, 8, 14)


def after(days: int) -> date:
    return FIRST + timedelta(days=days)


@pytest.fixture
def memory(tmp_path: Path) -> Memory:
    return Memory(tmp_path / "memory", identity="x")


def record(memory: Memory, grids: tuple[Grid, ...], day: date, **how: object) -> Recorded:
    at = datetime(day.year, day.month, day.day, 10, tzinfo=UTC)
    return memory.record(grids, day, read_at=at, **how)  # type: ignore[arg-type]


def file(memory: Memory, day: date) -> Path:
    return memory.folder / f"{day.isoformat()}.json.gz"


def held(memory: Memory) -> dict[date, object]:
    """Return by day the grids, or the fault, of every record."""
    found: dict[date, object] = {}
    for day in memory.days():
        try:
            found[day] = memory.read(day).grids
        except PassedOver as fault:
            found[day] = fault.fault
    return found


def test_a_day_comes_back_as_it_was_read(memory: Memory):
    assert record(memory, ONE, FIRST) is Recorded.WHOLE
    read = memory.read(FIRST)
    assert repr(read.grids) == repr(ONE)
    assert (read.day, read.read_at.day, read.same_as) == (FIRST, 14, None)


def test_the_days_last_reading_stays(memory: Memory):
    record(memory, ONE, FIRST)
    assert record(memory, TWO, FIRST) is Recorded.WHOLE
    assert record(memory, TWO, FIRST) is Recorded.ALREADY
    assert held(memory) == {FIRST: TWO}


def test_only_its_owner_may_look(memory: Memory):
    record(memory, ONE, FIRST)
    for path in (memory.folder.parent, *memory.folder.parent.rglob("*")):
        assert path.stat().st_mode & 0o077 == 0, path


def test_a_day_that_differs_in_nothing_costs_a_line(memory: Memory):
    big = (Grid("Tiến độ", tuple((n, f"dòng {n * n}") for n in range(5000))),)
    record(memory, big, FIRST)
    assert record(memory, big, after(1)) is Recorded.LINE
    assert record(memory, big, after(4)) is Recorded.LINE
    assert memory.read(after(4)).grids == big
    assert [memory.read(day).same_as for day in memory.days()] == [None, FIRST, FIRST]
    assert file(memory, after(4)).stat().st_size < 300 < file(memory, FIRST).stat().st_size


def test_known_is_the_newest_recorded_day_up_to_a_day(memory: Memory):
    record(memory, ONE, FIRST)
    record(memory, TWO, after(3))
    known = [(memory.known(after(days)) or None) for days in (-1, 0, 2, 3, 9)]
    assert [each and each.day for each in known] == [None, FIRST, FIRST, after(3), after(3)]


def test_another_sheets_days_are_not_this_ones(memory: Memory, tmp_path: Path):
    record(memory, ONE, FIRST)
    other = Memory(tmp_path / "memory", identity="google https://a b")
    assert other.days() == ()
    record(other, TWO, FIRST)
    assert (held(memory), held(other)) == ({FIRST: ONE}, {FIRST: TWO})
    assert [each.identity for each in sheets(tmp_path / "memory")] == ["google https://a b", "x"]


def test_a_file_moved_in_from_another_sheet_is_passed_over(memory: Memory, tmp_path: Path):
    other = Memory(tmp_path / "memory", identity="y")
    record(other, TWO, FIRST)
    record(memory, ONE, after(1))
    shutil.copy(file(other, FIRST), file(memory, FIRST))
    assert held(memory) == {FIRST: Fault.ANOTHERS, after(1): ONE}


# What cannot be used


def cut(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:-9])


def garbled(path: Path) -> None:
    content = bytearray(path.read_bytes())
    content[len(content) // 2] ^= 0xFF
    path.write_bytes(content)


def emptied(path: Path) -> None:
    path.write_bytes(b"")


def newer(path: Path) -> None:
    line, _, body = gzip.decompress(path.read_bytes()).partition(b"\n")
    path.write_bytes(gzip.compress(line.replace(b'"format": 1', b'"format": 2') + b"\n" + body))


def exchanged(path: Path) -> None:
    line, _, _ = gzip.decompress(path.read_bytes()).partition(b"\n")
    path.write_bytes(gzip.compress(line + b"\n[]"))


def not_a_head(path: Path) -> None:
    path.write_bytes(gzip.compress(b"[1]\n[]"))


@pytest.mark.parametrize(
    ("harm", "fault"),
    [
        (cut, Fault.DAMAGED),
        (garbled, Fault.DAMAGED),
        (emptied, Fault.DAMAGED),
        (exchanged, Fault.DAMAGED),
        (not_a_head, Fault.DAMAGED),
        (newer, Fault.NEWER),
    ],
)
def test_a_file_at_fault_is_passed_over_for_the_day_before(memory: Memory, harm, fault: Fault):
    for days, grids in enumerate((ONE, TWO, THREE)):
        record(memory, grids, after(days))
    harm(file(memory, after(1)))
    assert held(memory) == {FIRST: ONE, after(1): fault, after(2): THREE}
    known = memory.known(after(1))
    assert known is not None
    assert known.day == FIRST


def test_a_line_whose_day_is_missing_is_passed_over(memory: Memory):
    record(memory, ONE, FIRST)
    record(memory, ONE, after(1))
    file(memory, FIRST).unlink()
    assert held(memory) == {after(1): Fault.MISSING}
    assert memory.known(after(1)) is None


def test_what_follows_a_damaged_day_does_not_lean_on_it(memory: Memory):
    record(memory, ONE, FIRST)
    garbled(file(memory, FIRST))
    assert record(memory, ONE, after(1)) is Recorded.WHOLE
    assert record(memory, ONE, FIRST) is Recorded.WHOLE
    assert held(memory) == {FIRST: ONE, after(1): ONE}


def test_names_that_are_no_days_are_nobodys(memory: Memory):
    record(memory, ONE, FIRST)
    for name in ("2024-02-31.json.gz", "a.json.gz", "2024-08-15.json", ".2024-08-15.json.gz.ab"):
        (memory.folder / name).write_bytes(b"x")
    assert memory.days() == (FIRST,)


# Days recorded anew, days forgotten


def test_a_day_recorded_anew_leaves_those_that_leaned_on_it_as_they_were(memory: Memory):
    for days in range(4):
        record(memory, ONE, after(days))
    record(memory, TWO, FIRST)
    assert held(memory) == {FIRST: TWO, **{after(days): ONE for days in (1, 2, 3)}}
    assert [memory.read(after(days)).same_as for days in (1, 2, 3)] == [None, after(1), after(1)]


def test_a_day_recorded_between_others_leaves_them_as_they_were(memory: Memory):
    record(memory, ONE, FIRST)
    record(memory, ONE, after(2))
    record(memory, TWO, after(1))
    assert held(memory) == {FIRST: ONE, after(1): TWO, after(2): ONE}


def test_the_oldest_days_are_forgotten(memory: Memory):
    for days, grids in enumerate((ONE, ONE, ONE, TWO)):
        record(memory, grids, after(days), keep=3)
    assert held(memory) == {after(1): ONE, after(2): ONE, after(3): TWO}
    record(memory, TWO, after(4), keep=1)
    assert held(memory) == {after(4): TWO}


def test_a_clock_set_back_overwrites_no_day_that_is_over(memory: Memory):
    record(memory, ONE, FIRST)
    record(memory, TWO, after(1))
    assert record(memory, THREE, FIRST, again=False) is Recorded.LATER
    assert record(memory, THREE, after(-1), again=False) is Recorded.WHOLE
    assert record(memory, THREE, after(1), again=False) is Recorded.WHOLE
    assert held(memory) == {after(-1): THREE, FIRST: ONE, after(1): THREE}


# Faults of the machine


def test_a_full_disk_leaves_what_was_there(memory: Memory):
    """The system refuses files longer than a limit as it refuses them on a full disk."""
    record(memory, ONE, FIRST)
    script = f"""
import resource, signal
from datetime import UTC, date, datetime
from pathlib import Path
from lib.grid import Grid
from lib.memory.files import Memory
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (100, 100))
memory = Memory(Path({str(memory.folder.parent)!r}), identity="x")
try:
    memory.record((Grid("a", (("x" * 50,),)),), date(2024, 8, 14), read_at=datetime.now(UTC))
except OSError as problem:
    print(problem.errno)
"""
    done = subprocess.run(
        [sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert int(done.stdout) == errno.EFBIG
    assert held(memory) == {FIRST: ONE}
    assert sorted(path.name for path in memory.folder.iterdir()) == [
        ".lock",
        file(memory, FIRST).name,
    ]


def test_a_file_in_the_folders_place_is_told(tmp_path: Path):
    (tmp_path / "memory").write_text("x")
    with pytest.raises(OSError, match=r"exists|directory"):
        record(Memory(tmp_path / "memory", identity="x"), ONE, FIRST)


RECORDING = """
import sys
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from lib.grid import Grid
from lib.memory.files import Memory
memory, word = Memory(Path(sys.argv[1]), identity="x"), sys.argv[2]
rows = tuple((n, word * 20) for n in range(2000))
print("begun", flush=True)
for turn in range(int(sys.argv[3])):
    day = date(2024, 8, 14) + timedelta(days=turn % 5)
    grids = (Grid(word, (*rows, (turn // 7,))),)
    memory.record(grids, day, read_at=datetime.now(UTC), keep=4)
"""


def recording(memory: Memory, word: str, turns: int) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-c", RECORDING, str(memory.folder.parent), word, str(turns)],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        text=True,
    )


def test_a_process_killed_while_it_records_leaves_every_file_whole(memory: Memory):
    for turn in range(6):
        with recording(memory, "giết", 10**6) as process:
            assert process.stdout is not None
            process.stdout.readline()
            time.sleep(0.05 + turn * 0.07)
            process.send_signal(signal.SIGKILL)
        assert not [fault for fault in held(memory).values() if isinstance(fault, Fault)]
    record(memory, ONE, after(9))
    assert held(memory)[after(9)] == ONE
    assert not list(memory.folder.glob(".*.gz.*"))


def test_two_processes_record_in_one_folder_at_once(memory: Memory):
    with recording(memory, "một", 40) as one, recording(memory, "hai", 40) as other:
        assert [one.wait(), other.wait()] == [0, 0]
    found = held(memory)
    assert sorted(found) == [after(days) for days in (1, 2, 3, 4)]
    assert {grids[0].title for grids in found.values()} <= {"một", "hai"}  # type: ignore[index]


def test_a_year_of_the_example_takes_less_than_40_mb(example, memory: Memory):
    """No two days are alike: the dearest year there can be of this sheet."""
    log = next(grid for grid in example if grid.title == "Tiến độ")
    for days in (0, 1, 2):
        more = Grid(log.title, (*log.rows, (days, *(f"dòng thêm {days}",) * 8)), log.gid)
        grids = tuple(more if grid is log else grid for grid in example)
        assert record(memory, grids, after(days)) is Recorded.WHOLE
    assert 365 * max(memory.size(day) for day in memory.days()) < 40e6

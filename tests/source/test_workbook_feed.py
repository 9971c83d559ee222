"""A workbook's feed: what is saved shows, what is harmed keeps the last good copy."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook

from lib.grid import Grid
from lib.source.errors import SourceErrorCode
from lib.source.feed import Feed, Snapshot
from lib.source.workbook import read_saved_workbook, workbook_stamp
from tests.source.watching import Hands, Source, fails, feed, until

CODE = SourceErrorCode
ONE = (Grid("Tiến độ", (("một",),)),)


def write(path: Path, text: str) -> None:
    workbook = Workbook()
    workbook.active["A1"] = text
    workbook.save(path.with_suffix(".tmp"))
    path.with_suffix(".tmp").replace(path)


def workbook_feed(path: Path, **options: Any) -> Feed:
    return Feed(
        lambda: read_saved_workbook(path, pause=lambda seconds: None),
        identity=str(path),
        refresh_seconds=0.05,
        stamp=lambda: workbook_stamp(path),
        **options,
    )


def shows(text: str) -> Callable[[Snapshot], bool]:
    return lambda taken: taken.grids[0].rows == ((text,),) and taken.failure is None


def test_a_saved_workbook_shows(tmp_path: Path) -> None:
    path = tmp_path / "w.xlsx"
    write(path, "một")
    shared = workbook_feed(path)
    assert shows("một")(shared.snapshot())
    write(path, "hai")
    until(shared, shows("hai"))


def test_an_unchanged_workbook_is_not_read_again_and_is_never_late(tmp_path: Path) -> None:
    path = tmp_path / "w.xlsx"
    write(path, "một")
    hands, source = Hands(), Source(ONE)
    shared = feed(source, hands, refresh_seconds=1.0, stamp=lambda: workbook_stamp(path))
    shared.snapshot()
    hands.seconds += 3600
    taken = shared.snapshot()
    assert (taken.read_at, taken.late, taken.refreshing) == (hands.clock(), False, False)
    assert source.reads == 1


@pytest.mark.parametrize(
    ("harm", "code"),
    [
        (lambda path: path.unlink(), CODE.WORKBOOK_MISSING),
        (lambda path: path.write_bytes(path.read_bytes()[:500]), CODE.WORKBOOK_DAMAGED),
        (lambda path: path.write_bytes(b""), CODE.WORKBOOK_DAMAGED),
        (lambda path: path.write_text("a;b"), CODE.NOT_A_WORKBOOK),
        (lambda path: (path.unlink(), path.mkdir()), CODE.NOT_A_WORKBOOK),
    ],
    ids=["missing", "half written", "empty", "text", "folder"],
)
def test_a_harmed_workbook_keeps_the_last_good_copy(
    tmp_path: Path, harm: Callable[[Path], object], code: SourceErrorCode
) -> None:
    path = tmp_path / "w.xlsx"
    write(path, "một")
    shared = workbook_feed(path)
    shared.snapshot()
    harm(path)
    taken = until(shared, fails(code))
    assert taken.grids[0].rows == (("một",),)
    if path.is_dir():
        path.rmdir()
    write(path, "hai")
    until(shared, shows("hai"))


def test_a_restarted_workbook_is_read_before_its_kept_copy_is_shown(tmp_path: Path) -> None:
    path = tmp_path / "w.xlsx"
    write(path, "một")
    workbook_feed(path, cache_file=tmp_path / "copy").snapshot()
    write(path, "hai")
    assert shows("hai")(workbook_feed(path, cache_file=tmp_path / "copy").snapshot())
    path.unlink()
    taken = workbook_feed(path, cache_file=tmp_path / "copy").snapshot()
    assert taken.grids[0].rows == (("hai",),)
    assert fails(CODE.WORKBOOK_MISSING)(taken)

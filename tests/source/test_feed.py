"""The feed: one read for all viewers, the last good copy through every fault, and back by itself."""

import threading
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

import pytest

from lib.grid import Grid
from lib.source import kept
from lib.source.errors import SourceError, SourceErrorCode
from lib.source.feed import Feed
from tests.source.watching import PATIENCE, Hands, Source, end_of_reads, feed, settled, until

CODE = SourceErrorCode
ONE = (Grid("Tiến độ", (("một",),)),)
TWO = (Grid("Tiến độ", (("hai",),)),)


def test_the_first_viewer_waits_for_one_read() -> None:
    taken = Feed(Source(ONE), identity="x").snapshot()
    assert taken.grids == ONE
    assert taken.fingerprint
    assert (taken.failure, taken.refreshing, taken.late) == (None, False, False)


def test_all_first_viewers_share_one_read() -> None:
    source = Source(ONE)
    source.open.clear()
    shared = Feed(source, identity="x")
    with ThreadPoolExecutor(20) as viewers:
        waiting = [viewers.submit(shared.snapshot) for _ in range(20)]
        source.open.set()
        assert {one.result().grids for one in waiting} == {ONE}
    assert source.reads == 1


def test_a_stale_copy_is_served_at_once() -> None:
    source, hands = Source(ONE, TWO), Hands()
    shared = feed(source, hands)
    shared.snapshot()
    source.open.clear()
    hands.seconds += 60
    for _ in range(3):
        taken = shared.snapshot()
        assert (taken.grids, taken.refreshing) == (ONE, True)
    source.open.set()
    assert settled(shared).grids == TWO
    assert source.reads == 2


def test_nothing_is_read_before_it_is_due() -> None:
    source, hands = Source(ONE), Hands()
    shared = feed(source, hands)
    shared.snapshot()
    hands.seconds += 59
    assert not shared.snapshot().refreshing
    assert source.reads == 1


def test_unchanged_content_keeps_its_grids_and_fingerprint() -> None:
    again = (replace(ONE[0]),)
    source, hands = Source(ONE, again), Hands()
    shared = feed(source, hands)
    first = shared.snapshot()
    hands.seconds += 60
    second = until(shared, lambda taken: taken.read_at != first.read_at)
    assert second.grids is first.grids
    assert second.fingerprint == first.fingerprint


def test_a_failure_keeps_the_last_good_copy_and_its_age() -> None:
    hands = Hands()
    source = Source(ONE, SourceError(CODE.QUOTA), SourceError(CODE.TIMEOUT), TWO)
    shared = feed(source, hands)
    first = shared.snapshot()
    hands.seconds += 60
    shared.snapshot()
    failed = settled(shared)
    assert failed.grids == ONE
    assert failed.read_at == first.read_at
    assert failed.failure is not None
    assert failed.failure.code is CODE.QUOTA
    assert failed.failing_since == hands.clock()
    assert failed.next_try is not None
    assert 8 <= (failed.next_try - hands.clock()).total_seconds() <= 12
    since = failed.failing_since
    hands.seconds += 13
    shared.snapshot()
    failed = settled(shared)
    assert failed.failure is not None
    assert (failed.failure.code, failed.failing_since) == (CODE.TIMEOUT, since)
    hands.seconds += 500
    shared.snapshot()
    back = settled(shared)
    assert (back.grids, back.failure, back.failing_since, back.next_try) == (TWO, None, None, None)


def test_pauses_grow_to_two_refreshes() -> None:
    hands = Hands()
    shared = feed(Source(ONE, SourceError(CODE.TIMEOUT)), hands)
    shared.snapshot()
    pauses = []
    for _ in range(7):
        hands.seconds += 200
        shared.snapshot()
        next_try = settled(shared).next_try
        assert next_try is not None
        pauses.append((next_try - hands.clock()).total_seconds())
    for pause, usual in zip(pauses, [10, 20, 40, 80, 120, 120, 120], strict=True):
        assert 0.8 * usual <= pause <= 1.2 * usual


def test_a_copy_older_than_three_refreshes_is_late() -> None:
    hands = Hands()
    source = Source(ONE)
    shared = feed(source, hands)
    shared.snapshot()
    source.open.clear()
    hands.seconds += 180
    assert not shared.snapshot().late
    hands.seconds += 1
    assert shared.snapshot().late
    source.open.set()


def test_a_first_read_that_fails_is_waited_for_once() -> None:
    hands = Hands()
    source = Source(SourceError(CODE.NOT_SHARED), ONE)
    shared = feed(source, hands)
    taken = shared.snapshot()
    assert (taken.grids, taken.read_at, taken.fingerprint) == ((), None, "")
    assert taken.failure is not None
    source.open.clear()
    hands.seconds += 20
    assert shared.snapshot().refreshing
    source.open.set()
    assert settled(shared).grids == ONE


def test_a_first_read_that_hangs_is_waited_for_a_bounded_time() -> None:
    source = Source(ONE)
    source.open.clear()
    shared = Feed(source, identity="x", first_wait_seconds=0.05)
    taken = shared.snapshot()
    assert taken.failure is not None
    assert taken.failure.code is CODE.TIMEOUT
    assert (shared.snapshot().grids, shared.snapshot().refreshing) == ((), True)
    source.open.set()
    assert until(shared, lambda seen: bool(seen.grids)).failure is None


def test_a_read_that_never_ends_is_abandoned() -> None:
    hands = Hands()
    never = threading.Event()
    shared = feed(Source(ONE, lambda: (never.wait(PATIENCE), ONE)[1], TWO), hands)
    shared.snapshot()
    hands.seconds += 60
    assert shared.snapshot().refreshing
    hands.seconds += 900
    taken = shared.snapshot()
    assert taken.failure is not None
    assert (taken.failure.code, taken.refreshing) == (CODE.TIMEOUT, False)
    hands.seconds += 13
    shared.snapshot()
    assert settled(shared).grids == TWO
    never.set()
    assert settled(shared).grids == TWO


@pytest.mark.filterwarnings("ignore::pytest.PytestUnhandledThreadExceptionWarning")
def test_our_own_fault_does_not_stop_the_feed() -> None:
    hands = Hands()
    shared = feed(Source(ONE, lambda: ONE[99], TWO), hands)
    shared.snapshot()
    hands.seconds += 60
    shared.snapshot()
    taken = settled(shared)
    end_of_reads()
    assert taken.grids == ONE
    assert taken.failure is not None
    assert taken.failure.code is CODE.INTERNAL
    hands.seconds += 60
    shared.snapshot()
    assert settled(shared).grids == TWO


def test_a_refresh_can_be_asked_for_now_and_then() -> None:
    hands = Hands()
    source = Source(ONE, TWO)
    forgotten: list[bool] = []
    shared = feed(source, hands, forget=lambda: forgotten.append(True))
    shared.snapshot()
    assert shared.request_refresh()
    assert settled(shared).grids == TWO
    assert not shared.request_refresh()
    hands.seconds += 10
    assert shared.request_refresh()
    settled(shared)
    assert len(forgotten) == 2
    assert source.reads == 3


def test_a_spent_quota_is_not_pressed() -> None:
    hands = Hands()
    shared = feed(Source(ONE, SourceError(CODE.QUOTA, retry_after="30")), hands)
    shared.snapshot()
    assert shared.request_refresh()
    assert settled(shared).failure is not None
    hands.seconds += 29
    assert not shared.request_refresh()
    hands.seconds += 1
    assert shared.request_refresh()
    settled(shared)


def test_warming_waits_for_nothing() -> None:
    source = Source(ONE)
    source.open.clear()
    shared = Feed(source, identity="x")
    shared.warm()
    source.open.set()
    assert shared.snapshot().grids == ONE
    assert source.reads == 1


def test_what_is_written_down_of_reading_tells_how_long_and_no_detail(
    caplog: pytest.LogCaptureFixture,
) -> None:
    caplog.set_level("INFO")
    failure = SourceError(CODE.NOT_SHARED, share_with="ten@x.vn", spreadsheet="MA-SO")
    hands = Hands()

    def slow() -> tuple[Grid, ...]:
        hands.seconds += 2.5
        return TWO

    shared = feed(Source(ONE, failure, failure, slow, TWO), hands)
    shared.snapshot()
    for _ in range(4):
        hands.seconds += 200
        settled(shared)
    assert [record.message for record in caplog.records if record.name == "lib.source.feed"] == [
        "read in 0.00 s: new content, 1 worksheets",
        "reading fails after 0.00 s: not_shared",
        "read in 2.50 s: new content, 1 worksheets",
        "reading works again after 402 s, 2 tries failed",
    ]


def test_the_log_tells_once_how_many_of_a_list_fail_and_why_and_that_all_are_read_again(
    caplog: pytest.LogCaptureFixture,
):
    caplog.set_level("WARNING")
    hands, lost = Hands(), SourceError(CODE.NOT_FOUND, spreadsheet="MA-SO")
    one = (kept.Behind("Xã Mật", None, lost), kept.Behind("chưa đến lượt", None))
    told = [one, one, ()]
    shown = feed(Source(ONE), hands, behind=lambda: told.pop(0))
    for _ in range(3):
        assert settled(shown).failure is None
        hands.seconds += 60
    assert [record.message for record in caplog.records if record.name == "lib.source.feed"] == [
        "of the list 1 cannot be read: 1 not_found",
        "all of the list are read again",
    ]

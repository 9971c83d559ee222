"""Google's feed: requests counted, each fault met, and back without a hand laid on."""

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest

from lib.source.configuration import Configuration
from lib.source.errors import SourceErrorCode
from lib.source.feed import Feed
from lib.source.google import GoogleSheet
from tests.source.sheets import quick
from tests.source.test_google_faults import FAULTS
from tests.source.watching import PATIENCE, Hands, fails, feed, settled, until
from tests.stand_in import faults
from tests.stand_in.faults import Fault, Kind
from tests.stand_in.server import StandIn

CODE = SourceErrorCode
REFRESH_SECONDS = 0.25


def google_feed(
    configuration: Configuration,
    refresh_seconds: float,
    fault: Fault | None = None,
    **options: Any,
) -> Feed:
    sheet = quick(configuration, fault)
    return Feed(
        sheet.read,
        identity=configuration.identity,
        refresh_seconds=refresh_seconds,
        forget=sheet.forget,
        **options,
    )


@pytest.mark.parametrize("viewers", [1, 50])
def test_fifty_viewers_cost_no_more_requests_than_one(
    stand_in: StandIn, configuration: Configuration, viewers: int
) -> None:
    hands = Hands()
    shared = feed(quick(configuration).read, hands, refresh_seconds=REFRESH_SECONDS)
    with ThreadPoolExecutor(viewers) as people:
        for refreshes in range(1, 6):
            for look in [people.submit(shared.snapshot) for _ in range(2 * viewers)]:
                look.result()
            settled(shared)
            assert len(stand_in.requests(Kind.VALUES)) == refreshes
            hands.seconds += REFRESH_SECONDS
    assert len(stand_in.requests(Kind.METADATA)) == 1


@pytest.mark.parametrize(("fault", "code"), FAULTS.values(), ids=FAULTS.keys())
def test_each_fault_leaves_the_last_good_numbers_and_passes(
    stand_in: StandIn, configuration: Configuration, fault: Fault, code: SourceErrorCode
) -> None:
    shared = google_feed(configuration, 0.05, fault)
    good = until(shared, lambda seen: bool(seen.grids) and not seen.refreshing)
    with stand_in.failing(fault):
        stand_in.revoke_tokens()
        assert shared.request_refresh()
        taken = until(shared, fails(code))
        assert taken.grids is good.grids
        assert taken.read_at is not None
    stand_in.spreadsheet.write("'Tiến độ'!D2", "Chưa đạt")
    until(shared, lambda seen: seen.failure is None)
    until(shared, lambda seen: seen.grids[1].rows[1][3] == "Chưa đạt")


def test_no_viewer_waits_in_an_outage(stand_in: StandIn, configuration: Configuration) -> None:
    sheet = GoogleSheet(configuration, timeout=(PATIENCE, PATIENCE))
    shared = Feed(sheet.read, identity="x", refresh_seconds=0.01)
    good = shared.snapshot()
    with stand_in.failing(faults.hang(seconds=PATIENCE)):
        until(shared, lambda seen: seen.refreshing)
        for _ in range(50):
            taken = shared.snapshot()
            assert (taken.grids, taken.refreshing) == (good.grids, True)
    until(shared, lambda seen: not seen.refreshing)


def test_an_outage_survives_a_restart(
    stand_in: StandIn, configuration: Configuration, tmp_path: Path
) -> None:
    copy = tmp_path / "copy"
    good = google_feed(configuration, 0.05, cache_file=copy).snapshot()
    fault = faults.hang(Kind.METADATA)
    with stand_in.failing(fault):
        again = google_feed(configuration, 0.05, fault, cache_file=copy)
        taken = again.snapshot()
        assert (taken.grids, taken.fingerprint) == (good.grids, good.fingerprint)
        assert until(again, fails(CODE.TIMEOUT)).grids == good.grids
    assert until(again, lambda seen: seen.failure is None).grids == good.grids


def test_an_edit_shows_with_the_next_read(stand_in: StandIn, configuration: Configuration) -> None:
    hands = Hands()
    shared = feed(quick(configuration).read, hands, refresh_seconds=REFRESH_SECONDS)
    shared.snapshot()
    stand_in.spreadsheet.write("'Tiến độ'!D2", "Chưa đạt")
    hands.seconds += REFRESH_SECONDS
    until(shared, lambda seen: seen.grids[1].rows[1][3] == "Chưa đạt")
    assert len(stand_in.requests(Kind.VALUES)) == 2

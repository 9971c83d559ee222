"""An unchanged sheet is read and assessed once; every content and date once more."""

import time
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
import streamlit as st

from lib.grid import Grid
from lib.source.errors import SourceErrorCode
from lib.source.feed import Snapshot
from lib.ui import data
from lib.ui.filters import Filters
from tests import builders as sheet
from tests.source.watching import fails, until

TODAY = date(2024, 9, 20)
EVERYTHING = Filters()
GRIDS = sheet.spreadsheet(sheet.settings(("Ngày số liệu", "15/9/2024")))


@pytest.fixture(autouse=True)
def fresh():
    st.cache_resource.clear()


def snapshot(grids: tuple[Grid, ...], fingerprint: str = "a") -> Snapshot:
    return Snapshot(grids, None, fingerprint)


def page(taken: Snapshot, chosen: Filters = EVERYTHING) -> data.Current:
    book = data.book_of(taken.fingerprint, TODAY, taken.grids)
    return data.current(taken, book, chosen, today=TODAY)


def test_unchanged_content_costs_no_new_assessment():
    first, again = page(snapshot(GRIDS)), page(snapshot(GRIDS), Filters(group="Vùng thấp"))
    assert again.book is first.book
    assert again.whole is first.whole
    assert again.whole_before is first.whole_before
    assert again.whole_changes is first.whole_changes


def test_new_content_is_assessed_again():
    first, changed = page(snapshot(GRIDS)), page(snapshot(GRIDS, "b"))
    assert changed.book is not first.book
    assert changed.whole is not first.whole


def test_dates_are_the_readers_choice_or_the_sheets():
    assert (page(snapshot(GRIDS)).as_of, page(snapshot(GRIDS)).previous) == (
        date(2024, 9, 15),
        date(2024, 8, 15),
    )
    chosen = Filters(as_of=date(2024, 7, 31), previous=date(2024, 3, 1))
    shown = page(snapshot(GRIDS), chosen)
    assert (shown.as_of, shown.previous) == (date(2024, 7, 31), date(2024, 3, 1))


def test_links_keep_the_filters():
    shown = page(snapshot(GRIDS), Filters(group="Vùng thấp"))
    assert shown.unit_href("Tam Đa") == "don-vi?ten=Tam+%C4%90a&nhom=V%C3%B9ng+th%E1%BA%A5p"
    assert shown.agency_href("PNV") == "co-quan?ten=PNV&nhom=V%C3%B9ng+th%E1%BA%A5p"


def test_what_the_app_writes_lies_where_told(monkeypatch, tmp_path):
    monkeypatch.delenv("DASHBOARD_WORKBOOK", raising=False)
    assert data.workbook_path() == data.ROOT / "so-theo-doi.xlsx"
    monkeypatch.setenv("DASHBOARD_DATA", str(tmp_path))
    assert data.workbook_path() == tmp_path / "so-theo-doi.xlsx"


@pytest.mark.skipif(not hasattr(time, "tzset"), reason="a machine whose zone cannot be tried out")
@pytest.mark.parametrize("zone", ["America/New_York", "Pacific/Kiritimati", "Không/Có"])
def test_the_machines_zone_changes_no_day(monkeypatch, zone):
    monkeypatch.setenv("TZ", zone)
    time.tzset()
    try:
        before, found, after = hanoi(), data.today(), hanoi()
        assert found in (before, after)
        assert data.local(datetime(2024, 9, 15, 17, 30, tzinfo=UTC)).date() == date(2024, 9, 16)
    finally:
        monkeypatch.undo()
        time.tzset()


def hanoi() -> date:
    return (datetime.now(UTC) + timedelta(hours=7)).date()


def test_a_first_start_that_cannot_write_says_so_and_tries_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "data").write_text("")  # no folder: nothing can be written in it
    monkeypatch.setattr(data, "data_folder", lambda: tmp_path / "data")
    shared = data._workbook_feed(tmp_path / "data" / data.WORKBOOK_NAME)
    assert fails(SourceErrorCode.WORKBOOK_NOT_WRITTEN)(shared.snapshot())
    (tmp_path / "data").unlink()
    assert until(shared, lambda taken: taken.failure is None).grids
    (tmp_path / "data" / data.WORKBOOK_NAME).unlink()
    assert until(shared, fails(SourceErrorCode.WORKBOOK_MISSING)).grids

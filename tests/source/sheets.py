"""Small sheets the source's tests read."""

import time
from collections.abc import Callable
from datetime import date

import pytest

from lib.grid import Grid
from lib.source.configuration import Configuration
from lib.source.errors import SourceError, SourceErrorCode
from lib.source.google import GoogleSheet
from tests.source.watching import PATIENCE
from tests.stand_in.faults import Fault, Way
from tests.stand_in.model import Spreadsheet

HEAD = ("Ngày", "Đơn vị", "Mã", "Kết quả")


def small_sheet() -> Spreadsheet:
    """Make a spreadsheet of two worksheets and an empty one."""
    spreadsheet = Spreadsheet()
    spreadsheet.add("Đơn vị", [("Đơn vị", "Nhóm"), ("Tam Đa", "Điển hình")])
    spreadsheet.add("Tiến độ", [HEAD, (date(2024, 9, 15), "Tam Đa", "TC01", "Đạt")], gid=77)
    spreadsheet.add("Hướng dẫn")
    return spreadsheet


def quick(configuration: Configuration, fault: Fault | None = None) -> GoogleSheet:
    """Make a reader that tries nothing twice and gives up soon on what hangs.

    One in such haste gives up on a slow machine too: `recovered` and `until` let it try again.
    """
    patience = 0.3 if fault and fault.way is Way.HANG else PATIENCE
    return GoogleSheet(configuration, timeout=(PATIENCE, patience), budget_seconds=0.0)


def recovered(sheet: GoogleSheet) -> tuple[Grid, ...]:
    """Read until what was in the way has passed and the machine is quick enough."""
    end = time.monotonic() + PATIENCE
    while True:
        try:
            return sheet.read()
        except SourceError as failed:
            if failed.code is not SourceErrorCode.TIMEOUT or time.monotonic() >= end:
                raise


def failure(read: Callable[[], object]) -> SourceError:
    with pytest.raises(SourceError) as raised:
        read()
    return raised.value

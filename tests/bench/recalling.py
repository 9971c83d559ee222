"""A rerun of the pages that tell of a year's memory, beside the same pages without any."""

import asyncio
import tempfile
import time
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from statistics import median

from lib.grid import Grid
from lib.memory.files import Memory
from lib.memory.place import FOLDER_NAME, WORKBOOK
from lib.source.workbook import read_workbook
from lib.template.workbook import write_workbook
from tests.bench.figure import Figure
from tests.bench.live import first_look, p95, reruns
from tests.e2e.server import Server, served

FIRST = date(2024, 1, 1)
DAYS, FEW_DAYS = 365, 10
SECONDS = 4.0
PAGES = ("tong-quan", "han", "don-vi", "chat-luong")
MOST_MB = 40
AS_QUICK = 1.1
PATIENCE = 600.0


def recall(*, quick: bool) -> Iterator[Figure]:
    """Record a year, each day what stood in the example by then, and let a viewer choose."""
    with tempfile.TemporaryDirectory() as name:
        ours, without = Path(name) / "ours", Path(name) / "without"
        workbook = Path(name) / "example.xlsx"
        write_workbook(workbook, with_sample=True)
        kept = _recorded(ours / FOLDER_NAME, read_workbook(workbook), FEW_DAYS if quick else DAYS)
        yield Figure(f"{len(kept.days())} recorded days", _megabytes(kept), "MB", goal=MOST_MB)
        (without / ".streamlit").mkdir(parents=True)
        (without / ".streamlit" / "secrets.toml").write_text("[memory]\ndays = 0\n", "utf-8")
        with served(ours, workbook=workbook) as app, served(without, workbook=workbook) as floor:
            for server in (app, floor):
                asyncio.run(first_look(server))
            yield Figure("all days read again after", _recalled(app), "s")
            for page in PAGES:
                yield from _of_page(app, floor, page, 0 if quick else SECONDS)


def _of_page(app: Server, floor: Server, page: str, seconds: float) -> Iterator[Figure]:
    without, ours = (asyncio.run(reruns(server, page, 1, seconds)) for server in (floor, app))
    used = without.processor_ms
    yield Figure(f"{page}: a rerun", ours.processor_ms, "processor ms", used, goal=AS_QUICK)
    yield Figure(f"{page}: p50", median(ours.waits), "ms", median(without.waits), goal=AS_QUICK)
    yield Figure(f"{page}: p95", p95(ours.waits), "ms", p95(without.waits))


def _recorded(folder: Path, grids: tuple[Grid, ...], days: int) -> Memory:
    kept = Memory(folder, identity=WORKBOOK)
    log = next(grid for grid in grids if grid.title == "Tiến độ")
    for number in range(days):
        day = FIRST + timedelta(days=number)
        there = tuple(row for row in log.rows if not _after(row[0] if row else None, day))
        known = tuple(replace(log, rows=there) if grid is log else grid for grid in grids)
        kept.record(known, day, read_at=datetime(day.year, day.month, day.day, tzinfo=UTC))
    return kept


def _after(cell: object, day: date) -> bool:
    read = cell.date() if isinstance(cell, datetime) else cell
    return isinstance(read, date) and read > day


def _megabytes(kept: Memory) -> float:
    return sum(kept.size(day) for day in kept.days()) / 1e6


def _recalled(server: Server) -> float:
    """Wait until the recorded days have been read again; return the seconds since the start."""
    end = time.perf_counter() + PATIENCE
    while " recorded days read again" not in server.log.read_text("utf-8", errors="replace"):
        if time.perf_counter() > end:
            raise TimeoutError("the recorded days were not read again")
        time.sleep(0.1)
    return time.perf_counter() - server.began

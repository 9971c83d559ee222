"""Fifty viewers: they open the first page at once, then merely look; and what the sheet is asked."""

import asyncio
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from statistics import median

from lib.template.workbook import write_workbook
from tests.bench.figure import Figure
from tests.bench.live import FIRST_PAGE, FLOOR_FILTER, app_and_floor, crowd, p95, processor_seconds
from tests.bench.viewer import Viewer
from tests.e2e.server import Server, served
from tests.stand_in.faults import Kind
from tests.stand_in.model import from_workbook
from tests.stand_in.server import StandIn

MANY = 50
LOOKING_SECONDS = 20.0
REFRESH_SECONDS = 2.0
CLICKS = 6


def first_loads(*, quick: bool) -> Iterator[Figure]:
    """Let all open the first page at once."""
    many = 3 if quick else MANY

    async def come(server: Server, page: str) -> tuple[list[float], float]:
        used = processor_seconds(server)
        async with crowd(server, page, many) as (_, waits):
            return waits, 1000 * (processor_seconds(server) - used) / many

    with app_and_floor() as (app, floor):
        beside, took_beside = asyncio.run(come(floor, ""))
        ours, took = asyncio.run(come(app, FIRST_PAGE))
    name = f"{many} first loads at once"
    yield Figure(f"{name}: median", median(ours), "s", median(beside), goal=0.6)
    yield Figure(f"{name}: p95", p95(ours), "s", p95(beside))
    yield Figure(f"{name}: each", took, "processor ms", took_beside)


def idle(*, quick: bool) -> Iterator[Figure]:
    """Let all have the first page open and do nothing."""
    many, seconds = (3, 2.0) if quick else (MANY, LOOKING_SECONDS)

    async def look(server: Server) -> tuple[float, int, int, float]:
        async with crowd(server, FIRST_PAGE, many) as (tabs, _):
            used, runs, had = processor_seconds(server), *_had(tabs)
            await asyncio.gather(*(tab.look(seconds) for tab in tabs))
            share = (processor_seconds(server) - used) / seconds
            now_runs, now_had = _had(tabs)
            others = asyncio.gather(*(tab.look(float(CLICKS)) for tab in tabs[1:]))
            waits = await _clicks(tabs[0], "ngay")
            await others
            return share, now_runs - runs, now_had - had, max(waits)

    async def alone(server: Server) -> float:
        async with crowd(server, "", 1) as (tabs, _):
            return max(await _clicks(tabs[0], FLOOR_FILTER))

    with app_and_floor() as (app, floor):
        share, runs, received, click = asyncio.run(look(app))
        name = f"{many} idle viewers, {seconds:g} s"
        yield Figure(name, 100 * share, "% of a core", goal=2)
        yield Figure(name, runs, "script runs", goal=0)
        yield Figure(name, received / 1000, "kB")
        name = "longest click among them, beside the floor alone"
        yield Figure(name, click, "s", asyncio.run(alone(floor)))


async def _clicks(tab: Viewer, name: str) -> list[float]:
    """Choose now and then between two options that have been seen before."""
    waits = []
    for number in range(CLICKS + 2):
        await asyncio.sleep(0.5)
        waits.append(await tab.choose(name, tab.selects[name].options[number % 2 + 1]))
    return waits[2:]


def sheet(*, quick: bool) -> Iterator[Figure]:
    """Count how often a Google sheet is read for one viewer and for all, who merely look."""
    many, seconds = (3, 3.0) if quick else (MANY, LOOKING_SECONDS)

    async def readings(server: Server, google: StandIn, viewers: int) -> float:
        async with crowd(server, FIRST_PAGE, viewers) as (tabs, _):
            google.forget_log()
            start = time.perf_counter()
            await asyncio.gather(*(tab.look(seconds) for tab in tabs))
            refreshes = (time.perf_counter() - start) / REFRESH_SECONDS
            return len(google.requests(Kind.VALUES)) / refreshes

    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        write_workbook(folder / "example.xlsx", with_sample=True)
        with StandIn(from_workbook(folder / "example.xlsx")) as google:
            secrets = folder / "app" / ".streamlit" / "secrets.toml"
            google.write_secrets(secrets, refresh_seconds=REFRESH_SECONDS)
            with served(folder / "app") as app:
                for viewers in (1, many):
                    counted = asyncio.run(readings(app, google, viewers))
                    title = f"Google sheet, viewers: {viewers}"
                    yield Figure(title, counted, "readings a refresh", goal=1.1)


def _had(tabs: list[Viewer]) -> tuple[int, int]:
    return sum(tab.runs for tab in tabs), sum(tab.received for tab in tabs)

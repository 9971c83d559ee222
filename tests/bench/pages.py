"""A rerun of every page, alone and among twenty viewers, beside a rerun of the floor page."""

import asyncio
from collections.abc import Iterator
from statistics import median

from lib.ui.frame import PAGES
from tests.bench.figure import Figure
from tests.bench.live import Reruns, app_and_floor, p95, reruns
from tests.e2e.server import Server

MANY = 20
SECONDS = 4.0
QUICKER = 0.6
MORE = 1.6
LOAD_KB = 60
RERUN_KB = 15


def figures(*, quick: bool) -> Iterator[Figure]:
    """Measure every page; quickly, with two viewers who choose twice."""
    with app_and_floor() as (app, floor):
        for page in PAGES:
            yield from _of_page(app, floor, page.url_path, quick=quick)


def _of_page(app: Server, floor: Server, page: str, *, quick: bool) -> Iterator[Figure]:
    seconds = 0 if quick else SECONDS
    beside = asyncio.run(reruns(floor, "", 1, seconds))
    ours = asyncio.run(reruns(app, page, 1, seconds))
    yield Figure(f"{page}: first load", ours.bytes_loaded / 1000, "kB", goal=LOAD_KB)
    yield Figure(f"{page}: a rerun", ours.bytes_each / 1000, "kB", goal=RERUN_KB)
    yield Figure(f"{page}: a rerun", ours.processor_ms, "processor ms", beside.processor_ms)
    first = median(ours.first_waits), median(beside.first_waits)
    yield Figure(f"{page}: a choice's first time", first[0], "ms", first[1])
    yield from _waits(f"{page}, 1 viewer", ours, beside)
    viewers = 2 if quick else MANY
    beside = asyncio.run(reruns(floor, "", viewers, seconds))
    ours = asyncio.run(reruns(app, page, viewers, seconds))
    name = f"{page}, {viewers} viewers"
    yield from _waits(name, ours, beside)
    yield Figure(name, ours.a_second, "reruns/s", beside.a_second, goal=MORE, at_least=True)


def _waits(name: str, ours: Reruns, beside: Reruns) -> Iterator[Figure]:
    yield Figure(f"{name}: p50", median(ours.waits), "ms", median(beside.waits), goal=QUICKER)
    yield Figure(f"{name}: p95", p95(ours.waits), "ms", p95(beside.waits), goal=QUICKER)

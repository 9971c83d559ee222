"""The app and the floor page served, viewers who come to them, and what that takes of the machine."""

import asyncio
import os
import statistics
import tempfile
import time
from collections.abc import AsyncIterator, Iterator
from contextlib import AsyncExitStack, asynccontextmanager, contextmanager
from dataclasses import dataclass
from itertools import chain
from pathlib import Path
from typing import Final

from lib.template.workbook import write_workbook
from tests.bench.viewer import Viewer, viewer
from tests.e2e.server import Server, served
from tests.e2e.several import Several

FLOOR: Final = Path(__file__).with_name("floor.py")
FLOOR_FILTER: Final = "Kỳ họp"
FIRST_PAGE: Final = "tong-quan"
# What a viewer changes on a page; elsewhere the date, so that every unit stays on the page.
FILTERS: Final = {"don-vi": "don-vi", "co-quan": "co-quan", "": FLOOR_FILTER}
CHOICES: Final = 4
_TICKS: Final = os.sysconf("SC_CLK_TCK")


@contextmanager
def app_and_floor() -> Iterator[tuple[Server, Server]]:
    """Serve the app on the example workbook, and the floor page; both have been seen once."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        workbook = folder / "example.xlsx"
        write_workbook(workbook, with_sample=True)
        with (
            served(folder / "app", workbook=workbook) as app,
            served(folder / "floor", script=FLOOR) as floor,
        ):
            for server in (app, floor):
                asyncio.run(first_look(server))
            yield app, floor


async def first_look(server: Server) -> float:
    """Load the server's first page; return when (perf_counter) it was drawn."""
    async with viewer(server.url) as one:
        await one.load()
        return time.perf_counter()


@asynccontextmanager
async def crowd(
    server: Server | Several, page: str, number: int
) -> AsyncIterator[tuple[list[Viewer], list[float]]]:
    """Let viewers open a page at once; yield them, and the seconds each waited."""
    async with AsyncExitStack() as tabs:

        async def come() -> tuple[Viewer, float]:
            start = time.perf_counter()
            one = await tabs.enter_async_context(viewer(server.url, page))
            await one.load()
            return one, time.perf_counter() - start

        came = await asyncio.gather(*(come() for _ in range(number)))
        yield [one for one, _ in came], [seconds for _, seconds in came]


@dataclass(frozen=True, slots=True)
class Reruns:
    """What reruns took: milliseconds waited, also for what nobody had yet seen, and all the rest."""

    waits: list[float]
    first_waits: list[float]
    a_second: float
    processor_ms: float
    bytes_each: float
    bytes_loaded: int

    @property
    def busy(self) -> float:
        return self.processor_ms * self.a_second / 1000


async def reruns(server: Server | Several, page: str, viewers: int, seconds: float) -> Reruns:
    """Let viewers of a page go through the same few choices, each as soon as the last is drawn."""
    name = FILTERS.get(page, "ngay")
    async with crowd(server, page, viewers) as (tabs, _):
        loaded = tabs[0].received
        options = list(tabs[0].selects[name].options)
        choices = options[1 : CHOICES + 1] if len(options) > CHOICES else options
        first = [await tabs[0].choose(name, choice) for choice in choices]
        used, had = processor_seconds(server), sum(tab.received for tab in tabs)
        start = time.perf_counter()

        async def stay(place: int) -> list[float]:
            waits: list[float] = []
            while len(waits) < 2 or time.perf_counter() < start + seconds:
                choice = choices[(place + len(waits)) % len(choices)]
                waits.append(await tabs[place].choose(name, choice))
            return waits

        waits = [*chain(*await asyncio.gather(*map(stay, range(viewers))))]
        took = time.perf_counter() - start
        return Reruns(
            [1000 * wait for wait in waits],
            [1000 * wait for wait in first],
            len(waits) / took,
            1000 * (processor_seconds(server) - used) / len(waits),
            (sum(tab.received for tab in tabs) - had) / len(waits),
            loaded,
        )


def p95(times: list[float]) -> float:
    """Give the time that 19 of 20 did not exceed."""
    return statistics.quantiles(times, n=20, method="inclusive")[-1]


def processor_seconds(server: Server | Several) -> float:
    """Give the processor time the threads of all its processes have taken so far."""
    texts = (Path(f"/proc/{number}/stat").read_text("utf-8") for number in server.process_ids)
    fields = (text.rpartition(")")[2].split() for text in texts)
    return sum(int(field[11]) + int(field[12]) for field in fields) / _TICKS


def resident_mb(server: Server) -> float:
    """Give the memory the server's process holds."""
    pages = int(Path(f"/proc/{server.process_ids[0]}/statm").read_text("utf-8").split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / 2**20

"""How long the app takes to start, and how much memory it holds after many reruns."""

import asyncio
import tempfile
from collections.abc import Iterator
from contextlib import AsyncExitStack
from pathlib import Path
from statistics import median

from lib.template.workbook import write_workbook
from lib.ui.frame import PAGES
from tests.bench.figure import Figure
from tests.bench.live import CHOICES, FILTERS, FLOOR, app_and_floor, first_look, resident_mb
from tests.bench.viewer import viewer
from tests.e2e.server import ROOT, Server, served

STARTS = 3
FEW, MANY = 200, 2000


def start(*, quick: bool) -> Iterator[Figure]:
    """Time from the process's start to the first page drawn; the first start compiles, uncounted."""
    times: dict[Path, list[float]] = {ROOT / "app.py": [], FLOOR: []}
    with tempfile.TemporaryDirectory() as name:
        workbook = Path(name) / "example.xlsx"
        write_workbook(workbook, with_sample=True)
        for _ in range(1 if quick else STARTS + 1):
            for script, taken in times.items():
                folder = Path(name) / script.stem
                with served(folder, workbook=workbook, script=script) as server:
                    taken.append(asyncio.run(first_look(server)) - server.began)
    ours, floor = (median(taken[-STARTS:]) for taken in times.values())
    yield Figure("start to the first page", ours, "s", floor)


def memory(*, quick: bool) -> Iterator[Figure]:
    """Go through all pages, a viewer each, over and over; the floor is what few reruns left."""
    few, many = (10, 20) if quick else (FEW, MANY)

    async def held(app: Server) -> tuple[float, float]:
        async with AsyncExitStack() as stack:
            pages = [page.url_path for page in PAGES]
            tabs = [await stack.enter_async_context(viewer(app.url, page)) for page in pages]
            for tab in tabs:
                await tab.load()
            after: dict[int, float] = {}
            for number in range(1, many + 1):
                around, place = divmod(number, len(tabs))
                name = FILTERS.get(pages[place], "ngay")
                await tabs[place].choose(name, tabs[place].selects[name].options[around % CHOICES])
                if number in {few, many}:
                    after[number] = resident_mb(app)
            return after[many], after[few]

    with app_and_floor() as (app, _):
        last, first = asyncio.run(held(app))
    yield Figure(f"memory after {many} reruns beside {few}", last, "MB", first, goal=1.1)

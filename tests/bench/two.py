"""Two processes behind nginx beside one: how many more reruns twenty viewers get."""

import asyncio
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from tests.bench.figure import Figure
from tests.bench.live import FIRST_PAGE, Reruns, reruns
from tests.e2e.several import NGINX, several

VIEWERS = 20
SECONDS = 10.0
PROCESSES = (1, 2)


def figures(*, quick: bool) -> Iterator[Figure]:
    """Measure one and then two; they share the machine with nginx and with those who ask."""
    title, unit = f"{VIEWERS} viewers of two processes beside one", "reruns/s"
    if NGINX is None:
        yield Figure(title, None, unit, goal=1.8, at_least=True, note="nginx is not installed")
        return
    seconds = 0.0 if quick else SECONDS
    (one, _), (both, asking) = (_of(number, seconds) for number in PROCESSES)
    yield Figure(title, both.a_second, unit, one.a_second, goal=1.8, at_least=True)
    yield Figure("of them, what the processes take", both.busy, "cores", one.busy)
    yield Figure("of them, what those who ask take", asking, "cores")


def _of(number: int, seconds: float) -> tuple[Reruns, float]:
    with (
        tempfile.TemporaryDirectory() as name,
        several(Path(name) / "app", number, tls=False) as us,
    ):
        asyncio.run(reruns(us, FIRST_PAGE, VIEWERS, 0))
        start, used = time.perf_counter(), time.process_time()
        made = asyncio.run(reruns(us, FIRST_PAGE, VIEWERS, seconds))
        return made, (time.process_time() - used) / (time.perf_counter() - start)

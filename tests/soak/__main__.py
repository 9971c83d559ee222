"""Shakes the app for some minutes: `python -m tests.soak [--rounds 150] [--seed 1]`.

A spreadsheet is edited in every round, fails in some; readers come, choose and go; the app is killed
and started again in the first third, then left to run. At the end its pages say what those of an app
just started on the same sheet say, and its memory and threads have not grown over the last rounds.
Ends with 1 where one of these does not hold.
"""

import argparse
import asyncio
import json
import random
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from statistics import mean
from typing import Any, Final

from lib.source import kept
from lib.source.configuration import read_configuration
from lib.source.google import GoogleSheet
from lib.template.workbook import write_workbook
from lib.ui.frame import PAGES
from tests.bench.live import resident_mb
from tests.bench.viewer import Viewer, viewer
from tests.e2e.server import Server, free_port, running, served
from tests.soak.shaking import Editors, perhaps_failing, visits
from tests.stand_in.model import from_workbook
from tests.stand_in.server import StandIn

ROUNDS: Final = 150
RESTARTS: Final = 6
REFRESH_SECONDS: Final = 1.0
LOOK_SECONDS: Final = 1.0
CATCHES_UP_WITHIN: Final = 60.0
GROWTH: Final = 1.1
"""How much the memory of the last quarter may exceed that of the quarter before."""
MORE_THREADS: Final = 4
TOLD: Final = ("markdown", "metric", "heading", "arrow_table", "arrow_data_frame", "alert")


class Problems(list[str]):
    """What did not hold."""


def main() -> int:
    """Shake, compare, print; return the exit status."""
    parser = argparse.ArgumentParser(prog="python -m tests.soak", description=__doc__)
    parser.add_argument("--rounds", type=int, default=ROUNDS)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        problems = shaken(Path(name), options.rounds, random.Random(options.seed))
    for problem in problems:
        print(f"NOT SO: {problem}")
    print("All held." if not problems else f"{len(problems)} did not hold.")
    return bool(problems)


def shaken(folder: Path, rounds: int, chance: random.Random) -> list[str]:
    """Shake an app in a folder for so many rounds; return what did not hold."""
    write_workbook(folder / "example.xlsx", with_sample=True)
    with StandIn(from_workbook(folder / "example.xlsx")) as stand_in, ExitStack() as stack:
        for name in ("app", "fresh"):
            secrets = folder / name / ".streamlit" / "secrets.toml"
            secrets.parent.mkdir(parents=True)
            stand_in.write_secrets(secrets, refresh_seconds=REFRESH_SECONDS)
            # Both are copied now, so that an edit of the program meanwhile makes no difference.
            with served(folder / name):
                pass
        port = free_port()
        editors, held, runs, failed = Editors(stand_in.spreadsheet, chance), [], 0, 0
        kills = {(place + 1) * rounds // 3 // RESTARTS for place in range(RESTARTS)}
        server = stack.enter_context(running(folder / "app", port))
        began = time.perf_counter()
        for number in range(1, rounds + 1):
            if number in kills:
                stack.close()  # killed, whatever it is doing
                server = stack.enter_context(running(folder / "app", port))
                held.clear()
            editors.edit()
            with perhaps_failing(stand_in, chance) as way:
                runs += asyncio.run(visits(server.url, chance, LOOK_SECONDS))
            failed += way is not None
            held.append((resident_mb(server), threads(server)))
            if number % 10 == 0:
                print(f"round {number}: {held[-1][0]:.0f} MB, {held[-1][1]} threads", flush=True)
        took = time.perf_counter() - began
        print(f"{rounds} edits, {failed} outages, {len(kills)} kills, {runs} runs in {took:.0f} s")
        problems = grown(held)
        caught_up(server, folder / "app")
        asked_once = asyncio.run(settled(server.url))
        (folder / "fresh" / ".cache" / "sheet.json").unlink(missing_ok=True)
        with running(folder / "fresh", free_port()) as fresh:
            caught_up(fresh, folder / "fresh")
            expected = asyncio.run(settled(fresh.url))
        for page, elements in expected.items():
            for told, wanted in zip(asked_once[page], elements, strict=False):
                if told != wanted:
                    print(f"{page}: {told[:300]!r} where a fresh start says {wanted[:300]!r}")
                    break
        differing = [page for page in expected if asked_once[page] != expected[page]]
        parts = sum(map(len, expected.values()))
        print(f"{parts} texts and tables on {len(expected)} pages compared with a fresh start's")
        return problems + [f"{page} says what a fresh start does not" for page in differing]


def threads(server: Server) -> int:
    """Count the threads of the server's process."""
    return len(list(Path(f"/proc/{server.process_ids[0]}/task").iterdir()))


def grown(held: list[tuple[float, int]]) -> list[str]:
    """Tell what grew from the third quarter of the undisturbed rounds to the last."""
    quarter = len(held) // 4
    third, last = held[-2 * quarter : -quarter], held[-quarter:]
    before, after = (mean(megabytes for megabytes, _ in part) for part in (third, last))
    most_before, most_after = (max(number for _, number in part) for part in (third, last))
    print(f"memory {before:.0f} MB, then {after:.0f} MB; threads {most_before}, then {most_after}")
    problems = []
    if after > GROWTH * before:
        problems.append(f"memory stays flat: {before:.0f} MB grew to {after:.0f} MB")
    if most_after > most_before + MORE_THREADS:
        problems.append(f"threads stay few: {most_before} became {most_after}")
    return problems


def caught_up(server: Server, folder: Path) -> None:
    """Wait until the app has read what stands in the sheet now."""
    sheet = GoogleSheet(read_configuration(folder / ".streamlit" / "secrets.toml"))
    wanted = kept.fingerprint(kept.encoded(sheet.read()))
    end = time.monotonic() + CATCHES_UP_WITHIN
    while _kept(folder) != wanted:
        if time.monotonic() > end:
            raise SystemExit("The app never caught up with the sheet.")
        asyncio.run(_look(server.url))


def _kept(folder: Path) -> str:
    try:
        head = (folder / ".cache" / "sheet.json").read_bytes().partition(b"\n")[0]
        return str(json.loads(head)["fingerprint"])
    except (OSError, ValueError):
        return ""


async def _look(url: str) -> None:
    async with viewer(url) as tab:
        await tab.load()
        await tab.look(REFRESH_SECONDS)


async def settled(url: str) -> dict[str, list[bytes]]:
    """Return what the pages say once they say it twice: memory looks back a moment after a start."""
    last = await said(url)
    while (now := await said(url)) != last:
        last = now
    return last


async def said(url: str) -> dict[str, list[bytes]]:
    """Return by page what its texts and tables say."""
    found: dict[str, list[bytes]] = {}
    for page in (page.url_path for page in PAGES):
        async with viewer(url, page) as tab:
            with _listening(tab) as elements:
                await tab.load()
            found[page] = elements
    return found


@contextmanager
def _listening(tab: Viewer) -> Iterator[list[bytes]]:
    elements: list[bytes] = []
    show = tab._show

    def heard(element: Any) -> None:
        show(element)
        if (kind := element.WhichOneof("type")) in TOLD:
            elements.append(getattr(element, kind).SerializeToString(deterministic=True))

    tab._show = heard  # type: ignore[method-assign]
    yield elements


if __name__ == "__main__":
    sys.exit(main())

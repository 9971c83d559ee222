"""What happens to a sheet and its readers in months: edits of every kind, and ways a source fails."""

import asyncio
import random
from collections import deque
from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from datetime import date, timedelta
from typing import Final

from lib.ui.frame import PAGES
from tests.bench.viewer import Viewer, viewer
from tests.hostile import HOSTILE
from tests.stand_in.faults import (
    Fault,
    cut_json,
    html_page,
    latency,
    not_permitted,
    rate_limited,
    reset,
    truncated,
    unavailable,
)
from tests.stand_in.model import Spreadsheet
from tests.stand_in.server import StandIn

FAULTS: Final = (
    *(rate_limited, unavailable, not_permitted, html_page, reset, truncated, cut_json),
    lambda: latency(0.5),
)
LOG: Final = "Tiến độ"
RESULTS: Final = ("Đạt", "Đang thực hiện", "Chưa đạt", "Chưa thực hiện", "Đạt ạ", None)
FIRST_DAY: Final = date(2024, 1, 15)
EDITS: Final = 4
"""Cells changed in a round, beside a line written."""

MESSY: Final = 40
"""So many changed rows wait to be mended: what is to be shown stays as much."""

TABS: Final = 4


class Editors:
    """Officers who write lines, correct some and make a mess of others."""

    def __init__(self, spreadsheet: Spreadsheet, chance: random.Random) -> None:
        self._sheet, self._chance = spreadsheet, chance
        self._owners = self._column("Đơn vị")
        self._codes = self._column("Tiêu chí") + self._column("Kỳ báo cáo")
        self._lines = len(self._column(LOG)) + 1
        self._messy: deque[int] = deque()

    def edit(self) -> None:
        """Write a line, change some cells of others, mend old ones; a deadline now and then."""
        chance, day = self._chance, FIRST_DAY + timedelta(days=self._chance.randrange(330))
        self._lines += 1
        line = (day, chance.choice(self._owners), chance.choice(self._codes), self._result())
        for letter, value in zip("ABCD", line, strict=True):
            self._write(LOG, f"{letter}{self._lines}", value)
        for _ in range(EDITS):
            self._messy.append(row := chance.randrange(2, self._lines + 1))
            self._write(LOG, f"D{row}", self._result())
            self._write(LOG, f"F{row}", chance.choice((None, *HOSTILE.values())))
        while len(self._messy) > MESSY:
            row = self._messy.popleft()
            self._write(LOG, f"D{row}", RESULTS[0])
            self._write(LOG, f"F{row}", None)
        if chance.random() < 0.2:
            due = FIRST_DAY + timedelta(days=chance.randrange(60, 330))
            self._write("Tiêu chí", f"F{chance.randrange(2, 20)}", due)

    def _result(self) -> str | None:
        return self._chance.choice(RESULTS)

    def _write(self, worksheet: str, cell: str, value: object) -> None:
        self._sheet.write(f"'{worksheet}'!{cell}", value)

    def _column(self, worksheet: str) -> list[str]:
        rows = self._sheet.value_range(f"'{worksheet}'!A2:A9000").get("values", [])
        return [str(row[0]) for row in rows if row and row[0]]


@contextmanager
def perhaps_failing(stand_in: StandIn, chance: random.Random) -> Iterator[str | None]:
    """Let the source fail in one of its ways, in one round of three."""
    way = chance.choice(FAULTS) if chance.random() < 1 / 3 else None
    fault: Fault | None = way() if way else None
    with stand_in.failing(fault) if fault else nullcontext():
        yield fault.way.value if fault else None


async def visits(url: str, chance: random.Random, seconds: float) -> int:
    """Let readers open pages and change what they show, all at once; return how often they did."""
    pages = [page.url_path for page in PAGES]

    async def read(page: str) -> int:
        async with viewer(url, page) as tab:
            await tab.load()
            for name in chance.sample(sorted(tab.selects), k=min(2, len(tab.selects))):
                await _choose(tab, name, chance)
            await tab.look(seconds)
            return tab.runs

    return sum(await asyncio.gather(*(read(chance.choice(pages)) for _ in range(TABS))))


async def _choose(tab: Viewer, name: str, chance: random.Random) -> None:
    if options := list(tab.selects[name].options)[:12]:
        await tab.choose(name, chance.choice(options))

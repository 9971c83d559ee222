"""Times reading and assessing, in seconds: `python -m tests.bench [--units N --lines N]`.

Without options the example workbook is measured; with them a sheet of that size made in memory.
Prints the median and the extremes of several rounds; nothing here is a test.
"""

import argparse
import random
import statistics
import tempfile
import time
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path
from typing import TypeVar

from lib.assess import assess
from lib.grid import Grid
from lib.sheet import read
from lib.sheet.schema import CRITERIA, PERIODS, PROGRESS, UNITS
from lib.source.workbook import read_workbook
from lib.template.workbook import write_workbook

TODAY = date(2024, 9, 20)
AS_OF = date(2024, 9, 15)
CRITERIA_COUNT = 34

Made = TypeVar("Made")


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m tests.bench", description=__doc__)
    parser.add_argument("--units", type=int, default=0)
    parser.add_argument("--lines", type=int, default=0, help="log lines")
    parser.add_argument("--rounds", type=int, default=9)
    options = parser.parse_args()
    if options.units:
        grids = timed("make the sheet", lambda: large(options.units, options.lines), 1)
    else:
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "example.xlsx"
            write_workbook(path, with_sample=True)
            grids = timed("load the workbook", lambda: read_workbook(path), options.rounds)
    book = timed("read", lambda: read(grids, today=TODAY), options.rounds)
    print(f"  {len(book.entries)} entries, {len(book.problems)} problems")
    timed("assess, first date", lambda: assess(read(grids, today=TODAY), as_of=AS_OF), 1)
    assess(book, as_of=AS_OF)
    timed("assess, another date", lambda: assess(book, as_of=AS_OF), options.rounds)
    timed(
        "read and assess",
        lambda: assess(read(grids, today=TODAY), as_of=AS_OF),
        options.rounds,
    )


def timed(what: str, make: Callable[[], Made], rounds: int) -> Made:
    """Make something several times; print how long it took."""
    seconds = []
    for _ in range(rounds):
        start = time.perf_counter()
        made = make()
        seconds.append(time.perf_counter() - start)
    print(
        f"{what}: median {statistics.median(seconds):.3f} s "
        f"({min(seconds):.3f}–{max(seconds):.3f}, {rounds} rounds)"
    )
    return made


def large(units: int, lines: int) -> tuple[Grid, ...]:
    """Make a sheet of this many units, 34 criteria and 14 reporting periods."""
    chance = random.Random(2024)
    names = [f"Đơn vị {number}" for number in range(units)]
    codes = [f"TC{number:02}" for number in range(1, CRITERIA_COUNT + 1)]
    periods = [f"T{number:02}" for number in range(1, 15)]
    start = date(2024, 1, 1)

    def line() -> tuple:
        code = chance.choice(codes + periods)
        percent = chance.choice((None, 20, 45.5, 0.8, "85%"))
        result = chance.choice(("Đạt", "Đang thực hiện", "Chưa đạt")) if percent is None else None
        day = start + timedelta(days=chance.randrange(258))
        return day, chance.choice(names), code, result, percent, "Báo cáo", None, None

    return (
        grid(UNITS, [(name, "Xã", f"Nhóm {place % 63}") for place, name in enumerate(names)]),
        grid(
            CRITERIA, [(code, "Nhóm", f"Tiêu chí {code}", None, 1, "30/09/2024") for code in codes]
        ),
        grid(PERIODS, [(code, "Tháng", f"Kỳ {code}", date(2024, 9, 10)) for code in periods]),
        grid(PROGRESS, [line() for _ in range(lines)]),
    )


def grid(worksheet: object, rows: list[tuple]) -> Grid:
    """Put rows below a worksheet's heads; a title that is none of ours fails loudly."""
    heads = tuple(column.header for column in worksheet.columns)
    return Grid(worksheet.title, (heads, *rows))


if __name__ == "__main__":
    main()

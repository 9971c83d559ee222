"""Reading and assessing: the district's example and a whole country, beside plain pandas.

The floor is the least a dashboard must do: one frame of the log's rows, and of each unit and code
the last.
"""

import gc
import multiprocessing
import random
import resource
import statistics
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date, timedelta
from functools import partial
from itertools import zip_longest
from pathlib import Path

import pandas as pd

from lib.assess import Assessment, assess
from lib.grid import Grid
from lib.sheet import read
from lib.sheet.schema import CRITERIA, PERIODS, PROGRESS, UNITS, Field, Worksheet
from lib.source.workbook import read_workbook
from lib.template.workbook import write_workbook
from tests.bench.figure import Figure

TODAY = date(2024, 9, 20)
AS_OF = date(2024, 9, 15)
CRITERIA_COUNT = 34
PERIOD_COUNT = 14
COUNTRY = (10_599, 2_000_000)
TOWN = (60, 2_000)

Grids = tuple[Grid, ...]


def figures(*, quick: bool) -> Iterator[Figure]:
    """Measure both; quickly, a town in place of the country."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "example.xlsx"
        write_workbook(path, with_sample=True)
        district = read_workbook(path)
        rounds = 1 if quick else 9
        ours, floor = processor_ms(partial(read_workbook, path), partial(plain_load, path), rounds)
        yield Figure("district: load the workbook", ours, "ms", floor)
    ours, floor = processor_ms(
        partial(assessed, district), partial(plain, log_of(district)), 3 * rounds
    )
    yield Figure("district: read and assess", ours, "ms", floor, goal=10)
    country = large(*(TOWN if quick else COUNTRY))
    log = log_of(country)
    name = "town" if quick else "country"
    ours, floor = peak_mb(partial(assessed, country)), peak_mb(partial(plain, log))
    yield Figure(f"{name}: memory at most", ours, "MB", floor, goal=3)
    rounds = 1 if quick else 3
    ours, floor = processor_ms(partial(assessed, country), partial(plain, log), rounds)
    yield Figure(f"{name}: read and assess", ours, "ms", floor, goal=2)


def assessed(grids: Grids) -> Assessment:
    """Read and assess a sheet, as the app does for its first viewer."""
    return assess(read(grids, today=TODAY), as_of=AS_OF)


def plain(log: Grid) -> pd.DataFrame:
    """Make one frame of the log's rows, and of each unit and code the last."""
    heads, *rows = log.rows
    return pd.DataFrame(rows, columns=heads).groupby([Field.OWNER, Field.CODE]).last()


def log_of(grids: Grids) -> Grid:
    """Take the log, its rows made equally long for pandas."""
    log = next(grid for grid in grids if grid.title == PROGRESS.title)
    columns = zip_longest(*log.rows)
    return replace(log, rows=tuple(zip(*columns, strict=True)))


def plain_load(path: Path) -> dict[str, pd.DataFrame]:
    """Load every worksheet as pandas does."""
    return pd.read_excel(path, sheet_name=None, header=None)


def processor_ms(
    ours: Callable[[], object], floor: Callable[[], object], rounds: int
) -> tuple[float, float]:
    """Give the median processor time of each, made in turn after one round not counted."""
    taken: dict[Callable[[], object], list[float]] = {ours: [], floor: []}
    for _ in range(rounds + 1):
        for make, times in taken.items():
            gc.collect()
            start = time.process_time()
            make()
            times.append(time.process_time() - start)
    mine, theirs = (1000 * statistics.median(times[1:]) for times in taken.values())
    return mine, theirs


def peak_mb(make: Callable[[], object]) -> float:
    """Measure in a process of its own by how much making something raises the peak of memory."""
    fork = multiprocessing.get_context("fork")
    here, there = fork.Pipe()

    def measure() -> None:
        before = _peak_kb()
        make()
        there.send(_peak_kb() - before)

    child = fork.Process(target=measure)
    child.start()
    child.join()
    if child.exitcode:
        raise ChildProcessError(child.exitcode)
    return here.recv() / 1024


def _peak_kb() -> int:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss


def large(units: int, lines: int) -> Grids:
    """Make a sheet of this many units and log lines, 34 criteria and 14 reporting periods."""
    chance = random.Random(2024)
    names = [f"Đơn vị {number}" for number in range(units)]
    codes = [f"TC{number:02}" for number in range(1, CRITERIA_COUNT + 1)]
    periods = [f"T{number:02}" for number in range(1, PERIOD_COUNT + 1)]
    return (
        _grid(UNITS, [(name, "Xã", f"Nhóm {place % 63}") for place, name in enumerate(names)]),
        _grid(
            CRITERIA, [(code, "Nhóm", f"Tiêu chí {code}", None, 1, "30/09/2024") for code in codes]
        ),
        _grid(PERIODS, [(code, "Tháng", f"Kỳ {code}", date(2024, 9, 10)) for code in periods]),
        _grid(PROGRESS, _log(chance, names, codes + periods, lines)),
    )


def _log(chance: random.Random, names: list[str], codes: list[str], lines: int) -> list[tuple]:
    start = date(2024, 1, 1)
    days = (start + timedelta(days=number) for number in chance.choices(range(258), k=lines))
    results = chance.choices(("Đạt", "Đang thực hiện", "Chưa đạt"), k=lines)
    percents = chance.choices((None, 20, 45.5, 0.8, "85%"), k=lines)
    done = zip(results, percents, strict=True)
    return [
        (day, name, code, result if percent is None else None, percent, "Báo cáo", None, None, None)
        for day, name, code, (result, percent) in zip(
            days, chance.choices(names, k=lines), chance.choices(codes, k=lines), done, strict=True
        )
    ]


def _grid(worksheet: Worksheet, rows: list[tuple]) -> Grid:
    heads = tuple(column.header for column in worksheet.columns)
    return Grid(worksheet.title, (heads, *rows))

"""Small but nasty spreadsheets: most rows count, and every oddity of real sheets turns up."""

import random
from dataclasses import dataclass
from datetime import date, timedelta

from hypothesis import strategies as st

from lib.grid import Grid
from lib.sheet import schema
from tests.oracle.mess_cells import Mess
from tests.oracle.mess_logs import log_grids
from tests.oracle.mess_plan import Plan, plan

OTHER_TITLES = [
    "Hướng dẫn", "Nháp", "Tổng hợp", "Tiến độ cũ", "Tien do", "TIEN DO", "Tiêu chí", "tiêu chí",
    "Tiêu chí (2)", "Don vi", "Đơn vị_cũ", "Cơ quan: 2024", "Tham dinh – Tam Đa", "Tiến độ2",
    "Ky bao cao", "Nhiệm vụ khác", "Tien do – Hồng Lạc", "Cau hinh", "Tien \u0189ộ",
]  # fmt: skip


@dataclass(frozen=True)
class Spreadsheet:
    """A generated spreadsheet, the day it is read, and the dates it is assessed on."""

    grids: tuple[Grid, ...]
    today: date
    dates: tuple[tuple[date | None, date | None], ...]
    """As-of and previous dates; None leaves the choice to the spreadsheet."""


def spreadsheet(rng: random.Random) -> Spreadsheet:
    """Make a spreadsheet; the same `rng` makes the same one."""
    mess = Mess(rng, rng.choice([0.0, 0.01, 0.03, 0.03, 0.08]))
    made = plan(mess)
    grids = [*_definition_grids(mess, made), *log_grids(mess, made)]
    if mess.happens(0.3):
        rng.shuffle(grids)
    if mess.oddly(4):
        grids.append(Grid(rng.choice(OTHER_TITLES), mess.pick(grids).rows))
    if mess.oddly():
        grids.append(mess.pick(grids))
    if mess.oddly():
        grids.remove(mess.pick(grids))
    return Spreadsheet(tuple(grids), made.today, _dates(mess, made))


def seeded(seed: int) -> Spreadsheet:
    """Make the spreadsheet of a number, for long runs and for naming a case."""
    return spreadsheet(random.Random(seed))


def spreadsheets() -> st.SearchStrategy[Spreadsheet]:
    """Draw spreadsheets in hypothesis tests; `shrink.shrink` makes a failing one smaller."""
    return st.integers(0, 2**32 - 1).map(seeded)


def _definition_grids(mess: Mess, made: Plan) -> list[Grid]:
    shapes = [schema.SETTINGS, schema.UNITS, schema.AGENCIES]
    shapes += [schema.CRITERIA, schema.TASKS, schema.PERIODS]
    return [
        mess.grid(mess.noisy(shape.title), shape, made.records[shape.title])
        for shape in shapes
        if made.records[shape.title] or shape.required or mess.happens(0.2)
    ]


def _dates(mess: Mess, made: Plan) -> tuple[tuple[date | None, date | None], ...]:
    """Choose dates near those the spreadsheet is about: on the day, a day or a limit away."""
    near = [0] if made.is_steady else [0, 0, 0, 1, -1, 7, -7, 8, -8, 31, 32, -31, 61]

    def some_day() -> date:
        return mess.rng.choice(made.days + made.dues) + timedelta(days=mess.rng.choice(near))

    first, second = sorted([some_day(), some_day()])
    is_previous_given = first < second and mess.happens(0.6)
    return ((None, None), (second, first if is_previous_given else None))

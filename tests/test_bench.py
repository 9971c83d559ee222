"""The bench runs: its floor page draws, its viewer reads pages, its figures are made."""

import asyncio

from tests.bench import core
from tests.bench.live import FIRST_PAGE, app_and_floor, reruns

SOME = (FIRST_PAGE, "den-tin-hieu", "trinh-chieu")
"""The first page, the one with our own component, the one that chooses among slides."""


def test_a_viewer_draws_pages_and_the_floor_and_chooses_there():
    with app_and_floor() as (app, floor):
        for server, page in [(floor, ""), *((app, page) for page in SOME)]:
            made = asyncio.run(reruns(server, page, 1, 0))
            assert len(made.waits) == 2
            assert min(made.bytes_loaded, made.bytes_each) > 0


def test_the_core_is_measured_beside_its_floor():
    made = list(core.figures(quick=True))
    assert all(figure.value and figure.ratio for figure in made)
    assert [figure.met for figure in made if figure.goal is None] == [None]

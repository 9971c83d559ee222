"""The bench runs: its floor page draws, its viewer reads every page, its figures are made."""

import asyncio

from lib.ui.frame import PAGES
from tests.bench import core
from tests.bench.live import app_and_floor, reruns


def test_a_viewer_draws_every_page_and_the_floor_and_chooses_there():
    with app_and_floor() as (app, floor):
        for server, page in [(floor, ""), *((app, page.url_path) for page in PAGES)]:
            made = asyncio.run(reruns(server, page, 1, 0))
            assert len(made.waits) == 2
            assert min(made.bytes_loaded, made.bytes_each) > 0


def test_the_core_is_measured_beside_its_floor():
    made = list(core.figures(quick=True))
    assert all(figure.value and figure.ratio for figure in made)
    assert [figure.met for figure in made if figure.goal is None] == [None]

"""Slides and Tổng quan say the same numbers as the JSON, whatever the date and the filters."""

from collections import Counter

import pandas as pd

from lib import words
from lib.view import overview, slides


def deck(case):
    return slides.deck(case, href=lambda label: "")


def figures(shown) -> list[str]:
    return [figure.value for figure in shown]


def test_key_figures_on_page_and_slide(case, said):
    lights = Counter(unit["light"] for unit in said["units"])
    states = Counter((owed["kind"], owed["state"]) for owed in said["obligations"])
    met = sum(cell["status"] == "met" for cell in said["cells"])
    overdue = sum(states[kind, "overdue"] for kind in ("criterion", "task", "report"))
    on_time = states["report", "done_on_time"]
    due = on_time + states["report", "done_late"] + states["report", "overdue"]
    expected = (
        [str(lights[light]) for light in words.LIGHT_ORDER],
        [
            words.share(met, len(said["cells"])),
            words.count(overdue),
            words.percent(100 * on_time / due if due else None),
        ],
    )
    totals = overview.summary(case.now), overview.summary(case.before)
    page = overview.light_figures(*totals), overview.figures(*totals)
    assert tuple(map(figures, page)) == expected
    assert tuple(map(figures, deck(case)[0].figures)) == expected


def test_ranking_on_the_slides(case, said):
    ranked = [slide for slide in deck(case) if slide.key.startswith("hang-")]
    rows = pd.concat([table.frame for slide in ranked for table in slide.tables])
    assert list(zip(rows["Hạng"], rows["Đạt"], rows["±"], strict=True)) == [
        (
            words.count(unit["rank"]),
            words.share(unit["met"], unit["total"]),
            words.movement(unit["rank_change"]),
        )
        for unit in said["units"]
    ]


def test_red_units_on_the_slides(case, said):
    red = [slide for slide in deck(case) if slide.key.startswith("do-")]
    shown = sum(len(table) for slide in red for table in slide.tables)
    assert shown == sum(unit["light"] == "red" for unit in said["units"])

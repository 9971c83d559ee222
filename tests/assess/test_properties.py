"""What holds for any log: nothing worse looks better, order and the future do not matter."""

from dataclasses import replace
from datetime import date, timedelta

import pandas as pd
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from lib.assess import Assessment, Light, assess
from lib.sheet import Book
from tests.builders import (
    agencies,
    appraisals,
    criteria,
    periods,
    plan,
    progress,
    tasks,
    units,
)

AS_OF = date(2024, 6, 15)
OWNERS = ("Tam Đa", "Đại Phú", "Hồng Lạc", "Hồng Sơn")
CODES = ("TC01", "TC02", "TC03", "NV01", "T05", "T06")
DARKER = [Light.GREEN, Light.GREY, Light.AMBER, Light.RED]

days = st.integers(0, 60).map(lambda n: date(2024, 5, 1) + timedelta(days=n))
places = st.tuples(days, st.sampled_from(OWNERS), st.sampled_from(CODES))
percents = st.sampled_from([0, 5, 40, 80, 99, 100]) | st.integers(2, 100)


def each_day_once(said):
    """Draw log lines of which no two are of one day, owner and code."""
    lines = st.tuples(places, said).map(lambda line: (*line[0], line[1]))
    return st.lists(lines, max_size=14, unique_by=lambda line: line[:3])


logs = each_day_once(percents)
verdicts = each_day_once(st.sampled_from(["Đạt", "Không đạt"]))


def sheet(log, verdicts=(), *, merged=True, completed=None) -> Book:
    return plan(
        units(
            ("Tam Đa", "A"),
            ("Đại Phú", "A"),
            ("Hồng Lạc", "A", "31/5/2024" if merged else None, "Hồng Sơn"),
            ("Hồng Sơn", "A"),
            head="Đơn vị | Nhóm | Hiệu lực đến | Sáp nhập vào",
        ),
        agencies(("Công an huyện",)),
        criteria(
            ("TC01", "x", "10/6/2024", "Có", 1), ("TC02", "x", "31/12/2024", None, 2.5),
            ("TC03", "x", None, None, 1),
            head="Mã | Tiêu chí | Hạn | Bắt buộc | Điểm",
        ),
        tasks(
            ("NV01", "x", "Tất cả đơn vị", "5/6/2024", completed),
            head="Mã | Nhiệm vụ | Chủ trì | Hạn | Ngày hoàn thành",
        ),
        periods(("T05", "x", "10/6/2024"), ("T06", "x", "10/7/2024")),
        progress(
            *((*line, f"khó {line}" if line[3] < 9 else None) for line in log),
            head="Ngày | Đơn vị | Mã | Tiến độ (%) | Khó khăn kiến nghị",
        ),
        appraisals(*verdicts),
    )  # fmt: skip


def same(one: Assessment, other: Assessment, *, places: bool) -> None:
    for name in ("units", "agencies", "cells", "obligations", "obstacles"):
        tables = (getattr(each, name) for each in (one, other))
        if not places:
            tables = (table.drop(columns="row", errors="ignore") for table in tables)
        pd.testing.assert_frame_equal(*tables)


def unordered(assessment: Assessment) -> Assessment:
    """Sort obstacles, which of one day stand in the sheet's order."""
    told = assessment.obstacles.sort_values(["date", "text"], ignore_index=True)
    return replace(assessment, obstacles=told)


def by_unit(assessment: Assessment) -> pd.DataFrame:
    return assessment.units.set_index("unit")


@settings(max_examples=15)
@given(logs.filter(bool), st.just([]) | verdicts, st.data())
def test_a_worse_entry_never_improves_a_light_or_a_rank(log, verdicts, data):
    refused = any(word == "Không đạt" for *_, word in verdicts)
    # What is refused was no progress: there an entry claimed as met says less than an honest 80.
    places_ = [n for n, line in enumerate(log) if line[3] < 100 or not refused]
    assume(places_)
    place = data.draw(st.sampled_from(places_), label="which line is worse")
    day, owner, code, percent = log[place]
    worse = data.draw(st.integers(0, percent), label="its percent")
    lowered = [*log[:place], (day, owner, code, worse if worse != 1 else 0), *log[place + 1 :]]
    before = by_unit(assess(sheet(log, verdicts, merged=False), as_of=AS_OF))
    after = by_unit(assess(sheet(lowered, verdicts, merged=False), as_of=AS_OF))
    assert after["rank"][owner] >= before["rank"][owner]
    assert DARKER.index(after["light"][owner]) >= DARKER.index(before["light"][owner])
    for other in set(OWNERS) - {owner}:
        assert after["light"][other] == before["light"][other]
        assert after["rank"][other] <= before["rank"][other]


@settings(max_examples=10)
@given(logs, verdicts, st.randoms(use_true_random=False))
def test_the_order_of_log_rows_does_not_matter(log, verdicts, random):
    mixed, mixed_verdicts = random.sample(log, len(log)), random.sample(verdicts, len(verdicts))
    one, other = sheet(log, verdicts), sheet(mixed, mixed_verdicts)
    same(*(unordered(assess(book, as_of=AS_OF)) for book in (one, other)), places=False)


@settings(max_examples=10)
@given(logs, verdicts, st.none() | days, days)
def test_as_of_a_past_date_everything_later_is_ignored(log, verdicts, completed, as_of):
    def until(lines):
        return [line for line in sorted(lines) if line[0] <= as_of]

    known = completed if completed and completed <= as_of else None
    whole = sheet(sorted(log), sorted(verdicts), completed=completed)
    past = sheet(until(log), until(verdicts), completed=known)
    same(assess(whole, as_of=as_of), assess(past, as_of=as_of), places=True)


@settings(max_examples=10)
@given(logs, verdicts)
def test_figures_add_up(log, verdicts):
    assessment = assess(sheet(log, verdicts), as_of=AS_OF)
    units_, cells = assessment.units.set_index("unit"), assessment.cells
    counts = pd.crosstab(cells["unit"], cells["status"], dropna=False)
    for status in ("met", "at_risk", "no_data"):
        assert (units_[status] == counts[status].reindex(units_.index)).all()
    assert (units_["total"] == counts.sum(axis=1).reindex(units_.index)).all()
    overdue = assessment.obligations.query("state == 'overdue'").groupby("owner").size()
    assert (units_["overdue"] == overdue.reindex(units_.index, fill_value=0)).all()
    assert units_["progress"].between(0, 100).all()
    assert (units_["met_points"] <= units_["max_points"]).all()
    assert (cells["progress"].fillna(0) == 100).equals(cells["status"] == "met")
    done = assessment.obligations["done"]
    assert (done.isna() | (done <= pd.Timestamp(AS_OF))).all()
    late = assessment.obligations["days_late"].dropna()
    assert (late > 0).all()

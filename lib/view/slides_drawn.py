"""The slides a wall shows as charts: who moved, the rankings, all criteria, the weakest of them."""

import math
from collections.abc import Iterator
from dataclasses import replace
from typing import Final

import pandas as pd

from lib import words
from lib.view import changed, columns, criterion, ranking, wall_criteria, wall_ranks
from lib.view import matrix as lights
from lib.view.charts_wall import wall_chart
from lib.view.columns import saying, screen
from lib.view.marks import alarm, link, plain
from lib.view.narrowing import Shown
from lib.view.overview import Href
from lib.view.sentences import some
from lib.view.slide import Slide, numbered
from lib.view.tables import Table
from lib.view.wall_ranks import MOST_ROWS, Slope
from lib.words import columns as heads
from lib.words import meeting, pages, reasons

MOST_NAMES: Final = 6
LETTERS: Final = 60
_Cohorts = dict[str, pd.DataFrame]


def moved(shown: Shown, href: Href) -> Iterator[Slide]:
    """Show who moved in rank since the earlier meeting; nothing where nobody did."""
    units, changes = shown.now.units, shown.whole_changes.rank_change
    up, down = changed.moves_of(shown.changes, set(units["unit"]))
    if not len(up) + len(down):
        return
    cohorts = ranking.cohorts(units, shown.book.groups)
    told = wall_ranks.slopes(cohorts, shown.whole_before, shown.book, changes)
    most = MOST_ROWS if len(told) < 2 else MOST_ROWS // math.ceil(len(told) / 2)
    small = sum(slope.lines for slope in told[1:]) <= MOST_ROWS - 2 * len(told)
    kept = [wall_ranks.movers(slope, MOST_ROWS if small else most) for slope in told]
    title = meeting.MOVED_TITLE.format(
        day=words.day(shown.previous), up=words.count(len(up)), down=words.count(len(down))
    )
    cut = any(new.lines < old.lines for new, old in zip(kept, told, strict=True))
    days = words.day_month(shown.previous), words.day_month(shown.as_of)
    yield Slide(
        "len-xuong-1",
        title,
        tables=tuple(_moves(slope, href) for slope in told if any(way[2] for way in slope.ways)),
        text=" ".join(_explained(kept, cut=cut)) or None,
        chart=wall_chart(wall_ranks.slope_drawing(kept, *days)),
    )


def _explained(told: list[Slope], *, cut: bool) -> Iterator[str]:
    if any(way[2] is None for slope in told for way in slope.ways):
        yield meeting.MERGED_MARK
    if cut:
        yield meeting.MOVERS_ONLY


def _moves(slope: Slope, href: Href) -> Table:
    """List who moved in one cohort: from which rank to which."""
    rows = [
        (slope.then[then], slope.now[now], places) for then, now, places in slope.ways if places
    ]
    rows.sort(key=lambda row: -row[2])
    shown = (
        replace(
            columns.unit_links(href),
            figure=lambda row: link(row[1].label, href(row[1].label)),
        ),
        saying(meeting.RANK_THEN, lambda row: words.count(row[0].rank), "whole"),
        saying(meeting.RANK_NOW, lambda row: words.count(row[1].rank), "whole"),
        saying(heads.MOVEMENT, lambda row: words.movement(row[2]), "whole"),
    )
    return screen(rows, shown, title=meeting.MOVES_TABLE.format(group=slope.group))


def ranked(shown: Shown, href: Href) -> Iterator[Slide]:
    """Show each cohort as bars, small ones together; a long one goes on over several slides."""
    units = ranking.with_moves(shown.now.units, shown.changes.rank_change)
    units = units.join(ranking.needed(shown.now), on="unit")
    cohorts, whole = ranking.cohorts(units, shown.book.groups), shown.whole.units
    found = {group: ranking.finding(group, whole[whole["group"] == group]) for group in cohorts}
    names = list(cohorts)
    for together in _packed(cohorts):
        number = names.index(together[0]) + 1
        if len(together) > 1:
            members = {found[group]: cohorts[group] for group in together}
            title = meeting.RANKING_OF.format(groups=reasons.LIST.join(together))
            tables = tuple(_ranks(cohorts[group], group, 1, href) for group in together)
            yield _bars(f"hang-{number}-1", title, members, tables)
            continue
        (group,) = together
        chunks = _split(cohorts[group])
        for part, units_shown in enumerate(chunks):
            title = numbered(found[group], part, len(chunks))
            table = _ranks(units_shown, group, part + 1, href)
            yield _bars(f"hang-{number}-{part + 1}", title, {group: units_shown}, (table,))


def _bars(key: str, title: str, members: _Cohorts, tables: tuple[Table, ...]) -> Slide:
    return Slide(key, title, tables=tables, chart=wall_chart(wall_ranks.bars(members)))


def _ranks(units: pd.DataFrame, group: str, part: int, href: Href) -> Table:
    met = replace(columns.MET, head=heads.MET_ALONE)
    listed = (columns.RANK, columns.unit_links(href), columns.LIGHT, met, columns.MOVEMENT)
    return columns.screen(units, listed, title=meeting.RANKING_TABLE.format(group=group, part=part))


def _packed(cohorts: _Cohorts) -> list[list[str]]:
    """Put neighbours on one slide that fill no more than half of it each and fit together."""
    packed: list[list[str]] = []
    room = 0
    for group, units in cohorts.items():
        lines = len(units) + 1
        small = lines <= MOST_ROWS // 2
        if packed and small and lines <= room:
            packed[-1].append(group)
            room -= lines
        else:
            packed.append([group])
            room = MOST_ROWS - lines if small else 0
    return packed


def _split(units: pd.DataFrame) -> list[pd.DataFrame]:
    size = math.ceil(len(units) / math.ceil(len(units) / MOST_ROWS))
    return [units.iloc[first : first + size] for first in range(0, len(units), size)]


def matrix(shown: Shown) -> Iterator[Slide]:
    """Show every criterion against every unit; as a list, who is late on each."""
    now = shown.now
    if now.cells.empty:
        return
    columns_shown = (
        saying(heads.CRITERION, lambda row: plain(row[0])),
        saying(heads.MET_ALONE, lambda row: row[1], "whole"),
        saying(heads.OVERDUE, lambda row: alarm(len(row[2])), "whole"),
        saying(
            meeting.WHO,
            lambda row: some(map(plain, row[2]), MOST_NAMES, pages.MORE_UNITS, slack=1),
        ),
    )
    told = wall_criteria.late_on(now, LETTERS)
    some_only = len(now.units) > wall_criteria.MOST_UNITS or len(told) > wall_criteria.MOST_CRITERIA
    yield Slide(
        "den-tin-hieu-1",
        lights.finding(now, agency=shown.filters.agency),
        tables=(screen(told, columns_shown, title=meeting.MATRIX_TABLE),),
        text=meeting.WORST_ONLY if some_only else None,
        chart=wall_chart(wall_criteria.matrix(now)),
    )


def weakest(shown: Shown, href: Href) -> Iterator[Slide]:
    """Show the criteria that the fewest units have, and how the others stand on them."""
    listed = criterion.standings(shown.now)
    listed = listed[listed["met"] < listed["total"]].reset_index(drop=True)
    if listed.empty:
        return
    shown_criteria = listed.head(wall_criteria.MOST_WEAK)
    table = criterion.criteria_table(shown_criteria, href=lambda code: "", agency_href=href)
    yield Slide(
        "tieu-chi-yeu-1",
        criterion.finding(listed),
        tables=(table,),
        chart=wall_chart(wall_criteria.weakest(listed)),
    )

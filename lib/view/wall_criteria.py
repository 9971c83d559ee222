"""Criteria on the wall: the weakest with how the units stand, and all of them against all units."""

from typing import Any, Final

import pandas as pd

from lib import words
from lib.assess import Assessment, Status
from lib.view import criterion
from lib.view.marks import APPRAISED, STATUSES, of_status
from lib.view.matrix import worst_units
from lib.view.sentences import shortened
from lib.view.tables import records
from lib.view.wall import (
    HEIGHT,
    LARGEST,
    WIDTH,
    Drawing,
    Line,
    Rect,
    Words,
    cut,
    size_for,
    together,
)
from lib.words import columns as heads

MOST_WEAK: Final = 12
MOST_UNITS: Final = 45
MOST_CRITERIA: Final = 24
"""So many columns and rows can still be told apart from the back of a room."""

_ORDER: Final = (
    Status.MET,
    Status.ON_TRACK,
    Status.AT_RISK,
    Status.NO_DATA,
    Status.OVERDUE,
)
_FOOT: Final = 44.0
_SHARES: Final = (640.0, 1480.0)
_NAMES: Final = 500.0
_TOP: Final = 176.0
_SUM: Final = 90.0
_CLOSE: Final = 0.84
"""The size of words as a part of a row's height, where rows are many and their grounds part them."""
_SOLID: Final = 0.95
_PALE: Final = 0.28


def weakest(listed: pd.DataFrame) -> Drawing:
    """Draw the units by status on each criterion listed (`criterion.standings`), first on top."""
    weak = records(listed.head(MOST_WEAK))
    pitch = (HEIGHT - _FOOT) / max(len(weak), 1)
    size = size_for(0.8 * pitch)
    drawn = [_shares(row, number * pitch, pitch, size) for number, row in enumerate(weak)]
    return together([*drawn, _legend(_ORDER, HEIGHT - _FOOT / 2)])


def _shares(row: Any, y: float, pitch: float, size: float) -> Drawing:
    left, right = _SHARES
    middle, x = y + pitch / 2, left
    rects, said = [], []
    for status in _ORDER:
        number = int(getattr(row, status.value))
        if not number:
            continue
        mark, width = words.STATUS[status], (right - left) * number / row.total
        rects.append(
            Rect(x, y + 0.12 * pitch, width - 2, 0.76 * pitch, mark.tone, _opacity(status))
        )
        text = f"{mark.shape} {words.count(number)}"
        if len(text) * 0.62 * size > width:
            text = words.count(number)
        said.append(Words(x + width / 2, middle, text, size, "center"))
        x += width
    name = cut(criterion.name(row.code, row.title), size=size, width=left - 20)
    said.append(Words(0, middle, name, size))
    share = words.share(row.met, row.total)
    said.append(Words(WIDTH - 10, middle, share, size, "right", bold=True))
    return Drawing(rects=tuple(rects), words=tuple(said))


def _opacity(status: Status) -> float:
    return 0.55 if status == Status.OVERDUE else _PALE


def _legend(order: tuple[Any, ...], y: float) -> Drawing:
    said, x, size = [], 0.0, 22.0
    for status in order:
        mark = STATUSES[status]
        said.append(Words(x, y, mark.shape, size, tone=mark.tone, bold=True))
        said.append(Words(x + 34, y, mark.word, size))
        x += 80 + 0.56 * size * len(mark.word)
    return Drawing(words=tuple(said))


def shown_units(units: pd.DataFrame) -> pd.DataFrame:
    """Return the units there is room for: all, else those with most overdue, in their order."""
    return worst_units(units, MOST_UNITS)


def shown_criteria(listed: pd.DataFrame, codes: list[str]) -> pd.DataFrame:
    """Return the criteria there is room for, in the order of the codes: all, else the weakest."""
    there = listed.head(MOST_CRITERIA).set_index("code", drop=False)
    return there.loc[[code for code in codes if code in there.index]]


def matrix(assessment: Assessment) -> Drawing:
    """Draw criteria against units, a mark a cell, with how many units have each at the end."""
    listed = criterion.standings(assessment)
    criteria = records(shown_criteria(listed, assessment.items["code"].tolist()))
    units = records(shown_units(assessment.units))
    pitch = min((HEIGHT - _TOP - _FOOT) / max(len(criteria), 1), 60.0)
    width = (WIDTH - _NAMES - _SUM) / max(len(units), 1)
    size = min(_CLOSE * pitch, LARGEST)
    place = {unit.unit: _NAMES + number * width for number, unit in enumerate(units)}
    line = {row.code: _TOP + number * pitch for number, row in enumerate(criteria)}
    cells = [
        _cell(cell, place[cell.unit], line[cell.code], width, pitch)
        for cell in records(assessment.cells)
        if cell.unit in place and cell.code in line
    ]
    rows = tuple(
        word
        for row in criteria
        for word in (
            Words(0, line[row.code] + pitch / 2, _name(row, size), size),
            Words(
                WIDTH - 8,
                line[row.code] + pitch / 2,
                words.share(row.met, row.total),
                size,
                "right",
                bold=True,
            ),
        )
    )
    head = Words(WIDTH - 8, _TOP - 16, heads.MET_ALONE, 20, "right")
    order = (Status.OVERDUE, *_ORDER[2:4], Status.ON_TRACK, Status.MET, APPRAISED)
    return together(
        [
            _heads(units, place, width, len(criteria) * pitch),
            *cells,
            Drawing(words=(*rows, head)),
            _legend(order, HEIGHT - _FOOT / 2),
        ]
    )


def _name(row: Any, size: float) -> str:
    return cut(criterion.name(row.code, row.title), size=size, width=_NAMES - 14)


def _heads(units: list[Any], place: dict[str, float], width: float, height: float) -> Drawing:
    size = min(0.62 * width, 24.0)
    said, lines, group = [], [], None
    for unit in units:
        mark, x = words.LIGHT[unit.light], place[unit.unit]
        said.append(
            Words(x + width / 2, _TOP - 14, mark.shape, size, "center", mark.tone, bold=True)
        )
        label = cut(unit.label, size=size, width=_TOP - 40)
        said.append(Words(x + width / 2, _TOP - 32, label, size, upright=True))
        if group is not None and unit.group != group:
            lines.append(Line(x - 1, 0, x - 1, _TOP + height, "grey", 3))
        group = unit.group
    return Drawing(lines=tuple(lines), words=tuple(said))


def _cell(cell: Any, x: float, y: float, width: float, pitch: float) -> Drawing:
    status = of_status(cell.status, appraised=cell.appraised)
    mark = STATUSES[status]
    if cell.status == Status.NOT_APPLICABLE:
        return Drawing()
    late = cell.status == Status.OVERDUE
    ground = Rect(x + 1, y + 1, width - 2, pitch - 2, mark.tone, _SOLID if late else _PALE)
    # What is overdue is a filled field: the only one, so that it is what the eye finds.
    size = min(0.72 * pitch, 0.5 * width)
    shape = Words(x + width / 2, y + pitch / 2, mark.shape, size, "center", mark.tone, bold=True)
    return Drawing(rects=(ground,), words=() if late else (shape,))


def late_on(assessment: Assessment, letters: int) -> list[tuple[str, str, list[str]]]:
    """Tell of each criterion, as the sheet has it, its name, its share, and who is late on it."""
    cells = assessment.cells
    told = dict(zip(assessment.units["unit"], assessment.units["label"], strict=True))
    overdue = cells[cells["status"] == Status.OVERDUE]
    late = overdue["unit"].map(told).groupby(overdue["code"], observed=True).agg(list).to_dict()
    counts = criterion.standings(assessment).set_index("code", drop=False)
    ordered = [code for code in assessment.items["code"] if code in counts.index]
    return [
        (
            shortened(criterion.name(row.code, row.title), letters),
            words.share(row.met, row.total),
            late.get(row.code, []),
        )
        for row in records(counts.loc[ordered])
    ]

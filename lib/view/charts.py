"""Charts, the only place that draws: every bar and line named by direct labels, no legend.

Colours come from the theme: a chart names a tone, and the theme's `chartCategoricalColors`, which
are the palette's fills in their order, give it the colour of the reader's light or dark screen.
"""

from typing import Any, Final

import altair as alt
import pandas as pd

from lib import words
from lib.view import palette
from lib.view.tables import records
from lib.words import columns, criterion, pages

FONT_SIZE: Final = 16
PERCENTS: Final[dict[str, Any]] = {"values": [0, 25, 50, 75, 100], "labelExpr": "datum.value + '%'"}


def trend_chart(trend: pd.DataFrame, *, total: int) -> alt.LayerChart:
    """Draw criteria met over the year; `trend` has date and met, one row a date."""
    up = alt.Scale(domain=[0, total])
    return _line(trend, "met", scale=up, told=pages.TREND_AXIS, height=120)


def units_met_chart(points: pd.DataFrame) -> alt.LayerChart:
    """Draw how many units met one criterion from date to date (date, met, total)."""
    up = alt.Scale(domain=[0, max(int(points["total"].max()), 1)])
    return _line(points, "met", scale=up, told=criterion.TREND_AXIS, height=120)


def rank_chart(points: pd.DataFrame, *, last: int) -> alt.LayerChart:
    """Draw ranks (date, rank) as a line; `last` is the lowest rank there can be."""
    down = alt.Scale(domain=[max(last, 2), 1], nice=False, padding=20)
    return _line(points, "rank", scale=down, told=columns.RANK, height=220)


def _line(
    points: pd.DataFrame, figure: str, *, scale: alt.Scale, told: str, height: int
) -> alt.LayerChart:
    """Draw a figure from date to date; `told` names it to who points at it."""
    line = pd.DataFrame(
        {
            figure: points[figure].astype(int),
            "label": [words.count(value) for value in points[figure]],
            "day": [words.day(day) for day in points["date"]],
            "tick": [words.day_month(day) for day in points["date"]],
            "tone": "blue",
        }
    )
    days = in_order(line["tick"])
    base = alt.Chart(line).encode(
        x=alt.X("tick:O", sort=None, title=None, axis=_axis(labelAngle=0), scale=days),
        y=alt.Y(f"{figure}:Q", title=None, axis=None, scale=scale),
        color=tone_colour(),
        tooltip=[alt.Tooltip("day:N", title=columns.DAY), alt.Tooltip("label:N", title=told)],
    )
    drawn = base.mark_line(strokeWidth=3, point={"size": 60, "filled": True})
    labels = base.mark_text(dy=-14, fontSize=FONT_SIZE).encode(text="label:N", color=text_colour())
    return _plain(alt.layer(drawn, labels), height=height)


def in_order(names: pd.Series) -> alt.Scale:
    """Fix the order of names; a chart drawn before keeps its own when only its data change."""
    return alt.Scale(domain=list(dict.fromkeys(names)))


def ranking_bars(units: pd.DataFrame, rank_change: pd.Series | None) -> pd.DataFrame:
    """Return a bar a unit: its name, its lengths in percent, its tone, the figures beside it."""
    listed = records(units)
    moves: list[tuple[str, ...]] = [()] * len(listed)
    if rank_change is not None:
        moves = [(words.movement(places),) for places in rank_change.reindex(units["unit"])]
    met = [100 * row.met_points / row.max_points if row.max_points else 0.0 for row in listed]
    progress = units["progress"].fillna(0.0).astype(float).tolist()
    figures = [
        " · ".join((words.share(row.met, row.total), words.percent(row.progress), *move))
        for row, move in zip(listed, moves, strict=True)
    ]
    return pd.DataFrame(
        {
            "row": [
                f"{words.count(row.number)}. {row.label} {words.LIGHT[row.light].shape}"
                for row in listed
            ],
            "met": met,
            "progress": progress,
            "end": [max(pair) for pair in zip(met, progress, strict=True)],
            "tone": [words.LIGHT[row.light].tone for row in listed],
            "figures": figures,
        }
    )


def tone_colour() -> alt.Color:
    """Colour marks by the column `tone`, which names tones of the palette."""
    domain = [*palette.FILLS, palette.TEXT]
    return alt.Color("tone:N", scale=alt.Scale(domain=domain), legend=None)


def text_colour() -> alt.ColorDatum:
    """Colour marks like the text around the chart, in a layer beside one of `tone_colour`."""
    return alt.ColorDatum(palette.TEXT)


def _axis(**options: Any) -> alt.Axis:
    kept = {"labelOverlap": False} | options
    return alt.Axis(labelFontSize=FONT_SIZE, domain=False, ticks=False, **kept)


def _plain(chart: Any, *, height: int) -> alt.LayerChart:
    # Vega would describe every mark in English; the page gives one description in Vietnamese.
    silent = chart.properties(height=height).configure(aria=False).configure_mark(aria=False)
    return silent.configure_view(strokeWidth=0)

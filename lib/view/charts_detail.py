"""The chart of one unit's rank over time: high ranks on top, each point labelled."""

import altair as alt
import pandas as pd

from lib import words
from lib.view.charts import FONT_SIZE, in_order, text_colour, tone_colour
from lib.words import detail


def rank_chart(points: pd.DataFrame, *, last: int) -> alt.LayerChart:
    """Draw ranks (date, rank) as a line; `last` is the lowest rank there can be."""
    line = pd.DataFrame(
        {
            "rank": points["rank"].astype(int),
            "label": [words.count(rank) for rank in points["rank"]],
            "day": [words.day(day) for day in points["date"]],
            "tick": [words.day_month(day) for day in points["date"]],
            "tone": "blue",
        }
    )
    axis = alt.Axis(
        labelFontSize=FONT_SIZE, labelAngle=0, domain=False, ticks=False, labelOverlap=False
    )
    base = alt.Chart(line).encode(
        x=alt.X("tick:O", sort=None, title=None, axis=axis, scale=in_order(line["tick"])),
        y=alt.Y(
            "rank:Q",
            title=None,
            axis=None,
            scale=alt.Scale(domain=[max(last, 2), 1], nice=False, padding=20),
        ),
        color=tone_colour(),
        tooltip=[
            alt.Tooltip("day:N", title=detail.DAY),
            alt.Tooltip("label:N", title=detail.RANK_AXIS),
        ],
    )
    points_drawn = base.mark_line(strokeWidth=3, point={"size": 60, "filled": True})
    labels = base.mark_text(dy=-14, fontSize=FONT_SIZE).encode(text="label:N", color=text_colour())
    chart = alt.layer(points_drawn, labels).properties(height=220)
    # The chart's own text alternative says it all; Vega's would name each part in English.
    silent = chart.configure(aria=False).configure_mark(aria=False)
    return silent.configure_view(strokeWidth=0)

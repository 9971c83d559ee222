"""The ranking chart on paper: black on white, a typeface that is always there, no legend."""

from typing import Any, Final

import altair as alt
import pandas as pd

from lib.view import palette
from lib.view.charts import PERCENTS, ranking_bars

TYPEFACE: Final = "DejaVu Sans, Liberation Sans"
"""The first has every Vietnamese letter; where it is missing, the converter brings the second."""

MOST_LETTERS: Final = 40
_ROW: Final = 24
_SIZE: Final = 13


def printed_ranking(units: pd.DataFrame, *, width: int) -> alt.LayerChart:
    """Draw a bar a unit: its share of points in the colour of its light, progress paler behind.

    `units` has `rank_change`; the bars are so many pixels wide at 100%.
    """
    bars = _bars(units)
    base = alt.Chart(bars, height=_ROW * len(bars), width=width).encode(
        y=alt.Y("place:O", axis=None),
        color=alt.Color("colour:N", scale=None),
    )
    share = alt.Scale(domain=[0, 100])
    letters: dict[str, Any] = {
        "labelFont": TYPEFACE,
        "labelFontSize": _SIZE,
        "labelColor": "#000000",
    }
    percents = alt.Axis(title=None, domain=False, ticks=False, **PERCENTS, **letters)
    behind = base.mark_bar(opacity=0.3).encode(x=alt.X("progress:Q", scale=share, axis=percents))
    met = base.mark_bar(height={"band": 0.45}).encode(x="met:Q")
    told = base.mark_text(align="left", dx=6, fontSize=_SIZE, font=TYPEFACE)
    told = told.encode(x="end:Q", text="figures:N", color=alt.value("#000000"))
    # Names are marks, not the axis's labels: two units may share one.
    names = base.mark_text(align="right", dx=-6, fontSize=_SIZE, font=TYPEFACE)
    names = names.encode(x=alt.value(0), text="row:N", color=alt.value("#000000"))
    layers = alt.layer(behind, met, told, names).properties(background="#FFFFFF")
    return layers.configure_view(strokeWidth=0)


def _bars(units: pd.DataFrame) -> pd.DataFrame:
    named = units.assign(number=units["rank"], label=units["label"].map(_short))
    bars = ranking_bars(named, units.set_index("unit")["rank_change"])
    return bars.assign(place=range(len(bars)), colour=bars["tone"].map(palette.FILLS))


def _short(label: str) -> str:
    return label if len(label) <= MOST_LETTERS else f"{label[: MOST_LETTERS - 1]}…"

"""The ranking chart on paper: black on white, a typeface that is always there, no legend."""

from typing import Any, Final

import altair as alt
import pandas as pd

from lib import words
from lib.assess import Light
from lib.view import palette

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
    behind = base.mark_bar(opacity=0.3).encode(x=alt.X("progress:Q", scale=share, axis=_percents()))
    met = base.mark_bar(height={"band": 0.45}).encode(x="met:Q")
    told = base.mark_text(align="left", dx=6, fontSize=_SIZE, font=TYPEFACE)
    told = told.encode(x="end:Q", text="figures:N", color=alt.value("#000000"))
    # Names are marks, not the axis's labels: two units may share one.
    names = base.mark_text(align="right", dx=-6, fontSize=_SIZE, font=TYPEFACE)
    names = names.encode(x=alt.value(0), text="row:N", color=alt.value("#000000"))
    layers = alt.layer(behind, met, told, names).properties(background="#FFFFFF")
    return layers.configure_view(strokeWidth=0)


def _bars(units: pd.DataFrame) -> pd.DataFrame:
    met = (100 * units["met_points"] / units["max_points"].where(units["max_points"] > 0)).fillna(0)
    progress = units["progress"].fillna(0.0)
    rows: list[Any] = list(units.itertuples())
    return pd.DataFrame(
        {
            "place": range(len(rows)),
            "row": [_name(row.rank, row.label, row.light) for row in rows],
            "met": met.to_numpy(float),
            "progress": progress.to_numpy(float),
            "end": pd.concat([met, progress], axis=1).max(axis=1).to_numpy(float),
            "colour": [palette.LIGHT_THEME.fills[palette.TONE_OF_LIGHT[row.light]] for row in rows],
            "figures": [
                f"{words.share(row.met, row.total)} · {words.percent(row.progress)}"
                f" · {words.movement(row.rank_change)}"
                for row in rows
            ],
        }
    )


def _name(rank: Any, label: str, light: str) -> str:
    short = label if len(label) <= MOST_LETTERS else f"{label[: MOST_LETTERS - 1]}…"
    place = words.BLANK if pd.isna(rank) else f"{rank}"
    return f"{place}. {short} {words.LIGHT_SHAPE[Light(light)]}"


def _percents() -> alt.Axis:
    return alt.Axis(
        title=None,
        domain=False,
        ticks=False,
        values=[0, 25, 50, 75, 100],
        labelExpr="datum.value + '%'",
        labelFont=TYPEFACE,
        labelFontSize=_SIZE,
        labelColor="#000000",
    )

"""Draws what stands on the wall; the slide scales it as one picture, on paper too."""

from dataclasses import astuple, fields
from typing import Any

import altair as alt
import pandas as pd

from lib.view import wall
from lib.view.charts import tone_colour
from lib.view.wall import Drawing, Line, Rect, Words


def wall_chart(drawing: Drawing) -> alt.LayerChart:
    """Draw the canvas in the colours of the reader's light or dark screen."""
    rects = _base(drawing.rects, Rect).mark_rect(cornerRadius=2)
    lines = _base(drawing.lines, Line).mark_rule(strokeCap="round")
    layers: list[Any] = [
        rects.transform_calculate(x2="datum.x + datum.width", y2="datum.y + datum.height").encode(
            **_box(), opacity=_plain("opacity")
        ),
        lines.encode(**_box(), opacity=_plain("opacity"), strokeWidth=_plain("width")),
    ]
    kinds = dict.fromkeys((word.align, word.bold, word.upright) for word in drawing.words)
    for align, bold, upright in kinds:
        kind = (align, bold, upright)
        said = [word for word in drawing.words if (word.align, word.bold, word.upright) == kind]
        mark = _base(said, Words).mark_text(
            align=align,
            baseline="middle",
            fontWeight=600 if bold else 400,
            angle=270 if upright else 0,
        )
        layers.append(
            mark.encode(x=_at("x"), y=_at("y"), text="text:N", size=_plain("size"), color=_tone())
        )
    whole = alt.layer(*layers).properties(width=wall.WIDTH, height=wall.HEIGHT)
    silent = whole.configure(aria=False, padding=0, autosize={"type": "none"})
    return silent.configure_mark(aria=False).configure_view(strokeWidth=0)


def _base(marks: Any, kind: type) -> alt.Chart:
    names = [field.name for field in fields(kind)]
    return alt.Chart(pd.DataFrame([astuple(mark) for mark in marks], columns=names))


def _box() -> dict[str, Any]:
    return {"x": _at("x"), "y": _at("y"), "x2": "x2:Q", "y2": "y2:Q", "color": _tone()}


def _at(axis: str) -> Any:
    """Place marks as they say, from the canvas's upper left corner."""
    most = wall.WIDTH if axis == "x" else wall.HEIGHT
    scale = alt.Scale(domain=[0, most], range=[0, most], nice=False, zero=False)
    return (alt.X if axis == "x" else alt.Y)(f"{axis}:Q", axis=None, scale=scale)


def _plain(name: str) -> Any:
    channels = {"opacity": alt.Opacity, "width": alt.StrokeWidth, "size": alt.Size}
    return channels[name](f"{name}:Q", scale=None, legend=None)


def _tone() -> alt.Color:
    return tone_colour()

"""What is drawn beside the text of a table's cells, as styles: lengths and tones, never a cell's text.

A cell's style says how long and where, drawn.css how that looks: what is sorted, printed or read on
a phone keeps its drawings without a script.
"""

from functools import cache
from pathlib import Path
from typing import Any, Final
from urllib.parse import quote

import pandas as pd
import streamlit as st

from lib.view import palette
from lib.view.tables import Bar, Line, Table

MARK: Final = "drawn"
"""What the key of a table with drawings holds; the style sheet goes by it."""
SHEET: Final = Path(__file__).with_name("drawn.css")
_WIDTH, _HEIGHT, _EDGE = 80, 20, 3
_PALE: Final = "55"
"""How much of its tone a paler bar has, as the end of a colour's digits."""


def with_drawings(frame: pd.DataFrame, table: Table) -> Any:
    """Return the frame, which is the table's or its first rows, with what is drawn in them."""
    if not table.drawn:
        return frame
    styles = pd.DataFrame("", frame.index, frame.columns)
    drawn = {head: list(map(_style, cells[: len(frame)])) for head, cells in table.drawn.items()}
    return frame.style.apply(lambda _: styles.assign(**drawn), axis=None)


def _style(drawn: Bar | Line | None) -> str:
    if drawn is None:
        return ""
    told = _bar(drawn) if isinstance(drawn, Bar) else _line(drawn)
    return "; ".join(f"{name}: {value}" for name, value in ({"--drawn": "''"} | told).items())


def _bar(bar: Bar) -> dict[str, str]:
    lengths = ((bar.tone, bar.front, 50), (f"{bar.tone}-pale", bar.behind, 100))
    fills = (
        f"linear-gradient(var(--tone-{tone}), var(--tone-{tone})) 0 / {length:.1f}% {height}% no-repeat"
        for tone, length, height in lengths
    )
    crossed = {} if bar.mark is None else {"--stroke": "''", "--mark": f"{bar.mark:.1f}%"}
    sizes = {"--beside": "grid", "--sizes": "3.1em 1fr", "--whole": "100%", "--wide": "34%"}
    return sizes | {"--least": "8.5rem", "--fill": ", ".join(fills)} | crossed


def _line(line: Line) -> dict[str, str]:
    shape = f'url("data:image/svg+xml,{quote(_svg(line))}") left center / contain no-repeat'
    return {
        "--beside": "inline-grid",
        "--sizes": "3.5em 4em",
        "--sizes-below": "4em",
        "--below": "2 / 1",
        "--height": "0.8em",
        "--leading": "1.15",
        "--fill": "var(--tone-blue)",
        "--shape": shape,
    }


def _svg(line: Line) -> str:
    """Draw a line that ends in a dot; its shape alone counts, the style sheet gives the colour."""
    wide, high = _WIDTH - 2 * _EDGE, _HEIGHT - 2 * _EDGE
    points = [(_EDGE + wide * x, _EDGE + high * y) for x, y in line.points]
    told = " ".join(f"{x:.1f},{y:.1f}" for x, y in points)
    x, y = points[-1]
    return (
        f"<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 {_WIDTH} {_HEIGHT}'>"
        f"<polyline points='{told}' fill='none' stroke='#000' stroke-width='2'/>"
        f"<circle cx='{x:.1f}' cy='{y:.1f}' r='3'/></svg>"
    )


@cache
def style_sheet() -> str:
    """Return the rules for what is drawn, in the colours of the reader's light or dark screen."""
    light, dark = map(_colours, ("light", "dark"))
    both = {name: f"light-dark({colour},{dark[name]})" for name, colour in light.items()}
    return (
        f"{_rule(light)}@supports (color:light-dark(#000,#fff)){{@media screen{{{_rule(both)}}}}}"
        f"{SHEET.read_text('utf-8')}"
    )


def _colours(theme: str) -> dict[str, str]:
    tones = (*palette.FILLS, palette.TEXT)
    told = dict(zip(tones, st.get_option(f"theme.{theme}.chartCategoricalColors"), strict=True))
    pale = {f"{tone}-pale": f"{colour}{_PALE}" for tone, colour in told.items()}
    return told | pale | {"paper": st.get_option(f"theme.{theme}.backgroundColor")}


def _rule(colours: dict[str, str]) -> str:
    return f".stApp{{{''.join(f'--tone-{name}:{colour};' for name, colour in colours.items())}}}"

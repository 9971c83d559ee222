"""The one palette: safe for colour blindness, AA on light and dark; colour never stands alone.

The colours of screens stand in .streamlit/config.toml, light and dark; these are those of paper.
"""

from typing import Final

FILLS: Final = {
    "green": "#1B8A63",
    "amber": "#C98500",
    "red": "#C62F2B",
    "grey": "#7F8B99",
    "blue": "#2B6CB8",
}
"""The light theme's colour of each tone, for bars and cells."""

WARNING: Final = "B01E1E"
"""The light theme's red text, without a hash sign."""

TEXT: Final = "text"
"""The themes' `chartCategoricalColors` are the fills in this order, then the text's colour."""

_PALE: Final = 0.22


def tint(tone: str) -> str:
    """Return a tone's fill as a pale ground for paper, as six digits without a hash sign."""
    fill = FILLS[tone].lstrip("#")
    parts = (int(fill[place : place + 2], 16) for place in (0, 2, 4))
    return "".join(f"{round(255 + (part - 255) * _PALE):02X}" for part in parts)


MARKDOWN_COLOUR: Final = {
    "green": "green",
    "amber": "orange",
    "red": "red",
    "grey": "gray",
    "blue": "blue",
}
"""What each tone is called in Streamlit's Markdown; the theme gives it the colours above."""

"""The one palette: safe for colour blindness, AA on light and dark; colour never stands alone."""

from dataclasses import dataclass
from typing import Final

from lib.assess import Light, State, Status


@dataclass(frozen=True, slots=True)
class Theme:
    """The colours of one appearance: surfaces, text tones, and fills for bars and cells."""

    background: str
    surface: str
    text: str
    text_tones: dict[str, str]
    fills: dict[str, str]


LIGHT_THEME: Final = Theme(
    background="#FFFFFF",
    surface="#F2F5F9",
    text="#16202C",
    text_tones={
        "green": "#0F6B4A",
        "amber": "#8A5200",
        "red": "#B01E1E",
        "grey": "#556170",
        "blue": "#17508F",
    },
    fills={
        "green": "#1B8A63",
        "amber": "#C98500",
        "red": "#C62F2B",
        "grey": "#7F8B99",
        "blue": "#2B6CB8",
    },
)
DARK_THEME: Final = Theme(
    background="#0F1620",
    surface="#1A2430",
    text="#E9EEF4",
    text_tones={
        "green": "#5FD3A4",
        "amber": "#F3BC4E",
        "red": "#FF8A7E",
        "grey": "#A9B6C4",
        "blue": "#7FB4F0",
    },
    fills={
        "green": "#37B586",
        "amber": "#EBAE34",
        "red": "#F0655B",
        "grey": "#A3AFBD",
        "blue": "#5C9BE0",
    },
)

FILL_ORDER: Final = ("green", "amber", "red", "grey", "blue")
TEXT: Final = "text"
"""The theme's `chartCategoricalColors` are the fills in this order, then the text's colour."""


def categories(theme: Theme) -> list[str]:
    """Return what a theme's `chartCategoricalColors` are: the fills in order, then the text."""
    return [*(theme.fills[tone] for tone in FILL_ORDER), theme.text]


_PALE: Final = 0.22


def tint(tone: str) -> str:
    """Return a tone's fill as a pale ground for paper, as six digits without a hash sign."""
    fill = LIGHT_THEME.fills[tone].lstrip("#")
    parts = (int(fill[place : place + 2], 16) for place in (0, 2, 4))
    return "".join(f"{round(255 + (part - 255) * _PALE):02X}" for part in parts)


TONE_OF_LIGHT: Final = {
    Light.GREEN: "green",
    Light.AMBER: "amber",
    Light.RED: "red",
    Light.GREY: "grey",
}
TONE_OF_STATUS: Final = {
    Status.MET: "green",
    Status.ON_TRACK: "blue",
    Status.AT_RISK: "amber",
    Status.OVERDUE: "red",
    Status.NO_DATA: "grey",
    Status.NOT_APPLICABLE: "grey",
}
TONE_OF_STATE: Final = {
    State.DONE_ON_TIME: "green",
    State.DONE_LATE: "amber",
    State.OVERDUE: "red",
    State.DUE_SOON: "amber",
    State.OPEN: "blue",
}
MARKDOWN_COLOUR: Final = {
    "green": "green",
    "amber": "orange",
    "red": "red",
    "grey": "gray",
    "blue": "blue",
}
"""What each tone is called in Streamlit's Markdown; the theme gives it the colours above."""

"""The palette as pale grounds for paper; a word or a shape always stands on them."""

from typing import Final

from lib.view.palette import LIGHT_THEME

_STRENGTH: Final = 0.22


def tint(tone: str) -> str:
    """Return a tone's fill mixed with white, as six digits without a hash sign."""
    fill = LIGHT_THEME.fills[tone].lstrip("#")
    parts = (int(fill[place : place + 2], 16) for place in (0, 2, 4))
    return "".join(f"{round(255 + (part - 255) * _STRENGTH):02X}" for part in parts)

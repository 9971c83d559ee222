"""The words that official papers put before the names of units."""

from typing import Final

KINDS: Final = ("xã", "phường", "thị trấn", "đặc khu", "tt", "đk")
DOTTED: Final = ("x.", "p.", "tt.")
"""What a name may begin with that says its kind, in small letters; the dotted ones need no blank."""
IN_FULL: Final = {
    "x.": "xã",
    "p.": "phường",
    "tt": "thị trấn",
    "tt.": "thị trấn",
    "đk": "đặc khu",
}
LED: Final = ("xã ", "phường ", "thị trấn ", "đặc khu ")
"""How the names of units begin that a people's committee leads."""
SEVERAL: Final = "{committee}các {kind} {names}"
BETWEEN: Final = "; "
COMMITTEE: Final = "Ủy ban nhân dân {unit}"
COMMITTEE_SHORT: Final = "UBND {unit}"

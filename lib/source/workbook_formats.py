"""Which of a workbook's cell formats show a number as a date; nothing else of a style matters."""

import re
from collections.abc import Iterable

from lib.source.workbook_package import Attributes

BUILT_IN_DAYS = frozenset(
    map(str, [*range(14, 23), *range(27, 37), 45, 47, *range(50, 59)]),
)
"""The formats every workbook has without listing them, those of China, Japan and Korea included;
46 is a duration."""

_SECTIONS = {"numFmts", "cellStyleXfs", "cellXfs", "cellStyles", "dxfs"}
_LITERAL = re.compile(r'"[^"]*"?|[\\_*].|\[(?!h+\]|m+\]|s+\])[^\]]*\]', re.IGNORECASE | re.DOTALL)
_DAY = re.compile("[dmyhs]")
_DURATION = re.compile(r"\[[hms]")


def day_formats(styles: Iterable[tuple[str, Attributes]]) -> frozenset[str]:
    """Give the numbers, as cells write them, of the formats that show days or times of day.

    `styles` are the elements of the styles part. Durations (`[h]:mm`) stay numbers.
    """
    days = set(BUILT_IN_DAYS)
    shown: list[str] = []
    section = ""
    for name, said in styles:
        if name in _SECTIONS:
            if shown:
                break  # what follows says nothing of cells; it may be thousands of named styles
            section = name
        elif name == "xf" and section == "cellXfs":
            shown.append(said.get("numFmtId", ""))
        elif name == "numFmt" and section == "numFmts":
            identity = said.get("numFmtId", "")
            (days.add if shows_day(said.get("formatCode", "")) else days.discard)(identity)
    return frozenset(str(number) for number, identity in enumerate(shown) if identity in days)


def shows_day(code: str) -> bool:
    """Tell a date's or a time's format by its letters; what it says of negative numbers is not it.

    Quoted text, escaped letters, colours, conditions and languages are no such letters.
    """
    bare = _LITERAL.sub("", code).partition(";")[0].lower()
    return bool(_DAY.search(bare)) and not _DURATION.search(bare)

"""What is written in a workbook's cells stands for: numbers, dates, truth, texts, errors."""

import re
from collections.abc import Sequence
from datetime import datetime, time, timedelta

from lib.grid import Cell
from lib.source.rows import plain

NO_SUCH_TEXT = "#REF!"
"""A cell whose text is not among the workbook's: reported like a formula's lost reference."""

EPOCH, EPOCH_1904 = datetime(1899, 12, 30), datetime(1904, 1, 1)
DAY = timedelta(days=1)
_FIRST_DAY = datetime(1900, 1, 1)
_TRUTH = {"1": True, "true": True, "0": False, "false": False}
_ESCAPED = re.compile("_x([0-9A-Fa-f]{4})_")
_FRACTION = re.compile("[.eE]")


class Values:
    """The values of one workbook's cells, each distinct number read once.

    `texts` are those that cells refer to by number (None: the workbook has none); `days` are the
    numbers of the formats that show dates; `epoch` is the day that has the number 0.
    """

    def __init__(self, texts: Sequence[Cell] | None, days: frozenset[str], epoch: datetime) -> None:
        self._texts, self._days, self._epoch = texts, days, epoch
        self._numbers: dict[str, Cell] = {}
        self._dates: dict[str, Cell] = {}

    def value(self, kind: str, style: str, written: str) -> Cell:
        """Read what is written, not blank, in a cell of a kind (`t`) and a format (`s`)."""
        if kind == "s":
            return self._text_numbered(written)
        if kind == "n":
            return self._date(written) if style in self._days else self._number(written)
        if kind == "b":
            return _TRUTH.get(written.strip().lower(), written)
        if kind == "d":
            return self._moment(written)
        return text(written)

    def _text_numbered(self, written: str) -> Cell:
        if self._texts is None:
            raise LookupError("the part that holds the texts")
        try:
            number = int(written)
            return self._texts[number] if number >= 0 else NO_SUCH_TEXT
        except (ValueError, IndexError):
            return NO_SUCH_TEXT

    def _number(self, written: str) -> Cell:
        if written not in self._numbers:
            self._numbers[written] = _number(written)
        return self._numbers[written]

    def _date(self, written: str) -> Cell:
        if written not in self._dates:
            self._dates[written] = self._day(_number(written))
        return self._dates[written]

    def _day(self, serial: Cell) -> Cell:
        """Give a number in a date's format as a date; below one day it is a time of day."""
        if not isinstance(serial, int | float) or serial < 1:
            return serial
        days, rest = divmod(serial, 1)
        if days < 60 and self._epoch == EPOCH:
            days += 1  # Excel's 1900 has a 29th of February
        clock = timedelta(milliseconds=round(rest * 86_400_000))
        try:
            return _day_or_moment(self._epoch + days * DAY + clock)
        except OverflowError:
            return serial

    def _moment(self, written: str) -> Cell:
        """Read a date written as ISO 8601, as Strict workbooks do; whatever its zone, as it stands.

        A time of day stands alone or on the days before 1900.
        """
        iso = written.strip().removeprefix("T")
        try:
            alone = iso.find(":") == len("08")
            moment = datetime.fromisoformat(f"{EPOCH:%Y-%m-%d}T{iso}" if alone else iso)
        except ValueError:
            return self._date(written)
        moment = moment.replace(tzinfo=None)
        return (
            plain((moment - EPOCH) / DAY)
            if EPOCH <= moment < _FIRST_DAY
            else _day_or_moment(moment)
        )


def text(written: str) -> Cell:
    """Read a text: what XML cannot hold is written as `_x000D_`; a blank one is nothing."""
    if "_x" in written:
        written = _ESCAPED.sub(lambda found: chr(int(found[1], 16)), written)
    return written or None


def _number(written: str) -> Cell:
    """Read a number; what is none, or too large, stays the text it is."""
    try:
        number = float(written) if _FRACTION.search(written) else int(written)
    except ValueError:
        return text(written)
    return written if number in (float("inf"), float("-inf")) else plain(number)


def _day_or_moment(moment: datetime) -> Cell:
    return moment.date() if moment.time() == time() else moment

"""Cells and worksheets as people leave them: the same value in many dresses."""

import random
import unicodedata
from collections.abc import Sequence
from datetime import date, datetime, timedelta
from typing import TypeVar

from lib.grid import Cell, Grid
from lib.sheet import schema

Record = dict[str, Cell]
Some = TypeVar("Some")

SPACES = ["  ", "\u00a0", " \u200b", "\t", "\n", "\u3000", "\u2009", "\ufeff ", "\u200b"]
WILD: list[Cell] = [
    True, False, 0, 1, 1.0, -3, 0.5, 7, 2024, 45500, 45500.75, 100, 101, 1e6, 0.1, 12.25, 36525,
    "", " ", "\u200b", "\ufe0f", "x", "X", "✓", "✔\ufe0f", "abc", "1,5", "1.5", "-2", "85%", "0,5%", "1", "100",
    "Đạt", "Chưa đạt", "Có", "Không", "Tất cả", "31/2/2024", "06/25/2024", "1/9/2024", "5/9",
    "29/2", "5-9", "15 tháng 6", "ngày 2/9/2024.", "1/1/1999", "31/12/2100", "1/1/204", 204, 9999, 36525,
    73051, date(1999, 12, 31), "Ko đạt", "Đạt 100%", "TC01, TC02", "Tam Đa, Hồng Lạc", "Tam Đa (xã)",
    "#REF!", "#N/A", "#DIV/0!", "Loading...", "#name?", "TC01", "Tam Đa", "Vùng cao",
    date(2024, 9, 2), datetime(2024, 8, 30, 8, 30), date(2025, 1, 1),
]  # fmt: skip
ERRORS: list[Cell] = ["#REF!", "#N/A", "#VALUE!", "#DIV/0!", "#NAME?", "Loading...", "#ERROR!"]
LOOK_LIKE_D = ["\u00d0", "\u0189"]
EPOCH = date(1899, 12, 30)


class Mess:
    """A source of chance and of the oddities it brings; `level` is how often they come."""

    def __init__(self, rng: random.Random, level: float) -> None:
        self.rng = rng
        self.level = level

    def happens(self, chance: float) -> bool:
        """Toss a coin that falls on its head with `chance`."""
        return self.rng.random() < chance

    def oddly(self, times: float = 1.0) -> bool:
        """Tell whether an oddity turns up here."""
        return self.happens(self.level * times)

    def pick(self, choices: Sequence[Some]) -> Some:
        """Choose one."""
        return self.rng.choice(choices)

    def wild(self) -> Cell:
        """Choose a cell that may stand anywhere by mistake."""
        return self.pick(WILD)

    def noisy(self, text: str) -> str:
        """Write the same text in another of its spellings, now and then."""
        if not self.oddly():
            return text
        dress = self.rng.randrange(8)
        if dress == 0:
            return unicodedata.normalize("NFD", text)
        if dress == 1:
            return text.upper()
        if dress == 2:
            return f" {text}{self.pick(SPACES)}"
        if dress == 3:
            return text.replace(" ", self.pick(SPACES))
        if dress == 4:
            return text.casefold()
        if dress == 5:
            return text.replace("oà", "òa").replace("uý", "úy").replace("hòa", "hoà")
        if dress == 6:
            return text.replace("Đ", self.pick(LOOK_LIKE_D))
        return text + "\ufe0f"

    def day(self, day: date) -> Cell:
        """Write a date in one of the forms that are read."""
        if self.oddly():
            return self.wild()
        forms: list[Cell] = [
            day,
            day,
            datetime(day.year, day.month, day.day, 8, 30),
            (day - EPOCH).days,
            (day - EPOCH).days + 0.25,
            f"{day.day}/{day.month}/{day.year}",
            f"{day:%d/%m/%Y}",
            f"{day:%d-%m-%Y}",
            f"{day:%d.%m.%y}",
            f"{day.day} / {day.month} / {day.year}",
            f"{day:%Y-%m-%d}",
            f"{day:%d/%m/%Y} 8:30",
            f"{day:%d/%m/%Y} 8h30",
            f"{day:%d/%m/%Y}\u00a08h",
            f"ngày {day.day}/{day.month}/{day.year}",
            f"{day:%d/%m/%Y}.",
            f"{day.day} tháng {day.month} năm {day.year}",
            f"Ngày {day.day} tháng {day.month} năm {day.year}.",
            f"{day.year}/{day.month}/{day.day}",
        ]
        without_year: list[Cell] = [
            f"{day.day}/{day.month}",
            f"{day.day}-{day.month}",
            f"{day.day} tháng {day.month}",
            f"ngày {day.day}/{day.month}.",
        ]
        return self.pick(without_year if self.happens(0.07) else forms)

    def last_year(self, day: date) -> Cell:
        """Write a date of the year before, as people do in January."""
        return f"{day.day}/{day.month}/{day.year - 1}"

    def number(self, value: float) -> Cell:
        """Write a number as a number or, now and then, as text."""
        if self.oddly():
            return self.wild()
        if self.happens(0.2):
            return str(value).replace(".", self.pick([",", "."]))
        return value

    def text(self, value: str) -> Cell:
        """Write text; it may be lost to a mistake."""
        if self.oddly(0.5):
            return self.wild()
        written = self.noisy(value)
        for letter in LOOK_LIKE_D:
            written = written.replace(letter, "Đ")
        return written

    def join(self, names: Sequence[str]) -> str:
        """Write a list."""
        return self.pick(["; ", ";", " ; "]).join(names) + (";" if self.oddly() else "")

    def grid(self, title: str, shape: schema.Worksheet, records: Sequence[Record]) -> Grid:
        """Lay records out under a header somewhere near the top, columns in any order."""
        headers = [c.header for c in shape.columns if c.required or not self.oddly(2)]
        if self.oddly(0.2):
            headers.remove(self.pick(headers))
        places = list(headers)
        if self.happens(0.3):
            self.rng.shuffle(places)
        if self.oddly(2):
            places.insert(self.rng.randrange(len(places) + 1), self.pick(places))
        if self.oddly(2):
            places.insert(self.rng.randrange(len(places) + 1), "Cột lạ")
        top = tuple(self._header(header) for header in places)
        rows: list[tuple[Cell, ...]] = [
            self._title_row(shape, len(places)) for _ in range(self._above())
        ]
        rows.append(top)
        for record in records:
            rows.append(self._row(record, places))
            if self.oddly(0.5):
                rows.append(self._repeated(top, places))
            if self.oddly():
                rows.append(self.pick([(), (None, ""), (False, None), (" ", "\u200b")]))
        return Grid(title, () if self.oddly(0.2) else tuple(rows))

    def _repeated(self, top: tuple[Cell, ...], places: Sequence[str]) -> tuple[Cell, ...]:
        """Repeat a header, now and then not quite."""
        again: list[Cell] = list(top) if self.happens(0.7) else list(places)
        if self.happens(0.4):
            again[self.rng.randrange(len(again))] = self.pick([None, "", "khác"])
        return tuple(again)

    def _above(self) -> int:
        if not self.happens(0.2):
            return 0
        return self.pick([1, 1, 2, 3, 9]) if not self.oddly(0.3) else 10

    def _title_row(self, shape: schema.Worksheet, width: int) -> tuple[Cell, ...]:
        if self.oddly(3):
            some = [column.header for column in shape.columns if self.happens(0.5)]
            return tuple(some)
        return (self.pick([shape.title, "KẾ HOẠCH 2024", None]),) * (
            width if self.happens(0.5) else 1
        )

    def _header(self, header: str) -> str:
        if self.happens(0.1):
            header += self.pick([" (*)", "(*)", ":", " :"])
        return self.noisy(header)

    def _row(self, record: Record, places: Sequence[str]) -> tuple[Cell, ...]:
        cells = [record.get(header) for header in places]
        if self.oddly():
            place = self.rng.randrange(len(cells))
            cells[place] = self.pick(ERRORS) if self.happens(0.4) else self.wild()
        while cells and cells[-1] is None and self.happens(0.5):
            cells.pop()
        return tuple(cells)


def days_from(day: date, *offsets: int) -> list[date]:
    """List days at some distances from a day."""
    return [day + timedelta(days=offset) for offset in offsets]

"""The plan's settings (rules, 1: Settings)."""

from dataclasses import dataclass, field
from datetime import date
from fractions import Fraction

from lib.grid import Grid
from lib.problem import ProblemCode
from lib.sheet import schema
from lib.sheet.schema import Setting
from tests.oracle import dates, values
from tests.oracle.dates import Years
from tests.oracle.text import key
from tests.oracle.worksheets import Problems, Row, rows

VALUE = "Giá trị"
NUMBERS = {
    Setting.DUE_SOON: Fraction(7),
    Setting.STALE: Fraction(31),
    Setting.LAG: Fraction(20),
    Setting.RED_FROM: Fraction(3),
}


@dataclass
class Settings:
    """The plan's settings, defaults filled in."""

    year: int
    start: date
    end: date
    as_of: date
    previous: date | None
    numbers: dict[Setting, Fraction]
    is_start_known: bool
    """Whether `Năm` or `Ngày bắt đầu` can be read: else nothing is early."""
    name: str | None = None
    area: str | None = None
    agency_rows: list[Row] = field(default_factory=list, repr=False)
    illustrative: bool = False

    @property
    def years(self) -> Years:
        """Say what dates without a year are read by."""
        return Years(self.year, self.start)

    def is_early(self, day: date) -> bool:
        """Tell a day before `Ngày bắt đầu` (1, Dates)."""
        return self.is_start_known and day < self.start


def read_settings(grid: Grid | None, today: date, problems: Problems) -> Settings:
    """Read `Cấu hình`; what is blank, missing or unreadable takes its default."""
    every = _lines(grid, problems)
    lines = {item: found[0] for item, found in every.items()}
    _check_repeated(every)
    written_year = _year(lines.get(Setting.YEAR))
    start = _start(every.get(Setting.START, []), written_year or today.year)
    year = written_year or (start.year if start else today.year)
    first = start or date(year, 1, 1)
    years = Years(year, first)
    days = {
        item: [line.day(VALUE, years) for line in every.get(item, [])] or [None]
        for item in (Setting.AS_OF, Setting.PREVIOUS)
    }
    numbers = {item: _number(lines.get(item), default) for item, default in NUMBERS.items()}
    texts = {item: line.text(VALUE) for item, line in lines.items()}
    illustrative = lines.get(Setting.ILLUSTRATIVE)
    return Settings(
        year=year,
        start=first,
        end=_end(every.get(Setting.END, []), years) or date(max(year, first.year), 12, 31),
        as_of=days[Setting.AS_OF][0] or today,
        previous=days[Setting.PREVIOUS][0],
        numbers=numbers,
        is_start_known=written_year is not None or start is not None,
        name=texts.get(Setting.NAME),
        area=texts.get(Setting.AREA),
        agency_rows=every.get(Setting.STANDING_AGENCY, []),
        illustrative=illustrative is not None and values.yes(illustrative.cells.get(VALUE)),
    )


def _start(lines: list[Row], year: int) -> date | None:
    """Read `Ngày bắt đầu`; without a year it is in `Năm`, else in today's year."""
    days = [line.day(VALUE, Years(year)) for line in lines]
    return days[0] if days else None


def _end(lines: list[Row], years: Years) -> date | None:
    """Read `Ngày kết thúc`; one not after `Ngày bắt đầu` cannot be meant."""
    assert years.start is not None
    days = []
    for line in lines:
        day = line.day(VALUE, years)
        if day is not None and day <= years.start:
            line.refuse(VALUE, ProblemCode.UNREADABLE_DATE)
            day = None
        days.append(day)
    return days[0] if days else None


def _check_repeated(lines: dict[Setting, list[Row]]) -> None:
    """Report what cannot be read in the lines of an item that do not count."""
    for line in lines.get(Setting.YEAR, [])[1:]:
        _year(line)
    for item in NUMBERS:
        for line in lines.get(item, [])[1:]:
            _number(line, Fraction(0))


def _lines(grid: Grid | None, problems: Problems) -> dict[Setting, list[Row]]:
    """Find the lines of each item: an item twice, the first counts, both are checked."""
    lines: dict[Setting, list[Row]] = {}
    for row in rows(grid, schema.SETTINGS, problems) if grid else []:
        if not row.need("Mục"):
            continue
        written = row.text("Mục") or ""
        items = [item for item in Setting if key(item) == key(written)]
        if not items:
            row.refuse("Mục", ProblemCode.UNKNOWN_ITEM)
        elif items[0] in lines:
            row.refuse("Mục", ProblemCode.DUPLICATE_DEFINITION)
            lines[items[0]].append(row)
        else:
            lines[items[0]] = [row]
    return lines


def _year(line: Row | None) -> int | None:
    cell = line.cells.get(VALUE) if line else None
    if line is None or values.is_blank(cell):
        return None
    year = values.number(cell)
    if year is None or year.denominator != 1 or not dates.FIRST.year <= year <= dates.LAST.year:
        line.refuse(VALUE, ProblemCode.UNREADABLE_NUMBER)
        return None
    return int(year)


def _number(line: Row | None, default: Fraction) -> Fraction:
    """Read a number of 0 or more, else the default."""
    cell = line.cells.get(VALUE) if line else None
    if line is None or values.is_blank(cell):
        return default
    found = values.number(cell)
    if found is None or found < 0:
        line.refuse(VALUE, ProblemCode.UNREADABLE_NUMBER)
        return default
    return found

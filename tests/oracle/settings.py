"""The plan's settings (semantics section 1, `Cấu hình`)."""

from dataclasses import dataclass, field
from datetime import date
from fractions import Fraction

from lib.grid import Grid
from lib.problem import ProblemCode
from lib.sheet import schema
from lib.sheet.schema import Setting
from tests.oracle import values
from tests.oracle.text import key
from tests.oracle.worksheets import Problems, Row, rows

VALUE = "Giá trị"
NUMBERS = {
    Setting.DUE_SOON: Fraction(7),
    Setting.STALE: Fraction(31),
    Setting.LAG: Fraction(20),
    Setting.RED_FROM: Fraction(3),
}
DATES = (Setting.START, Setting.END, Setting.AS_OF, Setting.PREVIOUS)


@dataclass
class Settings:
    """The plan's settings, defaults filled in."""

    year: int
    start: date
    as_of: date
    previous: date | None
    numbers: dict[Setting, Fraction]
    name: str | None = None
    area: str | None = None
    standing_agency: str | None = None
    agency_rows: list[Row] = field(default_factory=list, repr=False)
    illustrative: bool = False


def read_settings(grid: Grid | None, today: date, problems: Problems) -> Settings:
    """Read `Cấu hình`; what is blank, missing or unreadable takes its default."""
    every = _lines(grid, problems)
    lines = {item: found[0] for item, found in every.items()}
    _check_repeated(every)
    year = _year(lines.get(Setting.YEAR))
    start_line = lines.get(Setting.START)
    if year is None and start_line is not None:
        start, _ = values.day(start_line.cells.get(VALUE), today.year)
        year = start.year if start else None
    year = year or today.year
    for item in DATES:
        for line in every.get(item, [])[1:]:
            line.day(VALUE, year)
    dates = {item: lines[item].day(VALUE, year) for item in DATES if item in lines}
    numbers = {item: _number(lines.get(item), default) for item, default in NUMBERS.items()}
    texts = {item: line.text(VALUE) for item, line in lines.items()}
    illustrative = lines.get(Setting.ILLUSTRATIVE)
    return Settings(
        year=year,
        start=dates.get(Setting.START) or date(year, 1, 1),
        as_of=dates.get(Setting.AS_OF) or today,
        previous=dates.get(Setting.PREVIOUS),
        numbers=numbers,
        name=texts.get(Setting.NAME),
        area=texts.get(Setting.AREA),
        standing_agency=texts.get(Setting.STANDING_AGENCY),
        agency_rows=every.get(Setting.STANDING_AGENCY, []),
        illustrative=illustrative is not None and values.yes(illustrative.cells.get(VALUE)),
    )


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
    if year is None or year.denominator != 1 or not 1 <= year <= 9999:
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

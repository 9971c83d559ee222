"""The rules as of one date: statuses, obligations, lights, ranks (2, 4, 5, 6)."""

from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from lib.sheet.schema import Setting
from tests.oracle.book import Book, Item
from tests.oracle.entries import Standing, standing_entry
from tests.oracle.log import FULL
from tests.oracle.names import Owner
from tests.oracle.text import collation, key


def one_decimal(value: Fraction) -> Fraction:
    """Round half up to 0.1."""
    return Fraction((value * 10 + Fraction(1, 2)).__floor__(), 10)


@dataclass
class Cell:
    """A unit's status on a criterion (4)."""

    unit: Owner
    item: Item
    status: str
    standing: Standing | None
    is_stale: bool


@dataclass
class Obligation:
    """What an owner owes (5)."""

    owner: Owner
    item: Item
    agency: str | None
    due: date | None
    done: date | None
    state: str
    days_late: int | None


@dataclass
class UnitLine:
    """A unit's numbers, light and rank (6)."""

    unit: Owner
    cells: list[Cell]
    owed: list[Obligation]
    light: str
    met_points: Fraction
    max_points: Fraction
    progress: Fraction | None
    on_time_rate: Fraction | None
    rank: int | None = None

    def count(self, status: str) -> int:
        """Count the unit's criteria in a status."""
        return sum(cell.status == status for cell in self.cells)

    @property
    def overdue(self) -> int:
        """Count the unit's overdue obligations of all kinds."""
        return sum(obligation.state == "overdue" for obligation in self.owed)


@dataclass
class Assessment:
    """Everything the report shows of one date."""

    units: list[UnitLine]
    cells: list[Cell]
    obligations: list[Obligation]


def assess(book: Book, as_of: date) -> Assessment:
    """Assess everything as of one date: only units valid on it are shown and owe anything (2)."""
    shown = [unit for unit in book.units if unit.is_valid(as_of)]
    criteria = [item for item in book.items if item.kind == "criterion"]
    cells = [
        _cell(book, unit, item, as_of)
        for unit in shown
        for item in criteria
        if item.is_asked_of(unit, as_of)
    ]
    obligations = [
        _obligation(book, owner, item, as_of)
        for item in book.items
        for owner in shown + book.agencies
        if _owes(owner, item, as_of)
    ]
    lines = [_unit_line(book, unit, cells, obligations) for unit in shown]
    for line in lines:
        line.rank = _rank(line, lines)
    return Assessment(_in_screen_order(book, lines), cells, obligations)


def _cell(book: Book, unit: Owner, item: Item, as_of: date) -> Cell:
    standing = standing_entry(book, unit, item, as_of)
    is_stale = (
        standing is not None
        and not standing.is_met
        and (as_of - standing.day).days > book.settings.numbers[Setting.STALE]
    )
    return Cell(unit, item, _status(book, item, standing, as_of), standing, is_stale)


def _status(book: Book, item: Item, standing: Standing | None, as_of: date) -> str:
    """Tell the status, in the order of section 4."""
    numbers = book.settings.numbers
    if standing is not None and standing.is_met:
        return "met"
    if item.due is not None and as_of > item.due:
        return "overdue"
    if standing is None:
        return "no_data"
    if standing.is_appraised or item.is_due_unreadable:
        return "at_risk"
    if item.due is not None:
        if (item.due - as_of).days <= numbers[Setting.DUE_SOON]:
            return "at_risk"
        if standing.progress < _expected(book, item.due, as_of) - numbers[Setting.LAG]:
            return "at_risk"
    return "on_track"


def _expected(book: Book, due: date, as_of: date) -> Fraction:
    """Say how far a criterion should be: a straight line from `Ngày bắt đầu` to `Hạn`."""
    start = book.settings.start
    if due <= start:
        return FULL
    line = Fraction(100 * (as_of - start).days, (due - start).days)
    return max(Fraction(0), min(FULL, line))


def _owes(owner: Owner, item: Item, as_of: date) -> bool:
    """Tell whether an owner (valid as of the date) has an obligation (5).

    Criteria with a `Hạn`; a report of a unit that was valid on the due day.
    """
    if item.kind == "report":
        assert item.due is not None
        is_there = not owner.is_unit or owner.is_valid(item.due)
        return is_there and item.is_asked_of(owner, item.due)
    is_listed = item.kind == "task" or item.due is not None
    return is_listed and item.is_asked_of(owner, as_of)


def _obligation(book: Book, owner: Owner, item: Item, as_of: date) -> Obligation:
    standing = standing_entry(book, owner, item, as_of)
    done, due = standing.done if standing else None, item.due
    days_late = None
    if done is not None:
        state = "done_on_time" if due is None or done <= due else "done_late"
        days_late = (done - due).days if due is not None and done > due else None
    elif due is None:
        state = "open"
    elif as_of > due:
        state, days_late = "overdue", (as_of - due).days
    else:
        is_soon = (due - as_of).days <= book.settings.numbers[Setting.DUE_SOON]
        state = "due_soon" if is_soon else "open"
    agency = item.agency
    if item.kind != "criterion":
        agency = book.settings.standing_agency if owner.is_unit else owner.name
    return Obligation(owner, item, agency, due, done, state, days_late)


def _unit_line(
    book: Book, unit: Owner, all_cells: list[Cell], obligations: list[Obligation]
) -> UnitLine:
    cells = [cell for cell in all_cells if cell.unit is unit]
    owed = [obligation for obligation in obligations if obligation.owner is unit]
    most = sum((cell.item.points for cell in cells), Fraction(0))
    reached = sum((c.item.points * c.standing.progress for c in cells if c.standing), Fraction(0))
    line = UnitLine(
        unit=unit,
        cells=cells,
        owed=owed,
        light="",
        met_points=sum((c.item.points for c in cells if c.status == "met"), Fraction(0)),
        max_points=most,
        progress=one_decimal(reached / most) if cells else None,
        on_time_rate=_on_time_rate(owed),
    )
    line.light = _light(book, line)
    return line


def _on_time_rate(owed: list[Obligation]) -> Fraction | None:
    """Count reports done on time among those done or overdue, in percent (5)."""
    states = [obligation.state for obligation in owed if obligation.item.kind == "report"]
    settled = [s for s in states if s in ("done_on_time", "done_late", "overdue")]
    if not settled:
        return None
    return one_decimal(Fraction(100 * settled.count("done_on_time"), len(settled)))


def _light(book: Book, line: UnitLine) -> str:
    """Tell the light, in the order of section 6."""
    if line.overdue == 0 and line.count("no_data") == len(line.cells):
        return "grey"
    mandatory = [c for c in line.cells if c.item.is_mandatory and c.status == "overdue"]
    if mandatory or line.overdue >= book.settings.numbers[Setting.RED_FROM]:
        return "red"
    if line.overdue or line.count("at_risk") or line.count("no_data"):
        return "amber"
    return "green"


def _score(line: UnitLine) -> tuple[Fraction, Fraction, Fraction]:
    """Give what is ranked by: share of points met, progress, punctuality (none is 100)."""
    assert line.progress is not None
    punctuality = FULL if line.on_time_rate is None else line.on_time_rate
    return line.met_points / line.max_points, line.progress, punctuality


def _rank(line: UnitLine, lines: list[UnitLine]) -> int | None:
    """Rank within the unit's group: one more than the units with a better score (6)."""
    if not line.cells:
        return None
    rivals = [x for x in lines if x.cells and key(x.unit.group) == key(line.unit.group)]
    return 1 + sum(_score(rival) > _score(line) for rival in rivals)


def _in_screen_order(book: Book, lines: list[UnitLine]) -> list[UnitLine]:
    """Order units by group as first met in `Đơn vị`, then rank (none last), then name."""
    groups = [key(unit.group) for unit in book.units]
    last = len(lines) + 1

    def place(line: UnitLine) -> tuple[int, int, tuple[object, ...]]:
        return (
            groups.index(key(line.unit.group)),
            line.rank or last,
            collation(line.unit.name),
        )

    return sorted(lines, key=place)

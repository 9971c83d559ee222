"""The rules as of one date: statuses, obligations, lights, ranks (2, 4, 5, 6)."""

from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from lib.sheet.schema import Setting
from tests.oracle.book import Book, Item
from tests.oracle.entries import Past, Standing
from tests.oracle.names import Owner
from tests.oracle.text import collation, key
from tests.oracle.verdicts import FULL


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
    is_due_day_past: bool = False


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
    """Assess everything as of one date: only who is valid on it is shown and owes anything (2)."""
    past = Past(book, as_of)
    shown = [unit for unit in book.units if unit.is_valid(as_of)]
    agencies = [agency for agency in book.agencies if agency.is_valid(as_of)]
    criteria = [item for item in book.items if item.kind == "criterion"]
    cells = [
        _cell(past, unit, item)
        for unit in shown
        for item in criteria
        if item.is_asked_of(unit, as_of)
    ]
    obligations = [
        _obligation(past, owner, item)
        for item in book.items
        for owner in shown + agencies
        if _owes(owner, item, as_of)
    ]
    lines = [_unit_line(book, unit, cells, obligations) for unit in shown]
    for line in lines:
        line.rank = rank(line, lines)
    return Assessment(_in_screen_order(book, lines), cells, obligations)


def _cell(past: Past, unit: Owner, item: Item) -> Cell:
    standing = past.standing(unit, item, past.as_of)
    is_refused = past.refusal(unit, item, past.as_of) is not None
    is_stale = (
        standing is not None
        and not standing.is_met
        and (past.as_of - standing.day).days > past.book.settings.numbers[Setting.STALE]
    )
    status = _status(past.book, item, standing, past.as_of, is_refused=is_refused)
    return Cell(unit, item, status, standing, is_stale)


def _status(
    book: Book, item: Item, standing: Standing | None, as_of: date, *, is_refused: bool
) -> str:
    """Tell the status, in its order (rules, 4)."""
    numbers = book.settings.numbers
    assert item.due is not None
    if standing is not None and standing.is_met:
        return "met"
    if as_of > item.due:
        return "overdue"
    if standing is None:
        return "no_data"
    if is_refused or item.is_due_unreadable:
        return "at_risk"
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

    A report if it was valid on the due day, a task from `Ngày giao` on.
    """
    if item.kind == "report":
        assert item.due is not None
        return owner.is_valid(item.due) and item.is_asked_of(owner, item.due)
    is_given = item.given is None or item.given <= as_of
    return is_given and item.is_asked_of(owner, as_of)


def _obligation(past: Past, owner: Owner, item: Item) -> Obligation:
    as_of, book = past.as_of, past.book
    standing = past.standing(owner, item, as_of)
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
    agency = _agency(book, owner, item, as_of)
    is_past = due is not None and due < as_of
    return Obligation(owner, item, agency, due, done, state, days_late, is_past)


def _agency(book: Book, owner: Owner, item: Item, as_of: date) -> str | None:
    """Name the agency of a criterion; else the owner where it is one, or the standing agency."""
    if item.kind != "criterion" and not owner.is_unit:
        return owner.name
    agency = item.agency if item.kind == "criterion" else book.standing_agency
    return agency.name(as_of, book.owners) if agency else None


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
    """Count reports done on time among those whose due day is past, in percent (5)."""
    past = [o for o in owed if o.item.kind == "report" and o.is_due_day_past]
    if not past:
        return None
    on_time = [obligation for obligation in past if obligation.state == "done_on_time"]
    return one_decimal(Fraction(100 * len(on_time), len(past)))


def _light(book: Book, line: UnitLine) -> str:
    """Tell the light, in its order (rules, 6)."""
    is_due_soon = any(obligation.state == "due_soon" for obligation in line.owed)
    if not line.cells and line.overdue == 0:
        return "grey"
    is_silent = line.count("no_data") == len(line.cells)
    if is_silent and line.overdue == 0 and not is_due_soon:
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


def rank(line: UnitLine, lines: list[UnitLine]) -> int | None:
    """Rank among those of the unit's group: one more than have a better score (6)."""
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

"""The logs `Tiến độ` and `Thẩm định`, read row by row (rules, 1)."""

from dataclasses import dataclass
from datetime import date

from lib.grid import Grid
from lib.problem import ProblemCode
from lib.sheet import schema
from tests.oracle import codes
from tests.oracle.book import Book, Entry, Item, Obstacle
from tests.oracle.names import Named, Owner, bearer, find, is_same_name
from tests.oracle.verdicts import PERCENT, RESULT, Verdict, appraisal_verdict, progress_verdict
from tests.oracle.worksheets import Row, rows

OBSTACLE = "Khó khăn kiến nghị"


@dataclass
class Line:
    """A log row that counts, unless a lower row says the same of the same day."""

    row: Row
    owner: Owner
    item: Item
    entry: Entry


def read_log(
    book: Book, shape: schema.Worksheet, worksheets: list[tuple[Grid, str | None]]
) -> None:
    """Read one log, spread over its worksheets in the spreadsheet's order."""
    lines: list[Line] = []
    for grid, name in worksheets:
        titled = _worksheet_owner(grid, name, book)
        for row in rows(grid, shape, book.problems, of_an_owner=titled is not None):
            line = _read_line(row, shape, titled, book)
            if line is not None:
                line.entry.place = len(lines)
                lines.append(line)
    for number, line in enumerate(lines):
        _count(line, lines[number + 1 :], book)


def _worksheet_owner(grid: Grid, name: str | None, book: Book) -> Named | None:
    """Find whose worksheet `Tiến độ – <name>` is (1, Several log worksheets)."""
    if name is None:
        return None
    named = find(name, book.owners)
    if named is None:
        book.problems.add(grid.title, 1, None, ProblemCode.UNKNOWN_NAME, name)
    elif named.is_guess:
        code = ProblemCode.GUESSED_NAME
        book.problems.add(grid.title, 1, None, code, name, named.meant)
    return named


def _count(line: Line, lower: list[Line], book: Book) -> None:
    """Count a line, or report that a lower one of the same day, owner and code counts instead."""
    if not line.item.is_asked_of(line.owner, None):
        line.row.refuse("Mã", ProblemCode.NOT_OWED)
    same = [
        other
        for other in lower
        if (other.owner, other.item, other.entry.day) == (line.owner, line.item, line.entry.day)
    ]
    if same:
        line.row.refuse("Mã", ProblemCode.DUPLICATE_ENTRY)
    else:
        book.entries.setdefault((line.owner, line.item), []).append(line.entry)


def _read_line(row: Row, shape: schema.Worksheet, titled: Named | None, book: Book) -> Line | None:
    """Check every cell of a row; one without a readable date, name or code does not count."""
    day = _day(row, book)
    owner = _owner(row, titled, day, book)
    if day is not None and book.settings.is_early(day):
        row.refuse("Ngày", ProblemCode.EARLY_DATE)
        day = None
    item = _item(row, book)
    obstacle = row.text(OBSTACLE) if day is not None and owner is not None else None
    if obstacle is not None and day is not None and owner is not None:
        book.obstacles.append(Obstacle(owner, item, day, obstacle))
    says_nothing_else = obstacle is not None and _is_blank_otherwise(row, item)
    if not says_nothing_else:
        row.need("Mã")
    if shape is schema.APPRAISALS:
        verdict = appraisal_verdict(row)
    else:
        verdict = None if says_nothing_else else progress_verdict(row, item)
    if day is None or owner is None or item is None or verdict is None:
        return None
    return _line(row, owner, item, day, verdict, is_appraisal=shape is schema.APPRAISALS)


def _line(
    row: Row, owner: Owner, item: Item, day: date, verdict: Verdict, *, is_appraisal: bool
) -> Line:
    if verdict.is_contradictory:
        row.refuse(PERCENT, ProblemCode.CONTRADICTORY)
    kind = "appraisal" if is_appraisal else "log"
    return Line(row, owner, item, Entry(day, verdict.is_met, verdict.progress, kind))


def _is_blank_otherwise(row: Row, item: Item | None) -> bool:
    """Tell a row that says nothing beside its obstacle (1, Obstacles)."""
    is_report = item is not None and item.kind == "report"
    is_evidence = is_report and row.text("Minh chứng") is not None
    return row.is_blank(RESULT) and row.is_blank(PERCENT) and not is_evidence


def _day(row: Row, book: Book) -> date | None:
    day = row.day("Ngày", book.settings.years) if row.need("Ngày") else None
    if day is not None and day > book.today:
        row.refuse("Ngày", ProblemCode.FUTURE_DATE)
    return day


def _owner(row: Row, titled: Named | None, day: date | None, book: Book) -> Owner | None:
    """Read whose row it is: in an owner's worksheet blank means the owner, others are wrong.

    None where the row has no day, too: on which day decides between bearers of a name.
    """
    if titled is not None and row.is_blank(schema.OWNER):
        named: Named | None = titled
    elif row.need(schema.OWNER):
        named = _named(row, book)
    else:
        return None
    if named is None:
        return None
    owner = bearer(named, day, book.owners) if day is not None else None
    if titled is not None and not _is_owners(named, owner, titled):
        row.refuse(schema.OWNER, ProblemCode.WRONG_WORKSHEET)
        return None
    return owner


def _named(row: Row, book: Book) -> Named | None:
    named = find(row.text(schema.OWNER) or "", book.owners)
    if named is None:
        row.refuse(schema.OWNER, ProblemCode.UNKNOWN_NAME)
    elif named.is_guess:
        row.refuse(schema.OWNER, ProblemCode.GUESSED_NAME, named.meant)
    return named


def _is_owners(named: Named, meant: Owner | None, titled: Named) -> bool:
    """Tell a row of the worksheet's owner: by its name, or by one that means it on its day."""
    if named.rows == titled.rows:
        return True
    if not named.is_alias and any(is_same_name(named.rows[0], owner) for owner in titled.rows):
        return True
    if meant is None:
        return any(owner in titled.rows for owner in named.rows)
    return meant in titled.rows


def _item(row: Row, book: Book) -> Item | None:
    written = row.text("Mã")
    if written is None:
        return None
    item, problem = codes.find_item(written, book.items)
    if problem is ProblemCode.UNKNOWN_CODE:
        row.refuse("Mã", problem, codes.suggestions(written, book.items))
    elif problem is not None:
        row.refuse("Mã", problem)
    return item

"""The logs `Tiến độ` and `Thẩm định`, read row by row (semantics sections 1 and 3)."""

from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from lib.grid import Grid
from lib.problem import ProblemCode
from lib.sheet import schema
from tests.oracle import values
from tests.oracle.book import Book, Entry, Item
from tests.oracle.names import Owner, find
from tests.oracle.text import code_key, is_dash, key
from tests.oracle.values import BARE_ONE, UNREADABLE
from tests.oracle.worksheets import Row, rows

RESULT, PERCENT = "Kết quả", "Tiến độ (%)"
FULL, ALMOST = Fraction(100), Fraction(99)


@dataclass
class Line:
    """A log row that counts, unless a lower row says the same of the same day."""

    row: Row
    owner: Owner
    item: Item
    entry: Entry


def read_log(
    book: Book,
    shape: schema.Worksheet,
    worksheets: list[tuple[Grid, str | None]],
    today: date,
) -> None:
    """Read one log, spread over its worksheets in the spreadsheet's order."""
    lines: list[Line] = []
    for grid, name in worksheets:
        worksheet_owner = _worksheet_owner(grid, name, book)
        is_owned = worksheet_owner is not None
        for row in rows(grid, shape, book.problems, of_an_owner=is_owned):
            line = _read_line(row, shape, worksheet_owner, book, today)
            if line is not None:
                line.entry.place = len(lines)
                lines.append(line)
    for number, line in enumerate(lines):
        _count(line, lines[number + 1 :], book)


def _worksheet_owner(grid: Grid, name: str | None, book: Book) -> Owner | None:
    """Find whose worksheet `Tiến độ – <name>` is (1, Several log worksheets)."""
    if name is None:
        return None
    found, guessed = find(name, book.owners)
    if found is None:
        book.problems.add(grid.title, 1, None, ProblemCode.UNKNOWN_NAME, name)
    elif guessed:
        book.problems.add(grid.title, 1, None, ProblemCode.GUESSED_NAME, name)
    return found


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


def _read_line(
    row: Row,
    shape: schema.Worksheet,
    worksheet_owner: Owner | None,
    book: Book,
    today: date,
) -> Line | None:
    """Check every cell of a row; one without a readable date, name or code does not count."""
    day = row.day("Ngày", book.settings.year) if row.need("Ngày") else None
    if day is not None and day > today:
        row.refuse("Ngày", ProblemCode.FUTURE_DATE)
    owner = _owner(row, worksheet_owner, book)
    item = _item(row, book) if row.need("Mã") else None
    is_appraisal = shape is schema.APPRAISALS
    verdict = _appraisal(row) if is_appraisal else _progress(row, item)
    if day is None or owner is None or item is None or verdict is None:
        return None
    if verdict.is_contradictory:
        row.refuse(PERCENT, ProblemCode.CONTRADICTORY)
    kind = "appraisal" if is_appraisal else "log"
    entry = Entry(day, verdict.is_met, verdict.progress, kind, is_appraised=is_appraisal)
    return Line(row, owner, item, entry)


def _owner(row: Row, worksheet_owner: Owner | None, book: Book) -> Owner | None:
    """Read whose row it is: in an owner's worksheet blank means the owner, others are wrong."""
    if worksheet_owner is not None and values.is_blank(row.cells.get("Đơn vị")):
        return worksheet_owner
    if not row.need("Đơn vị"):
        return None
    found, guessed = find(row.text("Đơn vị") or "", book.owners)
    if found is None:
        row.refuse("Đơn vị", ProblemCode.UNKNOWN_NAME)
    if guessed:
        row.refuse("Đơn vị", ProblemCode.GUESSED_NAME)
    if found is not None and worksheet_owner not in (None, found):
        row.refuse("Đơn vị", ProblemCode.WRONG_WORKSHEET)
        return None
    return found


def _item(row: Row, book: Book) -> Item | None:
    """Find a code: the whole text, else the shortest known before a dash, colon or blank."""
    written = key(row.text("Mã") or "")
    ends = [i for i, char in enumerate(written) if is_dash(char) or char in ": "]
    for candidate in [written] + [written[:end] for end in ends]:
        for item in book.items:
            if code_key(item.code) == code_key(candidate):
                return item
    row.refuse("Mã", ProblemCode.UNKNOWN_CODE)
    return None


@dataclass
class Verdict:
    """What a row's result and percent say together (3)."""

    is_met: bool
    progress: Fraction
    is_contradictory: bool = False


def _appraisal(row: Row) -> Verdict | None:
    """Read an appraisal: met or not met; a refusal's progress is found when it is assessed."""
    if not row.need(RESULT):
        return None
    word = values.result(row.cells.get(RESULT))
    if word == "met":
        return Verdict(True, FULL)
    if word == "not_met":
        return Verdict(False, Fraction(0))
    row.refuse(RESULT, ProblemCode.UNREADABLE_RESULT)
    return None


def _progress(row: Row, item: Item | None) -> Verdict | None:
    """Read result and percent of a log row by the table of section 3; None is not counted."""
    word = values.result(row.cells.get(RESULT))
    percent = values.percent(row.cells.get(PERCENT))
    is_report = item is not None and item.kind == "report"
    if word == UNREADABLE:
        row.refuse(RESULT, ProblemCode.UNREADABLE_RESULT)
    if percent == UNREADABLE:
        row.refuse(PERCENT, ProblemCode.UNREADABLE_PERCENT)
        if word == "met" or (word is None and is_report):
            return Verdict(False, ALMOST)
        percent = None
    if percent == BARE_ONE:
        if word == "met" or is_report:
            percent = FULL
        else:
            percent = Fraction(1)
            row.refuse(PERCENT, ProblemCode.AMBIGUOUS_PERCENT)
    assert percent is None or isinstance(percent, Fraction)
    if word is None and percent is None and not is_report:
        if item is not None:
            row.problem(RESULT, ProblemCode.MISSING_VALUE, None)
        return None
    return _verdict(word, percent)


def _verdict(word: str | None, percent: Fraction | None) -> Verdict | None:
    """Look up the table of section 3; an entry that is not met has at most 99."""
    if word == "met":
        is_met = percent in (None, FULL)
        return Verdict(is_met, _at_most(percent, is_met), is_contradictory=not is_met)
    if word in ("in_progress", "not_met"):
        return Verdict(False, _at_most(percent or Fraction(0), False), percent == FULL)
    if word == "not_started":
        return Verdict(False, Fraction(0), bool(percent))
    if word is None:
        is_met = percent in (None, FULL)
        return Verdict(is_met, _at_most(percent, is_met))
    return None if percent is None else Verdict(False, _at_most(percent, False))


def _at_most(percent: Fraction | None, is_met: bool) -> Fraction:
    return FULL if is_met or percent is None else min(percent, ALMOST)

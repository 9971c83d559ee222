"""The definition worksheets, read row by row (semantics section 1, Which rows count)."""

from datetime import timedelta
from fractions import Fraction

from lib.problem import ProblemCode
from lib.sheet import schema
from tests.oracle import values
from tests.oracle.book import Book, Item
from tests.oracle.names import (
    Asked,
    Owner,
    find,
    find_exactly,
    is_same_name,
    mergers_in_circle,
)
from tests.oracle.text import code_key, key
from tests.oracle.worksheets import Row, Titles, rows


def _definitions(book: Book, titles: Titles, shape: schema.Worksheet) -> list[Row]:
    grid = titles.definitions.get(shape.title)
    return rows(grid, shape, book.problems) if grid else []


def read_owners(book: Book, titles: Titles) -> None:
    """Read `Đơn vị` and `Cơ quan`, then who is merged into whom."""
    unit_rows = _definitions(book, titles, schema.UNITS)
    for row in unit_rows:
        _read_unit(book, row)
    for row in _definitions(book, titles, schema.AGENCIES):
        _read_agency(book, row)
    _read_mergers(book, unit_rows)


def read_items(book: Book, titles: Titles) -> None:
    """Read criteria, tasks and reporting periods; their codes are one namespace in that order."""
    for row in _definitions(book, titles, schema.CRITERIA):
        _read_criterion(book, row)
    for row in _definitions(book, titles, schema.TASKS):
        _read_task(book, row)
    for row in _definitions(book, titles, schema.PERIODS):
        _read_period(book, row)


def _read_unit(book: Book, row: Row) -> None:
    is_complete = [row.need("Đơn vị"), row.need("Nhóm")]
    unit = Owner(
        name=row.text("Đơn vị") or "",
        is_unit=True,
        row=row.number,
        kind=row.text("Loại"),
        group=row.text("Nhóm") or "",
        valid_from=row.day("Hiệu lực từ", book.settings.year),
        valid_until=row.day("Hiệu lực đến", book.settings.year),
        aliases=values.parts(row.cells.get("Tên gọi khác")),
    )
    if all(is_complete):
        _define(book, book.units, unit, row, "Đơn vị")


def _read_agency(book: Book, row: Row) -> None:
    is_complete = row.need("Cơ quan")
    cell = row.cells.get("Báo cáo định kỳ")
    is_empty = cell is not False and (values.is_blank(cell) or values.is_error(cell))
    agency = Owner(
        name=row.text("Cơ quan") or "",
        is_unit=False,
        row=row.number,
        aliases=values.parts(row.cells.get("Tên gọi khác")),
        reports=is_empty or values.yes(cell),
    )
    if is_complete:
        _define(book, book.agencies, agency, row, "Cơ quan")


def _define(book: Book, where: list[Owner], owner: Owner, row: Row, header: str) -> None:
    """Take an owner up unless its name is defined already."""
    if any(is_same_name(owner, other) for other in book.owners):
        row.refuse(header, ProblemCode.DUPLICATE_DEFINITION)
    else:
        where.append(owner)


def _read_mergers(book: Book, unit_rows: list[Row]) -> None:
    """Read `Sáp nhập vào`, now that every name is known; mergers in a circle are ignored."""
    by_row = {unit.row: unit for unit in book.units}
    for row in unit_rows:
        successor = _successor(row, book)
        if row.number in by_row:
            by_row[row.number].successor = successor
    circle = mergers_in_circle(book.units)
    for row in unit_rows:
        if by_row.get(row.number) in circle:
            row.refuse("Sáp nhập vào", ProblemCode.CIRCULAR_MERGE)
    for unit in circle:
        unit.successor = None


def _successor(row: Row, book: Book) -> Owner | None:
    written = row.text("Sáp nhập vào")
    if written is None:
        return None
    found, guessed = find(written, book.owners)
    if found is None or not found.is_unit:
        row.refuse("Sáp nhập vào", ProblemCode.UNKNOWN_NAME)
        return None
    if guessed:
        row.refuse("Sáp nhập vào", ProblemCode.GUESSED_NAME)
    return found


def agency_name(row: Row, header: str, book: Book) -> str | None:
    """Read the name of an agency; an unknown one is shown as written."""
    written = row.text(header)
    if written is None:
        return None
    found, guessed = find(written, book.owners)
    if found is None or found.is_unit:
        row.refuse(header, ProblemCode.UNKNOWN_AGENCY)
        return written
    if guessed:
        row.refuse(header, ProblemCode.GUESSED_NAME)
    return found.name


def _names_somebody(row: Row, header: str) -> bool:
    return row.text(header) is not None and bool(values.parts(row.cells.get(header)))


def _asked(row: Row, header: str, book: Book) -> Asked | None:
    """Read a list of names and groups; None where it is blank (1, A list).

    A name goes before `Tất cả`, that before a group, a group before a guess; an unknown name is
    left out.
    """
    if not _names_somebody(row, header):
        return None
    asked = Asked()
    for part in values.parts(row.cells.get(header)):
        named = find_exactly(part, book.owners)
        group = [unit for unit in book.units if key(unit.group) == key(part)]
        guess, _ = find(part, book.owners)
        if named is not None:
            asked.direct.append(named)
        elif key(part) == key(schema.ALL_UNITS):
            asked.through_group += book.units
        elif key(part) == key(schema.ALL_AGENCIES):
            asked.through_group += book.agencies
        elif key(part) == key(schema.EVERYONE):
            asked.through_group += book.owners
        elif group:
            asked.through_group += group
        elif guess is not None:
            asked.direct.append(guess)
            row.problem(header, ProblemCode.GUESSED_NAME, part)
        else:
            row.problem(header, ProblemCode.UNKNOWN_NAME, part)
    return asked


def _points(row: Row) -> Fraction:
    """Read `Điểm`: a number above 0, else 1."""
    cell = row.cells.get("Điểm")
    if values.is_blank(cell):
        return Fraction(1)
    points = values.number(cell)
    if points is None or points <= 0:
        row.refuse("Điểm", ProblemCode.UNREADABLE_NUMBER)
        return Fraction(1)
    return points


def _take_up(book: Book, item: Item, row: Row) -> None:
    """Take an item up unless its code is defined already: codes are one namespace."""
    if any(code_key(item.code) == code_key(other.code) for other in book.items):
        row.refuse("Mã", ProblemCode.DUPLICATE_DEFINITION)
    else:
        book.items.append(item)


def _read_criterion(book: Book, row: Row) -> None:
    is_complete = [row.need("Mã"), row.need("Tiêu chí")]
    item = Item(
        kind="criterion",
        code=row.text("Mã") or "",
        title=row.text("Tiêu chí") or "",
        asked=_asked(row, "Áp dụng cho", book),
        agency=agency_name(row, "Cơ quan theo dõi", book),
        points=_points(row),
        due=row.day("Hạn", book.settings.year),
        is_mandatory=values.yes(row.cells.get("Bắt buộc")),
    )
    item.is_due_unreadable = item.due is None and not values.is_blank(row.cells.get("Hạn"))
    if all(is_complete):
        _take_up(book, item, row)


def _read_task(book: Book, row: Row) -> None:
    is_complete = [row.need("Mã"), row.need("Nhiệm vụ"), row.need("Chủ trì")]
    if row.text("Chủ trì") is not None and not _names_somebody(row, "Chủ trì"):
        row.refuse("Chủ trì", ProblemCode.MISSING_VALUE)
        is_complete.append(False)
    _asked(row, "Phối hợp", book)
    item = Item(
        kind="task",
        code=row.text("Mã") or "",
        title=row.text("Nhiệm vụ") or "",
        asked=_asked(row, "Chủ trì", book),
        due=row.day("Hạn", book.settings.year),
        completed=row.day("Ngày hoàn thành", book.settings.year),
    )
    if all(is_complete):
        _take_up(book, item, row)


def _read_period(book: Book, row: Row) -> None:
    is_complete = [row.need("Mã"), row.need("Kỳ báo cáo"), row.need("Trước ngày")]
    item = Item(
        kind="report",
        code=row.text("Mã") or "",
        title=row.text("Kỳ báo cáo") or "",
        asked=_asked(row, "Đối tượng", book),
    )
    before = row.day("Trước ngày", book.settings.year)
    if all(is_complete) and before is not None:
        item.due = before - timedelta(days=1)
        _take_up(book, item, row)

"""The definition worksheets, read row by row (rules, 1: Which rows count)."""

from datetime import date, timedelta
from fractions import Fraction

from lib.problem import ProblemCode
from lib.sheet import schema
from tests.oracle import values
from tests.oracle.book import Agency, Book, Item
from tests.oracle.names import (
    Asked,
    Named,
    Owner,
    find,
    find_outright,
    heir,
    is_defined_twice,
    mergers_in_circle,
)
from tests.oracle.text import code_key, key
from tests.oracle.worksheets import Row, Titles, rows

MERGED_INTO, VALID_FROM, VALID_UNTIL = "Sáp nhập vào", "Hiệu lực từ", "Hiệu lực đến"


def _definitions(book: Book, titles: Titles, shape: schema.Worksheet) -> list[Row]:
    grid = titles.definitions.get(shape.title)
    return rows(grid, shape, book.problems) if grid else []


def read_owners(book: Book, titles: Titles) -> None:
    """Read `Đơn vị` and `Cơ quan`, then who is merged into whom."""
    unit_rows = _definitions(book, titles, schema.UNITS)
    for row in unit_rows:
        _read_unit(book, row)
    agency_rows = _definitions(book, titles, schema.AGENCIES)
    for row in agency_rows:
        _read_agency(book, row)
    _read_mergers(book, book.units, unit_rows, is_unit=True)
    _read_mergers(book, book.agencies, agency_rows, is_unit=False)


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
    unit = _owner(book, row, "Đơn vị")
    unit.kind = row.text("Loại")
    unit.group = row.text("Nhóm") or ""
    if all(is_complete):
        _define(book, book.units, unit, row, "Đơn vị")


def _read_agency(book: Book, row: Row) -> None:
    is_complete = row.need("Cơ quan")
    cell = row.cells.get("Báo cáo định kỳ")
    is_empty = cell is not False and (values.is_blank(cell) or values.is_error(cell))
    agency = _owner(book, row, "Cơ quan")
    agency.reports = is_empty or values.yes(cell)
    if is_complete:
        _define(book, book.agencies, agency, row, "Cơ quan")


def _owner(book: Book, row: Row, header: str) -> Owner:
    """Read what units and agencies have in common."""
    return Owner(
        name=row.text(header) or "",
        is_unit=header == schema.OWNER,
        row=row.number,
        valid_from=row.day(VALID_FROM, book.settings.years),
        valid_until=row.day(VALID_UNTIL, book.settings.years),
        aliases=values.parts(row.cells.get("Tên gọi khác")),
    )


def _define(book: Book, where: list[Owner], owner: Owner, row: Row, header: str) -> None:
    """Take an owner up unless its name is defined already."""
    if any(is_defined_twice(owner, other) for other in book.owners):
        row.refuse(header, ProblemCode.DUPLICATE_DEFINITION)
    else:
        where.append(owner)


def _read_mergers(book: Book, owners: list[Owner], lines: list[Row], *, is_unit: bool) -> None:
    """Read `Sáp nhập vào`, now that every name is known; mergers in a circle are ignored."""
    by_row = {owner.row: owner for owner in owners}
    for row in lines:
        named = _merged_into(row, book, is_unit)
        if not row.is_blank(MERGED_INTO) and row.is_blank(VALID_UNTIL):
            row.problem(VALID_UNTIL, ProblemCode.MISSING_VALUE, None)
        owner = by_row.get(row.number)
        if owner is not None and named is not None and owner.valid_until is not None:
            owner.successor = heir(named, owner.valid_until + timedelta(days=1))
    circle = mergers_in_circle(owners)
    for row in lines:
        if by_row.get(row.number) in circle:
            row.refuse(MERGED_INTO, ProblemCode.CIRCULAR_MERGE)
    for owner in circle:
        owner.successor = None


def _merged_into(row: Row, book: Book, is_unit: bool) -> Named | None:
    """Read the name in `Sáp nhập vào`: a unit's in `Đơn vị`, an agency's in `Cơ quan`."""
    written = row.text(MERGED_INTO)
    if written is None:
        return None
    named = find(written, book.owners)
    if named is None or named.is_unit != is_unit:
        row.refuse(MERGED_INTO, ProblemCode.UNKNOWN_NAME)
        return None
    if named.is_guess:
        row.refuse(MERGED_INTO, ProblemCode.GUESSED_NAME, named.meant)
    return named


def read_agency(row: Row, header: str, book: Book) -> Agency | None:
    """Read the name of an agency."""
    written = row.text(header)
    if written is None:
        return None
    named = find(written, book.owners)
    if named is None or named.is_unit:
        row.refuse(header, ProblemCode.UNKNOWN_AGENCY)
        return Agency(written, None)
    if named.is_guess:
        row.refuse(header, ProblemCode.GUESSED_NAME, named.meant)
    return Agency(written, named)


def _names_somebody(row: Row, header: str) -> bool:
    return row.text(header) is not None and bool(values.parts(row.cells.get(header)))


def _asked(row: Row, header: str, book: Book) -> Asked | None:
    """Read a list of names and groups; None where it is blank (1, Lists).

    A name goes before `Tất cả`, that before a group, a group before a guess; an unknown name is
    left out.
    """
    if not _names_somebody(row, header):
        return None
    asked = Asked()
    for part in values.parts(row.cells.get(header)):
        named = find_outright(part, book.owners)
        group = [unit for unit in book.units if key(unit.group) == key(part)]
        guess = find(part, book.owners)
        if named is not None:
            asked.direct += named.rows
        elif key(part) == key(schema.ALL_UNITS):
            asked.through_group += book.units
        elif key(part) == key(schema.ALL_AGENCIES):
            asked.through_group += book.agencies
        elif key(part) == key(schema.EVERYONE):
            asked.through_group += book.owners
        elif group:
            asked.through_group += group
        elif guess is not None:
            asked.direct += guess.rows
            row.problem(header, ProblemCode.GUESSED_NAME, part, guess.meant)
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
        asked=_applies_to(row, book),
        agency=read_agency(row, "Cơ quan theo dõi", book),
        points=_points(row),
        due=row.day("Hạn", book.settings.years),
        is_mandatory=values.yes(row.cells.get("Bắt buộc")),
    )
    if item.due is None:
        item.is_due_unreadable = not row.is_blank("Hạn")
        item.due = book.settings.end
    if all(is_complete):
        _take_up(book, item, row)


def _applies_to(row: Row, book: Book) -> Asked | None:
    """Read `Áp dụng cho`: one in which no unit or group is known applies to all."""
    asked = _asked(row, "Áp dụng cho", book)
    if asked is None or not any(owner.is_unit for owner in asked.direct + asked.through_group):
        return None
    return asked


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
        given=row.day("Ngày giao", book.settings.years),
        due=row.day("Hạn", book.settings.years),
        completed=_completed(row, book),
    )
    if item.due is None and not row.is_blank("Hạn"):
        item.due = book.settings.end
    if all(is_complete):
        _take_up(book, item, row)


def _completed(row: Row, book: Book) -> date | None:
    """Read `Ngày hoàn thành`; one before `Ngày bắt đầu` reads as blank."""
    day = row.day("Ngày hoàn thành", book.settings.years)
    if day is not None and day > book.today:
        row.refuse("Ngày hoàn thành", ProblemCode.FUTURE_DATE)
    if day is not None and book.settings.is_early(day):
        row.refuse("Ngày hoàn thành", ProblemCode.EARLY_DATE)
        return None
    return day


def _read_period(book: Book, row: Row) -> None:
    is_complete = [row.need("Mã"), row.need("Kỳ báo cáo"), row.need("Trước ngày")]
    item = Item(
        kind="report",
        code=row.text("Mã") or "",
        title=row.text("Kỳ báo cáo") or "",
        asked=_asked(row, "Đối tượng", book),
    )
    before = row.day("Trước ngày", book.settings.years)
    if all(is_complete) and before is not None:
        item.due = before - timedelta(days=1)
        _take_up(book, item, row)

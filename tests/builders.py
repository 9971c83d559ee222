"""Spreadsheets from literal rows, and what was read and assessed as literals again.

    book = plan(
        units(("Tam Đa", "Vùng thấp")),
        criteria(("TC01", "Đường làng", "30/6/2024")),
        progress(("1/6/2024", "Tam Đa", "TC01", "Đạt")),
    )

A worksheet's columns are named in `head`, as in the sheet, with `|` between; every builder has the
few that most tests need. `plan` adds the required worksheets a test does not mention.
"""

from collections.abc import Iterable, Sequence
from datetime import date
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd
from openpyxl import Workbook

from lib.assess import Assessment, assess, compare
from lib.grid import Cell, Grid
from lib.sheet import Book, read, schema, scope
from lib.vietnamese import key
from lib.view.audience import EVERYTHING, Audience
from lib.view.narrowing import Narrowing, Shown

TODAY = date(2024, 9, 20)

Row = Sequence[Cell]
Found = list[tuple[str, int | None, str | None, str]]


def worksheet(kind: schema.Worksheet, head: str, rows: Iterable[Row], title: str | None) -> Grid:
    """Lay rows out under a head of columns that the worksheet knows."""
    columns = head.split(" | ")
    unknown = set(columns) - {column.header for column in kind.columns}
    assert not unknown, f"{kind.title} has no column {unknown}"
    return Grid(title or kind.title, (tuple(columns), *map(tuple, rows)))


def settings(*rows: Row, head: str = "Mục | Giá trị", title: str | None = None) -> Grid:
    return worksheet(schema.SETTINGS, head, rows, title)


def units(*rows: Row, head: str = "Đơn vị | Nhóm", title: str | None = None) -> Grid:
    return worksheet(schema.UNITS, head, rows, title)


def agencies(*rows: Row, head: str = "Cơ quan | Báo cáo định kỳ", title: str | None = None) -> Grid:
    return worksheet(schema.AGENCIES, head, rows, title)


def criteria(*rows: Row, head: str = "Mã | Tiêu chí | Hạn", title: str | None = None) -> Grid:
    return worksheet(schema.CRITERIA, head, rows, title)


def tasks(
    *rows: Row, head: str = "Mã | Nhiệm vụ | Chủ trì | Hạn", title: str | None = None
) -> Grid:
    return worksheet(schema.TASKS, head, rows, title)


def periods(
    *rows: Row, head: str = "Mã | Kỳ báo cáo | Trước ngày | Đối tượng", title: str | None = None
) -> Grid:
    return worksheet(schema.PERIODS, head, rows, title)


def progress(
    *rows: Row, head: str = "Ngày | Đơn vị | Mã | Kết quả | Tiến độ (%)", title: str | None = None
) -> Grid:
    return worksheet(schema.PROGRESS, head, rows, title)


def appraisals(
    *rows: Row, head: str = "Ngày | Đơn vị | Mã | Kết quả", title: str | None = None
) -> Grid:
    return worksheet(schema.APPRAISALS, head, rows, title)


def spreadsheet(*grids: Grid) -> tuple[Grid, ...]:
    """Add the required worksheets that are not among the grids, in front: Tam Đa, Đại Phú, TC01."""
    usual = (
        units(("Tam Đa", "Vùng thấp"), ("Đại Phú", "Vùng thấp")),
        criteria(("TC01", "Đường làng")),
        progress(),
    )
    given = [key(grid.title) for grid in grids]
    missing = [
        grid for grid in usual if not any(title.startswith(key(grid.title)) for title in given)
    ]
    return (*missing, *grids)


def plan(*grids: Grid, today: date = TODAY) -> Book:
    """Read a spreadsheet of the given worksheets and the required ones."""
    return read(spreadsheet(*grids), today=today)


def saved(path: Path, grids: Iterable[Grid]) -> Path:
    """Save worksheets as a workbook."""
    workbook = Workbook()
    workbook.remove(workbook.active)
    for grid in grids:
        sheet = workbook.create_sheet(grid.title)
        for row in grid.rows:
            sheet.append(row)
    workbook.save(path)
    return path


def found(book: Book) -> Found:
    """List the problems: worksheet, row, column, code."""
    return [(each.worksheet, each.row, each.column, each.code.value) for each in book.problems]


def entries(book: Book) -> list[tuple[str, str, str, bool, float]]:
    """List the log rows that count: owner, code, day, met, progress (-1: not its own to say)."""
    log = book.entries
    names, codes = book.owners["name"], book.items["code"]
    return [
        (names[owner], codes[item], f"{day:%Y-%m-%d}", bool(met), -1.0 if pd.isna(part) else part)
        for owner, item, day, met, part in zip(
            log["owner"], log["item"], log["day"], log["met"], log["progress"], strict=True
        )
    ]


def counted(book: Book) -> list[int]:
    """List the rows of the log entries that count."""
    return book.entries["row"].tolist()


def asked(book: Book, code: str) -> list[str]:
    """List whom a list in the sheet asks for an item, before any merger."""
    before = np.full(len(book.items), np.datetime64("1900-01-01"))
    whom = scope.asked(book.scope, book.owners, book.items, on=before)
    item = book.items.index[book.items["code"] == code][0]
    return book.owners["name"][whom[item]].tolist()


def assessed(*grids: Grid, as_of: date, today: date = TODAY) -> Assessment:
    """Read and assess in one go."""
    return assess(plan(*grids, today=today), as_of=as_of)


def shown(
    book: Book,
    *,
    as_of: date,
    previous: date,
    audience: Audience = EVERYTHING,
    **filters: str | None,
) -> Shown:
    """Show a Book on two dates, under filters."""
    now, before = (assess(book, as_of=day) for day in (as_of, previous))
    changes = compare(book, now, before)
    return Shown(book, now, before, changes, Narrowing(**filters), audience)


def plain(value: Any) -> Any:
    """Turn a table's value into a literal: dates as ISO text, gaps as None."""
    if pd.isna(value):
        return None
    return f"{value:%Y-%m-%d}" if isinstance(value, pd.Timestamp) else value


def literal(table: pd.DataFrame, columns: str) -> list[Any]:
    """List a table's rows as tuples of the columns named, or as values of the only one."""
    names = columns.split()
    rows = [tuple(map(plain, row)) for row in table[names].itertuples(index=False, name=None)]
    return [row[0] for row in rows] if len(names) == 1 else rows


def statuses(assessment: Assessment) -> dict[tuple[str, str], str]:
    """Map unit and code to the status."""
    return {(unit, code): s for unit, code, s in literal(assessment.cells, "unit code status")}


def cell(assessment: Assessment, unit: str, code: str, columns: str) -> Any:
    """Return what a unit's cell on a criterion says in some columns."""
    cells = assessment.cells
    (said,) = literal(cells[(cells["unit"] == unit) & (cells["code"] == code)], columns)
    return said


def owed(assessment: Assessment, columns: str = "owner code state", **where: Any) -> list[Any]:
    """List obligations; keywords choose among them by a column's value."""
    owing = assessment.obligations
    for column, value in where.items():
        owing = owing[owing[column] == value]
    return literal(owing, columns)


def unit(assessment: Assessment, name: str, columns: str) -> Any:
    """Return some of a unit's figures."""
    (said,) = literal(assessment.units[assessment.units["unit"] == name], columns)
    return said

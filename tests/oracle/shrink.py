"""Make a failing spreadsheet as small as it still fails."""

from collections.abc import Callable, Iterator

from lib.grid import Grid
from tests.oracle.mess import Spreadsheet

STEPS = (16, 8, 4, 2, 1)


def shrink(sheet: Spreadsheet, still_fails: Callable[[Spreadsheet], bool]) -> Spreadsheet:
    """Leave out dates, worksheets, rows, columns and cells as long as `still_fails`."""
    while True:
        smaller = next((each for each in _smaller(sheet) if still_fails(each)), None)
        if smaller is None:
            return sheet
        sheet = smaller


def _smaller(sheet: Spreadsheet) -> Iterator[Spreadsheet]:
    """List the spreadsheets one step smaller, big steps first."""
    if len(sheet.dates) > 1:
        for pair in sheet.dates:
            yield Spreadsheet(sheet.grids, sheet.today, (pair,))
    for number, grid in enumerate(sheet.grids):
        yield _with(sheet, number)
        for less in _fewer_rows(grid):
            yield _with(sheet, number, less)
    for number, grid in enumerate(sheet.grids):
        for less in [*_fewer_columns(grid), *_fewer_cells(grid)]:
            yield _with(sheet, number, less)


def _with(sheet: Spreadsheet, number: int, *instead: Grid) -> Spreadsheet:
    grids = sheet.grids[:number] + instead + sheet.grids[number + 1 :]
    return Spreadsheet(grids, sheet.today, sheet.dates)


def _fewer_rows(grid: Grid) -> Iterator[Grid]:
    for size in STEPS:
        for top in range(0, len(grid.rows), size):
            yield Grid(grid.title, grid.rows[:top] + grid.rows[top + size :])


def _fewer_columns(grid: Grid) -> Iterator[Grid]:
    for place in range(max(map(len, grid.rows), default=0)):
        yield Grid(grid.title, tuple(row[:place] + row[place + 1 :] for row in grid.rows))


def _fewer_cells(grid: Grid) -> Iterator[Grid]:
    for top, row in enumerate(grid.rows):
        for place, cell in enumerate(row):
            if cell is not None:
                emptier = (*row[:place], None, *row[place + 1 :])
                yield Grid(grid.title, (*grid.rows[:top], emptier, *grid.rows[top + 1 :]))

"""Finds the worksheets and their header rows, however titled and ordered (rules, 1)."""

import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache

from lib.grid import BETWEEN, Grid, Link
from lib.sheet import schema
from lib.sheet.cells import text_of
from lib.vietnamese import fold, key, tidy

HEAD_ROWS = 10

_KINDS = {key(kind.title): kind for kind in schema.WORKSHEETS}
_FOLDED_TITLES = tuple(map(fold, _KINDS))
_LOGS = {title: kind for title, kind in _KINDS.items() if kind.log}


@dataclass(frozen=True, slots=True)
class Tab:
    """A worksheet of the spreadsheet: its place there, its kind, and the name after a log's dash.

    `kind` is None for a worksheet that is not read; `stray` says that it looks like one that is,
    `misplaced` that it is one and says in another spreadsheet what only the leading one may. The
    title begins with the spreadsheet's name, unless that is the leading one.
    """

    number: int
    title: str
    grid: Grid
    kind: schema.Worksheet | None
    name: str | None
    stray: bool
    misplaced: bool = False

    @property
    def link(self) -> Link | None:
        """Where it is at Google."""
        gid, spreadsheet = self.grid.gid, self.grid.spreadsheet
        return (spreadsheet, gid) if spreadsheet and gid is not None else gid


@dataclass(frozen=True, slots=True)
class Head:
    """A worksheet's header row: where each known column stands (from 1) and how it is written."""

    row: int
    positions: dict[str, int]
    texts: dict[str, str]
    missing: tuple[str, ...]
    repeated: tuple[tuple[int, str], ...]
    optional: str | None = None


def recognised(grids: Sequence[Grid]) -> list[Tab]:
    """Tell what each worksheet is; of two with one definition's title the first counts.

    Only progress is read from other spreadsheets than the leading one: there the others' worksheets
    are copies of its own, or misplaced.
    """
    tabs: list[Tab] = []
    taken: set[str] = set()
    said: dict[str, frozenset[str]] = {}
    for number, grid in enumerate(grids):
        tab = _recognise(number, grid)
        kind = tab.kind
        if grid.spreadsheet:
            if kind and kind is not schema.PROGRESS:
                if kind.title not in said:
                    own = [each.grid for each in tabs if each.kind is kind]
                    said[kind.title] = frozenset().union(*(_rows(each, kind) for each in own))
                tab = replace(tab, kind=None, misplaced=not _rows(grid, kind) <= said[kind.title])
        elif kind and not kind.log:
            if kind.title in taken:
                tab = replace(tab, kind=None, stray=True)
            taken.add(kind.title)
        tabs.append(tab)
    return tabs


def unread(tabs: Sequence[Tab], *, besides: Iterable[str] = ()) -> list[str]:
    """Name the worksheets that hold something and are neither read nor a problem.

    The instructions and those `besides` are meant not to be read.
    """
    meant = {key(title) for title in (schema.INSTRUCTIONS, *besides)}
    return [
        tab.title
        for tab in tabs
        if tab.kind is None
        and not (tab.stray or tab.misplaced or kind_of(tab.title)[0])
        and tab.grid.rows
        and key(tab.title.rpartition(BETWEEN)[2]) not in meant
    ]


def absent(tabs: Sequence[Tab]) -> Iterator[tuple[str, str | None]]:
    """Name the optional worksheets, and columns that mean something, that are not there.

    Free text is not missed; nor is a worksheet that is a problem already.
    """
    there = {tab.kind.title for tab in tabs if tab.kind}
    for kind in schema.WORKSHEETS:
        if kind.title not in there and not kind.required:
            yield kind.title, None
    for tab in tabs:
        if tab.kind is None:
            continue
        head = find_head(tab.grid, tab.kind, optional=schema.OWNER if tab.name else None)
        for column in () if head.missing else tab.kind.columns:
            means = column.reading is not schema.Reading.TEXT and not column.required
            if means and column.header not in head.positions:
                yield tab.title, column.header


def _recognise(number: int, grid: Grid) -> Tab:
    kind, name = kind_of(grid.title)
    stray = kind is None and _nearly_read(fold(grid.title))
    title = tidy(grid.title)
    if grid.spreadsheet:
        title = f"{grid.spreadsheet}{BETWEEN}{title}"
        name = name or (grid.spreadsheet if kind is schema.PROGRESS else None)
    return Tab(number, title, grid, kind, name, stray)


def kind_of(title: str) -> tuple[schema.Worksheet | None, str | None]:
    """Tell which kind of worksheet a title is of, and the name after a log's dash.

    A log of another spreadsheet than the leading one has that one's name, unless it has its own.
    """
    spreadsheet, _, title = title.rpartition(BETWEEN)
    compared = key(title)
    if compared in _KINDS:
        kind = _KINDS[compared]
        return kind, (spreadsheet or None) if kind.log else None
    for log, kind in _LOGS.items():
        if compared.startswith(log) and is_dash(compared[len(log) :].lstrip()[:1]):
            written = tidy(title)
            dash = next(at for at, sign in enumerate(written) if is_dash(sign))
            return kind, tidy(written[dash + 1 :])
    return None, None


def _rows(grid: Grid, kind: schema.Worksheet) -> frozenset[str]:
    """Return what a worksheet's rows say, as text to compare; a log's lines without a result nothing."""
    head = find_head(grid, kind)
    needed = [head.positions.get(schema.Field.RESULT, 0)] if kind.log else []
    found = set()
    for cells in () if head.missing else grid.rows[head.row :]:
        texts = {
            header: key(text_of(cells[at - 1]))
            for header, at in head.positions.items()
            if at <= len(cells) and cells[at - 1] not in (None, False)
        }
        said = [f"{header}: {text}" for header, text in sorted(texts.items()) if text]
        if said and all(at <= len(cells) and cells[at - 1] is not None for at in needed):
            found.add(" | ".join(said))
    return frozenset(found)


def _nearly_read(title: str) -> bool:
    """Tell whether a title without diacritics is that of a worksheet that is read, or begins so."""
    return any(
        title.startswith(name) and not title[len(name) :][:1].isalnum() for name in _FOLDED_TITLES
    )


def is_dash(character: str) -> bool:
    """Tell whether a character is any kind of dash."""
    return character == "−" or (character != "" and unicodedata.category(character) == "Pd")


def find_head(grid: Grid, kind: schema.Worksheet, *, optional: str | None = None) -> Head:
    """Return the header row among the first ten: complete, with most columns, the upper of equals.

    `optional` is a required column that this worksheet may do without (an owner's `Đơn vị`). The
    head's `missing` columns make the worksheet read as empty.
    """
    required = {c.header for c in kind.columns if c.required} - {optional}
    heads = [
        _head(row, cells, kind, required) for row, cells in enumerate(grid.rows[:HEAD_ROWS], 1)
    ] or [_head(1, (), kind, required)]
    best = max(heads, key=lambda head: (not head.missing, len(head.positions), -head.row))
    return replace(best, optional=optional)


def header_key(text: str) -> str:
    """Return the compared form of a header, without the mark of a required column."""
    compared = key(text)
    while compared.endswith(("(*)", "*", ":")):
        compared = compared.removesuffix("(*)").removesuffix("*").removesuffix(":").rstrip()
    return compared


@cache
def _by_key(kind: schema.Worksheet) -> dict[str, str]:
    return {header_key(column.header): column.header for column in kind.columns}


def _head(row: int, cells: tuple, kind: schema.Worksheet, required: set[str]) -> Head:
    known = _by_key(kind)
    positions: dict[str, int] = {}
    texts: dict[str, str] = {}
    repeated: list[tuple[int, str]] = []
    for position, cell in enumerate(cells, start=1):
        header = known.get(header_key(cell)) if isinstance(cell, str) else None
        if header is None:
            continue
        if header in positions:
            repeated.append((position, text_of(cell)))
        else:
            positions[header], texts[header] = position, text_of(cell)
    missing = tuple(c.header for c in kind.columns if c.header in required - set(positions))
    return Head(row, positions, texts, missing, tuple(repeated))

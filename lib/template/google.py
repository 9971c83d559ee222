"""Makes or mends the sheet in a Google spreadsheet; a second run finds nothing to do."""

import zlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from lib.grid import Cell, Grid
from lib.sheet import Book, read
from lib.sheet.book import agency_on
from lib.sheet.schema import INSTRUCTIONS, PROGRESS, Worksheet
from lib.template import lists, texts
from lib.template.google_dress import dressed
from lib.template.google_owners import (
    Editor,
    added_lines,
    codes_written,
    editors_by_owner,
    owner_page,
)
from lib.template.google_pages import Api, Page, Standing, standing
from lib.template.google_protection import head_protection, protection
from lib.template.google_steps import Step, content, helper_lists, missing_columns, new_page, said
from lib.template.plan import Table
from lib.template.rows import tables
from lib.template.waiting import Bearers, bearers, waiting_lines
from lib.vietnamese import key

LOCALE, TIME_ZONE = "vi_VN", "Asia/Ho_Chi_Minh"
SPARE_ROWS, SPARE_LOG_ROWS = 200, 1000
"""Empty rows a new worksheet gets below its content."""


@dataclass(frozen=True, slots=True)
class Orders:
    """Who is to edit what, and under which address this runs."""

    own_address: str
    today: date
    editors: tuple[Editor, ...] = ()
    editors_file: Path = Path()


@dataclass(frozen=True, slots=True)
class _Site:
    """All that a worksheet's steps depend on besides the worksheet itself."""

    found: Standing
    book: Book
    own: str
    addresses: Mapping[Bearers, tuple[str, ...]]
    today: date

    @property
    def known(self) -> frozenset[str]:
        return frozenset(one.casefold() for many in self.addresses.values() for one in many)

    @property
    def standing_agency(self) -> tuple[str, ...]:
        """The addresses of the agency that keeps the definitions."""
        name = agency_on(self.book, self.book.settings.standing_agency, self.today)
        return self.addresses.get(bearers(self.book, name), ()) if name else ()

    def gid(self, title: str) -> int:
        """Choose a new worksheet's number: always the same for a title, and free."""
        taken = {page.gid for page in self.found.pages}
        number = zlib.crc32(key(title).encode()) & 0x7FFFFFFF
        while number in taken:
            number += 1
        return number


def steps(api: Api, spreadsheet_id: str, grids: Sequence[Grid], orders: Orders) -> list[Step]:
    """List what there is to do; nothing is changed.

    `grids` is what the spreadsheet holds now. Raises EditorsError for a name it does not know.
    """
    found = standing(api, spreadsheet_id, grids)
    wanted = tables(with_sample=False)
    book = read(_to_be(found, wanted), today=orders.today)
    addresses = editors_by_owner(orders.editors, book, orders.editors_file)
    site = _Site(found, book, orders.own_address, addresses, orders.today)
    pages = [owner_page(found.pages, owners, book.names) for owners in addresses]
    others = [page for page in found.pages if page.owner_name and page not in pages]
    return [
        *_settings(found),
        *_instructions(site),
        *(step for table in wanted for step in _table(site, table)),
        *(step for owners in addresses for step in _owners(site, owners)),
        *(step for page in others for step in _log(site, page)),
        *_lists(site),
    ]


def carry_out(api: Api, spreadsheet_id: str, todo: Sequence[Step]) -> None:
    """Do all steps or none, in one request.

    Worksheets are added before anything refers to them, in the language they are to have.
    """
    requests = [request for step in todo for request in step.requests]
    if requests:
        first = ("updateSpreadsheetProperties", "addSheet")
        requests.sort(key=lambda one: next((at for at, name in enumerate(first) if name in one), 9))
        api.batch_update(spreadsheet_id, {"requests": requests})


def _to_be(found: Standing, wanted: Sequence[Table]) -> list[Grid]:
    """Give the worksheets' content as it will be, with the plan's where nothing is written."""
    grids = [page.grid for page in found.pages if not page.is_blank]
    there = {page.kind for page in found.pages if not page.is_blank and not page.owner_name}
    return [*grids, *(_grid(table) for table in wanted if table.kind not in there)]


def _grid(table: Table, gid: int | None = None) -> Grid:
    heads: tuple[Cell, ...] = tuple(column.header for column in table.kind.columns)
    return Grid(table.title, (heads, *table.rows), gid)


def _settings(found: Standing) -> list[Step]:
    if (found.locale, found.time_zone) == (LOCALE, TIME_ZONE):
        return []
    update = {
        "properties": {"locale": LOCALE, "timeZone": TIME_ZONE},
        "fields": "locale,timeZone",
    }
    text = said("settings", locale=LOCALE, zone=TIME_ZONE)
    return [Step(text, ({"updateSpreadsheetProperties": update},))]


def _instructions(site: _Site) -> list[Step]:
    there = site.found.titled(INSTRUCTIONS)
    if there:
        return _kept(site, there) if there.protections else []
    rows = tuple((text,) for _, text in texts.instructions())
    page = _fresh(Grid(INSTRUCTIONS, rows, site.gid(INSTRUCTIONS)), None)
    return [
        new_page(page.title, page.gid, page.size),
        content(page, rows, heads=False),
        *_kept(site, page),
    ]


def _table(site: _Site, table: Table) -> list[Step]:
    """Set up a definition worksheet, or a log that is everybody's."""
    pages = [page for page in site.found.pages if page.kind is table.kind and not page.owner_name]
    done: list[Step] = []
    if not pages or pages[0].is_blank:
        page, done = _written(site, table, pages[0] if pages else None)
        pages = [page, *pages[1:]]
    dress = _log if table.kind.log else _definition
    return done + [step for page in pages for step in dress(site, page)]


def _written(site: _Site, table: Table, blank: Page | None) -> tuple[Page, list[Step]]:
    """Put a table into a new worksheet, or into one of its title that is still blank."""
    grid = _grid(table, blank.gid if blank else site.gid(table.title))
    page = _fresh(grid, table.kind)
    fill = content(page, grid.rows, heads=True)
    if blank is None:
        return page, [new_page(page.title, page.gid, page.size), fill]
    size = (max(page.size[0], blank.size[0]), max(page.size[1], blank.size[1]))
    properties = {
        "sheetId": page.gid,
        "gridProperties": {"rowCount": size[0], "columnCount": size[1]},
    }
    fields = "gridProperties.rowCount,gridProperties.columnCount"
    room = {"updateSheetProperties": {"properties": properties, "fields": fields}}
    return replace(page, size=size), [Step(fill.text, (room, *fill.requests))]


def _fresh(grid: Grid, kind: Worksheet | None) -> Page:
    spare = SPARE_LOG_ROWS if kind and kind.log else SPARE_ROWS
    heads = [column.header for column in kind.columns] if kind else []
    return Page(
        grid=grid,
        gid=grid.gid or 0,
        kind=kind,
        owner_name=None,
        size=(len(grid.rows) + spare, max(map(len, grid.rows))),
        frozen=0,
        head=0,
        columns={header: at for at, header in enumerate(heads)},
    )


def _definition(site: _Site, page: Page) -> list[Step]:
    page, done = _mended(page)
    return [*done, *_kept(site, page)] if page.columns else done


def _log(site: _Site, page: Page) -> list[Step]:
    page, done = _mended(page)
    return [*done, *head_protection(page, own=site.own)] if page.columns else done


def _mended(page: Page) -> tuple[Page, list[Step]]:
    if page.kind is None or not page.columns:
        return page, [Step(said("headless", page=page.title))]
    kind = page.kind
    page, done = missing_columns(page, kind)
    return page, [*done, *dressed(page, kind)]


def _kept(site: _Site, page: Page) -> list[Step]:
    """Leave a worksheet to the standing agency."""
    description = said("definition_description")
    editors = site.standing_agency
    return protection(page, editors, description, known=site.known, own=site.own)


def _owners(site: _Site, owners: Bearers) -> list[Step]:
    """Set up the own log of a name's bearers, with a line for everything they owe."""
    name = str(site.book.owners["name"].iloc[owners[0]])
    page = owner_page(site.found.pages, owners, site.book.names)
    done: list[Step] = []
    if page is None or page.is_blank:
        title = page.title if page else f"{PROGRESS.title} – {name}"
        page, done = _written(site, Table(title, PROGRESS, ()), page)
    elif not page.columns:
        return _log(site, page)
    page, mended = _mended(page)
    lines = list(waiting_lines(site.book, owners, codes_written(page, site.book)))
    added = [added_lines(page, lines)] if lines else []
    description = said("owner_description", owner=name)
    editors = site.addresses[owners]
    return [
        *done,
        *added,
        *mended,
        *protection(page, editors, description, known=site.known, own=site.own),
        *head_protection(page, own=site.own),
    ]


def _lists(site: _Site) -> list[Step]:
    columns = lists.list_columns()
    rows, width = max(map(len, columns.values())), max(columns)
    page = site.found.titled(lists.TITLE)
    done: list[Step] = []
    if page is None:
        grid = Grid(lists.TITLE, ((None,) * width,), site.gid(lists.TITLE))
        page = replace(_fresh(grid, None), size=(rows, width))
        done = [new_page(page.title, page.gid, page.size, hidden=True)]
    kinds = ((p.kind.title, p.title) for p in site.found.pages if p.kind and not p.kind.log)
    titles = {usual: title for usual, title in kinds if usual != title}
    return [*done, *helper_lists(page, titles), *_kept(site, page)]

"""Makes or mends the sheet in a Google spreadsheet; a second run finds nothing to do."""

import zlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from lib.grid import Grid
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
    owner_tab,
)
from lib.template.google_protection import head_protection, protection
from lib.template.google_steps import Step, content, helper_lists, missing_columns, new_tab, said
from lib.template.google_tabs import Api, GoogleTab, Standing, standing
from lib.template.plan import Table
from lib.template.waiting import Bearers, bearers, waiting_lines
from lib.template.worksheets import tables
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
        taken = {tab.gid for tab in self.found.tabs}
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
    tabs = [owner_tab(found.tabs, owners, book.names) for owners in addresses]
    others = [tab for tab in found.tabs if tab.owner_name and tab not in tabs]
    return [
        *_settings(found),
        *_instructions(site),
        *(step for table in wanted for step in _table(site, table)),
        *(step for owners in addresses for step in _owners(site, owners)),
        *(step for tab in others for step in _set_up(site, tab)),
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
    grids = [tab.grid for tab in found.tabs if not tab.is_blank]
    there = {tab.kind for tab in found.tabs if not tab.is_blank and not tab.owner_name}
    return [*grids, *(table.grid() for table in wanted if table.kind not in there)]


def _settings(found: Standing) -> list[Step]:
    if (found.locale, found.time_zone) == (LOCALE, TIME_ZONE):
        return []
    properties = {"locale": LOCALE, "timeZone": TIME_ZONE}
    update = {"properties": properties, "fields": "locale,timeZone"}
    text = said("settings", locale=LOCALE, zone=TIME_ZONE)
    return [Step(text, ({"updateSpreadsheetProperties": update},))]


def _instructions(site: _Site) -> list[Step]:
    there = site.found.titled(INSTRUCTIONS)
    if there:
        return _kept(site, there) if there.protections else []
    rows = tuple((text,) for _, text in texts.instructions())
    tab = _fresh(Grid(INSTRUCTIONS, rows, site.gid(INSTRUCTIONS)), None)
    return [new_tab(tab), content(tab, rows, heads=False), *_kept(site, tab)]


def _table(site: _Site, table: Table) -> list[Step]:
    """Set up a definition worksheet, or a log that is everybody's."""
    tabs = [tab for tab in site.found.tabs if tab.kind is table.kind and not tab.owner_name]
    done: list[Step] = []
    if not tabs or tabs[0].is_blank:
        tab, done = _written(site, table, tabs[0] if tabs else None)
        tabs = [tab, *tabs[1:]]
    return done + [step for tab in tabs for step in _set_up(site, tab)]


def _written(site: _Site, table: Table, blank: GoogleTab | None) -> tuple[GoogleTab, list[Step]]:
    """Put a table into a new worksheet, or into one of its title that is still blank."""
    grid = table.grid(blank.gid if blank else site.gid(table.title))
    tab = _fresh(grid, table.kind)
    fill = content(tab, grid.rows, heads=True)
    if blank is None:
        return tab, [new_tab(tab), fill]
    size = (max(tab.size[0], blank.size[0]), max(tab.size[1], blank.size[1]))
    inside = {"rowCount": size[0], "columnCount": size[1]}
    properties = {"sheetId": tab.gid, "gridProperties": inside}
    fields = "gridProperties.rowCount,gridProperties.columnCount"
    room = {"updateSheetProperties": {"properties": properties, "fields": fields}}
    return replace(tab, size=size), [Step(fill.text, (room, *fill.requests))]


def _fresh(grid: Grid, kind: Worksheet | None) -> GoogleTab:
    spare = SPARE_LOG_ROWS if kind and kind.log else SPARE_ROWS
    heads = [column.header for column in kind.columns] if kind else []
    return GoogleTab(
        grid=grid,
        gid=grid.gid or 0,
        kind=kind,
        owner_name=None,
        size=(len(grid.rows) + spare, max(map(len, grid.rows))),
        frozen=0,
        head=0,
        columns={header: at for at, header in enumerate(heads)},
    )


def _set_up(site: _Site, tab: GoogleTab) -> list[Step]:
    """Mend a worksheet; a definition is the standing agency's, of a log the heads are nobody's."""
    tab, done = _mended(tab)
    if tab.kind is None or not tab.columns:
        return done
    kept = head_protection(tab, own=site.own) if tab.kind.log else _kept(site, tab)
    return [*done, *kept]


def _mended(tab: GoogleTab) -> tuple[GoogleTab, list[Step]]:
    kind = tab.kind
    if kind is None or not tab.columns:
        return tab, [Step(said("headless", tab=tab.title))]
    tab, done = missing_columns(tab, kind)
    return tab, [*done, *dressed(tab, kind)]


def _kept(site: _Site, tab: GoogleTab) -> list[Step]:
    """Leave a worksheet to the standing agency."""
    told = said("definition_description")
    return protection(tab, site.standing_agency, told, known=site.known, own=site.own)


def _owners(site: _Site, owners: Bearers) -> list[Step]:
    """Set up the own log of a name's bearers, with a line for everything they owe."""
    name = str(site.book.owners["name"].iloc[owners[0]])
    tab = owner_tab(site.found.tabs, owners, site.book.names)
    done: list[Step] = []
    if tab is None or tab.is_blank:
        title = tab.title if tab else f"{PROGRESS.title} – {name}"
        tab, done = _written(site, Table(title, PROGRESS, ()), tab)
    elif not tab.columns:
        return _set_up(site, tab)
    tab, mended = _mended(tab)
    lines = list(waiting_lines(site.book, owners, codes_written(tab, site.book)))
    added = [added_lines(tab, lines)] if lines else []
    told, editors = said("owner_description", owner=name), site.addresses[owners]
    own = protection(tab, editors, told, known=site.known, own=site.own)
    return [*done, *added, *mended, *own, *head_protection(tab, own=site.own)]


def _lists(site: _Site) -> list[Step]:
    columns = lists.list_columns()
    rows, width = max(map(len, columns.values())), max(columns)
    tab = site.found.titled(lists.TITLE)
    done: list[Step] = []
    if tab is None:
        grid = Grid(lists.TITLE, ((None,) * width,), site.gid(lists.TITLE))
        tab = replace(_fresh(grid, None), size=(rows, width))
        done = [new_tab(tab, hidden=True)]
    kinds = ((p.kind.title, p.title) for p in site.found.tabs if p.kind and not p.kind.log)
    titles = {usual: title for usual, title in kinds if usual != title}
    return [*done, *helper_lists(tab, titles), *_kept(site, tab)]

"""Makes or mends the sheet in a Google spreadsheet; a second run finds nothing to do."""

import re
import zlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from lib.grid import Grid
from lib.sheet import Book, read
from lib.sheet.book import agency_on
from lib.sheet.schema import AGENCIES, INSTRUCTIONS, OWNER, PROGRESS, UNITS, Field, Worksheet
from lib.template import lists, texts
from lib.template.editors import Editor, EditorsError, editors_by_owner, sheet_editors
from lib.template.google_dress import WIDE_PIXELS, dressed, emphasis, moved_first, wide
from lib.template.google_owners import added_lines, codes_written, owner_tab, titled
from lib.template.google_protection import Keys, head_protection, owners_of_all, protection
from lib.template.google_rules import entered
from lib.template.google_steps import (
    Step,
    content,
    helper_lists,
    missing_columns,
    new_tab,
    said,
    start_at,
)
from lib.template.google_tabs import Api, GoogleTab, Standing, standing
from lib.template.plan import OWN_LOG, Table
from lib.template.waiting import Bearers, bearers, owed_codes, waiting_lines
from lib.template.worksheets import tables
from lib.vietnamese import key

_GOOGLES_OWN = re.compile(r"(trang tính|sheet|feuille|hoja|blatt) ?\d*")
LOCALE, TIME_ZONE = "vi_VN", "Asia/Ho_Chi_Minh"
SPARE_ROWS, SPARE_LOG_ROWS = 200, 1000
"""Empty rows a new worksheet gets below its content."""


@dataclass(frozen=True, slots=True)
class Orders:
    """Who is to edit what, and under which address this runs.

    `editors` is the whole truth: who is not in it edits nothing. Without it (None) rights are only
    added. With `of_the_sheet` it is what the sheet's own column of addresses says. `plan` are other
    definitions than the shipped ones, for worksheets that hold nothing yet.
    """

    own_address: str
    today: date
    editors: tuple[Editor, ...] | None = None
    of_the_sheet: bool = False
    plan: tuple[Table, ...] | None = None


@dataclass(frozen=True, slots=True)
class _Site:
    """All that a worksheet's steps depend on besides the worksheet itself."""

    found: Standing
    book: Book
    addresses: Mapping[Bearers, tuple[str, ...]]
    titles: Mapping[Bearers, tuple[str, str | None]]
    standing_agency: tuple[str, ...]
    keys: Keys

    @property
    def by_owner(self) -> bool:
        """Whether owners have, or are to get, worksheets of their own."""
        own = (tab.kind is PROGRESS and tab.owner_name for tab in self.found.tabs)
        return bool(self.addresses) or any(own)

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
    wanted = tables(with_sample=False, plan=orders.plan)
    book = read(_to_be(found, wanted), today=orders.today)
    site = _site(found, book, orders)
    tabs = [owner_tab(found.tabs, owners, book.names) for owners in site.addresses]
    others = [tab for tab in found.tabs if tab.owner_name and tab not in tabs]
    return [
        *_settings(found),
        *_always(site),
        *_instructions(site),
        *(step for table in wanted for step in _table(site, table)),
        *(step for owners in site.addresses for step in _owners(site, owners)),
        *(step for tab in others for step in _set_up(site, tab)),
        *_lists(site),
        *_closed_out(site),
        *_blank(found),
    ]


def _site(found: Standing, book: Book, orders: Orders) -> _Site:
    editors = orders.editors or ()
    if orders.of_the_sheet:
        editors = sheet_editors(book, orders.today)
        if not editors:
            raise EditorsError(said("no_addresses"))
    addresses = editors_by_owner(editors, book)
    named = addresses or editors_by_owner(sheet_editors(book, orders.today), book)
    agency = agency_on(book, book.settings.standing_agency, orders.today)
    listed = (one.address for one in editors)
    always = owners_of_all(found.tabs, besides=(orders.own_address, *listed))
    exact = orders.of_the_sheet or orders.editors is not None
    return _Site(
        found,
        book,
        addresses,
        _titles(book, addresses),
        named.get(bearers(book, agency), ()) if agency else (),
        Keys(orders.own_address, always, exact),
    )


def _titles(book: Book, named: Iterable[Bearers]) -> Mapping[Bearers, tuple[str, str | None]]:
    """Give each name's worksheet a title, with the alias it needs; two that are cut differ."""
    taken = {key(each) for each in (*book.owners["name"], *_aliases(book, book.owners.index))}
    titles: dict[Bearers, tuple[str, str | None]] = {}
    for owners in named:
        names = (book.owners["name"].iloc[owners[0]], *_aliases(book, owners))
        titles[owners] = titled(names, taken)
        taken.add(key(titles[owners][1] or ""))
    return titles


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


def _always(site: _Site) -> list[Step]:
    """Say whom no protection keeps out, where it matters."""
    told = ", ".join(sorted(site.keys.always))
    return [Step(said("always", addresses=told))] if told and site.keys.exact else []


def _instructions(site: _Site) -> list[Step]:
    """Put the instructions first, wide enough to be read."""
    tab, done = site.found.titled(INSTRUCTIONS), list[Step]()
    if tab is None:
        lines = texts.instructions("google")
        grid = Grid(INSTRUCTIONS, tuple((text,) for _, text in lines), site.gid(INSTRUCTIONS))
        tab = _fresh(grid, None)
        bold = [at for at, (kind, _) in enumerate(lines) if kind != "text"]
        done = [new_tab(tab, first=True), content(tab, grid.rows, heads=False), emphasis(tab, bold)]
    elif tab.index:
        done = [moved_first(tab)]
    look = wide(tab) if tab.width(0) != WIDE_PIXELS else []
    return [*done, *look, *(_kept(site, tab) if done or tab.protections else [])]


def _blank(found: Standing) -> list[Step]:
    """Remove the worksheet that Google puts into each new spreadsheet, while nothing is in it."""
    return [
        Step(said("blank_tab", tab=tab.title), ({"deleteSheet": {"sheetId": tab.gid}},))
        for tab in found.tabs
        if tab.is_blank and tab.kind is None and _GOOGLES_OWN.fullmatch(key(tab.title))
    ]


def _closed_out(site: _Site) -> list[Step]:
    """Name who can write nowhere: the common log is closed and no worksheet is theirs."""
    tabs = site.found.tabs
    theirs = {owner for owners in site.addresses for owner in owners}
    names = (tab.owner_name for tab in tabs if tab.kind is PROGRESS and tab.owner_name)
    theirs |= {owner for name in names for owner in site.book.names.match(name).value or ()}
    owners = site.book.owners
    ended = owners["valid_until"].notna()
    left = owners.loc[~ended & ~owners.index.isin(theirs), "label"].tolist()
    if not left or not site.by_owner:
        return []
    told = {"count": len(left), "owners": ", ".join(left), "tab": PROGRESS.title}
    return [Step(said("closed_out", **told))]


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
    """Mend a worksheet and leave it to the standing agency.

    Of a log that everybody writes, while no owner has one of its own, only the heads are nobody's.
    """
    tab, done = _mended(site, tab)
    if tab.kind is None or not tab.columns:
        return done
    open_to_all = tab.kind is PROGRESS and not (site.by_owner and _closed(site, tab))
    kept = head_protection(tab, keys=site.keys) if open_to_all else _kept(site, tab)
    return [*done, *kept]


def _closed(site: _Site, tab: GoogleTab) -> bool:
    """Tell whether nobody but the standing agency writes here: a common log, one of nobody's."""
    return not tab.owner_name or site.keys.exact


def _mended(site: _Site, tab: GoogleTab, owners: Bearers = ()) -> tuple[GoogleTab, list[Step]]:
    """Add what a worksheet lacks; an owner's own log offers what the owner owes."""
    kind = tab.kind
    if kind is None or not tab.columns:
        return tab, [Step(said("headless", tab=tab.title))]
    if kind is PROGRESS and not owners and tab.owner_name:
        owners = site.book.names.match(tab.owner_name).value or ()
    if owners and OWNER not in tab.columns:
        kind = OWN_LOG
    tab, done = missing_columns(tab, kind)
    return tab, [*done, *dressed(tab, kind, owed_codes(site.book, owners) if owners else ())]


def _kept(site: _Site, tab: GoogleTab) -> list[Step]:
    """Leave a worksheet to the standing agency."""
    told = said("definition_description")
    return protection(tab, site.standing_agency, told, keys=site.keys)


def _owners(site: _Site, owners: Bearers) -> list[Step]:
    """Set up the own log of a name's bearers, with a line for everything they owe."""
    book = site.book
    name = book.owners["name"].iloc[owners[0]]
    tab = owner_tab(site.found.tabs, owners, book.names)
    done: list[Step] = []
    if tab is None or tab.is_blank:
        title, alias = site.titles[owners]
        tab, done = _written(site, Table(tab.title if tab else title, OWN_LOG, ()), tab)
        done += _aliased(site, owners[0], alias) if alias else []
    elif not tab.columns:
        return _set_up(site, tab)
    tab, mended = _mended(site, tab, owners)
    lines = list(waiting_lines(book, owners, codes_written(tab, book)))
    added = [added_lines(tab, lines)] if lines else []
    told, editors = said("owner_description", owner=name), site.addresses[owners]
    own = protection(tab, editors, told, keys=site.keys)
    return [*done, *added, *mended, *own, *head_protection(tab, keys=site.keys)]


def _aliases(book: Book, owners: Iterable[int]) -> list[str]:
    return [alias for owner in owners for alias in book.owners["aliases"].iloc[owner]]


def _aliased(site: _Site, owner: int, alias: str) -> list[Step]:
    """Add to a definition the name that a worksheet's title has room for."""
    owners = site.book.owners
    name, row = str(owners["name"].iloc[owner]), int(owners["row"].iloc[owner])
    kind = UNITS if owners["is_unit"].iloc[owner] else AGENCIES
    tab = next((tab for tab in site.found.tabs if tab.kind is kind and not tab.is_blank), None)
    if tab is None or Field.ALIASES not in tab.columns:
        raise EditorsError(said("long_name", owner=name))
    written, column = tab.grid.rows[row - 1], tab.columns[Field.ALIASES]
    before = written[column] if column < len(written) and written[column] else None
    text = alias if before is None else f"{before}; {alias}"
    cells = [{"values": [entered(text)]}]
    start = start_at(tab, row - 1, column)
    update = {"start": start, "rows": cells, "fields": "userEnteredValue"}
    told = {"tab": tab.title, "alias": alias, "owner": name}
    return [Step(said("alias", **told), ({"updateCells": update},))]


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

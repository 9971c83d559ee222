"""What stands in a Google spreadsheet now, as far as setting it up is concerned."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, Protocol

from lib.grid import Grid
from lib.sheet.schema import INSTRUCTIONS, OWNER, SETTINGS, Worksheet
from lib.sheet.tabs import Tab, find_head, recognised
from lib.template import lists
from lib.vietnamese import key

Json = dict[str, Any]

STRUCTURE = (
    "properties(locale,timeZone),"
    "sheets(properties,conditionalFormats,protectedRanges,basicFilter,filterViews(title))"
)
DETAILS = (
    "sheets(properties(sheetId),data(startRow,columnMetadata(pixelSize),"
    "rowData(values(note,dataValidation,userEnteredValue,"
    "userEnteredFormat(numberFormat,wrapStrategy)))))"
)
RANGES_A_REQUEST = 60


class Api(Protocol):
    """What is needed of gspread's client."""

    def spreadsheets_get(self, id: str, params: Any) -> Any:  # noqa: A002
        """Describe a spreadsheet."""

    def batch_update(self, id: str, body: Any) -> Any:  # noqa: A002
        """Change a spreadsheet."""


@dataclass(frozen=True, slots=True)
class GoogleTab:
    """A worksheet: what it holds, how it is dressed, what it is for and in whose name.

    `head` is the row of its heads, from 0; `columns` where each known head stands, from 0.
    """

    grid: Grid
    gid: int
    kind: Worksheet | None
    owner_name: str | None
    size: tuple[int, int]
    frozen: int
    head: int
    columns: Mapping[str, int]
    colours: tuple[Json, ...] = ()
    protections: tuple[Json, ...] = ()
    filtered: bool = False
    views: tuple[str, ...] = ()
    index: int = 0
    frozen_columns: int = 0
    data: tuple[Json, ...] = ()

    @property
    def title(self) -> str:
        """Its title as it is written."""
        return self.grid.title

    @property
    def is_blank(self) -> bool:
        """Whether nothing at all is written in it."""
        return not self.grid.rows

    def cell(self, row: int, column: int) -> Json:
        """Give what is known of a cell, both counted from 0."""
        for part in self.data:
            rows = part.get("rowData", [])
            at = row - part.get("startRow", 0)
            if 0 <= at < len(rows):
                values = rows[at].get("values", [])
                return values[column] if column < len(values) else {}
        return {}

    def width(self, column: int) -> int | None:
        """Give a column's width in pixels."""
        for part in self.data:
            metadata = part.get("columnMetadata", [])
            if column < len(metadata):
                return metadata[column].get("pixelSize")
        return None


@dataclass(frozen=True, slots=True)
class Standing:
    """A spreadsheet as it stands."""

    locale: str
    time_zone: str
    tabs: tuple[GoogleTab, ...]

    def titled(self, title: str) -> GoogleTab | None:
        """Find a worksheet by its title, compared as people read it."""
        return next((tab for tab in self.tabs if key(tab.title) == key(title)), None)


def standing(api: Api, spreadsheet_id: str, grids: Sequence[Grid]) -> Standing:
    """Read how the worksheets are dressed; `grids` is what they hold.

    Of each column the first row below the head and the sheet's last row are looked at.
    """
    told = api.spreadsheets_get(spreadsheet_id, params={"fields": STRUCTURE})
    sheets = {sheet["properties"].get("sheetId", 0): sheet for sheet in told["sheets"]}
    tabs = [_tab(tab, sheets[tab.grid.gid]) for tab in recognised(grids) if tab.grid.gid in sheets]
    details = _details(api, spreadsheet_id, [area for tab in tabs for area in _areas(tab)])
    properties = told["properties"]
    return Standing(
        properties.get("locale", ""),
        properties.get("timeZone", ""),
        tuple(replace(tab, data=tuple(details.get(tab.gid, ()))) for tab in tabs),
    )


def _tab(tab: Tab, sheet: Json) -> GoogleTab:
    inside = sheet["properties"].get("gridProperties", {})
    optional = OWNER if tab.name else None
    head = find_head(tab.grid, tab.kind, optional=optional) if tab.kind else None
    return GoogleTab(
        grid=tab.grid,
        gid=sheet["properties"].get("sheetId", 0),
        kind=tab.kind,
        owner_name=tab.name,
        size=(inside.get("rowCount", 0), inside.get("columnCount", 0)),
        frozen=inside.get("frozenRowCount", 0),
        head=head.row - 1 if head else 0,
        columns={header: at - 1 for header, at in head.positions.items()} if head else {},
        colours=tuple(sheet.get("conditionalFormats", ())),
        protections=tuple(sheet.get("protectedRanges", ())),
        filtered="basicFilter" in sheet,
        views=tuple(view.get("title", "") for view in sheet.get("filterViews", ())),
        index=sheet["properties"].get("index", 0),
        frozen_columns=inside.get("frozenColumnCount", 0),
    )


def _areas(tab: GoogleTab) -> list[str]:
    quoted = "'" + tab.title.replace("'", "''") + "'"
    rows = tab.size[0]
    if tab.kind is SETTINGS or key(tab.title) == key(lists.TITLE):
        return [f"{quoted}!A1:ZZ{rows}"]
    if tab.kind is None:
        return [f"{quoted}!A1"] if key(tab.title) == key(INSTRUCTIONS) else []
    first, last = tab.head + 1, rows
    areas = [f"{quoted}!A{first}:ZZ{min(first + 1, last)}"]
    return [*areas, f"{quoted}!A{last}:ZZ{last}"] if last > first + 1 else areas


def _details(api: Api, spreadsheet_id: str, areas: Sequence[str]) -> dict[int, list[Json]]:
    found: dict[int, list[Json]] = {}
    for at in range(0, len(areas), RANGES_A_REQUEST):
        params = {"ranges": list(areas[at : at + RANGES_A_REQUEST]), "fields": DETAILS}
        for sheet in api.spreadsheets_get(spreadsheet_id, params=params)["sheets"]:
            gid = sheet["properties"].get("sheetId", 0)
            found.setdefault(gid, []).extend(sheet.get("data", ()))
    return found

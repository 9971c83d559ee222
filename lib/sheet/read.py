"""Reads a whole spreadsheet: grids in, a Book out, never an exception for what people typed."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

import pandas as pd

from lib.grid import Grid
from lib.problem import ProblemCode
from lib.sheet import cells, schema
from lib.sheet.book import Book
from lib.sheet.cells import Parsed, RawCell
from lib.sheet.definitions import Parser, Values, read_columns
from lib.sheet.findings import Findings
from lib.sheet.items import read_items
from lib.sheet.log import TabOwners, read_log
from lib.sheet.names import Names
from lib.sheet.owners import Owners, read_owners
from lib.sheet.settings import Answers, read_settings
from lib.sheet.table import Table, table
from lib.sheet.tabs import Tab, absent, find_head, recognised


def read(grids: Iterable[Grid], *, today: date) -> Book:
    """Read every worksheet; what cannot be read is a problem in the Book (rules, 1).

    `today` dates what the sheet leaves open: the year, the as-of date, what is in the future.
    """
    tabs = recognised(list(grids))
    findings = Findings()
    _note_titles(tabs, findings)
    tables = {
        kind.title: _table(kind, tabs, findings) for kind in schema.WORKSHEETS if not kind.log
    }
    answers = Answers(tables[schema.SETTINGS.title], findings)
    settings = read_settings(answers, today=today)

    def columns(kind: schema.Worksheet, agency: Parser = cells.parse_text) -> tuple[Table, Values]:
        found = tables[kind.title]
        return found, read_columns(found, findings, date=settings.parse_date, agency=agency)

    owners = read_owners(*columns(schema.UNITS), *columns(schema.AGENCIES), findings)
    agency = _agency_parser(owners)
    standing = answers.value(schema.Setting.STANDING_AGENCY, agency)
    definitions = [
        columns(kind, agency) for kind in (schema.CRITERIA, schema.TASKS, schema.PERIODS)
    ]
    items = read_items(definitions, owners, settings, findings, today=today)
    logs = []
    for kind in (schema.PROGRESS, schema.APPRAISALS):
        tab_owners, own = _tab_owners(kind, tabs, owners.names, findings)
        log = _table(kind, own, findings, tab_owners)
        logs.append(
            read_log(log, owners, items, settings, findings, today=today, tab_owners=tab_owners)
        )
    return Book(
        today=today,
        settings=replace(settings, standing_agency=standing),
        owners=owners.table,
        names=owners.names,
        items=items.table,
        scope=items.scope,
        entries=_joined([log.entries for log in logs]),
        obstacles=_joined([log.obstacles for log in logs]),
        groups=tuple(owners.groups.values()),
        problems=findings.sorted(),
        worksheets=tuple((tab.title, tab.link) for tab in tabs),
        absent=tuple(absent(tabs)),
    )


def _joined(tables: list[pd.DataFrame]) -> pd.DataFrame:
    """Return tables below each other; nothing is copied where all but one are empty."""
    filled = [table for table in tables if len(table)]
    return pd.concat(filled, ignore_index=True) if len(filled) > 1 else [*filled, *tables][0]


def _note_titles(tabs: list[Tab], findings: Findings) -> None:
    """Note required worksheets that are missing, and stray ones that look like one of the kinds."""
    there = {tab.kind.title for tab in tabs if tab.kind}
    for kind in schema.WORKSHEETS:
        if kind.required and kind.title not in there:
            findings.of_title(kind.title, ProblemCode.MISSING_WORKSHEET)
    for tab in tabs:
        if tab.stray or tab.misplaced:
            unread = ProblemCode.UNKNOWN_WORKSHEET if tab.stray else ProblemCode.MISPLACED_WORKSHEET
            findings.of_title(tab.title, unread, tab=tab.number, value=tab.title)


def _table(
    kind: schema.Worksheet,
    tabs: list[Tab],
    findings: Findings,
    tab_owners: TabOwners | None = None,
) -> Table:
    sources = []
    for tab in tabs:
        if tab.kind is kind:
            owned = tab.number in (tab_owners or {})
            head = find_head(tab.grid, kind, optional=schema.OWNER if owned else None)
            findings.of_head(tab, head)
            sources.append((tab, head))
    return table(kind, sources)


def _tab_owners(
    kind: schema.Worksheet, tabs: list[Tab], names: Names, findings: Findings
) -> tuple[TabOwners, list[Tab]]:
    """Return whose each owner's worksheet is, and the worksheets without those of others.

    A name that is not known makes a common one. An owner's spreadsheet tells of its owner alone.
    """
    owners: TabOwners = {}
    own: list[Tab] = []
    for tab in tabs:
        if tab.kind is kind and tab.name is not None:
            match, spreadsheet = names.match(tab.name), tab.grid.spreadsheet
            keeper = names.match(spreadsheet).value if spreadsheet else None
            if keeper is not None and match.value != keeper:
                code = ProblemCode.MISPLACED_WORKSHEET
                findings.of_title(tab.title, code, tab=tab.number, value=tab.title)
                continue
            if match.value is not None or tab.name != spreadsheet:
                findings.of_name(tab, match)
            if match.value is not None:
                owners[tab.number] = tab.name, match.value
        own.append(tab)
    return owners, own


def _agency_parser(owners: Owners) -> Parser:
    """Return a parser of an agency's name; one that is not known is shown as written."""
    is_unit = owners.table["is_unit"]

    def parse(cell: RawCell) -> Parsed:
        text = cells.text_of(cell)
        match = owners.names.match(text)
        if match.value is None or is_unit.iat[match.value[0]]:
            return Parsed(text, ProblemCode.UNKNOWN_AGENCY, match.suggestion)
        return match._replace(value=text)

    return parse

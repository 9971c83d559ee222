"""What a list of spreadsheets is made of: the configured ones at Google, or a folder's workbooks."""

import time
from collections.abc import Callable
from dataclasses import replace
from functools import cache, partial
from pathlib import Path

from lib.grid import BETWEEN
from lib.source.configuration import Configuration
from lib.source.google import BoundedHTTPClient, GoogleSheet, connect
from lib.source.several import MINUTE, Quota, Several, Source
from lib.source.workbook import read_saved_workbook, workbook_stamp
from lib.vietnamese import collation_key

LEADING = "so-theo-doi.xlsx"
"""The leading workbook of a folder."""
ENDINGS = {".xlsx", ".xlsm"}
TITLES_A_MINUTE = 10
"""So many of a list's spreadsheets are asked for their titles and merged ranges a minute."""
FAR_AWAY_SECONDS = 300.0


def spreadsheets(
    configured: Configuration,
    *,
    folder: Path | None = None,
    quota: Quota | None = None,
    monotonic: Callable[[], float] = time.monotonic,
) -> Several:
    """List the configured spreadsheet and those read as one with it; all share one client."""
    allowed = quota or Quota(monotonic=monotonic)

    @cache
    def connection() -> BoundedHTTPClient:
        return connect(configured, sent=allowed.spend)

    titles_seconds = max(FAR_AWAY_SECONDS, MINUTE * (1 + len(configured.others)) / TITLES_A_MINUTE)

    def source(name: str, spreadsheet: str) -> Source:
        own = replace(configured, spreadsheet_id=spreadsheet, others={})
        sheet = GoogleSheet(own, tabs_seconds=titles_seconds, connection=connection)
        return Source(name, own.identity, sheet.read)

    listed = [source("", configured.spreadsheet_id)]
    listed += [source(name, spreadsheet) for name, spreadsheet in configured.others.items()]
    return Several(
        lambda: listed,
        refresh_seconds=configured.refresh_seconds,
        folder=folder,
        quota=allowed,
        monotonic=monotonic,
    )


def workbooks(folder: Path, *, refresh_seconds: float, kept: Path | None = None) -> Several:
    """List a folder's workbooks, each under its file's name, in Vietnamese order."""

    def source(path: Path) -> Source:
        name = "" if path.name == LEADING else path.stem.replace(BETWEEN.strip(), "-")
        return Source(
            name,
            f"workbook {path}",
            partial(read_saved_workbook, path),
            partial(workbook_stamp, path),
        )

    def listed() -> list[Source]:
        try:
            found = [path for path in folder.iterdir() if _is_workbook(path)]
        except OSError:
            found = []
        others = sorted(found, key=lambda path: (collation_key(path.stem), path.name))
        return [source(folder / LEADING), *map(source, others)]

    return Several(listed, refresh_seconds=refresh_seconds, folder=kept)


def _is_workbook(path: Path) -> bool:
    """Tell a workbook from other files, and from what a spreadsheet program writes while it is open."""
    own = path.name.startswith(("~$", "."))
    return path.suffix.lower() in ENDINGS and path.name != LEADING and not own

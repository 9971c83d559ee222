"""Where the memory lies and for how long it is kept, from the environment or the secrets."""

import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from lib.memory.files import KEPT_DAYS
from lib.source.configuration import data_folder, section
from lib.source.errors import SourceError, SourceErrorCode

SECTION: Final = "memory"
FOLDER_VARIABLE: Final = "DASHBOARD_MEMORY"
DAYS_VARIABLE: Final = "DASHBOARD_MEMORY_DAYS"
FOLDER_NAME: Final = ".memory"
WORKBOOK: Final = "workbook"
"""Whose memory workbooks are in: a folder's, whatever each day's file is called."""
_KINDS: Final = {"folder": str, "days": int}


@dataclass(frozen=True, slots=True)
class Place:
    """The folder, and how many days are kept in it; with 0 nothing is recorded."""

    folder: Path
    days: int


def read_place(secrets: Path, *, environ: Mapping[str, str] = os.environ) -> Place:
    """Read the section `[memory]`; what the environment says goes before it.

    `environ` is where the secrets may be, in place of the file.
    Raises SourceError for what cannot be understood.
    """
    try:
        found: dict[str, Any] = section(secrets, SECTION, environ=environ)
    except SourceError as failure:
        if failure.code is not SourceErrorCode.CONFIGURATION_MISSING:
            raise
        found = {}
    for name, value in found.items():
        if type(value) is not _KINDS.get(name):
            raise _bad(secrets, f"{SECTION}.{name}")
    folder = os.environ.get(FOLDER_VARIABLE) or found.get("folder")
    days = os.environ.get(DAYS_VARIABLE) or found.get("days", KEPT_DAYS)
    try:
        number = int(days)
    except ValueError:
        raise _bad(secrets, DAYS_VARIABLE) from None
    if number < 0:
        raise _bad(secrets, f"{SECTION}.days")
    return Place(Path(folder) if folder else data_folder() / FOLDER_NAME, number)


def _bad(path: Path, field: str) -> SourceError:
    return SourceError(SourceErrorCode.BAD_CONFIGURATION, path=str(path), field=field)

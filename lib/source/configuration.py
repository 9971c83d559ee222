"""Which spreadsheet to read and with which key: from the environment, or a file of secrets.

What the environment says goes before the file: `DASHBOARD_SECRETS` is the whole file's text, in
its place; `DASHBOARD_SPREADSHEET` and `DASHBOARD_KEY` are the address of the spreadsheet and the
key (the path of the file Google gives, or its text). A key as Google gives it is taken wherever a
file of secrets is, and a section may name its path as `key_file`.
"""

import json
import os
import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from types import MappingProxyType
from typing import Any
from urllib.parse import urlsplit

from lib.grid import BETWEEN, Link
from lib.source.errors import SourceError, SourceErrorCode

SECTION = ("connections", "gsheets")
ROOT = Path(__file__).resolve().parents[2]
DATA_VARIABLE = "DASHBOARD_DATA"
"""Where the program writes: the example workbook, the copy of the sheet; beside itself by default."""
SECRETS_VARIABLE = "DASHBOARD_SECRETS"
SPREADSHEET_VARIABLE = "DASHBOARD_SPREADSHEET"
KEY_VARIABLE = "DASHBOARD_KEY"
API_URL = "https://sheets.googleapis.com"
TOKEN_URI = "https://oauth2.googleapis.com/token"
REFRESH_SECONDS = 60.0
LEAST_REFRESH_SECONDS = 1.0
ACCOUNT_TYPE = "service_account"
ACCOUNT_FIELDS = ("client_email", "private_key")
"""What the key file must say; the rest of its fields is passed on as it is."""

_ADDRESS = re.compile(r"/spreadsheets/(?:u/\d+/)?d/([A-Za-z0-9_-]+)")
_ID = re.compile(r"[A-Za-z0-9_-]{20,}")
_LINE = re.compile(r"at line (\d+)")
_LINE_OF_JSON = re.compile(r"line (\d+) column")
_LOOPBACK = re.compile(r"localhost|127(\.\d+){3}|::1")


@dataclass(frozen=True, slots=True)
class Configuration:
    """A configured spreadsheet; the account's fields, its key among them, are never shown."""

    spreadsheet_id: str
    share_with: str
    account: Mapping[str, str] = field(repr=False)
    api_url: str = API_URL
    refresh_seconds: float = REFRESH_SECONDS
    others: Mapping[str, str] = field(default_factory=dict)
    """The ids of the further spreadsheets that are read as one with it, by their names."""

    @property
    def identity(self) -> str:
        """Name the sheet among all others; the leading one names a list."""
        return f"google {self.api_url} {self.spreadsheet_id}"

    def cell_url(self, link: Link | None, cell: str | None = None) -> str:
        """Give the address of a worksheet, or of one of its cells."""
        name, gid = link if isinstance(link, tuple) else ("", link)
        spreadsheet = self.others.get(name, self.spreadsheet_id)
        address = f"https://docs.google.com/spreadsheets/d/{spreadsheet}/edit"
        if gid is None:
            return address
        return f"{address}#gid={gid}" + (f"&range={cell}" if cell else "")


def secrets_file() -> Path:
    """Name the file of secrets: the program's, else the one that Streamlit keeps for this user."""
    own, users = (folder / ".streamlit" / "secrets.toml" for folder in (ROOT, Path.home()))
    return users if users.is_file() and not own.is_file() else own


def data_folder() -> Path:
    """Name the folder the program writes to."""
    return Path(os.environ.get(DATA_VARIABLE) or ROOT)


def read_configuration(
    path: Path, spreadsheet: str | None = None, *, environ: Mapping[str, str] = os.environ
) -> Configuration:
    """Read the section `[connections.gsheets]`; a spreadsheet that is given needs none there.

    Raises SourceError: CONFIGURATION_MISSING without file or section, BAD_CONFIGURATION with the
    line or the field to mend. Nothing of the file's content is in the error.
    """
    found = _connection(path, environ)
    others = found.pop("spreadsheets", {})
    account = {name: str(value).strip() for name, value in found.items()}
    if account.get("type", ACCOUNT_TYPE) != ACCOUNT_TYPE:
        raise _bad(path, "type")
    for name in ACCOUNT_FIELDS:
        if not account.get(name):
            raise _bad(path, name)
    account["private_key"] = _with_line_ends(account["private_key"])
    account["token_uri"] = _safe_url(path, "token_uri", account.get("token_uri") or TOKEN_URI)
    api_url = _safe_url(path, "api_url", account.get("api_url") or API_URL)
    leading = _spreadsheet_id(path, spreadsheet or account.get("spreadsheet", ""))
    return Configuration(
        spreadsheet_id=leading,
        others={} if spreadsheet else _others(path, others, leading),
        share_with=account["client_email"],
        account=MappingProxyType(account),
        api_url=api_url.rstrip("/").removesuffix("/v4/spreadsheets"),
        refresh_seconds=_refresh_seconds(path, found.get("refresh_seconds", REFRESH_SECONDS)),
    )


def _connection(path: Path, environ: Mapping[str, str]) -> dict[str, Any]:
    """Put the section together of what the environment, the file and the key's own file say."""
    said = {
        "spreadsheet": environ.get(SPREADSHEET_VARIABLE, ""),
        "key_file": environ.get(KEY_VARIABLE, ""),
    }
    said = {name: text for name, text in said.items() if text}
    try:
        found = section(path, *SECTION, environ=environ)
    except SourceError as missing:
        if missing.code is not SourceErrorCode.CONFIGURATION_MISSING or "key_file" not in said:
            raise
        found = {}
    found = found | said
    key_file = str(found.pop("key_file", "")).strip()
    return found | _key(path, key_file) if key_file else found


def _key(path: Path, told: str) -> dict[str, Any]:
    """Read a key as Google gives it: its text, or the path of its file, from the secrets' folder."""
    try:
        text = told if told.startswith("{") else (path.parent / told).read_text("utf-8-sig")
        found = json.loads(text)
    except (OSError, ValueError):
        raise _bad(path, "key_file") from None
    if not isinstance(found, dict):
        raise _bad(path, "key_file")
    return found


def spreadsheet_id(text: str) -> str | None:
    """Find a spreadsheet's id in its address, or take it as it is; None when it is neither."""
    address = _ADDRESS.search(text)
    found = address.group(1) if address else text.strip()
    return found if _ID.fullmatch(found) else None


def section(path: Path, *names: str, environ: Mapping[str, str] = os.environ) -> dict[str, Any]:
    """Read a section of the secrets by its names, the outermost first.

    Raises SourceError: CONFIGURATION_MISSING without file or section, BAD_CONFIGURATION for what
    cannot be read.
    """
    told = environ.get(SECRETS_VARIABLE, "")
    path = Path(SECRETS_VARIABLE) if told else path
    found = _parsed(path, told or _text(path))
    for name in names:
        found = found.get(name) if isinstance(found, dict) else None
    if found is None:
        raise SourceError(SourceErrorCode.CONFIGURATION_MISSING, path=str(path))
    if not isinstance(found, dict):
        raise _bad(path, ".".join(names))
    return found


def _text(path: Path) -> str:
    try:
        return path.read_text("utf-8-sig")
    except FileNotFoundError:
        raise SourceError(SourceErrorCode.CONFIGURATION_MISSING, path=str(path)) from None
    except (OSError, UnicodeDecodeError):
        raise _bad(path) from None


def _parsed(path: Path, text: str) -> Any:
    """Parse secrets: TOML, the same as JSON, or a key as Google gives it."""
    try:
        if not text.lstrip().startswith("{"):
            return tomllib.loads(text)
        found = json.loads(text)
    except ValueError as problem:
        # Not chained: the message may quote the file.
        line = _LINE.search(str(problem)) or _LINE_OF_JSON.search(str(problem))
        raise _bad(path, line=line.group(1) if line else "") from None
    if isinstance(found, dict) and found.get("type") == ACCOUNT_TYPE:
        outer, inner = SECTION
        return {outer: {inner: found}}
    return found


def _spreadsheet_id(path: Path, text: str) -> str:
    found = spreadsheet_id(text)
    if found is None:
        raise _bad(path, "spreadsheet")
    return found


def _others(path: Path, told: object, leading: str) -> Mapping[str, str]:
    """Read the table of further spreadsheets: each once, under a name of its own."""
    if not isinstance(told, dict):
        raise _bad(path, "spreadsheets")
    found = {" ".join(name.split()): spreadsheet_id(str(text)) for name, text in told.items()}
    ids = [leading, *found.values()]
    for name, text in found.items():
        if text is None or ids.count(text) > 1 or not name or BETWEEN in name:
            raise _bad(path, f"spreadsheets.{name}")
    if len({name.casefold() for name in found}) < len(told):
        raise _bad(path, "spreadsheets")
    return MappingProxyType({name: text for name, text in found.items() if text})


def _refresh_seconds(path: Path, value: object) -> float:
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise _bad(path, "refresh_seconds")
    if not LEAST_REFRESH_SECONDS <= value <= 86_400:
        raise _bad(path, "refresh_seconds")
    return float(value)


def _safe_url(path: Path, name: str, text: str) -> str:
    """Take https, or plain http within this machine: a token must not cross a network unsealed."""
    try:
        url = urlsplit(text)
        host = url.hostname or ""
    except ValueError:
        raise _bad(path, name) from None
    local = url.scheme == "http" and _LOOPBACK.fullmatch(host)
    if not host or not (url.scheme == "https" or local):
        raise _bad(path, name)
    return text


def _with_line_ends(key: str) -> str:
    r"""Mend a key pasted with its line ends still written as `\n`."""
    return key if "\n" in key else key.replace("\\n", "\n")


def _bad(path: Path, field: str = "", line: str = "") -> SourceError:
    told = {"path": str(path), "field": field, "line": line}
    shown = {name: value for name, value in told.items() if value}
    return SourceError(SourceErrorCode.BAD_CONFIGURATION, **shown)

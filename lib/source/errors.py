"""Why the sheet could not be read: one vocabulary for both sources."""

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType


class SourceErrorCode(StrEnum):
    """Every way reading can fail; in brackets the details that come with it."""

    NO_NETWORK = "no_network"
    """No connection, or it broke [host]."""
    TIMEOUT = "timeout"
    """Nothing came in time [seconds, host]."""
    UNTRUSTED = "untrusted"
    """The server's certificate is not trusted: a proxy in between, or a wrong clock [host]."""
    QUOTA = "quota"
    """More reads than Google allows in a minute."""
    UNAVAILABLE = "unavailable"
    """Google's own failure, 5xx [status]."""
    UNREADABLE_ANSWER = "unreadable_answer"
    """An answer that is not the Sheets API's: a login page, a cut body [status, message]."""
    NOT_SHARED = "not_shared"
    """The spreadsheet is not shared with the service account [share_with, spreadsheet]."""
    NOT_FOUND = "not_found"
    """No such spreadsheet, or it is deleted [spreadsheet]."""
    NOT_A_SPREADSHEET = "not_a_spreadsheet"
    """An Office file kept on Drive, which the API cannot read [spreadsheet]."""
    WORKSHEET_MISSING = "worksheet_missing"
    """A worksheet keeps being renamed or deleted while it is read [worksheet]."""
    API_DISABLED = "api_disabled"
    """The Google Sheets API is not enabled for the key's project [activation]."""
    KEY_UNREADABLE = "key_unreadable"
    """The service account's key is not a key [field]."""
    KEY_REVOKED = "key_revoked"
    """Google no longer accepts the key: deleted, disabled, or its account is [account]."""
    CLOCK_WRONG = "clock_wrong"
    """This machine's clock is too far off for Google to accept a signature."""
    CONFIGURATION_MISSING = "configuration_missing"
    """No secrets file, or no section for the sheet in it [path]."""
    BAD_CONFIGURATION = "bad_configuration"
    """A secrets file that is not TOML, or a setting missing or wrong in it [path, field, line]."""
    WORKBOOK_MISSING = "workbook_missing"
    """No such file [path]."""
    WORKBOOK_NOT_WRITTEN = "workbook_not_written"
    """The example could not be written: the disk is full or may not be written [path]."""
    WORKBOOK_LOCKED = "workbook_locked"
    """The file may not be opened, or keeps changing while it is read [path]."""
    WORKBOOK_DAMAGED = "workbook_damaged"
    """A half written or broken workbook [path]."""
    WORKBOOK_EMPTY = "workbook_empty"
    """A workbook without worksheets: none at all, or charts only [path]."""
    WORKBOOK_TOO_LARGE = "workbook_too_large"
    """More cells than a Google spreadsheet may have, or more bytes than they take [path]."""
    NOT_A_WORKBOOK = "not_a_workbook"
    """Some other file: .xls, .ods, text, or protected with a password [path]."""
    INTERNAL = "internal"
    """Our own fault: the program's log tells."""


class SourceError(Exception):
    """The sheet could not be read; `details` never holds anything of a key."""

    def __init__(self, code: SourceErrorCode, **details: str) -> None:
        self.code = code
        self.details: Mapping[str, str] = MappingProxyType(dict(details))
        super().__init__(code, self.details)

    def __str__(self) -> str:
        told = ", ".join(f"{name}={value}" for name, value in self.details.items())
        return f"{self.code} ({told})" if told else str(self.code)

    def __repr__(self) -> str:
        return f"SourceError({self})"

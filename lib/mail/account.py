"""By which server, from whom and to which leaders mail is sent: the section `[mail]` of the secrets."""

import ipaddress
import os
import re
import ssl
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from email.headerregistry import Address
from email.utils import parseaddr
from enum import StrEnum
from pathlib import Path
from typing import Any, Final

from lib.source.configuration import section
from lib.source.errors import SourceError, SourceErrorCode
from lib.vietnamese import tidy
from lib.words import mail as said

SECTION: Final = "mail"
_KINDS: Final[dict[str, type]] = {
    "host": str,
    "port": int,
    "security": str,
    "user": str,
    "password": str,
    "from": str,
    "leaders": list,
    "ca": str,
}
_BETWEEN: Final = re.compile(r"[;,\n\r]+")
_ATOM: Final = r"[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+"
_LABEL: Final = r"[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?"
_ADDRESS: Final = re.compile(rf"{_ATOM}(?:\.{_ATOM})*@(?:{_LABEL}\.)+[A-Za-z][A-Za-z0-9-]*")
_LONGEST: Final = 254


class Security(StrEnum):
    """How the way to the server is sealed: after a plain beginning, from the first byte, not."""

    STARTTLS = "starttls"
    TLS = "tls"
    NONE = "none"


_PORTS: Final = {Security.STARTTLS: 587, Security.TLS: 465, Security.NONE: 25}


@dataclass(frozen=True, slots=True)
class Account:
    """Who sends mail by which server; the password is never shown."""

    host: str
    port: int
    security: Security
    sender: Address
    user: str = ""
    password: str = field(default="", repr=False)
    leaders: tuple[str, ...] = ()
    context: ssl.SSLContext | None = field(default=None, repr=False)


def read_account(path: Path, *, environ: Mapping[str, str] = os.environ) -> Account | None:
    """Read the section `[mail]`; None where there is none: no mail is sent.

    Raises ValueError, in words for whoever mends it; nothing of the file's content is in it.
    """
    try:
        found = section(path, SECTION, environ=environ)
    except SourceError as failure:
        if failure.code is SourceErrorCode.CONFIGURATION_MISSING:
            return None
        raise ValueError(said.BROKEN) from None
    if unknown := found.keys() - _KINDS.keys():
        raise ValueError(said.UNKNOWN_FIELD.format(field=min(unknown)))
    for name, value in found.items():
        if not isinstance(value, _KINDS[name]) or isinstance(value, bool):
            raise _wrong(name)
    return _account(found)


def leaders_with_access(path: Path, *, environ: Mapping[str, str] = os.environ) -> tuple[str, ...]:
    """Return the leaders that the section `[access]` names by their addresses, domains left out."""
    try:
        found = section(path, "access", environ=environ).get("leaders", ())
    except SourceError:
        return ()
    return read_addresses(found)[0]


def read_addresses(text: str | Iterable[object] | None) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the addresses in a cell or a list, each once, and what is written there and is none."""
    parts = _BETWEEN.split(text or "") if isinstance(text, str | None) else map(str, text)
    written = [part for part in map(tidy, parts) if part]
    good: dict[str, str] = {}
    for part in filter(is_address, written):
        good.setdefault(part.casefold(), part)
    return tuple(good.values()), tuple(part for part in written if not is_address(part))


def is_address(text: str) -> bool:
    """Tell whether mail can be sent to a text as it stands."""
    return len(text) <= _LONGEST and _ADDRESS.fullmatch(text) is not None


def _account(found: dict[str, Any]) -> Account:
    try:
        security = Security(found.get("security", Security.STARTTLS))
    except ValueError:
        raise _wrong("security") from None
    host, port = found.get("host", "").strip(), found.get("port", _PORTS[security])
    if not host:
        raise _wrong("host")
    if not 0 < port < 65536:
        raise _wrong("port")
    name, address = parseaddr(found.get("from", ""))
    if not is_address(address):
        raise _wrong("from")
    user, password = found.get("user", ""), found.get("password", "")
    if bool(user) != bool(password):
        raise _wrong("password" if user else "user")
    if not f"{user}{password}".isascii():
        raise _wrong("password")  # the protocol has no other letters
    if user and security is Security.NONE and not _on_this_machine(host):
        raise ValueError(said.PASSWORD_IN_THE_OPEN)
    leaders, wrong = read_addresses(found.get("leaders", ()))
    if wrong:
        raise _wrong("leaders")
    return Account(
        host=host,
        port=port,
        security=security,
        sender=Address(display_name=tidy(name), addr_spec=address),
        user=user,
        password=password,
        leaders=leaders,
        context=None if security is Security.NONE else _context(found.get("ca")),
    )


def _context(authority: str | None) -> ssl.SSLContext:
    """Trust who the system trusts, or the authority whose certificate is named."""
    try:
        return ssl.create_default_context(cafile=authority or None)
    except (OSError, ssl.SSLError):
        raise _wrong("ca") from None


def _on_this_machine(host: str) -> bool:
    try:
        return host == "localhost" or ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


def _wrong(name: str) -> ValueError:
    return ValueError(said.FIELD.format(field=name))

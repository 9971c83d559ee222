"""Who looks: named by a sign-in or by the office's proxy, let in by the secrets or by the sheet.

Without a section `[access]` in the secrets whoever reaches the server sees all. With one, nobody
does who is not named; the gate stands before every request, and tells the page who its reader is.
"""

import asyncio
import ipaddress
import json
import logging
import os
import re
import sys
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from pathlib import Path
from typing import Any, Final, TypeVar

import streamlit as st
from starlette.requests import HTTPConnection
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Receive, Scope, Send
from streamlit import config
from streamlit.auth_util import get_cookie_with_chunks
from streamlit.web.server.server_util import get_cookie_secret
from streamlit.web.server.starlette.starlette_app_utils import decode_signed_value

from lib.source.configuration import section
from lib.source.errors import SourceError, SourceErrorCode
from lib.ui import data
from lib.view.audience import EVERYTHING, Audience, Role
from lib.words import access as said

SECTION: Final = "access"
READER: Final = "x-dashboard-reader"
"""The header by which the gate tells the page whom it let in; a browser's own is taken away."""
GUARDED: Final = ("/media/", "/tinh-trang", "/component/")
"""What holds a sheet's content; all else is the program's own files."""
INSIDE: Final = "/_stcore/"
OPEN: Final = ("/_stcore/health", "/_stcore/host-config", "/_stcore/stream")
"""What of the server's inside a browser needs; the rest answers nobody. The page itself asks who
looks, once its stream stands."""
FORWARDED: Final = "FORWARDED_ALLOW_IPS"
"""Empty, it keeps uvicorn from taking for who asks whom a request says it is forwarded for."""
COOKIE: Final = "_streamlit_user"
SHORTEST_SECRET: Final = 16

HEADERS: Final = ("x-forwarded-email", "x-auth-request-email", "x-remote-user", "remote-user")
"""By these a proxy may name a reader; `deploy/nginx.conf` passes none of them on from a browser."""

_ONE_ADDRESS: Final = re.compile(r"[^@\s,;\"]+@[^@\s,;\"]+")
_KINDS: Final = {
    "way": str,
    "header": str,
    "trusted": list,
    "leaders": list,
    "public": bool,
    "trust_email": bool,
    "calendars": str,
}
Understood = TypeVar("Understood")
_log = logging.getLogger(__name__)
Network = ipaddress.IPv4Network | ipaddress.IPv6Network


class Way(StrEnum):
    """How a reader is named: by the sign-in of `[auth]`, by a header of a trusted proxy, not."""

    SIGN_IN = "oidc"
    PROXY = "proxy"
    NOBODY = "none"


@dataclass(frozen=True, slots=True)
class Access:
    """The section `[access]` of the secrets.

    `leaders` are addresses, or domains written `@congan.gov.vn`, that see all. `public` lets those
    who are not named see ranking and lights. `trust_email` takes the address of a sign-in that does
    not say it has verified it. `calendars` is what the keys in the addresses of calendars are made
    with; empty, calendars are fetched by nobody.
    """

    way: Way
    header: str = ""
    trusted: tuple[Network, ...] = ()
    leaders: frozenset[str] = frozenset()
    public: bool = False
    trust_email: bool = False
    calendars: str = ""


def read_access(path: Path) -> Access | None:
    """Read who may look; None where the gate is off.

    Raises ValueError, in words for whoever mends it, for a section that cannot be understood: then
    nobody may. Nothing of the file's content is in it.
    """
    try:
        found = section(path, SECTION)
    except SourceError as failure:
        if failure.code is SourceErrorCode.CONFIGURATION_MISSING:
            return None
        raise ValueError(said.BROKEN) from None
    if found.keys() - _KINDS.keys():
        raise ValueError(said.UNKNOWN_FIELD)
    for name, value in found.items():
        if not isinstance(value, _KINDS[name]):
            raise ValueError(said.FIELD.format(field=name))
    access = Access(
        way=_understood("way", Way, found.get("way", "")),
        header=found.get("header", "").lower(),
        trusted=tuple(
            _understood("trusted", ipaddress.ip_network, one) for one in found.get("trusted", ())
        ),
        leaders=frozenset(str(one).strip().casefold() for one in found.get("leaders", ())),
        public=found.get("public", False),
        trust_email=found.get("trust_email", False),
        calendars=found.get("calendars", ""),
    )
    if 0 < len(access.calendars) < SHORTEST_SECRET:
        raise ValueError(said.FIELD.format(field="calendars"))
    if access.way is Way.PROXY and not (access.header in HEADERS and access.trusted):
        raise ValueError(said.PROXY_INCOMPLETE)
    return access


def _understood(name: str, read: Callable[[Any], Understood], value: object) -> Understood:
    try:
        return read(value)
    except ValueError:
        raise ValueError(said.FIELD.format(field=name)) from None


@cache
def access() -> Access | ValueError | None:
    """Read who may look once a process; what is wrong with it is told, not raised."""
    try:
        found = read_access(data.SECRETS)
    except ValueError as wrong:
        return wrong
    if found and found.way is Way.PROXY and os.environ.get(FORWARDED) != "":
        return ValueError(said.FORWARDED)
    return found


def audience(address: str | None) -> Audience | None:
    """Tell what a reader may see by the newest reading; None: nothing."""
    allowed = access()
    if allowed is None:
        return EVERYTHING
    if isinstance(allowed, ValueError):
        return None
    if address:
        domain = f"@{address.rpartition('@')[2]}"
        if {address, domain} & allowed.leaders:
            return EVERYTHING
        if named := data.people(data.snapshot()).get(address):
            return named
    return Audience(Role.PUBLIC) if allowed.public else None


def signs_in() -> bool:
    """Tell whether readers are named by the sign-in."""
    allowed = access()
    return isinstance(allowed, Access) and allowed.way is Way.SIGN_IN


def reader() -> str | None:
    """Return the address of who looks at this page, as the gate found it."""
    return st.context.headers.get(READER)


def refuse_another_path() -> None:
    """End where the server is told to answer below a path: the gate knows addresses from the root."""
    if config.get_option("server.baseUrlPath"):
        sys.exit(said.BASE_PATH)


def tell_who_reaches_it() -> None:
    """Say in the log who can open the dashboard as it is started."""
    address = config.get_option("server.address") or ""
    alone = address == "localhost" or address.startswith("127.")
    _log.warning(said.ALONE if alone else said.REACHED[access() is not None])


class Gate:
    """Stands before every request: names its reader, and turns away who may not see what it asks."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] not in ("http", "websocket"):
            await self.app(scope, receive, send)
            return
        address = _address(scope)
        headers = [pair for pair in scope["headers"] if pair[0].lower() != READER.encode()]
        if address:
            headers.append((READER.encode(), address.encode()))
        inside = scope["path"].startswith(INSIDE) and not scope["path"].startswith(OPEN)
        if inside or (_guarded(scope) and await asyncio.to_thread(audience, address) is None):
            await PlainTextResponse(said.REFUSED, status_code=403)(scope, receive, send)
            return
        await self.app({**scope, "headers": headers}, receive, send)


def _guarded(scope: Scope) -> bool:
    return scope["type"] == "http" and scope["path"].startswith(GUARDED)


def _address(scope: Scope) -> str | None:
    """Find who asks; an address that is none, or of an untrusted proxy, is nobody's."""
    allowed = access()
    if not isinstance(allowed, Access):
        return None
    found = None
    if allowed.way is Way.SIGN_IN:
        found = _signed_in(HTTPConnection(scope), allowed)
    elif allowed.way is Way.PROXY and _trusted(scope, allowed.trusted):
        found = HTTPConnection(scope).headers.get(allowed.header)
    address = (found or "").strip().casefold()
    return address if _ONE_ADDRESS.fullmatch(address) else None


def _trusted(scope: Scope, networks: tuple[Network, ...]) -> bool:
    peer = (scope.get("client") or ("",))[0]
    try:
        address = ipaddress.ip_address(peer)
    except ValueError:
        return False
    return any(address in network for network in networks)


def _signed_in(asked: HTTPConnection, allowed: Access) -> str | None:
    """Read the address in the cookie that Streamlit's sign-in has signed."""
    secret = get_cookie_secret()

    def signed(name: str) -> bytes | None:
        value = asked.cookies.get(name, "").encode("latin-1")
        return decode_signed_value(secret, name, value) if value else None

    cookie = get_cookie_with_chunks(signed, COOKIE)
    told: dict[str, Any] = json.loads(cookie) if cookie else {}
    verified = told.get("email_verified") is True or allowed.trust_email
    return str(told.get("email")) if told.get("is_logged_in") and verified else None

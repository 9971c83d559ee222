"""The address from which calendar programs fetch deadlines anew, time and again.

Such a program cannot sign in. Where the gate is off its address is as open as the pages; where it
is on, an address is good for one calendar and ends in a key that only the dashboard can make, and
without the secret that keys are made with there is none.
"""

import asyncio
import hashlib
import hmac
from datetime import UTC, date, datetime
from typing import Final
from urllib.parse import urlencode

import streamlit as st
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

from lib.export.briefing import briefing
from lib.export.calendar import calendar
from lib.grid import Grid
from lib.ui import data
from lib.ui.gate import Access, access
from lib.words import access as refusals
from lib.words import exports as said

ADDRESS: Final = "lich-han.ics"
OWNER: Final = "noi"
KEY: Final = "khoa"


def address(owner: str | None) -> str | None:
    """Return where the calendar of an owner (None: everyone's) is fetched; None where it cannot be."""
    asked = {OWNER: owner} if owner else {}
    allowed = access()
    if isinstance(allowed, Access) and allowed.calendars:
        asked[KEY] = _key(allowed.calendars, owner)
    elif allowed is not None:
        return None
    return f"{ADDRESS}?{urlencode(asked)}" if asked else ADDRESS


def _key(secret: str, owner: str | None) -> str:
    return hmac.new(secret.encode(), (owner or "").encode(), hashlib.sha256).hexdigest()[:32]


def _may(owner: str | None, key: str) -> bool:
    allowed = access()
    if not isinstance(allowed, Access):
        return allowed is None
    return bool(allowed.calendars) and hmac.compare_digest(_key(allowed.calendars, owner), key)


async def _answer(request: Request) -> Response:
    owner = request.query_params.get(OWNER) or None
    if not await asyncio.to_thread(_may, owner, request.query_params.get(KEY, "")):
        return PlainTextResponse(refusals.REFUSED, status_code=403)
    taken = await asyncio.to_thread(data.snapshot)
    if not taken.grids:
        return PlainTextResponse(said.NO_NUMBERS_YET, status_code=503)
    now = taken.fingerprint, data.today()
    written = await asyncio.to_thread(lambda: _written(*now, owner, taken.grids))
    if written is None:
        return PlainTextResponse(said.NOBODY.format(name=owner), status_code=404)
    return Response(written, media_type="text/calendar", headers={"Cache-Control": "no-store"})


@st.cache_resource(show_spinner=False, max_entries=64)
def _written(
    fingerprint: str, today: date, owner: str | None, _grids: tuple[Grid, ...]
) -> bytes | None:
    """Write a calendar once for each content and day; None for who is not in the sheet."""
    book, name = data.book_of(fingerprint, today, _grids), None
    if owner:
        meant = book.names.match(owner).value
        if not meant:
            return None
        name = str(book.owners["name"].iat[book.names.on(owner, meant, book.settings.as_of)])
    return calendar(briefing(book), owner=name, at=datetime.now(UTC))


ROUTES: Final = (Route(f"/{ADDRESS}", _answer),)

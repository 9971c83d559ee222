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

from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

from lib.export.briefing import briefing
from lib.export.calendar import calendar
from lib.grid import Grid
from lib.ui import data, newest
from lib.ui.gate import Access, access
from lib.words import access as refusals
from lib.words import exports as said

ADDRESS: Final = "lich-han.ics"
OWNER: Final = "noi"
KEY: Final = "khoa"
EVERYONE: Final = ""


def address(owner: str = EVERYONE) -> str | None:
    """Return where the calendar of an owner is fetched; None where it cannot be."""
    key = _key(owner)
    if key is None:
        return None
    asked = {name: value for name, value in ((OWNER, owner), (KEY, key)) if value}
    return f"{ADDRESS}?{urlencode(asked)}" if asked else ADDRESS


def _key(owner: str) -> str | None:
    """Return the key of an owner's calendar: empty where none is needed, None where nobody has one."""
    allowed = access()
    if allowed is None:
        return ""
    if not isinstance(allowed, Access) or not allowed.calendars:
        return None
    secret = allowed.calendars.encode()
    return hmac.new(secret, owner.encode("utf-8", "replace"), hashlib.sha256).hexdigest()[:32]


async def _answer(request: Request) -> Response:
    asked = request.query_params
    owner = asked.get(OWNER, EVERYONE)
    key = _key(owner)
    if key is None or (key and not hmac.compare_digest(key.encode(), asked.get(KEY, "").encode())):
        return PlainTextResponse(refusals.REFUSED, status_code=403)
    taken = await asyncio.to_thread(data.snapshot)
    if not taken.grids:
        return PlainTextResponse(said.NO_NUMBERS_YET, status_code=503)
    now = taken.fingerprint, data.today()
    written = await asyncio.to_thread(lambda: _written(*now, owner, taken.grids))
    if written is None:
        return PlainTextResponse(said.NOBODY.format(name=owner), status_code=404)
    return Response(written, media_type="text/calendar", headers={"Cache-Control": "no-store"})


@newest.kept(64)
def _written(fingerprint: str, today: date, owner: str, _grids: tuple[Grid, ...]) -> bytes | None:
    """Write a calendar once for each content and day; None for who is not in the sheet."""
    book, name = data.book_of(fingerprint, today, _grids), None
    if owner:
        meant = book.names.match(owner).value
        if not meant:
            return None
        name = str(book.owners["name"].iat[book.names.on(owner, meant, book.settings.as_of)])
    return calendar(briefing(book), owner=name, at=datetime.now(UTC))


ROUTES: Final = (Route(f"/{ADDRESS}", _answer),)

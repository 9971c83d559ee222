"""Tells whatever watches over the server whether there are numbers to show, and how old they are.

The address `suc-khoe` answers everyone, signed in or not: nothing of the sheet or of who may look
is in it.
"""

from datetime import UTC, datetime
from typing import Any, Final

from starlette.requests import Request
from starlette.responses import JSONResponse
from starlette.routing import Route

from lib.source import kept
from lib.source.errors import SourceErrorCode
from lib.source.feed import Snapshot
from lib.ui import freshness

ADDRESS: Final = "suc-khoe"
PATIENCE_SECONDS: Final = 5.0


def health(
    taken: Snapshot | None, now: datetime, *, seen: bool = True
) -> tuple[int, dict[str, Any]]:
    """Return the status and what is told: 200 where there are numbers to show, else 503.

    `age_seconds` is the time since the source was last seen to say what is shown; `failure` is the
    code of what keeps it from being read now. `behind` counts, where several spreadsheets are read,
    those that cannot be, by such a code: their last good copies are shown. Not `seen`: the look at
    the source has not come back.
    """
    read_at = taken.read_at if taken else None
    failure = taken.failure.code.value if taken and taken.failure else None
    told = {
        "reading": failure is None and seen,
        "failure": failure if seen else SourceErrorCode.TIMEOUT.value,
        "read_at": read_at and read_at.isoformat(timespec="seconds"),
        "age_seconds": read_at and max(0, round((now - read_at).total_seconds())),
        "behind": kept.failing(taken.behind) if taken else {},
        "late": taken is None or taken.late or not seen,
    }
    return (200 if read_at else 503), told


async def _answer(_request: Request) -> JSONResponse:
    taken, seen = await freshness.newest(PATIENCE_SECONDS)
    status, told = health(taken, datetime.now(UTC), seen=seen)
    return JSONResponse(told, status_code=status, headers={"Cache-Control": "no-store"})


ROUTES: Final = (Route(f"/{ADDRESS}", _answer),)

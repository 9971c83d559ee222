"""How fresh the numbers on a page are, told to its browser without running the page's script.

A page that is looked at asks the server's own address `tinh-trang` and is answered when the reading
differs from what it has seen, at the latest after `HOLD_SECONDS`. Only when the sheet's content has
changed does it ask Streamlit to draw it anew.
"""

import asyncio
import hashlib
import json
import time
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any, Final

import streamlit as st
from starlette.requests import Request
from starlette.responses import JSONResponse
from starlette.routing import Route

from lib import words
from lib.source.feed import Snapshot
from lib.source.kept import Behind
from lib.ui import data
from lib.words import screens

HERE: Final = Path(__file__).parent
ADDRESS: Final = "tinh-trang"
SEEN: Final = "da-thay"
HOLD_SECONDS: Final = 20.0
MOST_BEHIND: Final = 3
LOOK_SECONDS: Final = 0.5
"""The sheet is looked at this often while anyone waits, by one for all."""

State = dict[str, Any]


def mark() -> str:
    """Name what is known by now of the days remembered; to be asked before a page is put together."""
    known = data.known()
    return known.mark if known else ""


def show(taken: Snapshot, known: str, dates: str = "", *, recalled: bool = False) -> None:
    """Draw the line that says how fresh the numbers are, and what it is that keeps them old.

    What is `known` since the page was put together has it drawn anew. Where an earlier reading is
    `recalled`, the sheet that was read now is another one.
    """
    told = {
        "address": ADDRESS,
        "seen": SEEN,
        "seconds": HOLD_SECONDS,
        "dates": dates,
        "state": state(taken, data.today(), known),
        "words": screens.FRESHNESS | ({"read": screens.READ_OF_TODAY} if recalled else {}),
    }
    _component()(data=told, key="freshness", on_changed_change=_drawn_anew)


def state(taken: Snapshot, day: date, known: str) -> State:
    """Put a reading's time and failure into words; `mark` differs when anything of it does.

    `content` differs when the page is to be drawn anew: the sheet says something else, or it is
    another day.
    """
    told = {
        "content": f"{taken.fingerprint} {day} {known}",
        "read": words.clock(data.local(taken.read_at)) if taken.read_at else words.BLANK,
        "late": taken.late or taken.failure is not None or bool(taken.behind),
        "failure": _failure(taken),
        "shown": bool(taken.grids),
    }
    return told | {"mark": hashlib.sha256(json.dumps(told).encode()).hexdigest()[:16]}


async def answer(request: Request) -> JSONResponse:
    """Answer a page: what is new at once, else in a while what it has seen already."""
    if request.method == "POST":
        asked = data.feed().request_refresh()
        return _answered({"said": screens.READING_NOW if asked else screens.READ_JUST_NOW})
    seen, end = request.query_params.get(SEEN), time.monotonic() + HOLD_SECONDS
    while (told := (await _newest.get()).told)["mark"] == seen and time.monotonic() < end:
        await asyncio.sleep(LOOK_SECONDS)
    return _answered(told)


async def newest(patience_seconds: float) -> tuple[Snapshot | None, bool]:
    """Look at the sheet; give the newest reading that was ever seen, and whether this look came back."""
    try:
        return (await asyncio.wait_for(_newest.get(now=True), patience_seconds)).taken, True
    except TimeoutError:
        return _newest.taken, False


@dataclass(frozen=True, slots=True)
class _Seen:
    """A look at the sheet: the reading, and how it is told to pages."""

    taken: Snapshot
    told: State


class _Newest:
    """The newest state: one look at the sheet serves all who ask within `LOOK_SECONDS`.

    A look may hang on a dead network drive, so it holds up neither the server nor who has an older
    state to be told; who gives up waiting for the first one leaves it running for the others.
    """

    def __init__(self) -> None:
        self._seen: _Seen | None = None
        self._due = float("-inf")
        self._look: asyncio.Task[_Seen] | None = None

    @property
    def taken(self) -> Snapshot | None:
        """What was seen last."""
        return self._seen.taken if self._seen else None

    async def get(self, *, now: bool = False) -> _Seen:
        """Give the newest state; `now` waits for the look under way where there is an older one."""
        if time.monotonic() >= self._due and (self._look is None or self._look.done()):
            self._look = asyncio.create_task(asyncio.to_thread(self._look_now))
        if self._seen and not now:
            return self._seen
        assert self._look
        return await asyncio.shield(self._look)

    def _look_now(self) -> _Seen:
        taken = data.feed().snapshot(wait=False)
        self._seen = _Seen(taken, state(taken, data.today(), mark()))
        self._due = time.monotonic() + 0.9 * LOOK_SECONDS
        return self._seen


_newest: Final = _Newest()
ROUTES: Final = (Route(f"/{ADDRESS}", answer, methods=["GET", "POST"]),)


def _answered(told: State) -> JSONResponse:
    return JSONResponse(told, headers={"Cache-Control": "no-store"})


def _failure(taken: Snapshot) -> list[str] | None:
    """Say what failed and since when, what is still shown, what to do: by turns strong and plain."""
    if taken.failure is None:
        return _behind(taken.behind)
    told = words.failure_sentence(taken.failure.code, taken.failure.details)
    since = (
        f", {screens.SINCE.format(moment=words.day_and_clock(data.local(taken.failing_since)))}"
        if taken.failing_since
        else ""
    )
    shown = (
        screens.STILL_SHOWN.format(moment=words.day_and_clock(data.local(taken.read_at)))
        if taken.read_at
        else screens.NOTHING_SHOWN
    )
    what = f"{since}: {told.what}. {shown} "
    return [screens.FAILURE_TITLE, what, screens.TO_DO, f" {told.remedy}"]


def _behind(told: tuple[Behind, ...]) -> list[str] | None:
    """Say which spreadsheets of a list are older than the others, and why."""
    failing = [
        words.behind_sentence(
            each.name,
            each.read_at and data.local(each.read_at),
            *(each.failure.code, each.failure.details),
        )
        for each in told
        if each.failure
    ]
    waiting = len(told) - len(failing)
    said = failing[:MOST_BEHIND]
    if more := len(failing) - len(said):
        said.append(screens.MORE_BEHIND.format(count=words.count(more)))
    if waiting:
        said.append(screens.NOT_YET_READ.format(count=words.count(waiting)))
    return [screens.BEHIND_TITLE, f": {' '.join(said)}"] if said else None


def _drawn_anew() -> None:
    """Take the browser's word that the content has changed; the run it asks for does the rest."""


@cache
def _component() -> Any:
    script = (HERE / "freshness.js").read_text("utf-8")
    return st.components.v2.component("freshness", js=script, isolate_styles=False)

"""What the address of the server's health tells: numbers or none, their age, no name."""

import asyncio
import json
import threading
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime

import pytest
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import PlainTextResponse
from starlette.routing import Route

from lib import policy
from lib.source import kept
from lib.source.errors import SourceError, SourceErrorCode
from lib.source.feed import Feed, Snapshot
from lib.ui import data, freshness, health
from lib.ui.headers import Headers
from tests import builders as sheet
from tests.source.watching import PATIENCE

READ = datetime(2024, 9, 15, 3, 15, tzinfo=UTC)
NOW = datetime(2024, 9, 15, 3, 16, 30, tzinfo=UTC)
GOOD = Snapshot(sheet.spreadsheet(), READ, "a")
SECRET = SourceError(SourceErrorCode.NOT_SHARED, share_with="ten@x.vn", spreadsheet="MA-SO")


@pytest.mark.parametrize(
    ("taken", "expected"),
    [
        pytest.param(GOOD, (200, True, None, 90, False), id="good"),
        pytest.param(replace(GOOD, late=True), (200, True, None, 90, True), id="late"),
        pytest.param(
            replace(GOOD, failure=SECRET), (200, False, "not_shared", 90, False), id="fails"
        ),
        pytest.param(
            Snapshot((), None, "", failure=SECRET),
            (503, False, "not_shared", None, False),
            id="never",
        ),
        pytest.param(Snapshot((), None, ""), (503, True, None, None, False), id="not-yet"),
    ],
)
def test_numbers_or_none_and_how_old(taken: Snapshot, expected: tuple[object, ...]):
    status, told = health.health(taken, NOW)
    found = (status, told["reading"], told["failure"], told["age_seconds"], told["late"])
    assert found == expected
    assert "ten@x.vn" not in json.dumps(told)
    assert "MA-SO" not in json.dumps(told)


def test_a_look_that_does_not_come_back_is_told_beside_what_was_seen():
    status, told = health.health(GOOD, NOW, seen=False)
    assert (status, told["reading"], told["failure"], told["late"]) == (200, False, "timeout", True)
    assert health.health(None, NOW, seen=False)[0] == 503


def test_of_several_spreadsheets_those_that_fail_are_counted_by_why_and_not_named():
    behind = (
        kept.Behind("Xã Mật", READ, SECRET, READ),
        kept.Behind("Xã Hai", None, SECRET, READ),
        kept.Behind("Xã Ba", None, SourceError(SourceErrorCode.NOT_FOUND, spreadsheet="MA-SO")),
        kept.Behind("chưa đến lượt", None),
    )
    status, told = health.health(replace(GOOD, behind=behind), NOW)
    assert (status, told["reading"]) == (200, True)
    assert told["behind"] == {"not_found": 1, "not_shared": 2}
    assert not {"Xã Mật", "Xã Ba", "MA-SO", "ten@x.vn"} & set(json.dumps(told).split('"'))
    assert health.health(GOOD, NOW)[1]["behind"] == {}


@pytest.fixture
def answers(monkeypatch: pytest.MonkeyPatch) -> Iterator[threading.Event]:
    """Keep the sheet on a drive that does not answer before it is told to."""
    told = threading.Event()
    hanging = Feed(lambda: GOOD.grids, identity="x", stamp=lambda: told.wait(PATIENCE))
    monkeypatch.setattr(data, "feed", lambda: hanging)
    monkeypatch.setattr(freshness, "_newest", freshness._Newest())
    yield told
    told.set()


def test_a_dead_drive_holds_up_nobody_who_asks(answers: threading.Event):
    async def asked() -> tuple[object, ...]:
        first = await freshness.newest(0.05)
        answers.set()
        return first, (await freshness.newest(PATIENCE))[1]

    assert asyncio.run(asked()) == ((None, False), True)


def test_every_answer_tells_what_a_browser_may_do_with_it():
    async def found(_request: Request) -> PlainTextResponse:
        return PlainTextResponse("", headers={"X-Frame-Options": "ALLOWALL"})

    sent: list[dict[str, str]] = []

    async def send(message):
        if message["type"] == "http.response.start":
            sent.append({name.decode(): value.decode() for name, value in message["headers"]})

    async def receive():
        return {"type": "http.request"}

    app = Starlette(routes=[Route("/co", found)], middleware=[Middleware(Headers)])
    for path in ("/co", "/khong-co"):
        scope = {"type": "http", "path": path, "method": "GET", "headers": [], "query_string": b""}
        asyncio.run(app(scope, receive, send))
    expected = {name.lower(): value for name, value in policy.headers().items()}
    assert [{name: told[name] for name in expected} for told in sent] == [expected, expected]

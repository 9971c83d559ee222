"""How reading Google fails: each fault has its code, names its remedy and passes."""

import socket
import threading
from collections.abc import Callable
from typing import Any

import pytest

from lib.source.configuration import Configuration
from lib.source.errors import SourceErrorCode
from lib.source.google import GoogleSheet
from tests.source.sheets import failure, quick, recovered
from tests.source.watching import PATIENCE
from tests.stand_in import faults
from tests.stand_in.faults import Fault, Kind
from tests.stand_in.server import StandIn

CODE = SourceErrorCode

FAULTS = {
    "quota": (faults.rate_limited(Kind.METADATA), CODE.QUOTA),
    "500": (faults.unavailable(Kind.VALUES, status=500), CODE.UNAVAILABLE),
    "503": (faults.unavailable(Kind.METADATA), CODE.UNAVAILABLE),
    "html 502": (faults.html_page(Kind.METADATA, status=502), CODE.UNAVAILABLE),
    "html 200": (faults.html_page(Kind.METADATA, Kind.VALUES), CODE.UNREADABLE_ANSWER),
    "html 403": (faults.html_page(Kind.METADATA, status=403), CODE.UNREADABLE_ANSWER),
    "503 for a token": (faults.unavailable(Kind.TOKEN), CODE.UNAVAILABLE),
    "html for a token": (faults.html_page(Kind.TOKEN), CODE.UNREADABLE_ANSWER),
    "reset": (faults.reset(Kind.METADATA), CODE.NO_NETWORK),
    "reset in the values": (faults.reset(Kind.VALUES), CODE.NO_NETWORK),
    "reset for a token": (faults.reset(Kind.TOKEN), CODE.NO_NETWORK),
    "hang": (faults.hang(Kind.METADATA), CODE.TIMEOUT),
    "hang in the values": (faults.hang(Kind.VALUES), CODE.TIMEOUT),
    "hang for a token": (faults.hang(Kind.TOKEN), CODE.TIMEOUT),
    "truncated": (faults.truncated(Kind.VALUES), CODE.UNREADABLE_ANSWER),
    "cut JSON": (faults.cut_json(Kind.VALUES), CODE.UNREADABLE_ANSWER),
    "other JSON": (faults.answering(200, {"ok": 1}, Kind.METADATA), CODE.UNREADABLE_ANSWER),
    "other values": (faults.answering(200, {"ok": 1}, Kind.VALUES), CODE.UNREADABLE_ANSWER),
    "403": (faults.not_permitted(), CODE.NOT_SHARED),
    "api disabled": (faults.api_disabled(), CODE.API_DISABLED),
    "404": (faults.not_found(), CODE.NOT_FOUND),
    "office file": (faults.office_file(), CODE.NOT_A_SPREADSHEET),
    "key revoked": (faults.key_refused(), CODE.KEY_REVOKED),
    "account gone": (faults.key_refused("Invalid grant: account not found"), CODE.KEY_REVOKED),
    "clock": (faults.key_refused("Check your iat and exp values"), CODE.CLOCK_WRONG),
    "401": (
        faults.answering(401, faults.google_error(401, "UNAUTHENTICATED", "x"), Kind.METADATA),
        CODE.KEY_REVOKED,
    ),
    "strange error": (
        faults.answering(400, {"error": "invalid"}, Kind.VALUES),
        CODE.UNREADABLE_ANSWER,
    ),
}


@pytest.mark.parametrize(("fault", "code"), FAULTS.values(), ids=FAULTS.keys())
def test_each_fault_has_its_code_and_passes(
    stand_in: StandIn, configuration: Configuration, fault: Fault, code: SourceErrorCode
) -> None:
    sheet = quick(configuration, fault)
    with stand_in.failing(fault):
        failed = failure(sheet.read)
    assert failed.code is code
    assert "PRIVATE KEY" not in f"{failed!r} {failed} {failed.details}"
    assert len(recovered(sheet)) == 3


def test_no_server_is_no_network(configuration: Configuration, stand_in: StandIn) -> None:
    sheet = quick(configuration)
    sheet.read()
    stand_in.stop()
    stand_in.revoke_tokens()
    failed = failure(quick(configuration).read)
    assert (failed.code, failed.details["host"]) == (CODE.NO_NETWORK, "127.0.0.1")


def test_names_the_address_to_share_with(stand_in: StandIn, configuration: Configuration) -> None:
    stand_in.spreadsheet.shared_with.clear()
    failed = failure(quick(configuration).read)
    assert failed.code is CODE.NOT_SHARED
    assert failed.details["share_with"] == stand_in.account.email


def test_names_the_page_that_enables_the_api(
    stand_in: StandIn, configuration: Configuration
) -> None:
    with stand_in.failing(faults.api_disabled()):
        failed = failure(quick(configuration).read)
    assert failed.details["activation"].startswith("https://console.developers.google.com/")


def test_fetches_a_new_token_when_google_forgets_the_old(
    stand_in: StandIn, configuration: Configuration
) -> None:
    sheet = GoogleSheet(configuration)
    sheet.read()
    stand_in.revoke_tokens()
    stand_in.forget_log()
    sheet.read()
    assert [one.kind for one in stand_in.log] == [Kind.VALUES, Kind.TOKEN, Kind.VALUES]


@pytest.mark.parametrize("fault", [faults.rate_limited, faults.unavailable, faults.reset])
def test_tries_again_within_its_budget(
    stand_in: StandIn, configuration: Configuration, fault: Callable[..., Fault]
) -> None:
    with stand_in.failing(fault(Kind.VALUES, times=1)):
        assert len(GoogleSheet(configuration).read()) == 3


def test_stops_when_the_budget_is_spent(stand_in: StandIn, configuration: Configuration) -> None:
    sheet = GoogleSheet(configuration, timeout=(PATIENCE, PATIENCE), budget_seconds=1.2)
    with stand_in.failing(faults.rate_limited(Kind.METADATA)):
        assert failure(sheet.read).code is CODE.QUOTA
    # The pauses are of half a second and of a whole one at least: a third request is too late.
    assert 1 <= len(stand_in.requests(Kind.METADATA)) <= 2


@pytest.mark.parametrize(
    "key",
    [
        "x",
        "-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----\n",
        "-----BEGIN PRIVATE KEY-----\nSECRET",
    ],
)
def test_an_unreadable_key_is_said_without_showing_it(
    configuration: Configuration, key: str
) -> None:
    account = dict(configuration.account) | {"private_key": key}
    broken = Configuration(configuration.spreadsheet_id, "a@b.c", account)
    failed = failure(GoogleSheet(broken).read)
    assert failed.code is CODE.KEY_UNREADABLE
    assert failed.__cause__ is None
    assert "SECRET" not in repr(failed)


def test_sixty_reads_a_minute_are_the_limit(
    configuration: Configuration, stand_in: StandIn
) -> None:
    stand_in.quota = 3
    sheet = quick(configuration)
    sheet.read()
    sheet.read()
    assert failure(sheet.read).code is CODE.QUOTA


def test_neither_key_nor_token_is_in_the_log(
    stand_in: StandIn, configuration: Configuration, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level("DEBUG")
    sheet = quick(configuration)
    sheet.read()
    with stand_in.failing(faults.unavailable(Kind.VALUES)):
        failure(sheet.read)
    key = configuration.account["private_key"].splitlines()[1]
    assert key not in caplog.text
    assert "ya29." not in caplog.text


def test_nobody_else_is_asked(
    configuration: Configuration, monkeypatch: pytest.MonkeyPatch
) -> None:
    hosts: set[object] = set()
    look_up = socket.getaddrinfo

    def noted(host: object, *rest: Any, **named: Any) -> Any:
        hosts.add(host)
        return look_up(host, *rest, **named)

    monkeypatch.setattr(socket, "getaddrinfo", noted)
    quick(configuration).read()
    assert hosts == {"127.0.0.1"}
    assert not [one for one in threading.enumerate() if "oundary" in type(one).__name__]

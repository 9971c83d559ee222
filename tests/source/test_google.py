"""Reading a Google spreadsheet: the requests it takes, what they bring, and how each one fails."""

from collections.abc import Callable
from datetime import date

import pytest

from lib.grid import Grid
from lib.source.configuration import Configuration
from lib.source.errors import SourceError, SourceErrorCode
from lib.source.google import GoogleSheet
from tests.source.sheets import HEAD, quick
from tests.stand_in import faults
from tests.stand_in.faults import Fault, Kind
from tests.stand_in.server import StandIn

CODE = SourceErrorCode


def kinds(stand_in: StandIn) -> list[Kind]:
    return [logged.kind for logged in stand_in.log]


def failure(read: Callable[[], object]) -> SourceError:
    with pytest.raises(SourceError) as raised:
        read()
    return raised.value


def test_reads_every_worksheet_with_its_gid(configuration: Configuration) -> None:
    assert GoogleSheet(configuration).read() == (
        Grid("Đơn vị", (("Đơn vị", "Nhóm"), ("Tam Đa", "Điển hình")), 0),
        Grid("Tiến độ", (HEAD, (45550, "Tam Đa", "TC01", "Đạt")), 77),
        Grid("Hướng dẫn", (), 78),
    )


def test_asks_for_the_read_only_scope_alone(
    stand_in: StandIn, configuration: Configuration
) -> None:
    GoogleSheet(configuration).read()
    assert stand_in.scopes == ["https://www.googleapis.com/auth/spreadsheets.readonly"]


def test_takes_two_requests_then_one(stand_in: StandIn, configuration: Configuration) -> None:
    sheet = GoogleSheet(configuration)
    sheet.read()
    assert kinds(stand_in) == [Kind.TOKEN, Kind.METADATA, Kind.VALUES]
    stand_in.forget_log()
    stand_in.spreadsheet.write("'Tiến độ'!D2", "Chưa đạt")
    assert sheet.read()[1].rows[1][3] == "Chưa đạt"
    assert kinds(stand_in) == [Kind.VALUES]


def test_asks_for_titles_again_in_time(stand_in: StandIn, configuration: Configuration) -> None:
    hour = iter([0.0, 0.0, 299.0, 301.0, 301.0])
    sheet = GoogleSheet(configuration, monotonic=lambda: next(hour))
    sheet.read()
    stand_in.spreadsheet.add("Thẩm định")
    assert len(sheet.read()) == 3
    assert len(sheet.read()) == 4


def test_asks_for_titles_again_when_told_to(
    stand_in: StandIn, configuration: Configuration
) -> None:
    sheet = GoogleSheet(configuration)
    sheet.read()
    stand_in.spreadsheet.add("Thẩm định")
    sheet.forget()
    assert [grid.title for grid in sheet.read()][-1] == "Thẩm định"


def test_notices_a_title_changed_between_reads(
    stand_in: StandIn, configuration: Configuration
) -> None:
    sheet = GoogleSheet(configuration)
    sheet.read()
    stand_in.spreadsheet.rename("Tiến độ", "Tiến độ – Tam Đa")
    stand_in.forget_log()
    assert sheet.read()[1].title == "Tiến độ – Tam Đa"
    assert kinds(stand_in) == [Kind.VALUES, Kind.METADATA, Kind.VALUES]


@pytest.mark.parametrize("change", ["rename", "delete"])
def test_notices_a_worksheet_gone_while_it_reads(
    stand_in: StandIn, configuration: Configuration, change: str
) -> None:
    spreadsheet = stand_in.spreadsheet
    if change == "rename":
        stand_in.before_values = lambda: spreadsheet.rename("Tiến độ", "Nhật ký")
    else:
        stand_in.before_values = lambda: spreadsheet.delete("Tiến độ")
    titles = [grid.title for grid in GoogleSheet(configuration).read()]
    assert (
        titles
        == {
            "rename": ["Đơn vị", "Nhật ký", "Hướng dẫn"],
            "delete": ["Đơn vị", "Hướng dẫn"],
        }[change]
    )


def test_gives_up_on_a_worksheet_renamed_for_ever(
    stand_in: StandIn, configuration: Configuration
) -> None:
    names = [f"Tiến độ {number}" for number in range(9)]

    def rename() -> None:
        spreadsheet = stand_in.spreadsheet
        spreadsheet.rename(spreadsheet.sheets[1].title, names.pop())
        stand_in.before_values = rename

    stand_in.before_values = rename
    assert failure(GoogleSheet(configuration).read).code is CODE.WORKSHEET_MISSING
    assert len(stand_in.requests()) == 6


@pytest.mark.parametrize(
    ("title", "cells"),
    [
        ("A1", [("x",)]),
        ("TC05", [("x",)]),
        ("Đội 'Một'", [("x",)]),
        ("a!b", [("x",)]),
        ("2024", [(1,)]),
        ("Tiến độ – Hồng Sơn", [("x",)]),
    ],
)
def test_reads_worksheets_whatever_their_title(
    stand_in: StandIn, configuration: Configuration, title: str, cells: list[tuple[object]]
) -> None:
    stand_in.spreadsheet.add(title, cells, gid=5)
    assert GoogleSheet(configuration).read()[-1] == Grid(title, tuple(cells), 5)


def test_brings_values_as_they_are(stand_in: StandIn, configuration: Configuration) -> None:
    row = ("  12,5 ", 12.5, 150.0, 0, True, False, "", "#REF!", date(2024, 2, 29), "007", None)
    stand_in.spreadsheet.add("Lạ", [(), row])
    assert GoogleSheet(configuration).read()[-1].rows == (
        (),
        ("  12,5 ", 12.5, 150, 0, True, False, None, "#REF!", 45351, "007"),
    )


def test_fills_merged_cells(stand_in: StandIn, configuration: Configuration) -> None:
    stand_in.spreadsheet.write("'Đơn vị'!A4", "Gộp")
    stand_in.spreadsheet.merge("'Đơn vị'!A4:B5")
    assert GoogleSheet(configuration).read()[0].rows[2:] == ((), ("Gộp", "Gộp"), ("Gộp", "Gộp"))


def test_reads_lines_added_beyond_the_known_end(
    stand_in: StandIn, configuration: Configuration
) -> None:
    sheet = GoogleSheet(configuration)
    sheet.read()
    stand_in.spreadsheet.write("'Tiến độ'!A5000", 45551)
    assert len(sheet.read()[1].rows) == 5000


def test_divides_a_request_only_when_its_address_grows_too_long(
    stand_in: StandIn, configuration: Configuration
) -> None:
    for number in range(65):
        stand_in.spreadsheet.add(f"Tiến độ – Đơn vị {number}", [(number,)])
    assert len(GoogleSheet(configuration).read()) == 68
    assert len(stand_in.requests(Kind.VALUES)) == 1
    for number in range(65, 130):
        stand_in.spreadsheet.add(f"Tiến độ – Đơn vị {number}", [(number,)])
    assert GoogleSheet(configuration).read()[-1].rows == ((129,),)


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
    sheet = quick(configuration)
    with stand_in.failing(fault):
        failed = failure(sheet.read)
    assert failed.code is code
    assert "PRIVATE KEY" not in f"{failed!r} {failed} {failed.details}"
    assert len(sheet.read()) == 3


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
    assert kinds(stand_in) == [Kind.VALUES, Kind.TOKEN, Kind.VALUES]


@pytest.mark.parametrize("fault", [faults.rate_limited, faults.unavailable, faults.reset])
def test_tries_again_within_its_budget(
    stand_in: StandIn, configuration: Configuration, fault: Callable[..., Fault]
) -> None:
    with stand_in.failing(fault(Kind.VALUES, times=1)):
        assert len(GoogleSheet(configuration).read()) == 3


def test_stops_when_the_budget_is_spent(stand_in: StandIn, configuration: Configuration) -> None:
    sheet = GoogleSheet(configuration, timeout=(1, 1), budget_seconds=1.2)
    with stand_in.failing(faults.rate_limited(Kind.METADATA)):
        assert failure(sheet.read).code is CODE.QUOTA
    assert 2 <= len(stand_in.requests()) <= 3


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

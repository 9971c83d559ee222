"""The address of a calendar: whom it answers, what its key is good for, what it holds."""

import asyncio
from collections.abc import Iterator
from pathlib import Path

import icalendar
import pytest
import streamlit as st
from starlette.applications import Starlette

from lib.ui import data, gate, subscription
from tests import builders as sheet

GATE = '[access]\nway = "none"\npublic = true\n'
SECRET = f'{GATE}calendars = "mot chuoi ngau nhien"\n'


@pytest.fixture
def secrets(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """Give the file of the secrets beside a sheet of two communes."""
    monkeypatch.setattr(data, "SECRETS", tmp_path / "secrets.toml")
    grids = (
        sheet.units(
            ("Tam Đa", "A", "Xã Tam Đa"), ("Sơn Nam", "A"), head="Đơn vị | Nhóm | Tên gọi khác"
        ),
        sheet.criteria(("TC01", "Kế hoạch", "30/9/2099"), ("TC02", "Đường", "30/10/2099")),
    )
    workbook = sheet.saved(tmp_path / "so.xlsx", sheet.spreadsheet(*grids))
    monkeypatch.setenv("DASHBOARD_WORKBOOK", str(workbook))
    st.cache_resource.clear()
    gate.access.cache_clear()
    yield tmp_path / "secrets.toml"
    gate.access.cache_clear()
    st.cache_resource.clear()


def fetched(address: str | None) -> tuple[int, bytes]:
    """Ask as a calendar program does: nothing but the address."""
    assert address is not None
    path, _, query = address.partition("?")
    told: list[dict] = []

    async def send(message):
        told.append(message)

    async def receive():
        return {"type": "http.request"}

    scope = {"type": "http", "path": f"/{path}", "method": "GET", "headers": []}
    app = gate.Gate(Starlette(routes=subscription.ROUTES))
    asyncio.run(app(scope | {"query_string": query.encode()}, receive, send))
    return told[0]["status"], told[1]["body"]


def summaries(address: str | None) -> list[str]:
    status, body = fetched(address)
    assert status == 200
    return [str(event["summary"]) for event in icalendar.Calendar.from_ical(body).walk("VEVENT")]


@pytest.mark.parametrize("text", [None, SECRET], ids=["gate off", "gate on"])
def test_an_owners_address_gives_its_own_items_and_everyones_gives_all(
    secrets: Path, text: str | None
):
    if text:
        secrets.write_text(text, "utf-8")
    own = summaries(subscription.address("Tam Đa"))
    assert (len(own), "TC01" in own[0], "TC02" in own[1]) == (2, True, True)
    everyones = summaries(subscription.address())
    assert ["2 nơi" in told for told in everyones] == [True, True]


def test_a_name_given_later_still_finds_its_owner(secrets: Path):
    assert len(summaries(subscription.address("Xã Tam Đa"))) == 2
    assert fetched(subscription.address("Ở Đâu"))[0] == 404


def test_with_the_gate_on_a_key_opens_one_calendar_and_no_other(secrets: Path):
    secrets.write_text(SECRET, "utf-8")
    own = subscription.address("Tam Đa")
    assert own is not None
    key = own.rpartition("=")[2]
    assert fetched(f"lich-han.ics?khoa={key}")[0] == 403
    assert fetched(f"lich-han.ics?noi=S%C6%A1n+Nam&khoa={key}")[0] == 403
    assert fetched("lich-han.ics?noi=Tam+%C4%90a")[0] == 403
    assert fetched("lich-han.ics?noi=Tam+%C4%90a&khoa=%C4%91")[0] == 403


def test_with_the_gate_on_and_no_secret_there_is_no_address(secrets: Path):
    secrets.write_text(GATE, "utf-8")
    assert subscription.address("Tam Đa") is None
    assert fetched("lich-han.ics")[0] == 403


def test_while_the_section_is_wrong_nothing_is_given(secrets: Path):
    secrets.write_text(f'{GATE}calendars = "ngan"\n', "utf-8")
    assert subscription.address("Tam Đa") is None
    assert fetched("lich-han.ics?khoa=")[0] == 403

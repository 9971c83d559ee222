"""Who is let in: the section of the secrets, the header of a trusted proxy, what is guarded."""

import asyncio
from collections.abc import Iterator
from pathlib import Path

import pytest
import streamlit as st
from streamlit import config

from deploy import site
from lib.ui import data, gate
from lib.ui.gate import Access, Gate, Way, read_access
from lib.view.audience import Audience, Role
from lib.words import access as said
from tests import builders as sheet

PROXY = '[access]\nway = "proxy"\nheader = "X-Remote-User"\ntrusted = ["10.0.0.0/8"]\n'
FIELDS = ("way", "header", "trusted", "leaders", "public", "trust_email")
SAID = {said.BROKEN, said.UNKNOWN_FIELD, said.PROXY_INCOMPLETE} | {
    said.FIELD.format(field=field) for field in FIELDS
}


@pytest.fixture
def secrets(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """Give the file of the secrets, to be written before anything asks."""
    monkeypatch.setattr(data, "SECRETS", tmp_path / "secrets.toml")
    units = sheet.units(("Tam Đa", "A", "tamda@x.vn"), head="Đơn vị | Nhóm | Thư điện tử")
    workbook = sheet.saved(tmp_path / "so.xlsx", sheet.spreadsheet(units))
    monkeypatch.setenv("DASHBOARD_WORKBOOK", str(workbook))
    st.cache_resource.clear()
    gate.access.cache_clear()
    monkeypatch.setenv("FORWARDED_ALLOW_IPS", "")
    yield tmp_path / "secrets.toml"
    gate.access.cache_clear()
    st.cache_resource.clear()


def written(path: Path, text: str) -> Access | None:
    path.write_text(text, "utf-8")
    return read_access(path)


def test_without_the_section_the_gate_is_off(secrets: Path):
    assert read_access(secrets) is None
    assert written(secrets, "[connections.gsheets]\n") is None
    assert gate.audience(None) == Audience()


def test_a_section_says_who_may_look(secrets: Path):
    found = written(secrets, f'{PROXY}leaders = ["Sep@x.vn", "@congan.vn"]\npublic = true\n')
    assert found is not None
    assert (found.way, found.header, found.public) == (Way.PROXY, "x-remote-user", True)
    assert found.leaders == {"sep@x.vn", "@congan.vn"}


@pytest.mark.parametrize(
    "text",
    [
        "[access]\n",
        '[access]\nway = "ldap"\n',
        '[access]\nway = "oidc"\nleader = ["a@x.vn"]\n',
        '[access]\nway = "oidc"\nleaders = "a@x.vn"\n',
        '[access]\nway = "oidc"\npublic = "true"\n',
        "[access]\nway = 1\n",
        'access = "oidc"\n',
        '[access]\nway = "proxy"\ntrusted = ["127.0.0.1"]\n',
        '[access]\nway = "proxy"\nheader = "X-Anything"\ntrusted = ["127.0.0.1"]\n',
        '[access]\nway = "proxy"\nheader = "Remote-User"\n',
        '[access]\nway = "proxy"\nheader = "Remote-User"\ntrusted = ["here"]\n',
        '[access\nway = "oidc"',
    ],
)
def test_a_section_that_is_wrong_lets_nobody_in(secrets: Path, text: str):
    with pytest.raises(ValueError) as told:
        written(secrets, text)
    assert str(told.value) in SAID
    assert gate.audience("tamda@x.vn") is None


@pytest.mark.parametrize(
    ("address", "public", "seen"),
    [
        ("sep@x.vn", False, Audience()),
        ("ai@congan.vn", False, Audience()),
        ("ai@gia.congan.vn", False, None),
        ("tamda@x.vn", False, Audience(Role.OWN, (0,))),
        ("la@y.vn", False, None),
        ("la@y.vn", True, Audience(Role.PUBLIC)),
        (None, False, None),
        (None, True, Audience(Role.PUBLIC)),
    ],
)
def test_who_sees_what(secrets: Path, address: str | None, public: bool, seen: Audience | None):
    secrets.write_text(
        f'{PROXY}leaders = ["sep@x.vn", "@congan.vn"]\npublic = {str(public).lower()}\n', "utf-8"
    )
    assert gate.audience(address) == seen


def asked(path: str, peer: str = "10.1.2.3", kind: str = "http", **headers: str) -> object:
    """Return the status of who is turned away, else the reader that the app is told."""
    told: list[object] = []

    async def app(scope, receive, send):
        told.append(dict(scope["headers"]).get(gate.READER.encode(), b"").decode())

    async def send(message):
        if "status" in message:
            told.append(message["status"])

    async def receive():
        return {"type": "http.request"}

    sent = [(name.replace("_", "-").encode(), value.encode()) for name, value in headers.items()]
    scope = {"type": kind, "path": path, "method": "GET", "client": (peer, 1), "headers": sent}
    asyncio.run(Gate(app)(scope, receive, send))
    return told[0]


def test_a_proxy_is_trusted_only_where_no_request_can_name_another_peer(
    secrets: Path, monkeypatch: pytest.MonkeyPatch
):
    secrets.write_text(PROXY, "utf-8")
    monkeypatch.delenv("FORWARDED_ALLOW_IPS")
    assert isinstance(gate.access(), ValueError)
    assert gate.audience("tamda@x.vn") is None


@pytest.mark.parametrize("name", ['"x,tamda@x.vn,"@d.vn', "tamda@x.vn la@y.vn", "tamda", "@x.vn"])
def test_a_name_that_is_not_one_address_is_nobodys(secrets: Path, name: str):
    secrets.write_text(PROXY, "utf-8")
    assert asked("/tinh-trang", x_remote_user=name) == 403


@pytest.mark.parametrize(
    "path", ["/_stcore/metrics", "/_stcore/agent/openapi.json", "/_stcore/upload_file/a/b"]
)
def test_the_servers_inside_answers_nobody(secrets: Path, path: str):
    assert asked(path) == 403
    secrets.write_text(f"{PROXY}public = true\n", "utf-8")
    gate.access.cache_clear()
    assert asked(path, x_remote_user="tamda@x.vn") == 403


@pytest.mark.parametrize("path", ["/media/a.docx", "/tinh-trang", "/component/a"])
def test_what_holds_the_sheet_is_guarded(secrets: Path, path: str):
    secrets.write_text(PROXY, "utf-8")
    assert asked(path) == 403
    assert asked(path, x_remote_user="la@y.vn") == 403
    assert asked(path, x_remote_user="Tamda@x.vn") == "tamda@x.vn"
    assert asked(path, peer="192.168.0.9", x_remote_user="tamda@x.vn") == 403
    assert asked(path, x_dashboard_reader="tamda@x.vn") == 403


@pytest.mark.parametrize("path", ["/", "/han", "/_stcore/health", "/static/js/a.js"])
def test_the_programs_own_files_are_everyones(secrets: Path, path: str):
    secrets.write_text(PROXY, "utf-8")
    assert asked(path) == ""


def test_a_browser_cannot_name_itself(secrets: Path):
    secrets.write_text(PROXY, "utf-8")
    stream = "/_stcore/stream"
    assert asked(stream, kind="websocket", x_dashboard_reader="sep@x.vn") == ""
    assert asked(stream, kind="websocket", peer="8.8.8.8", x_remote_user="tamda@x.vn") == ""
    assert asked(stream, kind="websocket", x_remote_user="tamda@x.vn") == "tamda@x.vn"


def test_nginx_knows_all_headers_by_which_a_proxy_may_name_a_reader():
    assert {name.lower() for name in site.NAMES} == {*gate.HEADERS}


def test_the_server_does_not_run_below_a_path_that_the_gate_does_not_know(
    monkeypatch: pytest.MonkeyPatch,
):
    gate.refuse_another_path()
    monkeypatch.setattr(config, "get_option", {"server.baseUrlPath": "theo-doi"}.get)
    with pytest.raises(SystemExit, match="đường dẫn gốc"):
        gate.refuse_another_path()

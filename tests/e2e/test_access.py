"""The gate with a real provider of sign-ins: each role through each page, files and addresses."""

import json
import re
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from urllib.error import HTTPError, URLError
from urllib.parse import quote
from urllib.request import Request, urlopen

import pytest
from docx import Document
from openpyxl import load_workbook
from playwright.sync_api import Browser, Page, expect

from lib.template.workbook import write_workbook
from lib.ui.frame import PAGES, PUBLIC
from tests.e2e.browser import PATIENCE, Faults, load, settle, visit
from tests.e2e.conftest import LAPTOP, profile
from tests.e2e.server import Server, free_port, served

PEOPLE = {"sep": "sep@x.vn", "thuong-truc": "ca@x.vn", "xa": "tamda@x.vn", "la": "la@y.vn"}
OURS, THEIRS = "BC-CỦA-TAM-ĐA", "BC-CỦA-SƠN-NAM"
OBSTACLES = "vướng riêng Tam Đa", "vướng riêng Sơn Nam"
EVERY_UNITS_EVIDENCE = "Phiếu thẩm định"
SECRETS = """
[access]
way = "oidc"
leaders = ["sep@x.vn"]
public = {public}
[auth]
redirect_uri = "{url}/oauth2callback"
cookie_secret = "chi-de-thu-chi-de-thu-chi-de-thu"
client_id = "bang-theo-doi"
client_secret = "chi-de-thu"
server_metadata_url = "{provider}/.well-known/openid-configuration"
"""


@pytest.fixture(scope="module")
def provider() -> Iterator[str]:
    """Run a provider of sign-ins that knows these people."""
    port = free_port()
    claims = [
        f"--user-claims={json.dumps({'sub': name, 'email': address, 'email_verified': True})}"
        for name, address in PEOPLE.items()
    ]
    command = [sys.executable, "-W", "ignore", "-m", "oidc_provider_mock", "-p", str(port), *claims]
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    url = f"http://127.0.0.1:{port}"
    try:
        end = time.monotonic() + PATIENCE
        while not answers(f"{url}/.well-known/openid-configuration"):
            assert time.monotonic() < end
        yield url
    finally:
        process.kill()
        process.wait()


@pytest.fixture(scope="module")
def workbook(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Make the example with addresses, and a line of two communes that names its evidence."""
    path = tmp_path_factory.mktemp("sheet") / "so.xlsx"
    write_workbook(path, with_sample=True)
    book = load_workbook(path)
    for title, name, address in (
        ("Đơn vị", "Tam Đa", "tamda@x.vn"),
        ("Cơ quan", "Công an huyện", "ca@x.vn"),
    ):
        sheet = book[title]
        column = next(cell.column for cell in sheet[1] if cell.value == "Thư điện tử")
        row = next(cell.row for cell in sheet["A"] if cell.value == name)
        sheet.cell(row, column).value = address
    log = book["Tiến độ"]
    heads = {cell.value: cell.column for cell in log[1]}
    last = max(cell.row for cell in log["A"] if cell.value is not None)
    told = zip(("Tam Đa", "Sơn Nam"), (OURS, THEIRS), OBSTACLES, strict=True)
    for at, (unit, evidence, obstacle) in enumerate(told, start=last + 1):
        line = {
            "Ngày": "14/9/2024",
            "Đơn vị": unit,
            "Mã": "TC05",
            "Kết quả": "Đạt",
            "Minh chứng": evidence,
            "Khó khăn kiến nghị": obstacle,
        }
        for head, value in line.items():
            log.cell(at, heads[head]).value = value
    book.save(path)
    return path


@pytest.fixture(scope="module")
def guarded(
    tmp_path_factory: pytest.TempPathFactory, provider: str, workbook: Path
) -> Iterator[Server]:
    with gated(tmp_path_factory.mktemp("guarded"), provider, workbook, public=False) as server:
        yield server


@pytest.fixture(scope="module")
def open_to_all(
    tmp_path_factory: pytest.TempPathFactory, provider: str, workbook: Path
) -> Iterator[Server]:
    with gated(tmp_path_factory.mktemp("open"), provider, workbook, public=True) as server:
        yield server


def gated(folder: Path, provider: str, workbook: Path, *, public: bool):
    port = free_port()
    (folder / ".streamlit").mkdir()
    told = SECRETS.format(
        url=f"http://127.0.0.1:{port}", provider=provider, public=str(public).lower()
    )
    (folder / ".streamlit" / "secrets.toml").write_text(told, "utf-8")
    return served(folder, workbook=workbook, port=port)


@pytest.fixture
def person(browser: Browser, faults: Faults) -> Iterator[Page]:
    """Give the browser of someone who has not signed in yet."""
    faults.expect("picocss|ERR_NAME_NOT_RESOLVED|favicon.ico")  # the provider's page, not ours
    with profile(browser, viewport=LAPTOP) as context, faults.watching(context):
        yield context.new_page()


def answers(url: str) -> bool:
    try:
        with urlopen(url, timeout=5):
            return True
    except (URLError, ConnectionError, TimeoutError):
        time.sleep(0.1)
        return False


def sign_in(page: Page, server: Server, name: str) -> None:
    load(page, server.url)
    page.get_by_role("button", name="Đăng nhập").click()
    page.locator("input[name=sub]").fill(name)
    page.get_by_role("button", name="Authorize").click()
    page.wait_for_url(f"{server.url}/**")
    settle(page)


THEIR_PAGE = "don-vi?don-vi=S%C6%A1n+Nam&muc=TC05"


def seen_on(page: Page, server: Server, *paths: str) -> str:
    """Return what stands on the pages, on a commune's own and in the file that holds all."""
    texts = []
    for path in paths:
        visit(page, f"{server.url}/{path}")
        expect(page.get_by_test_id("stException")).to_have_count(0)
        texts.append(page.get_by_test_id("stMain").inner_text())
    visit(page, f"{server.url}/don-vi?don-vi=Tam+%C4%90a&muc=TC05")
    texts.append(page.get_by_test_id("stMain").inner_text())
    visit(page, f"{server.url}/xuat-bao-cao")
    texts.append(page.get_by_test_id("stMain").inner_text())
    with page.expect_download() as download:
        page.locator(".st-key-download-machine-json button").click()
    texts.append(Path(download.value.path()).read_text("utf-8"))
    return "\n".join(texts)


def test_who_is_not_signed_in_sees_nothing(guarded: Server, person: Page):
    for page in PAGES:
        load(person, f"{guarded.url}/{page.url_path}")
        expect(person.get_by_role("button", name="Đăng nhập")).to_be_visible()
        assert "Tam Đa" not in person.content()
    for address in ("tinh-trang", "_stcore/metrics", "media/a.docx"):
        with pytest.raises(HTTPError, match="403"):
            urlopen(f"{guarded.url}/{address}", timeout=PATIENCE)
    with urlopen(f"{guarded.url}/suc-khoe", timeout=PATIENCE) as told:
        health = json.load(told)
        assert "object-src 'none'" in told.headers["Content-Security-Policy"]
    assert (health["reading"], health["failure"], health["late"]) == (True, None, False)


def test_who_is_not_named_is_told_so_and_can_leave(guarded: Server, person: Page):
    sign_in(person, guarded, "la")
    expect(person.get_by_role("alert")).to_contain_text("chưa được phép xem")
    assert "Tam Đa" not in person.content()
    person.get_by_role("button", name="Đăng xuất").click()
    person.wait_for_url(re.compile("logout|end_session|oauth2callback"))
    visit(person, guarded.url)
    expect(person.get_by_role("button", name="Đăng nhập")).to_be_visible()


def test_a_leader_sees_all(guarded: Server, person: Page):
    sign_in(person, guarded, "sep")
    seen = seen_on(person, guarded, THEIR_PAGE)
    expected = (OURS, THEIRS, *OBSTACLES, EVERY_UNITS_EVIDENCE)
    assert [text for text in expected if text not in seen] == []


def test_so_does_the_standing_agency_by_its_address_in_the_sheet(guarded: Server, person: Page):
    sign_in(person, guarded, "thuong-truc")
    expect(person.get_by_text("xem toàn bộ")).to_be_visible()


def test_a_commune_sees_all_statuses_and_its_own_words(guarded: Server, person: Page):
    sign_in(person, guarded, "xa")
    expect(person.get_by_text("chỉ hiện của nơi mình")).to_be_visible()
    seen = seen_on(person, guarded, *(one.url_path for one in PAGES), THEIR_PAGE)
    assert [text for text in (OURS, OBSTACLES[0]) if text not in seen] == []
    assert [
        text for text in (THEIRS, OBSTACLES[1], EVERY_UNITS_EVIDENCE, "@x.vn") if text in seen
    ] == []
    assert "Sơn Nam" in seen


def dossier_of(page: Page, server: Server, unit: str) -> str | None:
    """Return what the dossier on a unit's page and on Xuất báo cáo says; None where there is none."""
    texts = []
    for path in ("don-vi", "xuat-bao-cao"):
        visit(page, f"{server.url}/{path}?don-vi={quote(unit)}")
        button = page.get_by_role("button", name=re.compile("Tải (dự thảo )?hồ sơ .docx"))
        if button.count() == 0:
            continue
        with page.expect_download() as download:
            button.click()
        paper = Document(download.value.path())
        cells = (cell.text for table in paper.tables for row in table.rows for cell in row.cells)
        texts.append("\n".join([*(line.text for line in paper.paragraphs), *cells]))
    assert len(set(texts)) <= 1
    return texts[0] if len(texts) == 2 else None


def test_a_dossier_is_had_by_who_may_see_its_evidence(guarded: Server, person: Page):
    sign_in(person, guarded, "xa")
    assert OURS in (dossier_of(person, guarded, "Tam Đa") or "")
    assert dossier_of(person, guarded, "Sơn Nam") is None
    expect(person.get_by_text("Hồ sơ chỉ lập được")).to_be_visible()


def test_a_leader_has_everyones_dossier(guarded: Server, person: Page):
    sign_in(person, guarded, "sep")
    assert THEIRS in (dossier_of(person, guarded, "Sơn Nam") or "")


def test_the_public_sees_ranking_and_lights(open_to_all: Server, person: Page, faults: Faults):
    faults.expect("does not seem to exist")
    for page in PAGES:
        visit(person, f"{open_to_all.url}/{page.url_path}")
        shown = person.get_by_role("heading", level=1).inner_text()
        assert shown in {one.title for one in PAGES if one.url_path in PUBLIC}
        assert (shown == page.title) is (page.url_path in PUBLIC)
        seen = person.get_by_test_id("stMain").inner_text()
        assert [text for text in (OURS, THEIRS, *OBSTACLES) if text in seen] == []


def test_a_proxy_is_known_by_its_own_address(tmp_path: Path, workbook: Path):
    (tmp_path / ".streamlit").mkdir()
    told = '[access]\nway = "proxy"\nheader = "X-Remote-User"\ntrusted = ["127.0.0.1"]\n'
    (tmp_path / ".streamlit" / "secrets.toml").write_text(told, "utf-8")
    with served(tmp_path, workbook=workbook) as server:
        named = {"X-Remote-User": "tamda@x.vn", "X-Forwarded-For": "8.8.8.8"}
        with urlopen(Request(f"{server.url}/tinh-trang", headers=named)) as answer:
            assert answer.status == 200
        with pytest.raises(HTTPError, match="403"):
            urlopen(Request(f"{server.url}/tinh-trang", headers={"X-Forwarded-For": "127.0.0.1"}))

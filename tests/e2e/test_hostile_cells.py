"""Whatever the sheet's cells hold, every page shows it as text, loads nothing and runs nothing."""

import re
from collections.abc import Iterator
from urllib.parse import quote

import pytest
from playwright.sync_api import Page, expect

from lib.ui.frame import PAGES
from lib.vietnamese import tidy
from lib.words.exports import EVERYONE_CHOICE
from tests.e2e.browser import settle, visit
from tests.e2e.server import Server, served
from tests.hostile import HOSTILE, sheet_of
from tests.stand_in.model import Spreadsheet
from tests.stand_in.server import StandIn

TEXTS = {name: text[:200] for name, text in HOSTILE.items()}
CELLS = tuple("; ".join(tuple(TEXTS.values())[n::3]) for n in range(3))
"""Many to a cell, so that there is little to wait for."""

WHERE = {
    "xep-hang": "names of units",
    "han": "titles",
    "don-vi?don-vi=Tam+%C4%90a": "evidence and obstacles",
    "chat-luong": "what could not be read",
}

JOINER = "\u2060"  # what keeps an address or a directive from being one, unseen
TURNS = re.compile("[\u202a-\u202e\u2066-\u2069]")
MADE = """() => {
  const inside = (what) => [...document.querySelectorAll(what)].map((each) => each.outerHTML);
  return {
    ran: window.hacked ?? null,
    pictures: inside('[data-testid="stMain"] img, [data-testid="stSidebar"] img, .katex, del'),
    frames: inside('iframe[src], object, embed, script[src^="http:"]').filter((tag) =>
      !tag.includes('src="' + location.origin) && !tag.includes('src="/') && !tag.includes('src="./')),
    outside: [...document.querySelectorAll('a[href]')].map((each) => each.href).filter((address) =>
      !address.startsWith(location.origin) && !address.startsWith('https://docs.google.com/')),
  };
}"""
NOTHING = {"ran": None, "pictures": [], "frames": [], "outside": []}


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """Serve a Google Sheet full of such texts: it holds what no workbook can."""
    folder, spreadsheet = tmp_path_factory.mktemp("hostile"), Spreadsheet()
    for grid in sheet_of(*CELLS, HOSTILE["longest"]):
        spreadsheet.add(grid.title, grid.rows)
    (folder / ".streamlit").mkdir()
    with StandIn(spreadsheet) as stand_in:
        stand_in.write_secrets(folder / ".streamlit" / "secrets.toml", refresh_seconds=3600)
        with served(folder) as running:
            yield running


def assert_only_text(page: Page) -> None:
    expect(page.get_by_test_id("stException")).to_have_count(0)
    assert page.evaluate(MADE) == NOTHING
    assert not TURNS.search(page.locator("body").text_content() or "")


def missing(page: Page) -> list[str]:
    """Name the texts that do not stand on the page as the sheet has them."""
    words = tidy((page.get_by_test_id("stMain").text_content() or "").replace(JOINER, ""))
    return [name for name, text in TEXTS.items() if tidy(text) not in words]


def test_a_page_shows_them_as_written_and_makes_nothing_of_them(server: Server, page: Page):
    visit(page, server.url)
    assert_only_text(page)
    for path in [*(page.url_path for page in PAGES[1:]), "don-vi?don-vi=Tam+%C4%90a"]:
        visit(page, f"{server.url}/{path}")
        assert_only_text(page)
        if path in WHERE:
            assert missing(page) == [], WHERE[path]


def test_an_address_may_name_them(server: Server, page: Page):
    asked = quote("".join(TEXTS.values()).encode("utf-8", "replace"))
    visit(page, f"{server.url}/don-vi?don-vi={asked}")
    assert_only_text(page)


def test_every_slide_shows_them_as_text(server: Server, page: Page):
    visit(page, f"{server.url}/trinh-chieu")
    place = page.locator(".st-key-slide-controls").get_by_text(re.compile(r"^\d+/\d+$"))
    slides = int((place.text_content() or "").split("/")[1])
    for number in range(2, slides + 1):
        page.keyboard.press("ArrowRight")
        expect(place).to_have_text(f"{number}/{slides}")
        settle(page)
        assert_only_text(page)


@pytest.mark.parametrize(
    ("path", "files"),
    [(f"xuat-bao-cao?lich-cua={quote(EVERYONE_CHOICE)}", 8), ("don-vi?don-vi=Tam+%C4%90a", 1)],
    ids=["Xuất báo cáo", "Đơn vị"],
)
def test_every_file_comes_down(server: Server, page: Page, path: str, files: int):
    visit(page, f"{server.url}/{path}")
    buttons = page.get_by_test_id("stDownloadButton").get_by_role("button").all()
    assert len(buttons) == files
    for button in buttons:
        settle(page)
        with page.expect_download() as begun:
            button.click()
        assert begun.value.path().stat().st_size > 1000

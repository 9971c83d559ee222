"""On a phone: one bar, the first figure near the top, every way to look, and the reader's own unit."""

from urllib.parse import quote

from playwright.sync_api import Page, expect

from tests.e2e.browser import settle, visit
from tests.e2e.conftest import PHONE
from tests.e2e.server import Server

TAM_DA = f"don-vi?ten={quote('Tam Đa')}"


def test_one_bar_stands_above_the_first_figure_and_a_switch_shows_all_its_ways(
    app_server: Server, phone_page: Page
):
    page = phone_page
    visit(page, f"{app_server.url}/han")
    settle(page)
    bar = page.get_by_test_id("stHeader").bounding_box()
    assert bar is not None
    assert (bar["y"], bar["height"]) == (0, 48)
    figure = page.get_by_test_id("stMetricValue").first.bounding_box()
    assert figure is not None
    assert figure["y"] + figure["height"] <= PHONE["height"] / 3
    ways = page.get_by_role("radiogroup", name="Xem").get_by_role("radio").all()
    assert len(ways) > 5
    for way in ways:
        box = way.bounding_box()
        assert box is not None
        assert box["x"] >= 0
        assert box["x"] + box["width"] <= PHONE["width"]


def test_a_readers_own_unit_is_remembered_on_the_device_until_it_is_forgotten(
    app_server: Server, phone_page: Page
):
    page = phone_page
    mine = page.get_by_role("navigation", name="Nơi của tôi")
    visit(page, f"{app_server.url}/{TAM_DA}&nhom={quote('Xây dựng điển hình')}")
    mine.get_by_role("button", name="Đặt làm đơn vị của tôi").click()
    expect(mine.get_by_role("button", name="Đơn vị của tôi")).to_have_attribute(
        "aria-pressed", "true"
    )
    visit(page, app_server.url)
    mine.get_by_role("link", name="Tam Đa").click()
    settle(page)
    expect(page.get_by_role("heading", level=1)).to_have_text("Tam Đa")
    visit(page, f"{app_server.url}/co-quan?ten={quote('Phòng Nội vụ')}")
    expect(mine.get_by_role("button", name="Đặt làm cơ quan của tôi")).to_be_visible()
    visit(page, f"{app_server.url}/{TAM_DA}")
    mine.get_by_role("button", name="Đơn vị của tôi").click()
    visit(page, app_server.url)
    expect(mine).to_be_hidden()

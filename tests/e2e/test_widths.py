"""What answers at one width answers at each: a wall, an office PC, a tablet, a window, a phone."""

from collections.abc import Iterator
from urllib.parse import quote

from playwright.sync_api import Page, expect

from tests.e2e.browser import settle, visit
from tests.e2e.server import Server

SIZES = ((1920, 1080), (1366, 768), (1024, 768), (820, 1180), (683, 384), (390, 844))
CAP_TIEN = quote("Cấp Tiến")
NOI_VU = quote("Phòng Nội vụ")
NOTHING_FOLLOWED = quote("Cơ quan, đơn vị, phòng, ban khác")
WITH_FIGURES = (
    *("", "tieu-chi?ma=TC01", "han", "chat-luong"),
    *(f"don-vi?ten={CAP_TIEN}", f"co-quan?ten={NOI_VU}"),
)
CUT = """() => [...document.querySelectorAll('[data-testid="stMetricValue"] *')]
  .filter((box) => box.scrollWidth > box.clientWidth + 1 && getComputedStyle(box).display !== 'inline')
  .map((box) => box.textContent)"""
BESIDE = """() => [document.documentElement, document.querySelector('[data-testid="stMain"]'),
  ...document.querySelectorAll('[data-testid="stTable"] > div')]
  .map((box) => Math.max(0, box.scrollWidth - box.clientWidth))"""
WIDEST_SPOT = """() => Math.max(...[...document.querySelectorAll('*')]
  .flatMap((host) => [...(host.shadowRoot?.querySelectorAll('td') ?? [])])
  .map((cell) => cell.getBoundingClientRect().width))"""

HEADS_OVERLAPPED = """() => [...document.querySelectorAll('*')]
  .flatMap((host) => [...(host.shadowRoot?.querySelectorAll('.code .label') ?? [])])
  .filter((head) => head.scrollWidth > head.clientWidth)
  .map((head) => head.textContent)"""
CUT_OFF = """() => [...document.querySelectorAll('[data-tag], .stCheckbox p')].filter((part) => {
  const box = part.closest('[data-testid="stMultiSelectTagsContainer"], .stCheckbox');
  const [inside, around] = [part, box.parentElement].map((one) => one.getBoundingClientRect());
  return inside.top < around.top - 1 || inside.bottom > around.bottom + 1
    || part.scrollWidth > part.clientWidth + 1;
}).map((part) => part.textContent)"""


def at_each_size(page: Page) -> Iterator[tuple[int, int]]:
    """Give the page every size in turn."""
    for width, height in SIZES:
        page.set_viewport_size({"width": width, "height": height})
        settle(page)
        yield width, height


def test_no_figure_is_cut(app_server: Server, page: Page):
    visit(page, app_server.url)
    for path in WITH_FIGURES:
        visit(page, f"{app_server.url}/{path}")
        expect(page.get_by_test_id("stMetricValue").first).to_be_visible()
        for size in at_each_size(page):
            assert (path, size, page.evaluate(CUT)) == (path, size, [])
            assert (path, size, max(page.evaluate(BESIDE))) == (path, size, 0)


def test_the_list_of_units_is_whole(app_server: Server, page: Page):
    visit(page, f"{app_server.url}/don-vi")
    tables = page.locator('[data-testid="stTable"] > div')
    for size in at_each_size(page):
        beside = tables.evaluate_all(
            "boxes => boxes.map((box) => box.scrollWidth - box.clientWidth)"
        )
        assert (size, max(beside)) == (size, 0)


def test_a_title_says_whose_numbers_these_are(app_server: Server, page: Page):
    visit(page, f"{app_server.url}/?don-vi={CAP_TIEN}")
    for path, level in (("den-tin-hieu", 1), ("han", 1), ("trinh-chieu", 2)):
        visit(page, f"{app_server.url}/{path}?don-vi={CAP_TIEN}")
        named = page.get_by_role("heading", level=level).filter(has_text="Cấp Tiến")
        for _ in at_each_size(page):
            expect(named).to_be_in_viewport()


def test_ranks_begin_with_the_first_criterion_met(app_server: Server, page: Page):
    visit(page, f"{app_server.url}/don-vi?ten={quote('Tam Đa')}")
    told = page.get_by_text("Hạng qua các tháng")
    for _ in at_each_size(page):
        expect(told).to_be_visible()
        expect(told).to_contain_text("từ 11 đến 1 trong nhóm")


def test_an_agency_that_follows_nothing_is_told_so(app_server: Server, page: Page):
    visit(page, f"{app_server.url}/den-tin-hieu?co-quan={NOTHING_FOLLOWED}")
    told = page.get_by_text("không theo dõi tiêu chí nào")
    for _ in at_each_size(page):
        expect(told.first).to_be_in_viewport()


def test_one_criterion_is_no_wider_than_it_needs(app_server: Server, page: Page):
    visit(page, f"{app_server.url}/den-tin-hieu?co-quan={NOI_VU}")
    for width, _ in at_each_size(page):
        if width > 640:  # on a phone a unit is a list
            assert page.evaluate(WIDEST_SPOT) <= 200


def test_no_head_of_the_matrix_lies_over_its_neighbour(app_server: Server, page: Page):
    visit(page, f"{app_server.url}/den-tin-hieu")
    for width, _ in at_each_size(page):
        if width > 640:
            page.wait_for_function(f"() => ({HEADS_OVERLAPPED})().length === 0")


def test_how_long_and_every_way_to_look_stand_in_the_window(app_server: Server, page: Page):
    visit(page, f"{app_server.url}/han")
    total = page.get_by_role("table").first.get_by_role("columnheader").last
    ways = page.get_by_role("radiogroup", name="Xem").get_by_role("radio")
    expect(total).to_have_text("Cộng")
    for width, _ in at_each_size(page):
        for part in (total, *ways.all()):
            box = part.bounding_box()
            assert box is not None
            assert box["x"] + box["width"] <= width


def test_whom_a_meeting_asks_is_named_whole(app_server: Server, page: Page):
    visit(page, f"{app_server.url}/ket-luan")
    expect(page.locator("[data-tag]", has_text="Ủy ban MTTQ Việt Nam huyện")).to_have_count(1)
    for _ in at_each_size(page):
        page.wait_for_function(f"() => ({CUT_OFF})().length === 0")

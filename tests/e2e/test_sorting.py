"""Tables ordered by a press on a head: names in Vietnamese order, numbers and days as such."""

import re

from playwright.sync_api import Locator, Page, expect

from tests.e2e.browser import settle, visit
from tests.e2e.server import Server


def column(table: Locator, number: int) -> list[str]:
    return table.locator(f"tbody tr td:nth-child({number})").all_inner_texts()


def test_a_head_orders_its_table_up_down_and_as_it_was(app_server: Server, page: Page):
    visit(page, f"{app_server.url}/han")
    table = page.get_by_role("table", name="Quá hạn", exact=True)
    came = column(table, 1)
    days = table.get_by_role("columnheader", name="Quá hạn (ngày)")
    days.click()
    expect(days).to_have_attribute("aria-sort", "ascending")
    told = [int(text) for text in column(table, 6)]
    assert told == sorted(told)
    assert len({len(str(number)) for number in told}) > 1
    days.press("Enter")
    expect(days).to_have_attribute("aria-sort", "descending")
    assert [int(text) for text in column(table, 6)] == sorted(told, reverse=True)
    due = table.get_by_role("columnheader", name=re.compile("^Hạn"))
    due.click()
    expect(days).to_have_attribute("aria-sort", "none")
    dates = ["".join(reversed(text.split("/"))) for text in column(table, 5)]
    assert dates == sorted(dates)
    page.emulate_media(media="print")
    assert column(table, 5)[0] == min(column(table, 5), key=lambda text: text.split("/")[::-1])
    page.emulate_media(media="screen")
    due.click()
    due.click()
    assert column(table, 1) == came


def test_names_stand_in_vietnamese_order_and_a_total_last(app_server: Server, page: Page):
    visit(page, f"{app_server.url}/xep-hang")
    table = page.get_by_test_id("stTable").first.get_by_role("table")
    table.get_by_role("columnheader", name="Đơn vị").click()
    names = column(table, 2)
    assert names.index("Chi Thiết") < names.index("Đông Lợi") < names.index("Đồng Quý")
    assert names.index("Đồng Quý") < names.index("Hồng Sơn") < names.index("Văn Phú")
    moved = table.get_by_role("columnheader", name="±")
    moved.click()
    steps = [text for text in column(table, 5) if text.strip("–")]
    assert steps.index("=") > max(at for at, text in enumerate(steps) if text.startswith("↓"))
    assert steps.index("=") < min(at for at, text in enumerate(steps) if text.startswith("↑"))
    visit(page, f"{app_server.url}/han")
    summed = page.get_by_test_id("stTable").first.get_by_role("table")
    summed.get_by_role("columnheader", name="Cộng").click()
    settle(page)
    assert column(summed, 1)[-1] == "Cộng"

"""Takes pictures of every page: python -m tests.screenshots [--out screenshots] [--whole]."""

import argparse
import tempfile
from pathlib import Path

from playwright.sync_api import Browser, Page

from lib.ui.frame import PAGES
from tests.e2e.browser import launched, settle, visit
from tests.e2e.server import served

SIZES = {"projector": (1920, 1080), "laptop": (1366, 768), "phone": (390, 844)}
SCHEMES = ("light", "dark")
_HEIGHT = """() => document.querySelector('[data-testid="stMainBlockContainer"]').scrollHeight"""


def pictures(browser: Browser, url: str, out: Path, chosen: argparse.Namespace) -> None:
    """Save one picture a page, size and scheme."""
    for size in chosen.size:
        width, height = SIZES[size]
        for scheme in chosen.scheme:
            context = browser.new_context(
                viewport={"width": width, "height": height},
                color_scheme=scheme,
                locale="vi-VN",
                timezone_id="Asia/Ho_Chi_Minh",
                reduced_motion="reduce",
                is_mobile=size == "phone",
                has_touch=size == "phone",
            )
            page = context.new_page()
            for place, file in enumerate(PAGES):
                name = file.path.stem
                if chosen.page and name not in chosen.page:
                    continue
                page.set_viewport_size({"width": width, "height": height})
                visit(page, f"{url}/{file.url_path if place else ''}{chosen.query}")
                if chosen.whole:
                    _stretch(page, width, height)
                page.screenshot(path=out / f"{name}-{size}-{scheme}.png", animations="disabled")
                print(out / f"{name}-{size}-{scheme}.png")
            context.close()


def _stretch(page: Page, width: int, height: int) -> None:
    whole = max(height, page.evaluate(_HEIGHT) + 80)
    page.set_viewport_size({"width": width, "height": whole})
    settle(page)


def main() -> None:
    """Serve the app on its example, or on a workbook, and picture it."""
    parser = argparse.ArgumentParser(prog="python -m tests.screenshots")
    parser.add_argument("--out", type=Path, default=Path("screenshots"))
    parser.add_argument("--workbook", type=Path, help="another workbook than the example")
    parser.add_argument("--page", action="append", help="only this file of pages/, without .py")
    parser.add_argument("--size", action="append", choices=SIZES)
    parser.add_argument("--scheme", action="append", choices=SCHEMES)
    parser.add_argument("--query", default="", help="what follows the address, as ?embed=true")
    parser.add_argument("--whole", action="store_true", help="the whole page, not one screen")
    chosen = parser.parse_args()
    chosen.size = chosen.size or list(SIZES)
    chosen.scheme = chosen.scheme or list(SCHEMES)
    chosen.out.mkdir(parents=True, exist_ok=True)
    with (
        tempfile.TemporaryDirectory() as folder,
        served(Path(folder) / "app", workbook=chosen.workbook) as server,
        launched() as browser,
    ):
        pictures(browser, server.url, chosen.out, chosen)


if __name__ == "__main__":
    main()

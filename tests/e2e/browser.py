"""A real browser that reports every fault of a page and reaches nothing but this machine."""

import os
import re
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from ipaddress import ip_address
from urllib.parse import urlsplit

from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

# Seconds. A busy machine may take its time; a page that is right is not waited for longer.
PATIENCE = 120.0

# The shell draws no window of its own around a page, which costs as much as the page.
NAMES = (
    *("chromium-headless-shell", "chromium", "chromium-browser"),
    *("google-chrome", "google-chrome-stable"),
)
ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.0.0.1",
]

# Opened by a page's own address, Streamlit first asks for its server below that address.
PROBES = re.compile(r"404 .*/_stcore/(health|host-config)\)$")

_SETTLED = """(moment) => {
  const app = document.querySelector('[data-testid="stApp"]');
  const state = app && app.dataset.testScriptState;
  const main = document.querySelector('[data-testid="stMain"] [data-testid="stElementContainer"]');
  const waiting = '[data-testid="stSkeleton"], [data-testid="stAppSkeleton"], [data-stale="true"]';
  const drawn = (part) => part.querySelector('svg, canvas') || !part.getClientRects().length;
  const pictures = '[data-testid="stVegaLiteChart"], [data-testid="stDataFrame"]';
  const filled = (host) => host.shadowRoot?.querySelector(':not(style, div:empty)');
  const settled = state === 'notRunning' && main !== null && !document.querySelector(waiting)
    && [...document.querySelectorAll(pictures)].every(drawn)
    && [...document.querySelectorAll('[data-testid="stBidiComponentIsolated"]')].every(filled);
  if (!settled) window.settledSince = undefined;
  else window.settledSince ??= performance.now();
  return settled && performance.now() - window.settledSince >= moment;
}"""


@dataclass
class Faults:
    """What went wrong in the pages of one test, less what the test expects to go wrong."""

    found: list[str] = field(default_factory=list)
    expected: list[re.Pattern[str]] = field(default_factory=lambda: [PROBES])

    def expect(self, pattern: str) -> None:
        """Let faults pass that match the pattern."""
        self.expected.append(re.compile(pattern))

    def unexpected(self) -> list[str]:
        """Give the faults that no pattern matches."""
        return [fault for fault in self.found if not any(p.search(fault) for p in self.expected)]

    @contextmanager
    def watching(self, context: BrowserContext) -> Iterator[None]:
        """Note errors in the console and in scripts, and every request that leaves the machine."""
        handlers: dict[str, Callable] = {
            "console": self._on_console,
            "weberror": lambda raised: self.found.append(f"page error: {raised.error}"),
            "request": lambda request: self._on_address(request.url),
            "page": lambda page: page.on("websocket", lambda socket: self._on_address(socket.url)),
        }
        for event, handler in handlers.items():
            context.on(event, handler)
        try:
            yield
        finally:
            for event, handler in handlers.items():
                context.remove_listener(event, handler)

    def _on_console(self, message) -> None:
        if message.type == "error":
            self.found.append(f"console: {message.text} ({message.location.get('url', '')})")

    def _on_address(self, url: str) -> None:
        if not is_local(url):
            self.found.append(f"request to the outside: {url}")


def is_local(url: str) -> bool:
    """Tell whether an address stays on this machine."""
    host = urlsplit(url).hostname
    if host is None or host == "localhost":
        return True
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return False


def executable() -> str:
    """Find the browser that CHROMIUM names, else the one installed."""
    for name in (os.environ.get("CHROMIUM"), *NAMES):
        if name and (path := shutil.which(name)):
            return path
    raise AssertionError("A browser is needed: apt install chromium, or set CHROMIUM to one")


@contextmanager
def launched() -> Iterator[Browser]:
    """Run a headless browser until the block ends."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=executable(), args=ARGUMENTS, timeout=1000 * PATIENCE
        )
        try:
            yield browser
        finally:
            browser.close()


def settle(page: Page, *, timeout: float = PATIENCE, moment: float = 0.2) -> None:
    """Wait, at most some seconds, until the script has run and the page shows its result.

    What a reader just did reaches the server only after a while: the page must rest for a moment.
    """
    page.evaluate("() => { window.settledSince = undefined; }")
    page.wait_for_function(_SETTLED, arg=moment * 1000, timeout=timeout * 1000)
    page.evaluate("() => document.fonts.ready.then(() => undefined)")


def visit(page: Page, url: str) -> None:
    """Go to an address of the app and wait until it has settled.

    A page that shows the app goes on as the app's own links do, its program is not loaded again.
    """
    if page.url == url or urlsplit(page.url)[:2] != urlsplit(url)[:2]:
        load(page, url)
        return
    page.evaluate(
        "(url) => { history.pushState({}, '', url); dispatchEvent(new PopStateEvent('popstate')); }",
        url,
    )
    settle(page)


def load(page: Page, url: str) -> None:
    """Open an address as who types it, and wait until it has settled."""
    page.goto(url)
    settle(page, moment=0)

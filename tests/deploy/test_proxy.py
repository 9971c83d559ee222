"""A real nginx before the processes: by whom a reader may be named to them, and by whom not."""

import json
import subprocess
import threading
import time
from collections.abc import Iterator
from http.client import HTTPConnection
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from deploy.run import NGINX as WHOLE
from deploy.site import NAMES, Site
from tests.e2e.server import STARTS_WITHIN, free_port
from tests.e2e.several import NGINX

pytestmark = pytest.mark.skipif(NGINX is None, reason="nginx is not installed")
SIGN_IN, ANYBODY = "127.0.0.3", "127.0.0.4"


class Telling(BaseHTTPRequestHandler):
    """Answers with the headers of the question."""

    def do_GET(self) -> None:
        told = json.dumps(dict(self.headers)).encode()
        self.send_response(200)
        self.send_header("Content-Length", str(len(told)))
        self.end_headers()
        self.wfile.write(told)

    def log_message(self, *_: object) -> None:
        """Keep what was asked out of the tests' output."""


@pytest.fixture(scope="module")
def process() -> Iterator[int]:
    """Stand in for a process of the app; give its port."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), Telling)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield server.server_port
    server.shutdown()
    server.server_close()


@pytest.fixture(params=[None, SIGN_IN], ids=["none", "sign-in"])
def behind(request: pytest.FixtureRequest, process: int, tmp_path: Path) -> Iterator[int]:
    """Run nginx with or without a trusted sign-in before it; give its port."""
    port = free_port()
    site = Site([process], f"127.0.0.1:{port}", log=None, proxy=request.param)
    configuration = tmp_path / "nginx.conf"
    configuration.write_text(WHOLE.format(site=site), "utf-8")
    command = [NGINX, "-p", tmp_path, "-c", configuration, "-e", "stderr"]
    running = subprocess.Popen(command)
    try:
        yield port
    finally:
        running.terminate()
        running.wait()


def told(port: int, by: str) -> dict[str, str]:
    """Ask from an address, naming somebody; give what the process was told."""
    end = time.monotonic() + STARTS_WITHIN
    while True:
        asked = HTTPConnection("127.0.0.1", port, timeout=60, source_address=(by, 0))
        try:
            asked.request("GET", "/tinh-trang", headers=dict.fromkeys(NAMES, "sep@x.vn"))
            return json.load(asked.getresponse())
        except ConnectionError:
            assert time.monotonic() < end
            time.sleep(0.05)
        finally:
            asked.close()


def test_only_the_trusted_sign_in_names_a_reader(behind: int, request: pytest.FixtureRequest):
    trusted = request.node.callspec.id == "sign-in"
    for by, named in ((SIGN_IN, trusted), (ANYBODY, False)):
        heard = told(behind, by)
        assert [name in heard for name in NAMES] == [named] * len(NAMES)
        assert heard["X-Real-IP"] == by

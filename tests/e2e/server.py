"""Runs the app in a copy of its own, so that no test meets a developer's sheet or secrets."""

import os
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

ROOT = Path(__file__).resolve().parents[2]
_STREAMLIT = [sys.executable, "-m", "streamlit", "run", "app.py"]
STARTS_WITHIN = 240.0


@dataclass(frozen=True, slots=True)
class Server:
    """A running app: its address, folder, log, process ids, and when it began (perf_counter)."""

    url: str
    folder: Path
    log: Path
    process_ids: tuple[int, ...]
    began: float

    @property
    def workbook(self) -> Path:
        return self.folder / "so-theo-doi.xlsx"


@contextmanager
def served(
    folder: Path,
    *,
    workbook: Path | None = None,
    script: Path = ROOT / "app.py",
    port: int | None = None,
) -> Iterator[Server]:
    """Serve a copy of the app from the folder until the block ends.

    Without a workbook the app makes its example on its first start; another script is served in
    its place, with its settings.
    """
    _copy_app(folder)
    shutil.copyfile(script, folder / "app.py")
    if workbook is not None:
        shutil.copyfile(workbook, folder / "so-theo-doi.xlsx")
    with running(folder, port or free_port()) as server:
        yield server


@contextmanager
def running(folder: Path, port: int) -> Iterator[Server]:
    """Run the app that lies in a folder on a port until the block ends."""
    url, written = f"http://127.0.0.1:{port}", folder / "server.log"
    with written.open("wb") as log:
        began = time.perf_counter()
        process = subprocess.Popen(
            [*_STREAMLIT, f"--server.port={port}", "--server.address=127.0.0.1"],
            cwd=folder,
            env=_environment(),
            stdout=log,
            stderr=subprocess.STDOUT,
        )
        server = Server(url, folder, written, (process.pid,), began)
        try:
            _wait_until_healthy(server, process)
            yield server
        finally:
            # Asked to end, it would wait for browsers that are still connected.
            process.kill()
            process.wait()


def free_port() -> int:
    """Give a port of the loopback address that nothing listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def _copy_app(folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    for name in ("lib", "pages"):
        without_caches = shutil.ignore_patterns("__pycache__")
        shutil.copytree(ROOT / name, folder / name, ignore=without_caches, dirs_exist_ok=True)
    (folder / ".streamlit").mkdir(exist_ok=True)
    shutil.copyfile(ROOT / ".streamlit/config.toml", folder / ".streamlit/config.toml")


def _environment() -> dict[str, str]:
    outside = ("DASHBOARD_", "STREAMLIT_")
    kept = {name: value for name, value in os.environ.items() if not name.startswith(outside)}
    return kept | {"PYTHONUNBUFFERED": "1", "FORWARDED_ALLOW_IPS": ""}


def _wait_until_healthy(server: Server, process: subprocess.Popen[bytes]) -> None:
    end = time.monotonic() + STARTS_WITHIN
    while time.monotonic() < end and process.poll() is None:
        try:
            with urlopen(f"{server.url}/_stcore/health", timeout=5) as answer:
                if answer.status == 200:
                    return
        except (URLError, ConnectionError, TimeoutError):
            time.sleep(0.1)
    log = server.log.read_text(encoding="utf-8", errors="replace")
    raise AssertionError(f"The app did not start:\n{log}")

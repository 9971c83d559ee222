"""Runs several processes of the app behind a real nginx, as on a server, with https."""

import os
import re
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from tests.e2e.server import ROOT, STARTS_WITHIN, free_port

NGINX = shutil.which("nginx", path=f"{os.environ.get('PATH')}:/usr/sbin")

_READY = re.compile(r"^Ready at .*$", re.MULTILINE)
_PROCESS = re.compile(r"port (\d+) is (\d+)")
_LOGGED = re.compile(r"^\S+ \[\S+\] (\S+) (\S+) (\d+) \d+ \S+ (\S.*)$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Several:
    """Processes of the app behind one address: their ids by port, and nginx's log."""

    url: str
    log: Path
    processes: dict[str, int]

    @property
    def process_ids(self) -> tuple[int, ...]:
        return tuple(self.processes.values())

    def answered(self) -> list[tuple[str, str, str]]:
        """List what nginx has answered: the address, the status, the port that it asked last."""
        found = _LOGGED.findall(self.log.read_text("utf-8", "replace"))
        return [(path, status, asked.rpartition(":")[2]) for _, path, status, asked in found]

    def kill(self, port: str) -> None:
        """End a process without its leave."""
        os.kill(self.processes[port], signal.SIGKILL)


@contextmanager
def several(folder: Path, number: int = 2, *, tls: bool = True) -> Iterator[Several]:
    """Serve copies of the app from the folder until the block ends."""
    _copy_program(folder)
    listen, log = f"127.0.0.1:{free_port()}", folder / "server.log"
    asked = folder / "nginx.log"
    command = [sys.executable, "-m", "deploy.run", f"{number}"]
    command += [f"--listen={listen}", f"--log={asked}"]
    if tls:
        certificate, key = _certificate(folder)
        command += [f"--certificate={certificate}", f"--key={key}"]
    with log.open("wb") as written:
        running = subprocess.Popen(
            command,
            cwd=folder,
            env={name: value for name, value in os.environ.items() if name[:10] != "STREAMLIT_"}
            | {"DASHBOARD_DATA": str(folder / "data"), "PYTHONUNBUFFERED": "1"},
            stdout=written,
            stderr=subprocess.STDOUT,
        )
    try:
        ready = _wait_until_ready(running, log)
        url = f"{'https' if tls else 'http'}://{listen}"
        yield Several(url, asked, {port: int(pid) for port, pid in ready})
    finally:
        running.terminate()
        running.wait()


def _copy_program(folder: Path) -> None:
    without_caches = shutil.ignore_patterns("__pycache__")
    for name in ("lib", "pages", "deploy"):
        shutil.copytree(ROOT / name, folder / name, ignore=without_caches)
    (folder / ".streamlit").mkdir()
    for name in ("app.py", ".streamlit/config.toml"):
        shutil.copyfile(ROOT / name, folder / name)


def _certificate(folder: Path) -> tuple[Path, Path]:
    certificate, key = folder / "certificate.pem", folder / "key.pem"
    subprocess.run(
        [ROOT / "deploy" / "certificate", "127.0.0.1", certificate, key],
        check=True,
        capture_output=True,
    )
    return certificate, key


def _wait_until_ready(running: subprocess.Popen[bytes], log: Path) -> list[tuple[str, str]]:
    end = time.monotonic() + STARTS_WITHIN
    while time.monotonic() < end and running.poll() is None:
        if ready := _READY.search(log.read_text("utf-8", "replace")):
            return _PROCESS.findall(ready.group())
        time.sleep(0.1)
    raise AssertionError(f"It did not start:\n{log.read_text('utf-8', 'replace')}")

"""Runs several processes of the app behind nginx until it is told to stop: `python -m deploy.run 2`.

For a container, or a machine without systemd. What ends is started again.
"""

import argparse
import os
import secrets
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping, Sequence
from contextlib import ExitStack
from pathlib import Path
from urllib.request import urlopen

from deploy.site import Site

ROOT = Path(__file__).resolve().parents[1]
SECRET = "STREAMLIT_SERVER_COOKIE_SECRET"
LOOK_SECONDS = 0.2
STOPS_WITHIN = 5.0
PAUSE_SECONDS = 1.0
"""What has ended is started again no sooner than this after its last start."""

NGINX = """\
daemon off;
pid nginx.pid;
error_log stderr;
events {{}}
http {{
    include /etc/nginx/mime.types;
    default_type application/octet-stream;
    client_body_temp_path body;
    proxy_temp_path proxy;
    fastcgi_temp_path fastcgi;
    uwsgi_temp_path uwsgi;
    scgi_temp_path scgi;
{site}
}}
"""


class Children:
    """Commands by name, each kept running as a process."""

    def __init__(self, commands: Mapping[str, Sequence[str]]) -> None:
        self._commands = commands
        self._running: dict[str, subprocess.Popen[bytes]] = {}
        self._started: dict[str, float] = {}

    def tend(self) -> None:
        """Start what does not run."""
        for name, command in self._commands.items():
            ended = self._running[name].poll() if name in self._running else 0
            if ended is None or time.monotonic() < self._started.get(name, 0) + PAUSE_SECONDS:
                continue
            if name in self._running:
                print(f"{name} ended with {ended} and is started again", file=sys.stderr)
            self._running[name] = subprocess.Popen(command, cwd=ROOT)
            self._started[name] = time.monotonic()

    def __str__(self) -> str:
        return ", ".join(f"{name} is {child.pid}" for name, child in self._running.items())

    def stop(self) -> None:
        """End all, by force where one does not heed."""
        for child in self._running.values():
            child.terminate()
        end = time.monotonic() + STOPS_WITHIN
        for child in self._running.values():
            try:
                child.wait(max(0.0, end - time.monotonic()))
            except subprocess.TimeoutExpired:
                child.kill()
                child.wait()


def main() -> None:
    """Run what the command line asks for; say so once all processes answer."""
    asked = _asked()
    signal.signal(signal.SIGTERM, lambda *_: sys.exit())
    os.environ["FORWARDED_ALLOW_IPS"] = ""
    os.environ[SECRET] = os.environ.get(SECRET) or secrets.token_hex()
    ports = _free_ports(asked.processes)
    site = Site(
        ports, asked.listen, "_", asked.certificate, asked.key, log=asked.log, proxy=asked.proxy
    )
    with ExitStack() as cleaning:
        folder = cleaning.enter_context(tempfile.TemporaryDirectory(prefix="dashboard-"))
        children = Children(
            {f"port {port}": _app(port) for port in ports} | {"nginx": _nginx(site, Path(folder))}
        )
        cleaning.callback(children.stop)
        waiting = list(ports)
        while True:
            children.tend()
            if waiting and not (waiting := [port for port in waiting if not _answers(port)]):
                print(f"Ready at {asked.listen}: {children}", flush=True)
            time.sleep(LOOK_SECONDS)


def _asked() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m deploy.run", description=__doc__)
    parser.add_argument("processes", type=int, nargs="?", default=2)
    parser.add_argument("--listen", default="127.0.0.1:8080", help="address and port of nginx")
    parser.add_argument("--certificate", type=Path, help="for https, with its --key")
    parser.add_argument("--key", type=Path)
    parser.add_argument("--proxy", help="the address of the office's own sign-in before nginx")
    parser.add_argument("--log", type=Path, help="a file for nginx's log; none by default")
    return parser.parse_args()


def _app(port: int) -> list[str]:
    command = [sys.executable, "-m", "streamlit", "run", "app.py"]
    return [*command, f"--server.port={port}", "--server.address=127.0.0.1"]


def _nginx(site: Site, folder: Path) -> list[str]:
    path = f"{os.environ.get('PATH', '')}:/usr/sbin"
    program = shutil.which("nginx", path=path)
    if program is None:
        sys.exit("nginx is needed: apt install nginx")
    configuration = folder / "nginx.conf"
    # Its workers read the program's files, so they are whoever runs this.
    user = "user root;\n" if os.geteuid() == 0 else ""
    configuration.write_text(user + NGINX.format(site=site), "utf-8")
    return [program, "-p", str(folder), "-c", str(configuration), "-e", "stderr"]


def _free_ports(number: int) -> list[int]:
    with ExitStack() as held:
        probes = [held.enter_context(socket.socket()) for _ in range(number)]
        for probe in probes:
            probe.bind(("127.0.0.1", 0))
        return [probe.getsockname()[1] for probe in probes]


def _answers(port: int) -> bool:
    try:
        with urlopen(f"http://127.0.0.1:{port}/_stcore/health", timeout=5) as answer:
            return answer.status == 200
    except OSError:
        return False


if __name__ == "__main__":
    main()

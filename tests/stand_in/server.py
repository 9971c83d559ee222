"""Serves spreadsheets over HTTP as Google does, logs every request and fails as told."""

import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from http.server import ThreadingHTTPServer
from pathlib import Path
from typing import Self

from tests.stand_in.faults import Fault, Kind, Logged, rate_limited
from tests.stand_in.handler import Handler
from tests.stand_in.keys import ServiceAccount, service_account
from tests.stand_in.model import Spreadsheet

QUOTA_SECONDS = 60.0


class StandIn:
    """The server and what it serves; a context manager that listens on a free port."""

    def __init__(self, *spreadsheets: Spreadsheet, quota: int | None = None, port: int = 0) -> None:
        self.spreadsheets = {spreadsheet.id: spreadsheet for spreadsheet in spreadsheets}
        self.account: ServiceAccount = service_account()
        self.quota = quota
        self.tokens: dict[str, tuple[str, str]] = {}
        self.scopes: list[str] = []
        self.before_values: Callable[[], object] | None = None
        self._log: list[Logged] = []
        self._faults: list[Fault] = []
        self._lock = threading.Lock()
        self._lifted = threading.Event()
        self._http = _Server(("127.0.0.1", port), Handler)
        self._http.stand_in = self
        for spreadsheet in spreadsheets:
            spreadsheet.shared_with.setdefault(self.account.email, "reader")

    @property
    def spreadsheet(self) -> Spreadsheet:
        """The first spreadsheet served."""
        return next(iter(self.spreadsheets.values()))

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self._http.server_address[1]}"

    @property
    def log(self) -> list[Logged]:
        with self._lock:
            return list(self._log)

    def requests(self, *kinds: Kind) -> list[Logged]:
        """List the requests logged, of these kinds; by default all but those for a token."""
        wanted = kinds or (Kind.METADATA, Kind.VALUES, Kind.WRITE, Kind.OTHER)
        return [logged for logged in self.log if logged.kind in wanted]

    def forget_log(self) -> None:
        with self._lock:
            self._log.clear()

    def revoke_tokens(self) -> None:
        self.tokens.clear()

    @contextmanager
    def failing(self, *faults: Fault) -> Iterator[None]:
        """Let requests fail until the block ends; those hanging then go on."""
        self._lifted.clear()
        with self._lock:
            self._faults.extend(faults)
        try:
            yield
        finally:
            with self._lock:
                self._faults.clear()
            self._lifted.set()

    def fault_for(self, kind: Kind) -> Fault | None:
        with self._lock:
            if kind is not Kind.TOKEN and self._over_quota():
                return rate_limited()
            for index, fault in enumerate(self._faults):
                if fault.times != 0 and (not fault.kinds or kind in fault.kinds):
                    if fault.times is not None:
                        self._faults[index] = replace(fault, times=fault.times - 1)
                    return fault
        return None

    def wait_until_lifted(self, seconds: float) -> None:
        self._lifted.wait(seconds)

    def record(self, logged: Logged) -> None:
        with self._lock:
            self._log.append(logged)

    def secrets(self, *, refresh_seconds: float = 60, key_uri: str | None = None) -> str:
        """Write the secrets file that leads a dashboard here."""
        fields = {
            "spreadsheet": f"https://docs.google.com/spreadsheets/d/{self.spreadsheet.id}/edit#gid=0",
            "api_url": self.url,
            **self.account.fields(key_uri or f"{self.url}/token"),
        }
        lines = [f"{name} = {_quoted(value)}" for name, value in fields.items()]
        return "\n".join(
            ["[connections.gsheets]", f"refresh_seconds = {refresh_seconds}", *lines, ""]
        )

    def write_secrets(self, path: Path, *, refresh_seconds: float = 60) -> Path:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(self.secrets(refresh_seconds=refresh_seconds), "utf-8")
        return path

    def start(self) -> Self:
        threading.Thread(target=self._http.serve_forever, args=(0.02,), daemon=True).start()
        return self

    def stop(self) -> None:
        self._lifted.set()
        self._http.shutdown()
        self._http.server_close()

    def __enter__(self) -> Self:
        return self.start()

    def __exit__(self, *_: object) -> None:
        self.stop()

    def _over_quota(self) -> bool:
        if self.quota is None:
            return False
        since = time.monotonic() - QUOTA_SECONDS
        recent = [one for one in self._log if one.at > since and one.kind is not Kind.TOKEN]
        return sum(one.status != 429 for one in recent) >= self.quota


class _Server(ThreadingHTTPServer):
    daemon_threads = True
    block_on_close = False
    request_queue_size = 128
    stand_in: StandIn

    def handle_error(self, request: object, client_address: object) -> None:
        """Stay silent about clients that hang up: some tests make them."""


def _quoted(value: str) -> str:
    return '"' + value.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n") + '"'

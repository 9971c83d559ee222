"""Reads a Google spreadsheet into grids with gspread: one or two requests, each bounded in time."""

import random
import time
from collections.abc import Callable
from http import HTTPStatus
from itertools import count
from typing import Any

import requests
from gspread.http_client import HTTPClient

from lib.grid import Grid
from lib.source.configuration import API_URL, Configuration
from lib.source.errors import SourceError, SourceErrorCode
from lib.source.google_answers import (
    METADATA,
    UNFORMATTED,
    Tab,
    batches,
    grid,
    lost_title,
    of_the_api,
    tabs,
)
from lib.source.google_errors import Refused, source_failures
from lib.source.google_session import (
    READ_ONLY,
    ServiceAccountAuth,
    Timeout,
    service_account_auth,
)

TABS_SECONDS = 300.0
"""Titles and merged ranges are asked for again after this long, or when a title no longer fits."""
TIMEOUT = (3.05, 20.0)
BUDGET_SECONDS = 25.0
LONGEST_PAUSE_SECONDS = 8.0
TRIES = 3


class BoundedHTTPClient(HTTPClient):
    """gspread's client with timeouts and, for what may pass, a few tries within one budget."""

    def __init__(
        self,
        session: requests.Session,
        auth: ServiceAccountAuth,
        *,
        api_url: str,
        timeout: Timeout = TIMEOUT,
        budget_seconds: float = BUDGET_SECONDS,
        sent: Callable[[], object] = bool,
    ) -> None:
        super().__init__(None, session)  # type: ignore[arg-type]  # as gspread documents it
        session.auth = auth
        self._auth = auth
        self._api_url = api_url
        self._budget_seconds = budget_seconds
        self._sent = sent
        self.set_timeout(timeout)
        self.start_budget()

    def start_budget(self) -> None:
        """Give all requests from now on, their repetitions included, one span of time."""
        self._deadline = time.monotonic() + self._budget_seconds

    def request(self, method: str, endpoint: str, *args: Any, **options: Any) -> requests.Response:
        """Send a request to the configured address, repeating it while that may help.

        What changes the sheet is repeated only where Google has said that it did nothing: an answer
        lost on its way may be that of a change made. Raises Refused, requests' and google-auth's
        exceptions.
        """
        reads = method.upper() == "GET"
        url = self._api_url + endpoint.removeprefix(API_URL)
        options |= dict(zip(("params", "data", "json", "files", "headers"), args, strict=False))
        renewed = False
        for attempt in count():
            pause = min(2.0**attempt, LONGEST_PAUSE_SECONDS) * random.uniform(0.5, 1.0)
            try:
                return self._answer(method, url, options)
            except Refused as refused:
                if refused.status == HTTPStatus.UNAUTHORIZED and not renewed:
                    renewed = True
                    self._auth.renew()
                    continue
                pause = max(pause, refused.retry_after)
                may_help = refused.over_quota or (reads and refused.is_transient)
                if not may_help or not self._may_wait(pause):
                    raise
            except (requests.ConnectionError, requests.Timeout):
                if not reads or not self._may_wait(pause):
                    raise
            time.sleep(pause)
        raise AssertionError("the loop ends by an answer or an exception")

    def _answer(self, method: str, url: str, options: dict[str, Any]) -> requests.Response:
        self._sent()
        response = self.session.request(method, url, timeout=self.timeout, **options)
        if not response.ok:
            raise Refused(response)
        return response

    def _may_wait(self, pause: float) -> bool:
        return time.monotonic() + pause < self._deadline


def connect(
    configuration: Configuration,
    *,
    scope: str = READ_ONLY,
    timeout: Timeout = TIMEOUT,
    budget_seconds: float = BUDGET_SECONDS,
    sent: Callable[[], object] = bool,
) -> BoundedHTTPClient:
    """Make a client signed in with the configured key; `sent` is called before each request.

    Raises SourceError for an unreadable key.
    """
    return BoundedHTTPClient(
        requests.Session(),
        service_account_auth(configuration.account, scope=scope, timeout=timeout),
        api_url=configuration.api_url,
        timeout=timeout,
        budget_seconds=budget_seconds,
        sent=sent,
    )


class GoogleSheet:
    """A configured spreadsheet; remembers its worksheets' titles between reads.

    Spreadsheets of a list share one client by `connection`.
    """

    def __init__(
        self,
        configuration: Configuration,
        *,
        timeout: Timeout = TIMEOUT,
        budget_seconds: float = BUDGET_SECONDS,
        tabs_seconds: float = TABS_SECONDS,
        monotonic: Callable[[], float] = time.monotonic,
        connection: Callable[[], BoundedHTTPClient] | None = None,
    ) -> None:
        self._configuration = configuration
        self._connection = connection
        self._timeout, self._budget_seconds = timeout, budget_seconds
        self._tabs_seconds, self._monotonic = tabs_seconds, monotonic
        self._http: BoundedHTTPClient | None = None
        self._tabs: tuple[Tab, ...] = ()
        self._tabs_until = float("-inf")

    def read(self) -> tuple[Grid, ...]:
        """Read every worksheet: one request while the titles are known, else two.

        Values are unformatted, dates are serial numbers, merged ranges are filled. A worksheet
        renamed or deleted between the requests is noticed and the titles are read again. Raises
        SourceError.
        """
        http = self._client()
        http.start_budget()
        with source_failures(self._configuration, patience_seconds=self._timeout[1]):
            return self._grids(http)

    def forget(self) -> None:
        """Ask for titles and merged ranges again at the next read."""
        self._tabs_until = float("-inf")

    def _client(self) -> BoundedHTTPClient:
        if self._http is None:
            self._http = (
                self._connection()
                if self._connection
                else connect(
                    self._configuration, timeout=self._timeout, budget_seconds=self._budget_seconds
                )
            )
        return self._http

    def _grids(self, http: BoundedHTTPClient) -> tuple[Grid, ...]:
        lost = ""
        for _ in range(TRIES):
            if self._monotonic() >= self._tabs_until:
                self._tabs = self._read_tabs(http)
                self._tabs_until = self._monotonic() + self._tabs_seconds
            found = self._read_values(http)
            with of_the_api():
                lost = lost_title(self._tabs, found)
                if not lost:
                    return tuple(map(grid, self._tabs, found))
            self.forget()
        raise SourceError(SourceErrorCode.WORKSHEET_MISSING, worksheet=lost)

    def _read_tabs(self, http: BoundedHTTPClient) -> tuple[Tab, ...]:
        spreadsheet_id = self._configuration.spreadsheet_id
        answer = http.spreadsheets_get(spreadsheet_id, params={"fields": METADATA})
        with of_the_api():
            return tabs(answer)

    def _read_values(self, http: BoundedHTTPClient) -> list[Any]:
        """Read the tabs' values; nothing when one of the titles is no longer there."""
        spreadsheet_id = self._configuration.spreadsheet_id
        found: list[Any] = []
        for ranges in batches([tab.range for tab in self._tabs]):
            try:
                answer = http.values_batch_get(spreadsheet_id, ranges, params=dict(UNFORMATTED))
            except Refused as refused:
                if refused.status != HTTPStatus.BAD_REQUEST or not refused.error:
                    raise
                return []
            with of_the_api():
                found.extend(answer["valueRanges"])
        return found

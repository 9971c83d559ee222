"""Says what a failed request to Google means, in the words of SourceErrorCode."""

from collections.abc import Iterator
from contextlib import contextmanager
from http import HTTPStatus
from typing import Any
from urllib.parse import urlsplit

import requests
from google.auth.exceptions import GoogleAuthError, RefreshError, TransportError

from lib.source.configuration import Configuration
from lib.source.errors import SourceError, SourceErrorCode

TOO_MANY = "RESOURCE_EXHAUSTED"
QUOTA_REASONS = {"RATE_LIMIT_EXCEEDED", "rateLimitExceeded", "userRateLimitExceeded"}
DISABLED_REASONS = {"SERVICE_DISABLED", "CONSUMER_INVALID", "accessNotConfigured"}
CONSOLE = "https://console."
CLOCK_SIGNS = ("iat and exp", "short-lived token", "Token used too early")


class Refused(Exception):
    """An answer with an error's status; `error` is its JSON's `error`, empty when it has none."""

    def __init__(self, response: requests.Response) -> None:
        self.status = response.status_code
        self.retry_after = _seconds(response.headers.get("Retry-After", ""))
        self.error = _error(response)
        super().__init__(self.status, self.error.get("status", ""))

    @property
    def reasons(self) -> set[str]:
        """The reasons Google gives, in the new form and the old."""
        parts = [*_parts(self.error, "details"), *_parts(self.error, "errors")]
        return {str(part["reason"]) for part in parts if "reason" in part}

    @property
    def over_quota(self) -> bool:
        if self.status == HTTPStatus.TOO_MANY_REQUESTS or self.error.get("status") == TOO_MANY:
            return True
        return self.status == HTTPStatus.FORBIDDEN and bool(self.reasons & QUOTA_REASONS)

    @property
    def is_transient(self) -> bool:
        """Whether the same request may well be answered in a moment."""
        return self.over_quota or self.status >= 500 or self.status == HTTPStatus.REQUEST_TIMEOUT


@contextmanager
def source_failures(configuration: Configuration, *, patience_seconds: float) -> Iterator[None]:
    """Raise SourceError for whatever a request may raise; `patience_seconds` is its timeout."""
    try:
        yield
    except (requests.RequestException, GoogleAuthError, Refused) as problem:
        raise source_error(problem, configuration, patience_seconds=patience_seconds) from problem


def source_error(
    problem: requests.RequestException | GoogleAuthError | Refused | ValueError,
    configuration: Configuration,
    *,
    patience_seconds: float,
) -> SourceError:
    """Name the failure; the library's own message is left out, for it may quote an answer."""
    if isinstance(problem, Refused):
        return _refusal(problem, configuration)
    if isinstance(problem, RefreshError):
        return _sign_in_failure(problem, configuration)
    if isinstance(problem, TransportError):
        cause = next(_request_causes(problem), None)
        return _broken(cause or requests.ConnectionError(), patience_seconds)
    if isinstance(problem, requests.RequestException):
        return _broken(problem, patience_seconds)
    return SourceError(SourceErrorCode.UNREADABLE_ANSWER, status=str(HTTPStatus.OK.value))


def _refusal(refused: Refused, configuration: Configuration) -> SourceError:
    code = SourceErrorCode
    spreadsheet = configuration.spreadsheet_id
    if refused.over_quota:
        waits = {"retry_after": f"{refused.retry_after:g}"} if refused.retry_after else {}
        return SourceError(code.QUOTA, **waits)
    if refused.status >= 500:
        return SourceError(code.UNAVAILABLE, status=str(refused.status))
    if not refused.error:
        return SourceError(code.UNREADABLE_ANSWER, status=str(refused.status))
    if refused.status == HTTPStatus.UNAUTHORIZED:
        return SourceError(code.KEY_REVOKED, account=configuration.share_with)
    if refused.reasons & DISABLED_REASONS:
        return SourceError(code.API_DISABLED, **_activation(refused))
    if refused.status == HTTPStatus.FORBIDDEN:
        share_with = configuration.share_with
        return SourceError(code.NOT_SHARED, share_with=share_with, spreadsheet=spreadsheet)
    if refused.status == HTTPStatus.NOT_FOUND:
        return SourceError(code.NOT_FOUND, spreadsheet=spreadsheet)
    if refused.error.get("status") == "FAILED_PRECONDITION":
        return SourceError(code.NOT_A_SPREADSHEET, spreadsheet=spreadsheet)
    message = str(refused.error.get("message", ""))
    return SourceError(code.UNREADABLE_ANSWER, status=str(refused.status), message=message)


def _sign_in_failure(problem: RefreshError, configuration: Configuration) -> SourceError:
    said = " ".join(str(part) for part in problem.args)
    if any(sign in said for sign in CLOCK_SIGNS):
        return SourceError(SourceErrorCode.CLOCK_WRONG)
    if TOO_MANY in said:
        return SourceError(SourceErrorCode.QUOTA)
    if problem.retryable:
        return SourceError(SourceErrorCode.UNAVAILABLE, status="5xx")
    if "invalid_" in said or "unauthorized_client" in said or "disabled_client" in said:
        return SourceError(SourceErrorCode.KEY_REVOKED, account=configuration.share_with)
    return SourceError(SourceErrorCode.UNREADABLE_ANSWER, status="token")


def _broken(problem: requests.RequestException, patience_seconds: float) -> SourceError:
    if isinstance(problem, requests.exceptions.SSLError):
        return SourceError(SourceErrorCode.UNTRUSTED, **_host(problem))
    if isinstance(problem, requests.Timeout) or "timed out" in str(problem):
        seconds = f"{patience_seconds:g}"
        return SourceError(SourceErrorCode.TIMEOUT, seconds=seconds, **_host(problem))
    unreadable = (
        requests.exceptions.ChunkedEncodingError,
        requests.exceptions.ContentDecodingError,
        requests.exceptions.InvalidJSONError,
    )
    if isinstance(problem, unreadable):
        return SourceError(SourceErrorCode.UNREADABLE_ANSWER, status=str(HTTPStatus.OK.value))
    return SourceError(SourceErrorCode.NO_NETWORK, **_host(problem))


def _host(problem: requests.RequestException) -> dict[str, str]:
    url = getattr(problem.request, "url", None) or ""
    host = urlsplit(url).hostname
    return {"host": host} if host else {}


def _request_causes(problem: BaseException) -> Iterator[requests.RequestException]:
    cause = problem.__cause__
    while cause is not None:
        if isinstance(cause, requests.RequestException):
            yield cause
        cause = cause.__cause__


def _activation(refused: Refused) -> dict[str, str]:
    """Find the page where the API is switched on, if Google names one of its own."""
    addresses = (
        str(part["metadata"].get("activationUrl", ""))
        for part in _parts(refused.error, "details")
        if isinstance(part.get("metadata"), dict)
    )
    return next(({"activation": url} for url in addresses if url.startswith(CONSOLE)), {})


def _parts(error: dict[str, Any], name: str) -> list[dict[str, Any]]:
    found = error.get(name)
    return [part for part in found if isinstance(part, dict)] if isinstance(found, list) else []


def _error(response: requests.Response) -> dict[str, Any]:
    try:
        found = response.json()
    except requests.exceptions.JSONDecodeError:
        return {}
    error = found.get("error") if isinstance(found, dict) else None
    return error if isinstance(error, dict) else {}


def _seconds(text: str) -> float:
    return float(text) if text.isascii() and text.isdigit() else 0.0

"""What can go wrong between here and Google."""

import json
from dataclasses import dataclass
from enum import StrEnum
from typing import Any


class Kind(StrEnum):
    """What a request asks for."""

    TOKEN = "token"
    METADATA = "metadata"
    VALUES = "values"
    WRITE = "write"
    OTHER = "other"


class Way(StrEnum):
    """How an answer goes wrong."""

    ANSWER = "answer"
    LATENCY = "latency"
    RESET = "reset"
    HANG = "hang"
    TRUNCATED = "truncated"
    CUT_JSON = "cut_json"


@dataclass(frozen=True)
class Fault:
    """One fault; `times` None lasts until it is lifted; `kinds` empty meets every request."""

    way: Way
    kinds: frozenset[Kind] = frozenset()
    times: int | None = None
    status: int = 200
    body: bytes = b""
    content_type: str = "application/json; charset=UTF-8"
    seconds: float = 0.0
    headers: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True)
class Logged:
    """One request as it came, with the status it was answered."""

    kind: Kind
    method: str
    path: str
    query: dict[str, list[str]]
    status: int
    at: float


def google_error(
    code: int, status: str, message: str, details: list[dict[str, Any]] | None = None
) -> dict[str, Any]:
    """Write an error as Google's APIs do."""
    error: dict[str, Any] = {"code": code, "message": message, "status": status}
    if details:
        error["details"] = details
    return {"error": error}


def answering(status: int, body: dict[str, Any], *kinds: Kind, times: int | None = None) -> Fault:
    """Answer with a status and a JSON body in place of what was asked."""
    return Fault(Way.ANSWER, frozenset(kinds), times, status, json.dumps(body).encode())


def rate_limited(*kinds: Kind, times: int | None = None) -> Fault:
    message = (
        "Quota exceeded for quota metric 'Read requests' and limit 'Read requests per minute per "
        "user' of service 'sheets.googleapis.com' for consumer 'project_number:1'."
    )
    details = [
        {
            "@type": "type.googleapis.com/google.rpc.ErrorInfo",
            "reason": "RATE_LIMIT_EXCEEDED",
            "domain": "googleapis.com",
            "metadata": {"quota_limit": "ReadRequestsPerMinutePerUser", "quota_limit_value": "60"},
        }
    ]
    body = google_error(429, "RESOURCE_EXHAUSTED", message, details)
    return answering(429, body, *kinds, times=times)


def unavailable(*kinds: Kind, times: int | None = None, status: int = 503) -> Fault:
    body = google_error(status, "UNAVAILABLE", "The service is currently unavailable.")
    return answering(status, body, *kinds, times=times)


def not_permitted() -> Fault:
    body = google_error(403, "PERMISSION_DENIED", "The caller does not have permission")
    return answering(403, body, Kind.METADATA, Kind.VALUES, Kind.WRITE)


def api_disabled() -> Fault:
    url = "https://console.developers.google.com/apis/api/sheets.googleapis.com/overview?project=1"
    message = (
        "Google Sheets API has not been used in project 1 before or it is disabled. Enable it by "
        f"visiting {url} then retry."
    )
    details = [
        {
            "@type": "type.googleapis.com/google.rpc.ErrorInfo",
            "reason": "SERVICE_DISABLED",
            "domain": "googleapis.com",
            "metadata": {"service": "sheets.googleapis.com", "activationUrl": url},
        }
    ]
    body = google_error(403, "PERMISSION_DENIED", message, details)
    return answering(403, body, Kind.METADATA, Kind.VALUES, Kind.WRITE)


def office_file() -> Fault:
    message = "This operation is not supported for this document"
    body = google_error(400, "FAILED_PRECONDITION", message)
    return answering(400, body, Kind.METADATA, Kind.VALUES)


def not_found() -> Fault:
    body = google_error(404, "NOT_FOUND", "Requested entity was not found.")
    return answering(404, body, Kind.METADATA, Kind.VALUES)


def key_refused(message: str = "Invalid JWT Signature.") -> Fault:
    body = {"error": "invalid_grant", "error_description": message}
    return answering(400, body, Kind.TOKEN)


def html_page(*kinds: Kind, status: int = 200, times: int | None = None) -> Fault:
    page = b"<!DOCTYPE html><html><body>Sign in to the network</body></html>"
    return Fault(Way.ANSWER, frozenset(kinds), times, status, page, "text/html")


def reset(*kinds: Kind, times: int | None = None) -> Fault:
    return Fault(Way.RESET, frozenset(kinds), times)


def hang(*kinds: Kind, seconds: float = 30.0) -> Fault:
    return Fault(Way.HANG, frozenset(kinds), seconds=seconds)


def truncated(*kinds: Kind) -> Fault:
    return Fault(Way.TRUNCATED, frozenset(kinds))


def cut_json(*kinds: Kind) -> Fault:
    return Fault(Way.CUT_JSON, frozenset(kinds))


def latency(seconds: float, *kinds: Kind) -> Fault:
    return Fault(Way.LATENCY, frozenset(kinds), seconds=seconds)

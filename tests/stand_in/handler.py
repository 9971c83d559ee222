"""Answers one HTTP request as Google would, or as the fault of the moment wants it."""

import gzip
import json
import re
import secrets
import socket
import struct
import time
from http.server import BaseHTTPRequestHandler
from typing import TYPE_CHECKING, Any
from urllib.parse import parse_qs, unquote, urlsplit

from tests.stand_in.faults import Fault, Kind, Logged, Way, google_error
from tests.stand_in.keys import BadAssertionError
from tests.stand_in.masks import masked
from tests.stand_in.metadata import metadata
from tests.stand_in.model import BeyondGridError, Spreadsheet, UnknownRangeError
from tests.stand_in.updates import BadRequestError, apply_updates
from tests.stand_in.writes import write_values

if TYPE_CHECKING:
    from tests.stand_in.server import StandIn

_PATH = re.compile(r"/v4/spreadsheets/(?P<id>[^/:]+)(?P<verb>:\w+|/values.*)?")
READ_SCOPES = {
    "https://www.googleapis.com/auth/spreadsheets.readonly",
    "https://www.googleapis.com/auth/spreadsheets",
}
WRITE_SCOPES = {"https://www.googleapis.com/auth/spreadsheets"}

Answer = tuple[int, Any]


class Handler(BaseHTTPRequestHandler):
    """One connection; kept alive as Google keeps it."""

    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True

    def do_GET(self) -> None:
        self._serve()

    def do_POST(self) -> None:
        self._serve()

    def do_PUT(self) -> None:
        self._serve()

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002
        """Keep quiet; the stand-in has its own log."""

    @property
    def stand_in(self) -> "StandIn":
        return self.server.stand_in  # type: ignore[attr-defined,no-any-return]

    def _serve(self) -> None:
        url = urlsplit(self.path)
        path, query = unquote(url.path), parse_qs(url.query)
        body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
        kind = _kind(self.command, path)
        if kind is Kind.VALUES and self.stand_in.before_values:
            hook, self.stand_in.before_values = self.stand_in.before_values, None
            hook()
        fault = self.stand_in.fault_for(kind)
        if fault and fault.way is Way.ANSWER:
            status, answer = fault.status, fault.body
        else:
            status, found = self._answer(kind, path, query, body)
            answer = json.dumps(found).encode()
        self._record(kind, path, query, status)
        self._send(status, answer, fault)

    def _record(self, kind: Kind, path: str, query: dict[str, list[str]], status: int) -> None:
        logged = Logged(kind, self.command, path, query, status, time.monotonic())
        self.stand_in.record(logged)

    def _send(self, status: int, answer: bytes, fault: Fault | None) -> None:
        way = fault.way if fault else None
        if fault and way is Way.LATENCY:
            time.sleep(fault.seconds)
        if fault and way is Way.HANG:
            self.stand_in.wait_until_lifted(fault.seconds)
            self.close_connection = True
            return
        if way is Way.RESET:
            self._reset()
            return
        if way is Way.CUT_JSON:
            answer = answer[: len(answer) // 2]
        self.send_response(status)
        self.send_header("Content-Type", fault.content_type if fault else "application/json")
        if "gzip" in self.headers.get("Accept-Encoding", "") and way is None:
            answer = gzip.compress(answer, 1)
            self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(answer)))
        for name, value in fault.headers if fault else ():
            self.send_header(name, value)
        self.end_headers()
        if way is Way.TRUNCATED:
            answer = answer[: len(answer) // 2]
            self.close_connection = True
        self.wfile.write(answer)

    def _reset(self) -> None:
        """Break the connection hard, as a dying router does."""
        linger = struct.pack("ii", 1, 0)
        self.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, linger)
        self.close_connection = True
        self.connection.close()

    def _answer(self, kind: Kind, path: str, query: dict[str, list[str]], body: bytes) -> Answer:
        if kind is Kind.TOKEN:
            return self._token(body)
        found = _PATH.fullmatch(path)
        if not found:
            return 404, google_error(404, "NOT_FOUND", "Not Found")
        refusal = self._refusal(found["id"], kind)
        if refusal:
            return refusal
        spreadsheet = self.stand_in.spreadsheets[found["id"]]
        try:
            with spreadsheet.lock:
                sent = json.loads(body) if body else {}
                return 200, _dispatch(spreadsheet, self.command, found["verb"] or "", query, sent)
        except UnknownRangeError as problem:
            message = f"Unable to parse range: {problem}"
        except BeyondGridError as problem:
            message = f"Range ({problem}) exceeds grid limits."
        except BadRequestError as problem:
            message = str(problem)
        return 400, google_error(400, "INVALID_ARGUMENT", message)

    def _refusal(self, spreadsheet_id: str, kind: Kind) -> Answer | None:
        token = self.headers.get("Authorization", "").removeprefix("Bearer ")
        email, scope = self.stand_in.tokens.get(token, ("", ""))
        if not email:
            message = "Request had invalid authentication credentials."
            return 401, google_error(401, "UNAUTHENTICATED", message)
        wanted = WRITE_SCOPES if kind in (Kind.WRITE, Kind.OTHER) else READ_SCOPES
        if not wanted & set(scope.split()):
            message = "Request had insufficient authentication scopes."
            reason = {"reason": "ACCESS_TOKEN_SCOPE_INSUFFICIENT"}
            return 403, google_error(403, "PERMISSION_DENIED", message, [reason])
        spreadsheet = self.stand_in.spreadsheets.get(spreadsheet_id)
        if spreadsheet is None:
            return 404, google_error(404, "NOT_FOUND", "Requested entity was not found.")
        role = spreadsheet.shared_with.get(email)
        if role is None or (kind is Kind.WRITE and role != "writer"):
            message = "The caller does not have permission"
            return 403, google_error(403, "PERMISSION_DENIED", message)
        return None

    def _token(self, body: bytes) -> Answer:
        form = parse_qs(body.decode())
        try:
            claims = self.stand_in.account.claims(form["assertion"][0])
        except BadAssertionError as problem:
            return 400, {"error": "invalid_grant", "error_description": str(problem)}
        token = "ya29." + secrets.token_urlsafe(16)
        self.stand_in.scopes.append(claims["scope"])
        self.stand_in.tokens[token] = (claims["iss"], claims["scope"])
        return 200, {"access_token": token, "expires_in": 3599, "token_type": "Bearer"}


def _kind(method: str, path: str) -> Kind:
    if path == "/token":
        return Kind.TOKEN
    found = _PATH.fullmatch(path)
    if not found:
        return Kind.OTHER
    verb = found["verb"] or ""
    if method == "GET":
        return Kind.VALUES if verb else Kind.METADATA
    return Kind.WRITE


def _dispatch(
    spreadsheet: Spreadsheet, method: str, verb: str, query: dict[str, list[str]], sent: Any
) -> Any:
    if method == "GET" and not verb:
        return masked(metadata(spreadsheet, query), query.get("fields", ["*"])[0])
    if method == "GET":
        _need_unformatted(query)
        if verb == "/values:batchGet":
            ranges = [spreadsheet.value_range(one) for one in query.get("ranges", [])]
            return {"spreadsheetId": spreadsheet.id, "valueRanges": ranges}
        return spreadsheet.value_range(verb.removeprefix("/values/"))
    if verb == ":batchUpdate":
        return apply_updates(spreadsheet, sent)
    return write_values(spreadsheet, verb, query, sent)


def _need_unformatted(query: dict[str, list[str]]) -> None:
    """Refuse what the dashboard must not ask for: values in somebody's number format."""
    if query.get("valueRenderOption") != ["UNFORMATTED_VALUE"]:
        raise BadRequestError("the stand-in has unformatted values only")

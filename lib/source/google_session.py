"""A session that signs its requests with a service account's key and asks for one scope alone."""

from collections.abc import Mapping
from functools import partial

import requests
from cryptography.exceptions import UnsupportedAlgorithm
from google.auth.exceptions import GoogleAuthError, RefreshError
from google.auth.transport.requests import Request as TokenTransport
from google.oauth2.service_account import Credentials
from requests.auth import AuthBase

from lib.source.errors import SourceError, SourceErrorCode

READ_ONLY = "https://www.googleapis.com/auth/spreadsheets.readonly"
READ_AND_WRITE = "https://www.googleapis.com/auth/spreadsheets"

Timeout = tuple[float, float]


class ServiceAccountAuth(AuthBase):
    """Puts a token on each request and fetches a new one when the last runs out.

    google-auth's own session would also start a thread that asks Google for the account's regions,
    past any `api_url`, and gives token requests two minutes.
    """

    def __init__(self, credentials: Credentials, timeout: Timeout) -> None:
        self._credentials = credentials
        self._transport = partial(TokenTransport(requests.Session()), timeout=timeout)

    def __call__(self, request: requests.PreparedRequest) -> requests.PreparedRequest:
        if not self._credentials.valid:
            self._refresh()
        request.headers["Authorization"] = f"Bearer {self._credentials.token}"
        return request

    def _refresh(self) -> None:
        try:
            self._credentials.refresh(self._transport)
        except (TypeError, AttributeError) as problem:
            # google-auth takes any answer of status 200 for a token: a network's login page too.
            raise RefreshError("an answer that holds no token") from problem

    def renew(self) -> None:
        """Drop the token, so that the next request fetches another."""
        self._credentials.token = None


def service_account_auth(
    account: Mapping[str, str], *, scope: str, timeout: Timeout
) -> ServiceAccountAuth:
    """Sign in with a key file's fields for one scope; raises SourceError for an unreadable key."""
    try:
        credentials = Credentials.from_service_account_info(dict(account), scopes=[scope])
    except (ValueError, TypeError, GoogleAuthError, UnsupportedAlgorithm):
        # Not chained: the message may quote the key.
        raise SourceError(SourceErrorCode.KEY_UNREADABLE, field="private_key") from None
    return ServiceAccountAuth(credentials, timeout)

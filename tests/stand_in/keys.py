"""Service accounts made for a test: a key file's fields, and the check of what they sign."""

import base64
import json
import time
from dataclasses import dataclass
from functools import cache
from typing import Any

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import padding, rsa

EMAIL = "bang-theo-doi@du-an.iam.gserviceaccount.com"
AUDIENCE = "https://oauth2.googleapis.com/token"


class BadAssertionError(Exception):
    """A token request that Google would refuse."""


@dataclass(frozen=True)
class ServiceAccount:
    """An account with its private key."""

    email: str
    key: rsa.RSAPrivateKey

    def fields(self, token_uri: str) -> dict[str, str]:
        """Write the key file as Google's console gives it out."""
        pem = self.key.private_bytes(
            serialization.Encoding.PEM,
            serialization.PrivateFormat.PKCS8,
            serialization.NoEncryption(),
        )
        return {
            "type": "service_account",
            "project_id": "du-an",
            "private_key_id": "0123456789abcdef",
            "private_key": pem.decode(),
            "client_email": self.email,
            "client_id": "100000000000000000000",
            "auth_uri": "https://accounts.google.com/o/oauth2/auth",
            "token_uri": token_uri,
            "auth_provider_x509_cert_url": "https://www.googleapis.com/oauth2/v1/certs",
            "client_x509_cert_url": "https://www.googleapis.com/robot/v1/metadata/x509/x",
            "universe_domain": "googleapis.com",
        }

    def claims(self, assertion: str) -> dict[str, Any]:
        """Check a signed token request and give what it claims."""
        signed, _, signature = assertion.rpartition(".")
        try:
            self.key.public_key().verify(
                _decoded(signature), signed.encode(), padding.PKCS1v15(), hashes.SHA256()
            )
        except InvalidSignature:
            raise BadAssertionError("Invalid JWT Signature.") from None
        claims: dict[str, Any] = json.loads(_decoded(signed.partition(".")[2]))
        if claims["aud"] != AUDIENCE or claims["iss"] != self.email:
            raise BadAssertionError("Invalid JWT: wrong audience or issuer.")
        if abs(claims["iat"] - time.time()) > 600:
            raise BadAssertionError(
                "Invalid JWT: Token must be a short-lived token (60 minutes) and in a reasonable "
                "timeframe. Check your iat and exp values in the JWT claim."
            )
        return claims


@cache
def service_account(email: str = EMAIL) -> ServiceAccount:
    """Make an account, once a test run."""
    return ServiceAccount(email, rsa.generate_private_key(public_exponent=65537, key_size=2048))


def _decoded(part: str) -> bytes:
    return base64.urlsafe_b64decode(part + "=" * (-len(part) % 4))

"""A real mail server on loopback that keeps what it is handed, and misbehaves where a test says so."""

import asyncio
import datetime
import email
import email.policy
import gc
import ipaddress
import ssl
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from email.message import EmailMessage
from functools import cache
from pathlib import Path
from typing import Any

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import AuthResult, LoginPassword
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

from tests.e2e.server import free_port

USER, PASSWORD = "may", "mat-khau"


@dataclass
class Box:
    """What a server was handed.

    It refuses the addresses in `refuses`, goes away once it has a letter to who is `lost`, and never
    answers one to who is `silent`.
    """

    port: int = 0
    letters: list[tuple[list[str], EmailMessage]] = field(default_factory=list)
    sealed: list[bool] = field(default_factory=list)
    refuses: tuple[str, ...] = ()
    lost: str = ""
    silent: str = ""

    async def handle_RCPT(  # noqa: N802 - aiosmtpd's name
        self, server: Any, session: Any, envelope: Any, address: str, options: Any
    ) -> str:
        if address in self.refuses:
            return "550 no such user"
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server: Any, session: Any, envelope: Any) -> str:  # noqa: N802
        read = email.message_from_bytes(envelope.content, policy=email.policy.default)
        assert isinstance(read, EmailMessage)
        self.letters.append((list(envelope.rcpt_tos), read))
        self.sealed.append(server.transport.get_extra_info("sslcontext") is not None)
        if self.lost in envelope.rcpt_tos:
            server.transport.abort()
        if self.silent in envelope.rcpt_tos:
            await asyncio.sleep(600)
        return "250 OK"

    @property
    def to(self) -> list[list[str]]:
        return [to for to, _ in self.letters]


@contextmanager
def mail_server(security: str = "none", folder: Path | None = None) -> Iterator[Box]:
    """Serve; `security` as in the secrets, the certificate's authority is put in `folder`.

    With STARTTLS the server asks who it is.
    """
    box = Box(port=free_port())
    more: dict[str, Any] = {}
    if folder is not None and security == "tls":
        more = {"ssl_context": _certified(folder)}
    elif folder is not None and security == "starttls":
        more = {"tls_context": _certified(folder), "require_starttls": True}
        more |= {"authenticator": _authenticated, "auth_required": True}
    controller = Controller(box, hostname="127.0.0.1", port=box.port, **more)
    controller.start()
    try:
        yield box
    finally:
        controller.stop()
        with warnings.catch_warnings():  # what the server leaves open when a client is cut off
            warnings.simplefilter("ignore", ResourceWarning)
            gc.collect()


def _authenticated(
    server: Any, session: Any, envelope: Any, mechanism: str, data: Any
) -> AuthResult:
    known = isinstance(data, LoginPassword) and (data.login, data.password) == (
        USER.encode(),
        PASSWORD.encode(),
    )
    return AuthResult(success=known, handled=False)


def _certified(folder: Path) -> ssl.SSLContext:
    (folder / "ca.pem").write_bytes(_certificate()[0])
    (folder / "key.pem").write_bytes(_certificate()[1])
    context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    context.load_cert_chain(folder / "ca.pem", folder / "key.pem")
    return context


@cache
def _certificate() -> tuple[bytes, bytes]:
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "thu.example.vn")])
    begin = datetime.datetime(2020, 1, 1, tzinfo=datetime.UTC)
    address = x509.IPAddress(ipaddress.ip_address("127.0.0.1"))
    made = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(1)
        .not_valid_before(begin)
        .not_valid_after(begin.replace(year=2120))
        .add_extension(x509.SubjectAlternativeName([address]), critical=False)
        .add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
        .sign(key, hashes.SHA256())
    )
    return made.public_bytes(serialization.Encoding.PEM), key.private_bytes(
        serialization.Encoding.PEM,
        serialization.PrivateFormat.PKCS8,
        serialization.NoEncryption(),
    )

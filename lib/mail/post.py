"""Messages made and handed to the mail server."""

import smtplib
import ssl
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import make_msgid
from typing import Final
from unicodedata import normalize

from lib.mail.account import Account, Security
from lib.mail.log import Step
from lib.vietnamese import tidy
from lib.words import mail as said

TIMEOUT_SECONDS: Final = 30.0
_ANSWERED: Final = (
    smtplib.SMTPResponseException,
    smtplib.SMTPRecipientsRefused,
    smtplib.SMTPNotSupportedError,
)


class UnreachableError(Exception):
    """The server cannot be used now; the text is a sentence for whoever sends."""


@dataclass(frozen=True, slots=True)
class Handed:
    """What became of a message: how far it got, and the addresses the server did not take."""

    step: Step
    refused: tuple[str, ...] = ()


def message(
    account: Account, to: Sequence[str], subject: str, text: str, *, at: datetime
) -> EmailMessage:
    """Make a message of plain text; nothing in the subject can begin another header."""
    made = EmailMessage(policy=SMTP)
    made["From"] = account.sender
    made["To"] = [Address(addr_spec=address) for address in to]
    made["Subject"] = tidy(subject)
    made["Date"] = at
    made["Message-ID"] = make_msgid(domain=account.sender.domain)
    made["Auto-Submitted"] = "auto-generated"
    made.set_content(normalize("NFC", text).encode("utf-8", "replace").decode() + "\n")
    return made


class Post:
    """The way to the mail server, opened when it is first needed and again when it was lost."""

    def __init__(self, account: Account) -> None:
        self._account = account
        self._server: smtplib.SMTP | None = None

    def open(self) -> None:
        """Stand ready to send; raises UnreachableError."""
        try:
            if self._server is None or self._server.noop()[0] != 250:
                self._connect()
        except smtplib.SMTPServerDisconnected:
            self._try_to_connect()
        except OSError as problem:
            raise UnreachableError(self._told(problem)) from None

    def hand(self, written: EmailMessage, to: Sequence[str]) -> Handed:
        """Hand a message over; `sending` is what is left where the server's answer never came."""
        assert self._server is not None, "open first"
        sender = self._account.sender.addr_spec
        try:
            refused = self._server.send_message(written, from_addr=sender, to_addrs=list(to))
        except _ANSWERED:
            return Handed(Step.REFUSED, tuple(to))
        except OSError:
            self.close()
            return Handed(Step.SENDING)
        return Handed(Step.SENT, tuple(refused))

    def close(self) -> None:
        """Take leave of the server."""
        server, self._server = self._server, None
        if server is not None:
            try:
                server.quit()
            except OSError:
                server.close()

    def _try_to_connect(self) -> None:
        try:
            self._connect()
        except OSError as problem:
            raise UnreachableError(self._told(problem)) from None

    def _connect(self) -> None:
        self.close()
        account = self._account
        if account.security is Security.TLS:
            server: smtplib.SMTP = smtplib.SMTP_SSL(
                account.host, account.port, timeout=TIMEOUT_SECONDS, context=account.context
            )
        else:
            server = smtplib.SMTP(account.host, account.port, timeout=TIMEOUT_SECONDS)
        try:
            if account.security is Security.STARTTLS:
                server.starttls(context=account.context)
            if account.user:
                server.login(account.user, account.password)
        except OSError:
            server.close()
            raise
        self._server = server

    def _told(self, problem: OSError) -> str:
        """Say why the server cannot be used; nothing of what it answered is told."""
        host, port = self._account.host, self._account.port
        if isinstance(problem, ssl.SSLError):
            return said.UNTRUSTED.format(host=host)
        if isinstance(problem, smtplib.SMTPAuthenticationError):
            return said.NOT_LET_IN.format(host=host)
        if isinstance(problem, smtplib.SMTPNotSupportedError):
            return said.NOT_SEALED.format(host=host)
        if isinstance(problem, smtplib.SMTPException):
            return said.NO_SENSE.format(host=host, port=port)
        return said.NO_SERVER.format(host=host, port=port)

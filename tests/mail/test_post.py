"""Messages to a real server: sealed as the secrets say, and text of the sheet never a header."""

from datetime import datetime
from email.headerregistry import Address
from zoneinfo import ZoneInfo

import pytest

from lib.mail.account import Account, Security, read_account
from lib.mail.log import Step
from lib.mail.post import Handed, Post, UnreachableError, message
from tests.e2e.server import free_port
from tests.mail.servers import PASSWORD, USER, mail_server

AT = datetime(2024, 9, 15, 8, 30, tzinfo=ZoneInfo("Asia/Ho_Chi_Minh"))


def account(port: int, **more) -> Account:
    sender = Address("Công an huyện", addr_spec="xdpt@example.vn")
    return Account("127.0.0.1", port, Security.NONE, sender, **more)


@pytest.fixture
def opened():
    """Give ways to servers that are closed when the test ends."""
    posts: list[Post] = []

    def way(by: Account) -> Post:
        posts.append(Post(by))
        return posts[-1]

    yield way
    for post in posts:
        post.close()


def handed(post: Post, by: Account, to=("a@x.vn",), subject="Nhắc việc", text="Kính gửi"):
    post.open()
    return post.hand(message(by, to, subject, text, at=AT), to)


def secrets(folder, port, security="starttls", **lines):
    """Write a section [mail] of lines that replace the usual ones; None leaves one out."""
    signed_in = {"user": USER, "password": PASSWORD} if security == "starttls" else {}
    usual = {"host": "127.0.0.1", "security": security, "from": "xdpt@example.vn"} | signed_in
    told = usual | {"ca": str(folder / "ca.pem")} | lines
    text = "\n".join(f"{name} = '{value}'" for name, value in told.items() if value is not None)
    path = folder / "secrets.toml"
    path.write_text(f"[mail]\nport = {port}\n{text}")
    return path


@pytest.mark.parametrize("security", ["starttls", "tls"])
def test_sealed_and_signed_in(tmp_path, security, opened):
    with mail_server(security, tmp_path) as box:
        by = read_account(secrets(tmp_path, box.port, security))
        assert handed(opened(by), by) == Handed(Step.SENT)
        assert (box.to, box.sealed) == ([["a@x.vn"]], [True])


STRANGER = "Không xác minh được máy chủ thư 127.0.0.1"


@pytest.mark.parametrize(
    ("security", "lines", "why"),
    [
        ("starttls", {"ca": None}, STRANGER),
        ("tls", {"ca": None}, STRANGER),
        ("starttls", {"password": "khac"}, "không nhận user, password"),
    ],
)
def test_who_is_not_to_be_trusted_gets_nothing(tmp_path, security, lines, why, opened):
    with mail_server(security, tmp_path) as box:
        path = secrets(tmp_path, box.port, security, **lines)
        with pytest.raises(UnreachableError, match=why):
            opened(read_account(path)).open()
        assert box.letters == []


def test_a_server_that_cannot_seal_gets_nothing(tmp_path, opened):
    with mail_server() as box:
        path = secrets(tmp_path, box.port, ca=None)
        with pytest.raises(UnreachableError, match="không hỗ trợ"):
            opened(read_account(path)).open()


def test_no_server_is_said(opened):
    port = free_port()
    with pytest.raises(UnreachableError, match=f"cổng {port}"):
        opened(account(port)).open()


def test_text_arrives_as_it_is_written(opened):
    text = "Kính gửi: xã Tam Đa\n" + "rất dài " * 300 + "\n.\nhết"
    decomposed = "Nhă\u0301c viê\u0323c Tam Đa – 2 mục quá hạn"
    with mail_server() as box:
        by = account(box.port)
        assert handed(opened(by), by, subject=decomposed, text=text) == Handed(Step.SENT)
        ((_, read),) = box.letters
        assert read["Subject"] == "Nhắc việc Tam Đa – 2 mục quá hạn"
        assert read["From"] == "Công an huyện <xdpt@example.vn>"
        assert read["Date"].datetime == AT
        assert read["Auto-Submitted"] == "auto-generated"
        assert read.get_content().replace("\r\n", "\n").rstrip("\n") == text
        assert read.get_content_charset() == "utf-8"


@pytest.mark.parametrize(
    "nasty",
    [
        "Tam Đa\r\nBcc: x@y.vn",
        "Tam Đa\nBcc: x@y.vn\n\nthân",
        "Tam Đa\u2028Bcc: x@y.vn",
        "Tam Đa\x00\x1b[31m\x85Bcc: x@y.vn",
        "=?utf-8?q?Tam?=\r\n Bcc: x@y.vn",
        "\ud800Tam Đa",
    ],
)
def test_a_name_begins_no_header(nasty, opened):
    with mail_server() as box:
        by = account(box.port)
        handed(opened(by), by, subject=nasty, text=nasty)
        ((to, read),) = box.letters
        assert to == ["a@x.vn"]
        assert read["Bcc"] is None
        assert sorted(read.keys()) == sorted(
            [
                *("From", "To", "Subject", "Date", "Message-ID", "Auto-Submitted"),
                *("MIME-Version", "Content-Type", "Content-Transfer-Encoding"),
            ]
        )


def test_refused_addresses_are_named_and_the_others_served(opened):
    with mail_server() as box:
        box.refuses = ("b@x.vn",)
        by = account(box.port)
        post = opened(by)
        assert handed(post, by, to=("a@x.vn", "b@x.vn")) == Handed(Step.SENT, ("b@x.vn",))
        assert handed(post, by, to=("b@x.vn",)) == Handed(Step.REFUSED, ("b@x.vn",))
        assert handed(post, by) == Handed(Step.SENT)


def test_an_answer_that_never_came_is_not_taken_for_a_refusal(opened):
    with mail_server() as box:
        box.lost = "a@x.vn"
        by = account(box.port)
        post = opened(by)
        assert handed(post, by) == Handed(Step.SENDING)
        assert handed(post, by, to=("b@x.vn",)) == Handed(Step.SENT)
        assert box.to == [["a@x.vn"], ["b@x.vn"]]

"""The section [mail]: off by default, refused in words that quote nothing of it; addresses never guessed."""

import pytest

from lib.mail.account import Security, leaders_with_access, read_account, read_addresses

WHOLE = """
[mail]
host = "thu.example.vn"
user = "may"
password = "rat-bi-mat"
from = "Công an huyện Sơn Dương <xdpt@example.vn>"
leaders = ["lanhdao@example.vn"]
"""


@pytest.fixture
def secrets(tmp_path):
    def written(text: str):
        path = tmp_path / "secrets.toml"
        path.write_text(text, "utf-8")
        return path

    return written


def test_without_a_section_there_is_no_account(secrets, tmp_path):
    assert read_account(tmp_path / "none.toml") is None
    assert read_account(secrets("[access]\nway = 'none'")) is None


def test_a_whole_section(secrets):
    account = read_account(secrets(WHOLE))
    assert (account.host, account.port, account.security) == ("thu.example.vn", 587, "starttls")
    assert (account.sender.display_name, account.sender.addr_spec) == (
        "Công an huyện Sơn Dương",
        "xdpt@example.vn",
    )
    assert account.leaders == ("lanhdao@example.vn",)
    assert "rat-bi-mat" not in repr(account)


@pytest.mark.parametrize(
    ("security", "port"), [(Security.STARTTLS, 587), (Security.TLS, 465), (Security.NONE, 25)]
)
def test_each_way_has_its_port(secrets, security, port):
    text = f'[mail]\nhost = "h"\nfrom = "a@b.vn"\nsecurity = "{security}"'
    account = read_account(secrets(text))
    assert account.port == port
    assert (account.context is None) == (security is Security.NONE)


@pytest.mark.parametrize(
    ("line", "instead", "why"),
    [
        ('host = "thu.example.vn"', 'host = ""', "host"),
        ('host = "thu.example.vn"', 'hosst = "x"', "hosst"),
        ('user = "may"', "", "user"),
        ('password = "rat-bi-mat"', "", "password"),
        ('password = "rat-bi-mat"', 'password = "mật"', "password"),
        ("[mail]", "[mail]\nport = 0", "port"),
        ("[mail]", "[mail]\nport = true", "port"),
        ("[mail]", '[mail]\nport = "25"', "port"),
        ("[mail]", '[mail]\nsecurity = "ssl"', "security"),
        ("[mail]", '[mail]\nsecurity = "none"', "không mã hóa"),
        ("[mail]", '[mail]\nca = "không có.pem"', "ca"),
        ("xdpt@example.vn", "xdpt", "from"),
        ("lanhdao@example.vn", "@example.vn", "leaders"),
        ("[mail]", "[mail", "không đọc được"),
    ],
)
def test_what_is_wrong_is_named_and_nothing_quoted(secrets, line, instead, why):
    with pytest.raises(ValueError, match=why) as refused:
        read_account(secrets(WHOLE.replace(line, instead)))
    assert "rat-bi-mat" not in str(refused.value)
    assert "mật" not in str(refused.value) or why == "không mã hóa"


def test_a_password_may_stay_on_this_machine(secrets):
    text = WHOLE.replace("thu.example.vn", "127.0.0.1").replace(
        "[mail]", '[mail]\nsecurity = "none"'
    )
    assert read_account(secrets(text)).user == "may"


@pytest.mark.parametrize(
    ("text", "good", "wrong"),
    [
        (None, (), ()),
        ("  ", (), ()),
        ("a@x.vn", ("a@x.vn",), ()),
        ("a@x.vn; B@x.vn ;a@X.vn;", ("a@x.vn", "B@x.vn"), ()),
        ("a@x.vn\nb@x.vn, c@x.vn", ("a@x.vn", "b@x.vn", "c@x.vn"), ()),
        ("\u200ba@x.vn\u00a0", ("a@x.vn",), ()),
        ("a@x.vn b@x.vn", (), ("a@x.vn b@x.vn",)),
        ("Nguyễn A <a@x.vn>", (), ("Nguyễn A <a@x.vn>",)),
        ("a@x; @x.vn; a@; a.x.vn", (), ("a@x", "@x.vn", "a@", "a.x.vn")),
        ("a@@x.vn; a@b@x.vn", (), ("a@@x.vn", "a@b@x.vn")),
        (".a@x.vn; a..b@x.vn; a@-x.vn; ă@x.vn", (), (".a@x.vn", "a..b@x.vn", "a@-x.vn", "ă@x.vn")),
        (f"{'a' * 250}@x.vn", (), (f"{'a' * 250}@x.vn",)),
    ],
)
def test_addresses(text, good, wrong):
    assert read_addresses(text) == (good, wrong)


def test_leaders_are_those_let_in_by_their_address(secrets):
    path = secrets('[access]\nway = "none"\nleaders = ["a@x.vn", "@x.vn"]')
    assert leaders_with_access(path) == ("a@x.vn",)
    assert leaders_with_access(secrets("")) == ()

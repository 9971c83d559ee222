"""Where the commands that read the sheet find their secrets: a file that is named, else as the app."""

import argparse
from pathlib import Path

import pytest

from lib.command import Parser
from lib.mail.account import leaders_with_access
from lib.source import configuration
from lib.source.configuration import read_configuration
from tests.source.test_configuration import ID, written

OTHER = "dia-chi-khac-cua-mot-bang-tinh"
TOLD = '[access]\nway = "oidc"\nleaders = ["{}@x.vn"]\n'


def parsed(*arguments: str) -> argparse.Namespace:
    parser = Parser()
    parser.add_source()
    return parser.parse_args(["--google", *arguments])


def found(options: argparse.Namespace) -> str:
    return read_configuration(options.secrets, environ=options.environ).spreadsheet_id


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give the user's folder; the program's own holds no secrets."""
    folder = tmp_path / "home"
    (folder / ".streamlit").mkdir(parents=True)
    monkeypatch.setattr(configuration, "ROOT", tmp_path / "program")
    for name in ("HOME", "USERPROFILE"):
        monkeypatch.setenv(name, str(folder))
    for name in ("SECRETS", "SPREADSHEET", "KEY"):
        monkeypatch.delenv(f"DASHBOARD_{name}", raising=False)
    return folder


def test_what_streamlit_keeps_for_the_user_serves_where_the_program_has_no_file(home: Path):
    written(home / ".streamlit")
    assert found(parsed()) == ID


def test_the_programs_own_file_goes_before_it(home: Path, tmp_path: Path):
    own = tmp_path / "program" / ".streamlit"
    own.mkdir(parents=True)
    written(home / ".streamlit", spreadsheet=f'"{OTHER}"')
    written(own)
    assert found(parsed()) == ID


def test_the_environment_goes_before_files_and_a_named_file_before_all(
    home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    named = written(tmp_path)
    written(home / ".streamlit")
    monkeypatch.setenv("DASHBOARD_SPREADSHEET", OTHER)
    assert found(parsed()) == OTHER
    assert found(parsed("--secrets", str(named))) == ID


def test_so_do_the_addresses_of_leaders(
    home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setenv("DASHBOARD_SECRETS", TOLD.format("moi-truong"))
    named = tmp_path / "secrets.toml"
    named.write_text(TOLD.format("tep"), "utf-8")
    told = [parsed(), parsed("--secrets", str(named))]
    leaders = [leaders_with_access(one.secrets, environ=one.environ) for one in told]
    assert leaders == [("moi-truong@x.vn",), ("tep@x.vn",)]

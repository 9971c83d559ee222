"""What the platform keeps as secrets is taken where no file is there, and only there."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
import streamlit as st
from streamlit import config
from streamlit.runtime.secrets import Secrets

from lib.source.configuration import SECRETS_VARIABLE, read_configuration
from lib.ui import data, secrets
from tests.source.test_configuration import ID, written


@pytest.fixture
def platform(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[Path]:
    """Give the folder in which the platform keeps its secrets; the app's own file is elsewhere."""
    before = config.get_option("secrets.files")
    kept = tmp_path / "platform"
    kept.mkdir()
    config.set_option("secrets.files", [str(kept / "secrets.toml")])
    monkeypatch.setenv(SECRETS_VARIABLE, "")  # put back afterwards, whatever was adopted
    monkeypatch.setattr(data, "SECRETS", tmp_path / "secrets.toml")
    monkeypatch.setattr(st, "secrets", Secrets())
    yield kept
    config.set_option("secrets.files", before)


def test_the_platforms_secrets_serve_where_there_is_no_file(platform: Path) -> None:
    written(platform)
    secrets.adopt()
    assert read_configuration(data.SECRETS, environ=os.environ).spreadsheet_id == ID


def test_a_file_goes_before_them(platform: Path) -> None:
    written(platform)
    written(data.SECRETS.parent)
    secrets.adopt()
    assert not os.environ[SECRETS_VARIABLE]


@pytest.mark.usefixtures("platform")
def test_without_any_nothing_is_taken() -> None:
    secrets.adopt()
    assert not os.environ[SECRETS_VARIABLE]

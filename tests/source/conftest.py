"""A stand-in with a small sheet, and the reader led to it."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from lib.source.configuration import Configuration, read_configuration
from tests.source.sheets import small_sheet
from tests.stand_in.server import StandIn


@pytest.fixture
def stand_in() -> Iterator[StandIn]:
    with StandIn(small_sheet()) as server:
        yield server


@pytest.fixture
def configuration(stand_in: StandIn, tmp_path: Path) -> Configuration:
    return read_configuration(stand_in.write_secrets(tmp_path / "secrets.toml"))

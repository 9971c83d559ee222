"""What tests of memory share."""

from pathlib import Path

import pytest

from lib.grid import Grid
from lib.source.workbook import read_workbook
from lib.template.workbook import write_workbook


@pytest.fixture(scope="session")
def example(tmp_path_factory: pytest.TempPathFactory) -> tuple[Grid, ...]:
    """Give the example's worksheets."""
    path: Path = tmp_path_factory.mktemp("example") / "so.xlsx"
    write_workbook(path, with_sample=True)
    return read_workbook(path)

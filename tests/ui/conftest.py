"""The example in two versions, and what saves one of them while pages look."""

import time
from collections.abc import Callable
from pathlib import Path

import pytest
import streamlit as st

from lib.template.workbook import write_workbook
from lib.ui import data
from tests.e2e.test_freshness import write_line

PATIENCE = 240.0


@pytest.fixture(scope="module")
def contents(tmp_path_factory: pytest.TempPathFactory) -> tuple[bytes, bytes]:
    """Give the example, and the example after a commune's mark was taken back."""
    path = tmp_path_factory.mktemp("sheet") / "so.xlsx"
    write_workbook(path, with_sample=True)
    before = path.read_bytes()
    write_line(path, "14/9/2024", "Sơn Nam", "TC01", "Chưa đạt", 50)
    return before, path.read_bytes()


@pytest.fixture
def save(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[bytes], None]:
    """Give what saves a content and returns once it is read."""
    path = tmp_path / "so.xlsx"
    monkeypatch.setenv("DASHBOARD_WORKBOOK", str(path))
    st.cache_resource.clear()

    def save(content: bytes) -> None:
        last = data.snapshot().fingerprint if path.exists() else ""
        draft = path.with_suffix(".new")
        draft.write_bytes(content)
        draft.replace(path)
        end = time.monotonic() + PATIENCE
        while data.snapshot().fingerprint in ("", last):
            assert time.monotonic() < end
            time.sleep(0.05)

    return save

"""Every number on a page is of one reading, whoever drew it first and whatever changed meanwhile."""

import os
import time
from collections.abc import Callable
from pathlib import Path

import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

from lib.template.workbook import write_workbook
from lib.ui import data
from lib.ui.frame import PAGES, ROOT, PageFile
from tests.e2e.test_freshness import write_line

SHELL = ROOT / "lib" / "ui" / "shell.py"
PATIENCE = 240.0
UNIT = "Sơn Nam"


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


def viewer(page: PageFile) -> AppTest:
    """Open a page, or the one unit's, as a viewer of its own."""
    app = AppTest.from_file(str(SHELL), default_timeout=PATIENCE)
    app.query_params["don-vi"] = UNIT
    app.switch_page(os.path.relpath(page.path, SHELL.parent))
    return app.run()


def seen(app: AppTest) -> list[object]:
    """Return what stands on a viewer's page."""
    assert not app.exception
    texts: list[object] = [one.value for one in [*app.markdown, *app.header, *app.subheader]]
    texts += [(one.label, one.value, one.delta) for one in app.metric]
    return texts + [one.value.to_dict() for one in app.table]


def test_no_page_mixes_two_readings(contents: tuple[bytes, bytes], save: Callable):
    alone = []
    for content in contents:
        save(content)
        alone.append({page: seen(viewer(page)) for page in PAGES})
        st.cache_resource.clear()
    before, after = alone
    assert sum(before[page] != after[page] for page in PAGES) >= 4
    save(contents[0])
    early = {page: viewer(page) for page in PAGES}
    save(contents[1])
    late = {page: viewer(page) for page in PAGES}
    assert {page.url_path for page in PAGES if seen(early[page]) != before[page]} == set()
    assert {page.url_path for page in PAGES if seen(late[page]) != after[page]} == set()
    assert {page.url_path for page in PAGES if seen(early[page].run()) != after[page]} == set()

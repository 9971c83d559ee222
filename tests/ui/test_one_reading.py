"""Every number on a page is of one reading, whoever drew it first and whatever changed meanwhile."""

import os
from collections.abc import Callable

import streamlit as st
from streamlit.testing.v1 import AppTest

from lib.ui.frame import PAGES, ROOT, PageFile

SHELL = ROOT / "lib" / "ui" / "shell.py"
PATIENCE = 240.0
UNIT = "Sơn Nam"
DRAFTED = "ket-luan"
"""The page that keeps a reader's draft beside new numbers."""


def viewer(page: PageFile) -> AppTest:
    """Open a page, or the one unit's, as a viewer of its own."""
    app = AppTest.from_file(str(SHELL), default_timeout=PATIENCE)
    app.query_params["don-vi"] = UNIT
    app.run()  # only then are there pages to switch to
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
    changed = {page.url_path for page in PAGES if seen(early[page].run()) != after[page]}
    assert changed == {DRAFTED}

"""What all see is made and drawn once for a content, a day and a choice; what differs, anew."""

from datetime import date

import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

from lib.grid import Grid
from lib.source.feed import Snapshot
from lib.ui import data, newest
from lib.ui.filters import Filters
from lib.ui.once import drawn_once
from tests import builders as sheet

TODAY = date(2024, 9, 20)
GRIDS = sheet.spreadsheet(sheet.settings(("Ngày số liệu", "15/9/2024")))


@pytest.fixture(autouse=True)
def fresh():
    st.cache_resource.clear()


def current(
    chosen: Filters, grids: tuple[Grid, ...] = GRIDS, content: str = "a", day: date = TODAY
) -> data.Current:
    book = data.book_of(content, day, grids)
    return data.current(Snapshot(grids, None, content), book, chosen, today=day)


def test_a_body_runs_once_for_all_who_choose_the_same():
    ran: list[tuple[str, str]] = []

    @drawn_once
    def body(shown: data.Current, switch: str) -> int:
        ran.append((shown.key, switch))
        return len(ran)

    first = body(current(Filters()), "a")
    assert body(current(Filters()), "a") == first
    different = [
        (current(Filters(group="Vùng thấp")), "a"),
        (current(Filters(unit="Tam Đa")), "a"),
        (current(Filters(as_of=date(2024, 9, 15))), "a"),
        (current(Filters(previous=date(2024, 8, 1))), "a"),
        (current(Filters(), content="b"), "a"),
        (current(Filters(), day=date(2024, 9, 21)), "a"),
        (current(Filters()), "b"),
    ]
    assert [body(*seen) for seen in different] == list(range(2, 9))
    assert [body(*seen) for seen in different] == list(range(2, 9))


def test_what_was_made_of_an_earlier_reading_is_dropped_with_it():
    ran: list[str] = []

    @drawn_once
    def body(shown: data.Current) -> None:
        ran.append(shown.fingerprint)

    newest.reading_is("a")
    first = current(Filters())
    for reading in ("a", "a", "b", "b"):
        newest.reading_is(reading)
        body(first)
        assert (current(Filters()) is first) is (reading == "a")
    assert ran == ["a", "a"]


def page() -> None:
    import streamlit as st

    from tests.ui.test_once import Filters, current, drawn_once

    @drawn_once
    def body(shown: object) -> None:
        left, right = st.columns(2)
        with left, st.container(border=True):
            st.markdown(f"lần {len(st.session_state)}")
        right.metric("đạt", "3/4")
        st.table({"a": [1]})

    body(current(Filters()))
    st.session_state[f"run {len(st.session_state)}"] = True


def test_what_is_replayed_is_what_was_drawn():
    app = AppTest.from_function(page, default_timeout=240).run()
    first = ([e.value for e in app.markdown], [m.value for m in app.metric], len(app.table))
    assert first == (["lần 0"], ["3/4"], 1)
    app.run()
    assert ([e.value for e in app.markdown], [m.value for m in app.metric], len(app.table)) == first


def test_a_page_about_an_agency_is_narrowed_by_a_unit_and_one_about_a_unit_by_an_agency():
    shown = current(Filters(group="Vùng thấp", unit="Tam Đa", agency="Phòng Nội vụ"))
    assert shown.at_work.whose == "Vùng thấp · Tam Đa · Phòng Nội vụ"
    assert shown.about(agency="Công an huyện").at_work.whose == "Vùng thấp · Tam Đa"
    assert shown.about(unit="Sơn Nam").at_work.whose == "Phòng Nội vụ"
    assert current(Filters()).about(agency="Công an huyện").at_work.whose is None

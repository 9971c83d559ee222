"""What stands around every page: page config, navigation, filters, freshness."""

from dataclasses import dataclass
from pathlib import Path
from typing import Final

import streamlit as st

from lib import words
from lib.source.feed import Snapshot
from lib.ui import data, filters, freshness, parts
from lib.ui.data import Current
from lib.ui.once import drawn_once
from lib.view import marks
from lib.view.gaps import gaps, nothing_logged, read_as_blank
from lib.view.marks import plain
from lib.view.narrowing import criteria_followed
from lib.words import quality, screens

ROOT: Final = data.ROOT
ICON: Final = Path(__file__).with_name("icon.png")
_CURRENT: Final = "current"
_ROOT_PAGE: Final = "dau"


@dataclass(frozen=True, slots=True)
class PageFile:
    """One page: its script, its name on screen, its address."""

    path: Path
    title: str
    url_path: str


_FILES: Final = {
    "tong-quan": "overview",
    "xep-hang": "ranking",
    "den-tin-hieu": "matrix",
    "han": "deadlines",
    "don-vi": "unit",
    "co-quan": "agency",
    "chat-luong": "problems",
    "cach-tinh": "method",
    "trinh-chieu": "meeting",
    "xuat-bao-cao": "export",
}
# The pages there are, in the order of the menu; the first is the default.
PAGES: Final = tuple(
    PageFile(path, screens.PAGE[url_path][0], url_path)
    for url_path, name in _FILES.items()
    if (path := ROOT / "pages" / f"{name}.py").is_file()
)


def current() -> Current:
    """Give what the page shows; only inside a page."""
    return st.session_state[_CURRENT]


def draw() -> None:
    """Draw what stands around the page, then the page."""
    st.set_page_config(screens.APP, page_icon=str(ICON), layout="wide")
    page = st.navigation([*map(_page, PAGES), _page(PAGES[0], hidden=True)], expanded=True)
    parts.chrome()
    taken, today = data.snapshot(), data.today()
    if not taken.grids:
        st.title(page.title, anchor=False)
        freshness.show(taken)
        st.stop()
    book = data.book_of(taken.fingerprint, today, taken.grids)
    with st.sidebar:
        chosen = filters.show(book)
        parts.first_use(book.settings.illustrative)
    shown = data.current(taken, book, chosen, today=today)
    st.session_state[_CURRENT] = shown
    _header(page.title, shown, taken)
    page.run()


def _page(file: PageFile, *, hidden: bool = False) -> st.Page:
    """Make a page; the first stands at the root and, hidden, at its own address as well."""
    first = file is PAGES[0] and not hidden
    return st.Page(
        file.path,
        title=file.title,
        url_path=_ROOT_PAGE if first else file.url_path,
        default=first,
        visibility="hidden" if hidden else "visible",
        help=screens.PAGE[file.url_path][1],
    )


def _header(title: str, shown: Current, taken: Snapshot) -> None:
    with st.container(key="head", gap="xxsmall"):
        _plan(shown)
        with st.container(horizontal=True, vertical_alignment="top", key="title"):
            st.title(title, anchor=False, width="content")
            dates = screens.DATES.format(
                as_of=words.day(shown.as_of), previous=words.day(shown.previous)
            )
            freshness.show(taken, dates)
        if names := filters.unknown(shown.filters):
            st.warning(screens.UNKNOWN.format(names=plain(names)))
        _warnings(shown)
        if (on := shown.filters.sentence) is not None:
            _filters_on(shown, on)


@drawn_once
def _plan(shown: Current) -> None:
    settings = shown.book.settings
    with st.container(horizontal=True, vertical_alignment="center", key="plan"):
        names = [settings.name or screens.DEFAULT_PLAN, settings.area]
        st.markdown(" · ".join(plain(name) for name in names if name), width="content")
        if settings.illustrative:
            with st.container(key="ribbon", width="content"):
                st.markdown(f"▲ {screens.ILLUSTRATIVE}", width="content")


@drawn_once
def _warnings(shown: Current) -> None:
    if missing := gaps(shown.book.problems):
        remedy = marks.link(quality.GAPS_LINK, shown.filters.href("chat-luong"))
        st.warning(f"{quality.GAPS.format(gaps=plain(missing))} {remedy}")
    elif nothing_logged(shown.book, as_of=shown.as_of):
        st.warning(quality.NOTHING_LOGGED.format(day=words.day(shown.as_of)))
    if blank := read_as_blank(shown.book):
        st.markdown(marks.tone(quality.READ_AS_BLANK.format(names=plain(blank)), "amber"))
    settings, newest = shown.book.settings, shown.book.newest_day
    if newest and shown.as_of > settings.as_of:
        told = screens.AFTER_SHEET.format(day=words.day(settings.as_of), newest=words.day(newest))
        st.warning(told)


def _filters_on(shown: Current, on: str) -> None:
    text = f"{screens.FILTERED_BY} **{plain(on)}**"
    if agency := shown.filters.agency:
        number = words.count(criteria_followed(shown.whole.items, agency))
        text += f" – {screens.SCOPE_OF_AGENCY.format(number=number)}"
    with st.container(horizontal=True, vertical_alignment="center", key="filters-on"):
        st.markdown(text, width="content")
        st.button(screens.CLEAR, on_click=filters.clear, key="clear")

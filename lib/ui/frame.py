"""What stands around every page: page config, navigation, filters, freshness."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any, Final

import streamlit as st

from lib import words
from lib.sheet import Book
from lib.source.configuration import ROOT
from lib.source.feed import Snapshot
from lib.ui import data, filters, freshness, gate, parts
from lib.ui.current import Current
from lib.ui.once import drawn_once
from lib.view import marks
from lib.view.audience import Audience, Role, in_book
from lib.view.gaps import gaps, nothing_logged, read_as_blank
from lib.view.marks import plain
from lib.view.narrowing import criteria_followed
from lib.words import access, memory, quality, screens

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
    "tieu-chi": "criterion",
    "han": "deadlines",
    "don-vi": "unit",
    "co-quan": "agency",
    "chat-luong": "problems",
    "cach-tinh": "method",
    "trinh-chieu": "meeting",
    "ket-luan": "conclusions",
    "xuat-bao-cao": "export",
}
PUBLIC: Final = ("xep-hang", "den-tin-hieu")
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
    """Draw what stands around the page, then the page, for whoever may see it."""
    address = gate.reader()
    audience = gate.audience(address)
    icon = str(ICON) if audience else None  # a file of the server, which the gate guards
    st.set_page_config(screens.APP, page_icon=icon, layout="wide")
    page = st.navigation(_pages(audience), expanded=True)
    parts.chrome()
    if audience is None:
        _turned_away(address)
        st.stop()
    known, taken, today = freshness.mark(), data.snapshot(), data.today()
    if not taken.grids:
        st.title(page.title, anchor=False)
        freshness.show(taken, known)
        st.stop()
    book = data.book_of(taken.fingerprint, today, taken.grids)
    filters.follow_address()
    seen, todays, recalled = taken, book, None
    if (then := _as_shown(audience)) is not None:
        seen, book, recalled = then
        audience, today = in_book(audience, todays, book), recalled
    with st.sidebar:
        chosen = filters.show(book, todays, showable=_showable(audience))
        if audience.role is Role.ALL:
            parts.first_use(book.settings.illustrative)
        _seen_as(address, audience)
    shown = data.current(seen, book, chosen, today=today, audience=audience, recalled=recalled)
    about = filters.subject(page.url_path, book, chosen)
    if about:
        shown = shown.about(**about)
    st.session_state[_CURRENT] = shown
    _header(next(iter(about.values()), page.title), shown, taken, known)
    page.run()


def _as_shown(audience: Audience) -> tuple[Snapshot, Book, date] | None:
    """Return the reading that is asked for in place of today's; the public is given none."""
    day = filters.asked_as_shown()
    return data.as_shown(day) if day and audience.role is not Role.PUBLIC else None


def _showable(audience: Audience) -> Callable[[date], bool]:
    return lambda day: audience.role is not Role.PUBLIC and data.as_shown(day) is not None


def _turned_away(address: str | None) -> None:
    """Show who may not look how to be let in, and nothing else."""
    st.title(access.TITLE, anchor=False)
    allowed = gate.access()
    if isinstance(allowed, ValueError):
        st.error(access.WRONG.format(reason=allowed))
        return
    st.markdown(access.NOTE)
    if address:
        st.warning(access.NOT_NAMED.format(address=plain(address)))
    elif gate.signs_in():
        st.button(access.SIGN_IN, on_click=st.login, type="primary", key="dang-nhap")
    else:
        st.markdown(access.NO_PROXY)
    if address and gate.signs_in():
        st.button(access.SIGN_OUT, on_click=st.logout, key="dang-xuat")


def _seen_as(address: str | None, audience: Audience) -> None:
    """Say as whom the reader looks, where the gate is on, with the way out or in."""
    if gate.access() is None:
        return
    st.caption(access.SEEN_AS[audience.role].format(address=plain(address or "")))
    if gate.signs_in() and address:
        st.button(access.SIGN_OUT, on_click=st.logout, key="dang-xuat")
    elif gate.signs_in():
        st.button(access.SIGN_IN, on_click=st.login, key="dang-nhap")


def _pages(audience: Audience | None) -> list[st.Page]:
    """Make the pages; the first stands at the root and, hidden, at its own address as well."""
    public = audience is not None and audience.role is Role.PUBLIC
    first, *others = [page for page in PAGES if not public or page.url_path in PUBLIC]
    at_root = _page(first, _ROOT_PAGE, default=True)
    return [at_root, *map(_page, others), _page(first, visibility="hidden")]


def _page(file: PageFile, url_path: str | None = None, **kind: Any) -> st.Page:
    return st.Page(
        file.path,
        title=file.title,
        url_path=url_path or file.url_path,
        help=screens.PAGE[file.url_path][1],
        **kind,
    )


def _header(title: str, shown: Current, taken: Snapshot, known: str) -> None:
    with st.container(key="head", gap="xxsmall"):
        _plan(shown)
        with st.container(horizontal=True, vertical_alignment="top", key="title"):
            whose = shown.at_work.whose
            text = plain(f"{title} – {whose}" if whose else title)
            st.title(text, anchor=False, width="content")
            dates = screens.DATES.format(
                as_of=words.day(shown.as_of), previous=words.day(shown.previous)
            )
            freshness.show(taken, known, dates, recalled=shown.recalled is not None)
        if names := filters.unknown(shown.filters):
            st.warning(screens.UNKNOWN.format(names=plain(names)))
        if (vain := filters.asked_as_shown()) and not shown.recalled and vain < shown.today:
            st.warning(memory.AS_SHOWN_UNKNOWN.format(day=words.day(vain)))
        _warnings(shown)
        if (on := shown.at_work.sentence) is not None:
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
        if shown.recalled:
            back = marks.link(memory.BACK, shown.filters.href("", as_shown=False))
            told = memory.BANNER.format(day=words.day(shown.recalled))
            with st.container(key="as-shown", width="content"):
                st.markdown(f"▲ {told} {back}", width="content")


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
    if agency := shown.at_work.agency:
        number = criteria_followed(shown.whole.items, agency)
        told = screens.SCOPE_OF_AGENCY if number else screens.SCOPE_WITHOUT_CRITERIA
        text += f" – {told.format(number=words.count(number))}"
    with st.container(horizontal=True, vertical_alignment="center", key="filters-on"):
        st.markdown(text, width="content")
        st.button(screens.CLEAR, on_click=filters.clear, key="clear")

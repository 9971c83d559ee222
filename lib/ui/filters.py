"""The five filters every page shares: shown in the sidebar, held in the address."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import lru_cache
from typing import Any, Final
from urllib.parse import urlencode

import streamlit as st

from lib import words
from lib.assess import previous_date
from lib.sheet import Book
from lib.sheet.cells import FIRST_YEAR, parse_date
from lib.vietnamese import fold
from lib.view.marks import link, plain
from lib.view.narrowing import Narrowing, alike
from lib.view.trend import trend_dates
from lib.words import memory, reasons, screens

GROUP: Final = "nhom"
UNIT: Final = "don-vi"
AGENCY: Final = "co-quan"
AS_OF: Final = "ngay"
PREVIOUS: Final = "so-voi"
OF: Final = "ten"
"""The address's parameter that names the unit or agency a page is about."""
AS_SHOWN: Final = "nhu-da-chieu"
ON: Final = "true"
SEARCH: Final = "tim"
FOUND: Final = "tim-thay"
SEARCH_SHOWS: Final = 6
MOST_DAYS: Final = 60
EVERYTHING: Final = ""
_UNKNOWN: Final = "not-known"
_SEEN: Final = "address-and-choice"
_LAST: Final = "last-chosen"
_SWITCHED: Final = "ever-as-shown"


@dataclass(frozen=True, slots=True)
class Filters(Narrowing):
    """What a reader chose; None where they left it. Units and agencies go by their screen names."""

    as_of: date | None = None
    previous: date | None = None
    as_shown: bool = False

    def query(self) -> dict[str, str]:
        """Return the address's parameters for this choice."""
        chosen = {
            GROUP: self.group,
            UNIT: self.unit,
            AGENCY: self.agency,
            AS_OF: words.day(self.as_of) if self.as_of else None,
            PREVIOUS: words.day(self.previous) if self.previous else None,
            AS_SHOWN: ON if self.as_shown else None,
        }
        return {name: value for name, value in chosen.items() if value is not None}

    def href(self, page: str, *, of: str | None = None, **changes: Any) -> str:
        """Return the relative address of a page with these filters, some of them changed.

        `of` is the unit or agency the page is about.
        """
        about = {} if of is None else {OF: of}
        return f"{page}?{urlencode(about | replace(self, **changes).query())}".removesuffix("?")


def follow_address() -> None:
    """Take over what the address says now, where it changed and no filter did: Back, or a link."""
    for name, (asked, chosen) in st.session_state.get(_SEEN, {}).items():
        now = st.query_params.get(name, EVERYTHING)
        if now != asked and st.session_state.get(name) == chosen:
            st.session_state[name] = now.lower() == ON if name == AS_SHOWN else now


def _remember_address() -> None:
    names = (GROUP, UNIT, AGENCY, AS_OF, PREVIOUS, AS_SHOWN)
    st.session_state[_SEEN] = {
        name: (st.query_params.get(name, EVERYTHING), st.session_state.get(name)) for name in names
    }


def asked_as_shown() -> date | None:
    """Return the day that is asked for as it was shown; None where today's sheet is."""
    if not _wants_as_shown():
        return None
    text = st.session_state.get(AS_OF, st.query_params.get(AS_OF))
    return parse_date(text, year=FIRST_YEAR).value if text else None


def _wants_as_shown() -> bool:
    return str(st.session_state.get(AS_SHOWN, st.query_params.get(AS_SHOWN))).lower() == ON


def show(book: Book, days: Book, *, showable: Callable[[date], bool]) -> Filters:
    """Draw the filters and return what is chosen.

    Names are those of the Book that is shown, `days` is today's sheet; `showable` tells whether a
    date can be shown as it was.
    """
    st.subheader(screens.FILTERS, anchor=False)
    units, agencies, settings = book.unit_labels, book.agency_labels, days.settings
    search = st.container()
    vain: list[str] = []
    group = _choice(screens.GROUP, GROUP, book.groups, screens.ALL_GROUPS, vain)
    unit = _choice(screens.UNIT, UNIT, units, screens.ALL_UNITS, vain)
    agency = _choice(screens.AGENCY, AGENCY, agencies, screens.ALL_AGENCIES, vain)
    last = max(settings.as_of, days.newest_day or settings.as_of)
    as_of = _day(
        screens.AS_OF_FILTER,
        AS_OF,
        (settings.start, last),
        previous_date(settings, settings.as_of),
        screens.DATE_OF_SHEET.format(day=words.day(settings.as_of)),
        vain,
    )
    shown, settings = as_of or settings.as_of, book.settings
    previous = _day(
        screens.PREVIOUS_FILTER,
        PREVIOUS,
        (settings.start, shown - timedelta(days=1)),
        previous_date(settings, shown),
        # Without its day, which the head tells: a box that is not touched keeps what it showed.
        screens.DATE_OF_MEETING,
        vain,
    )
    can_show = as_of is not None and showable(as_of)
    if as_of is None:
        st.session_state[AS_SHOWN] = False
    elif _wants_as_shown():
        # A switch that is not to be used cannot be put off either.
        st.session_state[_SWITCHED] = True
    wanted = st.toggle(
        memory.AS_SHOWN,
        key=AS_SHOWN,
        bind="query-params",
        disabled=not can_show and not st.session_state.get(_SWITCHED),
        help=memory.AS_SHOWN_HELP if can_show else memory.AS_SHOWN_NEEDS,
    )
    chosen = Filters(group, unit, agency, as_of, previous, wanted and can_show)
    if vain:
        st.session_state[_UNKNOWN] = reasons.LIST.join(vain), chosen.query()
    with search:
        _search(units, agencies, chosen)
    _remember_address()
    return chosen


def unknown(chosen: Filters) -> str | None:
    """Name what the address asked for in vain, until the reader chooses otherwise."""
    names, query = st.session_state.get(_UNKNOWN, (None, None))
    return names if query == chosen.query() else None


def subject(page: str, book: Book, chosen: Filters) -> dict[str, str]:
    """Name whom a page is about, as `Current.about` takes it: its address says, else a filter."""
    kinds = {UNIT: ("unit", book.unit_labels), AGENCY: ("agency", book.agency_labels)}
    if page not in kinds:
        return {}
    kind, names = kinds[page]
    asked = st.query_params.get(OF)
    like = [asked] if asked in names else alike(asked or "", names)
    found = like[0] if len(like) == 1 else getattr(chosen, kind)
    if asked and len(like) != 1:
        label = screens.UNIT if page == UNIT else screens.AGENCY
        st.session_state[_UNKNOWN] = f"{label} “{asked}”", chosen.query()
    return {kind: found} if found else {}


def _leave_subject() -> None:
    """Let what the reader now chooses be what the page is about."""
    st.query_params.pop(OF, None)


def clear() -> None:
    """Show everything again; the two dates stay."""
    for name in (GROUP, UNIT, AGENCY):
        st.session_state[name] = EVERYTHING


def _choice(
    label: str,
    name: str,
    options: tuple[str, ...],
    none: str,
    vain: list[str],
    meant: Callable[[str, Iterable[str]], list[str]] = alike,
    limits: str = "",
) -> str | None:
    """Let the reader choose; what was asked for in vain is added to `vain`, with its `limits`.

    What the address asks for, and what is typed, may be `meant` for an option written otherwise.
    """
    text = st.session_state.get(name) or st.query_params.get(name, EVERYTHING)
    if text and text not in options:
        like = meant(text, options)
        st.session_state[name] = like[0] if len(like) == 1 else EVERYTHING
        if len(like) > 1 and name != GROUP:
            # Whom of several is for the reader to say: the search lists them.
            st.session_state[SEARCH], st.session_state[_LAST] = text, None
        elif len(like) != 1:
            vain.append(f"{label} “{text}”{limits}")
    chosen = st.selectbox(
        label,
        (EVERYTHING, *options),
        format_func=lambda option: option or none,
        key=name,
        bind="query-params",
        accept_new_options=True,
        on_change=_leave_subject if name in (UNIT, AGENCY) else None,
    )
    if chosen and chosen not in options:
        st.rerun()  # of the address; from here on it is as if it had been typed
    return chosen or None


def _day(
    label: str,
    name: str,
    bounds: tuple[date, date],
    meeting: date,
    none: str,
    vain: list[str],
) -> date | None:
    """Let the reader choose a day within the bounds from the list, or type any other of them."""
    first, last = bounds

    def said(text: str | None) -> date | None:
        return parse_date(text, year=last.year).value

    def same(text: str, days: Iterable[str]) -> list[str]:
        # What stands for no choice names a day, which may have changed since it was shown.
        if text.partition(" ")[2] == none.partition(" ")[2]:
            return [EVERYTHING]
        return [day for day in days if (meant := said(text)) and day == words.day(meant)]

    asked = said(st.session_state.get(name) or st.query_params.get(name))
    options = days_to_choose(first, last, meeting, asked)
    limits = screens.DAYS_THERE.format(first=words.day(first), last=words.day(last))
    return said(_choice(label, name, options, none, vain, same, limits))


@lru_cache
def days_to_choose(
    first: date, last: date, meeting: date, asked: date | None = None
) -> tuple[str, ...]:
    """List the last meeting, the newest day, the ends of months, then other days, newest first.

    There is no day before `first` or after `last`, and of the other days only the newest and the
    one that is `asked` for.
    """
    others = (last - timedelta(days=back) for back in range(MOST_DAYS))
    days = [meeting, *trend_dates(first, last)[::-1], *others, asked or last]
    return tuple(dict.fromkeys(words.day(day) for day in days if first <= day <= last))


def _search(units: tuple[str, ...], agencies: tuple[str, ...], chosen: Filters) -> None:
    # Whoever has just been chosen need not be searched for any longer.
    whom = (chosen.unit, chosen.agency, st.query_params.get(OF))
    last, st.session_state[_LAST] = st.session_state.get(_LAST), whom
    if last not in (None, whom):
        st.session_state[SEARCH] = ""
    text = st.text_input(
        screens.SEARCH, key=SEARCH, type="search", live=True, placeholder=screens.SEARCH_HINT
    )
    wanted = fold(text or "")
    if not wanted:
        return
    found = [(name, chosen.href(UNIT, of=name)) for name in units]
    found += [(name, chosen.href(AGENCY, of=name)) for name in agencies]
    found = [(name, href) for name, href in found if wanted in fold(name)][:SEARCH_SHOWS]
    if not found:
        st.caption(screens.SEARCH_NONE.format(text=plain(text)))
        return
    with st.container(key=FOUND):
        st.markdown("\n".join(f"- {link(name, href)}" for name, href in found))

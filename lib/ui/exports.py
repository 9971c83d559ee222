"""The files to download: what each holds, its choices, its button; written only when asked for."""

from collections.abc import Callable
from functools import partial
from itertools import cycle
from typing import Final

import streamlit as st
from streamlit import runtime

from lib import words
from lib.export import machine, period
from lib.export.calendar import calendar
from lib.export.document import document
from lib.export.reminders import reminders_document, reminders_text
from lib.export.spreadsheet import spreadsheet
from lib.ui import parts
from lib.ui.data import Current
from lib.ui.once import drawn_once
from lib.view.marks import plain
from lib.view.reminders import reminders
from lib.words import exports

PERIOD: Final = "ky"
CALENDAR_OF: Final = "lich-cua"
FILES_KEPT: Final = 32
_PLACES: Final = cycle(range(FILES_KEPT))
_OFFICE: Final = "application/vnd.openxmlformats-officedocument."
_TYPES: Final = {
    ".docx": f"{_OFFICE}wordprocessingml.document",
    ".xlsx": f"{_OFFICE}spreadsheetml.sheet",
    ".ics": "text/calendar",
    ".txt": "text/plain",
    ".json": "application/json",
}


def document_card(briefing: Current) -> None:
    """Offer the report, for a reporting period to choose."""
    with parts.card(exports.DOCUMENT):
        parts.note(exports.DOCUMENT_NOTE)
        code = _period(briefing)
        _title(briefing, code)
        _button("document", ".docx", briefing, partial(document, briefing, period_code=code))


def workbook_card(briefing: Current) -> None:
    """Offer the annexes as a workbook."""
    with parts.card(exports.WORKBOOK):
        parts.note(exports.WORKBOOK_NOTE)
        _button("workbook", ".xlsx", briefing, partial(spreadsheet, briefing))


def calendar_card(briefing: Current) -> None:
    """Offer the deadlines of one owner, or what everyone the filters leave has still to do."""
    with parts.card(exports.CALENDAR_TITLE):
        parts.note(exports.CALENDAR_NOTE)
        labels = _owners(briefing)
        if len(labels) == 1:
            owner: str | None = next(iter(labels))
        else:
            options = labels | {exports.EVERYONE_VALUE: exports.EVERYONE_CHOICE}
            owner = _choice(exports.CALENDAR_CHOICE, CALENDAR_OF, options, exports.CHOOSE_OWNER)
        if owner is None:
            return
        named = None if owner == exports.EVERYONE_VALUE else owner
        _button("calendar", ".ics", briefing, partial(calendar, briefing, owner=named))


def reminders_card(briefing: Current) -> None:
    """Offer all reminders, to print or to copy from."""
    with parts.card(exports.REMINDERS):
        _number_of_reminders(briefing)
        with st.container(horizontal=True):
            _button("reminders", ".docx", briefing, partial(reminders_document, briefing))
            _button("reminders", ".txt", briefing, partial(reminders_text, briefing))


def machine_card(briefing: Current) -> None:
    """Offer the machine-readable report."""
    with parts.card(exports.MACHINE):
        parts.note(exports.MACHINE_NOTE)
        _button("machine", ".json", briefing, lambda: machine.write(machine.briefed(briefing)))


@drawn_once
def scope(briefing: Current) -> None:
    """Say which dates and filters the files hold."""
    parts.note(exports.WHAT_IT_HOLDS.format(scope=plain(briefing.scope)))


@drawn_once
def _title(briefing: Current, code: str | None) -> None:
    title = period.title(briefing, period.period(briefing, code))
    st.markdown(exports.DOCUMENT_TITLE.format(title=plain(title)))


@drawn_once
def _owners(briefing: Current) -> dict[str, str]:
    there = set(briefing.now.obligations["owner"])
    return {name: label for name, label in briefing.labels.items() if name in there}


@drawn_once
def _number_of_reminders(briefing: Current) -> None:
    number = words.count(len(reminders(briefing.now, briefing.book)))
    parts.note(exports.REMINDERS_NOTE.format(number=number))


@drawn_once
def _periods(briefing: Current) -> tuple[dict[str, str], str | None]:
    """Name the periods by their codes, and the one taken where none is chosen."""
    periods, last = period.periods_of(briefing.book), period.period(briefing)
    pairs = zip(periods["code"], periods["title"], strict=True)
    titles = {code: exports.PERIOD_OPTION.format(code=code, title=title) for code, title in pairs}
    return titles, None if last is None else exports.LAST_PERIOD.format(title=last["title"])


def _period(briefing: Current) -> str | None:
    titles, last = _periods(briefing)
    return None if last is None else _choice(exports.PERIOD_CHOICE, PERIOD, titles, last)


def _choice(label: str, name: str, options: dict[str, str], none: str) -> str | None:
    """Let the reader choose by the names shown; None where they leave it."""
    known = ("", *options)
    if st.session_state.get(name, "") not in known:
        st.session_state[name] = ""
    chosen = st.selectbox(
        label,
        known,
        format_func=lambda option: options[option] if option else none,
        key=name,
        bind="query-params",
    )
    return chosen or None


def _button(name: str, extension: str, briefing: Current, write: Callable[[], bytes | str]) -> None:
    called, label = exports.FILES[name]
    file_name = f"{called}-{briefing.as_of.isoformat()}{extension}"
    mime = _TYPES[extension]
    st.download_button(
        label.format(extension=extension),
        data=lambda: _kept(write(), mime, file_name),
        file_name=file_name,
        mime=mime,
        on_click="ignore",
        key=f"download-{name}-{extension[1:]}",
        icon=":material/download:",
    )


def _kept(content: bytes | str, mime: str, file_name: str) -> bytes:
    """Keep a written file until its reader has fetched it.

    Streamlit drops a file written on demand after the next two runs of any viewer's script, which
    may be sooner than a browser comes for it. The newest files are therefore held here, under
    places that are used again in turn.
    """
    data = content.encode() if isinstance(content, str) else content
    if runtime.exists():
        runtime.get_instance().media_file_mgr.add(
            data, mime, f"export-{next(_PLACES)}", file_name, is_for_static_download=True
        )
    return data

"""The files to download: what each holds, its choices, its button; written only when asked for."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from functools import partial
from itertools import cycle
from threading import Lock
from typing import Final
from urllib.parse import urljoin

import streamlit as st
from streamlit import runtime

from lib import words
from lib.assess import State, forgotten_meeting, previous_date
from lib.export import machine, period
from lib.export.calendar import calendar
from lib.export.document import document
from lib.export.dossier import dossier_document
from lib.export.layout import Layout, layout
from lib.export.letters import letters_archive, letters_document, letters_to
from lib.export.notice import notice
from lib.export.reminders import reminders_document, reminders_text
from lib.export.spreadsheet import spreadsheet
from lib.export.spreadsheet_appraisal import appraisal_list
from lib.export.text import in_file_name
from lib.sheet.schema import APPRAISALS
from lib.sheet.tabs import recognised
from lib.ui import components, parts, subscription
from lib.ui.addresses import demand
from lib.ui.current import Current
from lib.ui.once import drawn_once
from lib.view.appraisal import awaiting
from lib.view.audience import Role
from lib.view.conclusions import Conclusion
from lib.view.dossier import Dossier, dossier, told
from lib.view.marks import link, plain
from lib.view.naming import capital
from lib.view.owed import in_state
from lib.view.reminders import Demand, reminders
from lib.words import appraisal as said_appraisal
from lib.words import conclusions as said_conclusions
from lib.words import dossier as said_dossier
from lib.words import exports
from lib.words import letters as said

PERIOD: Final = "ky"
WHOLE: Final = "phu-luc-du"
CALENDAR_OF: Final = "lich-cua"
LETTER_TO: Final = "cong-van"
ANSWER_BY: Final = "tra-loi"
HELD_ON: Final = "ngay-tham-dinh"
MOST_DAYS_AHEAD: Final = 45
FILES_KEPT: Final = 32
_PEN: Final = Lock()
_PLACES: Final = cycle(range(FILES_KEPT))
_OFFICE: Final = "application/vnd.openxmlformats-officedocument."
_TYPES: Final = {
    ".docx": f"{_OFFICE}wordprocessingml.document",
    ".xlsx": f"{_OFFICE}spreadsheetml.sheet",
    ".ics": "text/calendar",
    ".txt": "text/plain",
    ".json": "application/json",
    ".zip": "application/zip",
}


@drawn_once
def ask_about_meeting(briefing: Current) -> None:
    """Ask whether the meeting compared with is still the last one, until the reader chooses one."""
    settings, chosen = briefing.book.settings, briefing.filters
    named = None if chosen.previous else forgotten_meeting(settings, briefing.as_of)
    if named is None:
        return
    month_before = previous_date(replace(settings, previous=None), briefing.as_of)
    told = exports.FORGOTTEN.format(previous=words.day(named), as_of=words.day(briefing.as_of))
    answers = ((exports.KEEP_MEETING, named), (exports.MONTH_BEFORE, month_before))
    links = (
        link(text.format(day=words.day(day)), chosen.href("", previous=day))
        for text, day in answers
    )
    st.warning(f"{told} {' · '.join(links)}")


def document_card(briefing: Current) -> None:
    """Offer the report, for a reporting period to choose."""
    with parts.card(exports.DOCUMENT):
        parts.note(exports.DOCUMENT_NOTE)
        code = _period(briefing)
        _title(briefing, code)
        whole = st.checkbox(exports.WHOLE_ANNEXES, key=WHOLE, bind="query-params")
        write = partial(document, briefing, period_code=code, whole=whole)
        _button("document", ".docx", briefing, write)
        parts.links((said_conclusions.NOTICE_WHERE, briefing.filters.href("ket-luan")))


def notice_card(
    briefing: Current, conclusions: tuple[Conclusion, ...], codes: list[str], held_on: date
) -> None:
    """Offer the notice of what a meeting concluded."""
    with parts.card(said_conclusions.NOTICE_CARD):
        parts.note(said_conclusions.NOTICE_NOTE)
        write = partial(notice, briefing, conclusions, codes, held_on=held_on)
        _button("notice", ".docx", briefing, write)


def dossier_card(briefing: Current) -> None:
    """Offer the dossier of the unit that the page is about, or that a filter names.

    Where there is none a page of files says why; a page about the unit says nothing.
    """
    label = (briefing.subject or briefing.filters).unit
    found = _dossier(briefing, label) if label else None
    if briefing.subject and found is None:
        return
    with parts.card(said_dossier.CARD):
        if label is None or found is None:
            parts.note(said_dossier.NOT_FOR if label else said_dossier.CHOOSE)
            return
        unit = capital(briefing.named[str(found.unit.unit)])
        parts.note(plain(told(found, unit)))
        name = "dossier" if found.complete else "dossier-draft"
        write = partial(dossier_document, briefing, found)
        _button(name, ".docx", briefing, write, whose=label)


def workbook_card(briefing: Current) -> None:
    """Offer the annexes as a workbook."""
    with parts.card(exports.WORKBOOK):
        parts.note(exports.WORKBOOK_NOTE)
        _button("workbook", ".xlsx", briefing, partial(spreadsheet, briefing))


def appraisal_card(briefing: Current) -> None:
    """Offer the list for an appraisal session to who sees what every unit wrote."""
    if briefing.audience.role is not Role.ALL:
        return
    with parts.card(said_appraisal.TITLE):
        sheet, criteria, units, anew = _awaiting(briefing)
        if not criteria:
            parts.note(said_appraisal.NONE)
            return
        told = said_appraisal.ANEW.format(number=words.count(anew)) if anew else ""
        counts = {"criteria": words.count(criteria), "units": words.count(units)}
        parts.note(said_appraisal.NOTE.format(**counts, anew=told, worksheet=plain(sheet.title)))
        days = _days_ahead(briefing)
        usual = said_appraisal.HELD_ON_USUAL.format(day=words.day(briefing.as_of))
        chosen = _choice(said_appraisal.HELD_ON, HELD_ON, {day: day for day in days}, usual)
        held_on = days[chosen] if chosen else briefing.as_of
        write = partial(appraisal_list, briefing, sheet, held_on=held_on)
        _button("appraisal", ".xlsx", briefing, write)


@drawn_once
def _awaiting(briefing: Current) -> tuple[Layout, int, int, int]:
    """Find where verdicts are written; count criteria and units that wait, and those refused."""
    cells = awaiting(briefing.book, briefing.now.cells, as_of=briefing.as_of)
    sheet = layout(recognised(briefing.grids), APPRAISALS)
    return sheet, len(cells), cells["unit"].nunique(), int(cells["refused"].sum())


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
        _button(
            "calendar",
            ".ics",
            briefing,
            lambda: calendar(briefing, owner=named, at=datetime.now(UTC)),
            whose=named,
        )
        if named or not briefing.filters.narrowing:
            _subscription(named or subscription.EVERYONE)


def _subscription(owner: str) -> None:
    """Offer the address of a calendar; it knows no filters."""
    found = subscription.address(owner)
    if found is None or st.context.url is None:
        return
    parts.note(exports.SUBSCRIBE_NOTE)
    url, copy, title = urljoin(st.context.url, f"/{found}"), exports.COPY_ADDRESS, exports.SUBSCRIBE
    components.copyable(title, url, button=copy, label=f"{copy} – {title}")


def letters_card(briefing: Current) -> None:
    """Offer the letters that chase: all in one file, a file each, or one owner's."""
    with parts.card(said.TITLE):
        late, itself = _late(briefing)
        if itself:
            parts.note(said.NOT_TO_ITSELF.format(agency=plain(itself)))
        if not late:
            parts.note(said.NONE)
            return
        asked = demand(_answer_by(briefing))
        number, day = words.count(len(late)), words.day(asked.day(briefing.as_of))
        parts.note(said.NOTE.format(number=number, day=day))
        options = {said.ONE_EACH_VALUE: said.ONE_EACH} | late if len(late) > 1 else {}
        only = None if options else next(iter(late))
        chosen = _choice(said.CHOICE, LETTER_TO, options, said.ALL_IN_ONE) if options else only
        if chosen == said.ONE_EACH_VALUE:
            _button("letters", ".zip", briefing, partial(letters_archive, briefing, asked))
            return
        write = partial(letters_document, briefing, asked, owner=chosen)
        _button("letters", ".docx", briefing, write)


def reminders_card(briefing: Current) -> None:
    """Offer all reminders, to print or to copy from."""
    with parts.card(exports.REMINDERS):
        _number_of_reminders(briefing)
        asked = demand(_answered_by(briefing))
        with st.container(horizontal=True):
            _button("reminders", ".docx", briefing, partial(reminders_document, briefing, asked))
            _button("reminders", ".txt", briefing, partial(reminders_text, briefing, asked))


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
def _dossier(briefing: Current, label: str) -> Dossier | None:
    return dossier(briefing, label)


@drawn_once
def _owners(briefing: Current) -> dict[str, str]:
    there = set(briefing.now.obligations["owner"])
    return {name: label for name, label in briefing.labels.items() if name in there}


@drawn_once
def _late(briefing: Current) -> tuple[dict[str, str], str | None]:
    """Name who is written to, and the standing agency where it is late itself."""
    late = in_state(briefing.now.obligations, State.OVERDUE)["owner"]
    standing = briefing.now.standing_agency
    named = {letter.owner: letter.label for letter in letters_to(briefing, Demand())}
    return named, standing if (late == standing).any() else None


def _answer_by(briefing: Current) -> date | None:
    """Let the reader choose by when to answer; None leaves the usual day."""
    usual = said.ANSWER_USUAL.format(day=words.day(Demand().day(briefing.as_of)))
    _choice(said.ANSWER_BY, ANSWER_BY, {day: day for day in _days_ahead(briefing)}, usual)
    return _answered_by(briefing)


def _answered_by(briefing: Current) -> date | None:
    """Return the day chosen for answers on this page."""
    return _days_ahead(briefing).get(st.session_state.get(ANSWER_BY, ""))


def _days_ahead(briefing: Current) -> dict[str, date]:
    days = (briefing.as_of + timedelta(days=on) for on in range(1, MOST_DAYS_AHEAD + 1))
    return {words.day(day): day for day in days}


@drawn_once
def _number_of_reminders(briefing: Current) -> None:
    number = len(reminders(briefing.now, briefing.book))
    told = exports.REMINDERS_NOTE.format(number=words.count(number))
    parts.note(told if number else exports.REMINDERS_NONE)


@drawn_once
def _periods(briefing: Current) -> tuple[dict[str, str], str]:
    """Name the periods by their codes, and what is written where none is chosen."""
    periods, last = period.periods_of(briefing.book), period.period(briefing)
    pairs = zip(periods["code"], periods["title"], strict=True)
    titles = {code: exports.PERIOD_OPTION.format(code=code, title=title) for code, title in pairs}
    if last is None:
        return titles, exports.NO_PERIOD_YET
    return titles, exports.LAST_PERIOD.format(title=last["title"])


def _period(briefing: Current) -> str | None:
    titles, last = _periods(briefing)
    return _choice(exports.PERIOD_CHOICE, PERIOD, titles, last) if titles else None


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


def _button(
    name: str,
    extension: str,
    briefing: Current,
    write: Callable[[], bytes | str],
    *,
    whose: str | None = None,
) -> None:
    """Offer a file, named after `whose` it is: another's than the filters leave is told."""
    called, label = exports.FILES[name]
    about = in_file_name(whose or briefing.filters.whose or "")
    named = "-".join(filter(None, (called, about)))
    file_name = f"{named}-{briefing.as_of.isoformat()}{extension}"
    mime = _TYPES[extension]
    st.download_button(
        label.format(extension=extension),
        data=lambda: _kept(_written(write), mime, file_name),
        file_name=file_name,
        mime=mime,
        on_click="ignore",
        key=f"download-{name}-{extension[1:]}",
        icon=":material/download:",
    )


def _written(write: Callable[[], bytes | str]) -> bytes | str:
    """Write a file, one at a time: who asks for files leaves the processor to who reads pages."""
    with _PEN:
        return write()


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
